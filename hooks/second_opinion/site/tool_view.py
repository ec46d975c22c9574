"""What the template of a list to take along shows, and what its script works with."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from html import escape
from urllib.parse import urlsplit

from msgspec import Struct

from second_opinion.brand.case_rules import asked_hospital
from second_opinion.core.addresses import relative
from second_opinion.core.languages import LOCALES, SOURCE_LANGUAGE
from second_opinion.data.blanks import BLANK
from second_opinion.data.interface import NamedWords
from second_opinion.data.letter_fields import ASKED, LetterField, fields_in
from second_opinion.data.tools import (
    ALSO_IN_SOURCE_LANGUAGE,
    IN_SOURCE_LANGUAGE,
    LETTERS,
    Line,
    Part,
    Tool,
    ToolSentence,
)
from second_opinion.data.who_does_what import HOSPITAL
from second_opinion.project.project import Project
from second_opinion.texts.pages import Page
from second_opinion.texts.published import page_address

TOOL_PLACE = re.compile(r'<div data-tool="([\w.-]+)"></div>')
SAID = "said_"  # begins the words that only the script says
# Begin the words that a sheet has beside its lines.
ON_PAPER = (
    "name_",
    "weight_",
    "said_weight",
    "said_head_",
)


class FieldView(Struct, frozen=True):
    """A field of a letter: its name in the lines, its kind, what the page calls it, and what stands there at first."""

    id: str
    kind: str
    label: str
    value: str


class _Fields(Struct, frozen=True):
    """The fields of letters in a language, with what is known of some."""

    fields: Sequence[LetterField]
    lang: str
    known: Mapping[str, Mapping[str, str]]  # in the language of the words

    def view(self, field: LetterField, spoken: str = SOURCE_LANGUAGE) -> FieldView:
        """Return what the page shows of a field, with what is known of it in the language of a letter or of a line."""
        label = str(field.nearest(self.lang)[0])
        return FieldView(field.id, field.kind, label, self.known[spoken].get(field.id, ""))

    def pieces(self, text: str, spoken: str) -> list[str | FieldView]:
        """Return a text in a language cut at each of its fields."""
        views = {field.id: self.view(field, spoken) for field in self.fields}
        cut = BLANK.split(text)  # words and names by turns
        pieces = [views.get(piece, piece) if at % 2 else piece for at, piece in enumerate(cut)]
        return [piece for piece in pieces if piece]


class LineView(Struct, frozen=True):
    """A line: its id, its words, what explains them, who does it, and whether it is an appointment, at some hour.

    ``pieces`` are the words cut at each field that is to be filled in, and ``beside`` those in the language of the page
    where the words are in another.
    """

    id: str
    text: str
    help: str
    who: str
    is_appointment: bool
    pieces: Sequence[str | FieldView]
    beside: Sequence[str | FieldView]


class PartView(Struct, frozen=True):
    """A part: its title, where its words come from, and its lines by the title of their group, which may be empty.

    One that ``is_own`` waits for lines of the reader; those of others stand on the sheets of the parts ``along`` too.
    Of one that ``is_weighed`` readers can say how much each line matters. A letter has a subject, and fields.
    """

    id: str
    title: str
    source: str
    address: str
    subject: str
    fields: Sequence[FieldView]
    groups: Sequence[tuple[str, Sequence[LineView]]]
    is_open: bool
    is_own: bool
    is_weighed: bool
    is_called: bool
    along: str


class ToolView(Struct, frozen=True):
    """A tool in the language of a page.

    ``kept`` is the name under which a reader's device keeps it, ``takes`` that of the tool whose lines it can take,
    ``spoken`` the language of its lines where that is not the one of the page, and ``locale`` says how days are
    written. Where it ``has_source_language``, a doctor reads on paper the source language too.
    """

    id: str
    kind: str
    title: str
    lead: str
    is_open: bool
    kept: str
    takes: str
    spoken: str
    has_source_language: bool
    parts: Sequence[PartView]
    start: Sequence[LineView]
    end: Sequence[LineView]
    words: NamedWords
    locale: str


def tool_view(project: Project, page: Page, place: str) -> ToolView | None:
    """Return what a page shows at a place, which names a tool and the part that is open; None where it is no tool.

    Where it names no part the first one is open, but of letters, of which a reader chooses one.
    """
    name, _, opened = place.partition(".")
    if name not in project.tools:
        return None
    tool, lang = project.tools[name].tool, page.lang
    spoken = SOURCE_LANGUAGE if tool.kind in IN_SOURCE_LANGUAGE else lang
    words = project.words.tools[lang]
    first_open = "" if tool.kind == LETTERS else tool.parts[0].id
    fields = _Fields(
        tool.fields, lang, {one: {ASKED: _asked(project, one)} for one in {SOURCE_LANGUAGE, lang}}
    )
    return ToolView(
        id=name,
        kind=tool.kind,
        title=_text_in(tool.title, lang),
        lead=_text_in(tool.lead, lang),
        is_open=tool.home == page.name,
        kept=_storage_name(project, name),
        takes=_storage_name(project, tool.takes) if tool.takes else "",
        spoken="" if spoken == lang else spoken,
        has_source_language=lang != SOURCE_LANGUAGE and tool.kind in ALSO_IN_SOURCE_LANGUAGE,
        parts=[
            _part_view(project, page, tool, part, fields, is_open=part.id == (opened or first_open))
            for part in tool.parts
        ],
        start=[_line_view(line, tool, fields, {}) for line in tool.start],
        end=[_line_view(line, tool, fields, {}) for line in tool.end],
        words=words,
        locale=LOCALES[lang].replace("_", "-"),
    )


def words_address(lang: str) -> str:
    """Return the address of the words that only the script of the lists says."""
    return f"assets/tools/{lang}.json"


def words_file(project: Project, lang: str) -> str:
    """Return these words, as the script takes them, with those of the source language that stand on paper too."""
    words = project.words.tools[lang].items()
    said = {key.removeprefix(SAID): text for key, text in words if key.startswith(SAID)}
    whole = {
        "said": said,
        "inSource": {} if lang == SOURCE_LANGUAGE else _words_in_source_language(project, lang),
    }
    return json.dumps(whole, ensure_ascii=False, separators=(",", ":"))


def _words_in_source_language(project: Project, lang: str) -> dict[str, str]:
    """Return what a doctor reads on paper for what a reader reads there."""
    ours, theirs = project.words.tools[lang], project.words.tools[SOURCE_LANGUAGE]
    found = {text: theirs[key] for key, text in ours.items() if key.startswith(ON_PAPER)}
    for tool in (file.tool for file in project.tools.values() if file.tool.kind in ALSO_IN_SOURCE_LANGUAGE):
        lines = [line for part in tool.parts for line in part.every_line()]
        parts = [part.title for part in tool.parts]
        for words in (tool.title, *parts, *lines, *(line.help for line in lines)):
            found[_text_in(words, lang)] = _text_in(words, SOURCE_LANGUAGE)
    return {text: said for text, said in found.items() if text != said}


def _storage_name(project: Project, name: str) -> str:
    """Return the name under which a device keeps a tool: by site, of which several may share a host."""
    site = urlsplit(project.brand.sound.site_url).path if project.brand.sound else ""
    return f"second-opinion {site} {name}"


def with_lines(tools: Mapping[str, Tool], lang: str, html: str) -> str:
    """Return the HTML of a page with the lines of its lists in their places, for the search: each part is a section."""

    def lines(place: re.Match[str]) -> str:
        name, _, opened = place[1].partition(".")
        if name not in tools:
            return place[0]
        tool = tools[name]
        is_read = tool.kind != LETTERS  # which say again what the page says, and would be found in its place
        shown = [part for part in tool.parts if is_read and opened in ("", part.id)]
        return "".join(
            f'<h3 id="{name}-{part.id}">{escape(title or _text_in(part.title, lang))}</h3>'
            + "".join(f"<p>{escape(_text_in(line, lang))}</p>" for line in group)
            for part in shown
            for title, group in _groups(part, lang)
        )

    return TOOL_PLACE.sub(lines, html)


def _asked(project: Project, lang: str) -> str:
    """Return the hospital that letters of its own site ask, with its article."""
    return asked_hospital(project.brand.sound, lang).get("the_name", "")


def _who(project: Project, lang: str) -> dict[str, str]:
    """Return who does something, by party: the hospital by its own name on its own site."""
    drawing = project.who_does_what
    who = {party.id: str(party.part(lang)) for party in drawing.parties} if drawing else {}
    name = asked_hospital(project.brand.sound, lang, is_short=True).get("name")
    return {**who, HOSPITAL: name} if name else who


def _part_view(
    project: Project, page: Page, tool: Tool, part: Part, fields: _Fields, *, is_open: bool
) -> PartView:
    lang, who = page.lang, _who(project, page.lang)
    texts = [_text_in(line, SOURCE_LANGUAGE) for line in (*part.every_line(), *tool.start, *tool.end)]
    return PartView(
        id=part.id,
        title=_text_in(part.title, lang),
        source=_text_in(part.source, lang),
        address=_address(project, page, part.link or ""),
        subject=_text_in(part.subject, SOURCE_LANGUAGE),
        fields=[fields.view(field) for field in fields_in(texts, tool.fields)],
        groups=[
            (title, [_line_view(line, tool, fields, who) for line in lines])
            for title, lines in _groups(part, lang)
        ],
        is_open=is_open,
        is_own=part.own,
        is_weighed=part.weighed,
        is_called=part.called,
        along=" ".join(part.along),
    )


def _groups(part: Part, lang: str) -> list[tuple[str, Sequence[Line]]]:
    """Return the lines of a part by the title of their group, which is empty for those that stand in none."""
    alone: list[tuple[str, Sequence[Line]]] = [("", part.lines)] if part.lines else []
    return [*alone, *((_text_in(group.title, lang), group.lines) for group in part.groups)]


def _line_view(line: Line, tool: Tool, fields: _Fields, who: Mapping[str, str]) -> LineView:
    lang = fields.lang
    spoken = SOURCE_LANGUAGE if tool.kind in IN_SOURCE_LANGUAGE else lang
    text = _text_in(line, spoken)
    return LineView(
        id=line.id,
        text=text,
        help=_text_in(line.help, lang),
        who=who.get(line.who or "", ""),
        is_appointment=line.appointment,
        pieces=fields.pieces(text, spoken),
        beside=[] if spoken == lang else fields.pieces(_text_in(line, lang), lang),
    )


def _text_in(words: ToolSentence | Line | None, lang: str) -> str:
    return str(words.nearest(lang)[0]) if words else ""


def _address(project: Project, page: Page, link: str) -> str:
    """Return the way to a section, to its page where a brand's lacks it, or nothing where the site has no such page."""
    name, _, anchor = link.partition("#")
    target = project.page(page.lang, name)
    if target is None:
        return ""
    way = relative(page_address(target), page_address(page))
    return f"{way}#{anchor}" if anchor in project.anchors(target) else way
