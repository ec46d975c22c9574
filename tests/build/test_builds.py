"""Whole builds, each in a process of its own: what they print, and what they leave behind."""

from __future__ import annotations

import os
import re
import subprocess
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from second_opinion.core.markdown_text import Text, includes_in
from support import (
    ROOT,
    SAMPLE,
    build,
    change,
    check_shared_code,
    copy_sample,
    is_from_sample,
    overwrite,
    page_paths,
    run_afresh,
    run_module,
)

BEFORE = {"index.html": b"<p>before</p>", "sitemap.xml": b"<urlset/>", "en/index.html": b"\x00\xff"}
LINE = re.compile(r"(notice: )?[\w./-]+:\d+: .+; .+")


def project_with_site(folder: Path) -> Path:
    """Return a copy of the project that has a site of an earlier build."""
    root = copy_sample(folder)
    for name, content in BEFORE.items():
        file = root / "site" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)
    return root


def contents(folder: Path) -> dict[str, bytes]:
    """Return every file of a folder with its bytes."""
    return {
        file.relative_to(folder).as_posix(): file.read_bytes() for file in folder.rglob("*") if file.is_file()
    }


def names(folder: Path) -> list[str]:
    """Return what stands in a folder, by name."""
    return sorted(file.name for file in folder.iterdir())


def add(root: Path, file: str, text: str) -> int:
    """Add a paragraph at the end of a file, and return its line."""
    before = (root / file).read_text("utf-8").rstrip("\n")
    (root / file).write_text(f"{before}\n\n{text}\n", "utf-8")
    return before.count("\n") + 3


def spoil(root: Path) -> list[str]:
    """Put faults into both languages, a snippet, the data and the addresses; return the lines that tell them."""
    old, first = "\n- /oud/", "\n- /en/costs/"
    amounts = "use a name like {{ deductible.compulsory }}; amounts stand in data/, with their source"
    lines = [
        f"docs/nl/costs.md:{add(root, 'docs/nl/costs.md', '[Zie](aplying.md)')}: the link 'Zie' leads to "
        "'aplying.md', and that page does not exist; did you mean 'applying.md'?",
        f"docs/en/index.md:{add(root, 'docs/en/index.md', '[See](#nowhere-at-all)')}: the link 'See' leads to "
        "'#nowhere-at-all', which is no section of index.md; known: ",
        f"docs/en/costs.md:{change(root, 'docs/en/costs.md', 'checked: []', 'cheked: []')}: the key 'cheked' is "
        "not known; did you mean 'checked'?",
        f"snippets/nl/safety.md:{add(root, 'snippets/nl/safety.md', 'Dat kost € 385.')}: the amount '€ 385' is "
        f"typed into the text; {amounts}",
        f"snippets/en/safety.md:{add(root, 'snippets/en/safety.md', 'It costs € 385.')}: the amount '€ 385' is "
        f"typed into the text; {amounts}",
        f"data/menu/costs.yml:{change(root, 'data/menu/costs.yml', 'place: ', 'plce: ')}: the key 'plce' is "
        "not known; did you mean 'place'? (allowed: ",
        f"data/published/costs.yml:{change(root, 'data/published/costs.yml', first, old + first) + 1}: the "
        "published address /oud/ leads nowhere now; add 'moved_from: [oud]' to the page that took its place, so "
        "that old links keep working",
    ]
    add(root, "docs/nl/index.md", "[Zie](#steps)")
    return sorted(lines)


def told_faults(printed: str) -> list[str]:
    """Return the faults that a build printed."""
    lines = [line for line in printed.splitlines() if LINE.fullmatch(line)]
    return [line for line in lines if not line.startswith("notice: ")]


def begins_alike(told: list[str], expected: list[str]) -> bool:
    """Tell whether each line told begins with the line expected in its place."""
    return len(told) == len(expected) and all(map(str.startswith, told, expected))


def test_a_failing_build_prints_every_fault_of_the_whole_site_and_leaves_the_last_site_alone(
    tmp_path: Path,
) -> None:
    root = project_with_site(tmp_path / "project")
    expected = spoil(root)
    around = names(root)
    result = build(root)
    *lines, ending = result.stderr.splitlines()
    assert (result.returncode, result.stdout) == (1, "")
    assert [line for line in lines if not LINE.fullmatch(line)] == []
    assert begins_alike(told_faults(result.stderr), expected), result.stderr
    count = sum(not line.startswith("notice: ") for line in lines)
    assert ending == f"{count} things are to be mended; site/ is as it was"
    assert contents(root / "site") == BEFORE
    assert names(root) == around


