"""The sections of the page about a brand: what brand.yml says, in the sentences of data/your-hospital.yml.

Only what the brand says is shown: a section without anything to say has no heading.
"""

from __future__ import annotations

import html
from collections.abc import Callable, Mapping, Sequence
from functools import reduce

from msgspec import Struct
from msgspec.structs import replace
from pydantic import BaseModel

from second_opinion.brand.apart import Condition
from second_opinion.brand.case_rules import (
    can_be_from_afar,
    has_scans_brought,
    is_file_read_first,
    is_in_case,
    reported_to,
)
from second_opinion.brand.files import site_path
from second_opinion.brand.model import Brand
from second_opinion.brand.own_costs import answer_of_costs, link_to_who_pays, said_of_costs
from second_opinion.brand.own_waiting import answer_of_waiting, said_of_waiting
from second_opinion.brand.route import (
    Appointment,
    Complaints,
    Contact,
    Elsewhere,
    FileRoute,
    FromAbroad,
    Moment,
    NamedLink,
    Paper,
    Place,
    Referral,
    ReportRoute,
    RequestHandling,
    SectionName,
    Specialties,
    Studies,
    Takeover,
)
from second_opinion.brand.speaker import Speaker, bullets, escape_markdown, said_where, telephone
from second_opinion.core.cache import cached_up_to
from second_opinion.core.phone import Phone

PAPERS: SectionName = "papers"  # the section of leaflets and forms
FILTERED = 3  # places in a list, of which readers can choose those about one topic
VISIT = ("one_visit", "examined_often", "video", "telephone", "result_at_once", "second_visit")
FROM_AFAR = ("video", "telephone")
READERS = ("you", "gp", "treating-doctors", "referrer")  # of the report; who is told by a clause stands last


class Section(Struct, frozen=True):
    """A section of the page: its anchor, its title, its blocks of Markdown, of which there is at least one.

    Other pages say its answer below the title, which is a question there, and behind it what the brand adds in words of
    its own: that often says for whom the answer does not hold, and is the answer where nothing else is.
    """

    anchor: str
    title: str
    blocks: Sequence[str]
    answer: Sequence[str]
    own_line: Sequence[str]
    has_own_line_first: bool


class SectionTitle(Struct, frozen=True):
    """A title in the place of the usual one: the name of its words, the keys that it covers, and in which house.

    It stands where these keys say all that the section says: beside any other key, or a line of the hospital's own that
    is not among them, the title is the usual one.
    """

    words: str
    covers: Sequence[str]
    is_of_house: Callable[[Brand], bool] = lambda _: True


class SectionPlan(Struct, frozen=True):
    """How a section is made: the name of the words of its title, all that it says, and the part that answers the title.

    What ``answer`` does not return is on the own page alone, and on no other page. Whom to ask stands behind what it
    says, and its leaflets behind that. Its end leads on. Of ``other_titles`` the first that covers all that is said
    takes the place of the usual one. What people type who look for the section has the name of its title; what
    they type for less than all of it stands in ``searches``, with the keys of which one has to be said.
    """

    title: str
    say: Callable[[Speaker], list[str]]
    answer: Callable[[Speaker], list[str]] = lambda _: []
    ask: Callable[[Speaker], list[str]] = lambda _: []
    lead_on: Callable[[Speaker], list[str]] = lambda _: []
    other_titles: Sequence[SectionTitle] = ()
    searches: Mapping[str, Sequence[str]] = {}


@cached_up_to(4)
def own_sections(speaker: Speaker) -> list[Section]:
    """Return the sections of the page about a brand, in the order of what a patient does; questions come last."""
    every_section = (_section(speaker, anchor, plan) for anchor, plan in SECTIONS.items())
    return [section for section in every_section if section]


def _section(speaker: Speaker, anchor: SectionName, plan: SectionPlan) -> Section | None:
    """Return a section; None where nothing is said in it."""
    own, said = _own_line(speaker, anchor), plan.say(speaker)
    is_first = anchor in speaker.brand.own_lines_first
    answer = plan.answer(speaker) or own
    said = [*own, *said] if is_first else [*said, *own]
    blocks = [*said, *plan.ask(speaker)]
    blocks += _behind(blocks, _papers(speaker, anchor), speaker)
    if not blocks:
        return None
    return Section(
        anchor,
        speaker.words[_title_of(speaker, anchor, plan)],
        [*blocks, *plan.lead_on(speaker)],
        answer,
        own if answer != own else [],
        is_first,
    )


