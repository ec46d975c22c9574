"""What changed in data that readers do not see as texts, as rows of the fact sheet.

Each row says where a value stands in words that editors know, what it was and is, and where it comes from.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Mapping, Sequence
from itertools import zip_longest
from pathlib import Path
from textwrap import shorten
from typing import Any

from second_opinion.commands.report_markdown import (
    BECOMES,
    GONE,
    NEW,
    WAS,
    escape_for_sheet,
    format_table,
    language_name,
    mark_changes,
    source_line,
)
from second_opinion.commands.versions import Versions
from second_opinion.core.formatting import format_day
from second_opinion.core.languages import LANGUAGES, SOURCE_LANGUAGE
from second_opinion.data import glossary, measures, moved_anchors, passages, sources, word_lists
from second_opinion.project.project import Project
from second_opinion.project.reading import Reader
from second_opinion.prose.data_differences import NAMING, Difference, Step, differences, is_source_key
from second_opinion.texts import published, translations

ORDER = "volgorde / order"
LONGEST_NAME = 80  # characters of what an entry of a list is called
FILE_TITLES = {
    "deductible": "Eigen risico / Deductible",
    "cost-estimate": "Rekenhulp / Cost estimate",
    "cost-examples": "Rekenvoorbeelden / Worked examples",
    "studies": "Onderzoeken / Studies",
    "who-does-what": "Wie doet wat / Who does what",
    "interface": "Woorden van de site / Words of the site",
    "menu": "Onderwerpen / Subjects",
    "my-questions": "Mijn vragen / My questions",
    "my-steps": "Mijn stappen / My steps",
    "two-opinions": "Twee adviezen / Two opinions",
    "letters": "Brieven / Letters",
    "what-to-say": "Wat zeg ik? / What do I say?",
    "tools": "Knoppen van de lijsten / Buttons of the lists to take along",
    "roles": "Wie kan nakijken / Who can check",
    "pictograms": "Pictogrammen / Pictograms",
    "search_synonyms": "Zoekwoorden / Search words",
    "your-hospital": "Pagina van een ziekenhuis / Page of a hospital",
}
OTHER = "Andere gegevens / Other data"
FOLDERS = ("data/", "brands/")
ORGANISATION = "Organisatie / Organisation"
NOT_READ = (  # by those who check: told above, or about texts that they see
    f"{published.FOLDER}/",
    f"{translations.FOLDER}/",
    f"{glossary.FOLDER}/",
    f"{sources.FOLDER}/",
    measures.FILE,
    moved_anchors.FILE,
    passages.FILE,
    word_lists.PLAIN_WORDS,
    word_lists.SPELLING,
)


def data_part(versions: Versions) -> list[str]:
    """Return what changed in other data: what it is about, before and after, with its sources."""
    found: dict[str, list[list[str]]] = {}
    for file in versions.files:
        if file.startswith(FOLDERS) and file.endswith(".yml") and not file.startswith(NOT_READ):
            found.setdefault(_title_of_file(file), []).extend(_data_rows(versions, file))
    head = ("", WAS, BECOMES, "bron / source")
    sections = [[f"## {title}", format_table(head, rows)] for title, rows in found.items() if rows]
    return [part for parts_ in sections for part in parts_]


def _title_of_file(file: str) -> str:
    folder, name = Path(file).parts[:2]
    return (
        FILE_TITLES.get(name.removesuffix(".yml"), OTHER)
        if folder == "data"
        else f"{ORGANISATION}: {escape_for_sheet(name)}"
    )


def _data_rows(versions: Versions, file: str) -> list[list[str]]:
    before, after = (_value(project, file) for project in (versions.before, versions.after))
    inside = Path(file).stem if Path(file).parent.name == "menu" else ""
    steps = (_page_called(versions, inside),) if inside else ()
    return [_data_row(versions, one) for one in differences(before, after, steps)]


def _data_row(versions: Versions, one: Difference) -> list[str]:
    """Return a row: the way to a value, what it was and is, and where it comes from."""
    if one.is_order:
        order = (
            " → ".join(_titles_of_step(versions, entry) for entry in these)
            for these in (one.before, one.after)
        )
        return [_titled(ORDER, format_way(versions, one.steps[:-1])), *map(escape_for_sheet, order), "-"]
    was, now, beside = (
        format_value_in_lines(versions, one.before),
        format_value_in_lines(versions, one.after),
        _sources(versions, one.sources),
    )
    if len(was) <= 1 and len(now) <= 1:
        return [format_way(versions, one.steps), *mark_changes("".join(was), "".join(now)), beside]
    kind = NEW if one.before is None else GONE if one.after is None else ""
    steps = _shown_steps(one.steps)
    if kind and steps and isinstance(steps[-1], Mapping):
        steps.pop()  # it stands beside it as a whole
    cells = ("<br>".join(map(escape_for_sheet, lines)) for lines in (was, now))
    return [_titled(kind, format_way(versions, steps)), *cells, beside]


def _titled(kind: str, where: str) -> str:
    return ": ".join(filter(None, [kind, where]))


def _page_called(versions: Versions, name: str) -> str:
    page = versions.after.page(SOURCE_LANGUAGE, name) or versions.before.page(SOURCE_LANGUAGE, name)
    return page.meta.title if page else name


def _value(project: Project, file: str) -> Any:
    root = project.settings.root
    return Reader(root).document(root / file).value if (root / file).is_file() else None


def format_way(versions: Versions, steps: Sequence[Step]) -> str:
    """Return the way to a value, as those who check read it."""
    return escape_for_sheet(" › ".join(_titles_of_step(versions, step) for step in _shown_steps(steps)))


def _shown_steps(steps: Sequence[Step]) -> list[Step]:
    """Return the steps without each key of a list whose entry follows."""
    return [
        step
        for step, following in zip_longest(steps, steps[1:])
        if not (isinstance(step, str) and isinstance(following, Mapping))
    ]


def _titles_of_step(versions: Versions, step: Step) -> str:
    """Return how a key, or an entry of a list, is called: in each language where it has words for it."""
    if isinstance(step, Mapping):
        own = step.get("title", step)
        by_language = [
            str(own[lang]) for lang in versions.languages if isinstance(own, Mapping) and own.get(lang)
        ]
        named = (
            by_language
            or [str(step[key]) for key in NAMING if key in step]
            or format_value_in_lines(versions, step)
        )
        return shorten(" / ".join(dict.fromkeys(named)), LONGEST_NAME, placeholder=" …")
    if step in LANGUAGES:
        return language_name(step)
    if re.fullmatch(r"\d{4}-\d{2}-\d{2}", step):
        date = datetime.date.fromisoformat(step)
        return " / ".join(dict.fromkeys(format_day(date, lang) for lang in versions.languages))
    labels = [words.get(f"label_{step}", step) for words in versions.after.words.editing.values()]
    return " / ".join(dict.fromkeys(labels))


def format_value_in_lines(versions: Versions, value: object, before: str = "") -> list[str]:
    """Return what a value says, a line each; of a group each line begins with what it is about."""
    if isinstance(value, Mapping):
        inside = [
            (_titles_of_step(versions, str(key)), part)
            for key, part in value.items()
            if not _is_name(key, part)
        ]
    elif isinstance(value, list) and any(isinstance(part, Mapping) for part in value):
        inside = [("", part) for part in value]
    else:
        text = _format_single_value(value)
        return [f"{before}: {text}" if before else text] if text else []
    return [
        line
        for name, part in inside
        for line in format_value_in_lines(versions, part, " › ".join(filter(None, [before, name])))
    ]


def _is_name(key: object, value: object) -> bool:
    return key == "id" or is_source_key(key, value)


def _format_single_value(value: object) -> str:
    """Return a single value, or a list of them, as people say it."""
    if isinstance(value, list):
        return ", ".join(map(_format_single_value, value))
    if isinstance(value, bool):
        return "ja / yes" if value else "nee / no"
    return "" if value is None else str(value)


def _sources(versions: Versions, ids: Sequence[str]) -> str:
    known = {**versions.before.sources, **versions.after.sources}
    return "<br>".join(escape_for_sheet(source_line(known[id_])) for id_ in ids if id_ in known) or "-"
