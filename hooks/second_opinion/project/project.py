"""Everything that editors and a brand wrote, read from disk once and checked before anything is built."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from second_opinion.brand import own_page
from second_opinion.brand.colours import check_colours, read_tokens
from second_opinion.brand.files import check_files, check_texts_of_brand, is_drawing
from second_opinion.brand.model import BRAND_NAMES, Brand, brand_names, read_brand
from second_opinion.brand.own_page import check_waiting_times, own_pages
from second_opinion.brand.selection import (
    check_crisis_page_stays,
    check_dutch_names,
    check_left_out,
    check_links_to_left_out,
    check_replaced,
    check_reviewed,
    check_reviews,
    chosen,
    lacks,
    menu_of,
    needed_sections,
    reviewed,
)
from second_opinion.core.errors import doing
from second_opinion.core.findings import Finding
from second_opinion.core.markdown_text import Text, headings, names, split_front_matter
from second_opinion.core.validation import Located, every
from second_opinion.data import (
    blanks,
    cost_examples,
    cost_texts,
    deductible,
    glossary,
    interface,
    menu,
    search_synonyms,
    sources,
    word_lists,
)
from second_opinion.data.release import FILE as RELEASE
from second_opinion.data.release import Release, read_release
from second_opinion.data.roles import FILE as ROLES
from second_opinion.data.roles import read_roles
from second_opinion.data.search_synonyms import Crisis, WordGroup
from second_opinion.project.reading import Reader, shown_path
from second_opinion.project.settings import Settings
from second_opinion.texts import published, reviews, translations
from second_opinion.texts.markup import check_markup
from second_opinion.texts.pages import (
    BrokenPage,
    Page,
    check_dates,
    check_headings,
    check_links,
    check_pairs,
    check_references,
    check_unique,
    read_page,
)
from second_opinion.texts.parity import check_page_parity, check_text_parity
from second_opinion.texts.placeholders import check_amounts, check_names
from second_opinion.texts.snippets import (
    check_both_languages,
    check_empty,
    check_includes,
    check_snippet,
    included,
)
from second_opinion.texts.svg import check_svg

LANGUAGES: Sequence[str] = ("nl", "en")
PICTURES = (".png", ".jpg", ".jpeg", ".webp", ".svg")
STYLESHEET = "overrides/assets/stylesheets/site.css"


@dataclass(frozen=True)
class Project:
    """All content, data and the brand; ``findings`` is all that is wrong with them."""

    settings: Settings
    brand: Brand | None
    pages: tuple[Page, ...]
    broken: tuple[BrokenPage, ...]
    snippets: Mapping[str, Mapping[str, Text]]
    sources: Mapping[str, sources.Source]
    terms: Mapping[str, Sequence[glossary.Term]]
    everyday_words: Mapping[str, Sequence[WordGroup]]
    crisis_words: Mapping[str, Crisis]
    words: Mapping[str, interface.Interface]
    own_words: Mapping[str, interface.Interface]
    release: Release
    menu: Sequence[menu.MenuItem]
    values: Mapping[str, Mapping[str, str]]
    deductible: deductible.Deductible | None
    costs: cost_texts.CostTexts | None
    behind: frozenset[str]
    findings: tuple[Finding, ...]

    @property
    def languages(self) -> Sequence[str]:
        """Return the languages of the site."""
        return self.brand.languages if self.brand else LANGUAGES

    def missed_words(self) -> list[Finding]:
        """Return a finding for each name of words that was asked for until now and has none."""
        of_costs = [self.costs.form, self.costs.answer] if self.costs else []
        files = (self.words, self.own_words, *of_costs)
        return [one for words in files for one in interface.missed_words(words.values())]

    def page(self, lang: str, name: str) -> Page | None:
        """Return a page by language and name."""
        return next((page for page in self.pages if (page.lang, page.name) == (lang, name)), None)


@dataclass(frozen=True)
class _Texts:
    """The texts of a site in the languages of its brand: shared ones, and the brand's in their place or beside them.

    ``linked`` are the pages to which others may lead although they hold no text to check: the page that is made from
    brand.yml, and the shared pages that the brand leaves out. ``named`` are the sources that any page names, one that
    the brand leaves out too; None where a page cannot be read.
    """

    pages: list[Page]
    broken: list[BrokenPage]
    snippets: dict[str, dict[str, Text]]
    linked: list[Page | BrokenPage]
    about_brand: list[Page]
    menu: list[menu.MenuItem]
    behind: set[str]
    named: set[str] | None
    shared_names: set[str]
    own_folder: str

    def is_own(self, text: Text) -> bool:
        """Tell whether a text is the brand's, and not a shared one."""
        return text.file.startswith(self.own_folder)

    def names(self) -> dict[str, set[str]]:
        """Return the names of the pages of each language."""
        every_page: list[Page | BrokenPage] = [*self.pages, *self.broken, *self.linked]
        return {lang: {page.name for page in every_page if page.lang == lang} for lang in self.snippets}