def _behind(blocks: Sequence[str], papers: Sequence[str], speaker: Speaker) -> list[str]:
    """Return leaflets and forms as they stand behind what a section says: announced where that ends in a list."""
    is_behind_list = bool(blocks) and blocks[-1].startswith("- ")
    return [speaker.words.papers_too, *papers] if papers and is_behind_list else [*papers]


def _own_line(speaker: Speaker, section: SectionName) -> list[str]:
    """Return what the brand adds to a section in words of its own."""
    line = speaker.brand.own_lines.get(section)
    return [speaker.say(line)] if line else []


def _title_of(speaker: Speaker, section: SectionName, plan: SectionPlan) -> str:
    """Return the name of the words of a title: the usual ones where others would not ask all that is answered."""
    return next(
        (other.words for other in plan.other_titles if _covers_all(other, speaker, section)), plan.title
    )


def _covers_all(title: SectionTitle, speaker: Speaker, section: SectionName) -> bool:
    """Tell whether a section says nothing without the keys that a title covers."""
    if not title.is_of_house(speaker.brand):
        return False
    brand = reduce(_without_key, title.covers, speaker.brand)
    without = replace(speaker, brand=brand)
    says_none_of_them = brand is speaker.brand
    return not (says_none_of_them or _own_line(without, section) or SECTIONS[section].say(without))


def _without_key(brand: Brand, key: str) -> Brand:
    """Return a brand that does not say a key: a whole group, or a key or a line in one; itself where it does not."""
    group, _, name = key.partition(".")
    said = getattr(brand, group)
    rest: object = None
    if isinstance(said, BaseModel) and name:
        usual = type(said).model_fields[name].get_default(call_default_factory=True)
        rest = said if getattr(said, name) == usual else said.model_copy(update={name: usual})
    elif isinstance(said, Mapping):
        rest = {line: words for line, words in said.items() if line != name} if name in said else said
    return brand if rest is said else brand.model_copy(update={group: rest})


# ---- what each section says of a part of brand.yml, and of that what answers its title, in _answer_of_

_of_elsewhere = said_where(lambda brand: brand.elsewhere)
_of_contact = said_where(lambda brand: brand.contact)
_of_specialties = said_where(lambda brand: brand.specialties)
_of_moment = said_where(lambda brand: brand.moment)
_of_referral = said_where(lambda brand: brand.referral)
_of_file = said_where(lambda brand: brand.file)
_of_review = said_where(lambda brand: brand.review)
_of_appointment = said_where(lambda brand: brand.appointment)
_of_studies = said_where(lambda brand: brand.studies)
_of_report = said_where(lambda brand: brand.report)
_of_takeover = said_where(lambda brand: brand.takeover)
_of_from_abroad = said_where(lambda brand: brand.from_abroad)
_of_complaints = said_where(lambda brand: brand.complaints)


def _answer_of_elsewhere(speaker: Speaker) -> list[str]:
    """Return who gives second opinions in the place of the brand."""
    return [speaker.named(speaker.words.elsewhere)] if speaker.brand.elsewhere else []


@_of_elsewhere
def _elsewhere(speaker: Speaker, elsewhere: Elsewhere) -> list[str]:
    words = speaker.words
    blocks = _answer_of_elsewhere(speaker)
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


@_of_contact
def _contact(speaker: Speaker, contact: Contact) -> list[str]:
    words = speaker.words
    blocks = []
    if contact.department:
        blocks.append(words.contact_department.format(department=speaker.say(contact.department)))
    blocks += bullets(speaker.ways(contact))
    if contact.answer_time:
        blocks.append(words.contact_answer.format(time=speaker.say(contact.answer_time)))
    if contact.form_answer_time:
        blocks.append(words.contact_form_answer.format(time=speaker.say(contact.form_answer_time)))
    return blocks


@_of_specialties
def _specialties(speaker: Speaker, specialties: Specialties) -> list[str]:
    words = speaker.words
    names = bullets(map(speaker.say, specialties.names))
    if specialties.disease:
        said = words.disease_kinds if names else words.disease
        return [said.format(disease=speaker.say(specialties.disease)), *names]
    blocks = [words.specialties_all] if specialties.all else []
    blocks += [words.specialties_some, *names] if names else []
    if specialties.mental_health is False:
        return [*blocks, words.no_mental_health]
    return [*blocks, words.mental_health] if specialties.mental_health and blocks else blocks


