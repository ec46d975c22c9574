"""The search index: what of a page can be found, and where a result leads."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from second_opinion.core.validation import read_yaml
from second_opinion.data.search_synonyms import FILE, Crisis, WordGroup, read_search_synonyms
from second_opinion.project.project import Project
from second_opinion.site.page_view import search_address
from second_opinion.site.run import Run
from second_opinion.site.search_index import SearchPage, SearchSection, build_index, search_sections
from second_opinion.site.whole_site import write_search_index


def search_page(**changes: Any) -> SearchPage:
    values = {
        "name": "costs",
        "address": "kosten/",
        "title": "Wat kost het?",
        "description": "Wie betaalt.",
        "search_words": ("nota",),
        "sections": search_sections("<p>U betaalt niets.</p>"),
    }
    return SearchPage(**(values | changes))


def read(*pages: SearchPage, groups: tuple[WordGroup, ...] = ()) -> dict[str, Any]:
    index: dict[str, Any] = json.loads(build_index(pages, groups))
    return index


def test_a_page_keeps_what_its_results_show() -> None:
    assert read(search_page())["pages"] == [
        {
            "address": "kosten/",
            "title": "Wat kost het?",
            "description": "Wie betaalt.",
            "words": ["nota"],
            "sections": [["", "", "U betaalt niets."]],
        }
    ]


def test_a_section_keeps_what_people_type_who_look_for_it() -> None:
    of_section = (SearchSection("costs", "Wat u betaalt", "Niets."),)
    kept = read(
        search_page(sections=of_section, asked={"costs": ("prijs", "rekening"), "report": ("brief",)})
    )
    assert kept["pages"][0]["sections"] == [["costs", "Wat u betaalt", "Niets.", "prijs", "rekening"]]


def test_a_section_begins_at_each_heading_with_an_anchor() -> None:
    html = """<p>Lead.</p><h2 id="who-pays">Wie <em>betaalt</em>?</h2><p>De verzekeraar.</p>
    <h3 id="child">Uw kind</h3><p>Niets.</p><h4 id="small">Klein</h4><p>Ook dit.</p>"""
    assert search_sections(html) == (
        SearchSection("", "", "Lead."),
        SearchSection("who-pays", "Wie betaalt?", "De verzekeraar."),
        SearchSection("child", "Uw kind", "Niets.\nKlein\nOok dit."),
    )


def test_the_records_of_sources_are_no_results() -> None:
    html = (
        '<h2 id="list">Lijst</h2><p>Vooraf.</p><ul><li id="source-zvw">Wet</li><li id="other">Ander</li></ul>'
    )
    assert search_sections(html) == (SearchSection("list", "Lijst", "Vooraf.\nAnder"),)


def test_a_heading_without_an_anchor_belongs_to_the_section_around_it() -> None:
    assert search_sections("<h2 id='a'>A</h2><p>Een.</p><h3>B</h3><p>Twee.</p>") == (
        SearchSection("a", "A", "Een.\nB\nTwee."),
    )


def test_a_heading_with_nothing_below_it_is_no_result() -> None:
    html = "<h2 id='group-money'>Geld</h2><h3 id='a'>Wie betaalt?</h3><p>De verzekeraar.</p>"
    assert search_sections(html) == (SearchSection("a", "Wie betaalt?", "De verzekeraar."),)


def test_a_folded_part_is_a_section_and_ends_where_it_ends() -> None:
    html = """<h2 id="group">Geld</h2>
    <details class="more" id="pays"><summary>Wie betaalt?</summary><p>De verzekeraar.</p></details>
    <p>Na de vragen.</p>"""
    assert search_sections(html) == (
        SearchSection("group", "Geld", "Na de vragen."),
        SearchSection("pays", "Wie betaalt?", "De verzekeraar."),
    )


@pytest.mark.parametrize(
    "html",
    [
        "<h3 id='term-gp'>huisarts</h3><p>Uw eigen dokter.</p>",
        "<dl><dt id='term-gp'>huisarts</dt><dd>Uw eigen dokter.</dd></dl>",
        "<dl><div id='term-gp'><dt>huisarts</dt><dd>Uw eigen dokter.</dd></div></dl>",
        "<ul><li id='term-gp'><strong>huisarts</strong>: Uw eigen dokter.</li></ul>",
    ],
)
def test_a_word_that_is_explained_is_a_section(html: str) -> None:
    assert search_sections(html) == (SearchSection("term-gp", "huisarts", "Uw eigen dokter."),)


def test_the_note_of_a_term_is_left_out_and_the_term_stays() -> None:
    html = """<p>Het <button class="term" popovertarget="term-note-deductible">eigen risico</button>
    <span popover class="term-note" id="term-note-deductible"><strong>eigen risico</strong> Uitleg.</span> geldt.</p>"""
    assert search_sections(html) == (SearchSection("", "", "Het eigen risico geldt."),)


@pytest.mark.parametrize(
    "html",
    [
        "<script>code()</script>",
        "<style>p {}</style>",
        "<nav><a href='#a'>Inhoud</a></nav>",
        "<p><a class='next' href='x'>Verder</a></p>",
    ],
)
def test_what_is_no_text_of_the_page_is_left_out(html: str) -> None:
    assert search_sections(f"<p>Tekst.</p>{html}") == (SearchSection("", "", "Tekst."),)


def test_every_block_is_a_line_and_inline_marks_are_none() -> None:
    paragraph = "<p>Bel\n<strong>uw\narts</strong>.</p>"
    others = "<ul><li>Een</li><li>Twee</li></ul><table><tr><td>A</td><td>B</td></tr></table>"
    assert search_sections(paragraph + others)[0].text == "Bel uw arts.\nEen\nTwee\nA\nB"


def test_of_a_very_long_list_only_the_beginning_is_kept() -> None:
    items = "".join(f"<li>{'bron ' * 20}{number}</li>" for number in range(100))
    (section,) = search_sections(f"<ul>{items}</ul>")
    assert 1350 < len(section.text) <= 1500
    assert section.text.endswith("bron 13")


def test_an_empty_body_has_no_sections() -> None:
    assert search_sections("") == ()


def test_words_that_mean_the_same_stand_once_in_the_index() -> None:
    groups = (
        WordGroup(("verwijzing", "verwijzingen"), ("brief",)),
        WordGroup(("verwijzing", "verwijzingen", "verwijzing"), ("brief",)),
        WordGroup(("alleen",)),
    )
    assert read(groups=groups)["synonyms"] == [[["verwijzing", "verwijzingen"], ["brief"]]]


def test_the_order_of_the_input_changes_nothing() -> None:
    pages = [search_page(name=name, address=f"{name}/") for name in "abcdefgh"]
    groups = [WordGroup((name,), (f"{name}s",)) for name in "abcdefgh"]
    assert build_index(pages[::-1], groups[::-1]) == build_index(pages, groups)


def test_the_index_is_compact_and_keeps_accents_as_they_are() -> None:
    index = build_index([search_page(sections=search_sections("<p>Eén café.</p>"))], ())
    assert "Eén café." in index
    assert ": " not in index
    assert "\n" not in index


CRISIS = "crisis:\n  page: help\n  nl: [dood]\n  en: [kill myself]\n"
EMERGENCY = "emergency:\n  nl: [pijn borst]\n  en: [chest pain, cannot breathe]\n"


def test_the_crisis_words_stand_in_the_index_with_the_address_of_their_page() -> None:
    crisis = Crisis("costs", ("dood", "dood", "niet meer leven"))
    index = json.loads(build_index([search_page()], (), crisis))
    assert index["crisis"] == {"address": search_page().address, "words": ["dood", "niet meer leven"]}
    assert json.loads(build_index([], (), crisis))["crisis"]["address"] is None


def test_the_words_of_an_emergency_stand_in_the_index_once() -> None:
    index = json.loads(build_index([search_page()], (), Crisis(), ("pijn  borst", "pijn borst", "112")))
    assert index["emergency"] == ["pijn borst", "112"]
    assert json.loads(build_index([search_page()], ()))["emergency"] == []


@pytest.mark.parametrize("lacking", ["crisis", "emergency"])
def test_without_words_at_which_help_is_shown_the_file_is_at_fault(lacking: str) -> None:
    there = {"crisis": EMERGENCY, "emergency": CRISIS}[lacking]
    read, found = read_search_synonyms(read_yaml("nl: []\nen: []\n" + there, FILE))
    assert [f"'{lacking}' is missing" in str(finding) for finding in found] == [True]
    assert read == (
        {"nl": [], "en": []},
        {"nl": Crisis(), "en": Crisis()},
        {"nl": (), "en": ()},
    )


def test_everyday_words_are_read_for_each_language() -> None:
    text = "nl:\n  - words: [arts]\n    asked: [dokter, doctor]\nen: []\n" + CRISIS + EMERGENCY
    (words, crisis, emergency), findings = read_search_synonyms(read_yaml(text, FILE))
    assert words == {"nl": [WordGroup(("arts",), ("dokter", "doctor"))], "en": []}
    assert crisis == {"nl": Crisis("help", ("dood",)), "en": Crisis("help", ("kill myself",))}
    assert emergency == {"nl": ("pijn borst",), "en": ("chest pain", "cannot breathe")}
    assert findings == []


def test_everyday_words_that_are_not_complete_are_faults() -> None:
    text = "nl:\n  - words: [arts]\n    askd: [dokter]\nen: []\n" + CRISIS + EMERGENCY
    assert [str(finding) for finding in read_search_synonyms(read_yaml(text, FILE))[1]] == [
        "data/search_synonyms.yml:3: the key 'askd' of the first of 'nl' is not known; "
        "did you mean 'asked'? (allowed: words, asked)",
    ]


def test_the_index_of_a_language_holds_its_pages_and_then_nothing_else_does(
    sample: Project, tmp_path: Path
) -> None:
    assert sample.brand.sound
    run = Run(sample, sample.brand.sound)
    run.sections["nl", "costs"] = (SearchSection("", "", "U betaalt niets."),)
    run.sections["en", "costs"] = (SearchSection("", "", "You pay nothing."),)
    write_search_index(run, tmp_path, "nl")
    (page,) = json.loads((tmp_path / search_address("nl")).read_text("utf-8"))["pages"]
    assert page["sections"] == [["", "", "U betaalt niets."]]
    assert [*run.sections] == [("en", "costs")]
