"""`make compare`: what changed in ours since a hospital compared its own, by what git keeps."""

from __future__ import annotations

from pathlib import Path

import pytest

from repositories import git
from second_opinion.commands import list_releases, mark_compared
from second_opinion.commands.compare import main, paragraphs_in_markdown
from second_opinion.commands.versions import commit_of, released
from support import change

COSTS = "docs/nl/costs.md"
PASSAGE = "snippets/nl/steps.md"
PAGE = "---\ntitle: Kosten\n---\n\nEerst.\n\n## Wie? {{#who}}\n\n{who}\n\n{more}\n"


@pytest.fixture
def brand(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a brand with its own page and passage, in a project in git whose releases changed them."""
    files = {
        COSTS: PAGE.format(who="U betaalt **385** euro.", more="Bel [ons](a.md)."),
        PASSAGE: "1. Eerst dit.\n2. Dan dat.\n",
        "data/release.yml": "number: 0.1.0\ndate: 2026-11-01\n",
        "brand/brand.yml": "name: {nl: Ons, en: Ours}\n",
        "brands/neutral/brand.yml": "",
    }
    for file, text in files.items():
        (tmp_path / file).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / file).write_text(text, "utf-8")
    for file in (COSTS, PASSAGE):
        (tmp_path / "brand" / file).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "brand" / file).write_text(f"{files[file]}Bij ons.\n", "utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("BRAND", "brand")
    git(tmp_path, "init", "--quiet")
    commit(tmp_path, "0.1.0")
    return tmp_path / "brand"


def commit(root: Path, message: str) -> None:
    """Put all that changed in git."""
    git(root, "add", "docs", "snippets", "data")
    git(root, "commit", "--quiet", "--message", message)


def change_ours(root: Path) -> None:
    """Change a sentence of ours, put another into a passage, and make a release of it."""
    change(root, COSTS, "U betaalt **385** euro.", "U betaalt **400** euro.")
    change(root, COSTS, "Bel [ons](a.md).", '--8<-- "call.md"')
    (root / "snippets/nl/call.md").write_text("Bel [ons](b.md).\n", "utf-8")
    (root / "data/release.yml").write_text("number: 0.2.0\ndate: 2026-11-20\n", "utf-8")
    commit(root, "0.2.0")


WHAT_CHANGED = """
### Wie?

- before: U betaalt ~~385~~ euro.
- now: U betaalt **400** euro.
- now: **the passage call.md: Bel ons. Paste its line as it stands: --8<-- "call.md"**
"""


def test_what_changed_since_it_was_compared_is_shown_in_words(
    brand: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert mark_compared.main(["costs"]) == 0
    capsys.readouterr()
    change_ours(brand.parent)
    assert main(["costs"]) == 0
    since = "release 0.1.0 of 2026-11-01, with which you compared yours"
    said = f"## {COSTS}\n\nWhat changed in our {COSTS} since {since}:\n{WHAT_CHANGED}"
    assert capsys.readouterr().out == said
    assert mark_compared.main(["costs"]) == 0
    assert capsys.readouterr().out == (
        f"{said}\nbrand/replaced.yml now says that {COSTS} was compared with release 0.2.0\n"
    )
    assert main(["costs"]) == 0
    assert "Nothing that readers see changed in our docs/nl/costs.md since release 0.2.0 of 2026-11-20" in (
        capsys.readouterr().out
    )


def test_of_a_text_that_was_never_compared_it_is_found_which_version_of_ours_it_is(
    brand: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    change_ours(brand.parent)
    assert main([]) == 0
    costs, _, steps = capsys.readouterr().out.partition(f"## {PASSAGE}")
    assert "since its version of 20" in costs
    assert "(release 0.1.0), which yours is most like:" in costs
    assert costs.endswith(f"{WHAT_CHANGED}\n")
    assert "Nothing that readers see changed" in steps


def test_without_history_it_is_said_so_with_what_is_known(
    brand: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert mark_compared.main(["costs"]) == 0
    change_ours(brand.parent)
    (brand.parent / ".git").rename(brand.parent / "git")
    capsys.readouterr()
    assert main(["costs"]) == 0
    assert capsys.readouterr().out == (
        f"## {COSTS}\n\nThis copy has no history, so what ours said before cannot be shown; a copy that 'git clone' "
        f"makes has it. In our {COSTS}: 'Wie?' changed (line 7).\n"
    )


def test_a_text_that_takes_no_place_is_told_with_the_nearest(
    brand: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert main(["cost"]) == 1
    said = "No text in brand takes the place of a shared one called 'cost'; did you mean 'costs'?\n"
    assert capsys.readouterr().err == said
    monkeypatch.setenv("BRAND", "")
    assert main([]) == 1


def test_a_passage_that_the_own_page_has_too_is_not_told_word_by_word() -> None:
    def told(*follows: str) -> list[str]:
        found = paragraphs_in_markdown('--8<-- "call.md"\n', COSTS, lambda _: "Bel **ons**.", follows)
        return [one.words for one in found]

    assert told() == ['--8<-- "call.md"', "Bel ons."]
    assert told("call.md") == ['--8<-- "call.md"']


def test_a_release_is_found_by_its_number_with_a_tag_or_without(
    brand: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = brand.parent
    change_ours(root)
    assert [*released(root)] == ["0.2.0", "0.1.0"]
    assert commit_of(root, "0.1.0") == commit_of(root, "v0.1.0") == released(root)["0.1.0"]
    assert commit_of(root, "HEAD~1") == "HEAD~1"
    assert commit_of(root, "0.3.0") == ""
    git(root, "tag", "v0.1.0", "HEAD~1")
    git(root, "tag", "very-old")
    assert released(root)["0.1.0"] == "v0.1.0"
    assert list_releases.main() == 0
    assert capsys.readouterr().out.endswith("0.1.0 of 2026-11-01: git checkout v0.1.0\n")
    change(root, COSTS, "400", "500")
    commit(root, "later")
    assert list_releases.main() == 0
    assert capsys.readouterr().out.endswith(
        "Here stands 0.2.0 with 1 change behind it that is not released yet\n"
    )


def test_a_copy_without_its_whole_history_does_not_guess_when_a_release_came(
    brand: Path,
    tmp_path_factory: pytest.TempPathFactory,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    shallow = tmp_path_factory.mktemp("copies") / "shallow"
    git(brand.parent, "clone", "--quiet", "--depth=1", f"file://{brand.parent}", str(shallow))
    assert released(shallow) == {}
    monkeypatch.chdir(shallow)
    assert list_releases.main() == 1
    assert "git fetch --unshallow" in capsys.readouterr().out
