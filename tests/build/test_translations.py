"""A translation that is behind: what the editor reads, what the reader sees, and how it is put right."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from browser.reader import read_words
from checking import checked_project, printed_lines
from support import build, change, copy_sample, run_module

WORDS = read_words("data/interface.yml")
BEHIND = WORDS["en"]["translation_behind"]
ONLY_DUTCH, ONLY_ENGLISH = (WORDS[lang]["not_in_this_language"] for lang in ("en", "nl"))


def notices_of(site: Path, page: str) -> list[str]:
    """Return the notices at the top of a page, as a reader sees them."""
    soup = BeautifulSoup((site / page / "index.html").read_text("utf-8"), "html.parser")
    return [" ".join(note.get_text(" ").split()) for note in soup.select(".notices p:not(.moved)")]


def translated(root: Path, file: str) -> subprocess.CompletedProcess[str]:
    """Run what `make translated` runs."""
    return run_module(root, "second_opinion.commands.translated", file)


SAYS = {
    "nl": "Een pagina die er maar in één taal is, en dat met een reden.",
    "en": "A page that is there in one language only, for a reason.",
}


def one_language(root: Path, keep: str, drop: str) -> None:
    """Let the page about costs abroad exist in one language, and nothing else speak of it."""
    page = root / "docs" / keep / "extra.md"
    page.write_text(
        f"---\ntitle: Test\ndescription: {SAYS[keep]}\n"
        f"slug: extra\nwritten: 2026-11-22\nchecked: []\nnext_check: 2027-11-22\nsources: []\nrelated: []\n"
        f"search_words: []\nonly_in: {{language: {keep}, reason: it concerns {drop} readers not}}\n---\n\nText.\n",
        encoding="utf-8",
    )
    address = "/extra/" if keep == "nl" else "/en/extra/"
    (root / "data/published/extra.yml").write_text(f"addresses: [{address}]\n", encoding="utf-8")
    (root / "data/menu/extra.yml").write_text("place: 999\nnl: Extra\nen: Extra\n", encoding="utf-8")


def test_a_changed_dutch_sentence_makes_a_notice_that_says_what_to_write(tmp_path: Path) -> None:
    root = copy_sample(tmp_path / "project")
    line = change(root, "snippets/nl/three-questions.md", "Met drie vragen", "Met drie goede vragen")
    result = build(root)
    assert result.returncode == 0, result.stderr
    (notice,) = [text for text in result.stderr.splitlines() if "snippets/en/three-questions.md" in text]
    assert notice.startswith(
        f"notice: snippets/nl/three-questions.md:{line}: the Dutch is newer than snippets/en/three-questions.md: "
        "'begin' changed (above the first heading); bring the English up to date, then write in "
        'data/translations/snippets/en/three-questions.yml, in place of the old line: begin: "'
    )
    assert notices_of(root / "site", "en/appointment") == [f"{BEHIND} Nederlands"]
    assert (
        notices_of(root / "site", "en/costs") == notices_of(root / "site", "wat-is-een-second-opinion") == []
    )

    data = root / "data/translations/snippets/en/three-questions.yml"
    pasted = notice.split("in place of the old line: ")[1]
    data.write_text(re.sub(r"(?m)^begin:.*$", pasted, data.read_text("utf-8")), encoding="utf-8")
    mended = build(root)
    assert "newer" not in mended.stderr
    assert notices_of(root / "site", "en/appointment") == []


def test_only_the_sections_that_changed_are_named_and_addresses_do_not_count(tmp_path: Path) -> None:
    root = copy_sample(tmp_path / "project")
    file = root / "docs/nl/costs.md"
    text = file.read_text("utf-8")
    line = text[: text.index("{#contract}")].count("\n") + 1
    text = text.replace("{#contract}\n", "{#contract}\n\nEen nieuwe zin.\n").replace(
        "applying.md#refused", "applying.md"
    )
    file.write_text(text, encoding="utf-8")
    (notice,) = [text for text in printed_lines(checked_project(root)) if "docs/en/costs.md" in text]
    assert (
        f"docs/nl/costs.md:{line}: the Dutch is newer than docs/en/costs.md: 'contract' changed (line {line});"
        in notice
    )


def test_make_translated_puts_one_file_right_and_no_other(tmp_path: Path) -> None:
    root = copy_sample(tmp_path / "project")
    for name in ("three-questions", "ask-insurer"):
        with (root / f"snippets/nl/{name}.md").open("a", encoding="utf-8") as file:
            file.write("\nNog een zin.\n")
    done = translated(root, "snippets/en/three-questions.md")
    assert done.stdout == (
        "data/translations/snippets/en/three-questions.yml now says that snippets/en/three-questions.md is up to date "
        "with snippets/nl/three-questions.md\n"
    )
    behind = [text for text in printed_lines(checked_project(root)) if "the Dutch is newer" in text]
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
def test_make_translated_knows_english_texts_only(file: str, said: str, sample_project: Path) -> None:
    done = translated(sample_project, file)
    assert (done.returncode, done.stderr) == (1, said)


@pytest.mark.parametrize("lang", ["nl", "en"])
@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (b"\n---\n", b"\n---\n\xe9", "this file is not saved as UTF-8;"),
        (b"\n---\n", b"\n---\n<<<<<<< HEAD\n", "a conflict of Git stands here"),
        (b"title: ", b"title: a: ", "a second colon stands in these words;"),
        (b"", b"", "here stands no text that could be a translation; write it first"),
    ],
)
def test_make_translated_writes_nothing_of_what_cannot_be_read(
    old: bytes, new: bytes, said: str, lang: str, tmp_path: Path
) -> None:
    root = copy_sample(tmp_path / "project")
    text, made = root / f"docs/{lang}/costs.md", root / "data/translations/docs/en/costs.yml"
    text.write_bytes(text.read_bytes().replace(old, new, 1) if old else b"")
    before = made.read_bytes()
    done = translated(root, "docs/en/costs.md")
    assert done.returncode == 1
    assert re.match(rf"docs/{lang}/costs\.md:\d+: {said}.*\n\Z", done.stderr)
    assert made.read_bytes() == before


def test_make_translated_mends_its_file_when_git_left_a_conflict_there(tmp_path: Path) -> None:
    root = copy_sample(tmp_path / "project")
    made = root / "data/translations/docs/en/costs.yml"
    before = made.read_text("utf-8")
    made.write_text(f"<<<<<<< HEAD\n{before}", "utf-8")
    assert translated(root, "docs/en/costs.md").returncode == 0
    assert made.read_text("utf-8") == before


def test_make_record_writes_nothing_of_a_page_with_a_conflict(tmp_path: Path) -> None:
    root = copy_sample(tmp_path / "project")
    conflict = "<<<<<<< HEAD\n\n## A {#a}\n\n=======\n\n## B {#b}\n\n>>>>>>> other\n"
    change(root, "docs/nl/costs.md", "#contract}\n", f"#contract}}\n{conflict}")
    done = run_module(root, "second_opinion.commands.record")
    assert (done.returncode, done.stdout) == (0, "Everything is written down.\n")


def test_of_two_sections_that_changed_both_lines_are_given(tmp_path: Path) -> None:
    root = copy_sample(tmp_path / "project")
    for anchor in ("#contract}\n", "#bill}\n"):
        change(root, "docs/nl/costs.md", anchor, f"{anchor}\nEen nieuwe zin.\n")
    (notice,) = [
        text for text in printed_lines(checked_project(root)) if "newer than docs/en/costs.md" in text
    ]
    assert re.search(
        r"in data/translations/docs/en/costs\.yml, in place of the old lines: "
        r'contract: "\w{8}" and bill: "\w{8}"$',
        notice,
    )


def test_what_is_new_is_no_fault_and_make_record_writes_it_down(tmp_path: Path) -> None:
    root = copy_sample(tmp_path / "project")
    data = root / "data/translations"
    (data / "snippets/en/three-questions.yml").unlink()
    for lang in ("nl", "en"):
        change(root, f"docs/{lang}/costs.md", "#contract}\n", "#contract}\n\n## Test {#trial}\n\nTest.\n")
    before = printed_lines(checked_project(root))
    assert {text for text in before if "later" in text} == {
        "notice: snippets/en/three-questions.md:1: of this text it is not written down yet which Dutch it was made "
        "from; 'make record' does that, later",
        "notice: docs/en/costs.md:1: of 'trial' it is not written down yet which Dutch it was made from; "
        "'make record' does that, later",
        "notice: data/published/costs.yml:4: 'trial' of the page 'costs' does not stand here yet; "
        "'make record' writes it down, later",
    }
    done = run_module(root, "second_opinion.commands.record")
    assert (done.returncode, done.stdout) == (
        0,
        "wrote data/published/costs.yml\nwrote data/translations/docs/en/costs.yml\n"
        "wrote data/translations/snippets/en/three-questions.yml\n",
    )
    assert not [text for text in printed_lines(checked_project(root)) if "later" in text]
    again = run_module(root, "second_opinion.commands.record")
    assert (again.returncode, again.stdout) == (0, "Everything is written down.\n")


def test_make_record_does_not_say_of_a_text_that_is_behind_that_it_is_up_to_date(tmp_path: Path) -> None:
    root = copy_sample(tmp_path / "project")
    change(root, "docs/nl/costs.md", "#contract}\n", "#contract}\n\nEen nieuwe zin.\n")
    for lang in ("nl", "en"):
        change(root, f"docs/{lang}/costs.md", "#contract}\n", "#contract}\n\n### Test {#trial}\n\nTest.\n")
    run_module(root, "second_opinion.commands.record")
    behind = [text for text in printed_lines(checked_project(root)) if "newer than docs/en/costs.md" in text]
    assert [re.findall(r"'(\w+)' changed", text) for text in behind] == [["contract"]]


def test_a_file_of_no_text_and_a_file_that_says_nothing_are_faults(tmp_path: Path) -> None:
    root = copy_sample(tmp_path / "project")
    data = root / "data/translations/snippets/en"
    (data / "three-questions.yml").rename(data / "the-three-questions.yml")
    (data / "safety.yml").write_text("begin: 12\n", encoding="utf-8")
    faults = {text for text in printed_lines(checked_project(root)) if not text.startswith("notice: ")}
    assert faults == {
        "data/translations/snippets/en/the-three-questions.yml:1: there is no text "
        "'snippets/en/the-three-questions.md' that has a Dutch twin; "
        "take this file away, or call it as its text is called now; did you mean 'snippets/en/three-questions.md'?",
        "data/translations/snippets/en/safety.yml:1: 'begin' is 12, which does not fit; "
        "write words, between quotes where they are figures only",
    }


@pytest.mark.parametrize(
    ("keep", "drop", "page", "told"),
    [("nl", "en", "extra", ONLY_DUTCH), ("en", "nl", "en/extra", ONLY_ENGLISH)],
)
def test_a_page_in_one_language_says_so_in_the_other(
    keep: str, drop: str, page: str, told: str, tmp_path: Path
) -> None:
    root = copy_sample(tmp_path / "project")
    one_language(root, keep, drop)
    result = build(root)
    assert result.returncode == 0, result.stderr
    assert notices_of(root / "site", page) == [told]
    soup = BeautifulSoup((root / "site" / page / "index.html").read_text("utf-8"), "html.parser")
    assert [note["lang"] for note in soup.select(".notices p:not(.moved)")] == [drop]
