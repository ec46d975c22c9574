"""Every shared passage that there ever was, and what says the same now of each that is gone: data/passages.yml.

A hospital may have one of its own in the place of such a passage, and is told where its words belong now.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Annotated

from pydantic import AfterValidator

from second_opinion.core.findings import Finding, Message, did_you_mean, message_of_missing_page
from second_opinion.core.records import SLUG, Table
from second_opinion.core.validation import YamlDocument, validate_rest
from second_opinion.data.cases import usual
from second_opinion.data.moved_anchors import parse_page_anchor

FILE = "data/passages.yml"
NAME = re.compile(rf"{SLUG}\.md")
HEAD = """\
# Every shared passage that there ever was, by its name in snippets/. Behind one that is there stands []. Behind one
# that is gone stands what says the same now, in order: other passages, or a page and its section, like
# [plan-start.md, costs#who-pays]. `make record` writes down what is new, and looks up what took the place of others.
"""


def _validate_passage(value: str) -> str:
    if not NAME.fullmatch(value):
        raise ValueError("this is no name of a passage; write that of its file, like safety.md")
    return value


def _heir(value: str) -> str:
    return value if NAME.fullmatch(value) else parse_page_anchor(value)


class Passages(
    Table[
        dict[Annotated[str, AfterValidator(_validate_passage)], list[Annotated[str, AfterValidator(_heir)]]]
    ]
):
    """The file: what says the same now, by the passage that said it."""


def read_passages(document: YamlDocument) -> tuple[dict[str, list[str]], list[Finding]]:
    """Return what says the same now as each passage that there ever was; nothing of one that is there."""
    table, _, findings = validate_rest(document, Passages)
    return table.root if table else {}, [*document.findings, *findings]


def check_passages(
    document: YamlDocument,
    passages: Mapping[str, Sequence[str]],
    there: Collection[str],
    anchors: Mapping[str, Collection[str]],
    became: Mapping[str, str],
) -> list[Finding]:
    """Find passages that are gone without a word of what says the same now, and words that lead nowhere.

    ``there`` are the passages, ``anchors`` the sections of each page, also those that moved, ``became`` the page that
    took the place of each one that went. Lines about a passage that is there are passed over: it came back.
    """
    findings = []
    for name, heirs in passages.items():
        if name in there:
            continue
        line = document.line(name)
        if not heirs:
            wrong = f"the passage '{name}' is gone, and a hospital may have one of its own in its place"
            do = "write in its brackets what says the same now, like [other.md, costs#who-pays], or run 'make record', "
            do += "which looks it up"
            findings.append(
                Finding(
                    document.file,
                    line,
                    wrong,
                    do,
                    is_fault=False,
                    name="passage_gone",
                    values={"passage": name},
                )
            )
        findings += [
            Finding(document.file, line, f"'{name}' leads to '{heir}', {wrong}", do)
            for heir in heirs
            for wrong, do in _messages_of_lost_heir(heir, passages, there, anchors, became)
        ]
    return findings


def _messages_of_lost_heir(
    heir: str,
    passages: Mapping[str, Sequence[str]],
    there: Collection[str],
    anchors: Mapping[str, Collection[str]],
    became: Mapping[str, str],
) -> Iterator[Message]:
    """Yield what is wrong with a passage or section that took the place of one that is gone, and what to do."""
    if NAME.fullmatch(heir):
        if heir not in there and passages.get(heir):
            yield "which is gone too", f"write '{', '.join(passages[heir])}'"
        elif heir not in there:
            yield (
                "and there is no such passage",
                did_you_mean(heir, {name for name in there if not usual(name)}),
            )
        return
    page, _, anchor = heir.partition("#")
    if page not in anchors:
        wrong, do = message_of_missing_page(page, anchors, became)
        yield f"and {wrong}", do
    elif anchor and anchor not in anchors[page]:
        near = did_you_mean(heir, [f"{page}#{one}" for one in anchors[page]])
        yield f"which is no section of {page}.md", near


def format_passages(passages: Mapping[str, Sequence[str]], there: Collection[str]) -> str:
    """Return the file with all that was ever there, what is there now too, in the order of the alphabet."""
    names = sorted({*passages, *(name for name in there if not usual(name))})
    heirs = {name: [] if name in there else passages.get(name, []) for name in names}
    return HEAD + "".join(f"{name}: [{', '.join(heirs[name])}]\n" for name in names)
