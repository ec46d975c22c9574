"""The public addresses of pages and sections: where each page stands and stood, and which were ever published.

What was published has a file for each page, in data/published/, to which ``make record`` adds what is new.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Annotated

from pydantic import AfterValidator

from second_opinion.core.addresses import address, language_of
from second_opinion.core.findings import Finding, Message, message_of_missing_page
from second_opinion.core.markdown_text import Text, headings, text_links
from second_opinion.core.records import Strict, Words
from second_opinion.core.validation import Entries, validate_each
from second_opinion.core.yaml_parser import plain_value
from second_opinion.data import moved_anchors
from second_opinion.data.moved_anchors import PageAnchor
from second_opinion.texts.pages import AnyPage, BrokenPage, Page

FOLDER = "data/published"
RECORD = "'make record'"


def _address(value: str) -> str:
    if not (value.startswith("/") and value.endswith("/")):
        raise ValueError("this is no address; write it with a slash at both ends, like /kosten/")
    return value


class Published(Strict):
    """Every address that a page ever had, and the anchors of all its sections."""

    addresses: list[Annotated[Words, AfterValidator(_address)]]
    sections: list[Words] = []


def page_address(page: Page) -> str:
    """Return the address of a page."""
    return address(page.lang, page.meta.slug)


def redirects(pages: Sequence[Page]) -> dict[str, Page]:
    """Return the old addresses of pages, each with the page that it leads to now."""
    return {address(page.lang, old): page for page in pages for old in page.meta.moved_from}


def new_names_of_pages(pages: Iterable[Page]) -> dict[str, str]:
    """Return the name of the page that took the place of each one that went."""
    return {old: page.name for page in pages for old in page.meta.moved_from}


def read_published(entries: Entries) -> tuple[dict[str, Published], list[Finding]]:
    """Return what was ever published of each page, by its name."""
    return validate_each(entries, Published)


def check_addresses(
    pages: Sequence[Page],
    broken: Sequence[BrokenPage],
    entries: Entries | None,
    published: Mapping[str, Published],
    unsure_languages: Collection[str] = (),
) -> list[Finding]:
    """Find two pages with one address, new addresses that are not listed, and listed ones that lead nowhere.

    ``entries`` are the files of data/published/, None for pages of which nothing is written down. As long as a page of
    a language is broken, is to be written (``unsure_languages``) or has the address of another, nothing is said about
    old addresses there: they may be that page's.
    """
    findings: list[Finding] = []
    unsure = {*unsure_languages, *(page.lang for page in broken)}
    taken: dict[str, tuple[str, int]] = {}
    for page in pages:
        for where, line in _addresses(page):
            if where in taken:
                first = taken[where]
                wrong = f"the address /{where} is also that of {first[0]} (line {first[1]})"
                findings.append(Finding(page.file, line, wrong, "give one of the two another 'slug'"))
                unsure.add(page.lang)
            taken.setdefault(where, (page.file, line))
    if entries is None:
        return findings
    findings += _check_listed(pages, {page.name for page in broken}, entries, published)
    for name, listed in published.items():
        document = entries[name]
        for index, where in enumerate(listed.addresses):
            if where[1:] not in taken and language_of(where[1:]) not in unsure:
                old = where.rstrip("/").rsplit("/", 1)[-1]
                findings.append(
                    Finding(
                        document.file,
                        document.line("addresses", index),
                        f"the published address {where} leads nowhere now",
                        f"add 'moved_from: [{old}]' to the page that took its place, so that old links keep working",
                    )
                )
    return findings


def _addresses(page: Page) -> list[tuple[str, int]]:
    """Return the addresses that a page has and had, each with its line in the front matter."""
    old = [(address(page.lang, slug), page.line("moved_from")) for slug in page.meta.moved_from]
    return [(page_address(page), page.line("slug")), *old]


def _check_listed(
    pages: Sequence[Page], broken: Collection[str], entries: Entries, published: Mapping[str, Published]
) -> Iterator[Finding]:
    """Find addresses that stand in no file; where a page has none, its whole file is asked for, once.

    ``broken`` are the names of pages of which not all addresses are known.
    """
    listed = {where[1:] for one in published.values() for where in one.addresses}
    new: dict[str, list[tuple[Page, str, int]]] = {}
    for page in pages:
        new.setdefault(page.name, []).extend(
            (page, where, line) for where, line in _addresses(page) if where not in listed
        )
    for name, found in new.items():
        file = f"{FOLDER}/{name}.yml"
        if found and name not in entries and name not in broken:
            wrong = f"this file is missing: it keeps the addresses of the page '{name}' working"
            line_of_file = f"addresses: [{', '.join(f'/{where}' for _, where, _ in found)}]"
            yield Finding(file, 1, wrong, f"write it with the line '{line_of_file}', or run {RECORD}")
        elif name in published:
            for page, where, line in found:
                wrong, do = f"the address /{where} is not in {file}", f"add the line '- /{where}' there"
                yield Finding(page.file, line, wrong, f"{do}, or run {RECORD}")


def names_by_address(pages: Sequence[Page]) -> dict[str, str]:
    """Return the name of the page that stands, or stood, at each address."""
    now = {page_address(page): page.name for page in pages}
    return now | {where: page.name for where, page in redirects(pages).items()}


def check_full_addresses(
    text: Text, sites: Collection[str], by_address: Mapping[str, str], here: Collection[str], *, is_own: bool
) -> Iterator[Finding]:
    """Find links of a text to pages of this very site by their full addresses, which another site does not have.

    ``sites`` are the addresses of the site, ``by_address`` the names of its pages, ``here`` those in the language of
    the text; in a text of a brand (``is_own``) such a link works, and is a notice.
    """
    for link in text_links(text):
        site = next((site for site in sites if f"{link.target}/".startswith(site)), None)
        if site is None:
            continue
        path, mark, anchor = link.target[len(site) :].partition("#")
        name = by_address.get(f"{path}/" if path and not path.endswith("/") else path)
        if name in here:
            wrong = f"the link '{link.words}' leads to a page of this very site by its full address '{link.target}'"
            do = f"write {name}.md{mark}{anchor}"
            yield Finding(text.file, link.line, wrong, do, is_fault=not is_own, about=(link.target,))


def check_anchors(
    entries: Entries,
    published: Mapping[str, Published],
    pages: Sequence[AnyPage],
    gone: Mapping[PageAnchor, Sequence[tuple[str, int]]],
    became: Mapping[str, str],
) -> list[Finding]:
    """Find listed sections that are gone without a word of where they are answered, and give a notice of new ones.

    ``gone`` holds the lines that still lead to each such section, and ``became`` names the page that took the place of
    each one that went.
    """
    by_name: dict[str, list[AnyPage]] = {}
    for page in pages:
        by_name.setdefault(page.name, []).append(page)
    findings = [
        Finding(document.file, 1, *_message_of_file_without_page(name, by_name, became))
        for name, document in entries.items()
        if name not in by_name
    ]
    for name, twins in by_name.items():
        if name not in published:
            continue
        findings += [
            _finding_of_gone_section(twins[0], place.anchor, lines)
            for place, lines in gone.items()
            if place.page == name
        ]
        listed = published[name].sections
        if new := [anchor for anchor in _anchors_of_page(twins) if anchor not in listed]:
            document, shown = entries[name], ", ".join(f"'{anchor}'" for anchor in new)
            wrong, do = f"{shown} of the page '{name}' does not stand here yet", f"{RECORD} writes it down"
            line = document.line("sections")
            values = {"sections": shown, "page": name}
            findings.append(
                Finding(
                    document.file, line, wrong, f"{do}, later", is_fault=False, name="unlisted", values=values
                )
            )
    return findings


def _message_of_file_without_page(name: str, pages: Collection[str], became: Mapping[str, str]) -> Message:
    wrong, do = message_of_missing_page(name, pages, became)
    if name in became:
        return wrong, f"move its addresses to {FOLDER}/{became[name]}.yml, and take this file away"
    do_first = "call this file as the page is called now, or move its addresses to the file of the page that took its "
    return wrong, f"{do_first}place; {do}"


def _anchors_of_page(twins: Sequence[AnyPage]) -> list[str]:
    """Return the anchors of the sections of a page in all its languages."""
    written = (heading.anchor for twin in twins for heading in headings(twin.text))
    return [anchor for anchor in dict.fromkeys(written) if anchor]


def gone_sections(
    published: Mapping[str, Published], anchors: Mapping[str, Collection[str]], moved: Collection[PageAnchor]
) -> list[PageAnchor]:
    """Return the listed sections that no page has now, and of which nothing says where they are answered."""
    return [
        PageAnchor(page, anchor)
        for page, listed in published.items()
        for anchor in dict.fromkeys(listed.sections)
        if page in anchors and anchor not in anchors[page] and PageAnchor(page, anchor) not in moved
    ]


def _finding_of_gone_section(page: AnyPage, anchor: str, lines: Sequence[tuple[str, int]]) -> Finding:
    leads = "leads" if len(lines) == 1 else "lead"
    still = (
        f", and {', '.join(f'{file}:{line}' for file, line in lines)} still {leads} there" if lines else ""
    )
    wrong = f"the section '#{anchor}' of the page '{page.name}' is gone{still or ': links to it break'}"
    do = (
        f"give its heading {{#{anchor}}} again, or say in {moved_anchors.FILE} where it is answered now, "
        f"below '{page.name}:', like '{anchor}: costs#who-pays'"
    )
    return Finding(
        page.file, 1, wrong, do, about=(anchor, f"#{anchor}", f"{page.name}.md#{anchor}"), also=tuple(lines)
    )


def format_published(twins: Sequence[Page], listed: Published | None) -> str:
    """Return the file of a page with all that was ever published of it, what it has now too.

    Each line says one thing, in the order of the alphabet, so that two people who add to a file seldom touch the same
    place.
    """
    addresses = {f"/{where}" for page in twins for where, _ in _addresses(page)}
    sections = {*_anchors_of_page(twins)}
    if listed:
        addresses |= {*listed.addresses}
        sections |= {*listed.sections}
    return f"addresses:{_format_entry(addresses)}sections:{_format_entry(sections)}"


def _format_entry(values: Collection[str]) -> str:
    written = (value if plain_value(value) == value else f'"{value}"' for value in sorted(values))
    return "".join(["\n", *(f"- {value}\n" for value in written)]) if values else " []\n"
