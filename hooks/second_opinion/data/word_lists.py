"""The lists of words that the reports on language go by: data/plain_words.yml and data/spelling.yml."""

from __future__ import annotations

from second_opinion.core.findings import Finding
from second_opinion.core.records import Strict, Words
from second_opinion.core.validation import Located, check

PLAIN_WORDS = "data/plain_words.yml"
OWN_WORDS = "data/spelling.yml"


class PlainWords(Strict):
    """Hard words with a plain suggestion, and abbreviations that need no explanation, by language."""

    nl: dict[str, Words]
    en: dict[str, Words]
    known_abbreviations: list[Words]


class OwnWords(Strict):
    """Words that are right and stand in no dictionary, by language."""

    nl: list[str]
    en: list[str]


def read_plain_words(located: Located) -> tuple[PlainWords | None, list[Finding]]:
    """Return the list of hard words."""
    words, findings = check(located, PlainWords)
    return words, [*located.findings, *findings]


def read_own_words(located: Located) -> tuple[OwnWords | None, list[Finding]]:
    """Return the words that are right and stand in no dictionary."""
    words, findings = check(located, OwnWords)
    return words, [*located.findings, *findings]
