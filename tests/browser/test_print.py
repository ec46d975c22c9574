"""On paper: the text, its sources and its address, and nothing that only works on a screen."""

from __future__ import annotations

import re
from itertools import pairwise

from playwright.sync_api import Locator, Page, expect

from browser.reader import (
    CONTENT_PAGES,
    HOMES,
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


def test_paper_has_no_menus_no_search_no_buttons_and_no_folded_explanations(
    tab: Page, words: Words, lang: str
) -> None:
    tab.goto(CONTENT_PAGES[lang])
    on_screen = [
        tab.get_by_role("navigation").first,
        tab.get_by_role("searchbox"),
        language_link(tab, words, lang),
        next_step(tab),
    ]
    for thing in on_screen:
        expect(thing).to_be_visible()
    tab.emulate_media(media="print")
    for thing in on_screen:
        expect(thing).to_be_hidden()
    expect(tab.get_by_role("navigation")).to_have_count(0)
    expect(tab.get_by_role("link", name=words[lang]["skip_to_content"])).to_be_hidden()
    expect(menu_button(tab, words[lang])).to_be_hidden()
    for term in terms(tab).and_(tab.locator(":not(.with-form *)")).all():
        expect(note_of(tab, term)).to_be_hidden()
        expect(term).to_be_visible()
    expect(tab.get_by_role("heading", level=1)).to_be_visible()


def test_paper_shows_every_source_and_the_address_of_the_page(tab: Page, words: Words, lang: str) -> None:
    tab.goto(CONTENT_PAGES[lang])
    said = re.search(r"\d+", trust(tab, words[lang]).locator("summary").inner_text())
    assert said is not None
    address = tab.locator("link[rel=canonical]").get_attribute("href") or ""
    printed_from = tab.get_by_text(words[lang]["printed_from"].format(address=address), exact=True)
    expect(printed_from).to_be_hidden()
    tab.emulate_media(media="print")
    tab.evaluate("() => { dispatchEvent(new Event('beforeprint')); }")
    expect(printed_from).to_be_visible()
    expect(sources(tab, words[lang])).to_have_count(int(said.group()))
    for source in sources(tab, words[lang]).all():
        expect(source).to_be_visible()


def test_a_printed_link_to_another_site_shows_its_address(tab: Page, words: Words, lang: str) -> None:
    tab.goto(CONTENT_PAGES[lang])
    tab.emulate_media(media="print")
    away = sources(tab, words[lang]).locator("a[href^=http]")
    assert away.count() > 0
    for link in away.all():
        after = link.evaluate("e => getComputedStyle(e, '::after').content")
        assert (link.get_attribute("href") or "") in after


def test_a_pdf_of_a_page_is_made_with_everything_unfolded(tab: Page, lang: str) -> None:
    tab.goto(CONTENT_PAGES[lang])
    tab.evaluate(f"() => addEventListener('beforeprint', () => {{ document.title = String(({FOLDED})()); }})")
    pdf = tab.pdf(tagged=True)
    assert pdf.startswith(b"%PDF")
    assert len(re.findall(rb"/Type\s*/Page\b", pdf)) >= 2
    assert tab.title() == "0"


def test_what_is_folded_is_a_heading_on_paper_that_stays_with_its_text(tab: Page, lang: str) -> None:
    tab.goto(CONTENT_PAGES[lang])
    tab.emulate_media(media="print")
    breaks = tab.locator("main details > summary").evaluate_all(
        "all => all.map(e => getComputedStyle(e).breakAfter)"
    )
    assert set(breaks) == {"avoid"}


def test_a_list_of_which_the_later_style_did_not_come_stands_line_by_line_on_paper(tab: Page) -> None:
    tab.route("**/tool-later.css", lambda route: route.abort())
    tab.goto("/mijn-vragen/")
    tab.emulate_media(media="print")
    tab.evaluate("() => { dispatchEvent(new Event('beforeprint')); }")
    lines = (
        tab.get_by_role("checkbox")
        .filter(visible=True)
        .evaluate_all(
            "all => all.map(e => e.closest('label').getBoundingClientRect()).map(box => [box.top, box.bottom])"
        )
    )
    assert len(lines) > 3
    assert all(above[1] <= below[0] for above, below in pairwise(lines))


def test_the_home_page_on_paper_has_no_lists_that_only_lead_on(tab: Page, words: Words, lang: str) -> None:
    tab.goto(HOMES[lang])
    ways = tab.locator("main ul.take-along, main .home-questions, main .subjects")
    assert ways.count() == 3
    tab.emulate_media(media="print")
    for way in ways.all():
        expect(way).to_be_hidden()
    expect(tab.get_by_text(words[lang]["all_subjects"], exact=True).filter(visible=True)).to_have_count(0)


def test_paper_is_white_for_a_reader_in_the_dark(tab: Page) -> None:
    tab.goto(CONTENT_PAGES["nl"])
    tab.emulate_media(media="print", color_scheme="dark")
    for element in (tab.locator("body"), tab.get_by_role("heading", level=1), terms(tab).first):
        ink = element.evaluate("e => getComputedStyle(e).color")
        assert contrast(ink, "rgb(255, 255, 255)") >= 7
