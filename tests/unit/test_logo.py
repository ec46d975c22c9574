"""Pictures of a brand: what is published of a drawing, and which colours of a picture can be seen on a page."""

from __future__ import annotations

import re
import struct
import zlib
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from second_opinion.brand.brand_images import seen_on
from second_opinion.brand.drawn_colours import drawn_colours
from second_opinion.brand.logo import shown_logos
from second_opinion.brand.pixels import SIGNATURE, pixels_of
from second_opinion.site.brand_files import copy_files
from second_opinion.site.preview import logo_grounds
from second_opinion.texts.svg import check_svg, clean_svg, drawing_of

from .making import brand_of
from .pictures import ILLUSTRATOR, INKSCAPE, drawing, part, png

LIGHT, DARK = "#ffffff", "#10181d"
TOKENS = {"light": {"paper": "#fff"}, "dark": {"paper": DARK}}


def colours(inside: str) -> list[str]:
    """Return the colours of a drawing, the one in which most is drawn first."""
    root = drawing_of(drawing(inside))
    assert root is not None
    return [colour for colour, _ in drawn_colours(root, (48, 48)).most_common()]


# ---- drawings as they are published


@pytest.mark.parametrize("saved", [ILLUSTRATOR, INKSCAPE], ids=["Illustrator", "Inkscape"])
def test_what_is_published_of_a_drawing_is_the_drawing_alone(saved: str) -> None:
    published = clean_svg(saved)
    assert published is not None
    assert check_svg("a.svg", published) == ()
    assert re.findall(r"<!|<\?|metadata|foreignObject|i:|inkscape|sodipodi|adobe|rdf", published) == []
    assert published.count("<path") == 1
    assert clean_svg(published) == published


def test_a_drawing_keeps_its_style_its_references_and_its_words() -> None:
    published = clean_svg(ILLUSTRATOR) or ""
    assert ".st0{fill:#1D4F91;}" in published
    assert '<use href="#a" x="1" />' in published
    with_words = '<text>Ons <tspan xml:space="preserve">huis</tspan> zorgt</text>'
    assert with_words in (clean_svg(drawing(with_words)) or "")


def test_a_drawing_with_a_width_and_a_height_can_be_shown_smaller() -> None:
    assert 'viewBox="0 0 120 40"' in (clean_svg(INKSCAPE) or "")


def test_a_file_of_a_brand_is_cleaned_where_it_is_published(tmp_path: Path) -> None:
    (tmp_path / "logo.svg").write_text(INKSCAPE, "utf-8")
    (tmp_path / "dark.png").write_bytes(png([(255, 255, 255, 255)], 2, 2))
    copy_files(brand_of("look: {logo: logo.svg, logo_dark: dark.png}\n"), tmp_path, tmp_path / "site")
    published = tmp_path / "site/assets/brand"
    assert (published / "logo.svg").read_text("utf-8") == clean_svg(INKSCAPE)
    assert (published / "dark.png").read_bytes() == (tmp_path / "dark.png").read_bytes()


# ---- the colours of a drawing


