"""How much a page says, and how: words, repetition, hedges, questions and the rhythm of its sentences.

The measures of the house stand here, those that differ by page and by language in data/measures.yml.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from math import floor
from statistics import fmean, pstdev

from msgspec import Struct

from second_opinion.core.findings import Finding
from second_opinion.core.languages import FACTS, LANGUAGE_NAMES, SOURCE_LANGUAGE
from second_opinion.core.long_sentences import MOST_IN_SENTENCE, describe_long_sentence
from second_opinion.core.markdown_text import Text
from second_opinion.data.measures import FILE, Measures
from second_opinion.prose.plain_language import prose_lines
from second_opinion.prose.readability import WORD, Level, level, sentences, tree_without

LEAST_SCORE = 60
LEAST_SCORE_ON_AVERAGE = 72
LEAST_SPREAD = 4  # words, as a standard deviation
FEWEST_SENTENCES = 10  # of which a spread says something; a page that is a list has fewer of its own
RUN = 8  # words
ROUND = 50  # words, to which a measure is rounded up
MOST_REPEATED = 0.03
WORDS_TO_A_HEDGE = 140
SENTENCES_TO_A_QUESTION = 8
BLOCKS = "p, li, td, th, dt, dd, div, br"
TITLES = "h2, h3, h4, h5, h6, summary, .admonition-title"
FIRST_WORDS = 4  # by which a sentence is found in its text
Exceeded = tuple[str, str, str]  # the name of a measure, what exceeds it, and what to do


class Counts(Struct, frozen=True):
    """What is counted together: the words, the hedges, the sentences and the questions among them."""

    words: int = 0
    repeated: int = 0
    hedges: int = 0
    sentences: int = 0
    questions: int = 0

    def __add__(self, other: Counts) -> Counts:
        """Return the counts of two texts together."""
        return Counts(
            self.words + other.words,
            self.repeated + other.repeated,
            self.hedges + other.hedges,
            self.sentences + other.sentences,
            self.questions + other.questions,
        )


class MeasuredPage(Struct, frozen=True):
    """One page as it is measured: the words of its text and tables, without titles, its sentences, its level if any."""

    lang: str
    name: str
    text: Text
    words: tuple[str, ...]
    folded: int
    sentences: tuple[str, ...]
    level: Level | None

    @property
    def open(self) -> int:
        """Return the number of words that a reader sees at once."""
        return len(self.words) - self.folded

    @property
    def spread(self) -> float:
        """Return how much the lengths of the sentences differ: their standard deviation, in words."""
        return pstdev(len(WORD.findall(part)) for part in self.sentences) if self.sentences else 0


def measure(html: str, *, lang: str, name: str, text: Text) -> MeasuredPage:
    """Return a page as it is measured, from the HTML of its text with everything put in."""
    body = tree_without(html, TITLES)
    parts = sentences(html)
    for block in body.css(BLOCKS):
        block.insert_after("\n")
    folded = sum(len(WORD.findall(part.text())) for part in body.css("details"))
    words = tuple(word.casefold().rstrip("’'-") for word in WORD.findall(body.text()))
    found = level(parts, lang) if parts and FACTS[lang].reading_ease else None
    return MeasuredPage(lang, name, text, words, folded, tuple(parts), found)


def count_repeated_words(pages: Sequence[MeasuredPage]) -> list[int]:
    """Return of each page how many of its words stand in a run of words that another page has too."""
    runs = [{page.words[at : at + RUN] for at in range(len(page.words) - RUN + 1)} for page in pages]
    counts: list[int] = []
    for number, page in enumerate(pages):
        elsewhere = set().union(*(runs[:number] + runs[number + 1 :]))
        shared = [at for at in range(len(page.words) - RUN + 1) if page.words[at : at + RUN] in elsewhere]
        counts.append(len({at + step for at in shared for step in range(RUN)}))
    return counts


def count_each_page(pages: Sequence[MeasuredPage], hedges: Collection[str]) -> list[Counts]:
    """Return what is counted of each page of a language; ``hedges`` are its words that leave open what holds."""
    return [
        Counts(
            len(page.words),
            again,
            sum(f" {' '.join(page.words)} ".count(f" {hedge} ") for hedge in hedges),
            len(page.sentences),
            sum(part.endswith("?") for part in page.sentences),
        )
        for page, again in zip(pages, count_repeated_words(pages), strict=True)
    ]


def check_page(
    page: MeasuredPage, measures: Measures, before: MeasuredPage | None = None
) -> Iterator[Finding]:
    """Yield a notice of each measure that a page exceeds, with its words ``before`` where they are known."""
    for name, wrong, do in (*_too_much(page, measures, before), *_hard_to_read(page)):
        yield Finding(page.text.file, 1, wrong, do, is_fault=False, name=name)
    for part in page.sentences:
        length = len(WORD.findall(part))
        if length > MOST_IN_SENTENCE:
            wrong = describe_long_sentence(part, length)
            line = _line_of(part, page.text)
            yield Finding(page.text.file, line, wrong, "make two", is_fault=False, about=(part,))


def _too_much(page: MeasuredPage, measures: Measures, before: MeasuredPage | None) -> Iterator[Exceeded]:
    if page.name not in measures.pages:
        return
    most = measures.pages[page.name]
    if page.open > most.open:
        do = "leave out what another page says, or fold away what only some readers want"
        was = f" ({before.open} before)" if before else ""
        yield "open", f"{page.open} words in sight{was}, {most.open} at most", do
    if page.folded > most.folded:
        was = f" ({before.folded} before)" if before else ""
        wrong = f"{page.folded} folded words{was}, {most.folded} at most"
        yield "folded", wrong, "leave out what no reader acts on"


def check_has_measure(page: MeasuredPage, measures: Measures) -> Iterator[Finding]:
    """Yield a notice of a page that has no measure of its own, with the line that would give it one."""
    if page.name not in measures.pages:
        wrong = f"the page '{page.name}' has no measure of its own: nothing says when it has become too long"
        most = f"{{ open: {_rounded(page.open)}, folded: {_rounded(page.folded)} }}"
        do = f"write in {FILE}, below 'pages:', {page.name}: {most}"
        yield Finding(page.text.file, 1, wrong, do, is_fault=False)


def _rounded(words: int) -> int:
    """Return a number of words with room for a few more."""
    return -(-words // ROUND) * ROUND


def _hard_to_read(page: MeasuredPage) -> Iterator[Exceeded]:
    if page.level and page.lang == SOURCE_LANGUAGE and page.level.score < LEAST_SCORE:
        yield (
            "score",
            f"a score of {page.level.score:.1f}, {LEAST_SCORE} at least",
            "write shorter sentences and words",
        )
    if len(page.sentences) >= FEWEST_SENTENCES and page.spread < LEAST_SPREAD:
        differ = (
            floor(page.spread * 10) / 10
        )  # below the least, also where rounding would say that it is reached
        wrong = (
            f"nearly all sentences are equally long (they differ by {differ} words, {LEAST_SPREAD} at least)"
        )
        yield "spread", wrong, "put a short one beside a long one"


def _line_of(sentence: str, text: Text) -> int:
    """Return the line on which a sentence begins, the first of the text where a snippet or a value holds it."""
    first = WORD.findall(sentence)[:FIRST_WORDS]
    for line, prose in prose_lines(text):
        words = WORD.findall(prose)
        if any(words[at : at + len(first)] == first for at in range(len(words))):
            return line
    return text.first_line


def check_phrases(text: Text, phrases: Collection[str], ourselves: Collection[str]) -> Iterator[Finding]:
    """Yield a notice of each of some phrases in a text, and of each that is about ourselves."""
    for line, prose in prose_lines(text):
        for known, wrong, do in (
            (phrases, "says yes and perhaps", "say what holds, or whom to ask"),
            (
                ourselves,
                "is about ourselves",
                "say what holds for the reader; our sources stand below the page",
            ),
        ):
            for phrase in known:
                if re.search(rf"\b{re.escape(phrase)}\b", prose, re.IGNORECASE):
                    yield Finding(text.file, line, f"'{phrase}' {wrong}", do, is_fault=False, about=(phrase,))


def check_whole_language(
    pages: Sequence[MeasuredPage], whole: Counts, lang: str, most_words: int
) -> Iterator[Finding]:
    """Yield a notice of each measure that the pages of a language exceed together."""
    scores = [page.level.score for page in pages if page.level]
    found = []
    if whole.words > most_words:
        wrong = f"{whole.words:,} words, {most_words:,} at most"
        found.append(("words", wrong, "leave out what is said twice"))
    if whole.repeated > MOST_REPEATED * whole.words:
        share = whole.repeated / whole.words
        wrong = f"{share:.1%} of the words stand on two pages, in runs of {RUN}; {MOST_REPEATED:.0%} at most"
        found.append(("repeated", wrong, "say it on one page, and link to it"))
    if whole.hedges * WORDS_TO_A_HEDGE > whole.words:
        wrong = f"a hedge in every {whole.words // whole.hedges} words, one in {WORDS_TO_A_HEDGE} at most"
        found.append(("hedges", wrong, "leave out each because of which nobody does anything else"))
    if whole.questions * SENTENCES_TO_A_QUESTION > whole.sentences:
        each = whole.sentences / whole.questions
        wrong = f"a question in every {each:.1f} sentences, one in {SENTENCES_TO_A_QUESTION} at most"
        found.append(("questions", wrong, "say it"))
    if lang == SOURCE_LANGUAGE and scores and fmean(scores) < LEAST_SCORE_ON_AVERAGE:
        wrong = f"a score of {fmean(scores):.1f} on average, {LEAST_SCORE_ON_AVERAGE} at least"
        found.append(("score", wrong, "write shorter sentences and words"))
    for name, wrong, do in found:
        said = f"{LANGUAGE_NAMES[lang]}: {wrong}"
        yield Finding("", 0, said, do, is_fault=False, about=(lang,), name=name)
