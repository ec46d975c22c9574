"""Spelling by the system's dictionaries (hunspell-nl, hunspell-en-gb) and the project's own list of words."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator
from pathlib import Path

from hunspell import Hunspell

from second_opinion.core.findings import Finding
from second_opinion.core.languages import FACTS, LOCALES, SOURCE_LANGUAGE
from second_opinion.core.markdown_text import Text
from second_opinion.data.word_lists import SPELLING
from second_opinion.prose.plain_language import prose_lines

FOLDER = Path("/usr/share/hunspell")
WORD = re.compile(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*")
SITE = re.compile(r"\b[\w-]+(?:\.[\w-]+)*\.(?:nl|eu|com|org)\b")
FOREIGN = re.compile(r"(?<![\w*])\*(?!\*)[^*]+\*(?!\*)|‘[^’]*’")


def missing_dictionaries(folder: Path = FOLDER) -> list[str]:
    """Return the packages of the dictionaries that are not installed."""
    return [
        facts.dictionary_package
        for facts in FACTS.values()
        if facts.dictionary_package and not (folder / f"{facts.locale}.dic").exists()
    ]


def speller(lang: str, right: Collection[str], folder: Path = FOLDER) -> Callable[[str], bool]:
    """Return a function that tells whether a word is spelt right; ``right`` are words that no dictionary has."""
    dictionary = Hunspell(LOCALES[lang], hunspell_data_dir=str(folder))
    known = {word.casefold() for word in right}
    seen: dict[str, bool] = {}

    def is_right(word: str) -> bool:
        if word not in seen:
            plain = word.replace("’", "'")
            seen[word] = (
                plain.casefold() in known
                or dictionary.spell(plain)
                or ("-" in plain and all(is_right(part) for part in plain.split("-")))
            )
        return seen[word]

    return is_right


def check_spelling(text: Text, lang: str, is_right: Callable[[str], bool]) -> Iterator[Finding]:
    """Yield a finding for each misspelt word; names of sites and, in English, Dutch words in italics do not count."""
    no_words = {line for line, words in text.lines() if words.lstrip().startswith(("///", "--8<--"))}
    for line, prose in prose_lines(text, FOREIGN if lang != SOURCE_LANGUAGE else None):
        if line in no_words:
            continue
        for word in dict.fromkeys(WORD.findall(SITE.sub(" ", prose))):
            if not is_right(word):
                yield Finding(
                    text.file,
                    line,
                    f"'{word}' is in no {FACTS[lang].dictionary} dictionary",
                    f"correct it, or add it under '{lang}:' in {SPELLING} when it is right",
                    about=(word,),
                )