def test_plain_mkdocs_warns_with_the_same_lines_and_fails_when_strict(tmp_path: Path) -> None:
    root = copy_sample(tmp_path / "project")
    expected = spoil(root)
    result = run_module(root, "mkdocs", "build", "--strict")
    warned = [
        line.partition("WARNING -  ")[2] for line in result.stderr.splitlines() if "WARNING -  " in line
    ]
    assert begins_alike(told_faults("\n".join(warned)), expected), result.stderr
    assert result.returncode == 1
    assert "Traceback" not in result.stderr


@pytest.mark.parametrize(
    ("sentence", "environment", "line"),
    [
        (
            "a brand that is not there",
            {"BRAND": "brands/nobody"},
            "BRAND is 'brands/nobody', and there is no such folder ('make brand' makes one); known: brands/neutral, "
            "brands/voorbeeld-ggz-netwerk, brands/voorbeeld-kankercentrum, brands/voorbeeldkliniek, "
            "brands/voorbeeldziekenhuis",
        ),
        (
            "a day that is none",
            {"TODAY": "soon"},
            "TODAY is 'soon', which is no date; write it like 2026-11-22",
        ),
        (
            "an address that is none",
            {"SITE_URL": "site.example"},
            "SITE_URL is 'site.example', which is no web address; write it in full, with https://",
        ),
    ],
)
def test_a_set_up_error_is_one_line(
    sentence: str, environment: dict[str, str], line: str, tmp_path: Path
) -> None:
    root = project_with_site(tmp_path / "project")
    result = build(root, env=environment)
    assert (result.returncode, result.stdout) == (1, ""), sentence
    assert result.stderr.splitlines() == [line, "1 thing is to be mended; site/ is as it was"]
    assert contents(root / "site") == BEFORE


def test_a_first_build_that_fails_says_that_there_is_no_site(tmp_path: Path) -> None:
    root = copy_sample(tmp_path / "project")
    (root / "data/plain_words.yml").unlink()
    result = build(root)
    assert [line for line in result.stderr.splitlines() if not line.startswith("notice: ")] == [
        "data/plain_words.yml:1: this file is missing; put it back",
        "1 thing is to be mended; there is no site yet",
    ]
    assert not (root / "site").exists()


def test_a_brand_that_cannot_be_used_is_told_with_all_that_is_wrong_elsewhere(tmp_path: Path) -> None:
    root = copy_sample(tmp_path / "project")
    line = change(root, "brands/neutral/brand.yml", "site_url:", "site_ulr:")
    change(root, "data/published/costs.yml", "- /kosten/\n", "- /kosten/\n- kosten\n")
    lines = build(root).stderr.splitlines()
    assert "Traceback" not in "".join(lines)
    assert any(
        told.startswith(f"brands/neutral/brand.yml:{line}: the key 'site_ulr' is not known") for told in lines
    )
    assert any(told.startswith("data/published/costs.yml:") for told in lines)
    *told, last = [line for line in lines if not line.startswith("notice: ")]
    assert last.startswith(f"{len(told)} things are to be mended")
    assert all(re.match(r"[\w./-]+:\d+: ", line) for line in told), told


def test_words_that_only_a_template_asks_for_are_told_in_one_line(tmp_path: Path) -> None:
    root = project_with_site(tmp_path / "project")
    change(root, "data/interface.yml", "skip_to_content:", "skip_to_contents:")
    result = build(root)
    assert result.returncode == 1
    assert told_faults(result.stderr) == [
        "data/interface.yml:5: there are no words 'skip_to_content'; call 'skip_to_contents' so, "
        "or add them in both languages"
    ]
    assert "Traceback" not in result.stderr
    assert contents(root / "site") == BEFORE


