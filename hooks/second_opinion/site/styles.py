"""The styles as they are sent: the components in one file, without the remarks that only their makers read."""

from __future__ import annotations

import re

from second_opinion.core.cache import cached_up_to

_IMPORT = re.compile(r'@import "([^"]+)";')
_REMARK = re.compile(r"/\*.*?\*/", re.DOTALL)
_BLANK_LINE = re.compile(r"^[ \t]*\n", re.MULTILINE)


@cached_up_to(20)
def join_style(stylesheet: str, styles: tuple[tuple[str, str], ...]) -> str:
    """Return a stylesheet with what it imports in its place; an import of a missing file stays, and is reported.

    as_sent('@import "a.css"; /* a remark */ i {}', (("a.css", "b {}"),)) => "b {}  i {}"
    """
    texts = dict(styles)
    joined = _IMPORT.sub(lambda match: texts.get(match[1]) or match[0], stylesheet)
    return _BLANK_LINE.sub("", _REMARK.sub("", joined))
