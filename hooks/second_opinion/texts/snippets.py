"""Passages that several pages share, and the rules for them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence

from msgspec.structs import replace

from second_opinion.core.findings import Finding, did_you_mean, word_meant
from second_opinion.core.languages import FACTS, others
from second_opinion.core.markdown_text import Text, headings, includes_in, includes_meant_in
from second_opinion.data.cases import usual

UNUSED = "unused"


def without_repeats(found: Iterable[Finding]) -> list[Finding]:
    """Return findings, those of snippets that nobody uses once for all languages, with the files of the others."""
    once: dict[tuple[object, object], Finding] = {}
    for number, one in enumerate(found):
        key = (one.values["snippet"], one.values["meant"]) if one.name == UNUSED else (number, "")
        first = once.setdefault(key, one)
        if first is not one:
            once[key] = replace(first, also=(*first.also, (one.file, one.line)))
    return [_with_others(one) if one.name == UNUSED else one for one in once.values()]


def _with_others(unused: Finding) -> Finding:
    others = [file for file, _ in unused.also]
    return replace(unused, wrong=f"{unused.wrong}, nor {' and '.join(others)}") if others else unused


def check_includes(
    texts: Sequence[Text],
    snippets: Mapping[str, Text],
    lang: str,
    *,
    is_whole: bool = True,
    told: Collection[str] = (),
) -> list[Finding]:
    """Find snippets that are asked for and do not exist, and snippets of this language that nobody uses.

    Unless all texts are there (``is_whole``), one that is still to be written may use them. Why nobody uses those
    that are ``told`` is reported elsewhere.
    """
    findings: list[Finding] = []
    used = {name for text in texts for _, name in includes_meant_in(text)}
    for text in texts:
        for line, name in includes_in(text):
            if name not in snippets:
                wrong = f"the snippet '{name}' does not exist in snippets/{lang}/"
                do = f"write snippets/{lang}/{name}, or take this line out"
                findings.append(Finding(text.file, line, wrong, did_you_mean(name, snippets, if_new=do)))
    if is_whole:
        findings += [
            _notice_of_unused(text.file, name, used)
            for name, text in snippets.items()
            if name not in used and name not in told and not usual(name)
        ]
    return findings


def _notice_of_unused(file: str, name: str, used: Collection[str]) -> Finding:
    meant = word_meant(name, used)
    do = f"""use it with --8<-- "{name}", or take the file away"""
    return Finding(
        file,
        1,
        "no page uses this snippet",
        did_you_mean(name, used, if_new=do),
        is_fault=False,
        is_alone=bool(meant),
        name=UNUSED,
        values={"snippet": name, "meant": meant},
    )


def check_snippet(text: Text) -> list[Finding]:
    """Find headings and includes in a snippet; both belong to the page."""
    findings = [
        Finding(
            text.file, heading.line, f"the snippet has a heading '{heading.title}'", "move it to the page"
        )
        for heading in headings(text)
    ]
    return findings + [
        Finding(text.file, line, f"the snippet includes the snippet '{name}'", "include it on the page")
        for line, name in includes_in(text)
    ]


def check_empty(texts: Iterable[Text], unreadable: Collection[str]) -> list[Finding]:
    """Find snippets that say nothing; why is known of the files that are ``unreadable``."""
    return [
        Finding(text.file, 1, "this snippet is empty", "write its text again, or take the file away")
        for text in texts
        if not text.body.strip() and text.file not in unreadable
    ]


def check_both_languages(
    snippets: Mapping[str, Mapping[str, Text]], later: Collection[tuple[str, str]] = ()
) -> list[Finding]:
    """Find snippets that exist in some languages only; ``snippets`` holds those of each language by name.

    ``later`` are the language and name of those that need not be there yet.
    """
    findings = []
    for lang, texts in snippets.items():
        for name, text in texts.items():
            for other in others(lang, snippets):
                if FACTS[other].is_whole and name not in snippets[other] and (other, name) not in later:
                    wrong = f"the snippet '{name}' has no counterpart"
                    findings.append(Finding(text.file, 1, wrong, f"write snippets/{other}/{name}"))
    return findings


def with_its_snippets(text: Text, snippets: Mapping[str, Text]) -> list[Text]:
    """Return a text and the snippets that it includes, in order."""
    return [text, *(snippets[name] for _, name in includes_in(text) if name in snippets)]
