"""Pictograms beside words: put into a finished body, drawn once a page, and hidden from who hears the page."""

from __future__ import annotations

from bs4 import BeautifulSoup
from bs4.element import Tag

from second_opinion.brand.own_page import ICON
from second_opinion.data.pictograms import PLAIN
from second_opinion.project.project import Project
from second_opinion.site.drawn_pictograms import BEGINNING, add_pictograms, pictogram, symbol_sheet

from .test_page_body import is_balanced


def drawing(name: str) -> str:
    """Return a drawing as one of the icon set."""
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"><path d="{name}"/></svg>\n'


BOXES = {"important": "sign", "safety": "phone"}
BODY = (
    '<p>Eerst.</p><div class="admonition safety"><p class="admonition-title">Slechter?</p><p>Bel.</p></div>'
    '<div class="admonition own"><p class="admonition-title">Anders</p></div>'
    '<ol class="home-steps"><li><strong>Vraag.</strong> Nu.</li><li>Bel.</li></ol><ol><li>Los.</li></ol>'
)


def shown(body: str) -> dict[str, str]:
    """Return what each pictogram stands at the head of, by what it shows."""
    found = {}
    for svg in BeautifulSoup(body, "html.parser").select("svg"):
        use, around = svg.select_one("use"), svg.parent
        assert isinstance(use, Tag)
        assert isinstance(around, Tag)
        assert next(around.children) is svg
        found[str(use["href"]).removeprefix("#d-")] = around.get_text()
    return found


def test_boxes_and_steps_get_their_pictogram_at_their_head() -> None:
    body = add_pictograms(BODY, boxes=BOXES, steps=["clock", "letter"])
    assert shown(body) == {"phone": "Slechter?", "clock": "Vraag. Nu.", "letter": "Bel."}
    assert is_balanced(body.replace("</use>", "").replace("<use", "<br"))


def test_more_pictograms_than_steps_and_fewer_stop_nothing() -> None:
    names = ["clock", "letter", "house"]
    assert list(shown(add_pictograms(BODY, boxes={}, steps=names))) == names[:2]
    assert list(shown(add_pictograms(BODY, boxes={}, steps=["clock", ""]))) == ["clock"]


def test_a_body_without_boxes_and_steps_stays_as_it_is() -> None:
    assert add_pictograms("<p>Tekst &amp; meer</p>", boxes=BOXES, steps=[]) == "<p>Tekst &amp; meer</p>"


def test_nobody_hears_a_pictogram_or_meets_it_with_the_keyboard() -> None:
    assert pictogram("7") == (
        '<svg class="pictogram" width="24" height="24" aria-hidden="true"><use href="#d-7"/></svg>'
    )


def test_a_page_has_each_drawing_that_it_shows_once_and_no_other() -> None:
    page = f"{pictogram('7')} Kosten {pictogram('8')} Zoek {pictogram('7')}"
    assert symbol_sheet(page, {"6": drawing("six"), "7": drawing("seven"), "8": drawing("eight")}) == (
        '<div hidden><svg><symbol id="d-7" viewBox="0 0 24 24"><path d="seven"/></symbol>'
        '<symbol id="d-8" viewBox="0 0 24 24"><path d="eight"/></symbol></svg></div>'
    )


def test_a_page_without_pictograms_has_no_sheet_of_them() -> None:
    assert symbol_sheet('<p><a href="#d-day">Tekst</a></p>', {"6": drawing("six")}) == ""


def test_a_pictogram_that_is_not_there_is_not_asked_for(sample: Project) -> None:
    assert sample.icons.number_of("walet-outline") == ""
    assert pictogram("") == ""


def test_what_the_program_names_itself_is_in_the_set_and_drawn_as_the_others(sample: Project) -> None:
    assert {PLAIN, ICON} <= sample.icons.known
    assert sample.icons.drawings_by_number[sample.icons.number_of(PLAIN)] == sample.icons.drawn[PLAIN]
    assert all(drawn.startswith(f"{BEGINNING} ") for drawn in sample.icons.drawn.values())
