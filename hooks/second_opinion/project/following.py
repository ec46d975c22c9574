"""Which sentences of the shared pages follow a key of brand.yml that a hospital sets alone: the table of the guide."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import cache
from pathlib import PurePosixPath

from msgspec import Struct

from second_opinion.brand.brand_keys import KeyAlone, keys_alone
from second_opinion.brand.case_rules import cases_of
from second_opinion.core.languages import REPORT_LANGUAGE
from second_opinion.core.markdown_text import Text, headings_and_folds, include_snippets, names_to_fill
from second_opinion.data.cases import (
    CASES,
    NO_MENTAL_HEALTH,
    NO_REPORT,
    OWN_WAY,
    case_of,
    passages_in,
    usual,
)
from second_opinion.data.tools import named_in
from second_opinion.project.project import Project

OF_ANY_KEY = (OWN_WAY, NO_REPORT)  # hold as soon as a hospital says anything of its way
MOST_NAMED = 2  # keys of those that would say something else
ANYTHING = "Anything on your own page"
BEGINNING, DRAWING, EXAMPLES = "the beginning", "the drawing", "the examples"
END_OF_BLOCK = "///"
Questions = Mapping[str, Sequence[str]]  # by the page on which they stand


def follow_table(project: Project) -> str:
    """Return what follows each key as a table of Markdown; keys that the same follows share a row."""
    keys_by_cell: dict[str, list[str]] = {}
    for key, followed in questions_that_follow(project).items():
        keys_by_cell.setdefault(_as_cell(followed), []).append(key)
    rows = [f"| {', '.join(keys)} | {cell} |" for cell, keys in keys_by_cell.items()]
    return "\n".join(["| What you say | Where our sentences follow it |", "|---|---|", *rows])


def _as_cell(followed: Questions) -> str:
    parts = (f"**{page}**: {' · '.join(questions)}" for page, questions in followed.items())
    return "<br>".join(parts).replace("|", "\\|")


def questions_that_follow(project: Project) -> dict[str, Questions]:
    """Return where a shared sentence follows each key alone, by the name of the key in the table.

    What any key does that says something of a hospital's way stands once, with all of those.
    """
    said = cache(lambda cases: dict(_said(project, cases)))
    tried = [*keys_alone()]
    pairs = [(f"`{one.key}`", *_cases_around(one)) for one in tried]
    if any(OWN_WAY in _new_cases(one) for one in tried):
        pairs.insert(0, (ANYTHING, (), OF_ANY_KEY))
    found: dict[str, dict[str, dict[str, None]]] = {}
    for name, before, now in pairs:
        for page, questions in _changed(said(before), said(now)).items():
            found.setdefault(name, {}).setdefault(page, {}).update(questions)
    return {
        key: {page: [*questions] for page, questions in sorted(pages.items())} for key, pages in found.items()
    }


class OtherWording(Struct, frozen=True):
    """What takes the place of a wording in some case: its text, and the keys that bring it."""

    words: str
    keys: Sequence[str]


def answers_beside(project: Project, lang: str) -> Iterator[tuple[str, list[OtherWording]]]:
    """Yield what is said as soon as a hospital says anything, with each other wording that can stand there instead."""
    brought = _keys_by_case()
    snippets = {name: text.body for name, text in project.shared.snippets[lang].items()}
    wordings: dict[str, dict[str, str]] = {}
    for name, body in snippets.items():
        wordings.setdefault(usual(name), {})[case_of(name)] = body
    said = [
        (text.body, wordings.get(name, {}))
        for name, text in project.snippets[lang].items()
        if not case_of(name) and case_of(PurePosixPath(text.file).name) in OF_ANY_KEY
    ]
    said += [
        (
            line.if_[case].part(lang) or "",
            {other: words.part(lang) or "" for other, words in line.if_.items()},
        )
        for tool in project.tools.values()
        for part in tool.tool.parts
        for line in part.every_line()
        for case in OF_ANY_KEY
        if case in line.if_
    ]
    for body, others in said:
        yield (
            body,
            [
                OtherWording(other, [*brought.get(case, ())])
                for case, other in others.items()
                if case not in OF_ANY_KEY
            ],
        )


def keys_of_another(sentences: Sequence[str], wordings: Sequence[OtherWording]) -> list[str]:
    """Return the keys that bring most of the wordings in which one of these sentences does not stand."""
    others = (one for one in wordings if not all(sentence in one.words for sentence in sentences))
    return [key for key, _ in Counter(key for one in others for key in one.keys).most_common(MOST_NAMED)]


def _keys_by_case() -> dict[str, dict[str, None]]:
    """Return the keys that bring each case."""
    found: dict[str, dict[str, None]] = {}
    for one in keys_alone():
        for case in _new_cases(one):
            found.setdefault(case, {})[one.key] = None
    return found


def _new_cases(one: KeyAlone) -> set[str]:
    return {*cases_of(one.saying)} - {*cases_of(one.without)}


def _cases_around(one: KeyAlone) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the cases that hold without a key, with those that any other key would bring as well, and those with it.

    Both are those of a hospital that gives second opinions in mental health care, where the key does not decide that.
    """
    before = {*cases_of(one.without), *(_new_cases(one) & {*OF_ANY_KEY})}
    now = {*cases_of(one.saying)}
    undecided = before & now & {NO_MENTAL_HEALTH}
    return _in_order(before - undecided), _in_order(now - undecided)


