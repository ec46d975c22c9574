"""The one place that opens the files of editors and brands: what is wrong with a file is a finding, and no error."""

from __future__ import annotations

import codecs
from pathlib import Path

from second_opinion.core.findings import Finding
from second_opinion.core.validation import Located, read_yaml
from second_opinion.core.yaml_parser import UNSEEN, unseen_character

MOST_BYTES = 1_000_000
LONGEST_LINE = 10_000
MOST_UNSEEN = 5  # of more, the file is no text at all
MARKS_OF_UTF_16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
DRAWING = ".svg"  # a whole drawing often stands on one line


class Reader:
    """Reads the files of a project, each once; ``findings`` is what is wrong with them as files."""

    def __init__(self, root: Path) -> None:
        """Start with nothing read; ``last`` is the file that was asked for last."""
        self.root = root
        self.last = ""
        self.findings: list[Finding] = []
        self._texts: dict[Path, str | None] = {}

    def text(self, file: Path) -> str | None:
        """Return the text of a file; None where it cannot be used, which is then a finding."""
        self.last = shown_path(self.root, file)
        if file not in self._texts:
            self._texts[file], found = read_text(file, self.last)
            self.findings += found
        return self._texts[file]

    def located(self, file: Path) -> Located:
        """Return what a YAML file says; a file that cannot be used says nothing."""
        text = self.text(file)
        if text is None:
            return Located(self.last, None, {}, [one for one in self.findings if one.file == self.last])
        return read_yaml(text, self.last)


def shown_path(root: Path, file: Path) -> str:
    """Return a path as an editor knows it: relative to the project where it lies inside it."""
    return file.relative_to(root).as_posix() if file.is_relative_to(root) else file.as_posix()


def read_text(file: Path, shown: str) -> tuple[str | None, list[Finding]]:
    """Return the text of a file, with what is wrong with it as a file; ``shown`` is its name in messages.

    A text in another coding than UTF-8 is read all the same, so that the rest of what is wrong is told too.
    """
    try:
        if file.is_dir():
            return None, [Finding(shown, 1, "this is a folder, and a file has to stand here", "rename it")]
        raw = file.read_bytes()
    except FileNotFoundError:
        return None, [Finding(shown, 1, "this file is missing", "put it back")]
    except OSError as error:
        do = "look whether you may read it, and whether another program holds it"
        return None, [Finding(shown, 1, f"this file cannot be read ({error.strerror})", do)]
    if len(raw) > MOST_BYTES:
        wrong = f"this file is of {len(raw):,} bytes, {MOST_BYTES:,} at most"
        return None, [
            Finding(shown, 1, wrong, "take out what does not belong here, such as a picture as text")
        ]
    text, found = decoded(raw, shown)
    lines = text.splitlines()
    if file.suffix != DRAWING and max(map(len, lines), default=0) > LONGEST_LINE:
        number = next(number for number, line in enumerate(lines, 1) if len(line) > LONGEST_LINE)
        wrong = f"this line has {len(lines[number - 1]):,} characters, {LONGEST_LINE:,} at most"
        return None, [*found, Finding(shown, number, wrong, "take out what does not belong here")]
    return text, found


def decoded(raw: bytes, shown: str) -> tuple[str, list[Finding]]:
    """Return the text that some bytes hold, with its lines ending as on Unix, and what is wrong with the bytes."""
    found: list[Finding] = []
    not_utf_8 = Finding(shown, 1, "this file is not saved as UTF-8", "save it again as UTF-8")
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        found.append(not_utf_8)
        text = raw.decode("utf-16" if raw.startswith(MARKS_OF_UTF_16) else "cp1252", errors="replace")
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    hidden = {one.line: one for one in (unseen_character(match, shown, 1) for match in UNSEEN.finditer(text))}
    if len(hidden) > MOST_UNSEEN or found:
        found = [not_utf_8]
    else:
        found += hidden.values()
    return UNSEEN.sub("", text), found
