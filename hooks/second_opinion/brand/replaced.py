"""What each text of a brand was made from that takes the place of a shared one: replaced.yml in the brand folder.

Each has the release with which somebody last compared it, and the hash of every section of the shared text as it was
then. So a build can say which sections have changed since, and which text is gone.
"""

from __future__ import annotations

import datetime
import re
import shlex
from collections.abc import Collection, Iterator, Mapping, Sequence
from pathlib import PurePosixPath

from second_opinion.brand.gone_texts import GoneText, findings_of_gone_texts
from second_opinion.core.findings import Finding, Message, did_you_mean
from second_opinion.core.languages import LANGUAGES
from second_opinion.core.records import Strict, Table, Words
from second_opinion.core.validation import YamlDocument, validate
from second_opinion.data.cases import CASES, case_of, passages_in, usual
from second_opinion.data.release import Release
from second_opinion.texts.translations import SectionHash, changed_sections, hash_sections

FILE = "replaced.yml"


class Compared(Strict):
    """The release with whose text somebody compared the brand's own, its date, and the sections with their hashes."""

    release: Words
    date: datetime.date
    sections: dict[str, str]


class Replaced(Table[dict[Words, Compared]]):
    """What each text of the brand was compared with, by its file in the folder."""


def check_replaced_texts(
    document: YamlDocument,
    own: Sequence[str],
    shared: Collection[str],
    sections: Mapping[str, Sequence[SectionHash]],
    cases: Sequence[str],
    release: Release,
    gone: Collection[GoneText] = (),
) -> list[Finding]:
    """Find texts of a brand whose shared text changed, is gone, or was never compared with it, or that nobody reads.

    ``document`` is replaced.yml; ``own`` and ``shared`` are the texts in docs/ and snippets/ by their files, and
    ``sections`` are those of the shared texts of which the brand has its own. ``cases`` are those that hold for it,
    ``release`` is the last one of the shared texts, and ``gone`` are the texts of which is known what became of ours.
    """
    compared, findings = validate(document, Replaced) if document.value is not None else (None, [])
    findings = [*document.findings, *findings]
    if findings:
        return findings  # what was compared cannot be told
    then = compared.root if compared else {}
    folder = document.file.removesuffix(FILE)
    return [
        *_check_against_shared(folder, sections, then, shared, cases, release),
        *(
            _notice_of_unread_text(f"{folder}{file}", file, case)
            for file in own
            if (case := _does_not_hold(file, cases))
        ),
        *findings_of_gone_texts(gone, folder.rstrip("/"), document.file, then),
        *_check_lines(document, then, own, shared, {one.file for one in gone}),
    ]


def _check_against_shared(
    folder: str,
    sections: Mapping[str, Sequence[SectionHash]],
    then: Mapping[str, Compared],
    shared: Collection[str],
    cases: Sequence[str],
    release: Release,
) -> Iterator[Finding]:
    """Give a notice of texts whose shared text changed, or was never compared: once for all languages of a text."""
    uncompared = {file for file in sections if file not in then}
    changed = {
        file for file, now in sections.items() if file in then and changed_sections(then[file].sections, now)
    }
    for file, now in sections.items():
        first, *twins = _in_each_language(file, uncompared) or _in_each_language(file, changed) or [file]
        if first != file:
            continue  # told with that one
        named = in_place_of(file, shared, cases)
        if fault := _message_of_difference(named, twins, then.get(file), now, release):
            wrong, do = fault
            which = f"BRAND={shlex.quote(folder.rstrip('/'))} PAGE={PurePosixPath(file).stem}"
            do = f"'make compare {which}' {do}; change yours where that matters to you, and write that down with "
            do += f"'make compared {which}'"
            yield Finding(f"{folder}{file}", 1, wrong, do, is_fault=False)