def _in_order(cases: Collection[str]) -> tuple[str, ...]:
    return tuple(case for case in CASES if case in cases)


def _changed(
    before: Mapping[str, Mapping[str, str]], now: Mapping[str, Mapping[str, str]]
) -> dict[str, dict[str, None]]:
    """Return by page what says something else than it did."""
    changed = {
        page: dict.fromkeys(
            one for one in {**parts, **before[page]} if before[page].get(one) != parts.get(one)
        )
        for page, parts in now.items()
    }
    return {page: questions for page, questions in changed.items() if questions}


def _said(project: Project, cases: Sequence[str]) -> Iterator[tuple[str, dict[str, str]]]:
    """Yield each shared page with its parts in these cases: below each question, and what is drawn or listed."""
    bodies = {name: text.body for name, text in project.shared.snippets[REPORT_LANGUAGE].items()}
    passages = passages_in(bodies, cases)
    for page in project.shared.sound:
        if page.lang == REPORT_LANGUAGE:
            text = Text(page.file, include_snippets(page.text.body, passages))
            yield page.name, {**_parts(text), **dict(_shown_in(project, text, cases))}


def _parts(text: Text) -> dict[str, str]:
    """Return the lines of a page below each heading, and of each folded part by its title."""
    headings, folds = headings_and_folds(text)
    heads, folded = ({one.line: one.title for one in found} for found in (headings, folds))
    parts: dict[str, str] = {}
    section = place = BEGINNING
    for line, words in text.lines():
        section = heads.get(line, section)
        place = section if line in heads else folded.get(line, place)
        parts[place] = f"{parts.get(place, '')}{words}\n"
        place = section if words.strip() == END_OF_BLOCK else place
    return parts


def _shown_in(project: Project, text: Text, cases: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Yield what a page shows beside its text: lists to take along, the drawing, and the examples of what it costs."""
    for _, name in names_to_fill(text):
        tool = project.tools.get(named_in(name))
        if tool:
            asked = name.partition(".")[2]
            said = tool.in_cases(cases).tool
            yield (
                f"“{said.title.part(REPORT_LANGUAGE)}”",
                repr([one for one in said.parts if asked in ("", one.id)]),
            )
        elif name == "who_does_what" and project.who_does_what:
            yield DRAWING, repr(project.who_does_what.in_cases(cases))
        elif name == "cost_examples":
            yield EXAMPLES, repr([one.id for one in project.costs.examples if not {*one.unless} & {*cases}])
