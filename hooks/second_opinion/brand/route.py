"""The way a hospital does second opinions, as brand.yml gives it; what is not given is not shown."""

from __future__ import annotations

import datetime
import re
from collections.abc import Mapping
from typing import Annotated, Literal

from msgspec import Struct
from pydantic import (
    AfterValidator,
    Field,
    PlainValidator,
    ValidationInfo,
    WithJsonSchema,
    field_validator,
    model_validator,
)

from second_opinion.brand.dates import WAITING_DAYS, is_still_true
from second_opinion.core.languages import LANGUAGES, PAPER_LANGUAGES
from second_opinion.core.phone import Phone, WrittenPhone, parse_phone
from second_opinion.core.records import (
    AddressByLanguage,
    Email,
    FileByLanguage,
    NameByLanguage,
    PageName,
    SafeAddress,
    Slug,
    Strict,
    Words,
    WordsByLanguage,
    YesOrNo,
    key,
    one_of,
)

SectionName = Literal[
    "where-to-go",
    "specialties",
    "moment",
    "referral",
    "your-file",
    "application",
    "appointment",
    "invited",
    "waiting",
    "visit",
    "language",
    "studies",
    "costs",
    "report",
    "takeover",
    "from-abroad",
    "hard-to-ask",
    "contact",
    "papers",
    "more",
    "complaints",
]
TextLanguage = Annotated[str, one_of(PAPER_LANGUAGES)]
Days = Annotated[int, Field(strict=True, ge=1, le=60)]
Euros = Annotated[int, Field(strict=True, ge=0, le=100_000)]
MOST_WEEKS = 104
ADVANCE = "advance"  # the name of the advance payment in texts


class Span(Struct, frozen=True):
    """A number of weeks, or the fewest and the most."""

    low: int
    high: int


