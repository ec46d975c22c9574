"""The sources that pages rest on, one file each: data/sources/."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from typing import Annotated

from msgspec import Struct
from msgspec.structs import replace
from pydantic import AfterValidator, Field

from second_opinion.core.addresses import host_for_examples
from second_opinion.core.findings import Finding, Message, did_you_mean
from second_opinion.core.formatting import format_day, format_loose_date
from second_opinion.core.records import (
    Language,
    NameByLanguage,
    Slug,
    Strict,
    WebAddress,
    Wording,
    Words,
    YesOrNo,
)
from second_opinion.core.validation import Entries, validate_each
from second_opinion.data.interface import NamedWords

FOLDER = "data/sources"
PAGE = "sources"
ANCHOR = "source-"
SOON = datetime.timedelta(days=31)  # a build for an earlier day is no fault of the sources


def _validate_day(value: str) -> str:
    year, *rest = map(int, value.split("-"))
    try:
        datetime.date(year, *(*rest, 1, 1)[:2])
    except ValueError:
        raise ValueError("no calendar has this day; correct it") from None
    return value


LooseDate = Annotated[str, Field(pattern=r"^\d{4}(-\d{2}){0,2}$"), AfterValidator(_validate_day)]


class Source(Strict):
    """One source; ``date`` is the day, month or year that the source shows.

    ``publisher`` is one name, or one in each language; ``note`` says what of the source was read, or what it is about.
    ``was`` are the names that it had before, or of sources whose place it took: a hospital may still name those.
    """

    title: Words
    publisher: NameByLanguage
    note: Wording | None = None
    address: WebAddress | None = None
    http_only: Words | None = None
    language: Language
    date: LooseDate | None = None
    read: datetime.date
    archived: YesOrNo
    was: list[Slug] = []


def read_sources(
    entries: Entries, today: datetime.date, *, is_published: bool = False
) -> tuple[dict[str, Source], list[Finding]]:
    """Return the sources by the names of their files; one for examples is a fault of a site that readers will get."""
    sources, findings = validate_each(entries, Source)
    for id_, source in sources.items():
        document = entries[id_]
        if source.read > today:
            wrong = f"the source '{id_}' was read on {source.read}, and it is {today} now"
            is_far = source.read > today + SOON
            do = "write the day on which it was read"
            findings.append(Finding(document.file, document.line("read"), wrong, do, is_fault=is_far))
        if source.address and source.address.startswith("http:") and not source.http_only:
            findings.append(
                Finding(
                    document.file,
                    document.line("address"),
                    f"'{source.address}' starts with http:",
                    "write https:, or add 'http_only:' with the reason",
                    about=(source.address,),
                )
            )
        if is_published and source.address and host_for_examples(source.address):
            wrong = f"'{source.address}' is an address for examples, where readers find nothing"
            do = "write that of the source itself, or take the line out"
            findings.append(Finding(document.file, document.line("address"), wrong, do))
    return sources, [*findings, *_check_twice(entries, sources), *_check_names_before(entries, sources)]


def _check_names_before(entries: Entries, sources: Mapping[str, Source]) -> Iterator[Finding]:
    """Find names before that are still those of a source, or that two sources had."""
    taken: dict[str, str] = {}
    for id_, source in sources.items():
        for index, old in enumerate(source.was):
            if old in entries:
                wrong = f"the source '{old}' is still there, and '{id_}' says that it was called so"
            elif taken.setdefault(old, id_) != id_:
                wrong = f"'{old}' is what '{taken[old]}' was called, and '{id_}' says so too"
            else:
                continue
            line = entries[id_].line("was", index)
            yield Finding(entries[id_].file, line, wrong, "keep one of the two")


def new_names(sources: Mapping[str, Source]) -> dict[str, str]:
    """Return how each source that had another name before is called now, by that name."""
    return {old: id_ for id_, source in sources.items() for old in source.was}


def _check_twice(entries: Entries, sources: Mapping[str, Source]) -> list[Finding]:
    """Find sources that stand there twice, and two that read the same."""
    findings = []
    for first, second in _pairs(sources, _address_of):
        dates = {sources[first].date, sources[second].date}
        if None in dates or len(dates) == 1:  # and not two editions
            at = sources[second].address
            wrong = f"'{second}' is the source '{first}' once more: both have the address {at}"
            do = f"name '{first}' in its place, and take this file out; of two editions each has a 'date' of its own"
            findings.append(Finding(entries[second].file, entries[second].line("address"), wrong, do))
    for first, second in _pairs(sources, _shown_of):
        wrong = f"readers cannot tell '{second}' from '{first}': title, publisher, date and note are the same"
        do = "say in a 'note' what sets this one apart"
        findings.append(Finding(entries[second].file, entries[second].line("title"), wrong, do))
    return findings


def _pairs(sources: Mapping[str, Source], of: Callable[[Source], object]) -> Iterator[tuple[str, str]]:
    """Yield the sources of which something is the same as of one before: (the first one, the other)."""
    known: dict[object, str] = {}
    for id_, source in sources.items():
        value = of(source)
        if value is not None and known.setdefault(value, id_) != id_:
            yield known[value], id_


def _address_of(source: Source) -> str | None:
    return source.address.partition("://")[2].rstrip("/") if source.address else None


def _shown_of(source: Source) -> object:
    return source.title, source.publisher, source.date, source.note


def message_of_missing_source(id_: str, source_ids: Collection[str], *, is_own: bool = False) -> Message:
    """Return what is wrong with the name of a source that is not there, and what to do; a brand adds none."""
    if_new = f"name one of those in {FOLDER}/, or take it out" if is_own else f"add it as {FOLDER}/{id_}.yml"
    do = did_you_mean(id_, source_ids, if_new=if_new)
    return f"the source '{id_}' does not exist", do


def check_named(entries: Entries, named: Collection[str]) -> list[Finding]:
    """Find sources that nothing names: readers do not see those, and an editor would go on checking them.

    Where a name is misspelt, nothing is found: that is reported where it is named, and its source only seems unused.
    """
    if not entries.keys() >= set(named):
        return []
    return [
        Finding(
            document.file,
            1,
            f"no page, study, amount or line of the estimate names the source '{id_}'",
            "name it where its fact stands, or take it out",
            is_fault=False,
        )
        for id_, document in entries.items()
        if id_ not in named
    ]


class SourceView(Struct, frozen=True):
    """A source as one language shows it; dates are in words, and what is not known is empty."""

    title: str
    publisher: str
    note: str
    year: str
    date: str
    address: str
    lang: str
    read: str
    is_archived: bool
    anchor: str
    is_namesake: bool = False


def source_views(ids: Iterable[str], sources: Mapping[str, Source], lang: str) -> list[SourceView]:
    """Return the sources of a page; of two with one name readers see the notes too, which tell them apart."""
    views = [source_view(id_, sources[id_], lang) for id_ in ids]
    names = Counter((view.title, view.publisher) for view in views)
    return [replace(view, is_namesake=names[view.title, view.publisher] > 1) for view in views]


def source_view(id_: str, source: Source, lang: str) -> SourceView:
    """Return a source as a page of a language shows it."""
    return SourceView(
        title=source.title,
        publisher=source.publisher.in_language(lang),
        note=source.note.part(lang) if source.note else "",
        year=source.date[:4] if source.date else "",
        date=format_loose_date(source.date, lang) if source.date else "",
        address=source.address or "",
        lang=source.language,
        read=format_day(source.read, lang),
        is_archived=source.archived,
        anchor=f"{ANCHOR}{id_}",
    )


def sources_markdown(
    sources: Mapping[str, Source], pages: Mapping[str, Sequence[str]], lang: str, words: NamedWords
) -> str:
    """Return the full record of each source of ``pages`` as Markdown, with an anchor each, in the order of publishers.

    ``pages`` are the links to the pages that rest on a source, by its id.
    """
    views = {id_: source_view(id_, sources[id_], lang) for id_ in pages}
    by_publisher = sorted(views, key=lambda id_: (views[id_].publisher.casefold(), views[id_].title))
    return "\n".join(
        f"- {_record(views[id_], lang, words)} "
        f"{words.source_used_on} {', '.join(pages[id_])}.\n    {{: #{views[id_].anchor} }}"
        for id_ in by_publisher
    )


def _record(view: SourceView, lang: str, words: NamedWords) -> str:
    """Return all that is known of a source as Markdown; the title says its language, so that it is read out well."""
    title = f"[{view.title}]({view.address}){{ lang={view.lang} hreflang={view.lang} }}"
    if not view.address:
        title = f"*{view.title}*{{ lang={view.lang} }}"
    spoken = "" if view.lang == lang else words[f"source_in_{view.lang}"]
    read = (words.source_read_archived if view.is_archived else words.source_read).format(date=view.read)
    known = ", ".join(part for part in (title, view.note, view.date, spoken, read) if part)
    return f"**{view.publisher}**: {known}."
