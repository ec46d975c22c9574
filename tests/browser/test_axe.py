"""The automatic check on accessibility, on every page and on everything that opens."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, ViewportSize, expect
from pytest_playwright.pytest_playwright import CreateContextCallback

from browser.reader import (
    CONTENT_PAGES,
    DESK,
    HOMES,
    LANGUAGES,
    PHONE,
    SCREENS,
    faults_of_axe,
    menu,
    menu_button,
    note_of,
    terms,
)

Words = dict[str, dict[str, str]]
ALL_RULES = {"resultTypes": ["violations"]}
COLOUR_RULES = ALL_RULES | {"runOnly": {"type": "tag", "values": ["cat.color"]}}


def faults_in_light_and_dark(page: Page, axe: Axe, where: str) -> list[str]:
    """Return what axe finds on the page as it stands; in the dark only the colours are others."""
    page.emulate_media(color_scheme="light")
    faults = faults_of_axe(axe.run(page, options=ALL_RULES).response, f"{where}, light")
    page.emulate_media(color_scheme="dark")
    return faults + faults_of_axe(axe.run(page, options=COLOUR_RULES).response, f"{where}, dark")


@pytest.mark.parametrize("path", [*HOMES.values(), *CONTENT_PAGES.values()])
def test_axe_finds_nothing_on_a_wide_screen(new_context: CreateContextCallback, axe: Axe, path: str) -> None:
    page = new_context(viewport=DESK, bypass_csp=True).new_page()
    page.goto(path)
    page.evaluate("() => { for (const fold of document.querySelectorAll('details')) fold.open = true; }")
    faults = faults_in_light_and_dark(page, axe, path)
    assert not faults, "\n".join(faults)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_axe_finds_nothing_in_the_open_menu(
    new_context: CreateContextCallback, axe: Axe, words: Words, lang: str
) -> None:
    page = new_context(viewport=PHONE, bypass_csp=True).new_page()
    page.goto(CONTENT_PAGES[lang])
    menu_button(page, words[lang]).click()
    expect(menu(page, words[lang])).to_be_visible()
    faults = faults_in_light_and_dark(page, axe, "menu")
    assert not faults, "\n".join(faults)


@pytest.mark.parametrize("size", SCREENS.values(), ids=SCREENS)
@pytest.mark.parametrize("lang", LANGUAGES)
def test_axe_finds_nothing_in_an_open_explanation(
    new_context: CreateContextCallback, axe: Axe, lang: str, size: ViewportSize
) -> None:
    page = new_context(viewport=size, bypass_csp=True).new_page()
    page.goto(CONTENT_PAGES[lang])
    term = terms(page).first
    term.click()
    expect(note_of(page, term)).to_be_visible()
    faults = faults_in_light_and_dark(page, axe, "explanation")
    assert not faults, "\n".join(faults)


@pytest.mark.parametrize("question", ["second opinion", "xqzzxq"], ids=["results", "no results"])
@pytest.mark.parametrize("size", SCREENS.values(), ids=SCREENS)
@pytest.mark.parametrize("lang", LANGUAGES)
def test_axe_finds_nothing_in_the_open_search(
    new_context: CreateContextCallback, axe: Axe, lang: str, size: ViewportSize, question: str
) -> None:
    page = new_context(viewport=size, bypass_csp=True).new_page()
    page.goto(CONTENT_PAGES[lang])
    page.get_by_role("searchbox").fill(question)
    expect(page.get_by_role("search").get_by_role("link").first).to_be_visible()
    faults = faults_in_light_and_dark(page, axe, f"search for {question}")
    assert not faults, "\n".join(faults)


@pytest.mark.parametrize("size", SCREENS.values(), ids=SCREENS)
def test_axe_finds_nothing_on_the_page_for_wrong_addresses(
    new_context: CreateContextCallback, axe: Axe, size: ViewportSize
) -> None:
    page = new_context(viewport=size, bypass_csp=True).new_page()
    page.goto("/en/not/here/")
    faults = faults_in_light_and_dark(page, axe, "404")
    assert not faults, "\n".join(faults)


def test_axe_finds_a_fault_where_there_is_one(new_context: CreateContextCallback, axe: Axe) -> None:
    page = new_context(bypass_csp=True).new_page()
    page.goto(CONTENT_PAGES["nl"])
    page.get_by_role("searchbox").evaluate("e => { e.labels[0].remove(); }")
    page.locator("main p").first.evaluate("e => { e.style.color = 'rgb(120, 120, 120)'; }")
    found = [fault.split(" (")[0] for fault in faults_in_light_and_dark(page, axe, "page")]
    assert set(found) == {"page, light: color-contrast", "page, light: label", "page, dark: color-contrast"}
