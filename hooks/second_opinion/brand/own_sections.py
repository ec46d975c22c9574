"""The page that a brand makes about itself: what brand.yml says, in the sentences of data/your-hospital.yml.

Only what the brand says is shown: a section without anything to say has no heading.
"""

from __future__ import annotations

import datetime
import html
import re
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from second_opinion.brand.cases import cases_of, reads_first
from second_opinion.brand.dates import still_holds
from second_opinion.brand.files import site_path
from second_opinion.brand.model import Brand
from second_opinion.brand.route import (
    Contact,
    FileRoute,
    NamedLink,
    Paper,
    Place,
    Referral,
    SectionName,
    Span,
    WaitingTime,
    WaitingTimes,
)
from second_opinion.brand.speaker import Speaker, bullets, escape_markdown, telephone
from second_opinion.core.cache import cached_up_to
from second_opinion.core.findings import Finding
from second_opinion.core.formatting import format_day, format_euros
from second_opinion.core.markdown_text import Text
from second_opinion.core.phone import Phone
from second_opinion.core.validation import YamlDocument, validate
from second_opinion.core.yaml_parser import KeyPath
from second_opinion.data.interface import Interface
from second_opinion.data.menu import MenuItem
from second_opinion.texts.front_matter import FrontMatter, longest
from second_opinion.texts.pages import BrokenPage, Page

FILE = "data/your-hospital.yml"
OWN_PAGE = "your-hospital"
ICON = "hospital-box-outline"
PAPERS: SectionName = "papers"  # the section of leaflets and forms
FILTERED = 3  # places in a list, of which readers can choose those about one topic
MOST_POINTS = 4  # of a list in an answer on another page; who wants to read more follows the question
AT_THE_TOP = 40  # letters of a name beside the logo, which are two lines on a phone
VISIT = ("one_visit", "examined_often", "video", "telephone", "result_often_at_once", "second_visit")
FROM_AFAR = ("video", "telephone")
READERS = ("you", "gp", "treating-doctors", "referrer")  # of the report; who is told by a clause stands last


@dataclass(frozen=True)
class Section:
    """A section of the page: its anchor, its title, its blocks of Markdown, of which there is at least one.

    Other pages say its answer below the title, which is a question there, and behind it what the brand adds in words of
    its own: that often says for whom the answer does not hold, and is the answer where nothing else is. The page for
    who hears a no has what ``answers_a_no`` alone.
    """

    anchor: str
    title: str
    blocks: Sequence[str]
    answer: Sequence[str]
    own_line: Sequence[str]
    answers_a_no: bool


@dataclass(frozen=True)
class SectionPlan:
    """How a section is made: the name of the words of its title, all that it says, and the part that answers the title.

    What ``answer`` does not return is on the own page alone, and on no other page. Its end leads on.
    """

    title: str
    say: Callable[[Speaker], list[str]]
    answer: Callable[[Speaker], list[str]] = lambda _: []
    lead_on: Callable[[Speaker], list[str]] = lambda _: []
    answers_a_no: Callable[[Speaker], bool] = lambda _: True


@cached_up_to(4)
def own_sections(speaker: Speaker) -> list[Section]:
    """Return the sections of the page about a brand, in the order of what a patient does; questions come last."""
    every_section = (_section(speaker, anchor, plan) for anchor, plan in SECTIONS.items())
    return [section for section in every_section if section.blocks]


def _section(speaker: Speaker, anchor: SectionName, plan: SectionPlan) -> Section:
    """Return a section, which has no blocks where nothing is said in it."""
    own = _own_line(speaker, anchor)
    answer = plan.answer(speaker) or own
    blocks = [*plan.say(speaker), *own, *_papers(speaker, anchor)]
    return Section(
        anchor,
        speaker.words[_title_of(speaker, plan.title)],
        [*blocks, *plan.lead_on(speaker)] if blocks else [],
        answer,
        own if answer != own else [],
        plan.answers_a_no(speaker),
    )


def _own_line(speaker: Speaker, section: SectionName) -> list[str]:
    """Return what the brand adds to a section in words of its own."""
    line = speaker.brand.own_lines.get(section)
    return [speaker.say(line)] if line else []


def _title_of(speaker: Speaker, title: str) -> str:
    """Return the name of the words of a title: others where those would ask what its section does not answer.

    So it is of a house for one disease, of a network, where patients book themselves, and where only a way without a
    visit is named.
    """
    if title == "report_title" and speaker.brand.elsewhere:
        return "report_there_title"
    specialties = speaker.brand.specialties
    if title == "specialties_title" and specialties is not None and specialties.disease is not None:
        return "disease_title"
    if title == "visit_title" and not _own_line(speaker, "visit") and _names_only(speaker, FROM_AFAR):
        return "afar_title"
    appointment = speaker.brand.appointment
    is_booked = appointment is not None and appointment.made == "by-patient" and appointment.always is None
    return "needed_title" if title == "invited_title" and is_booked else title


