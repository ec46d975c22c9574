"""The list of sources on the page about the site: those that readers meet, and no others."""

from __future__ import annotations

from pathlib import Path

import pytest

from .conftest import checked
from .spoiling import append, front

SOURCE = """- id: trial
  title: Nergens genoemd
  publisher: Test
  language: nl
  read: 2026-11-22
  archived: false"""
MENTAL_HEALTH = ("docs/nl/mental-health.md", "docs/en/mental-health.md")


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_a_source_stands_in_the_list_as_long_as_a_page_of_the_site_names_it(root: Path, lang: str) -> None:
    append("data/sources.yml", SOURCE)(root)
    assert "Nergens genoemd" not in checked(root).values[lang]["sources"]
    for file in MENTAL_HEALTH:
        front(file, "sources", "sources: [trial]")(root)
    assert "Nergens genoemd" in checked(root).values[lang]["sources"]
    append("brands/neutral/brand.yml", "pages_left_out: [{page: mental-health, reason: Test}]")(root)
    assert "Nergens genoemd" not in checked(root).values[lang]["sources"]


def test_a_hospital_that_leaves_a_page_out_is_not_asked_to_take_its_sources_out(root: Path) -> None:
    append("data/sources.yml", SOURCE)(root)
    for file in MENTAL_HEALTH:
        front(file, "sources", "sources: [trial]")(root)
    append("brands/neutral/brand.yml", "pages_left_out: [{page: mental-health, reason: Test}]")(root)
    assert [str(finding) for finding in checked(root).findings if "'trial'" in str(finding)] == []
