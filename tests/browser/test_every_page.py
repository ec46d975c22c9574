"""What must hold on every page: each is opened once, as a reader would, and all is looked at in that one visit.

Beside it stands the same page without script.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache

import pytest
from msgspec import Struct
from playwright.sync_api import Browser, Page

from browser.accessibility import Accessibility
from browser.reader import DESK, LANGUAGES, ZOOMED, language_of, other
from browser.test_first_view import ABOUT_THE_PAGE, Visit, noticed, unclean, weighed
from browser.test_fits import LARGE_TEXT, SPACE_TEXT, USUAL_PHONE, faults_on, unfold
from browser.test_interface_words import SAID, menu_words, patterns_of, texts_with_words
from browser.test_menu import FOCUSED, IS_FIRST_OF_MAIN
from browser.test_print import FOLDED
from browser.test_system_settings import BARE_BOXES, MOVING
from browser.test_terms import EXPLAINED, glossary
from browser.test_without_script import LEAST_LETTERS, lost_by_script

Words = dict[str, dict[str, str]]


class Opened(Struct, frozen=True):
    """A page that has just been opened without a cache, and what the browser noticed meanwhile."""

    page: Page
    without_script: Page
    origin: str
    path: str
    visit: Visit
    words: Words
    axe: Accessibility

    @property
    def lang(self) -> str:
        """Return the language of the page."""
        return language_of(self.path)


def is_light_clean_and_private(opened: Opened) -> Iterator[str]:
    """Give what is wrong with what the page asks for, stores, weighs, and holds in its HTML."""
    page, visit, first_view = opened.page, opened.visit, list(opened.visit.responses)
    about = page.evaluate(ABOUT_THE_PAGE)
    yield from weighed(first_view, about["icon"], page.request.get(about["icon"]).body())
    yield from unclean(about, opened.lang, first_view[0].text())
    yield from noticed(page, visit, opened.origin, about["icon"])


def shows_the_same_without_script(opened: Opened) -> Iterator[str]:
    """Give what is seen without script only, and that hardly anything is seen."""
    opened.without_script.goto(opened.path)
    lost, length = lost_by_script(opened.page, opened.without_script)
    if lost or length < LEAST_LETTERS:
        yield f"{length} letters without script; with script are gone: {sorted(lost)}"


def speaks_one_language(opened: Opened) -> Iterator[str]:
    """Give the words of the other language's interface that the page says, to the eye or to the ear."""
    words, lang = opened.words, opened.lang
    strange = patterns_of(words, other(lang)) | patterns_of(menu_words(), other(lang))
    said = {text for text, _ in opened.page.evaluate(SAID)}
    assert {words[lang]["skip_to_content"], words[lang]["search_nothing"]} <= said
    yield from (f"'{text}' is {name} of the other language" for text, name in texts_with_words(said, strange))


def explains_as_the_glossary(opened: Opened) -> Iterator[str]:
    """Give the explanations that are not those of the glossary, or that stand twice."""
    entries = _glossary(opened.lang)
    explained = opened.page.evaluate(EXPLAINED)
    for shown, said in explained:
        entry = entries.get(shown.casefold(), {"term": "nothing", "text": "no entry"})
        if not said.casefold().startswith(f"{entry['term']} {entry['text']}".casefold()):
            yield f"{shown}: {said}"
    if len({said for _, said in explained}) != len(explained):
        yield "a word is explained twice"


_glossary = cache(glossary)


FOLDED_AROUND_PRINT = f"""() => {{
  const folded = {FOLDED}, counts = [folded()];
  for (const event of ["beforeprint", "afterprint"]) {{
    dispatchEvent(new Event(event));
    counts.push(folded());
  }}
  return counts;
}}"""


def unfolds_for_paper(opened: Opened) -> Iterator[str]:
    """Give how many folds are closed before, for and after print, where that is not some, none and the same."""
    before, printed, after = opened.page.evaluate(FOLDED_AROUND_PRINT)
    if before == 0 or printed != 0 or after != before:
        yield f"folded before, for and after print: {before}, {printed}, {after}"


def moves_nothing(opened: Opened) -> Iterator[str]:
    """Give what moves for a reader who wants no movement."""
    yield from opened.page.evaluate(MOVING)


def keeps_edges_in_other_colours(opened: Opened) -> Iterator[str]:
    """Give the boxes that have no edge where the reader's system sets the colours."""
    opened.page.emulate_media(forced_colors="active")
    yield from opened.page.evaluate(BARE_BOXES)
    opened.page.emulate_media(forced_colors="none")