# ---- what each section says


def _given_elsewhere(speaker: Speaker) -> list[str]:
    """Return who gives second opinions in the place of the brand."""
    return [speaker.named(speaker.words.elsewhere)] if speaker.brand.elsewhere else []


def _elsewhere(speaker: Speaker) -> list[str]:
    elsewhere, words = speaker.brand.elsewhere, speaker.words
    if elsewhere is None:
        return []
    blocks = _given_elsewhere(speaker)
    if elsewhere.questions_about:
        things = speaker.listed(map(speaker.say, elsewhere.questions_about))
        blocks.append(words.elsewhere_questions.format(things=things))
    blocks += [_directory(speaker, elsewhere.places)] if elsewhere.places else []
    if elsewhere.directory:
        blocks.append(speaker.link(words.elsewhere_directory, elsewhere.directory))
    return blocks


def _directory(speaker: Speaker, places: Sequence[Place]) -> str:
    """Return the list of places as HTML, which a script gives a filter where it is long enough for one."""
    words, lang, text = speaker.words, speaker.lang, html.escape

    def item(place: Place) -> str:
        about = [topic.in_language(lang) for topic in place.about]
        lines = [
            f"<strong>{text(place.name)}</strong>, {text(place.town)}",
            text(words.place_about.format(things=speaker.listed(about))),
        ]
        if place.phone:
            lines.append(text(words.to_call).format(phone=place.phone.link))
        if place.address:
            link = text(words.place_site.format(name=place.name))
            lines.append(f'<a href="{text(place.address)}">{link}</a>')
        return f'<li data-about="{text("|".join(about))}">{"<br>".join(lines)}</li>'

    data = {
        "label": words.filter_label,
        "all": words.filter_all,
        "count": words.filter_count,
    }
    said = " ".join(f'data-word-{key}="{text(value)}"' for key, value in data.items())
    filtered = f' data-module="directory" {said}' if len(places) >= FILTERED else ""
    items = "\n".join(item(place) for place in places)
    return f'<ul class="directory"{filtered}>\n{items}\n</ul>'


def _contact(speaker: Speaker) -> list[str]:
    contact, words = speaker.brand.contact, speaker.words
    if contact is None:
        return []
    blocks = []
    if contact.department:
        blocks.append(words.contact_department.format(department=speaker.say(contact.department)))
    blocks += bullets(speaker.ways(contact))
    if contact.answer_time:
        blocks.append(words.contact_answer.format(time=speaker.say(contact.answer_time)))
    return blocks


def _specialties(speaker: Speaker) -> list[str]:
    specialties, words = speaker.brand.specialties, speaker.words
    if specialties is None:
        return []
    names = bullets(map(speaker.say, specialties.names))
    if specialties.disease:
        said = words.disease_kinds if names else words.disease
        return [said.format(disease=speaker.say(specialties.disease)), *names]
    blocks = [words.specialties_all] if specialties.all else []
    blocks += [words.specialties_some, *names] if names else []
    if specialties.mental_health is False:
        return [*blocks, words.no_mental_health]
    return [*blocks, words.mental_health] if specialties.mental_health and names else blocks


def _moment(speaker: Speaker) -> list[str]:
    moment, words = speaker.brand.moment, speaker.words
    if moment is None:
        return []
    blocks = [words.moment_after_plan] if moment.after_plan else []
    return [*blocks, words.moment_urgent] if moment.urgent else blocks


def _who_refers(speaker: Speaker) -> list[str]:
    """Return who may refer, who may not, and who does so best, as one paragraph."""
    referral, words = speaker.brand.referral, speaker.words
    if referral is None:
        return []
    who = _name_of_referrers(referral)
    said = [words[f"referral_{_part_of_name(who)}"]]
    if referral.only and len(referral.by) == 1:
        said.append(words[f"only_{_part_of_name(who)}"])
    if preferred := referral.preferred:
        said.append(words[f"preferred_{_part_of_name(preferred)}"])
    return [" ".join(said)]


def _referral(speaker: Speaker) -> list[str]:
    """Return who refers, and why rather not the GP, as one paragraph."""
    referral, words, said = speaker.brand.referral, speaker.words, _who_refers(speaker)
    if referral and referral.preferred == "treating-doctor":
        is_brought = "file-brought" in cases_of(speaker.brand)
        said.append(words.gp_takes_longer_brought if is_brought else words.gp_takes_longer)
    return [" ".join(said)] if said else []


def _name_of_referrers(referral: Referral) -> str:
    """Return who may refer, as part of the name of words."""
    return "both" if len(set(referral.by)) == 2 else referral.by[0]


def _part_of_name(choice: str) -> str:
    """Return a choice of brand.yml as part of the name of its words."""
    return choice.replace("-", "_")


