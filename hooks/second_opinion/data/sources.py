"""The sources that pages rest on: data/sources.yml."""

from __future__ import annotations

import datetime
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Annotated

from pydantic import AfterValidator, BeforeValidator, Field

from second_opinion.core.addresses import is_for_examples
from second_opinion.core.findings import Finding
from second_opinion.core.formatting import day, loose_date
from second_opinion.core.languages import SOURCE_LANGUAGE
from second_opinion.core.records import Language, Slug, Strict, WebAddress, Wording, Words, WordsByLanguage
from second_opinion.core.validation import YamlDocument, validate_list
from second_opinion.data.interface import Interface

FILE = "data/sources.yml"
PAGE = "sources"
ANCHOR = "source-"
SOON = datetime.timedelta(days=31)  # a build for an earlier day is no fault of the sources


def _in_the_calendar(value: str) -> str:
    year, *rest = map(int, value.split("-"))
    try:
        datetime.date(year, *(*rest, 1, 1)[:2])
    except ValueError:
        raise ValueError("no calendar has this day; correct it") from None
    return value


LooseDate = Annotated[str, Field(pattern=r"^\d{4}(-\d{2}){0,2}$"), AfterValidator(_in_the_calendar)]


def _in_one_language(value: object) -> object:
    return {SOURCE_LANGUAGE: value} if isinstance(value, str) else value


Name = Annotated[WordsByLanguage, BeforeValidator(_in_one_language)]


class Source(Strict):
    """One source, as a page names it; ``date`` is the day, month or year that the source shows.

    ``publisher`` is one name, or one in each language; ``note`` says what of the source was read, or what it is about.
    """

    id: Slug
    title: Words
    publisher: Name
    note: Wording | None = None
    address: WebAddress | None = None
    http_only: Words | None = None
    language: Language
    date: LooseDate | None = None
    read: datetime.date
    archived: bool

    @property
    def anchor(self) -> str:
        """Return the anchor of the source on the page of sources."""
        return f"{ANCHOR}{self.id}"


def read_sources(
    document: YamlDocument, today: datetime.date, *, is_published: bool = False
) -> tuple[dict[str, Source], list[Finding]]:
    """Return the sources by their id; one for examples is a fault of a site that readers will get."""
    good, findings = validate_list(document, Source)
    sources: dict[str, Source] = {}
    for index, source in good.items():
        if source.id in sources:
            findings.append(
                Finding(
                    FILE, document.line(index, "id"), f"the id '{source.id}' stands twice", "choose another"
                )
            )
        if source.read > today + SOON:
            wrong = f"the source '{source.id}' was read on {source.read}, and it is {today} now"
            do = "write the day on which it was read"
            findings.append(Finding(FILE, document.line(index, "read"), wrong, do, is_fault=False))
        if source.address and source.address.startswith("http:") and not source.http_only:
            findings.append(
                Finding(
                    FILE,
                    document.line(index, "address"),
                    f"'{source.address}' starts with http:",
                    "write https:, or add 'http_only:' with the reason",
                    about=(source.address,),
                )
            )
        if is_published and source.address and is_for_examples(source.address):
            wrong = f"'{source.address}' is an address for examples, where readers find nothing"
            do = "write that of the source itself, or take the line out"
            findings.append(Finding(FILE, document.line(index, "address"), wrong, do))
        sources[source.id] = source
    return sources, [*document.findings, *findings]


def check_named(document: YamlDocument, named: Collection[str]) -> list[Finding]:
    """Find sources that nothing names: readers do not see those, and an editor would go on checking them.

    Where a name is misspelt, which is told elsewhere, nothing is found: its source only seems to have none.
    """
    ids = {entry["id"] for entry in document.value}
    return [
        Finding(
            FILE,
            document.line(index),
            f"no page, study, amount or line of the estimate names the source '{entry['id']}'",
            "name it where its fact stands, or take it out",
            is_fault=False,
        )
        for index, entry in enumerate(document.value)
        if entry["id"] not in named and ids.issuperset(named)
    ]


@dataclass(frozen=True)
class SourceView:
    """A source as one language shows it; dates are in words, and what is not known is empty."""

    title: str
    publisher: str
    note: str
    year: str
    date: str
    address: str
    lang: str
    read: str
    archived: bool
    anchor: str


def source_view(source: Source, lang: str) -> SourceView:
    """Return a source as a page of a language shows it."""
    return SourceView(
        title=source.title,
        publisher=source.publisher.in_language(lang),
        note=source.note.part(lang) if source.note else "",
        year=source.date[:4] if source.date else "",
        date=loose_date(source.date, lang) if source.date else "",
        address=source.address or "",
        lang=source.language,
        read=day(source.read, lang),
        archived=source.archived,
        anchor=source.anchor,
    )


def sources_markdown(
    sources: Sequence[Source], pages: Mapping[str, Sequence[str]], lang: str, words: Interface
) -> str:
    """Return the full record of each source as Markdown, with an anchor each, in the order of publishers.

    ``pages`` are the links to the pages that rest on a source, by its id.
    """
    by_publisher = sorted(
        sources, key=lambda source: (source.publisher.in_language(lang).casefold(), source.title)
    )
    return "\n".join(
        f"- {_record(source_view(source, lang), lang, words)} "
        f"{words.source_used_on} {', '.join(pages[source.id])}.\n    {{: #{source.anchor} }}"
        for source in by_publisher
    )


def _record(view: SourceView, lang: str, words: Interface) -> str:
    """Return all that is known of a source as Markdown; the title says its language, so that it is read out well."""
    title = f"[{view.title}]({view.address}){{ lang={view.lang} hreflang={view.lang} }}"
    if not view.address:
        title = f"*{view.title}*{{ lang={view.lang} }}"
    spoken = "" if view.lang == lang else words[f"source_in_{view.lang}"]
    read = (words.source_read_archived if view.archived else words.source_read).format(date=view.read)
    known = ", ".join(part for part in (title, view.note, view.date, spoken, read) if part)
    return f"**{view.publisher}**: {known}."
