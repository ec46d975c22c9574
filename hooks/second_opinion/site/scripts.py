"""The site's own scripts as they are sent: without the remarks that only their makers read."""

from __future__ import annotations

import re

# Remarks that begin a line; everything in vendor/ stays.
REMARK = re.compile(r"^[ \t]*/\*\*(?:(?!\*/).)*\*/[ \t]*\n", re.MULTILINE | re.DOTALL)
# What a type checker reads in the middle of a line.
_CAST = re.compile(r"/\*\* @type \{(?:(?!\*/).)*\} \*/ ?")


def without_remarks(script: str) -> str:
    """Return a script without the remarks that stand on lines of their own, and without types inside a line."""
    return _CAST.sub("", REMARK.sub("", script))