@pytest.mark.parametrize(
    ("inside", "found"),
    {
        "black where nothing is said": ('<path d="M0 0h9"/>', ["black"]),
        "of the group around it": ('<g fill="#123"><path d="M0 0h9"/></g>', ["#123"]),
        "of a class, which goes before an attribute": (
            '<style>.a, .b{fill:#0a0}</style><path class="b" fill="red" d="M0"/>',
            ["#0a0"],
        ),
        "of its own style, which goes before all": (
            '<style>.a{fill:#0a0}</style><path class="a" style="fill: blue" d="M0"/>',
            ["blue"],
        ),
        "of a line around it too": ('<path fill="none" stroke="teal" d="M0"/>', ["teal"]),
        "of the text around it": ('<g color="navy"><path fill="currentColor" d="M0"/></g>', ["navy"]),
        "of a gradient, also of one that takes its colours from another": (
            '<linearGradient id="a"><stop stop-color="#111"/><stop style="stop-color:#222"/></linearGradient>'
            '<linearGradient id="b" href="#a"/><path fill="url(#b)" d="M0 0h9v9"/>',
            ["#111", "#222"],
        ),
        "of what is used again": (
            '<defs><path id="a" d="M0"/></defs><use href="#a" fill="red"/>',
            ["red"],
        ),
        "not of what is not shown": (
            '<path display="none" d="M0"/><g visibility="hidden"><circle r="9"/></g><path opacity="0" d="M0"/>'
            '<clipPath><path d="M0"/></clipPath><path fill-opacity="0" d="M0"/>',
            [],
        ),
        "of a drawing that uses itself, which ends": ('<g id="a"><use href="#a"/></g>', []),
        "more for a circle than for a small mark on it, however long that is written": (
            '<circle cx="30" cy="24" r="20" fill="purple"/>'
            '<path fill="white" d="M24.125 26.375l 4.25 4.25 7.125 -7.125 -1.5 -1.5 -5.625 5.625 -2.75 -2.75z"/>',
            ["purple", "white"],
        ),
        "by what it covers as it is shown": (
            '<g transform="scale(.1)"><rect width="90" height="90" fill="red"/></g>'
            '<polygon points="0,0 20,0 20,20 0,20" fill="blue"/><ellipse rx="8" ry="6" fill="teal"/>',
            ["blue", "teal", "red"],
        ),
        "of a circle that is written as two arcs as of a circle": (
            '<path fill="red" d="M4 24a20 20 0 1040 0a20 20 0 10-40 0z"/><circle r="18" fill="blue"/>'
            '<path d="M0 0H30V30H0zM2 2v26h26V2z"/>',
            ["red", "blue", "black"],
        ),
        "of a line that is only drawn around": (
            '<path fill="none" stroke="navy" d="M0 0c9 9 20 9 40 0"/><line x1="0" x2="9" stroke="red" fill="none"/>',
            ["navy", "red"],
        ),
        "more for letters than for a circle": (
            '<circle r="9" fill="red"/><text fill="blue">Zorg</text>',
            ["blue", "red"],
        ),
    }.values(),
)
def test_how_much_is_drawn_in_each_colour(inside: str, found: list[str]) -> None:
    assert colours(inside) == found


# ---- the colours of a picture


@pytest.mark.parametrize("kind", [0, 2, 4, 6])
def test_pixels_are_read_however_a_row_is_sent(kind: int) -> None:
    channels = {0: 1, 2: 3, 4: 2, 6: 4}[kind]
    sent = [tuple((place * 37 + channel * 91) % 256 for channel in range(channels)) for place in range(7)]
    plain = pixels_of(png(sent, 5, 7, kind=kind))
    filtered = pixels_of(png(sent, 5, 7, kind=kind, filters=(4, 3, 2, 1, 0)))
    assert plain is not None
    assert plain == filtered
    assert sum(plain.counted.values()) == 35


def test_pixels_of_a_palette_are_its_colours() -> None:
    made = png([(0,), (1,)], 4, 1, kind=3)
    palette = part(b"PLTE", bytes((1, 2, 3, 4, 5, 6))) + part(b"tRNS", bytes((0,)))
    head = len(SIGNATURE) + len(part(b"IHDR", bytes(13)))
    found = pixels_of(made[:head] + palette + made[head:])
    assert found is not None
    assert found.counted == {(1, 2, 3, 0): 2, (4, 5, 6, 255): 2}


def test_a_picture_that_is_sent_in_several_passes_is_measured() -> None:
    head = part(b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 6, 0, 0, 1))
    sent = part(b"IDAT", zlib.compress(bytes((0, 10, 20, 30, 255))))
    found = pixels_of(SIGNATURE + head + sent + part(b"IEND", b""))
    assert found is not None
    assert found.counted == {(10, 20, 30, 255): 1}


def test_a_grey_of_many_steps_keeps_its_darkness() -> None:
    saved = BytesIO()
    Image.frombytes("I;16", (2, 1), bytes((0, 0x20, 0xFF, 0xFF))).save(saved, "PNG")
    found = pixels_of(saved.getvalue())
    assert found is not None
    assert found.counted == {(0x20, 0x20, 0x20, 255): 1, (255, 255, 255, 255): 1}


def test_a_broken_picture_is_not_measured() -> None:
    made = png([(1, 2, 3, 255)], 9, 9)
    assert pixels_of(made[:50]) is None
    assert pixels_of(made.replace(b"IDAT", b"ITAD")) is None
    assert seen_on(made[:50], LIGHT) is None


# ---- what can be seen


