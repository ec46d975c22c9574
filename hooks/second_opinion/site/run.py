"""The state of one build."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from mkdocs.exceptions import Abort
from mkdocs_static_i18n.config import I18nPluginLanguage
from msgspec import Struct, field

from second_opinion.brand.brand_view import BrandView, brand_view
from second_opinion.brand.colours import read_tokens
from second_opinion.brand.logo import ShownLogo, shown_logos
from second_opinion.brand.model import Brand
from second_opinion.brand.speaker import Speaker
from second_opinion.core.addresses import relative
from second_opinion.core.findings import Finding
from second_opinion.core.languages import DEFAULT_LANGUAGE, FACTS, LANGUAGES, SOURCE_LANGUAGE
from second_opinion.project.project import Project
from second_opinion.project.reading import read_unchecked, with_findings_of_checks
from second_opinion.project.settings import settings_from
from second_opinion.site.body import NotYet
from second_opinion.site.diagrams import Lane
from second_opinion.site.finished_bodies import BodyInputs, LanguageInputs, Outline, finish_or_reuse, said_in
from second_opinion.site.passed import with_years
from second_opinion.site.rendering import Renderer
from second_opinion.site.reporting import log_findings
from second_opinion.site.search_index import SearchSection
from second_opinion.texts.markup import boxes_of, check_finished_body
from second_opinion.texts.pages import icons_of_steps
from second_opinion.texts.published import page_address
from second_opinion.texts.snippets import with_its_snippets

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files


class Run(Struct, dict=True):
    """One build of all languages: what it is made from, what it needs of its pages, and what renders them.

    ``sections`` are those of the pages of a language until its search index is written.
    """

    project: Project
    brand: Brand
    outlines: dict[tuple[str, str], Outline] = field(default_factory=dict)
    sections: dict[tuple[str, str], tuple[SearchSection, ...]] = field(default_factory=dict)
    renderers: dict[str, Renderer] = field(default_factory=dict)
    media: dict[str, Mapping[str, str | None]] = field(default_factory=dict)
    _brand_views: dict[str, BrandView] = field(default_factory=dict)
    _language_inputs: dict[str, LanguageInputs] = field(default_factory=dict)

    def languages_to_build(self) -> list[I18nPluginLanguage]:
        """Return the languages as static-i18n takes them."""
        return [_plugin_language(lang, is_built=lang in self.project.languages) for lang in LANGUAGES]

    def speaker(self, lang: str) -> Speaker:
        """Return the brand as it speaks a language."""
        return self.project.speakers[lang]

    def brand_view(self, lang: str) -> BrandView:
        """Return what the templates of a language show of the brand."""
        project = self.project
        if lang not in self._brand_views:
            self._brand_views[lang] = brand_view(
                self.speaker(lang),
                project.settings.brand,
                project.words.site[lang],
                project.release,
                logos=self.logos,
                is_neutral=project.settings.is_neutral,
                is_preview=project.settings.is_preview,
            )
        return self._brand_views[lang]

    @cached_property
    def logos(self) -> list[ShownLogo]:
        """Return the logo of the brand on the light and on the dark page, and how it stands out there."""
        tokens = self.project.tokens
        if tokens is None:
            return []
        return shown_logos(self.brand, self.project.settings.brand, read_tokens(tokens))

    def finish(
        self, html: str, lang: str, name: str, find_file: Callable[[str], Path | None]
    ) -> tuple[str, list[Finding]]:
        """Return the rendered body of a page as its readers get it, and what they must not get; keep the rest."""
        project = self.project
        words, here = project.page(lang, "words"), project.page(lang, name)
        icons = here.meta.step_icons if here else []
        steps = icons_of_steps(icons, project.whole_text(here).body) if here and icons else []
        inputs = BodyInputs(
            html=html,
            name=name,
            names=[] if project.settings.is_neutral else said_in(html, self.brand.proper_names(lang)),
            words_address=relative(page_address(words), page_address(here)) if words and here else "",
            steps=[*map(project.icons.number_of, steps)],
            not_yet=self.not_yet(lang, name),
            language=self._inputs_of_language(lang),
        )
        texts = with_its_snippets(here.text, project.snippets[lang]) if here else []
        tools = {tool: file.tool for tool, file in project.tools.items()}
        made, findings = finish_or_reuse(
            inputs,
            tools,
            find_file,
            lambda body: check_finished_body(body, texts, self._findings_of_checks()),
        )
        self.outlines[lang, name], self.sections[lang, name] = made.outline, made.sections
        return made.html, findings

    @cached_property
    def with_findings(self) -> Project:
        """Return the project with all that is wrong with it; the checks run when somebody asks first."""
        return with_findings_of_checks(self.project)

    def _findings_of_checks(self) -> Iterator[Finding]:
        yield from self.with_findings.findings  # only where somebody looks

    def _inputs_of_language(self, lang: str) -> LanguageInputs:
        """Return what the bodies of all pages of a language are made of."""
        project, drawing = self.project, self.project.who_does_what
        if lang not in self._language_inputs:
            source_terms = project.terms[SOURCE_LANGUAGE] if lang != SOURCE_LANGUAGE else ()
            parties = drawing.parties if drawing else ()
            self._language_inputs[lang] = LanguageInputs(
                lang=lang,
                words=project.words.site[lang],
                terms=project.terms[lang],
                source_words=[word.casefold() for term in source_terms for word in (term.term, *term.forms)],
                left_out=sorted(self.brand.left_out),
                boxes={kind: project.icons.number_of(icon) for kind, icon in project.icons.named.items()},
                studies=project.studies,
                ways=drawing.ways() if drawing else (),
                lanes=[Lane(project.icons.number_of(party.icon), party.letters(lang)) for party in parties],
            )
        return self._language_inputs[lang]

    def not_yet(self, lang: str, name: str) -> list[NotYet]:
        """Return the sections of a page that are in the source language alone, as it says where to read them."""
        here, original = self.project.page(lang, name), self.project.page(SOURCE_LANGUAGE, name)
        if here is None or original is None or here is original:
            return []
        way = relative(page_address(original), page_address(here))
        return [
            NotYet(
                one.heading.anchor, one.after, _shown_title(one.heading.title), f"{way}#{one.heading.anchor}"
            )
            for one in self.project.sections_waiting(lang, name)
        ]

    def renderer(self, lang: str, config: MkDocsConfig, files: Files) -> Renderer:
        """Return what renders the pages of a language, among the files of that language."""
        project = self.project
        return Renderer(
            config,
            files,
            snippets=project.snippet_bodies[lang],
            values=with_years(project.values[lang], project.words.site[lang]),
        )

    def markdown_settings(self, lang: str) -> dict[str, Any]:
        """Return the settings of the Markdown extensions that differ by language."""
        return {"pymdownx.blocks.admonition": {"types": boxes_of(self.project.words.site[lang])}}


def _shown_title(title: str) -> str:
    """Return the words of a heading without the marks of Markdown."""
    return re.sub(r"[*_`]", "", title)


def _plugin_language(lang: str, *, is_built: bool) -> I18nPluginLanguage:
    """Return a language as static-i18n takes it."""
    language = I18nPluginLanguage()
    language.load_dict(
        {"locale": lang, "name": FACTS[lang].name, "default": lang == DEFAULT_LANGUAGE, "build": is_built}
    )
    language.validate()
    return language


def start_run(root: Path, environment: Mapping[str, str]) -> Run:
    """Read everything that a build needs, as the environment says; whoever builds lets it be checked.

    Raises SetUpError where it cannot start, and Abort where the brand cannot be used, when what was found is logged.
    """
    project = read_unchecked(settings_from(environment, root))
    if project.brand.sound is None:
        log_findings(findings_for_builder(project, with_findings_of_checks(project).findings))
        log_findings(project.check_missed_words())
        raise Abort("the brand cannot be used")  # why has been logged
    return Run(project, project.brand.sound)


def log_told(run: Run) -> None:
    """Log what is wrong with what was read."""
    log_findings(findings_for_builder(run.project, run.with_findings.findings))


def findings_for_builder(project: Project, findings: Sequence[Finding]) -> list[Finding]:
    """Return the findings that concern who builds: a hospital gets no notice of shared texts, which it cannot mend.

    Those stand in the list of what is due (``make due``).
    """
    if project.settings.is_neutral:
        return list(findings)
    return [finding for finding in findings if finding.is_fault or project.is_of_brand(finding.file)]
