"""The texts of a brand as an earlier release knows them: without newer keys, and without links to newer pages."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from second_opinion.core.markdown_text import Text, defined_links, markdown_links, split_front_matter
from second_opinion.core.validation import read_yaml

MADE_FROM_BRAND = "your-hospital"  # the page that stands in no folder
TEXTS = ("docs/*/*.md", "snippets/*/*.md")
LISTS = "tools/*.yml"
IN_A_TEXT = re.compile(
    r"^\S*?(?P<kind>docs/|snippets/|tools/)(?:[a-z]{2}/)?(?P<name>[\w-]+\.(?:md|yml)):\d+: "
)
TO_A_PAGE = re.compile(r"(?P<page>[a-z0-9-]+)\.md(?P<section>#.*)?")
RELATED = "related"
NAMES_OF_PAGES = {"menu_first": "", "pages_left_out": "page", "links.more": "page", "reviewers": "pages"}


def pages_of(project: Path, brand: Path) -> set[str]:
    """Return the names of the pages of a project folder, with those of a brand."""
    return {MADE_FROM_BRAND, *(file.stem for root in (project, brand) for file in root.glob("docs/*/*.md"))}


def without_newer_pages(value: Mapping[str, Any], pages: Collection[str]) -> tuple[dict[str, Any], list[str]]:
    """Return what a brand.yml says without the entries that name a page that is not there, and what these are."""
    kept, left_out = dict(value), []
    for dotted, key in NAMES_OF_PAGES.items():
        *above, name = dotted.split(".")
        inside: Any = kept.get(above[0]) if above else kept
        entries = inside.get(name) if isinstance(inside, Mapping) else None
        if not isinstance(entries, list):
            continue
        newer = {page for entry in entries for page in _named(entry, key) if page not in pages}
        left = [entry for entry in entries if newer.isdisjoint(_named(entry, key))]
        if newer:
            changed = {name: left} if left else {}
            rest = {other: said for other, said in inside.items() if other != name}
            kept = kept | {above[0]: rest | changed} if above else rest | changed
            left_out += [f"{dotted}: {page}" for page in sorted(newer)]
    return kept, left_out


def _named(entry: Any, key: str) -> list[str]:
    """Return the pages that an entry of a list names, itself or by a key."""
    named = entry.get(key) if key and isinstance(entry, Mapping) else entry
    return [page for page in (named if isinstance(named, list) else [named]) if isinstance(page, str)]


def make_earlier(place: Path, keys: Collection[str], pages: Collection[str]) -> list[str]:
    """Rewrite the texts of a copied brand with the keys and pages that a release knows; return what is left out."""
    left_out: list[str] = []
    for file in sorted(file for pattern in TEXTS for file in place.glob(pattern)):
        text = file.read_text("utf-8")
        front, body, _ = split_front_matter(text)
        head = text.removesuffix(body)
        shorter, gone = _front(front, keys, pages) if front else (front, [])
        linked, unlinked = _body(body, pages)
        file.write_text(head.replace(front, shorter, 1) + linked, "utf-8")
        named = file.relative_to(place).as_posix()
        left_out += [f"{key} of {named}" for key in gone]
        left_out += [f"the link to {page} of {named}" for page in unlinked]
    return left_out


def take_out_refused(place: Path, faults: Iterable[str]) -> list[str]:
    """Take the texts and lists out of a copied brand, in each language, that faults name, and return what they are.

    Nothing is taken out where another file is at fault, as that is then no matter of texts alone.
    """
    named = [IN_A_TEXT.search(fault) for fault in faults]
    if not all(named):
        return []
    gone = {f"{match['kind']}{match['name']}" for match in named if match}
    taken = [
        file
        for pattern in (*TEXTS, LISTS)
        for file in sorted(place.glob(pattern))
        if f"{pattern.partition('/')[0]}/{file.name}" in gone
    ]
    for file in taken:
        file.unlink()
    return [file.relative_to(place).as_posix() for file in taken]


def _front(front: str, keys: Collection[str], pages: Collection[str]) -> tuple[str, list[str]]:
    said = read_yaml(front, "").value
    if not isinstance(said, Mapping):
        return front, []
    unknown = [key for key in said if key not in keys] if keys else []
    for key in unknown:
        front = _key(key).sub("", front)
    related = named if isinstance(named := said.get(RELATED), list) else []
    newer = [page for page in related if page not in pages]
    if newer:
        kept = ", ".join(page for page in related if page in pages)
        front = _key(RELATED).sub(f"{RELATED}: [{kept}]\n", front)
    return front, [*unknown, *(f"{RELATED}: {page}" for page in newer)]


def _key(name: str) -> re.Pattern[str]:
    return re.compile(rf"^{re.escape(name)}\s*:.*\n(?:[ \t-].*\n)*", re.MULTILINE)


def _body(body: str, pages: Collection[str]) -> tuple[str, list[str]]:
    """Return a text in which a link to a newer page is its words; others lead to the page, as sections differ too."""
    unlinked: dict[str, None] = {}
    for start, end, instead, page in sorted(_changes(body, pages), reverse=True):
        body = body[:start] + instead + body[end:]
        if page:
            unlinked.setdefault(page)
    return body, sorted(unlinked)


def _changes(body: str, pages: Collection[str]) -> Iterator[tuple[int, int, str, str]]:
    """Give what changes in a text: from where to where, what takes its place, and the newer page it led to."""
    text = Text("", body)
    definitions = defined_links(text)
    for link in (*markdown_links(text), *definitions):
        to = TO_A_PAGE.fullmatch(link.target)
        if to is None or link.is_image:
            continue
        if to["page"] not in pages:
            yield link.start, link.end, "" if link in definitions else link.words, to["page"]
        elif to["section"]:
            written = body[link.start : link.end]
            yield link.start, link.end, written.replace(link.target, f"{to['page']}.md"), ""