@_of_moment
def _moment(speaker: Speaker, moment: Moment) -> list[str]:
    words = speaker.words
    blocks = [words.moment_after_plan] if moment.after_plan else []
    return [*blocks, words.moment_urgent] if moment.urgent else blocks


@_of_referral
def _answer_of_referral(speaker: Speaker, referral: Referral) -> list[str]:
    """Return who may refer, whether someone has to, who may not, and who does so best, as one paragraph."""
    words = speaker.words
    who = name_of_referrers(referral)
    said = [words[f"referral_{part_of_name(who)}"]]
    if referral.required:
        said.append(words.referral_required)
    if referral.only and len(referral.by) == 1:
        said.append(words[f"only_{part_of_name(who)}"])
    if preferred := referral.preferred:
        said.append(words[f"preferred_{part_of_name(preferred)}"])
    return [" ".join(said)]


def _referral(speaker: Speaker) -> list[str]:
    """Return who refers, and why rather not the GP, as one paragraph."""
    referral, words, said = speaker.brand.referral, speaker.words, _answer_of_referral(speaker)
    if referral and referral.preferred == "treating-doctor":
        is_brought = is_in_case(speaker.brand, "file-brought")
        said.append(words.gp_takes_longer_brought if is_brought else words.gp_takes_longer)
    return [" ".join(said)] if said else []


def name_of_referrers(referral: Referral) -> str:
    """Return who may refer, as part of the name of words."""
    return "both" if len(set(referral.by)) == 2 else referral.by[0]


def part_of_name(choice: str) -> str:
    """Return a choice of brand.yml as part of the name of its words."""
    return choice.replace("-", "_")


@_of_file
def _answer_of_file(speaker: Speaker, file: FileRoute) -> list[str]:
    """Return who brings the file, or else how a doctor sends it, and the scans where that is someone else."""
    return [*(_brought(speaker, file) or _sent(speaker, file)), *_images_of_patient(speaker, file)]


@_of_file
def _file(speaker: Speaker, file: FileRoute) -> list[str]:
    words = speaker.words
    blocks = [*_brought(speaker, file), *_images_of_patient(speaker, file), *_sent(speaker, file)]
    blocks += [*_number_asked(speaker, file), *_on_disc(speaker, file)]
    blocks += [words.file_images_with_referral] if file.images_with_referral else []
    blocks += [words.file_asked_elsewhere] if file.asked_elsewhere else []
    if file.contents:
        blocks += [words.file_contents, *bullets(map(speaker.say, file.contents))]
    if file.languages:
        blocks.append(words.file_languages.format(languages=speaker.languages(file.languages)))
    return blocks


def _sent(speaker: Speaker, file: FileRoute) -> list[str]:
    """Return the ways in which a doctor sends the file, and how scans come: a list, or a sentence where it is one."""
    words, ways = speaker.words, _ways_to_send(speaker, file)
    images = [words.file_images.format(way=speaker.say(file.images))] if file.images else []
    if file.by == ["you"] or not ways:
        return [f"{said}." for said in images]
    if len([*ways, *images]) == 1:
        return [f"{words.file_by}\n{ways[0]}."]
    return [words.file_by, *bullets([*map(_with_capital, ways), *images])]


def _ways_to_send(speaker: Speaker, file: FileRoute) -> list[str]:
    words = speaker.words
    ways = [speaker.link(words.file_portal, file.portal)] if file.portal else []
    if file.post:
        ways.append(words.file_post.format(address=", ".join(map(escape_markdown, file.post))))
    if isinstance(file.fax, Phone):
        ways.append(words.file_fax.format(number=escape_markdown(file.fax.shown)))
    elif file.fax:
        ways.append(words.file_fax_portal)
    return ways


def _number_asked(speaker: Speaker, file: FileRoute) -> list[str]:
    """Return that a doctor can ask for the number of the fax, where it is not given."""
    return [speaker.words.file_ask_number] if file.fax is True and _can_be_asked(speaker) else []


def _on_disc(speaker: Speaker, file: FileRoute) -> list[str]:
    """Return that scans may come by post on a disc, or often do, and that a doctor can ask for an address not given."""
    if not file.disc:
        return []
    words = speaker.words
    said = words.file_disc_often if file.disc_often else words.file_disc
    is_asked = not file.post and _can_be_asked(speaker)
    return [f"{said} {words.file_ask_address}" if is_asked else said]


