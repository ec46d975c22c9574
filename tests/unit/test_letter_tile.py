"""The picture in the tab of a browser for a hospital that gave none."""

from __future__ import annotations

import io

import pytest
from PIL import Image
from selectolax.lexbor import LexborHTMLParser

from second_opinion.site.letter_tile import SIDE, draw_tile, letter_of, paint_tile

COLOURS = {"brand": "#00578a", "on-brand": "#ffffff"}
GROUND, INK = (0x00, 0x57, 0x8A), (255, 255, 255)


@pytest.mark.parametrize(
    ("name", "letter"),
    [("Huis Ter Test", "H"), ("’s-Huis", "S"), ("ÉLAN", "E"), ("8 huizen", "8"), ("—", "")],
)
def test_the_letter_is_the_first_of_the_name_as_a_capital(name: str, letter: str) -> None:
    assert letter_of(name) == letter


def test_the_letter_stands_on_the_colour_of_the_hospital() -> None:
    tile = LexborHTMLParser(draw_tile("H", COLOURS))
    assert [one.attrs["fill"] for one in tile.css("rect, text")] == [*COLOURS.values()]
    assert [one.text() for one in tile.css("text")] == ["H"]


@pytest.mark.parametrize("letter", ["H", "Q", "I"])
def test_on_the_picture_for_phones_the_letter_stands_in_the_middle(letter: str) -> None:
    with Image.open(io.BytesIO(paint_tile(letter, COLOURS))) as tile:
        inked = tile.convert("RGB").point([255 * (value > 127) for value in range(256)] * 3).getchannel("R")
        colours = {colour for _, colour in tile.convert("RGB").getcolors(SIDE * SIDE) or ()}
        assert (tile.size, tile.convert("RGB").getpixel((0, 0))) == ((SIDE, SIDE), GROUND)
    assert INK in colours
    left, top, right, bottom = inked.getbbox() or (0, 0, 0, 0)
    assert left + right == pytest.approx(SIDE, abs=4)
    assert top + bottom == pytest.approx(SIDE, abs=4)


def test_a_name_without_a_letter_leaves_the_colour() -> None:
    with Image.open(io.BytesIO(paint_tile("", COLOURS))) as tile:
        assert tile.getcolors() == [(SIDE * SIDE, GROUND)]
