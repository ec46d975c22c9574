"""Find the dictionaries of the spelling check, and install them where that is allowed."""

from __future__ import annotations

import os
import sys

from second_opinion.commands.command_line import run_command
from second_opinion.prose.spelling import missing_dictionaries
from upkeep.system_packages import install

ADVICE = "The check of spelling needs dictionaries: install them (Debian: sudo apt-get install {packages})"


def main() -> int:
    """Print what to install where a dictionary is missing, and return the exit status."""
    if packages := missing_dictionaries():
        install(packages, os.environ, is_root=os.geteuid() == 0)
    packages = missing_dictionaries()
    if packages:
        print(ADVICE.format(packages=" ".join(packages)))
    return 1 if packages else 0


if __name__ == "__main__":
    sys.exit(run_command(main, "looked for dictionaries"))
