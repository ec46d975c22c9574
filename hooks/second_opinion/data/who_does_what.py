"""Who does what in a second opinion, and what goes from whom to whom: data/who-does-what.yml."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from html import escape
from typing import Annotated, TypeVar

from pydantic import Field

from second_opinion.core.findings import Finding, did_you_mean
from second_opinion.core.languages import LANGUAGES
from second_opinion.core.records import ByLanguage, Slug, Strict, Words, YesOrNo, in_each_language
from second_opinion.core.validation import YamlDocument, validate_rest
from second_opinion.core.yaml_parser import KeyPath
from second_opinion.data.cases import Case, in_case, is_shown_in
from second_opinion.data.pictograms import check_icon

FILE = "data/who-does-what.yml"
NAME = "who_does_what"  # in {{ }}
HOSPITAL = "hospital"  # the party that lists on a hospital's own site call by its name
LANES = "lanes"  # the class of the whole drawing
WHO = "lanes-who"
FEWEST_LETTERS = 4  # for which a lane has room, as it has for its pictogram in a circle
MOST_LETTERS = 12  # of a word of a name, where four stand beside each other on a small phone
MOST_CHARACTERS = 120
# The class of a lane by the letters for which it has room, from the fewest on; its style gives it that width.
Short = Annotated[str, Field(min_length=1, max_length=MOST_CHARACTERS)]
ROOM = tuple(f"letters-{letters}" for letters in range(FEWEST_LETTERS, MOST_LETTERS + 1))


@in_each_language(Words)
class Name(ByLanguage):
    """The name of someone in each language."""


@in_each_language(Words)
class Party(ByLanguage):
    """Someone who does something: the name in each language, that in some cases, and the pictogram beside it."""

    id: Slug
    icon: Words
    if_: dict[Case, Name] = Field(alias="if", default={})

    def letters(self, lang: str) -> int:
        """Return for how many letters the name needs room: those of its longest word."""
        longest = max(map(len, self.part(lang).split()))
        return min(max(longest, FEWEST_LETTERS), MOST_LETTERS)


@in_each_language(Short)
class Sentence(ByLanguage):
    """What an arrow says in each language."""


@in_each_language(Short)
class Way(ByLanguage):
    """What goes from one party to another, in words that say all of it; ``back`` where something comes back.

    ``unless`` are the cases in which it does not stand there, ``only_if`` those in which alone it does.
    """

    from_: Slug = Field(alias="from")
    to: Slug
    back: YesOrNo = False
    unless: list[Case] = []
    only_if: list[Case] = []
    if_: dict[Case, Sentence] = Field(alias="if", default={})


Worded = TypeVar("Worded", Party, Way)


class WhoDoesWhat(Strict):
    """The parties, as they stand beside each other, the steps, and what happens besides."""

    parties: Annotated[list[Party], Field(min_length=1, max_length=4)]
    steps: Annotated[list[Way], Field(min_length=1)]
    besides: list[Way] = []

    def ways(self) -> list[tuple[int, int, bool]]:
        """Return for each arrow the places of the parties that it joins, and whether it points to both."""
        places = {party.id: place for place, party in enumerate(self.parties)}
        return [(places[way.from_], places[way.to], way.back) for way in (*self.steps, *self.besides)]

    def in_cases(self, cases: Sequence[str]) -> WhoDoesWhat:
        """Return the drawing as it says it in the cases that hold."""
        parties = [_worded(party, party.if_, cases) for party in self.parties]
        steps, besides = (
            [
                _worded(way, way.if_, cases)
                for way in ways
                if is_shown_in(cases, unless=way.unless, only_if=way.only_if)
            ]
            for ways in (self.steps, self.besides)
        )
        return self.model_copy(update={"parties": parties, "steps": steps, "besides": besides})


def _worded(one: Worded, wordings: Mapping[str, ByLanguage], cases: Sequence[str]) -> Worded:
    said = in_case(wordings, cases)
    return one.model_copy(update={lang: said.part(lang) for lang in LANGUAGES}) if said else one


def read_who_does_what(
    document: YamlDocument, icons: Collection[str]
) -> tuple[WhoDoesWhat | None, list[Finding]]:
    """Return what is to be drawn, None where it cannot be; ``icons`` are all pictograms."""
    drawing, rest, findings = validate_rest(document, WhoDoesWhat)
    findings = [*document.findings, *findings]
    if drawing is None:
        return None, findings
    is_whole, document = rest is document, rest
    parties = [*_check_parties(document, drawing.parties, icons)]
    ids = [party.id for party in drawing.parties]
    ways = [
        finding
        for part, listed in (("steps", drawing.steps), ("besides", drawing.besides))
        for index, way in enumerate(listed if is_whole else ())  # or a party may be one that is left out
        for finding in _check_way(document, part, index, way, ids)
    ]
    return drawing if is_whole and not ways else None, [*findings, *parties, *ways]


def _check_parties(
    document: YamlDocument, parties: Sequence[Party], icons: Collection[str]
) -> Iterator[Finding]:
    seen: set[str] = set()
    for index, party in enumerate(parties):
        if party.id in seen:
            line = document.line("parties", index, "id")
            yield Finding(FILE, line, f"the party '{party.id}' stands twice", "take one of the two out")
        seen.add(party.id)
        yield from check_icon(party.icon, icons, FILE, document.line("parties", index, "icon"))
        yield from _check_length_of_words(document, ("parties", index), party)
        for case, name in party.if_.items():
            yield from _check_length_of_words(document, ("parties", index, "if", case), name)


def _check_length_of_words(document: YamlDocument, at: KeyPath, name: ByLanguage) -> Iterator[Finding]:
    for lang in LANGUAGES:
        for word in name.part(lang).split():
            if len(word) > MOST_LETTERS:
                wrong = f"'{word}' has {len(word)} letters, {MOST_LETTERS} at most fit on a phone"
                yield Finding(FILE, document.line(*at, lang), wrong, "choose a shorter word, or write two")


def _check_way(
    document: YamlDocument, part: str, index: int, way: Way, ids: Collection[str]
) -> Iterator[Finding]:
    for key, party in (("from", way.from_), ("to", way.to)):
        if party not in ids:
            line = document.line(part, index, key)
            yield Finding(FILE, line, f"there is no party '{party}'", did_you_mean(party, ids))
    if way.from_ == way.to:
        line = document.line(part, index, "to")
        wrong = f"this arrow goes from '{way.to}' to '{way.to}'"
        yield Finding(FILE, line, wrong, "name two parties")


def who_does_what_html(drawing: WhoDoesWhat, lang: str) -> str:
    """Return the words of the drawing; its arrows and pictograms are drawn when the page is finished."""
    who = "".join(
        f'<li class="{ROOM[party.letters(lang) - FEWEST_LETTERS]}">{escape(party.part(lang))}</li>'
        for party in drawing.parties
    )
    steps = f"<ol>{_ways(drawing.steps, lang)}</ol>"
    besides = f"<ul>{_ways(drawing.besides, lang)}</ul>" if drawing.besides else ""
    return f'<div class="{LANES}"><ul class="{WHO}">{who}</ul>{steps}{besides}</div>'


def _ways(ways: Sequence[Way], lang: str) -> str:
    return "".join(f"<li><p>{escape(way.part(lang))}</p></li>" for way in ways)
