"""What a project is made of: texts, pictograms, a brand, and what the program says, each as it was read."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property

from msgspec import Struct

from second_opinion.brand.case_rules import cases_of
from second_opinion.brand.model import Brand
from second_opinion.core.languages import LANGUAGES
from second_opinion.core.markdown_text import Text
from second_opinion.core.validation import Entries, YamlDocument
from second_opinion.data.cost_examples import CostExample
from second_opinion.data.cost_texts import CostTexts
from second_opinion.data.deductible import Deductible
from second_opinion.data.interface import NamedWords
from second_opinion.data.menu import MenuItem
from second_opinion.data.moved_anchors import PageAnchor
from second_opinion.texts.pages import AnyPage, BrokenPage, Page
from second_opinion.texts.published import Published

Snippets = Mapping[str, Mapping[str, Text]]


class WrittenTexts(Struct, frozen=True, kw_only=True):
    """The texts below one folder, the project's or a brand's: its pages, and its snippets by language and name."""

    sound: Sequence[Page]
    broken: Sequence[BrokenPage]
    snippets: Snippets

    @property
    def all(self) -> list[AnyPage]:
        """Return the pages, those whose front matter cannot be used too."""
        return [*self.sound, *self.broken]

    @property
    def names(self) -> set[str]:
        """Return the names of the pages."""
        return {page.name for page in self.all}

    @property
    def texts(self) -> list[Text]:
        """Return the texts of the pages and the snippets."""
        snippets = (text for texts in self.snippets.values() for text in texts.values())
        return [*(page.text for page in self.all), *snippets]


class Icons(Struct, frozen=True, kw_only=True, dict=True):
    """The pictograms: the names of all there are, the drawings of those that are used, and what each is used for.

    ``named`` are the names that data/pictograms.yml gives, by what the pictogram stands beside.
    """

    known: frozenset[str]
    drawn: Mapping[str, str]
    named: Mapping[str, str]

    def number_of(self, icon: str) -> str:
        """Return the number by which pages show a pictogram; nothing where none is, which is a finding already.

        Names would make each page longer than drawings that stand on it twice.
        """
        return self._numbers.get(icon, "")

    @cached_property
    def drawings_by_number(self) -> dict[str, str]:
        """Return the drawings of the pictograms by their numbers."""
        return {self._numbers[icon]: drawing for icon, drawing in self.drawn.items()}

    @cached_property
    def _numbers(self) -> dict[str, str]:
        return {icon: str(number) for number, icon in enumerate(self.drawn)}


class BrandRead(Struct, frozen=True, dict=True):
    """A brand as it was read: checks ask what is ``readable`` of it, a build needs a ``sound`` one.

    ``sound`` is None where something in brand.yml is wrong; ``readable`` is the rest of what stands in ``document``.
    """

    document: YamlDocument
    sound: Brand | None
    readable: Brand | None

    @cached_property
    def cases(self) -> Sequence[str]:
        """Return the cases in which sentences of the project say something else at this hospital."""
        return cases_of(self.readable)

    @property
    def languages(self) -> Sequence[str]:
        """Return the languages of the site."""
        return self.readable.languages if self.readable else LANGUAGES

    @property
    def left_out(self) -> set[str]:
        """Return the names of the shared pages that the site does not show."""
        return self.readable.left_out if self.readable else set()


class OwnPage(Struct, frozen=True):
    """What is made from brand.yml: the page about the brand in each language, its words, and its entry in the menu."""

    words: Mapping[str, NamedWords]
    pages: Sequence[AnyPage]
    menu_item: MenuItem | None


class History(Struct, frozen=True, kw_only=True):
    """What ``make record`` keeps: what was ever published of each page, with its ``files``, and what was translated.

    ``moved_anchors`` is where sections that are gone are answered now, ``passages`` what says the same now as each
    shared passage that there ever was; ``behind`` are the translated files whose original is newer.
    """

    files: Entries
    published: Mapping[str, Published]
    moved_anchors: Mapping[PageAnchor, PageAnchor]
    passages: Mapping[str, Sequence[str]]
    behind: frozenset[str]


class ProgramWords(Struct, frozen=True, kw_only=True):
    """The words that the program says in each language: on every page, in its tools, its reports and its forms."""

    site: Mapping[str, NamedWords]
    tools: Mapping[str, NamedWords]
    due: Mapping[str, NamedWords]
    sign_off: Mapping[str, NamedWords]
    editing: Mapping[str, NamedWords]


class CostData(Struct, frozen=True, kw_only=True):
    """What a second opinion costs: the amounts and rules of the law, worked examples, and the texts of the estimate."""

    deductible: Deductible | None
    examples: Sequence[CostExample]
    texts: CostTexts | None
