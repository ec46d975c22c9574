"""The cases in which a shared sentence says something else: what a hospital says of its own way decides which hold.

A case stands in data as a key below ``if``, and in the name of a shared passage: ``waiting-if-by-patient.md`` takes the
place of ``waiting.md`` on the site of a hospital where patients make the appointment.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Annotated, TypeVar

from second_opinion.core.findings import Finding, did_you_mean
from second_opinion.core.markdown_text import Text
from second_opinion.core.records import one_of

NO_MENTAL_HEALTH = "no-mental-health"
OWN_WAY = "own-way"
NO_REPORT = "no-report"
# Of two that both have a wording, the first one is taken: so the one that says least comes last.
CASES = (
    NO_MENTAL_HEALTH,
    "one-disease",
    "scans-first",
    "asked-from-afar",
    "asked-without-scans",
    "any-on-paper",
    "arranged-on-paper",
    "asked-on-paper",
    "either-on-paper",
    "file-any",
    "file-arranged",
    "file-asked",
    "file-either",
    "file-sent-or-brought",
    "file-open",
    "along-anew",
    "brought-anew",
    "file-along",
    "file-brought",
    "scans-from-afar",
    "scans-brought",
    "images-with-referral",
    "insurer-before-booking",
    "insurer-first",
    "report-to-another",
    "treating-doctor",
    "gp",
    "doctor-first",
    "gp-first",
    "both",
    "takeover-reasons",
    "takeover-never",
    "takeover-with-reasons",
    "takeover-on-request",
    "takeover-not-automatically",
    "takeover-usually-not",
    "takeover-not-always",
    "takeover-possible",
    "takeover-own-doctor-cannot",
    "reasons-named",
    "advance",
    "self-pay",
    "price-named",
    "always-invited",
    "always",
    "advice-after-booking",
    "advice-or-appointment",
    "usually-by-file",
    "advice-from-file",
    "usually",
    "when-named",
    "not-always",
    "not-always-open",
    "read-first",
    "wait-known-later",
    "interpreter-by-us",
    "interpreter-not-by-us",
    "languages-named",
    "ask-us",
    "made-named",
    "by-patient",
    "by-hospital",
    "contents-named",
    "status",
    "reading-time",
    "file-not-brought",
    "file-sent",
    "confirmation",
    "no-confirmation",
    "images-anew",
    "one-visit",
    "result-after-meeting",
    "result-at-once",
    "result-from-file",
    "telephone",
    "video",
    "examined-often",
    "report-to-you",
    "report-to-you-and-gp",
    "report-to-you-too",
    "report-to-gp",
    "report-to-doctors",
    "preferred-doctor",
    "specialist-chosen",
    "specialties",
    "leaflet-on-application",
    "leaflet-on-takeover",
    "referral-required",
    "referral",
    "report",
    NO_REPORT,
    "from-abroad",
    OWN_WAY,
)
Case = Annotated[str, one_of(CASES)]
IF = "-if-"
OF_MENTAL_HEALTH = "mental-health-"
ENDING = ".md"
Said = TypeVar("Said")


def in_case(wordings: Mapping[str, Said], cases: Sequence[str]) -> Said | None:
    """Return the wording of the first case that has one."""
    return next((wordings[case] for case in cases if case in wordings), None)


def cases_for(name: str, cases: Sequence[str]) -> Sequence[str]:
    """Return the cases that count for a passage: one alone where it is about mental health care that is not given."""
    is_not_given = name.startswith(OF_MENTAL_HEALTH) and NO_MENTAL_HEALTH in cases
    return [NO_MENTAL_HEALTH] if is_not_given else cases


def is_shown_in(cases: Sequence[str], *, unless: Collection[str], only_if: Collection[str] = ()) -> bool:
    """Tell whether something stands there in the cases that hold: in none of ``unless``, and in one of ``only_if``."""
    return {*unless}.isdisjoint(cases) and (not only_if or not {*only_if}.isdisjoint(cases))


def passages_in(passages: Mapping[str, Said], cases: Sequence[str]) -> dict[str, Said]:
    """Return passages, by their names, with those for the cases that hold in the place of the usual ones."""
    wordings: dict[str, dict[str, Said]] = {name: {} for name in passages}
    for name, text in passages.items():
        if usual(name) in wordings:
            wordings[usual(name)][case_of(name)] = text
    return {name: in_case(wordings[name], cases_for(name, cases)) or text for name, text in passages.items()}


def passages_of(shared: Mapping[str, Said], own: Mapping[str, Said], cases: Sequence[str]) -> dict[str, Said]:
    """Return the passages of a hospital's site: its own ones, also those for a case, in the place of the shared ones.

    Its usual wording takes the place of every shared one, so that it need not write one for each case.
    """
    whose = {name: (text, name in own) for name, text in {**shared, **own}.items()}
    chosen = passages_in(whose, cases)
    return {name: text if is_own else own.get(name, text) for name, (text, is_own) in chosen.items()}


def usual(name: str) -> str:
    """Return the name of the passage of which this is the wording for a case; nothing where it is for none."""
    stem, mark, _ = name.removesuffix(ENDING).rpartition(IF)
    return f"{stem}{ENDING}" if mark else ""


def case_of(name: str) -> str:
    """Return the case for which this is the wording of a passage; nothing where it is for none."""
    stem, mark, case = name.removesuffix(ENDING).rpartition(IF)
    return case if stem and mark else ""


def check_cases(passages: Mapping[str, Text]) -> list[Finding]:
    """Find passages for a case that does not exist, or of which there is no usual wording."""
    findings = []
    for name, text in passages.items():
        if not usual(name):
            continue
        case = case_of(name)
        if case not in CASES:
            wrong, near = f"there is no case '{case}'", did_you_mean(case, CASES)
            findings.append(Finding(text.file, 1, wrong, near))
        elif usual(name) not in passages:
            wrong = f"this is what '{usual(name)}' says in the case '{case}', and there is no such passage"
            findings.append(Finding(text.file, 1, wrong, _nearest_passage(usual(name), passages)))
    return findings


def _nearest_passage(name: str, passages: Collection[str]) -> str:
    return did_you_mean(name, {known for known in passages if not usual(known)})
