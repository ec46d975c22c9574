"""`make test` runs every test that there is."""

from __future__ import annotations

from support import ROOT, run_module


def test_every_file_of_tests_is_collected_and_has_tests() -> None:
    files = list(ROOT.glob("tests/**/test_*.py"))
    done = run_module(ROOT, "unit.collected")
    printed = set(done.stdout.splitlines())
    assert {file.relative_to(ROOT).as_posix() for file in files} - printed == set(), done.stderr
    assert [file for file in files if "\ndef test_" not in file.read_text("utf-8")] == []
