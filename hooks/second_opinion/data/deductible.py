"""The deductible (eigen risico) by year, and the rule by which it is charged: data/deductible.yml.

Amounts are whole euros. A year has an amount only where its own line stands in the data: the last known amount is
never used in its place. A rule is a name here; what it says stands in cost-rules.mjs, and is never changed for another
time: a new law is a new rule.
"""

from __future__ import annotations

import datetime
from collections.abc import Collection, Mapping
from itertools import pairwise
from typing import Annotated

from pydantic import Field

from second_opinion.core.findings import Finding, did_you_mean
from second_opinion.core.formatting import format_day, format_euro_choices, format_euros
from second_opinion.core.records import Strict, Words, YesOrNo
from second_opinion.core.validation import YamlDocument, validate_rest
from second_opinion.data.interface import NamedWords
from second_opinion.data.sources import SOON, message_of_missing_source

FILE = "data/deductible.yml"
NOTICE_FROM_MONTH = 10
EXPECTED = "amount_expected"  # what data/due.yml says of an amount that is not confirmed
# The rules that cost-rules.mjs knows.
RULE_NAMES = ("whole-deductible",)
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

YEARS = {  # the names of amounts that hold for one year, by the name of that year
    "deductible.year": ("deductible.compulsory", "deductible.highest"),
    "deductible.next_year": ("deductible.next",),
}

Euro = Annotated[int, Field(strict=True, ge=0, le=2000)]
SourceIds = Annotated[list[str], Field(min_length=1)]


class Compulsory(Strict):
    """The compulsory deductible of one year."""

    euro: Euro
    sources: SourceIds
    read: datetime.date
    confirmed: YesOrNo


class Voluntary(Strict):
    """The voluntary deductibles that people can choose, from the start date on."""

    euro: Annotated[list[Euro], Field(min_length=1)]
    sources: SourceIds
    read: datetime.date


class Rule(Strict):
    """The rule by which the deductible is charged, by name, from the start date up to and including ``until``."""

    rule: Words
    sources: SourceIds
    read: datetime.date
    until: datetime.date | None = None


Entry = Compulsory | Voluntary | Rule


class Deductible(Strict):
    """The whole table, each part by its start date."""

    compulsory: Annotated[dict[datetime.date, Compulsory], Field(min_length=1)]
    voluntary: Annotated[dict[datetime.date, Voluntary], Field(min_length=1)]
    rules: Annotated[dict[datetime.date, Rule], Field(min_length=1)]

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

    def rule_of(self, year: int) -> Rule | None:
        """Return the rule of a year, or None where none holds then."""
        holding = [
            rule
            for start, rule in self.rules.items()
            if start.year <= year and (rule.until is None or year <= rule.until.year)
        ]
        return holding[-1] if holding else None

    def parts(self) -> dict[str, Mapping[datetime.date, Entry]]:
        """Return each part by its key in the file."""
        return {"compulsory": self.compulsory, "voluntary": self.voluntary, "rules": self.rules}

    def named_sources(self) -> set[str]:
        """Return the ids of the sources of all amounts and rules."""
        return {id_ for part in self.parts().values() for entry in part.values() for id_ in entry.sources}


def is_confirmed(entry: Entry) -> bool:
    """Tell whether a source is sure of an entry; that of one year alone can wait for that."""
    return not isinstance(entry, Compulsory) or entry.confirmed


def format_entry(entry: Entry | None) -> str:
    """Return what an entry says, as an editor writes it."""
    if entry is None:
        return "gone"
    if isinstance(entry, Rule):
        return f"'{entry.rule}'"
    amounts = [entry.euro] if isinstance(entry, Compulsory) else entry.euro
    return f"{', '.join(map(str, amounts))} euro"


def read_deductible(
    document: YamlDocument,
    source_ids: Collection[str],
    today: datetime.date,
    rule_names: Collection[str] = RULE_NAMES,
) -> tuple[Deductible | None, list[Finding]]:
    """Return the table, with findings about its form, its order, its rules and the years that it lacks.

    without ``source_ids`` no source is looked up; ``rule_names`` are the rules that the script knows.
    """
    table, rest, findings = validate_rest(document, Deductible)
    findings = [*document.findings, *findings]
    if table is None:
        return None, findings
    findings += _check_days_of_reading(rest, table, today)
    if source_ids:
        findings += _check_sources(rest, table, source_ids)
    if rest is not document:
        return None, findings  # a year that is left out would be missed
    findings += _check_dates(document, table)
    findings += _check_rules(document, table, rule_names)
    return table, findings + _check_years(document, table, today)


