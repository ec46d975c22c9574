"""What makes a text hard to read: long sentences, passives, hard words, abbreviations, `je` for `u`."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence

from markdown import markdown

from second_opinion.core.findings import Finding
from second_opinion.core.languages import FACTS
from second_opinion.core.long_sentences import SENTENCE_END
from second_opinion.core.markdown_text import Text, fill_names, include_snippets, without_targets
from second_opinion.data.word_lists import PlainWords
from second_opinion.prose.readability import WORD, quoted

LONG = 20
EXTENSIONS = (
    "attr_list",
    "tables",
    "sane_lists",
    "pymdownx.blocks.admonition",
    "pymdownx.blocks.details",
)
NOT_PROSE = re.compile(
    r"\{\{?[^}]*\}?\}|https?://\S+|\b[\w-]+\.(?:com|eu|net|nl|org)\b|&\w+;|`[^`]*`|<!--.*?-->|[*_#|\[\]]"
)
Remark = tuple[str, str, str]  # the words, what makes them hard to read, and what to do
ABBREVIATION = re.compile(r"(?<![\w.])[A-Z]{2,6}(?![\w])")


def whole_text(
    text: Text,
    snippets: Mapping[str, Text],
    values: Mapping[str, str],
    boxes: Sequence[Mapping[str, str]],
) -> str:
    """Return the HTML of a text with its snippets and values; ``boxes`` are the types of boxes with their titles."""
    prose = fill_names(
        include_snippets(text.body, {name: snippet.body for name, snippet in snippets.items()}), values
    )
    of_boxes = {"pymdownx.blocks.admonition": {"types": [dict(box) for box in boxes]}}
    return markdown(prose, extensions=EXTENSIONS, extension_configs=of_boxes)


def prose_lines(text: Text, left_out: re.Pattern[str] | None = None) -> Iterator[tuple[int, str]]:
    """Yield the number of each line and its words, without marks, addresses, names and what else is left out."""
    for line, words in Text(text.file, without_targets(text.body), text.first_line).lines():
        yield line, NOT_PROSE.sub(" ", left_out.sub(" ", words) if left_out else words)


def check_plain_text(text: Text, lang: str, hard: PlainWords, explained: Sequence[str]) -> Iterator[Finding]:
    """Yield what could be plainer in a text, line by line; none of it is a fault."""
    plain_words = hard.part(lang)
    known, no_passives = {*hard.known_abbreviations, *explained}, set(hard.no_passives)
    for line, prose in prose_lines(text):
        for kind, found in (
            ("hard", _hard_words(prose, plain_words)),
            ("abbreviation", _abbreviations(prose, known)),
            ("long", _long_sentences(prose)),
            ("passive", _passives(prose, lang, no_passives)),
            ("informal", _informal(prose, lang)),
        ):
            for words, wrong, do in found:
                yield Finding(text.file, line, wrong, do, is_fault=False, about=(words,), name=kind)


def _hard_words(prose: str, plain_words: Mapping[str, str]) -> Iterator[Remark]:
    for word, plain in plain_words.items():
        if re.search(rf"\b{re.escape(word)}\b", prose, re.IGNORECASE):
            yield word, f"'{word}' is a hard word", f"perhaps '{plain}'"


def _abbreviations(prose: str, known: set[str]) -> Iterator[Remark]:
    for word in dict.fromkeys(ABBREVIATION.findall(prose)):
        if word not in known:
            yield word, f"'{word}' is not explained", "write it in full, or add it to the glossary"


def _long_sentences(prose: str) -> Iterator[Remark]:
    for sentence in SENTENCE_END.split(prose):
        length = len(WORD.findall(sentence))
        if length > LONG:
            wrong = f"a sentence of {length} words: {quoted(sentence)}"
            yield sentence, wrong, f"{LONG} or fewer reads more easily: make two"


def _matches_of(pattern: re.Pattern[str] | None, prose: str) -> Iterator[re.Match[str]]:
    return pattern.finditer(prose) if pattern else iter(())


def _passives(prose: str, lang: str, no_passives: Collection[str]) -> Iterator[Remark]:
    for match in _matches_of(FACTS[lang].passive, prose):
        if match.group(0).split()[-1].lower() not in no_passives:
            yield match[0], f"'{match[0]}' is passive", "say who does it, where that is known"


def _informal(prose: str, lang: str) -> Iterator[Remark]:
    for match in _matches_of(FACTS[lang].informal, prose):
        yield match[0], f"'{match[0]}' is informal", "write 'u' or 'uw'"
