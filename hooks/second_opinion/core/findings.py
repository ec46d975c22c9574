"""What a check found, in words that an editor can act on."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator, Mapping

from msgspec import Struct, field

NEAR, NEAR_IF_SHORT, SHORT = 0.78, 0.57, 6  # how like another a word must be; letters of a short one
Message = tuple[str, str]  # what is wrong, and what to do
PART = 5  # letters that two words must share, where one is a part of the other


class Finding(Struct, frozen=True, eq=False):
    """One thing to mend: where it stands, what is wrong (both values), and what to do about it.

    A fault keeps the site from being published; a notice (``is_fault=False``) is only printed. ``file`` is relative
    to the project, ``line`` counts from 1; "" and 0 for what concerns no file. ``do`` may be empty where another
    program says what is wrong. Programs never read these words, but what stands beside them:

    - ``about``: what is wrong there as it is written (a target, an anchor, a word), which no check tells a second time
    - ``also``: the file and line of each further place that the words name
    - ``is_alone``: whether all else that is found in these files only follows from it, and is not told
    - ``place``: of a YAML file the key that is wrong, step by step
    - ``name``: what kind of finding it is, where programs ask or data/due.yml has its words (``notice_NAME``)
    - ``values``: of a finding with a name what differs between two, as the blanks of these words

    Two that say the same of one place are one.
    """

    file: str
    line: int
    wrong: str
    do: str
    is_fault: bool = True
    about: tuple[str, ...] = ()
    also: tuple[tuple[str, int], ...] = ()
    is_alone: bool = False
    place: tuple[str | int, ...] = ()
    name: str = ""
    values: Mapping[str, object] = field(default_factory=dict)

    @property
    def _told(self) -> tuple[str, int, str, str, bool]:
        return self.file, self.line, self.wrong, self.do, self.is_fault

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Finding) and self._told == other._told

    def __hash__(self) -> int:
        return hash(self._told)

    def __lt__(self, other: Finding) -> bool:
        return self._told < other._told

    def __str__(self) -> str:
        """Return the one line that an editor reads."""
        place = f"{self.file}:{self.line}: " if self.file else ""
        return f"{place}{self.wrong}; {self.do}" if self.do else f"{place}{self.wrong}"


def line_at(text: str, position: int, first_line: int = 1) -> int:
    """Return the number of the line on which a position of a text stands that begins on ``first_line``."""
    return first_line + text.count("\n", 0, position)


def word_meant(word: str, known: Iterable[str]) -> str:
    """Return the known word nearest to ``word``, or else one that is a part of it or has it; nothing without one.

    'kosten-nu' of 'kosten' and 'recht' => 'kosten'
    """
    choices = sorted(set(known))
    same = [one for one in choices if one.casefold() == word.casefold()]
    cutoff = NEAR_IF_SHORT if len(word) <= SHORT else NEAR
    near = same or difflib.get_close_matches(word, choices, n=1, cutoff=cutoff)
    near += [one for one in choices if min(len(one), len(word)) >= PART and (one in word or word in one)]
    return near[0] if near else ""


def did_you_mean(word: str, known: Iterable[str], *, if_new: str = "") -> str:
    """Return a question with the known word that is meant.

    When none is near: what to do with one that is new, or all known words.
    """
    choices = sorted(set(known))
    if meant := word_meant(word, choices):
        return f"did you mean '{meant}'?"
    if if_new:
        return if_new
    return f"known: {', '.join(choices)}" if choices else "none is known yet"


def format_all(things: Iterable[str]) -> str:
    """Return things as a finding names all of them: a, b and c."""
    *first, last = [*things] or [""]
    return f"{', '.join(first)} and {last}" if first else last


def message_of_missing_page(name: str, known: Iterable[str], became: Mapping[str, str]) -> Message:
    """Return what is wrong with the name of a page that is not there, and what to do.

    ``became`` names the page that took the place of each one that went.
    """
    now, names = became.get(name), set(known)
    if now in names:
        return (
            f"the page '{name}' has become '{now}'",
            f"write '{now}', or take this out where that stands already",
        )
    return f"the page '{name}' does not exist", did_you_mean(name, names)


def without_what_follows(findings: Iterable[Finding]) -> Iterator[Finding]:
    """Yield findings without those of files of which one alone is to be told."""
    every = [*findings]
    told = {file for one in every if one.is_alone for file in (one.file, *(file for file, _ in one.also))}
    yield from (one for one in every if one.is_alone or one.file not in told)


def faults(findings: Iterable[Finding]) -> list[Finding]:
    """Return the findings that keep the site from being published, in the order of files and lines."""
    return sorted({finding for finding in findings if finding.is_fault})


def notices(findings: Iterable[Finding]) -> list[Finding]:
    """Return the findings that are only printed, in the order of files and lines."""
    return sorted({finding for finding in findings if not finding.is_fault})
