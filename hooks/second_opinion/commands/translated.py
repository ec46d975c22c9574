"""Say that one English text is up to date with its Dutch: ``python -m second_opinion.commands.translated FILE``."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from second_opinion.commands.command_line import run_command
from second_opinion.core.findings import Finding, did_you_mean
from second_opinion.core.languages import SOURCE_LANGUAGE, TRANSLATIONS
from second_opinion.core.markdown_text import split_front_matter
from second_opinion.core.validation import read_yaml
from second_opinion.project.reading import read_text
from second_opinion.texts.translations import FILE, line_for, sections_of

HEAD = (
    "# For every English text: the Dutch sections that it was translated from, as hashes.\n"
    "# One text at a time, after someone compared the two: make translated FILE=docs/en/costs.md\n"
)


def main(arguments: Sequence[str] | None = None) -> int:
    """Write the line of one English text; return 1 where there is no such text, or one that cannot be read."""
    parser = argparse.ArgumentParser(description="Say that one English text is up to date with its Dutch.")
    parser.add_argument("file", help="the English page or snippet, like docs/en/costs.md")
    english = parser.parse_args(arguments).file
    twins = {
        str(path): dutch_twin(path)
        for kind in ("docs", "snippets")
        for lang in TRANSLATIONS
        for path in Path(kind, lang).glob("*.md")
    }
    if english not in twins:
        print(f"There is no English text '{english}'; {did_you_mean(english, twins)}", file=sys.stderr)
        return 1
    if not twins[english].exists():
        print(f"{english} has no Dutch twin ({twins[english]})", file=sys.stderr)
        return 1
    file = Path(FILE)
    dutch, unsound = sound_text(twins[english])
    known, unsound_list = sound_text(file) if file.exists() else (HEAD, [])
    if unsound or unsound_list:
        print("\n".join(map(str, [*unsound, *unsound_list])), file=sys.stderr)
        return 1
    line = line_for(english, sections_of(dutch, str(twins[english])))
    lines = known.splitlines()
    file.write_text("\n".join(with_line(lines, english, line)) + "\n", encoding="utf-8")
    print(f"{FILE} now says that {english} is up to date with {twins[english]}")
    return 0


def sound_text(file: Path) -> tuple[str, list[Finding]]:
    """Return the text of a file, and why it cannot be compared: as a file, or as its head or its lines are no YAML."""
    text, found = read_text(file, file.as_posix())
    if text is None or found:
        return "", found
    is_page = file.suffix == ".md"
    front = split_front_matter(text)[0] if is_page else text
    return text, read_yaml(front, file.as_posix(), first_line=2 if is_page else 1).findings


def dutch_twin(english: Path) -> Path:
    """Return the Dutch file that goes with an English one."""
    return Path(english.parts[0], SOURCE_LANGUAGE, *english.parts[2:])


def with_line(lines: Sequence[str], english: str, line: str) -> list[str]:
    """Return the lines of the file with one entry written anew, in the order of the alphabet."""
    comments = [old for old in lines if old.startswith("#")]
    entries = [old for old in lines if old.strip() and not old.startswith(("#", f"{english}:"))]
    return [*comments, *sorted([*entries, line])]


if __name__ == "__main__":
    sys.exit(run_command(main, "wrote data/translations.yml"))