def _way_of_file(speaker: Speaker) -> list[str]:
    """Return who brings the file, or else how a doctor sends it."""
    file = speaker.brand.file
    return (_brought(speaker, file) or _sent(speaker, file)) if file else []


def _file(speaker: Speaker) -> list[str]:
    file, words = speaker.brand.file, speaker.words
    if file is None:
        return []
    blocks = [*_brought(speaker, file), *_sent(speaker, file)]
    if file.disc:
        blocks.append(words.file_disc_often if file.disc_often else words.file_disc)
    blocks += [words.file_images_with_referral] if file.images_with_referral else []
    blocks += [words.file_asked_elsewhere] if file.asked_elsewhere else []
    if file.contents:
        blocks += [words.file_contents, *bullets(map(speaker.say, file.contents))]
    if file.languages:
        blocks.append(words.file_languages.format(languages=speaker.languages(file.languages)))
    return blocks


def _sent(speaker: Speaker, file: FileRoute) -> list[str]:
    """Return the ways in which a doctor sends the file, and how scans come."""
    words = speaker.words
    ways = [speaker.link(words.file_portal, file.portal)] if file.portal else []
    if file.post:
        ways.append(words.file_post.format(address=", ".join(map(escape_markdown, file.post))))
    if isinstance(file.fax, Phone):
        ways.append(words.file_fax.format(number=escape_markdown(file.fax.shown)))
    elif file.fax:
        ways.append(words.file_fax_portal)
    images = [words.file_images.format(way=speaker.say(file.images))] if file.images else []
    if file.by == ["you"]:
        return [f"{said}." for said in images]
    return [words.file_by, *bullets([*ways, *images])] if ways or images else []


def _brought(speaker: Speaker, file: FileRoute) -> list[str]:
    """Return who brings the file, each way a sentence."""
    words = speaker.words
    asked = words.brought_us_written if file.written_consent else words.brought_us
    you = words.brought_you_first if reads_first(speaker.brand) else words.brought_you
    said = {"your-doctor": words.brought_your_doctor, "us": asked, "you": you}
    ways = [said[who] for who in file.by]
    return [words.brought, *bullets(ways)] if len(ways) > 1 else ways


def _what_happens(speaker: Speaker) -> list[str]:
    """Return what is done with a request, and what a patient hears of it."""
    review, words = speaker.brand.review, speaker.words
    if review is None:
        return []
    blocks = []
    if review.working_days:
        blocks.append(_reading(speaker, review.working_days))
    if review.confirmation is not None:
        blocks.append(words.review_confirmation if review.confirmation else words.review_no_confirmation)
    if review.team_meeting:
        blocks.append(words.review_team_meeting)
    return blocks


def _review(speaker: Speaker) -> list[str]:
    review, words = speaker.brand.review, speaker.words
    blocks = _what_happens(speaker)
    if review and review.status:
        department = review.status.department
        asked = (
            words.review_status.format(department=speaker.say(department))
            if department
            else words.review_status_plain
        )
        ways = bullets(speaker.ways(review.status))
        is_told = bool(ways) and _is_below_contact(review.status, speaker.brand.contact)
        blocks += [f"{asked} [{words.review_status_contact}](#contact)."] if is_told else [asked, *ways]
    return blocks


def _is_below_contact(asked: Contact, contact: Contact | None) -> bool:
    """Tell whether every way to reach someone stands below the contact of the hospital already."""
    named = ("general_phone", "email", "form", "hours")
    if contact is None or any(getattr(asked, name) not in (None, getattr(contact, name)) for name in named):
        return False
    return asked.phone is None or (contact.phone is not None and asked.phone.dialled == contact.phone.dialled)


def _reading(speaker: Speaker, days: int) -> str:
    """Return how long the reading of a file takes, and what a patient who does not book then hears."""
    words, appointment = speaker.words, speaker.brand.appointment
    takes = words.review_day if days == 1 else words.review_days.format(days=days)
    if appointment and appointment.made == "by-patient":
        return takes
    return f"{takes} {_heard_then(speaker)}"


def _heard_then(speaker: Speaker) -> str:
    """Return what a patient hears once the file has been read: when to come, or first whether."""
    words, appointment = speaker.words, speaker.brand.appointment
    return words.review_when if appointment and appointment.always else words.review_invited


def _who_makes_it(speaker: Speaker) -> list[str]:
    """Return who makes the appointment, and where a patient can, as one paragraph."""
    appointment, words = speaker.brand.appointment, speaker.words
    if appointment is None:
        return []
    if appointment.made == "by-patient":
        return [" ".join([words.made_by_patient, *_booked_at(speaker)])]
    if appointment.made:
        by_us = [] if speaker.brand.elsewhere else [words.made_then_by_us]
        said = {
            "by-hospital": words.made_by_hospital,
            "by-hospital-after-file": " ".join([words.made_after_file, _heard_then(speaker), *by_us]),
        }
        return [said[appointment.made]]
    return [speaker.link(words.made_by_patient_link, appointment.address)] if appointment.address else []


