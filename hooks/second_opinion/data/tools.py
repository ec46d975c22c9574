"""What a reader takes along: lists to choose from, to fill in and to tick off, each a file of data/.

A tool is words only. What readers can do with it follows from its kind. The form stands in
overrides/partials/tool.html, and without its script that is a list to print and to write on.

- The kinds. `choose`: tick questions, and put the chosen ones in order. `compare`: an answer of two or three
  doctors to each question. `steps`: tick off, with dates. `letters`: fill in, print, copy or mail; a name
  between braces is a field (`letter_fields.py`), the same in all letters. `cards`: a sentence to show, as large
  as the screen.
- A part has `lines`, or `groups` of them, or is `own` and waits for what readers add. `source` and `link` say
  where its words come from; `takes` names the tool whose questions can be added here, `along` the parts on
  whose sheets its lines stand too.
- Where it stands: open on its `home`, a page; on others it is one line until a reader opens it. `{{ tools }}`
  lists all of them, `{{ my_questions.second-doctor }}` opens that part at once, and a link to
  `letters.md#letters-copy` too.
- A brand adds lines in `tools/NAME.yml` of its folder: `parts` by their `id`, with `instead: true` where its
  lines take the place of ours.
- On paper a tool that has been touched is its sheets, and one that has not is the form. One sheet is what fits
  (`tool-fit.mjs`); on pages in another language each line has the source language above it.
- Another tool of a kind is its file and its name in `TOOLS`. Another kind is its name here, its row in
  tool.html with the words `own_KIND`, what `readRow` and `fillRow` of tool-rows.mjs read of it, and its sheet
  in tool-sheet.mjs.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Annotated

from msgspec import Struct
from pydantic import AfterValidator, Field

from second_opinion.core.findings import Finding, Message, did_you_mean, message_of_missing_page
from second_opinion.core.languages import LANGUAGE_NAMES, LANGUAGES, SOURCE_LANGUAGE, others
from second_opinion.core.markdown_text import Text
from second_opinion.core.records import ByLanguage, Slug, Strict, YesOrNo, in_each_language, one_of
from second_opinion.core.validation import YamlDocument, validate_rest
from second_opinion.data.blanks import check_blanks
from second_opinion.data.cases import Case, in_case, is_shown_in
from second_opinion.data.letter_fields import ASKED, LetterField, check_fields, check_fields_used
from second_opinion.data.moved_anchors import parse_page_anchor

# Each is data/NAME.yml, and {{ my_questions }} on a page.
TOOLS = (
    "my-questions",
    "two-opinions",
    "my-steps",
    "letters",
    "what-to-say",
)
FOLDER = "tools"  # of a brand, where NAME.yml adds to a tool
WORDS = "data/tools.yml"
CHOOSE, COMPARE, STEPS = "choose", "compare", "steps"
LETTERS, CARDS = "letters", "cards"
IN_SOURCE_LANGUAGE = (LETTERS, CARDS)  # kinds of which a reader takes along the words of the source language
ALSO_IN_SOURCE_LANGUAGE = (CHOOSE, COMPARE)  # kinds that have these on paper too, as a doctor reads them
MOST_CHARACTERS = 160
NAME = "tools"  # in {{ }}, of the list of all of them
LINK = "take-along"  # the class of a link of that list, and of the list

Sentence = Annotated[str, Field(min_length=1, max_length=MOST_CHARACTERS)]
PlaceOnSite = Annotated[str, AfterValidator(parse_page_anchor)]


@in_each_language(Sentence, is_translated=False)
class ToolSentence(ByLanguage):
    """A sentence of a tool in the languages of a site."""


@in_each_language(Sentence, is_translated=False)
class Otherwise(ByLanguage):
    """What a line says in a case, and who then does it, where that is someone else."""

    who: Slug | None = None


@in_each_language(Sentence, is_translated=False)
class Line(ByLanguage):
    """One line of a tool: its words, those in some cases, what explains them, who does it, and if it has an hour.

    ``unless`` are the cases in which it does not stand there.
    """

    id: Slug
    help: ToolSentence | None = None
    who: Slug | None = None
    appointment: YesOrNo = False
    if_: dict[Case, Otherwise] = Field(alias="if", default={})
    unless: list[Case] = []

    def in_cases(self, cases: Sequence[str]) -> Line:
        """Return the line as it says it in the cases that hold."""
        said = in_case(self.if_, cases)
        if said is None:
            return self
        words = {lang: said.part(lang) for lang in LANGUAGES}
        return self.model_copy(update={**words, "who": said.who or self.who})

    def naming(self, names: Mapping[str, str]) -> Line:
        """Return the line with the name of the hospital that is asked, in each language, in its place."""
        words = {
            lang: text.replace(f"{{{ASKED}}}", names[lang]) for lang in names if (text := self.part(lang))
        }
        return self.model_copy(update=words)


def _lines_in(lines: Sequence[Line], cases: Sequence[str]) -> list[Line]:
    return [line.in_cases(cases) for line in lines if is_shown_in(cases, unless=line.unless)]


class Group(Strict):
    """Lines that belong together below a title of their own."""

    title: ToolSentence
    lines: Annotated[list[Line], Field(min_length=1)]


class Part(Strict):
    """A part of a tool: its title, where its words come from, and its lines, in groups or not.

    ``subject`` is what a letter is about, for a mail too. ``along`` are parts on whose sheets of paper its lines stand.
    What is ``called`` is asked on the telephone: on its sheet is a line for whom one spoke to.

    A part that is ``own`` has none: it waits for those of readers. Where it is not ``weighed``, readers of a comparison
    are not asked how much its lines matter. ``unless`` are the cases in which it does not stand there. In the file of a
    brand, ``instead`` says that its lines take the place of ours; else they stand behind them.
    """

    id: Slug
    title: ToolSentence | None = None
    subject: ToolSentence | None = None
    source: ToolSentence | None = None
    link: PlaceOnSite | None = None
    along: list[Slug] = []
    called: YesOrNo = False
    lines: list[Line] = []
    groups: list[Group] = []
    own: YesOrNo = False
    weighed: YesOrNo = True
    unless: list[Case] = []
    instead: YesOrNo = False

    def every_line(self) -> list[Line]:
        """Return all lines, those of the groups too."""
        return [*self.lines, *(line for group in self.groups for line in group.lines)]

    def in_cases(self, cases: Sequence[str]) -> Part:
        """Return the part as it says it in the cases that hold."""
        groups = [group.model_copy(update={"lines": _lines_in(group.lines, cases)}) for group in self.groups]
        return self.model_copy(update={"lines": _lines_in(self.lines, cases), "groups": groups})

    def naming(self, names: Mapping[str, str]) -> Part:
        """Return the part with the name of the hospital that is asked in its lines."""
        groups = [
            group.model_copy(update={"lines": [line.naming(names) for line in group.lines]})
            for group in self.groups
        ]
        return self.model_copy(
            update={"lines": [line.naming(names) for line in self.lines], "groups": groups}
        )


class Tool(Strict):
    """A tool: what readers do with it, its title, what to do, its parts, and the tool whose lines it can take.

    ``gives`` is what a reader gets of it. ``home`` is the page on which it stands open; on another it is one line until
    a reader opens it.

    ``fields`` are what readers fill in, in the lines; ``start`` begins each part, and ``end`` closes it.
    """

    kind: Annotated[str, one_of((CHOOSE, COMPARE, STEPS, LETTERS, CARDS))]
    title: ToolSentence
    gives: ToolSentence
    lead: ToolSentence
    home: Slug | None = None
    takes: Slug | None = None
    fields: list[LetterField] = []
    start: list[Line] = []
    end: list[Line] = []
    parts: Annotated[list[Part], Field(min_length=1)]


class BrandTool(Strict):
    """What a brand adds to a tool, or puts in the place of its words."""

    title: ToolSentence | None = None
    lead: ToolSentence | None = None
    parts: list[Part] = []


class ToolFile(Struct, frozen=True):
    """A tool with the files that describe it, ours and a brand's, for the checks that need the pages."""

    tool: Tool
    said: tuple[tuple[YamlDocument, Sequence[Part]], ...]

    def in_cases(self, cases: Sequence[str]) -> ToolFile:
        """Return the tool as it says it in the cases that hold."""
        parts = [part.in_cases(cases) for part in self.tool.parts if is_shown_in(cases, unless=part.unless)]
        return ToolFile(self.tool.model_copy(update={"parts": parts}), self.said)

    def naming(self, names: Mapping[str, str]) -> ToolFile:
        """Return the tool with the name of the hospital that is asked, which readers fill in where it has fields."""
        if self.tool.fields:
            return self
        parts = [part.naming(names) for part in self.tool.parts]
        return ToolFile(self.tool.model_copy(update={"parts": parts}), self.said)