@pytest.mark.parametrize(
    ("module", "name", "line"),
    [
        (
            "second_opinion.site.finished_bodies",
            "finish_body",  # asked for the page below at least, as its body is not kept
            "docs/nl/index.md:1: the program stopped while it finished this page (KeyError 'id'); "
            "undo the last change there, and report this line",
        ),
        (
            "second_opinion.site.page_view",
            "split_lead",
            "docs/nl/index.md:1: the program stopped while it built the site (KeyError 'id'); "
            "undo the last change there, and report this line",
        ),
        (
            "second_opinion.site.whole_site",
            "sitemap",
            "the program stopped while it built the site (KeyError 'id'); "
            "this is a fault of the program and not of your change; report this line",
        ),
    ],
)
def test_whatever_goes_wrong_is_one_line_with_the_file_and_the_old_site_stays(
    module: str, name: str, line: str, tmp_path: Path
) -> None:
    root = project_with_site(tmp_path / "project")
    add(root, "docs/nl/index.md", "Een zin, zodat deze pagina niet al gemaakt is.")
    result = run_module(root, "build.broken", module, name)
    lines = [told for told in result.stderr.splitlines() if not told.startswith("notice: ")]
    assert lines == [
        line,
        "1 thing is to be mended; site/ is as it was",
    ]
    assert (result.returncode, result.stdout) == (1, "")
    assert contents(root / "site") == BEFORE


@pytest.mark.parametrize(
    "command",
    [
        *(
            f"second_opinion.commands.{name}"
            for name in ("build", "report", "language", "due", "outside_links", "factsheet")
        ),
        *(f"upkeep.{name}" for name in ("screenshots", "vendor")),
    ],
)
def test_a_command_in_a_folder_without_a_project_says_so_in_a_line(command: str, tmp_path: Path) -> None:
    result = run_module(tmp_path, command)
    told = result.stdout + result.stderr
    assert result.returncode != 0
    assert told.strip()
    assert "Traceback" not in told


@pytest.mark.parametrize("place", [".", "..", "docs", "mkdocs.yml"])
def test_a_folder_that_holds_something_else_is_never_wiped_out(place: str, tmp_path: Path) -> None:
    root = copy_sample(tmp_path / "project")
    before = contents(tmp_path)
    result = build(root, site=place)
    assert result.returncode == 1
    assert result.stderr == f"{place} is no site of an earlier build, so it stays; name another folder\n"
    assert contents(tmp_path) == before


# ---- a site at a sub-path, with a repository, a page that moved and a page in one language

TRIAL = """---
title: Alleen voor deze test
description: Deze pagina is er alleen in het Nederlands, en alleen in deze test.
slug: proef
written: 2026-11-22
checked: []
next_check: 2027-11-22
sources: []
related: []
search_words: []
only_in: { language: nl, reason: Dit is een test }
---

## In {{ deductible.year }}, *zo* {#this-year}

Tekst.

## Nog een kop {#another}

![Een wit vlak](plaatje.png)
"""
PNG = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x02\0\0\0\x01\x08\x06\0\0\0\x1f\x15\xc4\x89"  # two pixels wide
SUB = "https://hospital.example/care/second-opinion"
REPOSITORY = "https://git.example/opinion"


@pytest.fixture(scope="module")
def other(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, subprocess.CompletedProcess[str]]:
    """Return the site of a changed project, and what its build printed."""
    root = copy_sample(tmp_path_factory.mktemp("other"))
    for lang in ("nl", "en"):
        change(root, f"docs/{lang}/costs.md", "checked: []", "checked: []\nmoved_from: [oude-kosten]")
    (root / "docs/nl/trial.md").write_text(TRIAL, "utf-8")
    (root / "docs/nl/plaatje.png").write_bytes(PNG)
    old = "addresses:\n- /oude-kosten/\n- /en/oude-kosten/\n"
    change(root, "data/published/costs.yml", "addresses:\n", old)
    (root / "data/published/trial.yml").write_text("addresses: [/proef/]\n", "utf-8")
    (root / "data/menu/trial.yml").write_text("place: 999\nnl: Proef\nen: Trial\n", "utf-8")
    words = "nl: { term: proefzinswoord, text: Een woord. }\nen: { term: zo, text: A word. }\n"
    (root / "data/glossary/trial.yml").write_text(words, "utf-8")
    result = build(root, site="out/public", env={"SITE_URL": SUB, "REPO_URL": REPOSITORY})
    return root / "out/public", result


Other = tuple[Path, subprocess.CompletedProcess[str]]


