"""Git in the repositories of tests."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

SETTINGS = (
    "-c",
    "user.name=A. Voorbeeld",
    "-c",
    "user.email=a@voorbeeld.example",
    "-c",
    "init.defaultBranch=main",
    "-c",
    "core.trustctime=false",  # another copy may link a file of the code at any moment, which is no change of it
)
WITHOUT_SETTINGS = {"GIT_CONFIG_GLOBAL": "/dev/null", "GIT_CONFIG_NOSYSTEM": "1"}  # of the machine


def git(folder: Path, *arguments: str) -> str:
    """Run git in a folder, under a made-up name, and return what it says; it must succeed."""
    done = try_git(folder, *arguments)
    assert done.returncode == 0, done.stderr
    return done.stdout


def try_git(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run git in a folder, under a made-up name, where it may fail."""
    return subprocess.run(
        ["git", *SETTINGS, *arguments],
        cwd=folder,
        env=os.environ | WITHOUT_SETTINGS,
        capture_output=True,
        text=True,
        check=False,
    )
