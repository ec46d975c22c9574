"""The four example brands, built as a hospital would: complete, readable, and neutral in all they do not set."""

from __future__ import annotations

import csv
import re
import shutil
from collections.abc import Callable
from functools import cache
from itertools import product
from pathlib import Path

import pytest
from pytest_playwright.pytest_playwright import CreateContextCallback
from selectolax.lexbor import LexborHTMLParser, LexborNode

from browser.accessibility import Accessibility
from browser.paper import count_sheets
from browser.reader import read_words
from browser.tabs import Tabs
from second_opinion.core.formatting import format_day
from second_opinion.core.validation import read_yaml
from second_opinion.data.release import RELEASE_FILE, read_release
from second_opinion.project.reading import read_project
from second_opinion.project.settings import settings_from
from support import ROOT, TODAY, build, change, copy_project
from upkeep.serving import serve

NAMES = ("voorbeeldziekenhuis", "voorbeeld-kankercentrum", "voorbeeldkliniek", "voorbeeld-ggz-netwerk")
FACTS = Path(__file__).parents[1] / "content" / "brand_facts.csv"
OWN_PAGES = {"nl": "uw-ziekenhuis", "en": "en/your-hospital"}
PAGES_OF_NETWORK = {"nl": "waar-u-terechtkunt", "en": "en/where-to-go"}
OWN_WORDS = read_words("data/your-hospital.yml")
OWN_LABELS = {words[name] for words in OWN_WORDS.values() for name in ("menu", "menu_elsewhere")}
COLOURED = {  # a shared page each, for what a brand's colours do; every pair of colours is measured before a build
    "voorbeeldziekenhuis": "/aanvragen/",
    "voorbeeld-kankercentrum": "/en/costs/",
    "voorbeeldkliniek": "/",
    "voorbeeld-ggz-netwerk": "/en/applying/",
}
NARROW = ("/", "/aanvragen/", "/kosten/")

RELEASE, _ = read_release(read_yaml((ROOT / RELEASE_FILE).read_text("utf-8"), RELEASE_FILE))

# What a brand may change on a shared page besides its own block: names, lists of pages, checks, and its own words.
SET_BY_BRANDS = ".own, .banner, .subjects, .trust, .related, .cost, .next, .moved"
# Pages with a passage, a list or the drawing that says what a hospital says of its own way.
FOLLOWED = {
    *(path.name.partition("-if-")[0] for path in (ROOT / "snippets").rglob("*-if-*.md")),
    *(
        path.stem.replace("-", "_")
        for path in (ROOT / "data").glob("*.yml")
        if " if:\n" in path.read_text("utf-8")
    ),
}
ASKED_FOR = re.compile(r'--8<-- "([\w-]+)\.md"|\{\{ (\w+)')
FOLLOWING = {
    path.stem
    for path in (ROOT / "docs").rglob("*.md")
    for match in ASKED_FOR.finditer(path.read_text("utf-8"))
    if {*match.groups()} & FOLLOWED
}


def leading_to(name: str) -> set[str]:
    """Return the pages with a sentence that leads to one, which a brand leaves out."""
    return {path.stem for path in (ROOT / "docs").rglob("*.md") if f"]({name}.md" in path.read_text("utf-8")}


OWN_TEXTS = {
    "voorbeeld-ggz-netwerk": leading_to("abroad") | {"words"},  # without those of that page alone
    "voorbeeldziekenhuis": FOLLOWING,
    "voorbeeld-kankercentrum": FOLLOWING | leading_to("other-care"),
    "voorbeeldkliniek": FOLLOWING | {"afterwards", "what-is-it"},  # the clinic replaces a snippet of these
}

