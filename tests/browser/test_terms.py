"""A hard word explains itself: by keyboard, by mouse, by touch, with script and without."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Page, ViewportSize, expect

from browser.reader import CONTENT_PAGES, DESK, PHONE, ZOOMED, note_of, press_tab_to, terms
from browser.tabs import Tabs
from browser.test_fits import faults_on, unfold
from support import ROOT, read_values

# Each word that can be explained: what is shown, and what its explanation says.
EXPLAINED = """() => [...document.querySelectorAll("main button[popovertarget]")].map(button => {
  const text = e => e.textContent.replace(/\\s+/g, " ").trim();
  return [text(button), text(document.getElementById(button.getAttribute("popovertarget")))];
})"""

# What is wrong with the explanation that is open: that it is of another word, or covers its own.
COVERED = """term => {
  const note = document.querySelector("main :popover-open");
  const [word, box] = [term, note].map(e => e.getBoundingClientRect());
  const isCovered = word.top < box.bottom - 1 && box.top < word.bottom - 1;
  return note.id === term.getAttribute("popovertarget") && !isCovered
    ? [] : [`${term.innerText} from ${word.top} to ${word.bottom}, ${note.id} from ${box.top} to ${box.bottom}`];
}"""


def glossary(lang: str) -> dict[str, dict[str, Any]]:
    """Return the entries of the glossary by each way in which the word is written."""
    files = (ROOT / "data/glossary").glob("*.yml")
    entries = [entry[lang] for entry in map(read_values, files) if lang in entry]
    return {
        form.casefold(): entry for entry in entries for form in (entry["term"], *(entry.get("forms") or []))
    }


@pytest.fixture(params=[True, False], ids=["script", "no script"])
def with_script(request: pytest.FixtureRequest) -> bool:
    """Say whether the browser runs scripts."""
    return bool(request.param)


def test_a_word_is_explained_by_keyboard(open_tab: Tabs, lang: str, with_script: bool) -> None:
    page = open_tab(java_script_enabled=with_script)
    page.goto(CONTENT_PAGES[lang])
    term = terms(page).first
    note = note_of(page, term)
    expect(note).to_be_hidden()
    press_tab_to(page, term)
    page.keyboard.press("Enter")
    expect(note).to_be_visible()
    expect(note).to_contain_text(glossary(lang)[term.inner_text().casefold()]["text"])
    page.keyboard.press("Escape")
    expect(note).to_be_hidden()
    expect(term).to_be_focused()
    page.keyboard.press("Space")
    expect(note).to_be_visible()
    page.keyboard.press("Space")
    expect(note).to_be_hidden()


def test_a_word_is_explained_by_mouse_and_one_explanation_takes_the_place_of_another(
    open_tab: Tabs, lang: str, with_script: bool
) -> None:
    page = open_tab(viewport=DESK, java_script_enabled=with_script)
    page.goto(CONTENT_PAGES[lang])
    first, second = terms(page).nth(0), terms(page).nth(1)
    first.click()
    expect(note_of(page, first)).to_be_visible()
    second.click()
    expect(note_of(page, second)).to_be_visible()
    expect(note_of(page, first)).to_be_hidden()
    page.get_by_role("heading", level=1).click()
    expect(note_of(page, second)).to_be_hidden()


def test_a_word_is_explained_by_touch(open_tab: Tabs, lang: str, with_script: bool) -> None:
    page = open_tab(viewport=PHONE, has_touch=True, java_script_enabled=with_script)
    page.goto(CONTENT_PAGES[lang])
    term = terms(page).last
    term.tap()
    expect(note_of(page, term)).to_be_visible()
    term.tap()
    expect(note_of(page, term)).to_be_hidden()


@pytest.mark.parametrize(
    ("lang", "size"),
    [("en", PHONE), ("nl", ZOOMED), ("en", DESK)],
    ids=["en-phone", "nl-zoomed", "en-desk"],
)
def test_an_explanation_can_be_read_whole_fits_and_does_not_cover_its_word(
    open_tab: Tabs, lang: str, size: ViewportSize
) -> None:
    page = open_tab(viewport=size)
    page.goto(CONTENT_PAGES[lang])
    unfold(page)
    faults = []
    for term in terms(page).element_handles():
        term.click()
        expect(page.locator("main :popover-open")).to_be_in_viewport(ratio=0.99)
        faults += faults_on(page, "an explanation") + term.evaluate(COVERED)
        page.keyboard.press("Escape")
    assert not faults, "\n".join(faults)


def test_an_explanation_closes_when_the_focus_goes_past_it_so_that_it_covers_nothing(
    tab: Page, lang: str
) -> None:
    tab.goto(CONTENT_PAGES[lang])
    first, second = terms(tab).nth(0), terms(tab).nth(1)
    first.focus()
    tab.keyboard.press("Enter")
    expect(note_of(tab, first)).to_be_visible()
    tab.keyboard.press("Tab")
    expect(note_of(tab, first).get_by_role("link")).to_be_focused()
    expect(note_of(tab, first)).to_be_visible()
    tab.keyboard.press("Tab")
    expect(note_of(tab, first)).to_be_hidden()
    second.focus()
    tab.keyboard.press("Enter")
    expect(note_of(tab, second)).to_be_visible()
    tab.keyboard.press("Shift+Tab")
    expect(note_of(tab, second)).to_be_hidden()


def test_an_explanation_leads_to_its_place_in_the_list_of_all_words(
    tab: Page, words: dict[str, dict[str, str]], lang: str
) -> None:
    tab.goto(CONTENT_PAGES[lang])
    term = terms(tab).first
    explanation = glossary(lang)[term.inner_text().casefold()]["text"]
    term.click()
    note_of(tab, term).get_by_role("link", name=words[lang]["all_words"], exact=True).click()
    place = tab.locator(":target")
    expect(place).to_be_in_viewport()
    expect(tab.get_by_text(explanation).first).to_be_in_viewport()
