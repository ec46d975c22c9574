"""A wrong address gives one page in both languages; an old address leads to the new one."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, Route, expect
from pytest_playwright.pytest_playwright import CreateContextCallback

from browser.accessibility import Accessibility
from browser.changed_site import NEW, OLD
from browser.reader import HOMES, LANGUAGES, PHONE, SCREENS, path_of
from browser.tabs import Tabs

Words = dict[str, dict[str, str]]
WRONG = ["/bestaat-niet/", "/en/not/here/at/all", "/kosten/x.html"]


def test_a_wrong_address_shows_both_languages_in_the_sites_own_look(page: Page, words: Words) -> None:
    missing: list[str] = []
    page.on("requestfailed", lambda request: missing.append(request.url))
    page.on("response", lambda answer: missing.append(answer.url) if answer.status >= 400 else None)
    for wrong in WRONG:
        answer = page.goto(wrong)
        assert answer is not None
        assert answer.status == 404
        for lang in LANGUAGES:
            heading = page.get_by_role("heading", name=words[lang]["not_found_title"], exact=True)
            expect(heading).to_be_visible()
            assert heading.evaluate("e => e.closest('[lang]').lang") == lang
        expect(page.get_by_role("heading", level=1)).to_have_count(1)
        assert page.locator("body").evaluate("e => getComputedStyle(e).marginTop") == "0px"
    assert [path_of(url) for url in missing] == WRONG


@pytest.mark.parametrize(
    ("with_script", "ways"),
    [
        (True, [("nl", "not_found_home"), ("en", "not_found_subjects")]),
        (False, [("en", "not_found_home"), ("nl", "not_found_subjects")]),
    ],
    ids=["script", "no script"],
)
def test_the_page_for_wrong_addresses_leads_to_both_home_pages_and_lists_of_subjects(
    open_tab: Tabs, words: Words, with_script: bool, ways: list[tuple[str, str]]
) -> None:
    page = open_tab(java_script_enabled=with_script)
    for lang, name in ways:
        page.goto("/en/not/here/")
        page.get_by_role("link", name=words[lang][name], exact=True).click()
        assert path_of(page.url) == HOMES[lang]
        assert page.locator("html").get_attribute("lang") == lang
        subjects = page.get_by_role("region", name=words[lang]["all_subjects"], exact=True)
        goal = subjects if name == "not_found_subjects" else page.get_by_role("heading", level=1)
        expect(goal).to_be_in_viewport()


def test_the_page_for_wrong_addresses_fits_the_screen_and_has_no_fault_for_axe(
    open_tab: Tabs, axe: Accessibility
) -> None:
    page, faults = open_tab(), []
    page.goto("/nergens/")
    for name, size in SCREENS.items():
        page.set_viewport_size(size)
        assert page.evaluate("() => document.documentElement.scrollWidth") == size["width"]
        faults += axe.faults(page, name)
    assert not faults, "\n".join(faults)


@pytest.mark.parametrize(("lang", "with_script"), [("nl", True), ("en", False)], ids=["script", "no script"])
def test_an_old_address_leads_to_the_new_one(
    new_context: CreateContextCallback, changed_url: str, lang: str, with_script: bool
) -> None:
    page = new_context(java_script_enabled=with_script).new_page()
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text))
    page.goto(changed_url + OLD[lang], wait_until="commit")
    page.wait_for_url(f"**{NEW[lang]}")
    expect(page.locator("html")).to_have_attribute("lang", lang)
    assert complaints == []


def test_a_browser_that_stays_on_the_old_address_shows_where_to_go(
    open_tab: Tabs, axe: Accessibility, words: Words, changed_url: str, lang: str
) -> None:
    page = open_tab(viewport=PHONE)

    def without_refresh(route: Route) -> None:
        answer = route.fetch()
        route.fulfill(response=answer, body=answer.text().replace('http-equiv="refresh"', 'name="stay"'))

    page.route(f"**{OLD[lang]}", without_refresh)
    page.goto(changed_url + OLD[lang])
    expect(page.get_by_role("heading", name=words[lang]["moved_title"], level=1)).to_be_visible()
    assert page.locator("html").get_attribute("lang") == lang
    assert page.evaluate("() => document.documentElement.scrollWidth") == PHONE["width"]
    assert axe.faults_now(page, OLD[lang]) == []
    page.get_by_role("main").get_by_role("link").click()
    assert path_of(page.url) == NEW[lang]
