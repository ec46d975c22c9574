"""Why a text is no YAML, in the words of someone who has never heard of it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from yaml import MarkedYAMLError

REMARK = re.compile(r"[{\[,:]\s+(#[^\s,}\]]+)")
QUOTES = ('"', "'")
OPENS = re.compile(r"[{\[]")
BLOCK_ITEM = re.compile(r"^[\s-]*([^\s:#]+):\s+(\S.*?)\s*$")
FLOW_ITEM = re.compile(r"([^\s{\[,:]+):\s+([^{\[,]*)$")
INDENT = (
    "this line does not fit below the one above it",
    "put as many spaces in front of it as its neighbours have; look also whether the line above has ': ' in it",
)
UNKNOWN = (
    "this cannot be read",
    "look at this line and the one above it: a missing colon, a quote that is not closed or a wrong indent",
)
BEHIND_QUOTE = (
    "words stand behind a quote that has closed",
    "put the whole text between double quotes, with no double quote inside",
)
NOT_OPENED = ("a bracket closes here that did not open", "take it out")
BLOCK_ENDS = {"'<scalar>'": BEHIND_QUOTE, "']'": NOT_OPENED, "'}'": NOT_OPENED}

Told = tuple[int, str, str]


def remark_in(line: str) -> str | None:
    """Return the value of a line that begins with # and so is taken for a remark, or None."""
    match = REMARK.search(line)
    return match.group(1) if match else None


def told_as_remark(value: str) -> tuple[str, str]:
    """Return what is wrong with a value that begins with #, and what to do."""
    return (
        f"'{value}' is taken for a remark, as everything behind a # is",
        f'put it between quotes: "{value}"',
    )


def why_unreadable(error: MarkedYAMLError, text: str) -> Told:
    """Return the line (from 0) that is to be mended, what is wrong with it and what to do."""
    lines = text.split("\n")
    is_open_quote = "quoted" in str(error.context) and "end of stream" in str(error.problem)
    mark = error.context_mark if is_open_quote else error.problem_mark or error.context_mark
    here, column = (mark.line, mark.column) if mark else (0, 0)
    start = error.context_mark.line if error.context_mark else here
    line, problem = lines[min(here, len(lines) - 1)], str(error.problem)
    if problem.startswith(("expected ',' or", "expected the node content, but found '<stream end>'")):
        return _of_brackets(lines, start, here, column)
    if problem.startswith("could not find expected ':'"):
        return start, "this line has no colon", "write it as 'key: value', or take it out"
    return here, *_of_line(problem, line, column, is_open_quote=is_open_quote)


def _of_line(problem: str, line: str, column: int, *, is_open_quote: bool) -> tuple[str, str]:
    """Return what is wrong on the very line where it was noticed, and what to do."""
    if is_open_quote:
        return "a quote opens here and is not closed", "close it behind the words"
    if "'\\t'" in problem:
        return "a tab stands here", "put spaces in its place"
    if problem.startswith("mapping values"):
        return _second_colon(BLOCK_ITEM, line) if ": " in line[:column] else INDENT
    if problem.startswith("expected <block end>"):
        return BLOCK_ENDS.get(problem.rpartition(" ")[2], INDENT)
    return told_as_mark(line)


def told_as_mark(line: str) -> tuple[str, str]:
    """Return what is wrong with a value that begins with a mark such as * or !, and what to do."""
    value = BLOCK_ITEM.match(line)
    if value is None or value.group(2)[0] in QUOTES:
        return UNKNOWN
    wrong = f"'{value.group(2)[0]}' at the start of a value means something else here"
    return wrong, f"put the value between quotes: {value.group(1)}: {_quoted(value.group(2))}"


def _of_brackets(lines: Sequence[str], start: int, here: int, column: int) -> Told:
    """Return what is wrong between a bracket that opens and the place where its end was missed."""
    for number in range(start, min(here + 1, len(lines))):
        if value := remark_in(lines[number]):
            return number, *told_as_remark(value)
    line = lines[here] if here < len(lines) else ""
    if FLOW_ITEM.search(line[:column]) and line[column : column + 1] == ":":
        item = line[: column + len(re.split(r"[,}\]]", line[column:])[0])]
        return here, *_second_colon(FLOW_ITEM, item)
    if line[:column].rstrip().endswith(QUOTES):
        return here, *BEHIND_QUOTE
    opened = max(
        (number for number in range(min(here + 1, len(lines))) if OPENS.search(lines[number])), default=here
    )
    return opened, "a bracket opens here and is not closed", "close it: { needs }, and [ needs ]"


def _second_colon(shape: re.Pattern[str], line: str) -> tuple[str, str]:
    match = shape.search(line)
    do = f"put the words between quotes: {match.group(1)}: {_quoted(match.group(2))}" if match else UNKNOWN[1]
    return "a second colon stands in these words", do


def _quoted(text: str) -> str:
    words = text.strip()
    return f"'{words}'" if '"' in words else f'"{words}"'
