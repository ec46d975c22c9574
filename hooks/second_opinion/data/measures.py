"""What the pages are measured against: data/measures.yml."""

from __future__ import annotations

from collections.abc import Collection
from typing import Annotated

from pydantic import Field

from second_opinion.core.findings import Finding, did_you_mean
from second_opinion.core.records import ByLanguage, PageName, Strict, Words, in_each_language
from second_opinion.core.validation import YamlDocument, validate
from second_opinion.core.yaml_parser import KeyPath

FILE = "data/measures.yml"
Count = Annotated[int, Field(ge=0)]


@in_each_language(list[Words])
class Phrases(ByLanguage):
    """Words and phrases to look for, by language."""


class MostWords(Strict):
    """The most words of a page: those in sight, and those that are folded."""

    open: Count
    folded: Count


class Measures(Strict):
    """The most words of a language and of each page, the lists that do not count, and the phrases to look for."""

    words: Count
    pages: dict[PageName, MostWords]
    lists: list[Words]
    hedges: Phrases
    never: Phrases
    about_ourselves: Phrases
    pages_about_ourselves: list[PageName]


def read_measures(document: YamlDocument) -> tuple[Measures | None, list[Finding]]:
    """Return what the pages are measured against."""
    measures, findings = validate(document, Measures)
    return measures, [*document.findings, *findings]


def check_measures(
    document: YamlDocument, measures: Measures, pages: Collection[str], values: Collection[str]
) -> list[Finding]:
    """Find pages and lists that do not exist; ``values`` are the names that stand for a list."""
    named: list[tuple[KeyPath, str, str, Collection[str]]] = [
        *((("pages", page), page, "page", pages) for page in measures.pages),
        *((("lists", index), name, "list", values) for index, name in enumerate(measures.lists)),
        *(
            (("pages_about_ourselves", index), page, "page", pages)
            for index, page in enumerate(measures.pages_about_ourselves)
        ),
    ]
    return [
        Finding(
            document.file,
            document.line(*place),
            f"the {what} '{name}' does not exist",
            did_you_mean(name, known),
        )
        for place, name, what, known in named
        if name not in known
    ]
