"""What other pages show of the brand's own page: the home page what to do first, others the answers about them."""

from __future__ import annotations

from collections.abc import Sequence

from markdown import markdown
from markupsafe import Markup
from msgspec import Struct

from second_opinion.brand.own_answers import answer_of, blocks_for_home, sections_shown_on
from second_opinion.brand.own_page import words_of
from second_opinion.brand.own_sections import Section, own_sections
from second_opinion.brand.speaker import Speaker
from second_opinion.core.addresses import HOME
from second_opinion.core.phone import with_signs_kept

LEADS_ONLY = ("[", "- ")  # how a block of links begins, which tells no way of its own


class OwnLink(Struct, frozen=True):
    """A link to the brand's own page, or to a section of it, and its whole address for paper."""

    label: str
    address: str
    whole: str


class OwnAnswer(Struct, frozen=True):
    """A question that a section of the brand's own page answers, and the answer."""

    question: OwnLink
    said: Markup


class OwnBlock(Struct, frozen=True):
    """What a page shows of the brand's own page: paragraphs, answers, links there, and what the text below it is."""

    title: str
    paragraphs: Sequence[Markup] = ()
    answers: Sequence[OwnAnswer] = ()
    links: Sequence[OwnLink] = ()
    below: str = ""


def own_block(speaker: Speaker, *, page: str, address: str, whole: str) -> OwnBlock | None:
    """Return what a page shows of the brand's own page; None where nothing there matters.

    That stands at ``address`` from there, and at the ``whole`` one from elsewhere.
    The home page leads to the whole of it, another page answers some of its questions.
    """
    brand, words, sections = speaker.brand, speaker.words, own_sections(speaker)
    names = brand.names_in(speaker.lang, is_short=True)
    title = words[words_of(brand, "block")].format(**names)
    if page == HOME:
        link_to_all = OwnLink(words[words_of(brand, "more")].format(**names), address, whole)
        return OwnBlock(title, [*map(_html, blocks_for_home(speaker, sections))], links=[link_to_all])

    def link(section: Section) -> OwnLink:
        anchor = f"#{section.anchor}"
        return OwnLink(section.title, address + anchor, whole + anchor)

    answered, linked = sections_shown_on(sections, page)
    if not answered and not linked:
        return None
    said = [*map(answer_of, answered)]
    is_followed = not brand.elsewhere and any(not answer.startswith(LEADS_ONLY) for answer in said)
    return OwnBlock(
        title,
        answers=[
            OwnAnswer(link(section), _html(answer)) for section, answer in zip(answered, said, strict=True)
        ],
        links=[*map(link, linked)],
        below=words.block_first if is_followed else "",
    )


def _html(block: str) -> Markup:
    return Markup(with_signs_kept(markdown(block, extensions=["attr_list", "tables"])))
