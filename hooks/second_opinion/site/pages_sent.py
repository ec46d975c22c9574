"""The pages as they are sent: without the indentation that only the makers of the templates read."""

from __future__ import annotations

import re

# What stands as it was written, and where elsewhere a line begins.
_AS_WRITTEN = re.compile(r"(<pre\b.*?</pre>|<textarea\b.*?</textarea>)", re.DOTALL)
_BEGINNING = re.compile(r"\n\s+")


def without_indentation(html: str) -> str:
    r"""Return a page without empty lines and without what its lines begin with, but for text that is kept as written.

    without_indentation("<p>\n\n  a\n</p><pre>\n  b</pre>") => "<p>\na\n</p><pre>\n  b</pre>"
    """
    parts = _AS_WRITTEN.split(html)  # what is between them, and they, by turns
    parts[::2] = [_BEGINNING.sub("\n", part) for part in parts[::2]]
    return "".join(parts)