def html(site: Path, address: str) -> BeautifulSoup:
    """Return a page of a site."""
    return BeautifulSoup((site / address / "index.html").read_text("utf-8"), "html.parser")


def href(soup: BeautifulSoup, selector: str) -> list[str]:
    """Return where the elements of a selector lead."""
    return [str(element["href"]) for element in soup.select(selector)]


def test_a_clean_build_prints_notices_and_ends_with_where_the_site_is(other: Other) -> None:
    site, result = other
    assert result.returncode == 0, result.stderr
    assert (
        result.stdout
        == "The site is in out/public/; to look at it, run: make serve (it shows the same, and needs no SITE)\n"
    )
    assert [line for line in result.stderr.splitlines() if not line.startswith("notice: ")] == []
    assert names(site.parent) == ["public"]
    assert site.stat().st_mode & 0o777 == 0o755


def test_a_word_of_the_glossary_that_no_page_uses_is_told_in_each_language(other: Other) -> None:
    _, result = other
    told = [line for line in result.stderr.splitlines() if "is used on no page" in line]
    assert [re.sub(r":\d+:", ":", line) for line in told] == [
        f"notice: data/glossary/trial.yml: the word '{word}' is used on no page; "
        "write it where readers meet it, in running text, or take the entry out"
        for word in ("proefzinswoord", "zo")
    ]


@pytest.mark.parametrize(
    ("old", "lang", "address", "to"),
    [
        ("oude-kosten", "nl", "../kosten/", f"{SUB}/kosten/"),
        ("en/oude-kosten", "en", "../costs/", f"{SUB}/en/costs/"),
    ],
)
def test_an_old_address_leads_on(old: str, lang: str, address: str, to: str, other: Other) -> None:
    soup = html(other[0], old)
    assert soup.html is not None
    assert soup.html["lang"] == lang
    refresh = soup.select_one('meta[http-equiv="refresh"]')
    assert refresh is not None
    assert refresh["content"] == f"0; url={address}"
    assert href(soup, 'link[rel="canonical"]') == [to]
    assert href(soup, "main a") == [address]
    assert f"/{old}/" not in page_paths(other[0])


def test_an_old_address_is_not_in_the_sitemap(other: Other) -> None:
    assert "oude-kosten" not in (other[0] / "sitemap.xml").read_text("utf-8")


def test_a_page_in_one_language_leads_to_the_other_home_and_names_no_other_language(other: Other) -> None:
    soup = html(other[0], "proef")
    assert href(soup, 'header a[hreflang="en"]') == ["../en/"]
    assert href(soup, 'link[rel="alternate"]') == []
    assert not (other[0] / "en/trial").exists()
    assert not (other[0] / "en/proef").exists()


def test_a_page_in_one_language_is_in_the_lists_of_that_language_only(other: Other) -> None:
    assert "../proef/" in href(html(other[0], "kosten"), "#menu a")
    assert [
        link for link in href(html(other[0], "en/costs"), "#menu a") if "proef" in link or "trial" in link
    ] == []
    assert "Alleen voor deze test" not in (other[0] / "assets/search/en.json").read_text("utf-8")
    assert "Alleen voor deze test" in (other[0] / "assets/search/nl.json").read_text("utf-8")


def test_a_picture_beside_a_page_is_shown_with_its_size(other: Other) -> None:
    (image,) = html(other[0], "proef").select("main img")
    assert (image["src"], image["alt"], image["width"], image["height"]) == (
        "../plaatje.png",
        "Een wit vlak",
        "2",
        "1",
    )
    assert (other[0] / "plaatje.png").read_bytes() == PNG


def test_a_name_in_a_heading_is_filled_in_wherever_the_heading_shows(other: Other) -> None:
    soup = html(other[0], "proef")
    assert {link.get_text() for link in soup.select('a[href="#this-year"]')} == {"In 2026, zo"}
    assert "{{" not in soup.decode()


@pytest.mark.parametrize(
    ("address", "file"),
    [("", "docs/nl/index.md"), ("kosten", "docs/nl/costs.md"), ("en/costs", "docs/en/costs.md")],
)
def test_with_a_repository_each_page_has_a_link_to_change_its_own_file_and_the_texts_it_shares(
    address: str, file: str, other: Other
) -> None:
    links = [link for link in href(html(other[0], address), "a") if "/edit/" in link]
    own = Text(file, (SAMPLE / file).read_text("utf-8"))
    shared = [f"snippets/{file.split('/')[1]}/{name}" for _, name in includes_in(own)]
    assert shared
    assert links == [f"{REPOSITORY}/edit/main/{name}" for name in (file, *shared)]


