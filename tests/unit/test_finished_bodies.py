"""The body of a page is made again only when something that it is made of has changed."""

from __future__ import annotations

from typing import Any

import pytest
from msgspec.structs import replace

from second_opinion.core.cache import SizedCache
from second_opinion.core.findings import Finding
from second_opinion.core.records import NameByLanguage
from second_opinion.data.interface import NamedWords
from second_opinion.project.project import Project
from second_opinion.site import finished_bodies
from second_opinion.site.body import NotYet
from second_opinion.site.diagrams import Lane
from second_opinion.site.finished_bodies import (
    BodyInputs,
    FinishedBody,
    LanguageInputs,
    finish_or_reuse,
    said_in,
)

LANGUAGE = LanguageInputs(
    lang="nl",
    words=NamedWords({"table_region": "Tabel: {title}"}),
    terms=[],
    source_words=[],
    left_out=[],
    boxes={},
    studies=[],
    ways=[],
    lanes=[],
)
INPUTS = BodyInputs(
    html="<p>Bel ons.</p>",
    name="costs",
    names=[],
    words_address="",
    steps=[],
    not_yet=[],
    language=LANGUAGE,
)
OTHERWISE: dict[str, Any] = {
    "words": NamedWords({"table_region": "Overzicht: {title}"}),
    "boxes": {"tip": "3"},
    "not_yet": [NotYet("a", "", "Titel", "../nl/")],
    "lanes": [Lane("1", 5)],
    "names": ["Ons Huis"],
    "language": replace(LANGUAGE, left_out=["abroad"]),
}


@pytest.fixture(autouse=True)
def _nothing_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(finished_bodies, "FINISHED_BODIES", SizedCache[FinishedBody](1_000))


def made(inputs: BodyInputs = INPUTS, *found: Finding) -> FinishedBody:
    """Return the body that is made of inputs, in which ``found`` is found."""
    return finish_or_reuse(inputs, {}, lambda _: None, lambda _: [*found])[0]


@pytest.mark.parametrize("name", BodyInputs.__struct_fields__)
def test_whatever_a_page_brings_to_its_body_makes_it_another(name: str) -> None:
    other = replace(INPUTS, **{name: OTHERWISE.get(name, "anders")})
    assert other.key != INPUTS.key


@pytest.mark.parametrize("name", LanguageInputs.__struct_fields__)
def test_whatever_a_language_brings_to_all_bodies_makes_them_others(name: str) -> None:
    other = replace(LANGUAGE, **{name: OTHERWISE.get(name, ["anders"])})
    assert replace(INPUTS, language=other).key != INPUTS.key


def test_a_body_of_the_same_inputs_is_not_made_again() -> None:
    again = replace(INPUTS, language=replace(LANGUAGE))
    assert made() is made(again)
    assert made(replace(INPUTS, html="<p>Mail ons.</p>")).html == "<p>Mail ons.</p>"


def test_where_nothing_is_kept_no_key_is_made_and_each_page_has_its_own_body(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    finished_bodies.FINISHED_BODIES.close()
    monkeypatch.setattr(finished_bodies, "key_of_parts", lambda *_: pytest.fail("nobody asks for this key"))
    assert [made(replace(INPUTS, html=html)).html for html in ("", "<p>Mail ons.</p>")] == [
        "",
        "<p>Mail ons.</p>",
    ]


def test_a_body_that_says_no_name_of_a_hospital_serves_all_hospitals() -> None:
    assert said_in("<p>Bel Huis A &amp; B.</p>", ["Huis A & B", "Ons Huis"]) == ["Huis A & B"]
    first, second = (replace(INPUTS, names=said_in(INPUTS.html, [name])) for name in ("Ons Huis", "Uw Huis"))
    assert made(first) is made(second)


def test_a_body_with_a_place_for_a_list_serves_all_hospitals_and_the_search_finds_the_lines_of_each(
    sample: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    inputs = replace(INPUTS, html='<p>Neem mee:</p><div data-tool="my-questions"></div>')
    theirs = sample.tools["my-questions"].tool
    parts = [
        part.model_copy(update={"title": NameByLanguage.model_validate("Voor Ons Huis")})
        for part in theirs.parts
    ]
    ours = theirs.model_copy(update={"parts": parts})
    first, _ = finish_or_reuse(inputs, {"my-questions": ours}, lambda _: None, lambda _: [])
    monkeypatch.setattr(finished_bodies, "finish_body", lambda *_, **__: pytest.fail("it is there already"))
    second, _ = finish_or_reuse(inputs, {"my-questions": theirs}, lambda _: None, lambda _: [])
    assert first.html == second.html
    assert ["Voor Ons Huis" in str(body.sections) for body in (first, second)] == [True, False]


@pytest.mark.parametrize(
    ("html", "found"),
    [
        (INPUTS.html, [Finding("docs/nl/costs.md", 1, "dit kan niet", "haal het weg")]),
        ('<p><img alt="Scan" src="scan.png"></p>', []),
        ("<h2>Prijs</h2><table><tr><td>1</td></tr></table>", []),
    ],
    ids=[
        "something is wrong in it",
        "it has an image, whose file may change",
        "it lacks words, which is told",
    ],
)
def test_a_body_is_made_again_where(html: str, found: list[Finding]) -> None:
    source = replace(INPUTS, html=html, language=replace(LANGUAGE, words=NamedWords()))
    assert made(source, *found) is not made(source, *found)
