"""The menu of a site: the own page of a brand, what it puts first, the pages that it adds, and the row at the top."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence

from second_opinion.brand.model import Brand
from second_opinion.brand.selection import DescribeMissing
from second_opinion.core.addresses import HOME
from second_opinion.core.findings import Finding, format_all
from second_opinion.core.languages import LANGUAGE_NAMES, LANGUAGES
from second_opinion.core.validation import YamlDocument
from second_opinion.data.menu import MenuItem
from second_opinion.texts.pages import Page

LETTERS_AT_TOP = 102  # that fit in one row of a screen 1280 wide
BETWEEN = 2.7  # letters for which there would be room between two names


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
    while first and any(_letters_beyond_one_row(menu, lang) for lang in languages):
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


def _rank(page: str, first: Sequence[str]) -> int:
    return first.index(page) if page in first else len(first)


def _letters_beyond_one_row(menu: Sequence[MenuItem], lang: str) -> int:
    """Return how many letters the names at the top of every page have too many; 0 where they fit."""
    names = [item.label(lang) for item in menu if item.header]
    return max(0, sum(map(len, names)) - _most_letters(len(names)))


def _most_letters(names: int) -> int:
    """Return how many letters of so many names fit in one row."""
    return int(LETTERS_AT_TOP - BETWEEN * (names - 1))


def check_menu_first(
    document: YamlDocument, brand: Brand, names: Collection[str], missing: DescribeMissing
) -> list[Finding]:
    """Find pages that a brand puts first in the menu and that have no place there, or stand twice."""
    left_out, findings = brand.left_out, []
    for index, page in enumerate(brand.menu_first):
        fault = None
        if page == HOME:
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
        if beyond := _letters_beyond_one_row(at_top, lang):
            yield _notice_of_more_than_a_row(document.file, line, at_top, lang, beyond, own)


def _check_pushed_out(
    file: str, line: int, brand: Brand, shared: Sequence[MenuItem], at_top: Sequence[MenuItem]
) -> Iterator[Finding]:
    """Give a notice of the shared pages whose place at the top the brand's own take."""
    stay = {*brand.left_out, *(one.page for one in at_top)}
    if pushed := [f"'{item.page}'" for item in shared if item.header and item.page not in stay]:
        wrong = (
            f"what stands in 'menu_first' takes the place of {format_all(pushed)} at the top of every page"
        )
        do = (
            "leave one out to have it back there; it still stands in the menu of a phone and the list at home"
        )
        yield Finding(file, line, wrong, do, is_fault=False)


def _notice_of_more_than_a_row(
    file: str, line: int, at_top: Sequence[MenuItem], lang: str, beyond: int, own: Collection[str]
) -> Finding:
    """Return the notice of names that do not fit in one row, with the page whose name is the longest."""
    most = _most_letters(len(at_top))
    longest = max(at_top, key=lambda item: len(item.label(lang)))
    letters = f"{most + beyond} letters in {LANGUAGE_NAMES[lang]}"
    wrong = f"the names at the top of every page have {letters}, and {most} fit in one row"
    is_own = longest.page in own
    do = f"give it a shorter 'short' in docs/{lang}/{longest.page}.md" if is_own else "leave a page out"
    return Finding(file, line, f"{wrong}; the longest is '{longest.label(lang)}'", do, is_fault=False)
