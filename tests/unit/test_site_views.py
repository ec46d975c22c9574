"""What templates show of a page, and the files of the site that are no pages."""

from __future__ import annotations

import datetime
import re
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from jinja2 import Environment, FileSystemLoader
from msgspec.structs import replace

from checking import with_brand
from second_opinion.brand.brand_view import brand_view
from second_opinion.brand.imprint import names_of_hospital, names_of_project
from second_opinion.brand.model import Brand
from second_opinion.brand.own_block import own_block
from second_opinion.brand.speaker import Speaker
from second_opinion.core.validation import read_yaml
from second_opinion.data.menu import MenuItem, read_menu
from second_opinion.project.project import Project
from second_opinion.project.sources_of_pages import sources_of_page
from second_opinion.site.page_view import (
    LanguageLink,
    PageView,
    alternates,
    edit_address,
    language_links,
    page_view,
)
from second_opinion.site.robots import robots
from second_opinion.site.sitemap import sitemap
from second_opinion.site.templates import prepare_environment
from support import ROOT

from .making import DAY, make_page, speaker_of

KNOWN = {"name": {"nl": "Mening", "en": "Opinion"}, "site_url": "https://site.example/sub"}
BRAND = Brand.model_validate(KNOWN)
CHECKED = "[{ role: huisarts, name: A. Voorbeeld, date: 2026-12-01 }]"
BOTH = ("nl", "en")


@pytest.fixture
def small(sample: Project) -> Project:
    """Return a project of a home page and a page in both languages, and a page in each language alone."""
    pages = [make_page("index", lang=lang, keys={"title": f"Home {lang}"}) for lang in BOTH]
    pages += [make_page("costs", keys={"slug": "kosten", "checked": CHECKED}), make_page("costs", lang="en")]
    pages += [make_page("dutch", keys={"only_in": "{ language: nl, reason: Test }"})]
    pages += [make_page("english", lang="en", keys={"only_in": "{ language: en, reason: Test }"})]
    names = ("costs", "dutch", "english")
    menu = [
        MenuItem.model_validate(
            {"page": name, "nl": f"{name} nl", "en": f"{name} en", "header": name == "costs"}
        )
        for name in names
    ]
    shared = replace(sample.shared, sound=pages)
    return with_brand(replace(sample, shared=shared, menu_items=menu, sources={}), BRAND)


def view_of(project: Project, lang: str, name: str, *, body: str = "", brand: Brand = BRAND) -> PageView:
    page = project.page(lang, name)
    assert page is not None
    return page_view(project, brand, page, body)


@pytest.mark.parametrize("lang", BOTH)
def test_a_page_in_both_languages_names_both_in_full_and_the_dutch_one_for_all_others(
    small: Project, lang: str
) -> None:
    page = small.page(lang, "costs")
    assert page is not None
    assert alternates(small, BRAND, page) == [
        ("nl", "https://site.example/sub/kosten/"),
        ("en", "https://site.example/sub/en/costs/"),
        ("x-default", "https://site.example/sub/kosten/"),
    ]


@pytest.mark.parametrize(("lang", "name"), [("nl", "dutch"), ("en", "english")])
def test_a_page_in_one_language_names_no_other(small: Project, lang: str, name: str) -> None:
    page = small.page(lang, name)
    assert page is not None
    assert alternates(small, BRAND, page) == []


@pytest.mark.parametrize(
    ("lang", "name", "link"),
    [
        ("nl", "costs", ("en", "English", "../en/costs/")),
        ("en", "costs", ("nl", "Nederlands", "../../kosten/")),
        ("nl", "index", ("en", "English", "en/")),
        ("en", "index", ("nl", "Nederlands", "../")),
        ("nl", "dutch", ("en", "English", "../en/")),
        ("en", "english", ("nl", "Nederlands", "../../")),
    ],
)
def test_the_language_link_leads_to_the_twin_or_else_to_the_other_home(
    small: Project, lang: str, name: str, link: tuple[str, str, str]
) -> None:
    page = small.page(lang, name)
    assert page is not None
    assert language_links(small, page) == [LanguageLink(*link)]


def test_the_menu_lists_what_exists_in_the_language_of_the_page(small: Project) -> None:
    view = view_of(small, "en", "costs")
    assert [(item.label, item.address, item.is_current) for item in view.subjects()] == [
        ("costs en", "../costs/", True),
        ("english en", "../english/", False),
    ]
    assert [item.label for item in view.header_menu] == ["costs en"]


