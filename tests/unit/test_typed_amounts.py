"""Amounts of money that are typed into a brand's own lines and sentences, and where they belong."""

from __future__ import annotations

import pytest

from second_opinion.brand.typed_amounts import check_typed_amounts
from second_opinion.core.validation import read_yaml
from unit.making import brand_of

VALUES = {
    "nl": {"deductible.compulsory": "321 euro", "deductible.year": "2026", "page.words": "321 euro"},
    "en": {"deductible.compulsory": "€321", "deductible.year": "2026", "page.words": "€321"},
}


@pytest.mark.parametrize(
    ("said", "told"),
    [
        (
            "own_lines: {costs: {nl: U betaalt 12 euro., en: You pay.}}",
            "'own_lines.costs.nl' holds the amount '12 euro'; "
            "say it in 'costs.prices' or 'costs.advance', with its day, and take it out here",
        ),
        (
            "sentences: {costs_page: {nl: U betaalt., en: You pay €500.}}",
            "'sentences.costs_page.en' holds the amount '€500'; take it out; readers get it from 'costs', with its day",
        ),
        (
            "own_lines: {costs: {nl: U betaalt € 321., en: You pay.}}",
            "'own_lines.costs.nl' holds the amount '€ 321'; "
            "take it out, or say it in a text of yours in docs/ or snippets/: {{ deductible.compulsory }}",
        ),
        ("own_lines: {costs: {nl: Sinds 2026 zijn er 321 stoelen., en: There are 12 chairs.}}", ""),
        ("sentences: {costs_advance: {nl: 'U betaalt {amount}.', en: 'You pay {amount}.'}}", ""),
    ],
)
def test_an_amount_in_words_of_a_hospital_is_told_with_where_it_belongs(said: str, told: str) -> None:
    text = f"costs: {{advance: 500, date: 2026-11-01}}\n{said}"
    found = [*check_typed_amounts(read_yaml(text, "brand.yml"), brand_of(text), VALUES)]
    assert [f"{one.wrong}; {one.do}" for one in found] == ([told] if told else [])
