"""How the home page and the notices look, whatever editors call the headings."""

from __future__ import annotations

from types import SimpleNamespace

import pytest
from jinja2 import Environment, FileSystemLoader
from playwright.sync_api import Page, ViewportSize, expect

from browser.reader import CONTENT_PAGES, DESK, HOMES, PHONE, next_step
from browser.tabs import Tabs
from second_opinion.site.page_view import LanguageLink, NoticesView
from support import ROOT

Words = dict[str, dict[str, str]]
PLACES = """() => [...document.querySelectorAll("main :is(h2, p, li)")].map(e => {
  const { left, top, width } = e.getBoundingClientRect();
  return [left, top, width];
})"""
RENAME = "() => { for (const e of document.querySelectorAll('main h2')) e.id = `other-${e.id}`; }"
GROUND = "e => getComputedStyle(e).backgroundColor"


@pytest.mark.parametrize("size", [PHONE, DESK], ids=["phone", "desk"])
def test_the_home_page_keeps_its_layout_when_its_headings_get_other_names(
    open_tab: Tabs, lang: str, size: ViewportSize
) -> None:
    page = open_tab(viewport=size)
    page.goto(HOMES[lang])
    before = page.evaluate(PLACES)
    page.evaluate(RENAME)
    assert page.evaluate(PLACES) == before


def test_on_a_desk_the_first_questions_stand_side_by_side_and_so_do_the_steps(
    open_tab: Tabs,
) -> None:
    page = open_tab(viewport=DESK)
    page.goto(HOMES["nl"])
    for items in (page.locator("main ul.home-questions"), page.locator("main ol").first):
        tops = items.locator("> li").evaluate_all("all => all.map(e => e.getBoundingClientRect().top)")
        assert tops[0] == tops[1]
        assert len(set(tops)) < len(tops)


def test_on_a_desk_the_next_step_of_the_home_page_begins_where_its_title_does(
    open_tab: Tabs, lang: str
) -> None:
    page = open_tab(viewport=DESK)
    page.goto(HOMES[lang])
    left = "e => e.getBoundingClientRect().left"
    assert next_step(page).evaluate(left) == page.locator("main h1").evaluate(left)


def test_the_number_with_which_the_page_of_a_hospital_begins_is_larger_than_its_text(tab: Page) -> None:
    tab.goto(CONTENT_PAGES["nl"])
    tab.get_by_role("main").evaluate(
        "e => { e.innerHTML = '<div class=own-page><p>Bel <a href=tel:112>112</a></p><p>Tekst</p></div>'; }"
    )
    size = "e => parseFloat(getComputedStyle(e).fontSize)"
    number, text = tab.get_by_role("main").locator("p").all()
    assert number.evaluate(size) > text.evaluate(size)


def test_where_a_page_has_shared_texts_their_links_for_editors_are_folded(
    tab: Page, words: Words, lang: str
) -> None:
    templates = Environment(loader=FileSystemLoader(ROOT / "overrides"), autoescape=True)
    texts = [("safety", "https://git.example/safety"), ("plan", "https://git.example/plan")]
    view = SimpleNamespace(trust=SimpleNamespace(edit_snippets=texts), head=SimpleNamespace(canonical=""))
    html = templates.get_template("partials/trust.html").render(view=view, words=words[lang])
    tab.goto(CONTENT_PAGES[lang])
    tab.get_by_role("main").evaluate("(e, html) => { e.innerHTML = html; }", html)
    first, _ = links = tab.get_by_role("main").locator("a[href^='https://git.example/']").all()
    for link in links:
        expect(link).to_be_hidden()
    tab.get_by_text(words[lang]["edit_snippets"].format(count=2), exact=True).click()
    expect(first).to_be_visible()
    tab.emulate_media(media="print")
    expect(first).to_be_hidden()


@pytest.mark.parametrize("behind", [True, False])
def test_only_the_notice_that_the_other_language_is_newer_looks_like_a_warning(
    tab: Page, words: Words, behind: bool
) -> None:
    templates = Environment(loader=FileSystemLoader(ROOT / "overrides"), autoescape=True)
    notices = NoticesView(
        source_link=LanguageLink("nl", "Nederlands", "/") if behind else None,
        not_available=[] if behind else [("en", words["en"]["not_in_this_language"])],
        moved=[],
    )
    view = SimpleNamespace(notices=notices)
    html = templates.get_template("partials/notices.html").render(view=view, words=words["en"])
    tab.goto(CONTENT_PAGES["en"])
    tab.get_by_role("main").evaluate("(e, html) => e.insertAdjacentHTML('afterbegin', html)", html)
    said = words["en"]["translation_behind" if behind else "not_in_this_language"]
    notice = tab.locator("main p").filter(has_text=said)
    expect(notice).to_be_visible()
    warning = tab.get_by_text(words["en"]["important"], exact=True).first.locator("..")
    assert (notice.evaluate(GROUND) == warning.evaluate(GROUND)) == behind
