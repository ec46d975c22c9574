"""What takes the place of each name in {{ }} on the pages of a language, made of all that was read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from msgspec.structs import replace

from second_opinion.brand import imprint
from second_opinion.brand.model import Brand
from second_opinion.brand.speaker import Speaker
from second_opinion.core.markdown_text import Text, fill_names, include_snippets, names_to_fill
from second_opinion.data import (
    cost_examples,
    cost_texts,
    deductible,
    glossary,
    sources,
    studies,
    tools,
    who_does_what,
)
from second_opinion.data.glossary import NOTHING_EXPLAINED, Term, terms_explained_in
from second_opinion.project.project import COST_ESTIMATE, QUESTIONS, SOURCES, Project
from second_opinion.project.sources_of_pages import pages_by_source
from second_opinion.texts import questions
from second_opinion.texts.left_out import without_links_to


def with_values(project: Project) -> Project:
    """Return a project with what takes the place of each name on its pages."""
    return replace(project, values={lang: _values_in(project, lang) for lang in project.languages})


def _values_in(project: Project, lang: str) -> dict[str, str]:
    """Return what takes the place of each name on the pages of a language."""
    words, brand, table = project.words.site[lang], project.brand.readable, project.costs.deductible
    values = {
        COST_ESTIMATE: cost_texts.PLACE,
        "cost_examples": _examples_in(project, lang),
        studies.NAME: studies.studies_html(project.studies, lang, words),
        who_does_what.NAME: _drawing_in(project, lang),
        **_names_of_faulty_lists(project, lang),
        **tools.placeholders(project.tools),
        SOURCES: _sources_in(project, lang),
        tools.NAME: tools_in(project, lang),
        **dict.fromkeys(
            (*imprint.NAMES, *deductible.NAMES), ""
        ),  # what data lack is a fault there, not on a page
        **(_names_of_site(project, brand, lang) if brand else {}),
        **(deductible.deductible_names(table, project.today, lang, words) if table else {}),
    }
    listed = terms_listed(replace(project, values={lang: values}), lang)
    return values | {
        "glossary": glossary.glossary_markdown(listed),
        QUESTIONS: questions.questions_markdown(_subjects_in(project, lang, values)),
    }


def _names_of_faulty_lists(project: Project, lang: str) -> dict[str, str]:
    """Return the names of faulty lists on the pages: a part that a page names may lack for just that reason."""
    texts = [*(page.text for page in project.written_pages), *project.snippets[lang].values()]
    named = {name for text in texts for _, name in names_to_fill(text)}
    return {
        name: ""
        for name in named
        if tools.named_in(name) in tools.TOOLS and tools.tool_file(tools.named_in(name)) in project.faulty
    }


def _names_of_site(project: Project, brand: Brand, lang: str) -> dict[str, str]:
    """Return the values that say whose site it is: a hospital's, or the project's own."""
    if project.settings.is_neutral:
        return imprint.names_of_project(brand, lang, project.words.site[lang])
    speaker = Speaker(brand, lang, project.own_page.words[lang], project.today)
    return imprint.names_of_hospital(speaker, project.words.site[lang], project.release)


def tools_in(project: Project, lang: str) -> str:
    """Return the lists to take along as Markdown, each with the way to it; without those that no page shows."""
    places = {name: place for name in project.tools if (place := _place_of_tool(project, lang, name))}
    return tools.tools_markdown(project.tools, places, lang)


def _place_of_tool(project: Project, lang: str, name: str) -> str:
    """Return the page on which a list stands open, or its first part on the first page that has it folded."""
    tool = project.tools[name].tool
    if tool.home and project.page(lang, tool.home):
        return f"{tool.home}.md"
    for _, page in project.subjects[lang]:
        if name in {tools.named_in(said) for _, said in names_to_fill(page.text)}:
            return f"{page.name}.md#{name}-{tool.parts[0].id}"
    return ""


def _drawing_in(project: Project, lang: str) -> str:
    """Return the words of who does what; none where it cannot be drawn, which is a finding already."""
    drawing = project.who_does_what
    return who_does_what.who_does_what_html(drawing, lang) if drawing else ""


def terms_listed(project: Project, lang: str) -> list[Term]:
    """Return the terms of the list of words, without those that are explained only on pages left out."""
    names = project.brand.left_out
    left_out = [page for page in project.shared.all if page.lang == lang and page.name in names]
    gone = {term.id: term for page in left_out for term in project.explained_on(page)}
    for page in project.pages if gone else ():
        if page.lang == lang and page.name not in NOTHING_EXPLAINED:
            shown = without_links_to(names, project.whole_text(page))
            for term in terms_explained_in(shown, [*gone.values()]):
                del gone[term.id]
    return [term for term in project.terms[lang] if term.id not in gone]


def _subjects_in(project: Project, lang: str, values: Mapping[str, str]) -> Iterator[questions.ListedPage]:
    """Yield the subjects of a language in the order of the menu, without the page that lists their questions."""
    snippets = project.snippet_bodies[lang]
    for entry, page in project.subjects[lang]:
        if QUESTIONS not in {name for _, name in names_to_fill(page.text)}:
            text = Text(page.file, fill_names(include_snippets(page.text.body, snippets), values))
            yield questions.ListedPage(entry.label(lang), page.name, text)


def _examples_in(project: Project, lang: str) -> str:
    """Return the worked examples in a language as Markdown; none where the words of their parts cannot be read."""
    if project.costs.texts is None:
        return ""
    left_out, cases = project.brand.left_out, project.brand.cases
    examples = cost_examples.examples_without(project.costs.examples, left_out, cases)
    return cost_examples.cost_examples_markdown(
        examples, project.costs.deductible, lang, project.words.site[lang], project.costs.texts.answer[lang]
    )


def _sources_in(project: Project, lang: str) -> str:
    """Return the record of each source of the pages of a language as Markdown, with links to these pages."""
    labels = {entry.page: entry.label(lang) for entry in project.menu}
    pages = pages_by_source(project, lang)
    links = {
        id_: [f"[{labels.get(page.name, page.meta.title)}]({page.name}.md)" for page in of_source]
        for id_, of_source in pages.items()
    }
    return sources.sources_markdown(project.sources, links, lang, project.words.site[lang])
