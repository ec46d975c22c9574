"""Sentences that stand in another language than their text: a passage that was copied, and not translated.

The language of a sentence shows in its small words. Words between stars or quotes are meant so, and do not count.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from second_opinion.core.cache import cached
from second_opinion.core.findings import Finding
from second_opinion.core.languages import FACTS, LANGUAGE_NAMES, SOURCE_LANGUAGE, others
from second_opinion.core.markdown_text import Text, folds, headings
from second_opinion.core.validation import YamlDocument
from second_opinion.core.yaml_parser import KeyPath
from second_opinion.texts.blocks import passages, readable

MARKED = re.compile(r"(?<!\*)\*(?!\*)[^*]+\*|(?<!\w)_[^_]+_|[‘“\"«][^’”\"»]*[’”\"»]", re.DOTALL)
MARKS = '*_‘“"«'  # with which they begin
# Looks at each word, so it takes long.
MARKED_OR_ADDRESS = re.compile(rf"{MARKED.pattern}|\S*[/@]\S*", re.DOTALL)
PART_ENDS = re.compile(r"(?<=[.!?:;])\s+")
WORD = re.compile(r"[^\W\d_]+")
SURE, PERHAPS = 3, 2  # so many small words of another language, and none of its own
MOST_SHOWN = 60


def check_language(text: Text, lang: str) -> Iterator[Finding]:
    """Find what stands in another language in a text, in one finding with the lines of all such passages."""
    found = [
        (line, sentence, other, count)
        for line, words in _passages_and_titles(text)
        for sentence, other, count in _foreign(words, lang)[:1]
    ]
    if found:
        line, sentence, other, count = max(found, key=lambda one: one[3] >= SURE)
        more = [str(one[0]) for one in found if one[0] != line]
        also = f" (see also line{'s' if more[1:] else ''} {', '.join(more)})" if more else ""
        do = f"write it in {LANGUAGE_NAMES[lang]}, or mark words that are meant so: *...*{{ lang={other} }}"
        yield Finding(
            text.file, line, f"{_describe_language(sentence, other)}{also}", do, is_fault=count >= SURE
        )


def _passages_and_titles(text: Text) -> list[tuple[int, str]]:
    read = readable(text)
    found = [(passage.first_line, "\n".join(passage.lines)) for passage in passages(read)]
    found += [(heading.line, heading.title) for heading in headings(read)]
    found += [(fold.line, fold.title) for fold in folds(read)]
    return sorted(found)


def check_language_of_head(file: str, lines: Mapping[int, str], lang: str) -> Iterator[Finding]:
    """Find words of the head of a page in another language; ``lines`` are those words by their lines."""
    for line, words in lines.items():
        yield from _check_words(file, line, words, lang)


@cached
def check_language_of_data(document: YamlDocument) -> tuple[Finding, ...]:
    """Find words of a file of data that stand in another language than it says."""
    return tuple(
        finding
        for place, words, lang in _words_of(document)
        for finding in _check_words(document.file, document.line(*place), words, lang)
    )


@cached
def words_in_two_languages(document: YamlDocument) -> tuple[tuple[Text, Text], ...]:
    """Return the words of a file of data that stand there in the source language and in another, in pairs.

    "menu: {nl: Menu, en: Menu}" and "parts: [{nl: Dag, en: Day}]" => Menu and Menu, Dag and Day, each with its line
    """
    said = {place: words for place, words, _ in _words_of(document)}
    pairs = [
        (place, _place_in(lang, place))
        for place in said
        if SOURCE_LANGUAGE in place and not isinstance(place[-1], int)
        for lang in others(SOURCE_LANGUAGE)
    ]
    return tuple(
        (_text_at(document, place, said[place]), _text_at(document, twin, said[twin]))
        for place, twin in pairs
        if said.get(twin)
    )


def _place_in(lang: str, place: KeyPath) -> KeyPath:
    """Return where the same words stand in another language."""
    at = place.index(SOURCE_LANGUAGE)
    return (*place[:at], lang, *place[at + 1 :])


def _text_at(document: YamlDocument, place: KeyPath, words: str) -> Text:
    return Text(document.file, words, document.line(*place))


def _check_words(file: str, line: int, words: str, lang: str) -> Iterator[Finding]:
    for sentence, other, count in _foreign(words, lang)[:1]:
        do = f"write it in {LANGUAGE_NAMES[lang]}"
        yield Finding(file, line, _describe_language(sentence, other), do, is_fault=count >= SURE)


def _describe_language(sentence: str, other: str) -> str:
    shown = sentence if len(sentence) <= MOST_SHOWN else f"{sentence[:MOST_SHOWN]}…"
    return f"'{shown}' is in {LANGUAGE_NAMES[other]}"


@cached
def _foreign(words: str, lang: str) -> tuple[tuple[str, str, int], ...]:
    """Return what has small words of another language and none of its own: its first sentence, and how many.

    Sentences that follow each other count together, as one alone can be too short to tell.
    """
    found: list[tuple[str, str, int]] = []
    for run in filter(None, _without_own(words, lang)):
        counts = {
            other: [len(there & FACTS[other].small_words) for _, there in run] for other in others(lang)
        }
        other = max(counts, key=lambda one: sum(counts[one]))
        if sum(counts[other]) >= PERHAPS:
            first = next(sentence for (sentence, _), count in zip(run, counts[other], strict=True) if count)
            found.append((first, other, sum(counts[other])))
    return tuple(sorted(found, key=lambda one: one[2] < SURE))


def _without_own(words: str, lang: str) -> list[list[tuple[str, set[str]]]]:
    """Return the runs of sentences without a small word of their language, each with its words."""
    runs: list[list[tuple[str, set[str]]]] = [[]]
    own = FACTS[lang].small_words
    for sentence in PART_ENDS.split(_without_meant_so(words)) if own else []:
        said = sentence.casefold()
        # Most sentences have one between two spaces, where it is far quicker to find.
        if own.isdisjoint(said.split()) and own.isdisjoint(there := set(WORD.findall(said))):
            runs[-1].append((" ".join(sentence.split()), there))
        else:
            runs.append([])
    return runs


def _without_meant_so(words: str) -> str:
    """Return words without those that are meant to stand in another language, and without addresses."""
    if "/" in words or "@" in words:
        return MARKED_OR_ADDRESS.sub(" ", words)
    return MARKED.sub(" ", words) if any(mark in words for mark in MARKS) else words


@cached
def _words_of(document: YamlDocument) -> tuple[tuple[KeyPath, str, str], ...]:
    """Return the words below the code of a language, with their places."""
    found = []
    for place, value in document.parts():
        lang = (
            next((step for step in reversed(place) if step in FACTS), None)
            if isinstance(value, str)
            else None
        )
        if lang:
            found.append((place, value, str(lang)))
    return tuple(found)