def tool_file(name: str) -> str:
    """Return the file of a tool."""
    return f"data/{name}.yml"


def placeholders(tools: Mapping[str, ToolFile]) -> dict[str, str]:
    """Return for each name in {{ }} the mark that the template replaces: a tool, or a tool with a part open."""
    found = {}
    for name in TOOLS:
        parts = [part.id for part in tools[name].tool.parts] if name in tools else []
        for ending in ("", *(f".{part}" for part in parts)):
            found[f"{name.replace('-', '_')}{ending}"] = f'<div data-tool="{name}{ending}"></div>'
    return found


def named_in(placeholder: str) -> str:
    """Return the name of the tool in a name in {{ }}: my_questions.second-doctor => my-questions."""
    return placeholder.partition(".")[0].replace("_", "-")


def tools_markdown(tools: Mapping[str, ToolFile], places: Mapping[str, str], lang: str) -> str:
    """Return a list of the tools as Markdown: each with a link to its place, and what a reader gets of it."""
    points = []
    for name, place_of_tool in places.items():
        title, gives = (said.nearest(lang)[0] for said in (tools[name].tool.title, tools[name].tool.gives))
        points.append(f"- [{title}]({place_of_tool}){{ .{LINK} }} {gives}")
    return "\n".join(points)


def anchors_of(name: str, tool: Tool) -> set[str]:
    """Return the places on a page to which a link to a part of a tool leads."""
    return {f"{name}-{part.id}" for part in tool.parts}


