"""What is made after the last language: search indexes, redirects, sitemap, and the error page's words."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from jinja2 import Environment

from second_opinion.brand.brand_keys import all_keys
from second_opinion.brand.brand_view import has_stylesheet
from second_opinion.brand.colours import read_tokens, shades, stylesheet
from second_opinion.brand.files import STYLESHEET, font_faces
from second_opinion.brand.imprint import foot_contact
from second_opinion.brand.own_page import OWN_PAGE
from second_opinion.brand.own_sections import searches_by_section
from second_opinion.core.addresses import absolute, address, home, relative
from second_opinion.core.findings import Finding
from second_opinion.core.formatting import with_straight_apostrophes
from second_opinion.core.languages import DEFAULT_LANGUAGE, FACTS, REPORT_LANGUAGE
from second_opinion.data.glossary import check_terms_used
from second_opinion.data.search_synonyms import WordGroup
from second_opinion.project.project import TOKENS
from second_opinion.site.ahead import FOLDER, SCRIPTS, join_own_scripts, read_files
from second_opinion.site.brand_files import copy_files
from second_opinion.site.cost_view import CostView, cost_address
from second_opinion.site.letter_tile import DRAWING, PICTURE, draw_tile, letter_of, paint_tile
from second_opinion.site.page_view import content_security_policy, cost_view_of, search_address
from second_opinion.site.robots import robots
from second_opinion.site.run import Run, findings_for_builder
from second_opinion.site.search_index import SearchPage, build_index
from second_opinion.site.sitemap import sitemap
from second_opinion.site.styles import join_style
from second_opinion.site.tool_view import words_address, words_file
from second_opinion.texts.published import page_address, redirects

ASSETS = "assets"
STYLES = "assets/stylesheets"
IMAGES = "assets/images"
UNSENT = (".d.mts", ".md")  # what types and remarks the makers of a script need


def write_site_files(run: Run, site: Path, env: Environment) -> list[Finding]:
    """Write into ``site`` what belongs to the whole of it, and return what is wrong; the pages are there already."""
    write_cost_files(run, site, env)
    for lang in run.project.languages if run.project.tools else ():
        _write_file(site / words_address(lang), with_straight_apostrophes(words_file(run.project, lang)))
    copy_files(run.brand, run.project.settings.brand, site)
    assets = run.project.settings.root / FOLDER
    _write_styles(assets / STYLES, site / STYLES)
    _copy_other_assets(assets / ASSETS, site / ASSETS)
    if has_stylesheet(run.brand):
        _write_file(site / STYLESHEET, _brand_stylesheet(run))
    if run.brand_view(DEFAULT_LANGUAGE).has_tile:
        _write_tile(run, site / IMAGES)
    if run.project.settings.is_preview:
        _write_preview(run, site, env)
    for where, html in _redirect_pages(run, env).items():
        _write_file(site / where / "index.html", html)
    _write_file(site / "sitemap.xml", sitemap(run.project, run.brand))
    _write_file(site / "robots.txt", robots(run.brand))
    editing = []
    if run.project.settings.is_preview or run.brand.edit_page:
        from second_opinion.site.editing_files import write_editing  # noqa: PLC0415 (few sites have it)

        editing = findings_for_builder(run.project, write_editing(run, site, env))
    return [*write_scripts(assets / SCRIPTS, site / SCRIPTS), *editing]


def write_cost_files(run: Run, site: Path, env: Environment) -> None:
    """Write what the script of the estimate fetches, in the languages of which a page has the estimate."""
    for lang in sorted({lang for (lang, _), outline in run.outlines.items() if outline.has_estimate}):
        if cost := cost_view_of(run.project, run.brand, lang):
            _write_file(site / cost_address(lang), with_straight_apostrophes(_cost_file(cost, env)))


def check_unused_words(run: Run) -> list[Finding]:
    """Return a notice of each word of the glossary that no page explains, in the languages that have every page."""
    project = run.project
    if project.broken or any(project.page_names.unwritten.values()):
        return []  # one of those may use it
    used = {lang: set[str]() for lang in project.languages if FACTS[lang].is_whole}
    for (lang, _), outline in run.outlines.items():
        if lang in used:
            used[lang] |= outline.explained
    return findings_for_builder(
        project, [one for lang, ids in used.items() for one in check_terms_used(project.terms[lang], ids)]
    )


def write_scripts(assets: Path, folder: Path) -> list[Finding]:
    """Write the scripts to send, made of those in ``assets``, and return what is wrong with those."""
    sent, findings = join_own_scripts(assets)
    for name, script in sent.items():
        _write_file(folder / name, script)
    return findings


def _write_file(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8", newline="\n")


def _write_styles(assets: Path, folder: Path) -> None:
    """Write the styles to send, each with the components that it imports, which stand in folders of ``assets``."""
    styles = read_files(assets, "**/*.css")
    for name, text in styles:
        if "/" not in name:
            _write_file(folder / name, join_style(text, styles))


def _copy_other_assets(assets: Path, folder: Path) -> None:
    """Copy what is sent as it is: pictures, and the scripts of others; what only their makers read stays behind."""
    for file in assets.rglob("*"):
        path = file.relative_to(assets)
        is_made = file.suffix == ".css" or path.parent == Path("javascripts")
        if (
            file.is_file()
            and not is_made
            and not file.name.startswith(".")
            and not file.name.endswith(UNSENT)
        ):
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(file, folder / path)


def _write_preview(run: Run, site: Path, env: Environment) -> None:
    """Write the page that shows every component, and the style that shows their states; the styles are there."""
    from second_opinion.site import preview  # noqa: PLC0415 (no site of a hospital has this page)

    tokens = _tokens_of(run)
    every_key = all_keys(run.project.own_page.words)
    lang = REPORT_LANGUAGE if REPORT_LANGUAGE in run.project.languages else DEFAULT_LANGUAGE
    brand = run.brand_view(lang)
    context = preview.preview_context(brand, run.logos, tokens, content_security_policy(run.brand), every_key)
    _write_file(site / preview.PAGE, env.get_template("preview.html").render(context))
    styles = [site / STYLES / name for name in ("site.css", "cost-estimate.css", "cost-later.css")]
    shown = preview.states(*(file.read_text(encoding="utf-8") for file in styles))
    _write_file(site / preview.STYLE, shown + preview.logo_grounds(tokens))


def _write_tile(run: Run, folder: Path) -> None:
    """Write the letter of a hospital for the tab of a browser, in the place of the project's picture."""
    letter, colours = letter_of(run.brand.short_name_in(DEFAULT_LANGUAGE)), _tokens_of(run)["light"]
    _write_file(folder / DRAWING, draw_tile(letter, colours))
    (folder / PICTURE).write_bytes(paint_tile(letter, colours))