def _booked_at(speaker: Speaker) -> list[str]:
    """Return where patients make the appointment: at the address for it, and at the number of who answers all calls."""
    appointment, contact, words = speaker.brand.appointment, speaker.brand.contact, speaker.words
    ways = []
    if appointment and appointment.address:
        link = speaker.link(words.our_website, appointment.address)
        ways.append(words.made_by_patient_site.format(link=link))
    if contact and contact.phone and not contact.department:
        call = words.made_by_patient_phone_too if ways else words.made_by_patient_phone
        ways.append(call.format(phone=telephone(contact.phone)))
    return ways


def _how_to_get_it(speaker: Speaker) -> list[str]:
    """Return how a patient gets the appointment: who makes it, and who tells what is known later."""
    appointment, words = speaker.brand.appointment, speaker.words
    if appointment is None:
        return []
    blocks = _who_makes_it(speaker)
    status = speaker.brand.review.status if speaker.brand.review else None
    if appointment.made == "by-hospital" and status and status.department:
        blocks.append(words.made_by_department.format(department=speaker.say(status.department)))
    if appointment.made == "by-hospital" and not appointment.one_visit:
        blocks.append(words.made_tests)
    return blocks


def _appointment(speaker: Speaker) -> list[str]:
    appointment, blocks = speaker.brand.appointment, _how_to_get_it(speaker)
    return (
        [*blocks, speaker.words.preferred_doctor] if appointment and appointment.preferred_doctor else blocks
    )


def _names_only(speaker: Speaker, ways: Collection[str]) -> bool:
    """Tell whether a hospital says of what happens at the appointment only that it can be in some of these ways."""
    appointment = speaker.brand.appointment
    return all(name in ways for name in VISIT if getattr(appointment, name, False))


def _visit(speaker: Speaker) -> list[str]:
    """Return what happens at the appointment, and how, as one paragraph."""
    appointment, words = speaker.brand.appointment, speaker.words
    if appointment is None:
        return []
    instead = "_instead" if appointment.one_visit else ""
    said = (f"{name}{instead}" if name in FROM_AFAR else name for name in VISIT if getattr(appointment, name))
    sentences = " ".join(words[name] for name in said)
    return [sentences] if sentences else []


def _invited(speaker: Speaker) -> list[str]:
    appointment, words = speaker.brand.appointment, speaker.words
    if appointment is None:
        return []
    when, when_not = (
        bullets(map(speaker.say, reasons)) for reasons in (appointment.when, appointment.when_not)
    )
    first = [words.usually] if appointment.usually else []
    if not first and appointment.always is not None:
        first.append(words.always if appointment.always else words.not_always)
    first += [words.advice_from_file] if appointment.advice_from_file else []
    blocks = [" ".join(first)] if first else []
    if when:
        blocks += [words.needed_when if appointment.made == "by-patient" else words.invited_when, *when]
    has_others = appointment.usually or appointment.other_reasons
    not_if = words.invited_not_usually if has_others else words.invited_when_not
    return [*blocks, not_if, *when_not] if when_not else blocks


def _says_who_is_not_invited(speaker: Speaker) -> bool:
    """Tell whether a hospital says when there is no appointment, or that someone who gets none hears so."""
    appointment = speaker.brand.appointment
    return appointment is not None and (
        bool(appointment.when_not) or appointment.usually or appointment.advice_from_file
    )


def _waiting(speaker: Speaker) -> list[str]:
    waiting, words = speaker.brand.waiting_times, speaker.words
    if waiting is None:
        return []
    own_table, (announced, waits) = _own_table_of_waits(speaker, waiting), _waits_that_hold(speaker, waiting)
    who_makes_it = speaker.brand.appointment.made if speaker.brand.appointment else None
    is_read_first = speaker.brand.review is not None and who_makes_it != "by-patient"
    guide = [words.waiting_guide, *([words.waiting_after_review] if is_read_first else [])]
    if not waits:
        return [" ".join(guide), *own_table] if own_table else []
    rows = [f"| {speaker.say(entry.specialty)} | {_weeks(words, entry.weeks)} |" for entry in waits]
    disease = _disease(speaker)
    of_what = words.waiting_disease.format(disease=disease) if disease else words.waiting_specialty
    table = "\n".join([f"| {of_what} | {words.waiting_weeks} |", "|---|---|", *rows])
    return [announced, table, " ".join(guide), *own_table]


