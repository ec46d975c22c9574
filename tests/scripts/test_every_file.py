"""The tests of the scripts that run in Node: every file of them."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest

from node import NODE
from support import ROOT

FILES = sorted(ROOT.glob("tests/**/*.test.mjs"))
COUNT = re.compile(r"^# (tests|pass) (\d+)$", re.MULTILINE)


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_all_tests_of_a_file_pass(file: Path) -> None:
    done = subprocess.run(
        [NODE, "--test", "--test-reporter=tap", file], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    counted = {what: int(number) for what, number in COUNT.findall(done.stdout)}
    assert counted == dict.fromkeys(("tests", "pass"), counted["tests"])
    assert counted["tests"] > 0
