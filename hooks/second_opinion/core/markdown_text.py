"""What stands where in a Markdown text: front matter, headings, folds, links, includes and names, with their lines."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from msgspec import Struct

from second_opinion.core.cache import cached, cached_by_digest, cached_up_to
from second_opinion.core.findings import line_at

LONE = "surrogatepass"  # half a character, as YAML can write it, is kept as well
FEW = 8  # texts: what looks for the links of one does so several times in a row
FRONT_MATTER = re.compile(r"\A---[ \t]*\n(.*?\n)?---[ \t]*(?:\n|\Z)", re.DOTALL)
HEADING = re.compile(r"^(#{1,6})(?![#\s]*$)\s*(.*?)\s*(?:\{\s*#([^\s}]+)([^}]*)\})?\s*$")
CLASS = re.compile(r"(?<!\S)\.([\w-]+)")
WORD_BEHIND_ANCHOR = re.compile(r"(?<!\S)[a-z][\w-]*(?![^\s=]*=)")
FOLD = re.compile(r"^\s*/{3,}\s*details\b\s*(?:\|\s*(.*?)\s*)?$")
INCLUDE = re.compile(r"""^([ \t]*)-+8<-+[ \t]+["']([^"'\n]+)["'][ \t]*$""")
SNIPPET = re.compile(r"[\w-]+\.md\b")
BRACKET = re.compile(
    r"\\.|(?<!`)(?P<code>`+)(?!`)[^\n]*?(?<!`)(?P=code)(?!`)|\n[ \t]*\n|(?P<opens>!?\[)|\]", re.DOTALL
)
# An address may hold brackets, and these others; no space is looked at twice, however many there are.
TARGET = re.compile(
    r"""\(\s*+(?:<(?P<angled>[^<>\n]*)>|"""
    r"""(?P<bare>(?:[^()\s]|\((?:[^()\n]|\([^()\n]*\))*\)|[^\S\n]++(?=[^\s)]))*?))"""
    r"""(?:\s++(?:"[^"]*"|'[^']*'))?\s*+\)"""
)
LABEL = re.compile(r"\s?\[([^\[\]]*)\]")
ATTRIBUTE_LIST = re.compile(r"\{(?!\{)[^{}\n]*\}")
DEFINITION = re.compile(
    r"""^ {0,3}\[(?!\^)(?P<label>[^\[\]]+)\]:[ \t]*+\n?[ \t]*+(?:<(?P<angled>[^<>\n]*)>|(?P<bare>[^\s<]\S*))"""
    r"""(?:[ \t]*+\n?[ \t]*+(?:"[^"\n]*"|'[^'\n]*'|\([^()\n]*\)))?[ \t]*+$""",
    re.MULTILINE,
)
UNDERLINED = re.compile(
    r"(?:\A|\n[ \t]*\n)[ \t]*([^\n#][^\n]*?)[ \t]*(?:\{\s*#([^\s}]+)[^}\n]*\})?[ \t]*\n(=+|-+)[ \t]*(?=\n|\Z)"
)
UNDERLINE = re.compile(r"\n[ \t]*(?:=+|-+)[ \t]*(?=\n|\Z)")  # far quicker to look for than with its words
NAME = re.compile(r"\{\{(.*?)\}\}")
BETWEEN_SENTENCES = re.compile(r"[.?!][’”')*]*\s+")  # as typed: marks of Markdown stand behind the stop too
HEADING_TAGS = frozenset({"h2", "h3", "h4", "h5", "h6"})  # below the title of a page


