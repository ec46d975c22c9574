"""YAML, read event by event into values and the line of each of them; what an editor got wrong is a finding.

Values are read by the rules of YAML 1.2, in which `no` and `on` are words and not booleans. The parser is libyaml's,
ten times as fast as one in Python. Only its events are used: where it puts them together itself, a text with thousands
of brackets ends the program, and one that names itself again and again is spelled out without end.
"""

from __future__ import annotations

import datetime
import re
from collections import deque
from collections.abc import Callable, Collection, Iterator, Mapping
from typing import Any

import yaml

from second_opinion.core.cache import cached
from second_opinion.core.findings import Finding, Message, line_at
from second_opinion.core.yaml_mistakes import (
    EXPLANATION,
    ODD_SPACES,
    QUOTES,
    SPACE_TOO_FEW,
    SPACE_TOO_MANY,
    is_explained,
    keys_without_space,
    message_of_lost_apostrophe,
    message_of_lost_mark,
    message_of_no_space,
    message_of_open_quote,
    message_of_remark,
    message_of_rest_as_remark,
    mistake_of_unreadable,
    remark_in,
)

KeyPath = tuple[str | int, ...]

PARSER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # where libyaml is missing: the slow one
UNSEEN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufeff\ufffe\uffff]")
SWALLOWED = re.compile(r"\s*(?:#|(?:- )?[a-z_]+:(?:\s|$))")  # a line that is no part of words between quotes
BEHIND_ODD_SPACES = re.compile(r"(?:  )* (?:- )?[a-z_-]+:(?:\s|$)")  # a key, where two spaces are one step
DEEPEST = 40
MOST = 100_000  # values, those counted again that are named with `*`
MERGE = "<<"
KINDS_OF_VALUES: tuple[tuple[re.Pattern[str], Callable[[str], object]], ...] = (
    (re.compile(r"[-+]?[0-9]+"), int),
    (re.compile(r"0o[0-7]+"), lambda text: int(text[2:], 8)),
    (re.compile(r"0x[0-9a-fA-F]+"), lambda text: int(text, 16)),
    (re.compile(r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?"), float),
    (re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}"), datetime.date.fromisoformat),
)
BEGINS_NUMBER = frozenset("+-.0123456789")  # and so each of those kinds
AS_WRITTEN = re.compile(r"[0+][0-9]+")  # a telephone number, of which a number would lose its beginning
NOTHING = ("", "~", "null", "Null", "NULL")
YES, NO = ("true", "True", "TRUE"), ("false", "False", "FALSE")


class _UnreadableError(Exception):
    """A text that cannot be read any further."""

    def __init__(self, finding: Finding) -> None:
        """Keep the finding that says why."""
        super().__init__(str(finding))
        self.finding = finding


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


class Reading:
    """The value of a text, the line of each of its parts, and what is wrong; no value where it cannot be read.

    ``asked_for`` are the lines for which messages may ask, by their numbers: those that say nothing, and those of a key
    behind one space or of several words.
    """

    def __init__(self, text: str, file: str, first_line: int) -> None:
        """Read the text, which begins on a line of the file."""
        self.file, self.first_line, self.text = file, first_line, text
        self.written = dict(enumerate(text.split("\n"), first_line))
        self.asked_for: dict[int, str] = {}
        self.value: Any = None
        self.lines: dict[KeyPath, int] = {}
        self.findings: list[Finding] = []
        self._named: dict[
            str, tuple[Any, int]
        ] = {}  # what stands after `&name`, and of how many values it is
        self._count = 0
        try:
            self._read(text)
        except yaml.MarkedYAMLError as error:
            self._give_up(self._check_explanations() or self._findings_of_unreadable(error))
        except _UnreadableError as error:
            self._give_up([self._finding_of_explanation(error.finding)])

    def _give_up(self, findings: list[Finding]) -> None:
        self.value, self.lines, self.findings = None, {}, findings

    def _read(self, text: str) -> None:
        if hidden := UNSEEN.search(text):
            raise _UnreadableError(finding_of_unseen_character(hidden, self.file, self.first_line))
        self._events: Iterator[Any] = iter(PARSER(text).get_event, None)
        documents = 0
        for event in self._events:
            if isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                if documents > 1:
                    raise self._unreadable(event, "a second text begins here", "take this line out")
            elif isinstance(event, yaml.NodeEvent):
                self.value = self._value(event, ())

    def _finding(self, event: Any, wrong: str, do: str) -> Finding:
        return Finding(self.file, event.start_mark.line + self.first_line, wrong, do)

    def _unreadable(self, event: Any, wrong: str, do: str) -> _UnreadableError:
        return _UnreadableError(self._finding(event, wrong, do))

    def _value(self, event: Any, place: KeyPath) -> Any:
        """Return the value that begins with an event, and note the line of each of its parts."""
        self.lines.setdefault(place, event.start_mark.line + self.first_line)
        self._count += 1
        if len(place) > DEEPEST:
            wrong = f"this stands inside more than {DEEPEST} other things"
            raise self._unreadable(event, wrong, "take some brackets or hyphens out")
        if isinstance(event, yaml.AliasEvent):
            value = self._again(event)
        else:
            before = self._count
            value = self._made(event, place)
            if event.anchor is not None:
                self._named[event.anchor] = (value, self._count - before)
        if value is None:
            line = self.lines[place]
            self.asked_for[line] = self.written.get(line, "")
        if self._count > MOST:
            wrong = f"this file holds more than {MOST} values"
            raise self._unreadable(event, wrong, "write less, or name less of it again with '*'")
        return value

    def _again(self, event: Any) -> Any:
        """Return what was named before with `&`, which is counted again."""
        if event.anchor not in self._named:  # or stands inside what is named
            do = f"put '*{event.anchor}' between quotes when it is a text"
            raise self._unreadable(event, f"nothing before this line is named '&{event.anchor}'", do)
        value, count = self._named[event.anchor]
        self._count += count
        return value

    def _made(self, event: Any, place: KeyPath) -> Any:
        if event.tag not in {None, "!"}:
            name = event.tag.replace("tag:yaml.org,2002:", "!!")
            wrong, do = f"'{name}' means nothing here", "take it out, or put the text between quotes"
            raise self._unreadable(event, wrong, do)
        if isinstance(event, yaml.MappingStartEvent):
            return self._mapping(place)
        if isinstance(event, yaml.SequenceStartEvent):
            return self._list(place)
        if event.style in QUOTES and self._swallows_lines(event):
            line = self.written[event.start_mark.line + self.first_line]
            raise self._unreadable(event, *message_of_open_quote(line))
        if event.style == "'" and (lost := message_of_lost_apostrophe(event.value)):
            self.findings.append(self._finding(event, *lost))
        if event.implicit[0] and (keys := self._keys_without_space(event, place)):
            return keys
        if hidden := UNSEEN.search(event.value):  # written as "\0"
            line = event.start_mark.line + self.first_line
            self.findings.append(finding_of_unseen_character(hidden, self.file, line))
            return UNSEEN.sub("", event.value)
        return plain_value(event.value) if event.implicit[0] else event.value

    def _swallows_lines(self, event: Any) -> bool:
        """Tell whether words between quotes hold lines that are keys or remarks of the file.

        Words that go on stand further to the right than the line on which they begin.
        """
        first, last = (mark.line + self.first_line for mark in (event.start_mark, event.end_mark))
        if first == last:
            return False
        begins = _indent(self.written[first])
        inside = (self.written[number] for number in range(first + 1, last + 1))
        return any(SWALLOWED.match(line) and _indent(line) <= begins for line in inside)

    def _keys_without_space(self, event: Any, place: KeyPath) -> dict[str, Any]:
        """Return the keys below another one that YAML takes for its words, as no space stands behind their colons."""
        first, last = (mark.line + self.first_line for mark in (event.start_mark, event.end_mark))
        if first == self.lines[place]:
            return {}
        keys = keys_without_space([self.written[line] for line in range(first, last + 1)])
        values: dict[str, Any] = {}
        for line, (key, value) in enumerate(keys.items(), first):
            self.findings.append(Finding(self.file, line, *message_of_no_space(key, value)))
            meant = Reading(f"{key}: {value}", self.file, line)
            self.findings += meant.findings
            self.lines |= {(*place, *inside): line for inside in meant.lines if inside}
            values |= meant.value or {}
        return values

    def _list(self, place: KeyPath) -> list[Any]:
        items: list[Any] = []
        for event in self._events:
            if isinstance(event, yaml.SequenceEndEvent):
                break
            items.append(self._value(event, _kept_once((*place, len(items)))))
        return items

    def _mapping(self, place: KeyPath) -> dict[str, Any]:
        """Return keys with values; a key is what is written, so that a date as key can be found again in the text."""
        values: dict[str, Any] = {}
        merged: dict[str, Any] = {}
        seen: dict[str, int] = {}
        for key in self._events:
            if isinstance(key, yaml.MappingEndEvent):
                break
            line, column = key.start_mark.line + self.first_line, key.start_mark.column
            if not isinstance(key, yaml.ScalarEvent):
                raise self._unreadable(
                    key, "a list stands here as a key", "put the words between quotes, or take '?' or '{' out"
                )
            inside = _kept_once((*place, key.value))
            name = str(inside[-1])  # the same for all files too
            self.lines.setdefault(inside, line)
            if column == 1 or " " in name:
                self.asked_for[line] = self.written[line]
            if name in seen:
                self.findings.append(self._finding_of_second(name, line, seen[name]))
            seen.setdefault(name, line)
            value = self._value(next(self._events), inside)
            if lost := _message_of_remark_behind(value, self.written[line]):
                self.findings.append(Finding(self.file, line, *lost))
            if name == MERGE and key.implicit[0]:
                merged = self._merged(key, value) | merged
            else:
                values.setdefault(name, value)
        return merged | values

    def _finding_of_second(self, name: str, line: int, first: int) -> Finding:
        """Return what is wrong with a key that stands on an earlier line already."""
        wrong, also = f"'{name}' stands here and on line {first}", ((self.file, first),)
        return Finding(self.file, line, wrong, "keep one of the two", about=(name,), also=also)

    def _merged(self, key: Any, value: Any) -> dict[str, Any]:
        """Return what `<<:` takes over; of two that say the same, the first goes before."""
        merged: dict[str, Any] = {}
        for part in value if isinstance(value, list) else [value]:
            if not isinstance(part, Mapping):
                do = "write '<<: *name' with the name of 'key: value' lines"
                raise self._unreadable(key, "'<<' takes over what has no keys", do)
            merged = {**part, **merged}
        return merged

    def _check_explanations(self) -> list[Finding]:
        """Find explanations of the file that lost their mark, where it can be read without them."""
        return [
            Finding(
                self.file, self.first_line + line, *message_of_lost_mark(self.written[self.first_line + line])
            )
            for line in _explanations_without_mark(self.text)
        ]

    def _finding_of_explanation(self, finding: Finding) -> Finding:
        """Return what is wrong with a line, where that is an explanation that lost its mark."""
        line = self.written.get(finding.line, "")
        is_one = is_explained(self.text) and EXPLANATION.match(line)
        return Finding(self.file, finding.line, *message_of_lost_mark(line)) if is_one else finding

    def _findings_of_unreadable(self, error: yaml.MarkedYAMLError) -> list[Finding]:
        for message, mended in (
            (SPACE_TOO_MANY, lambda line: line[1:]),
            (SPACE_TOO_FEW, lambda line: f" {line}"),
        ):
            if numbers := _needed_for(self.text, BEHIND_ODD_SPACES, mended):
                return [
                    Finding(self.file, self.first_line + line, *message, name=ODD_SPACES) for line in numbers
                ]
        line, wrong, do = mistake_of_unreadable(error, self.text)
        return [Finding(self.file, self.first_line + line, wrong, do)]


def _message_of_remark_behind(value: object, line: str) -> Message | None:
    """Return what is wrong with a line on which all of a value, or the rest of one, is taken for a remark."""
    if value is None:
        remark = remark_in(line)
        return message_of_remark(remark) if remark else None
    return message_of_rest_as_remark(line) if isinstance(value, str) else None


def _explanations_without_mark(text: str) -> list[int]:
    """Return the lines (from 0) of a text with explanations that are none, and that can be read without them."""
    return _needed_for(text, EXPLANATION, lambda _: "") if is_explained(text) else []


def _needed_for(text: str, shape: re.Pattern[str], mend: Callable[[str], str]) -> list[int]:
    """Return the lines of some shape (from 0) that have to be mended for a text to be read; none where it cannot."""
    lines = text.split("\n")
    alike = [number for number, line in enumerate(lines) if shape.match(line)]

    def is_read_with(mended: Collection[int]) -> bool:
        return _is_readable(
            "\n".join(mend(line) if number in mended else line for number, line in enumerate(lines))
        )

    if not alike or not is_read_with(alike):
        return []
    return [number for number in alike if not is_read_with([other for other in alike if other != number])]


def _is_readable(text: str) -> bool:
    try:
        deque(yaml.parse(text, Loader=PARSER), maxlen=0)
    except yaml.MarkedYAMLError:
        return False
    return True


@cached
def _kept_once(place: KeyPath) -> KeyPath:
    """Return one and the same place for all files that have it: those of one kind have the same keys."""
    return place


def plain_value(text: str) -> Any:
    """Return what a text without quotes means; a day that no calendar has stays a text, for the check of the value."""
    if text in NOTHING:
        return None
    if text in YES or text in NO:
        return text in YES
    if text[0] not in BEGINS_NUMBER or AS_WRITTEN.fullmatch(text):
        return text
    for pattern, make in KINDS_OF_VALUES:
        if pattern.fullmatch(text):
            try:
                return make(text)
            except ValueError:  # 2026-02-30, or a number of thousands of figures
                return text
    return text


def finding_of_unseen_character(found: re.Match[str], file: str, first_line: int) -> Finding:
    """Return the finding of a character that no editor sees and no reader should get."""
    line = line_at(found.string, found.start(), first_line)
    wrong = f"a character that cannot be seen (#x{ord(found.group()):04x}) stands here"
    return Finding(file, line, wrong, "type this line again")
