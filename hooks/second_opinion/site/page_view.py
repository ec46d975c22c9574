"""What the templates show of a page, besides its body."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from pathlib import Path

from markupsafe import Markup
from msgspec import Struct
from selectolax.lexbor import LexborHTMLParser, LexborNode

from second_opinion.brand.model import Brand
from second_opinion.brand.own_answers import SECTIONS_BY_PAGE
from second_opinion.brand.own_block import OwnBlock, own_block
from second_opinion.brand.own_page import OWN_PAGE, origin_of_own_page
from second_opinion.core.addresses import HOME, absolute, home, relative
from second_opinion.core.formatting import format_day
from second_opinion.core.languages import FACTS, LANGUAGES, SOURCE_LANGUAGE, others
from second_opinion.data import bar_legend, cost_texts, sources
from second_opinion.data.cost_texts import PLACE
from second_opinion.data.menu import MenuItem
from second_opinion.data.sources import SourceView, source_views
from second_opinion.project.project import Project
from second_opinion.project.sources_of_pages import sources_of_page
from second_opinion.site.body import split_lead
from second_opinion.site.cost_view import CostView, cost_view
from second_opinion.site.diagrams import PEOPLE, has_diagrams
from second_opinion.site.drawn_pictograms import pictogram, symbol_sheet
from second_opinion.site.structured_data import structured_data
from second_opinion.site.tool_view import TOOL_PLACE, ToolView, tool_view
from second_opinion.texts.pages import Page
from second_opinion.texts.published import page_address
from second_opinion.texts.reviews import has_changed_since_review
from second_opinion.texts.snippets import with_its_snippets

ABOUT = "about"
CSP = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
    "base-uri 'none'; form-action 'self'"
)


H2 = re.compile(r"<h2\b.*?</h2>", re.DOTALL)  # of a whole body, nothing else has to be looked at


class Item(Struct, frozen=True):
    """A link to a page in a menu or list."""

    title: str
    label: str
    description: str
    address: str
    is_current: bool = False
    pictogram: str = ""


class TocEntry(Struct, frozen=True):
    """A line of the list of what stands on a page."""

    id: str
    title: str


class MovedSection(Struct, frozen=True):
    """A section that a page had: its anchor, and the title and the way of where it is answered now."""

    anchor: str
    title: str
    address: str


class LanguageLink(Struct, frozen=True):
    """A link to a page in another language: its language, how that calls itself, and the way there."""

    lang: str
    label: str
    address: str


class ReviewView(Struct, frozen=True):
    """Who reviewed a page, in which role, and the day in words."""

    role: str
    name: str
    date: str


class Piece(Struct, frozen=True):
    """A piece of the text of a page: HTML, and the form that stands behind it, if any."""

    html: Markup
    cost: CostView | None = None
    tool: ToolView | None = None


class HeadView(Struct, frozen=True):
    """What stands in the head of a page, for browsers and search engines."""

    csp: str
    title: str
    description: str
    canonical: str
    alternates: Sequence[tuple[str, str]]
    structured_data: Sequence[Markup]


class NoticesView(Struct, frozen=True):
    """What a page says above its text: that it is behind, not in a language, or had a section that moved."""

    source_link: LanguageLink | None
    not_available: Sequence[tuple[str, str]]
    moved: Sequence[MovedSection]


class TrustView(Struct, frozen=True):
    """What the foot of a page says about it: when it was written, who checked it, its sources, where to change it."""

    made_from: str
    written: str
    next_check: str
    next_check_day: datetime.date
    is_overdue: bool
    reviews: Sequence[ReviewView]
    has_changed: bool
    looked: str
    sources: Sequence[SourceView]
    sources_address: str
    how_made_address: str
    edit_address: str
    edit_snippets: Sequence[tuple[str, str]]


class PageView(Struct, frozen=True):
    """All that a template asks for; addresses are relative to the page unless they say otherwise."""

    lang: str
    direction: str
    name: str
    is_home: bool
    is_own_page: bool
    title: str
    language_links: Sequence[LanguageLink]
    home: str
    home_pictogram: Markup
    drawings: Markup
    has_diagrams: bool
    header_menu: Sequence[Item]
    footer_links: Sequence[Item]
    subjects: Callable[[], Sequence[Item]]  # most pages show what another page made of them
    itself: str  # as the menu leads to it
    subjects_address: str
    toc: Sequence[TocEntry]
    related: Sequence[Item]
    search_index: str
    assets: str
    lead: Markup
    pieces: Sequence[Piece]
    change_mark: Markup
    has_tools: bool
    has_open_tool: bool
    has_bars: bool
    own: OwnBlock | None
    head: HeadView
    notices: NoticesView
    trust: TrustView


def content_security_policy(brand: Brand) -> str:
    """Return what a page may load; letters only where the brand has its own."""
    font = brand.look.font
    return f"{CSP}; font-src 'self'" if font and font.files else CSP


def search_address(lang: str) -> str:
    """Return the address of the search index of a language."""
    return f"assets/search/{lang}.json"


def alternates(project: Project, brand: Brand, page: Page) -> list[tuple[str, str]]:
    """Return the absolute address of each language of a page, and of the default one; none for a page in one."""
    twins = [twin for lang in LANGUAGES if (twin := project.page(lang, page.name))]
    if len(twins) < 2:
        return []
    links = [(twin.lang, absolute(brand.site_url, page_address(twin))) for twin in twins]
    return [*links, ("x-default", links[0][1])]


def page_view(project: Project, brand: Brand, page: Page, body: str) -> PageView:
    """Return what the templates show of a page; ``body`` is its finished HTML."""
    lang, here = page.lang, page_address(page)
    subjects = project.subjects[lang]
    home_pictogram = pictogram(project.icons.number_of(project.icons.named.get("home", "")))
    pictograms = (home_pictogram, *map(pictogram, project.subject_icons[lang]))
    lead, rest = split_lead(body)
    pieces = pieces_of(project, brand, page, rest)
    change_mark = pictogram(
        project.icons.number_of(project.icons.named.get("change", "")) if PLACE in body else ""
    )
    return PageView(
        lang=lang,
        direction=FACTS[lang].direction,
        name=page.name,
        is_home=page.name == HOME,
        is_own_page=page.name == OWN_PAGE,
        title=page.meta.title,
        language_links=language_links(project, page),
        home=relative(home(lang), here),
        home_pictogram=home_pictogram,
        drawings=symbol_sheet(
            "".join((*pictograms, change_mark, body)), {**project.icons.drawings_by_number, **PEOPLE}
        ),
        has_diagrams=has_diagrams(body),
        header_menu=_subject_items(project, page, [one for one in subjects if one[0].header]),
        footer_links=[
            *_subject_items(project, page, [one for one in subjects if one[0].footer]),
            *_named_pages(project, brand, page),
        ],
        subjects=partial(_subject_items, project, page, subjects),
        itself=_beginning_of_addresses(page) + here.removeprefix(home(lang)) or "./",
        subjects_address=relative(home(lang), here) + "#subjects",
        toc=_table_of_contents(body),
        related=_related_pages(project, page),
        search_index=relative(search_address(lang), here),
        assets=relative("assets/", here),
        lead=Markup(lead),
        pieces=pieces,
        change_mark=change_mark,
        has_tools=any(piece.tool for piece in pieces),
        has_open_tool=any(piece.tool and piece.tool.is_open for piece in pieces),
        has_bars=PLACE in body or bar_legend.CLASS in body,
        head=_head_view(project, brand, page),
        notices=_notices_view(project, page),
        trust=_trust_view(project, brand, page),
        own=_own_block_of(project, page),
    )


def _table_of_contents(body: str) -> list[TocEntry]:
    """Return a line for each heading of a page to which a link can lead."""
    tree = LexborHTMLParser(f"<body>{''.join(H2.findall(body))}")
    return [
        TocEntry(heading.attributes["id"] or "", _text_of_element(heading)) for heading in tree.css("h2[id]")
    ]


def _related_pages(project: Project, page: Page) -> list[Item]:
    """Return the pages to which a page leads on."""
    return [
        Item(
            other.meta.title,
            other.meta.title,
            other.meta.description,
            relative(page_address(other), page_address(page)),
        )
        for name in page.meta.related
        if (other := project.page(page.lang, name))
    ]


def _head_view(project: Project, brand: Brand, page: Page) -> HeadView:
    """Return what stands in the head of a page."""
    canonical = absolute(brand.site_url, page_address(page))
    return HeadView(
        csp=content_security_policy(brand),
        title=f"{page.meta.title} | {brand.name_in(page.lang)}",
        description=page.meta.description,
        canonical=canonical,
        alternates=alternates(project, brand, page),
        structured_data=structured_data(
            page,
            brand,
            canonical=canonical,
            home_label=project.words.site[page.lang].start_page,
            home_address=absolute(brand.site_url, home(page.lang)),
        ),
    )


def _notices_view(project: Project, page: Page) -> NoticesView:
    """Return what a page says above its text."""
    return NoticesView(
        source_link=language_link(project, page, SOURCE_LANGUAGE) if _is_behind(project, page) else None,
        not_available=_not_available(project, page),
        moved=moved_sections(project, page),
    )


def _trust_view(project: Project, brand: Brand, page: Page) -> TrustView:
    """Return what the foot of a page says about it."""
    meta, lang = page.meta, page.lang
    return TrustView(
        made_from=origin_of_own_page(project.speakers[page.lang]) if page.name == OWN_PAGE else "",
        written=format_day(meta.written, lang),
        next_check=format_day(meta.next_check, lang),
        next_check_day=meta.next_check,
        is_overdue=meta.next_check < project.settings.today,
        reviews=[
            ReviewView(review.role, review.name, format_day(review.date, lang)) for review in meta.checked
        ],
        has_changed=bool(meta.checked) and has_changed_since_review(page, project.hash_of(page)),
        looked=_day_of_weekly_look(project, page),
        sources=source_views(sources_of_page(project, page), project.sources, lang),
        sources_address=_address_of_section(project, page, sources.PAGE),
        how_made_address=_address_of_section(project, page, ABOUT, "#how-made"),
        edit_address=edit_address(project, brand, page.file),
        edit_snippets=_edit_snippets(project, brand, page),
    )


def pieces_of(project: Project, brand: Brand, page: Page, html: str) -> list[Piece]:
    """Return the text of a page, cut where the template of a form takes its place."""
    *parts, last = TOOL_PLACE.split(html)
    pieces = []
    for before, name in zip(parts[::2], parts[1::2], strict=True):
        is_cost = name == cost_texts.TOOL
        cost = cost_view_of(project, brand, page.lang) if is_cost else None
        pieces.append(Piece(Markup(before), cost, None if is_cost else tool_view(project, page, name)))
    return [*pieces, Piece(Markup(last))]


def _own_block_of(project: Project, page: Page) -> OwnBlock | None:
    """Return what a page shows of the page about the brand; None where there is none, or where it does not matter."""
    own = project.page(page.lang, OWN_PAGE)
    if own is None or page.name not in SECTIONS_BY_PAGE:
        return None
    speaker, at = project.speakers[page.lang], page_address(own)
    whole = absolute(speaker.brand.site_url, at)
    return own_block(speaker, page=page.name, address=relative(at, page_address(page)), whole=whole)


def _day_of_weekly_look(project: Project, page: Page) -> str:
    """Return when a program last looked through the site, where a page tells that and the day is known."""
    date = project.settings.looked
    return format_day(date, page.lang) if date and page.name == ABOUT else ""


def cost_view_of(project: Project, brand: Brand, lang: str) -> CostView | None:
    """Return what the cost estimate shows; None where its amounts or words cannot be read."""
    if project.costs.deductible is None or project.costs.texts is None:
        return None
    return cost_view(
        project.costs.deductible,
        project.costs.texts,
        project.sources,
        brand,
        lang=lang,
        words=project.words.site[lang],
        today=project.settings.today,
    )


def _address_of_section(project: Project, page: Page, name: str, section: str = "") -> str:
    """Return the way from a page to a section of another one, or nothing where there is no such page."""
    other = project.page(page.lang, name)
    return relative(f"{page_address(other)}{section}", page_address(page)) if other else ""


def _not_available(project: Project, page: Page) -> list[tuple[str, str]]:
    """Return each language that has every page but this one, and its words for that."""
    words = project.words.site
    return [
        (
            lang,
            words[lang].not_yet_in_this_language
            if lang in page.meta.not_yet_in
            else words[lang].not_in_this_language,
        )
        for lang in others(page.lang, project.languages)
        if FACTS[lang].is_whole and not project.page(lang, page.name)
    ]


def moved_sections(project: Project, page: Page) -> list[MovedSection]:
    """Return the sections that a page had and that are answered elsewhere now."""
    found = []
    for old, new in project.moved[page.lang].items():
        target = project.page(page.lang, new.page)
        if old.page == page.name and target is not None:
            way = "" if target is page else relative(page_address(target), page_address(page))
            section = f"#{new.anchor}" if new.anchor else ""
            found.append(MovedSection(old.anchor, target.meta.title, f"{way}{section}" or "./"))
    return found


def edit_address(project: Project, brand: Brand, file: str) -> str:
    """Return where an editor changes a text; nothing where the repository of the brand does not hold it."""
    return brand.edit_address(project.settings.file_in_repository(file))


def _edit_snippets(project: Project, brand: Brand, page: Page) -> list[tuple[str, str]]:
    """Return the name of each shared text on a page, and where an editor changes it."""
    _, *shared = with_its_snippets(page.text, project.snippets[page.lang])
    found = {text.file: edit_address(project, brand, text.file) for text in shared}
    return [(Path(file).stem, address) for file, address in found.items() if address]


def _is_behind(project: Project, page: Page) -> bool:
    """Tell whether the Dutch of a page, or of a snippet on it, is newer than what is shown here."""
    texts = with_its_snippets(page.text, project.snippets[page.lang])
    return any(text.file in project.history.behind for text in texts)


def _beginning_of_addresses(page: Page) -> str:
    """Return what the address of each subject begins with, as a link on a page."""
    return relative(home(page.lang), page_address(page)).removeprefix("./")


def _subject_items(project: Project, page: Page, subjects: Iterable[tuple[MenuItem, Page]]) -> list[Item]:
    """Return subjects of the page's language as links on it."""
    start, way = home(page.lang), _beginning_of_addresses(page)
    return [
        Item(
            title=other.meta.title,
            label=entry.label(page.lang),
            description=other.meta.description,
            address=way + page_address(other).removeprefix(start),
            is_current=other is page,
            pictogram=pictogram(project.icons.number_of(entry.icon)),
        )
        for entry, other in subjects
    ]


def _named_pages(project: Project, brand: Brand, page: Page) -> list[Item]:
    """Return the links of a brand to pages of the site, under names of its own."""
    return [
        Item(
            title=other.meta.title,
            label=link.title.in_language(page.lang),
            description=other.meta.description,
            address=relative(page_address(other), page_address(page)),
        )
        for link in brand.links.more
        if link.page and (other := project.page(page.lang, link.page))
    ]


def language_links(project: Project, page: Page) -> list[LanguageLink]:
    """Return the links to the other languages of the site."""
    return [language_link(project, page, lang) for lang in others(page.lang, project.languages)]


def language_link(project: Project, page: Page, lang: str) -> LanguageLink:
    """Return the link to the same page in another language, or to that language's home page."""
    twin = project.page(lang, page.name)
    target = page_address(twin) if twin else home(lang)
    return LanguageLink(lang, project.words.site[lang].language_name, relative(target, page_address(page)))


def _text_of_element(node: LexborNode) -> str:
    """Return the words of an element, with single spaces."""
    return " ".join(node.text().split())
