"""What a brand cannot say both: each pair is refused in one line, and the guide tells it at its key."""

from __future__ import annotations

from functools import cache

import pytest

from second_opinion.brand.apart import APART, Apart, Condition
from second_opinion.brand.brand_keys import all_keys
from second_opinion.brand.model import read_brand
from second_opinion.core.findings import Finding
from second_opinion.core.validation import read_yaml
from support import ROOT

from .making import DAY

NEEDED = {
    "referral": ("by", "[treating-doctor]"),
    "report": ("to", "[gp]"),
    "takeover": ("policy", "possible"),
}
START = ["name: {nl: Test, en: Trial}", "site_url: https://house.example"]


@cache
def examples() -> dict[str, str]:
    """Return for each key of brand.yml how it can be written."""
    return {key.dotted: "true" if "true" in key.values else key.example for key in all_keys({})}


def value_of(said: Condition) -> str:
    """Return a value with which a key says it."""
    if said.values:
        (value, *_) = said.values
        return f"[{', '.join(value)}]" if isinstance(value, list) else str(value).replace("True", "true")
    if said.has:
        return f"[{', '.join(said.has)}]"
    return "[us]" if said.lacks else examples()[said.key]


def lines_of(*said: Condition) -> list[str]:
    """Return a brand.yml that says something, each key on a line of its own."""
    records: dict[str, dict[str, str]] = {}
    for one in said:
        record, name = one.path
        records.setdefault(record, dict([NEEDED[record]] if record in NEEDED else []))[name] = value_of(one)
    inside = [
        [f"{record}:", *(f"  {key}: {value}" for key, value in keys.items())]
        for record, keys in records.items()
    ]
    return [*START, *(line for lines in inside for line in lines)]


def found_in(lines: list[str]) -> list[Finding]:
    """Return what is wrong with a brand.yml."""
    return read_brand(read_yaml("\n".join(lines), "brand.yml"), today=DAY)[1]


@pytest.mark.parametrize("pair", APART, ids=[f"{pair.one.written} {pair.other.written}" for pair in APART])
def test_two_things_that_readers_cannot_be_told_both_are_refused_in_one_line(pair: Apart) -> None:
    lines = lines_of(pair.one, pair.other)
    one, other = (
        next(
            number
            for number, line in enumerate(lines, 1)
            if line.startswith(f"  {said.path[-1]}: {value_of(said)}")
        )
        for said in (pair.one, pair.other)
    )
    (found,) = [finding for finding in found_in(lines) if finding.do == pair.do and pair.why in finding.wrong]
    assert found.line == one
    assert found.wrong.startswith(f"'{pair.one.key}")
    assert f"'{pair.other.key}" in found.wrong
    assert f"on line {other}:" in found.wrong
    for alone in (pair.one, pair.other):
        assert found_in(lines_of(alone)) == []


def test_the_guide_says_at_a_key_beside_what_it_cannot_stand() -> None:
    guide = (ROOT / "HOSPITALS.md").read_text("utf-8").splitlines()
    for pair in APART:
        told = f"ot together with {pair.other.written}: {pair.why}"
        assert [line for line in guide if f"| `{pair.one.key}`" in line and told in line]


def test_files_from_another_country_are_read_in_the_languages_of_any_file() -> None:
    said = [*START, "file:", "  languages: [nl, en]", "from_abroad:", "  languages: [nl, de]"]
    (found,) = found_in(said)
    assert (found.line, found.wrong) == (
        6,
        "'from_abroad.languages' is [nl, de], and 'file.languages' on line 4 is [nl, en]",
    )
    assert found_in([*said[:-1], "  languages: [en, nl]"]) == []
