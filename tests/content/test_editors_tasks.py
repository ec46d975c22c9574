"""Whatever the guide tells editors to do: afterwards nothing is at fault, and no test of the real texts says so either.

All tasks are done in one copy of the whole project, and the tests that read its texts run there once.
"""

from __future__ import annotations

import datetime
import os
import re
import subprocess
import sys
from pathlib import Path

from second_opinion.core.findings import faults
from second_opinion.project.project import Project
from second_opinion.project.reading import read_project
from second_opinion.project.settings import settings_from
from support import ROOT, change, run_module
from unit.spoiling import append, front, write

DAY = datetime.date(2026, 12, 2)  # the day after those in the guide
IN_A_COPY = "IN_A_COPY_WITH_CHANGES"
READING = (  # the tests that read the real texts, but those of the browsers
    "tests/content",
    "tests/build/test_finished_site.py",
    "tests/build/test_guides.py::test_what_a_guide_names_is_there",
    "tests/build/test_valid_html.py",
)
PAGE = """---
title: {title}
description: {description}
slug: {slug}
written: 2026-12-01
checked: []
next_check: 2027-12-01
sources: [ward-source]
related: [costs]
search_words: [bezoekuur]
---

{lead}

## {question} {{#when}}

{{{{ studies }}}}

![{picture}](square.svg)

--8<-- "ward.md"
"""
SOURCE = """title: Bezoek
publisher: Test
address: "https://www.rijksoverheid.nl/{name}"
language: nl
read: 2026-12-01
archived: false
"""
DRAWING = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 4"><path d="M0 0h4v4H0z"/></svg>\n'


def read(root: Path) -> Project:
    """Read and check a project on the day of the tasks."""
    return read_project(settings_from({"TODAY": DAY.isoformat()}, root))


def change_a_sentence(root: Path, name: str) -> None:
    """Add a sentence in both languages, and copy the line that the message gives."""
    for lang, sentence in (("nl", "Zo is het nu."), ("en", "That is how it is now.")):
        change_after_head(root, f"docs/{lang}/{name}.md", sentence)
    english = f"docs/en/{name}.md"
    (notice,) = [str(one) for one in read(root).findings if f"newer than {english}:" in str(one)]
    match = re.search(r"write in (\S+), in place of the old lines?: (.+)$", notice)
    assert match, notice
    file = root / match[1]
    for line in match[2].split(" and "):
        start = line.partition(":")[0]
        file.write_text(re.sub(rf"(?m)^{start}: .*$", line, file.read_text("utf-8")), "utf-8")


def change_after_head(root: Path, file: str, sentence: str) -> None:
    """Put a sentence at the start of the text of a page."""
    head, _, body = (root / file).read_text("utf-8").partition("\n---\n\n")
    (root / file).write_text(f"{head}\n---\n\n{sentence} {body}", "utf-8")


def mark_as_checked(root: Path, name: str) -> None:
    """Write down that somebody checked a page on the day of the tasks, with the mark that the message gives."""
    file = f"docs/nl/{name}.md"
    check = f"checked:\n  - name: A. Voorbeeld\n    role: arts\n    date: {DAY}"
    front(file, "checked", check)(root)
    said = " ".join(str(one) for one in read(root).findings if one.file == file)
    match = re.search(r'add (text: "\w+")', said)
    assert match, said
    change(root, file, f"    date: {DAY}", f"    date: {DAY}\n    {match[1]}")


def confirm_next_year(root: Path) -> None:
    """Say that the amount of next year is confirmed, and is another one; work its examples out anew."""
    write("data/sources/government-2027.yml", SOURCE.format(name="government-2027"))(root)
    file = root / "data/deductible.yml"
    line = "  2027-01-01: { euro: 400, confirmed: true, read: 2026-12-01, sources: [government-2027] }"
    file.write_text(
        re.sub(r"(?m)^  2027-01-01: \{ euro: .*$", line, file.read_text("utf-8"), count=1), "utf-8"
    )