def _check_dates(document: YamlDocument, table: Deductible) -> list[Finding]:
    findings = []
    for key, entries in table.parts().items():
        starts = list(entries)
        for before, after in pairwise(starts):
            line = document.line(key, after.isoformat())
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
                document.line(key, start.isoformat()),
                f"{start} is not the first day of a year",
                f"write {start.year}-01-01",
            )
            for start in starts
            if (start.month, start.day) != (1, 1)
        ]
    return findings


def _check_days_of_reading(document: YamlDocument, table: Deductible, today: datetime.date) -> list[Finding]:
    """Find what was read on a day to come: a notice where that is soon, as a build can be for an earlier day."""
    return [
        Finding(
            FILE,
            document.line(key, start.isoformat(), "read"),
            f"'read' is {entry.read}, and it is {today} now",
            "write the day on which it was read",
            is_fault=entry.read > today + SOON,
        )
        for key, entries in table.parts().items()
        for start, entry in entries.items()
        if entry.read > today
    ]


def _check_rules(document: YamlDocument, table: Deductible, names: Collection[str]) -> list[Finding]:
    findings = []
    for start, rule in table.rules.items():
        if rule.rule not in names:
            line = document.line("rules", start.isoformat(), "rule")
            wrong = f"the estimate knows no rule '{rule.rule}'"
            findings.append(Finding(FILE, line, wrong, did_you_mean(rule.rule, names)))
        findings += _check_end(document, start, rule)
    for (start, rule), (after, _) in pairwise(table.rules.items()):
        if start < after:
            findings += _check_next(document, start, rule, after)
    return findings + _check_years_have_rules(document, table)


def _check_end(document: YamlDocument, start: datetime.date, rule: Rule) -> list[Finding]:
    line = document.line("rules", start.isoformat(), "until")
    if rule.until is None:
        return []
    if rule.until < start:
        wrong = f"the rule of {start} ends before it begins, on {rule.until}"
        return [Finding(FILE, line, wrong, f"write 'until: {start.year}-12-31' or a later year")]
    if (rule.until.month, rule.until.day) == (12, 31):
        return []
    wrong = f"{rule.until} is not the last day of a year"
    return [Finding(FILE, line, wrong, f"write {rule.until.year}-12-31")]


def _check_next(
    document: YamlDocument, start: datetime.date, rule: Rule, after: datetime.date
) -> list[Finding]:
    """Find two rules that hold at one time, or a time between them in which none holds."""
    before = f"{after.year - 1}-12-31"
    line = document.line("rules", after.isoformat())
    if rule.until is None:
        wrong = f"the rule of {start} has no end, and the next begins on {after}"
        return [
            Finding(FILE, document.line("rules", start.isoformat()), wrong, f"add 'until: {before}' to it")
        ]
    if rule.until.year >= after.year:
        wrong = f"the rule of {after} begins before that of {start} ends, on {rule.until}"
        return [Finding(FILE, line, wrong, f"write 'until: {before}' there, if it holds until then")]
    if rule.until.year + 1 < after.year:
        wrong = f"the rule of {start} ends on {rule.until} and the next begins on {after}"
        do = f"add a rule from {rule.until.year + 1}-01-01, or write 'until: {before}'"
        return [Finding(FILE, line, f"{wrong}, so {rule.until.year + 1} has no rule", do)]
    return []


def _check_years_have_rules(document: YamlDocument, table: Deductible) -> list[Finding]:
    """Find years with an amount before the first rule or after the last one."""
    first, (last, rule) = min(table.rules), max(table.rules.items())
    findings = []
    for start in table.compulsory:
        line = document.line("compulsory", start.isoformat())
        if start.year < first.year:
            wrong = f"{start.year} has an amount and no rule, the first one begins on {first}"
            findings.append(
                Finding(FILE, line, wrong, "add the rule of that year at 'rules:', with its source")
            )
        elif rule.until is not None and start.year > rule.until.year:
            wrong = f"{start.year} has an amount and no rule, that of {last} ends on {rule.until}"
            do = "add the rule of that year at 'rules:', with its source, or take 'until:' out"
            findings.append(Finding(FILE, line, wrong, do))
    return findings


