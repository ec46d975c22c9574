"""Markup in Markdown that is allowed, and what is not: scripts, frames, styles, unknown elements and boxes."""

from __future__ import annotations

import re
from collections.abc import Iterator

from second_opinion.findings import Finding, did_you_mean
from second_opinion.markdown_text import Text

ELEMENTS = ("abbr", "br", "kbd", "span", "sub", "sup")
ATTRIBUTES = ("class", "hreflang", "id", "lang", "title")
BOXES = ("good-to-know", "important")

TAG = re.compile(r"<\s*(/?)\s*([a-zA-Z][\w-]*)((?:\s+[^<>]*?)?)\s*/?>")
ATTRIBUTE = re.compile(r"([a-zA-Z_:@][\w:.-]*)\s*(?:=\s*(\"[^\"]*\"|'[^']*'|[^\s\"'>]+))?")
LIST_OF_ATTRIBUTES = re.compile(r"\{:?\s*([^{}]*?[#.=][^{}]*?)\s*\}")
BOX = re.compile(r"^\s*/{3,}\s*(\S.*)?$")
SCRIPT_ADDRESS = re.compile(r"(?:javascript|vbscript|data)\s*:", re.IGNORECASE)
CODE = re.compile(r"`[^`]*`")
NAMES = re.compile(r"\{\{.*?\}\}")
IMAGE = re.compile(r"!\[([^\]]*)\]\(([^)\s]*)[^)]*\)(\{[^}]*\})?")


def check_markup(text: Text) -> list[Finding]:
    """Find markup in a Markdown text that readers must not get."""
    findings = []
    for line, words in text.lines():
        plain = NAMES.sub("", CODE.sub("", words))
        for wrong, do in (*_elements(plain), *_attribute_lists(plain), *_addresses(plain), *_images(plain)):
            findings.append(Finding(text.file, line, wrong, do))
    return findings + _boxes(text)


def _elements(words: str) -> Iterator[tuple[str, str]]:
    for match in TAG.finditer(words):
        name, attributes = match.group(2).lower(), match.group(3)
        if name not in ELEMENTS:
            yield (
                f"the element <{name}> is not allowed",
                f"write Markdown, or use one of {', '.join(ELEMENTS)}",
            )
        yield from _attributes(attributes, f"<{name}>")


def _attributes(attributes: str, where: str) -> Iterator[tuple[str, str]]:
    for match in ATTRIBUTE.finditer(attributes):
        name = match.group(1).lower()
        if name.startswith("on"):
            yield f"{where} has '{name}', which runs a script", "take it out"
        elif name == "style":
            yield (
                f"{where} has 'style'",
                "take it out; how things look stands in overrides/assets/stylesheets/",
            )
        elif name not in ATTRIBUTES:
            yield f"{where} has the attribute '{name}'", f"take it out; allowed are {', '.join(ATTRIBUTES)}"


def _attribute_lists(words: str) -> Iterator[tuple[str, str]]:
    for match in LIST_OF_ATTRIBUTES.finditer(words):
        pairs = [part for part in match.group(1).split() if "=" in part]
        yield from _attributes(" ".join(pairs), f"'{match.group(0)}'")


def _addresses(words: str) -> Iterator[tuple[str, str]]:
    for match in re.finditer(r"\]\(\s*<?([^)\s]*)", words):
        if SCRIPT_ADDRESS.match(match.group(1)):
            yield f"the link leads to '{match.group(1)}', which runs a script", "link to a page"


def _images(words: str) -> Iterator[tuple[str, str]]:
    for match in IMAGE.finditer(words):
        if not match.group(1).strip() and ".decorative" not in (match.group(3) or ""):
            yield (
                f"the image '{match.group(2)}' has no alternative text",
                "write what it shows between [ and ], or add { .decorative } when it shows nothing that matters",
            )


def _boxes(text: Text) -> list[Finding]:
    findings = []
    open_line = 0
    for line, words in text.lines():
        match = BOX.match(words)
        if not match:
            continue
        if not match.group(1):
            if not open_line:
                do = "take it out, or write which box begins here, like '/// good-to-know'"
                findings.append(Finding(text.file, line, "'///' closes a box that was not opened", do))
            open_line = 0
            continue
        kind = match.group(1).split("|")[0].strip()
        if open_line:
            wrong = f"a box opens here, and the one of line {open_line} is not closed"
            findings.append(Finding(text.file, line, wrong, "write '///' on a line of its own at its end"))
        if kind not in BOXES:
            findings.append(Finding(text.file, line, f"there is no box '{kind}'", did_you_mean(kind, BOXES)))
        open_line = line
    if open_line:
        wrong = f"the box of line {open_line} is not closed"
        findings.append(Finding(text.file, open_line, wrong, "write '///' on a line of its own at its end"))
    return findings