def add_a_page(root: Path) -> None:
    """Add a page with a picture, a shared passage, a question, a source, a study and a word."""
    write("data/sources/ward-source.yml", SOURCE.format(name="visiting"))(root)
    append(
        "data/studies.yml",
        "- source: ward-source\n  title: { nl: Hartziekten, en: Heart disease }\n  year: 2027\n"
        "  people: 1300+\n  same: 70\n  smaller: 20\n  major: 10",
    )(root)
    write(
        "data/glossary/ward.yml",
        "nl: { term: bezoekuur, forms: [], text: Wanneer er bezoek mag komen. }\n"
        "en: { term: visiting hour, forms: [], text: When visitors can come. }\n",
    )(root)
    write("snippets/nl/ward.md", "Vraag naar het bezoekuur.\n")(root)
    write("snippets/en/ward.md", "Ask about the visiting hour.\n")(root)
    write("docs/nl/square.svg", DRAWING)(root)
    write("docs/en/square.svg", DRAWING)(root)
    texts = {
        "nl": (
            "Waar ligt de afdeling?",
            "Waar de afdeling ligt, wie er mag komen, hoe laat dat kan, en aan wie u het vraagt.",
            "afdeling",
            "U vraagt het aan de afdeling.",
            "Hoe laat mag er bezoek komen?",
            "Een vierkant",
        ),
        "en": (
            "Where is the ward?",
            "Where the ward is, who can come there, at what time they can, and whom you ask about it.",
            "ward",
            "You ask the ward.",
            "At what time can people visit?",
            "A square",
        ),
    }
    keys = ("title", "description", "slug", "lead", "question", "picture")
    for lang, words in texts.items():
        text = PAGE.format(**dict(zip(keys, words, strict=True)))
        write(f"docs/{lang}/ward.md", text)(root)
    write("data/menu/ward.yml", "place: 125\nicon: bed-outline\nnl: Afdeling\nen: Ward\n")(root)
    write("data/published/ward.yml", "addresses:\n- /afdeling/\n- /en/ward/\n")(root)


def leave_the_english_for_later(root: Path, name: str) -> None:
    """Add a section of which the English comes later, and change a sentence of which it does too."""
    append(
        f"docs/nl/{name}.md", "## Wie let er op de kinderen? {#who-watches .not-yet-in-en}\n\nUw familie."
    )(root)
    change_after_head(root, f"docs/nl/{name}.md", "Dit is nieuw.")


def move_an_address(root: Path, name: str) -> None:
    """Give a page another address, and write both down."""
    file = root / f"docs/nl/{name}.md"
    (slug,) = re.findall(r"(?m)^slug: (\S+)$", file.read_text("utf-8"))
    front(f"docs/nl/{name}.md", "slug", f"slug: {slug}-nieuw\nmoved_from: [{slug}]")(root)
    if "\nmoved_from:" not in (root / f"docs/en/{name}.md").read_text("utf-8"):
        front(f"docs/en/{name}.md", "checked", "checked: []\nmoved_from: []")(root)
    change(root, f"data/published/{name}.yml", "addresses:\n", f"addresses:\n- /{slug}-nieuw/\n")


def test_every_task_of_the_guide_leaves_the_project_sound_and_its_tests_green(tmp_path: Path) -> None:
    if os.environ.get(IN_A_COPY):
        return
    root = copy_of_all(tmp_path / "project")
    add_a_page(root)
    confirm_next_year(root)
    change_a_sentence(root, "costs")
    leave_the_english_for_later(root, "about")
    mark_as_checked(root, "reasons")
    move_an_address(root, "child")
    assert list(map(str, faults(read(root).findings))) == []
    recorded = run_module(root, "second_opinion.commands.record", env={"TODAY": DAY.isoformat()})
    assert recorded.returncode == 0, recorded.stdout
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", *READING],
        cwd=root,
        env=os.environ | {IN_A_COPY: "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout[-6000:]


def copy_of_all(root: Path) -> Path:
    """Copy all that git knows of the project, with the links to what is installed, and return the copy."""
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True)
    for name in filter(None, listed.stdout.split("\0")):
        if (ROOT / name).is_file():
            write(name, (ROOT / name).read_bytes())(root)
    for name in (".venv", "node_modules", ".cache"):
        if (ROOT / name).exists():
            (root / name).symlink_to((ROOT / name).resolve())
    return root
