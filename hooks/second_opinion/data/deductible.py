"""The deductible (eigen risico) by year: data/deductible.yml.

Amounts are whole euros. A year has an amount only where its own line stands in the data: the last known amount is
never used in its place.
"""

from __future__ import annotations

import datetime
from collections.abc import Collection
from itertools import pairwise
from typing import Annotated

from pydantic import Field

from second_opinion.core.findings import Finding, did_you_mean
from second_opinion.core.formatting import day, euro, euro_choices
from second_opinion.core.records import Strict
from second_opinion.core.validation import Located, check
from second_opinion.data.interface import Interface

FILE = "data/deductible.yml"
NOTICE_FROM_MONTH = 10
NAMES = (
    "deductible.year",
    "deductible.next_year",
    "deductible.table",
    "deductible.next",
    "deductible.compulsory",
    "deductible.max_voluntary",
    "deductible.voluntary_choices",
    "deductible.highest",
)

Euro = Annotated[int, Field(strict=True, ge=0, le=2000)]
SourceIds = Annotated[list[str], Field(min_length=1)]


class Compulsory(Strict):
    """The compulsory deductible of one year."""

    euro: Euro
    sources: SourceIds
    read: datetime.date
    confirmed: bool


class Voluntary(Strict):
    """The voluntary deductibles that people can choose, from the start date on."""

    euro: Annotated[list[Euro], Field(min_length=1)]
    sources: SourceIds
    read: datetime.date


class Deductible(Strict):
    """The whole table, each part by its start date."""

    compulsory: Annotated[dict[datetime.date, Compulsory], Field(min_length=1)]
    voluntary: Annotated[dict[datetime.date, Voluntary], Field(min_length=1)]

    def of(self, year: int) -> Compulsory | None:
        """Return the compulsory deductible of a year, or None where there is none in the data."""
        return self.compulsory.get(datetime.date(year, 1, 1))

    def voluntary_of(self, year: int) -> list[int]:
        """Return the voluntary deductibles of a year, in whole euros; empty where the data start later."""
        entry = self.voluntary_entry(year)
        return entry.euro if entry else []

    def voluntary_entry(self, year: int) -> Voluntary | None:
        """Return the voluntary deductibles of a year with their sources, or None where the data start later."""
        known = [start for start in self.voluntary if start.year <= year]
        return self.voluntary[max(known)] if known else None

    def named_sources(self) -> set[str]:
        """Return the ids of the sources of all amounts."""
        lists = [entry.sources for entry in self.compulsory.values()]
        lists += [entry.sources for entry in self.voluntary.values()]
        return {id_ for ids in lists for id_ in ids}


def read_deductible(
    located: Located, source_ids: Collection[str] | None, today: datetime.date
) -> tuple[Deductible | None, list[Finding]]:
    """Return the table, with findings about its form, its order and the years that it lacks.

    ``source_ids`` is None where the sources cannot be read.
    """
    table, findings = check(located, Deductible)
    findings = [*located.findings, *findings]
    if table is None:
        return None, findings
    findings += _check_dates(located, table)
    if source_ids is not None:
        findings += _check_sources(located, table, source_ids)
    return table, findings + _check_years(located, table, today)


def _check_dates(located: Located, table: Deductible) -> list[Finding]:
    findings = []
    for key, starts in (("compulsory", list(table.compulsory)), ("voluntary", list(table.voluntary))):
        for before, after in pairwise(starts):
            line = located.line(key, after.isoformat())
            if after <= before:
                findings.append(
                    Finding(FILE, line, f"{after} stands after {before}", "put the earliest date first")
                )
            elif key == "compulsory" and after.year > before.year + 1:
                findings.append(
                    Finding(
                        FILE,
                        line,
                        f"{after} follows {before}, so {before.year + 1} has no amount",
                        f"add '{before.year + 1}-01-01:' between the two",
                    )
                )
        findings += [
            Finding(
                FILE,
                located.line(key, start.isoformat()),
                f"{start} is not the first day of a year",
                f"write {start.year}-01-01",
            )
            for start in starts
            if (start.month, start.day) != (1, 1)
        ]
    return findings


def _check_sources(located: Located, table: Deductible, source_ids: Collection[str]) -> list[Finding]:
    findings = []
    parts: tuple[tuple[str, dict[datetime.date, Compulsory] | dict[datetime.date, Voluntary]], ...]
    parts = (("compulsory", table.compulsory), ("voluntary", table.voluntary))
    for key, entries in parts:
        for start, entry in entries.items():
            for index, source in enumerate(entry.sources):
                if source not in source_ids:
                    line = located.line(key, start.isoformat(), "sources", index)
                    wrong = f"the source '{source}' does not exist"
                    findings.append(Finding(FILE, line, wrong, did_you_mean(source, source_ids)))
    return findings


def _check_years(located: Located, table: Deductible, today: datetime.date) -> list[Finding]:
    findings = []
    last_line = located.line("compulsory", max(table.compulsory).isoformat())
    if table.of(today.year) is None:
        findings.append(
            Finding(
                FILE,
                last_line,
                f"there is no compulsory deductible for {today.year}, the last one is of {max(table.compulsory).year}",
                f"add '{today.year}-01-01:' with the amount, its source and the day it was looked up",
            )
        )
    if not table.voluntary_of(today.year):
        findings.append(
            Finding(
                FILE,
                located.line("voluntary"),
                f"there is no voluntary deductible for {today.year}",
                "add it",
            )
        )
    if today.month >= NOTICE_FROM_MONTH and table.of(today.year + 1) is None:
        findings.append(
            Finding(
                FILE,
                last_line,
                f"there is no compulsory deductible for {today.year + 1} yet",
                "look it up and add it, with 'confirmed: false' until it is official",
                is_fault=False,
            )
        )
    for start, entry in table.compulsory.items():
        if not entry.confirmed:
            findings.append(
                Finding(
                    FILE,
                    located.line("compulsory", start.isoformat(), "confirmed"),
                    f"the amount for {start.year} ({entry.euro} euro) is expected and not confirmed",
                    "look it up at the government, add that source and write 'confirmed: true'",
                    is_fault=False,
                )
            )
    return findings


def deductible_names(table: Deductible, today: datetime.date, lang: str, words: Interface) -> dict[str, str]:
    """Return the values that pages can name; a value that is not known now is left out."""
    values = {
        "deductible.year": str(today.year),
        "deductible.next_year": str(today.year + 1),
        "deductible.table": _table(table, today, lang, words),
        "deductible.next": _amount(table, today.year + 1, lang, words),
    }
    now, voluntary = table.of(today.year), table.voluntary_of(today.year)
    if now and voluntary:
        values["deductible.compulsory"] = _amount(table, today.year, lang, words)
        values["deductible.max_voluntary"] = euro(max(voluntary), lang)
        values["deductible.voluntary_choices"] = euro_choices(voluntary, lang)
        values["deductible.highest"] = euro(now.euro + max(voluntary), lang)
    return values


def _amount(table: Deductible, year: int, lang: str, words: Interface) -> str:
    entry = table.of(year)
    if entry is None:
        return words.amount_unknown
    amount = euro(entry.euro, lang)
    if entry.confirmed:
        return amount
    return f"{amount} ({words.amount_expected.format(date=day(entry.read, lang))})"


def _table(table: Deductible, today: datetime.date, lang: str, words: Interface) -> str:
    years = [start.year for start in table.compulsory if start.year >= today.year - 1]
    rows = [f"| {year} | {_amount(table, year, lang, words)} |" for year in sorted(years)]
    return "\n".join([f"| {words.year} | {words.compulsory_deductible} |", "|---|---|", *rows])
