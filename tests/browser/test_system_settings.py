"""What a reader has set in the system: colours of their own, and no movement."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, Page, expect

from browser.accessibility import Accessibility
from browser.cost_page import CostPage
from browser.reader import CONTENT_PAGES, DESK, PHONE, menu, menu_button, next_step
from browser.tabs import Tabs

Words = dict[str, dict[str, str]]

EDGES = """(e, pseudo) => {
  const style = getComputedStyle(e, pseudo);
  return ["top", "right", "bottom", "left"].map(side => {
    const [line, width, colour] = ["style", "width", "color"].map(name => style[`border-${side}-${name}`]);
    return line === "none" || parseFloat(width) === 0 ? "" : `${parseFloat(width)} ${colour}`;
  });
}"""

# The boxes without any border; test_every_page looks for them everywhere.
BARE_BOXES = f"""() => [...document.querySelectorAll("main .admonition")]
  .filter(e => !({EDGES})(e).some(edge => edge)).map(e => e.outerHTML.slice(0, 80))"""

MOVING = """() => {
  const moves = style => style.scrollBehavior === "smooth"
    || `${style.animationDuration},${style.transitionDuration}`.split(",").some(time => parseFloat(time) > 0.01);
  return [...document.querySelectorAll("*")].filter(e =>
    [null, "::before", "::after"].some(pseudo => moves(getComputedStyle(e, pseudo)))).map(e => e.tagName);
}"""


def edges(element: Locator, pseudo: str | None = None) -> list[str]:
    """Return the four borders of an element as the reader's system paints them, each empty where there is none."""
    found: list[str] = element.evaluate(EDGES, pseudo)
    return found


def ground(element: Locator) -> str:
    """Return the colour on which an element stands."""
    colour: str = element.evaluate("e => getComputedStyle(e).backgroundColor")
    return colour


@pytest.fixture
def high_contrast(open_tab: Tabs) -> Page:
    """Return a page of a reader whose system sets the colours."""
    return open_tab(viewport=DESK, forced_colors="active")


def test_buttons_keep_a_border_in_the_colours_of_the_system(
    high_contrast: Page, words: Words, lang: str
) -> None:
    high_contrast.goto(CONTENT_PAGES[lang])
    submit = high_contrast.get_by_role("button", name=words[lang]["search_button"], exact=True)
    for button in (submit, next_step(high_contrast)):
        assert all(edges(button)), edges(button)
    assert any(edges(high_contrast.get_by_role("searchbox")))
    high_contrast.set_viewport_size(PHONE)
    assert all(edges(menu_button(high_contrast, words[lang])))


def test_the_page_that_is_open_is_marked_by_a_border_in_the_colours_of_the_system(
    high_contrast: Page, words: Words, lang: str
) -> None:
    high_contrast.goto(CONTENT_PAGES[lang])
    row = high_contrast.get_by_role("navigation", name=words[lang]["main_menu"], exact=True)
    current, another = row.locator("a[aria-current]"), row.locator("a:not([aria-current])").first
    assert edges(current)[2] not in {"", edges(another)[2]}
    assert edges(current)[2].split(" ", 1)[1] != ground(high_contrast.locator("body"))
    high_contrast.set_viewport_size(PHONE)
    menu_button(high_contrast, words[lang]).click()
    opened = menu(high_contrast, words[lang])
    expect(opened).to_be_visible()
    assert edges(opened.locator("a[aria-current]")) != edges(opened.locator("a:not([aria-current])").first)


def test_steps_keep_their_number_and_its_circle_in_the_colours_of_the_system(
    high_contrast: Page, lang: str
) -> None:
    high_contrast.goto({"nl": "/aanvragen/", "en": "/en/applying/"}[lang])
    steps = high_contrast.locator("main .body > ol > li")
    assert steps.count() >= 3
    for step in steps.all():
        assert "counter" in step.evaluate("e => getComputedStyle(e, '::before').content")
        assert all(edges(step, "::before"))


def test_pictograms_have_the_colour_of_text_in_the_colours_of_the_system(high_contrast: Page) -> None:
    high_contrast.goto("/")
    ink = high_contrast.locator("main h1").evaluate("e => getComputedStyle(e).color")
    fills = high_contrast.locator("main .pictogram").evaluate_all(
        "all => all.map(e => getComputedStyle(e).fill)"
    )
    assert set(fills) == {ink}


def test_a_box_without_an_edge_in_the_colours_of_the_system_is_found_out(
    high_contrast: Page, lang: str
) -> None:
    high_contrast.goto(CONTENT_PAGES[lang])
    assert high_contrast.evaluate(BARE_BOXES) == []
    first = high_contrast.locator("main .admonition").first
    first.evaluate("e => { e.style.border = 'none'; }")
    assert high_contrast.evaluate(BARE_BOXES) == [first.evaluate("e => e.outerHTML.slice(0, 80)")]


def test_the_focus_keeps_a_ring_in_the_colours_of_the_system(high_contrast: Page, lang: str) -> None:
    high_contrast.goto(CONTENT_PAGES[lang])
    for _ in range(40):
        high_contrast.keyboard.press("Tab")
        style, width, name = high_contrast.evaluate(
            "() => { const e = document.activeElement, style = getComputedStyle(e.closest('label') ?? e);"
            " return [style.outlineStyle, style.outlineWidth, e.outerHTML.slice(0, 80)]; }"
        )
        assert style != "none", name
        assert float(width.removesuffix("px")) >= 2, name


def test_a_chosen_answer_shows_whether_it_has_the_focus_in_the_colours_of_the_system(
    high_contrast: Page, lang: str
) -> None:
    cost = CostPage(high_contrast, lang).open()
    row = cost.choice("contracted", False).locator("xpath=ancestor::label")
    looks = "e => { const s = getComputedStyle(e); return [s.outlineStyle, s.borderTopColor].join() }"
    plain = row.evaluate(looks)
    cost.choice("contracted", False).focus()
    high_contrast.keyboard.press("Space")
    focused = row.evaluate(looks)
    high_contrast.keyboard.press("Tab")
    chosen = row.evaluate(looks)
    assert len({plain, focused, chosen}) == 3


def test_axe_finds_nothing_in_the_colours_of_the_system(
    high_contrast: Page, axe: Accessibility, lang: str
) -> None:
    high_contrast.goto(CONTENT_PAGES[lang])
    faults = axe.faults_now(high_contrast, CONTENT_PAGES[lang])
    assert not faults, "\n".join(faults)
