"""Ways in which a file can be spoiled by accident: each is a seeded change of its bytes, or of the file itself."""

from __future__ import annotations

import random
import re
import shutil
from collections.abc import Callable
from pathlib import Path

from msgspec import Struct

TEXTS = {".md", ".yml", ".svg", ".txt"}
TAG = b'<iframe\nsrc="https://evil.example/">'
PIECES = (
    *(
        b"%",
        b"{{",
        b"}}",
        b"{",
        b"[",
        b"]",
        b'"',
        b"'",
        b"#",
        b":",
        b"- ",
        b"\t",
        b"\x00",
        b"&a ",
        b"*a",
        b"!!x ",
    ),
    *(
        b"<",
        b"---\n",
        b"```\n",
        b"/// important\n",
        b"| a |",
        b"[x](",
        b"<!--",
        b"\xff",
        "é".encode(),
        b"{ .next }",
    ),
)


class Spoiled(Struct, frozen=True):
    """One file and one way to spoil it, by a seed; the name is enough to do it again."""

    file: str
    way: str
    seed: int

    def __str__(self) -> str:
        """Return the name of the case."""
        return f"{self.way} {self.file} {self.seed}"

    def apply(self, root: Path) -> None:
        """Spoil the file in a copy of the project."""
        chance = random.Random(f"{self.file} {self.way} {self.seed}")  # noqa: S311 (a test, no secret)
        path = root / self.file
        if self.way in WAYS_OF_FILES:
            WAYS_OF_FILES[self.way](path)
        else:
            path.write_bytes(WAYS[self.way](path.read_bytes(), chance))


def cut(content: bytes, chance: random.Random) -> bytes:
    """End a file somewhere."""
    return content[: chance.randrange(len(content) + 1)]


def _lines(change: Callable[[list[bytes], random.Random], None]) -> Callable[[bytes, random.Random], bytes]:
    def spoil(content: bytes, chance: random.Random) -> bytes:
        lines = content.splitlines(keepends=True) or [b""]
        change(lines, chance)
        return b"".join(lines)

    return spoil


def _double(lines: list[bytes], chance: random.Random) -> None:
    at = chance.randrange(len(lines))
    lines[at:at] = lines[at : at + chance.randint(1, 8)]


def _remove(lines: list[bytes], chance: random.Random) -> None:
    at = chance.randrange(len(lines))
    del lines[at : at + chance.randint(1, 8)]


def _swap(lines: list[bytes], chance: random.Random) -> None:
    one, other = chance.randrange(len(lines)), chance.randrange(len(lines))
    lines[one], lines[other] = lines[other], lines[one]


def _indent(lines: list[bytes], chance: random.Random) -> None:
    at = chance.randrange(len(lines))
    lines[at] = chance.choice([b" ", b"    ", b"\t"]) + lines[at].lstrip()


def _other_type(lines: list[bytes], chance: random.Random) -> None:
    """Give the value of one key another type."""
    keys = [at for at, line in enumerate(lines) if re.match(rb"[\s-]*[\w-]+:\s", line)]
    if keys:
        at = chance.choice(keys)
        key = lines[at].split(b":", 1)[0]
        values = (
            b"",
            b"[]",
            b"{}",
            b"3",
            b"-1.5",
            b"true",
            b"null",
            b"2026-11-22",
            b"[a, [b, {c: d}]]",
            b"'x'",
            b"|",
        )
        lines[at] = key + b": " + chance.choice(values) + b"\n"


def put_in(content: bytes, chance: random.Random) -> bytes:
    """Put something that means something to a parser anywhere."""
    at = chance.randrange(len(content) + 1)
    return content[:at] + chance.choice(PIECES) + content[at:]


def tag_over_lines(content: bytes, chance: random.Random) -> bytes:
    """Put a tag that runs over two lines between two lines."""
    lines = content.splitlines(keepends=True)
    lines.insert(chance.randrange(len(lines) + 1), b"\n" + TAG + b"\n\n")
    return b"".join(lines)


def _recoded(encoding: str) -> Callable[[bytes, random.Random], bytes]:
    return lambda content, _chance: content.decode("utf-8", "replace").encode(encoding, "replace")


def _folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


WAYS: dict[str, Callable[[bytes, random.Random], bytes]] = {
    "cut": cut,
    "double lines of": _lines(_double),
    "remove lines of": _lines(_remove),
    "swap lines of": _lines(_swap),
    "indent a line of": _lines(_indent),
    "give another type in": _lines(_other_type),
    "put something in": put_in,
    "put a tag in": tag_over_lines,
    "recode as latin-1": _recoded("latin-1"),
    "recode as utf-16": _recoded("utf-16"),
    "mark the byte order of": lambda content, _chance: b"\xef\xbb\xbf" + content,
    "end lines as Windows does in": lambda content, _chance: content.replace(b"\n", b"\r\n"),
    "empty": lambda _content, _chance: b"",
    "double": lambda content, _chance: content + content,
    "lengthen": lambda content, chance: content + b"x" * chance.randint(1, 300_000),
}
WAYS_OF_FILES: dict[str, Callable[[Path], None]] = {"take away": Path.unlink, "make a folder of": _folder}


def files_of(root: Path) -> list[str]:
    """Return every file that an editor or a hospital writes."""
    return sorted(
        file.relative_to(root).as_posix()
        for folder in ("data", "brands", "docs", "snippets")
        for file in (root / folder).rglob("*")
        if file.is_file()
    )


def cases(root: Path, *, rounds: int) -> list[Spoiled]:
    """Return cases: in each round every file is spoiled once, in a way and by a seed that the round gives."""
    names = [*WAYS, *WAYS_OF_FILES]
    return [
        Spoiled(file, names[(number + 7 * turn) % len(names)], turn)
        for turn in range(rounds)
        for number, file in enumerate(files_of(root))
    ]


def restore(case: Spoiled, root: Path, clean: Path) -> None:
    """Put the file back as it was."""
    path = root / case.file
    if path.is_dir():
        shutil.rmtree(path)
    shutil.copyfile(clean / case.file, path)
