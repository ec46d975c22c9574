"""Whatever words the page about a brand can ask for, each site tells where they lack: they stand in one table."""

from __future__ import annotations

import itertools
import re
from contextlib import suppress
from pathlib import Path

import pytest
from pydantic import ValidationError

from second_opinion.brand.brand_keys import SMALLEST_BRAND, all_keys
from second_opinion.brand.model import Brand
from second_opinion.brand.own_answers import blocks_for_home
from second_opinion.brand.own_sections import own_sections
from second_opinion.brand.speaker import Speaker
from second_opinion.core.languages import SOURCE_LANGUAGE
from second_opinion.core.validation import read_yaml
from second_opinion.data.blanks import OWN_PAGE_BLANKS
from second_opinion.data.interface import NamedWords, check_missed_words
from support import ROOT

from .making import DAY, brand_of

BRAND = ROOT / "hooks/second_opinion/brand"
ADD = "add these to OWN_PAGE_BLANKS or OWN_PAGE_WITHOUT_BLANKS in data/blanks.py"
NAMED = re.compile(r"\bwords\.([a-z_]+)\b(?!\()")
REFERRALS = ("by: [gp]", "by: [treating-doctor]", "by: [gp, treating-doctor]")


def names_without_words(words: NamedWords) -> set[str]:
    """Return the names that were asked for and have no words."""
    return {finding.wrong.split("'")[1] for finding in check_missed_words([words])}


@pytest.mark.parametrize(
    "module", [*BRAND.glob("own_*.py"), BRAND / "speaker.py"], ids=lambda path: path.stem
)
def test_words_that_the_program_asks_for_by_name_are_in_the_table(module: Path) -> None:
    assert set(NAMED.findall(module.read_text("utf-8"))) - OWN_PAGE_BLANKS.keys() == set(), ADD


def test_words_that_a_value_of_a_key_asks_for_are_in_the_table() -> None:
    words = NamedWords()
    assert all_keys({SOURCE_LANGUAGE: words})
    assert names_without_words(words) - OWN_PAGE_BLANKS.keys() == set(), ADD


def test_words_of_the_first_step_are_in_the_table() -> None:
    words = NamedWords()
    for referral, insurer, made in itertools.product(REFERRALS, ("true", "false"), ("patient", "hospital")):
        said = (
            f"referral: {{{referral}}}\ncosts: {{insurer_first: {insurer}}}\nappointment: {{made: by-{made}}}"
        )
        assert blocks_for_home(Speaker(brand_of(said), SOURCE_LANGUAGE, words, DAY), [])
    assert "first_both" in names_without_words(words)
    assert names_without_words(words) - OWN_PAGE_BLANKS.keys() == set(), ADD


def test_two_values_of_a_group_ask_for_no_words_besides_also_where_they_are_refused_together() -> None:
    words = NamedWords()
    said = [(key.path[0], each.written) for key in all_keys({SOURCE_LANGUAGE: words}) for each in key.says]
    by_group = {
        group: [read_yaml(one, "").value for other, one in said if other == group] for group, _ in said
    }
    seen = 0
    for group, brands in by_group.items():
        for one, other in itertools.permutations([brand[group] for brand in brands], 2):
            if isinstance(one, dict) and isinstance(other, dict):
                with suppress(ValidationError):
                    brand = Brand.model_validate({**SMALLEST_BRAND, group: {**one, **other}})
                    seen += len(own_sections(Speaker(brand, SOURCE_LANGUAGE, words, DAY)))
    assert seen
    assert names_without_words(words) - OWN_PAGE_BLANKS.keys() == set(), ADD


def test_what_is_refused_asks_for_no_words_besides() -> None:
    words = NamedWords()
    brand = brand_of("referral: {by: [gp, treating-doctor]}")
    assert brand.referral is not None
    refused = brand.model_copy(update={"referral": brand.referral.model_copy(update={"only": True})})
    assert [*own_sections(Speaker(refused, SOURCE_LANGUAGE, words, DAY))]
    assert {name for name in names_without_words(words) if name.startswith("only_")} == set()