def read_project(settings: Settings) -> Project:
    """Read and check everything; whatever is wrong is a finding, and the rest is read all the same."""
    reader = Reader(settings.root)
    try:
        return _read_project(reader, settings)
    except Exception as error:
        error.add_note(f"{reader.last}\nread and checked what editors wrote")
        raise


def _read_project(reader: Reader, settings: Settings) -> Project:
    root, today = settings.root, settings.today
    found: list[Finding] = []

    brand_file = reader.located(settings.brand / "brand.yml")
    brand, wrong = read_brand(
        brand_file,
        today=today,
        site_url=settings.site_url,
        repository=settings.repository,
        is_published=settings.is_published,
    )
    found += wrong
    found += _check_brand(reader, settings, brand_file, brand) if brand else []
    words, wrong = interface.read_interface(reader.located(root / interface.FILE), blanks.INTERFACE)
    found += wrong
    own_words, wrong = interface.read_interface(reader.located(root / own_page.FILE), blanks.OWN_PAGE)
    found += wrong
    release, wrong = read_release(reader.located(root / RELEASE))
    found += wrong
    source_file = reader.located(root / sources.FILE)
    known_sources, wrong_sources = sources.read_sources(source_file, today)
    source_ids = every(source_file, "id")
    found += wrong_sources
    terms, wrong = glossary.read_glossary(reader.located(root / glossary.FILE))
    found += wrong
    everyday_file = reader.located(root / search_synonyms.FILE)
    everyday, crisis, wrong = search_synonyms.read_everyday_words(everyday_file)
    found += wrong
    table, wrong = deductible.read_deductible(reader.located(root / deductible.FILE), source_ids, today)
    found += wrong
    examples, wrong = cost_examples.read_cost_examples(reader.located(root / cost_examples.FILE), today.year)
    found += wrong
    costs, wrong = cost_texts.read_cost_texts(reader.located(root / cost_texts.FILE), source_ids)
    found += wrong
    roles, wrong = read_roles(reader.located(root / ROLES))
    found += wrong
    found += _check_word_lists(reader)
    texts, wrong = _read_texts(reader, settings, brand_file, brand, own_words, crisis["nl"].page)
    found += wrong
    of_data = {id_ for part in (table, costs) if part for id_ in part.named_sources()}
    shown = _named(texts.pages) | of_data
    if texts.named is not None and table and costs and not wrong_sources:
        found += sources.check_named(source_file, texts.named | of_data)
    found += search_synonyms.check_crisis_page(everyday_file, crisis["nl"].page, texts.names())
    if brand:
        names = {*(page.name for page in texts.pages), *(page.name for page in texts.broken)}
        found += check_crisis_page_stays(brand_file, brand, crisis["nl"].page, names)
    values: dict[str, dict[str, str]] = {}
    for lang in texts.snippets:
        values[lang] = {
            "glossary": glossary.glossary_markdown(terms[lang]),
            "cost_estimate": cost_texts.PLACE,
            "cost_examples": cost_examples.cost_examples_tables(examples, lang, words[lang]),
            "sources": sources.sources_markdown(
                [source for id_, source in known_sources.items() if id_ in shown], lang, words[lang]
            ),
            **dict.fromkeys(
                (*BRAND_NAMES, *deductible.NAMES), ""
            ),  # what data lack is a fault there, not on a page
            **(brand_names(brand, lang, words[lang]) if brand else {}),
            **(deductible.deductible_names(table, today, lang, words[lang]) if table else {}),
        }
    found += check_references(texts.pages, source_ids, texts.names())
    for page in texts.pages:
        found += check_dates(page, today)
        now = reviews.text_hash(page, texts.snippets[page.lang])
        found += reviews.check_checks(page, now, roles, today)
    found += _check_pictures(reader, settings)
    unreadable = {finding.file for finding in reader.findings}
    for snippets in texts.snippets.values():
        found += check_empty(snippets.values(), unreadable)
    for lang in texts.snippets:
        found += _check_texts(lang, texts, values[lang], terms[lang])
    return Project(
        settings,
        brand,
        (*_reviewed(texts, brand), *texts.about_brand),
        (*texts.broken, *(page for page in texts.linked if isinstance(page, BrokenPage))),
        texts.snippets,
        known_sources,
        terms,
        everyday,
        crisis,
        words,
        own_words,
        release,
        texts.menu,
        values,
        table,
        costs,
        frozenset(texts.behind),
        (*reader.findings, *found),
    )


