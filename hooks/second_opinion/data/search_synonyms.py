"""What people type in the search box in place of the words of the pages: data/search_synonyms.yml."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Annotated, NamedTuple

from msgspec import Struct
from pydantic import Field

from second_opinion.core.findings import Finding, message_of_missing_page
from second_opinion.core.languages import LANGUAGE_NAMES, LANGUAGES
from second_opinion.core.records import ByLanguage, Strict, Words, in_each_language
from second_opinion.core.validation import YamlDocument, validate

FILE = "data/search_synonyms.yml"
SomeWords = Annotated[list[Words], Field(min_length=1)]


class EverydayGroup(Strict):
    """What the pages say, and what people type instead."""

    words: SomeWords
    asked: SomeWords


@in_each_language(SomeWords)
class HelpWords(ByLanguage):
    """What people type, in each language, to whom the search first shows where help is."""


class CrisisWords(HelpWords):
    """What people in distress type, and the name of the page that is for them."""

    page: Words


@in_each_language(list[EverydayGroup])
class EverydayWords(ByLanguage):
    """The groups of each language, and the words at which the search shows where help is."""

    crisis: CrisisWords
    emergency: HelpWords


class WordGroup(Struct, frozen=True, order=True):
    """Words for one thing: those that the pages use, and those that people type instead.

    For a term of the glossary these are the term with its forms, and its synonyms.
    """

    words: tuple[str, ...]
    asked: tuple[str, ...] = ()


class Crisis(Struct, frozen=True):
    """What people in distress type, and the name of the page that is then the first result."""

    page: str = ""
    words: tuple[str, ...] = ()


class SearchWords(NamedTuple):
    """What people type, by language: everyday words, and the words at which help stands above the results."""

    everyday: Mapping[str, Sequence[WordGroup]]
    crisis: Mapping[str, Crisis]
    emergency: Mapping[str, Sequence[str]]


def read_search_synonyms(document: YamlDocument) -> tuple[SearchWords, list[Finding]]:
    """Return what people type in each language."""
    everyday, findings = validate(document, EverydayWords)
    findings = [*document.findings, *findings]
    if everyday is None:
        nothing: dict[str, list[WordGroup]] = {lang: [] for lang in LANGUAGES}
        return SearchWords(
            nothing, dict.fromkeys(LANGUAGES, Crisis()), dict.fromkeys(LANGUAGES, ())
        ), findings
    groups: dict[str, list[WordGroup]] = {}
    crisis: dict[str, Crisis] = {}
    emergency: dict[str, tuple[str, ...]] = {}
    for lang in LANGUAGES:
        of_language: list[EverydayGroup] = everyday.part(lang)
        groups[lang] = [WordGroup(tuple(group.words), tuple(group.asked)) for group in of_language]
        crisis[lang] = Crisis(everyday.crisis.page, tuple(everyday.crisis.part(lang)))
        emergency[lang] = tuple(everyday.emergency.part(lang))
    return SearchWords(groups, crisis, emergency), findings


def check_crisis_page(
    document: YamlDocument, page: str, names: Mapping[str, Collection[str]], became: Mapping[str, str]
) -> list[Finding]:
    """Find a page for people in distress that is not there; ``names`` holds the page names of each language."""
    lacking = [lang for lang, known in names.items() if page not in known] if page else []
    if not lacking:
        return []
    where = f" in {LANGUAGE_NAMES[lacking[0]]}" if len(lacking) < len(names) else ""
    wrong, do = message_of_missing_page(page, names[lacking[0]], became)
    wrong = f"{wrong}{where}, and the search leads people in distress there"
    line = document.line("crisis", "page")
    return [Finding(document.file, line, wrong, do)]
