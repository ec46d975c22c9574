"""What a key of brand.yml needs beside it: without it the key is refused, with it readers get its sentence."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

import pytest

from checking import checked_project
from second_opinion.brand.brand_keys import Key, all_keys
from second_opinion.brand.choices import ASKED_IN, keys_to_ask
from second_opinion.brand.companions import COMPANIONS, day_beside
from second_opinion.brand.model import read_brand
from second_opinion.core.findings import Finding, faults
from second_opinion.core.validation import read_yaml

from .making import DAY
from .spoiling import append, write

START = "name: {nl: Test, en: Trial}\nsite_url: https://house.example\n"
REFUSED_ALONE = [key for key, companion in COMPANIONS.items() if companion.one_of]
ADDRESS = (
    "address: {nl: https://a.example, en: https://a.example}"  # without which no wait stands there at all
)


def file_with(key: Key, *beside: str) -> str:
    """Return a brand.yml that says a key, the last one of its group."""
    group, name = key.path
    value = "true" if "true" in key.values else key.example
    return START + "\n".join([f"{group}:", *(f"  {said}" for said in beside), f"  {name}: {value}"])


def found_in(key: Key, *beside: str) -> list[Finding]:
    """Return what is wrong with a brand.yml that says a key, the last one of its group."""
    return read_brand(read_yaml(file_with(key, *beside), "brand.yml"), today=DAY)[1]


@pytest.mark.parametrize("name", REFUSED_ALONE)
def test_a_key_without_what_it_needs_beside_it_is_refused_at_its_line(name: str) -> None:
    (key,) = [key for key in all_keys({}) if key.dotted == name]
    companion, others = COMPANIONS[name], [ADDRESS] if name.startswith("waiting_times") else []
    (found,) = found_in(key, *others)
    assert re.match(rf"'{name}'(?: is .*)?: ", found.wrong)
    assert found.wrong.endswith(f": {companion.wrong}")
    assert (found.line, found.do) == (4 + len(others), companion.do)
    assert found_in(key, *others, companion.example) == []


def test_a_key_refused_for_what_it_needs_is_told_without_a_word_of_texts_that_lead_to_its_page(
    root: Path, tmp_path: Path
) -> None:
    for lang, words in (("nl", "Vraag ons"), ("en", "Ask us")):
        write(f"snippets/{lang}/ask.md", f"{words}.\n")(root)
        write(f"snippets/{lang}/ask-if-own-way.md", f"[{words}](your-hospital.md).\n")(root)
        append(f"docs/{lang}/applying.md", '\n--8<-- "ask.md"\n')(root)
    keys = [key for key in all_keys({}) if key.dotted in REFUSED_ALONE]
    told = {}
    for key in keys:
        (tmp_path / "brand.yml").write_text(file_with(key), "utf-8")
        found = faults(checked_project(root, {"BRAND": str(tmp_path)}).findings)
        told[key.dotted] = {one.file for one in found}
    assert told == {name: {str(tmp_path / "brand.yml")} for name in REFUSED_ALONE}


def test_what_is_needed_and_cannot_be_read_is_told_alone() -> None:
    (key,) = [key for key in all_keys({}) if key.dotted == "costs.prices"]
    (found,) = found_in(key, "date: 22-11-2026")
    assert found.wrong == "'costs.date' is '22-11-2026', which is no date"


def test_a_value_that_cannot_be_read_is_shown_once_where_the_key_also_needs_another() -> None:
    said = read_yaml(START + "waiting_times: {date: 22-11-2026}", "brand.yml")
    assert [found.wrong for found in read_brand(said, today=DAY)[1]] == [
        "'waiting_times.date' is '22-11-2026', which is no date",
        "'waiting_times.date': beside it stand no 'weeks' that were true on that day",
    ]


def test_each_key_that_is_asked_has_a_sentence_in_the_guide(every_key: Sequence[Key]) -> None:
    told = {key.dotted for key in every_key if key.says} | {*ASKED_IN} | {*COMPANIONS}
    silent = [key.dotted for key in keys_to_ask(every_key) if key.dotted not in told]
    assert silent == [], "what do they say something beside? Write it in COMPANIONS"


def test_the_day_of_prices_and_of_waiting_times_is_typed_with_them() -> None:
    days = {key: day_beside(key) for key in COMPANIONS if day_beside(key)}
    assert days == {"costs.prices": ("costs", "date"), "waiting_times.weeks": ("waiting_times", "date")}
