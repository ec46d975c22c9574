"""The words of the interface in each language: data/interface.yml."""

from __future__ import annotations

import difflib
from collections.abc import Callable, Collection, Iterable, Mapping

from second_opinion.core.cache import cached
from second_opinion.core.findings import Finding
from second_opinion.core.languages import LANGUAGES
from second_opinion.core.records import ByLanguage, Wording, WordsByLanguage
from second_opinion.core.validation import YamlDocument, validate
from second_opinion.data.blanks import (
    check_blanks,
    check_names_present,
    message_of_missing_words,
    missing_names,
)

FILE = "data/interface.yml"
EDITING = "data/editing.yml"  # the words of the page for editing without Git
SIGN_OFF = "data/sign-off.yml"  # the words around what a copy says


class NamedWords(dict[str, str]):
    """The words of one language; a template asks for them by name.

    A name for which there are no words stands in for them and is remembered, so that a build tells all of them at once.
    """

    def __init__(
        self,
        words: Mapping[str, str] = {},
        *,
        file: str = FILE,
        is_whole: bool = True,
        line_of: Callable[[str], int] = lambda _name: 1,
    ) -> None:
        """Keep the words, with the lines on which they stand.

        Where the file could not be read as a whole, that is reported already, and missing words are not.
        """
        super().__init__(words)
        self._file, self._is_whole, self._line_of = file, is_whole, line_of
        self._missed: set[str] = set()
        self._said = ""

    def __repr__(self) -> str:
        """Return the words as a dict says them, once for all: a cache asks often, and nobody changes the words."""
        self._said = self._said or super().__repr__()
        return self._said

    def __missing__(self, name: str) -> str:
        """Return a name for which there are no words."""
        if self._is_whole:
            self._missed.add(name)
        return name

    def __getattr__(self, name: str) -> str:
        """Return the words called ``name``."""
        if name.startswith("_"):
            raise AttributeError(name)
        return self[name]

    def _findings(self) -> list[Finding]:
        return [self._fault_of_missing_words(name) for name in sorted(self._missed)]

    def _fault_of_missing_words(self, name: str) -> Finding:
        """Return the fault of words that are missing, at the line of those that may be meant for them."""
        near = difflib.get_close_matches(name, self, n=1)
        line = self._line_of(near[0]) if near else 1
        return Finding(self._file, line, *message_of_missing_words(name, near[0] if near else ""))


TAKEN_NAMES = frozenset(dir(NamedWords))  # names that an object has already


def check_missed_words(words: Iterable[NamedWords]) -> list[Finding]:
    """Return a finding for each name that was asked for and has no words."""
    return [finding for of_language in words for finding in of_language._findings()]


def read_named_words(
    document: YamlDocument, blanks: Mapping[str, str], told_by_program: Collection[str] = ()
) -> tuple[dict[str, NamedWords], list[Finding]]:
    """Return the words of each language; ``blanks`` are those that are filled in, by the name of the words.

    Of what is ``told_by_program`` already a language has words where they are written.
    """
    is_whole = isinstance(document.value, Mapping)
    words, findings = _read_words(document, tuple(blanks.items()), frozenset(told_by_program))
    return {
        lang: NamedWords(of_language, file=document.file, is_whole=is_whole, line_of=document.line)
        for lang, of_language in words.items()
    }, [*findings]


@cached
def _read_words(
    document: YamlDocument, of_blanks: tuple[tuple[str, str], ...], told_by_program: frozenset[str]
) -> tuple[Mapping[str, Mapping[str, str]], tuple[Finding, ...]]:
    words: dict[str, dict[str, str]] = {lang: {} for lang in LANGUAGES}
    if not isinstance(document.value, Mapping):
        do = "start each word with its name and a colon, like 'menu:'"
        return words, tuple(document.findings) or (Finding(document.file, 1, "here stand no words", do),)
    blanks = dict(of_blanks)
    lacking = missing_names(document.value, blanks)
    findings = [*document.findings, *check_names_present(document, lacking, blanks)]
    for key in document.value:
        if key in TAKEN_NAMES:
            wrong = f"the name '{key}' means something to the program itself"
            findings.append(Finding(document.file, document.line(key), wrong, "choose another name"))
            continue
        kind = WordsByLanguage if key in told_by_program else Wording
        of_key = (
            None if key in lacking.values() else blanks
        )  # of words that are meant for others, none is checked
        wording, found = _read_wording(document, key, kind, of_key)
        findings += found
        for lang, said in wording.items():
            words[lang][key] = said
    for of_language in words.values():
        known = told_by_program.union(of_language)
        of_language |= {
            name: name for name in blanks if name not in known
        }  # that they lack is reported already
    return words, tuple(findings)


def _read_wording(
    document: YamlDocument, key: str, kind: type[ByLanguage], blanks: Mapping[str, str] | None
) -> tuple[Mapping[str, str], list[Finding]]:
    """Return one wording in each language, and what is wrong with it; without ``blanks`` these are not looked at.

    Words that cannot be used are their own name, so that the build goes on to find more.
    """
    wording, found = validate(document, kind, at=(key,))
    if wording is None:
        return dict.fromkeys(LANGUAGES, key), found
    there = {lang: said for lang in LANGUAGES if (said := wording.part(lang))}
    if blanks is not None:
        texts = {lang: (said, document.line(key, lang)) for lang, said in there.items()}
        found = [*found, *check_blanks(document.file, key, texts, blanks)]
    return dict.fromkeys(there, key) if found else there, found
