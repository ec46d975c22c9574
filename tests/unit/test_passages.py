"""Shared passages that are gone: what says the same now, and how that is written down."""

from __future__ import annotations

from pathlib import Path

import pytest

from checking import as_printed
from repositories import git
from second_opinion.core.validation import read_yaml
from second_opinion.data.passages import FILE, check_passages, format_passages, read_passages
from support import TODAY, copy_sample, run_module
from unit.spoiling import append

THERE = ["safety.md", "plan-start.md", "plan-start-if-gp.md"]
ANCHORS = {"costs": {"who-pays"}}


def lines_about(line: str) -> list[str]:
    """Return what is said of one line of the file, a notice marked as one."""
    document = read_yaml(line, FILE)
    passages, found = read_passages(document)
    found += check_passages(document, passages, THERE, ANCHORS, {"who-pays": "costs"})
    return [as_printed(one) for one in found]


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("safety.md: []", []),
        ("safety.md: [gone-again.md]", []),
        ("plan.md: [plan-start.md, costs#who-pays, costs]", []),
        (
            "plan.md: []",
            [f"notice: {FILE}:1: the passage 'plan.md' is gone, and a hospital may have one of its own in its place; "
             "write in its brackets what says the same now, like [other.md, costs#who-pays], or run 'make record', "
             "which looks it up"],
        ),
        (
            "plan.md: [plan-strat.md]",
            [f"{FILE}:1: 'plan.md' leads to 'plan-strat.md', and there is no such passage; "
             "did you mean 'plan-start.md'?"],
        ),
        (
            "plan.md: [steps.md]\nsteps.md: [safety.md]",
            [f"{FILE}:1: 'plan.md' leads to 'steps.md', which is gone too; write 'safety.md'"],
        ),
        (
            "plan.md: [costs#who]",
            [f"{FILE}:1: 'plan.md' leads to 'costs#who', which is no section of costs.md; "
             "did you mean 'costs#who-pays'?"],
        ),
        (
            "plan.md: [who-pays]",
            [f"{FILE}:1: 'plan.md' leads to 'who-pays', and the page 'who-pays' has become 'costs'; "
             "write 'costs', or take this out where that stands already"],
        ),
    ],
)  # fmt: skip
def test_a_passage_that_is_gone_leads_to_what_says_the_same_now(line: str, told: list[str]) -> None:
    assert lines_about(line) == told


def test_what_is_there_and_what_was_there_is_written_down_and_what_came_back_leads_nowhere_any_more() -> None:
    lines = format_passages({"old.md": ["costs"], "safety.md": ["costs"]}, THERE).splitlines()
    assert lines[-3:] == ["old.md: [costs]", "plan-start.md: []", "safety.md: []"]
    assert all(line.startswith("#") for line in lines[:-3])


def test_record_looks_up_in_git_where_the_sentences_of_a_passage_went_and_asks_for_the_rest(
    tmp_path: Path,
) -> None:
    root = tmp_path
    copy_sample(root)
    first, listed = (root / "snippets/nl/three-questions.md").read_text("utf-8").split("\n\n")
    lost = "snippets/nl/lost.md"
    (root / lost).write_text("Dit zegt niemand meer.\n", "utf-8")
    (root / FILE).write_text(f"{(root / FILE).read_text('utf-8')}lost.md: []\n", "utf-8")
    git(root, "init", "--quiet")
    git(root, "add", "snippets", "data")
    git(root, "commit", "--quiet", "--message", "before")
    for lang in ("nl", "en"):
        (root / f"snippets/{lang}/three-questions.md").unlink()
    (root / lost).unlink()
    (root / "snippets/nl/the-list.md").write_text(listed, "utf-8")
    append("docs/nl/appointment.md", f"## Kort {{#short}}\n\n{first}")(root)
    git(root, "add", "snippets")
    git(root, "commit", "--quiet", "--message", "divided")
    done = run_module(root, "second_opinion.commands.record", env={"TODAY": TODAY})
    assert done.returncode == 0, done.stderr
    assert f"{FILE}: the passage 'lost.md' is gone; write in its line what says the same now" in done.stdout
    assert "three-questions.md' is gone" not in done.stdout
    lines = (root / FILE).read_text("utf-8").splitlines()
    assert "three-questions.md: [appointment#short, the-list.md]" in lines
    assert {"lost.md: []", "the-list.md: []"} <= {*lines}
