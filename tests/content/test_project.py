"""What must hold of the real texts and data, whatever their editors write."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from node import Scripts
from second_opinion.commands import language
from second_opinion.commands.factsheet import boxes_part
from second_opinion.commands.keys import BEGIN_OF_FOLLOWED
from second_opinion.core.findings import faults
from second_opinion.data.cost_examples import FILE as EXAMPLES_FILE
from second_opinion.links.finished_links import places_of_outside_links
from second_opinion.project.following import questions_that_follow
from second_opinion.project.project import Project
from second_opinion.site.cost_view import cost_amounts
from support import ROOT, day_of_texts
from unit.test_cost_estimate import engine_of, in_words, rows

EXAMPLES = [pytest.param(row, id=row["id"]) for row in rows(EXAMPLES_FILE) if not row.get("outside_basic")]


def test_there_is_no_fault(real: Project) -> None:
    assert [str(finding) for finding in faults(real.findings)] == []


def test_a_pull_request_has_a_box_for_each_role_that_can_check(real: Project) -> None:
    template = (ROOT / ".github/PULL_REQUEST_TEMPLATE.md").read_text("utf-8")
    _, _, who = template.partition("## Wie heeft het nagekeken?")
    roles = [box.partition(" (")[0] for box in boxes_part(real)[1].splitlines()]
    assert re.findall(r"(?m)^(- \[ \] [^:]+):$", who) == roles


@pytest.mark.parametrize("example", EXAMPLES)
def test_an_example_says_what_the_estimate_says(
    node: Scripts, real: Project, example: dict[str, Any]
) -> None:
    assert real.costs.deductible is not None
    assert real.costs.texts is not None
    [found] = engine_of(node, cost_amounts(real.costs.deductible, real.costs.texts, "en"))(
        [example["situation"]]
    )
    gap = example.get("not_covered", 0)
    expected = {
        "patient": example["patient"],
        "insurer": example["insurer"],
        "gap": gap,
        "deductible_charged": example["patient"] - gap,
    }
    assert in_words(found, expected) == expected


def test_every_outside_address_is_found_with_its_lines(project: Path, site: Path, real: Project) -> None:
    assert real.brand.sound is not None
    places = places_of_outside_links(real, site, real.brand.sound.site_url)
    assert {source.address for source in real.sources.values() if source.address} <= set(places)
    for target, lines in places.items():
        assert lines
        for file, number in lines:
            assert target in (project / file).read_text("utf-8").splitlines()[number - 1]


def test_no_word_is_misspelt(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.chdir(ROOT)
    monkeypatch.setenv("TODAY", day_of_texts())
    assert language.main([]) == 0
    assert capsys.readouterr().out.splitlines()[-1] == language.NO_MISSPELT


def test_the_guide_for_hospitals_has_each_key_that_chooses_a_sentence_of_our_pages(real: Project) -> None:
    _, _, table = (ROOT / "HOSPITALS.md").read_text("utf-8").partition(BEGIN_OF_FOLLOWED)
    told = {
        key for row in table.splitlines() for key in row.partition(" | ")[0].removeprefix("| ").split(", ")
    }
    missed = [name for name in questions_that_follow(real) if not {*name.split(", ")} <= told]
    assert missed == [], "run: make keys"
