"""A page and its twins in other languages: where one is missing, or has other sections than the original."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from itertools import groupby

from second_opinion.core.findings import Finding, format_all
from second_opinion.core.languages import (
    FACTS,
    LANGUAGE_NAMES,
    LANGUAGES,
    SOURCE_LANGUAGE,
    SOURCE_NAME,
    format_languages,
)
from second_opinion.core.markdown_text import Heading, headings
from second_opinion.texts.not_yet import MARK, anchors_waiting
from second_opinion.texts.pages import Page


def check_pairs(pages: Sequence[Page], names: Mapping[str, Collection[str]]) -> list[Finding]:
    """Find pages that do not exist in every language, and headings that differ between two.

    ``names`` holds the page names of each language, those of broken pages too.
    """
    findings: list[Finding] = []
    by_slug = {(page.lang, page.meta.slug): page for page in pages if page.name != page.meta.slug}
    by_name = sorted(pages, key=lambda page: (page.name, LANGUAGES.index(page.lang)))
    for name, group in groupby(by_name, key=lambda page: page.name):
        twins = list(group)
        first = twins[0]
        for twin in twins[1:]:
            findings += _check_twin_headings(first, twin)
        lacking = [
            lang
            for lang, known in names.items()
            if FACTS[lang].is_whole and name not in known and lang not in first.meta.not_yet_in
        ]
        if lacking and first.meta.only_in is None:
            findings.append(_without_twin(first, lacking, names, by_slug.get((first.lang, name))))
        findings += _check_not_yet(twins, list(names))
        for page in twins:
            only = page.meta.only_in
            if only and (len(twins) > 1 or only.language != page.lang):
                findings.append(
                    Finding(
                        page.file,
                        page.line("only_in"),
                        f"'only_in' says {LANGUAGE_NAMES[only.language]} only, and there is "
                        + format_all(twin.file for twin in twins),
                        "take 'only_in' out, or take the other page away",
                    )
                )
    return findings


def _without_twin(
    page: Page, lacking: list[str], names: Mapping[str, Collection[str]], meant: Page | None
) -> Finding:
    """Return the fault of a page that some languages lack though nothing says so.

    ``meant`` is the page of which this one has the address as its file name.
    """
    there = format_languages(lang for lang in names if page.name in names[lang])
    if meant is not None:
        return Finding(
            page.file,
            1,
            f"the page '{page.name}' exists in {there} only, and that is the address of the page '{meant.name}'",
            f"call this file '{meant.name}.md' if it takes the place of that one: a name is the same in every language",
        )
    return Finding(
        page.file,
        1,
        f"the page '{page.name}' exists in {there} only",
        f"write {_format_twin_files(page, lacking)}, or say {_describe_not_yet(page, lacking)}"
        "'only_in:' with language and reason",
    )


def _format_twin_files(page: Page, languages: Sequence[str]) -> str:
    return format_all(page.file.replace(f"docs/{page.lang}/", f"docs/{lang}/") for lang in languages)


def _check_not_yet(twins: Sequence[Page], languages: Sequence[str]) -> Iterator[Finding]:
    """Give a notice of a page that waits for its translation, or find that it has come meanwhile."""
    files = {page.lang: page.file for page in twins}
    for page in twins:
        line = page.line("not_yet_in")
        for lang in page.meta.not_yet_in:
            name = LANGUAGE_NAMES[lang]
            if lang in files:
                wrong = f"'not_yet_in' says that there is no page in {name} yet, and {files[lang]} is there"
                yield Finding(page.file, line, wrong, f"take '{lang}' out there")
            elif lang in languages:
                wrong, do = f"this page is not yet in {name}", f"write {_format_twin_files(page, [lang])}"
                do = f"{do}, and then take '{lang}' out here"
                values = {"file": _format_twin_files(page, [lang]), "mark": lang}
                yield Finding(page.file, line, wrong, do, is_fault=False, name="page_not_yet", values=values)


def _describe_not_yet(page: Page, languages: Sequence[str]) -> str:
    return f"'not_yet_in: [{', '.join(languages)}]' for now, or " if page.lang == SOURCE_LANGUAGE else ""


def _check_twin_headings(original: Page, twin: Page) -> list[Finding]:
    """Find sections that one twin lacks, by their anchors, and those that stand elsewhere or on another level.

    Those that the original says come later are no part of it.
    """
    there = headings(twin.text)
    later = anchors_waiting(original.text, twin.lang) - {heading.anchor for heading in there}
    here = [heading for heading in headings(original.text) if heading.anchor not in later]
    if not all(heading.anchor for heading in (*here, *there)):
        return []  # reported as a heading without one
    mine, theirs = [heading.anchor for heading in here], [heading.anchor for heading in there]
    if len({*mine}) < len(mine) or len({*theirs}) < len(theirs):
        return []  # reported as one that stands twice
    renamed = _renamed(here, there)
    renamed_anchors = {heading.anchor for pair in renamed for heading in pair}
    findings = [_finding_of_other_anchor(original, mine, twin, theirs) for mine, theirs in renamed]
    findings += [
        _finding_of_missing_section(original, twin, heading)
        for heading in here
        if heading.anchor not in {*theirs, *renamed_anchors}
    ]
    findings += [
        _finding_of_missing_section(twin, original, heading)
        for heading in there
        if heading.anchor not in {*mine, *renamed_anchors}
    ]
    return findings or _check_order(original, here, twin, there)


def _renamed(here: Sequence[Heading], there: Sequence[Heading]) -> list[tuple[Heading, Heading]]:
    """Return the headings that stand at one place with two anchors: each stands alone between sections of both.

    Here a, b, d and there a, c, d => b with c, which are one section under two anchors.
    """
    mine, theirs = [heading.anchor for heading in here], [heading.anchor for heading in there]
    parts = SequenceMatcher(a=mine, b=theirs, autojunk=False).get_opcodes()
    return [
        (here[start], there[begin])
        for kind, start, end, begin, stop in parts
        if kind == "replace"
        and end - start == stop - begin == 1
        and mine[start] not in theirs
        and theirs[begin] not in mine
    ]


def _finding_of_other_anchor(original: Page, mine: Heading, twin: Page, theirs: Heading) -> Finding:
    return Finding(
        twin.file,
        theirs.line,
        f"the anchor of this heading is '{theirs.anchor}', and the {SOURCE_NAME} one at its place ({original.file}, "
        f"line {mine.line}) has '{mine.anchor}'",
        "give both the same anchor, or write the section that each of them lacks",
    )


def _finding_of_missing_section(page: Page, other: Page, section: Heading) -> Finding:
    """Return the fault of a section that the twin lacks, with the section of its own behind which it belongs."""
    known = {heading.anchor: heading.line for heading in headings(other.text)}
    before = [one.anchor for one in headings(page.text) if one.line < section.line and one.anchor in known]
    where = f"after '{before[-1]}' (line {known[before[-1]]})" if before else "before the first one"
    wrong, do = f"the section '{section.anchor}' is missing in {other.file}, {where}", "write it there too"
    if page.lang == SOURCE_LANGUAGE:
        do = f"{do}, or say here that it comes later: {{#{section.anchor} .{MARK}{other.lang}}}"
    do = f"{do}, or take it out here"
    return Finding(page.file, section.line, wrong, do, about=(section.anchor,), also=((other.file, 1),))


def _check_order(
    original: Page, here: Sequence[Heading], twin: Page, there: Sequence[Heading]
) -> list[Finding]:
    """Return the first heading of a twin with the same sections that stands elsewhere or on another level."""
    for mine, theirs in zip(here, there, strict=True):
        in_original = f"the {SOURCE_NAME} one ({original.file}, line {mine.line})"
        if mine.anchor != theirs.anchor:
            wrong = f"the section '{theirs.anchor}' stands here, and {in_original} is '{mine.anchor}'"
            return [Finding(twin.file, theirs.line, wrong, "put the sections of both in the same order")]
        if mine.level != theirs.level:
            wrong = f"this heading has level {theirs.level}, {in_original} level {mine.level}"
            return [Finding(twin.file, theirs.line, wrong, "make them the same")]
    return []
