"""What a model refuses, in the words of an editor: what is wrong with a key or its value, and how it is written."""

from __future__ import annotations

import datetime
import re
from collections.abc import Mapping, Sequence
from typing import Any

from msgspec import Struct
from pydantic import BaseModel, RootModel
from pydantic_core import ErrorDetails

from second_opinion.core.findings import Message, word_meant
from second_opinion.core.languages import LANGUAGES
from second_opinion.core.yaml_mistakes import quoted_words
from second_opinion.core.yaml_parser import KeyPath

PATTERNS = {
    "date": "write it between quotes as year, year-month or year-month-day, like '2026-11'",
    "email": "write it in full, like info@hospital.example",
}
WHOLE_NUMBER = "write a whole number"
EXPECTED = {
    "string_type": "write words, between quotes where they are figures only",
    "list_type": "write a list, like [first, second]",
    "int_type": WHOLE_NUMBER,
    "int_from_float": WHOLE_NUMBER,
    "int_parsing": WHOLE_NUMBER,
    "int_parsing_size": "write a smaller number",
    "finite_number": "write a number",
    "float_type": "write a number",
    "float_parsing": "write a number",
    "bool_type": "write true or false",
    "dict_type": "write 'key: value' lines",
}
LENGTHS = {"string_too_long", "string_too_short", "too_long"}
SAID_OTHERWISE = {
    **dict.fromkeys(("yes", "on", "ja", "y", "1", "true"), "true"),
    **dict.fromkeys(("no", "off", "nee", "n", "0", "false"), "false"),
}
IN_DUTCH: Mapping[str, Sequence[str]] = {  # what Dutch editors write for a value, which each list has one of
    "huisarts": ("gp",),
    **dict.fromkeys(
        ("arts", "specialist", "behandelaar", "behandelend arts"),
        ("treating-doctor", "treating-doctors", "your-doctor"),
    ),
    **dict.fromkeys(("patiënt", "patient", "u"), ("you",)),
    **dict.fromkeys(("wij", "ons", "ziekenhuis"), ("us", "by-hospital")),
    "verwijzer": ("referrer",),
    "nooit": ("never",),
}
KEY_OF_TABLE = "[key]"  # behind the place of a key that a table does not know, in what pydantic tells
ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
DOT_OF_THOUSANDS = re.compile(r"(?<=\d)\.(?=\d{3}(?!\d))")
MOST_SHOWN = 80  # characters of a value in a message
MOST_BESIDE_MEANT = 8  # keys that are listed behind the one that is meant


def allowed_keys(model: type[BaseModel]) -> list[str]:
    """Return the keys that a model knows, as an editor writes them; none for a table of which any key will do."""
    if issubclass(model, RootModel):
        return []
    return [info.alias or name for name, info in model.model_fields.items()]


def quoted_key(place: KeyPath) -> str:
    """Return a key as messages name it, an entry of a list as people count.

    ("contact", "phone") => 'contact.phone'
    ("papers", 0, "file", "nl") => 'file.nl' of the first of 'papers'
    """
    indexes = [at for at, step in enumerate(place) if isinstance(step, int)]
    if not indexes:
        return f"'{'.'.join(map(str, place))}'"
    at = indexes[-1]
    index = int(place[at])
    entry = f"the {ORDINALS[index]}" if index < len(ORDINALS) else f"number {index + 1}"
    inside = f"{quoted_key(place[at + 1 :])} of " if place[at + 1 :] else ""
    around = f" of {quoted_key(place[:at])}" if at else ""
    return f"{inside}{entry}{around}"


class Slip(Struct, frozen=True):
    """A slip of YAML, with what is wrong and what to do; it is reported once, at the key ``reported_at``."""

    reported_at: str | int
    wrong: str
    do: str


