"""Pairs of keys that a brand cannot set together: side by side their sentences would contradict each other.

Checks, the guide and the file of a new brand are made of ``APART``. Two keys that go together, and only read badly,
have a sentence for both in ``own_sections.py`` instead. What a network cannot say beside ``elsewhere`` is ``OWN_CARE``.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property, reduce
from typing import Any, cast

from msgspec import Struct
from pydantic import BaseModel

from second_opinion.brand.route import Appointment
from second_opinion.core.findings import Finding
from second_opinion.core.refusals import format_value
from second_opinion.core.validation import YamlDocument

EITHER = "take one of the two out"


class Condition(Struct, frozen=True, dict=True):
    """What a key has to say: one of ``values``, a list with all of ``has`` and without ``lacks``, or anything."""

    key: str
    values: Sequence[object] = ()
    has: Sequence[str] = ()
    lacks: str = ""

    @cached_property
    def path(self) -> tuple[str, ...]:
        """Return the key step by step."""
        return tuple(self.key.split("."))

    def is_met_by(self, brand: BaseModel) -> bool:
        """Tell whether a brand meets the condition."""
        value = reduce(_value_at, self.path, cast("object", brand))
        if self.values:
            return any(_is_same(value, meant) for meant in self.values)
        if not value or (isinstance(value, BaseModel) and not value.model_fields_set):
            return False
        return not isinstance(value, list) or ({*self.has} <= {*map(str, value)} and self.lacks not in value)

    @property
    def in_guide(self) -> str:
        """Return it as the guide says it."""
        if self.values:
            first, *others = map(_as_written, self.values)
            return " or ".join((f"`{self.key}: {first}`", *(f"`{other}`" for other in others)))
        beside = [f" with {' and '.join(f'`{one}`' for one in self.has)}"] if self.has else []
        beside += [f" without `{self.lacks}`"] if self.lacks else []
        return f"`{self.key}`{''.join(beside)}"


class Apart(Struct, frozen=True):
    """Two conditions of which a brand cannot meet both, unless it meets another one; why, and what to do."""

    one: Condition
    other: Condition
    why: str
    do: str = EITHER
    unless: Sequence[Condition] = ()

    def is_said_by(self, brand: BaseModel) -> bool:
        """Tell whether a brand says both, and nothing that lets them stand together."""
        says_both = self.other.is_met_by(brand) and self.one.is_met_by(brand)  # most brands are no network
        return says_both and not any(exception.is_met_by(brand) for exception in self.unless)


def _value_at(record: object, name: str) -> Any:
    return record.get(name) if isinstance(record, dict) else getattr(record, name, None)


def _is_same(value: object, meant: object) -> bool:
    """Tell whether a value is the one that is meant; the order of a list does not count."""
    if isinstance(value, list) and isinstance(meant, list):
        return {*map(str, value)} == {*meant}
    return type(value) is type(meant) and value == meant


def _as_written(value: object) -> str:
    return f"[{', '.join(map(str, value))}]" if isinstance(value, list) else format_value(value).strip("'")


BY_PATIENT = Condition("appointment.made", ("by-patient",))
BY_HOSPITAL = Condition("appointment.made", ("by-hospital", "by-hospital-after-file"))
ADDRESS = Condition("appointment.address")
BY_FILE = Condition("appointment.advice_from_file")
ALWAYS = Condition("appointment.always", (True,))
BROUGHT = Condition("file.by", (["you"],))
NEVER = Condition("takeover.policy", ("never",))
BOOKED = "whoever makes the appointment has one"
UNLESS_BY_FILE = "whoever makes the appointment has one, unless the file can be enough"
SAY_BY_FILE = "write 'advice_from_file: true' too, or take one of the two out"
OR_BY_FILE = f"{EITHER}, or write 'advice_from_file: true' in its place where the file can be enough"
SOME_HAVE_NONE = "then not everyone gets one"
NOT_IN_ONE_WAY_WITHOUT_YOU = (
    ["you"],
    ["you", "us"],
    ["your-doctor", "us"],
    ["your-doctor", "you"],
    ["your-doctor", "us", "you"],
)
A_DOCTOR_SENDS = "this is how a doctor sends the file, and the patient alone brings it"
SEND_IT_TOO = "write 'your-doctor' or 'us' in 'file.by' too, or take this out"
GIVEN_ELSEWHERE = Condition("elsewhere")
NONE_OF_ITS_OWN = "this is about second opinions of your own, and you give none"
# What only a house that gives second opinions itself can say: whole groups, and keys and lines in others. A network can
# say how an appointment is made after the file, and who gets the report, as those do to whom it leads.
OWN_CARE: Sequence[Condition] = (
    *map(
        Condition,
        (
            "specialties",
            "moment",
            "referral",
            "file",
            "review",
            "waiting_times",
            "studies",
            "costs",
            "takeover",
            "from_abroad",
        ),
    ),
    Condition("appointment.made", ("by-patient", "by-hospital")),
    Condition("appointment.always", (True, False)),
    *(
        Condition(f"appointment.{key}")
        for key in Appointment.model_fields
        if key not in {"made", "always"}  # of which some values alone stand above
    ),
    *(
        Condition(f"own_lines.{section}")
        for section in (
            "specialties",
            "moment",
            "referral",
            "your-file",
            "application",
            "invited",
            "waiting",
            "visit",
            "language",
            "studies",
            "costs",
            "takeover",
            "from-abroad",
        )
    ),
)
APART: Sequence[Apart] = (
    Apart(
        Condition("specialties.disease"),
        Condition("specialties.all"),
        "a house for one disease gives no second opinions in every specialty",
    ),
    Apart(
        Condition("specialties.names"),
        Condition("specialties.all"),
        "readers are told that it is all of them, and never read the names",
    ),
    Apart(
        Condition("referral.only"),
        Condition("referral.by", (["treating-doctor", "gp"],)),
        "neither is the only one",
        "take out of 'by' who cannot, or take this out",
    ),
    *(
        Apart(Condition(f"file.{way}"), BROUGHT, A_DOCTOR_SENDS, SEND_IT_TOO)
        for way in ("portal", "post", "fax", "disc")
    ),
    Apart(
        Condition("file.images_with_referral"),
        Condition("file.by", lacks="your-doctor"),
        "a doctor sends the scans then",
        "write 'your-doctor' in 'file.by' too, or take this out",
    ),
    Apart(
        Condition("file.images_with_referral"),
        Condition("file.disc"),
        "the scans come along with the referral, or apart from it by post",
    ),
    Apart(
        Condition("file.images_brought"),
        Condition("file.by", NOT_IN_ONE_WAY_WITHOUT_YOU),
        "then all but the scans comes in one way: a doctor sends it, or your hospital asks for it",
        "write 'by: [your-doctor]' or 'by: [us]', or take this out",
    ),
    *(
        Apart(
            Condition("file.images_anew"),
            Condition(f"file.{key}"),
            "people can come without the old images, or have to bring or send them",
        )
        for key in ("images_brought", "images_with_referral")
    ),
    *(
        Apart(
            Condition("file.images_brought"),
            Condition(f"file.{way}"),
            "patients bring the scans themselves, or they come in another way",
        )
        for way in ("images", "images_with_referral", "disc")
    ),
    *(
        Apart(Condition(f"appointment.{key}"), ALWAYS, SOME_HAVE_NONE)
        for key in ("usually", "when", "when_not", "advice_from_file")
    ),
    Apart(
        Condition("appointment.usually"),
        Condition("appointment.always", (False,)),
        "who usually gets one does not always get one, so readers are told the first alone",
        "take 'always' out",
    ),
    Apart(Condition("moment.urgent"), ALWAYS, SOME_HAVE_NONE),
    *(
        Apart(one, booked, why, do, unless)
        for booked, told in ((BY_PATIENT, ()), (ADDRESS, (Condition("appointment.made"),)))
        for one, why, do, unless in (
            (Condition("appointment.usually"), BOOKED, EITHER, told),
            (Condition("appointment.when_not"), BOOKED, EITHER, told),
            (Condition("appointment.always", (False,)), BOOKED, OR_BY_FILE, told),
            (Condition("appointment.when"), UNLESS_BY_FILE, SAY_BY_FILE, (*told, BY_FILE)),
        )
    ),
    Apart(
        ADDRESS,
        BY_HOSPITAL,
        "readers would make an appointment there that you make",
    ),
    Apart(
        Condition("appointment.one_visit"),
        Condition("review.team_meeting"),
        "the advice comes on the same day, or later after a meeting",
    ),
    Apart(
        Condition("appointment.one_visit"),
        Condition("appointment.second_visit"),
        "people come once, or come back",
    ),
    Apart(
        Condition("appointment.one_visit"),
        Condition("appointment.result_at_once"),
        "the advice comes on the same day, or not always at once",
    ),
    Apart(
        Condition("report.unless_you_object"),
        Condition("report.to", (["you"],)),
        "nobody else gets the report, so there is nothing to object to",
    ),
    Apart(
        Condition("report.copy_on_request"),
        Condition("report.to", has=("you",)),
        "the patient gets the report without asking",
    ),
    Apart(
        Condition("report.to", has=("referrer", "gp")),
        Condition("referral.by", (["gp"],)),
        "the one who refers is the GP, who would be named twice",
        "take 'referrer' out",
    ),
    Apart(Condition("takeover.until_then"), NEVER, "you never take over"),
)
OF_NETWORKS: Sequence[Apart] = tuple(Apart(own, GIVEN_ELSEWHERE, NONE_OF_ITS_OWN) for own in OWN_CARE)


def said_apart(brand: BaseModel) -> Iterator[Apart]:
    """Yield the pairs of which a brand says both."""
    yield from (pair for pair in (*APART, *OF_NETWORKS) if pair.is_said_by(brand))


def check_apart(document: YamlDocument, brand: BaseModel) -> Iterator[Finding]:
    """Find keys that a brand cannot set together."""
    for pair in said_apart(brand):
        one, other = (_describe(document, condition) for condition in (pair.one, pair.other))
        where = f" on line {document.line(*pair.other.path)}" if document.lines else ""
        wrong = f"{one} stands beside {other}{where}: {pair.why}"
        yield document.finding(pair.one.path, wrong, pair.do)


def _describe(document: YamlDocument, condition: Condition) -> str:
    """Return a key with its value as it is written, where that is one word or a list of them."""
    value = said_at(document, condition.path)
    of_words = value if isinstance(value, list) else [value]
    is_short = all(isinstance(word, bool | str) for word in of_words)
    return f"'{condition.key}: {_as_written(value)}'" if is_short else f"'{condition.key}'"


def said_at(document: YamlDocument, path: Sequence[str]) -> object:
    """Return what a document says at a key; None where it says nothing."""
    return reduce(_entry_of, path, document.value)


def _entry_of(table: Any, name: str) -> Any:
    return table.get(name) if isinstance(table, dict) else None


def lines_in_guide(key: str) -> list[str]:
    """Return for the guide with which keys a key cannot be set, and why; what a network cannot say, at `elsewhere`."""
    if key == GIVEN_ELSEWHERE.key:
        keys = ", ".join(own.in_guide for own in OWN_CARE)
        return [f"Not together with any of these: {keys}. All are about second opinions of your own"]
    return [
        f"{_begin_remark(pair.one)}ot together with {pair.other.in_guide}: {pair.why}"
        for pair in APART
        if pair.one.key == key
    ]


def _begin_remark(condition: Condition) -> str:
    """Return how a remark about a key begins, which names its value where only that one is meant."""
    return "N" if condition.in_guide == f"`{condition.key}`" else f"{condition.in_guide} n"
