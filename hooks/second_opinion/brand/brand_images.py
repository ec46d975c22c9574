"""The pictures of a brand: how large they are, and how they stand out from a page, by each of their colours."""

from __future__ import annotations

from collections import Counter
from io import BytesIO
from typing import TYPE_CHECKING

from msgspec import Struct

from second_opinion.brand.colours import PART, as_hex, contrast
from second_opinion.brand.drawn_colours import drawn_colours, own_ground
from second_opinion.brand.look import MOST_BYTES
from second_opinion.brand.pixels import OPAQUE, SIGNATURE, Pixel, pixels_of
from second_opinion.core.cache import cached
from second_opinion.core.findings import Message
from second_opinion.core.formatting import format_size
from second_opinion.texts.picture_files import width_and_height
from second_opinion.texts.svg import drawing_of, drawn_size

if TYPE_CHECKING:
    from pathlib import Path

PNG = SIGNATURE[:4]
MOST_PIXELS = 500_000
SHOWN_HEIGHT, WANTED_HEIGHT = 40, 200
HALF = 0.5


def message_of_wrong_picture(inside: bytes) -> Message | None:
    """Return what is wrong with a picture that every reader gets on every page, and what to do."""
    if len(inside) > MOST_BYTES:
        wrong = f"the file is {format_size(len(inside))}, and every reader gets it on every page"
        return (
            wrong,
            f"save it smaller, {format_size(MOST_BYTES)} at most; {WANTED_HEIGHT} pixels high is enough",
        )
    size = _size(inside)
    if inside.startswith(PNG):
        return _message_of_pixels(size)
    if size is None and drawing_of(_text(inside)) is not None:
        wrong = "the drawing does not say its size, so it cannot be shown smaller or larger"
        return (
            wrong,
            'export it again as a responsive SVG, or write its size after "<svg", like viewBox="0 0 200 50"',
        )
    return None


def _message_of_pixels(size: tuple[float, float] | None) -> Message | None:
    if size is None:
        return "the picture does not say its size", f"save it again as PNG, {WANTED_HEIGHT} pixels high"
    width, height = size
    if width * height > MOST_PIXELS:
        wrong = f"the picture is {width:g} by {height:g} pixels, and it is shown {SHOWN_HEIGHT} high"
        wanted = f"{round(WANTED_HEIGHT * width / height)} by {WANTED_HEIGHT}"
        return wrong, f"save it smaller, like {wanted} pixels"
    return None


def size_of(picture: Path) -> tuple[float, float]:
    """Return width and height of a usable picture, for a drawing in its own units."""
    return _size(picture.read_bytes()) or (0, 0)


def _size(inside: bytes) -> tuple[float, float] | None:
    """Return width and height of a picture, or None where it does not say them."""
    if inside.startswith(PNG):
        width, height = width_and_height(BytesIO(inside))
        return (width, height) if width > 0 and height > 0 else None
    drawing = drawing_of(_text(inside))
    return None if drawing is None else drawn_size(drawing)


def _text(inside: bytes) -> str:
    return inside.decode("utf-8-sig", errors="replace")


class Seen(Struct, frozen=True):
    """How a picture stands out from a page: the colour of most of it, its contrast, and which share can be seen.

    One with a ``ground`` of its own stands on that, which has a contrast with the page too.
    """

    colour: str
    contrast: float
    share: float
    ground: str = ""
    ground_contrast: float = 0

    @property
    def is_hard(self) -> bool:
        """Tell whether the greater part of the picture is hard to see."""
        return self.share < HALF

    @property
    def is_ground_hard(self) -> bool:
        """Tell whether the ground of its own is hard to see, and so the shape of the picture."""
        return bool(self.ground) and self.ground_contrast < PART


@cached
def seen_on(picture: bytes, page: str) -> Seen | None:
    """Return how a picture stands out from a page of a colour; None where its colours are not known.

    A picture with a ground of its own stands on that.
    """
    amounts, own = (
        _colours_of_pixels(picture, page) if picture.startswith(PNG) else _colours_of_drawing(picture)
    )
    on_own = Counter({colour: amount for colour, amount in amounts.items() if colour != own})
    ground, on_ground = (own, on_own) if own and on_own else (page, amounts)
    if not on_ground:
        return None
    measured = {colour: contrast(colour, ground) for colour in on_ground}
    hard = Counter({colour: on_ground[colour] for colour in measured if measured[colour] < PART})
    share = 1 - hard.total() / on_ground.total()
    ((main, _),) = (hard if share < HALF else on_ground).most_common(1)
    if ground == page:
        return Seen(main, measured[main], share)
    return Seen(main, measured[main], share, ground, contrast(ground, page))


def _colours_of_pixels(picture: bytes, page: str) -> tuple[Counter[str], str | None]:
    """Return how many pixels have each colour on a page, and the colour of the ground where the picture has one."""
    amounts: Counter[str] = Counter()
    pixels = pixels_of(picture)
    if pixels is None:
        return amounts, None
    for pixel, count in pixels.counted.items():
        if pixel[-1] > OPAQUE // 2:
            amounts[_on_page(pixel, page)] += count
    corner, *others = pixels.corners
    return amounts, _on_page(corner, page) if not others and corner[-1] == OPAQUE else None


def _on_page(pixel: Pixel, page: str) -> str:
    """Return the colour of a pixel as it is seen on a page, in steps that nobody tells apart."""
    *colour, opaque = pixel
    through = (int(page[place : place + 2], 16) for place in (1, 3, 5))
    mixed = (
        (front * opaque + back * (OPAQUE - opaque)) // OPAQUE
        for front, back in zip(colour, through, strict=True)
    )
    return "#" + "".join(f"{round(part / 17) * 17:02x}" for part in mixed)


def _colours_of_drawing(picture: bytes) -> tuple[Counter[str], str | None]:
    """Return how much is drawn in each colour, and the colour of the ground where the drawing has one."""
    amounts: Counter[str] = Counter()
    drawing = drawing_of(_text(picture))
    if drawing is None:
        return amounts, None
    size = drawn_size(drawing) or (0, 0)
    for written, amount in drawn_colours(drawing, size).items():
        if colour := as_hex(written):
            amounts[colour] += amount
    ground = own_ground(drawing, size)
    return amounts, as_hex(ground) if ground else None