@pytest.mark.parametrize(
    ("picture", "page", "is_hard"),
    {
        "purple on light": (drawing('<path fill="#5b2a86" d="M0 0h9"/>'), LIGHT, False),
        "purple on dark": (drawing('<path fill="#5b2a86" d="M0 0h9"/>'), DARK, True),
        "white letters on a blue ground of their own": (
            drawing('<rect width="48" height="100%" rx="9" fill="#1d4f91"/><path fill="#fff" d="M0 0h9"/>'),
            LIGHT,
            False,
        ),
        "a purple circle with a small white mark on it, on light": (
            drawing(
                '<circle cx="30" cy="30" r="26" fill="#5b2a86"/>'
                '<path fill="#fff" d="M20.125 38.5l9.875 -19.25 9.875 19.25zM60.5 60.5z"/>',
                size="0 0 220 60",
            ),
            LIGHT,
            False,
        ),
        "a purple circle with a small white mark on it, on dark": (
            drawing(
                '<circle cx="30" cy="30" r="26" fill="#5b2a86"/>'
                '<path fill="#fff" d="M20.125 38.5l9.875 -19.25 9.875 19.25zM60.5 60.5z"/>',
                size="0 0 220 60",
            ),
            DARK,
            True,
        ),
        "a white circle alone": (drawing('<circle r="24" fill="white"/>'), LIGHT, True),
        "dark pixels on nothing, on the dark": (png([(10, 20, 30, 255), (0, 0, 0, 0)], 8, 2), DARK, True),
        "dark pixels on white, on the dark": (
            png([(255, 255, 255, 255)] * 7 + [(9, 9, 9, 255)], 9, 9),
            DARK,
            False,
        ),
        "pale pixels on white": (png([(255, 255, 255, 255)] * 7 + [(240, 240, 200, 255)], 9, 9), DARK, True),
        "a picture of one colour": (png([(255, 255, 255, 255)], 4, 4), LIGHT, True),
    }.values(),
)
def test_a_logo_is_measured_against_what_it_stands_on(picture: str | bytes, page: str, is_hard: bool) -> None:
    seen = seen_on(picture.encode() if isinstance(picture, str) else picture, page)
    assert seen is not None
    assert seen.is_hard is is_hard


def test_a_logo_on_a_ground_of_its_own_says_that_and_how_the_ground_stands_out() -> None:
    letters = '<rect width="48" height="100%" fill="#1d4f91"/><path fill="#fff" d="M0 0h9"/>'
    seen = seen_on(drawing(letters).encode(), DARK)
    assert seen is not None
    assert (seen.colour, seen.ground) == ("#ffffff", "#1d4f91")
    assert seen.ground_contrast < 3 < seen.contrast
    plain = seen_on(drawing('<path fill="#5b2a86" d="M0 0h9"/>').encode(), LIGHT)
    assert plain is not None
    assert plain.ground == ""


def test_a_dark_logo_gets_a_light_ground_on_the_dark_page_unless_there_is_one_for_it(tmp_path: Path) -> None:
    (tmp_path / "logo.svg").write_text(INKSCAPE, "utf-8")
    (tmp_path / "dark.svg").write_text(INKSCAPE.replace("#5b2a86", "#fff"), "utf-8")
    alone = shown_logos(brand_of("look: {logo: logo.svg}\n"), tmp_path, TOKENS)
    assert [(logo.mode, logo.path, logo.is_on_light) for logo in alone] == [
        ("light", "logo.svg", False),
        ("dark", "logo.svg", True),
    ]
    both = shown_logos(brand_of("look: {logo: logo.svg, logo_dark: dark.svg}\n"), tmp_path, TOKENS)
    assert [(logo.path, logo.is_on_light) for logo in both] == [("logo.svg", False), ("dark.svg", False)]


@pytest.mark.parametrize(("disc", "is_on_light"), [("#6a2c70", True), ("#a96fb0", False)])
def test_a_mark_on_a_dark_disc_gets_a_light_ground_on_the_dark_page_without_a_word(
    disc: str, is_on_light: bool, tmp_path: Path
) -> None:
    inside = f'<circle cx="50" cy="50" r="50" fill="{disc}"/><path fill="#fff" d="M50 20 80 75H20z"/>'
    (tmp_path / "logo.svg").write_text(drawing(inside, size="0 0 100 100"), "utf-8")
    _, dark = shown_logos(brand_of("look: {logo: logo.svg}\n"), tmp_path, TOKENS)
    assert (dark.is_on_light, dark.seen.is_hard) == (is_on_light, False)


def test_the_preview_shows_the_light_and_the_dark_page_in_either_mode() -> None:
    rules = logo_grounds({"light": {"paper": "#fff"}, "dark": {"paper": DARK, "logo-ground": "#fff"}})
    assert re.findall(r"\.logo-(\w+) \{[^}]*background: (#\w+);", rules) == [
        ("light", "#fff"),
        ("dark", DARK),
        ("ground", "#fff"),
    ]
