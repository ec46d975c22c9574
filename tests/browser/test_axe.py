"""The automatic check on accessibility, on every page and on everything that opens."""

from __future__ import annotations

import pytest
from playwright.sync_api import ViewportSize, expect

from browser.accessibility import Accessibility
from browser.reader import CONTENT_PAGES, DESK, HOMES, PHONE, menu, menu_button, note_of, terms
from browser.tabs import Tabs
from browser.test_fits import unfold

Words = dict[str, dict[str, str]]
OPEN = ":popover-open"


@pytest.mark.parametrize("path", [HOMES["nl"], CONTENT_PAGES["en"]])
def test_axe_finds_nothing_on_a_wide_screen(open_tab: Tabs, axe: Accessibility, path: str) -> None:
    page = open_tab(viewport=DESK)
    page.goto(path)
    unfold(page)
    faults = axe.faults(page, path)
    assert not faults, "\n".join(faults)


@pytest.mark.parametrize(("lang", "size"), [("nl", PHONE), ("en", DESK)], ids=["nl-phone", "en-desk"])
def test_axe_finds_nothing_in_what_opens(
    open_tab: Tabs, axe: Accessibility, words: Words, lang: str, size: ViewportSize
) -> None:
    page, faults = open_tab(viewport=size), []
    page.goto(CONTENT_PAGES[lang])
    if size == PHONE:
        menu_button(page, words[lang]).click()
        expect(menu(page, words[lang])).to_be_visible()
        faults += axe.faults(page, "menu", OPEN)
        page.keyboard.press("Escape")
    term = terms(page).first
    term.click()
    expect(note_of(page, term)).to_be_visible()
    faults += axe.faults(page, "explanation", OPEN)
    page.keyboard.press("Escape")
    for question in ("second opinion", "suicide", "xqzzxq"):  # results, help above them, and none
        page.get_by_role("searchbox").fill(question)
        expect(page.get_by_role("search").get_by_role("link").first).to_be_visible()
        faults += axe.faults(page, f"search for {question}", "header")
    assert not faults, "\n".join(faults)


def test_axe_finds_a_fault_where_there_is_one(open_tab: Tabs, axe: Accessibility) -> None:
    page = open_tab()
    page.goto(CONTENT_PAGES["nl"])
    page.get_by_role("searchbox").evaluate("e => { e.labels[0].remove(); }")
    page.locator("main p").first.evaluate("e => { e.style.color = 'rgb(120, 120, 120)'; }")
    found = [fault.split(" (")[0] for fault in axe.faults(page, "page")]
    assert set(found) == {"page, light: color-contrast", "page, light: label", "page, dark: color-contrast"}
