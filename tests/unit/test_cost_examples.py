"""The worked examples on the costs page: each table says of which year its amounts are."""

from __future__ import annotations

import pytest

from second_opinion.data.cost_examples import CostExample, cost_examples_tables
from second_opinion.project.project import Project


def example(year: int, patient: int) -> CostExample:
    """Return an example of a year with a bill of 1000."""
    words = {"nl": "Proef", "en": "Trial"}
    amounts = {"patient": patient, "insurer": 1000 - patient}
    situation = {"year": year, "bill": 1000}
    return CostExample.model_validate({"id": "trial", **words, "situation": situation, **amounts})


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_examples_stand_below_their_own_year(real: Project, lang: str) -> None:
    examples = [example(2031, 401), example(2032, 402), example(2031, 403)]
    first, second = cost_examples_tables(examples, lang, real.words[lang]).split("\n\n")
    assert "2031" in first.splitlines()[0]
    assert "2032" in second.splitlines()[0]
    assert [amount in first for amount in ("401", "402", "403")] == [True, False, True]


def test_without_examples_there_is_no_table(real: Project) -> None:
    assert cost_examples_tables([], "nl", real.words["nl"]) == ""
