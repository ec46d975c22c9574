"""`make screenshots`: which pages a change touches, and their pictures before and after it."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from playwright.sync_api import Page

from repositories import git
from support import change, copy_sample, run_module
from upkeep.screenshots import Change, changes, index, main, take
from upkeep.serving import serve


def markup(content: str, *, menu: str = "Menu") -> str:
    """Return a page with something in it."""
    return f"<html><body><nav>{menu}</nav><main><p>{content}</p></main></body></html>"


HOMES = {"": markup("Begin"), "en/": markup("Start")}


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        (HOMES, HOMES, []),
        ({"kosten/": markup("Was")}, {"kosten/": markup("Wordt")}, [Change("kosten/", True, True)]),
        ({}, {"nieuw/": markup("Nieuw")}, [Change("nieuw/", False, True)]),
        ({"oud/": markup("Oud")}, {}, [Change("oud/", True, False)]),
        (
            HOMES,
            {"": markup("Begin", menu="Nieuw"), "en/": markup("Start")},
            [Change("", True, True), Change("en/", True, True)],
        ),
    ],
    ids=["nothing", "a sentence", "a new page", "a page that goes", "only the menu"],
)
def test_the_pages_that_a_reader_sees_change(
    before: dict[str, str], after: dict[str, str], expected: list[Change]
) -> None:
    assert changes(before, after) == expected


def test_dutch_comes_first_then_what_changed_most_and_the_list_of_sources_last() -> None:
    words = {"en/a/": 9, "bronnen/": 8, "b/": 1, "c/": 5, "d/": 0}
    record = '<ul><li id="source-x">Bron</li></ul>'
    note = '<span class="term-note">{}</span>'
    before = {address: markup("Was" + note.format("oud")) for address in words}
    after = {
        address: markup("Was" + " meer" * count + note.format("nieuw")) for address, count in words.items()
    }
    after["bronnen/"] = after["bronnen/"].replace("</main>", f"{record}</main>")
    assert [change.address for change in changes(before, after)] == ["c/", "b/", "en/a/", "bronnen/"]


def test_the_overview_names_each_picture_in_both_languages_and_the_pages_without_one() -> None:
    two = Change("en/costs/", True, True, "Costs <1>", places=("", "who"))
    left_out = [Change("nog/", True, True, "Nog een"), Change("en/more/", True, True)]
    shown = index([two, Change("nieuw/", False, True)], left_out, ["en-costs-2-desk-before.png"])
    assert "<h2>Costs &lt;1&gt;</h2>" in shown
    assert (
        '<figcaption>voor / before, telefoon / phone</figcaption><img src="en-costs-phone-before.png"'
        in shown
    )
    assert 'src="en-costs-2-phone-after.png"' in shown
    assert "en-costs-2-desk-before.png" not in shown
    assert shown.count("<p>voor / before, breed scherm / wide screen: staat er niet / not there</p>") == 2
    assert "<li>/nog/ (Nog een)</li><li>/en/more/</li>" in shown
    assert "Geen pagina ziet er anders uit." in index([], [])


def test_a_changed_sentence_gives_pictures_of_its_page_alone(tmp_path: Path) -> None:
    root = copy_sample(tmp_path / "project")
    git(root, "init")
    git(root, "add", "--all")
    git(root, "commit", "--message", "before")
    change(root, "docs/en/costs.md", "---\n\n", "---\n\nA sentence that was not here before.\n\n")
    done = run_module(root, "upkeep.screenshots", "--base", "main", env=os.environ)
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("1 of 1 changed pages")
    assert sorted(path.name for path in (root / "screenshots").iterdir()) == [
        "en-costs-desk-after.png",
        "en-costs-desk-before.png",
        "en-costs-phone-after.png",
        "en-costs-phone-before.png",
        "index.html",
    ]


def test_a_branch_that_is_not_there_gets_one_line_of_advice(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    git(tmp_path, "init")
    monkeypatch.chdir(tmp_path)
    assert main(["--base", "mian"]) == 1
    assert capsys.readouterr().err == "There is no 'mian' here; name a branch: BASE=origin/main\n"


OLD = "<h1>T</h1><p>Bovenaan</p>" + "<p>Nog iets.</p>" * 60 + '<h2 id="who">Wie</h2><p>Wie was</p>'
NEW = (
    OLD.replace("Wie was", "Wie is")
    + '<h2 id="new">Nieuw</h2><details><summary>Meer</summary><p>Diep</p></details>'
)


def test_a_picture_shows_the_section_that_changed_with_a_line_around_the_change(
    page: Page, tmp_path: Path
) -> None:
    sides = {}
    for side, content in (("before", OLD), ("after", NEW)):
        (tmp_path / side / "kosten").mkdir(parents=True)
        (tmp_path / side / "kosten/index.html").write_text(f"<body><main>{content}</main></body>", "utf-8")
        sides[side] = page.context.new_page()
    with serve(tmp_path / "before") as before, serve(tmp_path / "after") as after:
        tabs = {"before": (sides["before"], before), "after": (sides["after"], after)}
        taken, missing = take(tabs, Change("kosten/", True, True), "phone", tmp_path)
    assert taken.places == ("who", "new")
    assert missing == ["kosten-2-phone-before.png"]
    marked = "[...document.querySelectorAll('p, summary, h2')].filter((e) => e.style.outline).map((e) => e.innerText)"
    assert sides["before"].evaluate(marked) == ["Wie was"]
    assert sides["after"].evaluate(marked) == ["Wie is", "Nieuw", "Meer", "Diep"]
    heights = {side: _height(tmp_path / f"kosten-phone-{side}.png") for side in sides}
    assert all(100 < height < 400 for height in heights.values()), heights


def _height(picture: Path) -> int:
    """Return how high a PNG is."""
    return int.from_bytes(picture.read_bytes()[20:24], "big")