def _wait(speaker: Speaker) -> list[str]:
    """Return how long people wait at each specialty where these are few, or else where that stands."""
    waiting, words = speaker.brand.waiting_times, speaker.words
    if waiting is None:
        return []
    announced, waits = _waits_that_hold(speaker, waiting)
    if not 0 < len(waits) <= MOST_POINTS:
        return [f"{words.waiting_guide} {link}" for link in _own_table_of_waits(speaker, waiting)]
    points = []
    for entry in waits:
        said = words.waiting_one_week if entry.weeks == Span(1, 1) else words.waiting_in_weeks
        points.append(said.format(specialty=speaker.say(entry.specialty), weeks=_weeks(words, entry.weeks)))
    return [announced, *bullets(points)]


def _waits_that_hold(speaker: Speaker, waiting: WaitingTimes) -> tuple[str, Sequence[WaitingTime]]:
    """Return what announces the waits with their day, and those that may still be shown."""
    if waiting.date is None or not still_holds("waiting_times.date", waiting.date, speaker.today):
        return "", []
    return speaker.words.waiting_on.format(date=format_day(waiting.date, speaker.lang)), waiting.weeks


def _own_table_of_waits(speaker: Speaker, waiting: WaitingTimes) -> list[str]:
    """Return the link to the waits on the site of the hospital."""
    words, disease = speaker.words, _disease(speaker)
    link = words.waiting_link_disease.format(disease=disease) if disease else words.waiting_link
    return [speaker.link(link, waiting.address)] if waiting.address else []


def _disease(speaker: Speaker) -> str:
    """Return the one disease that a house is for; nothing for any other one."""
    specialties = speaker.brand.specialties
    return speaker.say(specialties.disease) if specialties and specialties.disease else ""


def _weeks(words: Interface, span: Span) -> str:
    if span.low == span.high:
        return str(span.low)
    return words.weeks_between.format(low=span.low, high=span.high)


def _studies(speaker: Speaker) -> list[str]:
    studies, words = speaker.brand.studies, speaker.words
    if studies is None:
        return []
    blocks = [words.studies_reason] if studies.reason else []
    blocks += [words.studies_judged] if studies.judged else []
    return [*blocks, speaker.link(words.studies_link, studies.address)] if studies.address else blocks


def _payment(speaker: Speaker) -> list[str]:
    """Return what a patient pays, and to whom."""
    costs, words = speaker.brand.costs, speaker.words
    blocks = [words.insurer_first] if costs.insurer_first else []
    if costs.advance is not None:
        amount = format_euros(costs.advance, speaker.lang)
        blocks.append(f"{words.costs_insurer} {words.costs_advance.format(amount=amount)}")
    if costs.prices:
        rows = [
            f"| {speaker.say(price.what)} | {format_euros(price.euro, speaker.lang)} |"
            for price in costs.prices
        ]
        table = "\n".join([f"| {words.price_of} | {words.price} |", "|---|---|", *rows])
        blocks += [words.costs_price_table, table]
    return blocks


def _price_list(speaker: Speaker) -> list[str]:
    """Return where a patient finds or asks what something costs, as one list."""
    costs, words = speaker.brand.costs, speaker.words
    ways = [f"[{words.costs_prices}](<{costs.price_list}>)"] if costs.price_list else []
    if costs.phone:
        ways.append(words.costs_phone.format(phone=telephone(costs.phone)))
    return bullets(ways)


def _costs(speaker: Speaker) -> list[str]:
    paid = [*_payment(speaker), *_date_of_amounts(speaker), *_who_tells_of_payment(speaker)]
    return [*paid, *_price_list(speaker), *_contracts(speaker)]


def _date_of_amounts(speaker: Speaker) -> list[str]:
    """Return on which day the amounts were right."""
    costs, words = speaker.brand.costs, speaker.words
    if not costs.date or not costs.amounts():
        return []
    said = words.costs_date if len(costs.amounts()) > 1 else words.costs_date_one
    return [said.format(date=format_day(costs.date, speaker.lang))]


def _who_tells_of_payment(speaker: Speaker) -> list[str]:
    department, words = speaker.brand.costs.department, speaker.words
    return [words.costs_department.format(department=speaker.say(department))] if department else []


def _told_of_costs(speaker: Speaker) -> list[str]:
    """Return what a patient pays, when that was right and who tells of it, or else where it is asked.

    The day is left out with prices that are too many for an answer.
    """
    paid, is_short = _payment(speaker), len(speaker.brand.costs.prices) <= MOST_POINTS
    if not paid:
        return _price_list(speaker)
    return [*paid, *(_date_of_amounts(speaker) if is_short else ()), *_who_tells_of_payment(speaker)]


def _who_pays(speaker: Speaker) -> list[str]:
    return [f"[{speaker.words.costs_page}](costs.md#who-pays)"]


def _contracts(speaker: Speaker) -> list[str]:
    contracts, words, lang = speaker.brand.costs.contracts_on(speaker.today), speaker.words, speaker.lang
    if contracts is None:
        return []
    insurers = speaker.listed(map(escape_markdown, contracts.insurers))
    until, date = format_day(contracts.until, lang), format_day(contracts.date, lang)
    return [words.costs_contracts.format(insurers=insurers, until=until, date=date)]


