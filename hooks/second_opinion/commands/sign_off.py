"""What a hospital's copy says and the shared site does not, beside the key that makes it: ``make sign-off BRAND=...``.

The site is built as it is, without a brand, and once without each thing that the brand folder says, so that nothing has
to be known of how a sentence is made. Lists, letters, drawings and the cost estimate are in it as readers get them.
"""

from __future__ import annotations

import argparse
import datetime
import json
import os
import re
import shutil
import sys
import tempfile
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Executor, ProcessPoolExecutor
from functools import cached_property, partial, reduce
from itertools import combinations, groupby
from operator import itemgetter
from pathlib import Path
from typing import Any

import yaml
from msgspec import Struct
from msgspec.structs import replace
from pydantic import ValidationError
from selectolax.lexbor import LexborHTMLParser

from second_opinion.brand.case_rules import cases_of
from second_opinion.brand.model import Brand, read_brand
from second_opinion.brand.own_answers import SECTIONS_BY_PAGE
from second_opinion.brand.own_page import OWN_PAGE
from second_opinion.brand.own_sections import own_sections
from second_opinion.brand.speaker import Speaker
from second_opinion.commands.build import build_into
from second_opinion.commands.command_line import run_command, to_mend
from second_opinion.commands.places_behind import PlacesInCopy, in_plain_words, places_in_copy
from second_opinion.commands.report_markdown import as_page, escape_for_sheet, mark_changes
from second_opinion.commands.site_texts import content_of, read_built_pages
from second_opinion.core.addresses import HOME, home
from second_opinion.core.cache import cached_by_digest
from second_opinion.core.findings import Finding, faults
from second_opinion.core.formatting import format_day, with_straight_apostrophes
from second_opinion.core.languages import DEFAULT_LANGUAGE, LANGUAGES
from second_opinion.core.validation import YamlDocument
from second_opinion.data.interface import NamedWords
from second_opinion.project.disk import TEXT_FOLDERS
from second_opinion.project.following import OtherWording, answers_beside, keys_of_another
from second_opinion.project.own_words_said import EVERY_PAGE
from second_opinion.project.project import SOURCES, Project
from second_opinion.project.reading import read_project
from second_opinion.project.settings import NEUTRAL, settings_from
from second_opinion.prose.made_by import (
    MadeParagraph,
    ParagraphsByAddress,
    made_paragraphs,
    with_either,
    with_enough,
    with_parts_gone,
)
from second_opinion.prose.text_differences import (
    ChangedParagraph,
    Paragraph,
    changed_sentences,
    paragraphs_in,
    sentences_in,
)
from second_opinion.site.cost_view import cost_address
from second_opinion.texts.pages import Page
from second_opinion.texts.published import page_address

CONFIG = Path("mkdocs.yml")
REPORT, PAGE_OF_REPORT = Path("report/sign-off.md"), Path("report/sign-off.html")
PAGE = "preview/sign-off/index.html"  # on a preview of the site
NO_WORDS = frozenset({"site_url", "languages", "updated", "repository", "edit_page", "look"})
ONE_VALUE = frozenset({"short_name", "article", "short_article"})  # of which a part for a language is no key
WHOSE_SITE = ONE_VALUE | {"name", "site_url", "languages"}
OTHER_NAMES = {"name": "Qwerty", "short_name": "Asdfgh"}
COSTS = "costs"  # the page with the estimate
# Pages that speak of "the hospital": readers of a copy may take that for the hospital whose site it is.
OF_ONE_HOSPITAL = frozenset(
    {*SECTIONS_BY_PAGE, "child", "in-english", "letters", "mental-health", "what-is-it"}
)
# Sections of these pages in which "the hospital" can only be any hospital, or which are tiles.
OF_ANY_HOSPITAL = frozenset({"examples", "your-situation", "subjects-title"})
BLANK_OF_LETTER = re.compile(r"\[.*?\]")  # with its label
LEFT_OUT_BETWEEN = "…"  # sentences of the shared site
LEFT_OUT = "pages_left_out"  # which takes out what only led there too
MOST_OF_LABEL = 2  # words that only name who or what, as in a drawing
BOTH = " and "  # between two keys of a variant that has neither
IN_SENTENCES = "hospital"  # of the estimate: the name alone, which its script puts into sentences
AROUND = "#around"  # behind the address of a home page: what stands above and below the content of every page
NOT_SIGNED = (
    ".foot-name, .foot a:not([href*=':'])"  # the name and the links to pages of the site, below each page
)
LOOKING = (
    "Looking which sentence comes from which key of brand.yml or text of yours: the site is made once more without "
    "each of these {count}, which takes a minute"
)
LOOKING_AGAIN = (
    "Some sentences would stand there with either of two keys: the site is made once more with each of {count} keys "
    "alone, so that the list names both"
)
END_MARKS = (".", "?", "!", "’")  # without one it is a title
FEWEST_WORDS = 4  # of a sentence that may say something about a hospital
MOST_OF_FRAGMENT = 4  # words that say nothing without the title above them
MOST_ENOUGH = 8  # keys of which each makes a sentence, that are named


