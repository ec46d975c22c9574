"""Which pages each language of a site has, by their names, which it lacks, and which are still to come."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from functools import cached_property

from msgspec import Struct

from second_opinion.core.languages import FACTS
from second_opinion.texts.pages import AnyPage, BrokenPage, Page, is_empty_text
from second_opinion.texts.published import new_names_of_pages


class PageNames(Struct, frozen=True, kw_only=True, dict=True):
    """The names of the pages of a site; ``misnamed`` are those that are not read for the name of their file."""

    languages: Sequence[str]
    written: Sequence[Page]
    broken: Sequence[BrokenPage]
    only_linked: Sequence[AnyPage]
    misnamed: Mapping[str, Collection[str]]

    @cached_property
    def by_language(self) -> dict[str, set[str]]:
        """Return the names of the pages of each language, of those that cannot be built too."""
        pages: list[AnyPage] = [*self.written, *self.broken, *self.only_linked]
        return {
            lang: {page.name for page in pages if page.lang == lang}.union(self.misnamed[lang])
            for lang in self.languages
        }

    @cached_property
    def later(self) -> dict[str, set[str]]:
        """Return for each language the pages of which another one says that they come later."""
        return {
            lang: {page.name for page in self.written if lang in page.meta.not_yet_in}
            for lang in self.languages
        }

    @cached_property
    def unwritten(self) -> dict[str, set[str]]:
        """Return for each language the pages that it lacks and another one has, and of which nothing says so."""
        only = {page.name for page in self.written if page.meta.only_in}
        every_name = set().union(*self.by_language.values()) - only
        return {
            lang: every_name - known - self.later[lang] if FACTS[lang].is_whole else set()
            for lang, known in self.by_language.items()
        }

    @cached_property
    def unknown(self) -> dict[str, set[str]]:
        """Return for each language the pages of which nobody can tell what they will say: unwritten or empty ones."""
        empty = {(page.lang, page.name) for page in self.broken if is_empty_text(page.text)}
        return {
            lang: unwritten | {name for of, name in empty if of == lang}
            for lang, unwritten in self.unwritten.items()
        }

    @cached_property
    def became(self) -> dict[str, str]:
        """Return the name of the page of the site that took the place of each one that went."""
        return new_names_of_pages(self.written)
