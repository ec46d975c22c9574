"""The pages of the site as their editors wrote them."""

from __future__ import annotations

import datetime
import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from itertools import groupby

from second_opinion.core.findings import Finding, describe_missing_page, did_you_mean, format_all
from second_opinion.core.languages import (
    FACTS,
    LANGUAGE_NAMES,
    LANGUAGES,
    SOURCE_LANGUAGE,
    SOURCE_NAME,
    format_languages,
)
from second_opinion.core.markdown_text import (
    Heading,
    MarkdownLink,
    Text,
    headings,
    read_text_of,
    text_links,
)
from second_opinion.core.validation import YamlDocument, read_yaml, validate
from second_opinion.data.moved_anchors import PageAnchor
from second_opinion.data.pictograms import check_icon
from second_opinion.data.sources import describe_missing_source
from second_opinion.texts import picture_files
from second_opinion.texts.blocks import without_comments
from second_opinion.texts.front_matter import FrontMatter
from second_opinion.texts.not_yet import MARK, anchors_waiting

PAPER_ENDINGS = (".pdf", ".docx", ".odt")  # of leaflets and forms
STEP = re.compile(r"\d+\.\s")
SECOND_HEAD = re.compile(r"\s*---[ \t]*\n(?=[a-z_]+:[ \t])")
KEY_OR_ENTRY = re.compile(r"[\w-]+:|\s+\S|\s*-\s|\s*#|\s*$")
SOON = datetime.timedelta(days=31)  # a build for an earlier day is no fault of the pages
LONGEST_UNCHECKED = datetime.timedelta(days=3 * 366)
BROKEN_ANCHOR = re.compile(r"\{\s*#([^{}]*)\}?\s*$")
OTHER_ANCHOR = re.compile(r"(?:\{([a-z][\w-]*)\}|[(\[]#([\w-]+)[)\]])\s*$", re.IGNORECASE)
EARLY_ANCHOR = re.compile(r"(.*?)\s*(\{\s*#[^{}\s]+\})\s*(\S.*)")
GOOD_ANCHOR = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
ON_HOST = re.compile(r"https?://\S+/docs/\w+/([\w-]+)\.md(#[\w-]+)?$")
MAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
ADDRESS = re.compile(r"/|[a-z][a-z0-9+.-]*:", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Page:
    """One page in one language; ``name`` is the same in every language ("costs")."""

    lang: str
    name: str
    file: str
    meta: FrontMatter
    front: YamlDocument
    text: Text

    def line(self, *key: str | int) -> int:
        """Return the line of a front-matter key."""
        return self.front.line(*key)


@dataclass(frozen=True, slots=True)
class BrokenPage:
    """A page whose front matter cannot be used; its text, and what can be read of its head, are still checked."""

    lang: str
    name: str
    file: str
    text: Text
    front: YamlDocument = field(default_factory=lambda: YamlDocument("", None, {}))


def read_page(lang: str, name: str, file: str, markdown: str) -> tuple[Page | BrokenPage, list[Finding]]:
    """Read one page; without a sound front matter it is a broken one, with the findings that say why."""
    front_text, text = read_text_of(markdown, file)
    body, body_line = text.body, text.first_line
    front = read_yaml(front_text, file, first_line=2)
    if body_line == 1 and markdown.startswith("---"):
        line = front_end(markdown)
        wrong = "the head of this page, which begins with '---', does not end"
        do = "write a line '---' below its last key, such as search_words"
        rest = "\n".join(markdown.split("\n")[line:])
        return BrokenPage(lang, name, file, Text(file, rest, line + 1)), [Finding(file, line, wrong, do)]
    if second := SECOND_HEAD.match(body):
        line = body_line + second[0].count("\n") - 1
        wrong, do = "a second head begins here, with '---'", "keep one head, at the top of the page"
        return BrokenPage(lang, name, file, text), [Finding(file, line, wrong, do)]
    if front.value is None and not front.findings:
        do = "start the file with a line '---', then title, description and the rest, then '---' again"
        return BrokenPage(lang, name, file, text), [Finding(file, 1, "this page has no front matter", do)]
    if front.value is None:
        return BrokenPage(lang, name, file, text), list(front.findings)
    meta, findings = validate(front, FrontMatter)
    findings = [*front.findings, *findings]
    if meta and says_nothing(text):
        do = "write it, or take the file away with its twin"
        findings.append(Finding(file, body_line, "this page has no text", do))
        return BrokenPage(lang, name, file, text), findings
    wrong_slug = _check_slug(name, meta, file, front) if meta else []
    if meta is None or wrong_slug:
        return BrokenPage(lang, name, file, text, front), [*findings, *wrong_slug]
    return Page(lang, name, file, meta, front, text), findings


def says_nothing(text: Text) -> bool:
    """Tell whether nothing is left of a text for readers."""
    return not without_comments(text).body.strip()


def front_end(markdown: str) -> int:
    """Return the line after the last one that looks like a key of front matter, from the second line on."""
    number = 2
    for number, line in enumerate(markdown.split("\n")[1:], 2):  # noqa: B007 (the last one counts)
        if not KEY_OR_ENTRY.match(line):
            break
    return number


def check_dates(page: Page, today: datetime.date) -> list[Finding]:
    """Find a day of writing that has not come, and a next check that is too early or too late to be meant.

    A day that comes soon is a notice alone, as a build can be for an earlier day.
    """
    findings, meta = [], page.meta
    if meta.written > today:
        wrong = f"'written' is {meta.written}, and it is {today} now"
        do, is_far = "write the day on which it was written", meta.written > today + SOON
        findings.append(Finding(page.file, page.line("written"), wrong, do, is_fault=is_far))
    elif meta.next_check <= meta.written:
        wrong = f"'next_check' is {meta.next_check}, and the page was written on {meta.written}"
        findings.append(Finding(page.file, page.line("next_check"), wrong, "write a later day"))
    elif meta.next_check > meta.written + LONGEST_UNCHECKED:
        wrong = f"'next_check' is {meta.next_check}, more than three years after the page was written"
        findings.append(Finding(page.file, page.line("next_check"), wrong, "write an earlier day"))
    return findings


def check_step_icons(page: Page, texts: Sequence[Text], icons: Collection[str]) -> list[Finding]:
    """Find pictograms of steps that do not exist, and more or fewer than all ``texts`` of a page have steps."""
    named, line = page.meta.step_icons, page.line("step_icons")
    findings = [
        found
        for index, name in enumerate(named)
        for found in check_icon(name, icons, page.file, page.line("step_icons", index))
    ]
    steps = {text.file: sum(bool(STEP.match(words)) for _, words in text.lines()) for text in texts}
    count = sum(steps.values())
    if not named or len(named) == count:
        return findings
    for file in (file for file in steps if not steps[file] and "/snippets/" in file):  # of a brand
        wrong = (
            f"with this passage, {page.file} has {count} numbered steps, and it names {len(named)} pictograms"
        )
        do = "begin your passage as the shared one begins, with its number where it is a step, like '2. '"
        return [*findings, Finding(file, 1, wrong, do)]
    wrong = f"'step_icons' names {len(named)} pictograms, and the page has {count} numbered steps"
    return [*findings, Finding(page.file, line, wrong, "name one for each step, in their order")]


def _check_slug(name: str, meta: FrontMatter, file: str, front: YamlDocument) -> list[Finding]:
    if name == "index" and meta.slug:
        return [Finding(file, front.line("slug"), f"the home page has the slug '{meta.slug}'", "take it out")]
    if name != "index" and not meta.slug:
        return [Finding(file, 1, "'slug' is missing", f"add a line 'slug: {name}'")]
    return []


def check_references(
    pages: Sequence[Page], names: Mapping[str, Collection[str]], became: Mapping[str, str]
) -> list[Finding]:
    """Find related pages that do not exist, and what the head of a page names twice.

    ``names`` holds the page names of all languages by language.
    """
    findings: list[Finding] = []
    for page in pages:
        known = names[page.lang]
        findings += [
            Finding(page.file, page.line("related", index), *describe_missing_page(name, known, became))
            for index, name in enumerate(page.meta.related)
            if known and name not in known
        ]
        findings += _check_repeats(page)
        if page.name in page.meta.related:
            findings.append(
                Finding(page.file, page.line("related"), "the page names itself as related", "take it out")
            )
    return findings


def check_sources_of_page(
    page: Page, known: Collection[str], called: Mapping[str, str], *, is_own: bool
) -> Iterator[Finding]:
    """Find sources of a page that do not exist; without ``known`` none is looked up.

    ``called`` says how sources that had another name are called now: a brand's ``own`` page may name them as before.
    """
    for index, item in enumerate(page.meta.sources if known else ()):
        if item in known:
            continue
        wrong, do = describe_missing_source(item, known, is_own=is_own)
        if item in called:
            wrong = f"the source '{item}' is called '{called[item]}' now"
            do = f"write '{called[item]}', or take this out where that stands already"
        is_fault = not (is_own and item in called)
        yield Finding(page.file, page.line("sources", index), wrong, do, is_fault=is_fault)


def _check_repeats(page: Page) -> Iterator[Finding]:
    """Find what stands twice in a list of the head of a page."""
    for key in ("related", "sources", "search_words"):
        items = getattr(page.meta, key)
        for index, item in enumerate(items):
            if item in items[:index]:
                wrong = f"'{item}' stands twice in '{key}'"
                yield Finding(page.file, page.line(key, index), wrong, "take one out")


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
        findings += [
            Finding(page.file, heading.line, wrong, do, about=(heading.anchor,)) for wrong, do in found
        ]
        seen.setdefault(heading.anchor, heading.line)
        level = heading.level
    return findings


def _wrong_heading(heading: Heading, level: int, seen: Mapping[str, int]) -> list[tuple[str, str]]:
    """Return what is wrong with a heading, each with what to do; ``level`` is that of the heading before it."""
    wrong = [_wrong_words(heading), _wrong_level(heading, level)]
    wrong.append(_wrong_anchor(heading, seen) if heading.anchor else _unread_anchor(heading))
    return [one for one in wrong if one]


def _wrong_words(heading: Heading) -> tuple[str, str] | None:
    if heading.title.strip("# "):
        return None
    return "this heading has no words", "write them before its anchor, or take the line out"


def _wrong_level(heading: Heading, before: int) -> tuple[str, str] | None:
    if heading.level == 1:
        return "a heading with one '#' is the title's", "use '##'; the title stands in the front matter"
    if heading.level > before + 1:
        wrong = f"a heading of level {heading.level} follows one of level {before}"
        return wrong, f"use {'#' * (before + 1)}"
    return None


def _unread_anchor(heading: Heading) -> tuple[str, str]:
    """Return what is wrong with a heading without an anchor: one that cannot be read, or none at all.

    ## Wie betaalt? {#who pays} => the anchor '{#who pays}' cannot be read, write it without spaces, like {#who-pays}
    """
    if broken := BROKEN_ANCHOR.search(heading.title):
        good = "-".join(broken[1].split()) or "who-pays"
        return f"the anchor '{broken[0]}' cannot be read", f"write it without spaces, like {{#{good}}}"
    if other := OTHER_ANCHOR.search(heading.title):
        return (
            f"the anchor '{other[0]}' cannot be read",
            f"write it so: {{#{(other[1] or other[2]).lower()}}}",
        )
    if early := EARLY_ANCHOR.fullmatch(heading.title):
        wrong = f"'{early[3]}' stands behind the anchor '{early[2]}', which has to be the last"
        return wrong, f"write '{'#' * heading.level} {early[1]} {early[3]} {early[2]}'"
    do = "add one in English that is the same in both languages, like {#who-pays}"
    return f"the heading '{heading.title}' has no anchor", do


def _wrong_anchor(heading: Heading, seen: Mapping[str, int]) -> tuple[str, str] | None:
    if not GOOD_ANCHOR.fullmatch(heading.anchor):
        good = "-".join(re.findall(r"[a-z0-9]+", heading.anchor.lower())) or "who-pays"
        wrong = (
            f"the anchor '{heading.anchor}' has other signs than small letters, figures and single hyphens"
        )
        return wrong, f"write {{#{good}}}"
    if heading.anchor in seen:
        wrong = f"the anchor '{heading.anchor}' is also on line {seen[heading.anchor]}"
        return wrong, "give one of the two another name"
    return None


def check_pairs(pages: Sequence[Page], names: Mapping[str, Collection[str]]) -> list[Finding]:
    """Find pages that do not exist in every language, and headings that differ between two.

    ``names`` holds the page names of each language, those of broken pages too.
    """
    findings: list[Finding] = []
    by_slug = {(page.lang, page.meta.slug): page for page in pages}
    by_name = sorted(pages, key=lambda page: (page.name, LANGUAGES.index(page.lang)))
    for name, group in groupby(by_name, key=lambda page: page.name):
        twins = list(group)
        first = twins[0]
        for twin in twins[1:]:
            findings += _check_twin_headings(first, twin)
        lacking = [
            lang
            for lang, known in names.items()
            if FACTS[lang].whole and name not in known and lang not in first.meta.not_yet_in
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
    if meant is not None and meant.name != page.name:
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
    findings = [_other_anchor(original, mine, twin, theirs) for mine, theirs in renamed]
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


def _other_anchor(original: Page, mine: Heading, twin: Page, theirs: Heading) -> Finding:
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


def check_links(
    page: Page | BrokenPage,
    text: Text,
    anchors: Mapping[str, Collection[str]],
    moved: Mapping[PageAnchor, PageAnchor],
    *,
    unknown: Collection[str] = (),
    is_own: bool = False,
    became: Mapping[str, str],
) -> list[Finding]:
    """Find links to pages that do not exist; addresses are left to the check of the finished site.

    ``text`` is the page's own or that of a snippet it includes; ``anchors`` holds the anchors of each page
    of the page's language by page name, ``moved`` where sections of these pages are answered now. Of pages that are
    ``unknown``, as they are to be written, something else tells. In a text of a brand (``is_own``) a link to one that
    moved works, and is a notice. ``became`` names the page that took the place of each one that went.
    """
    findings = []
    for link in text_links(text):
        if _place(page, link).page not in unknown and (
            fault := _describe_wrong_link(page, link, anchors, moved, became)
        ):
            is_moved = _place(page, link) in moved
            findings.append(
                Finding(
                    text.file,
                    link.line,
                    *fault,
                    is_fault=not (is_own and is_moved),
                    about=_target_and_anchor(link),
                )
            )
    return findings


def links_by_address(text: Text, slugs: Mapping[str, str]) -> Iterator[Finding]:
    """Find links that call a page by its address: kosten.md for costs.md. ``slugs`` are the pages by such addresses."""
    for link in text_links(text):
        path, mark, anchor = link.target.partition("#")
        slug = path.removesuffix(".md")
        if slug in slugs:
            wrong = (
                f"the link '{link.words}' leads to '{link.target}', and '{slug}' is the address of that page"
            )
            do = f"write the name of its file, {slugs[slug]}.md{mark}{anchor}"
            yield Finding(text.file, link.line, wrong, do, about=_target_and_anchor(link))


def _target_and_anchor(link: MarkdownLink) -> tuple[str, str]:
    return link.target, f"#{link.target.partition('#')[2]}"


@dataclass(frozen=True, slots=True)
class LostLink:
    """A link to a section that its page does not have: the file it stands in, and the place where it should lead."""

    file: str
    link: MarkdownLink
    place: PageAnchor


def lost_links(
    page: Page | BrokenPage,
    text: Text,
    anchors: Mapping[str, Collection[str]],
    moved: Mapping[PageAnchor, PageAnchor],
    unknown: Collection[str] = (),
) -> list[LostLink]:
    """Return the links of a text to sections that do not exist, on pages that do; see `check_links`."""
    return [
        LostLink(text.file, link, place)
        for link in text_links(text)
        if link.target and not ADDRESS.match(link.target)
        for place in (_place(page, link),)
        if place.page in anchors
        and place.page not in unknown
        and place.anchor not in {*anchors[place.page], ""}
        and place not in moved
    ]


def group_lost_links(lost: Iterable[LostLink], anchors: Mapping[str, Collection[str]]) -> list[Finding]:
    """Return one finding for all links of a language to a section that is not there, at the first of them."""
    by_place: dict[PageAnchor, list[LostLink]] = {}
    for one in lost:
        by_place.setdefault(one.place, []).append(one)
    return [_finding_of_lost_links(place, links, anchors[place.page]) for place, links in by_place.items()]


def _finding_of_lost_links(place: PageAnchor, lost: Sequence[LostLink], anchors: Collection[str]) -> Finding:
    first, *more = lost
    so_do = f" (so {'does' if len(more) == 1 else 'do'} {format_places(more)})" if more else ""
    wrong = f"the link '{first.link.words}' leads to '#{place.anchor}', which is no section of {place.page}.md{so_do}"
    also = tuple((one.file, one.link.line) for one in more)
    about = tuple(dict.fromkeys(said for one in lost for said in _target_and_anchor(one.link)))
    return Finding(
        first.file, first.link.line, wrong, did_you_mean(place.anchor, anchors), about=about, also=also
    )


def format_places(lost: Iterable[LostLink]) -> str:
    """Return the files and lines of links, in one line."""
    return ", ".join(dict.fromkeys(f"{one.file}:{one.link.line}" for one in lost))


def _place(page: Page | BrokenPage, link: MarkdownLink) -> PageAnchor:
    path, _, anchor = link.target.partition("#")
    return PageAnchor(path.removesuffix(".md") if path else page.name, anchor)


def _describe_wrong_link(
    page: Page | BrokenPage,
    link: MarkdownLink,
    anchors: Mapping[str, Collection[str]],
    moved: Mapping[PageAnchor, PageAnchor],
    became: Mapping[str, str],
) -> tuple[str, str] | None:
    """Return what is wrong with where a link leads, and what to do."""
    if ADDRESS.match(link.target):
        return _describe_file_on_host(link, anchors)
    if not link.target:
        do = "write the page or the section, like costs.md#who-pays"
        return f"the link '{link.words}' leads nowhere", do
    path, place = link.target.partition("#")[0], _place(page, link)
    name, anchor = place.page, place.anchor
    if name not in anchors:
        return _describe_missing_target(link, place, anchors, moved, became)
    if new := moved.get(place):
        wrong = f"the link '{link.words}' leads to '#{anchor}', which moved from {name}.md"
        return wrong, f"write {new.page}.md{'#' + new.anchor if new.anchor else ''}"
    if path and not path.endswith(".md") and anchor in {*anchors[name], ""}:
        wrong = f"the link '{link.words}' leads to '{link.target}'"
        return wrong, f"write {name}.md{'#' + anchor if anchor else ''}"
    return None


def _describe_file_on_host(link: MarkdownLink, pages: Collection[str]) -> tuple[str, str] | None:
    """Return what is wrong with a link to the file of a page where editors see it; None for any other address."""
    match = ON_HOST.match(link.target)
    if match is None or match[1] not in pages:
        return None
    wrong = f"the link '{link.words}' leads to the file of a page, '{link.target}'"
    return wrong, f"write {match[1]}.md{match[2] or ''}"


def _describe_missing_target(
    link: MarkdownLink,
    place: PageAnchor,
    anchors: Mapping[str, Collection[str]],
    moved: Mapping[PageAnchor, PageAnchor],
    became: Mapping[str, str],
) -> tuple[str, str]:
    """Return what is wrong with a link to something that is no page, and what to do."""
    path = link.target.partition("#")[0]
    if path.endswith(PAPER_ENDINGS):
        wrong = f"the link '{link.words}' leads to the file '{path}', and a text leads to pages alone"
        do = "name the file at 'papers' in brand.yml, and lead to your-hospital.md#papers, or write its whole address"
        return wrong, do
    if link.target.startswith("www."):
        return f"the link '{link.words}' leads to '{link.target}'", f"write https://{link.target}"
    if MAIL.fullmatch(link.target):
        return f"the link '{link.words}' leads to '{link.target}'", f"write mailto:{link.target}"
    if path.endswith(picture_files.ENDINGS):
        wrong = f"the link '{link.words}' leads to the picture '{link.target}', and readers do not see it"
        return wrong, f"write a '!' before it: ![{link.words}]({link.target})"
    wrong = f"the link '{link.words}' leads to '{link.target}', and that page"
    if (now := became.get(place.page)) in anchors:
        return f"{wrong} has become {now}.md", _where_now(PageAnchor(str(now), place.anchor), anchors, moved)
    return f"{wrong} does not exist", did_you_mean(path, [f"{other}.md" for other in anchors])


def _where_now(
    place: PageAnchor, anchors: Mapping[str, Collection[str]], moved: Mapping[PageAnchor, PageAnchor]
) -> str:
    """Return what to write in place of a section of a page that went, by its name on the page that took its place."""
    now = moved.get(place, place)
    if now.anchor and now.anchor in anchors.get(now.page, ()):
        return f"write {now.page}.md#{now.anchor}"
    return f"write {place.page}.md" + (", or a section of it" if place.anchor else "")
