"""What is not yet there in another language, because its editor says so: a page, or a section of one.

A heading of the source language says it behind its anchor, for all that stands below it: ``## Ogen {#eyes
.not-yet-in-en}``. A page says it at its top: ``not_yet_in: [en]``.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterator

from msgspec import Struct

from second_opinion.core.cache import cached
from second_opinion.core.findings import NEAR, Finding
from second_opinion.core.languages import LANGUAGE_NAMES, SOURCE_LANGUAGE, TRANSLATIONS
from second_opinion.core.markdown_text import Heading, Text, headings, includes_in

MARK = "not-yet-in-"
MARKS = tuple(f"{MARK}{lang}" for lang in TRANSLATIONS)
ALIKE = "not-yet"  # what is meant to be a mark begins so, or is nearly one


class Waiting(Struct, frozen=True):
    """A section that another language lacks: its heading, and the anchor of the last section before it that is there.

    ``covered`` are its own anchor and those of the sections below it; ``end`` is the line behind them, 0 for the last.
    """

    heading: Heading
    after: str
    covered: frozenset[str]
    end: int


def mark_meant(name: str) -> str:
    """Return the mark that a class is, or is meant to be; nothing for one that is another.

    notyet-in-en => not-yet-in-en
    """
    near = difflib.get_close_matches(name, MARKS, n=1, cutoff=0 if name.startswith(ALIKE) else NEAR)
    return near[0] if near else ""


@cached
def waiting(text: Text, lang: str) -> tuple[Waiting, ...]:
    """Return the sections of a text that are not yet there in a language, in order."""
    found: list[Waiting] = []
    after, every = "", headings(text)
    covered_until = 0
    for index, heading in enumerate(every):
        if index < covered_until:
            continue
        if f"{MARK}{lang}" not in map(mark_meant, (*heading.classes, *heading.words)):
            after = heading.anchor
            continue
        below = (at for at in range(index + 1, len(every)) if every[at].level <= heading.level)
        covered_until = next(below, len(every))
        parts = every[index:covered_until]
        end = every[covered_until].line if covered_until < len(every) else 0
        found.append(Waiting(heading, after, frozenset(part.anchor for part in parts), end))
    return tuple(found)


def anchors_waiting(text: Text, lang: str) -> frozenset[str]:
    """Return the anchors of the sections that are not yet there in a language."""
    return frozenset[str]().union(*(one.covered for one in waiting(text, lang)))


def snippets_waiting(text: Text, lang: str) -> set[str]:
    """Return the snippets that stand where a language has nothing yet, and so need not be there either."""
    parts = [(one.heading.line, one.end or _line_behind(text)) for one in waiting(text, lang)]
    return {name for line, name in includes_in(text) if any(first < line < end for first, end in parts)}


def _line_behind(text: Text) -> int:
    """Return the line behind the last of a text."""
    return text.first_line + text.body.count("\n") + 1


def check_marks(text: Text, lang: str) -> Iterator[Finding]:
    """Find marks of no language, and those on a page that is no original of others."""
    for heading in headings(text):
        for mark in filter(mark_meant, heading.classes):
            wrong = f"the mark '.{mark}' is not known"
            if lang != SOURCE_LANGUAGE:
                wrong = f"the mark '.{mark}' belongs on the {LANGUAGE_NAMES[SOURCE_LANGUAGE]} page"
                yield Finding(text.file, heading.line, wrong, "take it out here")
            elif mark not in MARKS:
                yield Finding(text.file, heading.line, wrong, f"did you mean '.{mark_meant(mark)}'?")
        for word in filter(mark_meant, heading.words):
            wrong, do = f"no dot stands before '{word}'", f"write {{#{heading.anchor} .{mark_meant(word)}}}"
            yield Finding(text.file, heading.line, wrong, do)


def check_sections(original: Text, twin: Text, lang: str) -> Iterator[Finding]:
    """Give a notice of each section that waits for its translation, and find marks of what has come meanwhile."""
    there = {heading.anchor: heading.line for heading in headings(twin)}
    name = LANGUAGE_NAMES[lang]
    for one in waiting(original, lang):
        anchor, line = one.heading.anchor, one.heading.line
        if not set(one.heading.classes) & {*MARKS}:
            continue  # a misspelt mark is one finding, and no more
        if come := sorted(one.covered & there.keys(), key=lambda anchor: there[anchor]):
            wrong = f"the section '{anchor}' is marked as not yet in {name}"
            wrong += f", and '{come[0]}' stands in {twin.file} (line {there[come[0]]})"
            yield Finding(original.file, line, wrong, f"take '.{MARK}{lang}' out here")
        else:
            where = f"after '{one.after}'" if one.after else "at its beginning"
            wrong = f"the section '{anchor}' is not yet in {name}"
            do = f"write it in {twin.file} {where}, and then take '.{MARK}{lang}' out here"
            values = {"file": twin.file, "mark": f".{MARK}{lang}"}
            yield Finding(
                original.file, line, wrong, do, is_fault=False, name="section_not_yet", values=values
            )
