"""The one table of the questions: what stands in it is in the form, the script and the words that must be there."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from bs4 import BeautifulSoup
from jinja2 import Environment, FileSystemLoader

from node import Scripts
from second_opinion.core.validation import read_yaml
from second_opinion.data.cost_questions import (
    QUESTIONS,
    UNKNOWN,
    YES,
    Ask,
    Choice,
    CostQuestion,
    Typed,
    choices_of,
    questions_for_script,
)
from second_opinion.data.cost_texts import FILE, CostTexts, read_cost_texts
from second_opinion.project.project import Project
from second_opinion.site.cost_view import cost_view
from support import ROOT

from .spoiling import swap
from .test_cost_estimate import ESTIMATE_ALL, KNOWN, exact, many

FIELDS_OF_SCRIPT = "({ MATTERS }) => Object.keys(MATTERS)"
SAID = """({ estimate }, [situation, amounts]) => {
  try { return estimate(situation, amounts).patient; } catch (error) { return error.message; }
}"""
NEW = CostQuestion(
    "visits",
    (*choices_of("visits", "one", "more"), Typed("this_amount", "count_of_them"), UNKNOWN),
    (Ask("hospital", "visits"),),
    most=12,
)
WORDS = """  visits: { nl: Hoeveel?, en: How many? }
  visits_short: { nl: Delen, en: Visits }
  visits_help: { nl: Hulp, en: Help }
  visits_one: { nl: Een, en: One }
  visits_more: { nl: Meer, en: More }
  count_of_them: { nl: Aantal, en: Number }
answer:
  ask_visits: { nl: "Hoeveel in {year}?", en: How many visits? }
  next_visits: { nl: Vraag hoeveel., en: Ask how many. }
