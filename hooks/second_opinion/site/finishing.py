"""Finished bodies of pages that one process made before and need not make again, with what the site needs of each.

A body follows from what was rendered and from the words, terms and drawings of the language. That is the key.
"""

from __future__ import annotations

from dataclasses import dataclass

from second_opinion.core.cache import SizedCache
from second_opinion.data.cost_texts import PLACE
from second_opinion.site.body import explained_ids
from second_opinion.site.rendering import MOST_CHARACTERS
from second_opinion.site.search_index import SearchSection, sections

FINISHED_BODIES = SizedCache["FinishedBody"](MOST_CHARACTERS)


@dataclass(frozen=True, slots=True)
class Outline:
    """What the rest of the site needs of a body: its sections for the search, the terms it explains, the estimate."""

    sections: tuple[SearchSection, ...]
    explained: frozenset[str]
    has_estimate: bool


@dataclass(frozen=True, slots=True)
class FinishedBody:
    """A body as its page shows it, drawings and all, and its outline."""

    html: str
    outline: Outline


def outline_of(body: str) -> Outline:
    """Return what the rest of the site needs of a finished body."""
    return Outline(sections(body), frozenset(explained_ids(body)), PLACE in body)
