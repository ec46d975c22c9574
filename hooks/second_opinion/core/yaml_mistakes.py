"""Why a text is no YAML, in the words of someone who has never heard of it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile

from yaml import MarkedYAMLError

from second_opinion.core.findings import Message

REMARK = re.compile(r"[{\[,:]\s+(#[^\s,}\]]+)")
CUT_BY_REMARK = re.compile(r"\s*(?:-\s+)?([\w-]+):\s+([^\s\"'#\[{|>&*][^#]*?)\s+(#[^\s#].*?)\s*$")
CUT_IN_BRACKETS = re.compile(r"([\w-]+):\s+([^\s\"'#\[{][^,{}\[\]#]*?)\s+(#[^\s#][^,{}\[\]]*?)\s*[,}\]]")
REMARK_BEGINS = re.compile(r"(?:^|\s)#")
QUOTES = ('"', "'")
CLOSES = ("]", "}")
OPENING = ("{", "[", *QUOTES)  # with what a value may begin that holds more than words
DASH_ALONE = re.compile(r"\s*-[^\s-]")
QUOTED = re.compile(r"\"[^\"]*\"|'[^']*'")
OPENS = re.compile(r"[{\[]")
OPEN_QUOTE = re.compile(r"(?:[:\[{,]|^\s*-)\s*[\"']")  # where no quote of the same line closes it
CLOSED_BY_NEXT = re.compile(r"[:\[{,]\s*([\"'])[^\"']+,\s+(?:[\w-]+:\s+)?\1\w")  # {nl: "Ja, en: "Yes"}
KEY = re.compile(r"([\w-]+):\s+")
KEY_BEGINS = re.compile(r"( *)([\w-]+):(?=\s|$)\s*([^\s#|>&].*)?")
NO_SPACE = re.compile(r"\s*(?:-\s+)?([\w-]+):([^\s:/].*?)\s*$")
NO_COLON = re.compile(r"([a-z_]+)[.;,=]?\s+([^:]*[^:\s])\s*$", re.IGNORECASE)
SHORTENED = re.compile(r"(?:([\w-]+):\s+|[\[,]\s*|^\s*-\s+)('[stnkm]\b(?!').*)$", re.IGNORECASE)  # 's Avonds
BEHIND_APOSTROPHE = re.compile(r"[stnkm](?:\s|-\w)", re.IGNORECASE)
NEXT_IN_FLOW = re.compile(r",\s+[\w-]+:(?:\s|$)")
CURLED = re.compile(
    "[“”„]([^“”„]+)[“”]|[‘’‚]([^‘‚]+)[‘’]"
)  # words between quotes as a word processor types them
BLANK = re.compile(r"\{\w+\}")  # what is filled in in words
BLOCK_ITEM = re.compile(r"^[\s-]*([^\s:#]+):\s+(\S.*?)\s*$")
FLOW_ITEM = re.compile(r"([^\s{\[,:]+):\s+([^{\[,]*)$")
INDENT = (
    "this line does not fit below the one above it",
    "put as many spaces in front of it as its neighbours have; look also whether the line above has ': ' in it",
)
SPACE_TOO_MANY = ("one space too many stands before this key", "take it away")
GROUP_IN_REMARK = re.compile(r"# ?([a-z_]+):\s*$")
TITLE = "====="  # of the questions in a brand.yml
EXPLANATION = re.compile(
    rf"\s*(?:{TITLE}|“|(?:\[[\w, -]+\]|true|false): “|Not together with |[A-Z].*\)$"
    r"|(?:[\w\[\], -]+ )?[Bb]eside [a-z_]+\.[\w.: \[\],-]+: “)"
)
UNKNOWN = (
    "this cannot be read",
    "look at this line and the one above it: a missing colon, a quote that is not closed or a wrong indent",
)
SECOND_COLON = "a second colon stands in these words"
LEFT_OPEN = ("a quote opens here and is not closed", "close it behind the words")
BEHIND_QUOTE = (
    "words stand behind a quote that has closed",
    "put the whole text between double quotes, with no double quote inside",
)

Mistake = tuple[int, str, str]


def remark_in(line: str) -> str | None:
    """Return the value of a line that begins with # and so is taken for a remark, or None."""
    match = REMARK.search(line)
    return match.group(1) if match else None


