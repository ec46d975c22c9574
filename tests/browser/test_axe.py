"""The automatic check on accessibility, on every page and on everything that opens."""

from __future__ import annotations

from typing import Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from browser.reader import (
    CONTENT_PAGES,
    LANGUAGES,
    PHONE,
    SCREENS,
    faults_of_axe,
    menu,
    menu_button,
    note_of,
    terms,
)
from playwright.sync_api import Page, ViewportSize, expect
from pytest_playwright.pytest_playwright import CreateContextCallback

Words = dict[str, dict[str, str]]
COLOURS: tuple[Literal["light"], Literal["dark"]] = ("light", "dark")


def faults_in_light_and_dark(page: Page, axe: Axe, where: str) -> list[str]:
    """Return what axe finds on the page as it stands."""
    faults = []
    for colours in COLOURS:
        page.emulate_media(color_scheme=colours)
        faults += faults_of_axe(axe.run(page).response, f"{where}, {colours}")
    return faults


@pytest.mark.parametrize("size", SCREENS.values(), ids=SCREENS)
@pytest.mark.parametrize("lang", LANGUAGES)
def test_axe_finds_nothing_on_any_page_in_light_and_dark(
    new_context: CreateContextCallback,
    axe: Axe,
    paths_in: dict[str, list[str]],
    lang: str,
    size: ViewportSize,
) -> None:
    page = new_context(viewport=size, bypass_csp=True).new_page()
    faults = []
    for path in paths_in[lang]:
        page.goto(path)
        page.evaluate("() => { for (const fold of document.querySelectorAll('details')) fold.open = true; }")
        faults += faults_in_light_and_dark(page, axe, path)
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
    page.goto("/")
    page.get_by_role("searchbox").evaluate("e => { e.labels[0].remove(); }")
    assert faults_of_axe(axe.run(page).response, "/") == ["/: label (critical): #search-field"]
