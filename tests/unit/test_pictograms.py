"""Pictograms beside words: put into a finished body, and hidden from who hears the page."""

from __future__ import annotations

from bs4 import BeautifulSoup
from bs4.element import Tag

from second_opinion.brand.own_page import ICON
from second_opinion.data.pictograms import PLAIN
from second_opinion.project.project import Project
from second_opinion.site.pictograms import BEGINNING, add_pictograms, pictogram

from .test_page_body import is_balanced


def drawing(name: str) -> str:
    """Return a drawing as one of the icon set."""
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"><path d="{name}"/></svg>\n'


BOXES = {"important": drawing("sign"), "safety": drawing("phone")}
BODY = (
    '<p>Eerst.</p><div class="admonition safety"><p class="admonition-title">Slechter?</p><p>Bel.</p></div>'
    '<div class="admonition own"><p class="admonition-title">Anders</p></div>'
    '<ol class="home-steps"><li><strong>Vraag.</strong> Nu.</li><li>Bel.</li></ol><ol><li>Los.</li></ol>'
)


def shown(body: str) -> dict[str, str]:
    """Return what each pictogram stands at the head of, by what it shows."""
    found = {}
    for svg in BeautifulSoup(body, "html.parser").select("svg"):
        path, around = svg.select_one("path"), svg.parent
        assert isinstance(path, Tag)
        assert isinstance(around, Tag)
        assert next(around.children) is svg
        found[str(path["d"])] = around.get_text()
    return found


def test_boxes_and_steps_get_their_pictogram_at_their_head() -> None:
    body = add_pictograms(BODY, boxes=BOXES, steps=[drawing("clock"), drawing("letter")])
    assert shown(body) == {"phone": "Slechter?", "clock": "Vraag. Nu.", "letter": "Bel."}
    assert is_balanced(body.replace("</path>", "").replace("<path", "<br"))


def test_more_pictograms_than_steps_and_fewer_stop_nothing() -> None:
    names = ("clock", "letter", "house")
    assert list(shown(add_pictograms(BODY, boxes={}, steps=[drawing(name) for name in names]))) == [
        *names[:2]
    ]
    assert list(shown(add_pictograms(BODY, boxes={}, steps=[drawing("clock"), ""]))) == ["clock"]


def test_a_body_without_boxes_and_steps_stays_as_it_is() -> None:
    assert add_pictograms("<p>Tekst &amp; meer</p>", boxes=BOXES, steps=[]) == "<p>Tekst &amp; meer</p>"


def test_nobody_hears_a_pictogram_or_meets_it_with_the_keyboard() -> None:
    assert pictogram(drawing("sign")) == (
        '<svg class="pictogram" width="24" height="24" aria-hidden="true" focusable="false" viewBox="0 0 24 24">'
        '<path d="sign"/></svg>'
    )


def test_what_the_program_names_itself_is_in_the_set_and_drawn_as_the_others(real: Project) -> None:
    assert {PLAIN, ICON} <= real.icons
    assert PLAIN in real.pictograms
    assert all(shown.startswith(f"{BEGINNING} ") for shown in real.pictograms.values())
