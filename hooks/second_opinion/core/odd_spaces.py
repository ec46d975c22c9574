"""Which way a key with an odd number of spaces before it has to move, by the keys that a model knows around it."""

from __future__ import annotations

from collections.abc import Mapping

from pydantic import BaseModel

from second_opinion.core.findings import Finding, Message
from second_opinion.core.refusals import allowed_keys, known_at, quoted_key, where_it_belongs
from second_opinion.core.validation import YamlDocument
from second_opinion.core.yaml_mistakes import KEY_BEGINS, ODD_SPACES
from second_opinion.core.yaml_parser import KeyPath


def with_place_of_key(document: YamlDocument, finding: Finding, model: type[BaseModel]) -> Finding:
    """Return a finding; that of a key with an odd number of spaces says which way it has to move, and where it belongs.

    ``by`` has two spaces and ``required``, which belongs beside it, has one => one is missing, where YAML alone would
    as soon take away the one that is there.
    """
    key = KEY_BEGINS.match(document.written.get(finding.line, ""))
    if finding.name != ODD_SPACES or key is None:
        return finding
    message = _message_of_odd_spaces(document.written, finding.line, model)
    return Finding(finding.file, finding.line, *message, name=ODD_SPACES) if message else finding


def _message_of_odd_spaces(written: Mapping[int, str], line: int, model: type[BaseModel]) -> Message | None:
    """Return what is wrong with the spaces before a key, and what to do; None where a model knows it nowhere."""
    spaces, name = _key_on(written[line])
    inner, outer = (_groups_above(written, line, spaces + step) for step in (1, -1))
    is_inner, is_outer = (name in known_at(model, around) for around in (inner, outer))
    if is_inner and is_outer and inner != outer:
        do = f"put one more there to have it {_place(inner)}, or take one away to have it {_place(outer)}"
        return f"an odd number of spaces stands before '{name}'", do
    if is_inner and (not is_outer or _spaces_above(written, line) == spaces + 1):
        return (
            f"one space too few stands before '{name}', which belongs {_place(inner)}",
            "put one more there",
        )
    if is_outer:
        return f"one space too many stands before '{name}', which belongs {_place(outer)}", "take it away"
    return _message_of_key_elsewhere(name, model)


def _message_of_key_elsewhere(name: str, model: type[BaseModel]) -> Message | None:
    """Return where a key belongs that no group around it knows; None where none does."""
    wrong = f"'{name}' does not belong here"
    if name in allowed_keys(model):
        return wrong, "put it at the margin, with no space before it"
    belongs = where_it_belongs((name,), model, {})
    return (wrong, f"it belongs {belongs}, with two spaces before it") if belongs else None


def _key_on(line: str) -> tuple[int, str]:
    """Return how many spaces stand before the key of a line, where a dash is one too, and the key; -1 of no key."""
    key = KEY_BEGINS.match(line.replace("- ", "  ", 1))
    return (len(key[1]), key[2]) if key else (-1, "")


def _groups_above(written: Mapping[int, str], line: int, spaces: int) -> KeyPath:
    """Return the groups in which a key would stand on a line with so many spaces before it, the outermost first."""
    place: list[str] = []
    for number in range(line - 1, 0, -1):
        before, name = _key_on(written.get(number, ""))
        if 0 <= before < spaces:
            place.insert(0, name)
            spaces = before
    return tuple(place)


def _spaces_above(written: Mapping[int, str], line: int) -> int:
    """Return how many spaces stand before the nearest key above a line; -1 where there is none."""
    above = (_key_on(written.get(number, ""))[0] for number in range(line - 1, 0, -1))
    return next((spaces for spaces in above if spaces >= 0), -1)


def _place(around: KeyPath) -> str:
    return f"below {quoted_key(around)}" if around else "at the margin"
