"""What goes wrong in one part of the scripts stays there: the other parts work, and the error is reported."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from browser.reader import CONTENT_PAGES, PHONE, menu, menu_button

Words = dict[str, dict[str, str]]

# What each part of the page's script needs from the browser, as a browser would not have it.
BROKEN = {
    "the address": "delete CSS.escape; CSS.escape = () => { throw new Error('seeded'); };",
    "the language link": "performance.now = () => { throw new Error('seeded'); };",
    "the estimate": "IntersectionObserver = function () { throw new Error('seeded'); };",
}


def expect_a_page_that_works(page: Page, words: dict[str, str]) -> None:
    """Expect that the search answers, that the menu takes the focus, and that all is unfolded for paper."""
    page.get_by_role("searchbox").fill("eigen risico")
    expect(page.get_by_role("search").get_by_role("listitem").first).to_be_visible()
    page.set_viewport_size(PHONE)
    menu_button(page, words).click()
    expect(menu(page, words).get_by_role("button")).to_be_focused()
    page.evaluate("() => { dispatchEvent(new Event('beforeprint')); }")
    expect(page.locator("details:not([open])")).to_have_count(0)


def test_an_address_with_a_percent_sign_that_begins_no_code_stops_nothing(tab: Page, words: Words) -> None:
    tab.clear_page_errors()
    for number, section in enumerate(("%", "50%", "%E0%A4%A", "100%25")):
        tab.goto(f"{CONTENT_PAGES['nl']}?{number}#{section}")  # the number makes it another page
    tab.evaluate("() => { location.hash = '#%%'; }")
    expect_a_page_that_works(tab, words["nl"])
    assert tab.page_errors(filter="all") == []


@pytest.mark.parametrize("part", BROKEN)
def test_a_part_that_fails_is_reported_and_leaves_the_others_working(
    tab: Page, words: Words, part: str
) -> None:
    tab.clear_page_errors()
    with tab.add_init_script(BROKEN[part]):
        tab.goto(f"{CONTENT_PAGES['nl']}#deductible")
        expect_a_page_that_works(tab, words["nl"])
    errors = list(map(str, tab.page_errors(filter="all")))
    assert errors
    assert all("seeded" in error for error in errors)