def test_the_menu_is_made_once_for_all_pages_that_stand_as_deep_and_says_on_each_where_one_is() -> None:
    environment = prepare_environment(Environment())  # noqa: S701 (`prepare_environment` has it escape)
    page = environment.from_string(
        "{% call menu(home, itself) %}<ul>\n"
        '  {% for one in subjects() %}<li><a href="{{ one }}">A</a></li>{% endfor %}</ul>{% endcall %}'
    )
    made: list[str] = []

    def shown(home: str, itself: str) -> str:
        def subjects() -> list[str]:
            made.append(home)
            return [f"{home}kosten/", f"{home}aanvragen/"]

        return page.render(home=home, itself=itself, subjects=subjects)

    pages = [shown("../", "../kosten/"), shown("../", "../aanvragen/"), shown("../../", "../../kosten/")]
    assert made == ["../", "../../"]
    assert pages[0] == (
        '<ul>\n<li><a href="../kosten/" aria-current="page">A</a></li><li><a href="../aanvragen/">A</a></li></ul>'
    )
    assert pages[1].count("aria-current") == 1
    assert '<a href="../aanvragen/" aria-current="page">' in pages[1]
    assert '<a href="../../kosten/" aria-current="page">' in pages[2]


def test_the_foot_leads_to_pages_of_the_site_under_names_of_the_brand(small: Project) -> None:
    links = [
        {"title": {"nl": "Onze balie", "en": "Our desk"}, "page": "index"},
        {"title": {"nl": "B", "en": "B"}, "page": "gone"},
    ]
    brand = Brand.model_validate({**KNOWN, "links": {"more": links}})
    items = view_of(small, "nl", "costs", brand=brand).footer_links
    assert [(item.label, item.address) for item in items if item.label == "Onze balie"] == [
        ("Onze balie", "../")
    ]
    assert "B" not in {item.label for item in items}


def test_a_view_says_when_the_page_was_written_and_checked_in_words(small: Project) -> None:
    view = view_of(small, "nl", "costs")
    assert (view.trust.written, view.trust.next_check, view.trust.is_overdue) == (
        "22 november 2026",
        "22 mei 2027",
        False,
    )
    assert [(review.role, review.name, review.date) for review in view.trust.reviews] == [
        ("huisarts", "A. Voorbeeld", "1 december 2026")
    ]
    assert view.head.canonical == "https://site.example/sub/kosten/"


@pytest.mark.parametrize(("day", "is_overdue"), [("2027-05-22", False), ("2027-05-23", True)])
def test_a_page_is_overdue_from_the_day_after_its_next_check(
    small: Project, day: str, is_overdue: bool
) -> None:
    later = replace(small, settings=replace(small.settings, today=datetime.date.fromisoformat(day)))
    assert view_of(later, "nl", "costs").trust.is_overdue is is_overdue


def test_the_list_of_what_stands_on_a_page_shows_headings_as_readers_see_them(small: Project) -> None:
    body = '<h2 id="a">In 2026: <em>wat</em> &amp; hoe?</h2><h3 id="b">Dieper</h3><h2 id="c">Twee</h2>'
    sections = view_of(small, "nl", "costs", body=body).toc
    assert [(section.id, section.title) for section in sections] == [
        ("a", "In 2026: wat & hoe?"),
        ("c", "Twee"),
    ]


@pytest.mark.parametrize(
    ("repository", "address"),
    [
        (None, ""),
        ("https://git.example/opinion", "https://git.example/opinion/edit/main/docs/nl/costs.md"),
        ("https://git.example/opinion/", "https://git.example/opinion/edit/main/docs/nl/costs.md"),
    ],
)
def test_a_page_has_an_edit_link_only_where_there_is_a_repository(
    small: Project, repository: str | None, address: str
) -> None:
    brand = BRAND.model_copy(update={"repository": repository})
    assert view_of(small, "nl", "costs", brand=brand).trust.edit_address == address


def test_a_hospital_with_a_repository_of_its_own_leads_to_no_shared_text_there(small: Project) -> None:
    brand = BRAND.model_copy(update={"repository": "https://git.example/ours"})
    apart = replace(small, settings=replace(small.settings, brand=Path("/srv/ours/brand")))
    files = ("docs/nl/costs.md", "/srv/ours/brand/docs/nl/desk.md")
    assert [edit_address(apart, brand, file) for file in files] == [
        "",
        "https://git.example/ours/edit/main/brand/docs/nl/desk.md",
    ]


