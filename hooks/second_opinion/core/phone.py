"""Telephone numbers: how one is shown, how it is dialled, and what is wrong with one that nobody can dial."""

from __future__ import annotations

import re
from typing import Annotated

import phonenumbers
from markupsafe import Markup
from msgspec import Struct
from phonenumbers import NumberParseException, PhoneNumber, PhoneNumberType, ValidationResult
from pydantic import PlainValidator, WithJsonSchema

from second_opinion.core.yaml_mistakes import within_curled_quotes

HOME = "NL"
CODE = 31
FIGURES = 10  # of a whole Dutch number, with its first 0
NOT_FROM_ABROAD = {PhoneNumberType.TOLL_FREE, PhoneNumberType.PREMIUM_RATE}
EXAMPLE = "like 020 123 45 67"
INVENTED = re.compile(r"000[0-9]{5,8}")
SHORT = re.compile(r"1[0-9]{2,5}")
OF_TOWN = re.compile(r"140[0-9]{2,3}")  # 14 and an area code: the only short number that can be a house's own
MARKS = re.compile(r"[\s().-]+")
CLOSING_SIGNS = r"[.,;:?!)’]+"  # a line may begin with none of these; after an inline block it could
LINK_BEFORE_SIGN = re.compile(rf'(<a [^>]*href="tel:[^>]*>[^<]*</a>{CLOSING_SIGNS})')


class Phone(Struct, frozen=True):
    """A telephone number: as readers see it, and as a telephone dials it.

    An invented one begins with 000, which no real number does.
    """

    shown: str
    dialled: str

    @property
    def address(self) -> str:
        """Return what a link leads to."""
        return f"tel:{self.dialled}"

    @property
    def link(self) -> Markup:
        """Return the link."""
        return Markup('<a href="{}">{}</a>').format(self.address, self.shown)

    @property
    def is_invented(self) -> bool:
        """Tell whether this is a number for examples."""
        return INVENTED.fullmatch(self.dialled) is not None


def parse_phone(value: object) -> Phone:
    """Return a number as someone wrote it; raise ValueError with what is wrong and what to do.

    parse_phone("+31 (0)20 123 45 67").dialled => "+31201234567"
    """
    if isinstance(value, Phone):
        return value
    if isinstance(value, bool) or not isinstance(value, (str, int)):
        raise ValueError(f"this is no telephone number; write it, {EXAMPLE}, or take the line out")
    shown = " ".join(str(value).split())
    if within := within_curled_quotes(shown):
        raise ValueError(f"curled quotes stand around this number; write straight quotes, or none: {within}")
    if re.search(r"[^\W\d_]", shown):
        raise ValueError(
            f"a telephone number holds no letters; write figures, {EXAMPLE}, or take the line out"
        )
    figures = MARKS.sub("", shown)
    if not re.fullmatch(r"\+?[0-9]+", figures):
        raise ValueError(f"this is not one telephone number; write one, {EXAMPLE}")
    return Phone(shown, _dialled(figures))


def _dialled(figures: str) -> str:
    """Return what a telephone dials; raise ValueError where nobody can be reached."""
    if INVENTED.fullmatch(figures):
        return figures
    try:
        number = phonenumbers.parse(figures, HOME)
    except NumberParseException:
        raise ValueError(_without_country(figures)) from None
    if not phonenumbers.is_valid_number(number):
        raise ValueError(_why_not(number, figures))
    if not figures.startswith(("+", "0")) and not OF_TOWN.fullmatch(figures):
        whole = phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.NATIONAL)
        raise ValueError(f"a Dutch number begins with 0; write the whole number, {whole}")
    if not figures.startswith("+") and _is_for_home_alone(number):
        return figures
    return str(phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164))


def _is_for_home_alone(number: PhoneNumber) -> bool:
    return number.country_code == CODE and (
        phonenumbers.number_type(number) in NOT_FROM_ABROAD
        or not phonenumbers.can_be_internationally_dialled(number)
    )


def _without_country(figures: str) -> str:
    if len(figures) < 5:
        return f"this is too short; write a whole number, {EXAMPLE}"
    return "no country has a number that begins like this; write + and the country first, like +49 30 123456"


def _why_not(number: PhoneNumber, figures: str) -> str:
    """Return what is wrong with a number that does not exist, and what to do."""
    if number.country_code != CODE:
        length = phonenumbers.is_possible_number_with_reason(number)
        wrong = {ValidationResult.TOO_SHORT: "too short", ValidationResult.TOO_LONG: "too long"}.get(length)
        said = f"this is {wrong}" if wrong else "this number does not exist"
        return f"{said} for the country +{number.country_code}; look at it again"
    whole = len(str(number.national_number)) + 1 if figures.startswith(("+", "00")) else len(figures)
    if whole != FIGURES:
        size = "too short" if whole < FIGURES else "too long"
        return (
            f"this is {size}: it has {whole} figures, and a Dutch number has {FIGURES}; write it, {EXAMPLE}"
        )
    return f"no Dutch number begins like this; write it, {EXAMPLE}"


def can_be_dialled(target: str) -> bool:
    """Tell whether a telephone can dial what follows ``tel:``: figures, and perhaps a + and marks between them."""
    figures = re.sub(r"[().-]", "", target)
    if not re.fullmatch(r"\+?[0-9]+", figures):
        return False
    if SHORT.fullmatch(figures):
        return True
    try:
        phone = parse_phone(figures)
    except ValueError:
        return False
    return phone.dialled == figures or not figures.startswith("+")


WrittenPhone = Annotated[
    Phone,
    PlainValidator(parse_phone),
    WithJsonSchema({"type": ["string", "integer"], "format": "phone"}),
]


def with_signs_kept(html: str) -> str:
    """Return HTML in which no line begins with the sign that stands behind the link of a number.

    <a href="tel:112">112</a>, day => <span class="kept"><a href="tel:112">112</a>,</span> day
    """
    return LINK_BEFORE_SIGN.sub(r'<span class="kept">\1</span>', html)
