"""The table of the guide that says where shared sentences follow a key of brand.yml that is set alone."""

from __future__ import annotations

from msgspec.structs import replace

from second_opinion.core.markdown_text import Text
from second_opinion.project.following import ANYTHING, follow_table, questions_that_follow
from second_opinion.project.project import Project
from second_opinion.project.project_parts import WrittenTexts

from .making import make_page

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
