"""`make test` runs every test that there is."""

from __future__ import annotations

import re

from support import ROOT, run_module


def test_every_file_of_tests_is_collected() -> None:
    done = run_module(ROOT, "pytest", "--collect-only", "--quiet", "-p", "no:cacheprovider")
    assert done.returncode == 0, done.stdout
    in_node = set(re.findall(r"\[(.+\.test\.mjs)\]$", done.stdout, re.MULTILINE))
    assert in_node == {file.name for file in ROOT.glob("tests/**/*.test.mjs")}
    collected = {line.partition("::")[0] for line in done.stdout.splitlines() if "::" in line}
    assert collected == {file.relative_to(ROOT).as_posix() for file in ROOT.glob("tests/**/test_*.py")}
