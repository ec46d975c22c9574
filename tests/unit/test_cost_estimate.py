"""The rule of the cost estimate: every worked case to the cent, and what holds for all."""

from __future__ import annotations

import copy
import itertools
import random
from collections.abc import Callable, Mapping
from typing import Any, Protocol

import pytest

from node import Scripts
from support import ROOT, read_values

Situation = dict[str, Any]


class Engine(Protocol):
    """Works out many situations at once; returns all of each estimate, or only the parts that are named."""

    def __call__(self, situations: list[Situation], *names: str) -> list[dict[str, Any]]:
        """Return one estimate, or one error, for each situation."""


ESTIMATE_ALL = """({ estimate }, [situations, amounts, names]) => {
  const pick = (found) => Object.fromEntries(names.map((name) => [name, found[name]]));
  return situations.map((situation) => {
    try {
      const found = estimate(situation, amounts);
      return names.length ? pick(found) : found;
    }
    catch (error) {
      if (error.name !== "SituationError") throw error;
      return { error: error.field, code: error.code };
    }
  });
}"""
PARTS = ("patient", "insurer", "gap", "deductible_charged")
ENDLESS = float("inf")
MOST, MUCH = 1_000_000, 100_000


def rows(file: str) -> list[dict[str, Any]]:
    """Return the rows of a YAML file."""
    read: list[dict[str, Any]] = read_values(ROOT / file)
    return read


CASES = [
    pytest.param(row, id=row["name"])
    for file in sorted((ROOT / "tests/costs").glob("*.yml"))
    for row in rows(str(file.relative_to(ROOT)))
]


def engine_of(node: Scripts, amounts: dict[str, Any]) -> Engine:
    """Return a function that works out many situations at once with the script of the site and some amounts."""

    def estimate_all(situations: list[Situation], *names: str) -> list[dict[str, Any]]:
        found: list[dict[str, Any]] = node("cost-estimate.mjs", ESTIMATE_ALL, [situations, amounts, names])
        return found

    return estimate_all


@pytest.fixture(scope="session")
def engine(node: Scripts, amounts: dict[str, Any]) -> Engine:
    """Return the estimate with the amounts of the sample."""
    return engine_of(node, amounts)


def in_words(found: Mapping[str, Any], expected: Mapping[str, Any]) -> dict[str, Any]:
    """Return of an estimate what a case expects, in euros and in the form of the cases."""
    if "error" in found:
        return {"error": found["error"]}
    shown = {}
    for name in expected:
        part, end = ("patient", name) if name in {"low", "high"} else (name, "low")
        assert name in {"low", "high"} or found[part]["low"] == found[part]["high"], f"{name} is not exact"
        cents = found[part][end]
        shown[name] = None if cents is None else cents / 100
    return shown


@pytest.mark.parametrize("case", CASES)
def test_a_worked_case_comes_out_cent_for_cent(engine: Engine, case: dict[str, Any]) -> None:
    [found] = engine([case["situation"]])
    assert in_words(found, case["expect"]) == case["expect"]


# What may be known of a situation. Percentages are 0 or not near it, so that the largest bill reaches every end.


Draw = Callable[[random.Random], Any]


def one_of(*answers: Any) -> Draw:
    """Return a draw of one of some answers."""
    return lambda chance: chance.choice(answers)


def euros(most: int) -> Draw:
    """Return a draw of whole cents up to so many euros; the ends and small amounts come often."""
    return lambda chance: (
        chance.choice([0, 1, most * 100, chance.randrange(most), chance.randint(0, most * 100)]) / 100
    )


def percentage(chance: random.Random) -> float:
    """Draw a percentage in hundredths."""
    return chance.choice([0, 100, chance.randint(100, 10_000) / 100])


