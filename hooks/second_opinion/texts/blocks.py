"""A Markdown text as readers get it, without what they never see, and the lines of it that stand together."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct

from second_opinion.core.cache import cached_up_to
from second_opinion.core.markdown_text import (
    ATTRIBUTE_LIST,
    FOLD,
    HEADING,
    Text,
    markdown_links,
    without_targets,
)

FEW = 8  # the checks of a text ask for it one after the other, and then for the next
CODE = re.compile(r"`[^`\n]*`")
NAMES = re.compile(r"\{\{.*?\}\}")
COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
ELEMENT_OR_LINK = re.compile(r"</?[a-z][^<>]*>", re.IGNORECASE)
LIST_ITEM = re.compile(r"^[ \t]*(?:[-*+]|\d{1,2}\.)[ \t]+\S")
STANDS_ALONE = re.compile(r"^\s*(?:/{3,}|-+8<-+)")


class Block(Struct, frozen=True):
    """Lines without an empty one between them, and the number of the first."""

    first_line: int
    lines: tuple[str, ...]

    def numbered(self) -> Iterator[tuple[int, str]]:
        """Yield the number and the text of each line."""
        yield from enumerate(self.lines, self.first_line)


@cached_up_to(FEW)
def blocks(text: Text) -> tuple[Block, ...]:
    """Split a text at empty lines, headings, includes, and where a box begins and ends; those are left out."""
    found: list[Block] = []
    lines: list[str] = []
    for number, line in (*text.lines(), (0, "")):
        if line.strip() and not HEADING.match(line) and not FOLD.match(line) and not STANDS_ALONE.match(line):
            lines.append(line)
            first = number - len(lines) + 1
        elif lines:
            found.append(Block(first, tuple(lines)))
            lines = []
    return tuple(found)


@cached_up_to(FEW)
def passages(text: Text) -> tuple[Block, ...]:
    """Return the blocks of a text with each item of a list and each row of a table by itself: marks end there."""
    found: list[Block] = []
    for block in blocks(text):
        first = 0
        for index in (*range(1, len(block.lines)), len(block.lines)):
            if index == len(block.lines) or _begins_passage(block.lines[index]):
                found.append(Block(block.first_line + first, block.lines[first:index]))
                first = index
    return tuple(found)


def _begins_passage(line: str) -> bool:
    return line.lstrip().startswith("|") or bool(LIST_ITEM.match(line))


@cached_up_to(FEW)
def without_comments(text: Text) -> Text:
    """Return a text without remarks, which readers never see; lines stay."""
    return (
        Text(text.file, COMMENT.sub(blank_match, text.body), text.first_line) if "<!--" in text.body else text
    )


@cached_up_to(FEW)
def readable(text: Text) -> Text:
    """Return a text without code, names, addresses and lists of attributes; lines stay."""
    body = without_targets(without_comments(text).body)
    for hidden in (CODE, NAMES, ELEMENT_OR_LINK):
        body = hidden.sub(_cover, body)  # not with spaces: stars beside it would stand alone
    body = ATTRIBUTE_LIST.sub(blank_match, body)
    return Text(text.file, body, text.first_line)


@cached_up_to(FEW)
def without_links(text: Text) -> Text:
    """Return a text as it is readable, without its links and images, words and all; lines stay."""
    body = without_comments(text).body
    for link in markdown_links(Text(text.file, body, text.first_line)):
        body = body[: link.start] + _blank_text(body[link.start : link.end]) + body[link.end :]
    return readable(Text(text.file, body, text.first_line))


def blank_match(match: re.Match[str]) -> str:
    """Return spaces in the place of what was found; lines stay."""
    return _blank_text(match.group())


def _cover(match: re.Match[str]) -> str:
    return re.sub(r"[^\n]", "·", match.group())


def _blank_text(text: str) -> str:
    """Return spaces in the place of a text; lines stay."""
    return re.sub(r"[^\n]", " ", text) if "\n" in text else " " * len(text)
