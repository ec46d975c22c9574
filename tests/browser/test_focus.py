from __future__ import annotations

from typing import Any, Literal

import pytest
from playwright.sync_api import Page, ViewportSize, expect

from browser.reader import CONTENT_PAGES, DESK, PHONE, contrast, menu_button
from browser.tabs import Tabs

# Where the focus is and how it shows: the ring, and the ground on which the ring stands.
STOP = """() => {
  const element = document.activeElement;
  if (!element || element === document.body) return null;
  // The ring of a choice stands around its whole row.
  const row = element.matches("[type=radio], [type=checkbox]") && element.closest("label");
  const ringed = row || element;
  const style = getComputedStyle(ringed);
  const grounds = [];
  for (let at = ringed; at; at = at.parentElement) {
    const colour = getComputedStyle(at).backgroundColor;
    if (!/, 0\\)$/.test(colour)) grounds.push(colour);
  }
  const seen = [...element.getClientRects()].some(box => {
    const [top, bottom] = [Math.max(box.top, 0), Math.min(box.bottom, innerHeight)];
    return bottom > top && element.contains(document.elementFromPoint((box.left + box.right) / 2, (top + bottom) / 2));
  });
  return {
    name: `${element.tagName.toLowerCase()} '${(element.innerText || element.id || "").trim().slice(0, 40)}'`,
    ring: style.outlineStyle === "none" ? 0 : parseFloat(style.outlineWidth),
    colours: [style.outlineColor, ...(style.boxShadow.match(/rgb\\([^)]*\\)/g) ?? [])],
    ground: (ringed.tagName === "INPUT" || row ? grounds.slice(1) : grounds)[0] ?? "rgb(255, 255, 255)",
    seen,
  };
}"""


def fault_of(stop: dict[str, Any]) -> str:
    """Return what is wrong with one place of the focus, or nothing."""
    if stop["ring"] < 2:
        return f"{stop['name']}: no ring"
    if max(contrast(colour, stop["ground"]) for colour in stop["colours"]) < 3:
        return f"{stop['name']}: a ring of {stop['colours']} on {stop['ground']}"
    if not stop["seen"]:
        return f"{stop['name']}: hidden or out of the window"
    return ""


def walk(page: Page, *, most: int = 400) -> list[dict[str, Any]]:
    """Press Tab from the top of the page to its end, and return every place of the focus."""
    stops: list[dict[str, Any]] = []
    for _ in range(most):
        page.keyboard.press("Tab")
        if (stop := page.evaluate(STOP)) is None:
            return stops
        if not stop["seen"]:  # the estimate may just have come, and moved what follows it
            page.wait_for_timeout(500)
            stop = page.evaluate(STOP)
        stops.append(stop)
    raise AssertionError(f"more than {most} times Tab")


@pytest.mark.parametrize(
    ("path", "size", "colours"),
    [
        ("/", PHONE, "light"),
        ("/", DESK, "dark"),
        (CONTENT_PAGES["en"], PHONE, "dark"),
        (CONTENT_PAGES["en"], DESK, "light"),
    ],
    ids=["home on a phone", "home in the dark", "content on a phone in the dark", "content"],
)
def test_all_the_way_through_a_page_the_focus_is_seen(
    open_tab: Tabs, path: str, size: ViewportSize, colours: Literal["light", "dark"]
) -> None:
    page = open_tab(viewport=size, color_scheme=colours)
    page.goto(path)
    stops = walk(page)
    kinds = {stop["name"].split(" ")[0] for stop in stops}
    assert {"a", "button", "input", "summary"} <= kinds
    faults = [fault for stop in stops if (fault := fault_of(stop))]
    assert not faults, "\n".join(faults)


def test_all_the_way_through_the_open_menu_and_back_in_the_dark_the_focus_is_seen(
    open_tab: Tabs, words: dict[str, dict[str, str]], paths_in: dict[str, list[str]]
) -> None:
    page = open_tab(viewport=PHONE)
    page.goto("/")
    menu_button(page, words["nl"]).press("Enter")
    expect(page.get_by_role("button", name=words["nl"]["close_menu"])).to_be_focused()
    stops = [page.evaluate(STOP)]
    ways: list[tuple[Literal["light", "dark"], str]] = [("light", "Tab"), ("dark", "Shift+Tab")]
    for colours, key in ways:
        page.emulate_media(color_scheme=colours)
        for _ in paths_in["nl"]:
            page.keyboard.press(key)
            stops.append(page.evaluate(STOP))
    faults = [fault for stop in stops if (fault := fault_of(stop))]
    assert not faults, "\n".join(faults)


@pytest.mark.parametrize("colours", ["light", "dark"])
def test_a_page_follows_the_colours_of_the_readers_system(
    open_tab: Tabs, colours: Literal["light", "dark"]
) -> None:
    page = open_tab(color_scheme=colours)
    page.goto("/")
    ground, ink = page.locator("body").evaluate(
        "e => [getComputedStyle(e).backgroundColor, getComputedStyle(e).color]"
    )
    is_dark = contrast(ground, "rgb(0, 0, 0)") < contrast(ground, "rgb(255, 255, 255)")
    assert is_dark == (colours == "dark")
    assert contrast(ground, ink) >= 7
