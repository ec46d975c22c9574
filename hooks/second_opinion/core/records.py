"""Parts of which the records of all files are made: words, addresses, and words in two languages."""

from __future__ import annotations

import re
from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field

Slug = Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]

Words = Annotated[str, Field(min_length=1)]

Language = Literal["nl", "en"]


def _page_name(value: str) -> str:
    if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", value):
        raise ValueError(
            "this is no name of a page; write that of its file in docs/nl/ without '.md', like costs"
        )
    return value


PageName = Annotated[str, AfterValidator(_page_name)]


class Strict(BaseModel):
    """A record without unknown keys that nobody changes after reading."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Local(Strict):
    """One word or sentence in the languages of a site, of which Dutch is always one."""

    nl: Words
    en: Words | None = None

    def in_language(self, lang: str) -> str:
        """Return the words in one language, the Dutch ones where there are no others."""
        return (self.en if lang == "en" else None) or self.nl


class Wording(Local):
    """One word or sentence of the interface in both languages."""

    en: Words


def _web_address(value: str) -> str:
    if not value.startswith(("https://", "http://")):
        raise ValueError("this is no web address; write it in full, with https://")
    return value


WebAddress = Annotated[str, AfterValidator(_web_address)]


def _safe(value: str) -> str:
    if value.startswith("http:"):
        raise ValueError(
            "it starts with http:, and browsers warn for such a page; write https://, or leave it out where that "
            "page has no https"
        )
    return value


SafeAddress = Annotated[WebAddress, AfterValidator(_safe)]

Email = Annotated[str, Field(pattern=r"^[^@\s]+@[^@\s]+\.[^@\s]+$")]


class LocalAddress(Strict):
    """A web address by language; English readers get the Dutch one where there is no other."""

    nl: SafeAddress
    en: SafeAddress | None = None

    def in_language(self, lang: str) -> tuple[str, str]:
        """Return the address for readers of a language, and the language of what stands there."""
        return (self.en, "en") if lang == "en" and self.en else (self.nl, "nl")


class LocalFile(Strict):
    """A file in the brand folder by language; English readers get the Dutch one where there is no other."""

    nl: Words
    en: Words | None = None

    def in_language(self, lang: str) -> tuple[str, str]:
        """Return the file for readers of a language, and the language in which it is written."""
        return (self.en, "en") if lang == "en" and self.en else (self.nl, "nl")
