"""Where sections that are gone are answered now: what is checked of the two lists, and what a site makes of them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from msgspec.structs import replace

from checking import as_printed, checked_project, printed_lines, with_brand
from second_opinion.brand.model import Brand
from second_opinion.core.findings import Finding
from second_opinion.core.markdown_text import Text, folds, headings, headings_and_folds
from second_opinion.core.validation import YamlDocument, read_yaml
from second_opinion.data.moved_anchors import FILE, PageAnchor, check_moved_anchors, read_moved_anchors
from second_opinion.data.search_synonyms import check_crisis_page
from second_opinion.project import project as project_module
from second_opinion.project.project import Project
from second_opinion.project.project_parts import WrittenTexts
from second_opinion.site.page_view import MovedSection, moved_sections
from second_opinion.texts.page_links import check_links
from second_opinion.texts.pages import Page, check_references
from second_opinion.texts.published import FOLDER, check_anchors, gone_sections, read_published

from .making import make_page

THERE = {"costs": {"who-pays", "who-pays-more"}, "refused": {"complaints"}}
MORE = "/// details | Meer\nNog iets.\n///\n"


def moves(lines: str) -> tuple[YamlDocument, dict[PageAnchor, PageAnchor], list[Finding]]:
    """Return what a table says of the sections that moved."""
    document = read_yaml(lines, FILE)
    return document, *read_moved_anchors(document)


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        ("costs:\n  gp: costs#who-pays-more\n  bill: refused\n", []),
        ("cots:\n  gp: refused\n", ["2: the page 'cots' does not exist; did you mean 'costs'?"]),
        (
            "costs:\n  gp: refuse\n",
            ["2: 'costs#gp' leads to 'refuse', and the page 'refuse' does not exist; did you mean 'refused'?"],
        ),
        (
            "costs:\n  gp: refused#complaint\n",
            ["2: 'costs#gp' leads to 'refused#complaint', which is no section of refused.md; "
             "did you mean 'refused#complaints'?"],
        ),
        (
            "costs:\n  gp: costs#gp\n",
            ["2: 'costs#gp' leads to 'costs#gp', which is no section of costs.md; "
             "known: costs#who-pays, costs#who-pays-more"],
        ),
        (
            "costs:\n  who-pays: refused\n",
            ["2: the section 'costs#who-pays' is still there; "
             "take this line out, or give that section another anchor"],
        ),
        (
            "costs:\n  gp: refused#law\nrefused:\n  law: refused#complaints\n",
            ["2: 'costs#gp' leads to 'refused#law', which has moved too; write 'refused#complaints'"],
        ),
        (
            "costs:\n  gp: refused.md#complaints\n",
            ["2: 'costs.gp' is 'refused.md#complaints': this is no place; "
             "write the name of a page and the anchor, like costs#who-pays"],
        ),
        (
            "costs:\n  gp: refused\n  gp: costs\nrefusd:\n  a: costs\n",
            ["3: 'gp' stands here and on line 2; keep one of the two",
             "5: the page 'refusd' does not exist; did you mean 'refused'?"],
        ),
        ("costs: refused\n", ["1: 'costs' is 'refused', which does not fit; write 'key: value' lines"]),
    ],
)  # fmt: skip
def test_a_line_about_a_section_that_moved_is_checked(lines: str, said: list[str]) -> None:
    document, moved, found = moves(lines)
    assert [str(one) for one in (*found, *check_moved_anchors(document, moved, THERE, {}))] == [
        f"{FILE}:{line}" for line in said
    ]


def lines_about_published(lines: str, pages: Sequence[Page], *moved: PageAnchor) -> list[str]:
    """Return what is said of the published sections of a page."""
    entries = {"costs": read_yaml(f"addresses: [/kosten/]\n{lines}", f"{FOLDER}/costs.yml")}
    listed, found = read_published(entries)
    anchors: dict[str, set[str]] = {}
    for page in pages:
        anchors.setdefault(page.name, set()).update(heading.anchor for heading in headings(page.text))
    gone = gone_sections(listed, anchors, moved)
    found += check_anchors(entries, listed, pages, {place: [] for place in gone}, {})
    return [as_printed(one) for one in found]


COSTS = [
    make_page(lang="nl", body="## Wie? {#who-pays}\n\nU.\n"),
    make_page(lang="en", body="## Who? {#who-pays}\n\nYou.\n"),
]


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        ("sections: [who-pays]\n", []),
        ("sections: [who-pays, gp, who-pays]\n", []),
        (
            "sections: [bill, who-pays]\n",
            ["docs/nl/costs.md:1: the section '#bill' of the page 'costs' is gone: links to it break; give its "
             "heading {#bill} again, or say in data/moved_anchors.yml where it is answered now, below 'costs:', "
             "like 'bill: costs#who-pays'"],
        ),
        (
            "sections: []\n",
            [f"notice: {FOLDER}/costs.yml:2: 'who-pays' of the page 'costs' does not stand here yet; "
             "'make record' writes it down, later"],
        ),
        (
            "sections: who-pays\n",
            [f"{FOLDER}/costs.yml:2: 'sections' is 'who-pays', which does not fit; "
             "write a list: [who-pays]"],
        ),
    ],
)  # fmt: skip
def test_a_published_section_leads_somewhere_and_a_new_one_is_a_notice(lines: str, said: list[str]) -> None:
    assert lines_about_published(lines, COSTS, PageAnchor("costs", "gp")) == said


def test_a_folded_part_has_an_anchor_that_texts_can_name() -> None:
    text = Text(
        "x", f"{MORE}\n## Een {{#one}}\n\n{MORE}\n### Twee {{#two}}\n\n{MORE}\n{MORE}\n#### Vier\n\n{MORE}"
    )
    assert tuple(fold.anchor for fold in folds(text)) == (
        "more",
        "one-more",
        "two-more",
        "two-more-2",
        "two-more-3",
    )


def test_a_removed_section_of_a_page_is_told_with_what_to_do(root: Path) -> None:
    file = f"{FOLDER}/costs.yml"
    listed, _ = read_published({"costs": read_yaml((root / file).read_text("utf-8"), file)})
    source = (root / "docs/nl/costs.md").read_text("utf-8")
    anchor = next(anchor for anchor in listed["costs"].sections if f"{{#{anchor}}}" in source)
    for lang in ("nl", "en"):
        page = root / f"docs/{lang}/costs.md"
        page.write_text(page.read_text("utf-8").replace(f"{{#{anchor}}}", "{#another-name}"), "utf-8")
    gone = f"docs/nl/costs.md:1: the section '#{anchor}' of the page 'costs' is gone"
    assert any(line.startswith(gone) for line in printed_lines(checked_project(root)))


def test_nothing_is_said_of_sections_while_a_page_cannot_be_read(root: Path) -> None:
    (root / "docs/nl/costs.md").write_bytes(b"\x00" * 2_000_000)
    assert not [line for line in printed_lines(checked_project(root)) if f"{FOLDER}/" in line or FILE in line]


# ---- what a site makes of them


@pytest.fixture
def small(sample: Project) -> Project:
    """Return a project of three pages, two of them in both languages, from which two sections moved."""
    pages = [
        *(make_page("costs", lang=lang, keys={"slug": f"{lang}-costs"}) for lang in ("nl", "en")),
        *(
            make_page("refused", lang=lang, body=f"## Een {{#one}}\n\n{MORE}", keys={"title": f"Nee {lang}"})
            for lang in ("nl", "en")
        ),
        make_page(
            "english", lang="en", keys={"only_in": "{ language: en, reason: Test }", "title": "English"}
        ),
    ]
    moved = {
        PageAnchor("costs", "fold"): PageAnchor("refused", "one-more"),
        PageAnchor("costs", "gp"): PageAnchor("costs"),
        PageAnchor("costs", "there"): PageAnchor("english"),
        PageAnchor("refused", "two"): PageAnchor("refused", "one"),
    }
    snippets: dict[str, dict[str, Text]] = {"nl": {}, "en": {}}
    return replace(
        sample,
        shared=WrittenTexts(sound=pages, broken=[], snippets=snippets),
        own_page=replace(sample.own_page, pages=[]),
        history=replace(sample.history, moved_anchors=moved),
    )


def shown(project: Project, lang: str, name: str) -> list[MovedSection]:
    """Return the sections that a page says to have moved."""
    page = project.page(lang, name)
    assert page is not None
    return moved_sections(project, page)


def test_a_page_says_where_each_section_is_answered_now(small: Project) -> None:
    assert shown(small, "en", "costs") == [
        MovedSection("fold", "Nee en", "../refused/#one-more"),
        MovedSection("gp", "Wat kost dat?", "./"),
        MovedSection("there", "English", "../english/"),
    ]
    assert shown(small, "nl", "refused") == [MovedSection("two", "Nee nl", "#one")]


def test_a_section_that_is_answered_in_another_language_only_is_left_out(small: Project) -> None:
    assert [section.anchor for section in shown(small, "nl", "costs")] == ["fold", "gp"]


def brand_with(**more: object) -> Brand:
    """Return a brand that says more than its name and address."""
    known = {"name": {"nl": "Mening", "en": "Opinion"}, "site_url": "https://site.example"}
    return Brand.model_validate(known | more)


def test_a_page_that_a_brand_leaves_out_breaks_nothing(small: Project) -> None:
    brand = brand_with(pages_left_out=[{"page": "refused", "reason": "Test"}])
    assert [section.anchor for section in shown(with_brand(small, brand), "en", "costs")] == [
        "gp",
        "there",
    ]


def test_a_page_of_a_brand_keeps_what_it_still_has_and_answers_what_it_lacks(small: Project) -> None:
    own = [
        make_page("costs", body="## Huisarts {#gp}\n\nBel.\n", keys={"slug": "nl-costs"}),
        make_page("refused", body="Tekst.\n", keys={"title": "Eigen"}),
    ]
    project = with_brand(replace(small, own=replace(small.own, sound=own)), brand_with())
    assert shown(project, "nl", "costs") == [MovedSection("fold", "Eigen", "../refused/")]


@pytest.mark.parametrize("is_own", [True, False])
def test_a_link_to_a_section_that_moved_is_a_notice_to_a_brand_and_a_fault_to_us(
    small: Project, *, is_own: bool
) -> None:
    page = make_page("reasons", lang="en", body="Read [more](costs.md#fold), and [this](costs.md#gp).\n")
    anchors: dict[str, set[str]] = {"costs": set(), "refused": {"one", "one-more"}}
    found = check_links(page, page.text, anchors, small.moved["en"], is_own=is_own, became={})
    line = f"{page.file}:{page.text.first_line + 1}"
    assert [str(one) for one in found] == [
        f"{line}: the link 'more' leads to '#fold', which moved from costs.md; write refused.md#one-more",
        f"{line}: the link 'this' leads to '#gp', which moved from costs.md; write costs.md",
    ]
    assert {one.is_fault for one in found} == {not is_own}


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("[Wet](law.md)", "leads to 'law.md', and that page has become refused.md; write refused.md"),
        (
            "[Wet](law.md#rules)",
            "leads to 'law.md#rules', and that page has become refused.md; write refused.md#complaints",
        ),
        (
            "[Wet](law.md#other)",
            "leads to 'law.md#other', and that page has become refused.md; write refused.md, or a section of it",
        ),
        (
            "[Wet](lew.md)",
            "leads to 'lew.md', and that page does not exist; known: costs.md, refused.md",
        ),
    ],
)
def test_a_link_to_a_page_that_went_names_the_one_that_took_its_place(typed: str, said: str) -> None:
    page, moved = (
        make_page(body=f"{typed}\n"),
        {PageAnchor("refused", "rules"): PageAnchor("refused", "complaints")},
    )
    found = check_links(page, page.text, THERE, moved, became={"law": "refused"})
    assert [str(one) for one in found] == [f"docs/nl/costs.md:13: the link 'Wet' {said}"]


def test_what_names_a_page_that_went_is_told_which_one_took_its_place() -> None:
    became, page = {"law": "refused"}, make_page(keys={"related": "[law]"})
    document, moved, _ = moves(
        "costs:\n  gp: law#rules\n  bill: law#other\nlaw:\n  a: costs\nrefused:\n  rules: costs\n"
    )
    names = {"nl": THERE}
    found = (
        *check_moved_anchors(document, moved, THERE, became),
        *check_references([page], names, became),
        *check_crisis_page(
            read_yaml("crisis:\n  page: law\n", "data/search_synonyms.yml"), "law", names, became
        ),
    )
    instead = "write 'refused', or take this out where that stands already"
    assert [str(one) for one in found] == [
        f"{FILE}:2: 'costs#gp' leads to 'law#rules', and the page 'law' has become 'refused'; write 'costs'",
        f"{FILE}:3: 'costs#bill' leads to 'law#other', and the page 'law' has become 'refused'; {instead}",
        f"{FILE}:5: the page 'law' has become 'refused'; {instead}",
        f"docs/nl/costs.md:9: the page 'law' has become 'refused'; {instead}",
        "data/search_synonyms.yml:2: the page 'law' has become 'refused', and the search leads people in distress "
        f"there; {instead}",
    ]


def test_of_pages_of_which_no_section_moved_the_sections_are_not_looked_for(
    sample: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    looked_through: list[str] = []

    def look(text: Text) -> object:
        looked_through.append(Path(text.file).stem)
        return headings_and_folds(text)

    monkeypatch.setattr(project_module, "headings_and_folds", look)
    moved = {PageAnchor("costs", "gone"): PageAnchor("about", "also-gone")}
    fresh = replace(sample, history=replace(sample.history, moved_anchors=moved))
    assert fresh.moved["nl"] == {PageAnchor("costs", "gone"): PageAnchor("about")}
    assert {*looked_through} == {"costs", "about"}
    assert len(looked_through) == 2 * len(fresh.languages)