def _parse_weeks(value: object) -> Span:
    """Return a number of weeks as someone wrote it; raise ValueError with what to write.

    _parse_weeks("2-3") => Span(2, 3)
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


def _parse_fax(value: object) -> Phone | bool:
    """Return the number of a fax, or true where only a page for referrers can have it."""
    return True if value is True else parse_phone(value)


def _of_someone(who: WordsByLanguage) -> WordsByLanguage:
    """Return whom readers ask or hear from; raise ValueError for what is nobody in some language, such as a day."""
    parts = filter(None, map(who.part, LANGUAGES))
    if not all(any(map(str.isalpha, part)) for part in parts):
        raise ValueError("what has no letters is nobody; write who it is, with the article")
    return who


Someone = Annotated[WordsByLanguage, AfterValidator(_of_someone)]
Weeks = Annotated[
    Span, PlainValidator(_parse_weeks), WithJsonSchema({"type": ["integer", "string"], "format": "weeks"})
]
WrittenFax = Annotated[
    Phone | bool,
    PlainValidator(_parse_fax),
    WithJsonSchema({"type": ["string", "integer", "boolean"], "format": "phone"}),
]


class Contact(Strict):
    """Where readers can ask a question or report an error."""

    department: Annotated[
        Someone | None,
        key(
            "Who answers, with the article",
            "{nl: het Patiënteninformatiepunt, en: the Patient Information Desk}",
        ),
    ] = None
    phone: Annotated[
        WrittenPhone | None,
        key(
            "The number to call, also at the foot of every page, on the home page and at the top of yours",
            "000 000 00 00",
        ),
    ] = None
    hours: Annotated[
        WordsByLanguage | None,
        key(
            "When the telephone is answered",
            "{nl: op werkdagen van 9.00 tot 17.00 uur, en: on working days from 9 am to 5 pm}",
        ),
    ] = None
    general_phone: Annotated[
        WrittenPhone | None,
        key(
            "The general number of your house, where the number to call is that of a department",
            "000 000 00 04",
        ),
    ] = None
    email: Annotated[
        Email | None,
        key(
            "The address for questions and mistakes; without a number also on the home page and at the foot of each",
            "vraag@ons-ziekenhuis.example",
        ),
    ] = None
    form: Annotated[
        AddressByLanguage | None,
        key(
            "A contact form; without a number or an email address also on the home page and at the foot of each",
            "{nl: https://www.ons-ziekenhuis.example/contact, en: https://www.ons-ziekenhuis.example/en/contact}",
        ),
    ] = None
    answer_time: Annotated[
        WordsByLanguage | None,
        key("How soon an answer comes", "{nl: binnen één werkdag, en: within one working day}"),
    ] = None
    form_answer_time: Annotated[
        WordsByLanguage | None,
        key(
            "How soon an answer comes to who uses the form, where that is no time for other ways",
            "{nl: binnen één werkdag, en: within one working day}",
        ),
    ] = None

    @property
    def can_be_reached(self) -> bool:
        """Tell whether it says how to reach someone."""
        return bool(self.phone or self.general_phone or self.email or self.form)

    @property
    def can_be_asked(self) -> bool:
        """Tell whether it says how to reach someone, or at least whom to ask."""
        return self.department is not None or self.can_be_reached


class Complaints(Strict):
    """Who helps with a complaint."""

    officer: Annotated[
        Someone,
        key(
            "Who helps with a complaint, with the article",
            "{nl: de klachtenfunctionaris, en: the complaints officer}",
        ),
    ]
    phone: Annotated[WrittenPhone | None, key("The number of that person", "000 000 00 00")] = None
    email: Annotated[Email | None, key("The address of that person", "klachten@ons-ziekenhuis.example")] = (
        None
    )
    form: Annotated[
        AddressByLanguage | None,
        key(
            "A form for complaints",
            "{nl: https://www.ons-ziekenhuis.example/klacht, en: https://www.ons-ziekenhuis.example/en/complaint}",
        ),
    ] = None


class NamedLink(Strict):
    """A link under a name of the hospital's own."""

    title: Annotated[
        NameByLanguage, key("The words of the link", "{nl: Afspraak maken, en: Make an appointment}")
    ]
    address: Annotated[
        AddressByLanguage | None,
        key(
            "Where it leads",
            "{nl: https://www.ons-ziekenhuis.example/afspraak, en: https://www.ons-ziekenhuis.example/en/appointment}",
        ),
    ] = None
    page: Annotated[
        PageName | None,
        key(
            "A page of this site, also one of yours, in the place of an address: the name of its file",
            "our-desk",
        ),
    ] = None

    @model_validator(mode="before")
    @classmethod
    def _page_by_its_key(cls, value: object) -> object:
        """Refuse the file of a page as an address, with the key that leads there."""
        address = value.get("address") if isinstance(value, Mapping) else None
        written = next(iter(address.values()), None) if isinstance(address, Mapping) else address
        if isinstance(written, str) and written.endswith(".md"):
            name = written.rpartition("/")[2].removesuffix(".md")
            raise ValueError(f"an address leads to another site; write 'page: {name}' in its place")
        return value

    @model_validator(mode="after")
    def _leads_somewhere(self) -> NamedLink:
        """Refuse a link that leads nowhere, or to two places."""
        if (self.address is None) is (self.page is None):
            raise ValueError("a link leads to one place; write 'address', or 'page' for a page of this site")
        return self


class Links(Strict):
    """Pages of the hospital's own site."""

    home: Annotated[
        AddressByLanguage | None,
        key(
            "Your own site, at the foot of every page",
            "{nl: https://www.ons-ziekenhuis.example, en: https://www.ons-ziekenhuis.example/en}",
        ),
    ] = None
    patient_portal: Annotated[
        AddressByLanguage | None,
        key(
            "Where patients see their records, also at the foot of every page",
            "{nl: https://mijn.ons-ziekenhuis.example, en: https://my.ons-ziekenhuis.example}",
        ),
    ] = None
    privacy: Annotated[
        AddressByLanguage | None,
        key(
            "Your privacy statement, at the foot of every page",
            "{nl: https://www.ons-ziekenhuis.example/privacy, en: https://www.ons-ziekenhuis.example/en/privacy}",
        ),
    ] = None
    accessibility: Annotated[
        AddressByLanguage | None,
        key(
            "Your accessibility statement, at the foot of every page",
            "{nl: https://www.ons-ziekenhuis.example/toegankelijkheid, en: https://www.ons-ziekenhuis.example/en/accessibility}",
        ),
    ] = None
    more: Annotated[
        list[NamedLink],
        key(
            "Links under names of your own, on your own page and at the foot of every page",
            "[{title: {nl: De patiëntenvereniging, en: The patient association}, address: {nl: https://www.vereniging.example}}]",
        ),
    ] = []


