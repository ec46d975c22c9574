"""The way out of an unmaintained MkDocs: ProperDocs builds the same tree into the same pages."""

from __future__ import annotations

from pathlib import Path

from support import run_afresh


def test_properdocs_makes_the_same_site(sample_project: Path, tmp_path: Path) -> None:
    done = run_afresh(
        sample_project, "-m", "properdocs", "build", "-f", "mkdocs.yml", "-d", str(tmp_path / "site")
    )
    site = sample_project / "site"
    assert done.returncode == 0, done.stderr
    theirs = {file.relative_to(tmp_path / "site"): file for file in (tmp_path / "site").rglob("*.*")}
    ours = {file.relative_to(site): file for file in site.rglob("*.*")}
    assert sorted(theirs) == sorted(ours)
    assert [name for name, file in ours.items() if file.read_bytes() != theirs[name].read_bytes()] == []
