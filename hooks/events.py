"""What happens in a build, in order. Each hook reads MkDocs' objects, calls a pure function and logs what it found.

static-i18n builds the languages one inside the other: its `on_post_build` (priority -100) runs the whole build again
for every further language, on the same configuration. So each hook here runs once a language, and only what starts or
ends the outer build looks at `building`.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

from mkdocs.exceptions import Abort, PluginError
from mkdocs.plugins import CombinedEvent, event_priority
from mkdocs.structure.files import File

from second_opinion.core.errors import doing
from second_opinion.core.formatting import with_straight_apostrophes
from second_opinion.links.finished_links import check_finished_site
from second_opinion.links.rules import PagesRead
from second_opinion.project.settings import SetUpError
from second_opinion.site.image_sizes import file_at
from second_opinion.site.page_view import page_view
from second_opinion.site.pages_sent import without_indentation
from second_opinion.site.rendering import leave_unrendered
from second_opinion.site.reporting import log_findings
from second_opinion.site.run import Run, log_told, start_run
from second_opinion.site.templates import environment, prepare_environment, use_own_templates_alone
from second_opinion.site.whole_site import (
    check_unused_words,
    error_page_context,
    write_cost_files,
    write_search_index,
    write_site_files,
)
from second_opinion.texts.published import page_address

if TYPE_CHECKING:
    from jinja2 import Environment
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files
    from mkdocs.structure.pages import Page as MkDocsPage
    from mkdocs.utils.templates import TemplateContext

    from second_opinion.texts.pages import Page


def run_of(config: MkDocsConfig) -> Run:
    """Return the state of this build."""
    run: Run = config.extra["run"]
    return run


def language_of(config: MkDocsConfig) -> str:
    """Return the language that is being built."""
    lang: str = config.plugins["i18n"].current_language  # type: ignore[attr-defined]
    return lang


def is_inner_build(config: MkDocsConfig) -> bool:
    """Tell whether static-i18n is building a further language inside the build of the first."""
    return bool(config.plugins["i18n"].building)  # type: ignore[attr-defined]


def is_for_texts(config: MkDocsConfig) -> bool:
    """Tell whether only the words of pages are wanted: then nothing is checked, and nothing stands around the pages."""
    return "texts_of" in config.extra


@event_priority(0)  # before static-i18n (-100) looks which languages to build
def _read_everything(config: MkDocsConfig) -> MkDocsConfig:
    """Read and check all content once, and tell static-i18n the languages of the brand."""
    if is_inner_build(config):
        return config
    use_own_templates_alone(config)
    try:
        run = config.extra["run"] = start_run(Path(config.docs_dir).parent, os.environ)
    except SetUpError as error:
        raise PluginError(str(error)) from None
    if "side_by_side" not in config.extra and not is_for_texts(config):
        log_told(run)
    config.extra["pages_read"] = PagesRead(run.brand.site_url)
    config.plugins["i18n"].config.languages = run.languages_to_build()
    return config


@event_priority(-200)  # after static-i18n (-100) has set the language
def _set_language(config: MkDocsConfig) -> MkDocsConfig:
    """Give Markdown the boxes of the language, and MkDocs the name and address of the brand."""
    run, lang = run_of(config), language_of(config)
    config.site_url, config.site_name = run.brand.site_url, run.brand.name_in(lang)
    config.mdx_configs |= run.markdown_settings(lang)
    return config


on_config = CombinedEvent(_read_everything, _set_language)


@event_priority(100)  # at the first event after MkDocs has emptied the folder of the site
def _begin_other_languages(files: Files, config: MkDocsConfig) -> Files:
    """Let other processes check what was read and build the other languages, where whoever builds has some."""
    if (others := config.extra.get("side_by_side")) and not is_inner_build(config):
        others.begin(
            config, [lang for lang in run_of(config).project.languages if lang != language_of(config)]
        )
    return files


@event_priority(0)  # before static-i18n (-100), which knows only files below docs/
def _add_pages_of_brand(files: Files, config: MkDocsConfig) -> Files:
    """Add the pages that only the brand has, as if they stood in docs/."""
    for page in run_of(config).project.pages:
        uri = f"{page.lang}/{page.name}.md"
        if files.get_file_from_path(uri) is None:
            files.append(File(uri, config.docs_dir, config.site_dir, config.use_directory_urls))
    return files


@event_priority(-200)  # after static-i18n (-100) has mapped the files of the language
def _map_files(files: Files, config: MkDocsConfig) -> Files:
    """Give each page its public address, and leave out files from elsewhere; `write_site_files` sends our own."""
    run, lang = run_of(config), language_of(config)
    is_wanted = config.extra.get("texts_of", lambda _: True)
    for file in list(files):
        page = run.project.page(lang, Path(file.src_uri).stem)
        if file.is_documentation_page():
            if page is None or not is_wanted(address := page_address(page)):
                files.remove(file)
                continue
            file.dest_uri = f"{address}index.html"
            file.url = address or "./"
            file.abs_dest_path = str(Path(config.site_dir, file.dest_uri))
        elif not Path(file.abs_src_path or "").is_relative_to(config.docs_dir):
            files.remove(file)
    run.renderers[lang] = run.renderer(lang, config, files)
    run.media[lang] = {file.url: file.abs_src_path for file in files.media_files()}
    return files


on_files = CombinedEvent(_begin_other_languages, _add_pages_of_brand, _map_files)


def on_env(env: Environment, **_: Any) -> Environment:
    """Let templates escape what is text, and the languages share the compiled ones."""
    return prepare_environment(env)


def on_page_read_source(page: MkDocsPage, **_: Any) -> str:
    """Give MkDocs no text: it would make the bodies of all pages before it sends the first, and keep them."""
    leave_unrendered(page)
    return ""


def body_of_page(run: Run, written: Page, file: File) -> str:
    """Return the finished body of a page, of which is kept what the search needs."""
    lang, renderer = written.lang, run.renderers[written.lang]
    with doing(f"docs/{file.src_uri}", "finished this page"):
        body, findings = run.finish(
            renderer.rendered(renderer.filled(written.text.body), file),
            lang,
            written.name,
            find_file=lambda address: file_at(address, file.url, run.media[lang]),
        )
    log_findings(findings)
    return body


@event_priority(-200)  # after static-i18n (50) has set its own variables, so that ours stand
def on_page_context(
    context: TemplateContext, page: MkDocsPage, config: MkDocsConfig, **_: Any
) -> TemplateContext:
    """Make the body of a page, and give the template what it shows besides."""
    run, lang = run_of(config), language_of(config)
    written = run.project.page(lang, Path(page.file.src_uri).stem)
    if written is None:
        raise PluginError(f"{page.file.src_uri} is no page of the project")
    view = page_view(run.project, run.brand, written, body_of_page(run, written, page.file))
    return context | {"view": view, "words": run.project.words.site[lang], "brand": run.brand_view(lang)}  # type: ignore[return-value]


@event_priority(-200)  # after whatever else may look at the page
def on_post_page(output: str, page: MkDocsPage, config: MkDocsConfig) -> str:
    """Send the page without indentation and with one kind of apostrophe, and read its links."""
    sent = with_straight_apostrophes(without_indentation(output))
    if not is_for_texts(config):
        config.extra["pages_read"].read(page.file.dest_uri, sent)
    return sent


@event_priority(-200)  # after static-i18n (50)
def on_template_context(
    context: TemplateContext, template_name: str, config: MkDocsConfig
) -> TemplateContext:
    """Give the one 404 page all languages."""
    if template_name != "404.html":
        return context
    return context | error_page_context(run_of(config))  # type: ignore[return-value]


@event_priority(0)  # before static-i18n (-100), which would build the other languages now
def _write_search_index(config: MkDocsConfig) -> None:
    """Write the search index of the language whose pages are there now, so that no two have to be held at once."""
    if not is_for_texts(config):
        write_search_index(run_of(config), Path(config.site_dir), language_of(config))


@event_priority(0)  # before static-i18n (-100) as well
def _take_in_other_languages(config: MkDocsConfig) -> None:
    """Take in what other processes made of the other languages, so that nobody builds them again."""
    others = config.extra.get("side_by_side")
    if others is None or is_inner_build(config):
        return
    for built in others.built():
        log_findings(built.findings)
        if not built.is_whole:
            raise Abort("another language cannot be built")  # why has been logged
        run_of(config).outlines |= built.outlines
        config.extra["pages_read"].take_in(built.pages_read, is_sound=built.is_sound)
    for language in config.plugins["i18n"].config.languages:
        language.build = language.default


@event_priority(-200)  # after static-i18n (-100), whose own on_post_build builds the other languages
def _finish_site(config: MkDocsConfig) -> None:
    """Write what belongs to the whole site once the last language is there, and check the links of all of it."""
    if is_inner_build(config):
        return
    run, site = run_of(config), Path(config.site_dir)
    if is_for_texts(config):
        write_cost_files(run, site, environment(config))
        return
    log_findings(write_site_files(run, site, environment(config)))
    log_findings(check_unused_words(run))
    log_findings(run.project.check_missed_words())
    read = config.extra["pages_read"]
    log_findings(check_finished_site(run.project, site, run.brand.site_url, read, lambda: run.with_findings))


on_post_build = CombinedEvent(_write_search_index, _take_in_other_languages, _finish_site)
