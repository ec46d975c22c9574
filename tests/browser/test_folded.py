"""What is folded below a section: found by the search, opened by a link, open on paper, and there without a script."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, Page, expect

from browser.changed_site import WORD
from browser.tabs import Tabs


def part(page: Page, title: str) -> Locator:
    """Return the folded part with a title."""
    return page.locator("details.more").filter(has_text=title)


def test_it_is_closed_until_a_reader_opens_it_by_keyboard(tab: Page, changed_url: str) -> None:
    tab.goto(f"{changed_url}/redenen/")
    said = tab.get_by_text(WORD)
    expect(said).to_be_hidden()
    tab.get_by_text("Kwibus kwabus", exact=True).focus()
    tab.keyboard.press("Enter")
    expect(said).to_be_visible()


@pytest.mark.parametrize(
    ("anchor", "title"), [("example-more", "Kwibus kwabus"), ("example-more-2", "Stoebel")]
)
def test_a_link_to_it_opens_it_alone(tab: Page, changed_url: str, anchor: str, title: str) -> None:
    tab.goto(f"{changed_url}/redenen/#{anchor}")
    expect(part(tab, title)).to_have_attribute("open", "")
    assert tab.locator("details.more[open]").count() == 1


def test_the_search_finds_what_it_says_and_leads_into_it(tab: Page, changed_url: str) -> None:
    tab.goto(f"{changed_url}/")
    tab.get_by_role("searchbox").fill(WORD)
    result = tab.locator("[data-results] li a").first
    expect(result).to_contain_text("Kwibus kwabus")
    result.click()
    expect(tab.get_by_text(WORD)).to_be_visible()


def test_it_is_open_on_paper(tab: Page, changed_url: str) -> None:
    tab.goto(f"{changed_url}/redenen/")
    tab.evaluate("() => { dispatchEvent(new Event('beforeprint')); }")
    tab.emulate_media(media="print")
    expect(tab.get_by_text(WORD)).to_be_visible()


def test_it_opens_without_a_script(open_tab: Tabs, changed_url: str) -> None:
    page = open_tab(java_script_enabled=False)
    page.goto(f"{changed_url}/redenen/")
    page.get_by_text("Kwibus kwabus", exact=True).click()
    expect(page.get_by_text(WORD)).to_be_visible()
