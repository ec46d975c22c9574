"""The colours of a PNG picture: how many of its pixels have each one."""

from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO
from itertools import product
from typing import cast

from msgspec import Struct

from second_opinion.core.cache import cached

SIGNATURE = b"\x89PNG\r\n\x1a\n"
OPAQUE = 255
DEEP_GREY = "I;16"  # how Pillow calls a grey with 65,536 steps, of which it would make white in 256

Pixel = tuple[int, int, int, int]


class Pixels(Struct, frozen=True):
    """How many pixels have each colour (red, green, blue and how opaque), and the colours of the four corners."""

    counted: Mapping[Pixel, int]
    corners: frozenset[Pixel]


@cached
def pixels_of(picture: bytes) -> Pixels | None:
    """Return the pixels of a PNG picture; None for one that is broken.

    two black pixels beside a clear one => {(0, 0, 0, 255): 2, (0, 0, 0, 0): 1}
    """
    from PIL import Image  # noqa: PLC0415 (few builds have a picture to measure)

    try:
        with Image.open(BytesIO(picture), formats=["PNG"]) as opened:
            whole = opened.point(lambda grey: grey / 256, "L") if opened.mode == DEEP_GREY else opened
            shown = whole.convert("RGBA")
    except (OSError, SyntaxError, ValueError):  # what Pillow raises for a file that is no whole picture
        return None
    counted = shown.getcolors(shown.width * shown.height) or []
    corners = [shown.getpixel(corner) for corner in product((0, shown.width - 1), (0, shown.height - 1))]
    return Pixels(
        {cast("Pixel", colour): count for count, colour in counted},
        frozenset(cast("list[Pixel]", corners)),
    )
