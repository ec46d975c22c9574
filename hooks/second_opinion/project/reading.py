"""Reads all that editors and a brand wrote, each file once: what is wrong with one is a finding, and no error.

`read_project` is the table of contents of what is read; `checking` has that of what is checked.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Concatenate, ParamSpec, TypeVar

from msgspec.structs import replace

from second_opinion.brand import own_page, replaced
from second_opinion.brand.case_rules import asked_hospital
from second_opinion.brand.files import is_drawing
from second_opinion.brand.gone_texts import GoneText, Heir
from second_opinion.brand.model import Brand, notice_of_unread, read_brand, readable_brand
from second_opinion.brand.replaced import check_replaced_texts, in_place_of
from second_opinion.brand.sentences import with_sentences
from second_opinion.core.cache import cached_by_digest
from second_opinion.core.errors import doing
from second_opinion.core.findings import Finding, faults, without_what_follows
from second_opinion.core.languages import LANGUAGES
from second_opinion.core.markdown_text import Text, includes_in, read_text_of
from second_opinion.core.validation import Entries, YamlDocument, read_by_key, read_yaml
from second_opinion.data import (
    blanks,
    cost_examples,
    cost_texts,
    deductible,
    glossary,
    interface,
    measures,
    menu,
    moved_anchors,
    passages,
    pictograms,
    release,
    roles,
    search_synonyms,
    sources,
    studies,
    tools,
    who_does_what,
    word_lists,
)
from second_opinion.data.cases import OWN_WAY, usual
from second_opinion.project.checking import check_project
from second_opinion.project.disk import (
    ENTRY,
    check_names_of_files,
    check_stray_files,
    check_strays_in,
    icon_names,
    is_entry,
    markdown_files,
    misnamed_pages,
    read_icon,
    read_pictures,
    read_text,
    texts_below,
)
from second_opinion.project.project import (
    TOKENS,
    Project,
)
from second_opinion.project.project_parts import (
    BrandRead,
    CostData,
    History,
    Icons,
    OwnPage,
    ProgramWords,
    WrittenTexts,
)
from second_opinion.project.settings import Settings, shown_path
from second_opinion.project.values import with_values
from second_opinion.texts import published, reviews, translations
from second_opinion.texts.pages import BrokenPage, Page, read_page
from second_opinion.texts.placeholders import check_amounts

Given = ParamSpec("Given")
Value = TypeVar("Value")


class Reader:
    """Reads the files of a project, each once; ``findings`` is what is wrong with them as files."""

    def __init__(self, root: Path) -> None:
        """Start with nothing read; ``last`` is the file that was asked for last."""
        self.root = root
        self.last = ""
        self.findings: list[Finding] = []
        self.unreadable: set[str] = set()
        self.documents: dict[str, YamlDocument] = {}
        self._texts: dict[Path, bytes | None] = {}  # as UTF-8, which is half of what the texts take

    def text(self, file: Path) -> str | None:
        """Return the text of a file; None where it cannot be used, which is then a finding."""
        self.last = shown_path(self.root, file)
        if file not in self._texts:
            text, found = read_text(file, self.last)
            self._texts[file] = None if text is None else text.encode()
            self.findings += found
            self.unreadable |= {finding.file for finding in found}
            return text
        raw = self._texts[file]
        return None if raw is None else raw.decode()

    @property
    def files(self) -> Collection[Path]:
        """Return the files that were asked for so far."""
        return self._texts.keys()

    def document(self, file: Path) -> YamlDocument:
        """Return what a YAML file says; a file that cannot be used says nothing."""
        text = self.text(file)
        if text is None:
            return YamlDocument(self.last, None, {}, [one for one in self.findings if one.file == self.last])
        if self.last not in self.documents:
            self.documents[self.last] = read_yaml(text, self.last)
        return self.documents[self.last]

    def brand_document(self, folder: Path) -> YamlDocument:
        """Return what brand.yml of a folder says, also where some of its keys cannot be read."""
        document = self.document(folder / "brand.yml")
        text = self.text(folder / "brand.yml")
        return document if document.is_whole or text is None else read_by_key(text, document.file)

    def read_data(
        self,
        read: Callable[Concatenate[YamlDocument, Given], tuple[Value, list[Finding]]],
        file: str,
        *given: Given.args,
        **named: Given.kwargs,
    ) -> Value:
        """Return what a function makes of a file of the project; what it finds wrong is kept."""
        return self.collect(read(self.document(self.root / file), *given, **named))

    def complete(self, project: Project) -> Project:
        """Return the project once all is read, with its data files, those that cannot be read and those with faults."""
        return replace(
            project,
            documents=[*self.documents.values()],
            unreadable=frozenset(self.unreadable),
            faulty=frozenset(finding.file for finding in self.findings if finding.is_fault),
        )

    def collect(self, read: tuple[Value, list[Finding]]) -> Value:
        """Return a value that was made of files, and keep what was found wrong with them."""
        value, found = read
        self.findings += found
        return value

    def read_entries(self, folder: str) -> Entries:
        """Return what the files of a folder of data say, by their names; what else stands there becomes a finding."""
        if not (self.root / folder).is_dir():
            self.findings.append(Finding(folder, 1, "this folder is missing", "put it back"))
            return {}
        files = sorted((self.root / folder).iterdir(), key=str)
        self.findings += check_strays_in(folder, files)
        if (self.root / f"{folder}{ENTRY}").exists():
            wrong = f"this is read by nothing: what stands in it has a file each now, in {folder}/"
            do = f"move what is yours there, like {folder}/my-name.yml, and take this file away"
            self.findings.append(Finding(f"{folder}{ENTRY}", 1, wrong, do))
        return {file.stem: self.document(file) for file in files if is_entry(file)}


NO_TEXTS = WrittenTexts(sound=[], broken=[], snippets={lang: {} for lang in LANGUAGES})


def read_project(settings: Settings) -> Project:
    """Read and check everything; whatever is wrong is a finding, and the rest is read all the same."""
    return with_findings_of_checks(read_unchecked(settings))


def read_unchecked(settings: Settings) -> Project:
    """Read everything; what is wrong with each file by itself is a finding."""
    reader = Reader(settings.root)
    try:
        read = _read_all_files(reader, settings)
        return replace(with_values(reader.complete(read)), findings=tuple(reader.findings))
    except Exception as error:
        error.add_note(f"{reader.last}\nread what editors wrote")
        raise


def with_findings_of_checks(project: Project) -> Project:
    """Return a project that was read, with what is wrong between its parts."""
    with doing("", "checked what editors wrote"):
        found = (*without_what_follows((*project.findings, *check_project(project))),)
    return replace(
        project,
        findings=found if project.brand.document.is_whole else _findings_of_brand_file(project, found),
    )


def _findings_of_brand_file(project: Project, found: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return what was found in brand.yml, where not all of it can be read: the rest may only follow from that."""
    of_file = [finding for finding in found if finding.file == project.brand.document.file]
    return (*of_file, notice_of_unread(project.brand.document))


