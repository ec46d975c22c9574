"""What stands where in a Markdown text: front matter, headings, links, includes and names, with their lines."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from second_opinion.core.remembering import remembered

FRONT_MATTER = re.compile(r"\A---[ \t]*\n(.*?\n)?---[ \t]*(?:\n|\Z)", re.DOTALL)
HEADING = re.compile(r"^(#{1,6})(?![#\s]*$)\s*(.*?)\s*(?:\{\s*#([^\s}]+)[^}]*\})?\s*$")
INCLUDE = re.compile(r"""^([ \t]*)-+8<-+[ \t]+["']([^"'\n]+)["'][ \t]*$""")
INLINE = re.compile(
    r"""(?P<image>!?)\[(?P<words>(?:[^\[\]]|\[[^\[\]]*\])*)\]"""
    r"""\(\s*(?:<(?P<angled>[^<>\n]*)>|(?P<plain>(?:[^()\n]|\([^()\n]*\))*?))(?:\s+(?:"[^"]*"|'[^']*'))?\s*\)"""
)  # words may hold an image of their own, and an address brackets
LINK_BELOW = re.compile(r"^ {0,3}\[([^\]^]+)\]:\s*<?([^\s>]+)", re.MULTILINE)  # of a link like [words][below]
UNDERLINED = re.compile(
    r"(?:\A|\n[ \t]*\n)[ \t]*([^\n#][^\n]*?)[ \t]*(?:\{\s*#([^\s}]+)[^}\n]*\})?[ \t]*\n(=+|-+)[ \t]*(?=\n|\Z)"
)
UNDERLINE = re.compile(r"\n[ \t]*(?:=+|-+)[ \t]*(?=\n|\Z)")  # far quicker to look for than with its words
NAME = re.compile(r"\{\{(.*?)\}\}")


@dataclass(frozen=True)
class Text:
    """A Markdown text: its file, the text after the front matter, and the line on which that text starts."""

    file: str
    body: str
    first_line: int = 1

    def lines(self) -> Iterator[tuple[int, str]]:
        """Yield the number and the text of each line."""
        yield from enumerate(self.body.splitlines(), self.first_line)


@dataclass(frozen=True)
class Heading:
    """A heading; ``anchor`` is empty where the editor wrote none."""

    line: int
    level: int
    title: str
    anchor: str


@dataclass(frozen=True)
class Link:
    """A link as an editor wrote it."""

    line: int
    words: str
    target: str


def split_front_matter(text: str) -> tuple[str, str, int]:
    """Return the front matter, the text after it, and the line on which that text starts."""
    match = FRONT_MATTER.match(text)
    if match is None:
        return "", text, 1
    return match.group(1) or "", text[match.end() :], match.group(0).count("\n") + 1


@remembered
def headings(text: Text) -> tuple[Heading, ...]:
    """Return the headings of a text, in order; also those that are made by a line of = or - below them."""
    found = [
        Heading(line, len(match.group(1)), match.group(2), match.group(3) or "")
        for line, words in text.lines()
        if words.startswith("#") and (match := HEADING.match(words))
    ]
    found += [
        Heading(
            text.first_line + text.body.count("\n", 0, match.start(1)),
            1 if match.group(3).startswith("=") else 2,
            match.group(1),
            match.group(2) or "",
        )
        for match in (UNDERLINED.finditer(text.body) if UNDERLINE.search(text.body) else ())
    ]
    return tuple(sorted(found, key=lambda heading: heading.line))


@remembered
def includes(text: Text) -> tuple[tuple[int, str], ...]:
    """Return the line and the name of each snippet that a text includes."""
    return tuple(
        (line, match.group(2))
        for line, words in text.lines()
        if "8<" in words and (match := INCLUDE.match(words))
    )


@remembered
def links(text: Text) -> tuple[Link, ...]:
    """Return the links of a text, in order; images are left out."""
    inline = [
        (match.start(), match["words"], inline_target(match))
        for match in INLINE.finditer(text.body)
        if not match["image"]
    ]
    below = [(match.start(), match[1], match[2]) for match in LINK_BELOW.finditer(text.body)]
    return tuple(
        Link(text.first_line + text.body.count("\n", 0, start), " ".join(words.split()), target)
        for start, words, target in (*inline, *below)
    )


def inline_target(match: re.Match[str]) -> str:
    """Return where a link or an image leads, of a match of `INLINE`."""
    angled: str | None = match["angled"]
    return match["plain"] if angled is None else angled


@remembered
def names(text: Text) -> tuple[tuple[int, str], ...]:
    """Return the line and the name of each ``{{ name }}`` in a text."""
    return tuple(
        (line, match.group(1).strip())
        for line, words in text.lines()
        if "{{" in words
        for match in NAME.finditer(words)
    )


def include(markdown: str, snippets: Mapping[str, str]) -> str:
    """Return a Markdown text with its snippets in the place of their includes, indented as these are.

    ``snippets`` are the texts by name; nothing stands in the place of one that is not there.
    """

    def indented(match: re.Match[str]) -> str:
        lines = snippets.get(match[2], "").strip("\n").split("\n")
        return "\n".join(match[1] + line if line else line for line in lines)

    return re.sub(INCLUDE.pattern, indented, markdown, flags=re.MULTILINE)


def fill(markdown: str, values: Mapping[str, str]) -> str:
    """Return a Markdown text with its ``{{ names }}`` filled in; a name without a value stays as it is."""
    return NAME.sub(lambda match: values.get(match.group(1).strip(), match.group(0)), markdown)
