"""What other pages answer with a key of brand.yml alone: only what answers the question that stands above it."""

from __future__ import annotations

from second_opinion.brand.brand_keys import all_keys, plain_lines
from second_opinion.brand.own_page import (
    SECTIONS,
    SECTIONS_BY_PAGE,
    answer_of,
    own_sections,
    sections_shown_on,
)
from second_opinion.brand.speaker import Speaker
from second_opinion.core.languages import SOURCE_LANGUAGE
from second_opinion.data.interface import Interface
from second_opinion.project.project import Project

from .making import DAY, brand_of

# Each key whose sentence answers the question of a section, as a reader would say.
ANSWERING = {
    "where-to-go": {"elsewhere.places"},
    "referral": {"referral.by", "referral.only", "referral.preferred"},
    "appointment": {"appointment.made", "appointment.address"},
    "invited": {
        "appointment.always",
        "appointment.usually",
        "appointment.when",
        "appointment.when_not",
        "appointment.other_reasons",
    },
    "visit": {
        "appointment.one_visit",
        "appointment.examined_often",
        "appointment.video",
        "appointment.telephone",
        "appointment.result_often_at_once",
        "appointment.second_visit",
    },
    "costs": {
        "costs.insurer_first",
        "costs.advance",
        "costs.prices",
        "costs.price_list",
        "costs.phone",
        "own_lines",
    },
    "report": {"report.to", "report.unless_you_object", "report.copy_on_request"},
    "takeover": {"takeover.policy"},
    "from-abroad": {"from_abroad.languages"},
    "complaints": {"complaints.officer"},
}
WHAT_TO_DO = (
    "the sentence of a key is said on another page, as the answer to the title of its section: does it answer that? "
    "Then add the key here. Else take it out of the `answer` of the section, in SECTIONS of brand/own_page.py"
)


def answers_on_other_pages(said: str, words: Interface) -> dict[str, str]:
    """Return what other pages answer of a brand in plain words, by the section of its own page."""
    made = own_sections(Speaker(brand_of(said), SOURCE_LANGUAGE, words, DAY))
    answered = [section for page in SECTIONS_BY_PAGE for section in sections_shown_on(made, page)[0]]
    return {section.anchor: " ".join(plain_lines(answer_of(section))) for section in answered}


def test_a_key_alone_is_an_answer_on_another_page_only_where_it_answers_the_question(
    sample: Project,
) -> None:
    words = sample.own_page.words[SOURCE_LANGUAGE]
    found: dict[str, set[str]] = {}
    for key in all_keys({SOURCE_LANGUAGE: words}):
        for each in key.says:
            sentences = each.sentences[SOURCE_LANGUAGE].split(" · ")
            for section, answer in answers_on_other_pages(each.written, words).items():
                if any(sentence in answer for sentence in sentences):
                    found.setdefault(section, set()).add(key.dotted)
    assert found == ANSWERING, WHAT_TO_DO


def test_a_line_of_the_hospital_stands_behind_the_answer_on_another_page(sample: Project) -> None:
    words = sample.own_page.words[SOURCE_LANGUAGE]
    lines = "{visit: {nl: Neem iemand mee., en: Bring someone.}, studies: {nl: Vraag het., en: Ask.}}"
    assert answers_on_other_pages(f"own_lines: {lines}", words) == {}
    answers = answers_on_other_pages(f"appointment: {{examined_often: true}}\nown_lines: {lines}", words)
    assert answers == {"visit": "Vaak onderzoekt de arts u ook lichamelijk. Neem iemand mee."}


def test_a_line_of_the_hospital_about_costs_alone_is_the_answer_on_the_page_about_costs(
    sample: Project,
) -> None:
    words = sample.own_page.words[SOURCE_LANGUAGE]
    line = "own_lines: {costs: {nl: Betalen kan in delen., en: You can pay in parts.}}"
    assert answers_on_other_pages(line, words) == {"costs": "Betalen kan in delen."}
    beside = f"costs: {{insurer_first: true}}\n{line}"
    assert answers_on_other_pages(beside, words)["costs"].endswith("betaalt. Betalen kan in delen.")


def test_the_sections_that_pages_answer_are_those_with_an_answer() -> None:
    assert {section for shown in SECTIONS_BY_PAGE.values() for section in shown.answers} == ANSWERING.keys()


def test_answers_stand_in_the_order_of_the_own_page() -> None:
    for shown in SECTIONS_BY_PAGE.values():
        assert [*shown.answers] == [section for section in SECTIONS if section in shown.answers]