class LoneKey(Struct, frozen=True):
    """A key that no model knows, without a value or of several words: often what a slip made of words that were no key.

    ``{text: this, that}`` is read as two keys, 'text' with the value 'this', and 'that' with none. ``around`` are all
    keys beside it, and itself; ``written`` is its line.
    """

    name: str | int
    around: Mapping[Any, Any]
    written: str
    known: Sequence[str]

    @property
    def slip(self) -> Slip | None:
        """Return the slip that made it; None where it only is a key too many."""
        return self._without_space() or self._figures_behind_comma() or self._text_behind_comma()

    def _without_space(self) -> Slip | None:
        """Return the slip of a key that swallowed its value: ``phone:020``."""
        key, colon, value = str(self.name).partition(":")
        if not (colon and value and key in self.known):
            return None
        return Slip(self.name, f"no space stands behind the colon of '{self.name}'", f"write {key}: {value}")

    def _figures_behind_comma(self) -> Slip | None:
        """Return the slip of cents that became a key: ``{euro: 12,50}``."""
        keys = list(self.around)
        before = keys[keys.index(self.name) - 1]
        number = self.around[before]
        if not (isinstance(number, int) and str(self.name).isdigit()):
            return None
        wrong = f"a comma stands in '{number},{self.name}', and begins a new key"
        return Slip(self.name, wrong, f"leave the cents out: {before}: {number}")

    def _text_behind_comma(self) -> Slip | None:
        """Return the slip of words that became keys, reported at the first of them.

        ``{text: this, that, and more}`` is read as the keys text, that and "and more", the last two without a value
        => 'that', "'that' stands behind a comma ...", 'put the whole text between quotes: text: "this, that, and more"'
        """
        keys, values = list(self.around), list(self.around.values())
        owner = end = keys.index(self.name)
        while owner > 0 and is_part_of_words(keys[owner], values[owner]):
            owner -= 1
        while end + 1 < len(keys) and is_part_of_words(keys[end + 1], values[end + 1]):
            end += 1
        if owner == end or not isinstance(values[owner], str) or f", {self.name}" not in self.written:
            return None
        first = keys[owner + 1]
        parts = (
            key if self.around[key] is None else f"{key}: {self.around[key]}"
            for key in keys[owner + 1 : end + 1]
        )
        whole = ", ".join([values[owner], *parts])
        wrong = f"'{first}' stands behind a comma, which begins a new key"
        return Slip(first, wrong, f"put the whole text between quotes: {keys[owner]}: {quoted_words(whole)}")


def is_part_of_words(key: str | int, value: object) -> bool:
    """Tell whether a key and its value can be a part of a text, with a comma before it and a colon in it."""
    return value is None or (isinstance(value, str) and " " in str(key))


def known_at(model: type[BaseModel], place: KeyPath) -> list[str]:
    """Return the keys that are known at a place inside a model."""
    found = _model_at(model, place)
    return allowed_keys(found) if found else []


def is_needed_at(model: type[BaseModel], place: KeyPath) -> bool:
    """Tell whether a key cannot be left out of the record in which it stands."""
    record = _model_at(model, place[:-1])
    fields = record.model_fields.items() if record else ()
    return any(info.is_required() for name, info in fields if (info.alias or name) == place[-1])


def _model_at(model: type[BaseModel], place: KeyPath) -> type[BaseModel] | None:
    """Return the model of what stands at a place inside a model; None of a value."""
    current = model
    for step in place:
        if isinstance(step, int):
            continue
        names = {info.alias or name: info.annotation for name, info in current.model_fields.items()}
        inner = _model_in(names.get(step))
        if inner is None and step in names:
            return None
        current = inner or current  # a step that is no key of the model is one of a table, such as a date
    return current


def _model_in(annotation: Any) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    for part in getattr(annotation, "__args__", ()):
        found = _model_in(part)
        if found is not None:
            return found
    return None


def groups_that_know(key: str | int, model: type[BaseModel]) -> list[str]:
    """Return the groups of a model that know a key."""
    groups = ((info.alias or name, _model_in(info.annotation)) for name, info in model.model_fields.items())
    return [name for name, group in groups if group and key in allowed_keys(group)]


def groups_with(key: str | int, model: type[BaseModel], value: Any) -> list[str]:
    """Return the groups of a model that know a key and do not stand in a value: the line of one may be gone."""
    return [name for name in groups_that_know(key, model) if name not in value]


def where_it_belongs(place: KeyPath, model: type[BaseModel], value: Mapping[Any, Any]) -> str:
    """Return where a key belongs that a group does not know, if that does not say it yet; nothing where nobody knows.

    ("review", "video") => "below 'appointment'"
    """
    key = place[-1]
    if any(isinstance(step, int) for step in place):
        return ""
    groups = [name for name in groups_that_know(key, model) if not _has_it(value.get(name), key)]
    below = " or ".join(f"'{group}'" for group in groups)
    is_alone = len(place) > 1 and key in allowed_keys(model) and key not in value
    places = [f"below {below}"] if below else []
    places += ["at the margin, with no space before it"] if is_alone else []
    return ", or ".join(places)


