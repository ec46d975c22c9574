"""The finished site as readers and search engines find it."""

from __future__ import annotations

import json
import re
from collections import Counter
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit
from xml.etree import ElementTree as ET

import pytest
from bs4 import BeautifulSoup

from second_opinion.core.formatting import with_straight_apostrophes
from support import ROOT, page_paths

SITE = "https://second-opinion.example"
Pages = dict[str, BeautifulSoup]


@pytest.fixture(scope="module")
def pages(site: Path) -> Pages:
    """Return every page of the real site by its path."""
    return {
        path: BeautifulSoup((site / path[1:] / "index.html").read_text("utf-8"), "html.parser")
        for path in page_paths(site)
    }


def language(path: str) -> str:
    """Return the language of the page at a path."""
    return "en" if path.startswith("/en/") else "nl"


def links(soup: BeautifulSoup, selector: str) -> list[tuple[str, str]]:
    """Return language and address of the link elements of a selector."""
    return [(str(link.get("hreflang", "")), str(link["href"])) for link in soup.select(selector)]


def without_twin(pages: Pages) -> set[str]:
    """Return the pages that an editor wrote for one language alone, with `only_in`."""
    return {path for path, soup in pages.items() if not soup.select('link[rel="alternate"]')}


def test_the_site_has_pages_in_both_languages(pages: Pages) -> None:
    alone = [text for text in ROOT.glob("docs/*/*.md") if "\nonly_in:" in text.read_text("utf-8")]
    assert len(without_twin(pages)) == len(alone)
    count = Counter(language(path) for path in pages.keys() - without_twin(pages))
    assert count["nl"] == count["en"] > 0


def test_each_page_says_its_language(pages: Pages) -> None:
    assert {path: soup.html["lang"] for path, soup in pages.items() if soup.html} == {
        path: language(path) for path in pages
    }


def test_readers_get_one_kind_of_apostrophe_on_every_page_and_in_what_scripts_show(site: Path) -> None:
    texts = {file: file.read_text("utf-8") for file in site.rglob("*") if file.suffix in {".html", ".json"}}
    assert [file for file, text in texts.items() if with_straight_apostrophes(text) != text] == []


def test_each_page_names_its_own_address_in_full(pages: Pages) -> None:
    named = {path: links(soup, 'link[rel="canonical"]') for path, soup in pages.items()}
    assert named == {path: [("", SITE + path)] for path in pages}


def test_each_page_names_both_languages_in_full_and_its_twin_names_the_same(pages: Pages) -> None:
    named = {path: links(soup, 'link[rel="alternate"]') for path, soup in pages.items()}
    for path in pages.keys() - without_twin(pages):
        found = named[path]
        own = dict(found)
        assert [lang for lang, _ in found] == ["nl", "en", "x-default"], path
        assert own[language(path)] == SITE + path
        assert own["x-default"] == own["nl"]
        assert [named[own[lang].removeprefix(SITE)] for lang in ("nl", "en")] == [found, found]


def test_the_language_link_leads_to_the_twin_and_without_one_to_the_home_page(pages: Pages) -> None:
    for path, soup in pages.items():
        other = {"nl": "en", "en": "nl"}[language(path)]
        twins = dict(links(soup, 'link[rel="alternate"]'))
        twin = twins.get(other, SITE + {"nl": "/", "en": "/en/"}[other])
        (link,) = soup.select(f'header a[hreflang="{other}"]')
        assert (urljoin(SITE + path, str(link["href"])), link["lang"]) == (twin, other)


def test_the_sitemap_lists_every_page_and_nothing_else(site: Path, pages: Pages) -> None:
    root = ET.parse(site / "sitemap.xml").getroot()  # noqa: S314 (our own)
    listed = [str(element.text) for element in root.iter("{http://www.sitemaps.org/schemas/sitemap/0.9}loc")]
    assert sorted(listed) == sorted(SITE + path for path in pages)


def test_one_error_page_speaks_both_languages(site: Path) -> None:
    assert [file.relative_to(site).as_posix() for file in site.rglob("404*")] == ["404.html"]
    soup = BeautifulSoup((site / "404.html").read_text("utf-8"), "html.parser")
    assert [(part["lang"], len(part.select("a"))) for part in soup.select("main div[lang]")] == [
        ("nl", 2),
        ("en", 2),
    ]
    assert len(soup.select("h1")) == 1


@pytest.mark.parametrize(("lang", "home"), [("nl", "/"), ("en", "/en/")])
def test_each_language_has_a_search_index_of_its_own_pages_alone(
    lang: str, home: str, site: Path, pages: Pages
) -> None:
    index = json.loads((site / f"assets/search/{lang}.json").read_text("utf-8"))
    found = sorted(home + page["address"] for page in index["pages"])
    assert found == sorted(path for path in pages if language(path) == lang)
    assert {str(pages[path].select_one(".search")["data-index"]).rsplit("/", 1)[1] for path in found} == {  # type: ignore[index]
        f"{lang}.json"
    }


def test_nothing_of_the_workshop_is_left_in_what_is_published(site: Path) -> None:
    for file in site.rglob("*"):
        if file.suffix in {".html", ".json", ".xml", ".txt"}:
            text = file.read_text("utf-8")
            assert [mark for mark in ("{{", "{%", "--8<--", "<!-- ") if mark in text] == [], file