def _read_texts(
    reader: Reader,
    settings: Settings,
    brand_file: Located,
    brand: Brand | None,
    own_words: Mapping[str, interface.Interface],
    crisis_page: str,
) -> tuple[_Texts, list[Finding]]:
    """Read the pages and snippets of a site, and check what they are to each other."""
    root = settings.root
    ever, found = published.read_published(reader.located(root / published.PUBLISHED))
    shared, shared_broken, wrong = _read_pages(reader, root)
    found += [*_stray_files(root), *wrong, *published.check_addresses(shared, shared_broken, ever)]
    all_shared: list[Page | BrokenPage] = [*shared, *shared_broken]
    shared_names = {page.name for page in all_shared}
    shared_snippets = {lang: _read_snippets(reader, root, lang) for lang in LANGUAGES}
    items, wrong = menu.read_menu(reader.located(root / menu.FILE), shared_names)
    found += wrong
    behind, wrong = _check_translations(reader, shared_snippets)
    found += wrong

    own, own_broken, wrong = _read_pages(reader, settings.brand)
    found += wrong
    all_own: list[Page | BrokenPage] = [*own, *own_broken]
    replaced = {(page.lang, page.name) for page in all_own}
    made, own_item, wrong = (
        own_pages(brand_file, brand, own_words, settings.today) if brand else ([], None, [])
    )
    about_brand = [page for page in made if isinstance(page, Page)]
    found += wrong
    left_out = brand.left_out if brand else set()
    pages = chosen(shared, own, replaced, brand)
    snippets = {
        lang: shared_snippets[lang] | _read_snippets(reader, settings.brand, lang)
        for lang in (brand.languages if brand else LANGUAGES)
    }
    texts = _Texts(
        pages,
        chosen(shared_broken, own_broken, replaced, brand),
        snippets,
        [*(page for page in all_shared if page.name in left_out), *made],
        about_brand,
        menu_of(items, pages, own_item, shared_names.__contains__),
        behind,
        None if shared_broken or own_broken else _named([*shared, *own]),
        shared_names,
        f"{shown_path(root, settings.brand)}/",
    )
    beside: list[Finding] = []
    half: set[str] = set()
    if brand:
        own_names = {page.name for page in all_own}
        found += check_left_out(brand_file, brand, shared_names, own_names)
        found += check_reviewed(brand_file, brand, shared_names | own_names)
        found += check_reviews(brand_file, brand, pages)
        found += check_links_to_left_out(brand_file, brand, pages, snippets, crisis_page)
        replaced_half = check_replaced(all_own, {(page.lang, page.name) for page in all_shared}, brand)
        half |= {Path(finding.file).stem for finding in replaced_half}
        found += replaced_half
        beside += check_dutch_names(own, shared)
        found += beside
    single = [page for page in pages if page.file not in {finding.file for finding in beside}]
    if all_own or about_brand:
        found += published.check_addresses([*single, *about_brand], texts.broken, None)
    found += check_unique(single)
    if len(snippets) == len(LANGUAGES):
        twins = [page for page in pages if page.name not in half]
        found += check_pairs(twins, texts.names())
        found += _check_parity(twins, snippets)
        found += check_both_languages(snippets)
    return texts, found


