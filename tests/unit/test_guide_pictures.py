"""The pictures of the guides show what is there now."""

from __future__ import annotations

from second_opinion.commands.keys import REPOSITORY
from support import ROOT
from upkeep import guide_pictures, host_drawings

ANEW = "take the pictures of the guides anew: make pictures"


def test_the_picture_of_the_file_to_fill_in_shows_its_words_of_now() -> None:
    shown = guide_pictures.page_of_file((ROOT / REPOSITORY).read_text("utf-8"))
    picture = (ROOT / guide_pictures.PICTURE_OF_FILE).read_bytes()
    assert guide_pictures.mark_of(shown) in picture, ANEW


def test_what_is_drawn_of_a_git_host_is_drawn_as_it_is_now() -> None:
    old = [
        name
        for name, screens in host_drawings.DRAWINGS.items()
        if guide_pictures.mark_of(host_drawings.drawing_page(screens))
        not in (ROOT / guide_pictures.OF_EDITORS / f"{name}.png").read_bytes()
    ]
    assert old == [], ANEW


def test_a_picture_with_its_mark_is_a_picture_still() -> None:
    png = b"\x89PNG\r\n\x1a\n" + b"\x00\x00\x00\x00IEND\xaeB`\x82"
    marked = guide_pictures.marked(png, "<p>")
    assert marked.startswith(png[:8] + b"\x00\x00\x00\x47tEXt" + guide_pictures.mark_of("<p>"))
    assert marked.endswith(png[8:])
