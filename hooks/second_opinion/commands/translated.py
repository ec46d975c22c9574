"""Say that one English text is up to date with its Dutch: ``python -m second_opinion.commands.translated FILE``."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from second_opinion.commands.command_line import run_command
from second_opinion.core.findings import Finding, did_you_mean
from second_opinion.core.languages import SOURCE_LANGUAGE, TRANSLATIONS
from second_opinion.core.markdown_text import read_text_of, split_front_matter
from second_opinion.core.validation import read_yaml
from second_opinion.project.disk import read_text
from second_opinion.texts.translations import (
    format_made_from,
    language_of_text,
    sections_to_translate,
    stamp_file_of,
)


def main(arguments: Sequence[str] | None = None) -> int:
    """Write the file of one English text; return 1 where there is no such text, or one of the two cannot be read."""
    parser = argparse.ArgumentParser(description="Say that one English text is up to date with its Dutch.")
    parser.add_argument("file", help="the English page or snippet, like docs/en/costs.md")
    english = parser.parse_args(arguments).file
    twins = {
        str(path): _dutch_twin(path)
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
    dutch, unsound = _sound_text(twins[english])
    if unsound := [*unsound, *_sound_text(Path(english))[1]]:
        print("\n".join(map(str, unsound)), file=sys.stderr)
        return 1
    _, text = read_text_of(dutch, twins[english].as_posix())
    sections = sections_to_translate(dutch, text, language_of_text(english))
    file = Path(stamp_file_of(english))
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(
        format_made_from({section.anchor: section.hash for section in sections}), encoding="utf-8"
    )
    print(f"{file} now says that {english} is up to date with {twins[english]}")
    return 0


def _sound_text(file: Path) -> tuple[str, Sequence[Finding]]:
    """Return a page or a snippet, and why it cannot be compared: as a file, as its head is no YAML, or empty."""
    name = file.as_posix()
    text, found = read_text(file, name)
    if text is None or found:
        return "", found
    head, body, _ = split_front_matter(text)
    if not body.strip():
        return "", [Finding(name, 1, "here stands no text that could be a translation", "write it first")]
    return text, read_yaml(head, name, first_line=2).findings


def _dutch_twin(english: Path) -> Path:
    """Return the Dutch file that goes with an English one."""
    return Path(english.parts[0], SOURCE_LANGUAGE, *english.parts[2:])


if __name__ == "__main__":
    sys.exit(run_command(main, "wrote what a text was made from"))
