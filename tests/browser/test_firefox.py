"""What is asked of Chromium asked of Firefox too, where the two differ: the focus, what opens, the form, paper."""

from __future__ import annotations

import os
import re
import zlib
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Playwright, ViewportSize, expect

from browser import test_focus, test_menu, test_pictures, test_search, test_terms
from browser.cost_page import CostPage
from browser.reader import DESK, HOMES
from browser.tabs import Tabs
from upkeep import engines
from upkeep.system_packages import find

Words = dict[str, dict[str, str]]
NARROW = ViewportSize(width=320, height=640)

# Paper with the heading of the steps and the steps alone: the heading stands where only itself fits below.
AT_THE_FOOT = """() => {
  const steps = document.querySelector("main ol"), heading = steps.previousElementSibling;
  for (let e = steps; e !== document.body; e = e.parentElement) {
    for (const other of e.parentElement.children) {
      if (![e, heading].includes(other)) other.hidden = true;
    }
  }
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`[hidden] { display: none !important } main :not(h2, li) { padding: 0 !important }
    .above { height: 23.5cm } h2, ol { margin: 0 !important }`);
  heading.before(Object.assign(document.createElement("div"), { className: "above" }));
  document.adoptedStyleSheets = [sheet];
}"""
A4 = {"width": "21in", "height": "29.7in"}  # this driver takes inches for centimetres
AT_THE_END: dict[str, str | float | bool] = {
    "toolkit.shutdown.fastShutdownStage": 3
}  # it ends with its last window, and tidies up nothing that is thrown away
MARGIN = {"top": "1.7in", "right": "1.8in", "bottom": "1.8in", "left": "1.8in"}


@pytest.fixture(scope="module")
def firefox(playwright: Playwright) -> Iterator[Browser]:
    """Return the system's Firefox."""
    browser = playwright.firefox.launch(
        channel="moz-firefox",
        executable_path=find(engines.FIREFOX, os.environ),
        firefox_user_prefs=AT_THE_END,
    )
    yield browser
    browser.close()


@pytest.fixture(scope="module")
def open_tab(firefox: Browser, base_url: str) -> Iterator[Tabs]:
    """Return what gives a tab in Firefox, in place of one in Chromium."""
    tabs = Tabs(firefox, base_url)
    yield tabs
    tabs.close()


@pytest.fixture
def page(open_tab: Tabs) -> Page:
    """Return a page in Firefox."""
    return open_tab(viewport=DESK)


def test_in_firefox_the_focus_is_seen_all_the_way_through_a_page(firefox: Browser, base_url: str) -> None:
    tabs = Tabs(firefox, base_url)  # past its end the focus leaves a tab for good
    test_focus.test_all_the_way_through_a_page_the_focus_is_seen(tabs, "/", DESK, "light")
    tabs.close()


def test_the_menu_opens_by_keyboard_and_covers_nothing(open_tab: Tabs, words: Words) -> None:
    test_menu.test_the_menu_closes_when_the_focus_leaves_it_so_that_it_covers_nothing(
        open_tab, words, "nl", "Tab"
    )


def test_the_search_answers_is_walked_and_has_no_stop_without_a_name(page: Page) -> None:
    page.goto("/kosten/")
    test_search.test_the_list_is_walked_with_the_arrow_keys_and_escape_closes_it_and_keeps_what_was_typed(
        page
    )
    page.get_by_role("search").get_by_role("button").focus()
    page.keyboard.press("Tab")
    expect(test_search.links(page).first).to_be_focused()


def test_a_word_is_explained_by_keyboard_and_its_explanation_covers_nothing(page: Page) -> None:
    test_terms.test_an_explanation_closes_when_the_focus_goes_past_it_so_that_it_covers_nothing(page, "nl")


def test_the_estimate_works_by_keyboard_and_an_opened_question_is_seen_on_a_narrow_screen(
    open_tab: Tabs,
) -> None:
    cost = CostPage(open_tab(viewport=NARROW), "en").open()
    cost.chip("bill").focus()
    cost.page.keyboard.press("Enter")
    expect(cost.question("bill")).to_be_focused()
    expect(cost.question("bill").locator("legend")).to_be_in_viewport(ratio=1)
    for key in ("Tab", "Space", "Tab", *"650", "Enter"):
        cost.page.keyboard.press(key)
    expect(cost.whole.get_by_role("heading", name=cost.form["heading"], exact=True)).to_be_focused()
    expect(cost.answer).to_contain_text("650 euros")


def test_pictures_fit_a_small_phone_and_are_on_paper(open_tab: Tabs, page: Page, site: Path) -> None:
    test_pictures.test_every_name_fits_its_lane_and_every_arrow_begins_and_ends_in_one(open_tab, site, NARROW)
    test_pictures.test_paper_has_every_picture_and_each_on_one_sheet(page, site)


def test_on_paper_a_heading_stands_on_the_page_of_its_list(page: Page) -> None:
    page.goto(HOMES["nl"])
    page.evaluate(AT_THE_FOOT)
    pdf = page.pdf(**A4, margin=MARGIN)  # type: ignore[arg-type]
    pages = sum(len(re.findall(rb"/Type\s*/Page\b", part)) for part in unpacked(pdf))
    written = [part for part in unpacked(pdf) if re.search(rb"\bBT\b.*\bT[jJ]\b.*\bET\b", part, re.DOTALL)]
    assert (pages, len(written)) == (2, 1)


def unpacked(pdf: bytes) -> Iterator[bytes]:
    """Return the packed parts of a PDF: what is drawn on each page, its fonts, and the list of its pages."""
    for stream in re.findall(rb"stream\r?\n(.*?)\r?\nendstream", pdf, re.DOTALL):
        with suppress(zlib.error):
            yield zlib.decompress(stream)
