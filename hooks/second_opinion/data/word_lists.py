"""The lists of words that the reports on language go by: data/plain_words.yml and data/spelling.yml."""

from __future__ import annotations

from second_opinion.core.findings import Finding
from second_opinion.core.records import ByLanguage, Words, in_each_language
from second_opinion.core.validation import YamlDocument, validate

PLAIN_WORDS = "data/plain_words.yml"
SPELLING = "data/spelling.yml"


@in_each_language(dict[str, Words])
class PlainWords(ByLanguage):
    """Hard words with a plain one by language, abbreviations that need no explanation, and what is no passive."""

    known_abbreviations: list[Words]
    no_passives: list[Words]


@in_each_language(list[str])
class SpellingList(ByLanguage):
    """Words that are right and stand in no dictionary, by language."""


def read_plain_words(document: YamlDocument) -> tuple[PlainWords | None, list[Finding]]:
    """Return the list of hard words."""
    words, findings = validate(document, PlainWords)
    return words, [*document.findings, *findings]


def read_spelling_list(document: YamlDocument) -> tuple[SpellingList | None, list[Finding]]:
    """Return the words that are right and stand in no dictionary."""
    words, findings = validate(document, SpellingList)
    return words, [*document.findings, *findings]
