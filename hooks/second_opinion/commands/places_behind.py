"""What a hospital replaces to change a sentence of its copy: a passage, a list, or a name in `sentences`.

Only what a page of the copy says is asked, and only what holds the whole of a sentence is named.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from markdown import markdown
from msgspec import Struct

from second_opinion.brand.imprint import NAMES
from second_opinion.core.formatting import SOFT_HYPHEN, with_straight_apostrophes
from second_opinion.core.languages import SOURCE_LANGUAGE
from second_opinion.core.markdown_text import fill_names, includes_in
from second_opinion.data.tools import named_in, tool_file
from second_opinion.project.own_words_said import own_words_by_page
from second_opinion.project.project import Project
from second_opinion.prose.text_differences import paragraphs_in, sentences_in
from second_opinion.texts.pages import Page

BLOCK = re.compile(r"^ *///.*$", re.MULTILINE)  # how a box begins and ends
SENTENCES = "sentences"  # the key of a brand under which its own words for ours stand
ADDRESS = r" \(\S+://\S+\)"  # of a link, as the list has it behind its words
OF_CASES = frozenset({"if", "if_"})  # the key of a line, in a file and in its model
BLOCK_VALUES = frozenset(NAMES) - {"site.name", "site.spoken"}  # which are no part of the passage around them


class PlaceToMend(Struct, frozen=True):
    """What a hospital can replace, as the list names it, and all that it says, as `_comparable` gives it."""

    name: str
    words: str

    def has_whole(self, sentence: str) -> bool:
        """Tell whether a sentence stands in it as a whole; its capital or its full stop may be the program's."""
        ending = r"(?:\.|$)" if sentence.endswith(".") else r"(?!\w)"
        return re.search(rf"(?<!\w){re.escape(sentence.removesuffix('.'))}{ending}", self.words) is not None


class PlacesInCopy(Struct, frozen=True):
    """What each page of a copy says that a hospital can replace, by the name of the page, and its own sentences.

    ``note`` is what the program puts behind a link to a page in another language.
    """

    by_page: Mapping[str, Sequence[PlaceToMend]]
    own: frozenset[str]
    note: str

    def behind(self, sentences: Sequence[str], page: str) -> list[str]:
        """Return what holds all of some sentences on a page, or else everything that holds one of them.

        There is nothing where one of them stands in none, or is the hospital's own: it has the key that makes it.
        """
        words = [_comparable(re.sub(rf"{ADDRESS}(?: {re.escape(self.note)})?", "", one)) for one in sentences]
        if not {*words}.isdisjoint(self.own):
            return []
        return _holding(self.by_page.get(page, ()), words)


def _holding(places: Sequence[PlaceToMend], sentences: Sequence[str]) -> list[str]:
    holding = [[place.name for place in places if place.has_whole(one)] for one in sentences]
    if not all(holding):
        return []
    every = [name for names in holding for name in names]
    whole = [name for name in every if all(name in names for names in holding)]
    return [*dict.fromkeys(whole or every)]


def places_in_copy(project: Project, lang: str) -> PlacesInCopy:
    """Return what readers of a copy get in a language that its hospital can replace."""
    said = own_words_by_page(project, project.speakers[lang])
    by_page = {
        page: [PlaceToMend(f"{SENTENCES}.{one.name}", _comparable(in_plain_words(one.said))) for one in words]
        for page, words in said.items()
    }
    for page in project.written_pages:
        if page.lang == lang:
            by_page[page.name] += [*_passages_on(page, project), *_lists_on(page, project)]
    note = f"({project.own_page.words[lang].in_dutch})"
    return PlacesInCopy(by_page, frozenset(_own_sentences(project, lang)), note)


def _passages_on(page: Page, project: Project) -> Iterator[PlaceToMend]:
    """Yield the passages that a page includes, as they are in the cases that hold."""
    values = {**project.values[page.lang], **dict.fromkeys(BLOCK_VALUES, "")}
    for _, name in includes_in(page.text):
        if text := project.snippets[page.lang].get(name):
            said = in_plain_words(fill_names(BLOCK.sub("", text.body), values))
            yield PlaceToMend(text.file, _comparable(re.sub(ADDRESS, "", said)))


def _lists_on(page: Page, project: Project) -> Iterator[PlaceToMend]:
    """Yield the shared lists to take along that a page shows, as they are in the cases that hold."""
    for name in dict.fromkeys(named_in(one) for one in sorted(project.names_shown_on(page))):
        if tool := project.tools.get(name):
            said = " ".join(_texts_in(tool.tool.model_dump(exclude_none=True), page.lang))
            yield PlaceToMend(tool_file(name), _comparable(said))


def _own_sentences(project: Project, lang: str) -> Iterator[str]:
    """Yield each sentence that a hospital wrote itself, in its brand.yml or its lists."""
    lists = [document.value for tool in project.tools.values() for document, _ in tool.said[1:]]
    says = {key: value for key, value in project.brand.document.value.items() if key != SENTENCES}
    for text in _texts_in([says, *lists], lang):
        yield from map(_comparable, sentences_in(with_straight_apostrophes(" ".join(text.split()))))


def _texts_in(value: object, lang: str) -> Iterator[str]:
    """Yield all that a value says in a language, but what it would say in some case."""
    if isinstance(value, Mapping):
        text = value.get(lang, value.get(SOURCE_LANGUAGE))
        if isinstance(text, str):
            yield text
        yield from _texts_in([inner for key, inner in value.items() if key not in OF_CASES], lang)
    elif isinstance(value, list):
        for inner in value:
            yield from _texts_in(inner, lang)


def _comparable(words: str) -> str:
    """Return words without what the program changes in them: capitals, apostrophes, hyphens at a margin."""
    return with_straight_apostrophes(words.replace(SOFT_HYPHEN, "")).casefold()


def in_plain_words(text: str) -> str:
    """Return a text of Markdown as readers get it, in one line."""
    return " ".join(one.words for one in paragraphs_in(markdown(text, extensions=["attr_list"])))
