"""The pages of the site as their editors wrote them."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from second_opinion.core.findings import Finding, did_you_mean
from second_opinion.core.languages import LANGUAGE_NAMES, OTHER_LANGUAGE
from second_opinion.core.markdown_text import Heading, Text, headings, links, split_front_matter
from second_opinion.core.validation import Located, check, read_yaml
from second_opinion.texts.front_matter import FrontMatter

ADDRESS = re.compile(r"/|[a-z][a-z0-9+.-]*:", re.IGNORECASE)


@dataclass(frozen=True)
class Page:
    """One page in one language; ``name`` is the same in both languages ("costs")."""

    lang: str
    name: str
    file: str
    meta: FrontMatter
    front: Located
    text: Text

    def line(self, *key: str | int) -> int:
        """Return the line of a front-matter key."""
        return self.front.line(*key)


@dataclass(frozen=True)
class BrokenPage:
    """A page whose front matter cannot be used; its text is checked all the same."""

    lang: str
    name: str
    file: str
    text: Text


def read_page(lang: str, name: str, file: str, source: str) -> tuple[Page | BrokenPage, list[Finding]]:
    """Read one page; without a sound front matter it is a broken one, with the findings that say why."""
    front_text, body, body_line = split_front_matter(source)
    text = Text(file, body, body_line)
    front = read_yaml(front_text, file, first_line=2)
    if front.value is None and not front.findings:
        do = "start the file with a line '---', then title, description and the rest, then '---' again"
        return BrokenPage(lang, name, file, text), [Finding(file, 1, "this page has no front matter", do)]
    if front.value is None:
        return BrokenPage(lang, name, file, text), list(front.findings)
    meta, findings = check(front, FrontMatter)
    findings = [*front.findings, *findings]
    wrong_slug = _check_slug(name, meta, file, front) if meta else []
    if meta is None or wrong_slug:
        return BrokenPage(lang, name, file, text), [*findings, *wrong_slug]
    return Page(lang, name, file, meta, front, text), findings


def _check_slug(name: str, meta: FrontMatter, file: str, front: Located) -> list[Finding]:
    if name == "index" and meta.slug:
        return [Finding(file, front.line("slug"), f"the home page has the slug '{meta.slug}'", "take it out")]
    if name != "index" and not meta.slug:
        return [Finding(file, 1, "'slug' is missing", f"add a line 'slug: {name}'")]
    return []


def check_references(
    pages: Sequence[Page], source_ids: Collection[str] | None, names: Mapping[str, Collection[str]]
) -> list[Finding]:
    """Find related pages and sources that do not exist; ``names`` holds the page names of each language.

    ``source_ids`` is None where the sources cannot be read.
    """
    findings: list[Finding] = []
    for page in pages:
        for key, ids, where in (("related", names[page.lang], "page"), ("sources", source_ids, "source")):
            for index, item in enumerate(getattr(page.meta, key)):
                if ids is not None and item not in ids:
                    wrong = f"the {where} '{item}' does not exist"
                    findings.append(Finding(page.file, page.line(key, index), wrong, did_you_mean(item, ids)))
        if page.name in page.meta.related:
            findings.append(
                Finding(page.file, page.line("related"), "the page names itself as related", "take it out")
            )
    return findings


def check_unique(pages: Sequence[Page]) -> list[Finding]:
    """Find titles and descriptions that two pages of one language share."""
    findings: list[Finding] = []
    for key in ("title", "description"):
        first: dict[tuple[str, str], Page] = {}
        for page in pages:
            value = getattr(page.meta, key)
            twin = first.setdefault((page.lang, value.casefold()), page)
            if twin is not page:
                wrong = f"the {key} '{value}' is also that of {twin.file}"
                findings.append(
                    Finding(page.file, page.line(key), wrong, "write one that fits this page alone")
                )
    return findings


def check_headings(page: Page | BrokenPage) -> list[Finding]:
    """Find headings without an anchor, anchors that stand twice, and levels that are skipped."""
    findings: list[Finding] = []
    seen: dict[str, int] = {}
    level = 1
    for heading in headings(page.text):
        found = _wrong_heading(heading, level, seen)
        findings += [Finding(page.file, heading.line, wrong, do) for wrong, do in found]
        seen.setdefault(heading.anchor, heading.line)
        level = heading.level
    return findings


def _wrong_heading(heading: Heading, level: int, seen: Mapping[str, int]) -> list[tuple[str, str]]:
    found = []
    if heading.level == 1:
        found.append(
            ("a heading with one '#' is the title's", "use '##'; the title stands in the front matter")
        )
    elif heading.level > level + 1:
        found.append(
            (
                f"a heading of level {heading.level} follows one of level {level}",
                f"use {'#' * (level + 1)}",
            )
        )
    if not heading.anchor:
        found.append(
            (
                f"the heading '{heading.title}' has no anchor",
                "add one in English that is the same in both languages, like {#who-pays}",
            )
        )
    elif heading.anchor in seen:
        found.append(
            (
                f"the anchor '{heading.anchor}' is also on line {seen[heading.anchor]}",
                "give one of the two another name",
            )
        )
    return found


def check_pairs(pages: Sequence[Page], names: Mapping[str, Collection[str]]) -> list[Finding]:
    """Find pages that exist in one language only, and headings that differ between the two.

    ``names`` holds the page names of each language, those of broken pages too.
    """
    findings: list[Finding] = []
    by_name = sorted(pages, key=lambda page: (page.name, page.lang != "nl"))
    for name, group in groupby(by_name, key=lambda page: page.name):
        twins = list(group)
        first = twins[0]
        if len(twins) == 2:
            findings += _check_twin_headings(*twins)
        elif first.meta.only_in is None and name not in names[OTHER_LANGUAGE[first.lang]]:
            other = OTHER_LANGUAGE[first.lang]
            findings.append(
                Finding(
                    first.file,
                    1,
                    f"the page '{name}' exists in {LANGUAGE_NAMES[first.lang]} only",
                    f"write {first.file.replace(f'docs/{first.lang}/', f'docs/{other}/')}, "
                    "or say 'only_in:' with language and reason",
                )
            )
        for page in twins:
            only = page.meta.only_in
            if only and (len(twins) == 2 or only.language != page.lang):
                findings.append(
                    Finding(
                        page.file,
                        page.line("only_in"),
                        f"'only_in' says {LANGUAGE_NAMES[only.language]} only, and there is "
                        + " and ".join(twin.file for twin in twins),
                        "take 'only_in' out, or take the other page away",
                    )
                )
    return findings


def _check_twin_headings(dutch: Page, english: Page) -> list[Finding]:
    here, there = headings(dutch.text), headings(english.text)
    for mine, theirs in zip(here, there, strict=False):
        if not mine.anchor or not theirs.anchor:
            return []  # told as a heading without one
        if (mine.level, mine.anchor) != (theirs.level, theirs.anchor):
            return [
                Finding(
                    english.file,
                    theirs.line,
                    f"this heading has level {theirs.level} and anchor '{theirs.anchor}', the Dutch one "
                    f"({dutch.file}, line {mine.line}) level {mine.level} and anchor '{mine.anchor}'",
                    "make them the same, in the same order",
                )
            ]
    if len(here) != len(there):
        more, fewer, extra = (dutch, english, here) if len(here) > len(there) else (english, dutch, there)
        heading = extra[min(len(here), len(there))]
        return [
            Finding(
                more.file,
                heading.line,
                f"the section '{heading.anchor}' has no counterpart in {fewer.file}",
                "write it there too, or take it out here",
            )
        ]
    return []


def check_links(page: Page | BrokenPage, text: Text, anchors: Mapping[str, Collection[str]]) -> list[Finding]:
    """Find links to pages and sections that do not exist; addresses are left to the check of the finished site.

    ``text`` is the page's own or that of a snippet it includes; ``anchors`` holds the anchors of each page
    of the page's language by page name.
    """
    findings: list[Finding] = []
    for link in links(text):
        if ADDRESS.match(link.target):
            continue
        if not link.target:
            wrong = f"the link '{link.words}' leads nowhere"
            findings.append(
                Finding(text.file, link.line, wrong, "write the page or the section, like costs.md#who-pays")
            )
            continue
        path, _, anchor = link.target.partition("#")
        name = path.removesuffix(".md") if path else page.name
        if name not in anchors:
            known = [f"{other}.md" for other in anchors]
            wrong = f"the link '{link.words}' leads to '{link.target}', and that page does not exist"
            findings.append(Finding(text.file, link.line, wrong, did_you_mean(path, known)))
        elif anchor and anchor not in (known_here := anchors[name]):
            wrong = f"the link '{link.words}' leads to '#{anchor}', which is no section of {name}.md"
            findings.append(Finding(text.file, link.line, wrong, did_you_mean(anchor, known_here)))
        elif path and not path.endswith(".md"):
            findings.append(
                Finding(
                    text.file,
                    link.line,
                    f"the link '{link.words}' leads to '{link.target}'",
                    f"write {name}.md{'#' + anchor if anchor else ''}",
                )
            )
    return findings