def _check_sources(document: YamlDocument, table: Deductible, source_ids: Collection[str]) -> list[Finding]:
    return [
        Finding(
            FILE,
            document.line(key, start.isoformat(), "sources", index),
            *message_of_missing_source(source, source_ids),
        )
        for key, entries in table.parts().items()
        for start, entry in entries.items()
        for index, source in enumerate(entry.sources)
        if source not in source_ids
    ]


def _check_years(document: YamlDocument, table: Deductible, today: datetime.date) -> list[Finding]:
    """Find amounts that lack this year, and give a notice of those of next year and of those that are expected."""
    wanted = (_without_compulsory, _without_voluntary, _without_next_year)
    findings = [finding for find in wanted if (finding := find(document, table, today))]
    return findings + _check_expected_amounts(document, table)


def _line_of_last_amount(document: YamlDocument, table: Deductible) -> int:
    return document.line("compulsory", max(table.compulsory).isoformat())


def _without_compulsory(document: YamlDocument, table: Deductible, today: datetime.date) -> Finding | None:
    if table.of(today.year) is not None:
        return None
    return Finding(
        FILE,
        _line_of_last_amount(document, table),
        f"there is no compulsory deductible for {today.year}, the last one is of {max(table.compulsory).year}",
        f"add '{today.year}-01-01:' with the amount, its source and the day it was looked up",
    )


def _without_voluntary(document: YamlDocument, table: Deductible, today: datetime.date) -> Finding | None:
    if table.voluntary_of(today.year):
        return None
    wrong = f"there is no voluntary deductible for {today.year}"
    return Finding(FILE, document.line("voluntary"), wrong, "add it")


def _without_next_year(document: YamlDocument, table: Deductible, today: datetime.date) -> Finding | None:
    year = today.year + 1
    if today.month < NOTICE_FROM_MONTH or table.of(year) is not None:
        return None
    return Finding(
        FILE,
        _line_of_last_amount(document, table),
        f"there is no compulsory deductible for {year} yet",
        "look it up and add it, with 'confirmed: false' until it is official",
        is_fault=False,
        name="amount_missing",
        values={"year": year},
    )


def _check_expected_amounts(document: YamlDocument, table: Deductible) -> list[Finding]:
    return [
        Finding(
            FILE,
            document.line("compulsory", start.isoformat(), "confirmed"),
            f"the amount for {start.year} ({entry.euro} euro) is expected and not confirmed",
            "look it up at the government, add that source and write 'confirmed: true'",
            is_fault=False,
            name=EXPECTED,
            values={"year": start.year, "euro": entry.euro},
        )
        for start, entry in table.compulsory.items()
        if not entry.confirmed
    ]


def deductible_names(table: Deductible, today: datetime.date, lang: str, words: NamedWords) -> dict[str, str]:
    """Return the values that pages can name; a value that is not known now is left out."""
    values = {
        "deductible.year": str(today.year),
        "deductible.next_year": str(today.year + 1),
        "deductible.table": _table(table, today, lang, words),
        "deductible.next": _format_amount(table, today.year + 1, lang, words),
    }
    now, voluntary = table.of(today.year), table.voluntary_of(today.year)
    if now and voluntary:
        values["deductible.compulsory"] = _format_amount(table, today.year, lang, words)
        values["deductible.max_voluntary"] = format_euros(max(voluntary), lang)
        values["deductible.voluntary_choices"] = format_euro_choices(voluntary, lang)
        values["deductible.highest"] = format_euros(now.euro + max(voluntary), lang)
    return values


def _format_amount(table: Deductible, year: int, lang: str, words: NamedWords) -> str:
    entry = table.of(year)
    if entry is None:
        return words.amount_unknown
    amount = format_euros(entry.euro, lang)
    if entry.confirmed:
        return amount
    return f"{amount} ({words.amount_expected.format(date=format_day(entry.read, lang))})"


def _table(table: Deductible, today: datetime.date, lang: str, words: NamedWords) -> str:
    years = [start.year for start in table.compulsory if start.year >= today.year - 1]
    rows = [f"| {year} | {_format_amount(table, year, lang, words)} |" for year in sorted(years)]
    return "\n".join([f"| {words.year} | {words.compulsory_deductible} |", "|---|---|", *rows])
