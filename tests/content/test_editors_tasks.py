"""Whatever the guide tells editors to do: afterwards nothing is at fault, and no test of the real texts says so either.

All tasks are done in one copy of the whole project, and the tests that read its texts run there once.
"""

from __future__ import annotations

import datetime
import os
import re
import subprocess
from pathlib import Path

from node import Scripts
from second_opinion.core.findings import faults
from second_opinion.data.moved_anchors import PageAnchor
from second_opinion.project.project import Project
from second_opinion.project.reading import read_project
from second_opinion.project.settings import settings_from
from second_opinion.site.cost_view import cost_amounts
from support import ROOT, change, link_packages, read_values, run_module
from unit.spoiling import append, front, remove, write
from unit.test_cost_estimate import engine_of

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
SOURCE = """title: Bezoek {name}
publisher: Test
address: "https://www.rijksoverheid.nl/{name}"
language: nl
read: 2026-12-01
archived: false
"""
SENTENCES = (("nl", "Zo is het nu."), ("en", "That is how it is now."))
EXAMPLES = "data/cost-examples.yml"
DRAWING = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 4"><path d="M0 0h4v4H0z"/></svg>\n'


def read(root: Path) -> Project:
    """Read and check a project on the day of the tasks."""
    return read_project(settings_from({"TODAY": DAY.isoformat()}, root))


def put(root: Path, file: str, pattern: str, new: str) -> None:
    """Put something in the place of the first that a pattern finds in a file."""
    text, count = re.subn(pattern, new, (root / file).read_text("utf-8"), count=1, flags=re.MULTILINE)
    assert count, f"{pattern} does not stand in {file}"
    (root / file).write_text(text, "utf-8")


def change_a_sentence(root: Path, folder: str, name: str) -> None:
    """Add a sentence to a page or a shared passage in both languages, and copy the line that the message gives."""
    for lang, sentence in SENTENCES:
        change_after_head(root, f"{folder}/{lang}/{name}.md", sentence)
    english = f"{folder}/en/{name}.md"
    (notice,) = [str(one) for one in read(root).findings if f"newer than {english}:" in str(one)]
    match = re.search(r"write in (\S+), in place of the old lines?: (.+)$", notice)
    assert match, notice
    for line in match[2].split(" and "):
        put(root, match[1], rf"^{line.partition(':')[0]}: .*$", line)


def change_after_head(root: Path, file: str, sentence: str) -> None:
    """Put a sentence at the start of the text of a page, or of a passage: a page may begin with a passage."""
    head = r"\A---\n[\s\S]*?\n---\n" if file.startswith("docs/") else r"\A"
    put(root, file, rf"({head}(?:\n|///.*\n)*)", rf"\g<1>{sentence}\n\n")


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
    line = "  2027-01-01: { euro: 400, confirmed: true, read: 2026-12-01, sources: [government-2027] }"
    put(root, "data/deductible.yml", r"^  2027-01-01: \{ euro: .*$", line)


def raise_this_year(root: Path, node: Scripts) -> None:
    """Write a higher deductible for this year, and for each example what the estimate says of it then."""
    put(root, "data/deductible.yml", r"^  2026-01-01: \{ euro: \d+", "  2026-01-01: { euro: 390")
    table = read(root)
    assert table.costs.deductible is not None
    assert table.costs.texts is not None
    estimate = engine_of(node, cost_amounts(table.costs.deductible, table.costs.texts, "en"))
    for example in read_values(root / EXAMPLES):
        if example.get("outside_basic"):
            continue
        [found] = estimate([example["situation"]])
        for name, part in (("patient", "patient"), ("insurer", "insurer"), ("not_covered", "gap")):
            if name in example:
                line = rf"(^- id: {example['id']}$(?:\n(?!- id:).*)*?\n  {name}: ).*$"
                put(root, EXAMPLES, line, rf"\g<1>{found[part]['low'] / 100:g}")


def edit_a_source(root: Path, name: str) -> None:
    """Give a source another title, and say on which day it was read again, and what of it."""
    file = f"data/sources/{name}.yml"
    put(root, file, "^title: .*$", "title: Een andere titel")
    put(root, file, "^read: .*$", "read: 2026-12-01")
    put(root, file, "^note: .*$", "note: { nl: alleen een deel, en: only a part }")


def edit_a_word(root: Path, name: str) -> None:
    """Explain a hard word otherwise in both languages, and say under which other name people search for it."""
    for words, term in (("Uw dokter in de buurt.", "eigen dokter"), ("The doctor nearby.", "local doctor")):
        file = f"data/glossary/{name}.yml"
        put(root, file, r'^  text: ".*"$', f"  text: {words}")
        put(root, file, r"^  synonyms: \[.*\]$", f"  synonyms: [ {term} ]")


