"""No word of one language in the interface of the other, names for screen readers included."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

import pytest
from playwright.sync_api import Page

from browser.reader import CONTENT_PAGES, HOMES, LANGUAGES, other
from support import ROOT, read_values

Words = dict[str, dict[str, str]]

# All that a page says, to the eye or to the ear, outside what is marked as another language; `chrome` tells
# whether it stands outside the text of the page and its sources, which may hold the same names in both languages.
SAID = """() => {
  const NAMES = /^(aria-(label|description|roledescription|valuetext)|placeholder|title|alt|label|content)$/;
  const lang = document.documentElement.lang, said = [];
  const say = (element, text, chrome) => {
    const words = text.replace(/\\s+/g, " ").trim();
    if (words && element.closest("[lang]").lang === lang) said.push([words, chrome]);
  };
  const isAround = e => !e.closest("main") || (e.closest("main :is(nav, section)") && !e.closest("li:has(cite)"));
  const walker = document.createTreeWalker(document.documentElement, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const element = node.parentElement;
    if (!element.closest("script, style")) say(element, node.data, !!isAround(element));
  }
  for (const element of document.querySelectorAll("*")) {
    for (const {name, value} of element.attributes) {
      if (NAMES.test(name) || name.startsWith("data-word")) say(element, value, element.tagName !== "META");
    }
    if (element.matches("input:not([type=radio]), button")) say(element, element.value, true);
  }
  return said;
}"""


def patterns_of(words: Words, lang: str) -> dict[str, re.Pattern[str]]:
    """Return what finds each word of a language's interface that is another one in the other language."""
    same = set(words[other(lang)].values())
    return {
        name: re.compile(re.sub(r"\\\{\w+\\\}", ".+", re.escape(text)))
        for name, text in words[lang].items()
        if text not in same
    }


def texts_with_words(texts: Iterable[str], words: dict[str, re.Pattern[str]]) -> Iterator[tuple[str, str]]:
    """Give each text that says one of the words, with its name: a sentence anywhere in it, a short name by itself."""
    sentences = {name: pattern for name, pattern in words.items() if pattern.pattern.count(r"\ ") >= 3}
    alone, anywhere = ("|".join(p.pattern for p in some.values()) for some in (words, sentences))
    for text in texts:
        if re.fullmatch(alone, text) or re.search(anywhere, text):
            for name, pattern in words.items():
                if pattern.fullmatch(text) or (name in sentences and pattern.search(text)):
                    yield text, name


def menu_words() -> Words:
    """Return the short names of the pages of each language."""
    entries = {file.stem: read_values(file) for file in (ROOT / "data/menu").glob("*.yml")}
    return {lang: {name: entry[lang] for name, entry in entries.items()} for lang in LANGUAGES}


@pytest.mark.parametrize("addresses", [HOMES, CONTENT_PAGES], ids=["home", "content"])
def test_what_a_page_says_around_its_text_is_said_otherwise_in_the_other_language(
    tab: Page, words: Words, addresses: dict[str, str]
) -> None:
    said = {}
    for lang in LANGUAGES:
        tab.goto(addresses[lang])
        said[lang] = {
            text for text, is_chrome in tab.evaluate(SAID) if is_chrome and re.search("[a-z]{2}", text)
        }
    alike = {text for name, text in words["nl"].items() if words["en"][name] == text}
    alike |= set(menu_words()["nl"].values()) & set(menu_words()["en"].values())
    alike |= {link for text in words["nl"].values() for link in re.findall(r"\[(.+?)\]\(", text)}
    brand = tab.get_by_role("banner").get_by_role("link").first.inner_text().strip()
    assert said["nl"] & said["en"] - alike - {brand} == set()
    assert min(len(said["nl"]), len(said["en"])) > 15
