"""The dates of brand.yml: which of them may be still to come, and after how long the build reminds of one."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping

from msgspec import Struct
from pydantic import BaseModel

from second_opinion.core.findings import Finding
from second_opinion.core.records import records_in
from second_opinion.core.validation import YamlDocument
from second_opinion.core.yaml_parser import KeyPath

WAITING_DAYS = 45


class Reminder(Struct, frozen=True):
    """How long something holds from its date on, and what the build says after that: ``{date}`` is the date."""

    days: int
    wrong: str
    do: str


class DateRule(Struct, frozen=True):
    """What holds for a date of brand.yml."""

    can_come: bool = False
    reminder: Reminder | None = None


DATE_RULES: Mapping[str, DateRule] = {
    "updated": DateRule(),
    "waiting_times.date": DateRule(
        reminder=Reminder(
            WAITING_DAYS,
            f"the waiting times are of {{date}}, more than {WAITING_DAYS} days ago, and are not shown",
            "look them up again, and write the new date",
        )
    ),
    "costs.date": DateRule(
        reminder=Reminder(
            366,
            "the amounts are of {date}, more than a year ago",
            "look them up again, and write the new date",
        )
    ),
    "costs.contracts.date": DateRule(),
    "costs.contracts.until": DateRule(
        can_come=True,
        reminder=Reminder(
            0,
            "the contracts with insurers ended on {date}, and are not shown",
            "look them up again, and write the new days",
        ),
    ),
    "reviewers.date": DateRule(),
}


def is_still_true(key: str, date: datetime.date, today: datetime.date) -> bool:
    """Tell whether what was so on the date of a key may still be shown without a word."""
    reminder = DATE_RULES[key].reminder
    return reminder is None or today - date <= datetime.timedelta(days=reminder.days)


def check_dates_to_come(document: YamlDocument, brand: BaseModel, today: datetime.date) -> list[Finding]:
    """Find days that are still to come, of something that was done."""
    return [
        document.finding(
            place,
            f"{document.quoted(place)} is {date}, which is still to come",
            "write the day on which it was done",
        )
        for place, key, date in _dates_in(brand)
        if date > today and not DATE_RULES[key].can_come
    ]


def check_dates_that_passed(document: YamlDocument, brand: BaseModel, today: datetime.date) -> list[Finding]:
    """Give a notice of what was looked up too long ago, or has ended."""
    return [
        Finding(
            document.file,
            document.line(*place),
            reminder.wrong.format(date=date),
            reminder.do,
            is_fault=False,
        )
        for place, key, date in _dates_in(brand)
        if (reminder := DATE_RULES[key].reminder) and not is_still_true(key, date, today)
    ]


def _dates_in(brand: BaseModel) -> Iterator[tuple[KeyPath, str, datetime.date]]:
    """Yield every date of a brand: its place, its key without the places in lists, and the day."""
    for place, record in records_in(brand):
        for name in type(record).model_fields:
            if isinstance(date := getattr(record, name), datetime.date):
                key = ".".join(part for part in (*place, name) if isinstance(part, str))
                yield (*place, name), key, date
