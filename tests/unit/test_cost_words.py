"""Amounts as people type them, and words for everything that the estimate can say."""

from __future__ import annotations

import itertools
from typing import Any

import pytest

from browser.cost_page import TEXTS
from node import Scripts
from second_opinion.data.cost_questions import QUESTIONS, form_blanks, questions_for_script
from support import ROOT

READ = "({ readHundredths }, texts) => texts.map(readHundredths)"
WRITE = "({ writer }, [locale, cents]) => writer(locale).euro(cents)"
SAID = """({ estimate }, [situations, amounts]) => {
  const found = situations.map((situation) => estimate(situation, amounts));
  const lines = found.flatMap((one) => one.lines);
  return [...new Set([
    ...lines.flatMap(({ code }) => [`line_${code}`, `why_${code}`]),
    ...found.flatMap((one) => one.warnings).map(({ code }) => `mind_${code}`),
    ...found.flatMap((one) => one.questions).map(({ code }) => `ask_${code}`),
  ])];
}"""

AMOUNTS = {
    "650": 650_00,
    "0": 0,
    "650,5": 650_50,
    "650.50": 650_50,
    "1.250": 1250_00,
    "1,250": 1250_00,
    "1.250,50": 1250_50,
    "1,250.5": 1250_50,
    "1.250.000": 1_250_000_00,
    "1 250": 1250_00,
    " € 12,34 ": 12_34,
    "€ 800": 800_00,
    "800 euro": 800_00,
    "1.250,50 Euro": 1250_50,
    "800 euros": 800_00,
    "800,-": 800_00,
    "€ 1.250,--": 1250_00,
    "800.–": 800_00,
    "0,05": 5,
}
NO_AMOUNTS = (
    "",
    "-5",
    "1,2,3",
    "12.34.567",
    "1.250.50",
    "1.250,000",
    "1250.000",
    "0.500",
    "1.2345",
    ",5",
    "5,",
    "-800",
    ",-",
    "euro",
    "75%",
    "zes",
    "1e3",
    "٣",
)


def test_an_amount_is_read_as_people_mean_it_or_not_at_all(node: Scripts) -> None:
    texts = [*AMOUNTS, *NO_AMOUNTS]
    read = dict(zip(texts, node("amount.mjs", READ, texts), strict=True))
    assert read == {text: AMOUNTS.get(text) for text in texts}


@pytest.mark.parametrize(
    ("cents", "nl", "en"),
    [
        (385_00, "385\u00a0euro", "385\u00a0euros"),
        (1_00, "1\u00a0euro", "1\u00a0euro"),
        (1250_50, "1.250,50\u00a0euro", "1,250.50\u00a0euros"),
        (0, "0\u00a0euro", "0\u00a0euros"),
    ],
)
def test_an_amount_is_written_as_the_language_writes_it(node: Scripts, cents: int, nl: str, en: str) -> None:
    written = [node("amount.mjs", WRITE, [locale, cents]) for locale in ("nl-NL", "en-GB")]
    assert written == [nl, en]


def situations() -> list[dict[str, Any]]:
    """Return every mix of choices, with numbers that are all known and numbers that are not."""
    choices: dict[str, list[Any]] = {
        "year": [2027],
        "age": ["adult", "child"],
        "place": ["netherlands", "abroad"],
        "care": ["specialist", "gp", "unknown"],
        "referral": [True, False, "unknown"],
        "repeat": [False, True, "unknown"],
        "cover_abroad": ["none", "basic", "supplementary", "unknown"],
        "contracted": [True, False, "unknown"],
        "percentage_of": ["bill", "tariff", "unknown"],
    }
    numbers: list[dict[str, Any]] = [
        {"reimbursed_percentage": 75, "tariff": 500, "voluntary_deductible": 100, "deductible_used": 50},
        {"reimbursed_percentage": 75, "deductible_used": 0, "compulsory_deductible": 100},
        {"reimbursed_percentage": "unknown", "tariff": "unknown", "compulsory_deductible": "unknown"},
        {"voluntary_deductible": "unknown", "deductible_used": "unknown", "reimbursed_percentage": 100},
        {"deductible_used": 5000, "reimbursed_percentage": 0},
    ]
    bills: list[Any] = [800, 100, "unknown"]
    mixed = itertools.cycle(itertools.product(numbers, bills))
    return [
        dict(zip(choices, mix, strict=True)) | known | {"bill": bill, "advance": 250}
        for mix in itertools.product(*choices.values())
        for known, bill in itertools.islice(mixed, 4)
    ]


def test_all_that_the_estimate_can_say_has_words_and_all_words_are_said(node: Scripts) -> None:
    year = {
        "compulsory": {"euro": 400, "confirmed": False, "read": "", "sources": []},
        "voluntary": {"euro": [100, 500], "sources": []},
        "rule": {"name": "whole-deductible", "sources": []},
    }
    amounts = {"years": {"2027": year}, "questions": questions_for_script(QUESTIONS), "line_sources": {}}
    said = set(node("cost-estimate.mjs", SAID, [situations(), amounts]))
    of_the_form = {"line_money_back", "why_money_back", "mind_insurance", "ask_insurance", "ask_nothing"}
    kinds = ("line_", "why_", "mind_", "ask_")
    assert said | of_the_form == {name for name in TEXTS["answer"] if name.startswith(kinds)}


def test_every_word_of_the_form_and_of_the_answer_is_used() -> None:
    partials = sorted((ROOT / "overrides/partials").glob("cost-*.html"))
    templates = "".join(file.read_text("utf-8") for file in partials)
    view = (ROOT / "hooks/second_opinion/site/cost_view.py").read_text("utf-8")
    scripts = "".join(
        file.read_text("utf-8") for file in sorted((ROOT / "overrides/assets/javascripts").glob("cost-*.mjs"))
    )
    of_questions = set(form_blanks(QUESTIONS))
    in_form = {name for name in TEXTS["form"] if f"say.{name}" in templates}
    in_view = {name for name in TEXTS["form"] if f".{name}.format" in view}
    assert set(TEXTS["form"]) - of_questions - in_form - in_view == set()
    made = ("line_", "why_", "mind_", "ask_", "next_", "says_", "error_", "part_", "amount_", "bar_")
    plain = {name for name in TEXTS["answer"] if not name.startswith(made)}
    assert {name for name in plain if f"words.{name}" not in scripts} == set()
    of_bar = {name for name in TEXTS["answer"] if name.startswith("bar_")}
    assert {name for name in of_bar if f'"{name}"' not in scripts} == set()
