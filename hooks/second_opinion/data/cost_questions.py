"""The questions of the cost estimate, in the order of the form: the one table of which everything about them is made.

The template shows them, the script gets what may be answered and whom to ask, and a build knows which words there must
be. What an answer does is law and logic, and stands in cost-estimate.mjs by the name of the field; so does when a
question matters (makes a difference), which is told from the answers before it: the order here is no matter of taste.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Literal

from msgspec import Struct

Kind = Literal["choice", "euro", "percentage"]
Knower = Literal["insurer", "hospital", "doctor"]


class Choice(Struct, frozen=True):
    """An answer to choose: its value in the form, and the name of its words.

    For the estimate "unknown" is not known, "default" the same as leaving the field out, and "all" the most there is.
    """

    value: str
    words: str


class Typed(Struct, frozen=True):
    """A number to type: the names of the words of its choice, and of the label of its input."""

    words: str
    label: str
    kind: Literal["euro", "percentage"] = "euro"


class FromData(Struct, frozen=True):
    """Choices that stand in data/deductible.yml: the years with an amount, or the voluntary deductibles."""

    what: Literal["years", "voluntary"]


Answer = Choice | Typed | FromData


class Ask(Struct, frozen=True):
    """A question to take along where the answer is not known: whom to ask, and the code behind `ask_` of its words.

    ``blanks`` are those of the words. It is asked ``also_when`` the answer is one of these.
    """

    to: Knower
    code: str
    blanks: str = "year?"
    also_when: tuple[str, ...] = ()


class When(Struct, frozen=True):
    """The answers to another question, of which one lets a question be asked; where that one does not matter, any."""

    field: str
    answers: tuple[str, ...]


UNKNOWN = Choice("unknown", "unknown")
YES, NO = Choice("true", "yes"), Choice("false", "no")
THIS_AMOUNT = Typed("this_amount", "in_euro")
WITH_YEAR = "year"
NOW = "now"  # the year of the day for which the site is built
# High enough for every end of a range to be reached, where nobody's amount has a bound.
PLENTY = 10_000_000_000
WITHOUT_CONTRACT = When("contracted", ("false",))
WITHOUT_KNOWN_CONTRACT = When("contracted", ("false", "unknown"))


class CostQuestion(Struct, frozen=True):
    """A field of the estimate, and how the form asks for it; without answers the form does not ask.

    ``assumes`` is the value of the answer with which the form starts, the usual one. One that ``is_open`` is asked from
    the beginning. Of the others, one with a usual answer waits behind that, in a line of such chips, and so does the
    one that ``has_prices``; one without a chip is asked as soon as it matters. With ``when`` either is asked where
    another question has one of those answers, and without a chip also once it is answered. Its ``asks`` are also asked
    where the usual answer is only assumed, if it ``is_asked_when_assumed``.

    ``most`` is the highest number that may be typed, in euros or per cent. With ``is_by_year`` the script takes what
    may be answered from the amounts of the year. ``is_gate``: whoever says no needs no estimate, so it is no field of
    it. ``has_usual``: leaving the field out says something, and not that it is unknown. ``rank`` is its place, and that
    of its ``asks``, among what is not known: 1 for what can change most. With ``has_prices`` the hospital's
    price list stands at it, with ``has_contracts`` the insurers with whom it has a contract.
    """

    field: str
    answers: tuple[Answer, ...]
    asks: tuple[Ask, ...] = ()
    assumes: str = ""
    is_open: bool = False
    when: When | None = None
    is_asked_when_assumed: bool = False
    most: int | None = None
    is_by_year: bool = False
    is_gate: bool = False
    has_usual: bool = False
    has_prices: bool = False
    has_contracts: bool = False
    rank: int = 8

    @property
    def kind(self) -> Kind:
        """Return whether it is answered by a choice alone, or with an amount or a percentage."""
        return next((answer.kind for answer in self.answers if isinstance(answer, Typed)), "choice")

    @property
    def is_obligatory(self) -> bool:
        """Tell whether there is no estimate without an answer."""
        return self.is_gate or (bool(self.answers) and UNKNOWN not in self.answers)

    @property
    def has_chip(self) -> bool:
        """Tell whether its answer stands in the line of what is usual, from where it is opened."""
        return self.has_prices or bool(self.assumes and not self.is_open)

    @property
    def chip_words(self) -> list[str]:
        """Return the names of the words with which its answers stand in the line of what is usual."""
        if not self.assumes:
            return []
        chosen = [answer.value for answer in self.answers if isinstance(answer, Choice) and answer != UNKNOWN]
        return [chip_name(self.field, value) for value in chosen]

    @property
    def form_words(self) -> list[str]:
        """Return the names of the words that the form shows for it."""
        if not self.answers:
            return []
        named = [answer for answer in self.answers if not isinstance(answer, FromData)]
        labels = [answer.label for answer in named if isinstance(answer, Typed)]
        own = [self.field, f"{self.field}_short", f"{self.field}_help"]
        return [*own, *(answer.words for answer in named), *labels, *self.chip_words]


def chip_name(field: str, value: str) -> str:
    """Return the name of the words with which an answer stands in the line of what is usual."""
    return f"chip_{field}_{value}"


def choices_of(field: str, *values: str) -> tuple[Choice, ...]:
    """Return choices whose words are named after the field and the value."""
    return tuple(Choice(value, f"{field}_{value}") for value in values)


QUESTIONS: tuple[CostQuestion, ...] = (
    CostQuestion(
        "insured",
        (YES, NO, UNKNOWN),
        (Ask("insurer", "insurance"),),
        assumes="true",
        is_gate=True,
        rank=2,
    ),
    CostQuestion("year", (FromData("years"),), assumes=NOW, is_by_year=True),
    CostQuestion("age", choices_of("age", "adult", "child"), assumes="adult"),
    CostQuestion("place", choices_of("place", "netherlands", "abroad"), assumes="netherlands"),
    CostQuestion(
        "cover_abroad",
        (*choices_of("cover_abroad", "none", "basic", "supplementary"), UNKNOWN),
        (
            Ask("insurer", "cover_abroad"),
            Ask("insurer", "permission", also_when=("basic", "supplementary")),
        ),
        rank=3,
    ),
    CostQuestion(
        "care",
        (*choices_of("care", "specialist", "gp"), UNKNOWN),
        (Ask("doctor", "care"),),
        assumes="specialist",
        rank=2,
    ),
    CostQuestion(
        "referral",
        (YES, NO, UNKNOWN),
        (Ask("doctor", "referral", also_when=("false",)),),
        assumes="true",
        rank=1,
    ),
    CostQuestion(
        "repeat",
        (YES, Choice("false", "repeat_false"), UNKNOWN),
        (Ask("insurer", "repeat", also_when=("true",)),),
        assumes="false",
        rank=5,
    ),
    CostQuestion(
        "contracted",
        (YES, NO, UNKNOWN),
        (Ask("insurer", "contracted"), Ask("insurer", "permission", also_when=("false",))),
        assumes="true",
        is_open=True,
        is_asked_when_assumed=True,
        has_contracts=True,
        rank=4,
    ),
    CostQuestion(
        "bill",
        (THIS_AMOUNT, UNKNOWN),
        (Ask("hospital", "price"), Ask("hospital", "advance")),
        when=WITHOUT_KNOWN_CONTRACT,
        most=1_000_000,
        has_prices=True,
        rank=6,
    ),
    CostQuestion(
        "reimbursed_percentage",
        (Typed("this_percentage", "in_per_cent", "percentage"), UNKNOWN),
        (Ask("insurer", "percentage"),),
        when=WITHOUT_CONTRACT,
        most=100,
        rank=7,
    ),
    CostQuestion(
        "percentage_of",
        (UNKNOWN, *choices_of("percentage_of", "bill", "tariff")),
        (Ask("insurer", "percentage_of"),),
        when=WITHOUT_CONTRACT,
        has_usual=True,
    ),
    CostQuestion(
        "tariff",
        (UNKNOWN, Choice("default", "tariff_below"), THIS_AMOUNT),
        (Ask("insurer", "tariff"),),
        when=WITHOUT_CONTRACT,
        most=PLENTY,
        has_usual=True,
    ),
    CostQuestion(
        "deductible_used",
        (
            Choice("0", "deductible_used_nothing"),
            Choice("all", "deductible_used_all"),
            UNKNOWN,
            Typed("deductible_used_part", "in_euro"),
        ),
        (Ask("insurer", "deductible_used", WITH_YEAR),),
        is_open=True,
        most=PLENTY,
    ),
    CostQuestion(
        "voluntary_deductible",
        (Choice("0", "no"), FromData("voluntary"), UNKNOWN),
        (Ask("insurer", "voluntary_deductible"),),
        is_open=True,
        is_by_year=True,
        has_usual=True,
    ),
    CostQuestion(
        "compulsory_deductible",
        (
            Choice("default", "compulsory_deductible_usual"),
            Typed("compulsory_deductible_other", "in_euro"),
            UNKNOWN,
        ),
        (Ask("insurer", "compulsory_deductible", WITH_YEAR),),
        assumes="default",
        is_by_year=True,
        has_usual=True,
    ),
    # What a hospital asks beforehand stands in its brand.yml.
    CostQuestion("advance", (), (Ask("hospital", "advance"),), most=PLENTY, has_usual=True, rank=6),
)


def form_blanks(questions: Sequence[CostQuestion]) -> dict[str, str]:
    """Return the words that the form must have for its questions, which have no blanks unless a table says so."""
    return dict.fromkeys((name for question in questions for name in question.form_words), "")


def answer_blanks(questions: Sequence[CostQuestion]) -> dict[str, str]:
    """Return the words for what to ask where an answer is not known, each with the blanks that it may have.

    ``next_`` says it as the one thing to do next.
    """
    asks = [ask for question in questions for ask in question.asks]
    return {f"ask_{ask.code}": ask.blanks for ask in asks} | {f"next_{ask.code}": "" for ask in asks}


def questions_for_script(questions: Sequence[CostQuestion]) -> list[dict[str, Any]]:
    """Return what the script takes of each question; what does not hold for one is left out."""
    return [_for_script(question) for question in questions]


def _for_script(question: CostQuestion) -> dict[str, Any]:
    known: dict[str, Any] = {"field": question.field}
    if question.kind == "choice" and question.answers and not (question.is_gate or question.is_by_year):
        chosen = [answer for answer in question.answers if isinstance(answer, Choice) and answer != UNKNOWN]
        known["choices"] = [_parse_value(answer.value) for answer in chosen]
    if question.most is not None:
        known["most"] = question.most
    if question.is_obligatory:
        known["must"] = True
    if question.has_usual:
        known["usual"] = True
    if question.is_open:
        known["open"] = True
    if question.has_chip:
        known["chip"] = True
    if question.when:
        known["when"] = [question.when.field, *(_parse_value(answer) for answer in question.when.answers)]
    if question.is_asked_when_assumed:
        known["assumed"] = True
    if question.asks:
        known |= {"rank": question.rank, "ask": [_ask_for_script(ask) for ask in question.asks]}
    return known


def _ask_for_script(ask: Ask) -> list[Any]:
    return [ask.to, ask.code, *(_parse_value(value) for value in ask.also_when)]


def _parse_value(value: str) -> str | bool:
    return value == "true" if value in {"true", "false"} else value
