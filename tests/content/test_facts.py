"""Every fact that the site must hold has its place in both languages (facts.csv)."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from second_opinion.core.markdown_text import Text, headings
from support import ROOT, read_values

FACTS = Path(__file__).with_name("facts.csv")
NUMBERS = [f"F{number:03}" for number in [*range(1, 272), 275]]


def rows() -> list[dict[str, str]]:
    """Return the rows of the list."""
    with FACTS.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def anchors(lang: str, page: str) -> set[str]:
    """Return the anchors of a page as its editor wrote them."""
    file = ROOT / "docs" / lang / f"{page}.md"
    return {heading.anchor for heading in headings(Text(page, file.read_text("utf-8")))}


def test_no_fact_is_missing_from_the_list_and_none_is_unknown() -> None:
    assert sorted({row["number"] for row in rows()}) == NUMBERS


def test_every_fact_is_said_in_short_words() -> None:
    assert [row for row in rows() if not 10 <= len(row["fact"]) <= 200] == []


def test_no_place_stands_twice() -> None:
    places = [(row["number"], row["page"], row["anchor"]) for row in rows()]
    assert len(places) == len(set(places))


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_the_section_of_every_fact_exists(lang: str) -> None:
    """A fact goes where its section went, as editors write that down; a page that is gone takes its facts along."""
    known = {file.stem: anchors(lang, file.stem) for file in (ROOT / "docs" / lang).glob("*.md")}
    moved = read_values(ROOT / "data/moved_anchors.yml")
    lost = [
        row
        for row in rows()
        if row["page"] in known and row["anchor"] not in known[row["page"]] | {*moved.get(row["page"], {})}
    ]
    assert lost == [], "write in tests/content/facts.csv where these facts stand now"
