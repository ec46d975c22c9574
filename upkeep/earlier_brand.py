"""A brand folder as an earlier release knows it: without what the code of that release refuses."""

from __future__ import annotations

import json
import os
import re
import shutil
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import reduce
from pathlib import Path
from typing import Any

import yaml
from pydantic import BaseModel, ValidationError

from second_opinion.brand.model import Brand, without_empty_groups
from second_opinion.core.records import ByLanguage
from second_opinion.core.validation import read_yaml
from upkeep.earlier_texts import make_earlier, pages_of, without_newer_pages
from upkeep.two_versions import run_in

BRAND_FILE = "brand.yml"
SENTENCES = "data/your-hospital.yml"
SCHEMA = (
    "import json; from second_opinion.brand.model import Brand; print(json.dumps(Brand.model_json_schema()))"
)
KEYS_OF_PAGES = (
    "import json; from second_opinion.texts.pages import FrontMatter as Keys; "
    "print(json.dumps([*Keys.model_fields]))"
)
REFUSED = """
import json, pathlib, sys
from pydantic import ValidationError
from second_opinion.brand.model import Brand
from second_opinion.core.validation import read_yaml
try:
    Brand.model_validate(read_yaml(pathlib.Path(sys.argv[1]).read_text("utf-8"), "brand.yml").value)
    print("[]")
except ValidationError as error:
    print(json.dumps([[each["loc"], each["type"]] for each in error.errors()]))
"""
# What pydantic calls a key that is not known, and words alone.
UNKNOWN, NO_KEYS = (
    "extra_forbidden",
    "model_type",
)
ROUNDS = 10  # what is left out can leave a part that does not hold any more, which then goes too
STAY = ("name", "site_url")
IN_BRAND_FILE = re.compile(r"(?:^|/)brand\.yml:(\d+): ")
Place = tuple[str | int, ...]


def keys_in(project: Path) -> dict[str, str]:
    """Return the keys of a brand that the code of a project folder knows."""
    return keys_of(run_in(project, "-c", SCHEMA, env=os.environ).stdout)


def keys_of(schema: str) -> dict[str, str]:
    """Return the keys of a brand by their dotted names, each with the values that it may have where they are listed."""
    whole = json.loads(schema)
    return dict(_keys(whole, whole, "", ()))


def _keys(
    part: Mapping[str, Any], whole: Mapping[str, Any], name: str, inside: tuple[str, ...]
) -> Iterator[tuple[str, str]]:
    reference = part.get("$ref", "").rpartition("/")[2]
    if reference and reference not in inside:
        yield from _keys(whole["$defs"][reference], whole, name, (*inside, reference))
    for other in part.get("anyOf", ()):
        yield from _keys(other, whole, name, inside)
    if "items" in part:
        yield from _keys(part["items"], whole, name, inside)
    if name and "enum" in part:
        yield name, ", ".join(map(str, part["enum"]))
    for key, of_key in part.get("properties", {}).items():
        dotted = f"{name}.{key}".removeprefix(".")
        yield dotted, ""
        yield from _keys(of_key, whole, dotted, inside)


def copy_for(project: Path, brand: Path, place: Path) -> list[str]:
    """Copy a brand folder for an earlier release, and return what is left out as that does not know it."""
    shutil.rmtree(place, ignore_errors=True)
    shutil.copytree(brand, place)
    return left_out_of(project, place)


def left_out_of(project: Path, place: Path) -> list[str]:
    """Take out of a copied brand folder what an earlier release does not know, and return it."""
    _leave_out_empty_groups(place / BRAND_FILE)
    pages = pages_of(project, place)
    left_out = [*_without_sentences(project, place), *_without_refused(project, place)]
    if value := _read(place / BRAND_FILE):
        kept, named = without_newer_pages(value, pages)
        if named:
            _write(place / BRAND_FILE, kept)
        left_out += named
    keys = json.loads(run_in(project, "-c", KEYS_OF_PAGES, env=os.environ).stdout or "[]")
    return list(dict.fromkeys([*left_out, *make_earlier(place, keys, pages)]))


def _read(file: Path) -> dict[str, Any] | None:
    """Return what a brand.yml says; nothing where something is wrong with it, which the build tells."""
    document = read_yaml(file.read_text("utf-8"), BRAND_FILE) if file.is_file() else None
    return dict(document.value) if document and isinstance(document.value, Mapping) else None


def _leave_out_empty_groups(file: Path) -> None:
    """Leave out the names of groups below which nothing is said, which earlier releases refuse."""
    document = read_yaml(file.read_text("utf-8"), BRAND_FILE) if file.is_file() else None
    if document and (said := without_empty_groups(document).value) != document.value:
        _write(file, said)


def _write(file: Path, value: Mapping[str, Any]) -> None:
    file.write_text(yaml.safe_dump(dict(value), allow_unicode=True, sort_keys=False), "utf-8")


