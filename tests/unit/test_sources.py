"""The list of sources: those on which a page of the site rests, and no others, each with its pages."""

from __future__ import annotations

from pathlib import Path

import pytest

from checking import checked_project, printed_lines
from second_opinion.core.validation import read_yaml
from second_opinion.data.sources import read_sources, source_views, sources_markdown
from second_opinion.project.project import Project
from second_opinion.project.sources_of_pages import pages_by_source, sources_of_page

from .making import DAY
from .spoiling import append, front, page_source, swap, write

SOURCE = """title: Nergens genoemd
publisher: Test
language: nl
read: 2026-11-22
archived: false
"""
MENTAL_HEALTH = ("docs/nl/mental-health.md", "docs/en/mental-health.md")
RECORDS = {
    "zoo": """title: A study
publisher: Zoo
address: https://zoo.example/
language: en
date: "2019-12"
read: 2026-11-22
archived: false
""",
    "law": """title: Een wet
publisher: { nl: Overheid, en: Government }
note: { nl: een oude tekst, en: an old text }
language: nl
read: 2026-11-23
archived: true
""",
}


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_a_source_stands_in_the_list_as_long_as_a_page_of_the_site_names_it(root: Path, lang: str) -> None:
    write("data/sources/trial.yml", SOURCE)(root)
    assert "Nergens genoemd" not in checked_project(root).values[lang]["sources"]
    for file in MENTAL_HEALTH:
        front(file, "sources", "sources: [trial]")(root)
    assert "Nergens genoemd" in checked_project(root).values[lang]["sources"]
    append("brands/neutral/brand.yml", "pages_left_out: [{page: mental-health, reason: Test}]")(root)
    assert "Nergens genoemd" not in checked_project(root).values[lang]["sources"]


def test_a_hospital_that_leaves_a_page_out_is_not_asked_to_take_its_sources_out(root: Path) -> None:
    write("data/sources/trial.yml", SOURCE)(root)
    for file in MENTAL_HEALTH:
        front(file, "sources", "sources: [trial]")(root)
    append("brands/neutral/brand.yml", "pages_left_out: [{page: mental-health, reason: Test}]")(root)
    assert [str(finding) for finding in checked_project(root).findings if "'trial'" in str(finding)] == []


def test_a_source_of_one_page_names_that_page_in_the_language_of_the_list(root: Path) -> None:
    write("data/sources/trial.yml", SOURCE)(root)
    for file in MENTAL_HEALTH:
        front(file, "sources", "sources: [trial]")(root)
    swap("data/menu/mental-health.yml", "nl: Psychische zorg", "nl: Proefnaam")(root)
    swap("data/menu/mental-health.yml", "en: Mental health care", "en: Trial name")(root)
    values = checked_project(root).values
    assert (
        "op de site zelf gelezen op 22 november 2026. Gebruikt op: [Proefnaam](mental-health.md)."
        in values["nl"]["sources"]
    )
    assert "Used on: [Trial name](mental-health.md)." in values["en"]["sources"]


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_a_page_rests_on_the_sources_of_the_amounts_and_the_estimate_that_it_shows(
    sample: Project, lang: str
) -> None:
    assert sample.costs.deductible is not None
    assert sample.costs.texts is not None
    costs = next(page for page in pages_by_source(sample, lang)["zvw"] if page.name == "costs")
    wanted = (
        sample.costs.deductible.named_sources() | sample.costs.texts.named_sources() | set(costs.meta.sources)
    )
    assert set(sources_of_page(sample, costs)) == wanted


def test_a_record_says_all_that_is_known_in_the_language_of_its_page(sample: Project) -> None:
    sources, findings = read_sources({id_: read_yaml(text, id_) for id_, text in RECORDS.items()}, DAY)
    assert findings == []
    pages = {"zoo": ["[Kosten](costs.md)", "[Kind](child.md)"], "law": ["[Kosten](costs.md)"]}
    records = {lang: sources_markdown(sources, pages, lang, sample.words.site[lang]) for lang in ("nl", "en")}
    assert records["nl"] == (
        "- **Overheid**: *Een wet*{ lang=nl }, een oude tekst, gelezen op 23 november 2026. "
        "Gebruikt op: [Kosten](costs.md).\n    {: #source-law }\n"
        "- **Zoo**: [A study](https://zoo.example/){ lang=en hreflang=en }, december 2019, in het Engels, "
        "op de site zelf gelezen op 22 november 2026. "
        "Gebruikt op: [Kosten](costs.md), [Kind](child.md).\n    {: #source-zoo }"
    )
    assert records["en"].startswith(
        "- **Government**: *Een wet*{ lang=nl }, an old text, in Dutch, read on 23 November 2026. Used on: "
    )


