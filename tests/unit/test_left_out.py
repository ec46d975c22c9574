"""What goes with a link to a page that a brand leaves out: readers lose what the notice says that they lose."""

from __future__ import annotations

from pathlib import Path

import markdown
import pytest
from msgspec.structs import replace

from checking import checked_project, printed_lines, with_brand
from second_opinion.brand.links_to_left_out import check_links_to_left_out
from second_opinion.core.markdown_text import Text, is_one_sentence
from second_opinion.core.validation import read_yaml
from second_opinion.data.interface import NamedWords
from second_opinion.project.project import Project
from second_opinion.project.values import terms_listed
from second_opinion.site.body import Vocabulary, finish_body
from second_opinion.texts.left_out import without_links_to
from second_opinion.texts.pages import Page

from .making import brand_of, make_page, term
from .spoiling import append, write

LEFT_OUT = "pages_left_out: [{page: child, reason: Test}]\n"
LINK = "a line, which stays"
TILE = "a tile that goes"
SENTENCE, SECTION, NEXT = "a sentence that goes", "a section that goes", "a next step that goes"

# What an editor wrote, what readers see of it, and what the notice calls it.
NL = [
    (
        "U zelf. Is het een kind, lees dan [hoe](child.md#who). Dan dit.",
        "<p>U zelf. Dan dit.</p>",
        SENTENCE,
    ),
    ("**Nee.** Lees [hoe](child.md).", "<p><strong>Nee.</strong> </p>", SENTENCE),
    ("Lees [hoe](child.md).", "", SENTENCE),
    ("Vraag [hoe](child.md).", "<p>Vraag hoe.</p>", LINK),
    ("Vraag het, of lees [hoe](child.md).", "<p>Vraag het, of lees hoe.</p>", LINK),
    ("Lees [hoe](child.md) en [dit](costs.md).", '<p>Lees hoe en <a href="costs.md">dit</a>.</p>', LINK),
    ("- Lees [hoe](child.md).", "<ul><li>Lees hoe.</li></ul>", LINK),
    ("- **U.** Lees [hoe](child.md).", "<ul><li><strong>U.</strong> </li></ul>", SENTENCE),
    ("1. Lees [hoe](child.md). Dan dit.", "<ol><li>Dan dit.</li></ol>", SENTENCE),
    ("[Hoe](child.md){ .next }", "", NEXT),
    ("## Uw kind {#c}\n\nLees [hoe](child.md).", '<span id="c"></span>', SECTION),
]
EN = [
    ("Ask. See [how](child.md) or [who](child.md#who). Then go.", "<p>Ask. Then go.</p>", SENTENCE),
    ("You do. If it is a child, read [how](child.md).", "<p>You do. </p>", SENTENCE),
    ("If you can, check with [them](child.md) first.", "", SENTENCE),
    ("Ask [them](child.md) first.", "<p>Ask them first.</p>", LINK),
]
CASES = [*(("nl", *case) for case in NL), *(("en", *case) for case in EN)]


def shown_to_readers(written: str, lang: str, name: str) -> str:
    """Return the body of a page of which one that it leads to is left out."""
    return finish_body(
        markdown.markdown(written, extensions=["attr_list"]),
        name=name,
        words=NamedWords({"all_words": ""}),
        vocabulary=Vocabulary(lang, ()),
        left_out={"child"},
    ).replace("\n", "")


def noticed(*pages: Page) -> str:
    """Return what the notice to the hospital says of the links to the page that it leaves out."""
    document, snippets = read_yaml(LEFT_OUT, "brand.yml"), {page.lang: dict[str, Text]() for page in pages}
    (finding,) = check_links_to_left_out(document, brand_of(LEFT_OUT), pages, snippets, "")
    return finding.wrong.partition("alone (")[2].removesuffix(")")


def line_of(page: Page, words: str) -> int:
    """Return the line of a page that holds some words."""
    return next(number for number, line in page.text.lines() if words in line)


@pytest.mark.parametrize(("lang", "written", "shown", "told"), CASES)
def test_readers_lose_what_the_notice_says(lang: str, written: str, shown: str, told: str) -> None:
    assert shown_to_readers(written, lang, "costs") == shown
    page = make_page(lang=lang, body=f"{written}\n")
    place = f"line {line_of(page, 'child.md')}" if told == LINK else told
    assert noticed(page) == f"{page.file}: {place}"


QUESTIONS = "## Vragen {#q}\n\n- [Wat?](costs.md) Dit.\n- "
OF_HOME = {
    "a question": (f"{QUESTIONS}[Uw kind](child.md) Wie?", "", TILE),
    "a link further on in a question": (
        f"{QUESTIONS}[Wie?](law.md) Of [uw kind](child.md).",
        "Of uw kind.",
        LINK,
    ),
    "a second list of links": (
        f"{QUESTIONS}[Wie?](law.md) Zo.\n\nOf:\n\n- [Uw kind](child.md)",
        "Uw kind",
        LINK,
    ),
    "a list of which few points begin with a link": (
        "## Vragen {#q}\n\n- Dit.\n- [Uw kind](child.md)",
        "Uw kind",
        LINK,
    ),
    "a list above all headings": ("- [Uw kind](child.md) Wie?", "Uw kind Wie?", LINK),
}


