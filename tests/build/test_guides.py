"""The two guides for editors: both say the same, what they name is there, and their messages are the real ones."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Sequence
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from second_opinion.core.findings import faults
from second_opinion.core.formatting import format_size
from second_opinion.project.reading import read_project
from second_opinion.project.settings import settings_from
from second_opinion.texts.picture_files import MOST_BYTES
from support import ROOT, build, copy_sample, read_values, run_module
from unit.pictures import png
from unit.spoiling import Edit, append, front, swap, write

ENGLISH, DUTCH = "CONTRIBUTING.md", "CONTRIBUTING.nl.md"
GUIDES = (ENGLISH, DUTCH)
HEADING = re.compile(r"^(#+) ", re.MULTILINE)
MESSAGE = re.compile(r"^\| `(?P<message>(?:notice: )?[\w./-]+:\d+: .+?)` \|", re.MULTILINE)
TABLE_OF_MESSAGES = re.compile(r"^\| (?:The message|De melding) \|.*\n\|[ |-]+\n((?:\|.*\n)+)", re.MULTILINE)
LOCAL_LINK = re.compile(r"\]\((?!https?:|#)([^)#]+)")
FILE_NAME = re.compile(r"`((?:docs|snippets|data|brands|hooks|tests|\.github)/[\w./-]+)`")
COMMAND = re.compile(r"^`?make ([a-z]+)", re.MULTILINE)
FENCE = re.MULTILINE | re.DOTALL
CODE = re.compile(r"^ *```.*?^ *```$|`[^`\n]+`", FENCE)
NUMBERS = re.compile(r"(?<=:)\d+(?=[:)])|(?<=line )\d+|(?<=has )\d+(?= characters)|(?<=shorten it by )\d+")

DAY = "2026-12-02"  # after those in the examples
MADE_UP = ("afterwards", "compare", "refused", "situations", "someone-else")  # beside those of the sample
WRITTEN_BY_THE_READER = {
    "docs/nl/parking.md",
    "docs/en/parking.md",
    "data/menu/parking.yml",
    "data/published/parking.yml",
    "data/translations/docs/en/parking.yml",
    "docs/nl/visiting.md",
    "docs/en/visiting.md",
    "data/menu/visiting.yml",
    "data/published/visiting.yml",
    "data/sources/government-2027.yml",
}

PAGE = """---
title: {title}
description: A page that only stands here to see what the checks say of it.
slug: {slug}
written: 2026-11-22
checked: []
next_check: 2027-11-22
sources: []
related: []
search_words: []
---

{body}
"""
DEDUCTIBLE = """compulsory:
  2026-01-01: { euro: 385, confirmed: true, read: 2026-11-22, sources: [zvw] }
  2027-01-01: { euro: 400, confirmed: false, read: 2026-11-22, sources: [zvw] }
voluntary:
  2022-01-01: { euro: [100, 500], read: 2026-11-22, sources: [zvw] }
rules:
  2022-01-01: { rule: whole-deductible, read: 2026-11-22, sources: [zvw] }
"""
EXAMPLE = """- id: trial
  nl: Test
  en: Test
  situation: { year: 2026, bill: 650 }
  patient: 385
  insurer: 256
  title: {nl: A, en: A}
- id: trial-of-words
  nl: Test
  en: Test
  situation: { year: 2026, bill: 650, age: adlt }
  patient: 385
  insurer: 265
  title: {nl: A, en: A}
- id: trial-of-year
  nl: Test
  en: Test
  situation: { year: 2026, bill: 650, deductible_used: 0, voluntary_deductible: 0 }
  patient: 395
  insurer: 255
  title: {nl: A, en: A}
"""
STUDY = """- source: zvw
  title: { nl: Test, en: Test }
  year: 2020
  people: 70
  same: 70
  smaller: 20
  major: 20
"""
WHO_DOES_WHAT = """parties:
  - { id: you, icon: account-outline, nl: U, en: You }
  - { id: insurer, icon: account-outline, nl: Uw zorgverzekeraar, en: Your insurer }
steps:
  - { from: you, to: insurer, nl: U vraagt., en: You ask. }
"""
SOURCE = "title: Test\npublisher: Test\nlanguage: nl\narchived: false\n"

SLIPS = """Dit:
- een lijst

Dat:

• een punt

Dit is **heel belangrijk.

Lees [de kosten] (costs.md).

| Wie | Wat |
| --- | --- |
| U |

    Een zin.

