"""Parts of which the records of all files are made: words, addresses, and words in each language."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from types import NoneType
from typing import Annotated, Any, TypeVar

from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    Field,
    GetPydanticSchema,
    RootModel,
    WithJsonSchema,
    create_model,
    model_validator,
)
from pydantic.fields import FieldInfo
from pydantic_core import core_schema

from second_opinion.core.languages import LANGUAGES, SOURCE_LANGUAGE
from second_opinion.core.yaml_parser import KeyPath

SLUG = r"[a-z0-9]+(-[a-z0-9]+)*"
Slug = Annotated[str, Field(pattern=rf"^{SLUG}$", json_schema_extra={"format": "slug"})]

Words = Annotated[str, Field(min_length=1)]

LETTERS = re.compile(r"[^\W\d_]{2}")
NO_NAMES = ("naam", "name", "arts", "doctor", "xx", "xxx", "nn")


def _of_somebody(name: str) -> str:
    """Return the name of who read a page; raise ValueError for what only holds its place."""
    if name.casefold() in NO_NAMES or not LETTERS.search(name):
        raise ValueError("this is nobody's name; write the name of who read the page")
    return name


PersonName = Annotated[Words, AfterValidator(_of_somebody)]

# `yes` is a word in YAML 1.2, and the schema for editors refuses it.
YesOrNo = Annotated[bool, Field(strict=True)]

FileName = Annotated[Words, Field(json_schema_extra={"format": "file"})]

Root = TypeVar("Root")
Record = TypeVar("Record", bound="Strict")


def key(description: str, *examples: str) -> FieldInfo:
    """Say what a key is for, with examples in YAML as an editor writes them."""
    info: FieldInfo = Field(description=description, json_schema_extra={"examples": [*examples]})
    return info


def one_of(choices: Sequence[str]) -> GetPydanticSchema:
    """Let a text be one of some choices."""
    return GetPydanticSchema(lambda _source, _handler: core_schema.literal_schema([*choices]))


Language = Annotated[str, one_of(LANGUAGES)]


def is_slug(name: str) -> bool:
    """Tell whether a name is made of small letters and figures, with single hyphens between them."""
    return re.fullmatch(SLUG, name) is not None


def _page_name(value: str) -> str:
    if not is_slug(value):
        raise ValueError(
            f"this is no name of a page; write that of its file in docs/{SOURCE_LANGUAGE}/ without '.md', like costs"
        )
    return value


PageName = Annotated[str, AfterValidator(_page_name), WithJsonSchema({"type": "string", "format": "page"})]


class Strict(BaseModel):
    """A record without unknown keys that nobody changes after reading; its validator is made when it is asked for."""

    model_config = ConfigDict(extra="forbid", frozen=True, defer_build=True)


class Table(RootModel[Root]):
    """A record in which any key will do; its validator is made when it is asked for, too."""

    model_config = ConfigDict(defer_build=True)


def in_each_language(kind: object, *, is_translated: bool = True) -> Callable[[type[Record]], type[Record]]:
    """Give a record a part of some kind for each language, called by its code.

    Without ``is_translated`` only the part in the source language has to be there; no part may be empty.
    """

    def give(record: type[Record]) -> type[Record]:
        parts: dict[str, Any] = {
            lang: (kind, ... if is_translated or lang == SOURCE_LANGUAGE else None) for lang in LANGUAGES
        }
        name, module = record.__name__, record.__module__
        return create_model(name, __base__=record, __module__=module, __doc__=record.__doc__, **parts)

    return give


class ByLanguage(Strict):
    """A record with a part for each language."""

    def part(self, lang: str) -> Any:
        """Return the part in a language, None where it is left out."""
        return getattr(self, lang)

    def nearest(self, lang: str) -> tuple[Any, str]:
        """Return the part for readers of a language and the language it is in: the source where there is no other."""
        part = self.part(lang)
        return (self.part(SOURCE_LANGUAGE), SOURCE_LANGUAGE) if part is None else (part, lang)


def in_source_language(value: object) -> object:
    """Return a text without languages as one in the source language: 'het' => {nl: het}."""
    return {SOURCE_LANGUAGE: value} if isinstance(value, str) else value


class SourceWillDo(ByLanguage):
    """A record of which the part in the source language is enough, which may then be written alone."""

    @model_validator(mode="before")
    @classmethod
    def _take_source_language(cls, value: object) -> object:
        return in_source_language(value)


@in_each_language(Words, is_translated=False)
class WordsByLanguage(SourceWillDo):
    """One word or sentence in the languages of a site, of which the source language is always one."""

    def in_language(self, lang: str) -> str:
        """Return the words in one language, those of the source language where there are no others."""
        return str(self.nearest(lang)[0])


class NameByLanguage(WordsByLanguage):
    """A name in each language; a text without languages is the name in all of them."""

    @model_validator(mode="before")
    @classmethod
    def _take_one_for_all(cls, value: object) -> object:
        return dict.fromkeys(LANGUAGES, value) if isinstance(value, str) else value


@in_each_language(Words)
class Wording(ByLanguage):
    """One word or sentence of the interface in each language."""


ADDRESS_IN_JSON = {"type": "string", "format": "uri"}


WITHOUT_SCHEME = re.compile(r"(?:[\w-]+\.)+[a-z]{2,}(?:/\S*)?", re.IGNORECASE)


def describe_address_in_full(value: str) -> str:
    """Return what to do about something that is no web address: with the nearest one, where only its start lacks."""
    nearest = f", like https://{value}" if WITHOUT_SCHEME.fullmatch(value) else ""
    return f"write it in full, with https://{nearest}"


def _web_address(value: str) -> str:
    if not value.startswith(("https://", "http://")):
        raise ValueError(f"this is no web address; {describe_address_in_full(value)}")
    return value


WebAddress = Annotated[str, AfterValidator(_web_address), WithJsonSchema(ADDRESS_IN_JSON)]


def _safe(value: str) -> str:
    if value.startswith("http:"):
        raise ValueError(
            "it starts with http:, and browsers warn for such a page; write https://, or leave it out where that "
            "page has no https"
        )
    return value


SafeAddress = Annotated[WebAddress, AfterValidator(_safe), WithJsonSchema(ADDRESS_IN_JSON)]

Email = Annotated[str, Field(pattern=r"^[^@\s]+@[^@\s]+\.[^@\s]+$", json_schema_extra={"format": "email"})]


@in_each_language(SafeAddress, is_translated=False)
class AddressByLanguage(SourceWillDo):
    """A web address by language; readers of another one get that in the source language."""


@in_each_language(Words, is_translated=False)
class FileByLanguage(SourceWillDo):
    """A file in the brand folder by language; readers of another one get that in the source language."""


PLAIN = (str, int, NoneType)  # most of a record is words, in which there is nothing to look for


def records_in(value: object, place: KeyPath = ()) -> list[tuple[KeyPath, BaseModel]]:
    """Return every record inside a record, with its place."""
    found: list[tuple[KeyPath, BaseModel]] = []
    inside: Iterable[tuple[str | int, object]] = ()
    if isinstance(value, BaseModel):
        found, inside = [(place, value)], vars(value).items()
    elif isinstance(value, list):
        inside = enumerate(value)
    elif isinstance(value, dict):
        inside = value.items()
    for name, item in inside:
        if not isinstance(item, PLAIN):  # quicker than to ask whether it is a model
            found += records_in(item, (*place, name))
    return found
