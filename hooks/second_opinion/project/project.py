"""Everything that editors and a brand wrote, as one value from which a site is built."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from functools import cached_property

from msgspec import Struct, field

from second_opinion.brand import imprint
from second_opinion.brand.brand_menu import menu_of
from second_opinion.brand.selection import pages_of_site, with_reviews_of_brand
from second_opinion.brand.speaker import Speaker
from second_opinion.core.addresses import HOME
from second_opinion.core.findings import Finding
from second_opinion.core.languages import LANGUAGES, SOURCE_LANGUAGE
from second_opinion.core.markdown_text import (
    Text,
    fill_names,
    headings,
    headings_and_folds,
    include_snippets,
    names_to_fill,
)
from second_opinion.core.validation import Entries, YamlDocument
from second_opinion.data.cases import passages_of
from second_opinion.data.glossary import NOTHING_EXPLAINED, Term, terms_explained_in
from second_opinion.data.interface import check_missed_words
from second_opinion.data.menu import MenuItem
from second_opinion.data.moved_anchors import PageAnchor
from second_opinion.data.release import Release
from second_opinion.data.roles import Role
from second_opinion.data.search_synonyms import SearchWords
from second_opinion.data.sources import Source, new_names
from second_opinion.data.studies import Study
from second_opinion.data.tools import ToolFile, anchors_of, named_in, texts_of_tool
from second_opinion.data.who_does_what import WhoDoesWhat
from second_opinion.project.page_names import PageNames
from second_opinion.project.project_parts import (
    BrandRead,
    CostData,
    History,
    Icons,
    OwnPage,
    ProgramWords,
    WrittenTexts,
)
from second_opinion.project.settings import Settings
from second_opinion.texts.not_yet import Waiting, waiting
from second_opinion.texts.pages import AnyPage, BrokenPage, Page
from second_opinion.texts.picture_files import Picture
from second_opinion.texts.reviews import text_hash
from second_opinion.texts.snippets import with_its_snippets

TOKENS = "overrides/assets/stylesheets/site/tokens.css"
COST_ESTIMATE = "cost_estimate"
QUESTIONS, SOURCES = "questions", "sources"  # the names in {{ }} of lists that are made of other pages


class Project(Struct, frozen=True, kw_only=True, dict=True):
    """All content, data and the brand; ``findings`` is all that is wrong with them.

    ``documents`` are all files of data; ``unreadable`` are the files that cannot be read, and ``faulty`` those in
    which something is wrong, all reported already; ``strays`` is what stands in docs/ and is no page, and
    ``misnamed`` are the names of pages of each language that are not read for the name of their file or folder;
    ``values`` is what takes the place of each name on the pages of a language. From ``documents`` on, a project has
    what only shows once everything has been read, and nothing until then.
    """

    settings: Settings
    brand: BrandRead
    shared: WrittenTexts
    own: WrittenTexts
    own_page: OwnPage
    menu_items: Sequence[MenuItem]
    history: History
    strays: Sequence[Finding]
    misnamed: Mapping[str, Collection[str]]
    source_files: Entries
    sources: Mapping[str, Source]
    terms: Mapping[str, Sequence[Term]]
    search_words: SearchWords
    words: ProgramWords
    release: Release
    roles: Sequence[Role]
    costs: CostData
    studies: Sequence[Study]
    who_does_what: WhoDoesWhat | None
    tools: Mapping[str, ToolFile]
    tokens: str | None
    drawings: Mapping[str, str]
    pictures: Mapping[str, Picture]
    icons: Icons
    documents: Sequence[YamlDocument] = ()
    unreadable: frozenset[str] = frozenset()
    faulty: frozenset[str] = frozenset()
    findings: tuple[Finding, ...] = ()
    values: Mapping[str, Mapping[str, str]] = field(default_factory=dict)

    @property
    def today(self) -> datetime.date:
        """Return the day for which the site is built."""
        return self.settings.today

    @property
    def languages(self) -> Sequence[str]:
        """Return the languages of the site."""
        return self.brand.languages

    def data_file(self, file: str) -> YamlDocument:
        """Return what a file of data says; nothing where it cannot be read, which is a finding already."""
        return self._data_files.get(file) or YamlDocument(file, None, {})

    @cached_property
    def _data_files(self) -> dict[str, YamlDocument]:
        return {document.file: document for document in self.documents}

    @cached_property
    def written_pages(self) -> list[Page]:
        """Return the pages of the site that somebody wrote, as written: shared ones, a brand's in their place."""
        return pages_of_site(self.shared.sound, self.own.sound, self._replaced, self.brand.readable)

    @cached_property
    def broken(self) -> list[BrokenPage]:
        """Return the pages of the site that cannot be built."""
        made = [page for page in self.own_page.pages if isinstance(page, BrokenPage)]
        return [
            *pages_of_site(self.shared.broken, self.own.broken, self._replaced, self.brand.readable),
            *made,
        ]

    @cached_property
    def pages(self) -> list[Page]:
        """Return the pages of the site, with the reviews by a brand's reviewers, and those about the brand."""
        return [*self.reviewed_pages, *self.pages_about_brand]

    @cached_property
    def reviewed_pages(self) -> list[Page]:
        """Return the pages that somebody checks: all but those about the brand, with the reviews by its reviewers."""
        return [*map(self._reviewed, self.written_pages)]

    @property
    def pages_about_brand(self) -> list[Page]:
        """Return the pages that are made from brand.yml and can be built."""
        return [page for page in self.own_page.pages if isinstance(page, Page)]

    @cached_property
    def only_linked(self) -> list[AnyPage]:
        """Return the pages that others may lead to though nobody wrote them for this site: generated, or left out."""
        left_out = (page for page in self.shared.all if page.name in self.brand.left_out)
        return [*left_out, *self.own_page.pages]

    @cached_property
    def page_names(self) -> PageNames:
        """Return which pages each language of the site has, and which not."""
        return PageNames(
            languages=self.languages,
            written=self.written_pages,
            broken=self.broken,
            only_linked=self.only_linked,
            misnamed=self.misnamed,
        )

    def pages_of_editors(self, lang: str) -> list[AnyPage]:
        """Return the pages of a language that someone wrote, also those that cannot be read."""
        written: list[AnyPage] = [*self.written_pages, *self.broken]
        return [page for page in written if page.lang == lang and page not in self.own_page.pages]

    def linked_pages(self, lang: str) -> list[AnyPage]:
        """Return the pages of a language that texts may only lead to."""
        return [page for page in self.only_linked if page.lang == lang]

    @cached_property
    def snippets(self) -> dict[str, dict[str, Text]]:
        """Return the snippets of each language of the site by name."""
        cases = self.brand.cases
        return {
            lang: passages_of(self.shared.snippets[lang], self.own.snippets[lang], cases)
            for lang in self.languages
        }

    @cached_property
    def snippet_bodies(self) -> dict[str, dict[str, str]]:
        """Return what the snippets of each language of the site say, by name."""
        return {
            lang: {name: text.body for name, text in texts.items()} for lang, texts in self.snippets.items()
        }

    @cached_property
    def menu(self) -> list[MenuItem]:
        """Return the subjects of the site."""
        return menu_of(
            self.menu_items,
            self.written_pages,
            self.own_page.menu_item,
            self.shared.names.__contains__,
            self.brand.readable.menu_first if self.brand.readable else (),
            self.languages,
        )

    @cached_property
    def speakers(self) -> dict[str, Speaker]:
        """Return the brand as it speaks each language of the site."""
        brand, words = self.brand.sound, self.own_page.words
        return (
            {lang: Speaker(brand, lang, words[lang], self.today) for lang in self.languages} if brand else {}
        )

    @cached_property
    def subjects(self) -> dict[str, list[tuple[MenuItem, Page]]]:
        """Return the subjects of each language of the site, with the pages about them."""
        return {
            lang: [(entry, page) for entry in self.menu if (page := self.page(lang, entry.page))]
            for lang in self.languages
        }

    @cached_property
    def subject_icons(self) -> dict[str, list[str]]:
        """Return the numbers of the pictograms beside the subjects of each language, each once."""
        return {
            lang: list(dict.fromkeys(self.icons.number_of(entry.icon) for entry, _ in subjects))
            for lang, subjects in self.subjects.items()
        }

    def anchors(self, page: AnyPage) -> frozenset[str]:
        """Return the places of a page to which a link may lead: sections, folds, words, parts of lists, subjects."""
        known, place = self._anchors, (page.lang, page.name, page.file)
        if place not in known:
            known[place] = self._anchors_on(page)
        return known[place]

    @cached_property
    def _anchors(self) -> dict[tuple[str, str, str], frozenset[str]]:
        return {}  # of the pages of which somebody asked

    @cached_property
    def _written_snippets(self) -> dict[str, dict[str, str]]:
        written = {lang: {**self.shared.snippets[lang], **self.own.snippets[lang]} for lang in LANGUAGES}
        return {lang: {name: text.body for name, text in texts.items()} for lang, texts in written.items()}

    def _anchors_on(self, page: AnyPage) -> frozenset[str]:
        whole = Text(page.file, include_snippets(page.text.body, self._written_snippets[page.lang]))
        headings, folds = headings_and_folds(whole)
        anchors = {heading.anchor for heading in headings} - {""} | {fold.anchor for fold in folds}
        if any(name == "glossary" for _, name in names_to_fill(page.text)):
            anchors |= {term.anchor for term in self.terms[page.lang]}
        for tool in {named_in(name) for _, name in names_to_fill(page.text)} & self.tools.keys():
            anchors |= anchors_of(tool, self.tools[tool].tool)
        anchors |= {one.heading.anchor for one in self.sections_waiting(page.lang, page.name)}
        return frozenset(anchors | ({"subjects"} if page.name == HOME else set()))

    def sections_waiting(self, lang: str, name: str) -> Sequence[Waiting]:
        """Return the sections that a page has in the source language and not yet in another one."""
        original, here = self.page(SOURCE_LANGUAGE, name), self.page(lang, name)
        there = {heading.anchor for heading in headings(here.text)} if here else set()
        return [one for one in waiting(original.text, lang) if not one.covered & there] if original else []

    @cached_property
    def moved(self) -> dict[str, dict[PageAnchor, PageAnchor]]:
        """Return for each language where the sections that its pages had are answered on this site.

        A section that the page of a brand still has, or that is answered on no page of the site, is left out. Where the
        page that answers it is a brand's and lacks the section, the place is that page as a whole.
        """
        return {lang: self._moved_in(lang) for lang in self.languages}

    def _moved_in(self, lang: str) -> dict[PageAnchor, PageAnchor]:
        on_site: list[AnyPage] = [*self.written_pages, *self.broken, *self.own_page.pages]
        there = {page.name: page for page in on_site if page.lang == lang}
        return {
            old: new if new.anchor in self.anchors(there[new.page]) else PageAnchor(new.page)
            for old, new in self.history.moved_anchors.items()
            if {old.page, new.page} <= there.keys() and old.anchor not in self.anchors(there[old.page])
        }

    def _reviewed(self, page: Page) -> Page:
        if self.brand.sound is None or not self.brand.sound.reviewers:
            return page
        return with_reviews_of_brand(page, self.brand.sound, self.hash_of(page))

    @property
    def _replaced(self) -> set[tuple[str, str]]:
        return {(page.lang, page.name) for page in self.own.all}

    def texts(self, lang: str) -> Iterator[Text]:
        """Yield each text of a language that someone wrote: pages and snippets."""
        yield from (page.text for page in self.pages_of_editors(lang))
        yield from self.snippets[lang].values()

    def is_of_brand(self, file: str) -> bool:
        """Tell whether a file stands in the folder of the brand, and is no shared one."""
        return file.startswith(self._folder_of_brand)

    @cached_property
    def _folder_of_brand(self) -> str:
        return f"{self.settings.shown(self.settings.brand)}/"

    def has_published_sections(self, name: str) -> bool:
        """Tell whether sections of a page were published; the file of a new one has its addresses alone."""
        return name in self.history.published and bool(self.history.published[name].sections)

    def page(self, lang: str, name: str) -> Page | None:
        """Return a page by language and name."""
        return self._by_name.get((lang, name))

    @cached_property
    def _by_name(self) -> dict[tuple[str, str], Page]:
        return {(page.lang, page.name): page for page in self.pages}

    def whole_text(self, page: AnyPage) -> Text:
        """Return a page with its snippets and values, but for what it says of other pages and of the site."""
        snippets = self.snippet_bodies[page.lang]
        values = {**self.values.get(page.lang, {}), **dict.fromkeys((QUESTIONS, SOURCES, *imprint.NAMES), "")}
        return Text(
            page.file, fill_names(include_snippets(page.text.body, snippets), values), page.text.first_line
        )

    def explained_on(self, page: AnyPage) -> list[Term]:
        """Return the terms that a page explains where it says them."""
        is_list = page.name in NOTHING_EXPLAINED
        return [] if is_list else terms_explained_in(self.whole_text(page), self.terms[page.lang])

    def hash_of(self, page: Page) -> str:
        """Return the hash of what a page says."""
        return text_hash(page, self.whole_text(page), self.explained_on(page), self._said_by_tools(page))

    def _said_by_tools(self, page: Page) -> list[str]:
        """Return the words of the lists to take along and of the estimate that a page shows."""
        shown = self.names_shown_on(page)
        tools = [tool for name, tool in self.tools.items() if name in map(named_in, shown)]
        said = [
            text.body
            for tool in tools
            for document, _ in tool.said
            for text in texts_of_tool(document, page.lang)
        ]
        if self.costs.texts and COST_ESTIMATE in shown:
            words = (self.costs.texts.form[page.lang], self.costs.texts.answer[page.lang])
            said += [text for of_part in words for text in of_part.values()]
        return said

    def names_shown_on(self, page: Page) -> set[str]:
        """Return the names of all values on a page, also those in its passages."""
        return {
            name
            for text in with_its_snippets(page.text, self.snippets[page.lang])
            for _, name in names_to_fill(text)
        }

    @cached_property
    def new_names_of_sources(self) -> dict[str, str]:
        """Return how each source that had another name before is called now, by that name."""
        return new_names(self.sources)

    def check_missed_words(self) -> list[Finding]:
        """Return a finding for each name of words that was asked for until now and has none."""
        of_costs = [self.costs.texts.form, self.costs.texts.answer] if self.costs.texts else []
        files = (self.words.site, self.own_page.words, self.words.tools, self.words.editing, *of_costs)
        return [one for words in files for one in check_missed_words(words.values())]


Check = Callable[[Project], Iterable[Finding]]
