"""What makes a text hard to read: long sentences, passives, hard words, abbreviations, `je` for `u`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from markdown import markdown

from second_opinion.core.findings import Finding
from second_opinion.core.languages import FACTS
from second_opinion.core.markdown_text import INCLUDE, Text, fill, without_targets
from second_opinion.data.word_lists import PlainWords
from second_opinion.prose.readability import Level, level, sentences

LONG = 20
NOT_PROSE = re.compile(r"\{\{?[^}]*\}?\}|https?://\S+|\b\d+\.[a-z]+|&\w+;|`[^`]*`|<!--.*?-->|[*_#|\[\]]")
ABBREVIATION = re.compile(r"(?<![\w.])[A-Z]{2,6}(?![\w])")


@dataclass(frozen=True)
class PageReport:
    """What the report says of one page: its level, None for a page without a sentence, and each remark."""

    file: str
    level: Level | None
    remarks: tuple[Finding, ...]


def whole_text(text: Text, snippets: Mapping[str, Text], values: Mapping[str, str]) -> str:
    """Return the HTML of a text with its snippets and values, without boxes' frames."""
    lines = []
    for line in text.body.splitlines():
        match = INCLUDE.match(line)
        found = snippets.get(match.group(2)) if match else None
        lines += ["", *found.body.splitlines(), ""] if found else [line]
    prose = "\n".join("" if line.lstrip().startswith("///") else line for line in lines)
    return markdown(fill(prose, dict(values)), extensions=["attr_list", "tables", "sane_lists"])


def report(
    text: Text,
    lang: str,
    *,
    snippets: Mapping[str, Text],
    values: Mapping[str, str],
    hard: PlainWords,
    explained: Sequence[str],
) -> PageReport:
    """Return the report of one page; ``explained`` are the terms that the site explains."""
    parts = sentences(whole_text(text, snippets, values))
    found = level(parts, lang) if parts and FACTS[lang].reading_ease else None
    return PageReport(text.file, found, tuple(remarks(text, lang, hard, explained)))


def prose_lines(text: Text, left_out: re.Pattern[str] | None = None) -> Iterator[tuple[int, str]]:
    """Yield the number of each line and its words, without marks, addresses, names and what else is left out."""
    for line, words in Text(text.file, without_targets(text.body), text.first_line).lines():
        yield line, NOT_PROSE.sub(" ", left_out.sub(" ", words) if left_out else words)


def remarks(text: Text, lang: str, hard: PlainWords, explained: Sequence[str]) -> Iterator[Finding]:
    """Yield what could be plainer in a text, line by line; none of it is a fault."""
    plain_words = hard.part(lang)
    known = {*hard.known_abbreviations, *explained}
    for line, prose in prose_lines(text):
        for wrong, do in (
            *_hard_words(prose, plain_words),
            *_abbreviations(prose, known),
            *_long_sentences(prose),
            *_passives(prose, lang),
            *_informal(prose, lang),
        ):
            yield Finding(text.file, line, wrong, do, is_fault=False)


def _hard_words(prose: str, plain_words: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    for word, plain in plain_words.items():
        if re.search(rf"\b{re.escape(word)}\b", prose, re.IGNORECASE):
            yield f"'{word}' is a hard word", f"perhaps '{plain}'"


def _abbreviations(prose: str, known: set[str]) -> Iterator[tuple[str, str]]:
    for word in dict.fromkeys(ABBREVIATION.findall(prose)):
        if word not in known:
            yield f"'{word}' is not explained", "write it in full, or add it to the glossary"


def _long_sentences(prose: str) -> Iterator[tuple[str, str]]:
    for sentence in re.split(r"(?<=[.!?])\s+", prose):
        length = len(re.findall(r"\w[\w’'-]*", sentence))
        if length > LONG:
            yield f"a sentence of {length} words", f"{LONG} or fewer reads more easily: make two"


def _found(pattern: re.Pattern[str] | None, prose: str) -> Iterator[re.Match[str]]:
    return pattern.finditer(prose) if pattern else iter(())


def _passives(prose: str, lang: str) -> Iterator[tuple[str, str]]:
    for match in _found(FACTS[lang].passive, prose):
        yield f"'{match.group(0)}' is passive", "say who does it, where that is known"


def _informal(prose: str, lang: str) -> Iterator[tuple[str, str]]:
    for match in _found(FACTS[lang].informal, prose):
        yield f"'{match.group(0)}' is informal", "write 'u' or 'uw'"
