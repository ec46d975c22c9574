"""The pages of the site as their editors wrote them."""

from __future__ import annotations

import datetime
import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from pathlib import PurePosixPath

from msgspec import Struct, field

from second_opinion.core.addresses import HOME
from second_opinion.core.cache import cached_by_digest
from second_opinion.core.findings import Finding, Message, message_of_missing_page
from second_opinion.core.markdown_text import Heading, Text, headings, read_text_of
from second_opinion.core.records import is_slug
from second_opinion.core.validation import YamlDocument, read_yaml, validate
from second_opinion.data.cases import usual
from second_opinion.data.pictograms import check_icon
from second_opinion.data.sources import message_of_missing_source
from second_opinion.texts.blocks import without_comments
from second_opinion.texts.front_matter import FrontMatter

STEP = re.compile(r"^(\d+)\.\s", re.MULTILINE)
SECOND_HEAD = re.compile(r"\s*---[ \t]*\n(?=[a-z_]+:[ \t])")
KEY_OR_ENTRY = re.compile(r"[\w-]+:|\s+\S|\s*-\s|\s*#|\s*$")
SOON = datetime.timedelta(days=31)  # a build for an earlier day is no fault of the pages
LONGEST_UNCHECKED = datetime.timedelta(days=3 * 366)
BROKEN_ANCHOR = re.compile(r"\{\s*#([^{}]*)\}?\s*$")
OTHER_ANCHOR = re.compile(r"(?:\{([a-z][\w-]*)\}|[(\[]#([\w-]+)[)\]])\s*$", re.IGNORECASE)
EARLY_ANCHOR = re.compile(r"(.*?)\s*(\{\s*#[^{}\s]+\})\s*(\S.*)")


class Page(Struct, frozen=True):
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


class BrokenPage(Struct, frozen=True):
    """A page whose front matter cannot be used; its text, and what can be read of its head, are still checked."""

    lang: str
    name: str
    file: str
    text: Text
    front: YamlDocument = field(default_factory=lambda: YamlDocument("", None, {}))


AnyPage = Page | BrokenPage


@cached_by_digest
def read_page(lang: str, name: str, file: str, markdown: str) -> tuple[AnyPage, list[Finding]]:
    """Read one page; without a sound front matter it is a broken one, with the findings that say why."""
    front_text, text = read_text_of(markdown, file)
    body, body_line = text.body, text.first_line
    front = read_yaml(front_text, file, first_line=2)
    if body_line == 1 and markdown.startswith("---"):
        line = _front_end(markdown)
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
    if meta and is_empty_text(text):
        do = "write it, or take the file away with its twin"
        findings.append(Finding(file, body_line, "this page has no text", do))
        return BrokenPage(lang, name, file, text), findings
    wrong_slug = _check_slug(name, meta, file, front) if meta else []
    if meta is None or wrong_slug:
        return BrokenPage(lang, name, file, text, front), [*findings, *wrong_slug]
    return Page(lang, name, file, meta, front, text), findings


def is_empty_text(text: Text) -> bool:
    """Tell whether nothing is left of a text for readers."""
    return not without_comments(text).body.strip()


def _front_end(markdown: str) -> int:
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


def check_step_icons(
    page: Page, texts: Sequence[Text], icons: Collection[str], shared: Mapping[str, Text]
) -> list[Finding]:
    """Find pictograms of steps that do not exist, and steps in all ``texts`` of a page that have none.

    The number before a step says which one it has, as a step is left out where a hospital needs none. ``shared`` holds
    our passages by name: one of a brand in the place of a step is a step too.
    """
    named, line = page.meta.step_icons, page.line("step_icons")
    findings = [
        found
        for index, name in enumerate(named)
        for found in check_icon(name, icons, page.file, page.line("step_icons", index))
    ]
    if not named:
        return findings
    numbers = {text.file: _step_numbers(text.body) for text in texts}
    for text in texts:
        name = PurePosixPath(text.file).name
        ours = shared.get(usual(name) or name)
        begins = ours.body.split(maxsplit=1)[0] if ours and _step_numbers(ours.body) else ""
        if begins and not numbers[text.file]:
            wrong = f"this passage is no step, and the shared one in its place begins with '{begins}'"
            findings.append(Finding(text.file, 1, wrong, f"begin it with '{begins} ' too"))
    last = max((number for found in numbers.values() for number in found), default=0)
    if last != len(named):
        has = f"its last numbered step is {last}" if last else "the page has no numbered steps"
        wrong = f"'step_icons' names {len(named)} pictograms, and {has}"
        findings.append(Finding(page.file, line, wrong, "name one for each step, in their order"))
    return findings


