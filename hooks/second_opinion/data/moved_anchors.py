"""Where sections that are gone are answered now, so that old links keep working: data/moved_anchors.yml."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from typing import Annotated

from msgspec import Struct
from pydantic import AfterValidator

from second_opinion.core.findings import Finding, Message, did_you_mean, message_of_missing_page
from second_opinion.core.records import SLUG, PageName, Table, Words
from second_opinion.core.validation import YamlDocument, validate_rest

FILE = "data/moved_anchors.yml"
PLACE = re.compile(rf"{SLUG}(?:#[^\s#]+)?")


def parse_page_anchor(value: str) -> str:
    """Return the name of a page and an anchor as an editor writes them; raises ValueError where it is none."""
    if not PLACE.fullmatch(value):
        raise ValueError("this is no place; write the name of a page and the anchor, like costs#who-pays")
    return value


class MovedTable(Table[dict[PageName, dict[Words, Annotated[str, AfterValidator(parse_page_anchor)]]]]):
    """The file: the place where each section is answered now, by the page that had it and its anchor."""


class PageAnchor(Struct, frozen=True, order=True):
    """A section of a page, or a page as a whole, where the anchor is empty."""

    page: str
    anchor: str = ""

    def __str__(self) -> str:
        """Return the place as an editor writes it."""
        return f"{self.page}#{self.anchor}" if self.anchor else self.page


def read_moved_anchors(document: YamlDocument) -> tuple[dict[PageAnchor, PageAnchor], list[Finding]]:
    """Return where each section that is gone is answered now."""
    table, _, findings = validate_rest(document, MovedTable)
    sound = table.root if table else {}
    moved = {
        PageAnchor(page, anchor): PageAnchor(*target.split("#"))
        for page, anchors in sound.items()
        for anchor, target in anchors.items()
    }
    refused = {  # these are reported so, and not also as gone
        PageAnchor(page, str(anchor)): PageAnchor(page)
        for page, anchors in (document.value.items() if findings and table else ())
        for anchor in (anchors if page in sound and isinstance(anchors, Mapping) else ())
    }
    return {**refused, **moved}, [*document.findings, *findings]


def check_moved_anchors(
    document: YamlDocument,
    moved: Mapping[PageAnchor, PageAnchor],
    anchors: Mapping[str, Collection[str]],
    became: Mapping[str, str],
    reported: Collection[PageAnchor] = (),
) -> list[Finding]:
    """Find sections that have not gone, and places that are not there; ``anchors`` holds those of each page.

    Of what leads to a place that is ``reported`` as gone, nothing is said here.
    """
    return [
        Finding(document.file, document.line(old.page, old.anchor), *fault)
        for old, new in moved.items()
        if new not in reported and (fault := _message_of_move(old, new, moved, anchors, became))
    ]


def _message_of_move(
    old: PageAnchor,
    new: PageAnchor,
    moved: Mapping[PageAnchor, PageAnchor],
    anchors: Mapping[str, Collection[str]],
    became: Mapping[str, str],
) -> Message | None:
    """Return what is wrong with one line, and what to do."""
    if old.page not in anchors:
        return message_of_missing_page(old.page, anchors, became)
    if new.page not in anchors:
        wrong, do = message_of_missing_page(new.page, anchors, became)
        now = PageAnchor(became.get(new.page, ""), new.anchor)
        return f"'{old}' leads to '{new}', and {wrong}", f"write '{moved[now]}'" if now in moved else do
    if old.anchor in anchors[old.page]:
        return (
            f"the section '{old}' is still there",
            "take this line out, or give that section another anchor",
        )
    if not new.anchor or new.anchor in anchors[new.page]:
        return None
    if new in moved and new != old:
        return f"'{old}' leads to '{new}', which has moved too", f"write '{moved[new]}'"
    return f"'{old}' leads to '{new}', which is no section of {new.page}.md", _nearest_place(new, anchors)


def _nearest_place(place: PageAnchor, anchors: Mapping[str, Collection[str]]) -> str:
    return did_you_mean(str(place), [str(PageAnchor(place.page, anchor)) for anchor in anchors[place.page]])
