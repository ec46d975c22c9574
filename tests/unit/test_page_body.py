"""What the build makes of the body of a page after Markdown."""

from __future__ import annotations

import re
from functools import partial

import pytest
from bs4 import BeautifulSoup
from hypothesis import given
from hypothesis import strategies as st

from second_opinion.site.body import Vocabulary, finish_body, split_lead

from .making import WORDS, term

TERMS = [
    term("gp", "huisarts", "huisartsen", text="De dokter bij u in de buurt."),
    term("post", "huisartsenpost"),
]
NOTE = (
    '<button class="term" popovertarget="term-note-gp" type="button">{shown}</button>'
    '<span class="term-note" id="term-note-gp" popover=""><strong>Huisarts</strong> De dokter bij u in de buurt. '
    '<a href="../begrippen/#term-gp">Alle moeilijke woorden</a></span>'
)
VOID = {"br", "hr", "img", "input", "meta", "link", "col", "wbr"}


def is_balanced(html: str) -> bool:
    """Tell whether every element that is opened is closed in its turn."""
    opened: list[str] = []
    for slash, name in re.findall(r"<(/?)([a-z0-9]+)[^>]*>", html):
        if not slash and name not in VOID:
            opened.append(name)
        elif slash and (not opened or opened.pop() != name):
            return False
    return not opened


def finish(html: str, *, name: str = "costs") -> str:
    return finish_body(html, name=name, words=WORDS, vocabulary=Vocabulary("nl", TERMS, "../begrippen/"))


def explained(html: str) -> list[str]:
    """Return the words that became buttons."""
    return [button.get_text() for button in BeautifulSoup(finish(html), "html.parser").select("button.term")]


def test_a_term_becomes_a_button_with_its_explanation_beside_it() -> None:
    assert (
        finish("<p>Vraag uw huisarts om raad.</p>")
        == f"<p>Vraag uw {NOTE.format(shown='huisarts')} om raad.</p>"
    )


@pytest.mark.parametrize(
    ("html", "words"),
    [
        ("<p>De huisarts en de huisarts.</p><p>Huisartsen</p>", ["huisarts"]),
        ("<p>Huisartsen of <em>huisarts</em></p>", ["Huisartsen"]),
        ("<p>huisartsenpost en huisarts</p>", ["huisartsenpost", "huisarts"]),
        ('<p><a href="x/">huisarts</a> <strong>huisarts</strong></p>', ["huisarts"]),
        ('<h2 id="a">Uw huisarts</h2><h3 id="b">huisarts</h3><h4>huisarts</h4>', []),
        ("<button>huisarts</button><summary>huisarts</summary><code>huisarts</code>", []),
        (
            "<table><thead><tr><th>huisarts</th></tr></thead><tbody><tr><td>huisarts</td></tr></tbody></table>",
            ["huisarts"],
        ),
        (
            '<div class="admonition"><p class="admonition-title">huisarts</p><p>Bel de huisarts.</p></div>',
            ["huisarts"],
        ),
        ("<p><!-- huisarts --></p>", []),
        ("<script>huisarts</script><style>huisarts</style>", []),
        ("<p>zonder term</p>", []),
    ],
)
def test_only_the_first_place_in_running_text_is_explained(html: str, words: list[str]) -> None:
    assert explained(html) == words


def test_remarks_of_editors_are_not_published() -> None:
    assert finish("<p>Tekst<!-- huisarts: nog vragen --></p>") == "<p>Tekst</p>"
    for remark in ("<!x>", "</1>", "<!-->"):  # a browser reads these as remarks too
        assert finish(f"<p>Tekst{remark}</p>") == "<p>Tekst</p>"


def test_on_the_page_of_words_nothing_is_explained() -> None:
    assert finish("<p>huisarts</p>", name="words") == "<p>huisarts</p>"


def test_without_a_page_of_words_an_explanation_has_no_link() -> None:
    html = finish_body("<p>huisarts</p>", name="costs", words=WORDS, vocabulary=Vocabulary("nl", TERMS))
    assert "<a " not in html
    assert "De dokter bij u in de buurt." in html


def test_what_closes_a_sentence_stays_with_the_term_before_it() -> None:
    assert (
        finish("<p>Bel uw huisarts. Vandaag.</p>")
        == f'<p>Bel uw <span class="kept">{NOTE.format(shown="huisarts")}.</span> Vandaag.</p>'
    )


def test_a_bracket_that_opens_stays_with_the_term_behind_it() -> None:
    assert (
        finish("<p>Bel iemand (huisarts) vandaag.</p>")
        == f'<p>Bel iemand <span class="kept">({NOTE.format(shown="huisarts")})</span> vandaag.</p>'
    )


