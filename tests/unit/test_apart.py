"""What a brand cannot say both: each pair is refused in one line, and the guide tells it at its key."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

import pytest

from second_opinion.brand.apart import APART, NONE_OF_ITS_OWN, OWN_CARE, Apart, Condition
from second_opinion.brand.brand_keys import SMALLEST_BRAND, Key, all_keys
from second_opinion.brand.companions import COMPANIONS
from second_opinion.brand.model import read_brand
from second_opinion.brand.own_sections import SECTIONS, own_sections
from second_opinion.brand.speaker import Speaker
from second_opinion.core.findings import Finding, faults
from second_opinion.core.languages import SOURCE_LANGUAGE
from second_opinion.core.validation import YamlDocument, read_yaml
from second_opinion.project.project import Project
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


@pytest.mark.parametrize("pair", APART, ids=[f"{pair.one.in_guide} {pair.other.in_guide}" for pair in APART])
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
        told = f"ot together with {pair.other.in_guide}: {pair.why}"
        assert [line for line in guide if f"| `{pair.one.key}`" in line and told in line]


@pytest.mark.parametrize("said", ["[]", "[us]", "us"])
@pytest.mark.parametrize("group", sorted({key.partition(".")[0] for key in COMPANIONS}))
def test_a_group_that_is_no_group_is_told_at_its_line(group: str, said: str) -> None:
    assert {
        (found.line, f"'{group}'" in found.wrong) for found in found_in([*START, f"{group}: {said}"])
    } == {(3, True)}


def test_files_from_another_country_are_read_in_the_languages_of_any_file() -> None:
    said = [*START, "file:", "  languages: [nl, en]", "from_abroad:", "  languages: [nl, de]"]
    (found,) = found_in(said)
    assert (found.line, found.wrong) == (
        6,
        "'from_abroad.languages' is [nl, de], and 'file.languages' on line 4 is [nl, en]",
    )
    assert found_in([*said[:-1], "  languages: [en, nl]"]) == []


# What an organisation that gives no second opinions itself can say of them: how it goes where it sends people.
OF_ANY_HOUSE = {"appointment.made", "report.to", "report.unless_you_object", "report.copy_on_request"}
ABOUT_ITSELF = {"where-to-go", "hard-to-ask", "contact", "papers", "more", "complaints"}
ELSEWHERE = {"directory": {"nl": "https://a.example", "en": "https://a.example"}}
GROUPS_SAID = {
    "specialties": "{all: true}",
    "moment": "{urgent: true}",
    "referral": "{by: [gp]}",
    "file": "{by: [us]}",
    "review": "{confirmation: true}",
    "waiting_times": "{address: {nl: https://a.example, en: https://a.example}}",
    "studies": "{judged: true}",
    "costs": "{insurer_first: true}",
    "takeover": "{policy: possible}",
    "from_abroad": "{languages: [nl]}",
}


def found_in_network(said: dict[str, object]) -> list[Finding]:
    """Return what is wrong with a network that says something."""
    document = YamlDocument("brand.yml", {**SMALLEST_BRAND, "elsewhere": ELSEWHERE, **said}, {})
    return faults(read_brand(document, today=DAY)[1])


@pytest.mark.parametrize("said", OWN_CARE, ids=[said.in_guide for said in OWN_CARE])
def test_a_network_cannot_say_what_is_about_second_opinions_of_its_own(said: Condition) -> None:
    top, *inner = said.path
    value = (
        f"{inner[0]}: {value_of(said) if top != 'own_lines' else '{nl: Zo is het., en: It is so.}'}"
        if inner
        else ""
    )
    if companion := COMPANIONS.get(said.key):
        value = f"{companion.example}, {value}"
    if inner and top in NEEDED and inner[0] != NEEDED[top][0]:
        value = f"{': '.join(NEEDED[top])}, {value}"
    lines = [*START, "elsewhere: {directory: {nl: https://a.example, en: https://a.example}}"]
    lines.append(f"{top}: {{{value}}}" if inner else f"{top}: {GROUPS_SAID[top]}")
    found = [finding for finding in found_in(lines) if NONE_OF_ITS_OWN in finding.wrong]
    assert f"'{said.key}" in "".join(finding.wrong for finding in found)
    assert {(finding.line, "'elsewhere' on line 3:" in finding.wrong) for finding in found} == {(4, True)}
    assert found_in([line for line in lines if not line.startswith("elsewhere")]) == []


def test_every_key_that_a_network_can_say_is_about_itself_or_holds_in_any_house(
    sample: Project, every_key: Sequence[Key]
) -> None:
    words = sample.own_page.words
    said_by_section: dict[str, set[str]] = {}
    for key in every_key:
        for value in key.says if key.path[0] != "elsewhere" else ():
            said = read_yaml(value.written, "brand.yml").value
            if found_in_network(said):
                continue
            document = YamlDocument("brand.yml", {**SMALLEST_BRAND, "elsewhere": ELSEWHERE, **said}, {})
            brand, _ = read_brand(document, today=DAY)
            assert brand is not None
            for section in own_sections(Speaker(brand, SOURCE_LANGUAGE, words[SOURCE_LANGUAGE], DAY)):
                said_by_section.setdefault(section.anchor, set()).add(key.dotted)
    about_care = [key for anchor in said_by_section.keys() - ABOUT_ITSELF for key in said_by_section[anchor]]
    assert {*about_care} == OF_ANY_HOUSE, (
        "is it about second opinions that a network does not give? Then write the key in OWN_CARE of brand/apart.py; "
        "does it hold wherever people are sent? Then write it in OF_ANY_HOUSE here"
    )
    line = {"nl": "Zo is het.", "en": "It is so."}
    open_to_lines = {anchor for anchor in SECTIONS if not found_in_network({"own_lines": {anchor: line}})}
    assert open_to_lines == said_by_section.keys(), "a line of its own has the rule of the section's keys"


def test_the_guide_says_at_elsewhere_what_cannot_stand_beside_it() -> None:
    (told,) = [
        line
        for line in (ROOT / "HOSPITALS.md").read_text("utf-8").splitlines()
        if "| `elsewhere` | keys |" in line
    ]
    assert [said.in_guide for said in OWN_CARE if said.in_guide not in told] == []
