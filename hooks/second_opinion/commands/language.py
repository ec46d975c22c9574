"""Report on how the pages are written: ``python -m second_opinion.commands.language [--base BASE]``.

Misspelt words fail; measures that are exceeded, hard words and passives are reported, and fail only with ``STRICT=1``
(the measures), as before a release. With a base only what a change made harder or wrong counts.
"""

from __future__ import annotations

import argparse
import os
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from second_opinion.commands.command_line import run_command
from second_opinion.commands.finding_places import describe_by_section
from second_opinion.commands.report_markdown import format_row
from second_opinion.commands.versions import UnknownBaseError, read_before
from second_opinion.core.findings import Finding
from second_opinion.core.languages import LANGUAGE_NAMES, SOURCE_LANGUAGE
from second_opinion.core.long_sentences import MOST_IN_SENTENCE
from second_opinion.core.markdown_text import Text
from second_opinion.data import measures, tools, word_lists
from second_opinion.data.measures import Measures
from second_opinion.data.word_lists import PLAIN_WORDS, SPELLING, PlainWords, SpellingList
from second_opinion.project.project import Project
from second_opinion.project.reading import Reader, read_project
from second_opinion.project.settings import is_on, settings_from
from second_opinion.prose.measuring import (
    LEAST_SCORE,
    Counts,
    MeasuredPage,
    check_has_measure,
    check_page,
    check_phrases,
    check_whole_language,
    count_each_page,
    measure,
)
from second_opinion.prose.plain_language import check_plain_text, whole_text
from second_opinion.prose.spelling import check_spelling, missing_dictionaries, speller
from second_opinion.texts.markup import boxes_of
from second_opinion.texts.pages import Page

