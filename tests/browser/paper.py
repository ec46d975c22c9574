"""What a page puts on paper, read as it comes out of the printer."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO
from unicodedata import normalize

from msgspec import Struct
from playwright.sync_api import Page
from pypdf import PageObject, PdfReader

POINTS = 72 / 25.4  # in a millimetre


class Sheet(Struct, frozen=True):
    """One sheet of paper: its words, between which all white is one space, and whether it lies on its side.

    ``left`` is how far from its edge the first letter stands, in millimetres.
    """

    text: str
    is_lying: bool
    left: float


def as_read(*texts: str) -> str:
    """Return texts behind one another, with one space between words and no letters that are joined."""
    return " ".join(normalize("NFKC", " ".join(texts)).split())


def printed(page: Page) -> list[Sheet]:
    """Return the sheets of a page, on A4."""
    return [_sheet(one) for one in _pages_of(page)]


def count_sheets(page: Page) -> int:
    """Return how many sheets of A4 a page takes, without reading them."""
    return len(_pages_of(page))


def _pages_of(page: Page) -> Sequence[PageObject]:
    page.emulate_media(media="print")
    pages = PdfReader(BytesIO(page.pdf(format="A4", prefer_css_page_size=True))).pages
    page.emulate_media(media="screen")
    return pages


def _sheet(page: PageObject) -> Sheet:
    starts: list[float] = []

    def visit(text: str, cm: list[float], tm: list[float], *_font: object) -> None:
        if text.strip():
            starts.append(tm[4] * cm[0] + tm[5] * cm[2] + cm[4])

    text = as_read(page.extract_text(visitor_text=visit))
    return Sheet(text, page.mediabox.width > page.mediabox.height, min(starts) / POINTS)
