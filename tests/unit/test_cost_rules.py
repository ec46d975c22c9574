"""The rules of the law: each holds in its own years, and a new one leaves the old ones as they are."""

from __future__ import annotations

import datetime
from typing import Any

import pytest

from node import SCRIPTS, Scripts
from second_opinion.core.validation import read_yaml
from second_opinion.data.deductible import FILE, RULE_NAMES, Deductible, read_deductible
from second_opinion.project.project import Project
from second_opinion.site.cost_view import cost_amounts

from .test_cost_estimate import CASES, USUAL, Situation, exact, in_words, many, with_unknowns
from .test_data_faults import YEAR_2026, rule, table

# An invented rule for an invented year: at most 150 euro of the deductible for one treatment.
CAP = "cap-per-treatment"
ESTIMATE = """({ estimate }, [situations, amounts, rules]) => import(rules).then(({ RULES }) => {
  const old = RULES["whole-deductible"];
  const split = (world, measures) => old.split(world, { ...measures, open: Math.min(measures.open, 150_00) });
  const all = { ...RULES, "cap-per-treatment": { growsWith: old.growsWith, split } };
  return situations.map((situation) => {
    try { return estimate(situation, amounts, all); }
    catch (error) { return error.field ? { error: error.field } : { refused: error.message }; }
  });
})"""
PLAIN = """({ estimate }, [situations, amounts]) => situations.map((situation) => {
  try { return estimate(situation, amounts); }
  catch (error) { return error.field ? { error: error.field } : { refused: error.message }; }
})"""
# What goes against what `growsWith` of its rule says, when one measure is made larger.
AGAINST = """({ RULES }, [worlds, steps]) => [...new Set(Object.entries(RULES).flatMap(([name, { split, growsWith }]) =>
  worlds.flatMap((world) => steps.flatMap(([measures, measure, more]) => {
    const [from, to] = [split(world, measures), split(world, { ...measures, [measure]: more })];
    return Object.entries(growsWith)
      .filter(([part, by]) => (by[measure] === 0 ? to[part] !== from[part] : (to[part] - from[part]) * by[measure] < 0))
      .map(([part]) => `${name}: ${part} by ${measure}`);
  }))))]"""
FUTURE = (YEAR_2026, *(YEAR_2026.replace("2026-01-01", f"{year}-01-01") for year in range(2027, 2032)))
ENDED = [rule("2022-01-01", until="2030-12-31"), rule("2031-01-01", name=CAP)]
TODAY = datetime.date(2031, 6, 1)


def read(rules: list[str], *, names: tuple[str, ...]) -> tuple[Deductible, list[str]]:
    """Return a table with years until 2031 and these rules, and what is wrong with it."""
    found, wrong = read_deductible(read_yaml(table(*FUTURE, rules=rules), FILE), {"zvw"}, TODAY, names)
    assert found is not None
    return found, [str(one) for one in wrong]


@pytest.fixture(scope="module")
def future(sample: Project, amounts: dict[str, Any]) -> dict[str, Any]:
    """Return the amounts, and those of 2031 with the invented rule."""
    found, wrong = read(ENDED, names=(*RULE_NAMES, CAP))
    assert wrong == []
    assert sample.costs.texts is not None
    of_2031 = cost_amounts(found, sample.costs.texts, "en")["years"]["2031"]
    return amounts | {"years": amounts["years"] | {"2031": of_2031}}


@pytest.fixture
def with_cap(node: Scripts, future: dict[str, Any]) -> Any:
    """Return a function that works out situations with a script that knows the invented rule too."""
    rules = (SCRIPTS / "cost-rules.mjs").as_uri()
    return lambda situations: node("cost-estimate.mjs", ESTIMATE, [situations, future, rules])


def test_the_script_knows_the_rules_that_the_data_may_name(node: Scripts) -> None:
    assert node("cost-rules.mjs", "({ RULES }) => Object.keys(RULES)", None) == list(RULE_NAMES)