def _named(pages: Sequence[Page]) -> set[str]:
    """Return the ids of the sources that pages name."""
    return {id_ for page in pages for id_ in page.meta.sources}


def _check_word_lists(reader: Reader) -> list[Finding]:
    """Check the lists that only the reports on language use, so that a fault in them shows before."""
    _, wrong = word_lists.read_plain_words(reader.located(reader.root / word_lists.PLAIN_WORDS))
    _, more = word_lists.read_own_words(reader.located(reader.root / word_lists.OWN_WORDS))
    return [*wrong, *more]


def _reviewed(texts: _Texts, brand: Brand | None) -> list[Page]:
    if brand is None:
        return texts.pages
    return [reviewed(page, brand, reviews.text_hash(page, texts.snippets[page.lang])) for page in texts.pages]


def _check_brand(reader: Reader, settings: Settings, located: Located, brand: Brand) -> list[Finding]:
    """Check what brand.yml says against the files of the folder, the stylesheet and the day."""
    root, folder = settings.root, settings.brand
    found = [*check_files(located, brand, folder), *check_waiting_times(located, brand, settings.today)]
    found += check_texts_of_brand(folder, shown_path(root, folder), brand.languages)
    if brand.look.colours and (styles := reader.text(root / STYLESHEET)) is not None:
        found += check_colours(located, brand.look.colours, read_tokens(styles))
    return found


def has_anchors(*pages: Page) -> bool:
    """Tell whether every heading has an anchor, without which sections of two languages cannot be told apart."""
    return all(heading.anchor for page in pages for heading in headings(page.text))


def _check_parity(pages: Sequence[Page], snippets: Mapping[str, Mapping[str, Text]]) -> list[Finding]:
    english = {page.name: page for page in pages if page.lang == "en"}
    found = []
    for page in pages:
        if page.lang == "nl" and page.name in english and has_anchors(page, english[page.name]):
            found += check_page_parity(page, english[page.name])
    for name, text in snippets["nl"].items():
        if name in snippets["en"]:
            found += check_text_parity(text, snippets["en"][name])
    return found


def _check_translations(
    reader: Reader, snippets: Mapping[str, Mapping[str, Text]]
) -> tuple[set[str], list[Finding]]:
    root = reader.root
    dutch = {f"docs/en/{file.name}": shown_path(root, file) for file in _markdown_files(root / "docs" / "nl")}
    dutch |= {f"snippets/en/{name}": text.file for name, text in snippets["nl"].items()}
    twins = {english: file for english, file in dutch.items() if (root / english).exists()}
    sections = {
        english: translations.sections_of(text, file)
        for english, file in twins.items()
        if (text := reader.text(root / file)) is not None
    }
    return translations.check_translations(reader.located(root / translations.FILE), sections, twins)


def _check_pictures(reader: Reader, settings: Settings) -> list[Finding]:
    folders = (settings.root / "docs", settings.root / "overrides" / "assets", settings.brand)
    files = sorted(
        {file for folder in folders for file in folder.rglob("*.svg") if file.is_file() and is_drawing(file)}
    )
    return [
        finding
        for file in files
        if (text := reader.text(file)) is not None
        for finding in check_svg(shown_path(settings.root, file), text)
    ]