# The facts of the register that hold for one house, and the features of its page that a brand has.
NUMBERS = {
    *(f"F{number:03}" for number in (34, 35, 36, 38, 54, 56, 57, 93, 94, 106, 107, *range(110, 132))),
    *("F153", "F161", "F172", "F297"),  # of many houses, and a brand can say them of its own
    *(f"F{number}" for number in (150, 151, 154, 158, *range(164, 171), 173, *range(175, 180))),
    *(f"F{number}" for number in (*range(182, 195), 207, 211, *range(213, 221), *range(249, 253))),
    *(f"F{number}" for number in (*range(267, 272), *range(302, 310), 315, 317, 321, 323)),
}


@pytest.fixture(scope="session")
def built(project: Path) -> Callable[[str], Path]:
    """Return a function that gives the site of a brand, built once."""

    @cache
    def of(name: str) -> Path:
        result = build(project, site=f"site-{name}", env={"BRAND": f"brands/{name}"})
        assert result.returncode == 0, result.stderr
        return project / f"site-{name}"

    return of


@pytest.fixture(scope="session", params=NAMES)
def brand(request: pytest.FixtureRequest) -> str:
    """Return the name of each brand in turn."""
    name: str = request.param
    return name


@cache
def pages_of(project: Path, name: str) -> dict[tuple[str, str], str]:
    """Return the path in the site of every page of a brand."""
    settings = settings_from({"TODAY": TODAY, "BRAND": f"brands/{name}"}, project)
    return {
        (page.lang, page.name): ("en/" if page.lang == "en" else "")
        + (f"{page.meta.slug}/" if page.meta.slug else "")
        for page in read_project(settings).pages
    }


def page_of(site: Path, path: str) -> LexborHTMLParser:
    """Return a page of a site."""
    return LexborHTMLParser((site / path / "index.html").read_text("utf-8"))


def one(tree: LexborHTMLParser, selector: str) -> LexborNode:
    """Return the first element that a selector finds on a page."""
    found = tree.css_first(selector)
    assert found is not None, f"there is no {selector}"
    return found


def addresses(tree: LexborHTMLParser, selector: str) -> list[str]:
    """Return where the links lead that a selector finds on a page."""
    return [link.attributes["href"] or "" for link in tree.css(selector)]


def section(tree: LexborHTMLParser, anchor: str) -> str:
    """Return the words of a section, without the explanations of terms, which it takes off the page."""
    for note in tree.css(".term-note"):
        note.decompose()
    parts, node = [], one(tree, f"[id='{anchor}']").next
    while node is not None and node.tag != "h2":
        parts.append(node.text())
        node = node.next
    return " ".join(" ".join(parts).split())


def test_the_list_of_facts_is_complete() -> None:
    with FACTS.open(encoding="utf-8", newline="") as file:
        assert {row["number"] for row in csv.DictReader(file)} == NUMBERS


def test_every_fact_of_a_house_stands_in_the_site_of_the_brand_that_has_it(
    brand: str, built: Callable[[str], Path], project: Path
) -> None:
    site, pages = built(brand), pages_of(project, brand)
    with FACTS.open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["brand"] == brand]
    trees = {key: page_of(site, pages[key]) for key in product(("nl", "en"), {row["page"] for row in rows})}
    missing = [
        f"{row['number']}: '{row[lang]}' is not in {lang} {row['page']}#{row['anchor']}"
        for row in rows
        for lang in ("nl", "en")
        if row[lang] not in (said := section(trees[lang, row["page"]], row["anchor"])) or not said
    ]
    assert missing == []


def test_a_logo_that_holds_the_name_stands_alone_and_says_it(built: Callable[[str], Path]) -> None:
    site, full = built("voorbeeldziekenhuis"), "Voorbeeldziekenhuis Voorbeeldstad"
    for file, name in (
        ("kosten/index.html", full),
        ("en/costs/index.html", "Voorbeeld Hospital Voorbeeldstad"),
        ("404.html", full),
    ):
        assert name_at_the_top(site / file) == ("", [name])
    assert name_at_the_top(built("voorbeeldkliniek") / "index.html") == ("Voorbeeld\u00adkliniek", [""])


