"""The front matter of a page: what an editor may say about it."""

from __future__ import annotations

import datetime
import re
from typing import Annotated

from pydantic import Field, field_validator

from second_opinion.core.languages import LANGUAGES
from second_opinion.core.records import Language, PersonName, Slug, Strict, Words

MARKS = re.compile(r"\*\*?|__|`|\]\(")
QUOTED = re.compile(r"[“”„‘’«\"'][^“”„«»\"]*[“”‘’»\"']")


class Review(Strict):
    """Who reviewed a page, in which role, when, and the hash of the text that was read."""

    role: Words
    name: PersonName
    date: datetime.date
    text: Words | None = None


class OnlyIn(Strict):
    """The one language in which a page exists, and why."""

    language: Language
    reason: Words


class FrontMatter(Strict):
    """What stands between the two `---` lines of a page."""

    title: Annotated[str, Field(min_length=1, max_length=60)]
    description: Annotated[str, Field(min_length=50, max_length=155)]
    slug: Slug | None = None
    short: Annotated[str, Field(min_length=1, max_length=24)] | None = None
    written: datetime.date
    checked: list[Review]
    next_check: datetime.date
    sources: list[str]
    related: list[str]
    search_words: Annotated[list[Words], Field(max_length=10)]
    step_icons: list[Words] = []
    moved_from: list[Slug] = []
    only_in: OnlyIn | None = None
    not_yet_in: list[Language] = []

    @field_validator("title", "description", "short")
    @classmethod
    def _plain_words(cls, value: str | None) -> str | None:
        if value is None:
            return None
        if "{{" in value:
            raise ValueError("names are not filled in here; write the words themselves")
        if mark := MARKS.search(value):
            raise ValueError(f"readers see '{mark[0]}' here as it is typed; write plain words")
        if QUOTED.fullmatch(value):
            raise ValueError("readers see these quotes; take them out, or type straight ones")
        return value

    @field_validator("slug", "moved_from")
    @classmethod
    def _not_reserved(cls, value: Slug | list[Slug] | None) -> Slug | list[Slug] | None:
        for slug in [value] if isinstance(value, str) else value or []:
            if slug in {*LANGUAGES, "assets"}:
                raise ValueError(f"'{slug}' is an address of the site itself; choose another one")
        return value


def longest(key: str) -> int:
    """Return how many characters a key of the front matter may have."""
    return max(int(getattr(limit, "max_length", 0)) for limit in FrontMatter.model_fields[key].metadata)
