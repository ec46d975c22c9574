"""The words of the interface in both languages: data/interface.yml."""

from __future__ import annotations

import string
from collections.abc import Mapping

from second_opinion.findings import Finding, did_you_mean
from second_opinion.front_matter import Strict, Words
from second_opinion.located import Located, check

FILE = "data/interface.yml"


class Local(Strict):
    """One word or sentence in the languages of a site, of which Dutch is always one."""

    nl: Words
    en: Words | None = None

    def in_language(self, lang: str) -> str:
        """Return the words in one language, the Dutch ones where there are no others."""
        return (self.en if lang == "en" else None) or self.nl


class Wording(Local):
    """One word or sentence of the interface in both languages."""

    en: Words


class MissingWordsError(LookupError):
    """A template or a module asks for words that the data do not have; the message is for an editor."""


class Interface(dict[str, str]):
    """The words of one language; a template asks for them by name, and a name that is not there is an error."""

    def __getattr__(self, name: str) -> str:
        """Return the words called ``name``; raise MissingWordsError with the nearest name."""
        if name.startswith("__"):
            raise AttributeError(name)
        if name not in self:
            raise MissingWordsError(f"{FILE}:1: there are no words '{name}'; {did_you_mean(name, self)}")
        return self[name]


def read_interface(located: Located) -> tuple[dict[str, Interface], list[Finding]]:
    """Return the words of each language."""
    words = {"nl": Interface(), "en": Interface()}
    findings = list(located.findings)
    if not isinstance(located.value, Mapping):
        do = "start each word with its name and a colon, like 'menu:'"
        return words, findings or [Finding(FILE, 1, "here stand no words", do)]
    for key in located.value:
        if key in dir(Interface):
            wrong_name = f"the name '{key}' means something to the program itself"
            findings.append(Finding(located.file, located.line(key), wrong_name, "choose another name"))
            continue
        wording, wrong = check(located, Wording, at=(key,))
        findings += wrong
        if wording is None:
            words["nl"][key] = words["en"][key] = key  # the build fails, and goes on to find more
            continue
        if (stray := _stray_brace(wording)) is not None:
            wrong_words = f"'{key}' has a brace without its pair: {stray!r}"
            findings.append(Finding(FILE, located.line(key), wrong_words, "write a blank as {name}"))
            wording = Wording(nl=key, en=key)  # the build fails, and goes on to find more
        if _blanks(wording.nl) != _blanks(wording.en):
            findings.append(
                Finding(
                    located.file,
                    located.line(key),
                    f"'{key}' has the blanks {_blanks(wording.nl)} in Dutch and {_blanks(wording.en)} in English",
                    "use the same ones in both",
                )
            )
        words["nl"][key], words["en"][key] = wording.nl, wording.en
    return words, findings


def _stray_brace(wording: Wording) -> str | None:
    for text in (wording.nl, wording.en):
        try:
            _blanks(text)
        except ValueError:
            return text
    return None


def _blanks(text: str) -> list[str]:
    return sorted(name for _, name, _, _ in string.Formatter().parse(text) if name is not None)
