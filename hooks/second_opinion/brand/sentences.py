"""The sentences that a brand puts in the place of those of data/your-hospital.yml."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator, Mapping

from second_opinion.brand.model import HTML, Brand
from second_opinion.core.findings import Finding, did_you_mean
from second_opinion.core.languages import LANGUAGES
from second_opinion.core.long_sentences import describe_long_sentence, long_sentences
from second_opinion.core.validation import YamlDocument
from second_opinion.data.blanks import BLANK, check_blanks
from second_opinion.data.interface import NamedWords

KEPT = frozenset({"slug", "slug_elsewhere"})  # what is no sentence: the address of the own page
OFFERED = "offered_"  # begins the names of words that only `make brand` says
RENAMED = {  # names of before 0.3.0, with what to do: the nearest name is about something else
    "sometimes_not": "it is called 'usually' now, and readers get it with 'appointment.usually: true'"
}
MARK = re.compile(r"[\\`*_<>\[\]#|~^=]|^\s*(?:[-+]|\d+\.)\s")  # what Markdown takes for more than a letter


def with_sentences(
    document: YamlDocument,
    brand: Brand,
    words: Mapping[str, NamedWords],
    blanks: Mapping[str, str],
    file: str,
) -> tuple[dict[str, NamedWords], list[Finding]]:
    """Return the words with the brand's own sentences in their place, and what is wrong with those.

    ``blanks`` are what is filled in in each sentence, and ``file`` is where the words stand. A sentence in which
    something is wrong is left as it was.
    """
    own: dict[str, dict[str, str]] = {lang: {} for lang in words}
    findings: list[Finding] = []
    for name, sentence in brand.sentences.items():
        texts = {lang: text for lang in LANGUAGES if (text := sentence.part(lang)) is not None}
        found = list(_check_sentence(document, name, texts, words, blanks, file))
        findings += found
        for lang, text in {} if found else texts.items():
            own[lang][name] = text
    replaced = {
        lang: NamedWords({**of_language, **own[lang]}, file=file) for lang, of_language in words.items()
    }
    return replaced, findings


def _check_sentence(
    document: YamlDocument,
    name: str,
    texts: Mapping[str, str],
    words: Mapping[str, NamedWords],
    blanks: Mapping[str, str],
    file: str,
) -> Iterator[Finding]:
    if name in KEPT:
        wrong = f"'{name}' is the address of your own page, and no sentence"
        do = "take it out; the address stays the same, so that links to your page keep working"
        yield Finding(document.file, document.line("sentences", name), wrong, do)
        return
    names = {known for of_language in words.values() for known in of_language} - KEPT
    known = {known for known in names if not known.startswith(OFFERED)}
    if name not in known:
        nearest = difflib.get_close_matches(name, sorted(known), n=1, cutoff=0)[0]
        if_new = f"the nearest is '{nearest}', and all names stand in {file}"
        do = RENAMED.get(name) or did_you_mean(name, known, if_new=if_new)
        yield Finding(document.file, document.line("sentences", name), f"there is no sentence '{name}'", do)
        return
    lines = {lang: (text, document.line("sentences", name, lang)) for lang, text in texts.items()}
    yield from check_blanks(document.file, name, lines, blanks)
    for lang, (text, line) in lines.items():
        mark = MARK.search(BLANK.sub("", text))
        if mark and not HTML.search(text):
            wrong = f"'sentences.{name}.{lang}' holds '{mark[0].strip()}', and a sentence is words alone"
            yield Finding(document.file, line, wrong, "take it out")


def check_length_of_own_sentences(document: YamlDocument, brand: Brand) -> Iterator[Finding]:
    """Give a notice of each sentence of a brand that is too long."""
    for name, sentence in brand.sentences.items():
        for lang in brand.languages:
            for _, part, count in long_sentences(sentence.part(lang) or ""):
                line = document.line("sentences", name, lang)
                wrong = describe_long_sentence(part, count)
                yield Finding(document.file, line, wrong, "make two", is_fault=False)
