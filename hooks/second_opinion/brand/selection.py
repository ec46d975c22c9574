"""What a brand makes of the shared pages: others in their place, more of them, fewer of them, and who checked them."""

from __future__ import annotations

import difflib
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from pathlib import PurePosixPath
from typing import TypeVar

from second_opinion.brand.model import NEEDED, Brand
from second_opinion.core.addresses import HOME
from second_opinion.core.findings import NEAR, Finding, Message, format_all, message_of_missing_page
from second_opinion.core.languages import LANGUAGE_NAMES, LANGUAGES, SOURCE_LANGUAGE
from second_opinion.core.markdown_text import Text, headings, text_links
from second_opinion.core.validation import YamlDocument
from second_opinion.texts.front_matter import Review
from second_opinion.texts.pages import AnyPage, BrokenPage, Page
from second_opinion.texts.picture_files import normalise_name

ABROAD = "abroad"  # the page for people who live or are treated in another country
SomePage = TypeVar("SomePage", bound=AnyPage)
DescribeMissing = Callable[[str, Collection[str]], tuple[str, str]]


def pages_of_site(
    shared: Sequence[SomePage],
    own: Sequence[SomePage],
    replaced: Collection[tuple[str, str]],
    brand: Brand | None,
) -> list[SomePage]:
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
    own: Sequence[AnyPage], shared: Collection[tuple[str, str]], brand: Brand
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
            is_alone=True,
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


def message_of_missing(
    name: str, known: Collection[str], *, became: Mapping[str, str], called: Mapping[str, str]
) -> Message:
    """Return what is wrong with the name of a page that is not there, and what to do: kosten => did you mean 'costs'?

    ``became`` names the page that took the place of each one that went, ``called`` each one by its title and address.
    """
    wrong, do = message_of_missing_page(name, known, became)
    meant = _name_meant(name, {"home": HOME, **called, **{one: one for one in known}})
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
