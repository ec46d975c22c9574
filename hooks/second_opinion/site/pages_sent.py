"""The pages as they are sent: without the indentation that only the makers of the templates read."""

from __future__ import annotations

import re

# What stands as it was written, and where elsewhere a line begins.
_PARTS = re.compile(r"(<(pre|textarea)\b.*?</\2>)|\n\s+", re.DOTALL)


def without_indentation(html: str) -> str:
    r"""Return a page without empty lines and without what its lines begin with, but for text that is kept as written.

    without_indentation("<p>\n\n  a\n</p><pre>\n  b</pre>") => "<p>\na\n</p><pre>\n  b</pre>"
    """
    return _PARTS.sub(lambda part: part[1] or "\n", html)
