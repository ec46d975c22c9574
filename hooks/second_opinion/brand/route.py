"""The way a hospital does second opinions, as brand.yml gives it; what is not given is not shown."""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass
from typing import Annotated, Literal

from pydantic import Field, PlainValidator, ValidationInfo, field_validator, model_validator

from second_opinion.core.languages import OF_PAPERS
from second_opinion.core.phone import Phone, WrittenPhone, read_phone
from second_opinion.core.records import (
    AddressByLanguage,
    Email,
    FileByLanguage,
    SafeAddress,
    Slug,
    Strict,
    Words,
    WordsByLanguage,
    one_of,
)

TextLanguage = Annotated[str, one_of(OF_PAPERS)]
Days = Annotated[int, Field(strict=True, ge=1, le=60)]
Euros = Annotated[int, Field(strict=True, ge=0, le=100_000)]
MOST_WEEKS = 104
ADVANCE = "advance"  # the name of the advance payment in texts


@dataclass(frozen=True)
class Span:
    """A number of weeks, or the fewest and the most."""

    low: int
    high: int


def read_weeks(value: object) -> Span:
    """Return a number of weeks as someone wrote it; raise ValueError with what to write.

    read_weeks("2-3") => Span(2, 3)
    """
    if isinstance(value, Span):
        return value
    written = re.fullmatch(r"(\d{1,3})(?:\s*[-–]\s*(\d{1,3}))?", str(value))
    if isinstance(value, bool) or not written:
        raise ValueError("this is no number of weeks; write a whole number, or two with a hyphen, like 2-3")
    low, high = int(written[1]), int(written[2] or written[1])
    if low > high or high > MOST_WEEKS:
        raise ValueError(f"these weeks cannot be meant; write the fewest first, and {MOST_WEEKS} at most")
    return Span(low, high)


def read_fax(value: object) -> Phone | bool:
    """Return the number of a fax, or true where it stands on the portal for referrers."""
    return True if value is True else read_phone(value)


Weeks = Annotated[Span, PlainValidator(read_weeks)]
WrittenFax = Annotated[Phone | bool, PlainValidator(read_fax)]


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


class NamedLink(Strict):
    """A link under a name of the hospital's own."""

    title: WordsByLanguage
    address: AddressByLanguage


class Links(Strict):
    """Pages of the hospital's own site."""

    home: AddressByLanguage | None = None
    patient_portal: AddressByLanguage | None = None
    privacy: AddressByLanguage | None = None
    accessibility: AddressByLanguage | None = None
    more: list[NamedLink] = []


class Specialties(Strict):
    """The specialties that give second opinions: all of them, those that are named, or one disease."""

    all: bool = False
    disease: WordsByLanguage | None = None
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
    """How the medical file gets to the hospital, and what must be in it; the portal may give the number of the fax."""

    portal: AddressByLanguage | None = None
    post: list[Words] = []
    fax: WrittenFax | None = None
    images: WordsByLanguage | None = None
    disc: bool = False
    contents: list[WordsByLanguage] = []
    languages: list[TextLanguage] = []

    @field_validator("fax")
    @classmethod
    def _fax_stands_somewhere(cls, value: Phone | bool | None, info: ValidationInfo) -> Phone | bool | None:
        if value is True and not info.data.get("portal"):
            raise ValueError(
                "readers have to find the number somewhere; write it here, or give the 'portal' that has it"
            )
        return value


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
    when: list[WordsByLanguage] = []
    when_not: list[WordsByLanguage] = []
    video: bool = False
    one_visit: bool = False

    @field_validator("when_not")
    @classmethod
    def _not_always(cls, value: list[WordsByLanguage], info: ValidationInfo) -> list[WordsByLanguage]:
        if value and info.data.get("always"):
            raise ValueError("beside it stands 'always: true'; take one of the two out")
        return value


class WaitingTime(Strict):
    """How long the wait at one specialty is on average."""

    specialty: WordsByLanguage
    weeks: Weeks


class WaitingTimes(Strict):
    """The waits at all specialties on one day, or the address where the hospital keeps them, or both."""

    address: AddressByLanguage | None = None
    date: datetime.date | None = None
    weeks: list[WaitingTime] = []

    @model_validator(mode="after")
    def _says_something(self) -> WaitingTimes:
        if bool(self.weeks) != bool(self.date):
            raise ValueError("weeks and the date on which they were true belong together; write both")
        if not self.weeks and not self.address:
            raise ValueError(
                "no wait stands there; write 'date' and 'weeks', or the 'address' of your own table"
            )
        return self


class Studies(Strict):
    """Whether the hospital judges if a patient can join a study, and where its studies stand."""

    judged: bool = False
    address: AddressByLanguage | None = None

    @model_validator(mode="after")
    def _says_something(self) -> Studies:
        if not self.judged and not self.address:
            raise ValueError("nothing stands there; write 'judged: true', or the 'address' of your studies")
        return self


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


class Price(Strict):
    """What something costs at the hospital; own texts name the amount by ``name``."""

    name: Slug
    what: WordsByLanguage
    euro: Euros


class Costs(Strict):
    """What a hospital says about its own prices, and the day of its amounts."""

    date: datetime.date | None = None
    advance: Euros | None = None
    prices: list[Price] = []
    price_list: SafeAddress | None = None
    phone: WrittenPhone | None = None
    department: WordsByLanguage | None = None

    @field_validator("prices")
    @classmethod
    def _dated_and_named_once(cls, value: list[Price], info: ValidationInfo) -> list[Price]:
        if value and not info.data.get("date"):
            raise ValueError("nothing says of which day the prices are; write 'date' above them")
        names = [ADVANCE, *(price.name for price in value)]
        for name in names:
            if names.count(name) > 1:
                raise ValueError(f"the name '{name}' stands twice; texts would not know which is meant")
        return value

    def amounts(self) -> dict[str, int]:
        """Return the amounts in whole euros by the names that texts use for them."""
        advance = {} if self.advance is None else {ADVANCE: self.advance}
        return advance | {price.name: price.euro for price in self.prices}


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
