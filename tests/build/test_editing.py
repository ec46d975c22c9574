"""The page for editing without Git in a build."""

from __future__ import annotations

from pathlib import Path

from support import build, change, copy_project


def test_a_brand_that_publishes_the_page_needs_its_packages(tmp_path: Path) -> None:
    root = copy_project(tmp_path / "project")
    brand = root / "brands/neutral/brand.yml"
    text = brand.read_text("utf-8")
    brand.write_text(f"{text}edit_page: {{}}\n", "utf-8")
    line = len(text.splitlines()) + 1
    assert (
        f"brands/neutral/brand.yml:{line}: the page for editing is asked for, and its packages are not installed; "
        "install them: make editing"
    ) in build(root).stderr
    assert change(root, "brands/neutral/brand.yml", "edit_page: {}\n", "") == line
    clean = build(root, env={"PREVIEW": "1"})
    assert clean.returncode == 0
    assert "editing" not in clean.stderr
