"""Several languages, one meaning: what must be the same in a text and its twin in another language."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from itertools import pairwise

from msgspec import Struct

from second_opinion.core.cache import cached
from second_opinion.core.findings import Finding
from second_opinion.core.languages import FACTS, SOURCE_NAME
from second_opinion.core.markdown_text import (
    HEADING,
    Text,
    includes_meant_in,
    markdown_links,
    names_to_fill,
    without_targets,
)
from second_opinion.texts.blocks import readable, without_comments
from second_opinion.texts.markup import BOXES, ONE_BRACE
from second_opinion.texts.pages import Page
from second_opinion.texts.placeholders import AMOUNT, THOUSANDS
from second_opinion.texts.word_slips import (
    impossible_days,
    month_in,
    months_in_words,
    without_numbers_of_people,
)

EXEMPT = re.compile(r"<!--\s*differs:\s*(.*?)\s*-->")
BOX = re.compile(r"^\s*///\s*([a-z][\w-]*)", re.IGNORECASE)
# A typed amount is a finding of its own.
NOT_NUMBERS = re.compile(rf"\{{[^}}]*\}}|<[^<>]*>|^\s*\d+[.)]\s|https?://\S+|{AMOUNT.pattern}", re.IGNORECASE)
COUNTS = {word: number for facts in FACTS.values() for number, word in enumerate(facts.counts, 2)}
TIMES = {word: time for facts in FACTS.values() for word, time in facts.times.items()}
TIME = re.compile(rf"\b({'|'.join(COUNTS)})\s+({'|'.join(TIMES)})\b", re.IGNORECASE)
NUMBER = re.compile(r"(?<![^\W\d_])\d+(?:[.,]\d+)*")
DIGIT = re.compile(r"\d")
MAY_BE_TIME = re.compile("|".join(TIMES))  # in small letters, which is far quicker to look for


class Occurrence(Struct, frozen=True):
    """Something that both languages must have: what it is, its line, whether it is reported already."""

    value: str
    line: int
    is_reported: bool = False


class Aspect(Struct, frozen=True):
    """One thing to compare: how an editor calls it, and where it stands in a text.

    It is compared only where ``is_known`` says of both texts that we know how it is written in them.
    """

    called: str
    find: Callable[[Text], list[Occurrence]]
    is_known: Callable[[Text], bool] = lambda _: True


def boxes_in(text: Text) -> list[Occurrence]:
    """Return the boxes of a text, by their kind."""
    return [
        Occurrence(match.group(1), line)
        for line, words in text.lines()
        if "///" in words and (match := BOX.match(words))
    ]


def numbers_in(text: Text) -> list[Occurrence]:
    """Return the numbers of a text without separators of thousands; link targets and list numbers do not count."""
    if not DIGIT.search(text.body):
        return []
    read = Text(text.file, without_targets(text.body), text.first_line)
    lang = _language_of(text)
    reported = {(line, day[1]) for line, day in impossible_days(text, lang)} if lang in FACTS else set()
    return [
        Occurrence(THOUSANDS.sub("", number).replace(",", "."), line, is_reported=(line, number) in reported)
        for line, words in read.lines()
        if DIGIT.search(words) and not (EXEMPT.search(words) or HEADING.match(words) or "8<" in words)
        for number in NUMBER.findall(without_numbers_of_people(NOT_NUMBERS.sub(" ", words)))
    ]


def durations_in(text: Text) -> list[Occurrence]:
    """Return the lengths of time that stand in words, in English: "vier weken" is 4 weeks."""
    if not MAY_BE_TIME.search(text.body.casefold()):
        return []
    read = readable(text)
    return [
        Occurrence(f"{COUNTS[match[1].casefold()]} {TIMES[match[2].casefold()]}", read.line_at(match.start()))
        for match in _compared(TIME, text, read)
    ]


def _compared(pattern: re.Pattern[str], text: Text, read: Text) -> Iterator[re.Match[str]]:
    """Yield the matches in a text as it is ``read``, but those that end on a line that is not compared."""
    lines = text.body.split("\n")
    return (
        match
        for match in pattern.finditer(read.body)
        if not EXEMPT.search(lines[read.line_at(match.end()) - text.first_line])
    )


def months_in(text: Text) -> list[Occurrence]:
    """Return the months that stand beside a day or a year, in English; days and years are numbers."""
    lang = _language_of(text)
    if lang not in FACTS or not DIGIT.search(text.body):
        return []
    read = readable(text)
    return [
        Occurrence(month_in(match, lang), read.line_at(match.start()))
        for match in _compared(months_in_words(lang), text, read)
    ]


def values_in(text: Text) -> list[Occurrence]:
    """Return the names that are filled in, also those between single braces, which another check reports."""
    single = (
        (line, match[1])
        for line, words in text.lines()
        if "{" in words
        for match in ONE_BRACE.finditer(words)
    )
    return [Occurrence(f"{{{{ {name} }}}}", line) for line, name in sorted([*names_to_fill(text), *single])]


def next_steps_in(text: Text) -> list[Occurrence]:
    """Return the links that lead on at the end of a page, wherever they lead."""
    return [Occurrence("{ .next }", link.line) for link in markdown_links(text) if ".next" in link.attributes]


def images_in(text: Text) -> list[Occurrence]:
    """Return the pictures of a text, by the names of their files."""
    return [Occurrence(link.target, link.line) for link in markdown_links(text) if link.is_image]


def _are_boxes_known(text: Text) -> bool:
    return all(box.value in BOXES for box in boxes_in(text))


def _are_times_known(text: Text) -> bool:
    """Tell whether the words for lengths of time are known in the language of a text."""
    facts = FACTS.get(_language_of(text))
    return facts is None or bool(facts.times)


def _are_next_steps_known(text: Text) -> bool:
    """Tell whether the language of a text has all pages to which it can lead."""
    facts = FACTS.get(_language_of(text))
    return facts is None or facts.is_whole


def _language_of(text: Text) -> str:
    """Return the language of a text, which its folder names."""
    return text.file.rpartition("/")[0].rpartition("/")[2]


ASPECTS = (
    Aspect("snippet", lambda text: [Occurrence(name, line) for line, name in includes_meant_in(text)]),
    Aspect("value", values_in),
    Aspect("box", boxes_in, _are_boxes_known),
    Aspect("number", numbers_in),
    Aspect("length of time", durations_in, _are_times_known),
    Aspect("month", months_in),
    Aspect("link to the next step", next_steps_in, _are_next_steps_known),
    Aspect("picture", images_in),
)


NUMBER_FINDERS = (numbers_in, durations_in, months_in)


def check_page_parity(original: Page, twin: Page) -> list[Finding]:
    """Find keys, and in each section snippets, values, boxes and numbers, that two twins do not share."""
    return [*_check_keys(original, twin), *_check_sections(original.text, twin.text)]


@cached
def _check_sections(original: Text, twin: Text) -> tuple[Finding, ...]:
    ours, twins = _by_anchor(original), _by_anchor(twin)
    swallowed = _before_lacking(ours, twins) | _before_lacking(twins, ours)
    pairs = [
        (mine, twins[anchor]) for anchor, mine in ours.items() if anchor in twins and anchor not in swallowed
    ]
    return tuple(
        finding
        for mine, theirs in pairs
        for finding in (
            _check_text_below(mine, theirs) or _check_text_below(theirs, mine) or _check_aspects(mine, theirs)
        )
    )


def _by_anchor(text: Text) -> dict[str, Text]:
    return {_anchor(section): section for section in split_at_headings(text)}


def _before_lacking(sections: Mapping[str, Text], twins: Collection[str]) -> set[str]:
    """Return the sections whose next heading the twin lacks, as is reported: its text may stand below this one."""
    return {before for before, anchor in pairwise(sections) if anchor not in twins}


def _check_text_below(section: Text, twin: Text) -> list[Finding]:
    """Find a section of which only the heading is left, while its twin says something below that."""
    if _has_text(section) or not _has_text(twin):
        return []
    wrong = f"the section '{_anchor(section)}' has no text here, and in {twin.file} (line {twin.first_line}) it has"
    do = "write it here too, or take the section out in both languages"
    return [Finding(section.file, section.first_line, wrong, do)]


def _has_text(section: Text) -> bool:
    """Tell whether something stands below the heading of a section; what has no heading with an anchor is text."""
    if not _anchor(section):
        return True
    _, _, below = without_comments(section).body.partition("\n")
    return bool(below.strip())


@cached
def check_text_parity(original: Text, twin: Text) -> tuple[Finding, ...]:
    """Find what two texts do not share; each finding stands at the twin's line and names that of the original."""
    return tuple(_check_aspects(original, twin))