def read_tool(document: YamlDocument) -> tuple[ToolFile | None, list[Finding]]:
    """Return a tool, None where it cannot be used."""
    tool, rest, findings = validate_rest(document, Tool)
    found = [*document.findings, *findings, *_check_translated(document, LANGUAGES)]
    if tool is None:
        return None, found
    is_whole, document = rest is document, rest
    found += _check_parts(document, tool.parts, has_titles=is_whole, is_whole=is_whole)
    found += _check_letters(document, tool, tool.parts, () if is_whole else _ids(tool.parts))
    found += _check_along(document, tool.parts, _ids(tool.parts)) if is_whole else []
    around = (("start", tool.start), ("end", tool.end))
    at_ends = [((name, index), line) for name, lines in around for index, line in enumerate(lines)]
    found += check_fields(document, at_ends, tool.fields)
    every_line = [*tool.start, *tool.end, *(line for part in tool.parts for line in part.every_line())]
    if is_whole:
        found += check_fields_used(document, [_in_source_language(line) for line in every_line], tool.fields)
    return ToolFile(tool, ((document, tool.parts),)), found


def read_brand_tool(
    document: YamlDocument, shared: ToolFile | None, languages: Sequence[str]
) -> tuple[ToolFile | None, list[Finding]]:
    """Return a tool with what a brand makes of it."""
    own, rest, findings = validate_rest(document, BrandTool)
    found = [*document.findings, *findings, *_check_translated(document, languages)]
    is_whole, document = rest is document, rest
    if own is None or shared is None:
        return shared, found
    found += _check_parts_of_brand(document, own.parts, shared.tool, is_whole=is_whole)
    kept = {line.id for part in _kept_parts(shared.tool, own) for line in part.every_line()}
    if twice := _check_repeated_ids(document, own.parts, kept):
        return shared, [*found, *twice]
    return ToolFile(_with_parts_of_brand(shared.tool, own), (*shared.said, (document, own.parts))), found


def _check_parts_of_brand(
    document: YamlDocument, parts: Sequence[Part], tool: Tool, *, is_whole: bool
) -> list[Finding]:
    """Find what is wrong with the parts that a brand writes of a tool; what lacks is told where all could be read."""
    known, own = _ids(tool.parts), _ids(parts)
    found = [*_check_parts(document, parts, has_titles=False, is_whole=is_whole)]
    if not is_whole:
        return [*found, *_check_letters(document, tool, parts, own)]
    untitled = {part.id for part in parts if part.id not in known and part.title is None}
    found += _check_letters(document, tool, parts, known | untitled)  # one message is enough of those
    found += _check_along(document, parts, known | own)
    for index, part in enumerate(parts):
        if part.id in untitled:
            wrong = f"the tool has no part '{part.id}', and a new part needs a title"
            line = document.line("parts", index, "id")
            found.append(Finding(document.file, line, wrong, did_you_mean(part.id, known)))
    return found


