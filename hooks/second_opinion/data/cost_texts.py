"""What the cost estimate in the page works with: amounts by year, sources, words; data/cost-estimate.yml."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from msgspec import Struct

from second_opinion.core.cache import cached
from second_opinion.core.findings import Finding
from second_opinion.core.records import Strict, Wording
from second_opinion.core.validation import YamlDocument, validate
from second_opinion.data.blanks import COST_ANSWER, COST_FORM
from second_opinion.data.cost_questions import QUESTIONS, CostQuestion, answer_blanks, form_blanks
from second_opinion.data.interface import NamedWords, read_named_words
from second_opinion.data.sources import message_of_missing_source

FILE = "data/cost-estimate.yml"

# What `{{ cost_estimate }}` leaves in the body of a page; the template puts the form in its place.
TOOL = "cost-estimate"
PLACE = f'<div data-tool="{TOOL}"></div>'


class CostFile(Strict):
    """The whole file."""

    sources: dict[str, list[str]]
    form: dict[str, Wording]
    answer: dict[str, Wording]


class CostTexts(Struct, frozen=True):
    """The questions of the form, its words and those of its answers in each language, and the sources of each line."""

    questions: Sequence[CostQuestion]
    form: Mapping[str, NamedWords]
    answer: Mapping[str, NamedWords]
    line_sources: Mapping[str, Sequence[str]]

    def named_sources(self) -> set[str]:
        """Return the ids of the sources of all lines."""
        return {id_ for ids in self.line_sources.values() for id_ in ids}


def read_cost_texts(
    document: YamlDocument, source_ids: Collection[str], questions: Sequence[CostQuestion] = QUESTIONS
) -> tuple[CostTexts | None, list[Finding]]:
    """Return words and sources, with findings about their form, sources that do not exist, and words that lack."""
    file, findings = validate(document, CostFile)
    findings = [*document.findings, *findings]
    if file is None:
        return None, findings
    for line, ids in file.sources.items():
        for index, id_ in enumerate(ids):
            if source_ids and id_ not in source_ids:
                place = document.line("sources", line, index)
                findings.append(Finding(FILE, place, *message_of_missing_source(id_, source_ids)))
    form, in_form = read_named_words(_part(document, "form"), form_blanks(questions) | COST_FORM)
    answer, in_answer = read_named_words(_part(document, "answer"), COST_ANSWER | answer_blanks(questions))
    return CostTexts(questions, form, answer, file.sources), [*findings, *in_form, *in_answer]


@cached
def _part(document: YamlDocument, key: str) -> YamlDocument:
    """Return one part of a file as if it were a file of its own, with the same line numbers."""
    lines = {place[1:]: line for place, line in document.lines.items() if place[:1] == (key,)}
    return YamlDocument(document.file, document.value[key], lines)
