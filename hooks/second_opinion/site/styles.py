"""The styles as they are sent: the components in one file, without the remarks and white space of their makers."""

from __future__ import annotations

import re

from second_opinion.core.cache import cached_up_to

_IMPORT = re.compile(r'@import "([^"]+)";')
_REMARK = re.compile(r"/\*.*?\*/", re.DOTALL)
_SPACE = re.compile(r"""("[^"]*"|'[^']*')|\s*([{};])\s*|\s+""")  # what stands between quotes stays as it is


@cached_up_to(20)
def join_style(stylesheet: str, styles: tuple[tuple[str, str], ...]) -> str:
    """Return a stylesheet with what it imports in its place; an import of a missing file stays, and is reported.

    join_style('@import "a.css"; /* a remark */ i {}', (("a.css", "b {}"),)) => "b{}i{}"
    """
    texts = dict(styles)
    joined = _IMPORT.sub(lambda match: texts.get(match[1]) or match[0], stylesheet)
    return _SPACE.sub(lambda match: match[1] or match[2] or " ", _REMARK.sub("", joined).strip())
