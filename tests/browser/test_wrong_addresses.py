"""A wrong address gives one page in both languages; an old address leads to the new one."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, Route, ViewportSize, expect
from pytest_playwright.pytest_playwright import CreateContextCallback

from browser.accessibility import Accessibility
from browser.reader import HOMES, LANGUAGES, PHONE, SCREENS, path_of
from support import build, change, copy_project, serve

Words = dict[str, dict[str, str]]
WRONG = ["/bestaat-niet/", "/en/not/here/at/all", "/kosten/x.html"]
OLD = {"nl": "/oude-kosten/", "en": "/en/old-costs/"}
NEW = {"nl": "/kosten/", "en": "/en/costs/"}


@pytest.mark.parametrize("wrong", WRONG)
def test_a_wrong_address_shows_both_languages_in_the_sites_own_look(
    page: Page, words: Words, wrong: str
) -> None:
    missing: list[str] = []
    page.on("requestfailed", lambda request: missing.append(request.url))
    page.on("response", lambda answer: missing.append(answer.url) if answer.status != 200 else None)
    answer = page.goto(wrong)
    assert answer is not None
    assert answer.status == 404
    assert [path_of(url) for url in missing] == [wrong]
    for lang in LANGUAGES:
        heading = page.get_by_role("heading", name=words[lang]["not_found_title"], exact=True)
        expect(heading).to_be_visible()
        assert heading.evaluate("e => e.closest('[lang]').lang") == lang
    expect(page.get_by_role("heading", level=1)).to_have_count(1)
    assert page.locator("body").evaluate("e => getComputedStyle(e).marginTop") == "0px"


@pytest.mark.parametrize("with_script", [True, False], ids=["script", "no script"])
@pytest.mark.parametrize("name", ["not_found_home", "not_found_subjects"])
@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_page_for_wrong_addresses_leads_to_both_home_pages_and_lists_of_subjects(
    new_context: CreateContextCallback, words: Words, lang: str, name: str, with_script: bool
) -> None:
    page = new_context(java_script_enabled=with_script).new_page()
    page.goto("/en/not/here/")
    page.get_by_role("link", name=words[lang][name], exact=True).click()
    assert path_of(page.url) == HOMES[lang]
    assert page.locator("html").get_attribute("lang") == lang
    if name == "not_found_subjects":
        expect(page.get_by_role("region", name=words[lang]["all_subjects"], exact=True)).to_be_in_viewport()
    else:
        expect(page.get_by_role("heading", level=1)).to_be_in_viewport()


@pytest.mark.parametrize("size", SCREENS.values(), ids=SCREENS)
def test_the_page_for_wrong_addresses_fits_the_screen(
    new_context: CreateContextCallback, size: ViewportSize
) -> None:
    page = new_context(viewport=size).new_page()
    page.goto("/nergens/")
    width = page.evaluate("() => document.documentElement.scrollWidth")
    assert width == size["width"]


@pytest.fixture(scope="module")
def moved_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Return the address of a site on which two pages have moved."""
    root: Path = copy_project(tmp_path_factory.mktemp("moved"))
    for lang in LANGUAGES:
        old = OLD[lang].removeprefix("/en").strip("/")
        change(root, f"docs/{lang}/costs.md", "\nwritten:", f"\nmoved_from: [{old}]\nwritten:")
    with (root / "data/addresses.yml").open("a", encoding="utf-8") as addresses:
        addresses.writelines(f"- {old}\n" for old in OLD.values())
    result = build(root)
    assert result.returncode == 0, result.stderr
    with serve(root / "site") as address:
        yield address


@pytest.mark.parametrize("with_script", [True, False], ids=["script", "no script"])
@pytest.mark.parametrize("lang", LANGUAGES)
def test_an_old_address_leads_to_the_new_one(
    new_context: CreateContextCallback, moved_url: str, lang: str, with_script: bool
) -> None:
    page = new_context(java_script_enabled=with_script).new_page()
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text))
    page.goto(moved_url + OLD[lang], wait_until="commit")
    page.wait_for_url(f"**{NEW[lang]}")
    expect(page.locator("html")).to_have_attribute("lang", lang)
    assert complaints == []


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_browser_that_stays_on_the_old_address_shows_where_to_go(
    new_context: CreateContextCallback, axe: Accessibility, words: Words, moved_url: str, lang: str
) -> None:
    page = new_context(viewport=PHONE, bypass_csp=True).new_page()

    def without_refresh(route: Route) -> None:
        answer = route.fetch()
        route.fulfill(response=answer, body=answer.text().replace('http-equiv="refresh"', 'name="stay"'))

    page.route(f"**{OLD[lang]}", without_refresh)
    page.goto(moved_url + OLD[lang])
    expect(page.get_by_role("heading", name=words[lang]["moved_title"], level=1)).to_be_visible()
    assert page.locator("html").get_attribute("lang") == lang
    assert page.evaluate("() => document.documentElement.scrollWidth") == PHONE["width"]
    assert axe.faults_now(page, OLD[lang]) == []
    page.get_by_role("main").get_by_role("link").click()
    assert path_of(page.url) == NEW[lang]
