"""The subjects of the site, in the order in which menus and lists show them, one file each: data/menu/."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from typing import Annotated

from pydantic import Field

from second_opinion.core.addresses import HOME
from second_opinion.core.findings import Finding, message_of_missing_page
from second_opinion.core.languages import LANGUAGES
from second_opinion.core.records import ByLanguage, Slug, Words, YesOrNo, in_each_language
from second_opinion.core.refusals import format_value
from second_opinion.core.validation import Entries, validate_each
from second_opinion.data.pictograms import PLAIN, check_icon

FOLDER = "data/menu"
MOST_IN_HEADER = 7


Label = Annotated[str, Field(min_length=1, max_length=40)]  # more breaks the line of the menu


class Subject(ByLanguage):
    """How a page is called in menus: its pictogram, and whether it is in header or footer."""

    icon: Words = PLAIN
    header: YesOrNo = False
    footer: YesOrNo = False

    def label(self, lang: str) -> str:
        """Return the short label."""
        return str(self.part(lang))


@in_each_language(Label)
class MenuFile(Subject):
    """What the file of a subject says: also its place, of which the lowest number comes first."""

    place: Annotated[int, Field(ge=0)]


@in_each_language(Words)
class MenuItem(Subject):
    """One subject, with its page and its short label in each language."""

    page: Slug


def _check_no_two_alike(entries: Entries, good: Mapping[str, MenuFile]) -> Iterator[Finding]:
    """Find subjects that have the same place, so that nobody chose their order, or the same short name."""
    for key in ("place", *LANGUAGES):
        first: dict[object, str] = {}
        for name, subject in good.items():
            value = getattr(subject, key)
            other = first.setdefault(value, name)
            if other != name and value is not None:
                file, line = entries[name].file, entries[name].line(key)
                there = f"{entries[other].file} (line {entries[other].line(key)})"
                wrong = f"'{key}' is {format_value(value)} here and in {there}"
                do = "give one of the two another" + (" number" if key == "place" else " name")
                yield Finding(file, line, wrong, do, is_fault=key != "place")


def read_menu(
    entries: Entries, pages: Collection[str], icons: Collection[str], became: Mapping[str, str]
) -> tuple[list[MenuItem], list[Finding]]:
    """Return the subjects in their order; every page but the home page is one.

    ``icons`` are all pictograms, and ``became`` names the page that took the place of each one that went.
    """
    good, findings = validate_each(entries, MenuFile)
    for name, document in entries.items():
        if name not in pages:
            wrong, do = message_of_missing_page(name, pages, became)
            if name in became:
                do = f"call this file {became[name]}.yml, or take it away where that one is there already"
            findings.append(Finding(document.file, 1, wrong, do))
    for name, subject in good.items():
        document = entries[name]
        findings += check_icon(subject.icon, icons, document.file, document.line("icon"))
    findings += [
        Finding(
            f"{FOLDER}/{page}.yml",
            1,
            f"this file is missing, and the page '{page}' has no place in the menu",
            "write it, with its place and its short names in both languages",
        )
        for page in sorted(set(pages) - entries.keys() - {HOME})
    ]
    findings += _check_no_two_alike(entries, good)
    order = sorted(good, key=lambda name: (good[name].place, name))
    in_header = [name for name in order if good[name].header]
    if len(in_header) > MOST_IN_HEADER:
        last = entries[in_header[MOST_IN_HEADER]]
        wrong = f"{len(in_header)} subjects have 'header: true', {MOST_IN_HEADER} at most fit"
        findings.append(Finding(last.file, last.line("header"), wrong, "write 'header: false' for some"))
    items = [
        MenuItem.model_validate({"page": name, **good[name].model_dump(exclude={"place"})})
        for name in order
        if name in pages
    ]
    return items, findings