def _read_all_files(reader: Reader, settings: Settings) -> Project:
    """Return everything that is read, before the values that are made of it."""
    read_data, today = reader.read_data, settings.today
    brand = _read_brand_file(reader, settings)
    source_files = reader.read_entries(sources.FOLDER)
    shared = _read_texts(reader, settings.root)
    # Of a brand that cannot be read nobody knows in which languages its texts have to be.
    own = _read_texts(reader, settings.brand) if brand.readable else NO_TEXTS
    about_brand = _read_own_page(reader, brand, today, sorted(own.names - shared.names))
    new_names = published.new_names_of_pages(shared.sound)
    menu_items = reader.collect(
        menu.read_menu(reader.read_entries(menu.FOLDER), shared.names, icon_names(), new_names)
    )
    who_does = _read_who_does_what(reader, brand.cases)
    history, last_release = (
        _read_history(reader, shared),
        read_data(release.read_release, release.RELEASE_FILE),
    )
    _read_replaced(
        reader, settings, brand.cases, shared, last_release, _became_of_texts(history.passages, shared.sound)
    )
    _read_lists_of_reports(reader)
    return Project(
        settings=settings,
        brand=brand,
        shared=shared,
        own=own,
        own_page=about_brand,
        menu_items=menu_items,
        history=history,
        strays=[*check_stray_files(settings.root), *check_names_of_files(settings, reader.files)],
        misnamed={lang: misnamed_pages(settings, lang) for lang in LANGUAGES},
        source_files=source_files,
        sources=reader.collect(sources.read_sources(source_files, today, is_published=settings.is_published)),
        terms=reader.collect(glossary.read_glossary(reader.read_entries(glossary.FOLDER))),
        search_words=read_data(search_synonyms.read_search_synonyms, search_synonyms.FILE),
        words=_read_program_words(reader),
        release=last_release,
        roles=read_data(roles.read_roles, roles.FILE),
        costs=_read_costs(reader, source_files, today),
        studies=read_data(studies.read_studies, studies.FILE, source_files),
        who_does_what=who_does,
        tools=_read_tools(reader, settings, brand),
        tokens=_read_tokens_of_site(reader, brand.readable),
        drawings=_read_drawings(reader, settings),
        pictures=read_pictures(settings),
        icons=_read_icons(
            reader,
            [*menu_items, *([about_brand.menu_item] if about_brand.menu_item else [])],
            [*shared.sound, *own.sound],
            who_does,
        ),
    )


