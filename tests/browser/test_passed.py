"""A page that nobody built again says by itself that the year of an amount or the day of its next check has passed."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from browser.accessibility import Accessibility
from browser.cost_page import words_of
from browser.reader import CONTENT_PAGES, LANGUAGES
from support import TODAY

Words = dict[str, dict[str, str]]
PAGES = {"nl": "/redenen/", "en": "/en/reasons/"}
YEAR = datetime.date.fromisoformat(TODAY).year
NEW_YEAR = f"{YEAR + 1}-01-01T00:01:00"


def open_at(page: Page, moment: str, address: str) -> None:
    """Open a page at a moment by the reader's clock."""
    page.clock.set_fixed_time(moment)
    page.goto(address)


def amounts(page: Page) -> Locator:
    """Return the paragraphs with an amount of a year."""
    return page.locator("main p").filter(has=page.locator("time"))


def trust(page: Page, words: dict[str, str]) -> Locator:
    """Return what a page says of itself."""
    return page.get_by_role("region", name=words["about_this_page"], exact=True)


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    """Return a page with a clock of its own, which each test sets before it opens anything."""
    with browser.new_page() as page:
        yield page


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_year_stands_beside_its_amount_and_is_told_once_it_has_passed(
    page: Page, changed_url: str, words: Words, lang: str, axe: Accessibility
) -> None:
    open_at(page, f"{YEAR}-12-31T23:59:00", changed_url + PAGES[lang])
    this_year, next_year = amounts(page).all()
    before = this_year.inner_text()
    assert re.fullmatch(rf"{YEAR}: .*, {YEAR}\.", before)
    open_at(page, NEW_YEAR, changed_url + PAGES[lang])
    said = words[lang]["amount_passed"].format(year=YEAR, now=YEAR + 1)
    expect(this_year).to_have_text(f"{before} {said}")
    expect(this_year.get_by_role("strong")).to_have_text(said)
    expect(next_year.get_by_role("strong")).to_have_count(0)
    assert axe.faults(page, "with what has passed") == []


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_check_that_is_overdue_is_told_the_day_after(
    page: Page, changed_url: str, words: Words, lang: str
) -> None:
    day = page.request.get(changed_url + PAGES[lang]).text().split('data-until="')[-1][:10]
    begin, end = words[lang]["overdue"].split("{date}")
    open_at(page, f"{day}T23:59:00", changed_url + PAGES[lang])
    expect(trust(page, words[lang])).not_to_contain_text(begin)
    later = datetime.date.fromisoformat(day) + datetime.timedelta(days=1)
    open_at(page, f"{later}T00:01:00", changed_url + PAGES[lang])
    expect(trust(page, words[lang])).to_contain_text(begin)
    expect(trust(page, words[lang])).to_contain_text(end)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_estimate_says_that_it_starts_with_a_year_that_has_passed(
    page: Page, changed_url: str, lang: str
) -> None:
    form = words_of("form", lang)
    said = page.get_by_text(form["year_passed"].format(year=YEAR, now=YEAR + 1))
    open_at(page, f"{YEAR}-12-31T23:59:00", changed_url + CONTENT_PAGES[lang])
    expect(said).to_have_count(0)
    open_at(page, NEW_YEAR, changed_url + CONTENT_PAGES[lang])
    expect(said).to_be_visible()
