"""Ways to spoil a copy of the project, as data: each returns the line that it touched."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from support import change

Edit = Callable[[Path], int]


@dataclass(frozen=True)
class Row:
    """One case: a sentence, what is done to the project, and every line that the checks then print.

    ``<0>`` in a line stands for the line of the first edit, ``<1+2>`` for two lines below that of the second.
    """

    sentence: str
    edits: Sequence[Edit]
    lines: Sequence[str]
    environment: dict[str, str] = field(default_factory=dict)

    def spoil(self, root: Path) -> list[str]:
        """Spoil a project folder, and return the lines that must be printed."""
        touched = [edit(root) for edit in self.edits]

        def number(match: re.Match[str]) -> str:
            return str(touched[int(match.group(1))] + int(match.group(2) or 0))

        return sorted(re.sub(r"<(\d)([+-]\d+)?>", number, line) for line in self.lines)


def swap(file: str, old: str, new: str) -> Edit:
    """Put one text in the place of another that stands once in the file."""
    return lambda root: change(root, file, old, new)


def front(file: str, key: str, new: str) -> Edit:
    """Put ``new`` in the place of a line of the front matter; an empty one takes the line out."""

    def edit(root: Path) -> int:
        lines = (root / file).read_text("utf-8").split("\n")
        index = next(index for index, line in enumerate(lines) if line.startswith(f"{key}:"))
        lines[index : index + 1] = [new] if new else []
        (root / file).write_text("\n".join(lines), "utf-8")
        return index + 1

    return edit


def append(file: str, text: str) -> Edit:
    """Add a paragraph at the end of a file."""

    def edit(root: Path) -> int:
        before = (root / file).read_text("utf-8").rstrip("\n")
        (root / file).write_text(f"{before}\n\n{text}\n", "utf-8")
        return before.count("\n") + 3

    return edit


def write(file: str, text: str | bytes) -> Edit:
    """Write a whole file."""

    def edit(root: Path) -> int:
        (root / file).parent.mkdir(parents=True, exist_ok=True)
        (root / file).write_bytes(text if isinstance(text, bytes) else text.encode())
        return 1

    return edit


def remove(file: str) -> Edit:
    """Take a file away."""

    def edit(root: Path) -> int:
        (root / file).unlink()
        return 1

    return edit
