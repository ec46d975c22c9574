"""What a hospital can say by choosing alone: the sentences that its own page gets, each with the value that makes it.

All of it comes from the models of brand.yml: a key with a few values is a choice, and what it says is tried.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from second_opinion.brand.model import read_brand
from second_opinion.brand.own_page import sections
from second_opinion.brand.schema import DAY, KNOWN, Key, new_lines, plain_lines
from second_opinion.brand.speaker import Speaker
from second_opinion.core.findings import did_you_mean, faults
from second_opinion.core.languages import PAPER_LANGUAGES
from second_opinion.core.validation import YamlDocument, read_yaml
from second_opinion.data.interface import Interface

PLAIN = re.compile(r"[a-z]+(?:-[a-z]+)*")
Saying = Mapping[str, Mapping[str, Any]]  # what brand.yml says, by key and the key inside it
Chosen = tuple[Key, str]  # a key and one of its values


@dataclass(frozen=True)
class Choice:
    """A value of a key, or an entry of its list, with what the own page says with it, and the section that says so."""

    key: Key
    value: str
    anchor: str
    sentence: str


def keys_to_choose(every_key: Sequence[Key]) -> dict[str, Key]:
    """Return the keys that have a few values only, by their dotted names."""
    return {
        key.dotted: key
        for key in every_key
        if key.values
        and len(key.path) == 2
        and not key.in_list
        and set(PAPER_LANGUAGES).isdisjoint(key.values)
    }


def choices(saying: Saying, every_key: Sequence[Key], lang: str, words: Interface) -> Iterator[Choice]:
    """Yield what can be said beside what a hospital says already, in the order of the keys."""
    before = _own_page_by_section(saying, lang, words)
    for key in keys_to_choose(every_key).values():
        top, name = key.path
        for value in key.values if name not in saying.get(top, {}) else ():
            after = _own_page_by_section(with_chosen(saying, [(key, value)]), lang, words)
            new = {anchor: [*new_lines(lines, before.get(anchor, []))] for anchor, lines in after.items()}
            said = [anchor for anchor in new if new[anchor]]
            longer = [anchor for anchor in said if len(after[anchor]) > len(before.get(anchor, []))]
            for anchor in [*longer, *said][:1]:  # elsewhere a sentence may only become another one
                yield Choice(key, value, anchor, " ".join(new[anchor]))


def _own_page_by_section(saying: Saying, lang: str, words: Interface) -> dict[str, list[str]]:
    """Return what the own page says, by the anchors of its sections; nothing of what cannot be said so."""
    brand, found = read_brand(YamlDocument("", {**KNOWN, **saying}, {}), today=DAY)
    made = sections(Speaker(brand, lang, words, DAY)) if brand and not faults(found) else []
    return {one.anchor: [line for block in one.blocks for line in plain_lines(block)] for one in made}


def with_chosen(saying: Saying, chosen: Sequence[Chosen]) -> dict[str, dict[str, Any]]:
    """Return what a hospital says with values that it chose; those of a list stand in it together."""
    said = {top: dict(inner) for top, inner in saying.items()}
    for key, value in chosen:
        top, name = key.path
        inner = said.setdefault(top, {})
        read = read_yaml(f"a: {value}", "").value["a"]
        inner[name] = [*inner.get(name, []), read] if _is_list(key) else read
    return said


def _is_list(key: Key) -> bool:
    return key.kind.startswith("a list")


def describe_conflict(saying: Saying, chosen: Sequence[Chosen]) -> str | None:
    """Return why values cannot be chosen together; None where they can."""
    once = [key.dotted for key, _ in chosen if not _is_list(key)]
    if twice := next((name for name in once if once.count(name) > 1), None):
        values = [value for key, value in chosen if key.dotted == twice]
        return f"'{twice}' has one value, and these are {' and '.join(values)}; choose one of them"
    return _describe_fault(with_chosen(saying, chosen))


def _describe_fault(saying: Saying) -> str | None:
    """Return what is wrong with what a hospital says, and what to write; None where it is right."""
    found = faults(read_brand(YamlDocument("brand.yml", {**KNOWN, **saying}, {}), today=DAY)[1])
    return f"{found[0].wrong}; {found[0].do}" if found else None


def parse_choices(text: str, every_key: Sequence[Key]) -> tuple[list[Chosen], list[str]]:
    """Return the values in a text like ``report.to=you,gp costs.insurer_first=true``, and what is wrong with it."""
    known = keys_to_choose(every_key)
    chosen, wrong = [], []
    for part in text.split():
        name, _, values = part.partition("=")
        key = known.get(name)
        if key is None:
            wrong.append(f"'{name}' is no key of which a value can be chosen; {did_you_mean(name, known)}")
            continue
        for value in values.split(","):
            if value in key.values:
                chosen.append((key, value))
            else:
                wrong.append(f"'{name}' is '{value}'; {did_you_mean(value, key.values)}")
    return chosen, wrong


def with_value(saying: Saying, key: Key, value: object) -> dict[str, dict[str, Any]]:
    """Return what a hospital says with a value of a key."""
    top, name = key.path
    return {
        **{group: dict(inner) for group, inner in saying.items()},
        top: {**saying.get(top, {}), name: value},
    }


def describe_value(saying: Saying, key: Key, value: object) -> str | None:
    """Return what is wrong with a value beside what a hospital says, and what to write; None where it is right."""
    return _describe_fault(with_value(saying, key, value))


def format_as_yaml(value: object) -> str:
    """Return a value as it stands in brand.yml."""
    if isinstance(value, Mapping):
        return f"{{{', '.join(f'{lang}: {format_as_yaml(said)}' for lang, said in value.items())}}}"
    if isinstance(value, list):
        return f"[{', '.join(map(format_as_yaml, value))}]"
    is_plain = not isinstance(value, str) or PLAIN.fullmatch(value)
    return str(value).lower() if is_plain else json.dumps(value, ensure_ascii=False)
