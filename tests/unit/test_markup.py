"""Unsafe markup in a finished page, however it was written."""

from __future__ import annotations

import pytest
from markdown import Markdown

from second_opinion.core.findings import Finding
from second_opinion.core.markdown_text import Text
from second_opinion.site.body import Vocabulary, finish_body
from second_opinion.texts.markup import check_finished_body, check_markup

from .making import WORDS

UNSAFE = {
    "<script>alert(1)</script>": "the element <script> is not allowed",
    "<scr\nipt>": "the element <scr> is not allowed",
    '<iframe\nsrc="https://evil.example/"></iframe>': "the element <iframe> is not allowed",
    '<IFRAME src="https://evil.example/">': "the element <iframe> is not allowed",
    "<img src=x\nonerror=alert(1)>": "<img> has 'onerror', which runs a script",
    "<img/src=x/onerror=alert(1)>": "",  # Markdown shows it as text
    "<svg/onload=alert(1)>": "the element <svg> is not allowed",
    "<span style='color: red'>x</span>": "<span> has 'style'",
    "<span\nstyle='color: red'>x</span>": "<span> has 'style'",
    "<a href='java&#115;cript:alert(1)'>x</a>": "the link leads to 'javascript:alert(1)', which runs a script",
    "<a href='java\tscript:alert(1)'>x</a>": "the link leads to 'javascript:alert(1)', which runs a script",
    "[x](java&#115;cript:alert(1))": "runs a script",
    "<a href=' data:text/html,x'>x</a>": "the link leads to 'data:text/html,x', which runs a script",
    "<base href='https://evil.example/'>": "the element <base> is not allowed",
    "<meta http-equiv=refresh content='0; url=https://evil.example/'>": "the element <meta> is not allowed",
    "<form action='https://evil.example/'><input></form>": "the element <form> is not allowed",
    "<object data=x></object>": "the element <object> is not allowed",
    "<template><script>1</script></template>": "the element <template> is not allowed",
    "<style>p { color: red }</style>": "the element <style> is not allowed",
    "<body onload=alert(1)>": "",  # a second body, of which nothing is published
    "</body><script>1</script>": "the element <script> is not allowed",
    "<!--><script>1</script>-->": "the element <script> is not allowed",  # for a browser the remark ends at once
    "Woord{ onclick=alert(1) }": "",
    "*woord*{ onclick=alert(1) }": "<em> has 'onclick', which runs a script",
    "*woord*{ style=color:red }": "<em> has 'style'",
}


def finished(markdown: str) -> str:
    """Return the body of a page as readers get it."""
    html = Markdown(extensions=["attr_list", "sane_lists", "tables"]).convert(markdown)
    return finish_body(html, name="costs", words=WORDS, vocabulary=Vocabulary("nl", ()))


@pytest.mark.parametrize("markdown", UNSAFE)
def test_no_way_of_writing_gets_unsafe_markup_into_a_page(markdown: str) -> None:
    text = Text("docs/nl/costs.md", f"Eerst.\n\n{markdown}\n", first_line=10)
    found = check_finished_body(finished(text.body), [text], [])
    said = UNSAFE[markdown]
    assert bool(found) is bool(said)
    assert any(said in finding.wrong for finding in found) is bool(said)
    assert all(10 <= finding.line <= 14 or finding.line == 1 for finding in found)


@pytest.mark.parametrize("markdown", UNSAFE)
def test_what_the_source_already_tells_is_not_told_again(markdown: str) -> None:
    text = Text("docs/nl/costs.md", markdown)
    known = check_markup(text)
    again = check_finished_body(finished(markdown), [text], known)
    told = {finding.wrong for finding in known}
    assert not told & {finding.wrong for finding in again}


@pytest.mark.parametrize(
    ("markdown", "wrong", "about"),
    [
        ("*woord*{ onclick=alert(1) }", "the page 'onclick' does not exist", "onclick"),
        ("[x](javascript&#58;a)", "<b> has 'onload', which runs a script", "onload="),
    ],
)
def test_what_is_unsafe_is_told_beside_a_finding_of_which_the_words_are_like_it(
    markdown: str, wrong: str, about: str
) -> None:
    text = Text("docs/nl/costs.md", markdown)
    known = Finding(text.file, 1, wrong, "take it out", about=(about,))
    assert check_finished_body(finished(markdown), [text], [known])


SOUND = [
    'Tekst met **nadruk**, *klem*, `code` en [een link](costs.md "titel"){ .next }.',
    "| A | B |\n|---|---|\n| 1 | 2 |",
    "1. Een\n2. Twee\n\n> Zin\n\n## Kop {#kop}\n\n![Een scan](x.svg)",
    "Een <abbr title='x'>a</abbr>, <span lang='en'>b</span>, H<sub>2</sub>O<br>",
    "Is 3 < x en y > 2?",
]


@pytest.mark.parametrize("markdown", SOUND)
def test_what_markdown_and_the_build_make_is_sound(markdown: str) -> None:
    text = Text("docs/nl/costs.md", markdown)
    assert check_finished_body(finished(markdown), [text], []) == []
    assert not check_markup(text)


def test_a_fault_in_a_shared_text_is_told_there() -> None:
    page, shared = (
        Text("docs/nl/costs.md", "Tekst."),
        Text("snippets/nl/right.md", "Een\n<img/src=x/onerror=a>"),
    )
    assert [
        (found.file, found.line) for found in check_finished_body("<img src=x onerror=a>", [page, shared], [])
    ] == [("snippets/nl/right.md", 2)]


def test_what_is_not_found_in_the_source_is_told_at_the_page() -> None:
    page = Text("docs/nl/costs.md", "Tekst.", first_line=12)
    assert check_finished_body("<p><marquee>x</marquee></p>", [page], []) == [
        Finding(
            "docs/nl/costs.md",
            1,
            "the element <marquee> is not allowed",
            "write Markdown, or use one of abbr, br, kbd, span, sub, sup",
        )
    ]
