"""Words of a brand that stand in the middle of a sentence of ours, and read there as if one were missing or capital."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from babel import Locale

from second_opinion.brand.model import Brand
from second_opinion.core.findings import Finding, Message, format_all
from second_opinion.core.languages import FACTS
from second_opinion.core.records import WordsByLanguage, records_in
from second_opinion.core.validation import YamlDocument
from second_opinion.core.yaml_mistakes import within_curled_quotes
from second_opinion.core.yaml_parser import KeyPath

WITH_ARTICLE = (
    ("costs", "department"),
    ("contact", "department"),
    ("complaints", "officer"),
    ("review", "status", "department"),
)
ANSWER_TIMES, HOURS = ("answer_time", "form_answer_time"), "hours"
DISEASE, SPECIALTIES = ("specialties", "disease"), ("specialties", "names")
CAPITAL = re.compile(r"[^\W\d_][a-zà-ÿ]+")


def check_words_in_sentences(document: YamlDocument, brand: Brand) -> Iterator[Finding]:
    """Give a notice of words without an article or a preposition, or with a capital, where our sentence wants that.

    Names of specialties with a capital get one together.
    """
    said = [
        ((*place, lang), _without_curled_quotes(words.in_language(lang)))
        for place, words in records_in(brand)
        if isinstance(words, WordsByLanguage)
        for lang in brand.languages
    ]
    names = [(where, text) for where, text in said if _is_specialty_with_capital(where, text)]
    together = names if len(names) > 1 else []
    if together:
        yield _notice_of_capitals(document, together)
    for where, text in said:
        if (where, text) not in together and (found := _message_of_words(where, text)):
            wrong, do = found
            wrong = f"{document.quoted(where)} is '{text}', {wrong}"
            yield Finding(document.file, document.line(*where), wrong, do, is_fault=False)


def _without_curled_quotes(text: str) -> str:
    """Return words as they are to be written: curled quotes around them are a fault of their own."""
    return within_curled_quotes(text) or text


def _is_specialty_with_capital(where: KeyPath, text: str) -> bool:
    return where[:2] == SPECIALTIES and _is_name_of_no_one(text, str(where[-1]))


def _notice_of_capitals(document: YamlDocument, names: Sequence[tuple[KeyPath, str]]) -> Finding:
    """Return one notice of several names with a capital, each with its line."""
    lines = [document.line(*place) for place, _ in names]
    told = [f"'{text}' (line {line})" for line, (_, text) in zip(lines, names, strict=True)]
    wrong = f"{document.quoted(SPECIALTIES)} has {format_all(told)}, with a capital, in the middle of a list"
    small = format_all(f"'{_with_small_letter(text)}'" for _, text in names)
    also = tuple((document.file, line) for line in lines[1:])
    return Finding(document.file, lines[0], wrong, f"write {small}", is_fault=False, also=also)


def _message_of_words(where: KeyPath, text: str) -> Message | None:
    """Return what is wrong with words in the sentence that takes them, and what to do."""
    place, lang = where[:-1], str(where[-1])
    if place in WITH_ARTICLE and _lacks_article(text, lang):
        either = " or ".join(f"'{article} {text}'" for article in FACTS[lang].articles)
        return "and readers see it in a sentence, where it needs an article", f"write {either}"
    if place[-1] in ANSWER_TIMES and _is_bare_time(text, lang):
        within = FACTS[lang].within
        return f"and readers are told when without '{within}'", f"write '{within} {text}'"
    is_capital = (
        (place[-1] == HOURS and _begins_with_capital(text, lang))
        or (place == DISEASE and _is_name_of_no_one(text, lang))
        or _is_specialty_with_capital(where, text)
    )
    small = _with_small_letter(text)
    return ("with a capital, in the middle of a sentence or list", f"write '{small}'") if is_capital else None


def _with_small_letter(text: str) -> str:
    return text[:1].lower() + text[1:]


def _lacks_article(text: str, lang: str) -> bool:
    """Tell whether words begin with no article, or what stands for one, and need one.

    Where a language does not say of which words they do, all do but names: those with a capital.
    """
    facts, first = FACTS[lang], text.partition(" ")[0]
    if not facts.determiners or first.casefold() in facts.determiners:
        return False
    if facts.with_determiner:
        return facts.with_determiner.search(text) is not None
    return first == first.lower()


def _is_bare_time(text: str, lang: str) -> bool:
    """Tell whether words begin with a length of time: "één werkdag", "2-3 days"."""
    facts, first = FACTS[lang], text.partition(" ")[0]
    return first[:1].isdecimal() or first.casefold() in {*facts.ones, *facts.counts}


def _begins_with_capital(text: str, lang: str) -> bool:
    """Tell whether words begin with a capital, and with no day that is written with one in their language."""
    first = re.split(r"\W", text, maxsplit=1)[0]
    days = Locale.parse(FACTS[lang].locale).days["format"]
    named = {day for width in ("wide", "abbreviated") for day in days[width].values()}
    is_capital = first != first.lower() and CAPITAL.fullmatch(first) is not None
    return is_capital and not any(first.startswith(day) for day in named)


def _is_name_of_no_one(text: str, lang: str) -> bool:
    """Tell whether words begin with a capital, and end like a word for any disease or specialty: "Kanker"."""
    first, endings = text.partition(" ")[0], FACTS[lang].endings
    is_capital = CAPITAL.fullmatch(first) is not None and first != first.lower()
    return is_capital and bool(endings) and first.lower().endswith(endings)
