"""Show a change to those who check it: ``python -m second_opinion.commands.factsheet BASE``.

A sheet for a doctor, an insurance expert or a language editor who has never seen git: each changed sentence, Dutch
beside English, before and after; each changed amount, date, phone number and link with its source; the pages that a
changed snippet or value touches; and a box to tick for each role.
"""

from __future__ import annotations

import argparse
import difflib
import re
import subprocess
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from pathlib import Path

from second_opinion.commands.command_line import run_command
from second_opinion.core.languages import LANGUAGE_NAMES, LANGUAGES, REPORT_LANGUAGE
from second_opinion.core.markdown_text import (
    Text,
    defined_links,
    includes,
    markdown_links,
    names,
    split_front_matter,
    without_targets,
)
from second_opinion.core.phone import phones_in
from second_opinion.data.roles import FILE as ROLES
from second_opinion.data.roles import read_roles
from second_opinion.project.reading import Reader, decoded, read_text

FOLDERS = ("docs", "snippets", "data")
MADE = ("data/published/", "data/translations/")  # written by commands, about what is shown elsewhere
SENTENCE_END = re.compile(r"(?<=[.!?])\s+")
ADDRESS = re.compile(r"https?://[^\s)\"'>]+")


def addresses_in(text: str) -> list[str]:
    """Return the web addresses in a text: those of its links, brackets and all, and those that stand by themselves."""
    read = Text("", text)
    targets = [link.target for link in (*markdown_links(read), *defined_links(read))]
    return list(dict.fromkeys([*filter(ADDRESS.match, targets), *ADDRESS.findall(without_targets(text))]))


VALUES: Mapping[str, Callable[[str], Iterable[str]]] = {
    "amount": re.compile(r"(?:€\s?|\beuro:\s*)\d[\d.,]*|\d[\d.,]*\s?(?:euros?\b|€)", re.IGNORECASE).findall,
    "date": re.compile(r"\b\d{4}-\d{2}-\d{2}\b|\b\d{1,2} [a-z]+ \d{4}\b", re.IGNORECASE).findall,
    "phone number": phones_in,
    "link": addresses_in,
}


