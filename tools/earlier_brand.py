"""A brand folder as an earlier release knows it: without what the code of that release cannot read."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import yaml

from second_opinion.core.validation import read_yaml
from tools.two_versions import run_in

BRAND_FILE = "brand.yml"
SENTENCES = "data/your-hospital.yml"
SCHEMA = (
    "import json; from second_opinion.brand.model import Brand; print(json.dumps(Brand.model_json_schema()))"
)


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


def copy_for(project: Path, brand: Path, place: Path, keys: Mapping[str, str]) -> list[str]:
    """Copy a brand folder for an earlier release, and return what is left out as that does not know it.

    ``keys`` are those that the release knows.
    """
    shutil.rmtree(place, ignore_errors=True)
    shutil.copytree(brand, place)
    file = place / BRAND_FILE
    document = read_yaml(file.read_text("utf-8"), BRAND_FILE) if file.is_file() else None
    if document is None or not isinstance(document.value, Mapping):
        return []  # what is wrong with it is told by the build
    left_out: list[str] = []
    value = _known(document.value, keys, "", left_out)
    sentences = value.get("sentences")
    if isinstance(sentences, dict) and (project / SENTENCES).is_file():
        known = read_yaml((project / SENTENCES).read_text("utf-8"), SENTENCES).value
        left_out += [f"sentences.{name}" for name in sentences if name not in known]
        value["sentences"] = {name: words for name, words in sentences.items() if name in known}
    if left_out:
        file.write_text(yaml.safe_dump(value, allow_unicode=True, sort_keys=False), "utf-8")
    return list(dict.fromkeys(left_out))


def _known(value: Any, keys: Mapping[str, str], name: str, left_out: list[str]) -> Any:
    """Return a value without what a release does not know of it, of which the names are added to ``left_out``."""
    if isinstance(value, list):
        items = [_known(item, keys, name, left_out) for item in value]
        unknown = [item for item in items if not _is_choice(item, keys.get(name, ""))]
        left_out += [f"{name}: {item}" for item in unknown]
        return [item for item in items if item not in unknown]
    if not isinstance(value, Mapping):
        return value
    if not any(key.rpartition(".")[0] == name for key in keys):
        return dict(value)  # a table, such as that of the sentences
    kept = {}
    for key, part in value.items():
        dotted = f"{name}.{key}".removeprefix(".")
        if dotted not in keys:
            left_out.append(dotted)
        elif not isinstance(part, list) and not _is_choice(part, keys[dotted]):
            left_out.append(f"{dotted}: {part}")
        else:
            kept[key] = _known(part, keys, dotted, left_out)
    return kept


def _is_choice(value: object, choices: str) -> bool:
    return not (choices and isinstance(value, str)) or value in choices.split(", ")
