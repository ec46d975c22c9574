"""Which cases hold for a brand, so that shared sentences say what it says: data/cases.py has their names."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from second_opinion.brand.model import Brand
from second_opinion.data.cases import CASES


def _only_by(brand: Brand, who: str) -> bool:
    return brand.referral is not None and set(brand.referral.by) == {who}


def _made(brand: Brand, *how: str) -> bool:
    return brand.appointment is not None and brand.appointment.made in how


def _reported_to(brand: Brand, who: str) -> bool:
    """Tell whether of all who may get the report, a patient aside, only this one does."""
    doctors = set(brand.report.to) - {"you"} or {"you"} if brand.report else set()
    return doctors == {who}


HOLDS: Mapping[str, Callable[[Brand], bool]] = {
    "treating-doctor": lambda brand: _only_by(brand, "treating-doctor"),
    "gp": lambda brand: _only_by(brand, "gp"),
    "by-patient": lambda brand: _made(brand, "by-patient"),
    "by-hospital": lambda brand: _made(brand, "by-hospital", "by-hospital-after-file"),
    "report-to-you": lambda brand: _reported_to(brand, "you"),
    "report-to-gp": lambda brand: _reported_to(brand, "gp"),
    "referral": lambda brand: brand.referral is not None,
}


def cases_of(brand: Brand | None) -> tuple[str, ...]:
    """Return the cases that hold, in their order; none where no second opinion is given, or nothing can be read."""
    if brand is None or brand.elsewhere:
        return ()
    return tuple(case for case in CASES if HOLDS[case](brand))
