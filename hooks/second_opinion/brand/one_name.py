"""Names that a brand gives once for all languages of its site, though they are words of the first one."""

from __future__ import annotations

import re
from collections.abc import Iterator

from second_opinion.brand.model import Brand
from second_opinion.core.findings import Finding
from second_opinion.core.languages import FACTS, LANGUAGE_NAMES, SOURCE_LANGUAGE, format_languages, others
from second_opinion.core.records import NameByLanguage, records_in
from second_opinion.core.validation import YamlDocument, as_written

WORD = re.compile(r"\w+")
MAY_BE_FOREIGN = frozenset({"name", "short_name", "title"})  # of a house, of a paper, of a page elsewhere


def check_one_name_for_all(document: YamlDocument, brand: Brand) -> Iterator[Finding]:
    """Give a notice of each Dutch name that readers of another language get too."""
    languages = others(SOURCE_LANGUAGE, brand.languages)
    for place, name in records_in(brand):
        if not languages or not isinstance(name, NameByLanguage) or MAY_BE_FOREIGN.intersection(place):
            continue
        said = name.in_language(SOURCE_LANGUAGE)
        is_once = as_written(document.value, (*place, SOURCE_LANGUAGE)) == place
        if is_once and _is_of_source_language(said):
            names = ", ".join(f"{lang}: ..." for lang in languages)
            wrong = (
                f"{document.quoted(place)} is '{said}', which is {LANGUAGE_NAMES[SOURCE_LANGUAGE]}, "
                f"and readers in {format_languages(languages)} get it too"
            )
            do = f"write it in each language: {{{SOURCE_LANGUAGE}: {said}, {names}}}"
            yield Finding(document.file, document.line(*place), wrong, do, is_fault=False)


def _is_of_source_language(name: str) -> bool:
    """Tell whether a name has a word that only the source language has: "kanker", "ziekten van de huid"."""
    facts = FACTS[SOURCE_LANGUAGE]
    words = WORD.findall(name.casefold())
    return any(word in facts.small_words or word.endswith(facts.endings) for word in words)