class Specialties(Strict):
    """The specialties that give second opinions: all of them, those that are named, or one disease."""

    all: Annotated[YesOrNo, key("Whether all your specialties give second opinions", "true")] = False
    disease: Annotated[
        NameByLanguage | None,
        key("The one disease that your house is for; names are then kinds of it", "{nl: kanker, en: cancer}"),
    ] = None
    names: Annotated[
        list[NameByLanguage],
        key("The specialties that give second opinions", "[{nl: cardiologie, en: cardiology}]"),
    ] = []
    mental_health: Annotated[
        YesOrNo | None,
        key(
            "Whether you give second opinions in mental health care. Only with `true` does our page about it say your "
            "way; of `all: true` alone it says nothing",
            "true",
        ),
    ] = None


class Moment(Strict):
    """When someone comes best, and when it may not be possible."""

    after_plan: Annotated[
        YesOrNo,
        key("Whether the best moment is once all tests are done and the plan has been discussed", "true"),
    ] = False
    urgent: Annotated[
        YesOrNo, key("Whether there may be no appointment for someone who has to be treated quickly", "true")
    ] = False


class Referral(Strict):
    """Who may refer a patient, and who does so best."""

    by: Annotated[
        list[Literal["treating-doctor", "gp"]],
        Field(min_length=1),
        key(
            "Who may refer a patient; our steps and drawing follow it",
            "[treating-doctor, gp]",
        ),
    ]
    required: Annotated[
        YesOrNo,
        key(
            "Whether to say that nobody can come without a referral; our home page and costs follow it",
            "true",
        ),
    ] = False
    only: Annotated[
        YesOrNo, key("Whether to say that the other one cannot refer, where `by` has one of the two", "true")
    ] = False
    preferred: Annotated[
        Literal["treating-doctor", "gp"] | None,
        key("Who refers best, where both stand in `by`", "treating-doctor"),
    ] = None

    @field_validator("preferred")
    @classmethod
    def _preferred_is_one_of_several(cls, value: str | None, info: ValidationInfo) -> str | None:
        may = info.data.get("by")
        if value and may and value not in may:
            raise ValueError("it does not stand in 'by'; add it there, or take this out")
        if value and may and len({*may}) == 1:
            raise ValueError("nobody else stands in 'by'; add who may refer too, or take this out")
        return value


class FileRoute(Strict):
    """How the medical file gets to the hospital, and what must be in it; a fax without a number needs the portal."""

    by: Annotated[
        list[Literal["your-doctor", "us", "you"]],
        key("Who brings the file: the doctor sends it, you ask for it, or the patient does", "[you, us]"),
    ] = []
    written_consent: Annotated[
        YesOrNo,
        key(
            "Whether a patient consents on paper before you ask for the file, where `us` stands in `by`",
            "true",
        ),
    ] = False
    images_brought: Annotated[
        YesOrNo,
        key(
            "Whether patients bring the scans to the appointment themselves, where their doctor sends the rest, or you "
            "ask for it",
            "true",
        ),
    ] = False
    images_anew: Annotated[
        YesOrNo,
        key(
            "Whether you make scans and other images anew yourselves, so that people can come without the old ones",
            "true",
        ),
    ] = False
    portal: Annotated[
        AddressByLanguage | None,
        key(
            "Your page for referrers",
            "{nl: https://verwijzers.ons-ziekenhuis.example, en: https://verwijzers.ons-ziekenhuis.example/en}",
        ),
    ] = None
    post: Annotated[
        list[Words],
        key("The address for letters, line by line", "[Ons Ziekenhuis, Straat 1, 0000 XX Plaats]"),
    ] = []
    fax: Annotated[
        WrittenFax | None,
        key("The number of the fax, or `true` where you give none here, beside `portal`", "000 000 00 09"),
    ] = None
    images: Annotated[
        WordsByLanguage | None,
        key(
            "How scans reach you",
            "{nl: 'digitaal, aan onze afdeling Radiologie', en: 'digitally, to our Radiology department'}",
        ),
    ] = None
    disc: Annotated[
        YesOrNo,
        key(
            "Whether a CD-ROM may come by post, to the address at `post` where that stands there",
            "true",
        ),
    ] = False
    disc_often: Annotated[
        YesOrNo, key("Whether scans often come on a CD-ROM, beside `disc: true`", "true")
    ] = False
    images_with_referral: Annotated[
        YesOrNo, key("Whether scans have to come along with the referral", "true")
    ] = False
    asked_elsewhere: Annotated[
        YesOrNo, key("Whether your doctors may ask those of other hospitals for more, with consent", "true")
    ] = False
    contents: Annotated[
        list[WordsByLanguage],
        key("What has to be in the file", "[{nl: de verwijsbrief, en: the referral letter}]"),
    ] = []
    languages: Annotated[
        list[TextLanguage], key("The languages in which you can read a file", "[nl, en]")
    ] = []

    @field_validator("fax")
    @classmethod
    def _fax_stands_somewhere(cls, value: Phone | bool | None, info: ValidationInfo) -> Phone | bool | None:
        if value is True and "portal" in info.data and not info.data["portal"]:
            if info.data.get("by") == ["you"]:
                raise ValueError(
                    "a doctor faxes the file, and the patient alone brings it here; take this out"
                )
            raise ValueError(
                "readers have to find the number somewhere; write it here, or give the 'portal' that has it"
            )
        return value


