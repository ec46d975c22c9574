"""What brand.yml may say, as a schema made from its models: for editors, and of each key how it is written."""

from __future__ import annotations

import datetime
import json
from collections.abc import Iterator, Mapping
from typing import Any

from msgspec import Struct

from second_opinion.brand.model import GROUPS, NO_ARTICLE, Brand
from second_opinion.core.languages import FACTS, SOURCE_LANGUAGE
from second_opinion.core.records import AddressByLanguage, FileByLanguage, NameByLanguage, WordsByLanguage
from second_opinion.core.validation import read_yaml

Node = Mapping[str, Any]
BY_LANGUAGE = {
    WordsByLanguage.__name__: "words",
    NameByLanguage.__name__: "a name",
    AddressByLanguage.__name__: "a web address",
    FileByLanguage.__name__: "a file",
    "Articles": "an article",
}
ARTICLES = "; ".join(
    f"{lang}: {' or '.join(f'`{article}`' for article in (*facts.articles, NO_ARTICLE))}"
    for lang, facts in FACTS.items()
    if facts.articles
)
FORMATS = {
    "uri": "a web address",
    "phone": "a telephone number",
    "weeks": "a number of weeks, or two with a hyphen",
    "color": "a colour between quotes",
    "date": "a day",
    "file": "a file in your folder",
    "page": "the name of a page",
    "email": "an email address",
    "slug": "a name of small letters and hyphens",
}


class KeyStep(Struct, frozen=True):
    """A key on the way to another one: the record that holds it, and whether that is an entry of a list."""

    record: Node
    name: str
    is_in_list: bool


def json_schema() -> dict[str, Any]:
    """Return the schema for editors that check a file while someone types."""
    schema = Brand.model_json_schema()
    for name in BY_LANGUAGE:
        by_language = schema["$defs"][name]
        alone = _without_null(by_language["properties"][SOURCE_LANGUAGE])
        schema["$defs"][name] = {"anyOf": [alone, by_language]}
    for name in GROUPS:
        group = schema["properties"][name]
        if "anyOf" not in group:
            said = {key: group.pop(key) for key in ("$ref", "allOf") if key in group}
            schema["properties"][name] = {"anyOf": [said, {"type": "null"}], **group}
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **_for_editors(schema)}


def _for_editors(node: Any) -> Any:
    """Return a part of the schema with its examples as values, and without titles that only repeat the keys."""
    if isinstance(node, list):
        return [_for_editors(item) for item in node]
    if not isinstance(node, dict):
        return node
    made = {
        key: _for_editors(value) for key, value in node.items() if key != "title" or isinstance(value, dict)
    }
    if isinstance(examples := node.get("examples"), list):
        made["examples"] = [example_in(example) for example in examples]
    return made


def example_in(example: str) -> Any:
    """Return the value of an example as it stands in the model, which is YAML."""
    value = read_yaml(f"a: {example}", "example").value["a"]
    return json.loads(json.dumps(value, default=datetime.date.isoformat))


def ways_to_keys(schema: Node) -> Iterator[tuple[tuple[KeyStep, ...], Node]]:
    """Yield the way to each key and what the schema says of it; what stands in a record, at its first place alone."""
    seen: set[str] = set()

    def below(
        record: Node, way: tuple[KeyStep, ...], is_in_list: bool
    ) -> Iterator[tuple[tuple[KeyStep, ...], Node]]:
        for name, node in record["properties"].items():
            steps = (*way, KeyStep(record, name, is_in_list))
            yield steps, node
            inner, is_of_list = record_in(node)
            if inner and inner not in seen:
                seen.add(inner)
                yield from below(schema["$defs"][inner], steps, is_of_list)

    yield from below(schema, (), False)


def _without_null(node: Node) -> Node:
    """Return what the schema says of a value that is there."""
    choices = [choice for choice in node.get("anyOf", ()) if choice.get("type") != "null"]
    return choices[0] if choices else node


def record_in(node: Node) -> tuple[str, bool]:
    """Return the name of the record that a key holds, or nothing, and whether it holds a list of them."""
    node, is_of_list = _without_null(node), is_list(node)
    name = (node["items"] if is_of_list else node).get("$ref", "").rpartition("/")[2]
    return ("" if name in BY_LANGUAGE else name), is_of_list


def is_list(node: Node) -> bool:
    """Tell whether a key holds a list."""
    return _without_null(node).get("type") == "array"


def _enum(node: Node) -> list[str]:
    node = _without_null(node)
    return [*node.get("enum", ()), *([node["const"]] if "const" in node else [])]


def values_of(node: Node) -> list[str]:
    """Return the values that a key, or an entry of its list, can have, where these are few."""
    node = _without_null(node)
    if is_list(node):
        return _enum(node["items"])
    return ["true", "false"] if node.get("type") == "boolean" else _enum(node)


def has_keys(node: Node) -> bool:
    """Tell whether a key holds a record: not words in each language, and no list of records."""
    name, is_of_list = record_in(node)
    return bool(name) and not is_of_list


def is_said_in_each_language(node: Node) -> bool:
    """Tell whether what stands at a key, or in its list, in one language does not stand for the others.

    So it is with words, and with all words of a record; not with a name, an address or a list of records.
    """
    if has_keys(node):
        return True
    node = _without_null(node)
    entry = node["items"] if is_list(node) else node
    return entry.get("$ref", "").endswith(f"/{WordsByLanguage.__name__}") or entry.get("type") == "object"


def kind_of(node: Node) -> str:
    """Return how a key is written, in words."""
    node = _without_null(node)
    kind = node.get("type")
    if is_list(node):
        entry = node["items"]
        return "a list of entries with keys" if has_keys(entry) else f"a list: {kind_of(entry)}"
    if values := values_of(node):
        return " or ".join(f"`{value}`" for value in values)
    if "$ref" in node:
        of_language = BY_LANGUAGE.get(node["$ref"].rpartition("/")[2])
        allowed = f", {ARTICLES}" if of_language == BY_LANGUAGE["Articles"] else ""
        if of_language == BY_LANGUAGE[NameByLanguage.__name__]:
            return f"{of_language}, in each language where it differs"
        return f"{of_language} in each language{allowed}" if of_language else "keys"
    if kind == "object":
        named = " or ".join(f"`{name}`" for name in node.get("propertyNames", {}).get("enum", ()))
        return f"words in each language, by {named or 'name'}"
    if kind == "integer":
        return f"a whole number from {node['minimum']} to {node['maximum']}"
    return FORMATS.get(node.get("format", ""), "words")
