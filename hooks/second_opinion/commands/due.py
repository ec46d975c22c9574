"""List what is due or unchecked, per role: ``python -m second_opinion.commands.due``; TODAY= tries another day."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from second_opinion.commands.build import to_mend
from second_opinion.commands.command_line import run_command
from second_opinion.core.findings import faults, notices
from second_opinion.core.languages import REPORT_LANGUAGE
from second_opinion.data.roles import FILE, read_roles
from second_opinion.project.reading import Reader, read_project
from second_opinion.project.settings import SetUpError, settings_from
from second_opinion.texts.reviews import due, text_hash


def main() -> int:
    """Print the list as Markdown; return 1 only where the project cannot be read."""
    root = Path.cwd()
    try:
        settings = settings_from(os.environ, root)
        project = read_project(settings)
    except SetUpError as error:
        print(error)
        return 1
    roles, findings = read_roles(Reader(root).document(root / FILE))
    if not roles:
        print("\n".join(map(str, findings)))
        return 1
    hashes = {page.file: text_hash(page, project.snippets[page.lang]) for page in project.pages}
    for role in roles:
        print(f"## {role.word(REPORT_LANGUAGE).capitalize()} ({role.looks_at})\n")
        lines = due(project.pages, hashes, role, settings.today)
        print("\n".join(f"- [ ] {line}" for line in lines) or "Nothing is due.")
        print()
    print("## Amounts, dates and translations\n")
    print("\n".join(f"- [ ] {finding}" for finding in notices(project.findings)) or "Nothing is due.")
    if found := faults(project.findings):
        print(f"{to_mend(len(found))} before this list is whole; 'make site' names what", file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(run_command(main, "listed what is due"))
