"""The form of one kind of file for the page for editing, made from the model that checks it: a field for each key."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from pathlib import PurePath
from typing import Any

from msgspec import Struct, field
from pydantic import BaseModel, TypeAdapter

from second_opinion.brand.schema import example_in
from second_opinion.core.languages import DEFAULT_LANGUAGE, FACTS
from second_opinion.core.records import NameByLanguage
from second_opinion.data.interface import NamedWords

BODY = "body"
ABOVE_TEXT = 2  # title and description; what is about a page is asked below its text
ENTRIES = "entries"  # the field of a file that is one list
LONG = frozenset({"description", "text", "note", "reason"})  # what is written in more than a few words
SHORT = frozenset({"checked.text"})
OWN = "own_"  # begins the kinds of files of a brand
ID = "id"  # by which a line of a list is found again
PLAIN = frozenset({"boolean", "integer"})  # what YAML knows without quotes, where a text may stand too
FIRST_WORDS = f"{{{{fields.{DEFAULT_LANGUAGE}}}}}"
NAMED_BY = {  # what a folded part of a form says of itself, by the field that it has
    DEFAULT_LANGUAGE: FIRST_WORDS,
    "title": f"{{{{fields.title.{DEFAULT_LANGUAGE}}}}}",
}
WRITTEN_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
Node = Mapping[str, Any]
Form = dict[str, Any]
NUMBERS: Mapping[str, Form] = {
    "integer": {"value_type": "int"},
    "number": {"value_type": "float", "step": 0.01},
}


class Collection(Struct, frozen=True):
    """A kind of file that editors change: where it stands, the model of its data, and whether a text stands below.

    No form shows the keys that are ``left``: such a key is nothing to change by itself. Some files are a list of what
    the model describes.
    """

    kind: str
    folder: str
    model: type[BaseModel] | None
    is_page: bool = False
    lang: str = ""  # of its texts, where it differs by folder
    title: str = "title"
    is_open: bool = False  # whether a file can be added
    file: str = ""  # the one file, where there is no folder of them
    left: frozenset[str] = frozenset()
    is_list: bool = False
    is_folded: bool = False  # whether its groups are, as there are too many to see them at once

    @property
    def stem(self) -> str:
        """Return the name of the one file."""
        return PurePath(self.file).stem

    @property
    def name(self) -> str:
        """Return the name of the kind of file in addresses."""
        return "-".join(part for part in (self.kind, self.lang, self.stem) if part)

    def label(self, words: NamedWords) -> str:
        """Return what editors call this kind of file."""
        language = FACTS[self.lang].name_in(DEFAULT_LANGUAGE) if self.lang else ""
        return words[f"files_{self.kind}"].format(language=language)


class Forms(Struct, frozen=True):
    """What makes forms: the words on them, what can be chosen by the name of a field, and the keys of a table.

    ``keys`` says of each key whether it stands there already; of days, those before ``since`` are folded. ``sentences``
    are those that readers get of a key of brand.yml.
    """

    words: NamedWords
    choices: Mapping[str, Sequence[str]]
    keys: Mapping[str, Mapping[str, bool]]
    since: str
    sentences: Mapping[str, str] = field(default_factory=dict)

    def of(self, collection: Collection) -> list[Form]:
        """Return the fields of a kind of file, in the order of its model."""
        schema: Node = TypeAdapter(collection.model).json_schema() if collection.model else {}
        made = Fields(self, schema.get("$defs", {}), collection.left, not collection.kind.startswith(OWN))
        if collection.is_list:
            fields = [made.entries(self.words[f"file_{collection.stem}"], collection.stem, schema)]
        else:
            fields = made.below(collection.stem, schema)
        if collection.is_folded:
            fields = [field | {"collapsed": True} if "fields" in field else field for field in fields]
        text = {"name": BODY, "label": self.words["label_body"], "widget": "text", "required": True}
        hint = {"hint": self.words["hint_body"]}
        hidden = {"name": "original", "label": "original", "widget": "hidden"}
        if collection.is_page:
            fields.insert(ABOVE_TEXT, {**text, **hint})
        return [*fields, hidden]

    def about(self, kind: str, name: str, inside: str) -> str:
        """Return the words of a kind about a field: its own in that list, or those of every field of its name."""
        names = (f"{kind}_{inside}_{name}", f"{kind}_{name}")
        return next((self.words[one] for one in names if one in self.words), "")

    def label(self, name: str, inside: str = "") -> str:
        """Return what a form calls a field."""
        if name in FACTS:
            return FACTS[name].name_in(DEFAULT_LANGUAGE)
        return self.about("label", name, inside) or self.words[f"label_{name}"]

    def option(self, name: str, value: str) -> str:
        """Return what a form calls a choice: its language, its own words, or the name that it has in the file."""
        if value in FACTS:
            return FACTS[value].name_in(DEFAULT_LANGUAGE)
        return next(
            (self.words[one] for one in (f"option_{name}_{value}", f"option_{value}") if one in self.words),
            value,
        )


class Fields(Struct, frozen=True):
    """The fields of one kind of file: what its schema refers to, and the keys that no form shows."""

    forms: Forms
    parts: Mapping[str, Node]
    left: frozenset[str]
    is_ours: bool  # a shared text is there in every language, one of a brand in those of its site

    def below(self, name: str, node: Node, inside: str = "") -> list[Form]:
        """Return the fields of a group, which has keys of its own or is a table of the keys that stand there."""
        if "properties" not in node and "additionalProperties" in node:
            return self._table(name, node)
        needed = node.get("required", ())
        fields = [
            self._field(key, part, is_needed=key in needed or (self.is_ours and key in FACTS), inside=inside)
            for key, part in _order_keys(node).items()
            if (f"{inside}.{key}" if inside else key) not in self.left
        ]
        return [field for field in fields if field.get("fields") != []]  # the CMS takes no group of nothing

    def entries(self, label: str, stem: str, node: Node) -> Form:
        """Return the one field of a file that is a list of groups."""
        summary = _summary_of_part([*node["properties"]])
        each = {"fields": self.below(stem, node, stem), "collapsed": True, **summary}
        return {"name": ENTRIES, "label": label, "required": True, "widget": "list", **each}

    def _field(self, name: str, node: Node, *, is_needed: bool, inside: str = "", label: str = "") -> Form:
        given, node = node, _resolve_reference(node, self.parts)
        kind = self._yes_or_no() if _may_be_unsaid(given) else self._kind(name, node, inside)
        asks = is_needed and (node.get("type") != "array" or bool(node.get("minItems")))
        hint = "" if label else self.forms.about("hint", name, inside) or self._example(given)
        said = "" if self.is_ours else self.forms.sentences.get(f"{inside}.{name}", "")
        hint = " ".join(part for part in (hint, said) if part)
        hint_if_any = {"hint": hint} if hint else {}
        shown = label or self.forms.label(name, inside)
        written: Form = {}
        if kind.get("fields") and _is_name(given):
            written = {"alone": True}
            kind["fields"] = [{**one, "required": one["name"] == DEFAULT_LANGUAGE} for one in kind["fields"]]
        if name == ID:
            written = {"fixed": self.forms.words["fixed"]}
        return {"name": name, "label": shown, "required": asks, **hint_if_any, **written, **kind}

    def _options(self, name: str, choices: Sequence[str]) -> list[Form]:
        return [{"value": one, "label": self.forms.option(name, one)} for one in choices]

    def _yes_or_no(self) -> Form:
        """Return how is asked what is true, false, or not said."""
        return {"widget": "select", "plain": True, "options": self._options("", ("true", "false"))}

    def _example(self, node: Node) -> str:
        """Return words or an address as someone could write them, where the model gives an example."""
        given = example_in(node["examples"][0]) if node.get("examples") else None
        shown = given.get(DEFAULT_LANGUAGE) if isinstance(given, dict) else given
        return self.forms.words["such_as"].format(example=shown) if isinstance(shown, str) else ""

    def _kind(self, name: str, node: Node, inside: str) -> Form:
        if node.get("type") == "object":
            return {"widget": "object", "fields": self.below(name, node, _prefix_of_group(name))}
        if node.get("type") == "array":
            return self._list(name, _resolve_reference(node["items"], self.parts), node)
        if choices := node.get("enum") or self.forms.choices.get(name):
            return {"widget": "select", "options": self._options(name, choices)}
        is_long = name in LONG and f"{inside}.{name}" not in SHORT
        return _field_of_value("text" if is_long else "string", node, self.forms.words)

    def _table(self, name: str, node: Node) -> list[Form]:
        """Return the fields of a table by its keys: a day by its year, any other key as it is written in the file."""
        each = _resolve_reference(node["additionalProperties"], self.parts)
        cases = dict.fromkeys(node.get("propertyNames", {}).get("enum", ()), False)
        summary = _summary_of_part([*each.get("properties", ())])
        keys = cases or self.forms.keys.get(name, {})
        begun = max((key for key in keys if key <= self.forms.since), default="")
        return [
            {
                **_lock_field(
                    self._field(
                        key, each, is_needed=is_there, label=key[:4] if WRITTEN_DAY.fullmatch(key) else key
                    ),
                    self.forms.words["past"] if WRITTEN_DAY.fullmatch(key) and key < begun else "",
                ),
                **(
                    {"collapsed": key < self.forms.since}
                    if WRITTEN_DAY.fullmatch(key)
                    else {"collapsed": True, **summary}
                ),
            }
            for key, is_there in keys.items()
        ]

    def _list(self, name: str, each: Node, node: Node) -> Form:
        limits = {
            key: node[given] for key, given in (("min", "minItems"), ("max", "maxItems")) if given in node
        }
        if name == "sources" and name not in self.forms.choices:
            # each is a file of its own, which may be newer than this form
            chosen = {
                "collection": "sources",
                "value_field": "{{slug}}",
                "display_fields": ["{{slug}}", "title"],
            }
            return {
                "widget": "relation",
                "multiple": True,
                "search_fields": ["title", "{{slug}}"],
                **chosen,
                **limits,
            }
        if each.get("type") == "object":
            fields = self.below(name, each, name)
            summary = _summary_of_part([*each.get("properties", ())])
            return {
                "widget": "list",
                "fields": fields,
                **({"collapsed": True} if summary else {}),
                **summary,
                **limits,
            }
        if choices := each.get("enum") or self.forms.choices.get(name):
            return {"widget": "select", "multiple": True, "options": self._options(name, choices), **limits}
        if each.get("type") == "string":
            return {"widget": "list", **limits}
        one = {
            "name": name,
            "label": self.forms.label(name),
            **_field_of_value("string", each, self.forms.words),
        }
        return {"widget": "list", "field": one, **limits}


def _lock_field(field: Form, why: str) -> Form:
    """Return a field that nobody changes, with why, or the field itself where there is no reason."""
    if not why:
        return field
    return {**field, "hint": why, "fields": [{**one, "readonly": True} for one in field["fields"]]}


def _prefix_of_group(name: str) -> str:
    """Return what says that a field stands in a group; a language or a day says nothing of its own."""
    return "" if name in FACTS or WRITTEN_DAY.fullmatch(name) else name


def _may_be_unsaid(node: Node) -> bool:
    """Tell whether a value is true, false, or not said, which is none of the two."""
    kinds = [one.get("type") for one in node.get("anyOf", ())]
    return "boolean" in kinds and "null" in kinds


def _is_name(node: Node) -> bool:
    """Tell whether a value is a name, which may be written once for every language."""
    choices = [node, *node.get("anyOf", ())]
    return any(one.get("$ref", "").endswith(f"/{NameByLanguage.__name__}") for one in choices)


def _order_keys(node: Node) -> dict[str, Node]:
    """Return the keys of a group in the order in which they are written: the words before what they can do without."""
    keys, needed = dict(node.get("properties", {})), node.get("required", ())
    languages = [key for key in keys if key in FACTS]
    if not languages:
        return keys
    others = [key for key in keys if key not in FACTS]
    first = [key for key in others if key in needed]
    return {key: keys[key] for key in (*first, *languages, *(key for key in others if key not in first))}


def _summary_of_part(keys: Sequence[str]) -> Form:
    """Return how a folded part with some keys says what it is; nothing where it has no words of its own."""
    return next(({"summary": said} for key, said in NAMED_BY.items() if key in keys), {})


def _resolve_reference(node: Node, parts: Mapping[str, Node]) -> Node:
    """Return a part of a schema with what it refers to, and without that it may be left out."""
    if "anyOf" in node:
        node = next(one for one in node["anyOf"] if one.get("type") != "null")
    return parts[node["$ref"].rsplit("/", 1)[-1]] if "$ref" in node else node


def _field_of_value(widget: str, node: Node, words: NamedWords) -> Form:
    """Return how one value is asked, a text with a widget."""
    if node.get("type") == "boolean":
        return {"widget": "boolean", "default": node.get("default", False)}
    if (kind := NUMBERS.get(str(node.get("type")))) is not None:
        limits = {
            key: node[given] for key, given in (("min", "minimum"), ("max", "maximum")) if given in node
        }
        return {"widget": "number", **kind, **limits}
    if node.get("format") == "date":
        return {"widget": "datetime", "type": "date", "format": "YYYY-MM-DD", "picker_utc": False}
    asked: Form = {"widget": widget}
    if not PLAIN.isdisjoint(node["type"] if isinstance(node.get("type"), list) else ()):
        asked["plain"] = True
    if "pattern" in node:
        asked["pattern"] = [node["pattern"], words["wrong_form"]]
    if "maxLength" in node:
        asked |= {"minlength": node.get("minLength", 0), "maxlength": node["maxLength"]}
    return asked
