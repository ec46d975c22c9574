"""On which sources pages rest: those that they name, and those of the data that they show."""

from __future__ import annotations

from second_opinion.data import studies
from second_opinion.project.project import COST_ESTIMATE, Project
from second_opinion.texts.pages import Page


def sources_named_on(project: Project, page: Page) -> list[str]:
    """Return the ids of the sources that a page names itself, as they are called now."""
    return [project.new_names_of_sources.get(id_, id_) for id_ in page.meta.sources]


def sources_of_page(project: Project, page: Page) -> list[str]:
    """Return the ids of the sources that a page rests on: those that it names, and those of the data it shows."""
    shown = project.names_shown_on(page)
    of_data: set[str] = set()
    if project.costs.deductible and any(name.startswith(("deductible.", COST_ESTIMATE)) for name in shown):
        of_data |= project.costs.deductible.named_sources()
    if project.costs.texts and COST_ESTIMATE in shown:
        of_data |= project.costs.texts.named_sources()
    if studies.NAME in shown:
        of_data |= {study.source for study in project.studies}
    ids = dict.fromkeys([*sources_named_on(project, page), *sorted(of_data)])
    return [id_ for id_ in ids if id_ in project.sources]


def pages_by_source(project: Project, lang: str) -> dict[str, list[Page]]:
    """Return the pages of a language that rest on each source, by its id, in the order of the menu."""
    order = [entry.page for entry in project.menu]
    pages = [page for page in project.written_pages if page.lang == lang]
    pages.sort(key=lambda page: order.index(page.name) if page.name in order else -1)
    found: dict[str, list[Page]] = {}
    for page in pages:
        for id_ in sources_of_page(project, page):
            found.setdefault(id_, []).append(page)
    return found


def sources_of_data(project: Project) -> set[str]:
    """Return the ids of the sources of the amounts, the texts and the studies in data/."""
    of_costs = {
        id_
        for part in (project.costs.deductible, project.costs.texts)
        if part
        for id_ in part.named_sources()
    }
    return of_costs | {study.source for study in project.studies}


def named_sources(project: Project) -> set[str]:
    """Return the ids of the sources that the site names: on its pages, and with what its data says."""
    return sources_of_data(project) | {
        id_ for page in project.written_pages for id_ in sources_named_on(project, page)
    }