def _report(speaker: Speaker) -> list[str]:
    report, words = speaker.brand.report, speaker.words
    if report is None:
        return []
    people = speaker.listed(words[f"to_{_part_of_name(person)}"] for person in READERS if person in report.to)
    said = [words.report_to.format(people=people)]
    if report.unless_you_object:
        said.append(words.report_unless)
    if report.copy_on_request:
        said.append(words.report_copy)
    return [" ".join(said)]


def _policy(speaker: Speaker) -> list[str]:
    """Return whether a treatment can go on at the hospital."""
    takeover = speaker.brand.takeover
    return [speaker.words[f"takeover_{_part_of_name(takeover.policy)}"]] if takeover else []


def _takeover(speaker: Speaker) -> list[str]:
    takeover, words = speaker.brand.takeover, speaker.words
    if takeover is None:
        return []
    blocks = _policy(speaker)
    blocks += [words.takeover_until_then] if takeover.until_then else []
    reasons = bullets(map(speaker.say, takeover.reasons))
    announced = words.takeover_reasons if len(takeover.reasons) > 1 else words.takeover_reason
    if takeover.policy == "possible":
        announced = words.takeover_sometimes_not
    return [*blocks, announced, *reasons] if reasons else blocks


def _from_abroad(speaker: Speaker) -> list[str]:
    abroad = speaker.brand.from_abroad
    if abroad is None:
        return []
    file = speaker.brand.file
    is_sent = file is None or not file.by or "your-doctor" in file.by
    said = speaker.words.abroad if is_sent else speaker.words.abroad_not_sent
    return [said.format(languages=speaker.languages(abroad.languages))]


def _papers(speaker: Speaker, section: str) -> list[str]:
    """Return the papers of a section: those that name it, where it says something; the others stand in a list."""
    return bullets(
        _paper(speaker, paper)
        for paper in speaker.brand.papers
        if section == (paper.section if paper.section and SECTIONS[paper.section].say(speaker) else PAPERS)
    )


def _paper(speaker: Speaker, paper: Paper) -> str:
    title = speaker.say(paper.title)
    if paper.file:
        file, lang = paper.file.in_language(speaker.lang)
        title = speaker.link_to_file(title, site_path(file), lang)
    elif paper.address:
        title = speaker.link(title, paper.address)
    return (
        f"{title}, {speaker.words.paper_code.format(code=escape_markdown(paper.code))}"
        if paper.code
        else title
    )


def _more(speaker: Speaker) -> list[str]:
    links = speaker.brand.links
    portal = [speaker.link(speaker.words.portal, links.patient_portal)] if links.patient_portal else []
    return bullets([*portal, *(_named(speaker, link) for link in links.more)])


def _named(speaker: Speaker, link: NamedLink) -> str:
    """Return a link under a name of the hospital's own: to another site, or to a page of this one."""
    title = speaker.say(link.title)
    return speaker.link(title, link.address) if link.address else f"[{title}]({link.page}.md)"


def _complaints(speaker: Speaker) -> list[str]:
    complaints, words = speaker.brand.complaints, speaker.words
    if complaints is None:
        return []
    form = [speaker.link(words.complaints_form, complaints.form)] if complaints.form else []
    ways = speaker.ways(Contact(phone=complaints.phone, email=complaints.email))
    return [words.complaints.format(officer=speaker.say(complaints.officer)), *bullets([*ways, *form])]


def _hard_to_ask(speaker: Speaker) -> list[str]:
    return [speaker.words.hard_to_ask] if speaker.brand.hard_to_ask else []


SECTIONS: Mapping[SectionName, SectionPlan] = {
    "where-to-go": SectionPlan("elsewhere_title", _elsewhere, answer=_given_elsewhere),
    "specialties": SectionPlan("specialties_title", _specialties),
    "moment": SectionPlan("moment_title", _moment, answer=_moment),
    "referral": SectionPlan("referral_title", _referral, answer=_who_refers),
    "your-file": SectionPlan("file_title", _file, answer=_way_of_file),
    "application": SectionPlan("review_title", _review, answer=_what_happens),
    "appointment": SectionPlan("appointment_title", _appointment, answer=_how_to_get_it),
    "invited": SectionPlan("invited_title", _invited, answer=_invited, answers_a_no=_says_who_is_not_invited),
    "waiting": SectionPlan("waiting_title", _waiting, answer=_wait),
    "visit": SectionPlan("visit_title", _visit, answer=_visit),
    "studies": SectionPlan("studies_title", _studies),
    "costs": SectionPlan("costs_title", _costs, answer=_told_of_costs, lead_on=_who_pays),
    "report": SectionPlan("report_title", _report, answer=_report),
    "takeover": SectionPlan("takeover_title", _takeover, answer=_takeover),
    "from-abroad": SectionPlan("abroad_title", _from_abroad, answer=_from_abroad),
    "hard-to-ask": SectionPlan("hard_to_ask_title", _hard_to_ask),
    "contact": SectionPlan("contact_title", _contact),
    PAPERS: SectionPlan("papers_title", lambda _: []),  # but those of no other section
    "more": SectionPlan("more_title", _more),
    "complaints": SectionPlan("complaints_title", _complaints, answer=_complaints),
}


