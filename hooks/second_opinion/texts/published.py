"""The public addresses of pages: where each stands, where it stood before, and which were ever published."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from second_opinion.core.addresses import address, language_of
from second_opinion.core.findings import Finding
from second_opinion.core.validation import YamlDocument
from second_opinion.texts.pages import BrokenPage, Page

PUBLISHED = "data/addresses.yml"


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
    pages: Sequence[Page], broken: Sequence[BrokenPage], published: Mapping[str, int] | None
) -> list[Finding]:
    """Find two pages with one address, new addresses that are not listed, and listed ones that lead nowhere.

    ``published`` holds the addresses of data/addresses.yml with their lines, or None where it cannot be read. As
    long as a page of a language is broken, nothing is said about old addresses there: they may be that page's.
    """
    findings: list[Finding] = []
    unsure = {page.lang for page in broken}
    taken: dict[str, tuple[str, int]] = {}
    for page in pages:
        mine = [(page_address(page), page.line("slug"))]
        mine += [(address(page.lang, old), page.line("moved_from")) for old in page.meta.moved_from]
        for where, line in mine:
            if where in taken:
                first = taken[where]
                wrong = f"the address /{where} is also that of {first[0]} (line {first[1]})"
                findings.append(Finding(page.file, line, wrong, "give one of the two another 'slug'"))
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