def name_at_the_top(file: Path) -> tuple[str, list[str | None]]:
    """Return the words of the link at the top of a page, and those for who does not see its logo."""
    (link,) = LexborHTMLParser(file.read_text("utf-8")).css("a.brand")
    return link.text(strip=True), [picture.attributes["alt"] for picture in link.css("img")]


def test_a_brand_stands_under_a_sub_path_too(sample_project: Path) -> None:
    env = {"BRAND": f"brands/{NAMES[0]}", "SITE_URL": "https://www.house.example/care/opinion"}
    result = build(sample_project, site="site-sub", env=env)
    assert result.returncode == 0, result.stderr
    page = page_of(sample_project / "site-sub", "kosten")
    assert addresses(page, "link[rel=canonical]") == ["https://www.house.example/care/opinion/kosten/"]


def shared_words(site: Path, path: str) -> str:
    """Return the words of a page that no brand may change."""
    tree = page_of(site, path)
    for part in tree.css(SET_BY_BRANDS):
        part.decompose()
    return " ".join(one(tree, "main").text().split())


def own_pages_of(brand: str) -> dict[str, str]:
    """Return where the page about a brand stands in each language."""
    return PAGES_OF_NETWORK if brand == "voorbeeld-ggz-netwerk" else OWN_PAGES


def test_only_what_the_brand_sets_differs_from_the_neutral_site(
    brand: str, built: Callable[[str], Path], project: Path, site: Path
) -> None:
    mine, pages = built(brand), pages_of(project, brand)
    neutral = pages_of(project, "neutral")
    own = {
        "about",
        "sources",
        "your-hospital",
        "questions",
        "studies",
        "words",
        *OWN_TEXTS.get(brand, ()),
    }  # what its pages rest on
    differing = [
        where
        for (lang, name), where in pages.items()
        if name not in own and shared_words(mine, where) != shared_words(site, neutral[lang, name])
    ]
    assert differing == []
    shared = {
        file.relative_to(site) for file in (site / "assets").rglob("*") if file.suffix in {".css", ".mjs"}
    }
    assert [name for name in shared if (mine / name).read_bytes() != (site / name).read_bytes()] == []


def test_an_example_says_so_and_no_search_engine_keeps_it(brand: str, built: Callable[[str], Path]) -> None:
    for path in ("", "kosten", own_pages_of(brand)["en"]):
        page = page_of(built(brand), path)
        assert one(page, "meta[name=robots]").attributes["content"] == "noindex"
        assert re.match("Voorbeeld: |Example: ", one(page, ".banner").text())


def test_every_page_says_which_release_it_carries(brand: str, built: Callable[[str], Path]) -> None:
    foot = one(page_of(built(brand), "kosten"), "footer").text()
    assert f"uitgave {RELEASE.number} van {format_day(RELEASE.date, 'nl')}" in foot


def test_every_page_names_who_sends_it_and_how_to_reach_them_and_leads_to_the_own_page(
    brand: str, built: Callable[[str], Path], project: Path
) -> None:
    site, pages = built(brand), pages_of(project, brand)
    for where in pages.values():
        page = page_of(site, where)
        assert page.css("footer :is(a[href^='tel:000'], a[href^='mailto:'])"), where
        assert one(page, "header .row a").text() in OWN_LABELS, where
        title = one(page, "title").text()
        assert " | " in title
        assert not re.match("(de|het|the) ", title.rpartition(" | ")[2]), where
    error_page = LexborHTMLParser((site / "404.html").read_text("utf-8"))
    assert len(error_page.css("main :is(a[href^='tel:000'], a[href^='mailto:'])")) == 2


def test_in_a_copy_the_hospital_is_the_one_who_speaks(brand: str, built: Callable[[str], Path]) -> None:
    for path, lang in (("over-deze-informatie", "nl"), ("en/about", "en")):
        about = page_of(built(brand), path)
        assert max(re.split(r"\{\w+\}", OWN_WORDS[lang]["maker"]), key=len).strip() in section(about, "who")
        assert RELEASE.number in section(about, "who")
        assert about.css("main :is(a[href^='tel:000'], a[href^='mailto:'])") != []


