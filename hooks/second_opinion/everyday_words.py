"""What people type in the search box in place of the words of the pages: data/search_synonyms.yml."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from second_opinion.findings import Finding
from second_opinion.front_matter import Strict, Words
from second_opinion.located import Located, check
from second_opinion.search_index import Crisis, WordGroup

FILE = "data/search_synonyms.yml"
SomeWords = Annotated[list[Words], Field(min_length=1)]


class Group(Strict):
    """What the pages say, and what people type instead."""

    words: SomeWords
    asked: SomeWords


class CrisisWords(Strict):
    """What people in distress type, in each language, and the name of the page that is for them."""

    page: Words
    nl: SomeWords
    en: SomeWords


class EverydayWords(Strict):
    """The groups of each language, and the words at which the search shows where help is."""

    nl: list[Group]
    en: list[Group]
    crisis: CrisisWords


def read_everyday_words(
    located: Located,
) -> tuple[dict[str, list[WordGroup]], dict[str, Crisis], list[Finding]]:
    """Return the groups and the crisis words of each language."""
    everyday, findings = check(located, EverydayWords)
    findings = [*located.findings, *findings]
    if everyday is None:
        return {"nl": [], "en": []}, {"nl": Crisis(), "en": Crisis()}, findings
    crisis = everyday.crisis
    groups = {
        lang: [WordGroup(tuple(group.words), tuple(group.asked)) for group in groups]
        for lang, groups in (("nl", everyday.nl), ("en", everyday.en))
    }
    return (
        groups,
        {
            "nl": Crisis(crisis.page, tuple(crisis.nl)),
            "en": Crisis(crisis.page, tuple(crisis.en)),
        },
        findings,
    )
