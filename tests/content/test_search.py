"""What the search finds in the real pages: the script asked in Node, with the index of the finished site."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from node import Scripts
from second_opinion.core.languages import LANGUAGES
from support import ROOT, read_values

QUERIES: dict[str, dict[str, Any]] = read_values(ROOT / "tests" / "content" / "search_queries.yml")
HELP = {"nl": "geestelijke-gezondheidszorg/", "en": "mental-health/"}

# What is asked, and the term that it names; a term that only holds it among other words comes later.
TERMS = {
    "nl": {
        "eigen risico": "Eigen risico",
        "eigen risiko": "Eigen risico",
        "het eigen risico": "Eigen risico",
    },
    "en": {"deductible": "Deductible", "deductable": "Deductible", "the deductible": "Deductible"},
}
CRISIS = {
    "nl": [
        "dood",
        "doodgaan",
        "ik wil niet meer",
        "ik kan niet meer",
        "niet meer leven",
        "Ik weet niet of ik nog verder wil leven",
        "er een eind aan maken",
        "een einde aan mijn leven maken",
        "ik zie het niet meer zitten",
        "zelfmoord",
        "zelfmoordgedachten",
        "zelf moord",
        "zelfdoding",
        "suïcide",
        "suicidaal",
        "hopeloos",
        "overdosis",
        "113",
    ],
    "en": [
        "suicide",
        "suicidal thoughts",
        "kill myself",
        "i want to die",
        "end my life",
        "I don't want to live anymore",
        "self harm",
        "self-harm",
        "hopeless",
        "overdose",
        "113",
    ],
}
EMERGENCY = {
    "nl": [
        "pijn op de borst",
        "drukkende pijn op mijn borst",
        "hartinfarct",
        "beroerte",
        "beroete",
        "mond hangt scheef",
        "ik krijg geen lucht",
        "kan niet ademen",
        "bloeding",
        "bewusteloos",
        "allergische reactie",
        "vergiftiging",
        "mijn baby beweegt niet",
        "spoedeisende hulp",
        "112",
    ],
    "en": [
        "chest pain",
        "pain in my chest",
        "heart attack",
        "stroke",
        "can't breathe",
        "he is not breathing",
        "bleeding",
        "unconscious",
        "allergic reaction",
        "poisoned",
        "my baby is not moving",
        "emergency",
        "112",
    ],
}
BOTH = {"nl": "overdosis", "en": "overdose"}
NEITHER = {
    "nl": ["doof", "wie betaalt", "ik wil een andere arts", "niet verzekerd", "epilepsie", "bloedonderzoek"],
    "en": ["deaf", "who pays", "i want another doctor", "live in spain", "epilepsy", "blood test"],
}

OPEN = """async ({ createSearch }, [index, lang]) => {
    globalThis.searches = { ...globalThis.searches, [lang]: await createSearch(index, lang) };
}"""
ANSWERS = """(_, [lang, questions]) => {
    const search = globalThis.searches[lang];
    return questions.map((question) => ({
        isCrisis: search.isCrisis(question),
        isEmergency: search.isEmergency(question),
        found: search(question).map(({ address, heading }) => [
            address, heading.map(({ text }) => text).join(""),
        ]),
    }));
}"""

# A right sentence that an editor writes can move one page below another; what ranks badly moves many.
MOST_MISSED = 0.03
Answers = list[dict[str, Any]]
Ask = Callable[[str, list[str]], Answers]


@pytest.fixture(scope="module")
def ask(site: Path, node: Scripts) -> Ask:
    """Return a function that asks all questions of one language: what is found, and of which kind it is."""
    for lang in LANGUAGES:  # making it takes longer than all that it is asked
        index = json.loads((site / f"assets/search/{lang}.json").read_text("utf-8"))
        node("search-core.mjs", OPEN, [index, lang])

    def answers(lang: str, questions: list[str]) -> Answers:
        given: Answers = node("search-core.mjs", ANSWERS, [lang, questions])
        assert len(given) == len(questions)
        return given

    return answers


def page_names(lang: str) -> dict[str, str]:
    """Return the names of the pages by their address below the language's home."""
    names = {"": "index"}
    for file in (ROOT / "docs" / lang).glob("*.md"):
        slug = re.search(r"^slug: *(\S+)", file.read_text(encoding="utf-8"), re.MULTILINE)
        if slug:
            names[f"{slug[1]}/"] = file.stem
    return names


