"""Ways to spoil a copy of the project, as data: each returns the line that it touched."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from msgspec import Struct, field

from support import change

Edit = Callable[[Path], int]


class Row(Struct, frozen=True):
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


def each(rows: Sequence[Row]) -> pytest.MarkDecorator:
    """Return what gives a test each of some rows, named after its sentence."""
    return pytest.mark.parametrize("row", rows, ids=[row.sentence for row in rows])


def page_source(name: str, *, more: str = "moved_from: []", slug: str = "") -> str:
    """Return the source of a page that only stands in a test."""
    return (
        f"---\ntitle: Test {name}\ndescription: A page for {name} alone, that no reader will "
        f"ever see.\nslug: {slug or name}\nwritten: 2026-11-22\n"
        "checked: []\nnext_check: 2027-11-22\nsources: []\nrelated: []\nsearch_words: []\n"
        f"{more}\n---\n\nText.\n"
    )


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


def source(*, id_: str = "trial", **keys: str) -> Edit:
    """Add a source, of which what is not known yet stands from line 6 on."""
    known = {
        "title": "Test",
        "publisher": "Test",
        "language": "nl",
        "read": "2026-11-22",
        "archived": "false",
    }
    text = "".join(f"{key}: {value}\n" for key, value in (known | keys).items())
    return write(f"data/sources/{id_}.yml", text)


def remove(file: str) -> Edit:
    """Take a file away."""

    def edit(root: Path) -> int:
        (root / file).unlink()
        return 1

    return edit
