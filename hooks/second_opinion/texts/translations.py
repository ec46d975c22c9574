"""What each English text was translated from, one file each: data/translations/docs/en/costs.yml.

Each English page and snippet has the hash of every section of the Dutch text that it was made from, so that a build can
say which sections have changed since. White space and addresses do not count. Nobody types a hash: of what is new
``make record`` writes it down, and ``make translated`` of what was brought up to date.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from second_opinion.core.cache import cached_by_digest
from second_opinion.core.findings import Finding, did_you_mean
from second_opinion.core.languages import SOURCE_LANGUAGE, TRANSLATIONS
from second_opinion.core.markdown_text import HEADING, Text, read_text_of, without_targets
from second_opinion.core.records import Table
from second_opinion.core.validation import YamlDocument, validate
from second_opinion.texts.not_yet import MARK, anchors_waiting
from second_opinion.texts.parity import split_at_headings

FOLDER = "data/translations"
ADDRESS_OF_PAGE = re.compile(r"^(?:slug|moved_from):.*$", re.MULTILINE)
MARKS = re.compile(rf"[ \t]+\.{MARK}\w+")
BEGIN = "begin"
ABOVE = "above the first heading"
BEHIND = "behind"
BRING_UP_TO_DATE = "bring the English up to date, then write"
LOOK_AT_BOTH = "do both say the same? Then write"
LENGTH = 8


class MadeFrom(Table[dict[str, str]]):
    """The hashes of the Dutch sections that a text was made from, by their anchors."""


class SectionHash(Struct, frozen=True):
    """A section of a text: its anchor, its line, the hash of what it says, and the words of its heading."""

    anchor: str
    line: int
    hash: str
    title: str = ""


@cached_by_digest
def hashed_sections(dutch: str, file: str) -> tuple[SectionHash, ...]:
    """Return the sections of a Dutch file, the front matter and what stands before the first heading as one."""
    front, text = read_text_of(dutch, file)
    first, *rest = split_at_headings(text)
    said = "\n".join(line for line in front.splitlines() if line.startswith(("title:", "description:")))
    headed = [(*_headed(part), part) for part in rest]
    return (
        SectionHash(BEGIN, 1, hash_text(f"{said}\n{first.body}")),
        *(
            SectionHash(anchor, part.first_line, hash_text(part.body), title)
            for anchor, title, part in headed
        ),
    )


def sections_to_translate(dutch: str, text: Text, lang: str) -> list[SectionHash]:
    """Return the sections of a Dutch file without those of which its text says that a language has them not yet."""
    later = anchors_waiting(text, lang)
    return [section for section in hashed_sections(dutch, text.file) if section.anchor not in later]


def language_of_text(file: str) -> str:
    """Return the language of a page or a snippet: docs/en/costs.md => en."""
    return file.split("/")[1]


def twins_among(files: Iterable[str]) -> dict[str, str]:
    """Return the file in the source language for each in another one: docs/en/costs.md => docs/nl/costs.md."""
    there = {*files}
    twins: dict[str, str] = {}
    for file in sorted(there):
        kind, lang, name = file.split("/", 2)
        if lang == SOURCE_LANGUAGE:
            twins |= {f"{kind}/{other}/{name}": file for other in TRANSLATIONS}
    return {twin: original for twin, original in twins.items() if twin in there}


def _headed(part: Text) -> tuple[str, str]:
    """Return the anchor of a section, or its title where it has none, and its title."""
    match = HEADING.match(part.body.split("\n", 1)[0])
    return (match.group(3) or match.group(2), match.group(2)) if match else (BEGIN, "")


@cached_by_digest
def hash_text(text: str) -> str:
    """Return a short hash of what a text says; white space and addresses do not count."""
    said = " ".join(MARKS.sub("", ADDRESS_OF_PAGE.sub("]", without_targets(text))).split())
    return hashlib.sha256(said.encode()).hexdigest()[:LENGTH]


def stamp_file_of(english: str) -> str:
    """Return the file that says what an English text was made from."""
    return f"{FOLDER}/{english.removesuffix('.md')}.yml"


def text_of_stamp_file(file: str) -> str:
    """Return the text of which a file says what it was made from."""
    return f"{file.removeprefix(f'{FOLDER}/').removesuffix('.yml')}.md"


def format_made_from(hashes: Mapping[str, str]) -> str:
    """Return that file. An empty line stands between two sections, so that changes of both go together in git."""
    return "\n".join(f'{anchor}: "{hash_}"\n' for anchor, hash_ in sorted(hashes.items()))


def is_up_to_date(said: str, sections: Sequence[SectionHash]) -> bool:
    """Tell whether a file says of a text what it says now and nothing else, which is quicker than to read that file."""
    now = {section.anchor: section.hash for section in sections}
    return len(now) == len(sections) and said == format_made_from(now)


def hash_sections(sections: Sequence[SectionHash]) -> str:
    """Return the sections of a text with their hashes, as they are written down."""
    return ", ".join(f'{section.anchor}: "{section.hash}"' for section in sections)


def check_translations(
    documents: Mapping[str, YamlDocument],
    dutch: Mapping[str, Sequence[SectionHash]],
    dutch_files: Mapping[str, str],
) -> tuple[set[str], list[Finding]]:
    """Compare what English texts were made from with the Dutch of now.

    ``documents`` are the files that say it; ``dutch`` holds the sections, and ``dutch_files`` the file, of the Dutch
    twin of each English file. Returns the English files that are behind, and the findings: a notice for each of them,
    and for each with a section of which nothing is written down yet; a file of no text is a fault.
    """
    behind: set[str] = set()
    findings: list[Finding] = []
    for english, now in dutch.items():
        then, found = hashes_in(documents.get(english))
        findings += found
        if then is None:
            continue
        known = [section for section in now if section.anchor in then]
        if changed := changed_sections({section.anchor: then[section.anchor] for section in known}, known):
            behind.add(english)
            findings.append(_notice_of_newer_dutch(english, dutch_files[english], changed, known, then))
        if new := [section.anchor for section in now if section.anchor not in then]:
            findings.append(_notice_of_unrecorded(english, new, is_whole=not then))
    alone = [english for english in dutch_files if english not in documents]
    findings += [
        _fault_of_file_without_text(document.file, english, alone)
        for english, document in documents.items()
        if english not in dutch_files
    ]
    return behind, findings


def hashes_in(document: YamlDocument | None) -> tuple[Mapping[str, str] | None, list[Finding]]:
    """Return what a file says that a text was made from, nothing where there is no file; None where it is unsound."""
    if document is None:
        return {}, []
    made, findings = validate(document, MadeFrom)
    return made.root if made else None, [*document.findings, *findings]


class Changed(Struct, frozen=True):
    """Which sections of a text changed since something was made from it, and the line of the first one.

    ``by_anchor`` names them as they are written down, by their anchors; ``in_words`` as readers see them.
    """

    by_anchor: str
    line: int
    in_words: str


def changed_sections(then: Mapping[str, str], now: Sequence[SectionHash]) -> Changed | None:
    """Return what changed, by anchors: sections that are new, other or gone; None where nothing did."""
    lines = {section.anchor: section.line for section in now}
    titles = {section.anchor: section.title for section in now}
    changed = [section.anchor for section in now if then.get(section.anchor) != section.hash]
    changed += [anchor for anchor in then if anchor not in lines]
    if not changed:
        return None
    kinds = {
        anchor: "taken out" if anchor not in lines else "changed" if anchor in then else "new"
        for anchor in changed
    }
    by_anchor = ", ".join(
        f"'{anchor}' {kinds[anchor]}" + (f" ({_where(anchor, lines[anchor])})" if anchor in lines else "")
        for anchor in changed
    )
    in_words = ", ".join(
        _format_changes(anchor, kinds[anchor], lines.get(anchor, 0), titles) for anchor in changed
    )
    return Changed(
        by_anchor, min((lines[anchor] for anchor in changed if anchor in lines), default=1), in_words
    )


def _where(anchor: str, line: int) -> str:
    return ABOVE if anchor == BEGIN else f"line {line}"


def _format_changes(anchor: str, kind: str, line: int, titles: Mapping[str, str]) -> str:
    if anchor == BEGIN:
        return f"what stands {ABOVE} {kind}"
    if not line:
        return f"the section '#{anchor}' was {kind}"
    return f"'{titles[anchor]}' {'is ' if kind == 'new' else ''}{kind} ({_where(anchor, line)})"


def _notice_of_newer_dutch(
    english: str, dutch: str, changed: Changed, now: Sequence[SectionHash], then: Mapping[str, str]
) -> Finding:
    lines = [f'{part.anchor}: "{part.hash}"' for part in now if then[part.anchor] != part.hash]
    file, line_s = stamp_file_of(english), f"line{'s' if len(lines) > 1 else ''}"
    there = f"in {file}, in place of the old {line_s}: {' and '.join(lines)}"
    return Finding(
        dutch,
        changed.line,
        f"the Dutch is newer than {english}: {changed.by_anchor}",
        f"{BRING_UP_TO_DATE} {there}",
        is_fault=False,
        name=BEHIND,
        values={"english": english, "file": file, "lines": ", ".join(lines), "there": there},
        about=tuple(f"{english}#{part.anchor}" for part in now if then[part.anchor] != part.hash),
    )


def sections_behind(finding: Finding) -> tuple[str, list[str]]:
    """Return the English file, and the anchors, of which a finding says that the Dutch is newer; "" for another one."""
    if finding.name != BEHIND:
        return "", []
    return str(finding.values["english"]), [one.partition("#")[2] for one in finding.about]


def finding_of_both_changed(finding: Finding) -> Finding:
    """Return that finding for who changed the English too, and perhaps only has to write that down."""
    wrong, do = f"{finding.wrong}; the English changed too", f"{LOOK_AT_BOTH} {finding.values['there']}"
    return replace(finding, wrong=wrong, do=do)


def _notice_of_unrecorded(english: str, new: Sequence[str], *, is_whole: bool) -> Finding:
    what = "this text" if is_whole else ", ".join(f"'{anchor}'" for anchor in new)
    wrong = f"of {what} it is not written down yet which Dutch it was made from"
    do = "'make record' does that, later"
    return Finding(english, 1, wrong, do, is_fault=False, name="unrecorded")


def _fault_of_file_without_text(file: str, english: str, alone: Sequence[str]) -> Finding:
    """Return the fault of a file that belongs to no text; its name may be meant for a text that has no file yet."""
    wrong, do = f"there is no text '{english}' that has a Dutch twin", "take this file away"
    renamed = f", or call it as its text is called now; {did_you_mean(english, alone)}" if alone else ""
    return Finding(file, 1, wrong, f"{do}{renamed}")
