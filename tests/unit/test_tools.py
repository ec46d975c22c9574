"""The lists to take along: what a brand makes of them, and what pages show."""

from __future__ import annotations

import json

import pytest
from msgspec.structs import replace

from second_opinion.core.findings import Finding
from second_opinion.core.validation import read_yaml
from second_opinion.data.tools import ToolFile, placeholders, read_brand_tool, read_tool
from second_opinion.project.project import Project
from second_opinion.project.values import tools_in
from second_opinion.site.body import Vocabulary, finish_body
from second_opinion.site.page_view import pieces_of
from second_opinion.site.tool_view import tool_view, with_lines, words_file

from .making import WORDS

SHARED = """kind: choose
title: { nl: Vragen, en: Questions }
gives: { nl: Een blad, en: A sheet }
lead: { nl: Vink aan., en: Tick. }
parts:
  - id: plain
    title: { nl: Een, en: One }
    lines: [{ id: one, nl: Wat?, en: What? }]
  - id: grouped
    title: { nl: Twee, en: Two }
    groups:
      - { title: { nl: Leven, en: Life }, lines: [{ id: two, nl: Wie?, en: Who? }] }
"""


def of_brand(text: str, *languages: str) -> tuple[ToolFile, list[Finding]]:
    """Return the shared list with what a brand makes of it."""
    shared, findings = read_tool(read_yaml(SHARED, "data/my-questions.yml"))
    assert findings == []
    tool, found = read_brand_tool(read_yaml(text, "brand/tools/my-questions.yml"), shared, languages)
    assert tool is not None
    return tool, found


def lines(tool: ToolFile) -> dict[str, list[str]]:
    """Return the ids of the lines of each part."""
    return {part.id: [line.id for line in part.every_line()] for part in tool.tool.parts}


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        (
            "parts: [{ id: plain, lines: [{ id: new, nl: Nu? }] }]",
            {"plain": ["one", "new"], "grouped": ["two"]},
        ),
        (
            "parts: [{ id: grouped, lines: [{ id: new, nl: Nu? }] }]",
            {"plain": ["one"], "grouped": ["two", "new"]},
        ),
        (
            "parts: [{ id: grouped, instead: true, lines: [{ id: two, nl: Nu? }] }]",
            {"plain": ["one"], "grouped": ["two"]},
        ),
        (
            "parts: [{ id: ours, title: { nl: Wij }, lines: [{ id: new, nl: Nu? }] }]",
            {"plain": ["one"], "grouped": ["two"], "ours": ["new"]},
        ),
    ],
)
def test_a_brand_adds_lines_or_puts_its_own_in_their_place(said: str, expected: dict[str, list[str]]) -> None:
    tool, found = of_brand(said, "nl")
    assert (lines(tool), found) == (expected, [])


def test_a_brand_may_change_the_title_alone() -> None:
    tool, found = of_brand("title: { nl: Onze vragen, en: Our questions }", "nl", "en")
    assert (tool.tool.title.part("en"), tool.tool.lead.part("en"), found) == ("Our questions", "Tick.", [])


def test_a_page_names_a_list_or_a_part_of_it() -> None:
    shared, _ = read_tool(read_yaml(SHARED, "data/my-questions.yml"))
    assert shared is not None
    names = placeholders({"my-questions": shared})
    assert {name for name in names if name.startswith("my_questions")} == {
        "my_questions",
        "my_questions.plain",
        "my_questions.grouped",
    }


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_the_part_that_a_page_names_is_open(sample: Project, lang: str) -> None:
    page = sample.page(lang, "appointment")
    assert page is not None
    view = tool_view(sample, page, "my-questions.insurer")
    assert view is not None
    assert [part.id for part in view.parts if part.is_open] == ["insurer"]
    assert (
        json.loads(words_file(sample, lang))["said"]["put_back"] == sample.words.tools[lang]["said_put_back"]
    )


def test_the_search_reads_the_lines_of_the_part_that_a_page_names(sample: Project) -> None:
    tools = {name: file.tool for name, file in sample.tools.items()}
    whole, part = (
        with_lines(tools, "en", f'<p>A</p><div data-tool="my-questions{ending}"></div>')
        for ending in ("", ".insurer")
    )
    first, *_, last = (line.part("en") for line in sample.tools["my-questions"].tool.parts[0].every_line())
    assert part.startswith('<p>A</p><h3 id="my-questions-insurer">')
    assert first in whole
    assert first not in part
    assert last in whole


def test_the_text_of_a_page_is_cut_where_a_list_stands(sample: Project) -> None:
    page, brand = sample.page("nl", "appointment"), sample.brand.sound
    assert page is not None
    assert brand is not None
    html = '<p>Voor</p><div data-tool="my-questions"></div><p>Na</p>'
    first, last = pieces_of(sample, brand, page, html)
    assert (first.html, last.html, last.tool) == ("<p>Voor</p>", "<p>Na</p>", None)
    assert first.tool is not None
    assert first.tool.id == "my-questions"


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_all_lists_are_listed_with_the_way_to_a_page_that_has_them(sample: Project, lang: str) -> None:
    shown = {name: file.tool for name, file in sample.tools.items()}
    at_home = replace(
        sample.tools["two-opinions"],
        tool=shown["two-opinions"].model_copy(update={"home": "alternatives"}),
    )
    project = replace(sample, tools={**sample.tools, "two-opinions": at_home})
    ways = {
        "my-questions": "my-questions.md#my-questions-every-doctor",
        "two-opinions": "alternatives.md",
        "my-steps": "alternatives.md#my-steps-before",
    }  # no page has letters or cards
    assert tools_in(project, lang).splitlines() == [
        f"- [{shown[name].title.part(lang)}]({way}){{ .take-along }} {shown[name].gives.part(lang)}"
        for name, way in ways.items()
    ]


def test_the_list_of_lists_is_told_from_the_questions_of_the_home_page() -> None:
    point = '<ul>\n<li><a class="{name}" href="a">Een</a> blad</li>\n</ul>'
    html = f"<h2>Mee</h2>\n{point.format(name='take-along')}"
    body = finish_body(html, name="index", words=WORDS, vocabulary=Vocabulary("nl", []))
    assert '<ul class="take-along">' in body
    assert "home-questions" not in body
