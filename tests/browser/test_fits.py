"""Nothing is cut off and nobody scrolls sideways: on a small phone, at 400 % and with wider text."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, Page, ViewportSize, expect

from browser.reader import CONTENT_PAGES, DESK, HOMES, PHONE, ZOOMED, menu, menu_button
from browser.tabs import Tabs
from second_opinion.core.phone import with_signs_kept

# What stands outside the window, but for what scrolls in a frame of its own and what is there for the ear only.
STICKS_OUT = """() => {
  const width = document.documentElement.clientWidth;
  const aside = e => {
    for (let at = e; at && at !== document.body; at = at.parentElement) {
      const style = getComputedStyle(at);
      if (/auto|scroll/.test(style.overflowX) || style.clipPath !== "none") return true;
    }
    return false;
  };
  const faults = [...document.body.querySelectorAll("*")]
    .map(e => [e, e.getBoundingClientRect()])
    .filter(([e, box]) => box.width > 0 && (box.right > width + 1 || box.left < -1))
    .filter(([e]) => e.checkVisibility({visibilityProperty: true}) && !aside(e))
    .map(([e, box]) => `${e.tagName} '${e.textContent.trim().slice(0, 30)}' from ${box.left} to ${box.right}`);
  const whole = document.documentElement.scrollWidth;
  return whole > width ? [...faults, `the page is ${whole} wide`] : faults;
}"""

# Text in a box that hides what does not fit.
CUT_OFF = """() => [...document.body.querySelectorAll("*")]
  .filter(e => e.scrollHeight > e.clientHeight + 1 && e.textContent.trim())
  .filter(e => /hidden|clip/.test(getComputedStyle(e).overflowY) && getComputedStyle(e).clipPath === "none")
  .map(e => `${e.tagName.toLowerCase()} '${e.textContent.trim().slice(0, 30)}' is cut off`)"""
NOT_SEEN = f"() => [...({STICKS_OUT})(), ...({CUT_OFF})()]"

# The spacing that a reader may set (WCAG 2.2, 1.4.12), set from outside as an extension does.
SPACE_TEXT = """() => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`
    * { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important; }
    p { margin-bottom: 2em !important; }
  `);
  document.adoptedStyleSheets = [sheet];
}"""


def unfold(page: Page) -> None:
    """Open all that is folded."""
    page.evaluate("() => { for (const fold of document.querySelectorAll('details')) fold.open = true; }")


def faults_on(page: Page, where: str) -> list[str]:
    """Return what sticks out or is cut off, each with the place."""
    return [f"{where}: {fault}" for fault in page.evaluate(NOT_SEEN)]


# Letters twice as large on a phone, as a reader sets them in the browser.
LARGE_TEXT = """() => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync("html { font-size: 200% }");
  document.adoptedStyleSheets = [sheet];
}"""
USUAL_PHONE = ViewportSize(width=390, height=844)
LEAST_FIELD = 96
ROOM_FOR_A_QUESTION = 200
SHORT_AND_DUTCH = """bar => {
  bar.querySelector(".language").remove();
  bar.querySelector(".brand").textContent = "OZ";
}"""
LEAST_NAME_BEFORE_MENU = """bar => {
  const brand = bar.querySelector(".brand"), menu = bar.querySelector(".menu-button");
  brand.textContent = "UMC";
  while (menu.offsetTop < brand.offsetTop + brand.offsetHeight) brand.textContent += "\\u00a0UMC";
}"""
WIDE_LOGO = """brand => {
  brand.innerHTML = '<img class="mark" alt="" width="240" height="48"> <span>Voorbeeldziekenhuis Ergensveen</span>';
}"""
LEAST_NAME = 88
SQUARE_LOGO = """brand => {
  brand.innerHTML = '<img class="mark" alt="" width="48" height="48"> <span>AVL</span>';
}"""
LONG_NAME = SQUARE_LOGO.replace("AVL", "Medisch Centrum Ergensveen")
NAME_OF_A_TOWN = SQUARE_LOGO.replace("AVL", "UMC Verzonnenstad")
LINES_OF_LAST_WORD = """name => {
  const range = document.createRange(), text = name.firstChild;
  range.setStart(text, text.data.lastIndexOf(" ") + 1);
  range.setEnd(text, text.length);
  return range.getClientRects().length;
}"""
IS_BESIDE = """brand => {
  const [logo, name] = [...brand.children].map(part => part.getBoundingClientRect());
  return logo.right <= name.left && name.top < logo.bottom;
}"""


@pytest.mark.parametrize("path", [HOMES["nl"], CONTENT_PAGES["en"]], ids=["home", "content"])
def test_a_page_of_each_kind_fits_every_window(tab: Page, path: str) -> None:
    tab.goto(path)
    faults = []
    for size in (PHONE, ZOOMED):
        tab.set_viewport_size(size)
        faults += faults_on(tab, f"{size['width']}x{size['height']}")
    unfold(tab)
    faults += faults_on(tab, "unfolded")
    tab.evaluate(SPACE_TEXT)
    tab.set_viewport_size(DESK)
    faults += faults_on(tab, "with wider text on a desk")
    assert not faults, "\n".join(faults)


@pytest.mark.parametrize(("lang", "size"), [("en", PHONE), ("nl", ZOOMED)], ids=["en-phone", "nl-zoomed"])
def test_the_open_menu_and_open_results_fit_a_small_phone(
    open_tab: Tabs,
    words: dict[str, dict[str, str]],
    lang: str,
    size: dict[str, int],
) -> None:
    page = open_tab(viewport={"width": size["width"], "height": size["height"]})
    page.goto(CONTENT_PAGES[lang])
    page.evaluate(SPACE_TEXT)
    menu_button(page, words[lang]).click()
    expect(menu(page, words[lang])).to_be_visible()
    faults = faults_on(page, "the menu")
    page.keyboard.press("Escape")
    page.get_by_role("searchbox").fill("second opinion")
    expect(page.get_by_role("search").get_by_role("listitem").first).to_be_visible()
    faults += faults_on(page, "the results")
    assert not faults, "\n".join(faults)


CALL = with_signs_kept('<a href="tel:+31880000000">088 000 00 00</a>, dan helpt iemand u.')
WITH_COMMA = """call => {
  const places = [];
  for (let before = 0; before < 90; before++) {
    const line = document.createElement("p");
    line.innerHTML = `Bel ${"x".repeat(before)} ${call}`;
    document.querySelector("main .body").append(line);
    const comma = document.createRange();
    comma.selectNode(line.querySelector(".kept").lastChild);
    const [sign, ...numbers] = [comma, line.querySelector("a")].flatMap(e => [...e.getClientRects()]);
    places.push(numbers.length === 1 && sign.top < numbers[0].bottom && sign.bottom > numbers[0].top);
  }
  return places;
}"""


LINES = "link => Math.round(link.offsetHeight / parseFloat(getComputedStyle(link).lineHeight))"


def test_a_telephone_number_stays_on_one_line_with_its_comma_on_a_desk(open_tab: Tabs) -> None:
    page = open_tab(viewport=DESK)
    page.goto(CONTENT_PAGES["nl"])
    assert set(page.evaluate(WITH_COMMA, CALL)) == {True}


def test_a_telephone_number_stays_whole_and_with_its_comma_on_a_phone_as_far_as_it_fits(tab: Page) -> None:
    tab.set_viewport_size(USUAL_PHONE)
    tab.goto(CONTENT_PAGES["nl"])
    assert set(tab.evaluate(WITH_COMMA, CALL)) == {True}
    lines = f"() => [...document.querySelectorAll('main a[href^=tel]')].map({LINES})"
    assert set(tab.evaluate(lines)) == {1}
    tab.evaluate(LARGE_TEXT)
    tab.set_viewport_size(PHONE)
    assert faults_on(tab, "twice as large") == []


def test_the_search_field_of_a_small_phone_has_room_for_a_word(open_tab: Tabs, lang: str) -> None:
    page = open_tab(viewport=PHONE)
    page.goto(CONTENT_PAGES[lang])
    assert page.get_by_role("searchbox").evaluate("field => field.clientWidth") >= LEAST_FIELD


def test_the_search_field_of_a_phone_has_room_beside_a_short_name_in_one_language(tab: Page) -> None:
    tab.set_viewport_size(USUAL_PHONE)
    tab.goto(CONTENT_PAGES["nl"])
    tab.locator(".top-bar").evaluate(SHORT_AND_DUTCH)
    assert tab.get_by_role("searchbox").evaluate("field => field.clientWidth") >= ROOM_FOR_A_QUESTION


def test_a_menu_that_has_no_place_beside_the_name_shares_its_row_with_the_search(tab: Page) -> None:
    tab.set_viewport_size(USUAL_PHONE)
    tab.goto(CONTENT_PAGES["nl"])
    tab.locator(".top-bar").evaluate(LEAST_NAME_BEFORE_MENU)
    assert_menu_is_beside_search(tab)


def test_below_a_long_name_beside_a_logo_a_small_phone_has_one_row_for_menu_and_search(tab: Page) -> None:
    tab.set_viewport_size(PHONE)
    tab.goto(CONTENT_PAGES["nl"])
    tab.locator(".brand").evaluate(LONG_NAME)
    assert_menu_is_beside_search(tab)
    tab.evaluate(LARGE_TEXT)
    assert tab.get_by_role("searchbox").evaluate("field => field.clientWidth") >= LEAST_FIELD
    assert not faults_on(tab, "in large letters")


def assert_menu_is_beside_search(page: Page) -> None:
    """Fail unless the menu and a search that has room for a word share a row."""
    rows = [box["y"] for box in map(Locator.bounding_box, page.locator(".menu-button, .search").all()) if box]
    assert max(rows) - min(rows) < 2
    assert page.get_by_role("searchbox").evaluate("field => field.clientWidth") >= LEAST_FIELD


def test_a_name_beside_a_wide_logo_has_room_on_a_small_phone(tab: Page) -> None:
    tab.set_viewport_size(PHONE)
    tab.goto(CONTENT_PAGES["nl"])
    brand = tab.locator(".brand")
    brand.evaluate(WIDE_LOGO)
    assert brand.locator("span").evaluate("name => name.getBoundingClientRect().width") >= LEAST_NAME
    assert not faults_on(tab, "with a wide logo")


def test_the_name_of_a_town_stays_whole_beside_a_logo_on_a_small_phone(tab: Page) -> None:
    tab.set_viewport_size(PHONE)
    tab.goto(CONTENT_PAGES["nl"])
    brand = tab.locator(".brand")
    brand.evaluate(NAME_OF_A_TOWN)
    assert brand.locator("span").evaluate(LINES_OF_LAST_WORD) == 1
    assert brand.evaluate(IS_BESIDE)


def test_a_short_name_stands_beside_a_square_logo_on_a_phone(tab: Page) -> None:
    tab.set_viewport_size(USUAL_PHONE)
    tab.goto(CONTENT_PAGES["nl"])
    brand = tab.locator(".brand")
    brand.evaluate(SQUARE_LOGO)
    assert brand.evaluate(IS_BESIDE)


def test_a_wide_table_scrolls_in_a_frame_of_its_own_by_keyboard_too(open_tab: Tabs, changed_url: str) -> None:
    page = open_tab(viewport=PHONE)
    page.goto(f"{changed_url}/redenen/")
    frames = page.get_by_role("region").filter(has=page.get_by_role("table"))
    assert frames.count() > 0
    wide = [frame for frame in frames.all() if frame.evaluate("e => e.scrollWidth > e.clientWidth")]
    assert wide, "no table is wider than a phone"
    for frame in wide:
        frame.focus()
        page.keyboard.press("ArrowRight")
        expect(frame).to_be_focused()
        expect(frame).not_to_have_js_property("scrollLeft", 0)


def test_without_its_styles_a_page_begins_with_a_small_mark_and_its_pictograms_are_small(tab: Page) -> None:
    tab.route("**/*.css", lambda route: route.abort())
    tab.goto("/")
    sizes = tab.locator("svg").evaluate_all(
        "all => all.map(e => [e.clientWidth, e.clientHeight].join()).filter(size => size !== '0,0')"
    )
    assert sizes[0] == "40,40"
    assert set(sizes[1:]) == {"24,24"}
