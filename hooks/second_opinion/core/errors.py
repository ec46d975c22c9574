"""An error that nobody foresaw, told as a finding: what the program was doing, and with which file."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from second_opinion.core.findings import Finding

REPORT = "undo the last change there, and report this line"
OUR_FAULT = "this is a fault of the program and not of your change; report this line"


@contextmanager
def doing(file: str, what: str) -> Iterator[None]:
    """Let an error that nobody foresaw say what was being done ("read this page"), and with which file."""
    try:
        yield
    except Exception as error:
        error.add_note(f"{file}\n{what}")
        raise


def fault_of_error(error: BaseException, what: str, file: str = "") -> Finding:
    """Return the one line about an error that nobody foresaw; ``what`` and ``file`` where it does not say itself."""
    ours = [note for note in getattr(error, "__notes__", ()) if "\n" in note]
    for note in ours[:1]:  # the innermost
        file, what = note.split("\n", 1)
    cause = " ".join(f"{type(error).__name__} {error}".split())
    return Finding(
        file,
        1 if file else 0,
        f"the program stopped while it {what} ({cause})",
        REPORT if file else OUR_FAULT,
    )
