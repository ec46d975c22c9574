"""Sentences of a text that are too long, each on its line."""

from __future__ import annotations

from collections.abc import Iterator

from second_opinion.core.findings import Finding, line_at
from second_opinion.core.long_sentences import describe_long_sentence, long_sentences
from second_opinion.core.markdown_text import Text
from second_opinion.texts.blocks import passages, readable


def check_long_sentences(text: Text) -> Iterator[Finding]:
    """Give a notice of each sentence of a text that is too long, on the line where it begins."""
    for passage in passages(readable(text)):
        whole = "\n".join(passage.lines)
        for start, sentence, count in [] if whole.lstrip().startswith("|") else long_sentences(whole):
            line = line_at(whole, start, passage.first_line)
            wrong = describe_long_sentence(sentence, count)
            yield Finding(text.file, line, wrong, "make two", is_fault=False)