# ---- the page


def own_pages(
    document: YamlDocument,
    brand: Brand,
    words: Mapping[str, Interface],
    today: datetime.date,
    added: Sequence[str] = (),
) -> tuple[list[Page | BrokenPage], MenuItem | None, list[Finding]]:
    """Return the page about a brand in each of its languages and its entry in the menu; nothing without sections.

    It leads on to the pages that the brand ``added``.
    """
    pages: list[Page | BrokenPage] = []
    findings: list[Finding] = []
    for lang in brand.languages:
        sections = own_sections(Speaker(brand, lang, words[lang], today))
        too_long = _check_name(document, brand, lang, words[lang], has_page=bool(sections))
        findings += too_long
        if sections:
            page, found = _page(document, Speaker(brand, lang, words[lang], today), sections, added)
            pages.append(page)
            findings += [] if too_long else found
    if not pages:
        return [], None, findings
    labels = {lang: said[words_of(brand, "menu")] for lang, said in words.items()}
    shown = {"header": True, "footer": True}
    return pages, MenuItem.model_validate({"page": OWN_PAGE, "icon": ICON, **shown, **labels}), findings


def pages_unread(file: str, languages: Iterable[str]) -> list[Page | BrokenPage]:
    """Return the page about a brand that cannot be read, with every section to which its own texts may lead."""
    text = Text(file, "\n\n".join(f"## {anchor} {{#{anchor}}}" for anchor in SECTIONS) + "\n")
    return [BrokenPage(lang, OWN_PAGE, file, text) for lang in languages]


def _title_and_description(brand: Brand, lang: str, words: Interface) -> dict[str, str]:
    """Return what the front matter of the page says of a brand."""
    return {
        "title": words[words_of(brand, "title")].format(**brand.names_in(lang, short=True)),
        "description": words[words_of(brand, "description")].format(**brand.names_in(lang, short=False)),
    }


def words_of(brand: Brand, name: str) -> str:
    """Return the name of words, which are others for an organisation that gives no second opinions itself."""
    return f"{name}_elsewhere" if brand.elsewhere else name


def _check_name(
    document: YamlDocument, brand: Brand, lang: str, words: Interface, *, has_page: bool
) -> list[Finding]:
    """Find a name that is too long for the top of each page, or for what the page about the brand says of itself."""
    short, name, said = (
        brand.short_name_in(lang),
        brand.name_in(lang),
        _title_and_description(brand, lang, words),
    )
    key = "short_name" if brand.short_name else "name"
    top, described = AT_THE_TOP, len(name)
    where = "at the top of a page"
    if has_page and words_of(brand, "title") not in brand.sentences:
        top = min(top, longest("title") - len(said["title"]) + len(short))
        where += " and in the title of your own page"
    if has_page and words_of(brand, "description") not in brand.sentences:
        described = longest("description") - len(said["description"]) + len(name)
    if len(short) > top:
        place, length, most = (key, lang), len(short), top
    elif len(name) > described:
        place, length, most, where = (
            ("name", lang),
            len(name),
            described,
            "in the description of your own page",
        )
    else:
        return []
    wrong = f"'{'.'.join(place)}' has {length} characters, and {most} fit {where}"
    needs_another = place[0] == "name" and length == len(short) and brand.short_name is None
    do = (
        f"give a 'short_name' of at most {most} beside it"
        if needs_another
        else f"shorten it by {length - most}"
    )
    return [Finding(document.file, document.line(*place), wrong, do)]


def _page(
    document: YamlDocument, speaker: Speaker, sections: Sequence[Section], added: Sequence[str]
) -> tuple[Page | BrokenPage, list[Finding]]:
    """Return the page in one language, with what is wrong with the words of data/your-hospital.yml at its top."""
    brand, lang, words = speaker.brand, speaker.lang, speaker.words
    date = brand.updated or speaker.today
    named_already = {link.page for link in brand.links.more}
    number = speaker.to_call(brand.contact) if brand.contact else ""
    body = [speaker.named(words[words_of(brand, "lead")], short=False), *([number] if number else [])]
    for section in sections:
        body += [f"## {section.title} {{#{section.anchor}}}", *section.blocks]
    text = Text(document.file, "\n\n".join(body) + "\n")
    said: dict[str, object] = _title_and_description(brand, lang, words) | {
        "slug": words[words_of(brand, "slug")],
        "moved_from": [words.slug] if brand.elsewhere else [],
        "written": date,
        "checked": [],
        "next_check": date + datetime.timedelta(days=365),
        "sources": [],
        "related": [
            name for name in (*added, "applying", "appointment", "costs") if name not in named_already
        ],
        "search_words": [],
    }
    meta, findings = validate(_document_that_says(document, brand, lang, said), FrontMatter)
    if meta is None:
        return BrokenPage(lang, OWN_PAGE, document.file, text), findings
    return Page(lang, OWN_PAGE, document.file, meta, YamlDocument(document.file, {}, {}), text), []


