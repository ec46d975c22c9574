"""The hard words and their explanations, one file each: data/glossary/."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

from msgspec import Struct

from second_opinion.core.cache import cached
from second_opinion.core.findings import Finding
from second_opinion.core.languages import FACTS, LANGUAGES
from second_opinion.core.markdown_text import FOLD, HEADING, Text, markdown_links
from second_opinion.core.records import ByLanguage, Strict, Words, in_each_language
from second_opinion.core.validation import Entries, validate_each

FOLDER = "data/glossary"
NOTHING_EXPLAINED = frozenset({"words", "sources"})  # pages that are lists
TABLE_HEAD = re.compile(r"^[^\n]*\|[^\n]*\n(?=[ \t]*\|?[ \t]*:?-[-:| \t]*$)", re.MULTILINE)
CODE = re.compile(r"`[^`\n]*`")
NEVER = "(?!)"  # the pattern that finds nothing


class Explained(Strict):
    """A term in one language: the word, its other forms, its explanation, what people type, and what not to write."""

    term: Words
    forms: list[Words] = []
    text: Words
    synonyms: list[Words] = []
    avoid: list[Words] = []


@in_each_language(Explained)
class Entry(ByLanguage):
    """One entry in each language."""


class Term(Struct, frozen=True):
    """One entry in one language, with its file and its line there; ``id`` is the same in all."""

    id: str
    term: str
    forms: tuple[str, ...]
    text: str
    synonyms: tuple[str, ...]
    avoid: tuple[str, ...] = ()
    file: str = ""
    line: int = 1

    @property
    def anchor(self) -> str:
        """Return the anchor of the term on the page of words."""
        return f"term-{self.id}"


def read_glossary(entries: Entries) -> tuple[dict[str, list[Term]], list[Finding]]:
    """Return the terms of each language in the order of the alphabet; the name of a file is the id of its term."""
    good, findings = validate_each(entries, Entry)
    terms: dict[str, list[Term]] = {lang: [] for lang in LANGUAGES}
    seen: dict[str, str] = {}
    for id_, entry in good.items():
        file = entries[id_].file
        for lang in LANGUAGES:
            words: Explained = entry.part(lang)
            line = entries[id_].line(lang)
            for word in dict.fromkeys([words.term, *words.forms]):
                key = f"{lang}:{word.casefold()}"
                if key in seen:
                    wrong = f"'{word}' is explained here and {seen[key]}"
                    findings.append(Finding(file, line, wrong, "keep it in one place"))
                seen[key] = f"in {file} (line {line})"
            terms[lang].append(
                Term(
                    id_,
                    words.term,
                    tuple(words.forms),
                    words.text,
                    tuple(words.synonyms),
                    tuple(words.avoid),
                    file,
                    line,
                )
            )
    for found in terms.values():
        found.sort(key=lambda term: term.term.casefold())
    return terms, findings


def check_terms_used(terms: Sequence[Term], used: Collection[str]) -> list[Finding]:
    """Give a notice of each word that no page explains; ``used`` are the ids of the others."""
    return [
        Finding(
            term.file,
            term.line,
            f"the word '{term.term}' is used on no page",
            "write it where readers meet it, in running text, or take the entry out",
            is_fault=False,
        )
        for term in terms
        if term.id not in used
    ]


def glossary_markdown(terms: Sequence[Term]) -> str:
    """Return all terms as Markdown, a heading with an anchor for each."""
    return "\n\n".join(f"### {capitalise(term.term)} {{#{term.anchor}}}\n\n{term.text}" for term in terms)


def source_words_in(text: str, lang: str) -> Iterator[tuple[str, bool]]:
    """Yield the pieces of a text and whether each is in the source language: "In Dutch: derde mening."."""
    start, announced = 0, FACTS[lang].names_source
    for match in re.finditer(rf"(?<=\b{announced})[^.<>]+(?=\.)", text) if announced else ():
        yield text[start : match.start()], False
        for index, words in enumerate(re.split(r"( or )", match.group())):
            yield words, index % 2 == 0
        start = match.end()
    yield text[start:], False


def capitalise(text: str) -> str:
    """Return a text that starts with a capital."""
    return text[:1].upper() + text[1:]


def compile_forms(terms: Sequence[Term], said: str) -> tuple[re.Pattern[str], dict[str, Term]]:
    """Return a pattern that finds the forms of terms that occur in what is said, longest first, and their terms.

    To make a pattern of all forms, and to look for them, takes many times as long.
    """
    lower = said.casefold()
    by_form = {
        folded: term
        for term in terms
        for form in (term.term, *term.forms)
        if (folded := form.casefold()) in lower
    }
    forms = sorted(by_form, key=lambda form: (-len(form), form))
    return re.compile(
        rf"(?<![\w-])(?:{'|'.join(map(re.escape, forms)) or NEVER})(?![\w-])", re.IGNORECASE
    ), by_form


def terms_explained_in(text: Text, terms: Sequence[Term]) -> list[Term]:
    """Return the terms that a text explains to its readers: those that it says outside titles, links and code."""
    said = _running_text(text)
    finder, by_form = compile_forms(terms, said)
    found = {by_form[match[0].casefold()].id for match in finder.finditer(said)}
    return [term for term in terms if term.id in found]


def _running_text(text: Text) -> str:
    kept, end = [], 0
    for link in markdown_links(text):
        if link.start >= end:
            kept.append(text.body[end : link.start])
            end = link.end
    said = TABLE_HEAD.sub("\n", CODE.sub(" ", "\n".join(["|".join([*kept, text.body[end:]])])))
    return "\n".join(line for line in said.split("\n") if not HEADING.match(line) and not FOLD.match(line))


@cached
def check_variants(text: Text, terms: tuple[Term, ...]) -> tuple[Finding, ...]:
    """Find words that a text uses in place of the site's own word for the same thing; each gives a notice."""
    variants = {word.casefold(): term.term for term in terms for word in term.avoid}
    if not variants:
        return ()
    longest_first = sorted(variants, key=lambda word: (-len(word), word))
    finder = re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, longest_first))})(?![\w-])", re.IGNORECASE)
    return tuple(
        Finding(
            text.file,
            line,
            f"'{match.group(0)}' stands here, and the site says '{(term := variants[match.group(0).casefold()])}'",
            f"write '{term}'",
            is_fault=False,
        )
        for line, words in text.lines()
        for match in finder.finditer(words)
    )
