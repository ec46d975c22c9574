"""Write down what is new: ``python -m second_opinion.commands.record``.

The addresses and sections of every page, so that links to them keep working, and of every new section of an English
text which Dutch it was made from; and of every shared passage its name, with what says the same now where it is gone.
Nobody types these, so nobody's change is in the way of another's; whoever looks
after the whole runs this now and then.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from pathlib import Path

from second_opinion.commands.command_line import run_command
from second_opinion.commands.versions import last_text
from second_opinion.core.languages import SOURCE_LANGUAGE
from second_opinion.core.markdown_text import headings, read_text_of, without_targets
from second_opinion.data import passages
from second_opinion.data.cases import usual
from second_opinion.project.project import Project
from second_opinion.project.reading import Reader, read_project
from second_opinion.project.settings import settings_from
from second_opinion.texts import published, translations
from second_opinion.texts.pages import Page
from second_opinion.texts.parity import split_at_headings


def main() -> None:
    """Write each file to which something is to be added, and name it."""
    root = Path.cwd()
    print("\n".join(f"wrote {file}" for file in write_down(root)) or "Everything is written down.")
    for name in _unanswered(read_project(settings_from(os.environ, root))):
        print(f"{passages.FILE}: the passage '{name}' is gone; write in its line what says the same now")


def write_down(root: Path) -> list[str]:
    """Write each file of a project to which something is to be added, and return those files."""
    project = read_project(settings_from(os.environ, root))
    new = {
        file: text
        for file, text in {
            **_published_files(project),
            **_translation_files(root, project),
            **_passages_file(project),
        }.items()
        if not (root / file).exists() or (root / file).read_text("utf-8") != text
    }
    for file, text in new.items():
        (root / file).parent.mkdir(parents=True, exist_ok=True)
        (root / file).write_text(text, encoding="utf-8")
    return [*new]


def _published_files(project: Project) -> dict[str, str]:
    """Return the files of the pages with all that was ever published of them; a file that is unsound is left alone."""
    twins: dict[str, list[Page]] = {}
    for page in project.shared.sound:
        twins.setdefault(page.name, []).append(page)
    broken = {page.name for page in project.shared.broken}
    broken |= {page.name for page in project.shared.sound if page.file in project.unreadable}
    unsound = project.history.files.keys() - project.history.published.keys()
    return {
        f"{published.FOLDER}/{name}.yml": published.format_published(
            pages, project.history.published.get(name)
        )
        for name, pages in twins.items()
        if name not in broken | unsound
    }


def _translation_files(root: Path, project: Project) -> Mapping[str, str]:
    """Return the files of the English texts that have a section of which nothing is written down yet."""
    reader, files = Reader(root), {}
    for english, dutch in translations.twins_among(text.file for text in project.shared.texts).items():
        file, text = translations.stamp_file_of(english), reader.text(root / dutch)
        document = reader.document(root / file) if (root / file).exists() else None
        then, _ = translations.hashes_in(document)
        if text is None or dutch in reader.unreadable or then is None:
            continue
        sections = translations.sections_to_translate(
            text, read_text_of(text, dutch)[1], translations.language_of_text(english)
        )
        now = {section.anchor: section.hash for section in sections}
        if now.keys() - then.keys():
            kept = {anchor: hash_ for anchor, hash_ in then.items() if anchor in now}
            files[file] = translations.format_made_from(now | kept)
    return files


def _passages_file(project: Project) -> dict[str, str]:
    """Return the file of all shared passages, of each that is gone with what took its place where git can tell."""
    if passages.FILE in project.faulty:
        return {}
    there = _passages_there(project)
    gone = {name for name, heirs in project.history.passages.items() if name not in there and not heirs}
    known = {**project.history.passages, **{name: _heirs_of(project, name) for name in gone}}
    return {passages.FILE: passages.format_passages(known, there)}


def _passages_there(project: Project) -> set[str]:
    """Return the names of the shared passages, in whatever language they are there."""
    return {name for texts in project.shared.snippets.values() for name in texts}


def _heirs_of(project: Project, name: str) -> list[str]:
    """Return the passages and sections that have the lines of the last text of a passage, in its order."""
    said = last_text(project.settings.root, f"snippets/{SOURCE_LANGUAGE}/{name}")
    found = (_where(project, without_targets(line).strip()) for line in said.splitlines() if line.strip())
    return list(dict.fromkeys(one for one in found if one))


def _where(project: Project, line: str) -> str:
    """Return the passage, or else the section of a page, that has a line; nothing where none does."""
    for name, text in project.shared.snippets[SOURCE_LANGUAGE].items():
        if line in without_targets(text.body):
            return usual(name) or name
    for page in project.shared.sound:
        for part in split_at_headings(page.text) if page.lang == SOURCE_LANGUAGE else ():
            if line in without_targets(part.body):
                anchor = next((heading.anchor for heading in headings(part)), "")
                return f"{page.name}#{anchor}" if anchor else page.name
    return ""


def _unanswered(project: Project) -> list[str]:
    """Return the passages that are gone and of which neither the file nor git says what took their place."""
    there = _passages_there(project)
    gone = (name for name, heirs in project.history.passages.items() if name not in there and not heirs)
    return [name for name in gone if not _heirs_of(project, name)]


if __name__ == "__main__":
    sys.exit(run_command(main, "wrote down what is new"))
