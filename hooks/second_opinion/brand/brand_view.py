"""What the templates show of a brand on every page: name, logo, icon, stylesheet, and links at the foot."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path, PurePosixPath

from markupsafe import Markup
from msgspec import Struct

from second_opinion.brand.brand_images import size_of
from second_opinion.brand.files import ICONS, PICTURES, usable_path
from second_opinion.brand.imprint import foot_contact
from second_opinion.brand.logo import ShownLogo
from second_opinion.brand.model import Brand
from second_opinion.brand.speaker import Speaker
from second_opinion.core.formatting import format_day
from second_opinion.data.interface import NamedWords
from second_opinion.data.release import Release

TYPES = {".svg": "image/svg+xml", ".png": "image/png", ".ico": "image/x-icon"}


class Logo(Struct, frozen=True):
    """A logo: its path in the brand folder, and its size in its own units."""

    path: str
    width: float
    height: float


class FootLink(Struct, frozen=True):
    """A link to the hospital's own site, with the language of what stands there, said where it is not the page's."""

    label: str
    address: str
    lang: str
    note: str


class BrandView(Struct, frozen=True):
    """What the templates show of a brand in one language; paths are those in the brand folder."""

    name: str
    short_name: str
    logo: Logo | None
    logo_dark: str | None
    is_logo_on_light: bool
    has_name_in_logo: bool
    favicon: str | None
    favicon_type: str
    has_stylesheet: bool
    contact: Markup
    links: Sequence[FootLink]
    release: str
    is_neutral: bool
    is_example: bool
    is_preview: bool

    @property
    def has_tile(self) -> bool:
        """Tell whether a letter stands in the tab of a browser, as a hospital gave no picture for it."""
        return self.favicon is None and not self.is_neutral


def brand_view(
    speaker: Speaker,
    folder: Path,
    words: NamedWords,
    release: Release,
    *,
    logos: Sequence[ShownLogo],
    is_neutral: bool,
    is_preview: bool,
) -> BrandView:
    """Return what the templates of a language show of the brand in a folder."""
    brand, lang, look = speaker.brand, speaker.lang, speaker.brand.look
    logo = _logo_of(folder, usable_path(folder, look.logo, PICTURES))
    return BrandView(
        name=brand.name_in(lang),
        short_name=brand.short_name_in(lang),
        logo=logo,
        logo_dark=usable_path(folder, look.logo_dark, PICTURES),
        is_logo_on_light=any(logo.is_on_light for logo in logos),
        has_name_in_logo=logo is not None and look.logo_has_name is True,
        favicon=usable_path(folder, look.favicon, ICONS),
        favicon_type=TYPES.get(PurePosixPath(look.favicon or "").suffix, ""),
        has_stylesheet=has_stylesheet(brand),
        contact=foot_contact(speaker),
        links=foot_links(speaker, words),
        release=words.release.format(number=release.number, date=format_day(release.date, lang)),
        is_neutral=is_neutral,
        is_example=brand.example,
        is_preview=is_preview,
    )


def has_stylesheet(brand: Brand) -> bool:
    """Tell whether a brand changes colours or letters."""
    return bool(brand.look.colours or brand.look.font)


def _logo_of(folder: Path, path: str | None) -> Logo | None:
    """Return a logo with its size, so that nothing moves while it loads."""
    if path is None:
        return None
    width, height = size_of(folder / path)
    return Logo(path, width, height)


def foot_links(speaker: Speaker, words: NamedWords) -> list[FootLink]:
    """Return the links to the hospital's own site."""
    links, lang = speaker.brand.links, speaker.lang
    named = (
        (words.home_site, links.home),
        (words.patient_portal, links.patient_portal),
        (words.privacy_statement, links.privacy),
        (words.accessibility_statement, links.accessibility),
    )
    more = ((link.title.in_language(lang), link.address) for link in links.more)
    nearest = ((label, *address.nearest(lang)) for label, address in (*named, *more) if address)
    return [FootLink(label, target, spoken, speaker.note_of(spoken)) for label, target, spoken in nearest]