def test_the_sitemap_lists_every_page_with_its_languages_and_its_last_day(small: Project) -> None:
    space = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}
    root = ET.fromstring(sitemap(small, BRAND))  # noqa: S314 (our own)
    entries = {
        str(entry.findtext("s:loc", namespaces=space)): (
            entry.findtext("s:lastmod", namespaces=space),
            [(link.get("hreflang"), link.get("href")) for link in entry.findall("x:link", space)],
        )
        for entry in root.findall("s:url", space)
    }
    site = "https://site.example/sub/"
    assert list(entries) == [
        site + path for path in ("", "dutch/", "en/", "en/costs/", "en/english/", "kosten/")
    ]
    links = [("nl", f"{site}kosten/"), ("en", f"{site}en/costs/"), ("x-default", f"{site}kosten/")]
    assert entries[f"{site}kosten/"] == ("2026-12-01", links)
    assert entries[f"{site}en/costs/"] == ("2026-11-22", links)
    assert entries[f"{site}dutch/"] == ("2026-11-22", [])


def test_robots_may_read_everything_and_find_the_sitemap() -> None:
    assert robots(BRAND) == "User-agent: *\nAllow: /\n\nSitemap: https://site.example/sub/sitemap.xml\n"


def hospital_names(project: Project, given: dict[str, object], lang: str = "nl") -> dict[str, str]:
    """Return the values that pages of a hospital can name."""
    speaker = Speaker(Brand.model_validate(KNOWN | given), lang, project.own_page.words[lang], DAY)
    return names_of_hospital(speaker, project.words.site[lang], project.release)


@pytest.mark.parametrize(
    ("given", "parts"),
    [
        ({"contact": {"email": "hulp@site.example"}}, ["](mailto:hulp@site.example)"]),
        ({"contact": {"phone": "000 000 01 00"}}, ["](tel:0000000100)"]),
        ({"contact": {"form": {"nl": "https://site.example/f"}}}, ["](<https://site.example/f>)"]),
        ({"links": {"home": {"nl": "https://site.example"}}}, ["](<https://site.example>)"]),
        ({"repository": "https://git.example/opinion"}, ["](https://git.example/opinion)"]),
        ({}, ["Deze site heeft nu geen adres"]),
    ],
)
def test_readers_are_told_where_to_report_an_error_and_no_address_is_made_up(
    sample: Project, given: dict[str, object], parts: list[str]
) -> None:
    names = hospital_names(sample, given)
    assert names["site.name"] == "Mening"
    assert [part for part in parts if part not in names["site.feedback"]] == []


@pytest.mark.parametrize("how_often", ["often", "usually"])
@pytest.mark.parametrize("lang", ["nl", "en"])
def test_pages_say_as_the_own_page_does_how_often_the_result_comes_at_once(
    sample: Project, how_often: str, lang: str
) -> None:
    given: dict[str, object] = {"appointment": {"result_at_once": how_often}}
    said = hospital_names(sample, given, lang)["site.result_at_once"]
    assert said == sample.own_page.words[lang][f"result_{how_often}_at_once"]
    assert hospital_names(sample, {}, lang)["site.result_at_once"] == ""


def test_pages_can_name_the_languages_that_the_doctors_of_a_hospital_speak(sample: Project) -> None:
    given: dict[str, object] = {"appointment": {"languages": ["nl", "en", "de"]}}
    said = [hospital_names(sample, given, lang)["site.spoken"] for lang in ("nl", "en")]
    assert said == ["Engels of Duits", "English or German"]  # who reads it finds Dutch hard
    given = {"appointment": {"languages": ["nl"]}}
    assert hospital_names(sample, given)["site.spoken"] == "Nederlands"


def test_readers_are_told_whose_site_it_is_and_which_release_they_read(sample: Project) -> None:
    given: dict[str, object] = {"article": {"nl": "het", "en": "the"}}
    for lang, article in (("nl", "Het "), ("en", "The ")):
        maker = hospital_names(sample, given, lang)["site.maker"]
        assert maker.startswith(article)
        assert sample.release.number in maker
    neutral = names_of_project(BRAND, "nl", sample.words.site["nl"])
    assert neutral["site.maker"].startswith("Een klein project")


def test_a_page_can_name_the_contracts_of_a_hospital_as_long_as_they_hold(sample: Project) -> None:
    named = {"insurers": ["Verzonnen Een"], "date": "2026-11-01", "until": "2026-12-31"}
    assert (
        "een contract met Verzonnen Een"
        in hospital_names(sample, {"costs": {"contracts": named}})["site.contracts"]
    )
    ended = {**named, "until": "2026-11-02"}
    assert hospital_names(sample, {"costs": {"contracts": ended}})["site.contracts"] == ""
    assert names_of_project(BRAND, "nl", sample.words.site["nl"])["site.contracts"] == ""


