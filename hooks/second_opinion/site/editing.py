"""The page for editing without Git: which files it has a form for, where it keeps them, and how it is set up."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from pathlib import PurePath
from urllib.parse import urlsplit

from second_opinion.brand import own_page
from second_opinion.brand.brand_keys import all_keys
from second_opinion.brand.model import Brand, EditPage
from second_opinion.core.languages import DEFAULT_LANGUAGE, LANGUAGES
from second_opinion.core.records import Table, Wording
from second_opinion.data import (
    cost_examples,
    cost_texts,
    deductible,
    glossary,
    interface,
    measures,
    menu,
    sources,
    studies,
    tools,
    who_does_what,
    word_lists,
)
from second_opinion.data.interface import NamedWords
from second_opinion.project.project import Project
from second_opinion.project.settings import Settings
from second_opinion.site.editing_forms import BODY, Collection, Form, Forms
from second_opinion.texts.front_matter import FrontMatter

PAGE = "edit/index.html"
CONFIG = "edit/config.json"
BRANCH = "main"
GITHUB = "github.com"
# What a field says of how it is written, which is no matter of the CMS.
KEYS_FOR_KEEPING = (
    "plain",
    "alone",
    "fixed",
)


class WordsFile(Table[dict[str, Wording]]):
    """A file of words in each language, by their names."""


def keys_left_out_of_list(tool: str) -> frozenset[str]:
    """Return the keys of a list to take along that are nothing to change in it."""
    of_letters = () if tool == tools.LETTERS else ("fields", "end", "parts.subject")
    return frozenset({"kind", "parts.instead", *of_letters})


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
    *(
        Collection("lists", "", tools.Tool, file=tools.tool_file(name), left=keys_left_out_of_list(name))
        for name in tools.TOOLS
    ),
    Collection("drawing", "", who_does_what.WhoDoesWhat, file=who_does_what.FILE),
    Collection("drawing", "", studies.Study, file=studies.FILE, is_list=True),
    Collection("drawing", "", cost_examples.CostExample, file=cost_examples.FILE, is_list=True),
    *(Collection("words", "", WordsFile, file=file) for file in (interface.FILE, own_page.FILE, tools.WORDS)),
    Collection("words", "", cost_texts.CostFile, file=cost_texts.FILE, left=frozenset({"sources"})),
    Collection("language", "", measures.Measures, file=measures.FILE),
    Collection("language", "", word_lists.SpellingList, file=word_lists.SPELLING),
    Collection("language", "", word_lists.PlainWords, file=word_lists.PLAIN_WORDS, left=frozenset(LANGUAGES)),
)


def _own_collections(settings: Settings) -> list[Collection]:
    """Return the kinds of files of the brand folder that are there, as the repository of the brand has them."""
    if settings.is_neutral:
        return []
    folder, own = settings.folder_in_repository, settings.brand
    texts = [
        Collection(f"own_{kind}", f"{folder}/{kind}/{lang}", model, is_page=True, lang=lang, title=title)
        for kind, model, title in (("docs", FrontMatter, "title"), ("snippets", None, BODY))
        for lang in LANGUAGES
        if (own / kind / lang).is_dir()
    ]
    lists = [f"{tools.FOLDER}/{name}.yml" for name in tools.TOOLS]
    return [
        Collection("own_brand", "", Brand, file=f"{folder}/brand.yml", is_folded=True),
        *texts,
        *(
            Collection("own_lists", "", tools.BrandTool, file=f"{folder}/{file}")
            for file in lists
            if (own / file).exists()
        ),
    ]


def collections_of(settings: Settings) -> list[Collection]:
    """Return the kinds of files that stand in the repository of a site."""
    return [*(() if settings.has_own_repository else COLLECTIONS), *_own_collections(settings)]


def forms_of(project: Project) -> Forms:
    """Return what makes the forms of a project."""
    names = _names_of(project)
    roles = [role.word(lang) for lang in LANGUAGES for role in project.roles]
    parties = [party.id for party in project.who_does_what.parties] if project.who_does_what else []
    choices = {
        **dict.fromkeys(("related", "page", "pages", "pages_about_ourselves", "menu_first"), names),
        "role": roles,
        "rule": deductible.RULE_NAMES,
        "home": names,
        "takes": tools.TOOLS,
        **dict.fromkeys(("who", "from", "to"), parties),
        **({"sources": sorted(project.sources)} if project.settings.has_own_repository else {}),
    }
    year = project.today.year
    words = project.words.editing[DEFAULT_LANGUAGE]
    sentences = {} if project.settings.is_neutral else sentences_of_keys(project.own_page.words, words)
    return Forms(words, choices, keys_of(project), f"{year}-01-01", sentences)


def sentences_of_keys(words: Mapping[str, NamedWords], around: NamedWords) -> dict[str, str]:
    """Return what readers get of each key of brand.yml, by its value where there are few of these."""
    by_key = {
        key.dotted: [
            each.sentences[DEFAULT_LANGUAGE] for each in key.says if each.sentences[DEFAULT_LANGUAGE]
        ]
        for key in all_keys(words)
    }
    return {
        name: around["readers_get"].format(
            sentences=" / ".join(f"“{said}”" for said in dict.fromkeys(sentences))
        )
        for name, sentences in by_key.items()
        if sentences
    }


def _names_of(project: Project) -> list[str]:
    """Return the names of all pages that can be read."""
    return sorted({page.name for page in (*project.shared.sound, *project.own.sound)})


def keys_of(project: Project) -> dict[str, dict[str, bool]]:
    """Return the keys of each table, and whether they stand there; of the amount that is looked up next, not yet."""
    parts = project.costs.deductible.parts() if project.costs.deductible else {}
    days = {name: {day.isoformat(): True for day in part} for name, part in parts.items()}
    days.setdefault("compulsory", {}).setdefault(f"{project.today.year + 1}-01-01", False)
    costs, brand, lang = project.costs.texts, project.brand.readable, DEFAULT_LANGUAGE
    tables: dict[str, Mapping[str, object]] = {
        PurePath(interface.FILE).stem: project.words.site[lang],
        PurePath(own_page.FILE).stem: project.own_page.words[lang],
        PurePath(tools.WORDS).stem: project.words.tools[lang],
        "form": costs.form[lang] if costs else {},
        "answer": costs.answer[lang] if costs else {},
        "sentences": brand.sentences if brand else {},
    }
    measured = {"pages": dict.fromkeys(_names_of(project), False)}
    return {**days, **{name: dict.fromkeys(table, True) for name, table in tables.items()}, **measured}


def has_owner(repository: str) -> bool:
    """Tell whether an address of a repository says whose it is and how it is called, as both hosts need it."""
    return len(urlsplit(repository).path.strip("/").split("/")) > 1


def backend_of(repository: str | None, sign_in: EditPage | None) -> Form:
    """Return where changes are sent: a pull request to the repository of the brand, at GitHub or a GitLab."""
    where = urlsplit(
        repository if repository and has_owner(repository) else f"https://{GITHUB}/owner/repository"
    )
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
    words, made = forms.words, [(one, forms.of(one)) for one in collections_of(project.settings)]
    config = {
        "load_config_file": False,
        "backend": backend_of(brand.repository, brand.edit_page),
        "publish_mode": "editorial_workflow",
        "media_folder": f"docs/{DEFAULT_LANGUAGE}",
        "app_title": words["title"],
        "slug": {"encoding": "ascii", "clean_accents": True},
        "collections": [
            _folder_of(*group[0], words) if group[0][0].folder else _files_of(group, words)
            for group in _group_collections(made)
        ],
    }
    return {"config": config, "formats": [*_formats_of(made)]}


def _group_collections(
    made: Sequence[tuple[Collection, list[Form]]],
) -> Iterator[list[tuple[Collection, list[Form]]]]:
    """Return the kinds of files as an editor chooses them: a folder by itself, and single files of a kind together."""
    for _, group in groupby(made, key=lambda one: (one[0].kind, one[0].folder)):
        yield [*group]


def _formats_of(made: Sequence[tuple[Collection, list[Form]]]) -> Iterator[Form]:
    """Return how each kind of file is read and written."""
    for one, fields in made:
        data = [field for field in fields if field["name"] != BODY and field["widget"] != "hidden"]
        yield {"name": f"kept-{one.name}", "isPage": one.is_page, "isList": one.is_list, "fields": data}


def for_cms(fields: Sequence[Form]) -> list[Form]:
    """Return fields as the CMS takes them."""
    return [
        {
            key: for_cms(value) if key == "fields" else value
            for key, value in field.items()
            if key not in KEYS_FOR_KEEPING
        }
        for field in fields
    ]


def _form_of_kind(one: Collection, words: NamedWords) -> Form:
    """Return what the CMS says of a kind of file."""
    words_of_kind = {"label": one.label(words), "description": words["each_saved"]}
    return {**words_of_kind, "format": f"kept-{one.name}", "editor": {"preview": False}}


def _files_of(made: Sequence[tuple[Collection, list[Form]]], words: NamedWords) -> Form:
    """Return single files of one kind as the CMS takes them."""
    kind = made[0][0]
    files = [
        {
            "name": one.stem,
            "label": words[f"file_{one.stem}"],
            "file": one.file,
            "format": f"kept-{one.name}",
            "fields": for_cms(fields),
        }
        for one, fields in made
    ]
    return {"name": kind.kind, **_form_of_kind(kind, words), "files": files}


def _folder_of(one: Collection, fields: list[Form], words: NamedWords) -> Form:
    """Return a folder of files of one kind as the CMS takes it."""
    rights = {"create": one.is_open, "delete": False}
    summary = {"summary": "{{slug}}"} if one.model is None else {"summary": f"{{{{{one.title}}}}}"}
    where = {"folder": one.folder, **rights, **summary, "identifier_field": one.title}
    return {"name": one.name, **_form_of_kind(one, words), **where, "fields": for_cms(fields)}
