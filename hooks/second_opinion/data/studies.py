"""How often a second opinion differed, of every hundred people of a study: data/studies.yml."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from html import escape
from typing import Annotated

from babel.numbers import format_decimal
from pydantic import BeforeValidator, Field, WithJsonSchema

from second_opinion.core.findings import Finding
from second_opinion.core.languages import LOCALES
from second_opinion.core.records import Strict, Wording, Words
from second_opinion.core.validation import YamlDocument, validate_list
from second_opinion.data.interface import NamedWords
from second_opinion.data.sources import message_of_missing_source

FILE = "data/studies.yml"
NAME = "studies"  # in {{ }}
WHOLE = 100
HUNDRED = "hundred"  # the class of one study
SHARES = ("same", "smaller", "major", "different")
REST = "rest"
OR_MORE = "+"


def _people(value: object) -> str:
    if not re.fullmatch(r"[1-9][0-9]*\+?", str(value)):
        raise ValueError("this is no number of people; write it like 70, or 1300+ for more than 1300")
    return str(value)


Share = Annotated[int, Field(strict=True, ge=1, le=WHOLE)]
People = Annotated[str, BeforeValidator(_people), WithJsonSchema({"type": ["string", "integer"]})]


class Study(Strict):
    """One study: its title, year and size, and of how many people in a hundred the second advice was which."""

    source: Words
    title: Wording
    year: Annotated[int, Field(strict=True, ge=1900, le=2100)]
    people: People
    note: Wording | None = None
    same: Share | None = None
    smaller: Share | None = None
    major: Share | None = None
    different: Share | None = None

    def parts(self) -> list[tuple[str, int]]:
        """Return the people of each kind, and last those of whom the study does not tell it; a hundred in all."""
        given = [(kind, count) for kind in SHARES if (count := getattr(self, kind))]
        left = WHOLE - sum(count for _, count in given)
        return [*given, (REST, left)] if left else given


def read_studies(document: YamlDocument, source_ids: Collection[str]) -> tuple[list[Study], list[Finding]]:
    """Return the studies that can be drawn; without ``source_ids`` nothing is looked up."""
    good, findings = validate_list(document, Study)
    drawn = []
    for index, study in good.items():
        wrong = _check_shares(document, index, study)
        findings += wrong
        if source_ids and study.source not in source_ids:
            findings.append(
                Finding(
                    FILE,
                    document.line(index, "source"),
                    *message_of_missing_source(study.source, source_ids),
                )
            )
        drawn += [] if wrong else [study]
    return drawn, [*document.findings, *findings]


def _check_shares(document: YamlDocument, index: int, study: Study) -> list[Finding]:
    """Find shares of which no hundred people can be drawn."""
    given = {kind: count for kind in SHARES if (count := getattr(study, kind))}
    if not given:
        do = f"write of how many people in {WHOLE} the advice was which: {', '.join(SHARES)}"
        return [Finding(FILE, document.line(index), "the study has no numbers", do)]
    line = document.line(index, [*given][-1])
    found = []
    if (total := sum(given.values())) > WHOLE:
        shown = ", ".join(f"{kind} {count}" for kind, count in given.items())
        found.append(
            Finding(FILE, line, f"{shown} make {total}, {WHOLE} at most", "look them up in the study")
        )
    if "different" in given and len(given.keys() - {"same", "different"}):
        do = "keep 'different' only where the study does not say how much the advice differed"
        found.append(
            Finding(
                FILE, line, "'different' stands beside 'smaller' or 'major', which it would count again", do
            )
        )
    return found


def studies_html(studies: Sequence[Study], lang: str, words: NamedWords) -> str:
    """Return the words of every picture; its people are drawn beside them when the page is finished."""
    return "\n".join(_study(study, lang, words) for study in studies)


def _study(study: Study, lang: str, words: NamedWords) -> str:
    number = format_decimal(int(study.people.removesuffix(OR_MORE)), locale=LOCALES[lang])
    size = words.study_people_or_more if study.people.endswith(OR_MORE) else words.study_people
    note = f" {study.note.part(lang)}" if study.note else ""
    parts = "".join(
        f'<li class="{kind}"><span><strong>{count}</strong> {escape(words[f"study_{kind}"])}</span></li>'
        for kind, count in study.parts()
    )
    about = escape(f"{size.format(people=number)}{note}")
    title = escape(f"{study.title.part(lang)}, {study.year}")
    picture = f"<div><p><strong>{title}</strong></p><ul>{parts}</ul></div>"
    return f'<div class="{HUNDRED}">{picture}<p>{about}</p></div>'
