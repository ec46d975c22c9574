"""The links of a site to pages that a brand leaves out: what of each goes, which the hospital is told."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import zip_longest

from msgspec import Struct

from second_opinion.brand.model import Brand
from second_opinion.core.addresses import HOME
from second_opinion.core.findings import Finding, format_all
from second_opinion.core.markdown_text import MarkdownLink, Text, headings, is_one_sentence, text_links
from second_opinion.core.validation import YamlDocument
from second_opinion.texts.left_out import LinkInWords, page_of, sentence_that_goes
from second_opinion.texts.pages import Page
from second_opinion.texts.snippets import with_its_snippets

TILE, SECTION, SENTENCE, NEXT = "tile", "section", "sentence", "next step"
BULLET = re.compile(r"[-*+] ")
BEGINS_WITH_LINK = re.compile(r"[-*+] +\[")
END_OF_LIST = "."
POINT = re.compile(r"\s*(?:[-*+]|\d+[.])\s+")


class LinkPlace(Struct, frozen=True):
    """Where a link to a ``page`` that is left out stands, and what goes with it; nothing where its words stay."""

    page: str
    file: str
    line: int
    goes: str


def check_links_to_left_out(
    document: YamlDocument,
    brand: Brand,
    pages: Sequence[Page],
    snippets: Mapping[str, Mapping[str, Text]],
    needed: str,
) -> list[Finding]:
    """Give a notice of the links to each page that is left out, of which readers get the words alone.

    A tile of the home page and a next step go altogether, and so does a section or a sentence that says nothing else:
    the notice names them so.
    Of a page that is ``needed``, which cannot be left out, nothing is said.
    """
    places: dict[str, list[LinkPlace]] = {}
    for page in pages:
        for place in _places_of_links(page, snippets[page.lang], brand.left_out):
            places.setdefault(place.page, []).append(place)
    return [
        Finding(
            document.file,
            document.line("pages_left_out", index, "page"),
            f"'{entry.page}' is left out, so links to it show their words alone ({_format_places(places[entry.page])})",
            "where such a sentence says nothing any more, put a page of your own in its place",
            is_fault=False,
        )
        for index, entry in enumerate(brand.pages_left_out)
        if entry.page in places and entry.page != needed
    ]


def _places_of_links(
    page: Page, snippets: Mapping[str, Text], left_out: Collection[str]
) -> Iterator[LinkPlace]:
    """Yield the places of the links to pages left out on a page and in its snippets."""
    of_page = _links_that_go_as_parts(page)
    for text in with_its_snippets(page.text, snippets):
        for link in text_links(text):
            name = page_of(link.target)
            if name in left_out:
                part = of_page.get(link, "") if text is page.text else ""
                goes = part or _kind_that_goes(text, link, page.lang, left_out)
                yield LinkPlace(name, text.file, link.line, goes)


def _links_that_go_as_parts(page: Page) -> dict[MarkdownLink, str]:
    """Return the links of tiles of the home page, and of sections that say nothing else, with what goes."""
    alone = {*_lines_of_lone_sentences(page.text)}
    of_sections = {link: SECTION for link in text_links(page.text) if link.line in alone}
    return of_sections | dict.fromkeys(_links_of_tiles(page.text) if page.name == HOME else (), TILE)


def _kind_that_goes(text: Text, link: MarkdownLink, lang: str, left_out: Collection[str]) -> str:
    """Return what goes altogether with a link to a page left out; nothing where its words stay."""
    if re.search(r"[.]next\b", link.attributes):
        return NEXT
    return SENTENCE if _is_in_sentence_that_goes(text, link, lang, left_out) else ""


def _is_in_sentence_that_goes(text: Text, link: MarkdownLink, lang: str, left_out: Collection[str]) -> bool:
    """Tell whether a link stands in a sentence that goes with it."""
    line = dict(text.lines())[link.line]
    point = POINT.match(line)
    mark = point.end() if point else 0
    begin = text.body.rfind("\n", 0, link.start) + 1 + mark
    placed = {
        one: LinkInWords(one.start - begin, one.end - begin, page_of(one.target))
        for one in text_links(text)
        if one.line == link.line
    }
    words, links = line[mark:], [*placed.values()]
    is_point = point is not None
    goes = sentence_that_goes(words, placed[link], links, is_point=is_point, left_out=left_out, lang=lang)
    return goes is not None


def _links_of_tiles(text: Text) -> list[MarkdownLink]:
    """Return the links that the points of the questions on the home page begin with.

    As in the body of a page, the questions are the first list below a heading of which most points begin with a link.
    """
    lines, first = text.lines(), {link.line: link for link in reversed(text_links(text))}
    below = next((heading.line for heading in headings(text)), None)
    points: list[tuple[int, bool]] = []
    for line, words in [*lines, (0, END_OF_LIST)] if below else ():
        if BULLET.match(words) and line > (below or 0):
            points.append((line, BEGINS_WITH_LINK.match(words) is not None))
        elif words.strip():
            begins = [line for line, is_link in points if is_link]
            if len(begins) * 2 > len(points):
                return [first[line] for line in begins if line in first]
            points = []
    return []


def _lines_of_lone_sentences(text: Text) -> Iterator[int]:
    """Yield the lines of sections of which all is one sentence."""
    body = dict(text.lines())
    found = headings(text)
    for heading, below in zip_longest(found, found[1:]):
        end = below.line if below else max(body) + 1
        said = [line for line in range(heading.line + 1, end) if body[line].strip()]
        is_last_of_its_own = below is None or below.level <= heading.level
        if is_last_of_its_own and len(said) == 1 and is_one_sentence(body[said[0]]):
            yield said[0]


def _format_places(places: Iterable[LinkPlace]) -> str:
    """Return the places in each file: 'docs/nl/costs.md: lines 4 and 9, docs/nl/index.md: a tile that goes'."""
    by_file: dict[str, list[LinkPlace]] = {}
    for place in places:
        by_file.setdefault(place.file, []).append(place)
    return ", ".join(
        f"{file}: {_format_places_in_file(of_file)}" for file, of_file in sorted(by_file.items())
    )


def _format_places_in_file(places: Sequence[LinkPlace]) -> str:
    lines = sorted({place.line for place in places if not place.goes})
    stay = f"line{'s' * (len(lines) > 1)} {format_all(map(str, lines))}"
    kinds = {place.goes for place in places}
    goes = [f"a {kind} that goes" for kind in (TILE, SECTION, SENTENCE, NEXT) if kind in kinds]
    return format_all([*([stay] if lines else []), *goes])