@pytest.mark.parametrize(("written", "kept", "told"), OF_HOME.values(), ids=OF_HOME)
def test_a_question_of_the_home_page_goes_with_its_page(written: str, kept: str, told: str) -> None:
    shown = shown_to_readers(written, "nl", "index")
    assert kept in shown
    assert ("kind" in shown) is bool(kept)
    page = make_page("index", body=f"{written}\n")
    place = f"line {line_of(page, 'child.md')}" if told == LINK else told
    assert noticed(page) == f"{page.file}: {place}"


def test_the_notice_names_all_places_of_a_file_and_all_files() -> None:
    body = "Voor [uw kind](child.md).\n\nVoor [een kind](child.md).\n"
    costs, home = make_page(body=body), make_page("index", body=f"{QUESTIONS}[Uw kind](child.md)\n")
    first, last = line_of(costs, "uw kind"), line_of(costs, "een kind")
    assert noticed(costs, home) == f"{costs.file}: lines {first} and {last}, {home.file}: {TILE}"


def test_the_notice_names_all_that_goes_from_a_file() -> None:
    page = make_page(body="Voor [uw kind](child.md).\n\nLees [hoe](child.md).\n\n[Hoe](child.md){ .next }\n")
    assert noticed(page) == f"{page.file}: line {line_of(page, 'uw kind')}, {SENTENCE} and {NEXT}"


def test_what_leads_to_a_page_that_stays_is_left_as_it_is() -> None:
    html = '<p>Go. See <a href="costs.md">this</a>.</p>'
    words, vocabulary = NamedWords({"all_words": ""}), Vocabulary("en", ())
    assert finish_body(html, name="trial", words=words, vocabulary=vocabulary, left_out={"child"}) == html


def test_of_links_to_pages_left_out_the_words_stay_whatever_their_form_and_others_stay_links() -> None:
    written = "Vraag [hoe](child.md#who){ .a } of [wie][w] dat [ziet](costs.md).\n\n[w]: child.md\n"
    shown = "Vraag hoe of wie dat [ziet](costs.md).\n\n[w]: child.md\n"
    assert without_links_to({"child"}, Text("docs/nl/law.md", written, 3)) == Text("docs/nl/law.md", shown, 3)


def test_a_link_to_a_page_left_out_keeps_its_words_and_a_next_step_goes() -> None:
    html = '<p>Lees <a href="abroad.md#costs">meer</a> of <a href="costs.md">dit</a>.</p>'
    html += '<p><a class="next" href="abroad.md">Verder</a></p>'
    words = {"all_words": ""}
    body = finish_body(html, name="test", words=words, vocabulary=Vocabulary("nl", ()), left_out={"abroad"})  # type: ignore[arg-type]
    assert body == '<p>Lees meer of <a href="costs.md">dit</a>.</p>'


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ('<h3 id="k">Kind</h3>\n{link}\n<h2 id="a">A</h2>', '<span id="k"></span>\n\n<h2 id="a">A</h2>'),
        ('<h3 id="k">Kind</h3>{link}', '<span id="k"></span>'),
        (
            '<h2 id="k">Kind</h2>{link}<h3 id="a">A</h3>',
            '<h2 id="k">Kind</h2><h3 id="a">A</h3>',
        ),
        ('<h2 id="k">Kind</h2>{link}<p>Meer.</p>', '<h2 id="k">Kind</h2><p>Meer.</p>'),
    ],
    ids=["before a section", "at the end", "with a section of its own", "with more to say"],
)
def test_a_section_that_is_one_sentence_with_a_link_to_a_page_left_out_leaves_only_its_place(
    html: str, expected: str
) -> None:
    link = '<p>Lees <a href="abroad.md">hoe</a>.</p>'
    body = finish_body(
        html.format(link=link),
        name="test",
        words=NamedWords({"all_words": ""}),
        vocabulary=Vocabulary("nl", ()),
        left_out={"abroad"},
    )
    assert body == expected


@pytest.mark.parametrize(
    ("words", "is_one"),
    [
        ("Lees [hoe u het vraagt](child.md#a.b).", True),
        ("Dat is een recht. Lees [hoe](child.md).", False),
        ("- Lees [hoe](child.md).", False),
        ("/// details", False),
    ],
)
def test_one_sentence_is_told_from_more(words: str, is_one: bool) -> None:
    assert is_one_sentence(words) is is_one


def test_a_word_that_only_a_page_left_out_explains_is_in_no_list_of_words(sample: Project) -> None:
    words = [*sample.terms["nl"], term("age", "leeftijd"), term("unused", "ongebruikt")]
    of_all = replace(sample, terms={**sample.terms, "nl": words})
    without = brand_of("pages_left_out: [{page: child, reason: Test}]\n")
    listed = [term.id for term in terms_listed(with_brand(of_all, without), "nl")]
    assert [term.id for term in terms_listed(of_all, "nl")] == [term.id for term in words]
    assert listed == [term.id for term in words if term.id != "age"]


def test_a_hospital_that_leaves_a_page_out_is_not_told_of_a_passage_of_ours_that_only_this_page_has(
    root: Path, tmp_path: Path
) -> None:
    for lang, said in (("nl", "Alleen daar."), ("en", "Only there.")):
        write(f"snippets/{lang}/only-child.md", f"{said}\n")(root)
        append(f"docs/{lang}/child.md", '\n--8<-- "only-child.md"\n')(root)
    write("brand.yml", f"name: Ons\nsite_url: https://www.house.nl\n{LEFT_OUT}")(tmp_path)
    found = printed_lines(checked_project(root, {"BRAND": str(tmp_path)}))
    assert [one for one in found if "no page uses this snippet" in one] == []