def _tokens_of(run: Run) -> dict[str, dict[str, str]]:
    """Return the colours of a brand's site, by mode and name."""
    tokens, colours = _shared_tokens(run), run.brand.look.colours
    own = shades(colours, tokens) if colours else {}
    return {mode: tokens[mode] | own.get(mode, {}) for mode in tokens}


def _shared_tokens(run: Run) -> dict[str, dict[str, str]]:
    """Return the colours that a brand starts from, by mode and name."""
    return read_tokens((run.project.settings.root / TOKENS).read_text(encoding="utf-8"))


def _brand_stylesheet(run: Run) -> str:
    """Return the stylesheet of the brand: its shades and its letters."""
    colours = run.brand.look.colours
    return stylesheet(shades(colours, _shared_tokens(run)) if colours else None, font_faces(run.brand))


def write_search_index(run: Run, site: Path, lang: str) -> None:
    """Write the search index of one language once its pages are there, and let go of their sections."""
    _write_file(site / search_address(lang), with_straight_apostrophes(search_index(run, lang)))


def search_index(run: Run, lang: str) -> str:
    """Return the search index of one language, for which the sections of its pages are given up."""
    asked = searches_by_section(run.project.speakers[lang])
    pages = [
        SearchPage(
            page.name,
            page_address(page).removeprefix(home(lang)),
            page.meta.title,
            page.meta.description,
            tuple(page.meta.search_words),
            run.sections.pop((lang, page.name)),
            asked if page.name == OWN_PAGE else {},
        )
        for page in run.project.pages
        if page.lang == lang and (lang, page.name) in run.sections
    ]
    terms = [WordGroup((term.term, *term.forms), term.synonyms) for term in run.project.terms[lang]]
    typed = run.project.search_words
    groups = [*terms, *typed.everyday[lang]]
    return build_index(pages, groups, typed.crisis[lang], typed.emergency[lang])


def _cost_file(cost: CostView, env: Environment) -> str:
    """Return what the script of the estimate fetches: what it works with, and the HTML that no first view needs."""
    html = env.get_template("partials/cost-later.html").render(cost=cost)
    return json.dumps({**cost.data, "html": html}, ensure_ascii=False, separators=(",", ":"))


def _redirect_pages(run: Run, env: Environment) -> dict[str, str]:
    """Return the page that leads on from each old address."""
    template = env.get_template("redirect.html")
    return {
        old: template.render(
            lang=page.lang,
            brand=run.brand_view(page.lang),
            direction=FACTS[page.lang].direction,
            words=run.project.words.site[page.lang],
            title=page.meta.title,
            address=relative(page_address(page), old),
            canonical=absolute(run.brand.site_url, page_address(page)),
            assets=relative("assets/", old),
            csp=content_security_policy(run.brand),
        )
        for old, page in redirects(run.project.pages).items()
    }


def error_page_context(run: Run) -> dict[str, Any]:
    """Return what the 404 page shows; it stands at any depth, so its addresses start at the site's root."""
    base = urlsplit(run.brand.site_url).path.rstrip("/") + "/"
    both = [
        {
            "lang": lang,
            "direction": FACTS[lang].direction,
            "words": run.project.words.site[lang],
            "home": base + address(lang, None),
            "subjects": f"{base}{address(lang, None)}#subjects",
            "brand_name": run.brand.name_in(lang),
            "contact": foot_contact(run.speaker(lang)),
            "csp": content_security_policy(run.brand),
            "base_assets": f"{base}assets/",
        }
        for lang in run.project.languages
    ]
    return {"both": both, "brand": run.brand_view(run.project.languages[0])}