def _has_it(group: object, key: str | int) -> bool:
    """Tell whether a group says a key already, or is a list, of which nobody knows in which entry it would belong."""
    return isinstance(group, list) or (isinstance(group, Mapping) and key in group)


def message_of_error(
    detail: ErrorDetails,
    place: KeyPath,
    known: Sequence[str],
    languages: Sequence[str],
    belongs: str,
    *,
    is_needed: bool,
) -> Message:
    """Return what is wrong and what to do for one error of pydantic, in an editor's words.

    ``belongs`` says where a key that is not known has its place, ``is_needed`` that this one cannot be left out.
    """
    kind, value, key = detail["type"], detail["input"], quoted_key(place)
    name = str(place[-1]) if place else ""
    if kind == "value_error":
        wrong, _, do = str(detail["ctx"]["error"]).partition("; ")
        return f"{describe_said(key, value)}: {wrong}", do or "correct it"
    is_empty = kind == "too_short" or (kind == "string_too_short" and not value)
    if is_empty or (value is None and kind not in {"missing", "extra_forbidden"}):
        return message_of_empty(key, is_needed=is_needed)
    if kind.startswith("date"):
        return (
            f"{key} is {format_value(str(value))}, which is no date",
            "write it as year-month-day, like 2026-11-22",
        )
    return {
        "missing": (f"{key} is missing", f"add a line '{name}: ...'"),
        "extra_forbidden": (
            f"the key {key} is not known",
            _allowed_keys_nearest_first(name, known, belongs),
        ),
        "string_pattern_mismatch": (
            f"{key} is {format_value(value)}",
            PATTERNS.get(name, "use small letters, figures and single hyphens only, like het-gesprek"),
        ),
    }.get(kind) or _message_of_limit(detail, key, known, languages)


def _allowed_keys_nearest_first(name: str, known: Sequence[str], belongs: str) -> str:
    allowed = f"allowed: {', '.join(known)}"
    if meant := word_meant(name, known):
        question = f"did you mean '{meant}'?"
        return question if len(known) > MOST_BESIDE_MEANT else f"{question} ({allowed})"
    return f"it belongs {belongs} ({allowed})" if belongs else allowed


def _message_of_limit(
    detail: ErrorDetails, key: str, known: Sequence[str], languages: Sequence[str]
) -> Message:
    kind, value, context = detail["type"], detail["input"], detail.get("ctx", {})
    if kind in LENGTHS:
        return _message_of_length(kind, value, key, context)
    if kind == "literal_error":
        is_key = detail["loc"][-1:] == (KEY_OF_TABLE,)
        wrong = f"the key {key} is not known" if is_key else f"{key} is {format_value(value)}"
        return wrong, _describe_choices(str(value), context["expected"])
    if kind == "model_type":
        return f"{key} is {format_value(value)}", _describe_parts(value, known, languages)
    return f"{key} is {format_value(value)}, which does not fit", _describe_what_fits(kind, value, context)


def _message_of_length(kind: str, value: Any, key: str, context: Mapping[str, Any]) -> Message:
    """Return what is wrong with words or a list that are too long or too short, and what to do."""
    if kind == "too_long":
        most = context["max_length"]
        return f"{key} has {context['actual_length']} entries, {most} at most", "take some out"
    if kind == "string_too_long":
        most = context["max_length"]
        return f"{key} has {len(value)} characters, {most} at most", f"shorten it by {len(value) - most}"
    least = context["min_length"]
    return f"{key} has {len(value)} characters, {least} at least", "say a little more"


def message_of_empty(key: str, *, is_needed: bool) -> Message:
    """Return what is wrong with a key that says nothing, and what to do."""
    do = "write it there: it is needed" if is_needed else "write something there, or take the line out"
    return f"{key} is empty", do


