"""Files that cannot be read: all of them are told in one run, each once, with the rest of what is wrong."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from checking import checked_project, new_faults
from second_opinion.core.findings import faults
from second_opinion.data import passages
from second_opinion.project.project import Project
from support import ROOT

from .spoiling import swap

MISSING = "this file is missing; put it back"
NOT_UTF_8 = "this file is not saved as UTF-8; save it again as UTF-8"
DATA = sorted({f"data/{file.name}" for file in (ROOT / "data").glob("*.yml")} - {passages.FILE})

NewFindings = Callable[[Mapping[str, str]], list[str]]


def faults_told(root: Path, environment: Mapping[str, str] | None = None) -> list[str]:
    """Return the faults of a project folder."""
    return [str(one) for one in faults(checked_project(root, environment).findings)]


def test_a_brand_that_is_not_there_is_told(root: Path) -> None:
    (root / "brands/nobody").mkdir()
    assert faults_told(root, {"BRAND": "brands/nobody"}) == [f"brands/nobody/brand.yml:1: {MISSING}"]


def test_a_file_with_another_ending_is_told_by_its_name(root: Path) -> None:
    (root / "brands/nobody").mkdir()
    (root / "brands/nobody/Brand.yaml").write_text("name: Test\n", "utf-8")
    (first, *_) = faults_told(root, {"BRAND": "brands/nobody"})
    assert first == (
        "brands/nobody/brand.yml:1: this file is missing; 'Brand.yaml' stands beside it; call that 'brand.yml'"
    )


def test_a_folder_is_never_told_as_the_file_that_is_missing(root: Path) -> None:
    (root / "brands/nobody/brand").mkdir(parents=True)
    assert faults_told(root, {"BRAND": "brands/nobody"}) == [f"brands/nobody/brand.yml:1: {MISSING}"]


def test_all_data_that_are_missing_are_told_in_one_run(root: Path) -> None:
    for file in DATA:
        (root / file).unlink()
    found = faults_told(root)
    assert [line for line in found if line.startswith("data/")] == [f"{file}:1: {MISSING}" for file in DATA]


def test_files_in_another_coding_are_told_and_nothing_else_is(root: Path, new_findings: NewFindings) -> None:
    codings = {
        "brands/neutral/drawing.svg": "latin-1",
        "data/interface.yml": "cp1252",
        "data/sources/zvw.yml": "utf-16",
        "docs/en/costs.md": "utf-16",
        "docs/nl/costs.md": "cp1252",
        "snippets/nl/safety.md": "utf-16",
    }
    drawing = '<svg xmlns="http://www.w3.org/2000/svg"><title>één</title></svg>'
    (root / "brands/neutral/drawing.svg").write_text(drawing, "utf-8")
    for file in ("docs/nl/costs.md", "docs/en/costs.md", "snippets/nl/safety.md"):
        with (root / file).open("a", encoding="utf-8") as text:
            text.write("<!-- één -->\n")
    before = new_findings({})
    for file, coding in codings.items():
        (root / file).write_bytes((root / file).read_text("utf-8").encode(coding))
    assert [line for line in new_findings({}) if line not in before] == [
        f"{file}:1: {NOT_UTF_8}" for file in codings
    ]


def test_files_that_are_no_texts_are_told_in_one_run(root: Path, new_findings: NewFindings) -> None:
    (root / "data/roles.yml").unlink()
    (root / "data/roles.yml").mkdir()
    (root / "docs/nl/old.md").mkdir()
    (root / "snippets/nl/lost.md").symlink_to("nowhere")
    costs = root / "docs/nl/costs.md"
    costs.write_text(costs.read_text("utf-8").replace("\n## ", "\n\0## ", 1), "utf-8")
    unseen = costs.read_text("utf-8").partition("\0")[0].count("\n") + 1
    long = (root / "data/plain_words.yml").read_text("utf-8").count("\n") + 1
    with (root / "data/plain_words.yml").open("a", encoding="utf-8") as file:
        file.write(f"# {'x' * 20_000}\n")
    with (root / "data/spelling.yml").open("a", encoding="utf-8") as file:
        file.write("# x\n" * 300_000)
    size = (root / "data/spelling.yml").stat().st_size
    found = [line for line in new_findings({}) if not line.startswith("notice: ")]
    assert found == sorted(
        [
            "data/roles.yml:1: this is a folder, and a file has to stand here; rename it",
            "docs/nl/old.md:1: this folder is no page of the site; pages stand in docs/nl/ and docs/en/, as name.md",
            f"docs/nl/costs.md:{unseen}: a character that cannot be seen (#x0000) stands here; type this line again",
            f"data/plain_words.yml:{long}: this line has 20,002 characters, 10,000 at most; "
            "take out what does not belong here",
            f"data/spelling.yml:1: this file is of {size:,} bytes, 1,000,000 at most; "
            "take out what does not belong here, such as a picture as text",
            f"snippets/nl/lost.md:1: {MISSING}",
            "snippets/nl/lost.md:1: the snippet 'lost.md' has no counterpart; write snippets/en/lost.md",
        ]
    )


def test_all_words_that_are_asked_for_and_not_there_are_told_with_the_nearest(root: Path) -> None:
    near = {"year": "years", "more_examples": "more_exmples", "written_on": "writen_on"}
    lines = {
        name: swap("data/interface.yml", f"\n{name}:\n", f"\n{other}:\n")(root) + 1
        for name, other in near.items()
    }
    found = checked_project(root)
    told_now = {
        one for one in faults([*found.findings, *found.check_missed_words()]) if "no words" in one.wrong
    }
    assert {str(one) for one in told_now} == {
        f"data/interface.yml:{lines[name]}: there are no words '{name}'; "
        f"call '{other}' so, or add them in both languages"
        for name, other in near.items()
    }


def test_words_of_a_file_that_cannot_be_read_are_not_missed_one_by_one(root: Path, sample: Project) -> None:
    (root / "data/interface.yml").unlink()
    found = checked_project(root)
    assert found.check_missed_words() == []
    assert [str(one) for one in new_faults(found, sample)] == [f"data/interface.yml:1: {MISSING}"]
