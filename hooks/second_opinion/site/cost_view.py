"""What the form of the cost estimate shows, and what its script works with."""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup, escape

from second_opinion.brand.model import Brand
from second_opinion.core.formatting import day, euro
from second_opinion.core.languages import LOCALES, SOURCE_LANGUAGE
from second_opinion.data.cost_questions import (
    Answer,
    FromData,
    Question,
    Typed,
    questions_for_script,
)
from second_opinion.data.cost_texts import CostTexts
from second_opinion.data.deductible import Deductible
from second_opinion.data.glossary import source_words_in
from second_opinion.data.interface import Interface
from second_opinion.data.sources import Source, source_view
from second_opinion.site.structured_data import script_json


@dataclass(frozen=True)
class AnswerView:
    """An answer to a question: its value in the form and its words; a number that is typed has a label."""

    value: str
    text: str
    label: str = ""


@dataclass(frozen=True)
class QuestionView:
    """A question of the form; ``unit`` says how what is typed is read. ``has_prices``: the price list stands at it."""

    field: str
    text: str
    short: str
    help: Markup
    unit: str
    answers: Sequence[AnswerView]
    has_prices: bool


@dataclass(frozen=True)
class CostView:
    """What the template of the form shows.

    ``phone`` is a link; ``data`` is JSON for the script, safe inside a `<script>`.
    """

    words: Interface
    questions: Sequence[QuestionView]
    price_list: str
    phone: Markup
    data: Markup


def marked(text: str, lang: str) -> Markup:
    """Return words of the form as HTML, with what is in the source language marked as such."""
    span = Markup('<span lang="{}">{}</span>')
    return Markup().join(
        span.format(SOURCE_LANGUAGE, words) if is_of_source else escape(words)
        for words, is_of_source in source_words_in(text, lang)
    )


def cost_amounts(table: Deductible, texts: CostTexts, lang: str) -> dict[str, Any]:
    """Return what the estimate works with, as the script takes it; days are in words.

    That is the amounts and the rule of each year that has all of them, the questions, and the sources of the lines.
    """
    years = {}
    for start, entry in table.compulsory.items():
        voluntary, rule = table.voluntary_entry(start.year), table.rule_of(start.year)
        if voluntary is not None and rule is not None:
            years[str(start.year)] = {
                "compulsory": {
                    "euro": entry.euro,
                    "confirmed": entry.confirmed,
                    "read": day(entry.read, lang),
                    "sources": entry.sources,
                },
                "voluntary": {"euro": voluntary.euro, "sources": voluntary.sources},
                "rule": {"name": rule.rule, "sources": rule.sources},
            }
    return {
        "years": years,
        "questions": questions_for_script(texts.questions),
        "line_sources": dict(texts.line_sources),
    }


def cost_view(
    table: Deductible,
    texts: CostTexts,
    sources: Mapping[str, Source],
    brand: Brand,
    *,
    lang: str,
    words: Interface,
    today: datetime.date,
) -> CostView:
    """Return what the form of a language shows; it offers the years from last year on."""
    amounts = cost_amounts(table, texts, lang)
    years = sorted(int(year) for year in amounts["years"])
    voluntary = sorted({amount for year in years for amount in table.voluntary_of(year)})
    given = {
        "years": [AnswerView(str(year), str(year)) for year in years if year >= today.year - 1],
        "voluntary": [AnswerView(str(amount), euro(amount, lang)) for amount in voluntary],
    }
    data = {
        **amounts,
        "locale": LOCALES[lang].replace("_", "-"),
        "advance": brand.costs.advance,
        "sources": {id_: _source(sources[id_], lang, words) for id_ in _ids(amounts) if id_ in sources},
        "words": dict(texts.answer[lang]),
    }
    return CostView(
        words=texts.form[lang],
        questions=[
            _question(question, texts.form[lang], given, lang)
            for question in texts.questions
            if question.answers
        ],
        price_list=brand.costs.price_list or "",
        phone=brand.costs.phone.link if brand.costs.phone else Markup(),
        data=script_json(data),
    )


def _question(
    question: Question, words: Interface, given: Mapping[str, Sequence[AnswerView]], lang: str
) -> QuestionView:
    return QuestionView(
        field=question.field,
        text=words[question.field],
        short=words[f"{question.field}_short"],
        help=marked(words[f"{question.field}_help"], lang),
        unit="percentage" if question.kind == "percentage" else "euro",
        answers=[view for answer in question.answers for view in _answers(answer, words, given)],
        has_prices=question.has_prices,
    )


def _answers(
    answer: Answer, words: Interface, given: Mapping[str, Sequence[AnswerView]]
) -> Sequence[AnswerView]:
    if isinstance(answer, FromData):
        return given[answer.what]
    if isinstance(answer, Typed):
        return [AnswerView("number", words[answer.words], words[answer.label])]
    return [AnswerView(answer.value, words[answer.words])]


def _ids(amounts: Mapping[str, Any]) -> list[str]:
    lists = [part["sources"] for year in amounts["years"].values() for part in year.values()]
    return sorted({id_ for ids in [*lists, *amounts["line_sources"].values()] for id_ in ids})


def _source(source: Source, lang: str, words: Interface) -> dict[str, str]:
    view = source_view(source, lang)
    read = words.source_read_archived if view.archived else words.source_read
    shown = {
        "title": view.title,
        "publisher": view.publisher,
        "date": view.date,
        "address": view.address,
        "lang": view.lang,
        "read": read.format(date=view.read),
    }
    return {key: value for key, value in shown.items() if value}