def _read_brand_file(reader: Reader, settings: Settings) -> BrandRead:
    """Return the brand, or what can be read of one in which something is wrong."""
    file = reader.brand_document(settings.brand)
    brand = reader.collect(
        read_brand(
            file,
            today=settings.today,
            site_url=settings.site_url,
            repository=settings.repository,
        )
    )
    readable, readable_file = (brand, file) if brand else readable_brand(file)
    return BrandRead(readable_file, brand, readable)


def _read_texts(reader: Reader, folder: Path) -> WrittenTexts:
    """Return the texts below a folder: the project's, or a brand's."""
    sound, broken = _read_pages(reader, folder)
    snippets = {lang: _read_snippets(reader, folder, lang) for lang in LANGUAGES}
    return WrittenTexts(sound=sound, broken=broken, snippets=snippets)


def _read_history(reader: Reader, shared: WrittenTexts) -> History:
    """Return what ``make record`` keeps of pages, passages and translations; ``shared`` are the texts of now."""
    files = reader.read_entries(published.FOLDER)
    return History(
        files=files,
        published=reader.collect(published.read_published(files)),
        moved_anchors=reader.read_data(moved_anchors.read_moved_anchors, moved_anchors.FILE),
        passages=reader.read_data(passages.read_passages, passages.FILE),
        behind=frozenset(_read_translations(reader, shared)),
    )


def _read_program_words(reader: Reader) -> ProgramWords:
    """Return the words that the program says."""
    read_data, read_named_words = reader.read_data, interface.read_named_words
    return ProgramWords(
        site=read_data(read_named_words, interface.FILE, blanks.INTERFACE),
        tools=read_data(read_named_words, tools.WORDS, blanks.TOOLS),
        due=read_data(read_named_words, reviews.FILE, blanks.DUE, blanks.NOTICES),
        sign_off=read_data(read_named_words, interface.SIGN_OFF, blanks.SIGN_OFF),
        editing=read_data(read_named_words, interface.EDITING, blanks.EDITING),
    )


def _read_costs(reader: Reader, source_files: Entries, today: datetime.date) -> CostData:
    """Return what is said of what a second opinion costs."""
    return CostData(
        deductible=reader.read_data(deductible.read_deductible, deductible.FILE, source_files, today),
        examples=reader.read_data(cost_examples.read_cost_examples, cost_examples.FILE, today.year),
        texts=reader.read_data(cost_texts.read_cost_texts, cost_texts.FILE, source_files),
    )


def _read_own_page(reader: Reader, brand: BrandRead, today: datetime.date, added: Sequence[str]) -> OwnPage:
    """Return the pages about a brand, which lead on to those that it ``added``.

    Where something is wrong in brand.yml they cannot be built, or have nothing to say yet; other texts may lead to each
    of their sections.
    """
    words = reader.read_data(interface.read_named_words, own_page.FILE, blanks.OWN_PAGE_BLANKS)
    if brand.readable is None:
        return OwnPage(words, own_page.pages_unread(brand.document.file, LANGUAGES), None)
    words = reader.collect(
        with_sentences(brand.document, brand.readable, words, blanks.OWN_PAGE_BLANKS, own_page.FILE)
    )
    pages, menu_item, found = own_page.own_pages(brand.document, brand.readable, words, today, added)
    reader.findings += found
    wrong_files = {one.file for one in faults(reader.findings)}
    says_nothing = not pages and OWN_WAY in brand.cases and brand.document.file in wrong_files
    if brand.sound is None or says_nothing:
        pages = own_page.pages_unread(brand.document.file, brand.readable.languages)
    return OwnPage(words, pages, menu_item)


def _read_lists_of_reports(reader: Reader) -> None:
    """Read the lists of words and measures that only reports on language use: what is wrong with them is kept."""
    reader.read_data(word_lists.read_plain_words, word_lists.PLAIN_WORDS)
    reader.read_data(word_lists.read_spelling_list, word_lists.SPELLING)
    reader.read_data(measures.read_measures, measures.FILE)


def _read_who_does_what(reader: Reader, cases: Sequence[str]) -> who_does_what.WhoDoesWhat | None:
    """Return the drawing of who does what, as it is at a hospital; None where it cannot be drawn."""
    drawing = reader.read_data(who_does_what.read_who_does_what, who_does_what.FILE, icon_names())
    return drawing.in_cases(cases) if drawing else None