def test_without_terms_a_text_stays_as_it_is() -> None:
    html = finish_body("<p>huisarts</p>", name="costs", words=WORDS, vocabulary=Vocabulary("nl", ()))
    assert html == "<p>huisarts</p>"


def test_in_the_name_of_a_hospital_no_word_is_explained() -> None:
    named = Vocabulary("nl", TERMS, "../begrippen/", names=["Huisarts in de Buurt"])
    html = "<p>Huisarts in de Buurt helpt.</p><p>Bel uw huisarts vandaag.</p><p>Huisarts in de Buurt</p>"
    assert finish_body(html, name="costs", words=WORDS, vocabulary=named) == html.replace(
        "huisarts vandaag", f"{NOTE.format(shown='huisarts')} vandaag"
    )


def test_a_table_stands_in_a_frame_that_is_named_after_its_heading() -> None:
    html = finish(
        '<h2 id="a">Wat kost <em>het</em>?</h2><table><thead><tr><th>Jaar</th></tr></thead></table>'
    )
    frame = BeautifulSoup(html, "html.parser").select_one("div.table")
    assert frame is not None
    assert {key: frame[key] for key in ("role", "tabindex", "aria-label")} == {
        "role": "region",
        "tabindex": "0",
        "aria-label": "Tabel: Wat kost het?",
    }
    assert [(cell.get_text(), cell["scope"]) for cell in frame.select("th")] == [("Jaar", "col")]


LISTS = """\
<p>Vooraf</p>
<h2 id="group">Groep</h2>
<ul><li><a class="question" href="../kosten/">Wie betaalt?</a></li></ul>
<ul><li><a href="../kosten/">Lees meer</a> bij de huisarts</li></ul>
"""


def test_only_a_list_that_is_made_of_questions_is_told_as_one() -> None:
    assert [soup.get("class") for soup in BeautifulSoup(finish(LISTS), "html.parser").select("ul")] == [
        ["questions"],
        None,
    ]


@pytest.mark.parametrize("name", ["questions", "costs", "words"])
def test_the_result_is_whole_html(name: str) -> None:
    assert is_balanced(finish(LISTS, name=name))


@given(
    st.lists(
        st.sampled_from(
            ["huisarts", "Huisartsen", "huisartsenpost", "&amp;", "&lt;b&gt;", "é", "€", "\u00a0"]
        )
    )
)
def test_what_a_reader_sees_stays_the_same_but_for_the_explanations(words: list[str]) -> None:
    html = f"<p>{' '.join(words)}</p>"
    finished = finish(html)
    assert is_balanced(finished)
    soup = BeautifulSoup(finished, "html.parser")
    for note in soup.select(".term-note"):
        note.decompose()
    assert soup.get_text() == BeautifulSoup(html, "html.parser").get_text()


BEGINNINGS = {
    "words": ("<p>Eerst.</p>\n<p>Dan.</p>", "<p>Eerst.</p>"),
    "a box": (
        '<div class="admonition"><p class="admonition-title">Let op</p><p>Eerst.</p></div><p>Dan.</p>',
        "",
    ),
    "a list": ("<ul><li><p>Eerst.</p></li></ul><p>Dan.</p>", ""),
    "a table": ("<table><tr><td>Eerst.</td></tr></table><p>Dan.</p>", ""),
    "a heading": ('<h2 id="a">Eerst</h2><p>Dan.</p>', ""),
    "a picture": ('<p><img alt="Eerst" src="a.svg"></p><p>Dan.</p>', ""),
    "the next step": ('<p><a class="next" href="b/">Eerst</a></p><p>Dan.</p>', ""),
    "nothing": ("", ""),
}


@pytest.mark.parametrize("beginning", BEGINNINGS)
def test_a_page_comes_out_whole_whatever_it_begins_with(beginning: str) -> None:
    html, expected = BEGINNINGS[beginning]
    body = finish(html)
    lead, rest = split_lead(body)
    assert lead == expected
    assert lead + rest == body
    assert is_balanced(lead)
    assert is_balanced(rest)


ENGLISH = [term("gp", "GP", text="Your doctor. In Dutch: huisarts or dokter. Go there first.")]


def in_english(html: str) -> str:
    """Return the body of an English page."""
    return finish_body(
        html,
        name="costs",
        words=WORDS,
        vocabulary=Vocabulary("en", ENGLISH, source_words={"huisarts", "eigen risico"}),
    )


def test_dutch_words_in_english_text_are_marked_as_dutch() -> None:
    html = in_english("<p>A doctor (<em>huisarts</em>), and <em>Eigen risico</em>; <em>not</em> this.</p>")
    soup = BeautifulSoup(html, "html.parser")
    assert [node.get_text() for node in soup.select("[lang=nl]")] == ["huisarts", "Eigen risico"]