def test_the_address_of_the_site_is_honoured_with_its_path(other: Other) -> None:
    soup = html(other[0], "en/costs")
    assert href(soup, 'link[rel="canonical"]') == [f"{SUB}/en/costs/"]
    assert href(soup, 'link[rel="alternate"]') == [f"{SUB}/kosten/", f"{SUB}/en/costs/", f"{SUB}/kosten/"]
    assert (other[0] / "robots.txt").read_text("utf-8").endswith(f"Sitemap: {SUB}/sitemap.xml\n")
    lost = BeautifulSoup((other[0] / "404.html").read_text("utf-8"), "html.parser")
    own = [str(element.get("href")) for element in lost.select("[href]")]
    assert [link for link in own if not link.startswith("/care/second-opinion/")] == []
    assert "second-opinion.example" not in "".join(
        file.read_text("utf-8") for file in other[0].rglob("*") if file.suffix in {".html", ".xml", ".txt"}
    )


# ---- the same bytes each time, without a network

NO_SOCKETS = """
import socket

def refuse(*_args, **_kwargs):
    raise RuntimeError("this build may not open a connection")

class Refused(socket.socket):
    __init__ = refuse

socket.socket = Refused
socket.create_connection = refuse
socket.getaddrinfo = refuse
"""


# With one, the languages are built one after the other, and not side by side.
ONE_PROCESSOR = """
import os

if hasattr(os, "sched_setaffinity"):
    os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
"""


def test_two_builds_are_the_same_in_every_byte_and_open_no_connection(tmp_path: Path) -> None:
    guard = tmp_path / "guard"
    guard.mkdir()
    (guard / "sitecustomize.py").write_text(NO_SOCKETS + ONE_PROCESSOR, "utf-8")
    guarded = {"PYTHONPATH": f"{guard}{os.pathsep}hooks"}
    refused = run_afresh(tmp_path, "-c", "import socket; socket.socket()", **guarded)
    assert "RuntimeError: this build may not open a connection" in refused.stderr
    here, there = copy_sample(tmp_path / "here"), copy_sample(tmp_path / "a longer name" / "there")
    mine = build(here)  # in a process that has built before, with a hash seed by chance
    # As another one would build it: on one processor, with another hash seed.
    afresh = run_afresh(there, "-m", "second_opinion.commands.build", PYTHONHASHSEED="2", **guarded)
    assert (mine.returncode, afresh.returncode) == (0, 0), afresh.stderr
    assert mine.stderr == afresh.stderr
    first, second = contents(here / "site"), contents(there / "site")
    assert sorted(first) == sorted(second)
    assert [name for name in first if first[name] != second[name]] == []


def test_a_second_build_in_one_process_gives_the_same_site(tmp_path: Path) -> None:
    root = copy_sample(tmp_path / "project")
    folders = [tmp_path / "one", tmp_path / "two"]
    result = run_module(root, "build.twice", *map(str, folders))
    assert result.returncode == 0, result.stderr
    first, second = map(contents, folders)
    assert "en/costs/index.html" in first
    assert sorted(first) == sorted(second)
    assert [name for name in first if first[name] != second[name]] == []


def test_the_sample_is_told_from_the_real_pages_however_many_names_these_share() -> None:
    assert is_from_sample(SAMPLE)
    assert not is_from_sample(ROOT)


def test_code_that_is_changed_in_a_copy_stays_what_it_was_in_all_others(tmp_path: Path) -> None:
    one, other = (copy_sample(tmp_path / name) for name in ("one", "other"))
    code = "overrides/main.html"
    was = (other / code).read_text("utf-8")
    overwrite(one / code, "something else")
    assert ((one / code).read_text("utf-8"), (other / code).read_text("utf-8")) == ("something else", was)
    assert not [*(one / code).parent.glob("*.new")]
    check_shared_code()
    shared = (other / code).stat()
    try:
        (other / code).touch()
        with pytest.raises(AssertionError, match=code):
            check_shared_code()
    finally:
        os.utime(other / code, ns=(shared.st_atime_ns, shared.st_mtime_ns))