class RequestHandling(Strict):
    """What a hospital does with a request before anyone is invited: who reads the file, and who tells how far it is."""

    working_days: Annotated[Days | None, key("How long you take to read a file that is complete", "5")] = None
    confirmation: Annotated[
        YesOrNo | None, key("Whether you tell a patient that the request has arrived", "true")
    ] = None
    team_meeting: Annotated[
        YesOrNo, key("Whether your doctors sometimes discuss a request in a team meeting first", "true")
    ] = False
    status: Annotated[
        Contact | None,
        key(
            "Whom a patient asks how far it is: the keys of `contact`",
            "{department: {nl: de administratie, en: the back office}, phone: 000 000 00 01, "
            "hours: {nl: op werkdagen, en: on working days}}",
        ),
    ] = None

    @field_validator("status")
    @classmethod
    def _status_is_asked_of_someone(cls, value: Contact | None) -> Contact | None:
        if value and not value.can_be_asked:
            raise ValueError(
                "nothing says whom a patient asks; write 'department', 'phone', 'email' or 'form' below it, "
                "or take it out"
            )
        return value


class Appointment(Strict):
    """How the appointment comes about; ``by-hospital-after-file`` is for a date that waits for the file."""

    made: Annotated[
        Literal["by-patient", "by-hospital", "by-hospital-after-file"] | None,
        key(
            "Who makes the appointment; our steps and drawing follow it. "
            "With `by-hospital` you make one once you have looked at the records, with `by-hospital-after-file` people "
            "first hear whether they get one, and you then make it",
            "by-patient",
        ),
    ] = None
    address: Annotated[
        AddressByLanguage | None,
        key(
            "Where a patient makes it",
            "{nl: https://www.ons-ziekenhuis.example/afspraak, en: https://www.ons-ziekenhuis.example/en/appointment}",
        ),
    ] = None
    specialist_chosen: Annotated[
        YesOrNo,
        key("Whether your doctor reads the records first, and chooses the specialist by them", "true"),
    ] = False
    preferred_doctor: Annotated[
        YesOrNo,
        key(
            "Whether a patient can name a doctor, whom you cannot promise; without it our pages say that this is not "
            "always possible",
            "true",
        ),
    ] = False
    always: Annotated[YesOrNo | None, key("Whether everyone gets an appointment", "false")] = None
    usually: Annotated[
        YesOrNo, key("Whether most people get one, and you tell everyone who gets none", "true")
    ] = False
    advice_from_file: Annotated[
        YesOrNo,
        key(
            "Whether the file alone can be enough for your advice, without an appointment; also beside "
            "`made: by-patient`",
            "true",
        ),
    ] = False
    when: Annotated[
        list[WordsByLanguage],
        key(
            'When someone gets one, as what follows "if"',
            "[{nl: de arts u wil onderzoeken, en: the doctor wants to examine you}]",
        ),
    ] = []
    when_not: Annotated[
        list[WordsByLanguage],
        key(
            'When someone gets none, as what follows "if"',
            "[{nl: wij niets toe te voegen hebben, en: we have nothing to add}]",
        ),
    ] = []
    other_reasons: Annotated[
        YesOrNo, key("Whether there can be other reasons for none than those of `when_not`", "true")
    ] = False
    one_visit: Annotated[YesOrNo, key("Whether everything is on one day", "true")] = False
    examined_often: Annotated[YesOrNo, key("Whether the doctor often examines people too", "true")] = False
    video: Annotated[YesOrNo, key("Whether it can be by video", "true")] = False
    telephone: Annotated[YesOrNo, key("Whether it can be by telephone", "true")] = False
    result_at_once: Annotated[
        Literal["often", "usually"] | None,
        key("Whether people often or usually hear the result during the appointment", "often"),
    ] = None
    second_visit: Annotated[
        YesOrNo, key("Whether people come back where you need more tests or records", "true")
    ] = False
    languages: Annotated[
        list[TextLanguage],
        key(
            "The languages that your doctors speak with patients; who finds Dutch hard reads which others",
            "[nl, en]",
        ),
    ] = []
    interpreter: Annotated[
        Literal["by-us", "not-by-us"] | None,
        key(
            "Whether you arrange an interpreter for who asks in time, or patients bring one themselves",
            "by-us",
        ),
    ] = None

    @property
    def is_booked(self) -> bool:
        """Tell whether patients make it themselves, which an address to make it says too."""
        return self.made == "by-patient" or (self.made is None and self.address is not None)

    @property
    def has_none_for_some(self) -> bool:
        """Tell whether a hospital says that not everyone gets an appointment."""
        return self.always is False or any((self.usually, self.when, self.when_not, self.advice_from_file))


