"""Which words of data/your-hospital.yml each page of a copy says, by their names, and which a brand replaces in vain.

Each is marked before anything is made of it, and read back from what readers get: so that is known, and not guessed.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Collection, Iterator, Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace
from pydantic import ValidationError

from second_opinion.brand.brand_keys import keys_alone
from second_opinion.brand.imprint import foot_contact, names_of_hospital
from second_opinion.brand.model import Brand
from second_opinion.brand.own_answers import SECTIONS_BY_PAGE, blocks_for_home
from second_opinion.brand.own_block import OwnBlock, own_block
from second_opinion.brand.own_page import OWN_PAGE, body_of_own_page, texts_about_own_page
from second_opinion.brand.own_sections import own_sections, searches_by_section
from second_opinion.brand.sentences import KEPT, OFFERED
from second_opinion.brand.speaker import Speaker
from second_opinion.core.findings import Finding
from second_opinion.core.validation import YamlDocument
from second_opinion.data.interface import NamedWords
from second_opinion.project.project import Project

EVERY_PAGE = "*"  # in the place of the name of a page: what stands around each
SEARCHED = ""  # the same of what people type who search
BEGIN, BEHIND_NAME, END = "\ue000", "\ue001", "\ue002"  # around words, in characters that no text has
MARK = re.compile(f"{BEGIN}([^{BEHIND_NAME}]*){BEHIND_NAME}|{END}")


class OwnWords(Struct, frozen=True):
    """Words of the own page with their name, as Markdown or HTML, with all that is filled in."""

    name: str
    said: str


def own_words_by_page(project: Project, speaker: Speaker) -> dict[str, list[OwnWords]]:
    """Return which words of the own page a copy says on each page of a language, by the name of the page."""
    marked = replace(speaker, words=_marked(speaker.words))
    sections = own_sections(marked)
    values = names_of_hospital(marked, project.words.site[speaker.lang], project.release)
    texts: dict[str, list[str]] = {EVERY_PAGE: [foot_contact(marked)]}
    if sections:
        texts[OWN_PAGE] = [*texts_about_own_page(marked), *body_of_own_page(marked, sections)]
        typed = searches_by_section(marked).values()
        texts[SEARCHED] = [each for of_section in typed for each in of_section]
    for page in project.written_pages:
        if page.lang == speaker.lang:
            has_block = bool(sections) and page.name in SECTIONS_BY_PAGE
            block = own_block(marked, page=page.name, address="", whole="") if has_block else None
            named = (values[name] for name in sorted(project.names_shown_on(page)) if name in values)
            texts[page.name] = [*_texts_in(block), *named]
    return {page: [*_words_in("\n\n".join(said))] for page, said in texts.items()}


def _marked(words: NamedWords) -> NamedWords:
    """Return words with marks around all that readers can get of them."""
    return NamedWords(
        {
            name: said if name in KEPT else f"{BEGIN}{name}{BEHIND_NAME}{said}{END}"
            for name, said in words.items()
        }
    )


def _texts_in(block: OwnBlock | None) -> list[str]:
    if block is None:
        return []
    answers = [text for answer in block.answers for text in (answer.question.label, answer.said)]
    return [block.title, *block.paragraphs, *answers, *(link.label for link in block.links), block.below]


def _words_in(text: str) -> Iterator[OwnWords]:
    """Yield the words that are marked in a text, those that fill others in behind them."""
    begun: list[tuple[str, int]] = []
    for mark in MARK.finditer(text):
        if mark[1] is not None:
            begun.append((mark[1], mark.end()))
        elif begun:
            name, start = begun.pop()
            yield OwnWords(name, MARK.sub("", text[start : mark.start()]))


def check_unread_sentences(project: Project) -> Iterator[Finding]:
    """Give a notice of each name in `sentences` that is said in another case than those that hold for the brand."""
    document, speakers = project.brand.document, [*project.speakers.values()]
    if not speakers or not speakers[0].brand.sentences:
        return
    known = {name for speaker in speakers for name in speaker.words if not name.startswith(OFFERED)} - KEPT
    read = {
        one.name
        for speaker in speakers
        for said in own_words_by_page(project, speaker).values()
        for one in said
    }
    own = speakers[0].brand.sentences
    unread = [name for name in own if name in known - read]
    in_place = _read_in_place_of(unread, speakers[0], document) if unread else {}
    for name in unread:
        yield _notice_of_unread_sentence(document, name, in_place.get(name, ""), own)


def _notice_of_unread_sentence(
    document: YamlDocument, name: str, other: str, own: Collection[str]
) -> Finding:
    """Return the notice of a sentence that nobody reads; ``other`` is the name of what is read in its place."""
    wrong = (
        f"'sentences.{name}' is said in a case which does not hold for what your brand.yml says, so nobody "
    )
    do = "take it out"
    if other in own:
        do = f"{do}; readers get yours of '{other}' in its place"
    elif other:
        do = f"call it '{other}', which readers get in its place, or {do}"
    return Finding(document.file, document.line("sentences", name), f"{wrong}reads it", do, is_fault=False)


def _read_in_place_of(unread: Sequence[str], speaker: Speaker, document: YamlDocument) -> dict[str, str]:
    """Return by name which words stand where unread ones would with another value of one key; some have none."""
    now = _names_in_turn(speaker)
    found: dict[str, str] = {}
    for brand in _brands_beside(document):
        there = _names_in_turn(replace(speaker, brand=brand))
        codes = difflib.SequenceMatcher(a=now, b=there, autojunk=False).get_opcodes()
        for kind, start, end, begin, stop in codes:
            for name in {*there[begin:stop]} & {*unread} if kind == "replace" else ():
                found.setdefault(name, difflib.get_close_matches(name, now[start:end], n=1, cutoff=0)[0])
    return found


def _names_in_turn(speaker: Speaker) -> list[str]:
    """Return the names of all words that its own page and the home page say of a brand, in order."""
    marked = replace(speaker, words=_marked(speaker.words))
    sections = own_sections(marked)
    blocks = [block for section in sections for block in section.blocks]
    return [one.name for one in _words_in("\n".join([*blocks, *blocks_for_home(marked, sections)]))]


def _brands_beside(document: YamlDocument) -> Iterator[Brand]:
    """Yield each brand that differs from one in a key that has few values, or that it lacks."""
    for one in keys_alone():
        group, _, key = one.key.partition(".")
        inner = document.value.get(group)
        if isinstance(inner, Mapping) and key:
            value = getattr(getattr(one.saying, group), key)
            rest = {name: said for name, said in inner.items() if name != key}
            is_chosen = isinstance(value, str | bool) or (
                isinstance(value, Sequence) and all(isinstance(each, str) for each in value)
            )
            for changed in [rest, *([{**rest, key: value}] if is_chosen else [])]:
                try:
                    yield Brand.model_validate({**document.value, group: changed})
                except ValidationError:
                    continue
