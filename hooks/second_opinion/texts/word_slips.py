"""Words that no reader should get: notes to oneself, a word twice, impossible days, bare addresses, marks of Word."""

from __future__ import annotations

import re
import unicodedata
from calendar import monthrange
from collections.abc import Callable, Iterable, Iterator

from second_opinion.core.cache import cached
from second_opinion.core.findings import Finding, line_at
from second_opinion.core.formatting import months_by_name
from second_opinion.core.languages import FACTS, REPORT_LANGUAGE
from second_opinion.core.markdown_text import Text
from second_opinion.texts.blocks import passages, readable, without_comments, without_links

UNFINISHED = re.compile(
    r"\b(?:TO ?DO|FIXME|TBD|(?:NOG )?(?:IN|AAN)VULLEN|XX+|[Ll]orem ipsum)\b|\?\?+|\.{4,}|…{2,}"
)
TWICE = re.compile(r"\b([^\W\d_]{2,})\s+(\1)\b", re.IGNORECASE)
BARE_ADDRESS = re.compile(
    r"(?<![\w/@.='\"])(?:https?://|www\.)[^\s<>()\[\]]*[^\s<>()\[\].,;:!?'’”]", re.IGNORECASE
)
EMOJI = re.compile("[\U0001f000-\U0001faff\u2600-\u2712\u2715\u2716\u2719-\u27bf\u2b50\u2b55]\ufe0f?")
HIDDEN = re.compile("[\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2064\ufeff]")
HARD_SPACE = re.compile("([\u00a0\u2007\u202f])\\s*(\\S*)")
NINE_FIGURES = re.compile(r"(?<![\d.,+])\d(?:[ .]?\d){8}(?!\d|[.,]\d)")
SPACE_BEFORE_MARK = re.compile(r"[ ][.,;!?](?=\s|$)")  # far quicker to look for than with the word before it
WORD_SPACE_MARK = re.compile(r"([^\s|]*[\w)’”*])[ ]+([.,;!?])(?=\s|$)")
IN_WORDS = re.compile(
    r"(?P<mail>\b[\w.+-]+@[\w-]+(?:\.[\w-]+)+)"
    r"|(?<![\w.@/-])(?P<site>[a-z0-9-]+\.(?:nl|com|org|eu|be)\b(?!\.\w))"
    r"|(?<![\d+])(?P<phone>(?:\+31|0)(?:[ -]?\d){8,10})(?!\d)",
    re.IGNORECASE,
)
# Quicker to look for.
MAY_BE_ADDRESS = re.compile(r"@|\.(?:nl|com|org|eu|be)\b|\d(?:[ -]?\d){8}", re.IGNORECASE)
FEW_WORDS = 6  # with fewer, a passage may stand twice
LEAP_YEAR = 2024  # of a day without a year: 29 February may be meant
OFFICE_REMARK = re.compile(r"<!(?:--)?\[[^\]\n]*\][^>\n]*>")


def check_unfinished(text: Text) -> Iterator[Finding]:
    """Find notes that an editor left for later."""
    typed = readable(text)
    for match in UNFINISHED.finditer(typed.body):
        wrong = f"'{match[0]}' stands here, and readers see it"
        yield Finding(text.file, typed.line_at(match.start()), wrong, "finish the text, or take it out")


def check_words_twice(text: Text, lang: str) -> Iterator[Finding]:
    """Find a word that stands twice, one right behind the other; a few may."""
    for passage in passages(readable(text)):
        words = "\n".join(passage.lines)
        for match in TWICE.finditer(words):
            if match[1].casefold() not in FACTS[lang].may_stand_twice:
                line = line_at(words, match.start(2), passage.first_line)
                wrong = f"the word '{match[2]}' stands here twice, one behind the other"
                yield Finding(text.file, line, wrong, "take one out", is_fault=False)


def check_space_before_mark(text: Text) -> Iterator[Finding]:
    """Find a space before a point or a comma, once in each line."""
    typed = without_comments(text)
    for number, line in typed.lines() if SPACE_BEFORE_MARK.search(typed.body) else ():
        if match := WORD_SPACE_MARK.search(line):
            wrong = f"a space stands between '{match[1]}' and '{match[2]}'"
            yield Finding(text.file, number, wrong, "take it out", is_fault=False)


def check_addresses_in_words(text: Text) -> Iterator[Finding]:
    """Find addresses of sites and of mail, and telephone numbers, that readers have to type themselves."""
    typed = without_links(text)
    for match in IN_WORDS.finditer(typed.body) if MAY_BE_ADDRESS.search(typed.body) else ():
        said, kind = match[0], match.lastgroup
        words, target = (
            ("call", f"tel:{re.sub(r'[^0-9+]', '', said)}")
            if kind == "phone"
            else ("mail", f"mailto:{said}")
            if kind == "mail"
            else ("click on", f"https://{said}")
        )
        wrong = f"nobody can {words} '{said}' with one touch"
        do = f"make a link of it: [{said if kind != 'site' else 'words'}]({target})"
        yield Finding(text.file, typed.line_at(match.start()), wrong, do, is_fault=False)


def check_passages_twice(text: Text) -> Iterator[Finding]:
    """Find a passage of some words that stands twice in a text."""
    first: dict[str, int] = {}
    for passage in passages(without_comments(text)):
        words = " ".join(" ".join(passage.lines).split())
        line = first.setdefault(words, passage.first_line)
        if line != passage.first_line and words.count(" ") >= FEW_WORDS:
            wrong = f"this passage, '{' '.join(words.split()[:4])} …', stands here and on line {line}"
            yield Finding(text.file, passage.first_line, wrong, "take one out", is_fault=False)