def test_a_new_rule_leaves_the_years_before_it_as_they_are(
    node: Scripts, with_cap: Any, amounts: dict[str, Any]
) -> None:
    cases: list[Any] = [case.values[0] for case in CASES]
    for case, found in zip(cases, with_cap([case["situation"] for case in cases]), strict=True):
        assert in_words(found, case["expect"]) == case["expect"]
    situations = [*many(exact, 300), *many(with_unknowns(4), 300)]
    assert with_cap(situations) == node("cost-estimate.mjs", PLAIN, [situations, amounts])


KNOWN: Situation = USUAL | {"year": 2031}


@pytest.mark.parametrize(
    ("answers", "low", "high"),
    [
        ({}, 150, 150),
        ({"bill": 80}, 80, 80),
        ({"deductible_used": 300}, 85, 85),
        ({"bill": "unknown"}, 0, 150),
        ({"deductible_used": "unknown"}, 0, 150),
        ({"contracted": False, "reimbursed_percentage": 75, "bill": 800}, 350, 350),
        ({"age": "child"}, 0, 0),
        ({"year": 2026}, 385, 385),
    ],
)
def test_a_year_is_worked_out_by_its_own_rule(
    with_cap: Any, answers: Situation, low: float, high: float
) -> None:
    [found] = with_cap([KNOWN | answers])
    assert found["patient"] == {"low": low * 100, "high": high * 100}


def test_the_line_of_the_deductible_names_the_sources_of_the_rule_of_the_year(
    node: Scripts, amounts: dict[str, Any]
) -> None:
    years = {**amounts["years"]}
    years["2026"] = years["2026"] | {"rule": {"name": "whole-deductible", "sources": ["trial"]}}
    lines = amounts["line_sources"] | {"deductible_charged": ["zvw", "bw7"]}
    given = amounts | {"years": years, "line_sources": lines}
    for_years = [KNOWN | {"year": year} for year in (2025, 2026)]
    charged = [
        next(line["sources"] for line in found["lines"] if line["code"] == "deductible_charged")
        for found in node("cost-estimate.mjs", PLAIN, [for_years, given])
    ]
    assert charged == [["zvw", "bw7"], ["trial", "zvw", "bw7"]]


def test_a_year_with_a_rule_that_the_script_lacks_is_refused_by_the_build_and_by_the_script(
    node: Scripts, future: dict[str, Any]
) -> None:
    _, wrong = read(ENDED, names=RULE_NAMES)
    line = len(FUTURE) + 6  # below the amounts, "voluntary:", its line, "rules:" and the first of them
    assert wrong == [f"{FILE}:{line}: the estimate knows no rule '{CAP}'; known: whole-deductible"]
    assert node("cost-estimate.mjs", PLAIN, [[KNOWN], future]) == [
        {"refused": f"no rule of the law is called {CAP}"}
    ]


def test_each_part_grows_with_each_measure_as_its_rule_says(node: Scripts) -> None:
    flags = [
        (covered, full, charged)
        for covered in (True, False)
        for full in (True, False)
        for charged in (True, False)
    ]
    worlds = [
        {"care": "specialist", "isCovered": covered, "isFull": full, "of": of, "hasDeductible": charged}
        for covered, full, charged in flags
        for of in ("bill", "tariff")
    ]
    values = {
        "bill": [0, 1, 99_99, 385_00, 800_01, 100_000_00],
        "percentage": [0, 1, 62_50, 99_99, 100_00],
        "tariff": [0, 1, 500_00, 900_33],
        "open": [0, 1, 150_00, 885_00],
    }
    steps = []
    for measure, ends in values.items():
        others: list[dict[str, int]] = [{}]
        for name in values.keys() - {measure}:
            others = [known | {name: value} for known in others for value in values[name]]
        steps += [
            [known | {measure: ends[at]}, measure, ends[at + 1]]
            for known in others
            for at in range(len(ends) - 1)
        ]
    assert node("cost-rules.mjs", AGAINST, [worlds, steps]) == []
