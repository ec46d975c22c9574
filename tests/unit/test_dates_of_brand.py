"""Every date of brand.yml has its rule: whether it may be still to come, and when the build reminds of it."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from typing import Any, get_args

import pytest
from pydantic import BaseModel

from second_opinion.brand.dates import DATE_RULES, check_dates_that_passed
from second_opinion.brand.model import Brand, read_brand
from second_opinion.core.validation import read_yaml

from .making import DAY

# A brand.yml that says each date, and nothing about a day beside it.
SAYING = {
    "updated": "updated: {day}",
    "waiting_times.date": "waiting_times: {{date: {day}, weeks: [{{specialty: {{nl: a, en: b}}, weeks: 2}}]}}",
    "costs.date": "costs: {{date: {day}, advance: 500}}",
    "costs.contracts.date": "costs: {{contracts: {{insurers: [A], date: {day}, until: 2099-12-31}}}}",
    "costs.contracts.until": "costs: {{contracts: {{insurers: [A], date: 2000-01-01, until: {day}}}}}",
    "reviewers.date": "reviewers: [{{name: J. Jansen, role: {{nl: arts, en: doctor}}, date: {day}, pages: [costs]}}]",
}


def findings_of(key: str, day: datetime.date) -> list[str]:
    """Return what is said on the day of the tests of a brand that says a date."""
    start = "name: {nl: Test, en: Trial}\nsite_url: https://house.example\n"
    document = read_yaml(start + SAYING[key].format(day=day), "brand.yml")
    brand, findings = read_brand(document, today=DAY)
    assert brand is not None, findings
    return [str(finding) for finding in (*findings, *check_dates_that_passed(document, brand, DAY))]


def dates_below(annotation: Any, way: tuple[str, ...] = ()) -> Iterator[str]:
    """Yield every key below a record that holds a date."""
    if annotation is datetime.date:
        yield ".".join(way)
    elif isinstance(annotation, type) and issubclass(annotation, BaseModel):
        for name, field in annotation.model_fields.items():
            yield from dates_below(field.annotation, (*way, name))
    else:
        for part in get_args(annotation):
            yield from dates_below(part, way)


def test_every_date_of_a_brand_has_a_rule_and_is_tried_here() -> None:
    dates = {*dates_below(Brand)}
    assert dates == DATE_RULES.keys(), (
        "write the date into DATE_RULES of brand/dates.py, or take it out there"
    )
    assert dates == SAYING.keys(), "write here a brand.yml that says the date"


@pytest.mark.parametrize("key", DATE_RULES)
def test_a_date_that_is_still_to_come_is_told_unless_it_may_be(key: str) -> None:
    told = [said.partition(" is ")[2] for said in findings_of(key, datetime.date(2098, 1, 1))]
    to_come = "2098-01-01, which is still to come; write the day on which it was done"
    assert told == ([] if DATE_RULES[key].can_come else [to_come])


@pytest.mark.parametrize("key", DATE_RULES)
def test_the_build_reminds_of_a_date_from_the_day_on_that_its_rule_says(key: str) -> None:
    reminder = DATE_RULES[key].reminder
    last = DAY - datetime.timedelta(days=reminder.days if reminder else 0)
    before = last - datetime.timedelta(days=1)
    assert findings_of(key, last) == []
    said = f"brand.yml:3: {reminder.wrong.format(date=before)}; {reminder.do}" if reminder else None
    assert findings_of(key, before) == ([said] if said else [])