def _kept_parts(tool: Tool, own: BrandTool) -> list[Part]:
    """Return the parts of a tool in whose place a brand writes no other."""
    replaced = {part.id for part in own.parts if part.instead}
    return [part for part in tool.parts if part.id not in replaced]


def _with_parts_of_brand(tool: Tool, own: BrandTool) -> Tool:
    """Return a tool with the words of a brand, in the parts that are there and behind them."""
    of_brand = {part.id: part for part in own.parts}
    parts = [_with_words_of_brand(part, of_brand.get(part.id)) for part in tool.parts]
    known = _ids(tool.parts)
    new = [part for part in own.parts if part.id not in known and part.title]
    given = {name: said for name in ("title", "lead") if (said := getattr(own, name))}
    return tool.model_copy(update={**given, "parts": [*parts, *new]})


def _with_words_of_brand(part: Part, own: Part | None) -> Part:
    """Return a part with what a brand says of it."""
    if own is None:
        return part
    given = {name: said for name in ("title", "subject", "source", "link") if (said := getattr(own, name))}
    if own.instead:
        of_own = {name: getattr(own, name) for name in ("lines", "groups", "unless")}
        return part.model_copy(update={**given, **of_own})
    groups = [*part.groups, *own.groups]
    if part.groups and own.lines:
        last = groups[-1]
        groups[-1] = last.model_copy(update={"lines": [*last.lines, *own.lines]})
        return part.model_copy(update={**given, "groups": groups})
    return part.model_copy(update={**given, "lines": [*part.lines, *own.lines], "groups": groups})


def _check_translated(document: YamlDocument, languages: Sequence[str]) -> Iterator[Finding]:
    """Find words without a translation; without a source they are no words of a tool, and reported as such."""
    for at, value in document.parts():
        if isinstance(value, Mapping) and set(LANGUAGES) & set(value):
            for lang in others(SOURCE_LANGUAGE, languages):
                if lang not in value:
                    wrong = f"these words lack {LANGUAGE_NAMES[lang]}"
                    yield Finding(document.file, document.line(*at), wrong, f"add '{lang}: ...'")


def _ids(parts: Sequence[Part]) -> set[str]:
    return {part.id for part in parts}


def _check_parts(
    document: YamlDocument, parts: Sequence[Part], *, has_titles: bool, is_whole: bool
) -> Iterator[Finding]:
    """Find parts and lines that stand twice; where the file ``is_whole``, also parts and links without their words."""
    yield from _check_repeated_ids(document, parts, ())
    seen: set[str] = set()
    for index, part in enumerate(parts):
        line = document.line("parts", index, "id")
        if part.id in seen:
            yield Finding(document.file, line, f"the part '{part.id}' stands twice", "make one of the two")
        seen.add(part.id)
        if has_titles and part.title is None:
            yield Finding(
                document.file, line, f"the part '{part.id}' has no title", "add a line 'title: ...'"
            )
        if has_titles and not part.own and not part.every_line():
            yield Finding(document.file, line, f"the part '{part.id}' has no lines", "add one below 'lines:'")
        if is_whole and part.link and part.source is None:
            do = "add a line 'source: ...', with the words of the link"
            yield Finding(document.file, document.line("parts", index, "link"), "this link has no words", do)


def _check_letters(
    document: YamlDocument, tool: Tool, parts: Sequence[Part], known: Collection[str] = ()
) -> Iterator[Finding]:
    """Find lines with a name that is no field, and letters without a subject; those that are ``known`` have one."""
    yield from check_fields(document, list(_places(parts)), tool.fields)
    yield from _check_names_in_cases(document, parts, tool.fields)
    for index, part in enumerate(parts):
        if tool.kind == LETTERS and part.subject is None and part.id not in known:
            wrong, do = f"the letter '{part.id}' has no subject", "add a line 'subject: ...'"
            yield Finding(document.file, document.line("parts", index, "id"), wrong, do)


def _check_names_in_cases(
    document: YamlDocument, parts: Sequence[Part], fields: Sequence[LetterField]
) -> Iterator[Finding]:
    """Find names in words for a case that stand for nothing: neither for a field nor for the hospital that is asked."""
    named = " ".join(sorted({f"{ASKED}?", *(f"{field.id}?" for field in fields)}))
    for at, line in _places(parts):
        for case, said in line.if_.items():
            texts = {
                lang: (text, document.line(*at, "if", case, lang))
                for lang in LANGUAGES
                if (text := said.part(lang)) is not None
            }
            yield from check_blanks(document.file, line.id, texts, {line.id: named})


