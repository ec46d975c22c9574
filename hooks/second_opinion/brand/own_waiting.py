"""What the page about a brand says of how long people wait, and of that what other pages say."""

from __future__ import annotations

from collections.abc import Sequence

from second_opinion.brand.case_rules import is_wait_known_later
from second_opinion.brand.dates import is_still_true
from second_opinion.brand.route import Span, WaitingTime, WaitingTimes
from second_opinion.brand.speaker import MOST_POINTS, Speaker, bullets, said_where
from second_opinion.core.formatting import format_day
from second_opinion.data.interface import NamedWords

_of_waiting = said_where(lambda brand: brand.waiting_times)


@_of_waiting
def said_of_waiting(speaker: Speaker, waiting: WaitingTimes) -> list[str]:
    """Return all that is said of waiting: how long at each specialty, from when, and where that stands."""
    words = speaker.words
    own_table, (announced, waits) = _own_table_of_waits(speaker, waiting), _waits_that_hold(speaker, waiting)
    later = [words.waiting_after_review] if is_wait_known_later(speaker.brand) else []
    guide = [words.waiting_guide, *later]
    if not waits:
        return [*own_table, " ".join(guide)] if own_table else []
    rows = [f"| {speaker.say(entry.specialty)} | {_weeks(words, entry.weeks)} |" for entry in waits]
    table = "\n".join([f"| {words.waiting_specialty} | {words.waiting_weeks} |", "|---|---|", *rows])
    return [announced, table, " ".join(guide), *own_table]


@_of_waiting
def answer_of_waiting(speaker: Speaker, waiting: WaitingTimes) -> list[str]:
    """Return how long people wait at each specialty where these are few, or else where that stands."""
    words = speaker.words
    announced, waits = _waits_that_hold(speaker, waiting)
    if not 0 < len(waits) <= MOST_POINTS:
        own_table = _own_table_of_waits(speaker, waiting)
        return [*own_table, words.waiting_guide] if own_table else []
    points = []
    for entry in waits:
        said = words.waiting_one_week if entry.weeks == Span(1, 1) else words.waiting_in_weeks
        points.append(said.format(specialty=speaker.say(entry.specialty), weeks=_weeks(words, entry.weeks)))
    return [announced, *bullets(points)]


def _waits_that_hold(speaker: Speaker, waiting: WaitingTimes) -> tuple[str, Sequence[WaitingTime]]:
    """Return what announces the waits with their day, and those that may still be shown."""
    if waiting.date is None or not is_still_true("waiting_times.date", waiting.date, speaker.today):
        return "", []
    return speaker.words.waiting_on.format(date=format_day(waiting.date, speaker.lang)), waiting.weeks


def _own_table_of_waits(speaker: Speaker, waiting: WaitingTimes) -> list[str]:
    """Return the link to the waits on the site of the hospital, which says what they are listed by."""
    if waiting.address is None:
        return []
    words, given = speaker.words, speaker.brand.specialties
    said = words.waiting_link
    if waiting.listed_by == "illness" and given and given.disease:
        said = words.waiting_link_kind.format(disease=speaker.say(given.disease))
    elif waiting.listed_by:
        said = words[f"waiting_link_{waiting.listed_by}"]
    return [speaker.link(said, waiting.address)]


def _weeks(words: NamedWords, span: Span) -> str:
    if span.low == span.high:
        return str(span.low)
    return words.weeks_between.format(low=span.low, high=span.high)