def test_what_an_explanation_says_in_dutch_is_marked_as_dutch() -> None:
    soup = BeautifulSoup(in_english("<p>Ask your GP.</p>"), "html.parser")
    assert [node.get_text() for node in soup.select("[lang=nl]")] == ["huisarts", "dokter"]
    note = soup.select_one(".term-note")
    assert note is not None
    assert "In Dutch: huisarts or dokter. Go there first." in note.get_text()


LEADING_ON = "<ul>\n<li><a href='#a'>Mag dat?</a> Ja.</li>\n<li><a href='#b'>Hoe?</a> Zo.</li>\n</ul>"
POINTS = "<ul>\n<li>Is het voor uw kind? Lees <a href='#c'>dit</a>.</li>\n</ul>"
STEPS = "<ol>\n<li>Praat.</li>\n<li>Vraag.</li>\n</ol>"


def laid_out(html: str) -> list[tuple[str, str]]:
    """Return what got a class on the home page, with its classes."""
    found = BeautifulSoup(finish(html, name="index"), "html.parser").select("[class]")
    return [(tag.name, " ".join(tag["class"])) for tag in found]


@pytest.mark.parametrize("ids", [("top-questions", "steps"), ("vragen", "weg"), ("a", "b")])
def test_the_home_page_is_laid_out_by_what_it_is_made_of_whatever_its_anchors(ids: tuple[str, str]) -> None:
    first, second = ids
    html = (
        f'<p>Lees.</p>\n<h2 id="{first}">Vragen</h2>\n{LEADING_ON}\n<h2 id="{second}">Stappen</h2>\n{STEPS}\n'
    )
    assert laid_out(f"{html}<p>Meer.</p>\n<h2>Anders?</h2>\n{POINTS}") == [
        ("h2", "home-wide"),
        ("ul", "home-questions home-wide"),
        ("h2", "home-wide"),
        ("ol", "home-steps home-wide"),
    ]


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        (f"<h2>Anders?</h2>{POINTS}<h2>Vragen</h2>{LEADING_ON}", ["home-wide", "home-questions home-wide"]),
        (f"<h2>Een</h2>{LEADING_ON}<h2>Twee</h2>{LEADING_ON}", ["home-wide", "home-questions home-wide"]),
        (f"<h2 class='x'>Een</h2><p>Eerst.</p>{STEPS}", ["x home-wide", "home-wide", "home-steps home-wide"]),
        (f"{STEPS}<h2>Een</h2>{POINTS}<p>Meer.</p>", []),
        ("<h2>Een</h2><ul></ul>", []),
    ],
    ids=["the questions stand lower", "links again", "words before the steps", "no section", "an empty list"],
)
def test_only_the_first_questions_and_the_steps_of_a_section_get_the_width(
    html: str, expected: list[str]
) -> None:
    assert [names for _, names in laid_out(html)] == expected


def test_a_point_of_the_home_page_goes_where_a_brand_leaves_out_the_page_to_which_it_leads_on() -> None:
    points = "<li><a href='child.md'>Uw kind</a> Wie?</li><li><a href='costs.md'>Wat?</a> Dit.</li>"
    html = f"<h2>Vragen</h2><ul>{points}</ul>"
    of_home = partial(finish_body, name="index", words=WORDS, vocabulary=Vocabulary("nl", []))
    assert of_home(html, left_out={"child"}) == (
        '<h2 class="home-wide">Vragen</h2>'
        '<ul class="home-questions home-wide"><li><a href="costs.md">Wat?</a> Dit.</li></ul>'
    )
    behind = "<ul><li><a href='costs.md'>Wat?</a> Of <a href='child.md'>uw kind</a>.</li></ul>"
    assert "Of uw kind." in of_home(f"<h2>Vragen</h2>{behind}", left_out={"child"})


def test_a_list_of_the_home_page_goes_with_its_heading_where_nothing_of_it_is_left() -> None:
    point = "<li><a href='child.md'>Uw kind</a> Wie?</li>"
    html = f"<h2>Stappen</h2><p>Zo.</p><h2>Vragen</h2>\n<ul>{point}</ul><p>Einde.</p>"
    body = finish_body(html, name="index", words=WORDS, vocabulary=Vocabulary("nl", []), left_out={"child"})
    assert body == "<h2>Stappen</h2><p>Zo.</p>\n<p>Einde.</p>"


def test_no_other_page_is_laid_out_as_the_home_page() -> None:
    assert "home-" not in finish(f"<h2>Vragen</h2>{LEADING_ON}<h2>Stappen</h2>{STEPS}")


def test_a_number_in_a_body_keeps_the_sign_behind_it() -> None:
    made = finish('<p>Bel <a href="tel:112">112</a>, en wacht.</p>')
    assert made == '<p>Bel <span class="kept"><a href="tel:112">112</a>,</span> en wacht.</p>'
