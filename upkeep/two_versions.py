"""Two versions of the project beside each other: the site of each."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path


def run_in(project: Path, *arguments: str, env: Mapping[str, str]) -> subprocess.CompletedProcess[str]:
    """Run Python in a project folder with its own code, and return what it said."""
    return subprocess.run(
        [sys.executable, *arguments],
        cwd=project,
        env={**env, "PYTHONPATH": "hooks"},
        capture_output=True,
        text=True,
        check=False,
    )


def build(project: Path, site: Path, env: Mapping[str, str]) -> subprocess.CompletedProcess[str]:
    """Build a project folder with its own code into ``site``, and return what it said."""
    return run_in(project, "-m", "second_opinion.commands.build", "--site", str(site), env=env)