def test_every_asset_is_the_projects_own(site: Path) -> None:
    published = {file.relative_to(site).as_posix() for file in (site / "assets").rglob("*") if file.is_file()}
    made = {f"assets/{part}/{lang}.json" for part in ("search", "cost", "tools") for lang in ("nl", "en")}
    own = {
        f"assets/{file.relative_to(ROOT / 'overrides/assets').as_posix()}"
        for file in (ROOT / "overrides/assets").rglob("*")
        if file.is_file()
    }
    assert made <= published
    assert published - made - own == set()


def test_only_pages_and_known_files_stand_at_the_root(site: Path) -> None:
    files = {file.name for file in site.iterdir() if file.is_file()}
    pictures = {file.name for file in (ROOT / "docs/nl").iterdir() if file.suffix != ".md"}
    assert files == {"index.html", "404.html", "robots.txt", "sitemap.xml", *pictures}


def test_without_a_repository_no_page_has_a_link_to_change_it(pages: Pages) -> None:
    found = {str(link["href"]) for soup in pages.values() for link in soup.select("a[href]")}
    assert [link for link in found if "/edit/" in link] == []


def test_every_link_within_the_site_leads_to_a_page_and_a_section_that_exist(pages: Pages) -> None:
    anchors = {path: {str(element["id"]) for element in soup.select("[id]")} for path, soup in pages.items()}
    broken = []
    for path, soup in pages.items():
        for link in soup.select("a[href]"):
            target = urlsplit(urljoin(SITE + path, str(link["href"])))
            if f"{target.scheme}://{target.netloc}" != SITE:
                continue
            known = anchors.get(target.path)
            if known is None or (target.fragment and unquote(target.fragment) not in known):
                broken.append((path, link["href"]))
    assert broken == []


def test_every_file_that_a_page_asks_for_exists(site: Path, pages: Pages) -> None:
    missing = []
    for path, soup in pages.items():
        asked = [str(tag["href"]) for tag in soup.select('link[rel="stylesheet"], link[rel="icon"]')]
        asked += [str(tag["src"]) for tag in soup.select("script[src], img[src]")]
        asked += [str(tag["data-index"]) for tag in soup.select("[data-index]")]
        full = [urlsplit(urljoin(SITE + path, address)) for address in asked]
        missing += [(path, url.geturl()) for url in full if not (site / url.path[1:]).is_file()]
    assert missing == []


def test_no_anchor_stands_twice_on_a_page(pages: Pages) -> None:
    for path, soup in pages.items():
        count = Counter(str(element["id"]) for element in soup.select("[id]"))
        assert [anchor for anchor, times in count.items() if times > 1] == [], path


def test_twins_have_the_same_sections(pages: Pages) -> None:
    for path in pages.keys() - without_twin(pages):
        soup = pages[path]
        twin = dict(links(soup, 'link[rel="alternate"]'))["en"].removeprefix(SITE)
        mine, theirs = (
            [str(tag["id"]) for tag in page.select("main h2[id]:not(:has(+ ul.questions))")]
            for page in (soup, pages[twin])
        )  # the list of questions follows the pages of its language
        later = {str(note["id"]) for note in pages[twin].select(".not-yet[id]")}
        assert [anchor for anchor in mine if anchor not in later] == theirs, path


def test_no_page_carries_script_or_style_of_its_own(pages: Pages) -> None:
    for path, soup in pages.items():
        inline = [
            tag
            for tag in soup.select("script:not([src])")
            if tag.get("type") not in {"application/ld+json", "application/json"}
        ]
        assert inline == [], path
        assert soup.select("style, [style]") == [], path
        handlers = [name for tag in soup.find_all(True) for name in tag.attrs if re.match(r"on[a-z]+$", name)]
        assert handlers == [], path


def test_data_for_search_engines_can_be_read_and_claims_no_review_that_is_not_shown(pages: Pages) -> None:
    for path, soup in pages.items():
        blocks = [json.loads(tag.get_text()) for tag in soup.select('script[type="application/ld+json"]')]
        page = next(block for block in blocks if block["@type"] == "MedicalWebPage")
        assert page["url"] == SITE + path
        assert ("reviewedBy" in page) == bool(soup.select(".trust .checks li")), path


def test_every_script_that_is_sent_is_asked_for_by_a_page_or_by_another(site: Path, pages: Pages) -> None:
    folder = site / "assets/javascripts"
    asked = {name for soup in pages.values() for name in re.findall(r"javascripts/([\w.-]+)", str(soup.head))}
    for script in folder.rglob("*.mjs"):
        asked |= set(re.findall(r'"\./((?:vendor/)?[\w-]+\.mjs)"', script.read_text("utf-8")))
    sent = {file.relative_to(folder).as_posix() for file in folder.rglob("*.m*") if file.suffix != ".md"}
    assert sent == asked


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_the_list_of_questions_leads_to_every_question_of_the_subjects_in_their_order(
    pages: Pages, lang: str
) -> None:
    home = "/" if lang == "nl" else f"/{lang}/"
    (listing,) = [
        path for path, soup in pages.items() if soup.select("ul.questions") and language(path) == lang
    ]
    asked: dict[str, str] = {}
    for link in pages[home].select("#subjects li > a"):
        path = urljoin(home, str(link["href"]))
        for one in (
            pages[path].select(".body :is(h2, h3)[id]:not(.tool-title), .body details.more > summary")
            if path != listing
            else ()
        ):
            words = " ".join(one.get_text().split())
            if "?" in words:
                asked.setdefault(words, f"{path}#{one.get('id') or (one.parent or one)['id']}")
    listed = [
        (" ".join(link.get_text().split()), urljoin(listing, str(link["href"])))
        for link in pages[listing].select("ul.questions a")
    ]
    assert listed == list(asked.items())
    assert listed
