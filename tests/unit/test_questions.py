"""The list of questions is made of the headings of the pages, and of nothing else."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from checking import checked_project
from second_opinion.core.markdown_text import Text
from second_opinion.site.body import Vocabulary, finish_body
from second_opinion.site.search_index import search_sections
from second_opinion.texts.questions import ListedPage, check_asked_twice, questions_markdown, questions_of
from support import change

from .making import WORDS
from .spoiling import append, write

COSTS = """\
Wie leest dit?

## Wie betaalt wat? {#who-pays}

/// details | Hoe zit dat in de wet?
Zo.
///

## Een ziekenhuis zonder contract {#contract}

/// details | Meer hierover
Zo.
///

/// details | En in het buitenland?
Zo.
///

### Krijg ik *alles* terug? {#all}

#### Alles?

## Waarom staat hier geen anker?
"""


def text(body: str, file: str = "docs/nl/costs.md") -> Text:
    return Text(file, body)


def test_a_heading_or_folded_title_that_asks_is_a_question_and_nothing_else_is() -> None:
    assert [(one.line, one.words, one.anchor) for one in questions_of(text(COSTS))] == [
        (3, "Wie betaalt wat?", "who-pays"),
        (5, "Hoe zit dat in de wet?", "who-pays-more"),
        (15, "En in het buitenland?", "contract-more-2"),
        (19, "Krijg ik *alles* terug?", "all"),
    ]


def test_what_is_folded_has_in_the_list_the_anchor_that_it_has_on_its_page() -> None:
    html = "<details></details><h2 id='a'>A</h2><details></details><details></details><h3>B</h3><details></details>"
    body = finish_body(html, name="costs", words=WORDS, vocabulary=Vocabulary("nl", ()))
    folds = "/// details | {}?\n///\n\n"
    written = folds + "## A {#a}\n\n" + folds * 2 + "### B\n\n" + folds
    listed = [one.anchor for one in questions_of(text(written)) if one.words == "{}?"]
    assert listed == re.findall(r'<details id="([^"]*)"', body) == ["more", "a-more", "a-more-2", "a-more"]


def test_each_subject_that_answers_a_question_has_its_heading_and_its_links_in_order() -> None:
    subjects = [
        ListedPage("Kosten", "costs", text("## B? {#b}\n\n### A? {#a}\n")),
        ListedPage("Redenen", "reasons", text("## Waarom {#why}\n")),
        ListedPage("Daarna", "afterwards", text("## a? {#again}\n\n## C? {#c}\n")),
    ]
    assert questions_markdown(subjects) == (
        "## Kosten {#about-costs}\n\n"
        "- [B?](costs.md#b){ .question }\n- [A?](costs.md#a){ .question }\n\n"
        "## Daarna {#about-afterwards}\n\n- [C?](afterwards.md#c){ .question }"
    )
    assert questions_markdown([]) == ""


def test_a_question_that_is_answered_twice_is_told_and_the_list_has_the_first() -> None:
    first = text("## Wie betaalt? {#a}\n\n## Wie  betaalt? {#b}\n")
    second = text("\n## wie *betaalt*? {#c}\n", "b.md")
    assert [str(finding) for finding in check_asked_twice([first, second])] == [
        "docs/nl/costs.md:3: the question 'Wie  betaalt?' is answered here and on line 1; "
        "answer it in one of the two, and give the other a heading of its own",
        "b.md:2: the question 'wie *betaalt*?' is answered here and in docs/nl/costs.md (line 1); "
        "answer it in one of the two, and give the other a heading of its own",
    ]
    assert not any(finding.is_fault for finding in check_asked_twice([first, second]))
    assert list(check_asked_twice([second, text("## Wie betaalt {#c}\n")])) == []


def test_the_search_finds_a_question_where_it_is_answered_and_not_in_the_list() -> None:
    html = (
        '<p>Zoek uw vraag.</p><h2 id="about-costs">Kosten</h2>'
        '<ul><li><a class="question" href="../kosten/#a">Wie betaalt?</a></li><li><a class="question" '
        'href="../kosten/#b">Hoeveel?</a></li></ul><ul><li>Een punt</li></ul>'
    )
    body = finish_body(html, name="questions", words=WORDS, vocabulary=Vocabulary("nl", ()))
    assert body.count('<ul class="questions">') == 1
    assert [(part.anchor, part.text) for part in search_sections(body)] == [
        ("", "Zoek uw vraag."),
        ("about-costs", "Een punt"),
    ]


PAGE = """\
---
title: {title}
description: Een pagina van een huis, over iets dat alleen daar zo gaat. A page of a house.
slug: {slug}
written: 2026-11-22
checked: []
next_check: 2027-11-22
sources: []
related: []
search_words: []
---

--8<-- "safety.md"

## Wat kost {slug} in {{{{ deductible.year }}}}? {{#{slug}}}

Niets.
"""


@pytest.fixture
def of_a_brand(root: Path) -> str:
    """Return the list of questions of a brand that replaces one page, leaves one out and has one of its own."""
    for name in ("reasons", "parking"):
        for lang in ("nl", "en"):
            page = PAGE.format(title=f"{name} {lang}", slug=f"own-{name}")
            write(f"brands/neutral/docs/{lang}/{name}.md", page)(root)
    append("brands/neutral/brand.yml", "pages_left_out:\n  - page: child\n    reason: We see no children.")(
        root
    )
    append("docs/nl/child.md", "## Wordt dit gevraagd? {#asked}")(root)
    append("docs/nl/costs.md", "## Wordt ook dit gevraagd? {#asked}")(root)
    project = checked_project(root)
    assert project.brand.sound is not None
    return project.values["nl"]["questions"]


def test_the_list_follows_what_a_brand_leaves_out_replaces_and_adds(of_a_brand: str) -> None:
    groups = re.findall(r"\{#about-([\w-]+)\}", of_a_brand)
    assert "child" not in groups
    assert "(child.md#" not in of_a_brand
    assert "- [Wordt ook dit gevraagd?](costs.md#asked){ .question }" in of_a_brand
    for name in ("reasons", "parking"):
        assert re.findall(rf"\]\({name}\.md#([\w-]+)\)", of_a_brand) == [f"own-{name}"]
    assert groups.index("reasons") < groups.index("costs")


def test_names_in_a_heading_are_filled_in(of_a_brand: str) -> None:
    assert "- [Wat kost own-reasons in 2026?](reasons.md#own-reasons){ .question }" in of_a_brand


def test_the_list_of_the_real_pages_holds_no_page_that_lists_it_itself(root: Path) -> None:
    change(
        root, "docs/nl/questions.md", "{{ questions }}", "## Niet gevonden? {#not-here}\n\n{{ questions }}"
    )
    listed = checked_project(root).values["nl"]["questions"]
    assert "questions.md" not in listed
    assert len(re.findall(r"^- \[", listed, re.MULTILINE)) > 1


def test_a_doubled_question_of_the_real_pages_gives_a_notice(
    root: Path, new_findings: Callable[[Mapping[str, str]], list[str]]
) -> None:
    first = append("docs/nl/what-is-it.md", "## Is dit een proef? {#trial}")(root)
    append("docs/en/what-is-it.md", "## This is a trial {#trial}")(root)
    second = append("docs/nl/costs.md", "## Is dit een proef? {#trial}")(root)
    append("docs/en/costs.md", "## This is a trial {#trial}")(root)
    assert new_findings({}) == [
        f"notice: docs/nl/costs.md:{second}: the question 'Is dit een proef?' is answered here and in "
        f"docs/nl/what-is-it.md (line {first}); answer it in one of the two, and give the other a heading of its own"
    ]
