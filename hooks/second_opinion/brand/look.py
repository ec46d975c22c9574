"""How a brand looks: its colours, logo, icon and letters, as brand.yml gives them."""

from __future__ import annotations

import re
from typing import Annotated, Literal

from pydantic import AfterValidator, WithJsonSchema

from second_opinion.core.formatting import format_size
from second_opinion.core.records import FileName, Strict, YesOrNo, key
from second_opinion.core.yaml_mistakes import within_curled_quotes

MOST_BYTES = 200_000  # of a picture: every reader gets it on every page


def _colour_in_figures(value: str) -> str:
    if within := within_curled_quotes(value):
        raise ValueError(f'curled quotes stand around this colour; write straight quotes: "{within}"')
    if not re.fullmatch(r"#[0-9a-fA-F]{6}", value):
        raise ValueError(
            f"this is no colour; write it between quotes with six figures, like '{_with_six_figures(value)}'"
        )
    return value.lower()


def _with_six_figures(value: str) -> str:
    """Return a colour that is written in another way, such as "purple" or "#05a", with six figures; else an example."""
    from coloraide import Color  # noqa: PLC0415 (takes a tenth of a build, and hardly a colour is written so)

    for written in (value, f"#{value}"):
        if found := Color.match(written.strip(), fullmatch=True):
            return found.color.convert("srgb").clip().to_string(hex=True, alpha=False)
    return "#00565f"


def _font_stack(value: str) -> str:
    if not re.fullmatch(r"[A-Za-z0-9 ,'\"-]+", value):
        raise ValueError("this is no list of fonts; write names with commas, like 'Verdana, sans-serif'")
    return value


Colour = Annotated[
    str, AfterValidator(_colour_in_figures), WithJsonSchema({"type": "string", "format": "color"})
]
FontStack = Annotated[str, AfterValidator(_font_stack)]


class Colours(Strict):
    """One to three colours; every other shade is derived from them."""

    main: Annotated[Colour, key("Your colour, of which every shade is derived", '"#00565f"')]
    tint: Annotated[Colour | None, key("The light ground behind titles", '"#e4f1f2"')] = None
    foot: Annotated[Colour | None, key("The ground of the foot of the page", '"#12352a"')] = None


class FontFile(Strict):
    """One woff2 file of the brand's own letters."""

    file: Annotated[FileName, key("A woff2 file in your folder", "fonts/ours.woff2")]
    weight: Annotated[Literal["normal", "bold"], key("How bold it is", "bold")] = "normal"
    style: Annotated[Literal["normal", "italic"], key("Whether it slants", "italic")] = "normal"


class Font(Strict):
    """The letters: names of fonts in order of preference, and files of the brand's own, which get the name `Brand`."""

    stack: Annotated[FontStack, key("Fonts in order of preference", "'Verdana, sans-serif'")]
    files: Annotated[list[FontFile], key("Your own letters", "[{file: fonts/ours.woff2}]")] = []


class Look(Strict):
    """What readers recognise the brand by."""

    colours: Annotated[Colours | None, key("Your colours", '{main: "#00565f"}')] = None
    logo: Annotated[
        FileName | None,
        key(f"An SVG or PNG file in your folder, {format_size(MOST_BYTES)} at most", "logo.svg"),
    ] = None
    logo_dark: Annotated[FileName | None, key("The logo for a dark screen", "logo-dark.svg")] = None
    logo_has_name: Annotated[
        YesOrNo | None,
        key(
            "Whether the logo shows your name in letters; then no name stands beside it, and who does not see the "
            "logo hears the name",
            "true",
        ),
    ] = None
    favicon: Annotated[
        FileName | None,
        key(
            "The small picture in the tab of a browser: SVG, PNG or ICO; without it, the first letter of your short "
            "name stands there on your colour",
            "favicon.svg",
        ),
    ] = None
    font: Annotated[Font | None, key("Your letters", "{stack: 'Verdana, sans-serif'}")] = None