def change_a_list(root: Path) -> None:
    """Add a question at the head of the questions to take along, and say the first card otherwise."""
    question = "      - { id: second-scan, nl: Moet mijn scan opnieuw?, en: Do I need another scan? }"
    put(root, "data/my-questions.yml", r"^    lines:$", f"    lines:\n{question}")
    for lang, words in (
        ("nl", "Mag er nog een arts meekijken?"),
        ("en", "May another doctor look at it too?"),
    ):
        put(
            root,
            "data/what-to-say.yml",
            rf"(      - id: .*\n(?:        nl: .*\n)?        {lang}: ).*$",
            rf"\g<1>{words}",
        )


def change_words_of_the_interface(root: Path) -> None:
    """Call a button, the menu and a mark otherwise in both languages."""
    for name in ("search_button", "menu", "good_to_know"):
        words = rf"{name}:\n  nl: Ander woord\n  en: Other word"
        put(root, "data/interface.yml", rf"^{name}:\n  nl: .*\n  en: .*$", words)


def take_a_page_away(root: Path, name: str, heir: str) -> None:
    """Take a page away, and let another take over its addresses, its sections and the links to it."""
    listed = (root / f"data/published/{name}.yml").read_text("utf-8")
    addresses, _, sections = listed.partition("sections:\n")
    put(root, f"data/published/{heir}.yml", "^addresses:\n", addresses)
    put(root, f"data/published/{heir}.yml", "^sections:\n", f"sections:\n{sections}")
    moved = root / "data/moved_anchors.yml"
    moved.write_text(re.sub(rf"(?m): {name}(#\S+)?$", f": {heir}", moved.read_text("utf-8")), "utf-8")
    there = read(root).history.moved_anchors
    lines = [
        f"\n  {anchor}: {heir}"
        for anchor in re.findall(r"(?m)^- (\S+)$", sections)
        if PageAnchor(heir, anchor) not in there
    ]
    put(root, "data/moved_anchors.yml", f"^{heir}:$", f"{heir}:{''.join(lines)}")
    for lang in ("nl", "en"):
        (slug,) = re.findall(r"(?m)^slug: (\S+)$", (root / f"docs/{lang}/{name}.md").read_text("utf-8"))
        front(f"docs/{lang}/{heir}.md", "checked", f"checked: []\nmoved_from: [{slug}]")(root)
        remove(f"docs/{lang}/{name}.md")(root)
    put(root, "data/measures.yml", rf"^  {name}: .*\n", "")
    for folder in ("menu", "published", "translations/docs/en"):
        remove(f"data/{folder}/{name}.yml")(root)
    for file in (*root.glob("docs/*/*.md"), *root.glob("snippets/*/*.md"), *root.glob("data/*.yml")):
        text = re.sub(rf"\]\({name}\.md(#[\w-]+)?\)", f"]({heir}.md)", file.read_text("utf-8"))
        text = re.sub(rf"(?m)^(related: \[.*?)\b{name}, ", r"\1", text)
        file.write_text(re.sub(rf"(?m)^(    link: ){name}(#\S+)?$", rf"\g<1>{heir}", text), "utf-8")


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


def test_every_task_of_the_guide_leaves_the_project_sound_and_its_tests_green(
    tmp_path: Path, node: Scripts
) -> None:
    if os.environ.get(IN_A_COPY):
        return
    root = copy_of_all(tmp_path / "project")
    add_a_page(root)
    confirm_next_year(root)
    change_a_sentence(root, "docs", "costs")
    change_a_sentence(root, "snippets", "safety")
    leave_the_english_for_later(root, "about")
    mark_as_checked(root, "reasons")
    move_an_address(root, "abroad")
    take_a_page_away(root, "child", heir="someone-else")
    raise_this_year(root, node)
    edit_a_source(root, "zvw")
    edit_a_word(root, "gp")
    change_a_list(root)
    change_words_of_the_interface(root)
    assert list(map(str, faults(read(root).findings))) == []
    recorded = run_module(root, "second_opinion.commands.record", env={"TODAY": DAY.isoformat()})
    assert recorded.returncode == 0, recorded.stdout
    quietly = ("-q", "-p", "no:cacheprovider")
    done = run_module(root, "pytest", *quietly, *READING, env=os.environ | {IN_A_COPY: "1"})
    assert done.returncode == 0, done.stdout[-6000:]


def copy_of_all(root: Path) -> Path:
    """Copy all that git knows of the project, with the links to what is installed, and return the copy."""
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True)
    for name in filter(None, listed.stdout.split("\0")):
        if (ROOT / name).is_file():
            write(name, (ROOT / name).read_bytes())(root)
    link_packages(root)
    for name in ("node_modules", ".cache"):
        if (ROOT / name).exists():
            (root / name).symlink_to((ROOT / name).resolve())
    return root
