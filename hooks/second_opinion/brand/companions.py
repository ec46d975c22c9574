"""Keys of brand.yml that say something only beside another one: what that is, and what is wrong without it.

Checks, the sentences of the guide and the questions about a new brand are made of ``COMPANIONS``.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence

from msgspec import Struct
from pydantic import BaseModel

from second_opinion.brand.apart import Condition, said_at
from second_opinion.core.findings import Finding
from second_opinion.core.refusals import describe_said
from second_opinion.core.validation import YamlDocument


class Companion(Struct, frozen=True):
    """What a key needs beside it, as an example in the same group of brand.yml.

    It is ``one_of`` some conditions, without which the key is refused: ``wrong`` says why, ``do`` what to do. Where
    there are none, the key alone is no fault: nobody reads it then.
    """

    example: str
    one_of: Sequence[Condition] = ()
    wrong: str = ""
    do: str = ""


COMPANIONS: Mapping[str, Companion] = {
    "appointment.other_reasons": Companion(
        "when_not: [{nl: wij niets toe te voegen hebben, en: we have nothing to add}]",
        [Condition("appointment.when_not")],
        "beside it stands no reason in 'when_not'",
        "write one there, or take this out",
    ),
    "contact.answer_time": Companion(
        "phone: 000 000 00 00",
        [Condition(f"contact.{way}") for way in ("department", "phone", "general_phone", "email", "form")],
        "readers are told when they get an answer, and not how to ask",
        "write 'phone', 'email' or 'form' beside 'answer_time', or take that out",
    ),
    "contact.form_answer_time": Companion(
        "form: {nl: https://test.example, en: https://test.example}",
        [Condition("contact.form")],
        "beside it stands no 'form'",
        "write that too, or call this 'answer_time'",
    ),
    "contact.hours": Companion("phone: 000 000 00 00"),
    "costs.date": Companion("advance: 500"),
    "costs.date_is": Companion("advance: 500, date: 2026-11-22"),
    "costs.prices": Companion(
        "date: 2026-11-22",
        [Condition("costs.date")],
        "nothing says of which day the prices are",
        "write 'date' beside them",
    ),
    "costs.self_pay": Companion(
        "price_list: https://test.example",
        [Condition("costs.prices"), Condition("costs.price_list")],
        "beside it stands no price",
        "write 'prices' or 'price_list' too, or take it out",
    ),
    "elsewhere.directory": Companion("places: [{name: Test, town: Test, about: [{nl: Test, en: Test}]}]"),
    "elsewhere.questions_about": Companion("directory: {nl: https://test.example, en: https://test.example}"),
    "file.disc_often": Companion(
        "disc: true",
        [Condition("file.disc")],
        "beside it stands no 'disc: true'",
        "write that too, or take this out",
    ),
    "file.written_consent": Companion(
        "by: [us]",
        [Condition("file.by", has=("us",))],
        "'by' does not say that you ask for the file",
        "write 'us' there, or take this out",
    ),
    "review.status.hours": Companion("phone: 000 000 00 00"),
    "referral.required": Companion("by: [treating-doctor]"),
    "referral.only": Companion("by: [treating-doctor]"),
    "specialties.mental_health": Companion("names: [{nl: cardiologie, en: cardiology}]"),
    "waiting_times.date": Companion(
        "weeks: [{specialty: {nl: Cardiologie, en: Cardiology}, weeks: 2-3}]",
        [Condition("waiting_times.weeks")],
        "beside it stand no 'weeks' that were true on that day",
        "write these too, or take this out",
    ),
    "waiting_times.listed_by": Companion("address: {nl: https://test.example, en: https://test.example}"),
    "waiting_times.weeks": Companion(
        "date: 2026-11-22",
        [Condition("waiting_times.date")],
        "nothing says on which day these were true",
        "write 'date' beside them",
    ),
}


def check_companions(document: YamlDocument, sound: YamlDocument, brand: BaseModel) -> Iterator[Finding]:
    """Find keys that stand there without what they need beside them; not where that is written, and cannot be read.

    A key of which the value cannot be read needs it too, so that all that is wrong is told in one run.
    """
    for key, companion in COMPANIONS.items():
        said = Condition(key)

        def is_written(condition: Condition) -> bool:
            path = condition.path
            return condition.is_met_by(brand) or said_at(document, path) != said_at(sound, path)

        if companion.one_of and is_written(said) and not any(map(is_written, companion.one_of)):
            key_said, value = document.quoted(said.path), said_at(document, said.path)
            is_sound = value == said_at(sound, said.path)
            wrong = f"{describe_said(key_said, value) if is_sound else key_said}: {companion.wrong}"
            yield document.finding(said.path, wrong, companion.do)


def is_read_beside(key: str, said: Collection[str]) -> bool:
    """Tell whether readers get a key of a record that says others: no hours where no number stands beside them."""
    companion = COMPANIONS.get(key)
    return companion is None or bool(companion.one_of) or companion.example.partition(":")[0] in said


def day_beside(key: str) -> tuple[str, ...]:
    """Return the key of the day that is needed beside a key, step by step; nothing where none is."""
    needed = COMPANIONS[key].one_of if key in COMPANIONS else ()
    return next((other.path for other in needed if other.path[-1] == "date"), ())