class Text:
    """A Markdown text: its file, the text after the front matter, and the line on which that text starts.

    It is kept as UTF-8: one curled quote would make all of it take twice as much.
    """

    __slots__ = ("_utf_8", "file", "first_line")

    def __init__(self, file: str, body: str, first_line: int = 1) -> None:
        """Take what nobody changes afterwards."""
        self.file, self._utf_8, self.first_line = file, body.encode("utf-8", LONE), first_line

    @property
    def body(self) -> str:
        """Return the text after the front matter."""
        return _decoded(self._utf_8)

    def __eq__(self, other: object) -> bool:
        """Tell whether another text says the same at the same place."""
        return self is other or (isinstance(other, Text) and self._parts() == other._parts())

    def __hash__(self) -> int:
        """Return the same number for equal texts."""
        return hash(self._utf_8)  # which Python works out once for each text

    def __repr__(self) -> str:
        """Return how such a text is made."""
        return f"Text({self.file!r}, {self.body!r}, {self.first_line})"

    def _parts(self) -> tuple[str, int, bytes]:
        return self.file, self.first_line, self._utf_8

    def line_at(self, position: int) -> int:
        """Return the number of the line on which a position of the body stands."""
        return line_at(self.body, position, self.first_line)

    def lines(self) -> Iterator[tuple[int, str]]:
        """Yield the number and the text of each line."""
        yield from enumerate(self.body.splitlines(), self.first_line)


@cached_up_to(FEW)
def _decoded(utf_8: bytes) -> str:
    return utf_8.decode("utf-8", LONE)


class Heading(Struct, frozen=True):
    """A heading; ``anchor`` is empty where the editor wrote none, ``classes`` are those that stand behind it.

    ``words`` stand there without the dot that makes a class.
    """

    line: int
    level: int
    title: str
    anchor: str
    classes: tuple[str, ...] = ()
    words: tuple[str, ...] = ()


class Fold(Struct, frozen=True):
    """A folded part; its anchor is made from that of its section."""

    line: int
    title: str
    anchor: str


class MarkdownLink(Struct, frozen=True):
    """A link or an image as an editor wrote it: its words, where it leads and the list of attributes behind it.

    ``start`` and ``end`` say where in the text it stands, and ``line`` on which line; ``defined`` is the line of its
    target where that stands apart from the words: ``[words]: target``.
    """

    line: int
    words: str
    target: str
    attributes: str = ""
    is_image: bool = False
    start: int = 0
    end: int = 0
    defined: int = 0


class _Written(Struct, frozen=True):
    """A link or an image in a text: where its parts stand; ``label`` is that of its definition, if it has one."""

    opens: int
    words: str
    words_end: int
    target: str
    target_end: int
    is_image: bool
    label: str | None = None


def split_front_matter(text: str) -> tuple[str, str, int]:
    """Return the front matter, the text after it, and the line on which that text starts."""
    match = FRONT_MATTER.match(text)
    if match is None:
        return "", text, 1
    return match.group(1) or "", text[match.end() :], match.group(0).count("\n") + 1


def read_text_of(markdown: str, file: str) -> tuple[str, Text]:
    """Return the front matter of a file, and the text after it."""
    front, body, line = split_front_matter(markdown)
    return front, Text(file, body, line)


def is_one_sentence(words: str) -> bool:
    """Tell whether words are one sentence; a list, a box or a name to fill in is none."""
    return (
        re.fullmatch(r"[^-*+{/<|#\d\s-][^.?!:]*[.?!]?", re.sub(r"\]\([^)]*\)", "]", words.strip()))
        is not None
    )


def sentence_around(words: str, start: int, end: int) -> tuple[int, int]:
    """Return where the sentence begins and ends that holds a part of words, with the space behind it."""
    marks = [mark.end() for mark in BETWEEN_SENTENCES.finditer(words)]
    begins = max((mark for mark in marks if mark <= start), default=0)
    return begins, min((mark for mark in marks if mark >= end), default=len(words))


@cached
def headings(text: Text) -> tuple[Heading, ...]:
    """Return the headings of a text, in order; also those that are made by a line of = or - below them."""
    return _headings(text)