class WaitingTime(Strict):
    """How long the wait at one specialty is on average."""

    specialty: Annotated[NameByLanguage, key("Which one", "{nl: Cardiologie, en: Cardiology}")]
    weeks: Annotated[Weeks, key("How many weeks on average", "2-3")]


class WaitingTimes(Strict):
    """The waits at all specialties on one day, or the address where the hospital keeps them, or both."""

    date: Annotated[
        datetime.date | None,
        key(
            f"The day of the weeks below; after {WAITING_DAYS} days they are not shown, and the build says so",
            "2026-11-22",
        ),
    ] = None
    weeks: Annotated[
        list[WaitingTime],
        key(
            "How long the wait is at each specialty; a date stands beside it",
            "[{specialty: {nl: Cardiologie, en: Cardiology}, weeks: 2-3}]",
        ),
    ] = []
    address: Annotated[
        AddressByLanguage | None,
        key(
            "Your own table of waiting times",
            "{nl: https://www.ons-ziekenhuis.example/wachttijden, en: https://www.ons-ziekenhuis.example/en/waiting}",
        ),
    ] = None
    listed_by: Annotated[
        Literal["specialty", "illness"] | None,
        key(
            "How your own table lists the waits; in a house for one disease `illness` is the kind of it",
            "specialty",
        ),
    ] = None

    @field_validator("listed_by")
    @classmethod
    def _lists_somewhere(cls, value: str | None, info: ValidationInfo) -> str | None:
        if value and "address" in info.data and not info.data["address"]:
            raise ValueError("no 'address' leads to a table that lists them; write that, or take this out")
        return value

    @model_validator(mode="after")
    def _says_something(self) -> WaitingTimes:
        if not self.weeks and not self.address:
            raise ValueError(
                "no wait stands there; write 'date' and 'weeks', or the 'address' of your own table alone"
            )
        return self


class Studies(Strict):
    """Whether the hospital judges if a patient can join a study, and where its studies stand."""

    reason: Annotated[YesOrNo, key("Whether wanting to join a study is a reason to ask you", "true")] = False
    judged: Annotated[YesOrNo, key("Whether you look if a patient can join a study", "true")] = False
    address: Annotated[
        AddressByLanguage | None,
        key(
            "Where your studies stand",
            "{nl: https://www.ons-ziekenhuis.example/onderzoek, en: https://www.ons-ziekenhuis.example/en/studies}",
        ),
    ] = None

    @model_validator(mode="after")
    def _says_something(self) -> Studies:
        if not self.judged and not self.reason and not self.address:
            raise ValueError(
                "nothing stands there; write 'judged: true', 'reason: true', or the 'address' of your studies"
            )
        return self


class FromAbroad(Strict):
    """Second opinions for people who are treated in another country."""

    languages: Annotated[
        list[TextLanguage],
        Field(min_length=1),
        key("The languages in which a file from another country may be", "[nl, en]"),
    ]


