"""Folders of brands to spoil, and what their hospitals then read."""

from __future__ import annotations

import shutil
from pathlib import Path

from checking import as_printed, checked_project
from support import ROOT

from .spoiling import Edit, Row

B = "brand.yml"
GENERAL, CANCER, CLINIC, NETWORK = (
    "voorbeeldziekenhuis",
    "voorbeeld-kankercentrum",
    "voorbeeldkliniek",
    "voorbeeld-ggz-netwerk",
)
LEFT_OUT = "other-care"  # by an example; the sample has no such page, and its bare copy has
SHARED = ", ".join(sorted({LEFT_OUT, *(file.stem for file in (ROOT / "tests/sample/docs").glob("*/*.md"))}))


def brand_page_source(title: str, slug: str) -> str:
    """Return a page of a brand."""
    return (
        f"---\ntitle: {title}\ndescription: A page (een pagina) of a brand that only stands here to be checked once.\n"
        f"slug: {slug}\nwritten: 2026-11-22\nchecked: []\nnext_check: 2027-11-22\nsources: []\nrelated: []\n"
        "search_words: []\n---\n\nTest.\n"
    )


def line_of(name: str, text: str) -> int:
    """Return the line of an example brand on which a text stands first."""
    return (ROOT / "brands" / name / B).read_text("utf-8").partition(text)[0].count("\n") + 1


def row(sentence: str, edits: Edit | list[Edit], *lines: str) -> Row:
    """Return a case; its lines start with the file in the brand folder."""
    return Row(sentence, edits if isinstance(edits, list) else [edits], lines)


TOLD_ELSEWHERE = ("the two were compared", "at the top of every page")


def lines_about_brand(root: Path, brand: Path, **environment: str) -> list[str]:
    """Return what the checks say of a brand folder; file names are those in the folder.

    That a text was never compared with the shared one, and what 'menu_first' pushes out, have tests of their own.
    """
    every = checked_project(root, {"BRAND": str(brand), **environment}).findings
    found = [finding for finding in every if not finding.wrong.endswith(TOLD_ELSEWHERE)]
    lines = {as_printed(finding) for finding in found}
    return sorted(line.replace(f"{brand}/", "", 1) for line in lines if f"{brand}/" in line)


def spoil_brand(name: str, each: Row, folder: Path) -> tuple[Path, list[str]]:
    """Return a copy of an example brand that a row has spoilt, and the lines that its hospital should read."""
    brand = shutil.copytree(ROOT / "brands" / name, folder / "brand")
    return brand, [line.replace("{B}", str(brand)) for line in each.spoil(brand)]
