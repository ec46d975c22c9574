"""YAML with line numbers, and its validation against a model, all faults at once."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import reduce
from itertools import pairwise, takewhile
from operator import getitem
from typing import Any, TypeVar

from msgspec import Struct, field
from msgspec.structs import replace
from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from second_opinion.core.cache import cached_by_digest
from second_opinion.core.findings import Finding, Message, word_meant
from second_opinion.core.languages import LANGUAGES
from second_opinion.core.refusals import (
    LoneKey,
    Slip,
    allowed_keys,
    choice_meant,
    describe_keys,
    format_value,
    groups_that_know,
    is_needed_at,
    is_part_of_words,
    known_at,
    message_of_error,
    quoted_key,
    where_it_belongs,
)
from second_opinion.core.yaml_mistakes import EXPLANATION, SPACE_TOO_MANY, remark_in
from second_opinion.core.yaml_parser import KeyPath, Reading

WHOLE_IS_REFUSED = {"model_type", "list_type"}  # what is refused is not what its parts would be
IN_A_GROUP = 2  # steps: the group and its key
BETWEEN_WORDS = re.compile(r"\s+(?:and|en)\s+|[,;/+&\s]+")
BEHIND_ONE_SPACE = re.compile(r" [^ ]")
KEY_AT_START = re.compile(r"[^\s#\-\[\]{}]")  # with anything else a line goes on with the key above it
NEXT_KEY = "next: key"  # so that a key without a colon is reported as it is in a whole text
Model = TypeVar("Model", bound=BaseModel)


class YamlDocument(Struct, frozen=True, eq=False):
    """The value of a YAML text, the line (from 1) on which each of its parts stands, and what is written there.

    The same text gives the same document again, so that findings can be cached by it: nobody changes one. ``unread``
    are the keys whose lines cannot be read, with those lines; all others are read all the same.
    """

    file: str
    value: Any
    lines: Mapping[KeyPath, int]
    findings: Sequence[Finding] = ()
    written: Mapping[int, str] = field(default_factory=dict)
    unread: Mapping[str, int] = field(default_factory=dict)
    left_out: tuple[KeyPath, ...] = ()  # entries of lists, in the order in which they were taken out

    @property
    def is_whole(self) -> bool:
        """Tell whether all that is written could be read."""
        return not self.unread and (self.value is not None or not self.findings)

    def line(self, *place: str | int) -> int:
        """Return the line of a part, or of the nearest part around it."""
        while place and place not in self.lines:
            place = place[:-1]
        return self.lines.get(place, 1)

    def parts(self) -> Iterator[tuple[KeyPath, Any]]:
        """Yield all that it says with its place: {"a": [1]} => () {"a": [1]}, ("a",) [1] and ("a", 0) 1."""
        yield from _parts_of(self.value, ())

    def quoted(self, place: KeyPath) -> str:
        """Return a key as messages name it, with the entries counted that are left out."""
        return quoted_key(self._place_in_text(place))

    def finding(self, place: KeyPath, wrong: str, do: str) -> Finding:
        """Return the fault of a part, at its line."""
        return Finding(self.file, self.line(*place), wrong, do, place=self._place_in_text(place))

    def _place_in_text(self, place: KeyPath) -> KeyPath:
        """Return the place that a part has where it is written."""
        place = as_written(self.value, place)
        for gone in reversed(self.left_out):
            place = _shifted_place(place, gone, by=1)
        return place


def _parts_of(value: object, place: KeyPath) -> Iterator[tuple[KeyPath, Any]]:
    yield place, value
    steps: Iterable[tuple[str | int, object]] = ()
    if isinstance(value, dict):
        steps = value.items()
    elif isinstance(value, list):
        steps = enumerate(value)
    for step, inside in steps:
        yield from _parts_of(inside, (*place, step))


Entries = Mapping[str, YamlDocument]  # the files of a folder, each by its name without '.yml'


@cached_by_digest
def read_yaml(text: str, file: str, *, first_line: int = 1) -> YamlDocument:
    """Read a YAML text; a text that is no YAML or repeats a key gives findings and no exception."""
    reading = Reading(text, file, first_line)
    written = reading.written if reading.value is None else reading.asked_for  # no other line is asked for
    return YamlDocument(file, reading.value, reading.lines, tuple(reading.findings), written)


def read_by_key(text: str, file: str) -> YamlDocument:
    """Read a YAML text of keys; where it cannot be read as a whole, without those keys of which the lines cannot be.

    the lines "a: 1", "b: [" and "c: 3" => {"a": 1, "c": 3}, with the finding at b, which stands in ``unread``
    """
    whole = read_yaml(text, file)
    if whole.value is not None or not whole.findings:
        return whole
    lines, unread, findings = text.split("\n"), dict[str, int](), list[Finding]()
    starts = [number for number, line in enumerate(lines) if _begins_key(line)]
    for start, end in pairwise([*starts, len(lines)]):
        reading = read_yaml("\n".join([*lines[start:end], NEXT_KEY]), file, first_line=start + 1)
        if reading.value is None:
            keys = (
                number for number in range(start, end) if number == start or lines[number].startswith("\t")
            )
            unread |= {lines[number].partition(":")[0].strip("\"' \t"): number + 1 for number in keys}
            findings += reading.findings
            lines[start:end] = [""] * (end - start)
    rest = read_yaml("\n".join(lines), file)
    if not (unread and isinstance(rest.value, Mapping)):
        return whole
    return replace(rest, findings=(*findings, *rest.findings), written=whole.written, unread=unread)


def _begins_key(line: str) -> bool:
    return KEY_AT_START.match(line) is not None and not EXPLANATION.match(line)


def validate(
    document: YamlDocument,
    model: type[Model],
    *,
    at: KeyPath = (),
    languages: Sequence[str] = LANGUAGES,
) -> tuple[Model | None, list[Finding]]:
    """Validate the part of ``document`` that stands ``at`` a place against a model; all faults in one go.

    ``languages`` are those in which its words are wanted.
    """
    value = _part_at(document.value, at)
    if value is None and document.findings:
        return None, []  # it cannot be read, which has been said
    if not isinstance(value, Mapping):
        return None, [
            Finding(
                document.file,
                document.line(*at),
                f"here stands {format_value(value)}" if value is not None else "here stands nothing",
                describe_keys(value, allowed_keys(model)),
            )
        ]
    try:
        return model.model_validate(value), []
    except ValidationError as error:
        details = error.errors(include_url=False)
        swallowing = {detail["loc"] for detail in details if detail["type"] == "list_type"}
        found = (
            _finding_of_error(document, at, detail, model, languages)
            for detail in details
            if not _belongs_to_list(detail, value, swallowing)
        )
        return None, [finding for finding in found if finding]


def _belongs_to_list(detail: ErrorDetails, value: Any, lists: Collection[KeyPath]) -> bool:
    """Tell whether a key without a value is an entry of a list beside it, which stands there without brackets."""
    if detail["type"] != "extra_forbidden" or detail["input"] is not None:
        return False
    *place, key = detail["loc"]
    beside = [owner for owner in lists if [*owner[:-1]] == place]
    return any(key in _words_behind_comma(owner[-1], _part_at(value, owner[:-1])) for owner in beside)


def _describe_list(value: Any, detail: ErrorDetails, model: type[BaseModel]) -> str:
    """Return how to write words that stand where a list has to: of some choices the nearest to each, as entries.

    {by: treating-docter} => "write a list: [treating-doctor]"; pydantic tells the choices about an entry that is none.
    """
    word, entry = str(detail["input"]), (*detail["loc"], 0)
    *around, key = detail["loc"]
    more = _words_behind_comma(key, _part_at(value, tuple(around)))
    try:
        model.model_validate(_value_with(value, detail["loc"], ["?"]))
    except ValidationError as error:
        for other in error.errors(include_url=False):
            if other["loc"] == entry and other["type"] == "literal_error":
                expected = other["ctx"]["expected"]
                said = [part for part in BETWEEN_WORDS.split(" ".join([word, *more])) if part]
                meant = dict.fromkeys(choice_meant(part, expected) for part in said)
                return f"write a list: [{', '.join(meant)}]" if all(meant) else f"write a list, of {expected}"
    return f"write a list: [{', '.join([word, *more])}]"


def _words_behind_comma(owner: str | int, around: Any) -> list[str]:
    """Return the words behind a comma that became keys of no value: of {by: you, us} and its key 'by' => ['us']."""
    if not isinstance(around, Mapping):
        return []
    keys = [*around]
    behind = keys[keys.index(owner) + 1 :]
    return [str(key) for key in takewhile(lambda key: around[key] is None, behind)]


def _value_with(value: Any, place: KeyPath, part: Any) -> Any:
    """Return a value in which another part stands at a place."""
    if not place:
        return part
    step, *deeper = place
    inside = _value_with(value[step], tuple(deeper), part)
    if isinstance(value, list):
        return [inside if index == step else other for index, other in enumerate(value)]
    return {**value, step: inside}


def without_faults(
    document: YamlDocument, model: type[BaseModel], stand_ins: Mapping[str, Any]
) -> YamlDocument | None:
    """Return a document without what a model refuses, so that the rest can be checked too; None where nothing is left.

    ``stand_ins`` take the place of keys without which there is nothing to check, also in each entry of a list:
    "reviewers.date" is that of each of the "reviewers".
    """
    rest = replace(document, findings=[])
    while isinstance(rest.value, Mapping):
        try:
            model.model_validate(rest.value)
        except ValidationError as error:
            details = error.errors(include_url=False)
            places = {_refused_place(rest.value, detail, stand_ins) for detail in details}
            if not all(place and place[0] in {*rest.value, *stand_ins} for place in places):
                return None
            for place in sorted(places, key=_sort_key, reverse=True):  # the last of a list first
                rest = _without_part(rest, place, stand_ins)
        else:
            return rest
    return None


def validate_rest(
    document: YamlDocument, model: type[Model]
) -> tuple[Model | None, YamlDocument, list[Finding]]:
    """Validate a document; where something is wrong, return what is sound of it, for what else is checked."""
    sound, findings = validate(document, model)
    if sound is not None:
        return sound, document, findings
    rest = without_faults(document, model, {}) or document
    return validate(rest, model)[0], rest, findings


def _sort_key(place: KeyPath) -> list[int]:
    return [step if isinstance(step, int) else 0 for step in place]


def _refused_place(value: Any, detail: ErrorDetails, stand_ins: Mapping[str, Any]) -> KeyPath:
    """Return the smallest part that can be left out because of one error of pydantic, or that gets a stand-in."""
    if ".".join(step for step in detail["loc"] if isinstance(step, str)) in stand_ins:
        return detail["loc"]
    place: list[str | int] = []
    for step in detail["loc"]:
        is_there = (
            step in value
            if isinstance(value, Mapping)
            else isinstance(value, list) and step in range(len(value))
        )
        if not is_there:
            break
        place.append(step)
        value = value[step]
    return tuple(place) or detail["loc"][:1]


def _without_part(document: YamlDocument, place: KeyPath, stand_ins: Mapping[str, Any]) -> YamlDocument:
    """Return a document without one part; what stands behind an entry of a list moves up."""
    value = _value_without(document.value, place, stand_ins)
    if not isinstance(place[-1], int):
        return replace(document, value=value)
    lines = {
        _shifted_place(other, place, by=-1): line
        for other, line in document.lines.items()
        if other[: len(place)] != place
    }
    return replace(document, value=value, lines=lines, left_out=(*document.left_out, place))


def _value_without(value: Any, place: KeyPath, stand_ins: Mapping[str, Any]) -> Any:
    step, *deeper = place
    if deeper:
        begin = "" if isinstance(step, int) else f"{step}."
        inside = {
            name.removeprefix(begin): said for name, said in stand_ins.items() if name.startswith(begin)
        }
        return _value_with(value, (step,), _value_without(value[step], tuple(deeper), inside))
    if isinstance(value, list):
        return [part for index, part in enumerate(value) if index != step]
    kept = {name: part for name, part in value.items() if name != step}
    return kept | ({step: stand_ins[str(step)]} if step in stand_ins else {})


def _shifted_place(place: KeyPath, gone: KeyPath, *, by: int) -> KeyPath:
    """Return where a part stands once an entry of the same list before it is taken out, or put back.

    ("papers", 3, "file") without ("papers", 1) => ("papers", 2, "file")
    """
    *around, index = gone
    at = len(around)
    step = place[at] if len(place) > at else None
    if place[:at] != tuple(around) or not isinstance(step, int) or step + min(by, 0) < int(index):
        return place
    return (*place[:at], step + by, *place[at + 1 :])


def validate_list(document: YamlDocument, model: type[Model]) -> tuple[dict[int, Model], list[Finding]]:
    """Validate every item of a YAML list against a model; returns the good items by their index."""
    if not isinstance(document.value, Sequence) or isinstance(document.value, str):
        if document.findings:
            return {}, []
        return {}, [Finding(document.file, 1, "this file is no list", "start each entry with '- '")]
    good: dict[int, Model] = {}
    findings: list[Finding] = []
    for index in range(len(document.value)):
        item, found = validate(document, model, at=(index,))
        findings.extend(found)
        if item is not None:
            good[index] = item
    return good, findings


def validate_each(entries: Entries, model: type[Model]) -> tuple[dict[str, Model], list[Finding]]:
    """Validate every file of a folder against a model; returns the good ones by their name, with all that is wrong."""
    good: dict[str, Model] = {}
    findings: list[Finding] = []
    for name, document in entries.items():
        entry, found = validate(document, model)
        findings += [*document.findings, *found]
        if entry is not None:
            good[name] = entry
    return good, findings


class Refusal(Struct, frozen=True):
    """What a model refuses of the part of a document that stands ``at`` a place: one error of pydantic.

    ``place`` is that of what is refused in this part, as it is written.
    """

    document: YamlDocument
    at: KeyPath
    place: KeyPath
    detail: ErrorDetails
    model: type[BaseModel]

    @property
    def line(self) -> int:
        """Return the line of what is refused, or of what it stands in."""
        return self.document.line(*self.at, *self.place)

    @property
    def whole(self) -> Any:
        """Return the part that is held against the model."""
        return _part_at(self.document.value, self.at)

    @property
    def around(self) -> Any:
        """Return the group in which it stands, or is missed."""
        return _part_at(self.whole, self.place[:-1])

    @property
    def known_around(self) -> list[str]:
        """Return the keys that this group may have."""
        return known_at(self.model, self.place[:-1])


def _finding_of_error(
    document: YamlDocument,
    at: KeyPath,
    detail: ErrorDetails,
    model: type[BaseModel],
    languages: Sequence[str],
) -> Finding | None:
    """Return the fault of one error of pydantic; None where another one reports it.

    ``moment: {urgnt: true}`` => line 1, "the key 'moment.urgnt' is not known", "did you mean 'urgent'? ..."
    ``moment: {urgent:true}`` => line 1, "no space stands behind the colon of 'urgent:true'", "write urgent: true"
    """
    loc = tuple(step for step in detail["loc"] if step != "[key]")
    place = as_written(_part_at(document.value, at), loc)
    refusal = Refusal(document, at, place, detail, model)
    if _is_reported_elsewhere(refusal) or _is_misspelt(refusal):
        return None
    if slip := _slip_of(refusal):
        is_first = slip.reported_at == place[-1]
        return Finding(document.file, refusal.line, slip.wrong, slip.do) if is_first else None
    wrong, do = _message_of_refusal(refusal, languages)
    return Finding(document.file, refusal.line, wrong, do, place=(*at, *place))


def _slip_of(refusal: Refusal) -> Slip | None:
    """Return the slip of YAML that made a key of words, which no model knows; None of any other error."""
    detail = refusal.detail
    if detail["type"] != "extra_forbidden" or not is_part_of_words(refusal.place[-1], detail["input"]):
        return None
    written = refusal.document.written.get(refusal.line, "")
    return LoneKey(refusal.place[-1], refusal.around, written, refusal.known_around).slip


def _message_of_refusal(refusal: Refusal, languages: Sequence[str]) -> Message:
    """Return what is wrong and what to do, by the keys that are known there."""
    detail, place = refusal.detail, refusal.place
    is_whole = detail["type"] in WHOLE_IS_REFUSED
    known = known_at(refusal.model, place) if is_whole else refusal.known_around
    if detail["type"] == "extra_forbidden" and _stands_a_space_in(refusal, place[-1]):
        return SPACE_TOO_MANY
    belongs = where_it_belongs(place, refusal.model, refusal.whole) if place else ""
    if detail["type"] == "extra_forbidden" and len(place) == 1:
        left = _group_left(refusal)
        if below := f"below '{left}'" if left else belongs:
            return (
                f"the key {quoted_key(place)} is not known",
                f"it belongs {below}, with two spaces before it",
            )
    is_needed = bool(place) and is_needed_at(refusal.model, place)
    wrong, do = message_of_error(detail, place, known, languages, belongs, is_needed=is_needed)
    if detail["type"] == "list_type" and not known and _is_a_word(detail["input"]):
        return wrong, _describe_list(refusal.whole, detail, refusal.model)
    return wrong, do


def _is_a_word(value: object) -> bool:
    """Tell whether a value can stand in a list as it is written."""
    return isinstance(value, str) and value.isprintable()


def _part_at(value: Any, place: KeyPath) -> Any:
    """Return the part of a value that stands at a place."""
    return reduce(getitem, place, value)


def as_written(value: Any, place: KeyPath) -> KeyPath:
    """Return a place as it is written: without the language that a model adds to words in one text."""
    for depth, step in enumerate(place):
        if isinstance(value, str):
            return place[:depth]
        is_key = isinstance(value, Mapping) and step in value
        is_entry = isinstance(value, list) and step in range(len(value))
        value = value[step] if is_key or is_entry else None
    return place


def _is_reported_elsewhere(refusal: Refusal) -> bool:
    """Tell whether what is wrong is reported where it was read, or at the key that swallowed what is missed."""
    document, around = refusal.document, refusal.around
    if refusal.detail["type"] == "missing":
        is_unread = not refusal.at and refusal.place[0] in document.unread
        return is_unread or (
            isinstance(around, Mapping)
            and bool(around)
            and (
                _is_swallowed(refusal.place[-1], around)
                or all(_stands_a_space_in(refusal, name) for name in around)
            )
        )
    return refusal.detail["input"] is None and bool(remark_in(document.written.get(refusal.line, "")))


def _stands_a_space_in(refusal: Refusal, name: str | int) -> bool:
    """Tell whether a key beside what is refused is of what stands around both, and one space too many put it there."""
    document, place = refusal.document, (*refusal.place[:-1], name)
    if len(place) < IN_A_GROUP or name in refusal.known_around:
        return False
    written = document.written.get(document.line(*refusal.at, *place), "")
    return name in known_at(refusal.model, place[:-2]) and bool(BEHIND_ONE_SPACE.match(written))


def _is_misspelt(refusal: Refusal) -> bool:
    """Tell whether a key that is missed stands there under a name that is not known, which is reported with it."""
    if refusal.detail["type"] != "missing" or not isinstance(refusal.around, Mapping):
        return False
    known = refusal.known_around
    others = [str(key) for key in refusal.around if key not in known]
    return any(word_meant(other, known) == refusal.place[-1] for other in others)


def _is_swallowed(missed: str | int, around: Mapping[Any, Any]) -> bool:
    """Tell whether a key that is missed stands there all the same, and has swallowed its value.

    ``phone:020`` without a space is the key 'phone:020', which has no value.
    """
    return any(str(key).startswith(f"{missed}:") and value is None for key, value in around.items())


def _group_left(refusal: Refusal) -> str:
    """Return the group of a key that has lost its indent, the nearest above it that knows such a key, or nothing."""
    if refusal.at:
        return ""
    lines, whole = refusal.document.lines, refusal.whole
    above = {
        name: lines.get((name,), refusal.line)  # also of one that stands there empty
        for name in groups_that_know(refusal.place[0], refusal.model)
        if not isinstance(whole.get(name), list)
    }
    return max((name for name in above if above[name] < refusal.line), key=above.__getitem__, default="")
