"""Worked examples of what a person pays: data/cost-examples.yml. The amounts are typed there and checked by a test."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import Field

from second_opinion.findings import Finding
from second_opinion.front_matter import Slug, Strict, Words
from second_opinion.interface import Interface
from second_opinion.located import Located, check_list
from second_opinion.wording import euro

FILE = "data/cost-examples.yml"
WholeEuro = Annotated[int, Field(strict=True, ge=0)]


class CostExample(Strict):
    """One situation, in the words of both languages, with what the patient and the insurer pay in whole euros."""

    id: Slug
    nl: Words
    en: Words
    situation: dict[str, Any]
    patient: WholeEuro
    insurer: WholeEuro


def read_cost_examples(located: Located, year: int) -> tuple[list[CostExample], list[Finding]]:
    """Return the examples; one that is not of the current year gives a notice."""
    good, findings = check_list(located, CostExample)
    for index, example in good.items():
        of = example.situation.get("year")
        if of != year:
            findings.append(
                Finding(
                    FILE,
                    located.line(index, "situation", "year"),
                    f"the example is of {of}, and it is {year} now",
                    "write the new year and the new amounts",
                    is_fault=False,
                )
            )
        bill = example.situation.get("bill")
        if not isinstance(bill, int):
            wrong = "'situation.bill' is missing, or no whole number"
            findings.append(Finding(FILE, located.line(index, "situation"), wrong, "write 'bill: 650'"))
        elif bill != example.patient + example.insurer:
            findings.append(
                Finding(
                    FILE,
                    located.line(index, "patient"),
                    f"patient {example.patient} and insurer {example.insurer} do not make the bill of {bill}",
                    "correct one of the three",
                )
            )
    usable = [example for example in good.values() if isinstance(example.situation.get("bill"), int)]
    return usable, [*located.findings, *findings]


def cost_examples_table(examples: list[CostExample], lang: str, words: Interface) -> str:
    """Return the examples as a Markdown table; what the patient pays comes second, so that a phone shows it."""
    head = [words.example_situation, words.example_you_pay, words.example_bill, words.example_insurer_pays]
    rows = [
        [
            example.nl if lang == "nl" else example.en,
            f"**{euro(example.patient, lang)}**",
            euro(example.situation["bill"], lang),
            euro(example.insurer, lang),
        ]
        for example in examples
    ]
    return "\n".join("| " + " | ".join(row) + " |" for row in [head, ["---"] * 4, *rows])
