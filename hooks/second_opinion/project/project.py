"""Everything that editors and a brand wrote, as one value from which a site is built."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from second_opinion.brand import imprint
from second_opinion.brand.brand_menu import menu_of
from second_opinion.brand.case_rules import cases_of
from second_opinion.brand.model import Brand
from second_opinion.brand.selection import pages_of_site, with_reviews_of_brand
from second_opinion.brand.speaker import Speaker
from second_opinion.core.addresses import HOME
from second_opinion.core.findings import Finding
from second_opinion.core.languages import FACTS, LANGUAGES, SOURCE_LANGUAGE
from second_opinion.core.markdown_text import (
    Text,
    fill_names,
    headings,
    headings_and_folds,
    include_snippets,
    names_to_fill,
)
from second_opinion.core.validation import Entries, YamlDocument
from second_opinion.data import studies
from second_opinion.data.cases import passages_of
from second_opinion.data.cost_examples import CostExample
from second_opinion.data.cost_texts import CostTexts
from second_opinion.data.deductible import Deductible
from second_opinion.data.glossary import NOTHING_EXPLAINED, Term, terms_explained_in
from second_opinion.data.interface import NamedWords, check_missed_words
from second_opinion.data.menu import MenuItem
from second_opinion.data.moved_anchors import PageAnchor
from second_opinion.data.release import Release
from second_opinion.data.roles import Role
from second_opinion.data.search_synonyms import SearchWords
from second_opinion.data.sources import Source, new_names
from second_opinion.data.studies import Study
from second_opinion.data.tools import ToolFile, anchors_of, named_in, texts_of_tool
from second_opinion.data.who_does_what import WhoDoesWhat
from second_opinion.project.settings import Settings
from second_opinion.texts.left_out import without_links_to
from second_opinion.texts.not_yet import Waiting, waiting
from second_opinion.texts.pages import AnyPage, BrokenPage, Page, is_empty_text
from second_opinion.texts.picture_files import Picture
from second_opinion.texts.published import Published, new_names_of_pages
from second_opinion.texts.reviews import text_hash
from second_opinion.texts.snippets import with_its_snippets

TOKENS = "overrides/assets/stylesheets/site/tokens.css"
COST_ESTIMATE = "cost_estimate"
QUESTIONS, SOURCES = "questions", "sources"  # the names in {{ }} of lists that are made of other pages
Snippets = Mapping[str, Mapping[str, Text]]


@dataclass(frozen=True, kw_only=True)
class WrittenTexts:
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


@dataclass(frozen=True, kw_only=True)
class Icons:
    """The pictograms: the names of all there are, the drawings of those that are used, and what each is used for.

    ``named`` are the names that data/pictograms.yml gives, by what the pictogram stands beside.
    """

    known: frozenset[str]
    drawn: Mapping[str, str]
    named: Mapping[str, str]


@dataclass(frozen=True)
class BrandRead:
    """A brand as it was read: checks ask what is ``readable`` of it, a build needs a ``sound`` one.

    ``sound`` is None where something in brand.yml is wrong; ``readable`` is the rest of what stands in ``document``.
    """

    document: YamlDocument
    sound: Brand | None
    readable: Brand | None

    @property
    def cases(self) -> Sequence[str]:
        """Return the cases in which sentences of the project say something else at this hospital."""
        return cases_of(self.readable)


@dataclass(frozen=True)
class OwnPage:
    """What is made from brand.yml: the page about the brand in each language, its words, and its entry in the menu."""

    words: Mapping[str, NamedWords]
    pages: Sequence[AnyPage]
    menu_item: MenuItem | None


@dataclass(frozen=True, kw_only=True)
class History:
    """What ``make record`` keeps: what was ever published of each page, with its ``files``, and what was translated.

    ``moved_anchors`` is where sections that are gone are answered now, ``passages`` what says the same now as each
    shared passage that there ever was; ``behind`` are the English files whose Dutch is newer.
    """

    files: Entries
    published: Mapping[str, Published]
    moved_anchors: Mapping[PageAnchor, PageAnchor]
    passages: Mapping[str, Sequence[str]]
    behind: frozenset[str]


@dataclass(frozen=True, kw_only=True)
class ProgramWords:
    """The words that the program says in each language: on every page, in its tools, its reports and its forms."""

    site: Mapping[str, NamedWords]
    tools: Mapping[str, NamedWords]
    due: Mapping[str, NamedWords]
    sign_off: Mapping[str, NamedWords]
    editing: Mapping[str, NamedWords]


@dataclass(frozen=True, kw_only=True)
class CostData:
    """What a second opinion costs: the amounts and rules of the law, worked examples, and the texts of the estimate."""

    deductible: Deductible | None
    examples: Sequence[CostExample]
    texts: CostTexts | None


@dataclass(frozen=True, kw_only=True)
class Project:
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
        return self.brand.readable.languages if self.brand.readable else LANGUAGES

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
        left_out = self.brand.readable.left_out if self.brand.readable else set()
        return [*(page for page in self.shared.all if page.name in left_out), *self.own_page.pages]

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
            lang: list(dict.fromkeys(self.pictogram(entry.icon) for entry, _ in subjects))
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

    def describe(self, finding: Finding) -> str:
        """Return a finding as an editor knows its place: by page and section, with the line to click behind it."""
        page = next((one for one in self.written_pages if one.file == finding.file), None)
        if page is None:
            return str(finding)
        above = [one.title for one in headings(page.text) if one.line <= finding.line]
        where = " › ".join([page.meta.title, *above[-1:]])
        said = f"{finding.wrong}; {finding.do}" if finding.do else finding.wrong
        return f"{where}: {said} ({finding.file}:{finding.line})"

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
        every_page: list[AnyPage] = [*self.written_pages, *self.broken, *self.own_page.pages]
        there = {page.name: page for page in every_page if page.lang == lang}
        return {
            old: new if new.anchor in self.anchors(there[new.page]) else PageAnchor(new.page)
            for old, new in self.history.moved_anchors.items()
            if {old.page, new.page} <= there.keys() and old.anchor not in self.anchors(there[old.page])
        }

    def boxes(self, lang: str) -> list[dict[str, str]]:
        """Return the boxes of a language with their titles, as Markdown's extension takes them."""
        words = self.words.site[lang]
        titles = {
            "good-to-know": words.good_to_know,
            "important": words.important,
            "safety": words.safety,
            "example": words.example,
        }
        return [{"name": name, "title": title, "class": name} for name, title in titles.items()]

    def _reviewed(self, page: Page) -> Page:
        if self.brand.sound is None or not self.brand.sound.reviewers:
            return page
        return with_reviews_of_brand(page, self.brand.sound, self.hash_of(page))

    @property
    def _replaced(self) -> set[tuple[str, str]]:
        return {(page.lang, page.name) for page in self.own.all}

    @cached_property
    def became(self) -> dict[str, str]:
        """Return the name of the page of the site that took the place of each one that went."""
        return new_names_of_pages(self.written_pages)

    def names_by_language(self) -> dict[str, set[str]]:
        """Return the names of the pages of each language, of those that cannot be built too."""
        every_page: list[AnyPage] = [*self.written_pages, *self.broken, *self.only_linked]
        return {
            lang: {page.name for page in every_page if page.lang == lang}.union(self.misnamed[lang])
            for lang in self.languages
        }

    @cached_property
    def later(self) -> dict[str, set[str]]:
        """Return for each language the pages of which another one says that they come later."""
        return {
            lang: {page.name for page in self.written_pages if lang in page.meta.not_yet_in}
            for lang in self.languages
        }

    @cached_property
    def unwritten(self) -> dict[str, set[str]]:
        """Return for each language the pages that it lacks and another one has, and of which nothing says so."""
        names = self.names_by_language()
        only = {page.name for page in self.written_pages if page.meta.only_in}
        every_name = set().union(*names.values()) - only
        return {
            lang: every_name - known - self.later[lang] if FACTS[lang].whole else set()
            for lang, known in names.items()
        }

    @cached_property
    def unknown(self) -> dict[str, set[str]]:
        """Return for each language the pages of which nobody can tell what they will say: unwritten or empty ones."""
        empty = {(page.lang, page.name) for page in self.broken if is_empty_text(page.text)}
        return {
            lang: unwritten | {name for of, name in empty if of == lang}
            for lang, unwritten in self.unwritten.items()
        }

    def every_page(self, lang: str) -> list[AnyPage]:
        """Return the pages of a language that someone wrote, also those that cannot be read."""
        every_page: list[AnyPage] = [*self.written_pages, *self.broken]
        return [page for page in every_page if page.lang == lang and page not in self.own_page.pages]

    def linked_pages(self, lang: str) -> list[AnyPage]:
        """Return the pages of a language that texts may only lead to."""
        return [page for page in self.only_linked if page.lang == lang]

    def texts(self, lang: str) -> Iterator[Text]:
        """Yield each text of a language that someone wrote: pages and snippets."""
        yield from (page.text for page in self.every_page(lang))
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

    def terms_listed(self, lang: str) -> list[Term]:
        """Return the terms of the list of words, without those that are explained only on pages left out."""
        names = self.brand.readable.left_out if self.brand.readable else set()
        left_out = [page for page in self.shared.all if page.lang == lang and page.name in names]
        gone = {term.id: term for page in left_out for term in self.explained_on(page)}
        for page in self.pages if gone else ():
            if page.lang == lang and page.name not in NOTHING_EXPLAINED:
                shown = without_links_to(names, self.whole_text(page))
                for term in terms_explained_in(shown, [*gone.values()]):
                    del gone[term.id]
        return [term for term in self.terms[lang] if term.id not in gone]

    def hash_of(self, page: Page) -> str:
        """Return the hash of what a page says."""
        return text_hash(page, self.whole_text(page), self.explained_on(page), self._said_by_tools(page))

    def _said_by_tools(self, page: Page) -> list[str]:
        """Return the words of the lists to take along and of the estimate that a page shows."""
        shown = self._shown_on(page)
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

    def _shown_on(self, page: Page) -> set[str]:
        """Return the names of all values on a page, also those in its passages."""
        return {
            name
            for text in with_its_snippets(page.text, self.snippets[page.lang])
            for _, name in names_to_fill(text)
        }

    def sources_of(self, page: Page) -> list[str]:
        """Return the ids of the sources that a page rests on: those that it names, and those of the data it shows."""
        shown = self._shown_on(page)
        of_data: set[str] = set()
        if self.costs.deductible and any(name.startswith(("deductible.", COST_ESTIMATE)) for name in shown):
            of_data |= self.costs.deductible.named_sources()
        if self.costs.texts and COST_ESTIMATE in shown:
            of_data |= self.costs.texts.named_sources()
        if studies.NAME in shown:
            of_data |= {study.source for study in self.studies}
        ids = dict.fromkeys([*self.sources_named_on(page), *sorted(of_data)])
        return [id_ for id_ in ids if id_ in self.sources]

    def pages_by_source(self, lang: str) -> dict[str, list[Page]]:
        """Return the pages of a language that rest on each source, by its id, in the order of the menu."""
        order = [entry.page for entry in self.menu]
        pages = [page for page in self.written_pages if page.lang == lang]
        pages.sort(key=lambda page: order.index(page.name) if page.name in order else -1)
        found: dict[str, list[Page]] = {}
        for page in pages:
            for id_ in self.sources_of(page):
                found.setdefault(id_, []).append(page)
        return found

    def sources_of_data(self) -> set[str]:
        """Return the ids of the sources of the amounts, the texts and the studies in data/."""
        of_costs = {
            id_ for part in (self.costs.deductible, self.costs.texts) if part for id_ in part.named_sources()
        }
        return of_costs | {study.source for study in self.studies}

    def named_sources(self) -> set[str]:
        """Return the ids of the sources that the site names: on its pages, and with what its data says."""
        return self.sources_of_data() | {
            id_ for page in self.written_pages for id_ in self.sources_named_on(page)
        }

    def sources_named_on(self, page: Page) -> list[str]:
        """Return the ids of the sources that a page names itself, as they are called now."""
        return [self.new_names_of_sources.get(id_, id_) for id_ in page.meta.sources]

    @cached_property
    def new_names_of_sources(self) -> dict[str, str]:
        """Return how each source that had another name before is called now, by that name."""
        return new_names(self.sources)

    def pictogram(self, icon: str) -> str:
        """Return the number by which pages show a pictogram; nothing where there is none, which is a finding already.

        Names would make each page longer than drawings that stand on it twice.
        """
        return self._numbers.get(icon, "")

    @cached_property
    def numbered_pictograms(self) -> dict[str, str]:
        """Return the drawings of the pictograms by their numbers."""
        return {self._numbers[icon]: drawing for icon, drawing in self.icons.drawn.items()}

    @cached_property
    def _numbers(self) -> dict[str, str]:
        return {icon: str(number) for number, icon in enumerate(self.icons.drawn)}

    def check_missed_words(self) -> list[Finding]:
        """Return a finding for each name of words that was asked for until now and has none."""
        of_costs = [self.costs.texts.form, self.costs.texts.answer] if self.costs.texts else []
        files = (self.words.site, self.own_page.words, self.words.tools, self.words.editing, *of_costs)
        return [one for words in files for one in check_missed_words(words.values())]


Check = Callable[[Project], Iterable[Finding]]
