"""On paper: the text, its sources and its address, and nothing that only works on a screen."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from browser.reader import (
    CONTENT_PAGES,
    LANGUAGES,
    contrast,
    language_link,
    menu_button,
    next_step,
    note_of,
    terms,
)

Words = dict[str, dict[str, str]]
FOLDED = "() => document.querySelectorAll('details:not([open])').length"


def trust(page: Page, words: dict[str, str]) -> Locator:
    """Return the block that says who made the page and where it comes from."""
    return page.get_by_role("region", name=words["about_this_page"], exact=True)


def sources(page: Page, words: dict[str, str]) -> Locator:
    """Return the sources of the page."""
    return trust(page, words).get_by_role("listitem").filter(has=page.locator("cite"))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_paper_has_no_menus_no_search_no_buttons_and_no_folded_explanations(
    page: Page, words: Words, lang: str
) -> None:
    page.goto(CONTENT_PAGES[lang])
    on_screen = [
        page.get_by_role("navigation").first,
        page.get_by_role("searchbox"),
        language_link(page, words, lang),
        next_step(page),
    ]
    for thing in on_screen:
        expect(thing).to_be_visible()
    page.emulate_media(media="print")
    for thing in on_screen:
        expect(thing).to_be_hidden()
    expect(page.get_by_role("navigation")).to_have_count(0)
    expect(page.get_by_role("link", name=words[lang]["skip_to_content"])).to_be_hidden()
    expect(menu_button(page, words[lang])).to_be_hidden()
    for term in terms(page).and_(page.locator(":not(.with-form *)")).all():
        expect(note_of(page, term)).to_be_hidden()
        expect(term).to_be_visible()
    expect(page.get_by_role("heading", level=1)).to_be_visible()


@pytest.mark.parametrize("lang", LANGUAGES)
def test_paper_shows_every_source_and_the_address_of_the_page(page: Page, words: Words, lang: str) -> None:
    page.goto(CONTENT_PAGES[lang])
    said = re.search(r"\d+", trust(page, words[lang]).locator("summary").inner_text())
    assert said is not None
    address = page.locator("link[rel=canonical]").get_attribute("href") or ""
    printed_from = page.get_by_text(words[lang]["printed_from"].format(address=address), exact=True)
    expect(printed_from).to_be_hidden()
    page.emulate_media(media="print")
    page.evaluate("() => { dispatchEvent(new Event('beforeprint')); }")
    expect(printed_from).to_be_visible()
    expect(sources(page, words[lang])).to_have_count(int(said.group()))
    for source in sources(page, words[lang]).all():
        expect(source).to_be_visible()


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_printed_link_to_another_site_shows_its_address(page: Page, words: Words, lang: str) -> None:
    page.goto(CONTENT_PAGES[lang])
    page.emulate_media(media="print")
    away = sources(page, words[lang]).locator("a[href^=http]")
    assert away.count() > 0
    for link in away.all():
        after = link.evaluate("e => getComputedStyle(e, '::after').content")
        assert (link.get_attribute("href") or "") in after


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_pdf_of_a_page_is_made_with_everything_unfolded(page: Page, lang: str) -> None:
    page.goto(CONTENT_PAGES[lang])
    page.evaluate(
        f"() => addEventListener('beforeprint', () => {{ document.title = String(({FOLDED})()); }})"
    )
    pdf = page.pdf(tagged=True)
    assert pdf.startswith(b"%PDF")
    assert len(re.findall(rb"/Type\s*/Page\b", pdf)) >= 2
    assert page.title() == "0"


def test_paper_is_white_for_a_reader_in_the_dark(page: Page) -> None:
    page.goto(CONTENT_PAGES["nl"])
    page.emulate_media(media="print", color_scheme="dark")
    for element in (page.locator("body"), page.get_by_role("heading", level=1), terms(page).first):
        ink = element.evaluate("e => getComputedStyle(e).color")
        assert contrast(ink, "rgb(255, 255, 255)") >= 7