def check_days(text: Text, lang: str) -> Iterator[Finding]:
    """Find days that no calendar has."""
    for line, match in impossible_days(text, lang):
        wrong = f"no calendar has the day '{' '.join(match[0].split())}'"
        yield Finding(text.file, line, wrong, "correct it")


def impossible_days(text: Text, lang: str) -> Iterator[tuple[int, re.Match[str]]]:
    """Yield the line and the words of each day that no calendar has; its number is the first group."""
    typed = readable(text)
    for match in _day_in_words(lang).finditer(typed.body):
        number, month, year = (
            int(match[1]),
            months_by_name(lang)[match[2].lower()],
            int(match[3] or LEAP_YEAR),
        )
        if not 1 <= number <= monthrange(year, month)[1]:
            yield typed.line_at(match.start()), match


@cached
def months_in_words(lang: str) -> re.Pattern[str]:
    """Return what finds a month beside a day or a year, in the languages that the site has."""
    names = "|".join(map(re.escape, months_by_name(lang)))
    return re.compile(
        rf"\b\d{{1,2}}\s+(?P<of_day>{names})\b|\b(?P<of_year>{names})\s+\d{{1,4}}\b", re.IGNORECASE
    )


def month_in(match: re.Match[str], lang: str) -> str:
    """Return the month that was found, as the program itself calls it."""
    number = months_by_name(lang)[(match["of_day"] or match["of_year"]).lower()]
    return next(
        name for name, other in months_by_name(REPORT_LANGUAGE).items() if other == number
    ).capitalize()


@cached
def _day_in_words(lang: str) -> re.Pattern[str]:
    names = "|".join(map(re.escape, months_by_name(lang)))
    return re.compile(rf"\b(\d{{1,2}})\s+({names})\b(?:\s+(\d{{4}})\b)?", re.IGNORECASE)


def check_bare_addresses(text: Text) -> Iterator[Finding]:
    """Find web addresses that readers cannot click on."""
    typed = without_links(text)
    for match in BARE_ADDRESS.finditer(typed.body):
        address = match[0] if "://" in match[0] else f"https://{match[0]}"
        wrong = f"nobody can click on the address '{match[0]}'"
        do = f"make a link of it, with words that say where it leads: [words]({address})"
        yield Finding(text.file, typed.line_at(match.start()), wrong, do)


def check_characters(text: Text) -> Iterator[Finding]:
    """Find little pictures, and characters that nobody sees, one of a kind on each line."""
    for number, line in without_comments(text).lines():
        if line.isascii():
            continue
        if match := EMOJI.search(line):
            name = unicodedata.name(match[0][0], "a picture").lower()
            wrong = f"the emoji '{match[0]}' stands here, which is read out as '{name}'"
            yield Finding(text.file, number, wrong, "say it in words, or take it out")
        if match := HIDDEN.search(line):
            wrong = f"a character that cannot be seen (#x{ord(match[0]):04x}) stands here"
            yield Finding(text.file, number, wrong, "type this line again")
        if match := HARD_SPACE.search(line):
            where = f"before '{match[2]}'" if match[2] else "at the end of this line"
            wrong = f"a hard space (#x{ord(match[1]):04x}) stands {where}"
            yield Finding(text.file, number, wrong, "type a usual space in its place")


def check_numbers_of_people(text: Text) -> Iterator[Finding]:
    """Find what can be someone's citizen service number; the message does not say it once more."""
    typed = without_links(text)
    for match in NINE_FIGURES.finditer(typed.body):
        if _is_of_citizen(match):
            wrong = "a number stands here that can be someone's citizen service number (BSN)"
            do = "take it out: everything in this repository is public, for good"
            yield Finding(text.file, typed.line_at(match.start()), wrong, do)


def without_numbers_of_people(words: str) -> str:
    """Return words without what can be someone's citizen service number, which no other message should repeat."""
    return NINE_FIGURES.sub(lambda match: " " if _is_of_citizen(match) else match[0], words)


def _is_of_citizen(match: re.Match[str]) -> bool:
    return _can_be_citizen_number(re.sub(r"\D", "", match[0]))


def _can_be_citizen_number(figures: str) -> bool:
    """Tell whether nine figures pass the test of eleven, as a BSN does.

    >>> _can_be_citizen_number("111222333"), _can_be_citizen_number("123456789")
    (True, False)
    """
    weights = (9, 8, 7, 6, 5, 4, 3, 2, -1)
    total = sum(weight * int(figure) for weight, figure in zip(weights, figures, strict=True))
    return total > 0 and total % 11 == 0


def check_office_remarks(text: Text) -> Iterator[Finding]:
    """Find remarks that Word puts around what is pasted from it, the first of each text."""
    if match := OFFICE_REMARK.search(text.body):
        wrong = f"'{match[0]}' is a remark of Word"
        do = "paste the words without their markup (Ctrl+Shift+V)"
        yield Finding(text.file, text.line_at(match.start()), wrong, do)


CHECKS: tuple[Callable[[Text], Iterable[Finding]], ...] = (
    check_office_remarks,
    check_unfinished,
    check_passages_twice,
    check_bare_addresses,
    check_addresses_in_words,
    check_space_before_mark,
    check_characters,
    check_numbers_of_people,
)
CHECKS_IN_A_LANGUAGE: tuple[Callable[[Text, str], Iterable[Finding]], ...] = (check_words_twice, check_days)