def _read_tokens_of_site(reader: Reader, brand: Brand | None) -> str | None:
    """Return the style with the colours of the site; None where a brand has no colours or logo to hold against them."""
    is_asked = brand is not None and (brand.look.colours or brand.look.logo)
    return reader.text(reader.root / TOKENS) if is_asked else None


def _read_icons(
    reader: Reader,
    menu_items: Iterable[menu.MenuItem],
    pages: Iterable[Page],
    drawing: who_does_what.WhoDoesWhat | None,
) -> Icons:
    """Return the pictograms, with the drawings of those that the menu, the program, steps and the drawing use."""
    known = icon_names()
    named = reader.read_data(pictograms.read_pictograms, pictograms.FILE, known)
    used = [
        *(item.icon for item in menu_items),
        *named.values(),
        *(icon for page in pages for icon in page.meta.step_icons),
        *(party.icon for party in (drawing.parties if drawing else ())),
        pictograms.PLAIN,
    ]
    drawn = {name: read_icon(name) for name in dict.fromkeys(used) if name in known}
    return Icons(known=known, drawn=drawn, named=named)


def _read_tools(reader: Reader, settings: Settings, read: BrandRead) -> dict[str, tools.ToolFile]:
    """Return the lists to take along that can be used, each with what the brand makes of it."""
    found, brand = dict[str, tools.ToolFile](), read.readable
    names = {lang: name for lang in LANGUAGES if (name := asked_hospital(brand, lang).get("the_name"))}
    for name in tools.TOOLS:
        tool = reader.read_data(tools.read_tool, tools.tool_file(name))
        own = settings.brand / tools.FOLDER / f"{name}.yml"
        if brand and own.exists():
            tool, wrong = tools.read_brand_tool(reader.document(own), tool, brand.languages)
            reader.findings += wrong
        if tool:
            found[name] = tool.in_cases(read.cases).naming(names)
    folder = settings.brand / tools.FOLDER
    files = sorted(file.name for file in folder.glob("*"))
    reader.findings += tools.check_files_of_brand(files, settings.shown(folder))
    return found


def _read_pages(reader: Reader, folder: Path) -> tuple[list[Page], list[BrokenPage]]:
    """Return the pages below a folder, the project's or a brand's, and those whose front matter cannot be used."""
    sound: list[Page] = []
    broken: list[BrokenPage] = []
    for lang in LANGUAGES:
        for file in markdown_files(folder / "docs" / lang):
            markdown, shown = reader.text(file), shown_path(reader.root, file)
            if markdown is None:
                broken.append(BrokenPage(lang, file.stem, shown, Text(shown, "")))
                continue
            with doing(shown, "read this page"):
                page, found = read_page(lang, file.stem, shown, markdown)
            reader.findings += found
            reader.findings += check_amounts(Text(shown, read_text_of(markdown, shown)[0], first_line=2))
            if isinstance(page, Page):
                sound.append(page)
            else:
                broken.append(page)
    return sound, broken


def texts_as_written(settings: Settings) -> Iterator[tuple[Text, str]]:
    """Yield each text of the project and the brand as it is written, with its language."""
    reader = Reader(settings.root)
    for folder in (settings.root, settings.brand):
        for lang in LANGUAGES:
            for file in markdown_files(folder / "docs" / lang):
                yield read_text_of(reader.text(file) or "", shown_path(settings.root, file))[1], lang
            for text in _read_snippets(reader, folder, lang).values():
                yield text, lang


def _read_snippets(reader: Reader, folder: Path, lang: str) -> dict[str, Text]:
    """Return the snippets of a language below a folder by the names of their files."""
    texts = {file: reader.text(file) for file in markdown_files(folder / "snippets" / lang)}
    return {file.name: _text_of(shown_path(reader.root, file), text or "") for file, text in texts.items()}


@cached_by_digest
def _text_of(file: str, body: str) -> Text:
    """Return a text, which is the same thing as before where it says the same: it is quicker to look up."""
    return Text(file, body)


