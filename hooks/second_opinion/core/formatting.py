"""Dates and amounts as each language writes them."""

from __future__ import annotations

import datetime
import math
import re
from collections.abc import Sequence
from decimal import Decimal
from functools import reduce

from babel.dates import format_date, get_month_names
from babel.lists import format_list
from babel.numbers import format_currency, format_decimal

from second_opinion.core.cache import cached
from second_opinion.core.languages import LOCALES

# What long names of hospitals are made of. No browser hyphenates a Dutch word that begins with a capital.
PART_OF_LONG_WORD = re.compile(
    r"(?<=\w{5})(?=(?:centr(?:um|a)|klinieken|kliniek|ziekenhui[sz]|gasthuis|instituut|expertise|groep|netwerk|"
    r"praktijk|behandel|medisch|centre|hospital)\w*)",
    re.IGNORECASE,
)
LONG_WORD = re.compile(r"\w{13,}")
SOFT_HYPHEN = "\u00ad"
# Within a word, or before a letter that stands for a word; a word processor curls that one the wrong way: ‘s avonds.
# Two patterns that begin with one character each are looked for far more quickly than one.
CURLED_APOSTROPHES = (
    re.compile(r"’(?:(?<=\w’)(?=\w)|(?<!\w’)(?=[stn][\s-]))"),
    re.compile(r"‘(?<!\w‘)(?=[stn][\s-])"),
)
BEFORE_ADDRESS = re.compile(r"(?:href|src)=\\?\"[^\"\s<>]*$|://[^\"\s<>]*$")
MOST_OF_ADDRESS = 500  # characters before an apostrophe in one


def with_straight_apostrophes(text: str) -> str:
    """Return a text or HTML with the apostrophe that a keyboard has, however it was typed; quotes and addresses stay.

    "Bel ’s avonds, met foto’s: ‘Kan het?’" => "Bel 's avonds, met foto's: ‘Kan het?’"
    """

    def straight(found: re.Match[str]) -> str:
        before = found.string[max(0, found.start() - MOST_OF_ADDRESS) : found.start()]
        return found[0] if BEFORE_ADDRESS.search(before) else "'"

    return reduce(lambda words, curled: curled.sub(straight, words), CURLED_APOSTROPHES, text)


def with_soft_breaks(text: str) -> str:
    """Return a text of which a long word can break, with a hyphen, before a part that is a word itself."""
    return LONG_WORD.sub(lambda word: PART_OF_LONG_WORD.sub(SOFT_HYPHEN, word[0]), text)


@cached
def format_day(date: datetime.date, lang: str) -> str:
    """Return a date in words: 22 november 2026."""
    return format_date(date, "d MMMM y", locale=LOCALES[lang])


@cached
def months_by_name(lang: str) -> dict[str, int]:
    """Return the numbers of the months by their names in small letters."""
    return {name.lower(): number for number, name in get_month_names("wide", locale=LOCALES[lang]).items()}


@cached
def format_loose_date(text: str, lang: str) -> str:
    """Return a date of which perhaps only the year, or year and month, are known, in words."""
    parts = [int(part) for part in text.split("-")]
    shape = ("y", "MMMM y", "d MMMM y")[len(parts) - 1]
    whole = datetime.date(parts[0], *[*parts[1:], 1, 1][:2])
    return format_date(whole, shape, locale=LOCALES[lang])


@cached
def format_euros(amount: int, lang: str) -> str:
    """Return whole euros in words: 385 euro, 1.250 euro; 385 euros and 1 euro in English.

    The space is one at which no line breaks.
    """
    return format_currency(
        amount,
        "EUR",
        locale=LOCALES[lang],
        format_type="name",
        currency_digits=False,
        decimal_quantization=False,
    ).replace(" ", "\u00a0")


def format_cents(cents: int, lang: str) -> str:
    """Return whole cents in words: 385 euro, or 136,56 euro where it is no whole number of euros."""
    if cents % 100 == 0:
        return format_euros(cents // 100, lang)
    shown = format_currency(Decimal(cents) / 100, "EUR", locale=LOCALES[lang], format_type="name")
    return shown.replace(" ", "\u00a0")


def format_size(size: int) -> str:
    """Return the size of a file as people say it, never less than it is: 300_400 => 301 kB."""
    return f"{math.ceil(size / 1000):,} kB"


def format_euro_choices(amounts: Sequence[int], lang: str) -> str:
    """Return a choice of amounts in words: 100, 200 of 300 euro."""
    *first, last = amounts
    numbers = [format_decimal(amount, locale=LOCALES[lang]) for amount in first]
    return format_list([*numbers, format_euros(last, lang)], style="or", locale=LOCALES[lang])
