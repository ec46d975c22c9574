"""The table of the guide that says where shared sentences follow a key of brand.yml that is set alone."""

from __future__ import annotations

from msgspec.structs import replace

from checking import with_brand
from second_opinion.core.markdown_text import Text
from second_opinion.project.following import (
    ANYTHING,
    answers_beside,
    follow_table,
    keys_of_another,
    questions_that_follow,
)
from second_opinion.project.project import Project
from second_opinion.project.project_parts import WrittenTexts

from .making import brand_of, make_page

PAGE = """--8<-- "begin.md"

## Who refers? {#referral}

--8<-- "refers.md"

/// details | More

--8<-- "more.md"
///

--8<-- "end.md"
--8<-- "mental-health-end.md"
"""
PASSAGES = {
    "begin.md": "Ask.",
    "begin-if-own-way.md": "Ask us.",
    "refers.md": "Someone.",
    "refers-if-gp.md": "Your GP.",
    "more.md": "Wait.",
    "more-if-confirmation.md": "You hear.",
    "end.md": "Go.",
    "end-if-examined-often.md": "Go early.",
    "mental-health-end.md": "Rest.",
    "mental-health-end-if-preferred-doctor.md": "Rest here.",
}


def made_up(sample: Project) -> Project:
    """Return a project of one page with passages that follow keys."""
    page = make_page(lang="en", body=PAGE)
    bodies = {name: Text(f"snippets/en/{name}", body) for name, body in PASSAGES.items()}
    shared = WrittenTexts(sound=[page], broken=[], snippets={"nl": {}, "en": bodies})
    return replace(sample, shared=shared, tools={}, who_does_what=None)


def test_each_key_has_the_question_below_which_a_sentence_follows_it_alone(sample: Project) -> None:
    found = questions_that_follow(made_up(sample))
    assert found == {
        ANYTHING: {"costs": ["the beginning"]},
        "`referral.by`": {"costs": ["Who refers?"]},
        "`review.confirmation`": {"costs": ["More"]},
        "`appointment.examined_often`": {"costs": ["Who refers?"]},
        "`appointment.preferred_doctor`": {"costs": ["Who refers?"]},
    }


def test_keys_that_the_same_follows_share_a_row(sample: Project) -> None:
    rows = follow_table(made_up(sample)).splitlines()
    assert (
        "| `referral.by`, `appointment.preferred_doctor`, `appointment.examined_often` | **costs**: Who refers? |"
        in rows
    )
    assert "| `review.confirmation` | **costs**: More |" in rows


def test_what_stands_there_with_any_key_has_beside_it_the_keys_with_which_something_else_would(
    sample: Project,
) -> None:
    wordings = {
        "report.md": "It goes to your doctor.",
        "report-if-no-report.md": "Ask us who gets it.",
        "report-if-report.md": "It goes to whoever referred you.",
        "begin.md": "Ask.",
        "begin-if-own-way.md": "Ask us.",
        "begin-if-by-hospital.md": "Ask us. Wait.",
        "end.md": "Go.",
        "end-if-referral.md": "Go soon.",
    }
    passages = {name: Text(f"snippets/en/{name}", words) for name, words in wordings.items()}
    shared = WrittenTexts(sound=[], broken=[], snippets={"nl": {}, "en": passages})
    project = with_brand(replace(sample, shared=shared, tools={}), brand_of("referral: {by: [gp]}"))
    assert {
        words: keys_of_another([words], wordings) for words, wordings in answers_beside(project, "en")
    } == {"Ask us who gets it.": ["report.to"], "Ask us.": []}
