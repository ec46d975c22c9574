"""The search index of one language: every section of every page, and the words that mean the same.

The index holds the texts themselves and no ready-made word lists: some thirty pages are indexed by the reader's
browser in a few hundredths of a second, and the texts are needed for the excerpts anyway.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct, field
from selectolax.lexbor import LexborHTMLParser, LexborNode

from second_opinion.data import sources
from second_opinion.data.search_synonyms import Crisis, WordGroup
from second_opinion.site.body import classes_of

_LEFT_OUT_TAGS = frozenset({"script", "style", "template", "nav", "svg"})
# These lead to what says it.
_LEFT_OUT_CLASSES = frozenset({"term-note", "next", "headerlink", "questions", "not-yet"})
_FOLDED = "more"
_HEADINGS = frozenset({"h2", "h3", "dt"})
_INLINE = frozenset(
    "a abbr b button cite code dfn em i mark q small span strong sub sup time".split()  # noqa: SIM905
)
_NAMES_IN_A_BOX = "summary, dt, h3, h4, dfn, strong"
# A longer section is a list to look through, and would weigh more than all the pages that people read.
_LONGEST = 1500
_SPACES = re.compile(r"\s+")


class SearchPage(Struct, frozen=True):
    """One page as the search sees it; ``address`` is relative to the language's home ("" for home itself).

    ``asked`` is what people type who look for one of its sections, by its anchor.
    """

    name: str
    address: str
    title: str
    description: str
    search_words: tuple[str, ...]
    sections: tuple[SearchSection, ...]
    asked: Mapping[str, Sequence[str]] = field(default_factory=dict)


class SearchSection(Struct, frozen=True):
    """A piece of a page that a result can lead to; the anchor of a page's beginning is ""."""

    anchor: str
    heading: str
    text: str


class _Draft(Struct):
    anchor: str = ""
    heading: str = ""
    pieces: list[str] = field(default_factory=list)

    def section(self) -> SearchSection:
        return SearchSection(self.anchor, _one_line(self.heading), _shorten(_join_lines(self.pieces)))


_NO_CRISIS = Crisis()


def build_index(
    pages: Sequence[SearchPage],
    glossary: Sequence[WordGroup],
    crisis: Crisis = _NO_CRISIS,
    emergency: Sequence[str] = (),
) -> str:
    """Return the search index of one language as compact JSON, the same for any order of the input."""
    index = {
        "crisis": {
            "address": next((page.address for page in pages if page.name == crisis.page), None),
            "words": list(_different(crisis.words)),
        },
        "emergency": list(_different(emergency)),
        "pages": [_page_entry(page) for page in sorted(pages, key=lambda page: page.address)],
        "synonyms": _synonyms(glossary),
    }
    return json.dumps(index, ensure_ascii=False, separators=(",", ":"), sort_keys=True)


def search_sections(html: str) -> tuple[SearchSection, ...]:
    """Split the body of a page at its headings, folded parts and explained terms."""
    body = LexborHTMLParser(f"<body>{html}</body>").body
    drafts = [_Draft()]
    if body is not None:
        _read_node(body, drafts, drafts[0])
    return tuple(draft.section() for draft in drafts if _join_lines(draft.pieces))


def _page_entry(page: SearchPage) -> dict[str, object]:
    return {
        "address": page.address,
        "title": page.title,
        "description": page.description,
        "words": list(page.search_words),
        "sections": [
            [part.anchor, part.heading, part.text, *page.asked.get(part.anchor, ())] for part in page.sections
        ],
    }


def _synonyms(groups: Iterable[WordGroup]) -> list[list[list[str]]]:
    """Return each group once, as the words of the pages and the words that people type instead of them."""
    kept = {(_different(group.words), _different(group.asked)) for group in groups}
    return [[list(words), list(asked)] for words, asked in sorted(kept) if len(words) + len(asked) > 1]


def _different(words: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(_one_line(word) for word in words))


def _read_node(node: LexborNode, drafts: list[_Draft], current: _Draft) -> _Draft:
    """Add what stands inside a node to the drafts; return the draft that goes on after it."""
    for child in node.iter(include_text=True):
        if child.tag == "-text":
            # Line breaks of the HTML source are spaces; "\n" stands for the end of a block.
            current.pieces.append(_SPACES.sub(" ", child.text_content or ""))
        elif not _is_left_out(child):
            current = _read_element(child, drafts, current)
    return current


def _read_element(node: LexborNode, drafts: list[_Draft], current: _Draft) -> _Draft:
    if _starts_section(node):
        draft = _Draft(anchor=node.attributes["id"] or "", heading=_heading(node))
        drafts.append(draft)
        if node.tag in _HEADINGS:
            return draft
        _read_node(node, drafts, draft)
        draft.pieces = _without_heading(draft)
        return current
    is_block = node.tag not in _INLINE
    if is_block:
        current.pieces.append("\n")
    current = _read_node(node, drafts, current)
    if is_block:
        current.pieces.append("\n")
    return current


def _starts_section(node: LexborNode) -> bool:
    anchor = node.attributes.get("id") or ""
    if not anchor:
        return False
    is_folded = node.tag == "details" and _FOLDED in classes_of(node)
    is_term = anchor.startswith("term-") and node.tag not in _INLINE
    return node.tag in _HEADINGS or is_folded or is_term


def _heading(node: LexborNode) -> str:
    named = node if node.tag in _HEADINGS else node.css_first(_NAMES_IN_A_BOX)
    return _words_in_heading(named) if named is not None else ""


def _words_in_heading(node: LexborNode) -> str:
    draft = _Draft()
    _read_node(node, [draft], draft)
    return _one_line("".join(draft.pieces))


def _without_heading(draft: _Draft) -> list[str]:
    """Return the text of a box without the heading that opens it: the result shows the heading already."""
    text = _join_lines(draft.pieces)
    return [text.removeprefix(_one_line(draft.heading)).lstrip(" :\n")]


def _is_left_out(node: LexborNode) -> bool:
    is_record = node.tag == "li" and (node.attributes.get("id") or "").startswith(sources.ANCHOR)
    return is_record or node.tag in _LEFT_OUT_TAGS or not _LEFT_OUT_CLASSES.isdisjoint(classes_of(node))


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _join_lines(pieces: Iterable[str]) -> str:
    """Join pieces of text; each block stands on a line of its own, so that an excerpt never runs over its end."""
    return "\n".join(line for line in map(_one_line, "".join(pieces).split("\n")) if line)


def _shorten(text: str) -> str:
    """Return a text up to the last line that ends within the longest length."""
    return text if len(text) <= _LONGEST else text[:_LONGEST].rpartition("\n")[0]