def _headings(text: Text) -> tuple[Heading, ...]:
    found = [
        Heading(
            line,
            len(match.group(1)),
            match.group(2),
            match.group(3) or "",
            tuple(CLASS.findall(match.group(4) or "")),
            tuple(WORD_BEHIND_ANCHOR.findall(match.group(4) or "")),
        )
        for line, words in text.lines()
        if words.startswith("#") and (match := HEADING.match(words))
    ]
    found += [
        Heading(
            text.line_at(match.start(1)),
            1 if match.group(3).startswith("=") else 2,
            match.group(1),
            match.group(2) or "",
        )
        for match in (UNDERLINED.finditer(text.body) if UNDERLINE.search(text.body) else ())
    ]
    return tuple(sorted(found, key=lambda heading: heading.line))


@cached
def folds(text: Text) -> tuple[Fold, ...]:
    """Return the folded parts of a text in order, with the anchors that the build gives them."""
    return _folds(text, headings(text))


@cached_by_digest
def headings_and_folds(text: Text) -> tuple[tuple[Heading, ...], tuple[Fold, ...]]:
    """Return headings and folds of a text that was put together from others, which itself is not kept."""
    found = _headings(text)
    return found, _folds(text, found)


def _folds(text: Text, of_text: tuple[Heading, ...]) -> tuple[Fold, ...]:
    sections = {heading.line: heading.anchor for heading in of_text if heading.level in (2, 3)}
    section, count, found = "", 0, []
    for line, words in text.lines():
        if line in sections:
            section, count = sections[line] or section, 0
        elif fold := FOLD.match(words):
            count += 1
            found.append(Fold(line, fold[1] or "", fold_anchor(section, count)))
    return tuple(found)


def fold_anchor(section: str, count: int) -> str:
    """Return the anchor of a folded part: that of its section, and which of the folded parts there it is."""
    name = f"{section}-more" if section else "more"
    return name if count == 1 else f"{name}-{count}"


@cached
def includes_in(text: Text) -> tuple[tuple[int, str], ...]:
    """Return the line and the name of each snippet that a text includes."""
    return tuple(
        (line, match.group(2))
        for line, words in text.lines()
        if "8<" in words and (match := INCLUDE.match(words))
    )


@cached
def text_links(text: Text) -> tuple[MarkdownLink, ...]:
    """Return the links of a text that have a target, each where that stands; images are left out."""
    written = (link for link in markdown_links(text) if not link.is_image and not link.defined)
    return (*written, *defined_links(text))


@cached
def markdown_links(text: Text) -> tuple[MarkdownLink, ...]:
    """Return every link and image of a text where its words stand, in order; also those in the words of another."""
    body = text.body
    if not _may_hold_links(body):
        return ()
    defined = {_label(link.words): link.line for link in defined_links(text)}
    found = []
    for one in _links_in(body):
        attributes = ATTRIBUTE_LIST.match(body, one.target_end)
        found.append(
            MarkdownLink(
                line_at(body, one.opens, text.first_line),
                " ".join(one.words.split()),
                one.target,
                attributes[0] if attributes else "",
                one.is_image,
                one.opens,
                attributes.end() if attributes else one.target_end,
                0 if one.label is None else defined[one.label],
            )
        )
    return tuple(found)


@cached
def defined_links(text: Text) -> tuple[MarkdownLink, ...]:
    """Return the targets that a text defines apart from the words of their links, each with its label."""
    return tuple(
        MarkdownLink(
            line := text.line_at(match.start()),
            " ".join(match["label"].split()),
            _target(match),
            start=match.start(),
            end=match.end(),
            defined=line,
        )
        for match in _definitions(text.body)
    )


def without_targets(markdown: str) -> str:
    """Return a Markdown text with the words of its links and images, and without where these lead; lines stay."""
    if not _may_hold_links(markdown):
        return markdown
    parts = [(one.words_end, one.target_end) for one in _links_in(markdown)]
    parts += [match.span() for match in _definitions(markdown)]
    kept, end = [], 0
    for start, stop in sorted(parts):
        kept += [markdown[end:start], "\n" * markdown.count("\n", max(start, end), stop)]
        end = max(end, stop)
    return "".join([*kept, markdown[end:]])


def _may_hold_links(markdown: str) -> bool:
    """Tell, far quicker than by looking for them, whether a text can have a link."""
    return "](" in markdown or "]:" in markdown


