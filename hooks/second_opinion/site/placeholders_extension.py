"""Markdown: fill in ``{{ names }}`` right after the snippets have been included, so that names in snippets work too."""

from __future__ import annotations

from typing import TYPE_CHECKING

from markdown.extensions import Extension
from markdown.preprocessors import Preprocessor

from second_opinion.core.markdown_text import fill

if TYPE_CHECKING:
    from markdown import Markdown

AFTER_SNIPPETS = 31  # pymdownx.snippets has 32


class NamesPreprocessor(Preprocessor):
    """Fill in the names of a text."""

    def __init__(self, md: Markdown, values: dict[str, str]) -> None:
        """Keep the values of the language that is being built."""
        super().__init__(md)
        self.values = values

    def run(self, lines: list[str]) -> list[str]:
        """Return the lines with the names filled in; one value may be many lines."""
        return fill("\n".join(lines), self.values).split("\n")


class NamesExtension(Extension):
    """The names of one language."""

    def __init__(self, values: dict[str, str]) -> None:
        """Keep the values by name."""
        super().__init__()
        self.values = values

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 (the name is Python-Markdown's)
        """Register the preprocessor."""
        md.preprocessors.register(NamesPreprocessor(md, self.values), "names", AFTER_SNIPPETS)
