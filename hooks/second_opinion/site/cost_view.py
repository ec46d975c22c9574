"""What the form of the cost estimate shows, and what its script works with."""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from typing import Any

from babel.lists import format_list
from markupsafe import Markup, escape
from msgspec import Struct
from msgspec.structs import replace

from second_opinion.brand.model import Brand
from second_opinion.core.formatting import format_day, format_euros
from second_opinion.core.languages import LOCALES, SOURCE_LANGUAGE
from second_opinion.data.cost_questions import (
    NOW,
    Answer,
    CostQuestion,
    FromData,
    Typed,
    chip_name,
    questions_for_script,
)
from second_opinion.data.cost_texts import CostTexts
from second_opinion.data.deductible import Deductible
from second_opinion.data.glossary import source_words_in
from second_opinion.data.interface import NamedWords
from second_opinion.data.sources import Source, source_view
from second_opinion.site import passed
from second_opinion.site.bars import draw_bar, draw_swatch, segments, with_broken_end
from second_opinion.site.passed import last_day


class AnswerView(Struct, frozen=True):
    """An answer to a question: its value in the form and its words; a number that is typed has a label.

    ``chip`` are its words in the line of what is usual; with ``is_assumed`` the form starts with it.
    """

    value: str
    text: str
    label: str = ""
    chip: str = ""
    is_assumed: bool = False


class QuestionView(Struct, frozen=True):
    """A question of the form; ``unit`` says how what is typed is read.

    With ``has_prices`` the hospital's price list stands at it, with ``has_contracts`` whom it has a contract with.

    One that ``is_open`` stands in the page, the others come with the script; ``chip`` is its answer in the line of
    what is usual, or nothing.
    """

    field: str
    text: Markup
    short: str
    help: Markup
    unit: str
    answers: Sequence[AnswerView]
    has_prices: bool
    has_contracts: bool
    is_open: bool
    chip: str


class Opening(Struct, frozen=True):
    """The answer that stands there before anything is asked: a sentence, a bar, and what the bar says in words.

    ``note`` says what the amount of the sentence is made of.
    """

    says: str
    note: str = ""
    bar: str = ""
    lines: Sequence[tuple[Markup, str, str]] = ()


class CostView(Struct, frozen=True):
    """What the templates of the form show, and ``data``, what its script works with.

    ``phone`` is a link, ``contracts`` and ``advance`` are sentences, empty where the hospital says nothing of them.
    After the day ``until``, the page says ``passed``: the year with which the form starts is over.
    ``source_words`` are the words of the form in the language of the country, in which the page to take along is read.
    """

    words: NamedWords
    source_words: NamedWords
    source_lang: str
    opening: Opening
    questions: Sequence[QuestionView]
    price_list: str
    phone: Markup
    contracts: str
    advance: str
    until: str
    passed: str
    data: Mapping[str, Any]


def cost_address(lang: str) -> str:
    """Return the address of what the script of the form fetches in a language."""
    return f"assets/cost/{lang}.json"


def mark_source_language(text: str, lang: str) -> Markup:
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
                    "read": format_day(entry.read, lang),
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
    words: NamedWords,
    today: datetime.date,
) -> CostView:
    """Return what the form of a language shows; it offers the years from last year on."""
    amounts = cost_amounts(table, texts, lang)
    years = sorted(int(year) for year in amounts["years"])

    def questions_in(lang: str) -> list[QuestionView]:
        given = _given(table, texts, lang, years, today.year)
        return [
            _question(question, texts, given, lang, today.year)
            for question in texts.questions
            if question.answers
        ]

    data = {
        **amounts,
        "locale": _locale(lang),
        "advance": brand.costs.advance,
        "hospital": _hospital(brand, lang),
        "sources": {id_: _source(id_, sources[id_], lang, words) for id_ in _ids(amounts) if id_ in sources},
        "words": _answer_words(brand, texts, lang),
        "source": _cost_words_in_source_language(brand, texts, questions_in(SOURCE_LANGUAGE))
        if lang != SOURCE_LANGUAGE
        else None,
    }
    return CostView(
        words=texts.form[lang],
        source_words=texts.form[SOURCE_LANGUAGE],
        source_lang=SOURCE_LANGUAGE,
        opening=_opening(table, texts.answer[lang], lang, today.year),
        questions=questions_in(lang),
        price_list=brand.costs.price_list or "",
        phone=brand.costs.phone.link if brand.costs.phone else Markup(),
        contracts=_contracts(brand, texts.form[lang], lang, today),
        advance=_advance(brand, texts.form[lang], lang),
        until=last_day(today.year),
        passed=texts.form[lang].year_passed.format(year=today.year, now=passed.NOW),
        data=data,
    )


def _hospital(brand: Brand, lang: str) -> str:
    """Return the name of the hospital as sentences take it, with its article."""
    return brand.names_in(lang, is_short=True)["the_name"]


def _contracts(brand: Brand, words: NamedWords, lang: str, today: datetime.date) -> str:
    """Return with which insurers the hospital has a contract, or with which alone it has none, while that holds."""
    contracts = brand.costs.contracts_on(today)
    if contracts is None:
        return ""
    blanks = {
        "hospital": _hospital(brand, lang),
        "insurers": format_list(contracts.insurers, locale=LOCALES[lang]),
        "until": format_day(contracts.until, lang),
    }
    if contracts.all_but:
        return words.hospital_contracts_all_but.format(**blanks)
    return words.hospital_contracts.format(**blanks)


