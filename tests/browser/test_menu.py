"""The way in: the skip link, the menu of a phone, the row of subjects of a wide screen."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, Page, ViewportSize, expect

from browser.reader import (
    CONTENT_PAGES,
    DESK,
    HOMES,
    LANGUAGES,
    PHONE,
    SCREENS,
    menu,
    menu_button,
    path_of,
    press_tab_to,
)
from browser.tabs import Tabs

Words = dict[str, dict[str, str]]
IS_FIRST_OF_MAIN = """() => [...document.querySelectorAll("main :is(a[href], button, summary)")]
  .find(e => e.checkVisibility()) === document.activeElement"""
FOCUSED = "() => [document.activeElement?.tagName, (document.activeElement?.innerText ?? '').trim()]"


def addresses_in(block: Locator) -> list[str]:
    """Return the paths that the links of a block lead to, in order."""
    addresses: list[str] = block.get_by_role("link").evaluate_all("links => links.map(link => link.href)")
    return [path_of(address) for address in addresses]


@pytest.fixture(params=[True, False], ids=["script", "no script"])
def with_script(request: pytest.FixtureRequest) -> bool:
    """Say whether the browser runs scripts."""
    return bool(request.param)


@pytest.fixture
def phone(open_tab: Tabs, with_script: bool) -> Page:
    """Return a page on a small phone, with script and without."""
    return open_tab(viewport=PHONE, has_touch=True, java_script_enabled=with_script)


def test_the_menu_opens_with_enter_and_closes_with_escape(phone: Page, words: Words, lang: str) -> None:
    phone.goto(CONTENT_PAGES[lang])
    button, opened = menu_button(phone, words[lang]), menu(phone, words[lang])
    expect(opened).to_be_hidden()
    press_tab_to(phone, button)
    phone.keyboard.press("Enter")
    expect(opened).to_be_visible()
    phone.keyboard.press("Escape")
    expect(opened).to_be_hidden()
    expect(button).to_be_focused()


def test_the_focus_goes_into_the_open_menu_whose_first_button_closes_it(
    phone: Page, words: Words, lang: str, with_script: bool
) -> None:
    phone.goto(CONTENT_PAGES[lang])
    menu_button(phone, words[lang]).tap()
    opened = menu(phone, words[lang])
    close = opened.get_by_role("button", name=words[lang]["close_menu"], exact=True)
    expect(close).to_be_visible()
    if not with_script:
        phone.keyboard.press("Tab")  # only a script can move the focus in an open menu
    expect(close).to_be_focused()
    phone.keyboard.press("Tab")
    expect(opened.get_by_role("link").first).to_be_focused()
    phone.keyboard.press("Shift+Tab")
    phone.keyboard.press("Enter")
    expect(opened).to_be_hidden()


@pytest.mark.parametrize("key", ["Tab", "Shift+Tab"])
def test_the_menu_closes_when_the_focus_leaves_it_so_that_it_covers_nothing(
    open_tab: Tabs, words: Words, lang: str, key: str
) -> None:
    page = open_tab(viewport=PHONE)
    page.goto(CONTENT_PAGES[lang])
    menu_button(page, words[lang]).press("Enter")
    opened = menu(page, words[lang])
    expect(opened.get_by_role("button")).to_be_focused()
    if key == "Tab":
        opened.get_by_role("link").last.focus()
        expect(opened).to_be_visible()
    page.keyboard.press(key)
    expect(opened).to_be_hidden()
    goal = page.get_by_role("searchbox") if key == "Tab" else menu_button(page, words[lang])
    expect(goal).to_be_focused()


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_menu_holds_every_page_of_its_language_and_marks_the_page_that_is_open(
    open_tab: Tabs, words: Words, paths_in: dict[str, list[str]], lang: str
) -> None:
    page = open_tab(viewport=PHONE)
    page.goto(CONTENT_PAGES[lang])
    menu_button(page, words[lang]).click()
    opened = menu(page, words[lang])
    expect(opened).to_be_visible()
    listed = addresses_in(opened)
    assert sorted(listed) == paths_in[lang]
    assert listed[0] == HOMES[lang]
    marked = opened.locator("[aria-current=page]")
    expect(marked).to_have_count(1)
    assert path_of(str(marked.evaluate("link => link.href"))) == CONTENT_PAGES[lang]


def test_the_last_subject_of_the_menu_can_be_reached_and_leads_to_its_page(
    phone: Page, words: Words, lang: str
) -> None:
    phone.goto(HOMES[lang])
    menu_button(phone, words[lang]).tap()
    last = menu(phone, words[lang]).get_by_role("link").last
    last.tap()
    phone.wait_for_url(lambda url: path_of(url) != HOMES[lang])
    expect(phone.get_by_role("heading", level=1)).to_be_visible()


@pytest.mark.parametrize("size", SCREENS.values(), ids=SCREENS)
def test_the_closed_menu_is_not_in_the_tab_order(
    open_tab: Tabs, words: Words, lang: str, size: ViewportSize
) -> None:
    page = open_tab(viewport=size)
    page.goto(CONTENT_PAGES[lang])
    inside = menu(page, words[lang]).or_(page.get_by_role("button", name=words[lang]["close_menu"]))
    expect(inside).to_have_count(0)  # not in the accessibility tree either
    header: list[tuple[str, str]] = []
    while ("A", words[lang]["start_page"]) not in header:
        # skip, name, language, menu, field, button and at most seven subjects
        assert len(header) <= 13, f"the way of Tab does not get past the header: {header}"
        page.keyboard.press("Tab")
        name, text = page.evaluate(FOCUSED)
        header.append((name, text))
    assert ("BUTTON", words[lang]["close_menu"]) not in header


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_wide_screen_shows_at_most_seven_subjects_in_a_row_and_no_menu_button(
    open_tab: Tabs, words: Words, paths_in: dict[str, list[str]], lang: str
) -> None:
    page = open_tab(viewport=DESK)
    page.goto(CONTENT_PAGES[lang])
    row = page.get_by_role("navigation", name=words[lang]["main_menu"], exact=True)
    expect(row).to_be_visible()
    expect(menu_button(page, words[lang])).to_be_hidden()
    listed = addresses_in(row)
    assert 2 <= len(listed) <= 7
    assert set(listed) <= set(paths_in[lang])
    expect(row.locator("[aria-current=page]")).to_have_count(1)
    page.set_viewport_size(PHONE)
    expect(row).to_be_hidden()
    expect(menu_button(page, words[lang])).to_be_visible()
