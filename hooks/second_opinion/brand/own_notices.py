"""Notices of what the page about a brand promises, where nothing in brand.yml says how."""

from __future__ import annotations

import re

from second_opinion.brand.case_rules import is_in_case
from second_opinion.brand.model import Brand
from second_opinion.brand.route import Paper, SectionName
from second_opinion.core.findings import Finding, Message
from second_opinion.core.languages import REPORT_LANGUAGE
from second_opinion.core.refusals import describe_said
from second_opinion.core.validation import YamlDocument
from second_opinion.data.cases import OWN_WAY

SAYS_WHERE = re.compile(
    r"\d|@|\b(?:balie|portaal|app|website|desk|portal)\b", re.IGNORECASE
)  # to book or ask


def check_address_for_discs(document: YamlDocument, brand: Brand) -> list[Finding]:
    """Give a notice of discs that may come by post, where neither an address nor a page for referrers says whereto."""
    if brand.file is None or not brand.file.disc or brand.file.post or brand.file.portal:
        return []
    if brand.file.by == ["you"]:  # beside which no disc can stand, nor what would say whereto
        return []
    wrong = "readers are told that a CD-ROM may come by post, and no address stands beside it"
    do = "write 'post' too, the address for letters, or 'portal', your page for referrers that has it"
    return [Finding(document.file, document.line("file", "disc"), wrong, do, is_fault=False)]


def check_hours(document: YamlDocument, brand: Brand) -> list[Finding]:
    """Give a notice of hours at which nobody knows what number to call, so that readers get none of them."""
    contacts = {("contact",): brand.contact, ("review", "status"): brand.review and brand.review.status}
    wrong = "readers do not get these hours, as no number stands beside them that is answered then"
    do = "write 'phone' too, or take 'hours' out"
    return [
        Finding(document.file, document.line(*path, "hours"), wrong, do, is_fault=False)
        for path, contact in contacts.items()
        if contact and contact.hours and not contact.phone
    ]


def check_day_of_amounts(document: YamlDocument, brand: Brand) -> list[Finding]:
    """Give a notice of the day of amounts where there are none, so that readers do not get it."""
    if not brand.costs.date or brand.costs.amounts():
        return []
    said = describe_said(document.quoted(("costs", "date")), brand.costs.date)
    wrong = f"{said}, and readers do not get it, as no amount stands beside it"
    do = "write 'advance' or 'prices' too, or take it out"
    return [Finding(document.file, document.line("costs", "date"), wrong, do, is_fault=False)]


def check_papers(document: YamlDocument, brand: Brand) -> list[Finding]:
    """Give a notice of each leaflet or form that readers cannot open."""
    return [
        Finding(document.file, document.line("papers", index), *_message_of_unopened(paper), is_fault=False)
        for index, paper in enumerate(brand.papers)
        if not (paper.file or paper.address)
    ]


def _message_of_unopened(paper: Paper) -> Message:
    """Return what readers get of a leaflet that they cannot open, and what to do: with a code they can ask for it."""
    said, do = "alone", "write 'address' below it, or 'file' (a file in your folder)"
    otherwise = ", or 'code' where it is on paper alone"
    if paper.code:
        said, otherwise = f"and the code '{paper.code}'", "; where it is on paper alone, it may stay so"
    title = paper.title.in_language(REPORT_LANGUAGE)
    return f"readers get the title '{title}' {said}, with nothing to open", f"{do}{otherwise}"


def check_booking(document: YamlDocument, brand: Brand) -> list[Finding]:
    """Give a notice of appointments that patients make themselves, where nothing says how.

    A line of the hospital's own below that question may say it, with a number or where to go.
    """
    appointment, contact = brand.appointment, brand.contact
    if appointment is None or appointment.made != "by-patient" or appointment.address:
        return []
    if _says_where(brand, "appointment") or (contact and contact.can_be_reached):
        return []
    wrong = "readers are told that they make the appointment themselves, and nothing says how"
    do = (
        "write 'appointment.address' too, where they make it, or 'contact.phone', the number to call, "
        "or a line of your own under 'own_lines.appointment' that says where"
    )
    return [Finding(document.file, document.line("appointment", "made"), wrong, do, is_fault=False)]


def check_ways_to_ask(document: YamlDocument, brand: Brand) -> list[Finding]:
    """Give a notice of a hospital that readers are told to ask, and that nobody can reach by what the site says."""
    status = brand.review.status if brand.review else None
    is_reached = any(one and one.can_be_reached for one in (brand.contact, status))
    if not is_in_case(brand, OWN_WAY) or is_reached or _says_where(brand, "contact"):
        return []
    wrong = "readers are told to ask you, and the site has no number, email address or form of yours"
    do = (
        "write 'contact.phone' too, or 'contact.email' or 'contact.form', "
        "or a line of your own under 'own_lines.contact' that says where"
    )
    return [Finding(document.file, document.line("contact"), wrong, do, is_fault=False)]


def _says_where(brand: Brand, section: SectionName) -> bool:
    """Tell whether a line of the hospital's own in a section says where to go, or has a number."""
    line = brand.own_lines.get(section)
    return line is not None and any(SAYS_WHERE.search(line.in_language(lang)) for lang in brand.languages)
