"""Tabs that are kept from one test to the next: opening a new one takes longer than opening a page in it."""

from __future__ import annotations

from typing import Literal

from playwright.sync_api import Browser, Page, ViewportSize

USUAL = ViewportSize(width=1280, height=720)


class Tabs:
    """Keeps one tab for each kind of reader, and gives it as if it were new.

    What stays in a tab for good, such as a clock or a script of its own, belongs in one from `new_context`.
    """

    def __init__(self, browser: Browser, base_url: str, *, first: str = "") -> None:
        """Start with no tab open; ``first`` is a script that each page runs before its own."""
        self._browser, self._base_url, self._first = browser, base_url, first
        self._kept: dict[tuple[bool, bool], Page] = {}

    def __call__(
        self,
        *,
        viewport: ViewportSize = USUAL,
        color_scheme: Literal["light", "dark"] = "light",
        forced_colors: Literal["active", "none"] = "none",
        java_script_enabled: bool = True,
        has_touch: bool = False,
    ) -> Page:
        """Return the tab of a kind of reader, with nothing in it."""
        tab = self._tab(java_script_enabled, has_touch)
        tab.unroute_all()
        if java_script_enabled and tab.url.startswith("http"):
            tab.evaluate("localStorage.clear()")
        tab.goto("about:blank")
        tab.mouse.move(0, 0)  # or it would point at something in the next page
        tab.set_viewport_size(viewport)
        tab.emulate_media(media="screen", color_scheme=color_scheme, forced_colors=forced_colors)
        return tab

    def _tab(self, java_script_enabled: bool, has_touch: bool) -> Page:
        kind = (java_script_enabled, has_touch)
        if kind not in self._kept:
            context = self._browser.new_context(
                base_url=self._base_url, java_script_enabled=java_script_enabled, has_touch=has_touch
            )
            if self._first:
                context.add_init_script(self._first)
            self._kept[kind] = context.new_page()
        return self._kept[kind]

    def close(self) -> None:
        """Close all tabs."""
        for tab in self._kept.values():
            tab.context.close()
