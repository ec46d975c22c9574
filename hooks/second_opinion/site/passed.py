"""What a page says by itself once a day has passed since it was built: the script ``passed.mjs`` looks at the clock.

Without the script nothing is lost: the year stands beside each amount, and the day of the next check in its sentence.
"""

from __future__ import annotations

from collections.abc import Mapping

from markupsafe import Markup

from second_opinion.data.deductible import YEARS
from second_opinion.data.interface import NamedWords

NOW = "{now}"  # the script puts the year of the reader's clock there


def last_day(year: int | str) -> str:
    """Return the last day of a year, as the script reads it."""
    return f"{year}-12-31"


def with_years(values: Mapping[str, str], words: NamedWords) -> dict[str, str]:
    """Return the values of a language for the body of a page: each year of an amount knows when it has passed."""
    return {**values, **{name: _year(values[name], words) for name in YEARS if name in values}}


def _year(year: str, words: NamedWords) -> str:
    said = words.amount_passed.format(year=year, now=NOW)
    marked = Markup('<time data-module="passed" data-until="{until}" data-said="{said}">{year}</time>')
    return str(marked.format(year=year, until=last_day(year), said=said))