def test_a_brand_leads_to_its_own_page_from_the_pages_where_it_matters(
    brand: str, built: Callable[[str], Path]
) -> None:
    where = own_pages_of(brand)["nl"]
    own = page_of(built(brand), where)
    sections = {heading.attributes["id"] for heading in own.css("main h2[id]")}
    assert len(page_of(built(brand), "").css(f"main .own a[href='{where}/']")) == 1
    answers = {"kosten": "costs", "buitenland": "from-abroad", "daarna": "takeover", "het-gesprek": "report"}
    for path, anchor in answers.items():
        if (built(brand) / path).exists():
            links = addresses(page_of(built(brand), path), "main .own a")
            assert (f"../{where}/#{anchor}" in links) == (anchor in sections), path


def test_the_first_address_of_the_page_of_a_network_leads_to_its_page(built: Callable[[str], Path]) -> None:
    for lang, old in OWN_PAGES.items():
        moved = page_of(built("voorbeeld-ggz-netwerk"), old)
        assert PAGES_OF_NETWORK[lang].rpartition("/")[2] in str(one(moved, "main a").attributes["href"])


def test_nothing_empty_is_shown(brand: str, built: Callable[[str], Path]) -> None:
    for path in ("", "aanvragen", "het-gesprek", "kosten", *own_pages_of(brand).values()):
        page = page_of(built(brand), path)
        for waiting in page.css(".cost, .tool"):
            waiting.decompose()  # it is filled in by its reader
        empty = [
            (element.html or "")[:80]
            for element in page.css("main :is(h2, h3, p, li, ul, ol, th)")
            if not element.text(strip=True) and not element.css("img[alt]")
        ]
        assert empty == [], path


def test_axe_finds_nothing_on_the_page_of_a_brand_in_what_it_adds_to_others_and_in_its_colours(
    brand: str, built: Callable[[str], Path], open_tab: Tabs, axe: Accessibility
) -> None:
    lang = ("nl", "en")[
        NAMES.index(brand) % 2
    ]  # both are made from the same brand.yml, and two brands have each
    tab, found = open_tab(), []
    with serve(built(brand)) as address:
        path = COLOURED[brand]
        tab.goto(f"{address}{path}")
        if tab.locator(".own").count():
            found += axe.faults_of_rules(tab, path, ".own")
        found += axe.faults_of_all_colours(tab, path)
        tab.goto(f"{address}/{own_pages_of(brand)[lang]}/")
        found += axe.faults(tab, own_pages_of(brand)[lang])
    assert not found, "\n".join(found)


def test_the_menu_stands_on_one_line_of_a_laptop_and_no_page_is_wider_than_a_small_phone(
    brand: str, built: Callable[[str], Path], open_tab: Tabs
) -> None:
    page = open_tab(viewport={"width": 1280, "height": 800})
    with serve(built(brand)) as address:
        for path in ("/", "/en/"):
            page.goto(f"{address}{path}")
            tops = page.eval_on_selector_all(".row li", "all => all.map(one => one.offsetTop)")
            assert len(set(tops)) == 1, path
        page.set_viewport_size({"width": 320, "height": 800})
        for path in (*(f"/{own}/" for own in own_pages_of(brand).values()), *NARROW):
            page.goto(f"{address}{path}")
            assert page.evaluate("document.documentElement.scrollWidth") <= 320, path
            name, other = (
                page.locator(f"header a.{one}").first.bounding_box() for one in ("brand", "language")
            )
            assert name, path
            assert other, path
            assert other["y"] < name["y"] + name["height"], f"{path}: they stand below each other"
            page.get_by_role("button", name="Menu").click()
            first = page.locator("#menu li").nth(1).inner_text()
            assert first in OWN_LABELS


