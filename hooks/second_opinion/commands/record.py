"""Write down what is new: ``python -m second_opinion.commands.record``.

The addresses and sections of every page, so that links to them keep working, and of every new section of an English
text which Dutch it was made from. Nobody types these, so nobody's change is in the way of another's; whoever looks
after the whole runs this now and then.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from pathlib import Path

from second_opinion.commands.command_line import run_command
from second_opinion.project.project import Project
from second_opinion.project.reading import Reader, read_project, twins_in
from second_opinion.project.settings import settings_from
from second_opinion.texts import published, translations
from second_opinion.texts.pages import Page


def main() -> None:
    """Write each file to which something is to be added, and name it."""
    print("\n".join(f"wrote {file}" for file in write_down(Path.cwd())) or "Everything is written down.")


def write_down(root: Path) -> list[str]:
    """Write each file of a project to which something is to be added, and return those files."""
    project = read_project(settings_from(os.environ, root))
    new = {
        file: text
        for file, text in {**published_files(project), **translation_files(root)}.items()
        if not (root / file).exists() or (root / file).read_text("utf-8") != text
    }
    for file, text in new.items():
        (root / file).parent.mkdir(parents=True, exist_ok=True)
        (root / file).write_text(text, encoding="utf-8")
    return [*new]


def published_files(project: Project) -> dict[str, str]:
    """Return the files of the pages with all that was ever published of them; a file that is unsound is left alone."""
    twins: dict[str, list[Page]] = {}
    for page in project.shared.sound:
        twins.setdefault(page.name, []).append(page)
    broken = {page.name for page in project.shared.broken}
    broken |= {page.name for page in project.shared.sound if page.file in project.unreadable}
    unsound = project.published_files.keys() - project.published.keys()
    return {
        f"{published.FOLDER}/{name}.yml": published.format_published(pages, project.published.get(name))
        for name, pages in twins.items()
        if name not in broken | unsound
    }


def translation_files(root: Path) -> Mapping[str, str]:
    """Return the files of the English texts that have a section of which nothing is written down yet."""
    reader, files = Reader(root), {}
    for english, dutch in twins_in(root).items():
        file, text = translations.stamp_file_of(english), reader.text(root / dutch)
        document = reader.document(root / file) if (root / file).exists() else None
        then, _ = translations.hashes_in(document)
        if text is None or dutch in reader.unreadable or then is None:
            continue
        sections = translations.sections_to_translate(text, dutch, translations.language_of_text(english))
        now = {section.anchor: section.hash for section in sections}
        if now.keys() - then.keys():
            kept = {anchor: hash_ for anchor, hash_ in then.items() if anchor in now}
            files[file] = translations.format_made_from(now | kept)
    return files


if __name__ == "__main__":
    sys.exit(run_command(main, "wrote down what is new"))
