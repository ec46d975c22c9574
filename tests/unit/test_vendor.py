"""The scripts of others are those that the table names, unchanged."""

from __future__ import annotations

import io
import tarfile
from pathlib import Path

import pytest

from upkeep import vendor
from upkeep.vendor import FOLDER, SCRIPTS, Script, format_scripts, kept, member

KEPT = Path(__file__).resolve().parents[2] / FOLDER


def test_the_table_has_the_versions_and_hashes_of_the_files() -> None:
    assert (KEPT / "README.md").read_text(encoding="utf-8").endswith(format_scripts(KEPT))


def test_every_script_in_the_folder_is_in_the_table() -> None:
    assert {file.name for file in KEPT.glob("*.mjs")} == {script.file for script in SCRIPTS}


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda script: script.file)
def test_a_script_says_what_it_is_and_its_licence_stands_beside_it(script: Script) -> None:
    text = (KEPT / script.file).read_text(encoding="utf-8")
    assert text.startswith(f"/*! {script.package} {script.version}, {script.licence}")
    assert "sourceMappingURL" not in text
    assert (KEPT / script.licence_file).read_text(encoding="utf-8").strip()


def test_a_file_of_a_package_is_read_and_its_source_map_dropped() -> None:
    content = b"export const a = 1;\n//# sourceMappingURL=a.js.map\n"
    archive = io.BytesIO()
    with tarfile.open(fileobj=archive, mode="w:gz") as package:
        entry = tarfile.TarInfo("package/dist/nl.js")
        entry.size = len(content)
        package.addfile(entry, io.BytesIO(content))
    script = next(each for each in SCRIPTS if each.is_minified)
    source = member(archive.getvalue(), "dist/nl.js")
    assert kept(script, source).splitlines()[1:] == [b"export const a = 1;"]


def test_outside_a_project_nothing_is_downloaded_and_a_line_says_where_to_run_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(vendor, "download", lambda script: pytest.fail(f"{script.package} is asked for"))
    assert vendor.main() == 1
    assert (
        capsys.readouterr().err == f"{FOLDER}/README.md is not here; run this in the folder of the project\n"
    )
