"""What a brand makes of the shared pages: others in their place, more of them, fewer of them, and who checked them."""

from __future__ import annotations

import difflib
import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from pathlib import PurePosixPath
from typing import TypeVar

from second_opinion.brand.model import NEEDED, Brand
from second_opinion.core.findings import NEAR, Finding, describe_missing_page, format_all
from second_opinion.core.languages import LANGUAGE_NAMES, LANGUAGES, SOURCE_LANGUAGE
from second_opinion.core.markdown_text import (
    MarkdownLink,
    Text,
    headings,
    is_one_sentence,
    text_links,
)
from second_opinion.core.validation import YamlDocument
from second_opinion.data.menu import MenuItem
from second_opinion.texts.front_matter import Review
from second_opinion.texts.left_out import LinkInWords, page_of, sentence_that_goes
from second_opinion.texts.pages import BrokenPage, Page
from second_opinion.texts.picture_files import normalise_name
from second_opinion.texts.snippets import with_its_snippets

ABROAD = "abroad"  # the page for people who live or are treated in another country
TILE, SECTION, SENTENCE, NEXT = "tile", "section", "sentence", "next step"
BULLET = re.compile(r"[-*+] ")
BEGINS_WITH_LINK = re.compile(r"[-*+] +\[")
END_OF_LIST = "."
POINT = re.compile(r"\s*(?:[-*+]|\d+[.])\s+")
LETTERS_AT_TOP = 102  # that fit in one row of a screen 1280 wide
BETWEEN = 2.7  # letters for which there would be room between two names
AnyPage = TypeVar("AnyPage", bound=Page | BrokenPage)
DescribeMissing = Callable[[str, Collection[str]], tuple[str, str]]


@dataclass(frozen=True)
class LinkPlace:
    """Where a link to a ``page`` that is left out stands, and what goes with it; nothing where its words stay."""

    page: str
    file: str
    line: int
    goes: str


def pages_of_site(
    shared: Sequence[AnyPage],
    own: Sequence[AnyPage],
    replaced: Collection[tuple[str, str]],
    brand: Brand | None,
) -> list[AnyPage]:
    """Return the pages of a site: the shared ones that are neither replaced nor left out, and the brand's own."""
    languages = brand.languages if brand else LANGUAGES
    left_out = brand.left_out if brand else ()
    kept = [page for page in shared if (page.lang, page.name) not in replaced and page.name not in left_out]
    return [page for page in [*kept, *own] if page.lang in languages]


def check_left_out(
    document: YamlDocument,
    brand: Brand,
    names: Collection[str],
    own_names: Collection[str],
    missing: DescribeMissing,
) -> list[Finding]:
    """Find pages left out that do not exist, that every site needs, or that the brand writes itself.

    ``missing`` returns of a name that is none of the known ones what is wrong and what to do, here and below.
    """
    findings = []
    for index, entry in enumerate(brand.pages_left_out):
        fault = None
        if entry.page not in names:
            fault = missing(entry.page, names)
        elif entry.page in NEEDED:
            fault = (
                f"the page '{entry.page}' is left out, and every site needs it",
                _describe_keeping(entry.page),
            )
        elif entry.page in own_names:
            fault = (f"the page '{entry.page}' is left out, and it stands in docs/", "keep one of the two")
        if fault:
            findings.append(Finding(document.file, document.line("pages_left_out", index, "page"), *fault))
    return findings


def _describe_keeping(page: str) -> str:
    return f"take this line out, or write your own page in its place: docs/{SOURCE_LANGUAGE}/{page}.md"


def check_abroad(document: YamlDocument, brand: Brand) -> Iterator[Finding]:
    """Give a notice where the page for people from abroad is left out of a site whose hospital takes them."""
    for index, entry in enumerate(brand.pages_left_out if brand.from_abroad else ()):
        if entry.page == ABROAD:
            said = f"'from_abroad' on line {document.line('from_abroad')} says that people from there can come to you"
            wrong, do = f"'{ABROAD}' is left out, and {said}", "keep the page, or take 'from_abroad' out"
            line = document.line("pages_left_out", index, "page")
            yield Finding(document.file, line, wrong, do, is_fault=False)


def check_replaced(
    own: Sequence[Page | BrokenPage], shared: Collection[tuple[str, str]], brand: Brand
) -> list[Finding]:
    """Find pages of a brand that take the place of a shared one in one language, and leave the shared one in another.

    ``shared`` are the language and name of each shared page.
    """
    mine = {(page.lang, page.name) for page in own}
    return [
        Finding(
            page.file,
            1,
            f"this page takes the place of a shared one in {LANGUAGE_NAMES[page.lang]} only",
            f"write it in {LANGUAGE_NAMES[lang]} too, or readers get two different ones: docs/{lang}/{page.name}.md",
        )
        for page in own
        for lang in brand.languages
        if (page.lang, page.name) in shared and (lang, page.name) in shared and (lang, page.name) not in mine
    ]