"""
SITUATION = {"year": 2026, "age": "adult", "place": "netherlands"}


def texts_with(questions: Sequence[CostQuestion], text: str) -> tuple[CostTexts, list[str]]:
    """Return the words and what is wrong with them, for other questions."""
    texts, found = read_cost_texts(read_yaml(text, FILE), (), questions)
    assert texts is not None
    return texts, sorted(map(str, found))


def with_words(words: str) -> str:
    """Return the words with more in the form and in the answer."""
    form, _, answer = words.partition("answer:\n")
    return (ROOT / FILE).read_text("utf-8").replace("\nanswer:\n", f"\n{form}answer:\n{answer}")


def view_of(sample: Project, texts: CostTexts) -> Any:
    """Return what the Dutch form shows with other words and questions."""
    assert sample.costs.deductible is not None
    assert sample.brand.sound is not None
    words = sample.words.site["nl"]
    return cost_view(
        sample.costs.deductible, texts, {}, sample.brand.sound, lang="nl", words=words, today=sample.today
    )


def form_of(view: Any) -> BeautifulSoup:
    """Return the form as the templates make it: what stands in the page, and what comes with the script."""
    env = Environment(loader=FileSystemLoader(ROOT / "overrides"), autoescape=True)
    parts = [env.get_template(f"partials/cost-{name}.html") for name in ("estimate", "later")]
    given = {"cost": view, "view": SimpleNamespace(assets="", lang="nl")}
    return BeautifulSoup("".join(part.render(given) for part in parts), "html.parser")


def test_a_question_added_to_the_table_is_in_the_form_the_script_and_the_words(sample: Project) -> None:
    texts, wrong = texts_with([*QUESTIONS[:3], NEW, *QUESTIONS[3:]], with_words(WORDS))
    assert wrong == []
    view = view_of(sample, texts)
    form = form_of(view)
    fields = ["insured", "year", "age", "visits", *[q.field for q in QUESTIONS[3:] if q.answers]]
    stands = [question.field for question in QUESTIONS if question.is_open]
    shown = [fieldset["data-field"] for fieldset in form.select("fieldset")]
    assert shown == [*stands, *[field for field in fields if field not in stands]]
    question = form.select_one("#cost-visits")
    assert question is not None
    assert [one["value"] for one in question.select("[type=radio]")] == ["one", "more", "number", "unknown"]
    shown = [one.get_text() for one in question.select("legend, label[for=cost-visits-number]")]
    assert shown == ["Hoeveel?", "Aantal"]
    for_script = next(one for one in questions_for_script(texts.questions) if one["field"] == "visits")
    assert for_script == {"field": "visits", "most": 12, "rank": 8, "ask": [["hospital", "visits"]]}
    assert [one["field"] for one in view.data["questions"]] == [*fields, "advance"]


def test_a_question_or_a_choice_without_its_words_is_told_with_file_and_line(
    root: Path, new_findings: Callable[[dict[str, str]], list[str]]
) -> None:
    _, wrong = texts_with([*QUESTIONS, NEW], with_words(WORDS.replace("visits_more", "visits_moore")))
    lines = (ROOT / FILE).read_text("utf-8").split("\n")
    form = lines.index("form:") + 1
    (said,) = wrong
    assert said.endswith(
        ": there are no words 'visits_more'; call 'visits_moore' so, or add them in both languages"
    )
    _, wrong = texts_with([*QUESTIONS, NEW], "\n".join(lines))
    names = ["visits", "visits_short", "visits_help", "visits_one", "visits_more", "count_of_them"]
    assert [line for line in wrong if line.startswith(f"{FILE}:{form}:")] == sorted(
        f"{FILE}:{form}: there are no words '{name}'; add them in both languages" for name in names
    )
    assert f"{FILE}:{lines.index('answer:') + 1}: there are no words 'ask_visits'" in "\n".join(wrong)
    line = swap(FILE, "\n  age_child:\n", "\n  age_kid:\n")(root) + 1
    assert new_findings({}) == [
        f"{FILE}:{line}: there are no words 'age_child'; call 'age_kid' so, or add them in both languages"
    ]


def test_the_script_has_a_rule_for_each_question_and_no_other(node: Scripts) -> None:
    assert node("cost-estimate.mjs", FIELDS_OF_SCRIPT, None) == [one.field for one in QUESTIONS]


def test_a_question_without_a_rule_and_a_rule_without_a_question_are_refused_by_name(
    node: Scripts, amounts: dict[str, Any]
) -> None:
    def said(questions: Sequence[CostQuestion]) -> Any:
        given = amounts | {"questions": questions_for_script(questions)}
        return node("cost-estimate.mjs", SAID, [SITUATION, given])

    assert said(QUESTIONS) == {"low": 0, "high": None}
    assert said([*QUESTIONS, NEW]) == "no rule in cost-estimate.mjs for: visits"
    assert said(QUESTIONS[:-2]) == (
        "a rule in cost-estimate.mjs and no question: compulsory_deductible, advance"
    )


def test_every_question_makes_a_difference_to_someone(node: Scripts, amounts: dict[str, Any]) -> None:
    fields = [one.field for one in QUESTIONS if one.answers and not one.is_gate]
    assert set(fields) == set(KNOWN)
    chance = random.Random(1)  # noqa: S311 (a test, no secret)
    situations = [situation | {"tariff": 300} for situation in many(exact, 400)]
    names = ["patient", "insurer", "lines"]
    before = node("cost-estimate.mjs", ESTIMATE_ALL, [situations, amounts, names])
    for field in fields:
        others = [situation | {field: KNOWN[field](chance)} for situation in situations]
        after = node("cost-estimate.mjs", ESTIMATE_ALL, [others, amounts, names])
        assert before != after, field


def test_a_question_with_a_chip_stands_in_the_line_of_what_is_usual_with_its_usual_answer(
    sample: Project,
) -> None:
    texts, wrong = texts_with(QUESTIONS, (ROOT / FILE).read_text("utf-8"))
    assert wrong == []
    form = form_of(view_of(sample, texts))
    buttons = {str(chip["data-of"]): chip.get_text() for chip in form.select(".cost-chips button")}
    change = f", {texts.form['nl'].change}"
    assert all(text.endswith(change) for text in buttons.values())
    chips = {field: text.removesuffix(change) for field, text in buttons.items()}
    assert list(chips) == [question.field for question in QUESTIONS if question.has_chip]
    for question in QUESTIONS:
        chosen = form.select(f"#cost-{question.field} [checked]")
        assert len(chosen) == (1 if question.assumes else 0), question.field
        if chosen and question.has_chip and chosen[0].get("data-chip"):
            assert chips[question.field] == chosen[0]["data-chip"]
    assert chips["year"] == f"zorg begint in {sample.today.year}"
    assert chips["bill"] == "De rekening: niet ingevuld"


def test_whatever_the_form_names_stands_once_in_the_page_or_comes_with_the_script(sample: Project) -> None:
    texts, _ = texts_with(QUESTIONS, (ROOT / FILE).read_text("utf-8"))
    form = form_of(view_of(sample, texts))
    ids = [str(one["id"]) for one in form.select("[id]")]
    assert len(ids) == len(set(ids))
    attributes = ("for", "aria-describedby", "aria-labelledby", "aria-controls")
    named = {id_ for name in attributes for one in form.select(f"[{name}]") for id_ in str(one[name]).split()}
    assert named <= set(ids)
    places = [str(one["data-place"]) for one in form.select("[data-place]")]
    assert sorted(places) == sorted([*dict.fromkeys(places)] * 2)


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question.field)
def test_the_table_says_what_may_be_answered(question: CostQuestion) -> None:
    [for_script] = questions_for_script([question])
    limits = [key in for_script for key in ("choices", "most")].count(True)
    assert limits == (0 if question.is_by_year or question.is_gate else 1)
    assert for_script.get("must", False) == (question.field in {"insured", "year", "age", "place"})
    assert "unknown" not in for_script.get("choices", [])
    assert for_script.get("choices") != []
    assert YES.value not in for_script.get("choices", [])
    if question.when:
        other = next(one for one in QUESTIONS if one.field == question.when.field)
        values = [answer.value for answer in other.answers if isinstance(answer, Choice)]
        assert set(question.when.answers) <= set(values)
        assert QUESTIONS.index(other) < QUESTIONS.index(question)
