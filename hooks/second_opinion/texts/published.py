"""The public addresses of pages and sections: where each page stands and stood, and which were ever published."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from pydantic import RootModel

from second_opinion.core.addresses import address, language_of
from second_opinion.core.findings import Finding, did_you_mean
from second_opinion.core.markdown_text import headings
from second_opinion.core.records import PageName, Words
from second_opinion.core.validation import YamlDocument, validate
from second_opinion.data import moved_anchors
from second_opinion.data.moved_anchors import Place
from second_opinion.texts.pages import BrokenPage, Page

PUBLISHED = "data/addresses.yml"
ANCHORS = "data/anchors.yml"


class PublishedAnchors(RootModel[dict[PageName, list[Words]]]):
    """The file of anchors: those of each page, by its name."""


def page_address(page: Page) -> str:
    """Return the address of a page."""
    return address(page.lang, page.meta.slug)


def redirects(pages: Sequence[Page]) -> dict[str, Page]:
    """Return the old addresses of pages, each with the page that it leads to now."""
    return {address(page.lang, old): page for page in pages for old in page.meta.moved_from}


def read_published(document: YamlDocument) -> tuple[dict[str, int] | None, list[Finding]]:
    """Return the addresses that were ever published, each with its line in the data; None where there is no list."""
    published: dict[str, int] = {}
    findings = list(document.findings)
    if not isinstance(document.value, list):
        return None, findings or [Finding(PUBLISHED, 1, "this file is no list", "start each entry with '- '")]
    for index, where in enumerate(document.value):
        line = document.line(index)
        if not isinstance(where, str) or not where.startswith("/") or not where.endswith("/"):
            findings.append(
                Finding(
                    PUBLISHED,
                    line,
                    f"'{where}' is no address",
                    "write it with a slash at both ends, like /kosten/",
                )
            )
        elif where[1:] in published:
            findings.append(Finding(PUBLISHED, line, f"'{where}' stands twice", "take one of the two out"))
        else:
            published[where[1:]] = line
    return published, findings


def check_addresses(
    pages: Sequence[Page],
    broken: Sequence[BrokenPage],
    published: Mapping[str, int] | None,
    unsure_languages: Collection[str] = (),
) -> list[Finding]:
    """Find two pages with one address, new addresses that are not listed, and listed ones that lead nowhere.

    ``published`` holds the addresses of data/addresses.yml with their lines, or None where it cannot be read. As
    long as a page of a language is broken, is to be written (``unsure_languages``) or has the address of another,
    nothing is said about old addresses there: they may be that page's.
    """
    findings: list[Finding] = []
    unsure = {*unsure_languages, *(page.lang for page in broken)}
    taken: dict[str, tuple[str, int]] = {}
    for page in pages:
        mine = [(page_address(page), page.line("slug"))]
        mine += [(address(page.lang, old), page.line("moved_from")) for old in page.meta.moved_from]
        for where, line in mine:
            if where in taken:
                first = taken[where]
                wrong = f"the address /{where} is also that of {first[0]} (line {first[1]})"
                findings.append(Finding(page.file, line, wrong, "give one of the two another 'slug'"))
                unsure.add(page.lang)
            taken.setdefault(where, (page.file, line))
            if published is not None and where not in published:
                findings.append(
                    Finding(
                        page.file,
                        line,
                        f"the address /{where} is not in {PUBLISHED}",
                        f"add the line '- /{where}' there",
                    )
                )
    for where, line in (published or {}).items():
        if where not in taken and language_of(where) not in unsure:
            findings.append(
                Finding(
                    PUBLISHED,
                    line,
                    f"the published address /{where} leads nowhere now",
                    f"add 'moved_from: [{where.rstrip('/').rsplit('/', 1)[-1]}]' "
                    "to the page that took its place, so that old links keep working",
                )
            )
    return findings


def read_published_anchors(document: YamlDocument) -> tuple[dict[str, list[str]] | None, list[Finding]]:
    """Return the anchors of each page that were ever published; None where there is no list."""
    table, findings = validate(document, PublishedAnchors)
    if table is None:
        return None, [*document.findings, *findings]
    for page, anchors in table.root.items():
        findings += [
            Finding(ANCHORS, document.line(page), f"'{anchor}' stands twice at '{page}'", "take one out")
            for anchor in dict.fromkeys(anchors)
            if anchors.count(anchor) > 1
        ]
    return table.root, [*document.findings, *findings]


def check_anchors(
    document: YamlDocument,
    published: Mapping[str, Sequence[str]],
    pages: Sequence[Page | BrokenPage],
    gone: Mapping[Place, Sequence[tuple[str, int]]],
) -> list[Finding]:
    """Find listed sections that are gone without a word of where they are answered, and give a notice of new ones.

    ``gone`` holds the lines that still lead to each such section.
    """
    by_name: dict[str, list[Page | BrokenPage]] = {}
    for page in pages:
        by_name.setdefault(page.name, []).append(page)
    findings = [
        Finding(
            ANCHORS, document.line(name), f"the page '{name}' does not exist", did_you_mean(name, by_name)
        )
        for name in published
        if name not in by_name
    ]
    for name, twins in by_name.items():
        listed = published.get(name, ())
        findings += [
            _gone(twins[0], place.anchor, lines) for place, lines in gone.items() if place.page == name
        ]
        written = [heading.anchor for twin in twins for heading in headings(twin.text) if heading.anchor]
        if new := [anchor for anchor in dict.fromkeys(written) if anchor not in listed]:
            findings.append(_new(document.line(name), name, [*listed, *new], new))
    return findings


def gone_sections(
    published: Mapping[str, Sequence[str]], anchors: Mapping[str, Collection[str]], moved: Collection[Place]
) -> list[Place]:
    """Return the listed sections that no page has now, and of which nothing says where they are answered."""
    return [
        Place(page, anchor)
        for page, listed in published.items()
        for anchor in dict.fromkeys(listed)
        if page in anchors and anchor not in anchors[page] and Place(page, anchor) not in moved
    ]


def _gone(page: Page | BrokenPage, anchor: str, lines: Sequence[tuple[str, int]]) -> Finding:
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


def _new(line: int, name: str, all_: Sequence[str], new: Sequence[str]) -> Finding:
    shown = ", ".join(f"'{anchor}'" for anchor in new)
    wrong = f"of the page '{name}' this list lacks {shown}"
    do = f"write the line '{name}: [{', '.join(all_)}]', so that links there keep working"
    return Finding(ANCHORS, line, wrong, do, is_fault=False)
