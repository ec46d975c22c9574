"""The sources that pages rest on: data/sources.yml."""

from __future__ import annotations

import datetime
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Annotated

from pydantic import AfterValidator, Field

from second_opinion.core.findings import Finding
from second_opinion.core.formatting import day, loose_date
from second_opinion.core.records import Language, Slug, Strict, WebAddress, Words
from second_opinion.core.validation import YamlDocument, validate_list
from second_opinion.data.interface import Interface

FILE = "data/sources.yml"
SOON = datetime.timedelta(days=31)  # a build for an earlier day is no fault of the sources


def _in_the_calendar(value: str) -> str:
    year, *rest = map(int, value.split("-"))
    try:
        datetime.date(year, *(*rest, 1, 1)[:2])
    except ValueError:
        raise ValueError("no calendar has this day; correct it") from None
    return value


LooseDate = Annotated[str, Field(pattern=r"^\d{4}(-\d{2}){0,2}$"), AfterValidator(_in_the_calendar)]


class Source(Strict):
    """One source, as a page names it; ``date`` is the day, month or year that the source shows."""

    id: Slug
    title: Words
    publisher: Words
    address: WebAddress | None = None
    http_only: Words | None = None
    language: Language
    date: LooseDate | None = None
    read: datetime.date
    archived: bool


def read_sources(document: YamlDocument, today: datetime.date) -> tuple[dict[str, Source], list[Finding]]:
    """Return the sources by their id."""
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
            f"no page, amount or line of the estimate names the source '{entry['id']}'",
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
    date: str
    address: str
    lang: str
    read: str
    archived: bool


def source_view(source: Source, lang: str) -> SourceView:
    """Return a source as a page of a language shows it."""
    return SourceView(
        source.title,
        source.publisher,
        loose_date(source.date, lang) if source.date else "",
        source.address or "",
        source.language,
        day(source.read, lang),
        source.archived,
    )


def sources_markdown(sources: Sequence[Source], lang: str, words: Interface) -> str:
    """Return a list of sources as Markdown, in the order of publishers."""
    views = sorted(
        (source_view(source, lang) for source in sources),
        key=lambda view: (view.publisher.casefold(), view.title),
    )
    return "\n".join(f"- {_source_markdown(view, words)}" for view in views)


def _source_markdown(view: SourceView, words: Interface) -> str:
    """Return one source as Markdown; the title says its language, so that it is read out well."""
    title = f"[{view.title}]({view.address}){{ lang={view.lang} hreflang={view.lang} }}"
    if not view.address:
        title = f"*{view.title}*{{ lang={view.lang} }}"
    read = (words.source_read_archived if view.archived else words.source_read).format(date=view.read)
    return ", ".join(part for part in (f"{view.publisher}: {title}", view.date, read) if part) + "."