def message_of_rest_as_remark(line: str) -> Message | None:
    """Return what is wrong with words of which the rest begins with # and is taken for a remark, and what to do."""
    match = CUT_BY_REMARK.match(line) if "#" in line else None
    if match is None:
        return None
    wrong, _ = message_of_remark(match[3])
    return wrong, f"put the whole text between quotes: {match[1]}: {quoted_words(f'{match[2]} {match[3]}')}"


def message_of_remark(value: str) -> Message:
    """Return what is wrong with a value that begins with #, and what to do."""
    return (
        f"'{value}' is taken for a remark, as everything behind a # is",
        f"put it between quotes: {quoted_words(value)}",
    )


def is_explained(text: str) -> bool:
    """Tell whether a text has lines that explain those below them, as a brand.yml has."""
    return "\n##" in text


def message_of_lost_mark(line: str) -> Message:
    """Return what is wrong with a line that explains the file, and no longer begins with the mark of those."""
    mark = "#" if line.lstrip().startswith(TITLE) else "##"
    return (
        f"this line explains the file, and the '{mark}' in front of it is gone",
        f"write '{mark} ' there again",
    )


def mistake_of_unreadable(error: MarkedYAMLError, text: str) -> Mistake:
    """Return the line (from 0) that is to be mended, what is wrong with it and what to do.

    'title: A: B' => 0, "a second colon stands in these words", 'put the words between quotes: title: "A: B"'; of
    which PyYAML itself says no more than that mapping values are not allowed here.
    """
    lines = text.split("\n")
    context, problem = str(error.context), str(error.problem)
    is_open_quote = "quoted" in context and "end of stream" in problem
    mark = error.context_mark if is_open_quote else error.problem_mark or error.context_mark
    here, column = (mark.line, mark.column) if mark else (0, 0)
    start = error.context_mark.line if error.context_mark else here
    line = lines[here] if here < len(lines) else ""
    if is_open_quote:
        return here, *message_of_open_quote(line)
    # What a line shows by itself goes before what PyYAML makes of it, which is often one mistake further.
    if of_line := _message_of_start_of_line(line) or _message_of_blank_without_quotes(line, column):
        return here, *of_line
    if line[:column].rstrip().endswith(QUOTES):  # it closes one that opened, perhaps, on another line
        return _mistake_behind_quote(lines, start, here)
    if "flow" in context:
        return _mistake_of_bracket(lines, here, column)
    if problem.startswith("could not find expected ':'"):
        return start, *_message_of_no_colon(lines[start] if start < len(lines) else "")
    return _mistake_of_misfit(lines, here, column, context, problem)


def message_of_open_quote(line: str) -> Message:
    """Return what is wrong with a quote that opens on a line, and what to do: it may be the apostrophe of 's avonds."""
    wrong, do = LEFT_OPEN
    return wrong, _quoted_from_apostrophe(line) or do


def message_of_lost_apostrophe(words: str) -> Message | None:
    """Return what is wrong with words of which the apostrophe was taken for their first quote, and what to do.

    None where they are no such words.
    """
    if not BEHIND_APOSTROPHE.match(words):
        return None
    wrong = f'readers get "{words}": the apostrophe before it is taken for the quote that opens here'
    return wrong, _between_double_quotes(f"'{words}")


def _quoted_from_apostrophe(line: str) -> str | None:
    """Return how to write words on a line that begin with an apostrophe; None where there are none."""
    shortened = SHORTENED.search(line)
    if not shortened:
        return None
    key, words = shortened.groups()
    return _between_double_quotes(_words_of(words if key else words.partition(",")[0]), key)


def _between_double_quotes(words: str, key: str | None = None) -> str:
    """Return what to do with words of a key that hold an apostrophe."""
    return f"put the words between double quotes: {f'{key}: ' if key else ''}{quoted_words(words)}"


def _words_of(rest: str) -> str:
    """Return the words of a value, of the rest of its line: without the next key, and without what closes around it."""
    words = NEXT_IN_FLOW.split(rest)[0].rstrip().rstrip(",")
    for opening, closing in ("{}", "[]"):
        while words.endswith(closing) and words.count(closing) > words.count(opening):
            words = words[:-1].rstrip()
    return words


