"""What goes with a link to a page that a brand leaves out: readers lose what the notice says that they lose."""

from __future__ import annotations

import markdown
import pytest

from second_opinion.brand.selection import check_links_to_left_out
from second_opinion.core.validation import read_yaml
from second_opinion.data.interface import Interface
from second_opinion.site.body import Vocabulary, finish_body

from .making import brand_of, make_page

LEFT_OUT = "pages_left_out: [{page: child, reason: Test}]\n"
LINK = "a line, which stays"
SENTENCE, SECTION, NEXT = "a sentence, which goes", "a section, which goes", "a next step, which goes"

# What an editor wrote, what readers see of it, and what the notice calls it.
NL = [
    (
        "U zelf. Is het een kind, lees dan [hoe](child.md#who). Dan dit.",
        "<p>U zelf. Dan dit.</p>",
        SENTENCE,
    ),
    ("**Nee.** Lees [hoe](child.md).", "<p><strong>Nee.</strong> </p>", SENTENCE),
    ("Lees [hoe](child.md).", "", SENTENCE),
    ("Vraag [hoe](child.md).", "<p>Vraag hoe.</p>", LINK),
    ("Vraag het, of lees [hoe](child.md).", "<p>Vraag het, of lees hoe.</p>", LINK),
    ("Lees [hoe](child.md) en [dit](costs.md).", '<p>Lees hoe en <a href="costs.md">dit</a>.</p>', LINK),
    ("- Lees [hoe](child.md).", "<ul><li>Lees hoe.</li></ul>", LINK),
    ("- **U.** Lees [hoe](child.md).", "<ul><li><strong>U.</strong> </li></ul>", SENTENCE),
    ("1. Lees [hoe](child.md). Dan dit.", "<ol><li>Dan dit.</li></ol>", SENTENCE),
    ("[Hoe](child.md){ .next }", "", NEXT),
    ("## Uw kind {#c}\n\nLees [hoe](child.md).", '<span id="c"></span>', SECTION),
]
EN = [
    ("Ask. See [how](child.md) or [who](child.md#who). Then go.", "<p>Ask. Then go.</p>", SENTENCE),
    ("You do. If it is a child, read [how](child.md).", "<p>You do. </p>", SENTENCE),
    ("If you can, check with [them](child.md) first.", "", SENTENCE),
    ("Ask [them](child.md) first.", "<p>Ask them first.</p>", LINK),
]
CASES = [*(("nl", *case) for case in NL), *(("en", *case) for case in EN)]


@pytest.mark.parametrize(("lang", "written", "shown", "told"), CASES)
def test_readers_lose_what_the_notice_says(lang: str, written: str, shown: str, told: str) -> None:
    body = finish_body(
        markdown.markdown(written, extensions=["attr_list"]),
        name="costs",
        words=Interface({"all_words": ""}),
        vocabulary=Vocabulary(lang, ()),
        left_out={"child"},
    )
    assert body.replace("\n", "") == shown
    document, page = read_yaml(LEFT_OUT, "brand.yml"), make_page(lang=lang, body=f"{written}\n")
    (finding,) = check_links_to_left_out(document, brand_of(LEFT_OUT), [page], {lang: {}}, "")
    line = next(number for number, words in page.text.lines() if "child.md" in words)
    place = f"line {line}" if told == LINK else told
    assert finding.wrong.endswith(f"({page.file}: {place})")


def test_what_leads_to_a_page_that_stays_is_left_as_it_is() -> None:
    html = '<p>Go. See <a href="costs.md">this</a>.</p>'
    words, vocabulary = Interface({"all_words": ""}), Vocabulary("en", ())
    assert finish_body(html, name="trial", words=words, vocabulary=vocabulary, left_out={"child"}) == html
