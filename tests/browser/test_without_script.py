"""A browser without script shows a whole site, and nothing that does not work."""

from __future__ import annotations

import pytest
from playwright.sync_api import ViewportSize, expect
from pytest_playwright.pytest_playwright import CreateContextCallback

from browser.reader import CONTENT_PAGES, HOMES, LANGUAGES, SCREENS, path_of, section_of

Words = dict[str, dict[str, str]]


@pytest.mark.parametrize("size", SCREENS.values(), ids=SCREENS)
@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_list_of_subjects_stands_in_for_the_search(
    new_context: CreateContextCallback,
    words: Words,
    paths_in: dict[str, list[str]],
    lang: str,
    size: ViewportSize,
) -> None:
    page = new_context(viewport=size, java_script_enabled=False).new_page()
    page.goto(CONTENT_PAGES[lang])
    expect(page.locator("input[type=search]")).to_be_hidden()
    page.get_by_role("banner").get_by_role("link", name=words[lang]["all_subjects"], exact=True).click()
    assert (path_of(page.url), section_of(page.url)) == (HOMES[lang], "subjects")
    subjects = page.get_by_role("region", name=words[lang]["all_subjects"], exact=True)
    expect(subjects).to_be_in_viewport()
    listed = subjects.get_by_role("link").evaluate_all("links => links.map(link => link.href)")
    assert sorted([HOMES[lang], *map(path_of, listed)]) == paths_in[lang]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_with_script_the_field_is_there_and_the_way_round_it_is_not(
    new_context: CreateContextCallback, words: Words, lang: str
) -> None:
    page = new_context().new_page()
    page.goto(CONTENT_PAGES[lang])
    expect(page.get_by_role("searchbox", name=words[lang]["search_label"], exact=True)).to_be_visible()
    expect(
        page.get_by_role("banner").get_by_role("link", name=words[lang]["all_subjects"], exact=True)
    ).to_be_hidden()


@pytest.mark.parametrize("lang", LANGUAGES)
def test_what_is_folded_opens_without_script(
    new_context: CreateContextCallback, words: Words, lang: str
) -> None:
    page = new_context(java_script_enabled=False).new_page()
    page.goto(CONTENT_PAGES[lang])
    trust = page.get_by_role("region", name=words[lang]["about_this_page"], exact=True)
    sources = trust.get_by_role("listitem").filter(has=page.locator("cite"))
    expect(sources.first).to_be_hidden()
    trust.locator("summary").focus()
    page.keyboard.press("Enter")
    expect(sources.first).to_be_visible()


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_page_says_the_same_without_script(
    new_context: CreateContextCallback, paths_in: dict[str, list[str]], lang: str
) -> None:
    with_script, without = new_context().new_page(), new_context(java_script_enabled=False).new_page()
    faults = []
    for path in paths_in[lang]:
        with_script.goto(path)
        without.goto(path)
        texts = [page.get_by_role("main").text_content() or "" for page in (with_script, without)]
        if not set(texts[0].split()) >= set(texts[1].split()) or len(texts[1]) < 500:
            faults.append(f"{path}: {len(texts[1])} letters without script, {len(texts[0])} with")
    assert not faults, "\n".join(faults)
