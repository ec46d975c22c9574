"""What a page puts on paper, read as it comes out of the printer."""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO
from unicodedata import normalize

from playwright.sync_api import Page
from pypdf import PdfReader


@dataclass(frozen=True)
class Sheet:
    """One sheet of paper: its words, between which all white is one space, and whether it lies on its side."""

    text: str
    is_lying: bool


def as_read(*texts: str) -> str:
    """Return texts behind one another, with one space between words and no letters that are joined."""
    return " ".join(normalize("NFKC", " ".join(texts)).split())


def printed(page: Page) -> list[Sheet]:
    """Return the sheets of a page, on A4."""
    page.emulate_media(media="print")
    pages = PdfReader(BytesIO(page.pdf(format="A4", prefer_css_page_size=True))).pages
    page.emulate_media(media="screen")
    return [
        Sheet(as_read(sheet.extract_text()), sheet.mediabox.width > sheet.mediabox.height) for sheet in pages
    ]
