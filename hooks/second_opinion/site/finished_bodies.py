"""Bodies of pages as readers get them: made of one record, and kept for the next build of the same process.

A body is made of its ``BodyInputs`` alone, and that is the key of what is kept: what is added to it is in the key too.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cached_property
from html import unescape
from pathlib import Path

from msgspec import Struct
from msgspec.structs import astuple

from second_opinion.core.cache import SizedCache
from second_opinion.core.findings import Finding
from second_opinion.data.cost_texts import PLACE
from second_opinion.data.glossary import Term
from second_opinion.data.interface import NamedWords, check_missed_words
from second_opinion.data.studies import Study
from second_opinion.data.tools import Tool
from second_opinion.site.bars import add_bars
from second_opinion.site.body import NotYet, Vocabulary, explained_ids, finish_body
from second_opinion.site.diagrams import Lane, add_diagrams
from second_opinion.site.drawn_pictograms import add_pictograms
from second_opinion.site.rendering import MOST_CHARACTERS, key_of_parts
from second_opinion.site.search_index import SearchSection, search_sections
from second_opinion.site.tool_view import TOOL_PLACE, with_lines

FINISHED_BODIES = SizedCache["FinishedBody | BodyWithLists"](MOST_CHARACTERS)


class LanguageInputs(Struct, frozen=True, kw_only=True, dict=True):
    """What the bodies of all pages of a language are made of, beside their own texts.

    ``source_words`` are the words of the source language that a page in another one may name, ``boxes`` the numbers of
    the pictograms by kind of box, ``ways`` and ``lanes`` those of the arrows of who does what.
    """

    lang: str
    words: NamedWords
    terms: Sequence[Term]
    source_words: Sequence[str]
    left_out: Sequence[str]
    boxes: Mapping[str, str]
    studies: Sequence[Study]
    ways: Sequence[tuple[int, int, bool]]
    lanes: Sequence[Lane]

    @cached_property
    def key(self) -> str:
        """Return a key of all that it holds."""
        return key_of_parts(self)


class BodyInputs(Struct, frozen=True, kw_only=True):
    """All that the body of a page is made of: what was rendered, what its page brings, and what its language does.

    ``names`` are those of the hospital that the body says, in which no word is hard: only these, so that a body without
    them serves all hospitals. ``words_address`` leads to the page of words, and is empty where there is none; ``steps``
    are the numbers of the pictograms of the steps of the home page.
    """

    html: str
    name: str
    names: Sequence[str]
    words_address: str
    steps: Sequence[str]
    not_yet: Sequence[NotYet]
    language: LanguageInputs

    @property
    def key(self) -> str:
        """Return a key of all that it holds."""
        *of_page, language = astuple(self)
        return key_of_parts(*of_page, language.key)  # which is made once for all pages


class Outline(Struct, frozen=True):
    """What the rest of the site needs of a body: the terms it explains, and whether it has the estimate."""

    explained: frozenset[str]
    has_estimate: bool


class FinishedBody(Struct, frozen=True):
    """A body as its page shows it, drawings and all, its sections for the search, and its outline."""

    html: str
    sections: tuple[SearchSection, ...]
    outline: Outline


class BodyWithLists(Struct, frozen=True):
    """A body in which lists have a place, with and without its drawings; their lines may name a hospital."""

    html: str
    plain: str

    def finished(self, tools: Mapping[str, Tool], lang: str) -> FinishedBody:
        """Return the body with what it says where the lists are these."""
        return _with_what_it_says(self.html, with_lines(tools, lang, self.plain))


def said_in(html: str, names: Sequence[str]) -> list[str]:
    """Return the names that stand in a body, like ``A & B`` in ``<p>Bel A &amp; B.</p>``."""
    readable = unescape(html)
    return [name for name in names if name in readable]


def finish_or_reuse(
    inputs: BodyInputs,
    tools: Mapping[str, Tool],
    find_file: Callable[[str], Path | None],
    check: Callable[[str], list[Finding]],
) -> tuple[FinishedBody, list[Finding]]:
    """Return the body of a page, and what ``check`` finds in it; what was made of the same inputs is not made again.

    The lines of ``tools`` may name a hospital, so they are put in last: what is around them serves all. Only a sound
    body is kept, and none with an image: what ``find_file`` finds may be another file by then.
    """
    key = "" if FINISHED_BODIES.is_closed else inputs.key
    kept, findings = FINISHED_BODIES.get(key), list[Finding]()
    if kept is None:
        body, findings = _plain_body(inputs, find_file, check)
        html = _add_drawings(body, inputs)
        kept = BodyWithLists(html, body) if TOOL_PLACE.search(body) else _with_what_it_says(html, body)
        if not (findings or check_missed_words([inputs.language.words]) or "<img" in body):
            FINISHED_BODIES.put(key, kept, len(html) + len(body))
    if isinstance(kept, BodyWithLists):
        return kept.finished(tools, inputs.language.lang), findings
    return kept, findings


def _plain_body(
    inputs: BodyInputs, find_file: Callable[[str], Path | None], check: Callable[[str], list[Finding]]
) -> tuple[str, list[Finding]]:
    """Return the body of a page without drawings, and what is wrong with it."""
    language = inputs.language
    body = finish_body(
        inputs.html,
        name=inputs.name,
        words=language.words,
        vocabulary=Vocabulary(
            language.lang,
            language.terms,
            inputs.words_address,
            frozenset(language.source_words),
            inputs.names,
        ),
        find_file=find_file,
        left_out=language.left_out,
        not_yet=inputs.not_yet,
    )
    return body, check(body)


def _with_what_it_says(html: str, body: str) -> FinishedBody:
    """Return the HTML of a body with what the search and the rest of the site need of it, without its drawings."""
    outline = Outline(frozenset(explained_ids(body)), PLACE in body)
    return FinishedBody(html, search_sections(body), outline)


def _add_drawings(body: str, inputs: BodyInputs) -> str:
    """Return a finished body with its bars, its pictograms and what is drawn from data."""
    language = inputs.language
    marked = add_pictograms(add_bars(body), boxes=language.boxes, steps=inputs.steps)
    return add_diagrams(marked, studies=language.studies, ways=language.ways, lanes=language.lanes)