def _document_that_says(
    document: YamlDocument, brand: Brand, lang: str, said: Mapping[str, object]
) -> YamlDocument:
    """Return what the front matter says as a document of the file that says it: the brand's, or ours."""
    names = {name: words_of(brand, name) for name in ("title", "description")}
    own: dict[KeyPath, int] = {
        (key,): document.line("sentences", name, lang)
        for key, name in names.items()
        if name in brand.sentences
    }
    return YamlDocument(document.file if own else FILE, said, own)


def check_disc(document: YamlDocument, brand: Brand) -> list[Finding]:
    """Give a notice of discs that may come by post, where neither an address nor a page for referrers says whereto."""
    if brand.file is None or not brand.file.disc or brand.file.post or brand.file.portal:
        return []
    wrong = "readers are told that a CD-ROM may come by post, and no address stands beside it"
    do = "write 'post' too, the address for letters, or 'portal', your page for referrers that has it"
    return [Finding(document.file, document.line("file", "disc"), wrong, do, is_fault=False)]


def check_booking(document: YamlDocument, brand: Brand) -> list[Finding]:
    """Give a notice of appointments that patients make themselves, where nothing says how.

    A line of the hospital's own below that question may say it.
    """
    appointment, contact = brand.appointment, brand.contact
    if appointment is None or appointment.made != "by-patient" or appointment.address:
        return []
    if "appointment" in brand.own_lines or (contact and contact.can_be_reached):
        return []
    wrong = "readers are told that they make the appointment themselves, and nothing says how"
    do = (
        "write 'appointment.address' too, where they make it, or 'contact.phone', the number to call, "
        "or a line of your own under 'own_lines.appointment'"
    )
    return [Finding(document.file, document.line("appointment", "made"), wrong, do, is_fault=False)]


def searches_by_section(speaker: Speaker) -> dict[str, tuple[str, ...]]:
    """Return what people type who look for a section of the page, by its anchor; of some nothing is known."""
    asked = {anchor: plan.title.replace("_title", "_asked") for anchor, plan in SECTIONS.items()}
    return {
        anchor: tuple(speaker.words[name].split(", "))
        for anchor, name in asked.items()
        if name in speaker.words
    }


# ---- what other pages show of it


HOME = "index"
REFUSED = "refused"  # the page for who hears a no
SECTIONS_BY_PAGE: Mapping[str, Sequence[SectionName]] = {  # whose questions another page answers
    HOME: (),
    "applying": ("where-to-go", "moment", "referral", "your-file", "application", "waiting"),
    REFUSED: ("where-to-go", "invited", "complaints"),
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
    shown = [section for section in asked if section.answers_a_no or page != REFUSED]
    answered = [section for section in shown if answer_of(section)]
    return answered, [section for section in shown if section not in answered]


def answer_of(section: Section) -> str:
    """Return the answer of a section as other pages say it, with the own line behind it.

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
    return "\n\n".join([*said, *section.own_line]) if said else ""


def _points(block: str) -> list[str]:
    """Return the points of a list, or of a table with two columns; none of a paragraph."""
    if block.startswith("- "):
        return [line.removeprefix("- ") for line in block.splitlines()]
    if not block.startswith("|"):
        return []
    _, _, *rows = block.splitlines()
    return [": ".join(cell.strip() for cell in ROW.split(row) if cell.strip()) for row in rows]


def _first_step(speaker: Speaker) -> list[str]:
    """Return where a patient begins: whom to ask, what follows, and the number to call."""
    brand, words = speaker.brand, speaker.words
    who_makes_it = brand.appointment.made if brand.appointment else None
    steps = [words.first_insurer] if brand.costs.insurer_first else []
    if brand.referral:
        preferred = brand.referral.preferred
        begin = "first" if not steps else "preferred" if preferred else "referral"
        steps.append(words[f"{begin}_{_part_of_name(preferred or _name_of_referrers(brand.referral))}"])
        if who_makes_it:
            steps.append(words.then_by_patient if who_makes_it == "by-patient" else words.then_by_hospital)
    elif who_makes_it == "by-patient":
        steps.append(words.made_by_patient)
    number = speaker.to_call(brand.contact) if brand.contact else ""
    return [block for block in (" ".join(steps), number) if block]