def test_a_page_can_name_who_helps_with_a_complaint_about_a_hospital(sample: Project) -> None:
    given: dict[str, object] = {
        "complaints": {"officer": {"nl": "de bemiddelaar", "en": "the mediator"}, "phone": "000 000 00 01"},
        "own_lines": {"complaints": {"nl": "Dat is gratis", "en": "It is free"}},
    }
    for lang, about_us, last in (("nl", "over ons", "Dat is gratis"), ("en", "about us", "It is free")):
        first, *_, behind = hospital_names(sample, given, lang)["site.complaints"].split("\n\n")
        assert about_us in first
        assert behind == last
    assert "000 000 00 01" in hospital_names(sample, given)["site.complaints"]
    assert hospital_names(sample, {})["site.complaints"] == ""
    assert names_of_project(BRAND, "nl", sample.words.site["nl"])["site.complaints"] == ""


@pytest.mark.parametrize(
    ("given", "short", "long"),
    [
        ({}, "Mening", "Mening"),
        ({"article": "het"}, "het Mening", "het Mening"),
        ({"article": "het", "short_name": {"nl": "HM"}}, "het HM", "het Mening"),
        ({"article": "het", "short_name": {"nl": "HM"}, "short_article": "none"}, "HM", "het Mening"),
        ({"short_article": "de"}, "Mening", "Mening"),
    ],
)
def test_a_name_takes_its_article_in_a_sentence_and_not_alone(
    given: dict[str, object], short: str, long: str
) -> None:
    brand = Brand.model_validate(KNOWN | given)
    assert brand.names_in("nl", is_short=True)["the_name"] == short
    assert brand.names_in("nl", is_short=False) == {
        "name": "Mening",
        "the_name": long,
        "The_name": long[0].upper() + long[1:],
    }
    assert brand.names_in("en", is_short=False)["the_name"] == brand.name_in("en")


def test_a_page_leads_to_the_records_of_its_sources_where_there_is_a_page_of_them(sample: Project) -> None:
    page = sample.page("nl", "costs")
    assert page is not None
    view = page_view(sample, BRAND, page, "")
    assert view.trust.sources_address == "../bronnen/"
    assert [source.anchor for source in view.trust.sources] == [
        f"source-{id_}" for id_ in sources_of_page(sample, page)
    ]
    pages = [page for page in sample.shared.sound if page.name != "sources"]
    without = replace(sample, shared=replace(sample.shared, sound=pages))
    assert page_view(without, BRAND, page, "").trust.sources_address == ""


def test_eight_subjects_do_not_fit_at_the_top() -> None:
    names = [f"page-{number}" for number in range(8)]
    entries = {
        name: read_yaml(f"place: {place}\nnl: {name}\nen: {name}\nheader: true\n", f"data/menu/{name}.yml")
        for place, name in zip((3, 1, 5, 8, 2, 4, 9, 7), names, strict=True)
    }
    items, findings = read_menu(entries, names, [], {})
    assert [item.page[-1] for item in items] == [*"14052736"]
    assert [str(finding) for finding in findings] == [
        "data/menu/page-6.yml:4: 8 subjects have 'header: true', 7 at most fit; write 'header: false' for some"
    ]


@pytest.mark.parametrize(("is_neutral", "drawings"), [(True, 1), (False, 0)])
def test_a_hospital_without_a_logo_shows_its_name_alone_and_no_mark_of_the_project(
    sample: Project, *, is_neutral: bool, drawings: int
) -> None:
    brand = brand_view(
        speaker_of(sample, ""),
        sample.settings.brand,
        sample.words.site["nl"],
        sample.release,
        logos=(),
        is_neutral=is_neutral,
        is_preview=False,
    )
    shown = Environment(loader=FileSystemLoader(ROOT / "overrides"), autoescape=True)
    assert shown.get_template("partials/mark.html").render(brand=brand).count("<svg") == drawings


def test_on_paper_the_first_question_that_a_hospital_answers_has_the_address_where_more_stands(
    sample: Project,
) -> None:
    speaker = speaker_of(sample, "referral: {by: [gp]}\nfile: {by: [you]}")
    own = own_block(speaker, page="applying", address="../uw", whole="https://house.example/uw/")
    shown = prepare_environment(Environment(loader=FileSystemLoader(ROOT / "overrides")))  # noqa: S701 (has it escape)
    html = shown.get_template("partials/own.html").render(view={"own": own})
    assert html.count("<h3>") == 2
    assert re.findall('data-on-paper="([^"]*)"', html) == ["https://house.example/uw/#referral"]