@dataclass(frozen=True)
class Change:
    """What one text said before and says now, place by place; sentences that stayed are left out."""

    file: str
    pairs: tuple[tuple[str, str], ...]

    @property
    def before(self) -> str:
        """Return all that is no longer there."""
        return "\n".join(old for old, _ in self.pairs)

    @property
    def after(self) -> str:
        """Return all that is new."""
        return "\n".join(new for _, new in self.pairs)


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the sheet; return 1 where git does not know the base."""
    parser = argparse.ArgumentParser(description="Show a change to those who check it.")
    parser.add_argument("base", help="what to compare with, like main")
    base = parser.parse_args(arguments).base
    root = Path.cwd()
    known = _git(root, "rev-parse", "--verify", "--quiet", f"{base}^{{commit}}")
    if not known:
        print(f"git does not know '{base}'; write the name of a branch, like BASE=main", file=sys.stderr)
        return 1
    files = changed_files(root, base)
    changes = {file: change(file, _git(root, "show", f"{base}:{file}"), _now(root / file)) for file in files}
    print(sheet({file: found for file, found in changes.items() if found.pairs}, root))
    unsound = [
        str(one) for file in files if (root / file).exists() for one in read_text(root / file, file)[1]
    ]
    if unsound:
        print(
            "\n".join(
                [
                    "\n## Mend these first: what they say may be missing above\n",
                    *(f"- {one}" for one in unsound),
                ]
            )
        )
    return 0


def changed_files(root: Path, base: str) -> list[str]:
    """Return the texts and data that differ from the base, new ones too."""
    listed = _git(root, "diff", "--name-only", base, "--", *FOLDERS).splitlines()
    listed += _git(root, "ls-files", "--others", "--exclude-standard", "--", *FOLDERS).splitlines()
    return sorted({file for file in listed if file.endswith((".md", ".yml")) and not file.startswith(MADE)})


def _git(root: Path, *command: str) -> str:
    done = subprocess.run(
        ["git", "-c", "core.quotepath=off", *command], cwd=root, capture_output=True, check=False
    )
    return decoded(done.stdout, "")[0] if done.returncode == 0 else ""


def _now(file: Path) -> str:
    return read_text(file, "")[0] or ""


def units(file: str, text: str) -> list[str]:
    """Return what a file says: the sentences of a text, the lines of its front matter, the lines of data."""
    if file.endswith(".yml"):
        return [
            line.strip() for line in text.splitlines() if line.strip() and not line.lstrip().startswith("#")
        ]
    front, body, _ = split_front_matter(text)
    blocks = re.split(r"\n\s*\n|\n(?=\s*(?:[-*]|\d+\.)\s)", body)
    sentences = [part for block in blocks for part in SENTENCE_END.split(" ".join(block.split())) if part]
    return [*(line for line in front.splitlines() if line.strip()), *sentences]


def change(file: str, before: str, after: str) -> Change:
    """Return the sentences that one version of a file has and the other has not."""
    return Change(file, differences(units(file, before), units(file, after)))


def differences(old: Sequence[str], new: Sequence[str]) -> tuple[tuple[str, str], ...]:
    """Return what one list says and the other does not, place by place."""
    matcher = difflib.SequenceMatcher(a=old, b=new, autojunk=False)
    places = [part for part in matcher.get_opcodes() if part[0] != "equal"]
    return tuple(
        ("\n".join(old[start:end]), "\n".join(new[begin:stop])) for _, start, end, begin, stop in places
    )


def sheet(changes: Mapping[str, Change], root: Path) -> str:
    """Return the whole sheet as Markdown."""
    if not changes:
        return "# Fact sheet\n\nNo text and no data have changed."
    parts = ["# Fact sheet", "Read what changed, and tick the box of your role below."]
    parts += [section for name in subjects(changes) for section in side_by_side(name, changes)]
    parts += [*values_part(changes, root), *touched_part(changes, root), *boxes_part(root)]
    return "\n\n".join(parts)


def subjects(changes: Mapping[str, Change]) -> list[str]:
    """Return the subjects of a change: a text without its language, or a data file."""
    return list(
        dict.fromkeys(re.sub(rf"^(docs|snippets)/({'|'.join(LANGUAGES)})/", r"\1/", file) for file in changes)
    )


def side_by_side(subject: str, changes: Mapping[str, Change]) -> list[str]:
    """Return the part of one subject: Dutch beside English, before and after."""
    folder, _, name = subject.partition("/")
    if folder == "data":
        rows = [(cell(old), cell(new)) for old, new in changes[subject].pairs]
        return [f"## {subject}", table(("Before", "After"), rows)]
    twins = [changes.get(f"{folder}/{lang}/{name}", Change("", ())) for lang in LANGUAGES]
    rows_of_both = [
        tuple(cell(text) for pair in places for text in pair)
        for places in zip_longest(*(twin.pairs for twin in twins), fillvalue=("", ""))
    ]
    missing = [
        f"The {called} text has not changed."
        for twin, called in zip(twins, LANGUAGE_NAMES.values(), strict=True)
        if not twin.pairs
    ]
    head = [f"{called} {when}" for called in LANGUAGE_NAMES.values() for when in ("before", "after")]
    return [f"## {subject}", table(head, rows_of_both), *missing]


def cell(text: str) -> str:
    """Return a text as a cell of a table in Markdown."""
    return text.replace("|", "\\|").replace("<", "&lt;").replace("\n", "<br>") or "(nothing)"


def table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """Return a table in Markdown."""
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join("| " + " | ".join(cells) + " |" for cells in lines)


def values_part(changes: Mapping[str, Change], root: Path) -> list[str]:
    """Return the amounts, dates, phone numbers and links that changed, each with the sources of its text."""
    rows = [
        (file, *row, sources_of(root / file, found))
        for file, found in changes.items()
        for row in changed_values(found)
    ]
    if not rows:
        return ["## Amounts, dates, phone numbers and links", "None has changed."]
    return [
        "## Amounts, dates, phone numbers and links",
        table(("Where", "What", "Before", "After", "Source"), rows),
    ]


def changed_values(found: Change) -> list[tuple[str, str, str]]:
    """Return the amounts, dates, phone numbers and links that are gone or new: the kind, before and after."""
    rows = []
    for kind, values_in in VALUES.items():
        old, new = set(values_in(found.before)), set(values_in(found.after))
        if old != new:
            rows.append((kind, cell("\n".join(sorted(old - new))), cell("\n".join(sorted(new - old)))))
    return rows


def sources_of(file: Path, found: Change) -> str:
    """Return the ids of the sources that a text names, for data those on the lines that changed."""
    text = found.after if file.suffix == ".yml" else split_front_matter(_now(file))[0]
    in_brackets = [
        part for match in re.findall(r"sources:\s*\[([^\]]*)\]", text) for part in match.split(",")
    ]
    below = [
        part
        for match in re.findall(r"sources:[ \t]*((?:\n[ \t]*-[ \t]*\S+)+)", text)
        for part in re.findall(r"-[ \t]*(\S+)", match)
    ]
    ids = [part.strip(" \t\"'") for part in (*in_brackets, *below)]
    return ", ".join(dict.fromkeys(filter(None, ids))) or "(none named)"


def touched_part(changes: Mapping[str, Change], root: Path) -> list[str]:
    """Return the pages that show a changed snippet, or a value of changed data."""
    rows = []
    for file in changes:
        pages = touched_pages(file, root)
        if pages:
            rows.append((file, "<br>".join(pages)))
    return ["## Pages that show this too", table(("Changed", "Pages"), rows)] if rows else []


def touched_pages(file: str, root: Path) -> list[str]:
    """Return the pages that include a snippet, or that show a value of a data file, by itself or through a snippet."""
    if file.startswith("docs/"):
        return []
    snippets = {path: _text(path) for path in sorted((root / "snippets").rglob("*.md"))}
    pages = {path: _text(path) for path in sorted((root / "docs").rglob("*.md"))}
    shown_as = Path(file).with_suffix("").parts[1].replace("-", "_")  # also for a file in a folder of data
    if file.startswith("snippets/"):
        shared = {Path(file)}
    else:
        shared = {path.relative_to(root) for path, text in snippets.items() if _shows(text, shown_as)}
    wanted = {(path.parts[1], path.name) for path in shared}
    return [
        path.relative_to(root).as_posix()
        for path, text in pages.items()
        if any((path.parent.name, name) in wanted for _, name in includes(text))
        or (file.startswith("data/") and _shows(text, shown_as))
    ]


def _text(path: Path) -> Text:
    return Text(path.as_posix(), _now(path))


def _shows(text: Text, shown_as: str) -> bool:
    return any(name.split(".")[0] == shown_as for _, name in names(text))


def boxes_part(root: Path) -> list[str]:
    """Return a box to tick for each role."""
    roles, _ = read_roles(Reader(root).document(root / ROLES))
    lines = [
        f"- [ ] {role.word(REPORT_LANGUAGE).capitalize()}: I have read {role.looks_at}. Name and date:"
        for role in roles
    ]
    return ["## Checked", "\n".join(lines)]


if __name__ == "__main__":
    sys.exit(run_command(main, "made the fact sheet"))