class ReportRoute(Strict):
    """Who gets the report."""

    to: Annotated[
        list[Literal["you", "referrer", "gp", "treating-doctors"]],
        Field(min_length=1),
        key(
            "Who gets the report. Where a doctor does, our page about the appointment adds that patients who do not "
            "want that can say so",
            "[referrer, gp]",
        ),
    ]
    unless_you_object: Annotated[YesOrNo, key("Whether a patient can object", "true")] = False
    copy_on_request: Annotated[YesOrNo, key("Whether a patient gets a copy who asks for one", "true")] = False


class Takeover(Strict):
    """Whether the hospital may take over the treatment, and why it may not."""

    policy: Annotated[
        Literal[
            "if-you-want",
            "possible",
            "not-automatically",
            "not-always",
            "usually-not",
            "if-own-doctor-cannot",
            "never",
        ],
        key("Whether you may take over the treatment", "not-always"),
    ]
    reasons: Annotated[
        list[WordsByLanguage],
        key(
            "Why not, in whole sentences",
            "[{nl: Wij hebben een beperkt aantal plaatsen., en: We have a limited number of places.}]",
        ),
    ] = []
    until_then: Annotated[
        YesOrNo,
        key("Whether to say that the present hospital stays responsible until you have taken over", "true"),
    ] = False


class Price(Strict):
    """What something costs at the hospital; own texts name the amount by ``name``."""

    name: Annotated[Slug, key("The name for your own texts: `{{ brand.first-visit }}`", "first-visit")]
    what: Annotated[NameByLanguage, key("What it is for", "{nl: Eerste gesprek, en: First appointment}")]
    euro: Annotated[Euros, key("The amount in whole euros", "250")]


class Contracts(Strict):
    """The insurers that have a contract with the hospital, or alone have none, ``until`` the last day of it all."""

    insurers: Annotated[
        list[Words],
        Field(min_length=1),
        key("The insurers, as their customers know them", "[Verzekeraar Een, Verzekeraar Twee]"),
    ]
    all_but: Annotated[YesOrNo, key("Whether you have a contract with every insurer but these", "true")] = (
        False
    )
    date: Annotated[
        datetime.date,
        key("The day on which you looked it up, also where your own list names a month alone", "2026-11-22"),
    ]
    until: Annotated[
        datetime.date,
        key(
            "The last day on which it holds, such as the last of a month; after that day it is not shown, and the "
            "build says so",
            "2026-12-31",
        ),
    ]

    @field_validator("until")
    @classmethod
    def _ends_later(cls, value: datetime.date, info: ValidationInfo) -> datetime.date:
        if (date := info.data.get("date")) and value < date:
            raise ValueError(f"the contracts were looked up on {date}, which is later; write their last day")
        return value


class Costs(Strict):
    """What a hospital says about its own prices, and the day of its amounts."""

    insurer_first: Annotated[
        YesOrNo, key("Whether a patient asks the insurer before all else; our steps follow it", "true")
    ] = False
    advance: Annotated[
        Euros | None,
        key("What a patient pays in advance, in whole euros; `{{ brand.advance }}` in your own texts", "500"),
    ] = None
    prices: Annotated[
        list[Price],
        key(
            "Your prices; a date stands beside them. Where you give two amounts or more, the advance too, it reads "
            "“Deze prijzen” (“These prices”)",
            "[{name: first-visit, what: {nl: Eerste gesprek, en: First appointment}, euro: 250}]",
        ),
    ] = []
    date: Annotated[
        datetime.date | None, key("The day of your amounts; after a year the build reminds you", "2026-11-22")
    ] = None
    date_is: Annotated[
        Literal["checked", "changed"] | None,
        key(
            "Whether you looked the amounts up on that day, or changed them; without it they applied then",
            "checked",
        ),
    ] = None
    department: Annotated[
        Someone | None,
        key(
            "Who deals with payment, with the article",
            "{nl: de zorgadministratie, en: the care administration}",
        ),
    ] = None
    price_list: Annotated[
        SafeAddress | None,
        key("Your price list, also at the cost estimate", "https://www.ons-ziekenhuis.example/prijzen"),
    ] = None
    self_pay: Annotated[
        YesOrNo,
        key(
            "Whether your prices, or those of your price list, are for people who pay without an insurer "
            "(passantentarieven)",
            "true",
        ),
    ] = False
    phone: Annotated[
        WrittenPhone | None,
        key("The number for questions about costs, also at the cost estimate", "000 000 00 02"),
    ] = None
    contracts: Annotated[
        Contracts | None,
        key(
            "The insurers with whom you have a contract, or all but these, also at the cost estimate",
            "{insurers: [Verzekeraar Een, Verzekeraar Twee], date: 2026-11-22, until: 2026-12-31}",
        ),
    ] = None

    @field_validator("date_is")
    @classmethod
    def _day_is_there(cls, value: str | None, info: ValidationInfo) -> str | None:
        if value and "date" in info.data and not info.data["date"]:
            raise ValueError("no 'date' says which day that is; write that, or take this out")
        return value

    @field_validator("advance")
    @classmethod
    def _advance_above_zero(cls, value: int | None) -> int | None:
        if value == 0:
            raise ValueError("readers would read that they pay 0 euros in advance; take this out")
        return value

    @field_validator("prices")
    @classmethod
    def _named_once(cls, value: list[Price]) -> list[Price]:
        names = [ADVANCE, *(price.name for price in value)]
        for name in names:
            if names.count(name) > 1:
                raise ValueError(f"the name '{name}' stands twice; texts would not know which is meant")
        return value

    def contracts_on(self, day: datetime.date) -> Contracts | None:
        """Return the contracts as they may be shown on a day; None where their list has ended."""
        contracts = self.contracts
        return (
            contracts if contracts and is_still_true("costs.contracts.until", contracts.until, day) else None
        )

    def amounts(self) -> dict[str, int]:
        """Return the amounts in whole euros by the names that texts use for them."""
        advance = {} if self.advance is None else {ADVANCE: self.advance}
        return advance | {price.name: price.euro for price in self.prices}