COLUMNS = """Wat de kolommen zeggen. / What the columns say.

- in sight, folded: woorden in het zicht, en ingeklapt; most: hoeveel er hooguit mogen. / Words in sight, and
  folded; the most there may be.
- score: hoe makkelijk de tekst leest, van 0 tot 100; hoger is makkelijker. / How easily the text reads, from 0 to 100;
  higher is easier.
- words a sentence, longest: woorden per zin, en van de langste zin. / Words a sentence, and of the longest one.
- spread: hoeveel woorden zinnen van elkaar verschillen. / By how many words sentences differ.
- questions: een vraag in zoveel zinnen. / A question in so many sentences.
- hedges: in zoveel woorden één dat iets openlaat, zoals 'soms'. / In so many words one that leaves something open, such
  as 'sometimes'.
- said twice: het deel dat ook op een andere pagina staat. / The share that another page says too."""
HEAD = (
    "| page | in sight | most | folded | most | score | words a sentence | spread | longest | questions | hedges "
    "| said twice |\n|---|---|---|---|---|---|---|---|---|---|---|---|"
)


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the report; return 1 where a word is misspelt, a strict measure is exceeded, or it cannot be made."""
    parser = argparse.ArgumentParser(description="Report on how the pages are written.")
    parser.add_argument("--base", help="the branch or commit since which a change counts, like main")
    base, root = parser.parse_args(arguments).base, Path.cwd()
    if missing := missing_dictionaries():
        print(f"Spelling needs dictionaries: install them (Debian: sudo apt-get install {' '.join(missing)})")
        return 1
    project = read_project(settings_from(os.environ, root))
    lists, unsound = read_lists(project)
    if lists is None:
        print("\n".join(map(str, unsound)))
        return 1
    if base:
        return _report_on_change(base, project, lists)
    print(COLUMNS, end="\n\n")
    exceeded: list[Finding] = []
    for lang in project.languages:
        pages, counts = _measure_pages(project, lang, lists.measures)
        print(_format_measures(pages, counts, sum(counts, Counts()), lang, lists.measures), end="\n\n")
        exceeded += _check_measures(project, lang, pages, counts, lists.measures)
    print(
        "\n\n".join(_remarks_by_kind(project, check_plain_language(project, lists.hard))) or NOTHING_PLAINER,
        end="\n\n",
    )
    print(
        "\n".join(f"notice: {describe_by_section(project, finding)}" for finding in exceeded) or NO_MEASURE,
        end="\n\n",
    )
    faults = check_all_spelling(project, lists.spelling)
    print("\n".join(describe_by_section(project, one) for one in faults) or NO_MISSPELT)
    if exceeded and is_on("STRICT", os.environ):
        print(f"{len(exceeded)} measures are exceeded; each is a notice above.")
        return 1
    return 1 if faults else 0


def _remarks_by_kind(project: Project, remarks: Iterable[Finding]) -> Iterator[str]:
    """Yield what could be plainer: of each kind what it is and what to do about it, and where it stands."""
    by_kind: dict[str, list[str]] = {}
    for one in remarks:
        by_kind.setdefault(one.name, []).append(
            f"- {describe_by_section(project, one if one.name == HARD else replace(one, do=''))}"
        )
    for kind, meaning in KINDS_OF_MEASURES.items():
        if kind in by_kind:
            yield "\n".join([f"**{meaning}**\n", *by_kind[kind]])


def _report_on_change(base: str, project: Project, lists: Lists) -> int:
    """Print what a change made harder or wrong; return 1 for a misspelt word or a base that is none."""
    try:
        with read_before(base, project) as before:
            change = LanguageChange(before, project, lists)
            faults = change.faults_of_spelling
            print("\n\n".join(change.lines(faults)))
    except UnknownBaseError as error:
        print(error)
        return 1
    return 1 if faults else 0


class LanguageChange(Struct, frozen=True):
    """The project before a change and with it, held against the lists of now."""

    before: Project
    after: Project
    lists: Lists

    @property
    def faults_of_spelling(self) -> list[Finding]:
        """Return the misspelt words that the change brings."""
        return self._findings_of_change(lambda project: check_all_spelling(project, self.lists.spelling))

    def lines(self, faults: Sequence[Finding]) -> Iterator[str]:
        """Yield the parts of the report, as Markdown."""
        remarked = self._findings_of_change(lambda project: check_plain_language(project, self.lists.hard))
        exceeded = [
            *self._findings_of_change(
                lambda project: _check_measures_of_all(project, self.lists.measures, self.before)
            ),
            *self._without_measure(),
        ]
        worse = list(self._worse())
        if not (faults or remarked or exceeded or worse):
            yield NOTHING_WORSE
        if faults:
            yield f"{MISSPELT}\n\n{self._listed(faults)}"
        if remarked or exceeded:
            yield f"{PLAINER}\n\n{STOPS_NOTHING}"
            yield from _remarks_by_kind(self.after, remarked)
        if exceeded:
            yield f"**{EXCEEDED}**\n\n{self._listed(exceeded)}"
        if worse:
            yield f"{HARDER}\n\n" + "\n".join(f"- {page}: {said}" for page, _, said in worse)
            yield "\n".join(figure.meaning for figure in FIGURES if figure in {one for _, one, _ in worse})

    def _listed(self, findings: Iterable[Finding]) -> str:
        return "\n".join(f"- {describe_by_section(self.after, finding)}" for finding in findings)

    def _findings_of_change(self, find: Callable[[Project], Iterable[Finding]]) -> list[Finding]:
        """Return what is found now on the lines that the change wrote, and was not found on those that they replace."""
        old, new = _lines_by_file(self.before), _lines_by_file(self.after)
        gone = Counter(
            remark_without_numbers(one) for one in find(self.before) if not _stands_in(one, old, new)
        )
        found = []
        for one in find(self.after):
            if _stands_in(one, new, old):
                continue
            if gone[remark_without_numbers(one)]:
                gone[remark_without_numbers(one)] -= 1
            else:
                found.append(one)
        return found

    def _without_measure(self) -> Iterator[Finding]:
        """Yield a notice of each new page that has no measure of its own."""
        old = self.before.shared.names
        for page in _pages_in(self.after, SOURCE_LANGUAGE):
            if page.name in self.after.shared.names - old:
                found = measure_page(self.after, page.lang, page.name, page.text, self.lists.measures)
                yield from check_has_measure(found, self.lists.measures)

    def _worse(self) -> Iterator[tuple[str, Figure, str]]:
        """Yield the title of each page that is harder to read now, with the figure that says so, before and after."""
        for page in self.after.pages:
            old = self.before.page(page.lang, page.name)
            if old is None or old.text.body == page.text.body:
                continue
            was, now = (
                measure_page(project, one.lang, one.name, one.text, self.lists.measures)
                for project, one in ((self.before, old), (self.after, page))
            )
            for figure in FIGURES:
                before, after = figure.of(was), figure.of(now)
                if (after - before) * figure.harder >= figure.least:
                    yield (
                        page.meta.title,
                        figure,
                        f"{figure.name} {before:.{figure.digits}f} → {after:.{figure.digits}f}",
                    )


class Figure(Struct, frozen=True):
    """A figure that says how hard a page is: its name, what it means, which way is harder, and what is a difference."""

    name: str
    meaning: str
    of: Callable[[MeasuredPage], float]
    harder: int
    least: float
    digits: int = 0


FIGURES = (
    Figure(
        "score",
        f"Score: hoe makkelijk de tekst leest, van 0 tot 100. Hoger is makkelijker; {LEAST_SCORE} is het minste. / "
        f"How easily the text reads, from 0 to 100. Higher is easier; {LEAST_SCORE} is the least.",
        lambda page: page.level.score if page.level else 0,
        harder=-1,
        least=1,
    ),
    Figure(
        "woorden per zin / words a sentence",
        "Woorden per zin: gemiddeld over de pagina. / Words a sentence: on average, over the page.",
        lambda page: page.level.words_a_sentence if page.level else 0,
        harder=1,
        least=0.3,
        digits=1,
    ),
    Figure(
        "langste zin / longest sentence",
        f"Langste zin: in woorden; nooit meer dan {MOST_IN_SENTENCE}. / "
        f"Longest sentence: in words; never more than {MOST_IN_SENTENCE}.",
        lambda page: page.level.longest_words if page.level else 0,
        harder=1,
        least=1,
    ),
)
MISSPELT = "### Spelfouten / Misspelt words"
PLAINER = "### Kan eenvoudiger / Could be plainer"
STOPS_NOTHING = "Dit houdt niets tegen. / This stops nothing."
HARDER = "### Moeilijker dan eerst / Harder than before"
NOTHING_WORSE = (
    "Alle woorden zijn goed gespeld, en geen tekst is moeilijker geworden. Of het klopt wat er staat, leest alleen een "
    "mens. / All words are spelt right, and no text has become harder. Whether it is true, only a person can read."
)
NOTHING_PLAINER = "Niets kan eenvoudiger. / Nothing could be plainer."
NO_MEASURE = "Geen pagina is te lang of te moeilijk. / No measure is exceeded."
NO_MISSPELT = "Geen spelfouten. / No misspelt words."
EXCEEDED = "Te lang of te moeilijk. / Too long or too hard."
HARD = "hard"
NUMBER = re.compile(r"\d[\d.,]*")
KINDS_OF_MEASURES = {  # of what could be plainer: what it is, and what to do about it
    HARD: "Moeilijke woorden: achter elk staat een eenvoudiger woord. / Hard words: a plainer one stands behind each.",
    "long": "Lange zinnen: maak er twee van. / Long sentences: make two.",
    "passive": "Zeg wie het doet, als dat bekend is. / Say who does it, where that is known.",
    "informal": "Schrijf u, behalve op het deel voor jongeren. / Write u, but in the part for young people.",
    "abbreviation": "Afkortingen zonder uitleg: schrijf ze uit, of zet ze bij de moeilijke woorden. / "
    "Abbreviations that are not explained: write them in full, or add them to the hard words.",
}


def remark_without_numbers(finding: Finding) -> tuple[str, ...]:
    """Return what is wrong in which file, the same where only a number in the words is another one now."""
    return finding.file, finding.name, *(NUMBER.sub("#", words) for words in finding.about)


def _lines_by_file(project: Project) -> dict[str, Mapping[int, str]]:
    """Return the lines of each page and snippet, and of brand.yml, by the file and their numbers."""
    snippets = [text for lang in project.languages for text in project.snippets[lang].values()]
    texts = [*(page.text for page in project.pages), *snippets]
    return {text.file: dict(text.lines()) for text in texts} | {
        project.brand.document.file: project.brand.document.written
    }


def _stands_in(
    finding: Finding, these: Mapping[str, Mapping[int, str]], those: Mapping[str, Mapping[int, str]]
) -> bool:
    """Tell whether the line of a finding in one version of its file stands in the other one too."""
    line = these.get(finding.file, {}).get(finding.line)
    return line is not None and line in those.get(finding.file, {}).values()


class Lists(Struct, frozen=True):
    """What the texts are held against: hard words, words that are spelt right, and measures."""

    hard: PlainWords
    spelling: SpellingList
    measures: Measures


def read_lists(project: Project) -> tuple[Lists | None, list[Finding]]:
    """Return what the texts are held against, or what is wrong with it."""
    root = project.settings.root
    reader = Reader(root)
    hard = reader.read_data(word_lists.read_plain_words, PLAIN_WORDS)
    right = reader.read_data(word_lists.read_spelling_list, SPELLING)
    held_against = reader.read_data(measures.read_measures, measures.FILE)
    found = reader.findings
    if held_against:
        document, names = reader.document(root / measures.FILE), project.shared.names
        found += measures.check_measures(document, held_against, names, project.values[SOURCE_LANGUAGE])
    if hard is None or right is None or held_against is None or found:
        return None, found
    return Lists(hard, right, held_against), []


def _measure_pages(
    project: Project, lang: str, held_against: Measures
) -> tuple[list[MeasuredPage], list[Counts]]:
    pages = [
        measure_page(project, lang, page.name, page.text, held_against) for page in _pages_in(project, lang)
    ]
    return pages, count_each_page(pages, held_against.hedges.part(lang))


def _check_measures_of_all(project: Project, held_against: Measures, before: Project) -> list[Finding]:
    return [
        finding
        for lang in project.languages
        for finding in _check_measures(
            project, lang, *_measure_pages(project, lang, held_against), held_against, before
        )
    ]


def _check_measures(
    project: Project,
    lang: str,
    pages: Sequence[MeasuredPage],
    counts: Sequence[Counts],
    held_against: Measures,
    before: Project | None = None,
) -> list[Finding]:
    were = {page.name: page for page in _measure_pages(before, lang, held_against)[0]} if before else {}
    whole = sum(counts, Counts())
    return [
        *(finding for page in pages for finding in check_page(page, held_against, were.get(page.name))),
        *_check_phrases_of_language(project, lang, held_against),
        *check_whole_language(pages, whole, lang, held_against.words),
    ]


def _pages_in(project: Project, lang: str) -> Iterator[Page]:
    return (page for page in project.pages if page.lang == lang)


def measure_page(project: Project, lang: str, name: str, text: Text, held_against: Measures) -> MeasuredPage:
    """Return a page as it is measured: as readers get it, but for what is made from other data."""
    values = {**project.values[lang], **dict.fromkeys(held_against.lists, "")}
    html = whole_text(text, project.snippets[lang], values, boxes_of(project.words.site[lang]))
    if text.file == project.brand.document.file:  # what is made of it has no lines of its own
        said = Reader(project.settings.root).text(project.settings.brand / "brand.yml") or ""
        text = Text(text.file, said.translate(str.maketrans("{}", "  ")))
    return measure(html, lang=lang, name=name, text=text)


def _check_phrases_of_language(project: Project, lang: str, held_against: Measures) -> Iterator[Finding]:
    """Yield the phrases that no text of a language should have: of its pages, and of its snippets."""
    never, ourselves = held_against.never.part(lang), held_against.about_ourselves.part(lang)
    for page in _pages_in(project, lang):
        is_about_us = page.name in held_against.pages_about_ourselves
        for text in _texts_of_page(project, page):
            yield from check_phrases(text, never, () if is_about_us else ourselves)
    for text in project.snippets[lang].values():
        yield from check_phrases(text, never, ourselves)


def check_plain_language(project: Project, hard: PlainWords) -> Iterator[Finding]:
    """Yield what could be plainer in the texts of the pages."""
    for lang in project.languages:
        explained = [word for term in project.terms[lang] for word in (term.term, *term.forms)]
        for text in (*_texts_of_pages(project, lang), *_texts_of_lists(project, lang)):
            yield from check_plain_text(text, lang, hard, explained)


def _texts_of_pages(project: Project, lang: str) -> list[Text]:
    """Return the texts of the pages of a language."""
    return [text for page in _pages_in(project, lang) for text in _texts_of_page(project, page)]


def _texts_of_page(project: Project, page: Page) -> list[Text]:
    """Return the text of a page; of the one that is made from brand.yml what that says, on its lines there."""
    of_brand = project.brand.document
    if page.file != of_brand.file:
        return [page.text]
    said = tools.texts_of_tool(of_brand, page.lang)
    return [text for text in said if " " in text.body or "/" not in text.body]  # which is an address


def _texts_of_lists(project: Project, lang: str) -> list[Text]:
    """Return what the lists to take along say in a language, each line by itself."""
    return [
        text
        for file in project.tools.values()
        for document, _ in file.said
        for text in tools.texts_of_tool(document, lang)
    ]


def check_all_spelling(project: Project, right: SpellingList) -> list[Finding]:
    """Return the misspelt words of all languages."""
    return [finding for lang in project.languages for finding in _check_spelling(project, lang, right)]


def _check_spelling(project: Project, lang: str, spelling_list: SpellingList) -> Iterator[Finding]:
    """Yield the misspelt words of a language: pages with their titles, and snippets."""
    is_right = speller(lang, getattr(spelling_list, lang))
    for page in _pages_in(project, lang):
        for key in ("title", "description") if page.file != project.brand.document.file else ():
            yield from check_spelling(
                Text(page.file, getattr(page.meta, key), page.line(key)), lang, is_right
            )
    for text in (
        *_texts_of_pages(project, lang),
        *project.snippets[lang].values(),
        *_texts_of_lists(project, lang),
    ):
        yield from check_spelling(text, lang, is_right)


def _format_measures(
    pages: Sequence[MeasuredPage], counts: Sequence[Counts], whole: Counts, lang: str, held_against: Measures
) -> str:
    """Return what is measured of the pages of a language as a Markdown table, a page a row and all of them last."""
    rows = [_row(page, count, held_against) for page, count in zip(pages, counts, strict=True)]
    folded = sum(page.folded for page in pages)
    scores = [page.level.score for page in pages if page.level]
    score = f"{sum(scores) / len(scores):.0f}" if scores else "-"
    all_ = (
        f"**{LANGUAGE_NAMES[lang]}: {whole.words}**",
        whole.words - folded,
        held_against.words,
        folded,
        "",
    )
    return "\n".join([HEAD, *rows, format_row(*all_, score, "", "", "", *_shares(whole))])


def _row(page: MeasuredPage, count: Counts, held_against: Measures) -> str:
    most, level = held_against.pages.get(page.name), page.level
    most_open, most_folded = (most.open, most.folded) if most else ("-", "-")
    of_level = (f"{level.score:.0f}", f"{level.words_a_sentence:.1f}") if level else ("-", "-")
    longest = level.longest_words if level else "-"
    said = (page.open, most_open, page.folded, most_folded, *of_level, f"{page.spread:.1f}", longest)
    return format_row(page.text.file, *said, *_shares(count))


def _shares(count: Counts) -> tuple[str, str, str]:
    """Return how often a text asks and hedges, and how much of it another page says too."""
    questions = f"1 in {count.sentences / count.questions:.1f}" if count.questions else "-"
    hedges = f"1 in {count.words // count.hedges}" if count.hedges else "-"
    return questions, hedges, f"{count.repeated / count.words:.1%}" if count.words else "-"


if __name__ == "__main__":
    sys.exit(run_command(main, "read the language"))