FOCUSED_BOX = """() => {
  const focused = document.activeElement;
  const seen = focused.matches("a[href]") && focused.checkVisibility({ visibilityProperty: true });
  return [focused.innerText.trim(), seen, focused.getBoundingClientRect()];
}"""


def leads_past_the_header(opened: Opened) -> Iterator[str]:
    """Give what is wrong with the skip link, which the first Tab shows."""
    page = opened.page
    page.keyboard.press("Tab")
    name, seen, box = page.evaluate(FOCUSED_BOX)
    if name != opened.words[opened.lang]["skip_to_content"] or not seen:
        yield "the first Tab does not show the skip link"
        return
    if box["width"] < 80 or box["height"] < 24 or box["x"] < 0 or box["y"] < 0:
        yield f"the skip link stands at {box}"
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    if not page.evaluate(IS_FIRST_OF_MAIN):
        yield f"after the skip link comes {page.evaluate(FOCUSED)}"


def fits_every_window(opened: Opened) -> Iterator[str]:
    """Give what sticks out or is cut off on a desk, and unfolded with wider text at 400 % or larger text."""
    page = opened.page
    yield from faults_on(page, "on a desk")
    unfold(page)
    page.evaluate(SPACE_TEXT)
    page.set_viewport_size(ZOOMED)
    yield from faults_on(page, "with wider text at 400 %")
    page.evaluate(LARGE_TEXT)
    page.set_viewport_size(USUAL_PHONE)
    yield from faults_on(page, "with text of 200 %")
    page.evaluate("() => { document.adoptedStyleSheets = []; }")


def has_no_fault_for_axe(opened: Opened) -> Iterator[str]:
    """Give what axe finds on a phone, all unfolded; in the dark only the colours are others."""
    yield from opened.axe.faults(opened.page, "unfolded")


def complains_of_nothing(opened: Opened) -> Iterator[str]:
    """Give what the browser had to say during the whole visit, and what the page asked of others."""
    yield from opened.visit.complaints
    yield from (r.url for r in opened.visit.requests if not r.url.startswith(f"{opened.origin}/"))


# In this order: what comes later leaves more behind on the page.
CHECKS: tuple[Callable[[Opened], Iterator[str]], ...] = (
    is_light_clean_and_private,
    shows_the_same_without_script,
    speaks_one_language,
    explains_as_the_glossary,
    unfolds_for_paper,
    moves_nothing,
    keeps_edges_in_other_colours,
    leads_past_the_header,
    fits_every_window,
    has_no_fault_for_axe,
    complains_of_nothing,
)


def open_anew(page: Page, path: str, visit: Visit) -> None:
    """Leave the last page behind with all that was noticed there, and open another one as it is first seen."""
    page.goto("about:blank")
    page.set_viewport_size(DESK)
    page.emulate_media(color_scheme="light")
    visit.forget()
    page.goto(path)


@pytest.fixture(scope="session")
def found_in(
    browser: Browser, base_url: str, paths_in: dict[str, list[str]], words: Words, axe: Accessibility
) -> Callable[[str], dict[str, list[str]]]:
    """Return a function that opens each page of a language once, and gives the faults by the name of the check."""

    @cache
    def found(lang: str) -> dict[str, list[str]]:
        faults: dict[str, list[str]] = {check.__name__: [] for check in CHECKS}
        with (
            browser.new_context(base_url=base_url, viewport=DESK, reduced_motion="reduce") as context,
            browser.new_context(base_url=base_url, viewport=DESK, java_script_enabled=False) as plain,
        ):
            page, without_script, visit = context.new_page(), plain.new_page(), Visit()
            visit.listen(page)
            network = context.new_cdp_session(page)
            network.send("Network.enable")  # or the next line does nothing
            network.send("Network.setCacheDisabled", {"cacheDisabled": True})
            for path in paths_in[lang]:
                open_anew(page, path, visit)
                opened = Opened(page, without_script, base_url, path, visit, words, axe)
                for check in CHECKS:
                    faults[check.__name__] += [f"{path}: {fault}" for fault in check(opened)]
        return faults

    return found


@pytest.mark.parametrize("check", [check.__name__ for check in CHECKS])
@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_page(found_in: Callable[[str], dict[str, list[str]]], lang: str, check: str) -> None:
    faults = found_in(lang)[check]
    assert not faults, "\n".join(faults)
