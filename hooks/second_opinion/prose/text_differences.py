"""What one version of a text says and another does not: paragraph by paragraph as readers read it, word by word."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise

from msgspec import Struct
from selectolax.lexbor import LexborHTMLParser, LexborNode

from second_opinion.core.formatting import with_straight_apostrophes
from second_opinion.core.markdown_text import HEADING_TAGS

CELLS = frozenset({"td", "th"})
BLOCKS = HEADING_TAGS | {
    "p",
    "li",
    "ul",
    "ol",
    "tr",
    "table",
    "summary",
    "details",
    "div",
    "dt",
    "dd",
    "figcaption",
}
LISTS = frozenset({"ul", "ol", "table"})
TITLE_OF_BOX = "admonition-title"  # a class
LINE_OF_LIST = "tool-line"  # the class of a line of a list to take along; before it may stand who does it
UNSEEN = frozenset({"script", "style", "svg"})
ALIKE = 0.4  # of their words; of two texts that share less, nothing is the same
FEWEST_KEPT = 3  # words between others, to be told as the same

# Not as where sentences are counted: each is shown alone, so that one too long is better than a piece of one.
BEFORE_A_SENTENCE = re.compile(r"(?<=[.?!’])\s+(?=[^\W\d_a-z]|‘)")

Pair = tuple[int | None, int | None]


class Paragraph(Struct, frozen=True, eq=False):
    """A title, a paragraph, an item of a list or a row of a table, and the section in which it stands.

    ``under`` is what stands above it there: the sentence that announces its list, or the title of its fold or box. Two
    with the same words are one, wherever they stand.
    """

    words: str
    anchor: str = ""
    section: str = ""
    under: str = ""

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Paragraph) and self.words == other.words

    def __hash__(self) -> int:
        return hash(self.words)


class ChangedParagraph(Struct, frozen=True):
    """What one paragraph said before and says now; one of the two is empty where it is new or gone."""

    anchor: str
    section: str
    before: str
    after: str
    under: str = ""


def paragraphs_in(html: str) -> list[Paragraph]:
    """Return what the HTML of a page says, in order, without marks; links to other sites and images with their own."""
    reader = _Reader()
    if body := LexborHTMLParser(f"<body>{html}").body:
        reader.read(body)
        reader.end()
    return reader.found


class _Reader:
    """Reads HTML paragraph by paragraph, with what stands above each."""

    def __init__(self) -> None:
        self.found: list[Paragraph] = []
        self._pieces: list[str] = []
        self._anchor = self._section = self._under = ""

    def read(self, node: LexborNode) -> None:
        """Read what stands in an element."""
        for child in node.iter(include_text=True):
            tag = child.tag or ""
            if child.is_text_node:
                self._pieces.append(child.text_content or "")
            elif tag in BLOCKS or LINE_OF_LIST in _classes(child):
                self._read_block(child)
            elif child.is_element_node and tag not in UNSEEN:
                self.read(child)
                self._pieces.append(_words_of_attributes(child))

    def _read_block(self, block: LexborNode) -> None:
        self.end()
        above = self._under
        before = self.found[-1].words if self.found else ""
        if block.tag in LISTS and before.endswith(":"):
            self._under = sentences_in(before)[-1]
        self.read(block)
        self.end(block)
        if not _is_title_of_fold_or_box(block):
            self._under = above

    def end(self, block: LexborNode | None = None) -> None:
        """End a paragraph, which may be that of a block."""
        words = with_straight_apostrophes(" ".join("".join(self._pieces).split()).removesuffix(" |"))
        self._pieces.clear()
        if block and block.tag in HEADING_TAGS:
            self._anchor, self._section = block.attributes.get("id") or self._anchor, words
        if words:
            self.found.append(Paragraph(words, self._anchor, self._section, self._under))
        if block and words and _is_title_of_fold_or_box(block):
            self._under = words


def _classes(node: LexborNode) -> list[str]:
    return (node.attributes.get("class") or "").split()


def _is_title_of_fold_or_box(node: LexborNode) -> bool:
    return node.tag == "summary" or TITLE_OF_BOX in _classes(node)


def _words_of_attributes(node: LexborNode) -> str:
    """Return what readers get of an element beside its words: where it leads, what it shows."""
    attributes, tag = node.attributes, node.tag
    if tag in CELLS:
        return " | "
    if tag == "br":
        return " "
    if "data-blank" in attributes:  # of a letter, which readers fill in where nothing stands in it yet
        return "" if node.text().strip() else f"[{attributes.get('data-label') or ''}]"
    if tag == "img":
        return f"({attributes.get('alt') or ''})"
    address = attributes.get("href") or ""
    return f" ({address})" if tag == "a" and "://" in address and address not in (node.text() or "") else ""


def changed_paragraphs(before: Sequence[Paragraph], after: Sequence[Paragraph]) -> list[ChangedParagraph]:
    """Return each paragraph that changed, is new or is gone, in order."""
    found = []
    for old, new in matched([one.words for one in before], [one.words for one in after]):
        was, now = None if old is None else before[old], None if new is None else after[new]
        there = now or was
        assert there  # noqa: S101 (one of a pair is always there)
        found.append(
            ChangedParagraph(
                there.anchor,
                there.section,
                was.words if was else "",
                now.words if now else "",
                there.under,
            )
        )
    return found


def matched(before: Sequence[str], after: Sequence[str]) -> Iterator[Pair]:
    """Yield the places of what differs between two lists of texts, an old one beside what took its place.

    One of the two is None where a text is new or gone.
    """
    blocks = difflib.SequenceMatcher(a=before, b=after, autojunk=False).get_opcodes()
    rest = (0, len(before), len(before), len(after), len(after))
    for (kind, start, end, begin, stop), (_, _, behind, _, _) in pairwise([*blocks, rest]):
        if kind != "equal":
            gone = _whole_part(before, start, end, behind) if kind == "delete" else range(start, end)
            new = (
                _whole_part(after, begin, stop, stop + behind - end)
                if kind == "insert"
                else range(begin, stop)
            )
            yield from _pairs(before, gone, after, new)


def _whole_part(texts: Sequence[str], start: int, end: int, behind: int) -> range:
    """Return the places of what is gone or new so that it begins where its part does, such as a letter.

    Parts can end alike: of "A", "groet", "B", "groet" it is "B", "groet" that goes, and not "groet", "B". As far as
    ``behind`` the texts are the same before and after.
    """
    while end < behind and texts[start] == texts[end]:
        start, end = start + 1, end + 1
    return range(start, end)


def _pairs(
    before: Sequence[str], old_places: Sequence[int], after: Sequence[str], new_places: Sequence[int]
) -> Iterator[Pair]:
    """Yield old texts beside the new ones that took their place, by what they have in common."""
    if len(old_places) == len(new_places):
        yield from zip(old_places, new_places, strict=True)
        return
    rest = list(old_places)
    for new in new_places:
        likeness = [_alike(before[old], after[new]) for old in rest]
        near = max(range(len(rest)), key=likeness.__getitem__, default=None)
        if near is None or likeness[near] < ALIKE:
            yield None, new
            continue
        yield from ((old, None) for old in rest[:near])
        yield rest[near], new
        del rest[: near + 1]
    yield from ((old, None) for old in rest)


def _alike(before: str, after: str) -> float:
    return difflib.SequenceMatcher(a=before.split(), b=after.split(), autojunk=False).ratio()


def sentences_in(text: str) -> list[str]:
    """Return the sentences of a paragraph; what someone says between quotes stays whole.

    "Bel ons. ‘Kan het? Graag.’" => ["Bel ons.", "‘Kan het? Graag.’"]
    """
    found: list[str] = []
    for piece in BEFORE_A_SENTENCE.split(text):
        is_quoted = bool(found) and found[-1].count("‘") > found[-1].count("’")
        found[-1:] = [f"{found[-1]} {piece}"] if is_quoted else [*found[-1:], piece]
    return found


def changed_sentences(before: str, after: str, left_out: str = "") -> tuple[str, str]:
    """Return two versions of a paragraph without the sentences that both have, where something else is left.

    ``left_out`` stands in the place of those between others.

    ("Bel ons. Kom dan.", "Mail ons. Kom dan.") => ("Bel ons.", "Mail ons.")
    """
    old, new = sentences_in(before), sentences_in(after)
    gone, added = (_sentences_of_one(one, other, left_out) for one, other in ((old, new), (new, old)))
    return (gone, added) if added else (before, after)


def _sentences_of_one(sentences: Sequence[str], others: Sequence[str], left_out: str) -> str:
    """Return the sentences that are not among others, with what stands for those between."""
    runs = [
        " ".join(together) for is_shared, together in groupby(sentences, others.__contains__) if not is_shared
    ]
    return f" {left_out} ".join(runs) if left_out else " ".join(runs)


def mark_words(before: str, after: str) -> tuple[list[tuple[str, bool]], list[tuple[str, bool]]]:
    """Return two versions of a text in parts, each with whether only this version has it.

    A few words that both have, between others, go with those: nobody reads a text of which single words are marked.
    """
    old, new = before.split(), after.split()
    matcher = difflib.SequenceMatcher(a=old, b=new, autojunk=False)
    if matcher.ratio() < ALIKE:
        return [(before, True)] if old else [], [(after, True)] if new else []
    gone: list[tuple[str, bool]] = []
    added: list[tuple[str, bool]] = []
    codes = matcher.get_opcodes()
    for place, (kind, start, end, begin, stop) in enumerate(codes):
        is_between = 0 < place < len(codes) - 1 and end - start < FEWEST_KEPT
        is_changed = kind != "equal" or is_between
        for words, found in ((old[start:end], gone), (new[begin:stop], added)):
            if words and found and found[-1][1] and is_changed:
                found[-1] = (" ".join([found[-1][0], *words]), True)
            elif words:
                found.append((" ".join(words), is_changed))
    return gone, added
