"""Worked examples of what a person pays: data/cost-examples.yml. The amounts are typed there and checked by a test."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, Any

from pydantic import Field

from second_opinion.core.findings import Finding
from second_opinion.core.formatting import euro
from second_opinion.core.records import ByLanguage, Slug, Words, in_each_language
from second_opinion.core.validation import YamlDocument, validate_list
from second_opinion.data.interface import Interface

FILE = "data/cost-examples.yml"
WholeEuro = Annotated[int, Field(strict=True, ge=0)]
NEEDED = {"year": 2026, "bill": 650}


@in_each_language(Words)
class CostExample(ByLanguage):
    """One situation, in the words of each language, with what the patient and the insurer pay in whole euros."""

    id: Slug
    situation: dict[str, Any]
    patient: WholeEuro
    insurer: WholeEuro


def read_cost_examples(document: YamlDocument, year: int) -> tuple[list[CostExample], list[Finding]]:
    """Return the examples that have a year and a bill; one that is not of the current year gives a notice."""
    good, findings = validate_list(document, CostExample)
    for index, example in good.items():
        findings += _check_numbers(document, index, example)
        of = example.situation.get("year")
        if isinstance(of, int) and of != year:
            findings.append(
                Finding(
                    FILE,
                    document.line(index, "situation", "year"),
                    f"the example is of {of}, and it is {year} now",
                    "write the new year and the new amounts",
                    is_fault=False,
                )
            )
        bill = example.situation.get("bill")
        if isinstance(bill, int) and bill != example.patient + example.insurer:
            findings.append(
                Finding(
                    FILE,
                    document.line(index, "patient"),
                    f"patient {example.patient} and insurer {example.insurer} do not make the bill of {bill}",
                    "correct one of the three",
                )
            )
    usable = [
        example
        for example in good.values()
        if all(isinstance(example.situation.get(key), int) for key in NEEDED)
    ]
    return usable, [*document.findings, *findings]


def _check_numbers(document: YamlDocument, index: int, example: CostExample) -> list[Finding]:
    return [
        Finding(
            FILE,
            document.line(index, "situation"),
            f"'situation.{key}' is missing, or no whole number",
            f"write '{key}: {like}'",
        )
        for key, like in NEEDED.items()
        if not isinstance(example.situation.get(key), int)
    ]


def cost_examples_tables(examples: Sequence[CostExample], lang: str, words: Interface) -> str:
    """Return the examples as Markdown, a table for each year: its amounts hold in no other."""
    years = dict.fromkeys(example.situation["year"] for example in examples)
    return "\n\n".join(
        _table([example for example in examples if example.situation["year"] == year], year, lang, words)
        for year in years
    )


def _table(examples: list[CostExample], year: int, lang: str, words: Interface) -> str:
    """Return the examples of one year; what the patient pays comes second, so that a phone shows it."""
    situation = words.example_situation.format(year=year)
    head = [situation, words.example_you_pay, words.example_bill, words.example_insurer_pays]
    rows = [
        [
            example.part(lang),
            f"**{euro(example.patient, lang)}**",
            euro(example.situation["bill"], lang),
            euro(example.insurer, lang),
        ]
        for example in examples
    ]
    return "\n".join("| " + " | ".join(row) + " |" for row in [head, ["---"] * 4, *rows])
