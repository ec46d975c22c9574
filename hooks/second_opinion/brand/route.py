"""The way a hospital does second opinions, as brand.yml gives it; what is not given is not shown."""

from __future__ import annotations

import datetime
from typing import Annotated, Literal

from pydantic import Field, ValidationInfo, field_validator

from second_opinion.core.languages import OF_PAPERS
from second_opinion.core.phone import WrittenPhone
from second_opinion.core.records import (
    AddressByLanguage,
    Email,
    FileByLanguage,
    SafeAddress,
    Strict,
    Words,
    WordsByLanguage,
    one_of,
)

TextLanguage = Annotated[str, one_of(OF_PAPERS)]
Days = Annotated[int, Field(strict=True, ge=1, le=60)]
Weeks = Annotated[int, Field(strict=True, ge=0, le=104)]


class Contact(Strict):
    """Where readers can ask a question or report an error."""

    department: WordsByLanguage | None = None
    phone: WrittenPhone | None = None
    email: Email | None = None
    form: AddressByLanguage | None = None
    hours: WordsByLanguage | None = None
    answer_time: WordsByLanguage | None = None


class Complaints(Strict):
    """Who helps with a complaint."""

    officer: WordsByLanguage
    phone: WrittenPhone | None = None
    email: Email | None = None
    form: AddressByLanguage | None = None


class Links(Strict):
    """Pages of the hospital's own site."""

    home: AddressByLanguage | None = None
    patient_portal: AddressByLanguage | None = None
    privacy: AddressByLanguage | None = None
    accessibility: AddressByLanguage | None = None


class Specialties(Strict):
    """The specialties that give second opinions: all of them, or those that are named."""

    all: bool = False
    names: list[WordsByLanguage] = []


class Referral(Strict):
    """Who may refer a patient, and who does so best."""

    by: Annotated[list[Literal["treating-doctor", "gp"]], Field(min_length=1)]
    preferred: Literal["treating-doctor", "gp"] | None = None

    @field_validator("preferred")
    @classmethod
    def _preferred_may(cls, value: str | None, info: ValidationInfo) -> str | None:
        if value and value not in info.data.get("by", [value]):
            raise ValueError("it does not stand in 'by'; add it there, or take this out")
        return value


class FileRoute(Strict):
    """How the medical file gets to the hospital, and what must be in it."""

    portal: AddressByLanguage | None = None
    post: list[Words] = []
    fax: WrittenPhone | None = None
    images: WordsByLanguage | None = None
    disc: bool = False
    contents: list[WordsByLanguage] = []
    languages: list[TextLanguage] = []


class Review(Strict):
    """The reading of the file before anyone is invited."""

    working_days: Days | None = None
    confirmation: bool | None = None
    status: Contact | None = None


class Appointment(Strict):
    """How the appointment comes about; ``by-hospital-after-file`` is for a date that waits for the file."""

    made: Literal["by-patient", "by-hospital", "by-hospital-after-file"] | None = None
    address: AddressByLanguage | None = None
    always: bool | None = None
    video: bool = False
    one_visit: bool = False


class WaitingTime(Strict):
    """How long the wait at one specialty is on average."""

    specialty: WordsByLanguage
    weeks: Weeks


class WaitingTimes(Strict):
    """The waits at all specialties on one day."""

    date: datetime.date
    weeks: Annotated[list[WaitingTime], Field(min_length=1)]


class FromAbroad(Strict):
    """Second opinions for people who are treated in another country."""

    languages: Annotated[list[TextLanguage], Field(min_length=1)]


class Report(Strict):
    """Who gets the report."""

    to: Annotated[list[Literal["you", "referrer", "gp", "treating-doctors"]], Field(min_length=1)]
    unless_you_object: bool = False
    copy_on_request: bool = False


class Takeover(Strict):
    """Whether the hospital may take over the treatment, and why it may not."""

    policy: Literal["possible", "not-always", "never"]
    reasons: list[WordsByLanguage] = []


class Contracts(Strict):
    """The insurers that have a contract with the hospital, by the day of looking up, ``until`` the last day of them."""

    insurers: Annotated[list[Words], Field(min_length=1)]
    date: datetime.date
    until: datetime.date

    def holds_on(self, day: datetime.date) -> bool:
        """Tell whether the list may still be shown."""
        return day <= self.until


class Costs(Strict):
    """What a hospital says about its own prices, and about who pays them."""

    advance: Annotated[int, Field(strict=True, ge=0, le=100_000)] | None = None
    price_list: SafeAddress | None = None
    phone: WrittenPhone | None = None
    department: WordsByLanguage | None = None
    contracts: Contracts | None = None


class Paper(Strict):
    """A leaflet or form: its title, its code, and the file or the address where it can be read."""

    title: WordsByLanguage
    code: Words | None = None
    file: FileByLanguage | None = None
    address: AddressByLanguage | None = None


class Place(Strict):
    """Somewhere that gives second opinions."""

    name: Words
    town: Words
    about: Annotated[list[WordsByLanguage], Field(min_length=1)]
    address: SafeAddress | None = None
    phone: WrittenPhone | None = None


class Elsewhere(Strict):
    """Where to go instead, for an organisation that gives no second opinions itself."""

    places: Annotated[list[Place], Field(min_length=1)]
    directory: AddressByLanguage | None = None
    questions_about: list[WordsByLanguage] = []