def _describe_what_fits(kind: str, value: object, context: Mapping[str, Any]) -> str:
    """Return what to write in the place of a value of another kind, or of a number that is too high or low."""
    if kind in {"greater_than_equal", "less_than_equal"}:
        limit = "ge" if "ge" in context else "le"
        return f"write {context[limit]:.12g} or {'more' if limit == 'ge' else 'less'}"
    if kind == "bool_type" and (meant := SAID_OTHERWISE.get(str(value).casefold())):
        return f"write {meant}{', without quotes' if value == meant else ''}"
    if kind == "list_type" and isinstance(value, Mapping) and value:
        return f"put '- ' before its first key, '{next(iter(value))}', and two spaces before the others"
    do = EXPECTED.get(kind, "write it as the other lines of this kind are written")
    return f"{do}, like {_number_in(str(value))}" if do == WHOLE_NUMBER else do


def _number_in(value: str) -> str:
    """Return the whole number that is meant: that of "€ 1.350,-", or one for an example where there is none."""
    found = re.search(r"\d+", DOT_OF_THOUSANDS.sub("", value))
    return found[0] if found else "5"


def _describe_choices(value: str, expected: str) -> str:
    """Return which values there are, each between quotes in ``expected``, and the nearest one."""
    meant = choice_meant(value, expected)
    return f"did you mean '{meant}'? (one of {expected})" if meant else f"write one of {expected}"


def choice_meant(value: str, expected: str) -> str:
    """Return the value that is meant of those between quotes in ``expected``; nothing where none is near.

    "huisarts" of "'you' or 'gp'" => "gp"
    """
    choices = re.findall(r"'([^']*)'", expected)
    in_dutch = (one for one in IN_DUTCH.get(value.casefold(), ()) if one in choices)
    return next(in_dutch, "") or word_meant(value, choices)


def _describe_parts(value: object, known: Sequence[str], languages: Sequence[str]) -> str:
    """Return how to write something that has parts."""
    if known == list(LANGUAGES):
        words = f'"{value}"' if isinstance(value, str) and not {'"', "\n"} & set(value) else "..."
        first, *more = languages
        rest = "".join(f", {lang}: ..." for lang in more)
        how = {0: "as", 1: "in both languages:"}.get(len(more), "in each language:")
        return f"write it {how} {{{first}: {words}{rest}}}"
    return describe_keys(value, known)


def describe_keys(value: object, known: Sequence[str]) -> str:
    """Return how to write what holds keys."""
    if isinstance(value, list) and value and all(isinstance(item, Mapping) for item in value):
        return "take the '- ' in front of each key away"
    keys = f"; the keys are {', '.join(known)}" if known else ""
    return f"write 'key: value' lines{keys}"


def describe_said(key: str, value: object) -> str:
    """Return a key with its value as messages begin: 'a' is 1; the key alone where the value is too much to show."""
    return key if _holds_groups(value) else f"{key} is {format_value(value)}"


def format_value(value: object) -> str:
    """Return a value as an editor knows it; of a list or keys that are too long to be shown, what they are."""
    written = _write(value)
    if len(written) > MOST_SHOWN and isinstance(value, list):
        return f"a list of {len(value)}"
    if len(written) > MOST_SHOWN and isinstance(value, Mapping):
        return _shorten(f"a group of keys ({', '.join(map(str, [*value][:MOST_SHOWN]))})")
    return written


def _write(value: object) -> str:
    """Return a value as it is written: a text between quotes, a day as it is, not all of what is long."""
    if isinstance(value, datetime.date):
        return f"'{value}'"
    if isinstance(value, list):
        return f"[{', '.join(map(_write, value[:MOST_SHOWN]))}]"
    if isinstance(value, Mapping):
        parts = [f"{key}: {_write(item)}" for key, item in [*value.items()][:MOST_SHOWN]]
        return f"{{{', '.join(parts)}}}"
    if value is None:
        return "nothing"
    if isinstance(value, bool):
        return str(value).lower()
    return repr(_shorten(value)) if isinstance(value, str) else _shorten(str(value))


def _holds_groups(value: object) -> bool:
    """Tell whether a value is a list of groups of keys, or keys that have lists or groups: too much for a message."""
    parts = value.values() if isinstance(value, Mapping) else value if isinstance(value, list) else ()
    of_list = isinstance(value, list)
    return any(isinstance(part, Mapping) or (isinstance(part, list) and not of_list) for part in parts)


def _shorten(text: str) -> str:
    return text if len(text) <= MOST_SHOWN else f"{text[:MOST_SHOWN]}…"
