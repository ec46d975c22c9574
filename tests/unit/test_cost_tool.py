from __future__ import annotations

import datetime
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from checking import checked_project
from second_opinion.brand.model import Articles
from second_opinion.brand.route import Contracts, Referral
from second_opinion.core.phone import parse_phone
from second_opinion.data.cost_questions import QUESTIONS
from second_opinion.project.project import Project
from second_opinion.site.cost_view import CostView, Opening, cost_view, mark_source_language
from support import TODAY

from .spoiling import Row, swap

FILE = "data/cost-estimate.yml"

FAULTS = [
    Row(
        "a source that does not exist",
        [swap(FILE, "  covered_in_full: [zvw]", "  covered_in_full: [zwv]")],
        [f"{FILE}:<0>: the source 'zwv' does not exist; did you mean 'zvw'?"],
    ),
    Row(
        "a blank in one language only",
        [swap(FILE, "    nl: U betaalt {high}.", "    nl: U betaalt {hoog}.")],
        [
            f"{FILE}:<0>: 'says_exact' has the blank {{hoog}}, for which there is nothing to fill in; "
            "did you mean '{high}'?"
        ],
    ),
    Row(
        "words that only the script asks for, under another name",
        [swap(FILE, "\nanswer:\n  chip_other:\n", "\nanswer:\n  chip_othr:\n")],
        [
            f"{FILE}:<0+2>: there are no words 'chip_other'; call 'chip_othr' so, or add them in both languages"
        ],
    ),
    Row(
        "a question with a blank that can be left out",
        [swap(FILE, "nl: Hoeveel procent vergoedt u?", "nl: Hoeveel procent vergoedt u in {year}?")],
        [],
    ),
    Row(
        "a word in one language only",
        [swap(FILE, "    en: Close this question\n", "")],
        [f"{FILE}:<0-2>: 'form.close.en' is missing; add a line 'en: ...'"],
    ),
]


@pytest.mark.parametrize("row", FAULTS, ids=lambda row: row.sentence)
def test_a_fault_in_the_words_is_printed_with_its_line(
    root: Path, new_findings: Callable[[dict[str, str]], list[str]], row: Row
) -> None:
    expected = row.spoil(root)
    assert new_findings(row.environment) == expected


def view_on(
    project: Project,
    day: str,
    *,
    lang: str = "nl",
    article: Articles | None = None,
    referral: Referral | None = None,
    **costs: Any,
) -> CostView:
    """Return what the form shows on a day."""
    assert project.brand.sound is not None
    assert project.costs.deductible is not None
    assert project.costs.texts is not None
    asked = project.brand.sound.costs.model_copy(update=costs)
    brand = project.brand.sound.model_copy(update={"costs": asked, "article": article, "referral": referral})
    return cost_view(
        project.costs.deductible,
        project.costs.texts,
        project.sources,
        brand,
        lang=lang,
        words=project.words.site[lang],
        today=datetime.date.fromisoformat(day),
    )


def years_on(project: Project, day: str) -> list[str]:
    """Return the years that the form offers on a day."""
    [question] = [one for one in view_on(project, day).questions if one.field == "year"]
    return [answer.value for answer in question.answers]


def test_the_form_offers_the_years_from_last_year_on_that_have_an_amount(sample: Project) -> None:
    assert years_on(sample, "2026-11-22") == ["2025", "2026", "2027"]
    assert years_on(sample, "2028-01-02") == ["2027"]


def test_the_form_opens_with_the_most_that_the_year_can_cost_and_with_no_amount_of_another_year(
    sample: Project,
) -> None:
    assert sample.costs.texts is not None
    words = sample.costs.texts.answer["nl"]
    opening = view_on(sample, "2026-11-22").opening
    assert opening.says == words.says_at_most.format(high="885\u00a0euro")
    assert opening.note == words.highest_is.format(compulsory="385\u00a0euro", voluntary="500\u00a0euro")
    assert [(label, amount) for _, label, amount in opening.lines] == [
        (words.bar_you, words.amount_at_most.format(high="885\u00a0euro")),
        (words.bar_above, ""),
    ]
    without_amount = view_on(sample, "2028-01-02").opening
    assert without_amount == Opening(words.says_nothing_yet)


