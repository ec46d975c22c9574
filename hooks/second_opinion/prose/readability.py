"""How hard a text is to read: Flesch's score, with one fixed way to split a page into sentences and words.

The constants are those of each language. Syllables come from hyphenation patterns.
Headings, tables, buttons' explanations and navigation do not count; a paragraph or list item always ends a sentence.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec import Struct
from pyphen import Pyphen
from selectolax.lexbor import LexborHTMLParser, LexborNode

from second_opinion.core.cache import cached
from second_opinion.core.languages import FACTS, LOCALES
from second_opinion.core.long_sentences import SENTENCE_END

LEFT_OUT = ".term-note, table, .admonition-title, summary, nav, form"
WORD = re.compile(r"[^\W\d_][\w’'-]*|\d+")


class Level(Struct, frozen=True):
    """The level of a text: Flesch's score (higher is easier), and the words of its sentences."""

    score: float
    words_a_sentence: float
    longest_words: int


def tree_without(html: str, selector: str) -> LexborNode:
    """Return the HTML of a page's body as a tree, without what a selector finds."""
    body = LexborHTMLParser(html).body
    assert body is not None  # noqa: S101 (what the parser promises, its types do not)
    while found := body.css_first(selector):
        found.decompose()
    return body


def sentences(html: str) -> list[str]:
    """Return the sentences of the running text of a page's body."""
    body = tree_without(html, LEFT_OUT)
    blocks = [_words_of(block.text()) for block in body.css("p, li:not(:has(p, ul, ol))")]
    return [part for block in blocks for part in SENTENCE_END.split(block) if WORD.search(part)]


def _words_of(text: str) -> str:
    return " ".join(text.split())


def quoted(sentence: str) -> str:
    """Return a sentence between quotes, as a finding names it, on one line.

    >>> quoted("Bel  uw arts.")
    "'Bel uw arts.'"
    """
    return f"'{_words_of(sentence)}'"


@cached
def _hyphenation(lang: str) -> Pyphen:
    return Pyphen(lang=LOCALES[lang])


def _syllables(word: str, lang: str) -> int:
    """Return the number of syllables of a word, by the places where it can be broken."""
    return len(_hyphenation(lang).positions(word)) + 1


def level(parts: Sequence[str], lang: str) -> Level:
    """Return the level of a text that is split into sentences.

    Raises ValueError for a text without words, and for a language that has no score.
    """
    counted = [WORD.findall(part) for part in parts]
    words = [word for found in counted for word in found]
    if not words:
        raise ValueError("a text without words has no level")
    constants = FACTS[lang].reading_ease
    if constants is None:
        raise ValueError(f"there is no score for {FACTS[lang].name}")
    base, by_sentence, by_syllable = constants
    length = len(words) / len(counted)
    density = sum(_syllables(word, lang) for word in words) / len(words)
    longest = max(map(len, counted))
    return Level(base - by_sentence * length - by_syllable * density, length, longest)
