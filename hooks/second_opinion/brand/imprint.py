"""Whose site it is: the values that the page about the site names, and the line at the foot of every page."""

from __future__ import annotations

from markdown import markdown
from markupsafe import Markup

from second_opinion.brand.model import Brand
from second_opinion.brand.own_answers import answer_to
from second_opinion.brand.own_costs import said_of_contracts
from second_opinion.brand.own_sections import own_sections, result_at_once
from second_opinion.brand.speaker import Speaker, bullets, mail
from second_opinion.core.formatting import format_day, format_euros
from second_opinion.core.phone import with_signs_kept
from second_opinion.data.interface import NamedWords
from second_opinion.data.release import Release
from second_opinion.texts.placeholders import BRAND_PREFIX

NAMES = (
    "site.name",
    "site.maker",
    "site.feedback",
    "site.contracts",
    "site.complaints",
    "site.spoken",
    "site.result_at_once",
)


def names_of_project(brand: Brand, lang: str, words: NamedWords) -> dict[str, str]:
    """Return the values that pages can name on the site without a hospital, which has a brand too."""
    return {
        "site.name": brand.name_in(lang),
        "site.maker": words.maker_project,
        "site.feedback": _feedback_of_project(brand, words),
        "site.contracts": "",
        "site.complaints": "",
    }


def names_of_hospital(speaker: Speaker, words: NamedWords, release: Release) -> dict[str, str]:
    """Return the values that pages can name in a hospital's copy, where the hospital is who speaks."""
    of_release = {"number": release.number, "date": format_day(release.date, speaker.lang)}
    maker = speaker.named(speaker.words.maker, is_short=False, **of_release)
    return {
        "site.name": speaker.brand.name_in(speaker.lang),
        "site.maker": maker,
        "site.feedback": _feedback_of_hospital(speaker, words),
        "site.contracts": "\n\n".join(said_of_contracts(speaker)),
        "site.complaints": answer_to(own_sections(speaker), "complaints"),
        "site.spoken": _spoken(speaker),
        "site.result_at_once": result_at_once(speaker),
        **{
            f"{BRAND_PREFIX}{name}": format_euros(amount, speaker.lang)
            for name, amount in speaker.brand.costs.amounts().items()
        },
    }


def _feedback_of_project(brand: Brand, words: NamedWords) -> str:
    if brand.contact and brand.contact.email:
        return words.feedback_contact.format(contact=mail(brand.contact.email))
    if brand.repository:
        return words.feedback_repository.format(repository=brand.repository)
    return words.feedback_none


def _feedback_of_hospital(speaker: Speaker, words: NamedWords) -> str:
    """Return where readers report a mistake: every way to reach the hospital, or its own site."""
    contact, home = speaker.brand.contact, speaker.brand.links.home
    if contact and (ways := speaker.ways(contact)):
        return "\n\n".join([speaker.words.report_mistake, *bullets(ways)])
    if home:
        link = speaker.link(speaker.words.our_website, home)
        return speaker.words.report_mistake_site.format(link=link)
    return _feedback_of_project(speaker.brand, words)


def _spoken(speaker: Speaker) -> str:
    """Return the languages that the doctors of a hospital speak with patients; nothing where it does not say."""
    appointment = speaker.brand.appointment
    return speaker.spoken_languages(appointment.languages) if appointment and appointment.languages else ""


def foot_contact(speaker: Speaker) -> Markup:
    """Return how to reach the brand, in one line; nothing where it says no way."""
    return _inline_html(speaker.way_to_ask) if speaker.way_to_ask else Markup()


def _inline_html(text: str) -> Markup:
    """Return a paragraph of Markdown as HTML, without the element around it."""
    html = with_signs_kept(markdown(text, extensions=["attr_list"]))
    return Markup(html.removeprefix("<p>").removesuffix("</p>"))