class Variant(Struct, frozen=True):
    """A brand folder without one thing that it says: what that is called, and what brand.yml says still.

    What is a file goes in each language: ``without_files`` is the pattern of those.
    """

    name: str
    says: Mapping[str, object]
    without_files: str = ""


def variants_of(document: YamlDocument, own_files: Iterable[str], today: datetime.date) -> list[Variant]:
    """Return a brand without each key, two deep, and without each text and list of its own.

    A name becomes another one: without a short one the whole name may be too long, and each sentence would be gone. A
    key that needs the one that goes, goes too; there is a variant for each other one with which the rest is sound.
    """
    says: Mapping[str, Any] = document.value
    faults_of = partial(_faults, document.file, today=today)
    found = [
        Variant(key, {**says, key: dict.fromkeys(LANGUAGES, another)})
        for key, another in OTHER_NAMES.items()
        if key in says
    ]
    for top, key in _keys_in(says):
        name = f"{top}.{key}" if key else top
        found += [Variant(name, left) for left in _says_without(says, top, key, faults_of)]
    return [
        *(one for one in found if not faults_of(one.says)),
        *(Variant(file, says, file) for file in own_files),
    ]


def _keys_in(says: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Yield each key that makes sentences: its group and its name in it, or its name alone."""
    for top, value in says.items():
        if top not in OTHER_NAMES and top not in NO_WORDS:
            inner = value if isinstance(value, Mapping) and top not in ONE_VALUE else {}
            yield from ((top, key) for key in inner) if inner else [(top, "")]


def _faults(file: str, says: Mapping[str, Any], *, today: datetime.date) -> list[Finding]:
    """Return the faults of a brand.yml that says this, and no more."""
    return faults(read_brand(YamlDocument(file, says, {}), today=today)[1])


def _is_sound(file: str, says: Mapping[str, Any], *, today: datetime.date) -> bool:
    """Tell whether a brand.yml that says this, and no more, has no faults."""
    return not _faults(file, says, today=today)


def _says_without(
    says: Mapping[str, Any], top: str, key: str, faults_of: Callable[[Mapping[str, Any]], Sequence[Finding]]
) -> list[Mapping[str, Any]]:
    """Return what a brand says without a key; where that is not sound, without each other key that makes it so.

    Where several have to go with it, without those that are refused then, and those that are refused without these;
    without its group where that cannot be told.
    {"costs": {"advance": 400, "date": DAY, "phone": "020"}} without "costs", "date" => {"costs": {"phone": "020"}}
    """
    rest = _says_less(says, top, key)
    while refused := faults_of(rest):
        smaller = (_says_less(rest, *beside) for beside in _keys_in(rest))
        if sound := [one for one in smaller if not faults_of(one)]:
            return sound
        needing = {place for one in refused for place in (one.place[:1], one.place[:2])}
        going = [keys for keys in _keys_in(rest) if (keys if keys[1] else keys[:1]) in needing]
        if not going:
            return [_says_less(says, top)]
        rest = reduce(lambda left, keys: _says_less(left, *keys), going, rest)
    return [rest]


def _says_less(says: Mapping[str, Any], top: str, key: str = "") -> Mapping[str, Any]:
    """Return what a brand says without a key of a group, or without all of it; a group is gone with its last key."""
    inner = {name: value for name, value in says[top].items() if name != key} if key else {}
    left = {name: value for name, value in says.items() if name != top}
    return {**left, top: inner} if inner else left


def variants_alone(
    document: YamlDocument, variants: Iterable[Variant], today: datetime.date
) -> list[Variant]:
    """Return for each key of the variants a brand that says nothing else but whose site it is, and what the key needs.

    {"costs": {"advance": 400, "date": DAY, "phone": "020"}}
    => for "costs.advance" {"costs": {"date": DAY, "advance": 400}}
    """
    says: Mapping[str, Any] = document.value
    around = {key: value for key, value in says.items() if key in WHOSE_SITE}

    def alone(top: str, key: str) -> list[Mapping[str, Any]]:
        if not key:
            return [{**around, top: says[top]}]
        beside = [(), *((name,) for name in says[top] if name != key)]
        return [{**around, top: {name: says[top][name] for name in (*more, key)}} for more in beside]

    found = []
    for name in dict.fromkeys(one.name for one in variants if not one.without_files):
        top, _, key = name.partition(".")
        if top in WHOSE_SITE:
            continue
        sound = (left for left in alone(top, key) if _is_sound(document.file, left, today=today))
        if left := next(sound, None):
            found.append(Variant(name, left))
    return found


def variants_of_two(
    document: YamlDocument, variants: Iterable[Variant], words: NamedWords, today: datetime.date
) -> list[Variant]:
    """Return a brand without two keys where something goes only with both: with either of them it is said.

    What its own page says, and which cases hold, tells that without a build.
    """
    says: Mapping[str, Any] = document.value
    is_sound = partial(_is_sound, document.file, today=today)
    said = partial(_said_of_own_way, words=words, today=today)
    whole = said(says)
    gone: dict[str, set[str]] = {}
    for one in variants:
        if not one.without_files and one.name not in OTHER_NAMES:
            lost = whole ^ said(one.says)
            gone[one.name] = gone.get(one.name, lost) & lost
    keys = [(top, key, f"{top}.{key}" if key else top) for top, key in _keys_in(says)]
    found = []
    for (top, key, name), (other_top, other_key, other) in combinations(keys, 2):
        rest = _says_less(says, top, key)
        if name not in gone or other not in gone or other_top not in rest:
            continue
        neither = _says_less(rest, other_top, other_key)
        if (whole ^ said(neither)) - gone[name] - gone[other] and is_sound(neither):
            found.append(Variant(BOTH.join([name, other]), neither))
    return found


def _said_of_own_way(says: Mapping[str, Any], *, words: NamedWords, today: datetime.date) -> set[str]:
    """Return the sentences of the own page of a brand that says this, and the cases that hold; nothing of no brand."""
    try:
        brand = Brand.model_validate(says)  # the checks of a whole brand, for each of two keys, take long
    except ValidationError:
        return set()
    sections = own_sections(Speaker(brand, DEFAULT_LANGUAGE, words, today))
    sentences = (one for section in sections for block in section.blocks for one in sentences_in(block))
    return {*cases_of(brand), *sentences}


def build_texts(brand: Path, pages: Collection[str] | None = None) -> ParagraphsByAddress:
    """Return what each page of the site of a brand folder says; nothing where it cannot be built.

    ``pages`` are the addresses of those that are wanted, where not all are. A build takes the brand from ``BRAND``,
    which is set here for the whole process.
    """
    os.environ["BRAND"] = str(brand)
    with tempfile.TemporaryDirectory() as temporary:
        site = Path(temporary)
        build_into(site, CONFIG, texts_of=lambda address: pages is None or address in pages)
        built = read_built_pages(site)
        costs = site.glob(cost_address("*"))
        return {
            **{address: _paragraphs_on(page) for address, page in built.items()},
            **{
                f"{address}{AROUND}": text_around(built[address])
                for address in map(home, LANGUAGES)
                if address in built
            },
            **{file.relative_to(site).as_posix(): [*texts_of_script(file)] for file in costs},
        }


@cached_by_digest
def _paragraphs_on(page: str) -> list[Paragraph]:
    """Return what the content of a page says."""
    return paragraphs_in(content_of(page))


@cached_by_digest
def text_around(page: str) -> list[Paragraph]:
    """Return what stands above and below the content of a page."""
    tree = LexborHTMLParser(page)
    for element in tree.css(NOT_SIGNED):
        element.decompose()
    around = tree.css(".banner, body > footer")
    return [said for element in around for said in paragraphs_in(element.html or "")]


def texts_of_script(file: Path) -> Iterator[Paragraph]:
    """Yield what the script of the cost estimate may show."""
    values = [json.loads(file.read_text(encoding="utf-8"))]
    while values:
        value = values.pop(0)
        if isinstance(value, str):
            yield from paragraphs_in(value)
        elif isinstance(value, dict | list):
            parts = value.items() if isinstance(value, dict) else enumerate(value)
            values += [part for name, part in parts if name != IN_SENTENCES]


def _build_texts_without(
    variant: Variant, brand: Path, pages: Collection[str] | None = None
) -> ParagraphsByAddress:
    """Return what the site of a brand says without one thing; nothing where it cannot be built so."""
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary).resolve() / brand.name
        shutil.copytree(brand, folder)
        said = yaml.safe_dump(dict(variant.says), allow_unicode=True, sort_keys=False)
        (folder / "brand.yml").write_text(said, encoding="utf-8")
        for file in folder.glob(variant.without_files) if variant.without_files else ():
            file.unlink()
        return build_texts(folder, pages)


def pages_of(addresses: Iterable[str], project: Project) -> set[str]:
    """Return the addresses of the pages that have to be built for texts at some addresses."""
    costs = {cost_address(page.lang): page_address(page) for page in project.pages if page.name == COSTS}
    return {costs.get(address, address).removesuffix(AROUND) for address in addresses}


Told = tuple[str, bool]  # the sentences of a paragraph, and whether the copy says them
PlacesOf = dict[
    Told, dict[str, list[str]]
]  # where it is, the first to be signed, and its new sentences there


class Sheet(Struct, frozen=True, dict=True):
    """What the copy says in one language, as Markdown, to be read and signed by whoever answers for it."""

    project: Project
    brand: Brand
    lang: str
    made: Mapping[str, Sequence[MadeParagraph]]
    copy: ParagraphsByAddress

    @property
    def words(self) -> NamedWords:
        """Return the words around the sentences."""
        return self.project.words.sign_off[self.lang]

    def lines(self) -> Iterator[str]:
        """Yield the sheet: its own page first, then what stands on every page, and each other page."""
        pages = sorted(
            (page for page in self.project.pages if page.lang == self.lang and page.name != SOURCES),
            key=lambda page: (page.name != OWN_PAGE, page.name != HOME),
        )
        yield f'<div lang="{self.lang}" markdown="1">'
        name = self.brand.names_in(self.lang, is_short=False)["the_name"]
        yield f"## {self.words.title.format(the_name=escape_for_sheet(name))}"
        yield self.words.about.format(
            address=self.brand.site_url,
            number=self.project.release.number,
            date=format_day(self.project.today, self.lang),
        )
        yield self.words.marks
        yield self.words.unchanged
        yield self.words.for_maker
        parts = [*self._parts(pages)]
        places: PlacesOf = {}
        names: dict[Told, list[str]] = {}
        for where, _, paragraphs in parts:
            for saying in paragraphs:
                told, paragraph = self._told(saying), saying.paragraph
                new_here = _new_sentences(paragraph)
                places.setdefault(told, {}).setdefault(where, new_here)
                if len(paragraph.after.split()) >= FEWEST_WORDS and not what_it_needs(paragraph):
                    names.setdefault(told, self._names_behind({where: new_here}))
        places = with_parts_told_once(places, names)
        for where, title, paragraphs in parts:
            new = [saying for saying in paragraphs if where in [*places.get(self._told(saying), ())][:1]]
            if new:
                yield f"### {title}"
                yield from self._by_maker([one for one in new if one.paragraph.after], places)
                yield from self._gone([one for one in new if not one.paragraph.after], places)
        for page in self.project.shared.sound:
            if page.lang == self.lang and page.name in self.brand.left_out:
                yield f"### {escape_for_sheet(page.meta.title)}"
                yield f"`{LEFT_OUT}`\n\n- {self.words.page_gone}"
        if everyones := [*self._of_everyone(pages)]:
            yield f"### {self.words.everyones}"
            yield self.words.everyones_about
            yield from everyones
        yield self.words.agreed
        yield "</div>"

    def _parts(self, pages: Sequence[Page]) -> Iterator[tuple[str, str, list[MadeParagraph]]]:
        """Yield each page, and behind the home page what stands on every page: its name, its title and its words."""
        for page in pages:
            address = f"/{page_address(page)}"
            yield address, f"{escape_for_sheet(page.meta.title)} ({address})", self._of(page)
            if page.name == HOME:
                every = self.words.every_page
                yield self.words.each_page, every, [*self.made[f"{page_address(page)}{AROUND}"]]

    def _of_everyone(self, pages: Sequence[Page]) -> Iterator[str]:
        """Yield each shared sentence about a hospital, on the first page that says something of this one."""
        told: set[str] = set()
        for page in pages:
            changed = [(saying.paragraph.before, saying.paragraph.after) for saying in self._of(page)]
            own = " ".join(changed_sentences(*pair)[1] for pair in changed)
            if page.name not in OF_ONE_HOSPITAL or not own:
                continue
            where = f"/{page_address(page)}"
            of_text = {
                one: (above, self._behind({where: [one]})) for one, above in self._about_a_hospital(page)
            }
            in_lists = {one: (above, "") for one, above in self._about_a_hospital_in_lists(page)}
            new = {
                sentence: said
                for sentence, said in {**of_text, **in_lists, **of_text}.items()
                if sentence not in told and sentence not in own
            }
            told |= new.keys()
            if new:
                yield where
                yield list_to_tick(
                    (above, f"{escape_for_sheet(sentence)}{behind}")
                    for sentence, (above, behind) in new.items()
                )

    def _behind(self, said: Mapping[str, Sequence[str]]) -> str:
        """Return what a hospital replaces to change some sentences, by where they are, as it stands behind them."""
        names = ", ".join(f"`{one}`" for one in self._names_behind(said))
        return f" ({names})" if names else ""

    def _names_behind(self, said: Mapping[str, Sequence[str]]) -> list[str]:
        found = (
            name
            for where, sentences in said.items()
            for name in self._places.behind(sentences, self._page_names.get(where, EVERY_PAGE))
        )
        return [*dict.fromkeys(found)]

    @cached_property
    def _page_names(self) -> dict[str, str]:
        """Return the names of the pages by where they are, as the list has it."""
        return {f"/{page_address(page)}": page.name for page in self.project.pages if page.lang == self.lang}

    @cached_property
    def _places(self) -> PlacesInCopy:
        return places_in_copy(self.project, self.lang)

    def _about_a_hospital(self, page: Page) -> Iterator[tuple[str, str]]:
        """Yield each whole sentence of a page that speaks of a hospital, with what stands above it."""
        example = self.project.words.site[self.lang].example
        for text in self.copy[page_address(page)]:
            is_story = any(above.startswith(example) for above in (text.under, text.section))
            if text.words == text.section or text.anchor in OF_ANY_HOSPITAL or is_story:
                continue
            for sentence in sentences_in(text.words):
                is_whole = sentence.endswith(END_MARKS) and len(sentence.split()) >= FEWEST_WORDS
                if is_whole and self._speaks_of_a_hospital(sentence):
                    yield sentence, text.under or text.section

    def _about_a_hospital_in_lists(self, page: Page) -> Iterator[tuple[str, str]]:
        """Yield each sentence about a hospital that lists of pages say of a shared page, with its title."""
        if page in self.project.shared.sound:
            for sentence in sentences_in(page.meta.description):
                if self._speaks_of_a_hospital(sentence):
                    yield sentence, page.meta.title

    def _speaks_of_a_hospital(self, sentence: str) -> bool:
        spoken = BLANK_OF_LETTER.sub("", sentence.lower())
        names = self.words.speak_of.split(", ")
        return any(re.search(rf"\b{re.escape(name)}", spoken) for name in names)

    def _of(self, page: Page) -> list[MadeParagraph]:
        """Return what a page says otherwise than the shared one; that on costs with what its estimate may show."""
        of_estimate = self.made.get(cost_address(self.lang), ()) if page.name == COSTS else ()
        paragraphs = [*without_told_again(with_parts_gone(self.made[page_address(page)])), *of_estimate]
        return [
            saying
            for saying in paragraphs
            if (saying.paragraph.after or saying.made_by != (LEFT_OUT,))
            and saying.paragraph.after != saying.paragraph.section
            and saying.paragraph.after not in self._questions
            and not is_count(saying.paragraph.after, self.project.words.site[self.lang].more_examples)
            and (page.name == OWN_PAGE or not is_label(saying.paragraph))
        ]

    @cached_property
    def _questions(self) -> set[str]:
        """Return the titles on the own page, which other pages have as questions and links."""
        words = self.project.own_page.words[self.lang]
        return {with_straight_apostrophes(title) for name, title in words.items() if name.endswith("_title")}

    def _told(self, saying: MadeParagraph) -> Told:
        """Return the sentences of a paragraph, and whether the copy says them: one can be gone here and new there."""
        return self._sentence(saying), bool(saying.paragraph.after)

    def _gone(self, paragraphs: Sequence[MadeParagraph], places: PlacesOf) -> Iterator[str]:
        """Yield one box for all that a page of the copy does not say, and below it each sentence with its keys."""
        rows = []
        for told, saying in {self._told(one): one for one in reversed(paragraphs)}.items():
            above = escape_for_sheet(what_it_needs(saying.paragraph).rstrip(":"))
            words = f"{above}: {told[0]}" if above else told[0]
            rows.append(f"- {words} – {self._makers(saying)}{self._elsewhere(places[told])}")
        if rows:
            yield f"☐ {self.words.gone}"
            yield "\n".join(reversed(rows))

    def _by_maker(self, paragraphs: Sequence[MadeParagraph], places: PlacesOf) -> Iterator[str]:
        """Yield what makes sentences, and below it each sentence once, with where else it stands."""
        by_maker: dict[str, list[MadeParagraph]] = {}
        for saying in paragraphs:
            by_maker.setdefault(self._makers(saying), []).append(saying)
        for makers, together in by_maker.items():
            told = {sentence for saying in together for sentence in sentences_in(saying.paragraph.after)}
            said = {self._sentence(saying): saying.paragraph for saying in reversed(together)}
            above = {words: what_it_needs(paragraph) for words, paragraph in said.items()}
            yield makers
            yield list_to_tick(
                (
                    "" if above[words] in told else above[words],
                    f"{words}{self._behind(places[words, True])}{self._elsewhere(places[words, True])}",
                )
                for words in dict.fromkeys(map(self._sentence, together))
            )

    def _elsewhere(self, places: Iterable[str]) -> str:
        """Return on which pages something is beside the first one of these."""
        _, *others = places
        return f" {self.words.also_on.format(pages=', '.join(others))}" if others else ""

    def _makers(self, saying: MadeParagraph) -> str:
        """Return what makes a paragraph, or where nearly everything does, what would make another one of it."""
        made_by, enough = (", ".join(f"`{key}`" for key in keys) for keys in (saying.made_by, saying.enough))
        if enough and len(saying.enough) <= MOST_ENOUGH:
            return "; ".join(filter(None, [made_by, f"{enough} ({self.words.together})"]))
        if made_by:
            return made_by
        others = " / ".join(f"`{key}`" for key in self._keys_of_another(saying.paragraph))
        return self.words.other_with.format(keys=others) if others else self.words.many

    def _keys_of_another(self, paragraph: ChangedParagraph) -> list[str]:
        """Return the keys with which something else would stand in the place of a paragraph."""
        new = _new_sentences(paragraph)
        for words, wordings in self._said_by_any_key.items():
            here = [one for one in new if one in words]
            if here and (keys := keys_of_another(here, wordings)):
                return keys
        return []

    @cached_property
    def _said_by_any_key(self) -> dict[str, list[OtherWording]]:
        """Return what is said as soon as a hospital says anything, in plain words, with what else can stand there."""
        return {
            in_plain_words(words): [replace(one, words=in_plain_words(one.words)) for one in wordings]
            for words, wordings in answers_beside(self.project, self.lang)
        }

    def _sentence(self, saying: MadeParagraph) -> str:
        """Return the sentences of a paragraph that only the copy says, with what is new in them in bold."""
        paragraph = saying.paragraph
        if not paragraph.after:
            words, number = escape_for_sheet(paragraph.before), saying.gone_with_it
            if number:
                return self.words.gone_part.format(words=words.rstrip(".,:;?!"), number=number)
            return words
        before, after = changed_sentences(paragraph.before, paragraph.after, LEFT_OUT_BETWEEN)
        return mark_changes(before, after)[1].replace("\\|", "|")  # no cell of a table


def _new_sentences(paragraph: ChangedParagraph) -> list[str]:
    """Return the sentences that a paragraph has in the copy alone; none of one that is gone there."""
    return sentences_in(changed_sentences(paragraph.before, paragraph.after)[1]) if paragraph.after else []


def with_parts_told_once(places: PlacesOf, names: Mapping[Told, Sequence[str]]) -> PlacesOf:
    """Return where each paragraph is signed, those that are only a part of another one together with that.

    ``names`` are what a hospital replaces to change those that say something by themselves: what is alike and stands in
    another text is no part.
    """
    said = {told: {*next(iter(places[told].values()))} for told, named in names.items() if named}
    found: PlacesOf = {}
    for told in places:
        holding = [
            other
            for other in (said if told in said else ())
            if said[other] >= said[told] and {*names[other]} >= {*names[told]}
        ]
        whole = max(holding, key=lambda other: len(said[other]), default=told)
        found[whole] = {**places[whole], **found.get(whole, {}), **places[told], **places[whole]}
    return found


def without_told_again(said: Iterable[MadeParagraph]) -> Iterator[MadeParagraph]:
    """Yield what a page says without what it said before, sentence for sentence, such as a step that is there twice."""
    told: set[str] = set()
    for saying in said:
        paragraph = saying.paragraph
        new = {*_new_sentences(paragraph)}
        if not new or not new <= told:
            yield saying
        told |= new


def is_label(paragraph: ChangedParagraph) -> bool:
    """Tell whether a paragraph is a word or two that nobody can judge: a name above an arrow, who does a step."""
    words = paragraph.after or paragraph.before
    is_short = len(words.split()) <= MOST_OF_LABEL and not any(sign.isdigit() for sign in words)
    return is_short and not words.endswith(END_MARKS) and not paragraph.under.endswith(":")


def what_it_needs(paragraph: ChangedParagraph) -> str:
    """Return what stands above a paragraph, without which it says nothing: an item of a list, or a few words."""
    words = paragraph.after or paragraph.before
    is_fragment = len(words.split()) <= MOST_OF_FRAGMENT and ":" not in words
    above = paragraph.under or paragraph.section
    is_needed = above != words and (is_fragment or paragraph.under.endswith(":"))
    return above if is_needed else ""


def list_to_tick(rows: Iterable[tuple[str, str]]) -> str:
    """Return words with a box to tick each as a list, those that need what stands above them below that."""
    lines = []
    for above, together in groupby(rows, key=itemgetter(0)):
        lines += [f"- {escape_for_sheet(above)}"] if above else []
        lines += [f"{'    ' if above else ''}- ☐ {words}" for _, words in together]
    return "\n".join(lines)


def is_count(said: str, counted: str) -> bool:
    """Tell whether a paragraph only counts what it folds: "Nog 10 voorbeelden" of "Nog {count} voorbeelden"."""
    before, _, after = map(re.escape, counted.partition("{count}"))
    return re.fullmatch(rf"{before}\d+{after}", said) is not None


def _own_files_in(brand: Path) -> list[str]:
    """Return the texts and lists of a brand, a text once for all languages."""
    texts = {f"{kind}/*/{file.name}" for kind in TEXT_FOLDERS for file in brand.glob(f"{kind}/*/*.md")}
    return sorted({*texts, *(f"tools/{file.name}" for file in brand.glob("tools/*.yml"))})


def _build_sheets(project: Project, brand: Brand) -> list[Sheet]:
    """Build the site with and without each thing that a brand says, and return the sheet of each of its languages."""
    folder = project.settings.brand
    variants = variants_of(project.brand.document, _own_files_in(folder), project.today)
    print(LOOKING.format(count=len(variants)), flush=True)
    with ProcessPoolExecutor(os.cpu_count()) as pool:
        copy, shared = pool.map(build_texts, [folder, project.settings.root / NEUTRAL])
        changed = pages_of((address for address in copy if copy[address] != shared.get(address)), project)
        made = made_paragraphs(shared, copy, _build_variants(pool, variants, folder, changed))
        unmade = [address for address, parts in made.items() if not all(one.made_by for one in parts)]
        if unclear := pages_of(unmade, project):
            single = variants_alone(project.brand.document, variants, project.today)
            print(LOOKING_AGAIN.format(count=len(single)), flush=True)
            made = with_enough(made, shared, dict(_build_variants(pool, single, folder, unclear)))
        words = project.own_page.words[DEFAULT_LANGUAGE]
        of_two = variants_of_two(project.brand.document, variants, words, project.today)
        neither = _build_variants(pool, of_two, folder, changed)
        made = with_either(made, copy, [(tuple(name.split(BOTH)), texts) for name, texts in neither])
    return [Sheet(project, brand, lang, made, copy) for lang in project.languages]


def _build_variants(
    pool: Executor, variants: Sequence[Variant], brand: Path, pages: Collection[str]
) -> list[tuple[str, ParagraphsByAddress]]:
    """Return what pages of the site of a brand say in each variant, with its name, where it can be built so."""
    texts = pool.map(partial(_build_texts_without, brand=brand, pages=pages), variants)
    return [(one.name, said) for one, said in zip(variants, texts, strict=True) if said]


def _format_sheets(brand: Brand, sheets: Sequence[Sheet]) -> str:
    """Return the sheets of all languages as one text."""
    parts = [
        f"# {escape_for_sheet(brand.name_in(DEFAULT_LANGUAGE))}",
        *(line for sheet in sheets for line in sheet.lines()),
    ]
    return "\n\n".join(parts) + "\n"


def main() -> int:
    """Write the sheets; return 1 where something is wrong with the folder, or where it is no brand's."""
    parser = argparse.ArgumentParser(description="Write what a copy says, beside what makes it.")
    parser.add_argument("--site", type=Path, help="the preview of the site, in which it is to stand too")
    options = parser.parse_args()
    for name in ("PREVIEW", "PUBLISH"):  # the words are the same, and are made sooner
        os.environ.pop(name, None)
    project = read_project(settings_from(os.environ, Path.cwd()))
    brand, found = project.brand.sound, faults(project.findings)
    if brand is None or found:
        print(*found, to_mend(len(found)), sep="\n", file=sys.stderr)
        return 1
    if project.settings.is_neutral:
        print(
            "BRAND is the site without a hospital; write a folder, like BRAND=brands/our-hospital",
            file=sys.stderr,
        )
        return 1
    text = _format_sheets(brand, _build_sheets(project, brand))
    pages = [PAGE_OF_REPORT, *([options.site / PAGE] if options.site else [])]
    for file, made in [(REPORT, text), *((page, as_page(text)) for page in pages)]:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(made, encoding="utf-8")
    print(f"What the site says that only you say stands in {PAGE_OF_REPORT} and {REPORT}")
    return 0


if __name__ == "__main__":
    sys.exit(run_command(main, "wrote what a copy says"))