def _advance(brand: Brand, words: NamedWords, lang: str) -> str:
    """Return what the hospital asks beforehand where no insurer pays."""
    amount = brand.costs.advance
    if amount is None:
        return ""
    return words.hospital_unpaid.format(hospital=_hospital(brand, lang), amount=format_euros(amount, lang))


def _opening(table: Deductible, words: NamedWords, lang: str, year: int) -> Opening:
    """Return the estimate's own answer to what is assumed, with all else unknown: at most the highest deductible."""
    compulsory, voluntary = table.of(year), table.voluntary_of(year)
    if compulsory is None or not voluntary or table.rule_of(year) is None:
        return Opening(words.says_nothing_yet)
    highest = format_euros(compulsory.euro + max(voluntary), lang)
    lines = [
        (draw_swatch("open"), words.bar_you, words.amount_at_most.format(high=highest)),
        (draw_swatch("insurer"), words.bar_above, ""),
    ]
    drawing = draw_bar(with_broken_end(segments([("open", 1), ("insurer", 1)])))
    parts = {"compulsory": compulsory.euro, "voluntary": max(voluntary)}
    note = words.highest_is.format(**{name: format_euros(amount, lang) for name, amount in parts.items()})
    return Opening(words.says_at_most.format(high=highest), note, drawing, lines)


def _locale(lang: str) -> str:
    return LOCALES[lang].replace("_", "-")


def _given(
    table: Deductible, texts: CostTexts, lang: str, years: Sequence[int], this_year: int
) -> dict[str, list[AnswerView]]:
    """Return the answers that stand in data/deductible.yml: the years from last year on, and what may be chosen."""
    voluntary = sorted({amount for year in years for amount in table.voluntary_of(year)})
    return {
        "years": [
            AnswerView(str(year), str(year), chip=texts.form[lang].chip_year.format(year=year))
            for year in years
            if year >= this_year - 1
        ],
        "voluntary": [AnswerView(str(amount), format_euros(amount, lang)) for amount in voluntary],
    }


def _answer_words(brand: Brand, texts: CostTexts, lang: str) -> dict[str, str]:
    """Return the words of the answer; of who lacks a referral they say whether the hospital sees them at all."""
    words = texts.answer[lang]
    is_required = brand.referral is not None and brand.referral.required
    return {**words, "says_not_seen": words.says_not_seen if is_required else ""}


def _cost_words_in_source_language(
    brand: Brand, texts: CostTexts, questions: Sequence[QuestionView]
) -> dict[str, Any]:
    """Return the words of the page to take along in the language of the country, for readers of another one.

    ``names`` has by field what a question is called in a list, and by value the words of its answers and their chips.
    """
    return {
        "lang": SOURCE_LANGUAGE,
        "locale": _locale(SOURCE_LANGUAGE),
        "words": _answer_words(brand, texts, SOURCE_LANGUAGE),
        "names": {
            question.field: {
                "short": question.short,
                "answers": {answer.value: [answer.text, answer.chip] for answer in question.answers},
            }
            for question in questions
        },
    }


def _question(
    question: CostQuestion,
    texts: CostTexts,
    given: Mapping[str, Sequence[AnswerView]],
    lang: str,
    year: int,
) -> QuestionView:
    words = texts.form[lang]
    assumed = str(year) if question.assumes == NOW else question.assumes
    year_shown = Markup('<span class="cost-for">{}</span>').format(year)
    views = [view for answer in question.answers for view in _answers(question, answer, words, given)]
    answers = [replace(view, is_assumed=view.value == assumed) for view in views]
    return QuestionView(
        field=question.field,
        text=escape(words[question.field]).format(year=year_shown),
        short=words[f"{question.field}_short"],
        help=mark_source_language(words[f"{question.field}_help"], lang),
        unit="percentage" if question.kind == "percentage" else "euro",
        answers=answers,
        has_prices=question.has_prices,
        has_contracts=question.has_contracts,
        is_open=question.is_open,
        chip=_chip(question, answers, texts, lang) if question.has_chip else "",
    )


def _chip(question: CostQuestion, answers: Sequence[AnswerView], texts: CostTexts, lang: str) -> str:
    """Return the answer with which the form starts, as it stands in the line of what is usual."""
    words = texts.answer[lang]
    assumed = next((answer for answer in answers if answer.is_assumed), None)
    if assumed and assumed.chip:
        return assumed.chip
    said = assumed.text if assumed else words.not_filled_in
    return words.chip_other.format(question=texts.form[lang][f"{question.field}_short"], answer=said)


def _answers(
    question: CostQuestion, answer: Answer, words: NamedWords, given: Mapping[str, Sequence[AnswerView]]
) -> Sequence[AnswerView]:
    if isinstance(answer, FromData):
        return given[answer.what]
    if isinstance(answer, Typed):
        return [AnswerView("number", words[answer.words], words[answer.label])]
    chip = chip_name(question.field, answer.value)
    return [
        AnswerView(answer.value, words[answer.words], chip=words[chip] if chip in question.chip_words else "")
    ]


def _ids(amounts: Mapping[str, Any]) -> list[str]:
    lists = [part["sources"] for year in amounts["years"].values() for part in year.values()]
    return sorted({id_ for ids in [*lists, *amounts["line_sources"].values()] for id_ in ids})


def _source(id_: str, source: Source, lang: str, words: NamedWords) -> dict[str, str]:
    view = source_view(id_, source, lang)
    read = words.source_read_archived if view.is_archived else words.source_read
    shown = {
        "title": view.title,
        "publisher": view.publisher,
        "date": view.date,
        "address": view.address,
        "lang": view.lang,
        "read": read.format(date=view.read),
    }
    return {key: value for key, value in shown.items() if value}
