"""Find the Chromium that the browser tests drive, and install it where that is allowed.

``python -m upkeep.chromium`` is what ``make test`` runs before the tests.
"""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Mapping

from second_opinion.commands.command_line import run_command
from upkeep.system_packages import install

# The shell without windows goes first: a page opens in it in a third of the time.
NAMES = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")
PLACES = (
    "/usr/bin/chromium-headless-shell",
    "/usr/bin/chromium",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
)
ADVICE = (
    "The browser tests need Chromium: install it (Debian: sudo apt-get install chromium-headless-shell) "
    "or name the program (make test CHROMIUM=/path/to/chromium)"
)


def find(env: Mapping[str, str], *, places: tuple[str, ...] = PLACES) -> str | None:
    """Return the path of Chromium or Chrome, or None.

    A program named by ``CHROMIUM`` is the only one that counts; else ``PATH`` goes before the usual places.
    """
    path = env.get("PATH", "")
    if named := env.get("CHROMIUM"):
        return shutil.which(named, path=path)
    candidates = (*NAMES, *places)
    return next((found for name in candidates if (found := shutil.which(name, path=path))), None)


def ensure(env: Mapping[str, str], *, is_root: bool, places: tuple[str, ...] = PLACES) -> str | None:
    """Return the path of Chromium, after installing it where needed and allowed, or None."""
    if found := find(env, places=places):
        return found
    if not env.get("CHROMIUM"):  # a program that is named and not there is a mistake to mend
        install(["chromium-headless-shell"], env, is_root=is_root)
    return find(env, places=places)


def main() -> int:
    """Print which Chromium the tests use, or what to install, and return the exit status."""
    found = ensure(os.environ, is_root=os.geteuid() == 0)
    print(f"Browser: {found}" if found else ADVICE)
    return 0 if found else 1


if __name__ == "__main__":
    sys.exit(run_command(main, "looked for a browser"))