KNOWN: dict[str, Draw] = {
    "year": one_of(2024, 2026, 2027),
    "age": one_of("adult", "child"),
    "place": one_of("netherlands", "abroad"),
    "care": one_of("specialist", "specialist", "gp"),
    "referral": one_of(True, True, False),
    "repeat": one_of(False, False, True),
    "cover_abroad": one_of("none", "basic", "supplementary"),
    "contracted": one_of(True, False),
    "reimbursed_percentage": percentage,
    "tariff": euros(2000),
    "percentage_of": one_of("bill", "tariff"),
    "voluntary_deductible": one_of(0, 100, 200, 300, 400, 500),
    "deductible_used": euros(1000),
    "compulsory_deductible": euros(385),
    "bill": euros(3000),
}
ALWAYS_KNOWN = ("year", "age", "place")
MAY_BE_UNKNOWN = [field for field in KNOWN if field not in ALWAYS_KNOWN]
MAY_BE_LEFT_OUT = ["tariff", "percentage_of", "voluntary_deductible", "compulsory_deductible"]

# Every way, or the outermost ways, of filling in what is unknown.
ENDS: dict[str, list[Any]] = {
    "care": ["specialist", "gp"],
    "referral": [True, False],
    "repeat": [True, False],
    "cover_abroad": ["none", "basic", "supplementary"],
    "contracted": [True, False],
    "reimbursed_percentage": [0, 62.5, 100],
    "tariff": [0, 700.01, 10_000_000_000],
    "percentage_of": ["bill", "tariff"],
    "voluntary_deductible": [0, 300, 500],
    "deductible_used": [0, 123.45, 2000],
    "bill": [0, 649.99, MUCH, MOST],
}


def exact(chance: random.Random) -> Situation:
    """Draw a situation of which everything that matters is known."""
    left = {field for field in MAY_BE_LEFT_OUT if chance.random() < 0.3}
    return {field: draw(chance) for field, draw in KNOWN.items() if field not in left}


def with_unknowns(most: int) -> Callable[[random.Random], Situation]:
    """Return a draw of situations of which one to so many answers are unknown."""

    def draw(chance: random.Random) -> Situation:
        unknown = chance.sample(MAY_BE_UNKNOWN, chance.randint(1, min(most, len(MAY_BE_UNKNOWN))))
        return exact(chance) | dict.fromkeys(unknown, "unknown")

    return draw


def many(draw: Callable[[random.Random], Situation], count: int) -> list[Situation]:
    """Return so many situations, the same each time."""
    chance = random.Random(count)  # noqa: S311 (a test, no secret)
    return [draw(chance) for _ in range(count)]


def high(found: Mapping[str, Any], part: str) -> float:
    """Return the high end of a part."""
    end = found[part]["high"]
    return ENDLESS if end is None else end


def is_whole(cents: object) -> bool:
    """Tell whether an amount is a whole number of cents and not below zero."""
    return isinstance(cents, int) and not isinstance(cents, bool) and cents >= 0


def completions(situation: Situation) -> list[Situation]:
    """Return the ways of filling in the unknowns that reach every end."""
    unknown = [field for field, answer in situation.items() if answer == "unknown"]
    years = {2024: 385, 2026: 385, 2027: 400}
    ends = ENDS | {"compulsory_deductible": [0, 99.99, years[situation["year"]]]}
    ways = itertools.product(*(ends[field] for field in unknown))
    return [situation | dict(zip(unknown, way, strict=True)) for way in ways]


def test_patient_and_insurer_together_pay_the_bill(engine: Engine) -> None:
    situations = many(exact, 4000)
    for situation, found in zip(situations, engine(situations), strict=True):
        assert all(found[part]["low"] == found[part]["high"] for part in PARTS), situation
        patient, insurer, gap, charged = (found[part]["low"] for part in PARTS)
        assert patient + insurer == round(situation["bill"] * 100), situation
        assert patient == gap + charged, situation
        assert found["isExact"]
        assert found["questions"] == []


def test_a_range_holds_every_way_of_filling_in_the_unknowns_and_reaches_both_ends(engine: Engine) -> None:
    situations = many(with_unknowns(3), 400)
    ways = [completions(situation) for situation in situations]
    filled_in = iter(engine([way for some in ways for way in some], *PARTS))
    for situation, some, found in zip(situations, ways, engine(situations, *PARTS), strict=True):
        outcomes = [(way, next(filled_in)) for way in some]
        for part in PARTS:
            amounts = [outcome[part]["low"] for _, outcome in outcomes]
            assert found[part]["low"] == min(amounts), (part, situation)
            assert max(amounts) <= high(found, part), (part, situation)
            if found[part]["high"] is None:
                largest = max(outcome[part]["low"] for way, outcome in outcomes if way["bill"] == MOST)
                smaller = max(outcome[part]["low"] for way, outcome in outcomes if way["bill"] == MUCH)
                assert largest > smaller, (part, situation)
            else:
                assert found[part]["high"] == max(amounts), (part, situation)


