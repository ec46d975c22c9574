"""A third language, written from right to left, is an entry, its words and its pages; what exists learns nothing."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from selectolax.lexbor import LexborHTMLParser

from browser.reader import DESK, PHONE
from support import run_afresh
from third_language import LANG, PAGES, invented, project_with_third_language
from upkeep.serving import serve

COSTS = f"/{LANG}/costs/"


@pytest.fixture(scope="module")
def three(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a site in three languages, built with every check on."""
    root = project_with_third_language(tmp_path_factory.mktemp("three"))
    built = run_afresh(root, "-m", "second_opinion.commands.build", "--site", "site")
    assert built.returncode == 0, built.stderr
    assert [line for line in built.stderr.splitlines() if f"/{LANG}/" in line] == []
    return root / "site"


@pytest.fixture(scope="module")
def address(three: Path) -> Iterator[str]:
    """Serve the site in three languages."""
    with serve(three) as served:
        yield served


def tree(site: Path, where: str) -> LexborHTMLParser:
    """Return a page of the site."""
    return LexborHTMLParser((site / where.strip("/") / "index.html").read_text("utf-8"))


def test_its_pages_stand_below_its_code_and_say_how_they_are_written(three: Path) -> None:
    made = sorted(file.parent.relative_to(three / LANG).as_posix() for file in (three / LANG).rglob("*.html"))
    assert made == sorted("." if name == "index" else name for name in PAGES)
    for name, lang, direction in ((LANG, LANG, "rtl"), ("en", "en", None), ("", "nl", None)):
        root = tree(three, name).css_first("html")
        assert root is not None
        assert (root.attributes["lang"], root.attributes.get("dir")) == (lang, direction)


@pytest.mark.parametrize("where", ["/kosten/", "/en/costs/", COSTS])
def test_a_page_names_and_links_to_itself_in_every_language(three: Path, where: str) -> None:
    page = tree(three, where)
    alternates = {link.attributes["hreflang"]: link.attributes["href"] for link in page.css("link[hreflang]")}
    host = "https://second-opinion.example"
    assert alternates == {
        "nl": f"{host}/kosten/",
        "en": f"{host}/en/costs/",
        LANG: f"{host}{COSTS}",
        "x-default": f"{host}/kosten/",
    }
    links = [link.attributes["hreflang"] for link in page.css("header a.language")]
    assert links == [lang for lang in ("nl", "en", LANG) if lang not in where.split("/")[1:2]][-2:]


def test_a_page_that_it_does_not_have_leads_to_its_home_page(three: Path) -> None:
    link = tree(three, "aanvragen").css_first(f"header a.language[lang={LANG}]")
    assert link is not None
    assert link.attributes["href"] == f"../{LANG}/"
    assert tree(three, "aanvragen").css(f"[lang={LANG}]") == [link]


def test_the_sitemap_and_the_error_page_know_it(three: Path) -> None:
    assert f"<loc>https://second-opinion.example{COSTS}</loc>" in (three / "sitemap.xml").read_text("utf-8")
    lost = LexborHTMLParser((three / "404.html").read_text("utf-8"))
    parts = [(part.attributes["lang"], part.attributes.get("dir")) for part in lost.css("main div[lang]")]
    assert parts == [("nl", None), ("en", None), (LANG, "rtl")]


def test_its_search_finds_its_own_pages_alone(three: Path, tab: Page, address: str) -> None:
    index = json.loads((three / f"assets/search/{LANG}.json").read_text("utf-8"))
    assert {entry["address"].split("/")[0] for entry in index["pages"]} == {"", *PAGES[1:]}
    tab.goto(f"{address}{COSTS}")
    field = tab.get_by_role("search").get_by_role("searchbox")
    field.fill(invented("deductible"))
    results = tab.locator("[data-results] li a")
    expect(results.first).to_be_visible()
    for result in results.all():
        assert f"/{LANG}/" in result.evaluate("link => link.href")


def test_its_pages_begin_on_the_right_and_fit(tab: Page, address: str) -> None:
    for name in PAGES:
        tab.goto(f"{address}/{LANG}/" if name == "index" else f"{address}/{LANG}/{name}/")
        for size in (PHONE, DESK):
            tab.set_viewport_size(size)
            heading = tab.get_by_role("heading", level=1)
            assert heading.evaluate("e => getComputedStyle(e).direction") == "rtl", name
            assert tab.evaluate("document.documentElement.scrollWidth") <= size["width"], name
            brand, link = (
                tab.locator("a.brand").bounding_box(),
                tab.locator("a.language").last.bounding_box(),
            )
            assert brand is not None
            assert link is not None
            assert brand["x"] > link["x"], name


def test_a_reader_goes_from_one_language_to_another_and_stays_at_the_section(
    three: Path, tab: Page, address: str
) -> None:
    anchor = tree(three, "en/what-is-it").css("main h2[id]")[1].attributes["id"]
    tab.goto(f"{address}/en/what-is-it/#{anchor}")
    tab.locator(f"header a.language[lang={LANG}]").click()
    expect(tab).to_have_url(f"{address}/{LANG}/what-is-it/#{anchor}")
