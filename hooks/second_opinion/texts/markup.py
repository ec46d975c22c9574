"""Markup that is allowed, and what is not: scripts, frames, styles, unknown elements and boxes.

It is looked for twice: in what an editor wrote, where the line is known, and in the finished page as a browser reads
it, which no way of writing gets round.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator, Sequence

from selectolax.lexbor import LexborHTMLParser, LexborNode

from second_opinion.core.cache import cached
from second_opinion.core.findings import Finding, Message, did_you_mean, line_at
from second_opinion.core.markdown_text import (
    MarkdownLink,
    Text,
    defined_links,
    markdown_links,
    without_targets,
)
from second_opinion.data.interface import NamedWords
from second_opinion.texts.blocks import CODE, NAMES, blank_match

ELEMENTS = ("abbr", "br", "kbd", "span", "sub", "sup")
ATTRIBUTES = ("class", "hreflang", "id", "lang", "title")
FOLDED = "details"
EXAMPLE = "example"
BOXES = ("good-to-know", "important", "safety", EXAMPLE, FOLDED)

# What Markdown and this build make themselves.
MADE_ELEMENTS = (
    "a",
    "blockquote",
    "button",
    "code",
    "dd",
    "details",
    "div",
    "dl",
    "dt",
    "em",
    "figcaption",
    "figure",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "hr",
    "img",
    "li",
    "ol",
    "p",
    "pre",
    "strong",
    "summary",
    "table",
    "tbody",
    "td",
    "th",
    "thead",
    "time",
    "tr",
    "ul",
    "wbr",
)
MADE_ATTRIBUTES = (
    "alt",
    "aria-label",
    "height",
    "href",
    "loading",
    "open",
    "popover",
    "popovertarget",
    "role",
    "scope",
    "src",
    "start",
    "tabindex",
    "type",
    "width",
)
AROUND = ("html", "head", "body")
FINISHED_ELEMENTS = frozenset((*AROUND, *ELEMENTS, *MADE_ELEMENTS))
FINISHED_ATTRIBUTES = frozenset((*ATTRIBUTES, *MADE_ATTRIBUTES))

TAG = re.compile(r"<(/?)([a-zA-Z][\w:-]*)((?:\s+[^<>]*?)?)\s*/?>")
ATTRIBUTE = re.compile(r"([a-zA-Z_:@][\w:.-]*)\s*(?:=\s*(\"[^\"]*\"|'[^']*'|[^\s\"'>]+))?")
LIST_OF_ATTRIBUTES = re.compile(r"\{:?\s*([^{}]*?[#.=][^{}]*?)\s*\}")
BOX = re.compile(r"^\s*(/{3,})\s*(\S.*)?$")
SCRIPT_ADDRESS = re.compile(r"(?:javascript|vbscript|data)\s*:", re.IGNORECASE)
TAG_BEGINS = re.compile(
    r"</?(?:a|audio|b|br|button|div|em|embed|form|h[1-6]|i|iframe|img|input|li|link|object|ol|p|script|span|strong|"
    r"style|svg|table|td|tr|ul|video)(?=[\s/>])",
    re.IGNORECASE,
)
ONE_BRACE = re.compile(r"(?<!\{)\{\s*([a-z_]+(?:\.[a-z_]+)+)\s*\}(?!\})")
LOGIC = re.compile(r"\{%.*?(?:%\}|$)")
ELSEWHERE = re.compile(r"(?:https?:)?//", re.IGNORECASE)
SAYS_NOTHING = re.compile(
    r"(?:foto|plaatje|afbeelding|figuur|tekening|photo|picture|image|figure|drawing|screenshot|schermafbeelding)?"
    r"\s*\d*|(?:img|dsc[nf]?|pxl|wa|image|photo|foto|picture)[_ -]?[\d_-]+|[\w-]+\.(?:png|jpe?g|webp|svg|gif)",
    re.IGNORECASE,
)
MAY_BE_MARKUP = re.compile(r"[{}\]]")  # all that is looked for line by line has one of these


def boxes_of(words: NamedWords) -> list[dict[str, str]]:
    """Return the boxes with their titles in a language, as Markdown's extension takes them."""
    titles = {
        "good-to-know": words.good_to_know,
        "important": words.important,
        "safety": words.safety,
        EXAMPLE: words.example,
    }
    return [{"name": name, "title": title, "class": name} for name, title in titles.items()]