@cached
def check_number_parity(original: Text, twin: Text) -> tuple[Finding, ...]:
    """Find numbers, lengths of time and months that two texts do not share."""
    return tuple(
        _check_aspects(original, twin, [aspect for aspect in ASPECTS if aspect.find in NUMBER_FINDERS])
    )


def _check_aspects(original: Text, twin: Text, aspects: Sequence[Aspect] = ASPECTS) -> Iterator[Finding]:
    for aspect in aspects:
        here, there = aspect.find(original), aspect.find(twin)
        if _values(here) != _values(there) and aspect.is_known(original) and aspect.is_known(twin):
            yield from _check_aspect(aspect, (original, here), (twin, there))


def _values(places: Sequence[Occurrence]) -> list[str]:
    return [place.value for place in places]


def _check_aspect(
    aspect: Aspect, of_original: tuple[Text, list[Occurrence]], of_twin: tuple[Text, list[Occurrence]]
) -> Iterator[Finding]:
    (original, here), (twin, there) = of_original, of_twin
    missing, extra = _without_reported(_surplus(here, there), _surplus(there, here))
    for mine, theirs in zip(missing, extra, strict=False):
        yield Finding(
            twin.file,
            theirs.line,
            f"the {aspect.called} here is '{theirs.value}', in {SOURCE_NAME} it is '{mine.value}' "
            f"({original.file}:{mine.line})",
            _describe_mending(aspect, twin),
            values={"called": aspect.called, "here": mine.value, "there": theirs.value},
            also=((original.file, mine.line),),
        )
    for mine in missing[len(extra) :]:
        yield Finding(
            original.file,
            mine.line,
            f"the {aspect.called} '{mine.value}' does not stand in the same section of {twin.file} "
            f"(line {twin.first_line})",
            _describe_mending(aspect, twin),
        )
    for theirs in extra[len(missing) :]:
        yield Finding(
            twin.file,
            theirs.line,
            f"the {aspect.called} '{theirs.value}' does not stand in the same section of {original.file} "
            f"(line {original.first_line})",
            _describe_mending(aspect, twin),
        )


