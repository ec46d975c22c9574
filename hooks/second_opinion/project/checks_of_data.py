"""Checks of data files against each other and the pages: sources, lists to take along, worked examples."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from second_opinion.core.findings import Finding
from second_opinion.core.languages import FACTS, SOURCE_LANGUAGE, others
from second_opinion.data import cost_examples, sources, studies, tools
from second_opinion.data.cost_examples import check_deductibles, example_texts
from second_opinion.project.project import Check, Project
from second_opinion.project.sources_of_pages import named_sources, sources_named_on
from second_opinion.texts.parity import check_text_parity
from second_opinion.texts.placeholders import IN_LISTS, check_amounts, check_own_amounts


def check_unnamed_sources(project: Project) -> Iterable[Finding]:
    """Find sources that nothing names; where a part cannot be read, one of it may be meant."""
    parts = (project.costs.deductible, project.costs.texts)
    if (
        project.shared.broken
        or project.own.broken
        or None in parts
        or any(file.startswith((sources.FOLDER, studies.FILE)) for file in project.faulty)
    ):
        return []
    pages = (*project.shared.sound, *project.own.sound)
    named = {id_ for page in pages for id_ in sources_named_on(project, page)}
    return sources.check_named(project.source_files, named | named_sources(project))


def check_lists_to_take_along(project: Project) -> Iterator[Finding]:
    """Find links of these lists that lead nowhere, people that nobody knows, and amounts and numbers that differ."""
    drawing = project.who_does_what
    anchors = {lang: _led_to(project, lang) for lang in project.languages if FACTS[lang].is_whole}
    for file in project.tools.values():
        yield from tools.check_tool_links(
            file, anchors, project.page_names.became, project.page_names.unknown
        )
        if drawing:
            yield from tools.check_who(file, [party.id for party in drawing.parties])
        for document, _ in file.said:
            original = tools.texts_of_tool(document, SOURCE_LANGUAGE)
            for text in original:
                yield from check_amounts(text, instead=IN_LISTS)
            for lang in others(SOURCE_LANGUAGE, project.languages):
                twins = tools.texts_of_tool(document, lang)
                if len(twins) == len(original):
                    pairs = zip(original, twins, strict=True)
                    yield from (found for pair in pairs for found in check_text_parity(*pair))


def _led_to(project: Project, lang: str) -> dict[str, set[str]]:
    """Return the sections of each page to which a list may lead: also those that a brand's page lacks, or left out."""
    found: dict[str, set[str]] = {}
    shared = [page for page in project.shared.all if page.lang == lang]
    for page in (*shared, *project.pages_of_editors(lang), *project.linked_pages(lang)):
        found.setdefault(page.name, set()).update(project.anchors(page))
    return found


def check_worked_examples(project: Project) -> Iterator[Finding]:
    """Find examples worked out with another deductible than that of their year, and words with amounts of none."""
    document = project.data_file(cost_examples.FILE)
    if project.costs.deductible:
        yield from check_deductibles(document, project.costs.examples, project.costs.deductible)
    for example, text in example_texts(document, project.costs.examples):
        yield from check_own_amounts(text, example.amounts, example.percentage)


CHECKS: tuple[Check, ...] = (
    check_unnamed_sources,
    check_lists_to_take_along,
    check_worked_examples,
)