def check_dutch_names(own: Sequence[Page], shared: Sequence[Page]) -> list[Finding]:
    """Find pages of a brand with the address of a shared page and another file name: both would be built."""
    by_address = {(page.lang, page.meta.slug): page for page in shared}
    return [
        Finding(
            page.file,
            page.line("slug"),
            f"this page has the address of {twin.file}, and stands beside it",
            f"call this file {twin.name}.md when it takes its place, or give it another 'slug'",
        )
        for page in own
        if (twin := by_address.get((page.lang, page.meta.slug))) and twin.name != page.name
    ]


def check_names_of_replacing_pages(
    broken: Sequence[BrokenPage], shared: Sequence[Page], languages: Sequence[str]
) -> Iterator[Finding]:
    """Find pages of a brand without a usable head whose file has the address or the title of a shared page as its name.

    Of such a page that name alone is told, once for all languages: what its head needs, a copy of the shared one shows.
    """
    names, called = {page.name for page in shared}, names_by_title(shared)
    meant: dict[str, list[BrokenPage]] = {}
    for page in broken:
        if page.name not in names and (name := _name_meant(page.name, called)):
            meant.setdefault(name, []).append(page)
    for name, pages in meant.items():
        first, *more = sorted(pages, key=lambda page: LANGUAGES.index(page.lang))
        named = format_all([first.file, *(page.file for page in more)])
        files = format_all(f"docs/{lang}/{name}.md" for lang in languages)
        yield Finding(
            first.file,
            1,
            f"our page about this is called '{name}' in each language, and {named} would stand beside it",
            f"call it '{name}.md' if it takes the place of that one, and begin with a copy of ours: {files}",
            also=tuple((page.file, 1) for page in more),
            alone=True,
        )


def names_by_title(pages: Iterable[Page]) -> dict[str, str]:
    """Return the name of each page by its title, as the name of a file, and its address, in each language."""
    return {
        said: page.name
        for page in pages
        for said in (PurePosixPath(normalise_name(f"{page.meta.title}.md")).stem, page.meta.slug)
        if said
    }


def _name_meant(name: str, called: Mapping[str, str]) -> str:
    """Return the name of the page that is ``called`` so, or nearly."""
    near = difflib.get_close_matches(name, called, n=1, cutoff=NEAR)
    return called[near[0]] if near else ""


def describe_missing(
    name: str, known: Collection[str], *, became: Mapping[str, str], called: Mapping[str, str]
) -> tuple[str, str]:
    """Return what is wrong with the name of a page that is not there, and what to do: kosten => did you mean 'costs'?

    ``became`` names the page that took the place of each one that went, ``called`` each one by its title and address.
    """
    wrong, do = describe_missing_page(name, known, became)
    meant = _name_meant(name, {**called, **{one: one for one in known}})
    is_said = meant in known and became.get(name) not in known
    return wrong, f"did you mean '{meant}'?" if is_said else do


def check_reviewed_pages(
    document: YamlDocument, brand: Brand, names: Collection[str], missing: DescribeMissing
) -> list[Finding]:
    """Find reviews of pages that do not exist."""
    return [
        Finding(
            document.file,
            document.line("reviewers", index, "pages", position),
            *missing(name, names),
        )
        for index, reviewer in enumerate(brand.reviewers)
        for position, name in enumerate(reviewer.pages)
        if name not in names
    ]


def with_reviews_of_brand(page: Page, brand: Brand, current_hash: str) -> Page:
    """Return a page with the reviews by a brand's reviewers.

    A review holds for the text of ``current_hash`` where the page was written before it; else readers are told that
    the page has changed since.
    """
    reviews = [
        Review(
            role=reviewer.role.in_language(page.lang),
            name=reviewer.name,
            date=reviewer.date,
            text=current_hash if page.meta.written <= reviewer.date else None,
        )
        for reviewer in brand.reviewers
        if page.name in reviewer.pages
    ]
    if not reviews:
        return page
    meta = page.meta.model_copy(update={"checked": [*page.meta.checked, *reviews]})
    return Page(page.lang, page.name, page.file, meta, page.front, page.text)


def check_review_dates(document: YamlDocument, brand: Brand, pages: Sequence[Page]) -> list[Finding]:
    """Give a notice of each page that was written again after a reviewer checked it."""
    written = {page.name: page.meta.written for page in pages}
    return [
        Finding(
            document.file,
            document.line("reviewers", index, "date"),
            f"the page '{name}' was written on {written[name]}, after {reviewer.name} checked it on {reviewer.date}",
            "ask for another check, and write its date",
            is_fault=False,
        )
        for index, reviewer in enumerate(brand.reviewers)
        for name in reviewer.pages
        if name in written and written[name] > reviewer.date
    ]


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
    return of_sections | dict.fromkeys(_links_of_tiles(page.text) if page.name == "index" else (), TILE)


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
    """Return the places in each file: 'docs/nl/costs.md: lines 4 and 9, docs/nl/index.md: a tile, which goes'."""
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
    goes = [f"a {kind}, which goes" for kind in (TILE, SECTION, SENTENCE, NEXT) if kind in kinds]
    return " and ".join([*([stay] if lines else []), *goes])


