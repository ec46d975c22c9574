"""The subjects of the site, in the order in which menus and lists show them: data/menu.yml."""

from __future__ import annotations

from collections.abc import Collection

from second_opinion.core.findings import Finding, did_you_mean
from second_opinion.core.records import ByLanguage, Slug, Words, in_each_language
from second_opinion.core.validation import YamlDocument, every, validate_list
from second_opinion.data.pictograms import PLAIN, check_icon

FILE = "data/menu.yml"
MOST_IN_HEADER = 7


@in_each_language(Words)
class MenuItem(ByLanguage):
    """One subject: the page, its pictogram, its short label in each language, and whether it is in header or footer."""

    page: Slug
    icon: Words = PLAIN
    header: bool = False
    footer: bool = False

    def label(self, lang: str) -> str:
        """Return the short label."""
        return str(self.part(lang))


def read_menu(
    document: YamlDocument, pages: Collection[str], icons: Collection[str]
) -> tuple[list[MenuItem], list[Finding]]:
    """Return the subjects; every page but the home page stands there once. ``icons`` are all pictograms."""
    good, findings = validate_list(document, MenuItem)
    seen: set[str] = set()
    for index, item in good.items():
        line = document.line(index, "page")
        if item.page not in pages:
            wrong = f"the page '{item.page}' does not exist"
            findings.append(Finding(FILE, line, wrong, did_you_mean(item.page, pages)))
        if item.page in seen:
            findings.append(Finding(FILE, line, f"'{item.page}' stands twice", "take one of the two out"))
        seen.add(item.page)
        findings += check_icon(item.icon, icons, FILE, document.line(index, "icon"))
    named = every(document, "page")  # those of faulty entries too
    for page in sorted(set(pages) - named - {"index"}) if named is not None else ():
        findings.append(
            Finding(FILE, 1, f"the page '{page}' is missing", "add it with its short names in both languages")
        )
    if sum(item.header for item in good.values()) > MOST_IN_HEADER:
        last = [index for index, item in good.items() if item.header][MOST_IN_HEADER]
        count = sum(item.header for item in good.values())
        findings.append(
            Finding(
                FILE,
                document.line(last, "header"),
                f"{count} subjects have 'header: true', {MOST_IN_HEADER} at most fit",
                "write 'header: false' for some",
            )
        )
    return [item for item in good.values() if item.page in pages], [*document.findings, *findings]
