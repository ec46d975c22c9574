"""The questions that the headings of the pages answer, of which the page of common questions is made."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from msgspec import Struct

from second_opinion.core.findings import Finding
from second_opinion.core.markdown_text import Text, headings_and_folds

LEVELS = (2, 3)
CLASS = "question"


class Question(Struct, frozen=True):
    """A heading or the title of a folded part that asks something, and the anchor of its answer."""

    line: int
    words: str
    anchor: str

    @property
    def said(self) -> str:
        """Return its words as they are compared: without capitals, marks and stress."""
        return " ".join(re.findall(r"[^\W_]+", self.words.casefold()))


class ListedPage(Struct, frozen=True):
    """A page as the list of questions shows it: its short label, its name, and its text with all that is put in."""

    label: str
    name: str
    text: Text


def questions_of(text: Text) -> tuple[Question, ...]:
    """Return the questions that a text asks in its headings and the titles of its folded parts, in order."""
    return tuple(one for one in _titles(text) if "?" in one.words and one.anchor)


def _titles(text: Text) -> Iterator[Question]:
    headings, folds = headings_and_folds(text)
    sections = [Question(one.line, one.title, one.anchor) for one in headings if one.level in LEVELS]
    folded = [Question(one.line, one.title, one.anchor) for one in folds]
    yield from sorted(sections + folded, key=lambda one: one.line)


def questions_markdown(pages: Iterable[ListedPage]) -> str:
    """Return the questions of all pages as Markdown: a heading for each that has any, and a link for each question.

    A question that two pages answer leads to the first of them.
    """
    groups, listed = [], set[str]()
    for page in pages:
        new = [one for one in questions_of(page.text) if one.said not in listed]
        listed.update(one.said for one in new)
        if new:
            groups.append(_group(page, new))
    return "\n\n".join(groups)


def _group(page: ListedPage, found: Iterable[Question]) -> str:
    links = (f"- [{one.words}]({page.name}.md#{one.anchor}){{ .{CLASS} }}" for one in found)
    return "\n".join([f"## {page.label} {{#about-{page.name}}}", "", *links])


def check_asked_twice(texts: Iterable[Text]) -> Iterator[Finding]:
    """Find questions that are answered twice: the list shows the first; ``texts`` are those of one language."""
    first: dict[str, tuple[str, int]] = {}
    for text in texts:
        for one in questions_of(text):
            file, line = first.setdefault(one.said, (text.file, one.line))
            if (file, line) != (text.file, one.line):
                where = f"in {file} (line {line})" if file != text.file else f"on line {line}"
                wrong = f"the question '{one.words}' is answered here and {where}"
                do = "answer it in one of the two, and give the other a heading of its own"
                yield Finding(text.file, one.line, wrong, do, is_fault=False)
