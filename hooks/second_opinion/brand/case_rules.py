"""Which cases hold for a brand, so that shared sentences say what it says: data/cases.py has their names."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from typing import TypeVar

from pydantic import BaseModel

from second_opinion.brand.apart import BY_HOSPITAL
from second_opinion.brand.look import Look
from second_opinion.brand.model import GROUPS, Brand
from second_opinion.brand.route import Appointment, FileRoute, RequestHandling, Specialties
from second_opinion.data.cases import CASES, OWN_WAY

# Keys of groups in brand.yml that put nothing on the own page of a hospital alone, or only until some day.
NOT_ON_OWN_PAGE: Mapping[str, Collection[str]] = {
    "look": [*Look.model_fields],
    "specialties": ("mental_health",),
    "waiting_times": ("date", "weeks"),
    "costs": ("date", "contracts"),
    "contact": ("hours",),
    "links": ("home", "privacy", "accessibility"),
}


Part = TypeVar("Part")


def _rule_where(
    part_of: Callable[[Brand], Part | None],
) -> Callable[[Callable[[Part], object]], Callable[[Brand], bool]]:
    """Return what makes a rule of a part of a brand one of any brand: without that part it does not hold."""

    def where_it_is(rule: Callable[[Part], object]) -> Callable[[Brand], bool]:
        def is_met(brand: Brand) -> bool:
            part = part_of(brand)
            return part is not None and bool(rule(part))

        return is_met

    return where_it_is


_rule_of_specialties = _rule_where(lambda brand: brand.specialties)
_rule_of_referral = _rule_where(lambda brand: brand.referral)
_rule_of_file = _rule_where(lambda brand: brand.file)
_rule_of_review = _rule_where(lambda brand: brand.review)
_rule_of_appointment = _rule_where(lambda brand: brand.appointment)
_rule_of_takeover = _rule_where(lambda brand: brand.takeover)


def _is_referred_by(brand: Brand, *who: str) -> bool:
    return brand.referral is not None and set(brand.referral.by) == {*who}


def _prefers_referral_by(brand: Brand, who: str) -> bool:
    """Tell whether both may refer, and a hospital would rather that one does."""
    is_both = _is_referred_by(brand, "treating-doctor", "gp")
    return is_both and brand.referral is not None and brand.referral.preferred == who


@_rule_of_appointment
def _is_booked(appointment: Appointment) -> bool:
    return appointment.is_booked


@_rule_of_appointment
def _sees_everyone(appointment: Appointment) -> bool:
    return appointment.always is True


@_rule_of_appointment
def _has_none_for_some(appointment: Appointment) -> bool:
    return appointment.has_none_for_some


@_rule_of_appointment
def _does_not_always_invite(appointment: Appointment) -> bool:
    """Tell whether a hospital says that not everyone gets an appointment; `usually` is a case of its own."""
    return appointment.has_none_for_some and not (appointment.usually or appointment.is_booked)


def reported_to(brand: Brand) -> set[str]:
    """Return who gets the report; whoever refers is the GP where nobody else does."""
    to = brand.report.to if brand.report else []
    return {"gp" if one == "referrer" and _is_referred_by(brand, "gp") else one for one in to}


def _is_reported_to_another(brand: Brand) -> bool:
    """Tell whether one of the two refers, and the other gets the report."""
    to = reported_to(brand)
    return (_is_referred_by(brand, "gp") and "treating-doctors" in to) or (
        _is_referred_by(brand, "treating-doctor") and "gp" in to
    )


def _is_reported_to_doctors(brand: Brand) -> bool:
    """Tell whether several doctors get the report, or others than who referred, and the patient does not."""
    to = reported_to(brand)
    return "you" not in to and to not in (set(), {"gp"}, {"referrer"})


def _gives_no_mental_health(brand: Brand) -> bool:
    """Tell whether a hospital denies that it gives second opinions in mental health care, or does not say it."""
    return brand.specialties is None or not brand.specialties.mental_health


def _is_file_sent_by(brand: Brand, *who: str) -> bool:
    return brand.file is not None and {*brand.file.by} == {*who}


@_rule_of_appointment
def _is_invited(appointment: Appointment) -> bool:
    return appointment.made in BY_HOSPITAL.values


def _says_who_makes_it(brand: Brand) -> bool:
    return _is_booked(brand) or _is_invited(brand)


def _asks_for_file(brand: Brand) -> bool:
    return _is_file_sent_by(brand, "us")


@_rule_of_file
def has_scans_brought(file: FileRoute) -> bool:
    """Tell whether patients bring the scans themselves, while the rest of the file comes earlier."""
    return file.images_brought


@_rule_of_appointment
def can_be_from_afar(appointment: Appointment) -> bool:
    """Tell whether the appointment can be without a visit."""
    return appointment.video or appointment.telephone


def _has_scans_brought_from_afar(brand: Brand) -> bool:
    """Tell whether patients bring the scans, and perhaps do not come for the appointment."""
    return has_scans_brought(brand) and can_be_from_afar(brand)


def _lets_choose(brand: Brand) -> bool:
    """Tell whether a hospital asks for the file or the patient brings it, as the patient likes."""
    return _is_file_sent_by(brand, "us", "you")


@_rule_of_file
def _says_how_it_is_sent(file: FileRoute) -> bool:
    return any((file.portal, file.post, file.fax, file.images, file.images_with_referral))


def _is_file_sent_by_doctors(brand: Brand) -> bool:
    """Tell whether doctors send the file, as to a hospital that says how they do.

    So they do to one where patients bring the scans, and only these.
    """
    if brand.file is None or not brand.file.by:
        return has_scans_brought(brand) or _says_how_it_is_sent(brand)
    return "your-doctor" in brand.file.by and "you" not in brand.file.by


def _leaves_open_who_sends_file(brand: Brand) -> bool:
    """Tell whether a hospital reads the file before it makes the appointment, and does not say who sends that."""
    says_who = brand.file is not None and bool(brand.file.by)
    return _is_invited(brand) and not says_who and not _is_file_sent_by_doctors(brand)


def _is_file_brought_by_others(brand: Brand) -> bool:
    """Tell whether the file reaches a hospital without the patient, or all of it but the scans."""
    who = brand.file.by if brand.file else []
    return "you" not in who if who else _is_file_sent_by_doctors(brand)


def is_file_read_first(brand: Brand) -> bool:
    """Tell whether a hospital looks at the file before it sees the patient, who then cannot bring it along."""
    rules = (_is_invited, _is_request_judged, _decides_by_file, _chooses_specialist)
    return any(rule(brand) for rule in rules)


def _is_file_brought_along(brand: Brand) -> bool:
    """Tell whether patients bring the whole file when they come."""
    return _is_file_sent_by(brand, "you") and not is_file_read_first(brand)


def is_wait_known_later(brand: Brand) -> bool:
    """Tell whether a patient hears how long the wait is once the hospital has looked at the file."""
    return is_file_read_first(brand) and not _is_booked(brand)


@_rule_of_review
def _is_request_judged(review: RequestHandling) -> bool:
    return bool(review.working_days or review.team_meeting)


@_rule_of_review
def _has_team_meeting(review: RequestHandling) -> bool:
    return review.team_meeting


@_rule_of_appointment
def _can_tell_at_once(appointment: Appointment) -> bool:
    return appointment.result_at_once is not None


@_rule_of_appointment
def _decides_by_file(appointment: Appointment) -> bool:
    """Tell whether a hospital says who gets an appointment, or that the file can be enough without one."""
    return bool(appointment.when) or appointment.advice_from_file


@_rule_of_appointment
def _chooses_specialist(appointment: Appointment) -> bool:
    """Tell whether a hospital reads the file to choose the specialist by it."""
    return appointment.specialist_chosen


@_rule_of_file
def _scans_come_with_referral(file: FileRoute) -> bool:
    return file.images_with_referral


@_rule_of_file
def _scans_come_before_rest(file: FileRoute) -> bool:
    """Tell whether scans come with the referral, and the rest of the file in one of several ways."""
    return file.images_with_referral and len({*file.by}) > 1


@_rule_of_file
def _makes_images_anew(file: FileRoute) -> bool:
    return file.images_anew


@_rule_of_file
def _is_consent_written(file: FileRoute) -> bool:
    return file.written_consent


@_rule_of_specialties
def _names_specialties(specialties: Specialties) -> bool:
    return bool(specialties.names or specialties.disease or specialties.all)


def _has_leaflet_at(brand: Brand, section: str) -> bool:
    """Tell whether a leaflet or form names a section."""
    return any(paper.section == section for paper in brand.papers)


def _says_something(record: BaseModel | None, *, other_than: Collection[str] = ()) -> bool:
    if record is None:
        return False
    fields = type(record).model_fields.items()
    return any(getattr(record, name) != field.default for name, field in fields if name not in other_than)


def _has_own_page(brand: Brand) -> bool:
    """Tell whether a hospital says anything that readers get on a page of its own, and keep getting."""
    said = (
        _says_something(getattr(brand, group), other_than=NOT_ON_OWN_PAGE.get(group, ())) for group in GROUPS
    )
    no_care = brand.specialties is not None and brand.specialties.mental_health is False
    return brand.hard_to_ask or no_care or bool(brand.papers or brand.own_lines) or any(said)


def _takes_over(policy: str) -> Callable[[Brand], bool]:
    """Return the rule of what a hospital says of taking over a treatment."""
    return _rule_of_takeover(lambda takeover: takeover.policy == policy)


CASE_RULES: Mapping[str, Callable[[Brand], bool]] = {
    "no-mental-health": _gives_no_mental_health,
    "one-disease": _rule_of_specialties(lambda specialties: specialties.disease is not None),
    "scans-first": _scans_come_before_rest,
    "asked-from-afar": lambda brand: _asks_for_file(brand) and _has_scans_brought_from_afar(brand),
    "asked-without-scans": lambda brand: _asks_for_file(brand) and has_scans_brought(brand),
    "any-on-paper": lambda brand: (
        _is_consent_written(brand) and _is_file_sent_by(brand, "your-doctor", "us", "you")
    ),
    "arranged-on-paper": lambda brand: (
        _is_consent_written(brand) and _is_file_sent_by(brand, "your-doctor", "us")
    ),
    "asked-on-paper": lambda brand: _is_consent_written(brand) and _asks_for_file(brand),
    "either-on-paper": lambda brand: _is_consent_written(brand) and _lets_choose(brand),
    "file-any": lambda brand: _is_file_sent_by(brand, "your-doctor", "us", "you"),
    "file-arranged": lambda brand: _is_file_sent_by(brand, "your-doctor", "us"),
    "file-asked": _asks_for_file,
    "file-either": _lets_choose,
    "file-sent-or-brought": lambda brand: _is_file_sent_by(brand, "your-doctor", "you"),
    "file-open": _leaves_open_who_sends_file,
    "along-anew": lambda brand: _is_file_brought_along(brand) and _makes_images_anew(brand),
    "brought-anew": lambda brand: _is_file_sent_by(brand, "you") and _makes_images_anew(brand),
    "file-along": _is_file_brought_along,
    "file-brought": lambda brand: _is_file_sent_by(brand, "you"),
    "scans-from-afar": _has_scans_brought_from_afar,
    "scans-brought": has_scans_brought,
    "images-with-referral": _scans_come_with_referral,
    "insurer-before-booking": lambda brand: brand.costs.insurer_first and _is_booked(brand),
    "insurer-first": lambda brand: brand.costs.insurer_first,
    "report-to-another": _is_reported_to_another,
    "treating-doctor": lambda brand: _is_referred_by(brand, "treating-doctor"),
    "gp": lambda brand: _is_referred_by(brand, "gp"),
    "doctor-first": lambda brand: _prefers_referral_by(brand, "treating-doctor"),
    "gp-first": lambda brand: _prefers_referral_by(brand, "gp"),
    "both": lambda brand: _is_referred_by(brand, "treating-doctor", "gp"),
    "takeover-reasons": _rule_of_takeover(lambda takeover: takeover.reasons),
    "takeover-never": _takes_over("never"),
    "takeover-with-reasons": _rule_of_takeover(
        lambda takeover: takeover.policy == "if-you-want" and takeover.reasons
    ),
    "takeover-on-request": _takes_over("if-you-want"),
    "takeover-not-automatically": _takes_over("not-automatically"),
    "takeover-usually-not": _takes_over("usually-not"),
    "takeover-not-always": _takes_over("not-always"),
    "takeover-possible": _takes_over("possible"),
    "takeover-own-doctor-cannot": _takes_over("if-own-doctor-cannot"),
    "reasons-named": _rule_of_appointment(lambda appointment: appointment.when_not),
    "advance": lambda brand: brand.costs.advance is not None,
    "self-pay": lambda brand: brand.costs.self_pay,
    "price-named": lambda brand: bool(brand.costs.prices or brand.costs.price_list),
    "always-invited": lambda brand: _sees_everyone(brand) and _is_invited(brand),
    "always": _sees_everyone,
    "advice-after-booking": _rule_of_appointment(
        lambda appointment: appointment.advice_from_file and appointment.is_booked
    ),
    "advice-or-appointment": _rule_of_appointment(
        lambda appointment: appointment.advice_from_file and appointment.made in BY_HOSPITAL.values
    ),
    "usually-by-file": _rule_of_appointment(
        lambda appointment: appointment.usually and appointment.advice_from_file
    ),
    "advice-from-file": _rule_of_appointment(lambda appointment: appointment.advice_from_file),
    "usually": _rule_of_appointment(lambda appointment: appointment.usually),
    "when-named": lambda brand: _decides_by_file(brand) and not _is_invited(brand),
    "not-always": _does_not_always_invite,
    "not-always-open": lambda brand: _has_none_for_some(brand) and not _says_who_makes_it(brand),
    "read-first": lambda brand: is_file_read_first(brand) and not _is_invited(brand),
    "wait-known-later": is_wait_known_later,
    "interpreter-by-us": _rule_of_appointment(lambda appointment: appointment.interpreter == "by-us"),
    "interpreter-not-by-us": _rule_of_appointment(lambda appointment: appointment.interpreter == "not-by-us"),
    "languages-named": _rule_of_appointment(lambda appointment: appointment.languages),
    "ask-us": lambda brand: _says_who_makes_it(brand) and not _names_specialties(brand),
    "made-named": _says_who_makes_it,
    "by-patient": _is_booked,
    "by-hospital": _is_invited,
    "contents-named": _rule_of_file(lambda file: file.contents),
    "status": _rule_of_review(lambda review: review.status is not None),
    "reading-time": _rule_of_review(lambda review: review.working_days is not None),
    "file-not-brought": _is_file_brought_by_others,
    "file-sent": _is_file_sent_by_doctors,
    "confirmation": _rule_of_review(lambda review: review.confirmation is True),
    "no-confirmation": _rule_of_review(lambda review: review.confirmation is False),
    "images-anew": _makes_images_anew,
    "one-visit": _rule_of_appointment(lambda appointment: appointment.one_visit),
    "result-after-meeting": lambda brand: _has_team_meeting(brand) and _can_tell_at_once(brand),
    "result-at-once": _can_tell_at_once,
    "result-from-file": _rule_of_appointment(lambda appointment: appointment.advice_from_file),
    "telephone": _rule_of_appointment(lambda appointment: appointment.telephone),
    "video": _rule_of_appointment(lambda appointment: appointment.video),
    "examined-often": _rule_of_appointment(lambda appointment: appointment.examined_often),
    "report-to-you": lambda brand: reported_to(brand) == {"you"},
    "report-to-you-and-gp": lambda brand: reported_to(brand) == {"you", "gp"},
    "report-to-you-too": lambda brand: reported_to(brand) > {"you"},
    "report-to-gp": lambda brand: reported_to(brand) == {"gp"},
    "report-to-doctors": _is_reported_to_doctors,
    "preferred-doctor": _rule_of_appointment(lambda appointment: appointment.preferred_doctor),
    "specialist-chosen": _chooses_specialist,
    "specialties": _names_specialties,
    "leaflet-on-application": lambda brand: (
        _says_something(brand.review) and _has_leaflet_at(brand, "application")
    ),
    "leaflet-on-takeover": lambda brand: brand.takeover is not None and _has_leaflet_at(brand, "takeover"),
    "referral-required": _rule_of_referral(lambda referral: referral.required),
    "referral": lambda brand: brand.referral is not None,
    "report": lambda brand: brand.report is not None,
    "no-report": lambda brand: brand.report is None and _has_own_page(brand),
    "from-abroad": lambda brand: brand.from_abroad is not None,
    "own-way": _has_own_page,
}


def cases_of(brand: Brand | None) -> tuple[str, ...]:
    """Return the cases that hold, in their order; none where no second opinion is given, or nothing can be read."""
    return tuple(case for case in CASES if is_in_case(brand, case))


def is_in_case(brand: Brand | None, case: str) -> bool:
    """Tell whether a case holds, without a look at all others."""
    return brand is not None and not brand.elsewhere and CASE_RULES[case](brand)


def asked_hospital(brand: Brand | None, lang: str, *, is_short: bool = False) -> Mapping[str, str]:
    """Return the names of the hospital to which people come on its own site; none where it has no own page."""
    return brand.names_in(lang, is_short=is_short) if brand and is_in_case(brand, OWN_WAY) else {}