def _check_lines(
    document: YamlDocument,
    then: Mapping[str, Compared],
    own: Sequence[str],
    shared: Collection[str],
    gone: Collection[str],
) -> Iterator[Finding]:
    """Find lines of replaced.yml about a text that the folder lacks, or whose shared text is gone unexplained.

    Of those that are ``gone`` is told elsewhere what became of them.
    """
    for file, last in then.items():
        if file in gone:
            continue
        if file not in own:
            wrong, do = f"there is no text '{file}' in this folder", "take the line out, or "
            yield Finding(document.file, document.line(file), wrong, do + did_you_mean(file, own))
        elif file not in shared:
            alike = [other for other in shared if PurePosixPath(other).parent == PurePosixPath(file).parent]
            yield _fault_of_lost_text(document, file, last, alike)


def _in_each_language(file: str, these: Collection[str]) -> list[str]:
    """Return the files of a text in each language that are among ``these``; none for another text."""
    kind, _, name = file.split("/")
    every = [f"{kind}/{lang}/{name}" for lang in LANGUAGES]
    return [one for one in every if one in these] if file in these else []


def in_place_of(file: str, shared: Collection[str], cases: Sequence[str]) -> str:
    """Return the shared text in whose place one of a brand stands: of a passage, that for the case that holds."""
    return passages_in({one: one for one in shared}, cases).get(file, file)


def _does_not_hold(file: str, cases: Sequence[str]) -> str:
    """Return the case for which a passage is, where that does not hold for a brand; nothing for another text."""
    case = case_of(file)
    return case if case in CASES and case not in cases else ""


def _notice_of_unread_text(place: str, file: str, case: str) -> Finding:
    return Finding(
        place,
        1,
        f"this is what is said in the case '{case}', which does not hold for what your brand.yml says, "
        "so nobody reads it",
        f"call it {usual(file)} to be read in each case, or take it away",
        is_fault=False,
    )


def line_of(file: str, sections: Sequence[SectionHash], release: Release) -> str:
    """Return the line that says with which sections, of which release, a text was compared."""
    return f"{file}: {{release: {release.number}, date: {release.date}, sections: {{{hash_sections(sections)}}}}}"


def with_line(text: str, file: str, line: str) -> str:
    """Return replaced.yml with a line in the place of what it says of a file, or below all that it says."""
    said = re.compile(rf"^[\"']?{re.escape(file)}[\"']?\s*:.*\n?(?:[ \t]+\S.*\n?)*", re.MULTILINE)
    if said.search(text):
        return said.sub(lambda _: f"{line}\n", text, count=1)
    return f"{text.rstrip()}\n{line}\n".lstrip("\n")


def _message_of_difference(
    file: str, twins: Sequence[str], then: Compared | None, now: Sequence[SectionHash], release: Release
) -> Message | None:
    """Return what to say of a shared text and the one of a brand in its place, and what to do; None if nothing.

    Of ``twins``, those in other languages, the same is to be said.
    """
    if then is None:
        as_well = "".join(f", as {twin} does of its own" for twin in twins)
        wrong = (
            f"this takes the place of the shared {file}{as_well}, and nothing says when the two were compared"
        )
        return wrong, "shows from which release of ours it is, and what changed in ours since"
    if changed := changed_sections(then.sections, now):
        since = f"since release {then.release} of {then.date}"
        if then.release == release.number:
            since = f"after release {then.release}, in what is not released yet"
        as_well = "".join(f", and so did {twin}" for twin in twins)
        wrong = f"the shared {file} changed {since}: {changed.in_words}{as_well}"
        return wrong, "shows the words"
    return None


def _fault_of_lost_text(document: YamlDocument, file: str, then: Compared, alike: Sequence[str]) -> Finding:
    return Finding(
        document.file,
        document.line(file),
        f"your {file} takes the place of a shared text of release {then.release}, which is no longer there",
        "give yours the name of the text that it belongs to now, or take this line out, and it is a text of your own; "
        + did_you_mean(file, alike),
    )