def test_a_higher_bill_never_lowers_what_the_patient_pays(engine: Engine) -> None:
    situations, chance, bill = many(with_unknowns(12), 3000), random.Random(1), euros(2000)  # noqa: S311 (a test)
    bills = [sorted((bill(chance), bill(chance))) for _ in situations]
    lower, higher = (
        engine([one | {"bill": two[end]} for one, two in zip(situations, bills, strict=True)], "patient")
        for end in (0, 1)
    )
    for situation, one, other in zip(situations, lower, higher, strict=True):
        assert one["patient"]["low"] <= other["patient"]["low"], situation
        assert high(one, "patient") <= high(other, "patient"), situation


MORE_COVER = [
    *(("reimbursed_percentage", less, more) for less, more in [(0, 0.01), (33.33, 70), (75, 100)]),
    *(("tariff", less, more) for less, more in [(0, 12.34), (300, 900), (900, 1e10)]),
    *(("deductible_used", less, more) for less, more in [(0, 0.01), (100, 385), (385, 5000)]),
    ("contracted", False, True),
    ("referral", False, True),
    ("repeat", True, False),
    ("cover_abroad", "none", "basic"),
    ("cover_abroad", "basic", "supplementary"),
    ("percentage_of", "bill", "tariff"),
    ("care", "specialist", "gp"),
    ("age", "adult", "child"),
    ("voluntary_deductible", 500, 0),
    ("compulsory_deductible", 385, 12.34),
]


@pytest.mark.parametrize(("field", "less", "more"), MORE_COVER)
def test_more_cover_never_raises_what_the_patient_pays(
    engine: Engine, field: str, less: object, more: object
) -> None:
    situations = many(with_unknowns(6), 200)
    worse = engine([situation | {field: less} for situation in situations], "patient")
    better = engine([situation | {field: more} for situation in situations], "patient")
    for situation, one, other in zip(situations, worse, better, strict=True):
        assert other["patient"]["low"] <= one["patient"]["low"], (field, situation)
        assert high(other, "patient") <= high(one, "patient"), (field, situation)


ANYTHING: tuple[Draw, ...] = (
    lambda chance: chance.randint(-10, 3_000_000),
    lambda chance: chance.uniform(-1e9, 1e9),
    one_of(None, True, False, 0.1 + 0.2, 1e300, float("nan"), float("inf"), float("-inf"), -0.0),
    one_of("unknown", "", "gp", "bill", "__proto__", "constructor", [], [1, 2]),
)


def spoiled(chance: random.Random) -> Situation:
    """Draw a situation in which some answers can be anything."""
    fields = chance.choices([*KNOWN, "advance", "age_of_the_dog"], k=chance.randint(0, 3))
    return with_unknowns(12)(chance) | {field: chance.choice(ANYTHING)(chance) for field in fields}


def test_no_input_gives_anything_but_whole_cents_or_an_error_that_names_the_field(engine: Engine) -> None:
    situations = many(spoiled, 3000)
    for situation, found in zip(situations, engine(situations), strict=True):
        if "error" in found:
            assert found["error"] in situation, situation
            continue
        for part in PARTS:
            low, most = found[part]["low"], found[part]["high"]
            assert is_whole(low), (part, situation)
            assert most is None or (is_whole(most) and low <= most), (part, situation)
        for line in found["lines"]:
            assert isinstance(line["low"], int), (line, situation)
            assert line["high"] is None or line["low"] <= line["high"], (line, situation)


WRONG = [
    ("year", 2019, "no-amount"),
    ("year", "unknown", "missing"),
    ("age", "unknown", "missing"),
    ("place", None, "no-choice"),
    ("care", "dentist", "no-choice"),
    ("voluntary_deductible", 250, "no-choice"),
    ("bill", "650", "no-number"),
    ("bill", -0.01, "too-low"),
    ("bill", 1_000_000.01, "too-high"),
    ("bill", 12.345, "parts-of-cents"),
    ("reimbursed_percentage", 100.01, "too-high"),
    ("compulsory_deductible", 385.01, "too-high"),
    ("deductible_used", float("nan"), "no-number"),
    ("tariff", float("inf"), "too-high"),
    ("bil", 650, "no-field"),
]