@pytest.mark.parametrize(("lang", "day"), [("nl", "20 november 2026"), ("en", "20 November 2026")])
def test_the_data_say_each_amount_with_its_sources_and_whether_it_is_confirmed(
    root: Path, lang: str, day: str
) -> None:
    swap("data/deductible.yml", "{ euro: 400, confirmed: true", "{ euro: 400, confirmed: false")(root)
    data = view_on(checked_project(root), TODAY, lang=lang).data
    expected = data["years"]["2027"]["compulsory"]
    assert (expected["euro"], expected["confirmed"], expected["read"]) == (400, False, day)
    assert data["years"]["2026"]["compulsory"]["confirmed"]
    assert data["years"]["2026"]["voluntary"]["euro"] == [100, 200, 300, 400, 500]
    parts = [part for year in data["years"].values() for part in year.values()]
    named = {id_ for part in parts for id_ in part["sources"]} | {
        id_ for ids in data["line_sources"].values() for id_ in ids
    }
    assert named == set(data["sources"])


def test_what_a_hospital_asks_in_advance_and_its_telephone_number_are_in_the_form(sample: Project) -> None:
    view = view_on(sample, TODAY, advance=500, phone=parse_phone("+31 (0)20-123 45 67"))
    assert view.data["advance"] == 500
    assert view.phone == '<a href="tel:+31201234567">+31 (0)20-123 45 67</a>'


def test_the_hospital_is_named_in_the_estimate_as_in_its_sentences(sample: Project) -> None:
    assert sample.brand.sound is not None
    name = sample.brand.sound.short_name_in("nl")
    view = view_on(sample, TODAY, article=Articles.model_validate({"nl": "het"}), advance=500)
    assert view.data["hospital"] == f"het {name}"
    assert f"het {name}" in view.advance
    assert view_on(sample, TODAY).data["hospital"] == name


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_who_has_no_referral_is_told_where_a_hospital_sees_nobody_without(sample: Project, lang: str) -> None:
    assert view_on(sample, TODAY, lang=lang).data["words"]["says_not_seen"] == ""
    required = Referral.model_validate({"by": ["gp"], "required": True})
    view = view_on(sample, TODAY, lang=lang, referral=required)
    told = view.data["words"]["says_not_seen"]
    assert re.search(r"\b(?:ons|us)\b", told)
    assert view.data["hospital"] not in told


@pytest.mark.parametrize(("day", "is_shown"), [("2026-12-31", True), ("2027-01-01", False)])
def test_the_contracts_of_a_hospital_stand_at_their_question_as_long_as_the_list_holds(
    sample: Project, day: str, is_shown: bool
) -> None:
    contracts = Contracts.model_validate(
        {
            "insurers": ["Verzonnen Een", "Verzonnen <Twee>"],
            "date": datetime.date(2026, 11, 1),
            "until": datetime.date(2026, 12, 31),
        }
    )
    all_but = contracts.model_copy(update={"all_but": True})
    for told, whom in ((contracts, "contract met"), (all_but, "behalve")):
        said = view_on(sample, day, contracts=told).contracts
        assert ("tot en met 31 december 2026" in said) is is_shown
        assert (f"{whom} Verzonnen Een en Verzonnen <Twee>" in said) is is_shown
    assert view_on(sample, day).contracts == ""


def test_the_words_of_the_page_to_take_along_are_there_in_the_language_of_the_country_too(
    sample: Project,
) -> None:
    dutch, english = (view_on(sample, TODAY, lang=lang).data for lang in ("nl", "en"))
    assert dutch["source"] is None
    source = english["source"]
    assert (source["lang"], source["locale"], source["words"]) == ("nl", "nl-NL", dutch["words"])
    assert list(source["names"]) == [question.field for question in QUESTIONS if question.answers]
    assert source["names"]["referral"]["short"] == "Verwijzing"
    assert source["names"]["referral"]["answers"]["true"] == ["Ja", "met verwijzing"]
    assert source["names"]["year"]["answers"]["2026"] == ["2026", "zorg begint in 2026"]


def test_dutch_words_in_the_help_are_marked_as_dutch_and_the_rest_is_text() -> None:
    assert (
        mark_source_language("A < B. In Dutch: eigen risico.", "en")
        == 'A &lt; B. In Dutch: <span lang="nl">eigen risico</span>.'
    )