def _step_numbers(markdown: str) -> list[int]:
    """Return the numbers that stand before the steps of a text, in their order."""
    return [int(number) for number in STEP.findall(markdown)]


def icons_of_steps(icons: Sequence[str], markdown: str) -> list[str]:
    """Return the pictograms of the steps of a whole text, in their order."""
    return [icons[number - 1] for number in _step_numbers(markdown) if 0 < number <= len(icons)]


def _check_slug(name: str, meta: FrontMatter, file: str, front: YamlDocument) -> list[Finding]:
    if name == HOME and meta.slug:
        return [Finding(file, front.line("slug"), f"the home page has the slug '{meta.slug}'", "take it out")]
    if name != HOME and not meta.slug:
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
            Finding(page.file, page.line("related", index), *message_of_missing_page(name, known, became))
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
        wrong, do = message_of_missing_source(item, known, is_own=is_own)
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


def check_headings(page: AnyPage, model: Text | None = None) -> list[Finding]:
    """Find headings without an anchor, anchors that stand twice, and levels that are skipped.

    ``model`` has the anchors that are meant: what a page of a hospital replaces.
    """
    findings: list[Finding] = []
    seen: dict[str, int] = {}
    level = 1
    meant = _anchors_meant(page.text, model) if model else {}
    for heading in headings(page.text):
        found = _messages_of_heading(heading, level, seen, meant.get(heading.line, "who-pays"))
        findings += [
            Finding(page.file, heading.line, wrong, do, about=(heading.anchor,)) for wrong, do in found
        ]
        seen.setdefault(heading.anchor, heading.line)
        level = heading.level
    return findings


def _anchors_meant(text: Text, model: Text) -> dict[int, str]:
    """Return for headings without an anchor one that only the model has, each once: of the same words, or the next."""
    there = {heading.anchor for heading in headings(text)}
    bare = [heading for heading in headings(text) if not heading.anchor]
    lacking = {heading.anchor: heading.title for heading in headings(model) if heading.anchor not in there}
    by_title = {title: anchor for anchor, title in lacking.items()}
    alike = {one.line: by_title[one.title] for one in bare if one.title in by_title}
    left = [anchor for anchor in lacking if anchor not in alike.values()]
    others = [one.line for one in bare if one.line not in alike]
    return {**alike, **dict(zip(others, left, strict=False))}


def _messages_of_heading(heading: Heading, level: int, seen: Mapping[str, int], meant: str) -> list[Message]:
    """Return what is wrong with a heading, each with what to do; ``level`` is that of the heading before it.

    ``meant`` is the anchor that one without any is told as an example.
    """
    wrong = [_message_of_heading_words(heading), _message_of_level(heading, level)]
    wrong.append(
        _message_of_anchor(heading, seen) if heading.anchor else _message_of_unread_anchor(heading, meant)
    )
    return [one for one in wrong if one]


def _message_of_heading_words(heading: Heading) -> Message | None:
    if heading.title.strip("# "):
        return None
    return "this heading has no words", "write them before its anchor, or take the line out"


def _message_of_level(heading: Heading, before: int) -> Message | None:
    if heading.level == 1:
        return "a heading with one '#' is the title's", "use '##'; the title stands in the front matter"
    if heading.level > before + 1:
        wrong = f"a heading of level {heading.level} follows one of level {before}"
        return wrong, f"use {'#' * (before + 1)}"
    return None


def _message_of_unread_anchor(heading: Heading, meant: str) -> Message:
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
    do = f"add one in English that is the same in both languages, like {{#{meant}}}"
    return f"the heading '{heading.title}' has no anchor", do


def _message_of_anchor(heading: Heading, seen: Mapping[str, int]) -> Message | None:
    if not is_slug(heading.anchor):
        good = "-".join(re.findall(r"[a-z0-9]+", heading.anchor.lower())) or "who-pays"
        wrong = (
            f"the anchor '{heading.anchor}' has other signs than small letters, figures and single hyphens"
        )
        return wrong, f"write {{#{good}}}"
    if heading.anchor in seen:
        wrong = f"the anchor '{heading.anchor}' is also on line {seen[heading.anchor]}"
        return wrong, "give one of the two another name"
    return None
