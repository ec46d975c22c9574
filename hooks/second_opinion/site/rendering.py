"""Markdown that one process has rendered before and need not render again: of the brand before, or before a change.

What a page becomes follows from its filled text, the words of its boxes and the addresses of all files. That is the
key, so what is kept can never be what would not be made now.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from second_opinion.core.markdown_text import fill, include

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files
    from mkdocs.structure.pages import Page

MOST_KEPT = 1_000  # pages; those not asked for longest go first
_kept: dict[str, str] = {}


def key_of(
    markdown: str, snippets: Mapping[str, str], values: Mapping[str, str], around: Iterable[object]
) -> str:
    """Return a key of all that decides what a page becomes; ``around`` is what does besides its text."""
    filled = fill(include(markdown, snippets), values)
    return hashlib.sha256("\0".join((filled, *map(str, around))).encode()).hexdigest()


def render_once(page: Page, key: str) -> None:
    """Give a page what was rendered for its key before, in place of rendering it; or keep what it will render."""
    render = page.render

    def keep(config: MkDocsConfig, files: Files) -> None:
        if key in _kept:
            page.content = _kept[key] = _kept.pop(key)  # asked for last, so it goes last
            return
        render(config, files)
        while len(_kept) >= MOST_KEPT:
            del _kept[next(iter(_kept))]
        _kept[key] = page.content or ""

    page.render = keep  # type: ignore[method-assign]
