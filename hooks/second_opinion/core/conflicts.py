"""What Git leaves in a file of which two people changed the same lines: both versions, between its marks."""

from __future__ import annotations

import re
from collections.abc import Iterator

from second_opinion.core.findings import Finding

MINE, BASE, THEIRS, END = "<<<<<<<", "|||||||", "=======", ">>>>>>>"
MARK = re.compile(r"^(?:<{7}|\|{7}|>{7})(?: .*)?$|^={7}$")
DO = (
    "keep what is right of the lines between '<<<<<<<' and '>>>>>>>', and take the lines with these marks out"
)


def check_conflicts(text: str, file: str) -> Iterator[Finding]:
    """Yield one finding for each conflict of a text, at the first of its marks."""
    if not any(mark in text for mark in (MINE, BASE, THEIRS, END)):
        return  # as nearly all texts
    is_open = False
    marked = any(mark in text for mark in (MINE, BASE, THEIRS, END))  # far quicker than line by line
    for number, line in enumerate(text.split("\n") if marked else (), 1):
        if not MARK.match(line):
            continue
        if line.startswith(MINE) or not is_open:
            wrong = f"a conflict of Git stands here ('{line[:7]}'): two versions of the same lines"
            yield Finding(file, number, wrong, DO)
        is_open = not line.startswith(END)


def first_version(text: str) -> str:
    """Return a text with the first version alone of each conflict, and empty lines in the place of the rest."""
    kept, mark = [], END
    for line in text.split("\n"):
        if is_mark := bool(MARK.match(line)):
            is_of_one = mark == END and not line.startswith(MINE)  # a mark that was left behind alone
            mark = END if is_of_one else line[:7]
        kept.append("" if is_mark or mark in (BASE, THEIRS) else line)
    return "\n".join(kept)