def place(address: str, names: dict[str, str]) -> str:
    """Return the name of a page and the anchor of its section, which a folded part shares.

    place("aanvragen/#talking-more", {"aanvragen/": "applying"}) => "applying#talking"
    """
    page, mark, anchor = address.partition("#")
    return names[page] + mark + re.sub(r"-more(-[0-9]+)?$", "", anchor)


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_what_people_type_finds_the_right_page_among_the_first_three(ask: Ask, lang: str) -> None:
    names = page_names(lang)
    questions = [str(question) for question in QUERIES[lang]]
    missed = []
    for question, expected, answer in zip(
        questions, QUERIES[lang].values(), ask(lang, questions), strict=True
    ):
        wanted = [expected] if isinstance(expected, str) else expected
        if not {one.partition("#")[0] for one in wanted} & {*names.values()}:
            continue  # editors took that page away
        got = [place(address, names) for address, _ in answer["found"][:3]]
        if not set(wanted) & {part for whole in got for part in (whole, whole.partition("#")[0])}:
            missed.append(f"{question!r}: wanted {wanted}, found {got}")
    assert len(missed) <= len(questions) * MOST_MISSED, missed


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_there_are_enough_questions_that_stand_in_no_search_words(lang: str) -> None:
    assert len(QUERIES[lang]) >= 45
    words = " ".join(
        line.lower()
        for file in (ROOT / "docs" / lang).glob("*.md")
        for line in file.read_text(encoding="utf-8").splitlines()
        if line.startswith("search_words:")
    )
    assert sum(str(question).lower() not in words for question in QUERIES[lang]) >= 40


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_a_term_that_is_called_what_was_asked_comes_first(ask: Ask, lang: str) -> None:
    first = [answer["found"][0][1] for answer in ask(lang, list(TERMS[lang]))]
    assert dict(zip(TERMS[lang], first, strict=True)) == TERMS[lang]


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_words_of_distress_are_heard_and_lead_to_help_first(ask: Ask, lang: str) -> None:
    answers = dict(zip(CRISIS[lang], ask(lang, CRISIS[lang]), strict=True))
    assert [question for question, answer in answers.items() if not answer["isCrisis"]] == []
    first = {question: answer["found"][0][0].partition("#")[0] for question, answer in answers.items()}
    assert first == dict.fromkeys(CRISIS[lang], HELP[lang])


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_words_of_an_emergency_are_heard_and_only_those_of_both_kinds_taken_for_distress(
    ask: Ask, lang: str
) -> None:
    answers = dict(zip(EMERGENCY[lang], ask(lang, EMERGENCY[lang]), strict=True))
    assert [question for question, answer in answers.items() if not answer["isEmergency"]] == []
    assert [question for question, answer in answers.items() if answer["isCrisis"]] == []
    (both,) = ask(lang, [BOTH[lang]])
    assert (both["isEmergency"], both["isCrisis"]) == (True, True)


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_other_words_are_taken_for_neither(ask: Ask, lang: str) -> None:
    answers = dict(zip(NEITHER[lang], ask(lang, NEITHER[lang]), strict=True))
    assert {
        question: (answer["isCrisis"], answer["isEmergency"], bool(answer["found"]))
        for question, answer in answers.items()
    } == dict.fromkeys(NEITHER[lang], (False, False, True))
    (nothing,) = ask(lang, ["xqzzyk"])
    assert nothing == {"isCrisis": False, "isEmergency": False, "found": []}
