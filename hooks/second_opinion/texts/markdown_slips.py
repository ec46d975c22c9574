"""Markdown that is nearly right: readers get it as it was typed, or lose a part of it, and nothing else says so."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator

from second_opinion.core.findings import Finding, Message, did_you_mean, line_at
from second_opinion.core.markdown_text import ATTRIBUTE_LIST, INCLUDE, SNIPPET, Text, headings, text_links
from second_opinion.texts.blocks import (
    CODE,
    LIST_ITEM,
    NAMES,
    Block,
    blank_match,
    blocks,
    passages,
    readable,
    without_comments,
    without_links,
)
from second_opinion.texts.not_yet import MARKS, mark_meant

CLASSES = ("decorative", "next", "with-form")

TYPED_BULLET = re.compile(r"^[ \t]*(?:[•●▪■◦‣·○–—➢✓✔](?=\s*\S)|-(?=[^\W\d_])|\d{1,2}\)(?=\s))\s*(\S+)")
STAR_BULLET = re.compile(r"^[ \t]*\*(?=[^\W_])[^*]*$")
CODE_LINE = re.compile(r"^(?: {4}|\t| {1,3}\t)[ \t]*(\S.{0,30})")

SPACED_HEADING = re.compile(r" {1,3}(#{2,6}[ \t]*[^\s#][^{]*?)\s*(?:\{|$)")
ANCHOR = re.compile(r"\{#[^}]*\}")
HALF_INDENTED = re.compile(r"( {1,3})((?:[-*+]|\d{1,2}\.)[ \t]+\S+)")
TICK = re.compile(r"^\s*(?:[-*+]|\d{1,2}\.)\s+(\[[ xX]?\])\s")
BOLD_ALONE = re.compile(r"\*\*([^*]+?)[:.]?\*\*:?")
TABBED = re.compile(r"\S[ ]*\t+[ ]*\S")

STEP_RUNS_ON = re.compile(
    r"^[ \t]*\d{1,2}\.\s+(?P<words>\*\*(?:[^*]|\*[^*]+\*)+)(?P<stars>\*\*)(?P<mark>[.,;:?!)]+)"
)

LONE_STAR = re.compile(r"(?<!\S)[*_](?!\S)")
ESCAPED = re.compile(r"\\[\\*_\[\]()]")
HALF_ESCAPED = re.compile(r"\\\[[^\[\]]*\]")  # of such a link the finished site tells
ITEM_MARK = re.compile(r"^\s*[*+-](?=\s)")
LONE_STARS = re.compile(r"(?<!\S)(?P<mark>\*{2,3})(?!\S)(?:[ \t]+\S+){0,3}")
BOLD = re.compile(r"\*\*(.+?)\*\*|(?<!\w)__(?!_)(.+?)(?<!_)__(?!\w)", re.DOTALL)
SLANTED = re.compile(r"\*([^*]+)\*|(?<!\w)_(?!_)([^_]+)_(?!\w)")
LEFT_STARS = re.compile(r"[^\s*]*(?P<mark>\*+|(?<!\w)__?(?=[^\W_]))\S*(?:[ \t]+\S+){0,2}")

PAGE_OR_ADDRESS = r"[^()\[\]\s]*(?:\.md\b|(?<=[(\[])#|https?:|www\.|mailto:|tel:)[^()\[\]\s]*"
SPACE_BETWEEN = re.compile(rf"\[([^\[\]]+)\]\s+(\({PAGE_OR_ADDRESS}\))")
SWAPPED = re.compile(rf"\(([^()]+)\)\[({PAGE_OR_ADDRESS})\]")
NO_END = re.compile(r"!?\[[^\[\]]*\]\([^\s()]*")
BRACKET = re.compile(r"[\[\]()]")
BRACKETS = (("[", "]"), ("(", ")"))
BEHIND_NUMBER = re.compile(r"(?<!\S)\w{1,2}\)")  # a) or 1)
SPACE_BEFORE_ATTRIBUTES = re.compile(r"\)[ \t]+(\{:?[ \t]*[.#][\w-][^{}\n]*\})")
CLASS = re.compile(r"(?<=[\s{:])\.([\w-]+)")

SHORT_NUMBER = re.compile(r"tel:(\d{3})")
HELP = ("112", "113")  # in danger; who thinks of suicide
PHONE = re.compile(r"[\d\s()+./-]+")
COUNTRY = re.compile(r"^(?:\+31|0031)?0?")

DASHES = re.compile(r"\s*\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?\s*")
CELL_END = re.compile(r"(?<!\\)\|")

OTHER_BOX = re.compile(r"^\s*(!!!|\?\?\?\+?|:::|//)\s*[a-z]", re.MULTILINE)
OTHER_MARK = re.compile(r"```|~~|==(?=[^\s=])|\[\^[^\]\s]+\]:?")
OPEN_NAME = re.compile(r"\{\{[^{}\n]*\}?(?!\})")


def check_lists(text: Text) -> Iterator[Finding]:
    """Find lists that begin right below other words, and items that begin as in another program."""
    for block in blocks(without_comments(text)):
        is_list = bool(LIST_ITEM.match(block.lines[0]))
        if len(stars := [number for number, line in block.numbered() if STAR_BULLET.match(line)]) > 1:
            wrong, do = (
                "the line begins with '*' and no space behind it, which makes no list",
                "write '- ' there",
            )
            yield Finding(text.file, stars[0], wrong, do)
            continue
        for number, line in block.numbered():
            if "8<" not in line and (match := TYPED_BULLET.match(line)):
                mark = line.split(match[1], 1)[0].strip() or line.strip()[0]
                good = f"{mark[:-1]}." if mark.endswith(")") else "-"
                wrong = f"the line begins with '{mark}', which makes no list"
                do = f"write '{good} {match[1]} ...', and put an empty line above the first of the list"
                yield Finding(text.file, number, wrong, do)
                break
            if not is_list and LIST_ITEM.match(line):
                wrong = "a list begins here without an empty line above it, and readers get it in the running text"
                yield Finding(text.file, number, wrong, "put an empty line above this line")
                break


def check_indents(text: Text) -> Iterator[Finding]:
    """Find headings that begin with a space, and lists within a list that have too few of them."""
    for block in blocks(without_comments(text)):
        first = block.lines[0]
        is_list = bool(LIST_ITEM.match(first)) and not first[0].isspace()
        for number, line in block.numbered():
            if match := SPACED_HEADING.match(line):
                wrong = f"a space stands before '{match[1]}', which makes no heading"
                yield Finding(text.file, number, wrong, "take it out", about=tuple(ANCHOR.findall(line)))
            elif is_list and (match := HALF_INDENTED.match(line)):
                spaces = "1 space" if match[1] == " " else f"{len(match[1])} spaces"
                wrong = f"with {spaces} before it, '{match[2]}' begins no list within a list"
                yield Finding(text.file, number, wrong, "put four spaces there, or none", is_fault=False)


def check_ticks(text: Text) -> Iterator[Finding]:
    """Find boxes to tick, which this site makes of lists of its own only."""
    for number, line in without_comments(text).lines():
        if match := TICK.match(line):
            wrong = f"'{match[1]}' makes no box to tick, and readers see it"
            yield Finding(text.file, number, wrong, "take it out")


def check_bold_alone(text: Text) -> Iterator[Finding]:
    """Find bold words that stand alone, like a heading."""
    for block in blocks(without_comments(text)):
        if len(block.lines) == 1 and (match := BOLD_ALONE.fullmatch(block.lines[0])):
            wrong = (
                f"the bold words '{match[1]}' stand alone, like a heading, and who listens does not find them"
            )
            do = f"write '### {match[1]} {{#...}}', or put words behind them"
            yield Finding(text.file, block.first_line, wrong, do, is_fault=False)


def check_steps(text: Text) -> Iterator[Finding]:
    """Find steps of which the bold beginning, which gets a line of its own, leaves its comma to the next line."""
    for number, line in without_comments(text).lines():
        if match := STEP_RUNS_ON.match(line):
            mark, before = match["mark"], "as the bold words before it get a line of their own"
            wrong = f"a line of this step begins with '{mark}', {before}"
            do = f"write '{match['words']}{mark}{match['stars']}'"
            yield Finding(text.file, number, wrong, do)


def check_pasted_tables(text: Text) -> Iterator[Finding]:
    """Find tables of another program, whose cells stand behind tabs, and become running text."""
    for block in blocks(without_comments(text)):
        rows = [(number, line) for number, line in block.numbered() if TABBED.search(line)]
        if len(rows) > 1:
            number, line = rows[0]
            cells = [cell.strip() for cell in re.split(r"\t+", line.strip())]
            wrong = f"a tab stands behind '{cells[0]}', which makes no table"
            do = f"write '| {' | '.join(cells)} |', below it '|{' --- |' * len(cells)}', and the other rows so too"
            yield Finding(text.file, number, wrong, do)


def check_code(text: Text) -> Iterator[Finding]:
    """Find lines that become code, in a box of its own, as they begin with four spaces or a tab."""
    in_list = False
    for block in blocks(without_comments(text)):
        match = CODE_LINE.match(block.lines[0])
        if match and not in_list:
            what = "a tab stands" if "\t" in match[0][: match.start(1)] else "four spaces or more stand"
            wrong = f"{what} before '{match[1].strip()}', which makes it computer code, in a grey box"
            yield Finding(text.file, block.first_line, wrong, "take the spaces at the start of the line out")
        elif not match:
            in_list = any(LIST_ITEM.match(line) for line in block.lines)


def check_emphasis(text: Text) -> Iterator[Finding]:
    """Find stars and lines of bold and slanted words that have no partner, one in each passage."""
    for passage in passages(readable(text)):
        written = "\n".join(passage.lines)
        if "*" not in written and "_" not in written:
            continue
        words = ITEM_MARK.sub(blank_match, ESCAPED.sub(blank_match, written))
        paired = SLANTED.sub(_words_inside, BOLD.sub(_words_inside, LONE_STAR.sub(" ", words)))
        is_left = "*" in paired or "_" in paired
        if match := LONE_STARS.search(words) or (LEFT_STARS.search(paired) if is_left else None):
            line = line_at(match.string, match.start(), passage.first_line)
            mark = match["mark"]
            wrong = f"the '{mark}' of '{match[0].strip()}' has no partner, and readers see it"
            do = f"write '{mark}' right before the first and right behind the last word, or take it out"
            yield Finding(text.file, line, wrong, do)


def _words_inside(match: re.Match[str]) -> str:
    return next(words for words in match.groups() if words is not None)


def check_brackets(text: Text) -> Iterator[Finding]:
    """Find links of which the brackets are not right, and brackets that open or close alone."""
    typed = without_links(text)
    for passage in passages(typed):
        written = "\n".join(passage.lines)
        if not BRACKET.search(written):
            continue
        words = ESCAPED.sub(blank_match, HALF_ESCAPED.sub(blank_match, written))
        for shape, tell in BROKEN_LINKS if "[" in words else ():
            for match in shape.finditer(words):
                line = line_at(words, match.start(), passage.first_line)
                yield Finding(text.file, line, *tell(match))
            words = shape.sub(blank_match, words)
        yield from _check_partners(text.file, passage.first_line, BEHIND_NUMBER.sub(blank_match, words))


def _message_of_space(match: re.Match[str]) -> Message:
    return f"a space stands between '[{match[1]}]' and '{match[2]}', so that it is no link", "take it out"


def _message_of_swapped(match: re.Match[str]) -> Message:
    return f"the brackets of '{match[0]}' have changed places", f"write [{match[1]}]({match[2]})"


def _message_of_no_end(match: re.Match[str]) -> Message:
    return f"the link '{match[0]}' has no ')' at its end", "write it right behind where the link leads"


BROKEN_LINKS = (
    (SPACE_BETWEEN, _message_of_space),
    (SWAPPED, _message_of_swapped),
    (NO_END, _message_of_no_end),
)


def _check_partners(file: str, first_line: int, words: str) -> Iterator[Finding]:
    """Yield the first bracket of each kind that has no partner; a round one disturbs nobody much."""
    for opens, closes in BRACKETS:
        if places := _brackets_alone(words, opens, closes):
            place = places[0]
            near = " ".join(words[max(place - 20, 0) if words[place] == closes else place :].split()[:4])
            wrong = f"the bracket '{words[place]}' at '{near}' has no partner"
            line = line_at(words, place, first_line)
            do = "write the other one too, or take it out"
            yield Finding(file, line, wrong, do, is_fault=opens == "[")


def _brackets_alone(words: str, opens: str, closes: str) -> list[int]:
    """Return where brackets of a kind stand without a partner, those that close first: "a) (b" => [1, 3]."""
    still_open: list[int] = []
    alone: list[int] = []
    for match in re.finditer(f"[{re.escape(opens + closes)}]", words):
        if match[0] == opens:
            still_open.append(match.start())
        elif still_open:
            still_open.pop()
        else:
            alone.append(match.start())
    return [*alone, *still_open]


def check_phone_links(text: Text) -> Iterator[Finding]:
    """Find links that dial another number than the one that readers see."""
    for link in text_links(text):
        if (short := SHORT_NUMBER.fullmatch(link.target)) and short[1] not in HELP:
            wrong = f"the link '{link.words}' dials '{short[1]}', and nobody answers there"
            yield Finding(
                text.file, link.line, wrong, f"did you mean {' or '.join(HELP)}?", about=(link.target,)
            )
        is_call = link.target.startswith("tel:") and PHONE.fullmatch(link.words)
        if is_call and _figures(link.words) != _figures(link.target):
            wrong = f"the link '{link.words}' dials '{link.target}', which is another number"
            yield Finding(text.file, link.line, wrong, "make both the same", about=(link.target,))


def _figures(number: str) -> str:
    """Return the figures of a number without those that say the country, or stand in their place."""
    return COUNTRY.sub("", re.sub(r"[^\d+]", "", number))


def check_attributes(text: Text) -> Iterator[Finding]:
    """Find lists of attributes that stand apart from their link, and kinds of links that do not exist."""
    # `not_yet` checks the marks of headings
    of_headings = {(heading.line, name) for heading in headings(text) for name in heading.classes}
    body = Text(
        text.file, NAMES.sub(blank_match, CODE.sub(blank_match, without_comments(text).body)), text.first_line
    )
    for match in SPACE_BEFORE_ATTRIBUTES.finditer(body.body):
        wrong = f"a space stands before '{match[1]}', and readers see it"
        line = body.line_at(match.start(1))
        yield Finding(text.file, line, wrong, "take the space out", about=(match[1],))
    for attributes in ATTRIBUTE_LIST.finditer(body.body):
        line = body.line_at(attributes.start())
        for name in CLASS.findall(attributes[0]):
            mark = mark_meant(name)
            if name in CLASSES or (mark and (line, name) in of_headings):
                continue
            wrong, do = f"'.{name}' in '{attributes[0]}' means nothing", did_you_mean(name, CLASSES)
            if mark and name in MARKS:
                wrong, do = f"{wrong} here", "write it behind the anchor of a heading, or take it out"
            elif mark:
                do = f"did you mean '.{mark}'?"
            yield Finding(text.file, line, wrong, do)


def check_tables(text: Text) -> Iterator[Finding]:
    """Find tables that do not become one, and rows with more or fewer cells than the head."""
    for block in blocks(without_comments(text)):
        barred = [number for number, line in block.numbered() if line.lstrip().startswith("|")]
        is_table = len(block.lines) > 1 and "|" in block.lines[1] and DASHES.fullmatch(block.lines[1])
        if is_table:
            yield from _check_rows(text.file, block)
        elif barred and barred[0] > block.first_line:
            wrong = "a table begins here without an empty line above it, and readers see its bars"
            yield Finding(text.file, barred[0], wrong, "put an empty line above this line")
        elif barred:
            dashes = f"|{' --- |' * _cells(block.lines[0])}"
            wrong = "this table has no line of dashes below its first line, and readers see its bars"
            yield Finding(text.file, block.first_line, wrong, f"write '{dashes}' below this line")


def _check_rows(file: str, block: Block) -> Iterator[Finding]:
    wanted = _cells(block.lines[0])
    for number, line in block.numbered():
        if "|" not in line:
            wrong = "this line stands right below a table, and becomes a part of it"
            yield Finding(file, number, wrong, "put an empty line above it")
        elif (count := _cells(line)) != wanted:
            cells = "1 cell" if count == 1 else f"{count} cells"
            wrong = f"this row has {cells}, and the head of the table (line {block.first_line}) has {wanted}"
            yield Finding(file, number, wrong, "give it as many; an empty cell is '| |'")


def _cells(row: str) -> int:
    inside = CODE.sub(blank_match, row).strip().removeprefix("|").removesuffix("|")
    return len(CELL_END.split(inside))


def check_other_marks(text: Text) -> Iterator[Finding]:
    """Find marks that mean something in another program, and shared passages and names that are not well written."""
    plain = NAMES.sub(blank_match, without_comments(text).body)
    typed = Text(text.file, plain, text.first_line)
    for match in OTHER_BOX.finditer(plain):
        wrong = f"the line begins with '{match[1]}', which makes no box"
        do = "write '/// important', and '///' on a line of its own below the text"
        yield Finding(text.file, typed.line_at(match.start(1)), wrong, do)
    read = readable(text)
    for match in OTHER_MARK.finditer(read.body):
        wrong = f"'{match[0]}' means nothing here, and readers see it"
        yield Finding(text.file, read.line_at(match.start()), wrong, "take it out")
    for match in OPEN_NAME.finditer(plain):
        name = match[0].strip(" {}")
        wrong, do = (
            f"'{match[0].strip()}' does not end",
            f"write {{{{ {name.split()[0] if name else 'name'} }}}}",
        )
        also = ((text.file, 1),)  # where the check of the finished page would tell it, which knows no line
        yield Finding(text.file, typed.line_at(match.start()), wrong, do, about=(name,), also=also)
    for number, line in typed.lines():
        if "8<" in line and not INCLUDE.match(line):
            wrong = f"'{line.strip()}' puts no shared passage here"
            meant = SNIPPET.search(line)
            name = meant[0] if meant else "safety.md"
            do = f'write it on a line of its own, with straight quotes, like --8<-- "{name}"'
            yield Finding(text.file, number, wrong, do, about=(line.strip(), line[line.find("-") :].strip()))


CHECKS: tuple[Callable[[Text], Iterable[Finding]], ...] = (
    check_lists,
    check_indents,
    check_ticks,
    check_bold_alone,
    check_steps,
    check_pasted_tables,
    check_code,
    check_emphasis,
    check_brackets,
    check_phone_links,
    check_attributes,
    check_tables,
    check_other_marks,
)
