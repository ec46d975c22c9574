"""What the template of a list to take along shows, and what its script works with."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import escape
from urllib.parse import urlsplit

from second_opinion.core.addresses import relative
from second_opinion.core.languages import LOCALES
from second_opinion.data.interface import Interface
from second_opinion.data.tools import STEPS, Line, Part, Said
from second_opinion.project.project import Project
from second_opinion.texts.pages import Page
from second_opinion.texts.published import page_address

PLACE = re.compile(r'<div data-tool="([\w.-]+)"></div>')
SAID = "said_"  # begins the words that only the script says


@dataclass(frozen=True)
class LineView:
    """A line: its id, its words, what explains them, and who does it."""

    id: str
    text: str
    help: str
    who: str


@dataclass(frozen=True)
class PartView:
    """A part: its title, where its words come from, and its lines by the title of their group, which may be empty.

    One that ``is_own`` waits for lines of the reader.
    """

    id: str
    title: str
    source: str
    address: str
    groups: Sequence[tuple[str, Sequence[LineView]]]
    is_open: bool
    is_own: bool


@dataclass(frozen=True)
class ToolView:
    """A tool in the language of a page.

    ``kept`` is the name under which a reader's device keeps it, ``takes`` that of the tool whose lines it can take, and
    ``locale`` says how days are written.
    """

    id: str
    kind: str
    title: str
    lead: str
    kept: str
    takes: str
    parts: Sequence[PartView]
    words: Interface
    locale: str


def tool_view(project: Project, page: Page, place: str) -> ToolView | None:
    """Return what a page shows at a place, which names a tool and the part that is open; None where it is no tool.

    Where it names no part the first one is open, but of steps, which a page of its own lists already.
    """
    name, _, opened = place.partition(".")
    if name not in project.tools:
        return None
    tool, lang = project.tools[name].tool, page.lang
    words = project.tool_words[lang]
    first_open = "" if tool.kind == STEPS else tool.parts[0].id
    return ToolView(
        id=name,
        kind=tool.kind,
        title=_said(tool.title, lang),
        lead=_said(tool.lead, lang),
        kept=_kept(project, name),
        takes=_kept(project, tool.takes) if tool.takes else "",
        parts=[_part(project, page, part, is_open=part.id == (opened or first_open)) for part in tool.parts],
        words=words,
        locale=LOCALES[lang].replace("_", "-"),
    )


def words_address(lang: str) -> str:
    """Return the address of the words that only the script of the lists says."""
    return f"assets/tools/{lang}.json"


def words_file(project: Project, lang: str) -> str:
    """Return these words, as the script takes them."""
    words = project.tool_words[lang].items()
    said = {key.removeprefix(SAID): text for key, text in words if key.startswith(SAID)}
    return json.dumps(said, ensure_ascii=False, separators=(",", ":"))


def _kept(project: Project, name: str) -> str:
    """Return the name under which a device keeps a tool: by site, of which several may share a host."""
    site = urlsplit(project.brand.site_url).path if project.brand else ""
    return f"second-opinion {site} {name}"


def with_lines(project: Project, lang: str, html: str) -> str:
    """Return the HTML of a page with the lines of its lists in their places, for the search: each part is a section."""

    def lines(place: re.Match[str]) -> str:
        name, _, opened = place[1].partition(".")
        if name not in project.tools:
            return place[0]
        parts = project.tools[name].tool.parts
        shown = [part for part in parts if opened in ("", part.id)]
        return "".join(
            f'<h3 id="{name}-{part.id}">{escape(title or _said(part.title, lang))}</h3>'
            + "".join(f"<p>{escape(_said(line, lang))}</p>" for line in group)
            for part in shown
            for title, group in _groups(part, lang)
        )

    return PLACE.sub(lines, html)


def _part(project: Project, page: Page, part: Part, *, is_open: bool) -> PartView:
    lang, drawing = page.lang, project.who_does_what
    who = {party.id: str(party.part(lang)) for party in drawing.parties} if drawing else {}
    return PartView(
        id=part.id,
        title=_said(part.title, lang),
        source=_said(part.source, lang),
        address=_address(project, page, part.link or ""),
        groups=[(title, [_line(line, lang, who) for line in lines]) for title, lines in _groups(part, lang)],
        is_open=is_open,
        is_own=part.own,
    )


def _groups(part: Part, lang: str) -> list[tuple[str, Sequence[Line]]]:
    """Return the lines of a part by the title of their group, which is empty for those that stand in none."""
    alone: list[tuple[str, Sequence[Line]]] = [("", part.lines)] if part.lines else []
    return [*alone, *((_said(group.title, lang), group.lines) for group in part.groups)]


def _line(line: Line, lang: str, who: Mapping[str, str]) -> LineView:
    return LineView(line.id, _said(line, lang), _said(line.help, lang), who.get(line.who or "", ""))


def _said(words: Said | Line | None, lang: str) -> str:
    return str(words.nearest(lang)[0]) if words else ""


def _address(project: Project, page: Page, link: str) -> str:
    """Return the way to a section, to its page where a brand's lacks it, or nothing where the site has no such page."""
    name, _, anchor = link.partition("#")
    target = project.page(page.lang, name)
    if target is None:
        return ""
    way = relative(page_address(target), page_address(page))
    return f"{way}#{anchor}" if anchor in project.anchors(target) else way