class Paper(Strict):
    """A leaflet or form: its title, its code, and the file or the address where it can be read."""

    title: Annotated[
        NameByLanguage,
        key("What the leaflet or form is called", "{nl: Folder Second opinion, en: Leaflet Second opinion}"),
    ]
    code: Annotated[Words | None, key("The code that it bears", "AB-12")] = None
    section: Annotated[
        Literal[
            "referral",
            "your-file",
            "application",
            "appointment",
            "costs",
            "report",
            "takeover",
            "from-abroad",
        ]
        | None,
        key(
            "The section of your page in which it stands; without it, it stands in a list of all",
            "takeover",
        ),
    ] = None
    file: Annotated[
        FileByLanguage | None,
        key(
            "The file in your folder: PDF, Word or OpenDocument",
            "{nl: papers/folder.pdf, en: papers/leaflet.pdf}",
        ),
    ] = None
    address: Annotated[
        AddressByLanguage | None,
        key(
            "Where it can be read",
            "{nl: https://www.ons-ziekenhuis.example/folder, en: https://www.ons-ziekenhuis.example/en/leaflet}",
        ),
    ] = None


class Place(Strict):
    """Somewhere that gives second opinions."""

    name: Annotated[Words, key("What it is called", "GGZ Voorbeeldstad")]
    town: Annotated[Words, key("Where it is", "Voorbeeldstad")]
    about: Annotated[
        list[NameByLanguage],
        Field(min_length=1),
        key("The subjects it can help with", "[{nl: angst, en: anxiety}]"),
    ]
    address: Annotated[SafeAddress | None, key("Its site", "https://www.ggz.example")] = None
    phone: Annotated[WrittenPhone | None, key("Its number", "000 000 00 03")] = None


class Elsewhere(Strict):
    """Where to go instead, for an organisation that gives no second opinions itself: places, its own list, or both."""

    places: Annotated[
        list[Place],
        key(
            "Where people can go instead; a few of them, or all",
            "[{name: GGZ Voorbeeldstad, town: Voorbeeldstad, about: [{nl: angst, en: anxiety}]}]",
        ),
    ] = []
    questions_about: Annotated[
        list[NameByLanguage], key("What people often ask you", "[{nl: medicijnen, en: medicines}]")
    ] = []
    directory: Annotated[
        AddressByLanguage | None,
        key(
            "Your list of all places; it is enough without `places`",
            "{nl: https://www.ons-ziekenhuis.example/instellingen, en: https://www.ons-ziekenhuis.example/en/places}",
        ),
    ] = None

    @model_validator(mode="after")
    def _says_where(self) -> Elsewhere:
        if not self.places and not self.directory:
            raise ValueError(
                "nobody reads where to go; write the 'directory', the address of your list, or some 'places'"
            )
        return self
