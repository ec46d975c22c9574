"""Passages that were copied from one language into the other and not translated, as their editor is told of them."""

from __future__ import annotations

from pathlib import Path

import pytest

from checking import as_printed, checked_project, printed_lines
from second_opinion.core.markdown_text import Text
from second_opinion.project.project import Project
from second_opinion.texts.other_language import check_language

from .spoiling import Edit, append, front, swap

EN, NL = "docs/en/costs.md", "docs/nl/costs.md"
QUESTIONS = "data/my-questions.yml"
DUTCH = "Vraag uw arts wat dat voor u betekent."
MARK = "mark words that are meant so: *...*{ lang=nl }"


@pytest.mark.parametrize(
    ("lang", "typed", "said"),
    [
        ("en", DUTCH, [f"1: '{DUTCH}' is in Dutch; write it in English, or {MARK}"]),
        ("en", f"Ask it. {DUTCH}", [f"1: '{DUTCH}' is in Dutch; write it in English, or {MARK}"]),
        (
            "en",
            f"Ask it.\n\n{DUTCH}\n\n- Neem iemand mee naar uw arts, en schrijf dat op.",
            [f"3: '{DUTCH}' is in Dutch (see also line 5); write it in English, or {MARK}"],
        ),
        ("en", "## Wie helpt u? {#a}", [f"notice: 1: 'Wie helpt u?' is in Dutch; write it in English, or {MARK}"]),
        (
            "nl",
            "Ask your doctor what that means for you.",
            [
                "1: 'Ask your doctor what that means for you.' is in English; write it in Dutch, or "
                "mark words that are meant so: *...*{ lang=en }"
            ],
        ),
        (
            "en",
            "Neem tolken. Huisartsen helpen nooit.",
            [f"notice: 1: 'Neem tolken.' is in Dutch; write it in English, or {MARK}"],
        ),
        ("en", "Neem tolken. Call your doctor. Huisartsen helpen nooit.", []),
        ("en", f"Say *{DUTCH}*{{ lang=nl }} to them.", []),
        ("en", f"Say ‘{DUTCH}’", []),
        ("en", "Call *Dokters van de Wereld*, or the *huisarts* of your *gemeente*.", []),
        (
            "en",
            "Dokters van de Wereld",
            [f"notice: 1: 'Dokters van de Wereld' is in Dutch; write it in English, or {MARK}"],
        ),
        ("en", "The case of Van der Meer en De Vries.", []),
        ("en", "Huisarts: bel.", []),
        ("nl", "Een second opinion is een must.", []),
        ("nl", "Lees [dat](https://b.example/to/the/end-of-it).", []),
        ("en", "<!-- Dit is niet voor de lezers. -->", []),
    ],
)  # fmt: skip
def test_a_sentence_in_another_language_is_told_and_words_that_are_meant_so_are_not(
    lang: str, typed: str, said: list[str]
) -> None:
    found = check_language(Text("a.md", typed), lang)
    assert [as_printed(one).replace("a.md:", "") for one in found] == said


@pytest.mark.parametrize(
    ("edit", "said"),
    [
        (
            front(EN, "title", "title: Wat moet ik zelf aan mijn arts vragen?"),
            f"{EN}:{{}}: 'Wat moet ik zelf aan mijn arts vragen?' is in Dutch; write it in English",
        ),
        (
            swap(QUESTIONS, "en: What is possible?", "en: Wat kan er voor mij?"),
            f"{QUESTIONS}:{{}}: 'Wat kan er voor mij?' is in Dutch; write it in English",
        ),
        (
            append("snippets/en/safety.md", DUTCH),
            f"snippets/en/safety.md:{{}}: '{DUTCH}' is in Dutch; write it in English, or {MARK}",
        ),
    ],
)  # fmt: skip
def test_heads_data_and_passages_are_looked_through(
    root: Path, sample: Project, edit: Edit, said: str
) -> None:
    line = edit(root)
    assert said.replace("{}", str(line)) in {
        one for one in printed_lines(checked_project(root)) - printed_lines(sample) if "is in Dutch" in one
    }