def _can_be_asked(speaker: Speaker) -> bool:
    contact = speaker.brand.contact
    return contact is not None and contact.can_be_asked


def _with_capital(words: str) -> str:
    """Return words of Markdown with a capital, also where they are a link."""
    at = 1 if words.startswith("[") else 0
    return words[:at] + words[at : at + 1].upper() + words[at + 1 :]


def _images_of_patient(speaker: Speaker, file: FileRoute) -> list[str]:
    """Return that the patient brings the scans, and asks how without a visit; or needs none, as they are made anew."""
    words = speaker.words
    if file.images_anew:
        return [words.file_images_anew]
    if not file.images_brought:
        return []
    from_afar = [words.file_images_not_there] if can_be_from_afar(speaker.brand) else []
    return [" ".join([words.file_images_brought, *from_afar])]


def _brought(speaker: Speaker, file: FileRoute) -> list[str]:
    """Return who brings the file, each way a sentence."""
    words = speaker.words
    us = words.brought_us_written if file.written_consent else words.brought_us
    you = words.brought_you_first if is_file_read_first(speaker.brand) else words.brought_you
    said = {"your-doctor": words.brought_your_doctor, "us": us, "you": you}
    ways = [said[who] for who in file.by]
    return [words.brought, *bullets(ways)] if len(ways) > 1 else ways


@_of_review
def _answer_of_review(speaker: Speaker, review: RequestHandling) -> list[str]:
    """Return what is done with a request, and what a patient hears of it."""
    words, blocks = speaker.words, []
    if review.working_days:
        blocks.append(_reading(speaker, review.working_days))
    if review.confirmation is not None:
        blocks.append(words.review_confirmation if review.confirmation else words.review_no_confirmation)
    if review.team_meeting:
        blocks.append(words.review_team_meeting)
    return blocks


@_of_review
def _status(speaker: Speaker, review: RequestHandling) -> list[str]:
    """Return whom a patient asks how far the request is, and the ways to reach them."""
    words = speaker.words
    if review.status is None:
        return []
    department = review.status.department
    question = (
        words.review_status.format(department=speaker.say(department))
        if department
        else words.review_status_plain
    )
    if _is_below_contact(review.status, speaker.brand.contact):
        return [f"{question} [{words.review_status_contact}](#contact)."]
    return [question, *bullets(speaker.ways(review.status))]


def _is_below_contact(someone: Contact, contact: Contact | None) -> bool:
    """Tell whether every way to reach someone stands below the contact of the hospital; as no way does."""
    named = ("general_phone", "email", "form", "hours")
    if contact is None or not contact.can_be_reached:
        return False
    if any(getattr(someone, name) not in (None, getattr(contact, name)) for name in named):
        return False
    return someone.phone is None or (
        contact.phone is not None and someone.phone.dialled == contact.phone.dialled
    )


def _reading(speaker: Speaker, days: int) -> str:
    """Return how long the reading of a file takes, and what a patient who does not book then hears."""
    words, appointment = speaker.words, speaker.brand.appointment
    name = _waiting_for(speaker, "review_day" if days == 1 else "review_days")
    takes = words[name].format(days=days)
    if appointment and appointment.is_booked:
        return takes
    return f"{takes} {_heard_then(speaker)}"


def _waiting_for(speaker: Speaker, name: str) -> str:
    """Return the name of the words that do not wait for all of the file, where patients bring the scans later."""
    return f"{name}_scans" if has_scans_brought(speaker.brand) else name


def _heard_then(speaker: Speaker) -> str:
    """Return what a patient hears once the file has been read: when to come, or first whether."""
    words, appointment = speaker.words, speaker.brand.appointment
    return words.review_when if appointment and appointment.always else words.review_invited


@_of_appointment
def _who_makes_it(speaker: Speaker, appointment: Appointment) -> list[str]:
    """Return who makes the appointment, and where a patient can, as one paragraph."""
    words = speaker.words
    if appointment.is_booked:
        return [" ".join([words.made_by_patient, *_booked_at(speaker)])]
    if appointment.made:
        by_us = [] if speaker.brand.elsewhere else [words.made_then_by_us]
        said = {
            "by-hospital": (
                words.made_by_hospital_if_seen if _may_give_none(speaker) else words.made_by_hospital
            ),
            "by-hospital-after-file": " ".join(
                [words[_waiting_for(speaker, "made_after_file")], _heard_then(speaker), *by_us]
            ),
        }
        return [said[appointment.made]]
    return []