def needed_sections(
    texts: Iterable[tuple[str, Text]], replaced: Collection[str], anchors: Mapping[str, Collection[str]]
) -> dict[str, dict[str, list[str]]]:
    """Return the sections that links of shared texts need and that a brand's page in the place of a shared one lacks.

    ``texts`` are those of each page by its name; the places of the links are by the name of the page and the anchor.
    """
    needed: dict[str, dict[str, list[str]]] = {}
    for page, text in texts:
        for link in text_links(text):
            path, _, anchor = link.target.partition("#")
            name, place = path.removesuffix(".md") if path else page, f"{text.file}:{link.line}"
            if name in replaced and anchor and anchor not in anchors[name]:
                places = needed.setdefault(name, {}).setdefault(anchor, [])
                places += [] if place in places else [place]
    return needed


def fault_of_lacking_sections(text: Text, sections: Mapping[str, Sequence[str]]) -> Finding:
    """Return the fault of a brand's page that lacks sections, at the one heading that has no anchor.

    ``sections`` are the places of the links to each section, by its anchor.
    """
    bare = [heading.line for heading in headings(text) if not heading.anchor]
    places = list(dict.fromkeys(place for of_section in sections.values() for place in of_section))
    named, marks = (", ".join(shape.format(anchor) for anchor in sections) for shape in ("'#{}'", "{{#{}}}"))
    one = len(sections) == 1
    links_need = "1 link needs" if len(places) == 1 else f"{len(places)} links need"
    return Finding(
        text.file,
        bare[0] if len(bare) == 1 else 1,
        f"your page lacks the section{'' if one else 's'} {named} of the shared one, "
        f"and {links_need} {'it' if one else 'them'} (first: {places[0]})",
        f"put it back as a heading that ends in {marks}"
        if one
        else f"put them back as headings that end in {marks}",
        about=tuple(sections),
    )


def menu_of(
    items: Sequence[MenuItem],
    pages: Sequence[Page],
    own: MenuItem | None,
    known: Callable[[str], bool],
    first: Sequence[str],
    languages: Sequence[str],
) -> list[MenuItem]:
    """Return the subjects of a site: the brand's own page, what it puts ``first``, pages it adds, the shared ones.

    Those that it puts first take the place of the last ones at the top of every page, so that all stand in one row:
    of costs, law and words (the first two at the top) with ``first`` words => words and costs at the top, law below.
    """
    added = _items_of_added_pages(page for page in pages if not known(page.name))
    ordered = sorted([*added, *items], key=lambda item: _rank(item.page, first))
    room = sum(item.header for item in items) - len(first)
    menu = [*([own] if own else []), *_at_top_with_room(ordered, first, room)]
    while first and any(letters_beyond_one_row(menu, lang) for lang in languages):
        last = next((item for item in reversed(menu) if item.header and item.page not in first), None)
        if last in (None, own):
            break
        menu = [item.model_copy(update={"header": False}) if item is last else item for item in menu]
    return menu


def _items_of_added_pages(pages: Iterable[Page]) -> list[MenuItem]:
    """Return the subjects of pages that a brand adds, each under its short name or its title."""
    titles: dict[str, dict[str, str]] = {}
    for page in pages:
        titles.setdefault(page.name, {})[page.lang] = page.meta.short or page.meta.title
    return [
        MenuItem.model_validate(
            {"page": name} | {lang: title.get(lang) or next(iter(title.values())) for lang in LANGUAGES}
        )
        for name, title in titles.items()
    ]


def _at_top_with_room(items: Iterable[MenuItem], first: Sequence[str], room: int) -> Iterator[MenuItem]:
    """Yield the subjects, of which those that a brand puts ``first``, and so many others, stand at the top."""
    for item in items:
        is_first = item.page in first
        is_shown = is_first or (item.header and room > 0)
        room -= is_shown and not is_first
        yield item.model_copy(update={"header": is_shown})


def letters_beyond_one_row(menu: Sequence[MenuItem], lang: str) -> int:
    """Return how many letters the names at the top of every page have too many; 0 where they fit."""
    names = [item.label(lang) for item in menu if item.header]
    return max(0, sum(map(len, names)) - most_letters(len(names)))


def most_letters(names: int) -> int:
    """Return how many letters of so many names fit in one row."""
    return int(LETTERS_AT_TOP - BETWEEN * (names - 1))


