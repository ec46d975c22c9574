"""What people type in the search box in place of the words of the pages: data/search_synonyms.yml."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from second_opinion.findings import Finding
from second_opinion.front_matter import Strict, Words
from second_opinion.located import Located, check
from second_opinion.search_index import WordGroup

FILE = "data/search_synonyms.yml"
SomeWords = Annotated[list[Words], Field(min_length=1)]


class Group(Strict):
    """What the pages say, and what people type instead."""

    words: SomeWords
    asked: SomeWords


class EverydayWords(Strict):
    """The groups of each language."""

    nl: list[Group]
    en: list[Group]


def read_everyday_words(located: Located) -> tuple[dict[str, list[WordGroup]], list[Finding]]:
    """Return the groups of each language."""
    everyday, findings = check(located, EverydayWords)
    findings = [*located.findings, *findings]
    if everyday is None:
        return {"nl": [], "en": []}, findings
    return {
        lang: [WordGroup(tuple(group.words), tuple(group.asked)) for group in groups]
        for lang, groups in (("nl", everyday.nl), ("en", everyday.en))
    }, findings
