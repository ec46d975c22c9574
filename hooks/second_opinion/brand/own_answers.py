"""What other pages say of the sections of the page about a brand: the home page how to begin, others their answers."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from second_opinion.brand.own_sections import Section, booking_site, name_of_referrers, part_of_name
from second_opinion.brand.route import SectionName
from second_opinion.brand.speaker import MOST_POINTS, Speaker, bullets
from second_opinion.core.addresses import HOME

SECTIONS_BY_PAGE: Mapping[str, Sequence[SectionName]] = {  # whose questions another page answers
    HOME: (),
    "applying": ("where-to-go", "moment", "referral", "your-file", "application", "waiting", "papers"),
    "refused": ("where-to-go",),
    "appointment": ("appointment", "invited", "visit", "report"),
    "afterwards": ("takeover",),
    "costs": ("costs",),
    "abroad": ("from-abroad",),
}
ROW = re.compile(r"(?<!\\)\|")


def blocks_for_home(speaker: Speaker, sections: Sequence[Section]) -> list[str]:
    """Return what the home page says of the brand, as Markdown: where to go instead, or how to come here."""
    where_to_go = [answer_of(section) for section in sections if section.anchor == "where-to-go"]
    return [*where_to_go, *_first_step(speaker)]


def sections_shown_on(sections: Sequence[Section], page: str) -> tuple[list[Section], list[Section]]:
    """Return the sections of which a page says the answer, and those to which it only leads, as they have none."""
    by_anchor = {section.anchor: section for section in sections}
    asked = [by_anchor[anchor] for anchor in SECTIONS_BY_PAGE[page] if anchor in by_anchor]
    answered = [section for section in asked if answer_of(section)]
    return answered, [section for section in asked if section not in answered]


def answer_to(sections: Sequence[Section], anchor: SectionName) -> str:
    """Return the answer of one section, for a page that has its place for it; nothing where there is none."""
    return next((answer_of(section) for section in sections if section.anchor == anchor), "")


def answer_of(section: Section) -> str:
    """Return the answer of a section as other pages say it, with the own line behind or before it.

    A list that is too long for it is left out with what announces it; nothing where nothing else answers the title.
    """
    said: list[str] = []
    for block in section.answer:
        points = _points(block)
        if not points:
            said.append(block)
        elif len(points) <= MOST_POINTS:
            said += bullets(points)
        else:
            said = said[:-1]
    together = [*section.own_line, *said] if section.has_own_line_first else [*said, *section.own_line]
    return "\n\n".join(together) if said else ""


def _points(block: str) -> list[str]:
    """Return the points of a list, or of a table with two columns; none of a paragraph."""
    if block.startswith("- "):
        return [line.removeprefix("- ") for line in block.splitlines()]
    if not block.startswith("|"):
        return []
    _, _, *rows = block.splitlines()
    return [": ".join(cell.strip() for cell in ROW.split(row) if cell.strip()) for row in rows]


def _first_step(speaker: Speaker) -> list[str]:
    """Return where a patient begins: whom to ask, what follows, and how to reach the hospital."""
    brand, words = speaker.brand, speaker.words
    appointment = brand.appointment
    is_booked = appointment is not None and appointment.is_booked
    steps = [words.first_insurer] if brand.costs.insurer_first else []
    if brand.referral:
        who = brand.referral.preferred or name_of_referrers(brand.referral)
        steps.append(words[f"{'next' if steps else 'first'}_{part_of_name(who)}"])
    elif steps and not is_booked:
        steps.append(words.next_ask_us)
    if is_booked:
        steps.append(words.then_by_patient if brand.referral else words.made_by_patient)
    elif steps and appointment and appointment.made:
        steps.append(words.then_by_hospital)
    steps += booking_site(speaker) if steps else []
    return [block for block in (" ".join(steps), speaker.way_to_ask) if block]
