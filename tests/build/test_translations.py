"""A translation that is behind: what the editor reads, what the reader sees, and how it is put right."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from checking import checked, said_of
from support import build, change, copy_project, run_module

BEHIND = "The Dutch version of this page is newer than the English one. Read it in Dutch if you can:"
ONLY_DUTCH = "This page is not available in English."
ONLY_ENGLISH = "Deze pagina is er niet in het Nederlands."


def notices_of(site: Path, page: str) -> list[str]:
    """Return the notices at the top of a page, as a reader sees them."""
    soup = BeautifulSoup((site / page / "index.html").read_text("utf-8"), "html.parser")
    return [" ".join(note.get_text(" ").split()) for note in soup.select(".notices p:not(.moved)")]


def translated(root: Path, file: str) -> subprocess.CompletedProcess[str]:
    """Run what `make translated` runs."""
    return run_module(root, "second_opinion.commands.translated", file)


def one_language(root: Path, keep: str, drop: str) -> None:
    """Let the page about costs abroad exist in one language, and nothing else speak of it."""
    page = root / "docs" / keep / "extra.md"
    page.write_text(
        f"---\ntitle: Test\ndescription: A page that stands in one language only, with a reason for it.\n"
        f"slug: extra\nwritten: 2026-11-22\nchecked: []\nnext_check: 2027-11-22\nsources: []\nrelated: []\n"
        f"search_words: []\nonly_in: {{language: {keep}, reason: it concerns {drop} readers not}}\n---\n\nText.\n",
        encoding="utf-8",
    )
    address = "/extra/" if keep == "nl" else "/en/extra/"
    with (root / "data/addresses.yml").open("a", encoding="utf-8") as file:
        file.write(f"- {address}\n")
    with (root / "data/menu.yml").open("a", encoding="utf-8") as file:
        file.write("- page: extra\n  nl: Extra\n  en: Extra\n")


def test_a_changed_dutch_sentence_makes_a_notice_that_says_what_to_write(tmp_path: Path) -> None:
    root = copy_project(tmp_path / "project")
    line = change(root, "snippets/nl/three-questions.md", "Met drie vragen", "Met drie goede vragen")
    result = build(root)
    assert result.returncode == 0, result.stderr
    (notice,) = [text for text in result.stderr.splitlines() if "snippets/en/three-questions.md" in text]
    assert notice.startswith(
        f"notice: snippets/nl/three-questions.md:{line}: the Dutch is newer than snippets/en/three-questions.md: "
        f"'begin' changed (line 1); bring the English up to date, then put in data/translations.yml: "
        "snippets/en/three-questions.md: {begin: "
    )
    assert notices_of(root / "site", "en/alternatives") == [f"{BEHIND} Nederlands"]
    assert (
        notices_of(root / "site", "en/compare")
        == notices_of(root / "site", "wat-is-een-second-opinion")
        == []
    )

    data = root / "data/translations.yml"
    pasted = notice.split("data/translations.yml: ")[1]
    data.write_text(
        re.sub(r"(?m)^snippets/en/three-questions\.md:.*$", pasted, data.read_text("utf-8")), encoding="utf-8"
    )
    mended = build(root)
    assert "newer" not in mended.stderr
    assert notices_of(root / "site", "en/alternatives") == []


def test_only_the_sections_that_changed_are_named_and_addresses_do_not_count(tmp_path: Path) -> None:
    root = copy_project(tmp_path / "project")
    file = root / "docs/nl/costs.md"
    text = file.read_text("utf-8")
    line = text[: text.index("{#contract}")].count("\n") + 1
    text = text.replace("{#contract}\n", "{#contract}\n\nEen nieuwe zin.\n").replace(
        "applying.md#refused", "applying.md"
    )
    file.write_text(text, encoding="utf-8")
    (notice,) = [text for text in said_of(checked(root)) if "docs/en/costs.md" in text]
    assert (
        f"docs/nl/costs.md:{line}: the Dutch is newer than docs/en/costs.md: 'contract' changed (line {line});"
        in notice
    )


def test_make_translated_puts_one_file_right_and_no_other(tmp_path: Path) -> None:
    root = copy_project(tmp_path / "project")
    for name in ("three-questions", "ask-insurer"):
        with (root / f"snippets/nl/{name}.md").open("a", encoding="utf-8") as file:
            file.write("\nNog een zin.\n")
    done = translated(root, "snippets/en/three-questions.md")
    assert done.stdout == (
        "data/translations.yml now says that snippets/en/three-questions.md is up to date with "
        "snippets/nl/three-questions.md\n"
    )
    behind = [text for text in said_of(checked(root)) if "the Dutch is newer" in text]
    assert [text.split(":")[1].strip() for text in behind] == ["snippets/nl/ask-insurer.md"]


@pytest.mark.parametrize(
    ("file", "said"),
    [
        (
            "snippets/en/three-qeustions.md",
            "There is no English text 'snippets/en/three-qeustions.md'; "
            "did you mean 'snippets/en/three-questions.md'?\n",
        ),
        (
            "docs/nl/costs.md",
            "There is no English text 'docs/nl/costs.md'; did you mean 'docs/en/costs.md'?\n",
        ),
    ],
)
def test_make_translated_knows_english_texts_only(file: str, said: str, project: Path) -> None:
    done = translated(project, file)
    assert (done.returncode, done.stderr) == (1, said)


@pytest.mark.parametrize(
    ("file", "old", "new", "said"),
    [
        (
            "docs/nl/costs.md",
            b"\n---\n",
            b"\n---\n\xe9",
            "docs/nl/costs.md:1: this file is not saved as UTF-8;",
        ),
        (
            "docs/nl/costs.md",
            b"title: ",
            b"title: a: ",
            "docs/nl/costs.md:2: a second colon stands in these words;",
        ),
        (
            "data/translations.yml",
            b"\n",
            b"\n<<<<<<< HEAD\n",
            "data/translations.yml:2: a conflict of Git stands here",
        ),
    ],
)
def test_make_translated_writes_nothing_of_what_cannot_be_read(
    file: str, old: bytes, new: bytes, said: str, tmp_path: Path
) -> None:
    root = copy_project(tmp_path / "project")
    (root / file).write_bytes((root / file).read_bytes().replace(old, new, 1))
    before = (root / "data/translations.yml").read_bytes()
    done = translated(root, "docs/en/costs.md")
    assert done.returncode == 1
    assert done.stderr.startswith(said)
    assert done.stderr.count("\n") == 1
    assert (root / "data/translations.yml").read_bytes() == before


def test_a_text_without_a_line_and_a_line_without_a_text_are_faults(tmp_path: Path) -> None:
    root = copy_project(tmp_path / "project")
    data = root / "data/translations.yml"
    text = data.read_text("utf-8").replace("snippets/en/three-questions.md:", "snippets/en/gone.md:")
    data.write_text(text, encoding="utf-8")
    line = text[: text.index("snippets/en/gone.md:")].count("\n") + 1
    said = said_of(checked(root))
    assert any(
        text.startswith(
            "data/translations.yml:1: 'snippets/en/three-questions.md' is missing; when it says what "
            "snippets/nl/three-questions.md says, "
            "add this line: snippets/en/three-questions.md: {begin: "
        )
        for text in said
    )
    assert any(
        text.startswith(
            f"data/translations.yml:{line}: there is no text 'snippets/en/gone.md' that has a Dutch twin; "
        )
        for text in said
    )


@pytest.mark.parametrize(
    ("keep", "drop", "page", "told"),
    [("nl", "en", "extra", ONLY_DUTCH), ("en", "nl", "en/extra", ONLY_ENGLISH)],
)
def test_a_page_in_one_language_says_so_in_the_other(
    keep: str, drop: str, page: str, told: str, tmp_path: Path
) -> None:
    root = copy_project(tmp_path / "project")
    one_language(root, keep, drop)
    result = build(root)
    assert result.returncode == 0, result.stderr
    assert notices_of(root / "site", page) == [told]
    soup = BeautifulSoup((root / "site" / page / "index.html").read_text("utf-8"), "html.parser")
    assert [note["lang"] for note in soup.select(".notices p:not(.moved)")] == [drop]
