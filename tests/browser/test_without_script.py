"""A browser without script shows a whole site, and nothing that does not work."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, ViewportSize, expect

from browser.reader import CONTENT_PAGES, HOMES, LANGUAGES, SCREENS, language_link, path_of, section_of
from browser.tabs import Tabs

Words = dict[str, dict[str, str]]


@pytest.mark.parametrize(("lang", "size"), [*zip(LANGUAGES, SCREENS.values(), strict=True)])
def test_the_list_of_subjects_stands_in_for_the_search(
    open_tab: Tabs,
    words: Words,
    paths_in: dict[str, list[str]],
    lang: str,
    size: ViewportSize,
) -> None:
    page = open_tab(viewport=size, java_script_enabled=False)
    page.goto(CONTENT_PAGES[lang])
    expect(page.locator("input[type=search]")).to_be_hidden()
    expect(language_link(page, words, lang)).to_be_visible()
    page.get_by_role("banner").get_by_role("link", name=words[lang]["all_subjects"], exact=True).click()
    assert (path_of(page.url), section_of(page.url)) == (HOMES[lang], "subjects")
    subjects = page.get_by_role("region", name=words[lang]["all_subjects"], exact=True)
    expect(subjects).to_be_in_viewport()
    listed = subjects.get_by_role("link").evaluate_all("links => links.map(link => link.href)")
    assert sorted([HOMES[lang], *map(path_of, listed)]) == paths_in[lang]


def test_with_script_the_field_is_there_and_the_way_round_it_is_not(
    open_tab: Tabs, words: Words, lang: str
) -> None:
    page = open_tab()
    page.goto(CONTENT_PAGES[lang])
    expect(page.get_by_role("searchbox", name=words[lang]["search_label"], exact=True)).to_be_visible()
    expect(
        page.get_by_role("banner").get_by_role("link", name=words[lang]["all_subjects"], exact=True)
    ).to_be_hidden()


def test_what_is_folded_opens_without_script(open_tab: Tabs, words: Words, lang: str) -> None:
    page = open_tab(java_script_enabled=False)
    page.goto(CONTENT_PAGES[lang])
    trust = page.get_by_role("region", name=words[lang]["about_this_page"], exact=True)
    sources = trust.get_by_role("listitem").filter(has=page.locator("cite"))
    expect(sources.first).to_be_hidden()
    trust.locator("summary").focus()
    page.keyboard.press("Enter")
    expect(sources.first).to_be_visible()


LEAST_LETTERS = 500  # of a page that says something
TEXTS = (
    "() => [...document.querySelectorAll('main, main .cost-instead, main .tool-plain')].map(e => e.innerText)"
)


def lost_by_script(with_script: Page, without: Page) -> tuple[set[str], int]:
    """Return the words that are seen in a page without script only, but for those about that, and how much is seen."""
    seen, (whole, *about_it) = with_script.evaluate(TEXTS)[0], without.evaluate(TEXTS)
    return set(whole.split()) - set(seen.split()) - set(" ".join(about_it).split()), len(whole)


HIDING = ["e.hidden = true", "e.popover = 'auto'", "e.className = 'unseen on-paper'"]


def let_the_script_do(page: Page, what: str) -> None:
    """Put something in the place of the script that every page has."""
    page.route("**/site.mjs", lambda route: route.fulfill(content_type="text/javascript", body=what))


def test_a_script_that_hides_a_text_is_found_out(open_tab: Tabs) -> None:
    with_script, without = open_tab(), open_tab(java_script_enabled=False)
    without.goto(CONTENT_PAGES["nl"])
    for hide in HIDING:
        let_the_script_do(
            with_script, f"for (const e of document.querySelectorAll('main .body > *')) {{ {hide}; }}"
        )
        with_script.goto(CONTENT_PAGES["nl"])
        assert len(lost_by_script(with_script, without)[0]) > 100, hide
