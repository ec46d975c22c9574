"""The picture in the tab of a browser for a hospital that gave none: the first letter of its name on its own colour."""

from __future__ import annotations

import io
import unicodedata
from collections.abc import Mapping

DRAWING = "favicon.svg"  # in the place of the project's own
PICTURE = "favicon.png"  # for phones and browsers that show no drawing there
SIDE = 180  # of the picture, as phones want it on their first screen
HEIGHT = 0.62  # of the letters, as a part of the side


def letter_of(name: str) -> str:
    """Return the first letter or figure of a name as a capital, without accents: "'s-Hage" => "S"."""
    plain = unicodedata.normalize("NFD", name)
    return next((sign.upper() for sign in plain if sign.isascii() and sign.isalnum()), "")


def draw_tile(letter: str, colours: Mapping[str, str]) -> str:
    """Return the tile as a drawing; ``colours`` are those of the light page by their names."""
    size = round(40 * HEIGHT)
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 40">'
        f'<rect width="40" height="40" rx="8" fill="{colours["brand"]}"/>'
        f'<text x="20" y="{20 + size * 0.36:.4g}" fill="{colours["on-brand"]}" font-family="Arial,sans-serif" '
        f'font-size="{size}" font-weight="700" text-anchor="middle">{letter}</text></svg>\n'
    )


def paint_tile(letter: str, colours: Mapping[str, str]) -> bytes:
    """Return the tile as a PNG without round corners, which phones cut themselves."""
    from PIL import Image, ImageDraw, ImageFont  # noqa: PLC0415 (few builds have a picture to make)

    tile = Image.new("RGB", (SIDE, SIDE), colours["brand"])
    font = ImageFont.load_default(SIDE * HEIGHT)
    ink = colours["on-brand"]
    middle, stroke = (SIDE / 2, SIDE / 2), SIDE // 60  # thin letters are lost in a tab
    draw = ImageDraw.Draw(tile)
    left, top, right, bottom = draw.textbbox(middle, letter, font, stroke_width=stroke)
    place = (SIDE - (left + right) / 2, SIDE - (top + bottom) / 2)
    draw.text(place, letter, ink, font, stroke_width=stroke, stroke_fill=ink)
    file = io.BytesIO()
    tile.save(file, "PNG", optimize=True)
    return file.getvalue()