@pytest.mark.parametrize(("field", "answer", "code"), WRONG)
def test_an_answer_that_cannot_be_used_is_refused_by_name(
    engine: Engine, field: str, answer: object, code: str
) -> None:
    situation: Situation = {"year": 2026, "age": "adult", "place": "netherlands", field: answer}
    assert engine([situation]) == [{"error": field, "code": code}]


def test_what_must_be_known_cannot_be_left_out(engine: Engine) -> None:
    known = {"year": 2026, "age": "adult", "place": "netherlands"}
    situations = [{name: known[name] for name in known if name != left} for left in known]
    assert engine(situations) == [{"error": left, "code": "missing"} for left in known]


def test_every_line_says_where_its_amount_comes_from(engine: Engine) -> None:
    situations = many(with_unknowns(12), 2000)
    for situation, found in zip(situations, engine(situations), strict=True):
        for line in found["lines"]:
            comes_from_data = line["origin"] in {"rule", "year"}
            assert bool(line["sources"]) or not comes_from_data, (line, situation)


def test_an_amount_that_is_only_expected_is_said_wherever_it_is_used_and_nowhere_else(
    node: Scripts, amounts: dict[str, Any]
) -> None:
    years = copy.deepcopy(amounts["years"])
    years["2027"]["compulsory"]["confirmed"] = False
    engine = engine_of(node, amounts | {"years": years})
    adult = {"year": 2027, "age": "adult", "place": "netherlands"}
    used = engine([adult, adult | {"compulsory_deductible": "unknown"}])
    unused = engine(
        [
            adult | {"year": 2026},
            adult | {"age": "child"},
            adult | {"care": "gp"},
            adult | {"care": "specialist", "referral": False},
            adult | {"compulsory_deductible": 100},
        ]
    )
    said = [
        [note["values"]["year"] for note in found["warnings"] if note["code"] == "expected"] for found in used
    ]
    assert said == [[2027]] * len(used)
    assert not any(note["code"] == "expected" for found in unused for note in found["warnings"])


USUAL: Situation = {
    "year": 2026,
    "age": "adult",
    "place": "netherlands",
    "care": "specialist",
    "referral": True,
    "repeat": False,
    "contracted": True,
    "deductible_used": 0,
    "bill": 650,
}


def questions_of(found: Mapping[str, Any]) -> set[tuple[str, str]]:
    """Return whom to ask what."""
    return {(question["to"], question["code"]) for question in found["questions"]}


def test_each_unknown_becomes_a_question_to_the_one_who_knows(engine: Engine) -> None:
    known = USUAL
    asked = {
        "referral": {("doctor", "referral")},
        "care": {("doctor", "care")},
        "repeat": {("insurer", "repeat")},
        "deductible_used": {("insurer", "deductible_used")},
        "voluntary_deductible": {("insurer", "voluntary_deductible")},
        "compulsory_deductible": {("insurer", "compulsory_deductible")},
        "bill": {("hospital", "price"), ("hospital", "advance")},
    }
    found = engine([known | {field: "unknown"} for field in asked])
    assert [questions_of(one) for one in found] == list(asked.values())
    [no_contract] = engine([known | {"contracted": "unknown", "tariff": "unknown"}])
    codes = ["contracted", "permission", "percentage", "tariff"]
    assert questions_of(no_contract) == {("insurer", code) for code in codes}


def test_what_makes_no_difference_is_not_asked(engine: Engine) -> None:
    nothing_known = {"year": 2026, "age": "adult", "place": "netherlands"}
    [child, gp, no_referral, third] = engine(
        [
            nothing_known | {"age": "child"},
            nothing_known | {"care": "gp"},
            nothing_known | {"care": "specialist", "referral": False},
            nothing_known | {"repeat": True},
        ]
    )
    assert not any("deductible" in code for _, code in questions_of(child) | questions_of(gp))
    only_the_price = {("hospital", "price"), ("hospital", "advance")}
    assert questions_of(no_referral) == only_the_price
    assert questions_of(third) == only_the_price