def _read_translations(reader: Reader, shared: WrittenTexts) -> set[str]:
    """Return the files whose original is newer, by what data/translations/ says that they were made from."""
    root, texts = reader.root, {text.file: text for text in shared.texts}
    twins = translations.twins_among(texts)
    sections = {
        file: translations.sections_to_translate(text, texts[original], translations.language_of_text(file))
        for file, original in twins.items()
        if (text := reader.text(root / original)) is not None
    }
    stamps = {
        translations.text_of_stamp_file(shown_path(root, file)): file
        for file in sorted((root / translations.FOLDER).rglob(f"*{ENTRY}"), key=str)
    }
    for file, stamp in [*stamps.items()]:
        if file in sections and translations.is_up_to_date(reader.text(stamp) or "", sections[file]):
            del sections[file], stamps[file], twins[file]  # nothing is wrong there
    documents = {file: reader.document(stamp) for file, stamp in stamps.items()}
    return reader.collect(translations.check_translations(documents, sections, twins))


def _read_replaced(
    reader: Reader,
    settings: Settings,
    cases: Sequence[str],
    written: WrittenTexts,
    last_release: release.Release,
    became: Mapping[str, Sequence[str]],
) -> None:
    """Compare the texts of a brand with the shared ones in whose place they stand; what is found is kept.

    ``written`` are the shared texts and ``last_release`` is theirs; ``became`` is what took the place of those that
    went, by file.
    """
    file = settings.brand / replaced.FILE
    own = [] if settings.is_neutral else texts_below(settings.brand)
    if settings.is_neutral or not (own or file.exists()):
        return
    shared = sorted(text.file for text in written.texts)
    document = reader.document(file) if file.exists() else YamlDocument(settings.shown(file), None, {}, [])
    sections = {
        name: translations.hashed_sections(text, name)
        for name in own
        if name in shared
        and (text := reader.text(settings.root / in_place_of(name, shared, cases))) is not None
    }
    gone = [
        GoneText(
            name,
            reader.text(settings.brand / name) or "",
            [_heir(reader, settings, one, shared, cases) for one in heirs],
        )
        for name, heirs in _gone_of(own, shared, became).items()
        if not _is_used(reader, settings, name, own)
    ]
    reader.findings += check_replaced_texts(document, own, shared, sections, cases, last_release, gone)


def _gone_of(
    own: Iterable[str], shared: Collection[str], became: Mapping[str, Sequence[str]]
) -> dict[str, Sequence[str]]:
    """Return of each text of a brand whose shared one went what took its place."""
    return {name: heirs for name in own if name not in shared and (heirs := became.get(usual(name) or name))}


def _is_used(reader: Reader, settings: Settings, name: str, own: Sequence[str]) -> bool:
    """Tell whether a page of a brand itself has a passage of it in it, as a text of its own."""
    kind, lang, passage = name.split("/")
    pages = (reader.text(settings.brand / file) or "" for file in own if file.startswith(f"docs/{lang}/"))
    return kind == "snippets" and any(
        passage in {one for _, one in includes_in(Text("", page))} for page in pages
    )


def _heir(
    reader: Reader, settings: Settings, place: str, shared: Collection[str], cases: Sequence[str]
) -> Heir:
    """Return a shared text that took the place of another, a passage or a page with a section, with what it says."""
    file, _, section = place.partition("#")

    def text(name: str) -> str:
        return reader.text(settings.root / name) or "" if name in shared else ""

    if not file.startswith("snippets/"):
        return Heir(file, section, text(file), text(file))
    wordings = [name for name in shared if file in (name, usual(name))]
    return Heir(file, section, text(in_place_of(file, shared, cases)), "\n".join(map(text, wordings)))


def _became_of_texts(gone: Mapping[str, Sequence[str]], pages: Sequence[Page]) -> dict[str, list[str]]:
    """Return what took the place of each shared text that went, by its file: passages, or pages with a section."""
    found: dict[str, list[str]] = {
        f"snippets/{lang}/{name}": [
            f"snippets/{lang}/{heir}" if heir.endswith(".md") else _page_file(heir, lang) for heir in heirs
        ]
        for name, heirs in gone.items()
        for lang in LANGUAGES
    }
    for page in pages:
        for old in page.meta.moved_from:
            found |= {f"docs/{lang}/{old}.md": [f"docs/{lang}/{page.name}.md"] for lang in LANGUAGES}
    return found


def _page_file(place: str, lang: str) -> str:
    page, mark, anchor = place.partition("#")
    return f"docs/{lang}/{page}.md{mark}{anchor}"


def _read_drawings(reader: Reader, settings: Settings) -> dict[str, str]:
    """Return every drawing of the project and the brand, by its file."""
    folders = (settings.root / "docs", settings.root / "overrides" / "assets", settings.brand)
    files = sorted({file for folder in folders for file in folder.rglob("*.svg") if file.is_file()})
    return {
        shown_path(reader.root, file): text
        for file in files
        if is_drawing(file) and (text := reader.text(file)) is not None
    }