def _without_sentences(project: Path, place: Path) -> list[str]:
    """Leave out the sentences for which a release has no name, and return their keys."""
    value, ours = _read(place / BRAND_FILE), project / SENTENCES
    sentences = value.get("sentences") if value else None
    if value is None or not isinstance(sentences, Mapping) or not ours.is_file():
        return []
    known = read_yaml(ours.read_text("utf-8"), SENTENCES).value
    unknown = [name for name in sentences if name not in known]
    if unknown:
        kept = {name: words for name, words in sentences.items() if name in known}
        _write(place / BRAND_FILE, value | {"sentences": kept})
    return [f"sentences.{name}" for name in unknown]


def _without_refused(project: Path, place: Path) -> list[str]:
    """Leave out of brand.yml what the code of a release refuses, and return what that is."""
    left_out: list[str] = []
    file = place / BRAND_FILE
    for _ in range(ROUNDS):
        value = _read(file)
        refused = _refused_by(project, file) if value else []
        parts = {
            part: kind == UNKNOWN
            for where, kind in refused
            if (part := smallest_part(value, where, is_unknown=kind == UNKNOWN))
        }
        places = [smallest_part(value, where, is_unknown=True) for where, kind in refused if kind == NO_KEYS]
        said_alone = {part: words for part in places if (words := _in_each_language(value, part))}
        for part, words in said_alone.items():
            _part(value, part[:-1])[part[-1]] = words
        if not said_alone:
            left_out += _take_out(value, parts)
        if not (said_alone or parts):
            break
        _write(file, value or {})
    return left_out


def _refused_by(project: Path, file: Path) -> list[tuple[list[Any], str]]:
    """Return what the code of a release refuses of a brand.yml: where it stands, and how it is wrong."""
    said = run_in(project, "-c", REFUSED, str(file), env=os.environ).stdout
    refused: list[tuple[list[Any], str]] = json.loads(said or "[]")
    return refused


def _take_out(value: Any, parts: Mapping[Place, bool]) -> list[str]:
    """Take parts out of what a brand.yml says, and return what they are; True stands by those whose key is unknown."""
    in_order = sorted(parts, key=_in_order)
    called = [_called(value, part, is_unknown=parts[part]) for part in in_order]
    for part in reversed(in_order):
        _part(value, part[:-1]).pop(part[-1])
    return called


def _in_each_language(value: Any, place: Place) -> dict[str, Any]:
    """Return by language what stands alone at a place, as this release reads it; nothing where it reads no such thing.

    {"name": "Ons"} at ("name",) => {"nl": "Ons", "en": "Ons"}
    """
    if not place or not isinstance(_part(value, place), str):
        return {}
    try:
        read = reduce(_inside, place, Brand.model_validate(value))
    except ValidationError:
        return {}
    return read.model_dump(exclude_none=True) if isinstance(read, ByLanguage) else {}


def _inside(part: Any, step: str | int) -> Any:
    return getattr(part, step) if isinstance(part, BaseModel) and isinstance(step, str) else part[step]


def take_out_faulty_keys(place: Path, faults: Iterable[str]) -> list[str]:
    """Take out of brand.yml of a copied folder the keys on the lines that faults name, and return them."""
    file = place / BRAND_FILE
    numbers = {int(match[1]) for fault in faults if (match := IN_BRAND_FILE.search(fault))}
    document = read_yaml(file.read_text("utf-8"), BRAND_FILE)
    on_lines = [
        part for part, line in document.lines.items() if line in numbers and part and part[0] not in STAY
    ]
    gone = [part for part in on_lines if part[:-1] not in on_lines]
    for part in sorted(gone, key=_in_order, reverse=True):
        _part(document.value, part[:-1]).pop(part[-1])
    if gone:
        _write(file, document.value)
    return [_called_by_place(part) for part in gone]


def smallest_part(value: Any, where: Sequence[str | int], *, is_unknown: bool) -> Place:
    """Return the part to leave out because of what is wrong at a place: an unknown key, or all of a list's entry."""
    there: list[str | int] = []
    for step in where:
        is_there = step in value if isinstance(value, Mapping) else isinstance(value, list)
        if not is_there:
            break
        there.append(step)
        value = value[step]
    entries = [index for index, step in enumerate(there) if isinstance(step, int)]
    return tuple(there if is_unknown or not entries else there[: entries[-1] + 1])


def _in_order(part: Place) -> list[tuple[int, str]]:
    """Return what puts the entries of a list in their order."""
    return [(step, "") if isinstance(step, int) else (0, step) for step in part]


def _part(value: Any, place: Place) -> Any:
    for step in place:
        value = value[step]
    return value


def _called(value: Any, place: Place, *, is_unknown: bool) -> str:
    """Return how a part is told: its key, with a value that is refused, or which entry of a list it is."""
    part, called = _part(value, place), _called_by_place(place)
    return f"{_dotted(place)}: {part}" if isinstance(part, str) and not is_unknown else called


def _called_by_place(place: Place) -> str:
    entry = f", entry {place[-1] + 1}" if isinstance(place[-1], int) else ""
    return f"{_dotted(place)}{entry}"


def _dotted(place: Place) -> str:
    return ".".join(step for step in place if isinstance(step, str))