def test_the_list_of_places_is_complete_without_a_script_and_has_a_filter_with_it(
    built: Callable[[str], Path], open_tab: Tabs
) -> None:
    with serve(built("voorbeeld-ggz-netwerk")) as address:
        plain = open_tab(java_script_enabled=False)
        plain.goto(f"{address}/waar-u-terechtkunt/")
        assert plain.locator(".directory > li:visible").count() == 3
        page = open_tab()
        page.goto(f"{address}/en/where-to-go/")
        page.get_by_label(OWN_WORDS["en"]["filter_label"]).select_option("anxiety")
        assert page.locator(".directory > li:visible strong").all_inner_texts() == [
            "GGZ Voorbeeldstad",
            "Centrum Niet Bestaand",
        ]
        assert page.get_by_text(OWN_WORDS["en"]["filter_count"].format(count=2)).is_visible()


def test_letters_of_a_brand_come_from_its_own_site(
    built: Callable[[str], Path], new_context: CreateContextCallback
) -> None:
    with serve(built("voorbeeldkliniek")) as address:
        page = new_context().new_page()
        wrong: list[str] = []
        page.on("console", lambda message: wrong.append(message.text))
        page.goto(f"{address}/kosten/")
        page.evaluate("document.fonts.ready.then(() => true)")
        assert page.evaluate("document.fonts.check('700 16px Brand')")
    assert wrong == []


def test_a_site_in_dutch_alone_has_no_trace_of_the_other_language(tmp_path: Path) -> None:
    root = copy_project(tmp_path / "project")
    change(root, "brands/voorbeeldkliniek/brand.yml", "example: true\n", "example: true\nlanguages: [nl]\n")
    change(root, "brands/voorbeeldkliniek/brand.yml", ", en: Voorbeeld Clinic}", "}")
    result = build(root, env={"BRAND": "brands/voorbeeldkliniek", "PREVIEW": "1"})
    assert result.returncode == 0, result.stderr
    site = root / "site"
    assert one(page_of(site, "preview"), ".foot-name").text() == "Voorbeeldkliniek"
    shutil.rmtree(site / "preview")  # which is not for readers
    assert not (site / "en").exists()
    assert [file.name for file in (site / "assets/search").iterdir()] == ["nl.json"]
    for file in (*site.rglob("*.html"), site / "sitemap.xml"):
        tree = LexborHTMLParser(file.read_text("utf-8"))
        assert tree.css("link[hreflang], a.language, main > a[hreflang]") == [], file
    about = one(page_of(site, "over-deze-informatie"), "html").text()
    assert [word for word in ("Engels", "talen", "English") if word in about] == []
    error_page = LexborHTMLParser((site / "404.html").read_text("utf-8"))
    assert [part.attributes["lang"] for part in error_page.css("main [lang]")] == ["nl"]


def test_the_preview_shows_every_component_to_no_search_engine(
    tmp_path: Path, open_tab: Tabs, axe: Accessibility
) -> None:
    root = copy_project(tmp_path / "project")
    result = build(root, site="preview", env={"BRAND": "brands/voorbeeld-kankercentrum", "PREVIEW": "1"})
    assert result.returncode == 0, result.stderr
    assert result.stdout == (
        "The site is in preview/; to look at it, run: make serve BRAND=brands/voorbeeld-kankercentrum PREVIEW=1\n"
        "Every component is on the page /preview/ of it\n"
    )
    with serve(root / "preview") as address:
        page = open_tab()
        page.goto(f"{address}/preview/")
        assert page.locator("meta[name=robots]").get_attribute("content") == "noindex"
        assert axe.faults(page, "preview") == []


