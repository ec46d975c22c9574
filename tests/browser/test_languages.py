"""One plain link to the other language: the same page and the same section, and back."""

from __future__ import annotations

import pytest
from browser.reader import (
    CONTENT_PAGES,
    DESK,
    HOMES,
    LANGUAGES,
    PHONE,
    SCREENS,
    language_link,
    language_of,
    other,
    path_of,
    press_tab_to,
    section_of,
)
from playwright.sync_api import Page, ViewportSize, expect
from pytest_playwright.pytest_playwright import CreateContextCallback

Words = dict[str, dict[str, str]]


def twin_of(page: Page, lang: str) -> str:
    """Return the path of the page in the other language that the head of the page names, or of that home page."""
    named = page.locator(f"link[rel=alternate][hreflang={other(lang)}]")
    return path_of(named.get_attribute("href") or "") if named.count() else HOMES[other(lang)]


def follow_the_link(page: Page, words: Words, path: str) -> list[str]:
    """Follow the language link of the open page, and return what is wrong with it or with where it leads."""
    lang = language_of(path)
    link, goal = language_link(page, words, lang), twin_of(page, lang)
    if link.count() != 1 or not link.is_visible():
        return [f"{path}: {link.count()} links to the other language that a reader sees"]
    faults = [
        f"{path}: {name} is {value}"
        for name in ("lang", "hreflang")
        if (value := link.get_attribute(name)) != other(lang)
    ]
    link.click()
    arrived = page.locator("html").get_attribute("lang")
    if path_of(page.url) != goal or arrived != other(lang) or section_of(page.url):
        faults.append(f"{path}: leads to {page.url} in {arrived}, not to {goal}")
    return faults


def there_and_back(page: Page, words: Words, paths: list[str]) -> tuple[list[str], set[str]]:
    """Follow the link from each page and back again; return the faults and where the links led."""
    faults, reached = [], set()
    for path in paths:
        page.goto(path)
        faults += follow_the_link(page, words, path)
        reached.add(twin := path_of(page.url))
        faults += follow_the_link(page, words, twin)
        if path_of(page.url) != path:
            faults.append(f"{path}: the way back from {twin} leads to {page.url}")
    return faults, reached


@pytest.mark.parametrize("with_script", [True, False], ids=["script", "no script"])
@pytest.mark.parametrize("size", SCREENS.values(), ids=SCREENS)
def test_the_link_leads_to_the_same_page_and_back(
    new_context: CreateContextCallback,
    words: Words,
    paths_in: dict[str, list[str]],
    size: ViewportSize,
    with_script: bool,
) -> None:
    page = new_context(viewport=size, java_script_enabled=with_script).new_page()
    faults, reached = there_and_back(page, words, paths_in["nl"])
    for path in sorted(set(paths_in["en"]) - reached):  # pages that exist in English only
        page.goto(path)
        faults += follow_the_link(page, words, path)
    assert not faults, "\n".join(faults)


def middle_section(page: Page) -> str:
    """Bring the heading in the middle of the text to the top of the window, and return its section."""
    sections = page.locator("main h2[id]:not(section h2, nav h2)")
    section = sections.nth(sections.count() // 2)
    section.evaluate("e => e.scrollIntoView()")
    expect(section).to_be_in_viewport()
    page.evaluate("() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")
    return section.get_attribute("id") or ""


def follow_from_the_middle(page: Page, words: Words, path: str) -> list[str]:
    """Read to the middle of the open page, follow the link, and return what is wrong with where it leads."""
    section = middle_section(page)
    language_link(page, words, language_of(path)).click()
    if section_of(page.url) != section:
        return [f"{path}: from #{section} to {page.url}"]
    expect(page.locator(f"[id='{section}']")).to_be_in_viewport()
    return []


@pytest.mark.parametrize("size", SCREENS.values(), ids=SCREENS)
def test_the_link_leads_to_the_section_that_the_reader_has_come_to_and_back(
    new_context: CreateContextCallback, words: Words, paths_in: dict[str, list[str]], size: ViewportSize
) -> None:
    page = new_context(viewport=size).new_page()
    faults = []
    for path in paths_in["nl"]:
        page.goto(path)
        faults += follow_from_the_middle(page, words, path)
        if language_of(path_of(page.url)) == "en":
            faults += follow_from_the_middle(page, words, path_of(page.url))
    assert not faults, "\n".join(faults)


@pytest.mark.parametrize("size", SCREENS.values(), ids=SCREENS)
@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_link_works_by_keyboard_from_the_top_and_from_a_section(
    new_context: CreateContextCallback, words: Words, size: ViewportSize, lang: str
) -> None:
    page = new_context(viewport=size).new_page()
    page.goto(CONTENT_PAGES[lang])
    press_tab_to(page, language_link(page, words, lang))
    page.keyboard.press("Enter")
    page.wait_for_url(f"**{CONTENT_PAGES[other(lang)]}")
    page.goto(f"{CONTENT_PAGES[lang]}#deductible")
    expect(page.locator("#deductible")).to_be_in_viewport()
    language_link(page, words, lang).focus()
    page.keyboard.press("Enter")
    page.wait_for_url(f"**{CONTENT_PAGES[other(lang)]}#deductible")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_reader_who_has_not_left_the_top_or_went_back_by_the_skip_link_gets_the_whole_page(
    page: Page, words: Words, lang: str
) -> None:
    for size in (PHONE, DESK):
        page.set_viewport_size(size)
        page.goto(CONTENT_PAGES[lang])
        language_link(page, words, lang).click()
        page.wait_for_url(f"**{CONTENT_PAGES[other(lang)]}")
        assert section_of(page.url) == ""