def _check_along(document: YamlDocument, parts: Sequence[Part], known: Collection[str]) -> Iterator[Finding]:
    """Find names of parts on whose sheets lines would stand, and which are not there."""
    for index, part in enumerate(parts):
        for number, other in enumerate(part.along):
            if other not in known:
                line = document.line("parts", index, "along", number)
                yield Finding(document.file, line, f"there is no part '{other}'", did_you_mean(other, known))


def _in_source_language(line: Line) -> str:
    return str(line.part(SOURCE_LANGUAGE))


def _check_repeated_ids(
    document: YamlDocument, parts: Sequence[Part], taken: Collection[str]
) -> list[Finding]:
    """Find lines that share an id, by which what readers keep is found again."""
    seen, found = set(taken), []
    for at, line in _places(parts):
        if line.id in seen:
            wrong = f"the line '{line.id}' stands twice"
            found.append(Finding(document.file, document.line(*at, "id"), wrong, "give this one another id"))
        seen.add(line.id)
    return found


def _places(parts: Sequence[Part]) -> Iterator[tuple[tuple[str | int, ...], Line]]:
    for index, part in enumerate(parts):
        for number, line in enumerate(part.lines):
            yield ("parts", index, "lines", number), line
        for group, inside in enumerate(part.groups):
            for number, line in enumerate(inside.lines):
                yield ("parts", index, "groups", group, "lines", number), line


def check_who(file: ToolFile, parties: Collection[str]) -> Iterator[Finding]:
    """Find lines of someone who is none of the parties of who does what."""
    for document, parts in file.said:
        for at, line in _places(parts):
            cases = ((("if", case), said.who) for case, said in line.if_.items())
            for below, who in (((), line.who), *cases):
                if who is not None and who not in parties:
                    wrong = f"there is no party '{who}' in data/who-does-what.yml"
                    do = did_you_mean(who, parties)
                    yield Finding(document.file, document.line(*at, *below, "who"), wrong, do)


def check_tool_links(
    file: ToolFile,
    anchors: Mapping[str, Mapping[str, Collection[str]]],
    became: Mapping[str, str],
    unknown: Mapping[str, Collection[str]],
) -> Iterator[Finding]:
    """Find links to sections that are not there; ``anchors`` holds those of each page, by language.

    Of pages that are ``unknown``, as they are to be written, something else tells.
    """
    for document, at, link in _links_of(file):
        wrong = (
            _message_of_wrong_link(link, lang, pages, became)
            for lang, pages in anchors.items()
            if link.partition("#")[0] not in unknown[lang]
        )
        if fault := next(filter(None, wrong), None):
            yield Finding(document.file, document.line(*at), *fault)


def _links_of(file: ToolFile) -> Iterator[tuple[YamlDocument, tuple[str | int, ...], str]]:
    """Yield the pages and sections that a tool names, each with its place in a file."""
    if file.tool.home:
        yield file.said[0][0], ("home",), file.tool.home
    for document, parts in file.said:
        for index, part in enumerate(parts):
            if part.link:
                yield document, ("parts", index, "link"), part.link


def _message_of_wrong_link(
    link: str, lang: str, pages: Mapping[str, Collection[str]], became: Mapping[str, str]
) -> Message | None:
    page, _, anchor = link.partition("#")
    if page not in pages:
        wrong, do = message_of_missing_page(page, pages, became)
        return f"{wrong} in {LANGUAGE_NAMES[lang]}", do
    if anchor and anchor not in pages[page]:
        return f"'#{anchor}' is no section of the page '{page}'", did_you_mean(anchor, pages[page])
    return None


def check_files_of_brand(files: Sequence[str], folder: str) -> Iterator[Finding]:
    """Find files of a brand that add to no tool; ``folder`` is where they stand."""
    known = [f"{name}.yml" for name in TOOLS]
    for file in files:
        if file not in known:
            wrong = "there is no list of this name to add to"
            yield Finding(f"{folder}/{file}", 1, wrong, did_you_mean(file, known))


def texts_of_tool(document: YamlDocument, lang: str) -> list[Text]:
    """Return what a file says in a language, each with its line, for what is checked of every text."""
    return [
        Text(document.file, str(value[lang]), document.line(*at, lang))
        for at, value in document.parts()
        if isinstance(value, Mapping) and lang in value
    ]
