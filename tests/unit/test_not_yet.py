"""What is not yet in English because its editor says so: what is told of it, and what readers get in its place."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from second_opinion.core.markdown_text import Text
from second_opinion.site.body import NotYet, Vocabulary, finish_body
from second_opinion.texts.not_yet import anchors_waiting, waiting
from second_opinion.texts.translations import hash_text

from .making import WORDS
from .spoiling import Row, append, swap, write

NL, EN = "docs/nl/trial.md", "docs/en/trial.md"
KEYS = {
    "title": "Test {lang}",
    "description": "A page in {lang} that nobody but this test will ever read, of its eyes and ears.",
    "slug": "trial",
    "written": "2026-11-22",
    "checked": "[]",
    "next_check": "2027-11-22",
    "sources": "[]",
    "related": "[]",
    "search_words": "[]",
}
ONE, TWO = "## Een {#one}\n\nTekst.\n\n", "## Twee {#two}\n\nTekst.\n\n"
EYES = "## Ogen {#eyes .not-yet-in-en}\n\nAcht ogen, of 12.\n\n### Brillen {#glasses}\n\nEen bril.\n\n"
WAITS = (
    f"notice: {NL}:19: the section 'eyes' is not yet in English; "
    f"write it in {EN} after 'one', and then take '.not-yet-in-en' out here"
)
HERE = "or say here that it comes later"


def page_with_body(lang: str, body: str, **more: str) -> str:
    """Return a page with a body; its first section begins on line 15."""
    keys = {key: value.format(lang=lang) for key, value in (KEYS | more).items()}
    return "---\n" + "".join(f"{key}: {value}\n" for key, value in keys.items()) + f"---\n\nTest.\n\n{body}"


IN_MENU = [write("data/menu/trial.yml", "place: 125\nnl: Test\nen: Test\n")]
BOTH = [*IN_MENU, write("data/published/trial.yml", "addresses: [/trial/, /en/trial/]\n")]
ALONE = [*IN_MENU, write("data/published/trial.yml", "addresses: [/trial/]\n")]

ROWS = [
    Row(
        "a section that waits for its translation, with one below it, which is a notice",
        [
            *BOTH,
            write(NL, page_with_body("nl", ONE + EYES + TWO)),
            write(EN, page_with_body("en", ONE + TWO)),
        ],
        [WAITS],
    ),
    Row(
        "the first section of a page, and the last one, that wait",
        [
            *BOTH,
            write(
                NL,
                page_with_body(
                    "nl", "## Ogen {#eyes .not-yet-in-en}\n\nJa.\n\n" + ONE + EYES.replace("#eyes", "#ears")
                ),
            ),
            write(EN, page_with_body("en", ONE)),
        ],
        [
            f"notice: {NL}:15: the section 'eyes' is not yet in English; "
            f"write it in {EN} at its beginning, and then take '.not-yet-in-en' out here",
            f"notice: {NL}:23: the section 'ears' is not yet in English; "
            f"write it in {EN} after 'one', and then take '.not-yet-in-en' out here",
        ],
    ),
    Row(
        "sections that lack their English, of which nothing says so",
        [
            *BOTH,
            write(NL, page_with_body("nl", ONE + EYES.replace(" .not-yet-in-en", "") + TWO)),
            write(EN, page_with_body("en", ONE + TWO)),
        ],
        [
            f"{NL}:19: the section 'eyes' is missing in {EN}, after 'one' (line 15); "
            f"write it there too, {HERE}: {{#eyes .not-yet-in-en}}, or take it out here",
            f"{NL}:23: the section 'glasses' is missing in {EN}, after 'one' (line 15); "
            f"write it there too, {HERE}: {{#glasses .not-yet-in-en}}, or take it out here",
        ],
    ),
    Row(
        "a section that lacks its Dutch, which comes first and cannot wait",
        [*BOTH, write(NL, page_with_body("nl", ONE)), write(EN, page_with_body("en", ONE + TWO))],
        [
            f"{EN}:19: the section 'two' is missing in {NL}, after 'one' (line 15); "
            "write it there too, or take it out here"
        ],
    ),
    Row(
        "a mark that still stands when the English has come",
        [
            *BOTH,
            write(NL, page_with_body("nl", ONE + EYES.partition("###")[0] + TWO)),
            write(EN, page_with_body("en", ONE + "## Eyes {#eyes}\n\nEight eyes, or 12.\n\n" + TWO)),
        ],
        [
            f"{NL}:19: the section 'eyes' is marked as not yet in English, and 'eyes' stands in {EN} (line 19); "
            "take '.not-yet-in-en' out here"
        ],
    ),
    Row(
        "a mark without its dot, of which nothing else is said",
        [
            *BOTH,
            write(NL, page_with_body("nl", ONE + EYES.replace(".not-yet-in-en", "not-yet-in-en") + TWO)),
            write(EN, page_with_body("en", ONE + TWO)),
        ],
        [f"{NL}:19: no dot stands before 'not-yet-in-en'; write {{#eyes .not-yet-in-en}}"],
    ),
    Row(
        "marks that are misspelt, of which nothing else is said",
        [
            *BOTH,
            write(NL, page_with_body("nl", ONE + EYES.replace(".not-yet-in-en", ".notyet-in-en") + TWO)),
            write(EN, page_with_body("en", ONE + TWO.replace("}", " .not-yet-in-eng}"))),
        ],
        [
            f"{NL}:19: the mark '.notyet-in-en' is not known; did you mean '.not-yet-in-en'?",
            f"{EN}:19: the mark '.not-yet-in-eng' belongs on the Dutch page; take it out here",
        ],
    ),
    Row(
        "a mark that is misspelt, and one on the English page",
        [
            *BOTH,
            write(NL, page_with_body("nl", ONE.replace("}", " .not-yet-in-englsh}"))),
            write(EN, page_with_body("en", ONE.replace("}", " .not-yet-in-en}"))),
        ],
        [
            f"{NL}:15: the mark '.not-yet-in-englsh' is not known; did you mean '.not-yet-in-en'?",
            f"{EN}:15: the mark '.not-yet-in-en' belongs on the Dutch page; take it out here",
        ],
    ),
    Row(
        "a passage that stands in a waiting section alone, which needs no English yet",
        [
            *BOTH,
            write("snippets/nl/eyes.md", "Tekst.\n"),
            write(NL, page_with_body("nl", ONE + EYES + '--8<-- "eyes.md"\n\n' + TWO)),
            write(EN, page_with_body("en", ONE + TWO)),
        ],
        [WAITS],
    ),
    Row(
        "a passage in Dutch alone that stands in a section with English too",
        [
            *BOTH,
            write("snippets/nl/eyes.md", "Tekst.\n"),
            write(NL, page_with_body("nl", ONE + '--8<-- "eyes.md"\n')),
            write(EN, page_with_body("en", ONE)),
        ],
        [
            "snippets/nl/eyes.md:1: the snippet 'eyes.md' has no counterpart; write snippets/en/eyes.md",
            f"{NL}:19: the snippet 'eyes.md' does not stand in the same section of {EN} (line 15); make them the same",
        ],
    ),
    Row(
        "a link to a waiting section, from both languages",
        [
            *BOTH,
            write(NL, page_with_body("nl", ONE + EYES + TWO)),
            write(EN, page_with_body("en", ONE + TWO)),
            append("docs/nl/words.md", "[Ogen](trial.md#eyes)"),
            append("docs/en/words.md", "[Eyes](trial.md#eyes)"),
        ],
        [WAITS],
    ),
    Row(
        "a page that waits for its English, to which a page in both languages is related",
        [
            *ALONE,
            write(NL, page_with_body("nl", ONE, not_yet_in="[en]")),
            write("data/menu/zebra.yml", "place: 135\nnl: Zebra\nen: Zebra\n"),
            write("data/published/zebra.yml", "addresses: [/zebra/, /en/zebra/]\n"),
            *(
                write(
                    f"docs/{lang}/zebra.md",
                    page_with_body(f"{lang} zebra", TWO, slug="zebra", related="[trial]"),
                )
                for lang in ("nl", "en")
            ),
        ],
        [f"notice: {NL}:11: this page is not yet in English; write {EN}, and then take 'en' out here"],
    ),
    Row(
        "a page that waits for its English, which hides no lost address or unused snippet",
        [
            *ALONE,
            write(NL, page_with_body("nl", ONE, not_yet_in="[en]")),
            swap("data/published/words.yml", "- /en/words/\n", "- /en/words/\n- /en/gone/\n"),
            *(write(f"snippets/{lang}/eyes.md", "Tekst.\n") for lang in ("nl", "en")),
        ],
        [
            f"notice: {NL}:11: this page is not yet in English; write {EN}, and then take 'en' out here",
            "data/published/words.yml:<3+1>: the published address /en/gone/ leads nowhere now; "
            "add 'moved_from: [gone]' to the page that took its place, so that old links keep working",
            "notice: snippets/nl/eyes.md:1: no page uses this snippet, nor snippets/en/eyes.md; "
            'use it with --8<-- "eyes.md", or take the file away',
        ],
    ),
    Row(
        "a page in Dutch alone, of which nothing says so",
        [*ALONE, write(NL, page_with_body("nl", ONE))],
        [
            f"{NL}:1: the page 'trial' exists in Dutch only; write {EN}, "
            "or say 'not_yet_in: [en]' for now, or 'only_in:' with language and reason"
        ],
    ),
    Row(
        "a page of which the English has come",
        [
            *BOTH,
            write(NL, page_with_body("nl", ONE, not_yet_in="[en]")),
            write(EN, page_with_body("en", ONE)),
        ],
        [
            f"{NL}:11: 'not_yet_in' says that there is no page in English yet, and {EN} is there; take 'en' out there"
        ],
    ),
    Row(
        "a page that is not yet in a language that the site does not have",
        [*ALONE, write(NL, page_with_body("nl", ONE, not_yet_in="[english]"))],
        [f"{NL}:11: the first of 'not_yet_in' is 'english'; write one of 'nl' or 'en'"],
    ),
]


@pytest.mark.parametrize("row", ROWS, ids=[row.sentence for row in ROWS])
def test_what_waits_is_told(
    row: Row, root: Path, new_findings: Callable[[Mapping[str, str]], list[str]]
) -> None:
    assert sorted(row.spoil(root)) == new_findings({})


def test_an_english_link_to_a_page_that_waits_leads_nowhere(
    root: Path, new_findings: Callable[[Mapping[str, str]], list[str]]
) -> None:
    for edit in (*ALONE, write(NL, page_with_body("nl", ONE, not_yet_in="[en]"))):
        edit(root)
    line = append("docs/en/words.md", "[Trial](trial.md)")(root)
    told = f"docs/en/words.md:{line}: the link 'Trial' leads to 'trial.md', and that page does not exist; known: "
    assert [one for one in new_findings({}) if one.startswith(told)]


def test_a_mark_covers_what_stands_below_its_heading() -> None:
    text = Text("x", f"{ONE}{EYES}{TWO}### Drie {{#three .not-yet-in-en}}\n", 1)
    assert [(one.heading.anchor, one.after, one.end) for one in waiting(text, "en")] == [
        ("eyes", "one", 13),
        ("three", "two", 0),
    ]
    assert anchors_waiting(text, "en") == {"eyes", "glasses", "three"}
    assert waiting(text, "nl") == ()


def test_a_mark_is_nothing_that_a_text_says() -> None:
    assert hash_text("## Ogen {#eyes .not-yet-in-en}\n\nJa.") == hash_text("## Ogen {#eyes}\n\nJa.")


NOTE = (
    '<p class="not-yet" id="eyes">Niet in het Engels: '
    '<a href="../ogen/#eyes" hreflang="nl" lang="nl">Uw ogen</a></p>'
)


@pytest.mark.parametrize(
    ("after", "before_note", "after_note"),
    [
        ("one", '<h2 id="one">A</h2><p>Text.</p>', '<h3 id="two">B</h3><p>Text.</p>'),
        ("two", '<h2 id="one">A</h2><p>Text.</p><h3 id="two">B</h3><p>Text.</p>', ""),
        ("two", '<h3 id="two">B</h3><p>Text.</p>', '<p><a class="next" href="../more/">More</a></p>'),
        ("", "<p>Text.</p>", '<h2 id="one">A</h2><p>Text.</p>'),
    ],
)
def test_a_note_stands_behind_the_section_before_it(after: str, before_note: str, after_note: str) -> None:
    body = finish_body(
        before_note + after_note,
        name="trial",
        words=WORDS,
        vocabulary=Vocabulary("en", ()),
        not_yet=[NotYet("eyes", after, "Uw ogen", "../ogen/#eyes")],
    )
    assert body == before_note + NOTE + after_note


def test_readers_of_the_dutch_page_get_no_mark() -> None:
    html = '<h2 class="not-yet-in-en" id="eyes">A</h2><h2 class="wide not-yet-in-en" id="ears">B</h2>'
    body = finish_body(html, name="trial", words=WORDS, vocabulary=Vocabulary("nl", ()))
    assert body == '<h2 id="eyes">A</h2><h2 class="wide" id="ears">B</h2>'
