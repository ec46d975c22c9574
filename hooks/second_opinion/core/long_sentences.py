"""Sentences of more words than most people read with ease."""

from __future__ import annotations

import re

MOST_IN_SENTENCE = 25  # words
SENTENCE_END = re.compile(r"(?<=[.!?])[’”\"')]*\s+")  # wherever sentences are counted


def long_sentences(words: str) -> list[tuple[int, str, int]]:
    """Return each sentence that is too long, with the place where it begins and the number of its words."""
    starts = [0, *(match.end() for match in SENTENCE_END.finditer(words))]
    found = [
        (start, words[start:end].strip()) for start, end in zip(starts, [*starts[1:], None], strict=True)
    ]
    counted = [(start, part, sum(map(_is_word, part.split()))) for start, part in found]
    return [(start, part, count) for start, part, count in counted if count > MOST_IN_SENTENCE]


def _is_word(part: str) -> bool:
    return any(map(str.isalnum, part))


def describe_long_sentence(sentence: str, count: int) -> str:
    """Return what is wrong with a sentence that is too long."""
    return f"a sentence of {count} words, {MOST_IN_SENTENCE} at most: '{' '.join(sentence.split())}'"
