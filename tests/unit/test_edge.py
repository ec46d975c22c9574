"""Whatever goes wrong in a command, the person who ran it reads one line."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable

import pytest

from second_opinion.commands import due, language, mark_compared, record
from second_opinion.commands.command_line import run_command
from second_opinion.core.errors import doing, fault_of_error
from second_opinion.core.findings import Finding
from support import ROOT


def boom() -> int:
    """Do what nobody foresaw."""
    raise KeyError("id")


def test_an_error_that_nobody_foresaw_is_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    assert run_command(boom, "listed what is due") == 1
    assert capsys.readouterr().err == (
        "the program stopped while it listed what is due (KeyError 'id'); "
        "this is a fault of the program and not of your change; report this line\n"
    )


def test_the_innermost_place_is_told() -> None:
    with pytest.raises(ValueError, match="two") as caught, doing("a.md", "built"), doing("b.md", "read"):
        raise ValueError("one\ntwo")
    found = fault_of_error(caught.value, "worked")
    assert found == Finding(
        "b.md",
        1,
        "the program stopped while it read (ValueError one two)",
        "undo the last change there, and report this line",
    )


def test_whoever_mends_the_program_can_see_the_error_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DEBUG", "1")
    with pytest.raises(KeyError):
        run_command(boom, "listed what is due")


@pytest.mark.parametrize(
    "command", [due.main, record.main, lambda: language.main([]), lambda: mark_compared.main(["costs"])]
)
def test_a_setting_that_is_wrong_is_told_apart_from_what_a_command_gives(
    command: Callable[[], int | None], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("TODAY", "soon")
    assert run_command(command, "did it") == 1
    printed = capsys.readouterr()
    assert printed.err == "TODAY is 'soon', which is no date; write it like 2026-11-22\n"
    assert printed.out == ""


@pytest.mark.parametrize(("answer", "status"), [(None, 0), (0, 0), (1, 1)])
def test_a_command_that_ends_gives_its_exit_code(answer: int | None, status: int) -> None:
    assert run_command(lambda: answer, "did it") == status


def test_a_command_that_is_stopped_by_hand_says_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    def stop() -> int:
        raise KeyboardInterrupt

    assert run_command(stop, "did it") == 130
    assert capsys.readouterr().err == ""


def test_a_command_whose_reader_has_enough_ends_without_a_word() -> None:
    code = (
        "import sys; from second_opinion.commands.command_line import run_command\n"
        "sys.exit(run_command(lambda: print('line\\n' * 100_000), 'did it'))"
    )
    command = [sys.executable, "-c", code]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env={"PYTHONPATH": str(ROOT / "hooks")}
    ) as running:
        assert running.stdout is not None
        assert running.stderr is not None
        running.stdout.readline()
        running.stdout.close()
        assert (running.stderr.read(), running.wait()) == (b"", 0)