def _may_give_none(speaker: Speaker) -> bool:
    """Tell whether a hospital says that not everyone gets an appointment, or that people first hear whether they do."""
    appointment = speaker.brand.appointment
    return appointment is not None and (
        appointment.has_none_for_some or (_hears_after_reading(speaker) and not appointment.always)
    )


def _hears_after_reading(speaker: Speaker) -> bool:
    """Tell whether the section above that of the appointment says what a patient hears once the file has been read."""
    review = speaker.brand.review
    return review is not None and review.working_days is not None


def _booked_at(speaker: Speaker) -> list[str]:
    """Return where patients make the appointment: at the address for it, and at the number of who answers all calls."""
    contact, words = speaker.brand.contact, speaker.words
    ways = booking_site(speaker)
    if contact and contact.phone and not contact.department:
        call = words.made_by_patient_phone_too if ways else words.made_by_patient_phone
        ways.append(call.format(phone=telephone(contact.phone)))
    return ways


@_of_appointment
def booking_site(speaker: Speaker, appointment: Appointment) -> list[str]:
    """Return the sentence that leads to where patients make the appointment; nothing without an address."""
    words = speaker.words
    if appointment.address is None:
        return []
    return [words.made_by_patient_site.format(link=speaker.link(words.our_website, appointment.address))]


@_of_appointment
def _answer_of_appointment(speaker: Speaker, appointment: Appointment) -> list[str]:
    """Return how a patient gets the appointment: who makes it, and who tells what is known later."""
    return [*_who_makes_it(speaker), *_heard_later(speaker, appointment)]


def _heard_later(speaker: Speaker, appointment: Appointment) -> list[str]:
    """Return who tells when a patient comes, and that there may be an invitation for tests."""
    words, blocks = speaker.words, list[str]()
    status = speaker.brand.review.status if speaker.brand.review else None
    if appointment.made == "by-hospital" and status and status.department:
        blocks.append(words.made_by_department.format(department=speaker.say(status.department)))
    if appointment.made == "by-hospital" and not appointment.one_visit:
        blocks.append(words.made_tests)
    return blocks


@_of_appointment
def _appointment(speaker: Speaker, appointment: Appointment) -> list[str]:
    words, blocks = speaker.words, _who_makes_it(speaker)
    if appointment.made == "by-hospital-after-file" and _hears_after_reading(speaker):
        blocks = [words.made_then_by_us]
    blocks += [words.specialist_chosen] if appointment.specialist_chosen else []
    blocks += _heard_later(speaker, appointment)
    return [*blocks, words.preferred_doctor] if appointment.preferred_doctor else blocks


@_of_appointment
def _visit(speaker: Speaker, appointment: Appointment) -> list[str]:
    """Return what happens at the appointment, and how, as one paragraph."""
    words, named = speaker.words, [name for name in VISIT if getattr(appointment, name)]
    from_afar = "_".join(name for name in FROM_AFAR if name in named)
    said = [from_afar if name in FROM_AFAR else name for name in named]
    sentences = " ".join(
        result_at_once(speaker) if name == "result_at_once" else words[name] for name in dict.fromkeys(said)
    )
    return [sentences] if sentences else []


def result_at_once(speaker: Speaker) -> str:
    """Return how often people hear the result during the appointment; nothing where the hospital does not say."""
    appointment = speaker.brand.appointment
    often = appointment.result_at_once if appointment else None
    return speaker.words[f"result_{often}_at_once"] if often else ""


@_of_appointment
def _language(speaker: Speaker, appointment: Appointment) -> list[str]:
    """Return the languages that the doctors speak, and who arranges an interpreter."""
    words = speaker.words
    spoken = words.spoken.format(languages=speaker.spoken_languages(appointment.languages))
    who = [words[f"interpreter_{part_of_name(appointment.interpreter)}"]] if appointment.interpreter else []
    return [spoken, *who] if appointment.languages else who