def _definitions(markdown: str) -> list[re.Match[str]]:
    return [*DEFINITION.finditer(markdown)] if "]:" in markdown else []


def _label(words: str) -> str:
    return " ".join(words.casefold().split())


def _target(match: re.Match[str]) -> str:
    angled: str | None = match["angled"]
    return match["bare"] if angled is None else angled


@cached_up_to(FEW)
def _links_in(markdown: str) -> tuple[_Written, ...]:
    """Return the links and images of a text by where they begin; in code, or with an escaped bracket, none is one.

    "[a](b.md) and ![c](d.png)" => a link to b.md and an image d.png; "[x [a](b.md)](c.md)" => the outer link alone
    """
    defined: dict[str, str] = {}
    for match in _definitions(markdown):
        defined.setdefault(_label(match["label"]), _target(match))
        markdown = markdown[: match.start()] + " " * len(match[0]) + markdown[match.end() :]
    found: list[_Written] = []
    open_: list[re.Match[str]] = []
    looked_at = 0
    for mark in BRACKET.finditer(markdown):
        if mark.start() < looked_at:
            continue  # inside an address
        if mark["opens"]:
            open_.append(mark)
        elif mark[0].startswith("\n"):
            open_.clear()  # a link ends where its paragraph does
        elif mark[0] == "]" and open_ and (one := _written(markdown, open_.pop(), mark, defined)):
            looked_at = one.target_end
            if not one.is_image:  # a link is no part of another, an image may be
                found = [other for other in found if other.is_image or other.opens < one.opens]
            found.append(one)
    return tuple(sorted(found, key=lambda one: one.opens))


def _written(
    markdown: str, opens: re.Match[str], closes: re.Match[str], defined: Mapping[str, str]
) -> _Written | None:
    """Return the link or image whose words stand between two brackets, None where no target belongs to them."""
    words, is_image = markdown[opens.end() : closes.start()], opens[0] == "!["
    if target := TARGET.match(markdown, closes.end()):
        return _Written(opens.start(), words, closes.end(), _target(target), target.end(), is_image)
    label = LABEL.match(markdown, closes.end()) if defined else None
    name = _label(label[1] if label and label[1].strip() else words)
    if name not in defined:
        return None
    end = label.end() if label else closes.end()
    return _Written(opens.start(), words, closes.end(), defined[name], end, is_image, name)


@cached
def names_to_fill(text: Text) -> tuple[tuple[int, str], ...]:
    """Return the line and the name of each ``{{ name }}`` in a text."""
    return tuple(
        (line, match.group(1).strip())
        for line, words in text.lines()
        if "{{" in words
        for match in NAME.finditer(words)
    )


def includes_meant_in(text: Text) -> list[tuple[int, str]]:
    """Return the snippets that a text includes, those of badly written lines too, which another check reports."""
    nearly = [(line, match[0]) for line, words in text.lines() if (match := _nearly_included(words))]
    return sorted([*includes_in(text), *nearly])


def _nearly_included(line: str) -> re.Match[str] | None:
    return SNIPPET.search(line) if "8<" in line and not INCLUDE.match(line) else None


def include_snippets(markdown: str, snippets: Mapping[str, str]) -> str:
    """Return a Markdown text with its snippets in the place of their includes, indented as these are.

    ``snippets`` are the texts by name; nothing stands in the place of one that is not there.
    """

    def indented(match: re.Match[str]) -> str:
        lines = snippets.get(match[2], "").strip("\n").split("\n")
        return "\n".join(match[1] + line if line else line for line in lines)

    return re.sub(INCLUDE.pattern, indented, markdown, flags=re.MULTILINE)


def fill_names(markdown: str, values: Mapping[str, str]) -> str:
    """Return a Markdown text with its ``{{ names }}`` filled in; a name without a value stays as it is."""
    return NAME.sub(lambda match: values.get(match.group(1).strip(), match.group(0)), markdown)
