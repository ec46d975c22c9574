"""Bars: a bill drawn as who pays which part of it, from the list that says the same in words."""

from __future__ import annotations

import random
from itertools import pairwise

import pytest
from bs4 import BeautifulSoup

from second_opinion.data.bar_legend import PARTS, bar_legend
from second_opinion.project.project import Project
from second_opinion.site.bars import WHOLE, Segment, add_bars, segments
from second_opinion.site.preview import BAR_PARTS
from support import ROOT

SPLIT = {"deductible": 385_00, "gap": 200_00, "insurer": 215_00}


@pytest.mark.parametrize(
    ("amounts", "found"),
    [
        ([("deductible", 385_00), ("insurer", 265_00)], [(0, 5923), (5923, 4077)]),
        ([("gap", 650_00)], [(0, 10000)]),
        ([("deductible", 1), ("gap", 1), ("insurer", 1)], [(0, 3333), (3333, 3333), (6666, 3334)]),
        ([("deductible", 1), ("insurer", 1_000_000_00)], [(0, 10000)]),
        ([("deductible", 0), ("insurer", 650_00)], [(0, 10000)]),
        ([("deductible", 0)], []),
        ([], []),
    ],
)
def test_the_parts_of_a_bar_stand_beside_each_other(
    amounts: list[tuple[str, int]], found: list[tuple[int, int]]
) -> None:
    assert [(one.start, one.width) for one in segments(amounts)] == found


def test_the_parts_of_every_bar_fill_it_in_their_order_and_none_has_no_width() -> None:
    chance = random.Random(1)  # noqa: S311 (a test, no secret)
    for _ in range(2000):
        amounts = [(part, chance.choice([0, 1, chance.randrange(10**8)])) for part in PARTS]
        found = segments(amounts)
        assert all(one.width > 0 for one in found)
        assert sum(one.width for one in found) == (WHOLE if any(cents for _, cents in amounts) else 0)
        for before, after in pairwise(found):
            assert before.start + before.width == after.start
            assert [*PARTS].index(before.part) < [*PARTS].index(after.part)


def test_a_part_of_a_bar_is_as_wide_as_its_share_of_the_bill() -> None:
    shown = segments([*SPLIT.items()])
    assert shown == [
        Segment("deductible", 0, 4812),
        Segment("gap", 4812, 2500),
        Segment("insurer", 7312, 2688),
    ]


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_a_bar_and_its_list_in_words_say_the_same(sample: Project, lang: str) -> None:
    assert sample.costs.texts is not None
    words = sample.costs.texts.answer[lang]
    tree = BeautifulSoup(add_bars(f"<p>Voor.</p>{bar_legend(SPLIT, lang, words)}<p>Na.</p>"), "html.parser")
    said = [item.get_text().replace("\u00a0", " ") for item in tree.select("ul.bar-legend > li")]
    euros = "euro" if lang == "nl" else "euros"
    assert said == [f"{words[name]}: {SPLIT[part] // 100} {euros}" for part, name in PARTS.items()]
    whole, *swatches = tree.select("svg")
    assert [rect["width"] for rect in whole.select("rect")] == ["48.12%", "25%", "26.88%"]
    assert [rect["x"] for rect in whole.select("rect")] == ["0%", "48.12%", "73.12%"]
    fills = [f"url(#bar-{part})" for part in SPLIT]
    assert [rect["fill"] for rect in whole.select("rect")] == fills
    assert [one.select_one("rect")["fill"] for one in swatches] == fills  # type: ignore[index]
    assert all(svg["aria-hidden"] == "true" for svg in (whole, *swatches))
    assert [node.name for node in tree.find_all(recursive=False)] == ["p", "svg", "ul", "p"]
    assert "data-" not in str(tree)


def test_a_part_that_is_nothing_has_no_words_and_no_swatch(sample: Project) -> None:
    assert sample.costs.texts is not None
    tree = BeautifulSoup(
        add_bars(
            bar_legend(dict.fromkeys(PARTS, 0) | {"gap": 136_56}, "nl", sample.costs.texts.answer["nl"])
        ),
        "html.parser",
    )
    assert [item.get_text() for item in tree.select("li")] == [
        f"{sample.costs.texts.answer['nl']['part_gap']}: 136,56\u00a0euro"
    ]
    assert len(tree.select("rect")) == 2


def test_a_body_without_a_bar_stays_as_it_is() -> None:
    assert add_bars("<p>Tekst &amp; meer</p>") == "<p>Tekst &amp; meer</p>"


def test_every_part_has_its_pattern() -> None:
    drawn = BeautifulSoup((ROOT / "overrides/partials/bar_patterns.html").read_text("utf-8"), "html.parser")
    patterns = {str(one["id"]) for one in drawn.select("[id]")}
    assert patterns == {f"bar-{part}" for part in BAR_PARTS}
    assert [part for part in BAR_PARTS if part in PARTS] == [*PARTS]
