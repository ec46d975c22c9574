"""Worked examples of what a person pays: data/cost-examples.yml. The amounts are typed there and checked by a test."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from typing import Annotated, Any, TypeVar

from markupsafe import Markup, escape
from pydantic import AfterValidator, Field, StrictBool, create_model

from second_opinion.core.findings import Finding
from second_opinion.core.formatting import format_cents
from second_opinion.core.languages import LANGUAGES
from second_opinion.core.markdown_text import Text
from second_opinion.core.records import (
    ByLanguage,
    Slug,
    Strict,
    Wording,
    Words,
    YesOrNo,
    in_each_language,
    one_of,
)
from second_opinion.core.validation import YamlDocument, validate_list
from second_opinion.data.bar_legend import bar_legend
from second_opinion.data.cases import Case
from second_opinion.data.cost_questions import QUESTIONS, CostQuestion, questions_for_script
from second_opinion.data.deductible import Deductible
from second_opinion.data.interface import NamedWords

FILE = "data/cost-examples.yml"
PERCENTAGE = "reimbursed_percentage"
OPEN = 4  # as many examples stand open; the others are folded, so that a phone shows what comes after them
PAGES = {"age": "child", "place": "abroad"}  # the answer that is about a page, which has its name
FIGURE = Markup('<figure class="worked"><figcaption><strong>{}</strong> {} {}</figcaption>{}</figure>')
Record = TypeVar("Record", bound=Strict)


def _whole_cents(value: float) -> float:
    if value != round(value, 2):
        raise ValueError("it has more than two decimals; write whole cents, like 136.56")
    return value


Number = Annotated[float, Field(strict=True, ge=0, allow_inf_nan=False), AfterValidator(_whole_cents)]
WholeNumber = Annotated[int, Field(strict=True, ge=0)]


def _with_answers(record: type[Record]) -> type[Record]:
    """Give a record a part for each question of the estimate; what is left out is not known, or does not matter."""
    choices = {known["field"]: known.get("choices", []) for known in questions_for_script(QUESTIONS)}
    asked = [question for question in QUESTIONS if question.answers and not question.is_gate]
    parts: dict[str, Any] = {
        question.field: (_kind(question, choices[question.field]) | None, None)
        for question in asked
        if question.field not in record.model_fields
    }
    return create_model(
        record.__name__, __base__=record, __module__=record.__module__, __doc__=record.__doc__, **parts
    )


def _kind(question: CostQuestion, choices: Sequence[str | bool]) -> Any:
    if question.kind != "choice":
        return Annotated[Number, Field(le=question.most)]
    if question.is_by_year:
        return WholeNumber
    return StrictBool if True in choices else Annotated[str, one_of([str(choice) for choice in choices])]


@_with_answers
class Situation(Strict):
    """What is known: answers to the questions of the estimate, by field."""

    year: WholeNumber
    bill: Number


@in_each_language(Words)
class CostExample(ByLanguage):
    """One situation, with a title and in the words of each language, and what the patient and the insurer pay in euros.

    ``not_covered`` is what the patient pays besides the deductible. Care ``outside_basic`` insurance is no matter of
    the estimate: of its situation only year and bill are known. In the cases ``unless`` it is left out. ``stands`` says
    why an example of last year stands where nothing is known of this year.
    """

    id: Slug
    title: Wording
    situation: Situation
    patient: Number
    insurer: Number
    not_covered: Number = 0
    outside_basic: YesOrNo = False
    unless: list[Case] = []
    stands: Words | None = None

    @property
    def parts(self) -> dict[str, int]:
        """Return in cents who pays which part of the bill."""
        gap = _cents(self.not_covered)
        return {"deductible": _cents(self.patient) - gap, "gap": gap, "insurer": _cents(self.insurer)}

    @property
    def percentage(self) -> float | None:
        """Return the percentage that the insurer pays back, where that is known."""
        return self.situation.model_dump().get(PERCENTAGE)

    @property
    def amounts(self) -> frozenset[float]:
        """Return the amounts in euros that its words can name: what is known in euros, and who pays what."""
        known = self.situation.model_dump(exclude={"year", PERCENTAGE}).values()
        in_euros = {float(value) for value in known if isinstance(value, (int, float)) and value is not True}
        return frozenset({*in_euros, self.patient, self.insurer, self.not_covered})


def _cents(euros: float) -> int:
    return round(euros * 100)


def read_cost_examples(document: YamlDocument, this_year: int) -> tuple[list[CostExample], list[Finding]]:
    """Return the examples of sound form, with findings about their amounts and their years."""
    good, findings = validate_list(document, CostExample)
    for index, example in good.items():
        findings += [
            Finding(FILE, document.line(index, *place), wrong, do)
            for place, wrong, do in [*_check_outside(example), *_check_amounts(example)]
        ]
        if example.situation.year < this_year - (1 if example.stands else 0):
            findings.append(
                Finding(
                    FILE,
                    document.line(index, "situation", "year"),
                    f"the example is of {example.situation.year}, and it is {this_year} now",
                    "write the new year and the new amounts",
                    is_fault=False,
                    name="example_old",
                    values={"year": example.situation.year, "now": this_year},
                )
            )
    return [*good.values()], [*document.findings, *findings]


Wrong = tuple[tuple[str, ...], str, str]  # where in an example, what is wrong, what to do


def _check_outside(example: CostExample) -> list[Wrong]:
    """Find answers about care that basic insurance does not have, and an amount that it should pay."""
    if not example.outside_basic:
        return []
    known = sorted(example.situation.model_fields_set - {"year", "bill"})
    answers: list[Wrong] = [
        (
            ("situation", field),
            f"'situation.{field}' says something of care outside basic insurance",
            "take it out, or 'outside_basic'",
        )
        for field in known
    ]
    if example.not_covered == example.situation.bill:
        return answers
    amount = _format_euros(example.not_covered)
    wrong = f"'not_covered' is {amount}, and care outside basic insurance is not covered at all"
    return [*answers, (("not_covered",), wrong, f"write {_format_euros(example.situation.bill)}, the bill")]


def _check_amounts(example: CostExample) -> list[Wrong]:
    """Find parts that do not add up to the bill."""
    patient, insurer, bill = (
        _format_euros(amount) for amount in (example.patient, example.insurer, example.situation.bill)
    )
    if example.not_covered > example.patient:
        amount = _format_euros(example.not_covered)
        wrong = f"not_covered {amount} is more than patient {patient}, of which it is a part"
        return [(("not_covered",), wrong, "correct one of the two")]
    if sum(example.parts.values()) == _cents(example.situation.bill):
        return []
    wrong = f"patient {patient} and insurer {insurer} do not make the bill of {bill}"
    return [(("patient",), wrong, "correct one of the three")]


def examples_without(
    examples: Sequence[CostExample], left_out: Collection[str], cases: Collection[str] = ()
) -> list[CostExample]:
    """Return the examples that are about none of the pages that a site leaves out, and not left out in its cases."""
    return [
        example
        for example in examples
        if not any(
            page in left_out and getattr(example.situation, field) == page for field, page in PAGES.items()
        )
        and not any(case in cases for case in example.unless)
    ]


def check_deductibles(
    document: YamlDocument, examples: Sequence[CostExample], table: Deductible
) -> list[Finding]:
    """Find examples whose part for the deductible does not fit the deductible that their year has now."""
    indices = _indices(document)
    return [
        Finding(
            FILE,
            document.line(indices[example.id], "patient"),
            f"the example '{example.id}' was worked out with another deductible: of {example.situation.year} it is "
            f"{entry.euro} now",
            _what_to_write(example, entry.euro),
        )
        for example in examples
        if (entry := table.of(example.situation.year))
        and not _check_amounts(example)  # a wrong sum is reported already
        and not _fits(example, entry.euro)
    ]


def _indices(document: YamlDocument) -> dict[str, int]:
    """Return the places of the examples in their file, by their ids; of one that has none that is told already."""
    ids = [entry.get("id") if isinstance(entry, dict) else None for entry in document.value or []]
    return {id_: index for index, id_ in enumerate(ids) if isinstance(id_, str)}


def example_texts(
    document: YamlDocument, examples: Sequence[CostExample]
) -> Iterator[tuple[CostExample, Text]]:
    """Yield what the examples say in each language, their titles too, each with its line."""
    indices = _indices(document)
    for example in examples:
        for lang in LANGUAGES:
            for said, place in ((example.title.part(lang), ("title", lang)), (example.part(lang), (lang,))):
                yield example, Text(document.file, said, document.line(indices[example.id], *place))


def _what_to_write(example: CostExample, compulsory: int) -> str:
    """Return the amounts that an example has with another deductible: of one that was used up, how much was used."""
    answers = example.situation.model_dump()
    whole = _cents(compulsory + (answers["voluntary_deductible"] or 0))
    look = "and look whether the estimate says so too"
    if not example.parts["deductible"]:
        return f"write 'deductible_used: {_format_euros(whole / 100)}', {look}"
    gap, bill = example.parts["gap"], _cents(example.situation.bill)
    patient = gap + min(whole - _cents(answers["deductible_used"] or 0), bill - gap)
    insurer = _format_euros((bill - patient) / 100)
    return f"write 'patient: {_format_euros(patient / 100)}' and 'insurer: {insurer}', {look}"


def _fits(example: CostExample, compulsory: int) -> bool:
    """Tell whether an example fits a deductible: it pays all of that, the bill where it is lower, or nothing."""
    answers = example.situation.model_dump()
    used, voluntary = answers["deductible_used"], answers["voluntary_deductible"]
    if example.outside_basic or used is None or voluntary is None:
        return True
    charged, whole = example.parts["deductible"], _cents(compulsory + voluntary)
    left = min(whole - _cents(used), _cents(example.situation.bill - example.not_covered))
    return charged == left or (charged == 0 and _cents(used) not in range(1, whole))


def _format_euros(amount: float) -> str:
    """Return an amount as an editor writes it."""
    return f"{amount:.2f}".removesuffix(".00")


def cost_examples_markdown(
    examples: Sequence[CostExample],
    table: Deductible | None,
    lang: str,
    words: NamedWords,
    parts: NamedWords,
) -> str:
    """Return the examples as figures in Markdown, all but the first few folded; ``parts`` are the words of a bar."""
    figures = [_figure(example, table, lang, words, parts) for example in examples]
    if len(figures) <= OPEN:
        return "\n\n".join(figures)
    title = words.more_examples.format(count=len(figures) - OPEN)
    return "\n\n".join([*figures[:OPEN], f"/// details | {title}", *figures[OPEN:], "///"])


def _figure(
    example: CostExample, table: Deductible | None, lang: str, words: NamedWords, parts: NamedWords
) -> Markup:
    """Return one example: its sentences, the answer, and who pays which part."""
    year = example.situation.year
    amounts = {
        "bill": format_cents(_cents(example.situation.bill), lang),
        "patient": Markup("<strong>{}</strong>").format(format_cents(_cents(example.patient), lang)),
        "year": year,
    }
    said = [escape(words.example_answer).format(**amounts)]
    entry = table.of(year) if table else None
    if entry and not entry.confirmed and example.parts["deductible"]:
        said.append(escape(words.example_expected).format(year=year))
    legend = bar_legend(example.parts, lang, parts)
    return FIGURE.format(example.title.part(lang), example.part(lang), Markup(" ").join(said), legend)
