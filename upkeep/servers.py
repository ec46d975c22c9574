"""Find the web servers with which the tests try the examples for hosting, and install them where that is allowed.

``python -m upkeep.servers`` is what ``make test`` runs before the tests.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping, Sequence

from second_opinion.commands.command_line import run_command
from upkeep.system_packages import ensure, find

NGINX, APACHE = ("nginx",), ("apache2",)
# The Debian packages, and the program of each. That of Apache starts no server of its own.
NEEDED: Mapping[str, Sequence[str]] = {"nginx": NGINX, "apache2-bin": APACHE}
ADVICE = (
    "The tests of the examples for hosting need more: install it (Debian: sudo apt-get install {packages})"
)


def main() -> int:
    """Print which servers the tests use, or what to install, and return the exit status."""
    packages = ensure(NEEDED, os.environ, is_root=os.geteuid() == 0)
    found = ", ".join(str(find(names, os.environ)) for names in NEEDED.values())
    print(ADVICE.format(packages=" ".join(packages)) if packages else f"Servers: {found}")
    return 1 if packages else 0


if __name__ == "__main__":
    sys.exit(run_command(main, "looked for servers"))
