"""The HTML of a page as it is sent."""

from __future__ import annotations

import pytest

from second_opinion.site.pages_sent import without_indentation


@pytest.mark.parametrize(
    ("written", "sent"),
    [
        ("<ul>\n\n    <li>een\n      twee</li>\n</ul>\n", "<ul>\n<li>een\ntwee</li>\n</ul>\n"),
        (
            "<p>a</p>\n  <pre>\n    b\n\n  c</pre>\n  <p>d</p>",
            "<p>a</p>\n<pre>\n    b\n\n  c</pre>\n<p>d</p>",
        ),
        ("<textarea>\n  a</textarea>  <b>c</b>", "<textarea>\n  a</textarea>  <b>c</b>"),
    ],
)
def test_what_lines_begin_with_is_not_sent_but_for_text_that_is_kept_as_written(
    written: str, sent: str
) -> None:
    assert without_indentation(written) == sent