def _mistake_behind_quote(lines: Sequence[str], start: int, here: int) -> Mistake:
    """Return the line of a quote behind which words stand, what is wrong with it, and what to do."""
    opened = _line_of_open_quote(lines, start, here)
    if opened is not None:
        return opened, *message_of_open_quote(lines[opened])
    wrong, do = BEHIND_QUOTE
    return here, wrong, _quoted_from_apostrophe(lines[here]) or do


def _message_of_start_of_line(line: str) -> Message | None:
    """Return what is wrong before the first words of a line, and what to do; None where nothing is."""
    if DASH_ALONE.match(line):
        return "no space stands behind the '-' that begins this line", "put one there"
    if "\t" in line[: len(line) - len(line.lstrip())]:
        return "a tab stands here", "put spaces in its place"
    return None


def _message_of_blank_without_quotes(line: str, column: int) -> Message | None:
    """Return what is wrong with words that hold a blank, like {date}, and what to do; None where they are no such."""
    key = max(KEY.finditer(line[: column + 1]), key=re.Match.end, default=None)
    if key is None:
        return None
    words = _words_of(line[key.end() :])
    blank = BLANK.search(words)
    if not blank or words.startswith(QUOTES) or words == blank[0]:
        return None
    wrong = f"'{blank[0]}' stands in words without quotes, and a brace means something else there"
    return wrong, _between_quotes(key[1], words)


def _message_of_no_colon(line: str) -> Message:
    """Return what is wrong with a line in which no key ends, and what to do."""
    if spaceless := NO_SPACE.match(line):
        wrong = f"no space stands behind the colon of '{spaceless[0].strip()}'"
        return wrong, f"write {spaceless[1]}: {spaceless[2]}"
    return "this line has no colon", "write it as 'key: value', or take it out"


def _mistake_of_misfit(lines: Sequence[str], here: int, column: int, context: str, problem: str) -> Mistake:
    """Return the mistake by which a line does not fit below the others.

    That is a group above it that is a remark still, or is on the line above it, or on the line itself.
    """
    line = lines[here] if here < len(lines) else ""
    on_line = _message_of_mistake_on_line(context, problem, line, column)
    is_indent = on_line == INDENT
    if is_indent and (of_group := _message_of_group_in_remark(lines, here)):
        return here, *of_group
    above = next((number for number in range(here - 1, -1, -1) if _says_something(lines[number])), None)
    if above is not None:
        of_above = _message_of_line_above(lines[above], problem, line, column, is_indent=is_indent)
        if of_above:
            return above, *of_above
    return here, *on_line


def _says_something(line: str) -> bool:
    return not line.lstrip().startswith("#") and bool(line.strip())


def _message_of_line_above(
    above: str, problem: str, line: str, column: int, *, is_indent: bool
) -> Message | None:
    """Return what is wrong on the line above the one where it was noticed, and what to do; None where nothing is."""
    is_second_colon = ": " in line[:column]
    if problem.startswith("mapping values") and not is_second_colon and (key := NO_COLON.match(above)):
        return f"no colon stands behind '{key[1]}'", f"write {key[1]}: {key[2]}"
    if (spaceless := NO_SPACE.match(above)) and (is_indent or spaceless[2][0] in OPENING):
        return _message_of_no_colon(above)
    left, right = KEY_BEGINS.match(above), KEY_BEGINS.match(line)
    if is_indent and left and right and left[3] and len(left[1]) < len(right[1]):
        wrong = f"'{right[2]}', below this, stands further to the right than '{left[2]}', which has a value already"
        return wrong, "put as many spaces in front of the one as in front of the other"
    return None


def _message_of_group_in_remark(lines: Sequence[str], here: int) -> Message | None:
    """Return what is wrong with a key below a group that is a remark still, and what to do; None where it is not."""
    above = takewhile(lambda line: not line.strip() or line.startswith("#"), reversed(lines[:here]))
    group = next((match for match in map(GROUP_IN_REMARK.match, above) if match), None)
    indent = len(lines[here]) - len(lines[here].lstrip(" "))
    if group is None or not indent:
        return None
    space = ", and one of the spaces in front of this line" if indent % 2 else ""
    wrong = f"this belongs below '{group[1]}:', which is a remark still"
    return wrong, f"take the '# ' in front of '{group[1]}:' away too{space}"


