"""The page for editing without Git in a build."""

from __future__ import annotations

from pathlib import Path

from support import build, change, copy_sample


def test_a_brand_that_publishes_the_page_needs_its_packages_and_a_repository(tmp_path: Path) -> None:
    root = copy_sample(tmp_path / "project")
    brand = root / "brands/neutral/brand.yml"
    text = brand.read_text("utf-8")
    brand.write_text(f"{text}edit_page: {{}}\n", "utf-8")
    line = len(text.splitlines()) + 1
    told = build(root).stderr
    asked = f"brands/neutral/brand.yml:{line}: the page for editing is asked for, and"
    assert f"{asked} its packages are not installed; install them: make editing" in told
    lacking = "'repository' does not say where changes go; write it with owner and name, like"
    assert f"{asked} {lacking} https://github.com/owner/name" in told
    assert lacking not in build(root, env={"REPO_URL": "https://git.zorg.example/groep/uitleg"}).stderr
    assert change(root, "brands/neutral/brand.yml", "edit_page: {}\n", "") == line
    clean = build(root, env={"PREVIEW": "1"})
    assert clean.returncode == 0
    assert "editing" not in clean.stderr
