"""Markdown: put the snippets of a page and then its ``{{ names }}`` in, so that names in snippets work too.

pymdownx.snippets would read the files a second time, in one coding only, sound or not.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from markdown.extensions import Extension
from markdown.preprocessors import Preprocessor

from second_opinion.core.markdown_text import fill, include

if TYPE_CHECKING:
    from markdown import Markdown

FIRST = 100  # the highest of Python-Markdown's own has 30


class PlaceholdersPreprocessor(Preprocessor):
    """Put snippets and names into a text."""

    def __init__(self, md: Markdown, snippets: Mapping[str, str], values: Mapping[str, str]) -> None:
        """Keep the snippets and the values of the language that is being built."""
        super().__init__(md)
        self.snippets, self.values = snippets, values

    def run(self, lines: list[str]) -> list[str]:
        """Return the lines with everything put in; one snippet or value may be many lines."""
        return fill(include("\n".join(lines), self.snippets), self.values).split("\n")


class PlaceholdersExtension(Extension):
    """The snippets and names of one language."""

    def __init__(self, snippets: Mapping[str, str], values: Mapping[str, str]) -> None:
        """Keep the snippets and the values by name."""
        super().__init__()
        self.snippets, self.values = snippets, values

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 (the name is Python-Markdown's)
        """Register the preprocessor."""
        md.preprocessors.register(
            PlaceholdersPreprocessor(md, self.snippets, self.values), "placeholders", FIRST
        )
