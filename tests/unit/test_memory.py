"""The tests write into memory only where that is sure to hold them, and to run what they write."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

import pytest

import support


@pytest.fixture
def memory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder that stands for memory, on a machine that names no folder for what is temporary."""
    monkeypatch.setenv("TMPDIR", "")  # so that it is put back
    monkeypatch.delenv("TMPDIR")
    monkeypatch.setattr(tempfile, "tempdir", tempfile.gettempdir())
    monkeypatch.setattr(support, "MEMORY", tmp_path)
    monkeypatch.setattr(support, "ROOM", 0)
    return tmp_path


def test_where_there_is_room_all_that_is_temporary_stands_in_memory(memory: Path) -> None:
    support.work_in_memory()
    assert tempfile.gettempdir() == os.environ["TMPDIR"] == str(memory)


@pytest.mark.parametrize("fault", ["no room", "no such folder", "another folder is named"])
def test_elsewhere_it_stands_where_it_did(memory: Path, fault: str, monkeypatch: pytest.MonkeyPatch) -> None:
    if fault == "no room":
        monkeypatch.setattr(support, "ROOM", 10**18)
    elif fault == "no such folder":
        monkeypatch.setattr(support, "MEMORY", memory / "gone")
    else:
        monkeypatch.setenv("TMPDIR", "/elsewhere")
    before = tempfile.gettempdir()
    support.work_in_memory()
    assert tempfile.gettempdir() == before
    assert os.environ.get("TMPDIR") != str(memory)
