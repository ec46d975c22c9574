"""What each English text was translated from: data/translations.yml.

Each English page and snippet has the hash of every section of the Dutch text that it was made from, so that a build can
say which sections have changed since. White space and addresses do not count.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from pydantic import RootModel

from second_opinion.core.findings import Finding, did_you_mean
from second_opinion.core.markdown_text import HEADING, Text, split_front_matter, without_targets
from second_opinion.core.remembering import remembered
from second_opinion.core.validation import YamlDocument, validate
from second_opinion.texts.parity import sections

FILE = "data/translations.yml"
ADDRESS_OF_PAGE = re.compile(r"^(?:slug|moved_from):.*$", re.MULTILINE)
BEGIN = "begin"
LENGTH = 8


class Translations(RootModel[dict[str, dict[str, str]]]):
    """The hashes of the Dutch sections by English file and anchor."""


@dataclass(frozen=True)
class SectionHash:
    """A section of a Dutch text: its anchor, its line and the hash of what it says."""

    anchor: str
    line: int
    hash: str


@remembered
def sections_of(dutch: str, file: str) -> tuple[SectionHash, ...]:
    """Return the sections of a Dutch file, the front matter and what stands before the first heading as one."""
    front, body, body_line = split_front_matter(dutch)
    first, *rest = sections(Text(file, body, body_line))
    said = "\n".join(line for line in front.splitlines() if line.startswith(("title:", "description:")))
    return (
        SectionHash(BEGIN, 1, hash_of(f"{said}\n{first.body}")),
        *(SectionHash(_anchor(part), part.first_line, hash_of(part.body)) for part in rest),
    )


def _anchor(part: Text) -> str:
    match = HEADING.match(part.body.split("\n", 1)[0])
    return (match.group(3) or match.group(2)) if match else BEGIN


@remembered
def hash_of(text: str) -> str:
    """Return a short hash of what a text says; white space and addresses do not count."""
    said = " ".join(ADDRESS_OF_PAGE.sub("]", without_targets(text)).split())
    return hashlib.sha256(said.encode()).hexdigest()[:LENGTH]


def line_for(file: str, source: Sequence[SectionHash]) -> str:
    """Return the line that says: this text was made from the sections of its source as they are now."""
    return f"{file}: {{{hashes_of(source)}}}"


def hashes_of(sections: Sequence[SectionHash]) -> str:
    """Return the sections of a text with their hashes, as they are written down."""
    return ", ".join(f'{section.anchor}: "{section.hash}"' for section in sections)


def check_translations(
    document: YamlDocument, dutch: Mapping[str, Sequence[SectionHash]], dutch_files: Mapping[str, str]
) -> tuple[set[str], list[Finding]]:
    """Compare what English texts were made from with the Dutch of now.

    ``dutch`` holds the sections, and ``dutch_files`` the file, of the Dutch twin of each English file. Returns the
    English files that are behind, and the findings: a notice for each of them, a fault for a line that is missing or
    that belongs to no text.
    """
    known, findings = validate(document, Translations)
    findings = [*document.findings, *findings]
    if known is None:
        return set(), findings
    behind: set[str] = set()
    for english, now in dutch.items():
        then = known.root.get(english)
        if then is None:
            findings.append(
                Finding(
                    FILE,
                    1,
                    f"'{english}' is missing",
                    f"when it says what {dutch_files[english]} says, add this line: {line_for(english, now)}",
                )
            )
        elif changed := changed_sections(then, now):
            behind.add(english)
            findings.append(_behind(english, dutch_files[english], changed, now))
    for english in known.root:
        if english not in dutch:
            findings.append(
                Finding(
                    FILE,
                    document.line(english),
                    f"there is no text '{english}' that has a Dutch twin",
                    f"take the line out, or {did_you_mean(english, dutch)}",
                )
            )
    return behind, findings


@dataclass(frozen=True)
class Changed:
    """Which sections of a text changed since something was made from it, in words, and the line of the first one."""

    told: str
    line: int


def changed_sections(then: Mapping[str, str], now: Sequence[SectionHash]) -> Changed | None:
    """Return what changed, by anchors: sections that are new, other or gone; None where nothing did."""
    lines = {section.anchor: section.line for section in now}
    changed = [section.anchor for section in now if then.get(section.anchor) != section.hash]
    changed += [anchor for anchor in then if anchor not in lines]
    if not changed:
        return None
    kinds = {
        anchor: "taken out" if anchor not in lines else "changed" if anchor in then else "new"
        for anchor in changed
    }
    told = ", ".join(
        f"'{anchor}' {kinds[anchor]}" + (f" (line {lines[anchor]})" if anchor in lines else "")
        for anchor in changed
    )
    return Changed(told, min((lines[anchor] for anchor in changed if anchor in lines), default=1))


def _behind(english: str, dutch: str, changed: Changed, now: Sequence[SectionHash]) -> Finding:
    return Finding(
        dutch,
        changed.line,
        f"the Dutch is newer than {english}: {changed.told}",
        f"bring the English up to date, then put in {FILE}: {line_for(english, now)}",
        is_fault=False,
    )
