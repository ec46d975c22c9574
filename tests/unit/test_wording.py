"""Dates and amounts as each language writes them."""

from __future__ import annotations

import datetime

import pytest

from second_opinion.core.formatting import (
    format_day,
    format_euro_choices,
    format_euros,
    format_loose_date,
    with_soft_breaks,
)


@pytest.mark.parametrize(
    ("date", "lang", "words"),
    [
        ("2026-11-22", "nl", "22 november 2026"),
        ("2026-11-22", "en", "22 November 2026"),
        ("2027-03-01", "nl", "1 maart 2027"),
        ("2027-03-01", "en", "1 March 2027"),
    ],
)
def test_a_day_in_words(date: str, lang: str, words: str) -> None:
    assert format_day(datetime.date.fromisoformat(date), lang) == words


@pytest.mark.parametrize(
    ("date", "lang", "words"),
    [
        ("2026", "nl", "2026"),
        ("2026-05", "nl", "mei 2026"),
        ("2026-05", "en", "May 2026"),
        ("2026-05-09", "nl", "9 mei 2026"),
        ("2026-05-09", "en", "9 May 2026"),
    ],
)
def test_a_date_shows_no_more_than_is_known(date: str, lang: str, words: str) -> None:
    assert format_loose_date(date, lang) == words


@pytest.mark.parametrize(
    ("amount", "lang", "words"),
    [
        (0, "nl", "0\u00a0euro"),
        (385, "nl", "385\u00a0euro"),
        (385, "en", "385\u00a0euros"),
        (1, "nl", "1\u00a0euro"),
        (1, "en", "1\u00a0euro"),
        (1250, "nl", "1.250\u00a0euro"),
        (1250, "en", "1,250\u00a0euros"),
    ],
)
def test_whole_euros_stay_on_one_line(amount: int, lang: str, words: str) -> None:
    assert format_euros(amount, lang) == words


@pytest.mark.parametrize(
    ("amounts", "lang", "words"),
    [
        ([100, 200, 300], "nl", "100, 200 of 300\u00a0euro"),
        ([100, 200, 300], "en", "100, 200 or 300\u00a0euros"),
        ([100, 500], "nl", "100 of 500\u00a0euro"),
        ([500], "nl", "500\u00a0euro"),
        ([500], "en", "500\u00a0euros"),
    ],
)
def test_a_choice_of_amounts(amounts: list[int], lang: str, words: str) -> None:
    assert format_euro_choices(amounts, lang) == words


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        ("Radboudumc Expertisecentrum", "Radboudumc Expertise|centrum"),
        ("Kankerexpertisecentrum", "Kanker|expertise|centrum"),
        ("Orthopediecentrumgroep", "Orthopedie|centrum|groep"),
        ("Kankercentrum", "Kanker|centrum"),
        ("Antoni van Leeuwenhoek", "Antoni van Leeuwenhoek"),
        ("Oogziekenhuis", "Oogziekenhuis"),
        ("het Elisabeth-TweeSteden Ziekenhuis", "het Elisabeth-TweeSteden Ziekenhuis"),
    ],
)
def test_a_long_name_can_break_before_a_word_in_it_and_a_short_one_stays_whole(name: str, parts: str) -> None:
    assert with_soft_breaks(name) == parts.replace("|", "\u00ad")