@cached
def check_markup(text: Text) -> tuple[Finding, ...]:
    """Find markup in a Markdown text that readers must not get."""
    findings = []
    for line, words in text.lines():
        if not MAY_BE_MARKUP.search(words):
            continue
        plain = NAMES.sub("", CODE.sub("", words))
        for mark, wrong, do in _attribute_lists(plain):
            findings.append(Finding(text.file, line, wrong, do, about=(mark,)))
        findings += [Finding(text.file, line, wrong, do) for wrong, do in _messages_of_braces(plain)]
    plain = _with_markup(text)
    return (
        *_check_elements(text, plain),
        *_check_unclosed(text, plain),
        *findings,
        *_check_images(text),
        *_check_script_addresses(text),
        *_check_boxes(text),
    )


def _check_elements(text: Text, plain: str) -> Iterator[Finding]:
    """Yield what is wrong with elements, which may run over several lines; one that is not allowed is reported once."""
    reported: set[str] = set()
    for match in TAG.finditer(plain):
        line = line_at(plain, match.start(), text.first_line)
        name, attributes = match.group(2).lower(), match.group(3)
        if name in ELEMENTS:
            for mark, wrong, do in _attributes(attributes, f"<{name}>"):
                yield Finding(text.file, line, wrong, do, about=(mark,))
        elif name not in reported:
            reported.add(name)
            yield Finding(text.file, line, *_message_of_element(name), about=(f"<{name}>",))


def _with_markup(text: Text) -> str:
    """Return a text without code, names and addresses, which hold no markup; lines stay."""
    return NAMES.sub(blank_match, CODE.sub(blank_match, without_targets(text.body)))


def _check_unclosed(text: Text, whole: str) -> Iterator[Finding]:
    """Yield the tags that begin and do not end, which readers would see as they were typed."""
    plain = TAG.sub(blank_match, whole)
    for match in TAG_BEGINS.finditer(plain):
        line = line_at(plain, match.start(), text.first_line)
        yield Finding(text.file, line, f"the tag '{match[0]}' does not end", "write its '>', or take it out")


def _messages_of_braces(words: str) -> Iterator[Message]:
    for match in ONE_BRACE.finditer(words):
        yield f"'{match[0]}' has one brace in place of two", f"write {{{{ {match[1]} }}}}"
    for match in LOGIC.finditer(words):
        yield f"'{match[0]}' is seen by readers as it is typed", "take it out; a page holds no commands"


def _message_of_element(name: str) -> Message:
    return f"the element <{name}> is not allowed", f"write Markdown, or use one of {', '.join(ELEMENTS)}"


def _attributes(attributes: str, where: str) -> Iterator[tuple[str, str, str]]:
    """Yield of each attribute that is not allowed how it begins, what is wrong, and what to do."""
    for match in ATTRIBUTE.finditer(attributes):
        name = match.group(1).lower()
        mark = f"{name}="
        if name.startswith("on"):
            yield mark, f"{where} has '{name}', which runs a script", "take it out"
        elif name == "style":
            do = "take it out; how things look stands in overrides/assets/stylesheets/"
            yield mark, f"{where} has 'style'", do
        elif name not in ATTRIBUTES:
            do = f"take it out; allowed are {', '.join(ATTRIBUTES)}"
            yield mark, f"{where} has the attribute '{name}'", do


def _attribute_lists(words: str) -> Iterator[tuple[str, str, str]]:
    for match in LIST_OF_ATTRIBUTES.finditer(words):
        pairs = [part for part in match.group(1).split() if "=" in part]
        yield from _attributes(" ".join(pairs), f"'{match.group(0)}'")


def _check_script_addresses(text: Text) -> Iterator[Finding]:
    written = (link for link in markdown_links(text) if not link.defined)
    for link in (*written, *defined_links(text)):
        if begin := SCRIPT_ADDRESS.match(html.unescape(link.target)):
            about = (link.target, begin[0].lower())
            yield Finding(text.file, link.line, *_message_of_script_address(link.target), about=about)


def _message_of_script_address(address: str) -> Message:
    return f"the link leads to '{address}', which runs a script", "link to a page"


def _check_images(text: Text) -> Iterator[Finding]:
    for link in markdown_links(text):
        if link.is_image and (fault := _message_of_image(link)):
            yield Finding(text.file, link.line, *fault, about=(link.target,))


def _message_of_image(link: MarkdownLink) -> Message | None:
    """Return what is wrong with an image as it is written, and what to do."""
    if ELSEWHERE.match(link.target):
        return (
            f"the image '{link.target}' stands on another site, and readers get an empty frame",
            "put its file beside this page, and write its name here",
        )
    words = NAMES.sub("", link.words).strip()
    if not words and ".decorative" not in link.attributes:
        return (
            f"the image '{link.target}' has no alternative text",
            "write what it shows between [ and ], or add { .decorative } when it shows nothing that matters",
        )
    if words and SAYS_NOTHING.fullmatch(words):
        return (
            f"the alternative text '{words}' of the image '{link.target}' does not say what it shows",
            "write it in words, like 'A doctor shows a scan'",
        )
    return None


