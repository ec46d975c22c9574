"""What goes with a link to a page that a brand leaves out: the rule for the body of a page and for the notice of it."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from msgspec import Struct

from second_opinion.core.languages import FACTS
from second_opinion.core.markdown_text import Text, markdown_links, sentence_around


class LinkInWords(Struct, frozen=True):
    """A link in a paragraph or a point: where its words begin and end there, and the page to which it leads."""

    start: int
    end: int
    page: str


def page_of(target: str) -> str:
    """Return the name of the page to which a link leads: "child.md#who" => "child"."""
    return target.partition("#")[0].removesuffix(".md")


def without_links_to(left_out: Collection[str], text: Text) -> Text:
    """Return a text as readers get it where pages are left out: of links to those the words alone."""
    kept, end = [], 0
    for link in markdown_links(text):
        if link.start >= end and page_of(link.target) in left_out:
            kept += [text.body[end : link.start], link.words]
            end = link.end
    return Text(text.file, "".join([*kept, text.body[end:]]), text.first_line)


def sentence_that_goes(
    words: str,
    link: LinkInWords,
    links: Sequence[LinkInWords],
    *,
    is_point: bool,
    left_out: Collection[str],
    lang: str,
) -> tuple[int, int] | None:
    """Return where the sentence begins and ends that goes with a link to a page left out; None where its words stay.

    It goes where it says no more than where to read on, all ``links`` in it lead to pages left out, and it is not all
    of a point of a list: in "Ask first. See page B. Then go.", of which B is left out, "See page B. " goes.
    """
    leads_on = FACTS[lang].leads_on
    start, end = sentence_around(words, link.start, link.end)
    is_all_of_a_point = is_point and not (words[:start] + words[end:]).strip()
    if leads_on is None or not leads_on.search(words[start:end]) or is_all_of_a_point:
        return None
    inside = (one for one in links if one.start < end and one.end > start)
    return (start, end) if all(one.page in left_out for one in inside) else None
