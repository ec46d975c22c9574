"""The list to sign names the keys that make a sentence: a brand without a key says all else that it still can."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import pytest

from second_opinion.brand.model import read_brand
from second_opinion.commands.sign_off import variants_of
from second_opinion.core.findings import faults
from second_opinion.core.validation import YamlDocument, read_yaml

from .making import DAY

START = "name: {nl: Huis Ter Test, en: Test House}\nsite_url: https://house.example\n"
PRICES = "prices: [{name: first-visit, what: {nl: Gesprek, en: Visit}, euro: 350}], date: 2026-11-22"
UNTIL = "date: 2026-11-22, until: 2026-12-31"
HOUSES = [
    f"costs: {{{PRICES}, self_pay: true, contracts: {{insurers: [Noord], all_but: true, {UNTIL}}}}}",
    f"costs: {{{PRICES}, self_pay: true, date_is: changed, advance: 500}}\ncontact: {{phone: 000 000 00 00}}",
    f"costs: {{advance: 500, date: 2026-11-22, contracts: {{insurers: [Noord], {UNTIL}}}}}",
    "file: {by: [us], written_consent: true, disc: true, disc_often: true, languages: [nl]}",
    "contact: {form: https://a.example, form_answer_time: {nl: binnen een dag, en: within a day}, email: a@b.example}",
    "contact: {form: https://a.example, answer_time: {nl: binnen een dag, en: within a day}}\n"
    "referral: {by: [gp], only: true}",
    "waiting_times:\n  weeks: [{specialty: {nl: Hart, en: Heart}, weeks: 2-3}]\n  date: 2026-11-22\n"
    "  address: https://a.example\n  listed_by: specialty",
    "appointment: {address: https://a.example, advice_from_file: true, when: [{nl: de arts u wil zien, en: the doctor "
    "wants to see you}], video: true}",
]


def keys_in(says: Mapping[str, Any]) -> Iterator[tuple[str, ...]]:
    """Yield each key that a brand says, with its group."""
    for name, said in says.items():
        yield from ((name, key) for key in said) if isinstance(said, dict) else [(name,)]


def with_key(says: Mapping[str, Any], whole: Mapping[str, Any], key: tuple[str, ...]) -> dict[str, Any]:
    """Return what a brand says, with a key as the whole brand has it."""
    group, *names = key
    inside = {name: whole[group][name] for name in whole[group] if name in {*says.get(group, {}), *names}}
    return {**says, group: inside if names else whole[group]}


@pytest.mark.parametrize("house", HOUSES)
def test_without_a_key_no_more_goes_than_what_cannot_be_said_then(house: str) -> None:
    document = read_yaml(START + house, "brand.yml")
    whole = document.value
    assert not faults(read_brand(document, today=DAY)[1])
    wrong = []
    for variant in (one for one in variants_of(document, [], DAY) if one.name != "name"):
        gone = {*keys_in(whole)} - {*keys_in(variant.says)}
        for key in gone - {tuple(variant.name.split("."))}:
            more = YamlDocument("brand.yml", with_key(variant.says, whole, key), {})
            wrong += [] if faults(read_brand(more, today=DAY)[1]) else [(variant.name, key)]
    assert wrong == []
