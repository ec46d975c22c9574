"""Whether the logo of a brand can be seen on the light and on the dark page, measured as every colour is.

WCAG 2.2 asks nothing of logos. So one that is hard to see gives a notice, and on the dark page it gets a light ground;
only one of which nothing can be seen is refused.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from msgspec import Struct

from second_opinion.brand.brand_images import Seen, seen_on, size_of
from second_opinion.brand.colours import PART, Tokens, as_hex
from second_opinion.brand.files import PICTURES, is_drawing, usable_path
from second_opinion.brand.model import Brand
from second_opinion.core.findings import Finding
from second_opinion.core.validation import YamlDocument
from second_opinion.texts.svg import drawing_of

GROUND = "paper"  # the token of the ground on which the logo stands
WIDE = 2.5  # times as wide as high, as logos are in which a name stands


class ShownLogo(Struct, frozen=True):
    """A logo on the page of a mode: the key that names its file, and how it stands out."""

    mode: str
    key: str
    path: str
    seen: Seen

    @property
    def is_on_light(self) -> bool:
        """Tell whether the logo of the light page gets a light ground on the dark one: it or its own is too dark."""
        is_too_dark = self.seen.is_hard or self.seen.is_ground_hard
        return self.mode == "dark" and self.key == "logo" and is_too_dark


def shown_logos(brand: Brand, folder: Path, tokens: Mapping[str, Tokens]) -> list[ShownLogo]:
    """Return the logo of each mode, without one whose file cannot be used or whose colours are not known."""
    keys = {"light": "logo", "dark": "logo_dark" if brand.look.logo_dark else "logo"}
    shown = []
    for mode, key in keys.items():
        path = usable_path(folder, getattr(brand.look, key), PICTURES)
        page = as_hex(tokens[mode][GROUND])
        if path and page and (seen := seen_on((folder / path).read_bytes(), page)):
            shown.append(ShownLogo(mode, key, path, seen))
    return shown


def check_logo(
    document: YamlDocument, brand: Brand, folder: Path, tokens: Mapping[str, Tokens]
) -> Iterator[Finding]:
    """Find a logo that is hard to see on the light or on the dark page, and say what to do."""
    for logo in shown_logos(brand, folder, tokens):
        if logo.seen.is_hard:
            yield Finding(
                document.file,
                document.line("look", logo.key),
                f"'look.{logo.key}' is '{logo.path}': on the {logo.mode} page the greater part of it "
                f"('{logo.seen.colour}') has a contrast of {int(logo.seen.contrast * 100) / 100}, "
                f"and {PART} is needed"
                + (", so it stands on a light ground there" if logo.is_on_light else ""),
                _describe_mending(logo, has_dark=brand.look.logo_dark is not None),
                is_fault=logo.seen.share == 0 and not logo.is_on_light,
            )


def check_name_in_logo(document: YamlDocument, brand: Brand, folder: Path) -> list[Finding]:
    """Find a wide logo of which nobody said whether it holds the name, and `logo_has_name` without a logo."""
    look, line = brand.look, document.line("look", "logo_has_name")
    if look.logo is None:
        wrong = "'look.logo_has_name' says something of a logo, and there is none"
        do = "name one in 'look.logo', or take the line out"
        return [] if look.logo_has_name is None else [Finding(document.file, line, wrong, do)]
    path = usable_path(folder, look.logo, PICTURES)
    if look.logo_has_name is not None or path is None:
        return []
    width, height = size_of(folder / path)
    if height <= 0 or width < WIDE * height:  # of a drawing that is cut off nobody can tell
        return []
    wrong = (
        f"'look.logo' is '{path}', which is {width / height:.1f} times as wide as high; if your name stands in it, "
        "readers see the name twice"
    )
    do = "write 'logo_has_name: true' below it, or 'logo_has_name: false' where the name does not stand in it"
    return [Finding(document.file, document.line("look", "logo"), wrong, do, is_fault=False)]


def check_letters_in_logo(document: YamlDocument, brand: Brand, folder: Path) -> list[Finding]:
    """Find a logo with letters as text, which each reader sees in a font of their own device."""
    return [
        Finding(
            document.file,
            document.line("look", key),
            f"'look.{key}' is '{path}', in which letters stand as text: readers see them in the font that they have",
            "turn the letters into outlines, and save it again: in Illustrator with Type, Create Outlines, "
            "in Inkscape with Path, Object to Path",
            is_fault=False,
        )
        for key in ("logo", "logo_dark")
        if (path := usable_path(folder, getattr(brand.look, key), PICTURES)) and _has_letters(folder / path)
    ]


def _has_letters(file: Path) -> bool:
    drawing = drawing_of(file.read_text("utf-8", errors="replace")) if is_drawing(file) else None
    return drawing is not None and any("".join(text.itertext()).strip() for text in drawing.iter("text"))


def _describe_mending(logo: ShownLogo, *, has_dark: bool) -> str:
    if logo.mode == "light":
        return "name a darker one" if has_dark else "name a darker one, and this one in 'look.logo_dark'"
    if logo.key == "logo":
        return "name a lighter one in 'look.logo_dark'"
    return "name a lighter one, or take the line out: then the logo stands on a light ground there"