def check_short_names(pages: Sequence[Page], shared: Collection[str]) -> list[Finding]:
    """Find short names of pages that have theirs in data/menu/."""
    return [
        Finding(
            page.file,
            page.line("short"),
            f"'short' is the name of a page of your own in menus, and data/menu/{page.name}.yml has that of this one",
            "take the line out",
        )
        for page in pages
        if page.meta.short and page.name in shared
    ]


def check_top_of_pages(
    document: YamlDocument,
    brand: Brand,
    shared: Sequence[MenuItem],
    menu: Sequence[MenuItem],
    own: Collection[str],
    *,
    is_preview: bool,
) -> Iterator[Finding]:
    """Give a notice where what a brand puts first at the top of each page wraps, and in a preview what it pushes out.

    ``own`` are the names of the pages that the brand adds.
    """
    if not brand.menu_first:
        return
    line = document.line("menu_first")
    at_top = [item for item in menu if item.header]
    if is_preview:
        yield from _check_pushed_out(document.file, line, brand, shared, at_top)
    for lang in brand.languages:
        if beyond := letters_beyond_one_row(at_top, lang):
            yield _notice_of_more_than_a_row(document.file, line, at_top, lang, beyond, own)


def _check_pushed_out(
    file: str, line: int, brand: Brand, shared: Sequence[MenuItem], at_top: Sequence[MenuItem]
) -> Iterator[Finding]:
    """Give a notice of the shared pages whose place at the top the brand's own take."""
    stay = {*brand.left_out, *(one.page for one in at_top)}
    if pushed := [f"'{item.page}'" for item in shared if item.header and item.page not in stay]:
        wrong = f"what stands in 'menu_first' takes the place of {', '.join(pushed)} at the top of every page"
        do = (
            "leave one out to have it back there; it still stands in the menu of a phone and the list at home"
        )
        yield Finding(file, line, wrong, do, is_fault=False)


def _notice_of_more_than_a_row(
    file: str, line: int, at_top: Sequence[MenuItem], lang: str, beyond: int, own: Collection[str]
) -> Finding:
    """Return the notice of names that do not fit in one row, with the page whose name is the longest."""
    most = most_letters(len(at_top))
    longest = max(at_top, key=lambda item: len(item.label(lang)))
    letters = f"{most + beyond} letters in {LANGUAGE_NAMES[lang]}"
    wrong = f"the names at the top of every page have {letters}, and {most} fit in one row"
    is_own = longest.page in own
    do = f"give it a shorter 'short' in docs/{lang}/{longest.page}.md" if is_own else "leave a page out"
    return Finding(file, line, f"{wrong}; the longest is '{longest.label(lang)}'", do, is_fault=False)


def check_linked_pages(
    document: YamlDocument, brand: Brand, names: Mapping[str, Collection[str]], missing: DescribeMissing
) -> Iterator[Finding]:
    """Find links in brand.yml to pages that the site does not have; ``names`` are those of each language."""
    for index, link in enumerate(brand.links.more):
        for lang in brand.languages if link.page else ():
            if link.page in names[lang]:
                continue
            wrong, do = missing(str(link.page), names[lang])
            wrong = f"{wrong} in {LANGUAGE_NAMES[lang]}"
            line = document.line("links", "more", index, "page")
            yield Finding(document.file, line, wrong, do, about=(f"{link.page}.md",))
            break


def _rank(page: str, first: Sequence[str]) -> int:
    return first.index(page) if page in first else len(first)


def check_menu_first(
    document: YamlDocument, brand: Brand, names: Collection[str], missing: DescribeMissing
) -> list[Finding]:
    """Find pages that a brand puts first in the menu and that have no place there, or stand twice."""
    left_out, findings = brand.left_out, []
    for index, page in enumerate(brand.menu_first):
        fault = None
        if page == "index":
            fault = ("the home page stands first already", "take it out")
        elif page not in names:
            fault = missing(page, names)
        elif page in left_out:
            fault = (f"the page '{page}' is left out", "keep it, or take it out here")
        elif page in brand.menu_first[:index]:
            fault = (f"the page '{page}' stands twice", "keep one of the two")
        if fault:
            findings.append(Finding(document.file, document.line("menu_first", index), *fault))
    return findings


def check_crisis_page_stays(
    document: YamlDocument, brand: Brand, page: str, names: Collection[str]
) -> list[Finding]:
    """Find a brand that leaves the page for people in distress out; ``names`` are the pages of its site."""
    return [
        Finding(
            document.file,
            document.line("pages_left_out", index, "page"),
            f"the page '{page}' is left out, and the search leads people in distress there",
            _describe_keeping(page),
        )
        for index, entry in enumerate(brand.pages_left_out)
        if entry.page == page and page not in names
    ]