def test_a_build_tells_once_what_a_replaced_page_lacks_and_each_wrong_file(
    tmp_path: Path, sample_project: Path
) -> None:
    brand = shutil.copytree(ROOT / "brands/voorbeeldziekenhuis", tmp_path / "brand")
    for lang in ("nl", "en"):
        text = (sample_project / f"docs/{lang}/costs.md").read_text(
            "utf-8"
        ) + "\n[Onze prijzen](http://www.ons.example/)\n"
        (brand / f"docs/{lang}").mkdir(parents=True)
        (brand / f"docs/{lang}/costs.md").write_text(text.replace("{#who-pays}", "{#who-paid}"), "utf-8")
    (brand / "logo.svg").write_text("no drawing", "utf-8")
    (brand / "papers/second-opinion.pdf").unlink()
    result = build(sample_project, site="site-lacking", env={"BRAND": str(brand)})
    *told, last = (line for line in result.stderr.splitlines() if not line.startswith("notice: "))
    said = sorted(line.removeprefix(f"{brand}/").split("; ")[1] for line in told)
    assert said[0].startswith("export it again: in Illustrator"), told
    assert said[1:3] == ["put it back as a heading that ends in {#who-pays}"] * 2
    assert said[3] == "put it in the brand folder, or take the line out"
    assert said[4:] == ["write https:, or take the link out where that page has no https"] * 2
    assert last == "6 things are to be mended; there is no site yet"


def test_the_neutral_site_does_not_take_the_place_of_a_hospitals(
    built: Callable[[str], Path], project: Path
) -> None:
    before = (built("voorbeeldkliniek") / "index.html").read_bytes()
    result = build(project, site="site-voorbeeldkliniek")
    assert (result.returncode, result.stderr) == (
        1,
        "site-voorbeeldkliniek/ holds the site of brands/voorbeeldkliniek, and this one of brands/neutral would take "
        "its place; write BRAND=brands/voorbeeldkliniek, or name another folder: SITE=sites/neutral\n",
    )
    assert (project / "site-voorbeeldkliniek/index.html").read_bytes() == before


def test_a_new_brand_builds_from_at_most_fifteen_lines(tmp_path: Path, sample_project: Path) -> None:
    folder = tmp_path / "ons"
    folder.mkdir()
    text = 'name: {nl: Ons, en: Ours}\nsite_url: https://ons.example\nlook: {colours: {main: "#00565f"}}\n'
    (folder / "brand.yml").write_text(text, "utf-8")
    result = build(sample_project, site="site-new", env={"BRAND": str(folder)})
    assert result.returncode == 0, result.stderr
    assert not (sample_project / "site-new" / "uw-ziekenhuis").exists()
    home = LexborHTMLParser((sample_project / "site-new" / "index.html").read_text("utf-8"))
    assert ">O</text>" in (sample_project / "site-new" / "assets/images/favicon.svg").read_text("utf-8")
    assert all(
        (sample_project / "site-new" / str(icon.attrs["href"])).is_file() for icon in home.css("[rel*=icon]")
    )
    assert home.css_first(".with-mark") is None
    assert (ROOT / "brands" / "neutral").is_dir()


def test_the_own_page_of_a_hospital_is_a_leaflet_of_at_most_two_sheets(
    built: Callable[[str], Path], project: Path, open_tab: Tabs, brand: str
) -> None:
    with serve(built(brand)) as address:
        page = open_tab()
        for (_, name), path in pages_of(project, brand).items():
            if name == "your-hospital":
                page.goto(f"{address}/{path}")
                assert count_sheets(page) <= 2, path


def test_on_paper_a_leaflet_and_what_leads_to_the_own_page_show_where_they_are(
    built: Callable[[str], Path], open_tab: Tabs
) -> None:
    site = "https://second-opinion.voorbeeldkankercentrum.example/"
    with serve(built("voorbeeld-kankercentrum")) as address:
        page = open_tab()
        page.emulate_media(media="print")
        for path, shown in (
            ("uw-ziekenhuis/", "assets/brand/papers/aanvragen.pdf"),
            ("aanvragen/", "uw-ziekenhuis/#moment"),
        ):
            page.goto(f"{address}/{path}")
            link = page.locator(f"main a[href$='{shown.rpartition('/')[2]}']").last
            assert link.evaluate("e => getComputedStyle(e, '::after').content") == f'" ({site}{shown})"'
