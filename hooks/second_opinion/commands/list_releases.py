"""List the releases that this copy has, and how to get each: ``python -m second_opinion.commands.list_releases``."""

from __future__ import annotations

import sys
from pathlib import Path

from second_opinion.commands.command_line import run_command
from second_opinion.commands.versions import released, run_git, text_at
from second_opinion.core.validation import read_yaml
from second_opinion.data.release import RELEASE_FILE, read_release


def main() -> int:
    """Print a line for each release, the newest first; return 1 where this copy does not tell of any."""
    root = Path.cwd()
    known = released(root)
    for number, name in known.items():
        release, _ = read_release(read_yaml(text_at(root, name, RELEASE_FILE), RELEASE_FILE))
        print(f"{number} of {release.date}: git checkout {name}")
    if not known:
        print(
            "This copy does not tell of any release: it has no history; 'git fetch --unshallow --tags' gets it"
        )
        return 1
    newest, name = next(iter(known.items()))
    later = len(run_git(root, "rev-list", f"{name}..HEAD").split())
    if later:
        changes = "1 change behind it that is" if later == 1 else f"{later} changes behind it that are"
        print(f"Here stands {newest} with {changes} not released yet")
    return 0


if __name__ == "__main__":
    sys.exit(run_command(main, "listed the releases"))