@_of_appointment
def _invited(speaker: Speaker, appointment: Appointment) -> list[str]:
    words = speaker.words
    when, when_not = (
        bullets(map(speaker.say, reasons)) for reasons in (appointment.when, appointment.when_not)
    )
    first = [words.usually] if appointment.usually else []
    if not first and appointment.always is not None:
        first.append(words.always if appointment.always else words.not_always)
    first += [words.advice_from_file] if appointment.advice_from_file else []
    blocks = [" ".join(first)] if first else []
    if when:
        blocks += [words.needed_when if appointment.advice_from_file else words.invited_when, *when]
    has_others = appointment.usually or appointment.other_reasons
    not_if = words.invited_not_usually if has_others else words.invited_when_not
    return [*blocks, not_if, *when_not] if when_not else blocks


@_of_studies
def _studies(speaker: Speaker, studies: Studies) -> list[str]:
    words = speaker.words
    blocks = [words.studies_reason] if studies.reason else []
    blocks += [words.studies_judged] if studies.judged else []
    if not studies.address:
        return blocks
    return [*(blocks or [words.studies_open]), speaker.link(words.studies_link, studies.address)]


def _answer_of_report(speaker: Speaker) -> list[str]:
    words, to = speaker.words, reported_to(speaker.brand)
    if not to:
        return []
    people = speaker.listed(words[f"to_{part_of_name(person)}"] for person in READERS if person in to)
    return [words.report_to.format(people=people)]


@_of_report
def _report(speaker: Speaker, report: ReportRoute) -> list[str]:
    """Return who gets the report, whether a patient can object or get a copy, as one paragraph.

    That of objecting and of the copy each page about the report says already.
    """
    words = speaker.words
    said = _answer_of_report(speaker)
    if report.unless_you_object:
        said.append(words.report_unless)
    if report.copy_on_request:
        said.append(words.report_copy)
    return [" ".join(said)]


def _policy(speaker: Speaker) -> list[str]:
    """Return whether a treatment can go on at the hospital."""
    takeover = speaker.brand.takeover
    return [speaker.words[f"takeover_{part_of_name(takeover.policy)}"]] if takeover else []


@_of_takeover
def _answer_of_takeover(speaker: Speaker, takeover: Takeover) -> list[str]:
    """Return whether a treatment can go on at the hospital, why not, and who is responsible until then."""
    words = speaker.words
    announced = words.takeover_reasons if len(takeover.reasons) > 1 else words.takeover_reason
    if takeover.policy in ("if-you-want", "possible", "not-automatically"):
        announced = words.takeover_sometimes_not
    reasons = [announced, *bullets(map(speaker.say, takeover.reasons))] if takeover.reasons else []
    until_then = [words.takeover_until_then] if takeover.until_then else []
    return [*_policy(speaker), *reasons, *until_then]


@_of_from_abroad
def _from_abroad(speaker: Speaker, abroad: FromAbroad) -> list[str]:
    file = speaker.brand.file
    is_sent = file is None or not file.by or "your-doctor" in file.by
    said = speaker.words.abroad if is_sent else speaker.words.abroad_not_sent
    return [said.format(languages=speaker.languages(abroad.languages))]


def _papers(speaker: Speaker, section: str) -> list[str]:
    """Return the papers of a section: those that name it, where it says something; the others stand in a list."""

    def section_of(paper: Paper) -> SectionName:
        plan = SECTIONS[paper.section or PAPERS]
        return paper.section if paper.section and (plan.say(speaker) or plan.ask(speaker)) else PAPERS

    return bullets(_paper(speaker, paper) for paper in speaker.brand.papers if section == section_of(paper))


def _paper(speaker: Speaker, paper: Paper) -> str:
    title = speaker.say(paper.title)
    if paper.file:
        file, lang = paper.file.nearest(speaker.lang)
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


@_of_complaints
def _complaints(speaker: Speaker, complaints: Complaints) -> list[str]:
    words = speaker.words
    form = [speaker.link(words.complaints_form, complaints.form)] if complaints.form else []
    ways = speaker.ways(Contact(phone=complaints.phone, email=complaints.email))
    return [words.complaints.format(officer=speaker.say(complaints.officer)), *bullets([*ways, *form])]


def _hard_to_ask(speaker: Speaker) -> list[str]:
    return [speaker.words.hard_to_ask] if speaker.brand.hard_to_ask else []