def _check_texts(
    lang: str, site: _Texts, values: Mapping[str, str], terms: Sequence[glossary.Term]
) -> list[Finding]:
    """Check the texts of a language."""
    every_page: list[Page | BrokenPage] = [*site.pages, *site.broken]
    mine = [page for page in every_page if page.lang == lang]
    snippets = site.snippets[lang]
    anchors = {page.name: _anchors(page, terms) for page in [*mine, *site.linked] if page.lang == lang}
    texts = [page.text for page in mine]
    found = check_includes(texts, snippets, lang)
    for text in snippets.values():
        found += check_snippet(text)
    for text in (*texts, *snippets.values()):
        found += check_names(text, values)
        found += check_amounts(text)
        found += check_markup(text)
        found += glossary.check_variants(text, tuple(terms))
    shared = [
        (page.name, text) for page in mine for text in included(page.text, snippets) if not site.is_own(text)
    ]
    replaced = {
        page.name: page.text for page in mine if site.is_own(page.text) and page.name in site.shared_names
    }
    needed = needed_sections(shared, replaced, anchors)
    known = {name: {*there, *needed.get(name, ())} for name, there in anchors.items()}
    lacking = [lacks(replaced[name], sections) for name, sections in needed.items()]
    told = {(finding.file, finding.line) for finding in lacking}
    found += lacking
    for page in mine:
        found += [finding for finding in check_headings(page) if (finding.file, finding.line) not in told]
        for text in included(page.text, snippets):
            found += check_links(page, text, anchors if site.is_own(text) else known)
    return found


def _anchors(page: Page | BrokenPage, terms: Sequence[glossary.Term]) -> set[str]:
    anchors = {heading.anchor for heading in headings(page.text)} - {""}
    if any(name == "glossary" for _, name in names(page.text)):
        anchors |= {term.anchor for term in terms}
    return anchors | ({"subjects"} if page.name == "index" else set())


def _read_pages(reader: Reader, folder: Path) -> tuple[list[Page], list[BrokenPage], list[Finding]]:
    """Read the pages below a folder: the project's, or a brand's."""
    pages: list[Page] = []
    broken: list[BrokenPage] = []
    findings: list[Finding] = []
    for lang in LANGUAGES:
        for file in _markdown_files(folder / "docs" / lang):
            source, shown = reader.text(file), shown_path(reader.root, file)
            if source is None:
                broken.append(BrokenPage(lang, file.stem, shown, Text(shown, "")))
                continue
            with doing(shown, "read this page"):
                page, wrong = read_page(lang, file.stem, shown, source)
            findings += wrong
            findings += check_amounts(Text(shown, split_front_matter(source)[0], first_line=2))
            if isinstance(page, Page):
                pages.append(page)
            else:
                broken.append(page)
    return pages, broken, findings


def _markdown_files(folder: Path) -> list[Path]:
    return sorted(file for file in folder.glob("*.md") if not file.is_dir())


def _stray_files(root: Path) -> list[Finding]:
    """Find files and folders that are no page, which the site would silently leave out."""
    homes = [root / "docs" / lang for lang in LANGUAGES]
    return [
        Finding(
            shown_path(root, file),
            1,
            "this folder is no page of the site" if file.is_dir() else "this file is no page of the site",
            "pages stand in docs/nl/ and docs/en/, as name.md",
        )
        for file in sorted((root / "docs").rglob("*"))
        if (file.is_file() or file.suffix == ".md")
        and not file.name.startswith(".")
        and (file.parent not in homes or file.suffix != ".md" or file.is_dir())
        and not (file.suffix in PICTURES and any(file.is_relative_to(home) for home in homes))
    ]


def _read_snippets(reader: Reader, folder: Path, lang: str) -> dict[str, Text]:
    texts = {file: reader.text(file) for file in sorted((folder / "snippets" / lang).glob("*.md"))}
    return {
        file.name: Text(shown_path(reader.root, file), text or "")
        for file, text in texts.items()
        if not file.is_dir()
    }
