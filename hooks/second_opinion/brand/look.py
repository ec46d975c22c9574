"""How a brand looks: its colours, logo, icon and letters, as brand.yml gives them."""

from __future__ import annotations

import re
from typing import Annotated, Literal

from pydantic import AfterValidator

from second_opinion.core.records import Strict, Words


def _colour(value: str) -> str:
    if not re.fullmatch(r"#[0-9a-fA-F]{6}", value):
        raise ValueError("this is no colour; write it between quotes with six figures, like '#00565f'")
    return value.lower()


def _font_stack(value: str) -> str:
    if not re.fullmatch(r"[A-Za-z0-9 ,'\"-]+", value):
        raise ValueError("this is no list of fonts; write names with commas, like 'Verdana, sans-serif'")
    return value


Colour = Annotated[str, AfterValidator(_colour)]
FontStack = Annotated[str, AfterValidator(_font_stack)]


class Colours(Strict):
    """One to three colours; every other shade is derived from them."""

    main: Colour
    tint: Colour | None = None
    foot: Colour | None = None


class FontFile(Strict):
    """One woff2 file of the brand's own letters."""

    file: Words
    weight: Literal["normal", "bold"] = "normal"
    style: Literal["normal", "italic"] = "normal"


class Font(Strict):
    """The letters: names of fonts in order of preference, and files of the brand's own, which get the name `Brand`."""

    stack: FontStack
    files: list[FontFile] = []


class Look(Strict):
    """What readers recognise the brand by."""

    colours: Colours | None = None
    logo: Words | None = None
    logo_dark: Words | None = None
    favicon: Words | None = None
    font: Font | None = None
