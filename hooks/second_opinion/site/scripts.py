"""The site's own scripts as they are sent: without the remarks that only their makers read."""

from __future__ import annotations

import re

# Remarks that begin a line; `/** @type ... */` inside a line stays, and so does everything in vendor/.
_REMARK = re.compile(r"^[ \t]*/\*\*(?:(?!\*/).)*\*/[ \t]*\n", re.MULTILINE | re.DOTALL)


def without_remarks(script: str) -> str:
    """Return a script without the remarks that stand on lines of their own."""
    return _REMARK.sub("", script)