SECTIONS: Mapping[SectionName, SectionPlan] = {
    "where-to-go": SectionPlan("elsewhere_title", _elsewhere, answer=_answer_of_elsewhere),
    "specialties": SectionPlan(
        "specialties_title",
        _specialties,
        other_titles=[
            SectionTitle(
                "disease_title",
                [
                    *(f"specialties.{key}" for key in ("disease", "names", "mental_health")),
                    "own_lines.specialties",
                ],
                is_of_house=lambda brand: (
                    brand.specialties is not None and brand.specialties.disease is not None
                ),
            )
        ],
    ),
    "moment": SectionPlan(
        "moment_title",
        _moment,
        answer=_moment,
        other_titles=[SectionTitle("moment_own_title", ["own_lines.moment"])],
    ),
    "referral": SectionPlan("referral_title", _referral, answer=_answer_of_referral),
    "your-file": SectionPlan(
        "file_title",
        _file,
        answer=_answer_of_file,
        searches={"portal_asked": ["file.portal"], "disc_asked": ["file.disc"]},
    ),
    "application": SectionPlan("review_title", _answer_of_review, answer=_answer_of_review, ask=_status),
    "appointment": SectionPlan(
        "appointment_title",
        _appointment,
        answer=_answer_of_appointment,
        other_titles=[
            SectionTitle("doctor_title", ["appointment.preferred_doctor"]),
            SectionTitle(
                "specialist_title", ["appointment.specialist_chosen", "appointment.preferred_doctor"]
            ),
        ],
        searches={"made_asked": ["appointment.made", "appointment.address"]},
    ),
    "invited": SectionPlan(
        "invited_title",
        _invited,
        answer=_invited,
        other_titles=[
            SectionTitle(
                "needed_title",
                ["appointment.advice_from_file", "appointment.when", "own_lines.invited"],
                is_of_house=lambda brand: brand.appointment is not None and brand.appointment.is_booked,
            )
        ],
    ),
    "waiting": SectionPlan("waiting_title", said_of_waiting, answer=answer_of_waiting),
    "visit": SectionPlan(
        "visit_title",
        _visit,
        answer=_visit,
        other_titles=[SectionTitle("afar_title", [f"appointment.{way}" for way in FROM_AFAR])],
        searches={
            f"{key}_asked": [f"appointment.{key}"]
            for key in ("video", "telephone", "examined_often", "second_visit")
        },
    ),
    "language": SectionPlan(
        "language_title",
        _language,
        searches={f"{key}_asked": [f"appointment.{key}"] for key in ("languages", "interpreter")},
    ),
    "studies": SectionPlan("studies_title", _studies),
    "costs": SectionPlan(
        "costs_title",
        said_of_costs,
        answer=answer_of_costs,
        lead_on=link_to_who_pays,
        searches={"advance_asked": ["costs.advance"]},
    ),
    "report": SectionPlan(
        "report_title",
        _report,
        answer=_answer_of_report,
        other_titles=[  # both ask who gets it, so this one covers whatever a network says of it
            SectionTitle(
                "report_there_title",
                ["report", "own_lines.report"],
                is_of_house=lambda brand: brand.elsewhere is not None,
            )
        ],
    ),
    "takeover": SectionPlan("takeover_title", _answer_of_takeover, answer=_answer_of_takeover),
    "from-abroad": SectionPlan("abroad_title", _from_abroad, answer=_from_abroad),
    "hard-to-ask": SectionPlan("hard_to_ask_title", _hard_to_ask),
    "contact": SectionPlan("contact_title", _contact),
    PAPERS: SectionPlan(  # but those of no other section
        "papers_title", lambda _: [], answer=lambda speaker: _papers(speaker, PAPERS)
    ),
    "more": SectionPlan("more_title", _more),
    "complaints": SectionPlan("complaints_title", _complaints, answer=_complaints),
}


def searches_by_section(speaker: Speaker) -> dict[str, tuple[str, ...]]:
    """Return what people type who look for what a section of the page says, by its anchor; of some nothing is known."""
    found = {
        anchor: tuple(
            typed
            for name in _names_of_searches(speaker.brand, plan)
            if name in speaker.words
            for typed in speaker.words[name].split(", ")
        )
        for anchor, plan in SECTIONS.items()
    }
    return {anchor: typed for anchor, typed in found.items() if typed}


def _names_of_searches(brand: Brand, plan: SectionPlan) -> list[str]:
    """Return the names of what people type who look for a section, or for a key of it that the brand says."""
    of_keys = [
        name for name, keys in plan.searches.items() if any(Condition(key).is_met_by(brand) for key in keys)
    ]
    return [plan.title.replace("_title", "_asked"), *of_keys]
