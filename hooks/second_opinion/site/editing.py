"""What the page for editing without Git asks: a form for each kind of file, made from the models that check it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from pydantic import BaseModel

from second_opinion.brand.model import Brand, EditPage
from second_opinion.core.languages import DEFAULT_LANGUAGE, FACTS, LANGUAGES
from second_opinion.data import deductible, glossary, menu, sources
from second_opinion.data.interface import Interface
from second_opinion.project.project import Project
from second_opinion.texts.front_matter import FrontMatter

PAGE = "edit/index.html"
CONFIG = "edit/config.json"
BRANCH = "main"
GITHUB = "github.com"
BODY = "body"
ABOVE_TEXT = 2  # title and description; what is about a page is asked below its text
LONG = frozenset({"description", "text", "note", "reason"})  # what is written in more than a few words
DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
Node = Mapping[str, Any]
Form = dict[str, Any]


@dataclass(frozen=True)
class Collection:
    """A kind of file that editors change: where it stands, the model of its data, and whether a text stands below."""

    kind: str
    folder: str
    model: type[BaseModel] | None
    is_page: bool = False
    lang: str = ""  # of its texts, where it differs by folder
    title: str = "title"
    is_open: bool = False  # whether a file can be added
    file: str = ""  # the one file, where there is no folder of them

    @property
    def name(self) -> str:
        """Return the name of the kind of file in addresses."""
        return f"{self.kind}-{self.lang}" if self.lang else self.kind

    def label(self, words: Interface) -> str:
        """Return what editors call this kind of file."""
        language = FACTS[self.lang].name_in(DEFAULT_LANGUAGE) if self.lang else ""
        return words[f"files_{self.kind}"].format(language=language)


COLLECTIONS = (
    *(Collection("pages", f"docs/{lang}", FrontMatter, is_page=True, lang=lang) for lang in LANGUAGES),
    *(
        Collection("snippets", f"snippets/{lang}", None, is_page=True, lang=lang, title=BODY)
        for lang in LANGUAGES
    ),
    Collection("sources", sources.FOLDER, sources.Source, is_open=True),
    Collection("glossary", glossary.FOLDER, glossary.Entry, title=f"{DEFAULT_LANGUAGE}.term", is_open=True),
    Collection("menu", menu.FOLDER, menu.MenuFile, title=DEFAULT_LANGUAGE),
    Collection("deductible", "", deductible.Deductible, file=deductible.FILE),
)


@dataclass(frozen=True)
class Forms:
    """What makes forms: the words on them, what can be chosen by the name of a field, and the days of a table.

    ``days`` says of each day whether it stands there already; those before ``since`` are folded.
    """

    words: Interface
    choices: Mapping[str, Sequence[str]]
    days: Mapping[str, Mapping[str, bool]]
    since: str

    def of(self, collection: Collection) -> list[Form]:
        """Return the fields of a kind of file, in the order of its model."""
        schema: Node = collection.model.model_json_schema() if collection.model else {}
        fields = self._fields(schema, schema.get("$defs", {}))
        text = {"name": BODY, "label": self.words["label_body"], "widget": "text", "required": True}
        hint = {"hint": self.words["hint_body"]}
        hidden = {"name": "original", "label": "original", "widget": "hidden"}
        if collection.is_page:
            fields.insert(ABOVE_TEXT, {**text, **hint})
        return [*fields, hidden]

    def _fields(self, node: Node, parts: Mapping[str, Node], inside: str = "") -> list[Form]:
        needed = node.get("required", ())
        return [
            self._field(name, part, parts, is_needed=name in needed, inside=inside)
            for name, part in node.get("properties", {}).items()
        ]

    def _field(
        self, name: str, node: Node, parts: Mapping[str, Node], *, is_needed: bool, inside: str = ""
    ) -> Form:
        node = resolved(node, parts)
        kind = self._kind(name, node, parts, inside)
        asks = is_needed and (node.get("type") != "array" or bool(node.get("minItems")))
        hint = self._words_of("hint", name, inside)
        told = {"hint": hint} if hint else {}
        return {"name": name, "label": self._label(name, inside), "required": asks, **told, **kind}

    def _words_of(self, kind: str, name: str, inside: str) -> str:
        """Return the words of a kind about a field: its own in that list, or those of every field of its name."""
        names = (f"{kind}_{inside}_{name}", f"{kind}_{name}")
        return next((self.words[one] for one in names if one in self.words), "")

    def _label(self, name: str, inside: str = "") -> str:
        if name in FACTS:
            return FACTS[name].name_in(DEFAULT_LANGUAGE)
        if DAY.fullmatch(name):
            return name[:4]
        return self._words_of("label", name, inside) or self.words[f"label_{name}"]

    def _options(self, choices: Sequence[str]) -> list[Form]:
        return [
            {"value": one, "label": FACTS[one].name_in(DEFAULT_LANGUAGE) if one in FACTS else one}
            for one in choices
        ]

    def _kind(self, name: str, node: Node, parts: Mapping[str, Node], inside: str) -> Form:
        if node.get("type") == "object":
            return {"widget": "object", "fields": self._parts(name, node, parts)}
        if node.get("type") == "array":
            return self._list(name, resolved(node["items"], parts), parts, node)
        if choices := node.get("enum") or self.choices.get(name):
            return {"widget": "select", "options": self._options(choices)}
        return simple(f"{inside}{name}", node, self.words)

    def _parts(self, name: str, node: Node, parts: Mapping[str, Node]) -> list[Form]:
        if "properties" in node:
            return self._fields(node, parts)
        each = node["additionalProperties"]
        return [
            {**self._field(day, each, parts, is_needed=is_there), "collapsed": day < self.since}
            for day, is_there in self.days.get(name, {}).items()
        ]

    def _list(self, name: str, each: Node, parts: Mapping[str, Node], node: Node) -> Form:
        limits = {
            key: node[given] for key, given in (("min", "minItems"), ("max", "maxItems")) if given in node
        }
        if name == "sources":  # each is a file of its own, which may be newer than this form
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
            return {"widget": "list", "fields": self._fields(each, parts, name), **limits}
        if choices := each.get("enum") or self.choices.get(name):
            return {"widget": "select", "multiple": True, "options": self._options(choices), **limits}
        if each.get("type") == "string":
            return {"widget": "list", **limits}
        one = {"name": name, "label": self._label(name), **simple(name, each, self.words)}
        return {"widget": "list", "field": one, **limits}


def resolved(node: Node, parts: Mapping[str, Node]) -> Node:
    """Return a part of a schema with what it refers to, and without that it may be left out."""
    if "anyOf" in node:
        node = next(one for one in node["anyOf"] if one.get("type") != "null")
    return parts[node["$ref"].rsplit("/", 1)[-1]] if "$ref" in node else node


def simple(name: str, node: Node, words: Interface) -> Form:
    """Return how one value is asked."""
    if node.get("type") == "boolean":
        return {"widget": "boolean"}
    if node.get("type") == "integer":
        limits = {
            key: node[given] for key, given in (("min", "minimum"), ("max", "maximum")) if given in node
        }
        return {"widget": "number", "value_type": "int", **limits}
    if node.get("format") == "date":
        return {"widget": "datetime", "type": "date", "format": "YYYY-MM-DD", "picker_utc": False}
    asked: Form = {"widget": "text" if name in LONG else "string"}
    if "pattern" in node:
        asked["pattern"] = [node["pattern"], words["wrong_form"]]
    if "maxLength" in node:
        asked |= {"minlength": node.get("minLength", 0), "maxlength": node["maxLength"]}
    return asked


def forms_of(project: Project) -> Forms:
    """Return what makes the forms of a project."""
    names = sorted({page.name for page in project.shared.sound})
    roles = [role.word(lang) for lang in LANGUAGES for role in project.roles]
    choices = {"related": names, "role": roles, "rule": deductible.RULE_NAMES}
    year = project.today.year
    parts = project.deductible.parts() if project.deductible else {}
    days = {name: {day.isoformat(): True for day in part} for name, part in parts.items()}
    days.setdefault("compulsory", {}).setdefault(f"{year + 1}-01-01", False)  # the one that is looked up next
    return Forms(project.editing_words[DEFAULT_LANGUAGE], choices, days, f"{year}-01-01")


def backend_of(repository: str | None, sign_in: EditPage | None) -> Form:
    """Return where changes are sent: a pull request to the repository of the brand, at GitHub or a GitLab."""
    where = urlsplit(repository or f"https://{GITHUB}/owner/repository")
    repo = {"repo": where.path.strip("/").removesuffix(".git"), "branch": BRANCH}
    if where.hostname == GITHUB:
        service = (
            {"base_url": sign_in.sign_in} if sign_in and sign_in.sign_in else {"auth_methods": ["token"]}
        )
        return {"name": "github", **repo, **service}
    origin = f"{where.scheme}://{where.netloc}"
    host = {"name": "gitlab", **repo, "base_url": origin, "api_root": f"{origin}/api/v4"}
    if sign_in and sign_in.application:
        return {**host, "auth_type": "pkce", "app_id": sign_in.application}
    return {**host, "auth_methods": ["token"]}


def policy_of(backend: Form) -> str:
    """Return what the page may load: its own files, and the answers of the host of the repository.

    The CMS writes its style into the page, which no other page may.
    """
    root = urlsplit(backend.get("api_root", "https://api.github.com"))
    return "; ".join(
        (
            "default-src 'none'",
            "script-src 'self'",
            "style-src 'self' 'unsafe-inline'",
            "font-src 'self'",
            "img-src 'self' data: blob:",
            f"connect-src 'self' data: {root.scheme}://{root.netloc}",
            "base-uri 'none'",
            "form-action 'none'",
        )
    )


def editing_config(project: Project, brand: Brand) -> Form:
    """Return the settings of the CMS, and how each kind of file is read and written."""
    forms = forms_of(project)
    words, made = forms.words, [(one, forms.of(one)) for one in COLLECTIONS]
    config = {
        "load_config_file": False,
        "backend": backend_of(brand.repository, brand.edit_page),
        "publish_mode": "editorial_workflow",
        "media_folder": f"docs/{DEFAULT_LANGUAGE}",
        "app_title": words["title"],
        "slug": {"encoding": "ascii", "clean_accents": True},
        "collections": [collection_of(one, fields, words) for one, fields in made],
    }
    return {"config": config, "formats": [*formats_of(made)]}


def formats_of(made: Sequence[tuple[Collection, list[Form]]]) -> Iterator[Form]:
    """Return how each kind of file is read and written."""
    for one, fields in made:
        data = [field for field in fields if field["name"] != BODY and field["widget"] != "hidden"]
        yield {"name": f"kept-{one.name}", "isPage": one.is_page, "fields": data}


def collection_of(one: Collection, fields: list[Form], words: Interface) -> Form:
    """Return a kind of file as the CMS takes it."""
    label, name = one.label(words), f"kept-{one.name}"
    about = {"label": label, "description": words["each_saved"]}
    start = {"name": one.name, **about, "format": name, "editor": {"preview": False}}
    if one.file:
        file = {"name": one.name, "label": label, "file": one.file, "format": name, "fields": fields}
        return {**start, "files": [file]}
    rights = {"create": one.is_open, "delete": False}
    told = {"summary": "{{slug}}"} if one.model is None else {"summary": f"{{{{{one.title}}}}}"}
    return {**start, "folder": one.folder, **rights, **told, "identifier_field": one.title, "fields": fields}