def read_two(first: str, second: str) -> list[str]:
    """Return what is said of two sources, which are called one and two."""
    entries = {name: read_yaml(text, f"{name}.yml") for name, text in (("one", first), ("two", second))}
    return [str(finding) for finding in read_sources(entries, DAY)[1]]


def test_a_source_that_stands_there_twice_is_told_by_its_address() -> None:
    again = RECORDS["zoo"].replace("A study", "Study").replace("https://zoo.example/", "http://zoo.example")
    again += "http_only: it has no https\n"
    assert read_two(RECORDS["zoo"], again) == [
        "two.yml:3: 'two' is the source 'one' once more: both have the address http://zoo.example; name 'one' in its "
        "place, and take this file out; of two editions each has a 'date' of its own"
    ]


@pytest.mark.parametrize(
    ("old", "new"),
    [("2019-12", "2024-12"), ("https://zoo.example/", "https://zoo.example/two")],
    ids=["two editions", "two pages"],
)
def test_sources_that_differ_are_two(old: str, new: str) -> None:
    assert read_two(RECORDS["zoo"], RECORDS["zoo"].replace("A study", "Study").replace(old, new)) == []


def test_of_two_sources_with_one_name_readers_see_what_sets_them_apart() -> None:
    same = [
        "two.yml:1: readers cannot tell 'two' from 'one': title, publisher, date and note are the same; "
        "say in a 'note' what sets this one apart"
    ]
    assert read_two(SOURCE, SOURCE) == same
    told = f"{SOURCE}note: {{nl: een oudere pagina, en: an older page}}\n"
    assert read_two(SOURCE, told) == []
    entries = {
        name: read_yaml(text, name) for name, text in (("one", SOURCE), ("two", told), *RECORDS.items())
    }
    views = source_views(entries, read_sources(entries, DAY)[0], "en")
    assert [view.is_namesake for view in views] == [True, True, False, False]


def brand_that_names(sources: str, folder: Path) -> Path:
    """Return the folder of a hospital with a page of its own that rests on sources."""
    write("brand.yml", "name: Ons\nsite_url: https://www.house.nl\n")(folder)
    for lang in ("nl", "en"):
        write(f"docs/{lang}/desk.md", page_source(f"desk-{lang}"))(folder)
        front(f"docs/{lang}/desk.md", "sources", f"sources: [{sources}]")(folder)
    return folder


def test_a_source_that_has_another_name_now_is_found_by_a_page_of_a_hospital(
    root: Path, tmp_path: Path
) -> None:
    append("data/sources/kanker-nl.yml", "was: [kanker-oud]")(root)
    brand = brand_that_names("kanker-oud", tmp_path / "brand")
    project = checked_project(root, {"BRAND": str(brand)})
    assert {one for one in printed_lines(project) if "kanker" in one} == {
        f"notice: {brand}/docs/{lang}/desk.md:8: the source 'kanker-oud' is called 'kanker-nl' now; "
        "write 'kanker-nl', or take this out where that stands already"
        for lang in ("nl", "en")
    }
    assert "desk" in [page.name for page in pages_by_source(project, "nl")["kanker-nl"]]


def test_a_hospital_is_not_asked_to_add_a_source_to_ours(root: Path, tmp_path: Path) -> None:
    brand = brand_that_names("oogziekenhuis-2026", tmp_path / "brand")
    assert {one for one in printed_lines(checked_project(root, {"BRAND": str(brand)})) if "oog" in one} == {
        f"{brand}/docs/{lang}/desk.md:8: the source 'oogziekenhuis-2026' does not exist; "
        "name one of those in data/sources/, or take it out"
        for lang in ("nl", "en")
    }


def test_a_page_of_ours_names_a_source_as_it_is_called_now(root: Path) -> None:
    append("data/sources/kanker-nl.yml", "was: [kanker-oud]")(root)
    for file in MENTAL_HEALTH:
        front(file, "sources", "sources: [kanker-oud]")(root)
    assert {one for one in printed_lines(checked_project(root)) if "kanker-oud" in one} == {
        f"{file}:8: the source 'kanker-oud' is called 'kanker-nl' now; "
        "write 'kanker-nl', or take this out where that stands already"
        for file in MENTAL_HEALTH
    }


@pytest.mark.parametrize(
    ("first", "wrong"),
    [
        ("", "the source 'one' is still there, and 'two' says that it was called so"),
        ("was: [three]\n", "'three' is what 'one' was called, and 'two' says so too"),
    ],
    ids=["is still there", "was two"],
)
def test_a_name_from_before_is_that_of_one_source(first: str, wrong: str) -> None:
    second = f"{RECORDS['law']}was: [{'three' if first else 'one'}]\n"
    assert read_two(SOURCE + first, second) == [f"two.yml:7: {wrong}; keep one of the two"]
