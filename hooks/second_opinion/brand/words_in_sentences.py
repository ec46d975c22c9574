"""Words of a brand that stand in the middle of a sentence of ours, and read there as if one were missing or capital."""

from __future__ import annotations

import re
from collections.abc import Iterator

from babel import Locale

from second_opinion.brand.model import Brand
from second_opinion.core.findings import Finding
from second_opinion.core.languages import FACTS
from second_opinion.core.records import WordsByLanguage, records_in
from second_opinion.core.validation import YamlDocument
from second_opinion.core.yaml_parser import KeyPath

WITH_ARTICLE = (
    ("costs", "department"),
    ("contact", "department"),
    ("complaints", "officer"),
    ("review", "status", "department"),
)
ANSWER_TIME, HOURS = "answer_time", "hours"
DISEASE, SPECIALTIES = ("specialties", "disease"), ("specialties", "names")
CAPITAL = re.compile(r"[^\W\d_][a-zà-ÿ]+")


def check_words_in_sentences(document: YamlDocument, brand: Brand) -> Iterator[Finding]:
    """Give a notice of words without an article or a preposition, or with a capital, where our sentence wants that."""
    for place, said in records_in(brand):
        if not isinstance(said, WordsByLanguage):
            continue
        for lang in brand.languages:
            text = said.in_language(lang)
            if found := _what_is_wrong(place, text, lang):
                wrong, do = found
                where = (*place, lang)
                wrong = f"{document.quoted(where)} is '{text}', {wrong}"
                yield Finding(document.file, document.line(*where), wrong, do, is_fault=False)


def _what_is_wrong(place: KeyPath, text: str, lang: str) -> tuple[str, str] | None:
    """Return what is wrong with words in the sentence that takes them, and what to do."""
    if place in WITH_ARTICLE and _lacks_article(text, lang):
        either = " or ".join(f"'{article} {text}'" for article in FACTS[lang].articles)
        return "and readers see it in a sentence, where it needs an article", f"write {either}"
    if place[-1] == ANSWER_TIME and _is_bare_time(text, lang):
        within = FACTS[lang].within
        return f"and readers are told when without '{within}'", f"write '{within} {text}'"
    is_capital = (place[-1] == HOURS and _begins_with_capital(text, lang)) or (
        (place == DISEASE or place[:2] == SPECIALTIES) and _is_name_of_no_one(text, lang)
    )
    small = text[:1].lower() + text[1:]
    return ("with a capital, in the middle of a sentence or list", f"write '{small}'") if is_capital else None


def _lacks_article(text: str, lang: str) -> bool:
    """Tell whether words begin with no article, or what stands for one, and with no name."""
    facts, first = FACTS[lang], text.partition(" ")[0]
    return bool(facts.determiners) and first.casefold() not in facts.determiners and first == first.lower()


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
