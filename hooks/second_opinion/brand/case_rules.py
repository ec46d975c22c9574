"""Which cases hold for a brand, so that shared sentences say what it says: data/cases.py has their names."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping

from pydantic import BaseModel

from second_opinion.brand.look import Look
from second_opinion.brand.model import GROUPS, Brand
from second_opinion.brand.route import Appointment
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


def _is_referred_by(brand: Brand, *who: str) -> bool:
    return brand.referral is not None and set(brand.referral.by) == {*who}


def _prefers_referral_by(brand: Brand, who: str) -> bool:
    """Tell whether both may refer, and a hospital would rather that one does."""
    is_both = _is_referred_by(brand, "treating-doctor", "gp")
    return is_both and brand.referral is not None and brand.referral.preferred == who


def _is_booked(brand: Brand) -> bool:
    return brand.appointment is not None and brand.appointment.is_booked


def _does_not_always_invite(brand: Brand) -> bool:
    """Tell whether a hospital says that not everyone gets an appointment; `usually` is a case of its own."""
    appointment = brand.appointment
    return (
        appointment is not None
        and not (appointment.usually or appointment.is_booked)
        and appointment.has_none_for_some
    )


def _confirms(brand: Brand) -> bool | None:
    """Tell whether a hospital says that a request has arrived; nothing where it says neither."""
    return brand.review.confirmation if brand.review else None


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
    given = brand.specialties
    if given is None:
        return True
    if given.mental_health is not None:
        return not given.mental_health
    return not given.all


def _is_file_sent_by(brand: Brand, *who: str) -> bool:
    return brand.file is not None and {*brand.file.by} == {*who}


def _is_invited(brand: Brand) -> bool:
    appointment = brand.appointment
    return appointment is not None and appointment.made in ("by-hospital", "by-hospital-after-file")


def _says_who_makes_it(brand: Brand) -> bool:
    return _is_booked(brand) or _is_invited(brand)


def _asks_for_file(brand: Brand) -> bool:
    """Tell whether a hospital asks for the file; a patient who brings it all the same does not make the appointment."""
    return _is_file_sent_by(brand, "us") or (_is_file_sent_by(brand, "us", "you") and _is_invited(brand))


def has_scans_brought(brand: Brand) -> bool:
    """Tell whether patients bring the scans themselves, while the rest of the file comes earlier."""
    return brand.file is not None and brand.file.images_brought


def can_be_from_afar(brand: Brand) -> bool:
    """Tell whether the appointment can be without a visit."""
    return brand.appointment is not None and (brand.appointment.video or brand.appointment.telephone)


def _lets_choose(brand: Brand) -> bool:
    """Tell whether a hospital asks for the file or the patient brings it, as the patient likes."""
    return _is_file_sent_by(brand, "us", "you") and not _asks_for_file(brand)


def _says_how_it_is_sent(brand: Brand) -> bool:
    file = brand.file
    return file is not None and any(
        (file.portal, file.post, file.fax, file.images, file.images_with_referral)
    )


def _is_file_sent_by_doctors(brand: Brand) -> bool:
    """Tell whether doctors send the file, as to a hospital that says nothing of it and makes the appointment.

    So they do to one that says how they send it, and to one where patients bring the scans, and only these.
    """
    if brand.file is None or not brand.file.by:
        return _is_invited(brand) or has_scans_brought(brand) or _says_how_it_is_sent(brand)
    others = {*brand.file.by} - {"your-doctor"}
    return "your-doctor" in brand.file.by and (
        "you" not in others or (_is_invited(brand) and "us" not in others)
    )


def _is_file_brought_by_others(brand: Brand) -> bool:
    """Tell whether the file reaches a hospital without the patient, or all of it but the scans."""
    who = brand.file.by if brand.file else []
    return "you" not in who if who else _is_file_sent_by_doctors(brand)


def is_file_read_first(brand: Brand) -> bool:
    """Tell whether a hospital looks at the file before it sees the patient, who then cannot bring it along."""
    review = brand.review
    is_reviewed = review is not None and bool(review.working_days or review.team_meeting)
    return _is_invited(brand) or is_reviewed or _decides_by_file(brand) or _chooses_specialist(brand)


def _decides_by_file(brand: Brand) -> bool:
    """Tell whether a hospital says who gets an appointment, or that the file can be enough without one."""
    appointment = brand.appointment
    return appointment is not None and (bool(appointment.when) or appointment.advice_from_file)


def _chooses_specialist(brand: Brand) -> bool:
    """Tell whether a hospital reads the file to choose the specialist by it."""
    return brand.appointment is not None and brand.appointment.specialist_chosen


def _is_consent_written(brand: Brand) -> bool:
    return brand.file is not None and brand.file.written_consent


def _names_specialties(brand: Brand) -> bool:
    given = brand.specialties
    return given is not None and bool(given.names or given.disease or given.all)


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


def _of_appointment(says: Callable[[Appointment], object]) -> Callable[[Brand], bool]:
    """Return the rule of something that a hospital says of the appointment."""
    return lambda brand: brand.appointment is not None and bool(says(brand.appointment))


def _of_takeover(policy: str) -> Callable[[Brand], bool]:
    """Return the rule of what a hospital says of taking over a treatment."""
    return lambda brand: brand.takeover is not None and brand.takeover.policy == policy


CASE_RULES: Mapping[str, Callable[[Brand], bool]] = {
    "no-mental-health": _gives_no_mental_health,
    "one-disease": lambda brand: brand.specialties is not None and brand.specialties.disease is not None,
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
    "file-along": lambda brand: _is_file_sent_by(brand, "you") and not is_file_read_first(brand),
    "file-brought": lambda brand: _is_file_sent_by(brand, "you"),
    "scans-brought": has_scans_brought,
    "insurer-before-booking": lambda brand: brand.costs.insurer_first and _is_booked(brand),
    "insurer-first": lambda brand: brand.costs.insurer_first,
    "report-to-another": _is_reported_to_another,
    "treating-doctor": lambda brand: _is_referred_by(brand, "treating-doctor"),
    "gp": lambda brand: _is_referred_by(brand, "gp"),
    "doctor-first": lambda brand: _prefers_referral_by(brand, "treating-doctor"),
    "gp-first": lambda brand: _prefers_referral_by(brand, "gp"),
    "both": lambda brand: _is_referred_by(brand, "treating-doctor", "gp"),
    "takeover-reasons": lambda brand: brand.takeover is not None and bool(brand.takeover.reasons),
    "takeover-never": _of_takeover("never"),
    "takeover-with-reasons": lambda brand: (
        brand.takeover is not None and brand.takeover.policy == "if-you-want" and bool(brand.takeover.reasons)
    ),
    "takeover-on-request": _of_takeover("if-you-want"),
    "takeover-not-automatically": _of_takeover("not-automatically"),
    "takeover-usually-not": _of_takeover("usually-not"),
    "takeover-not-always": _of_takeover("not-always"),
    "reasons-named": _of_appointment(lambda said: said.when_not),
    "invited-when": _of_appointment(lambda said: said.when),
    "advance": lambda brand: brand.costs.advance is not None,
    "self-pay": lambda brand: brand.costs.self_pay,
    "price-named": lambda brand: bool(brand.costs.prices or brand.costs.price_list),
    "always": _of_appointment(lambda said: said.always is True),
    "advice-after-booking": _of_appointment(lambda said: said.advice_from_file and said.is_booked),
    "advice-from-file": _of_appointment(lambda said: said.advice_from_file),
    "usually": _of_appointment(lambda said: said.usually),
    "when-named": lambda brand: _decides_by_file(brand) and not _is_invited(brand),
    "not-always": _does_not_always_invite,
    "read-first": lambda brand: is_file_read_first(brand) and not _is_invited(brand),
    "interpreter-by-us": _of_appointment(lambda said: said.interpreter == "by-us"),
    "interpreter-not-by-us": _of_appointment(lambda said: said.interpreter == "not-by-us"),
    "languages-named": _of_appointment(lambda said: said.languages),
    "ask-us": lambda brand: _says_who_makes_it(brand) and not _names_specialties(brand),
    "made-named": _says_who_makes_it,
    "by-patient": _is_booked,
    "by-hospital": _is_invited,
    "contents-named": lambda brand: brand.file is not None and bool(brand.file.contents),
    "status": lambda brand: brand.review is not None and brand.review.status is not None,
    "reading-time": lambda brand: brand.review is not None and brand.review.working_days is not None,
    "file-not-brought": _is_file_brought_by_others,
    "images-with-referral": lambda brand: (
        brand.file is not None and brand.file.images_with_referral and _is_file_sent_by_doctors(brand)
    ),
    "file-sent": _is_file_sent_by_doctors,
    "file-sent-or-brought": lambda brand: _is_file_sent_by(brand, "your-doctor", "you"),
    "confirmation": lambda brand: _confirms(brand) is True,
    "no-confirmation": lambda brand: _confirms(brand) is False,
    "images-anew": lambda brand: brand.file is not None and brand.file.images_anew,
    "one-visit": _of_appointment(lambda said: said.one_visit),
    "result-at-once": _of_appointment(lambda said: said.result_often_at_once),
    "scans-from-afar": lambda brand: has_scans_brought(brand) and can_be_from_afar(brand),
    "video": _of_appointment(lambda said: said.video),
    "examined-often": _of_appointment(lambda said: said.examined_often),
    "report-to-you": lambda brand: reported_to(brand) == {"you"},
    "report-to-you-and-gp": lambda brand: reported_to(brand) == {"you", "gp"},
    "report-to-you-too": lambda brand: reported_to(brand) > {"you"},
    "report-to-gp": lambda brand: reported_to(brand) == {"gp"},
    "report-to-doctors": _is_reported_to_doctors,
    "preferred-doctor": _of_appointment(lambda said: said.preferred_doctor),
    "specialties": _names_specialties,
    "leaflet-on-application": lambda brand: (
        _says_something(brand.review) and _has_leaflet_at(brand, "application")
    ),
    "leaflet-on-takeover": lambda brand: brand.takeover is not None and _has_leaflet_at(brand, "takeover"),
    "referral-required": lambda brand: brand.referral is not None and brand.referral.required,
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