Wie\tWat
U\tAlles

Bel [088 123 45 67](tel:+31881234568) over de {wachtlijst}.

Kijk op www.voorbeeld.example.

TODO: nakijken bij de de arts.

Mijn nummer is 111222333.

![Een arts](https://voorbeeld.example/foto.jpg)

![foto](scan.png)

Zie [een scan](scan.png).

Dat is op 31 februari 2027, zoals [de kosten](https://second-opinion.example/kosten/) zeggen.

/// important
Tekst.
////"""

# Every fault that a message of the guides comes from, all in one copy of the project.
FAULTS: Sequence[Edit] = (
    front("docs/nl/reasons.md", "written", "written: 22-11-2026"),
    front("docs/nl/abroad.md", "checked", "checked: []\ndiscription: Second opinion in het buitenland"),
    front("docs/nl/afterwards.md", "description", f"description: {'k' * 171}"),
    front("docs/nl/compare.md", "title", "title: Vergelijken: wat kiest u?"),
    front("docs/nl/about.md", "sources", "sources: [zwv]"),
    append("docs/nl/appointment.md", "## Mag ik iemand meenemen?"),
    swap("data/menu/costs.yml", "icon: wallet-outline", "icon: walet-outline"),
    append(
        "docs/nl/someone-else.md",
        "[Kosten](cost.md) en [wie betaalt](costs.md#who-pay), of klik [hier](costs.md).",
    ),
    append("docs/nl/costs.md", "/// details\nTekst.\n///"),
    append("docs/nl/child.md", "## Wie beslist? {#decides}"),
    append("docs/nl/someone-else.md", "## Wie beslist? {#decides}"),
    append("docs/nl/child.md", "Dat is {{ deductible.compulsory }}."),
    append("docs/nl/mental-health.md", "Dat is 385 euro, of {{ deductible.compulsary }}."),
    append("docs/nl/alternatives.md", 'Wacht 14 dagen, of vier weken. Vóór 1 mei.\n\n--8<-- "saftey.md"'),
    append(
        "docs/en/alternatives.md",
        "Wait 15 days, or three weeks. Before 1 June.\n\nVraag uw arts wat dat voor u betekent.",
    ),
    append("docs/nl/situations.md", SLIPS),
    write(
        "snippets/nl/tools-privacy.md",
        "Een zin.\n\n<<<<<<< HEAD\nDe een.\n=======\nDe ander.\n>>>>>>> other\n",
    ),
    front("docs/nl/my-questions.md", "title", "title. Mijn vragen"),
    append("docs/nl/about.md", "## Ogen {#eyes}\n\nTekst."),
    append("docs/en/about.md", "## Eyes {#eyes}"),
    swap("docs/en/costs.md", "{ .next }", ""),
    write("docs/en/photo.png", png([(0, 0, 0, 255)], 1, 1)),
    front("docs/nl/refused.md", "title", 'title: "**Nee**"'),
    front("docs/nl/applying.md", "sources", "sources: [zvw]"),
    front("docs/en/applying.md", "sources", "sources: []"),
    write("docs/nl/leeg.md", PAGE.format(title="Leeg", slug="leeg", body="")),
    write("docs/nl/Ons Bezoek.md", PAGE.format(title="Ons bezoek", slug="ons-bezoek", body="Tekst.")),
    write("docs/nl/scan.png", b"\x89PNG\r\n\x1a\n" + bytes(399_992)),
    append("docs/en/applying.md", "## More {#more}"),
    append("docs/nl/applying.md", "/// important\nTekst."),
    append("docs/nl/what-is-it.md", "/// importent\nTekst.\n///\n\nZo <div>niet</div>.\n\n![](foto.png)"),
    write("docs/nl/visiting.md", PAGE.format(title="Op bezoek", slug="op-bezoek", body="Tekst.")),
    write("docs/en/visiting.md", PAGE.format(title="Visiting", slug="visiting", body="Text.")),
    write("docs/nl/parking.md", PAGE.format(title="Parkeren", slug="parkeren", body="Tekst.")),
    swap("snippets/nl/three-questions.md", "Met drie vragen", "Met drie goede vragen"),
    write("snippets/nl/parking.md", "Tekst.\n"),
    write(
        "data/deductible.yml", DEDUCTIBLE.replace("whole-deductible,", "whole-deductible, until: 2026-12-31,")
    ),
    write("data/cost-examples.yml", EXAMPLE),
    write("data/sources/trial.yml", SOURCE),
    append("data/studies.yml", STUDY),
    append("data/passages.yml", "visiting.md: []"),
    write("data/who-does-what.yml", WHO_DOES_WHAT),
    swap("data/published/words.yml", "- all-words", "- all-words\n- old-words"),
)


def text(guide: str) -> str:
    """Return a guide."""
    return (ROOT / guide).read_text("utf-8")


def code(guide: str) -> str:
    """Return what stands in a guide as code, one piece a line."""
    return "\n".join(match[0] for match in CODE.finditer(text(guide)))


def prose(guide: str) -> str:
    """Return a guide without what stands in it as code."""
    return CODE.sub("", text(guide))


def messages(guide: str) -> list[str]:
    """Return the messages that a guide explains, in its order."""
    return [match["message"] for match in MESSAGE.finditer(text(guide))]


def without_numbers(line: str) -> str:
    """Return a message without the numbers of lines and of characters, which change with the pages."""
    return NUMBERS.sub("#", line)


def add_page(root: Path, name: str) -> None:
    """Write a page in both languages, with its place in the menu."""
    for lang in ("nl", "en"):
        write(f"docs/{lang}/{name}.md", PAGE.format(title=f"{name} {lang}", slug=name, body="Een zin."))(root)
    write(f"data/menu/{name}.yml", f"place: 500\nicon: bed-outline\nnl: {name}\nen: {name}\n")(root)
    write(f"data/published/{name}.yml", f"addresses:\n- /{name}/\n- /en/{name}/\n")(root)


@pytest.fixture(scope="module")
def lines_of_build(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """Return what the build says of a project with all these faults."""
    root = copy_sample(tmp_path_factory.mktemp("faults") / "project")
    for name in MADE_UP:
        add_page(root, name)
    for edit in FAULTS:
        edit(root)
    return [without_numbers(line) for line in build(root).stderr.splitlines()]


@pytest.mark.parametrize("message", messages(ENGLISH))
def test_a_message_in_the_guide_is_what_the_check_really_says(
    message: str, lines_of_build: list[str]
) -> None:
    start = without_numbers(message.removesuffix(" …"))
    assert [
        line
        for line in lines_of_build
        if line == start or (message.endswith(" …") and line.startswith(start))
    ]


@pytest.mark.parametrize("guide", GUIDES)
def test_each_row_of_the_tables_of_messages_is_a_message_that_is_tried(guide: str) -> None:
    rows = [row for table in TABLE_OF_MESSAGES.findall(text(guide)) for row in table.splitlines()]
    assert [row for row in rows if not MESSAGE.match(row)] == []
    assert rows


def test_both_guides_have_the_same_parts_messages_files_and_commands() -> None:
    for said in (
        messages,
        lambda guide: HEADING.findall(prose(guide)),
        lambda guide: sorted(FILE_NAME.findall(code(guide))),
        lambda guide: COMMAND.findall(code(guide)),
    ):
        assert said(DUTCH) == said(ENGLISH) != []


# ---- each task, done with nothing but what the guide says


def block(guide: str, start: str) -> str:
    """Return the one block of a guide that begins with these words, as an editor would copy it."""
    blocks = [textwrap.dedent(match) for match in re.findall(r"^ *```\n(.*?)^ *```$", text(guide), FENCE)]
    (found,) = [found for found in blocks if found.lstrip().startswith(start)]
    return found


def say(root: Path) -> list[str]:
    """Read and check a project that must be sound on the day of the guide's examples, and return its notices."""
    findings = read_project(settings_from({"TODAY": DAY}, root)).findings
    assert faults(findings) == []
    return [str(finding) for finding in findings]


def add(root: Path, file: str, lines: str) -> None:
    """Add lines at the end of a file."""
    path = root / file
    path.write_text(path.read_text("utf-8").rstrip("\n") + "\n" + lines, encoding="utf-8")


def put_line(root: Path, file: str, start: str, line: str) -> None:
    """Put a line in the place of the one that begins with these words."""
    path = root / file
    lines = path.read_text("utf-8").splitlines()
    (number,) = [number for number, old in enumerate(lines) if old.startswith(start)]
    lines[number] = line
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def paste_translation(root: Path, english: str) -> None:
    """Bring a translation up to date as the guide says: copy the end of the message into the file that it names."""
    (notice,) = [line for line in say(root) if f"the Dutch is newer than {english}:" in line]
    match = re.search(r"write in (\S+), in place of the old lines?: (.+)$", notice)
    assert match, notice
    for copied in match[2].split(" and "):
        put_line(root, match[1], f"{copied.partition(':')[0]}:", copied)
    assert not [line for line in say(root) if english in line]


@pytest.fixture
def mine(tmp_path: Path) -> Path:
    """Return a copy of the sample to work in."""
    return copy_sample(tmp_path / "project")


def test_a_changed_sentence_and_its_translation(mine: Path) -> None:
    swap("docs/nl/words.md", "---\n\n", "---\n\nEen zin. ")(mine)
    swap("docs/en/words.md", "---\n\n", "---\n\nA sentence. ")(mine)
    paste_translation(mine, "docs/en/words.md")


def test_a_new_shared_passage(mine: Path) -> None:
    for lang in ("nl", "en"):
        write(f"snippets/{lang}/visiting.md", "Tekst.\n")(mine)
        add(mine, f"docs/{lang}/words.md", "\n" + block(ENGLISH, "--8<--").replace("safety", "visiting"))
    paste_translation(mine, "docs/en/words.md")


def test_a_section_of_which_the_english_comes_later(mine: Path) -> None:
    section = block(ENGLISH, "## Wie let er op")
    add(mine, "docs/nl/words.md", f"\n{section}\nDat vraagt u aan uw familie.\n")
    assert [line for line in say(mine) if "the section 'children' is not yet in English" in line]
    assert (
        "the section 'children' is not yet in English"
        in run_module(mine, "second_opinion.commands.due").stdout
    )
    assert build(mine, env={"TODAY": DAY}).returncode == 0
    note = BeautifulSoup((mine / "site/en/words/index.html").read_text("utf-8"), "html.parser").select_one(
        "#children"
    )
    assert note is not None
    said = read_values(ROOT / "data/interface.yml")["section_not_yet"]["en"]
    assert " ".join(note.get_text().split()) == f"{said} Wie let er op de kinderen?"
    link = note.select_one("a")
    assert link is not None
    assert (link["href"], link["lang"], link["hreflang"]) == ("../../begrippen/#children", "nl", "nl")


def test_a_page_of_which_the_english_comes_later(mine: Path) -> None:
    dutch = block(ENGLISH, "---\ntitle").replace("\n---\n\n", f"\n{block(ENGLISH, 'not_yet_in:')}---\n\n")
    write("docs/nl/visiting.md", dutch)(mine)
    write("data/menu/visiting.yml", block(ENGLISH, "place:"))(mine)
    write("data/published/visiting.yml", "addresses: [/bezoek/]\n")(mine)
    assert [line for line in say(mine) if "this page is not yet in English" in line]
    assert build(mine, env={"TODAY": DAY}).returncode == 0
    said = read_values(ROOT / "data/interface.yml")["not_yet_in_this_language"]["en"]
    assert said in (mine / "site/bezoek/index.html").read_text("utf-8")
    assert not (mine / "site/en/visiting").exists()


def test_an_amount_that_is_confirmed(mine: Path) -> None:
    write("data/deductible.yml", DEDUCTIBLE)(mine)
    assert [line for line in say(mine) if "is expected and not confirmed" in line]
    write("data/sources/government-2027.yml", block(ENGLISH, 'title: "Eigen risico'))(mine)
    line = block(ENGLISH, "2027-01-01:").strip()
    put_line(mine, "data/deductible.yml", "  2027-01-01:", f"  {line}")
    assert not [line for line in say(mine) if "data/deductible.yml" in line]


def test_a_new_study(mine: Path) -> None:
    write("data/sources/government-2027.yml", block(ENGLISH, 'title: "Eigen risico'))(mine)
    add(mine, "data/studies.yml", block(ENGLISH, "- source: "))
    assert not [line for line in say(mine) if "data/studies.yml" in line or "government-2027" in line]


def test_a_new_page(mine: Path) -> None:
    dutch = block(ENGLISH, "---\ntitle")
    write("docs/nl/visiting.md", dutch)(mine)
    english = dutch.replace("slug: bezoek", "slug: visiting").replace("Hoe laat?", "At what time?")
    english = re.sub(r"(?m)^title: .*", "title: When can visitors come?", english)
    english = re.sub(
        r"(?m)^description: .*", f"description: {'When visitors can come, and how many. ' * 2}", english
    )
    english = re.sub(r"(?m)^Het antwoord .*", "The answer to the question.", english)
    write("docs/en/visiting.md", english)(mine)
    write("data/menu/visiting.yml", block(ENGLISH, "place:"))(mine)
    write("data/published/visiting.yml", block(ENGLISH, "addresses:"))(mine)
    say(mine)
    assert build(mine, env={"TODAY": DAY}).returncode == 0
    assert (mine / "site/bezoek/index.html").is_file()
    assert (mine / "site/en/visiting/index.html").is_file()


@pytest.mark.parametrize(("guide", "lang"), [(ENGLISH, "en"), (DUTCH, "nl")])
def test_a_page_that_someone_has_checked(guide: str, lang: str, mine: Path) -> None:
    file = f"docs/{lang}/words.md"
    check = block(guide, "checked:").rstrip("\n")
    put_line(mine, file, "checked:", check)
    said = "\n".join(map(str, read_project(settings_from({"TODAY": DAY}, mine)).findings))
    match = re.search(r'the check of 2026-12-01 does not say which text was checked; add (text: "\w+")', said)
    assert match, said
    put_line(mine, file, "    date:", f"    date: 2026-12-01\n    {match[1]}")
    assert not [line for line in say(mine) if line.startswith(file)]


def test_both_guides_show_the_same_blocks() -> None:
    for start in (
        "--8<--",
        'title: "Eigen',
        "- source: ",
        "2027-01-01",
        "---\ntitle",
        "place:",
        "addresses:",
        "## Wie let er op",
        "not_yet_in:",
    ):
        assert block(ENGLISH, start) == block(DUTCH, start)


# ---- the guides themselves


@pytest.mark.parametrize("guide", GUIDES)
def test_what_a_guide_quotes_of_the_page_for_editing_stands_on_that_page(guide: str) -> None:
    (section,) = re.findall(r"/edit/`.*?^## ", text(guide), FENCE)
    words = read_values(ROOT / "data/editing.yml").values()
    said = {by_language["nl"].partition(",")[0] for by_language in words}
    rows = re.findall(r"^\| (\"[^|]+) \|", section, re.MULTILINE)
    quoted = [name for row in rows for name in re.findall(r'"([^"]+)"', row)]
    assert len(quoted) > 10
    assert {*quoted} <= said


@pytest.mark.parametrize("guide", GUIDES)
def test_what_a_guide_names_is_there(guide: str) -> None:
    targets = re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE)
    assert [name for name in COMMAND.findall(code(guide)) if name not in targets] == []
    named = [*LOCAL_LINK.findall(prose(guide)), *FILE_NAME.findall(code(guide))]
    assert [name for name in named if name not in WRITTEN_BY_THE_READER and not (ROOT / name).exists()] == []


@pytest.mark.parametrize("guide", GUIDES)
def test_the_list_of_a_guide_leads_to_its_parts_in_their_order(guide: str) -> None:
    titles = re.findall(r"^## (.+)", prose(guide), re.MULTILINE)
    anchors = [re.sub(r"[^\w-]", "", title.lower().replace(" ", "-")) for title in titles]
    listed = re.findall(r"^\d+\. \[(.+)\]\(#(.+)\)", prose(guide), re.MULTILINE)
    assert listed == list(zip(titles, anchors, strict=True))
    assert set(re.findall(r"\]\(#([^)]+)\)", prose(guide))) <= set(anchors)


@pytest.mark.parametrize("guide", GUIDES)
def test_every_picture_of_a_guide_says_in_words_what_it_shows_and_is_small(guide: str) -> None:
    pictures = re.findall(r"!\[([^\]]*)\]\(([^)]+)\)", prose(guide))
    assert pictures
    for words, file in pictures:
        assert len(words) > 30, file
        assert (ROOT / file).stat().st_size < 120_000, file


@pytest.mark.parametrize("guide", GUIDES)
def test_a_guide_says_how_large_a_picture_may_be_as_the_check_does(guide: str) -> None:
    assert f" {format_size(MOST_BYTES)} (" in prose(guide)


def test_no_picture_is_left_unused() -> None:
    used = {file for guide in GUIDES for file in LOCAL_LINK.findall(text(guide))}
    assert {f".github/guide/{path.name}" for path in (ROOT / ".github/guide").iterdir()} <= used


def test_the_dutch_guide_says_u() -> None:
    assert re.findall(r"\b(?:je|jij|jouw|jullie)\b", prose(DUTCH), re.IGNORECASE) == []
