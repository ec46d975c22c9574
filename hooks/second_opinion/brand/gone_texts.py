"""A text of a brand whose shared one is gone: what took its place, and where each line belongs now."""

from __future__ import annotations

import difflib
import re
import shlex
from collections.abc import Collection, Iterable, Sequence
from pathlib import PurePosixPath

from msgspec import Struct

from second_opinion.core.findings import Finding, format_all
from second_opinion.core.markdown_text import without_targets

ALIKE = 0.5  # of their words; a line that is less like each of ours goes with the one above it
WORD = re.compile(r"[^\W\d_]+")


class Heir(Struct, frozen=True):
    """A shared text that says now what another one said.

    ``file`` is that of a passage, or of a page, of which ``section`` names a part. ``said`` is what readers see there,
    and ``every_case`` what it says to readers of any hospital.
    """

    file: str
    section: str
    said: str
    every_case: str

    @property
    def called(self) -> str:
        """Return how it is told in few words."""
        name = PurePosixPath(self.file).name
        return f"the section '#{self.section}' of {name}" if self.section else name


class GoneText(Struct, frozen=True):
    """A text of a brand whose shared text is gone, and the shared texts that took its place."""

    file: str
    text: str
    heirs: Sequence[Heir]


def findings_of_gone_texts(
    gone: Iterable[GoneText], folder: str, recorded: str, compared: Collection[str]
) -> list[Finding]:
    """Return what became of each shared text and what to do, in order: once for all languages of a text.

    ``folder`` is that of the brand, and ``recorded`` the file in which a line says of which texts (``compared``) when
    they were compared with ours.
    """
    by_name: dict[str, list[GoneText]] = {}
    for one in gone:
        by_name.setdefault(PurePosixPath(one.file).name, []).append(one)
    return [_finding_of(texts, folder, recorded, compared) for texts in by_name.values()]


def _finding_of(texts: Sequence[GoneText], folder: str, recorded: str, compared: Collection[str]) -> Finding:
    """Return what became of a shared text, which is gone in each of its languages, and the steps that follow."""
    first, *twins = texts
    places = [(one, heir, lines) for one in texts for heir, lines in _lines_by_heir(one.text, one.heirs)]
    steps = [
        _describe_step(heir, lines, "" if one is first else one.file) for one, heir, lines in places
    ] or ["there is nothing to keep, as ours says all that yours says"]
    steps.append(_describe_removal([one.file for one in texts], recorded, compared))
    names = dict.fromkeys(PurePosixPath(heir.file).stem for _, heir, _ in places)
    if names:
        commands = [f"'make compared BRAND={shlex.quote(folder)} PAGE={name}'" for name in names]
        steps.append(f"run {format_all(commands)}")
    do = ", ".join(f"({number}) {step}" for number, step in enumerate(steps, 1))
    also = tuple((f"{folder}/{twin.file}", 1) for twin in twins)
    wrong = f"the shared {first.file} {_describe_heirs(first.heirs, twins)}, so nobody reads yours"
    return Finding(f"{folder}/{first.file}", 1, wrong, f"in this order: {do}", also=also)


def _describe_heirs(heirs: Sequence[Heir], twins: Iterable[GoneText]) -> str:
    """Return what a shared text became, and that its twins in other languages did: is costs.md now, as is ..."""
    called = [heir.called for heir in heirs]
    if len(called) == 1:
        became, so_did = f"is {called[0]} now", "as is"
    else:
        became, so_did = f"became {len(called)}: {format_all(called)}", "and so did"
    return became + "".join(f", {so_did} {twin.file}" for twin in twins)


def _describe_removal(files: Sequence[str], recorded: str, compared: Collection[str]) -> str:
    """Return what goes: the texts of the brand, and the lines in which they are recorded where one is."""
    lines = "its line" if len(files) == 1 else "their lines"
    is_recorded = not {*files}.isdisjoint(compared)
    return f"take {format_all(files)} away" + (f", and {lines} in {recorded}" if is_recorded else "")


def _describe_step(heir: Heir, lines: Sequence[int], file: str) -> str:
    """Return where some lines of a text of the brand go: into its own copy of a shared text."""
    where = f"at '#{heir.section}' in" if heir.section else "into"
    told = f"line {lines[0]}" if len(lines) == 1 else f"lines {format_all(str(line) for line in lines)}"
    told += f" of {file}" if file else ""
    return f"put {told} {where} a copy of our {heir.file} in your folder"


def _lines_by_heir(text: str, heirs: Sequence[Heir]) -> list[tuple[Heir, list[int]]]:
    """Return which lines of a text belong to which heir, by the words that they share, but for lines that it has too.

    A line that resembles no shared text belongs where the line above it does.
    """
    belongs: dict[Heir, list[int]] = {}
    last = heirs[0]
    for number, line in enumerate(text.splitlines(), 1):
        if not line.strip():
            continue
        likeness = [_nearness(line, heir.every_case) for heir in heirs]
        near = max(range(len(heirs)), key=likeness.__getitem__)
        last = heirs[near] if likeness[near] >= ALIKE else last
        if line.strip() not in map(str.strip, last.said.splitlines()):
            belongs.setdefault(last, []).append(number)
    return [*belongs.items()]


def _nearness(line: str, said: str) -> float:
    return max((_likeness(line, other) for other in said.splitlines()), default=0.0)


def _likeness(line: str, other: str) -> float:
    """Return how much of their words two lines share, in order."""
    return difflib.SequenceMatcher(a=_words(line), b=_words(other), autojunk=False).ratio()


def _words(line: str) -> list[str]:
    return [word.lower() for word in WORD.findall(without_targets(line))]