def _without_reported(
    missing: list[Occurrence], extra: list[Occurrence]
) -> tuple[list[Occurrence], list[Occurrence]]:
    """Return what differs, without what is reported already and without as many in the other text, their twins."""
    reported = [sum(place.is_reported for place in places) for places in (missing, extra)]
    left = [[place for place in places if not place.is_reported] for places in (missing, extra)]
    return left[0][reported[1] :], left[1][reported[0] :]


def _surplus(these: Sequence[Occurrence], those: Sequence[Occurrence]) -> list[Occurrence]:
    """Return the places of ``these`` that ``those`` do not have, as often as they are more.

    These 5, 5 and 7 against those 5 and 9 => the second 5, and 7.
    """
    left = Counter(place.value for place in those)
    surplus = []
    for place in these:
        if left[place.value]:
            left[place.value] -= 1
        else:
            surplus.append(place)
    return surplus


def _describe_mending(aspect: Aspect, text: Text) -> str:
    if aspect.find in NUMBER_FINDERS and text.file.endswith(".md"):
        return "make them the same, or end the line with <!-- differs: and the reason -->"
    return "make them the same"


def split_at_headings(text: Text) -> tuple[Text, ...]:
    """Split a text before each heading; each part keeps its file and its line."""
    parts: list[Text] = []
    start = text.first_line
    lines: list[str] = []
    for line, words in text.lines():
        if lines and words.startswith("#") and HEADING.match(words):
            parts.append(Text(text.file, "\n".join(lines), start))
            start, lines = line, []
        lines.append(words)
    return (*parts, Text(text.file, "\n".join(lines), start))


def _anchor(section: Text) -> str:
    match = HEADING.match(section.body.split("\n", 1)[0])
    return (match.group(3) or "") if match else ""


def _check_keys(original: Page, twin: Page) -> list[Finding]:
    findings = [
        Finding(
            other.file,
            1,
            f"'{key}' is missing, and it stands in {page.file} (line {page.line(key)})",
            "add it here, or take it out there",
        )
        for page, other in ((original, twin), (twin, original))
        for key in sorted(set(page.front.value) - set(other.front.value) - {"not_yet_in"})
    ]
    for key in ("written", "next_check", "sources", "related", "step_icons"):
        mine, theirs = getattr(original.meta, key), getattr(twin.meta, key)
        if mine != theirs:
            there = f"{original.file} (line {original.line(key)})"
            wrong = f"'{key}' {_describe_difference(mine, theirs, there)}"
            findings.append(Finding(twin.file, twin.line(key), wrong, "make them the same"))
    return findings


def _describe_difference(mine: object, theirs: object, there: str) -> str:
    """Return how the value of a twin (``theirs``) differs from that of the original, which stands ``there``."""
    if not isinstance(mine, list) or not isinstance(theirs, list):
        return f"is {theirs} here and {mine} in {there}"
    lacking = [f"'{item}'" for item in mine if item not in theirs]
    more = [f"'{item}'" for item in theirs if item not in mine]
    if lacking and more:
        return f"has {', '.join(more)} here, and {', '.join(lacking)} in {there}"
    if lacking:
        return f"lacks {', '.join(lacking)}, which {there} has"
    if more:
        return f"has {', '.join(more)}, which {there} has not"
    return f"has another order here than in {there}"