def _message_of_mistake_on_line(context: str, problem: str, line: str, column: int) -> Message:
    """Return what is wrong on the very line where it was noticed, and what to do."""
    value = BLOCK_ITEM.match(line)
    if (spaceless := NO_SPACE.match(line)) and spaceless[2][0] in OPENING:
        return (
            f"no space stands behind the colon of '{spaceless[1]}'",
            f"write {spaceless[1]}: {spaceless[2]}",
        )
    if problem.startswith("mapping values"):
        if ": " not in line[:column]:
            return INDENT
        return SECOND_COLON, _between_quotes(value[1], value[2]) if value else UNKNOWN[1]
    if "block mapping" in context or "block collection" in context:
        if line[column : column + 1] in CLOSES:
            return "a bracket closes here that did not open", "take it out"
        return INDENT
    if value and OPENS.match(value.group(2)):
        return INDENT
    if value and value.group(2)[0] not in QUOTES:
        wrong = f"'{value.group(2)[0]}' at the start of a value means something else here"
        return wrong, f"put the value between quotes: {value.group(1)}: {quoted_words(value.group(2))}"
    return UNKNOWN


def _mistake_of_bracket(lines: Sequence[str], here: int, column: int) -> Mistake:
    """Return what is wrong between a bracket that opens and the place where its end was missed.

    a: {b: c, above other lines => the line of that bracket, "a bracket opens here and is not closed", how to close it
    """
    before = range(min(here + 1, len(lines)))
    read = [_without_remark(lines[number]) for number in before]
    opening = [number for number in before if OPENS.search(read[number])]
    opened = max(
        (number for number in opening if _is_left_open(read[number])), default=max(opening, default=0)
    )
    for number in range(opened, len(before)):
        if value := remark_in(lines[number]):
            return number, *message_of_remark(value)
        if cut := CUT_IN_BRACKETS.search(lines[number]):
            wrong, _ = message_of_remark(cut[3])
            return (
                number,
                wrong,
                f"put the whole text between quotes: {cut[1]}: {quoted_words(f'{cut[2]} {cut[3]}')}",
            )
    line = lines[here] if here < len(lines) else ""
    item = FLOW_ITEM.search(line[:column])
    if item and line[column : column + 1] == ":":
        words = _words_of(_without_remark(line)[item.start(2) :])
        return here, SECOND_COLON, _between_quotes(item[1], words)
    if (open_quote := _line_of_open_quote(lines, opened, here)) is not None:
        return open_quote, *message_of_open_quote(lines[open_quote])
    return opened, "a bracket opens here and is not closed", "close it: { needs }, and [ needs ]"


def _line_of_open_quote(lines: Sequence[str], first: int, last: int) -> int | None:
    """Return the first of some lines on which a quote opens and none closes it; None where there is no such line."""
    of_text = range(first, min(last + 1, len(lines)))
    return next((number for number in of_text if _has_open_quote(lines[number])), None)


def _has_open_quote(line: str) -> bool:
    """Tell whether a quote opens on a line and does not close there, or closes where the next one opens."""
    return bool(OPEN_QUOTE.search(QUOTED.sub("", line)) or CLOSED_BY_NEXT.search(line))


def _without_remark(line: str) -> str:
    """Return a line as far as a remark begins in it, outside of quotes."""
    begin = REMARK_BEGINS.search(QUOTED.sub(lambda quoted: "-" * len(quoted[0]), line))
    return line[: begin.start()] if begin else line


def _is_left_open(line: str) -> bool:
    """Tell whether more brackets open on a line than close."""
    plain = QUOTED.sub("", line)
    return len(OPENS.findall(plain)) > sum(plain.count(bracket) for bracket in CLOSES)


def _between_quotes(key: str, words: str) -> str:
    return f"put the words between quotes: {key}: {quoted_words(words)}"


def within_curled_quotes(text: str) -> str | None:
    """Return what stands between quotes that a word processor curled; nothing where there are none."""
    match = CURLED.fullmatch(text.strip())
    return (match[1] or match[2]) if match else None


def quoted_words(text: str) -> str:
    """Return words between quotes that hold them, without a lone quote that ends or begins them, or curled ones."""
    words = within_curled_quotes(text) or text.strip()
    if words.count('"') % 2:
        words = words.removesuffix('"') if words.endswith('"') else words.removeprefix('"')
    held = words.replace("'", "''")
    return f"'{held}'" if '"' in words else f'"{words}"'
