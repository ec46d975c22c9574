"""Markdown that one process has rendered before and need not render again: of the brand before, or before a change.

What a page becomes follows from its filled text, the words of its boxes and the addresses of all files. That is the
key, so what is kept can never be what would not be made now.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from second_opinion.core.markdown_text import fill, include
from second_opinion.core.remembering import Kept

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files
    from mkdocs.structure.pages import Page

MOST_KEPT = 1_500_000  # characters: twice what a site of forty pages has
RENDERED = Kept[str](MOST_KEPT)


def key_of(
    markdown: str, snippets: Mapping[str, str], values: Mapping[str, str], around: Iterable[object]
) -> str:
    """Return a key of all that decides what a page becomes; ``around`` is what does besides its text."""
    return digest(fill(include(markdown, snippets), values), *around)


def digest(*parts: object) -> str:
    """Return a key of what is the same as often as all of its parts are."""
    return hashlib.sha256("\0".join(map(str, parts)).encode()).hexdigest()


def render_once(page: Page, key: str) -> None:
    """Give a page what was rendered for its key before, in place of rendering it; or keep what it will render."""
    render = page.render

    def keep(config: MkDocsConfig, files: Files) -> None:
        content = RENDERED.get(key)
        if content is None:
            render(config, files)
            content = page.content or ""
            RENDERED.put(key, content, len(content))
        page.content = content

    page.render = keep  # type: ignore[method-assign]
