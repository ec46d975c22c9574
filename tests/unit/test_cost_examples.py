"""The worked examples on the costs page: complete figures, each of its own year, held against their form."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest
from bs4 import BeautifulSoup
from bs4.element import Tag

from second_opinion.core.validation import read_yaml
from second_opinion.data.cost_examples import (
    FILE,
    OPEN,
    CostExample,
    Situation,
    cost_examples_markdown,
    examples_without,
    read_cost_examples,
)
from second_opinion.data.cost_questions import QUESTIONS
from second_opinion.data.deductible import Deductible
from second_opinion.project.project import Project

PARTS = {"deductible": "part_deductible_charged", "gap": "part_gap", "insurer": "part_insurer"}
AMOUNT = {"euro": 385, "confirmed": True, "read": "2026-11-22", "sources": ["zvw"]}
TABLE = Deductible.model_validate(
    {
        "compulsory": {"2026-01-01": AMOUNT, "2027-01-01": AMOUNT | {"euro": 400, "confirmed": False}},
        "voluntary": {"2026-01-01": {"euro": [100, 500], "read": "2026-11-22", "sources": ["zvw"]}},
        "rules": {"2026-01-01": {"rule": "whole-deductible", "read": "2026-11-22", "sources": ["zvw"]}},
    }
)


def example(year: int = 2026, *, patient: float, bill: float = 1000, **more: Any) -> CostExample:
    """Return an example of a year, of which the insurer pays the rest of the bill."""
    words = {
        "nl": f"Proef <{patient}>.",
        "en": f"Trial <{patient}>.",
        "title": {"nl": "Een <proef>", "en": "A <trial>"},
    }
    known = {"situation": {"year": year, "bill": bill}, "patient": patient, "insurer": bill - patient}
    return CostExample.model_validate({"id": "trial", **words, **known} | more)


def shown(project: Project, examples: list[CostExample], lang: str = "nl") -> str:
    """Return the examples as Markdown."""
    assert project.costs.texts is not None
    return cost_examples_markdown(
        examples, TABLE, lang, project.words.site[lang], project.costs.texts.answer[lang]
    )


def test_where_no_page_is_about_children_or_abroad_no_example_is() -> None:
    base = {"year": 2026, "bill": 1000}
    child, abroad, other = (
        example(patient=0, situation=base | more)
        for more in ({"age": "child"}, {"place": "abroad"}, {"age": "adult", "place": "netherlands"})
    )
    every = [child, abroad, other]
    assert examples_without(every, {"child", "letters"}) == [abroad, other]
    assert examples_without(every, {"abroad"}) == [child, other]
    assert examples_without(every, ()) == every


def test_a_house_for_one_disease_shows_no_example_of_other_care() -> None:
    every = [example(patient=0, unless=["one-disease"]), example(patient=0)]
    assert examples_without(every, (), ["one-disease"]) == every[1:]
    assert examples_without(every, (), ["by-patient"]) == every


def figures(markdown: str) -> list[Tag]:
    """Return the figures."""
    return [*BeautifulSoup(markdown, "html.parser").select("figure")]


def words_of(tag: Tag | None) -> str:
    """Return the words of an element, with plain spaces."""
    assert tag is not None
    return tag.get_text().replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("lang", "said", "euros"),
    [
        (
            "nl",
            "Een <proef> Proef <585>. De rekening is 1.000 euro, voor zorg in 2026. U betaalt 585 euro.",
            "euro",
        ),
        (
            "en",
            "A <trial> Trial <585>. The bill is 1,000 euros, for care in 2026. You pay 585 euros.",
            "euros",
        ),
    ],
)
def test_an_example_has_a_title_and_says_its_situation_bill_year_and_answer_and_lists_its_parts(
    sample: Project, lang: str, said: str, euros: str
) -> None:
    assert sample.costs.texts is not None
    [figure] = figures(shown(sample, [example(patient=585, not_covered=200)], lang))
    assert words_of(figure.figcaption) == said
    parts = sample.costs.texts.answer[lang]
    amounts = {"deductible": 385, "gap": 200, "insurer": 415}
    assert [words_of(item) for item in figure.select("li")] == [
        f"{parts[PARTS[part]]}: {amount} {euros}" for part, amount in amounts.items()
    ]


def test_an_amount_that_is_only_expected_is_said_where_it_is_used(sample: Project) -> None:
    said = sample.words.site["nl"].example_expected.format(year=2027)
    of_now, expected, unused = figures(
        shown(sample, [example(patient=385), example(2027, patient=400), example(2027, patient=0)])
    )
    assert [said in words_of(figure) for figure in (of_now, expected, unused)] == [False, True, False]


def test_an_amount_in_cents_keeps_its_cents(sample: Project) -> None:
    [figure] = figures(shown(sample, [example(patient=136.5, bill=136.5, not_covered=136.5)]))
    assert "U betaalt 136,50 euro." in words_of(figure)


def test_the_first_examples_stand_open_and_the_others_are_folded(sample: Project) -> None:
    examples = [example(patient=amount) for amount in range(OPEN + 2)]
    few, many = shown(sample, examples[:OPEN]), shown(sample, examples)
    assert "///" not in few
    before, folded = many.split("/// details | ")
    assert folded.startswith(sample.words.site["nl"].more_examples.format(count=2))
    assert [len(figures(part)) for part in (before, folded)] == [OPEN, 2]
    assert folded.endswith("\n\n///")


def test_without_examples_there_is_nothing(sample: Project) -> None:
    assert shown(sample, []) == ""


def test_every_question_of_the_estimate_is_a_field_of_a_situation() -> None:
    asked = {question.field for question in QUESTIONS if question.answers and not question.is_gate}
    assert set(Situation.model_fields) == asked


SOUND: dict[str, Any] = {"year": 2026, "bill": 650, "age": "adult", "referral": True, "deductible_used": 12.5}


def faults(situation: Mapping[str, Any], keys: str = "patient: 385\n  insurer: 265") -> list[str]:
    """Return what is wrong with one example; its situation stands on line 4, the keys after it from line 5 on."""
    written = ", ".join(
        f"{key}: {str(value).lower() if isinstance(value, bool) else value}"
        for key, value in situation.items()
    )
    text = f"- id: trial\n  nl: Test\n  en: Test\n  situation: {{{written}}}\n  {keys}\n  title: {{nl: A, en: A}}\n"
    _, found = read_cost_examples(read_yaml(text, FILE), 2026)
    return [str(finding).removeprefix(f"{FILE}:") for finding in found]


@pytest.mark.parametrize(
    ("situation", "keys", "found"),
    [
        ({}, "patient: 385\n  insurer: 265", []),
        ({"voluntary_deductible": 500}, "patient: 650\n  insurer: 0", []),
        ({"contracted": "false"}, "patient: 585\n  insurer: 65\n  not_covered: 200", []),
        (
            {"age": "adlt"},
            "patient: 385\n  insurer: 265",
            ["4: 'situation.age' is 'adlt'; did you mean 'adult'? (one of 'adult' or 'child')"],
        ),
        (
            {"referral": "ja"},
            "patient: 385\n  insurer: 265",
            ["4: 'situation.referral' is 'ja', which does not fit; write true"],
        ),
        (
            {"bill": -5},
            "patient: 385\n  insurer: 265",
            ["4: 'situation.bill' is -5, which does not fit; write 0 or more"],
        ),
        (
            {"reimbursed_percentage": 120},
            "patient: 385\n  insurer: 265",
            ["4: 'situation.reimbursed_percentage' is 120, which does not fit; write 100 or less"],
        ),
        (
            {"bill": 650.125},
            "patient: 385\n  insurer: 265",
            ["4: 'situation.bill' is 650.125: it has more than two decimals; write whole cents, like 136.56"],
        ),
        (
            {},
            "patient: 385\n  insurer: 265\n  not_covered: 400",
            ["7: not_covered 400 is more than patient 385, of which it is a part; correct one of the two"],
        ),
        (
            {},
            "patient: 385.5\n  insurer: 265",
            ["5: patient 385.50 and insurer 265 do not make the bill of 650; correct one of the three"],
        ),
    ],
)
def test_what_is_wrong_with_an_example_is_said_with_what_to_do(
    situation: dict[str, Any], keys: str, found: list[str]
) -> None:
    assert faults(SOUND | situation, keys) == found


def test_a_field_that_there_is_not_is_told_with_the_nearest_one() -> None:
    [said] = faults(SOUND | {"contractd": True})
    assert said.startswith("4: the key 'situation.contractd' is not known; did you mean 'contracted'?")


def test_an_example_of_last_year_that_says_why_it_stands_is_told_of_a_year_later() -> None:
    old = {year: SOUND | {"year": year} for year in (2024, 2025)}
    keys = "patient: 385\n  insurer: 265\n  stands: Test"
    assert faults(old[2025], keys) == []
    assert [said for said in faults(old[2024], keys) if "is of 2024" in said]


def test_care_outside_basic_insurance_has_no_answers_and_is_paid_by_nobody_else() -> None:
    dentist = {"year": 2025, "bill": 136.56}
    keys = "outside_basic: true\n  patient: 136.56\n  insurer: 0\n  not_covered: {}"
    old = "4: the example is of 2025, and it is 2026 now; write the new year and the new amounts"
    assert faults(dentist, keys.format(136.56)) == [old]
    assert faults(dentist | {"year": 2026, "referral": True}, keys.format(100)) == [
        "4: 'situation.referral' says something of care outside basic insurance; "
        "take it out, or 'outside_basic'",
        "8: 'not_covered' is 100, and care outside basic insurance is not covered at all; "
        "write 136.56, the bill",
    ]