def _message_of_end_of_box(mark: str, open_line: int, opened: str) -> Message | None:
    """Return what is wrong with the end of a box, which has as many bars as its beginning, and what to do."""
    if not open_line:
        do = "take it out, or write which box begins here, like '/// good-to-know'"
        return "'///' closes a box that was not opened", do
    if mark != opened:
        return f"'{mark}' does not close the box of line {open_line}, and readers see it", f"write '{opened}'"
    return None


def _messages_of_box(mark: str, kind: str, title: str) -> Iterator[Message]:
    """Yield what is wrong with the first line of a box, and what to do."""
    if kind.startswith(f"{FOLDED} "):
        do = f"write '{mark} {FOLDED} | {kind.removeprefix(FOLDED).strip()}'"
        yield f"no bar stands between '{FOLDED}' and its title", do
    elif kind not in BOXES:
        yield f"there is no box '{kind}'", did_you_mean(kind, BOXES)
    if kind == FOLDED and not title:
        yield "this folded part has no title", "write a bar and a title behind 'details'"
    if kind == EXAMPLE and title:
        wrong = f"the example has the title '{title}', which takes the place of the word that says it is one"
        yield wrong, "take the title out, with the bar before it"


def _check_boxes(text: Text) -> list[Finding]:
    findings = []
    open_line, opened = 0, ""
    for line, words in text.lines():
        match = BOX.match(words)
        if not match:
            continue
        if not match.group(2):
            if fault := _message_of_end_of_box(match.group(1), open_line, opened):
                findings.append(Finding(text.file, line, *fault))
            open_line = 0
            continue
        kind, _, title = (part.strip() for part in match.group(2).partition("|"))
        if open_line:
            wrong = f"a box opens here, and the one of line {open_line} is not closed"
            findings.append(Finding(text.file, line, wrong, "write '///' on a line of its own at its end"))
        findings += [
            Finding(text.file, line, *fault) for fault in _messages_of_box(match.group(1), kind, title)
        ]
        open_line, opened = line, match.group(1)
    if open_line:
        wrong = f"the box of line {open_line} is not closed"
        findings.append(Finding(text.file, open_line, wrong, "write '///' on a line of its own at its end"))
    return findings


def check_finished_body(body: str, texts: Sequence[Text], known: Iterable[Finding]) -> list[Finding]:
    """Find in the finished body of a page, read as a browser does, what readers must not get.

    ``texts`` are the page's own and those that it includes, in which the line is looked for; what the checks of these
    texts report (``known``) is not reported again.
    """
    tree = LexborHTMLParser(f"<body>{body}").root
    unsafe = [one for node in tree.traverse() for one in _unsafe(node)] if tree else []
    if not unsafe:
        return []  # and nobody has to know what is reported already
    files = {text.file for text in texts}
    reported = {about for finding in known if finding.file in files for about in finding.about}
    found: dict[str, Finding] = {}
    for needle, mark, wrong, do in unsafe:
        if mark not in reported:
            file, line = _place_of_words(needle, texts)
            found.setdefault(wrong, Finding(file, line, wrong, do, about=(mark,)))
    return list(found.values())


def _unsafe(node: LexborNode) -> Iterator[tuple[str, str, str, str]]:
    """Yield of one element what to look for in the text, what a finding there is about, the fault, the advice."""
    name = node.tag or ""
    if name not in FINISHED_ELEMENTS:
        yield f"<{name}", f"<{name}>", *_message_of_element(name)
    for attribute, value in node.attributes.items():
        if attribute not in FINISHED_ATTRIBUTES and not attribute.startswith("data-"):
            for mark, wrong, do in _attributes(attribute, f"<{name}>"):
                yield attribute, mark, wrong, do
        if attribute in {"href", "src"}:
            address = re.sub(r"[\x00-\x20]", "", value or "")  # as a browser reads it
            if begin := SCRIPT_ADDRESS.match(address):
                yield address, begin[0].lower(), *_message_of_script_address(address)


def _place_of_words(needle: str, texts: Sequence[Text]) -> tuple[str, int]:
    """Return the file and line where a text holds something; the first line of the page where none is known."""
    for text in texts:
        for line, words in text.lines():
            if needle.casefold() in html.unescape(words).casefold():
                return text.file, line
    return texts[0].file, 1
