"""The drawings of a Git host in the guides: each step is told in its order, with the words that the guides use."""

from __future__ import annotations

import pytest

from support import ROOT
from upkeep.host_drawings import DRAWINGS, Part, drawing_page


@pytest.mark.parametrize("name", DRAWINGS)
def test_the_steps_of_a_drawing_count_up_from_one(name: str) -> None:
    steps = [part.step for screen in DRAWINGS[name] for row in screen for part in row if part.step]
    assert steps == [*range(1, len(steps) + 1)]


@pytest.mark.parametrize("guide", ["CONTRIBUTING.md", "CONTRIBUTING.nl.md"])
def test_each_drawing_stands_in_both_guides(guide: str) -> None:
    told = (ROOT / guide).read_text("utf-8")
    assert [name for name in DRAWINGS if f".github/guide/{name}.png" not in told] == []


def test_only_what_a_step_presses_has_a_number_and_a_frame() -> None:
    page = drawing_page([[[Part("A & B", "button", 1), Part("C")]]])
    assert '<p><b>1</b><span class="button here">A &amp; B</span><span class="">C</span></p>' in page
