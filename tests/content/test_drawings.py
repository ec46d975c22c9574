"""The drawings on the pages: legible on a small phone, and saying as much in each language."""

from __future__ import annotations

import re
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from second_opinion.core.languages import LANGUAGES, SOURCE_LANGUAGE
from support import ROOT

IMAGES = ROOT / "overrides" / "assets" / "images"
DRAWINGS = sorted(
    file for file in IMAGES.glob("*.svg") if file.stem.endswith(tuple(f"-{lang}" for lang in LANGUAGES))
)
ON_A_SMALL_PHONE = 284  # pixels beside each other for the text, where the screen has 320
LEAST = 12  # pixels that a letter is high
TEXT = "{http://www.w3.org/2000/svg}text"


def root_of(file: Path) -> ET.Element:
    """Return a drawing, of which the checks of the project have seen that it is one."""
    return ET.fromstring(file.read_text("utf-8"))  # noqa: S314 (a drawing of the project)


@pytest.mark.parametrize("file", DRAWINGS, ids=lambda file: file.stem)
def test_a_small_phone_shows_no_letter_too_small(file: Path) -> None:
    root = root_of(file)
    shown = min(float(root.attrib["width"]), ON_A_SMALL_PHONE) / float(root.attrib["viewBox"].split()[2])
    sizes = [float(size) for size in re.findall(r'font-size="([\d.]+)"', file.read_text("utf-8"))]
    assert min(sizes) * shown >= LEAST


@pytest.mark.parametrize("file", DRAWINGS, ids=lambda file: file.stem)
def test_a_drawing_says_as_much_in_the_other_language(file: Path) -> None:
    twin = file.with_name(re.sub(r"-[a-z]+$", f"-{SOURCE_LANGUAGE}", file.stem) + file.suffix)
    assert len([*root_of(file).iter(TEXT)]) == len([*root_of(twin).iter(TEXT)])


@pytest.mark.parametrize("file", DRAWINGS, ids=lambda file: file.stem)
def test_a_drawing_follows_a_dark_screen_on_a_ground_of_its_own(file: Path) -> None:
    assert "prefers-color-scheme:dark" in file.read_text("utf-8").replace(" ", "")
    assert (
        next(element for element in root_of(file) if element.tag.endswith("rect")).attrib["fill"] == "#ffffff"
    )
