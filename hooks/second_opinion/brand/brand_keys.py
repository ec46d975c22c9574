"""Every key of brand.yml, from its models alone, and the sentences that it makes, by itself and beside another key."""

from __future__ import annotations

import datetime
import html
import itertools
import re
from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace
from pydantic import ValidationError

from second_opinion.brand.apart import check_apart, lines_in_guide
from second_opinion.brand.companions import COMPANIONS, check_companions
from second_opinion.brand.model import Brand
from second_opinion.brand.own_sections import own_sections
from second_opinion.brand.schema import (
    KeyStep,
    Node,
    has_keys,
    is_list,
    is_said_in_each_language,
    kind_of,
    record_in,
    values_of,
    ways_to_keys,
)
from second_opinion.brand.speaker import Speaker
from second_opinion.core.cache import cached_by_digest
from second_opinion.core.languages import FACTS, PAPER_LANGUAGES, SOURCE_LANGUAGE
from second_opinion.core.long_sentences import SENTENCE_END
from second_opinion.core.validation import YamlDocument, read_yaml
from second_opinion.data.interface import NamedWords

EXAMPLE_DAY = datetime.date(2026, 11, 22)  # of the examples
SMALLEST_BRAND = {"name": dict.fromkeys(FACTS, "Ons Ziekenhuis"), "site_url": "https://test.example"}
DAY_OF_AMOUNTS = ("costs", "date")  # which says nothing beside another key that an amount does not say there
BETWEEN_LINES = " · "
LINK = re.compile(r"\[([^\]]*)\]\((?:<[^>]*>|[^)]*)\)(?:\{[^}]*\})?")


class ValueWithSentences(Struct, frozen=True):
    """A value of a key, the sentence that it makes in each language, and a brand.yml that says it."""

    value: str
    sentences: Mapping[str, str]
    written: str = ""


class Key(Struct, frozen=True):
    """A key of brand.yml: the keys around it, how it is written, what it is for, and what its values say.

    What stands there in one language does not stand for the others where it ``is_in_each_language``.
    """

    path: Sequence[str]
    kind: str
    values: Sequence[str]
    description: str
    example: str
    is_needed: bool
    is_in_list: bool
    is_list: bool = False
    has_keys: bool = False
    is_in_each_language: bool = False
    says: Sequence[ValueWithSentences] = ()
    not_beside: Sequence[str] = ()

    @property
    def dotted(self) -> str:
        """Return the key as messages name it."""
        return ".".join(self.path)


def all_keys(words: Mapping[str, NamedWords]) -> list[Key]:
    """Return every key of brand.yml, each below the one around it; ``words`` are those of the own page."""
    found: list[Key] = []
    for way, node in ways_to_keys(Brand.model_json_schema()):
        key = _key_at(way, node, words)
        is_said = any(_has_same_sentences(key, other) for other in found)
        found.append(replace(key, says=()) if is_said else key)
    return found


def _key_at(way: Sequence[KeyStep], node: Node, words: Mapping[str, NamedWords]) -> Key:
    *_, step = way
    values = values_of(node)
    example = (node.get("examples") or [""])[0]
    path = tuple(each.name for each in way)
    is_needed = step.name in step.record.get("required", ())
    is_said_around = len(path) > 2 and step.is_in_list and is_needed
    is_group = len(path) == 1 and record_in(node)[0]
    says = [] if is_group or is_said_around else _sentences_by_value(way, node, values, words)
    return Key(
        path=path,
        kind=kind_of(node),
        values=values,
        description=node.get("description", ""),
        example=example,
        is_needed=is_needed,
        is_in_list=step.is_in_list,
        is_list=is_list(node),
        has_keys=has_keys(node),
        is_in_each_language=is_said_in_each_language(node),
        says=says,
        not_beside=lines_in_guide(".".join(path)),
    )


def _has_same_sentences(key: Key, other: Key) -> bool:
    """Tell whether a key makes just the sentences of another key, which stands beside it or around it."""
    said, before = ([each.sentences for each in one.says] for one in (key, other))
    return said == before and key.path[:-1] in {other.path[:-1], other.path}


# ---- what a value says


def _sentences_by_value(
    way: Sequence[KeyStep], node: Node, values: Sequence[str], words: Mapping[str, NamedWords]
) -> list[ValueWithSentences]:
    """Return what each value of a key says, or its example where it can have many."""
    is_several = is_list(node)
    examples = node.get("examples") or []
    tried = [f"[{value}]" if is_several else value for value in values if value not in PAPER_LANGUAGES]
    tried += [example for example in examples if not values or (is_several and example not in tried)]
    made = [ValueWithSentences(value, _sentences(way, value, words), _written(way, value)) for value in tried]
    return [each for each in made if any(each.sentences.values())]


def _sentences(way: Sequence[KeyStep], value: str, words: Mapping[str, NamedWords]) -> dict[str, str]:
    """Return what a brand says in each language with a value and not without it."""
    said = {lang: _blocks(_written(way, value), lang, words[lang]) for lang in words}
    without = {lang: _blocks(_written(way, None), lang, words[lang]) for lang in words}
    return {lang: BETWEEN_LINES.join(new_lines(said[lang], without[lang])) for lang in words}


def _written(way: Sequence[KeyStep], value: str | None) -> str:
    """Return a brand.yml that says one thing, with what it cannot be said without; None leaves the thing itself out.

    the steps "appointment" and "video" with "true" => "appointment: {video: true}"
    """
    companion = COMPANIONS.get(".".join(step.name for step in way))
    text = value
    for step in reversed(way[1:]):
        beside = companion.example if companion and text == value else ""
        needed = [
            name
            for name in step.record.get("required", ())
            if name != step.name and not beside.startswith(f"{name}:")
        ]
        parts = [f"{name}: {step.record['properties'][name]['examples'][0]}" for name in needed]
        parts += [beside] if beside else []
        parts += [] if text is None else [f"{step.name}: {text}"]
        text = f"{{{', '.join(parts)}}}"
        text = f"[{text}]" if step.is_in_list else text
    return "" if text is None else f"{way[0].name}: {text}"


def _blocks(text: str, lang: str, words: NamedWords) -> list[str]:
    """Return what the page about a brand says, in plain words; nothing for what is no brand."""
    return _lines(read_yaml(text, "example").value or {}, lang, words)


def _lines(said: Node, lang: str, words: NamedWords) -> list[str]:
    """Return the lines of the page about a brand with these keys; none for keys that no brand may have."""
    brand = _brand_that_says(said)
    if brand is None:
        return []
    sections = own_sections(Speaker(brand, lang, words, EXAMPLE_DAY))
    return [line for section in sections for block in section.blocks for line in plain_lines(block)]


def _brand_that_says(said: Node) -> Brand | None:
    """Return the brand with these keys; None for keys that no brand may have."""
    try:
        return Brand.model_validate({**SMALLEST_BRAND, **said})
    except ValidationError:
        return None


def plain_lines(block: str) -> Iterator[str]:
    """Yield the lines of a block of Markdown as readers see them."""
    for line in re.sub(r"<(?!br)[^>]+>", "", LINK.sub(r"\1", block)).replace("<br>", " ").splitlines():
        words = re.sub(r"\\(.)", r"\1", html.unescape(line)).strip().removeprefix("- ")
        cells = [cell.strip() for cell in words.split("|") if cell.strip(" -")]
        if cells:
            yield ", ".join(cells)


def new_lines(lines: Sequence[str], before: Sequence[str]) -> Iterator[str]:
    """Yield what lines say that the lines before them did not: of a line that got longer, only its new end."""
    for line in lines:
        shared = max((old for old in before if line.startswith(old)), key=len, default="")
        if rest := line.removeprefix(shared).strip(" ,"):
            yield rest


# ---- a key alone


class KeyAlone(Struct, frozen=True):
    """A key of brand.yml, a brand that says one value of it and no more than that needs, and the brand without it."""

    key: str
    saying: Brand
    without: Brand


def keys_alone() -> Iterator[KeyAlone]:
    """Yield each key with each value that it can have, or its example, and of a list each choice of several."""
    for way, node in ways_to_keys(Brand.model_json_schema()):
        if len(way) > 2 or (len(way) == 1 and record_in(node)[0]):
            continue
        *_, step = way
        for value in _values_to_try(node):
            saying, without = (
                _brand_that_says(read_yaml(_written(way, said), "example").value or {})
                for said in (value, None)
            )
            if saying:
                key = way[0].name if step.is_in_list else ".".join(one.name for one in way)
                yield KeyAlone(key, saying, without or Brand.model_validate(SMALLEST_BRAND))


def _values_to_try(node: Node) -> Sequence[str]:
    """Return the values of a key, of a list of few each choice of several, or its examples where it can have many."""
    values = values_of(node)
    if values and is_list(node):
        several = (itertools.combinations(values, count + 1) for count in range(len(values)))
        return [f"[{', '.join(chosen)}]" for chosen in itertools.chain.from_iterable(several)]
    return values or node.get("examples") or []


# ---- what two keys say together


class Together(Struct, frozen=True):
    """Pairs of keys, and the sentence in each language that neither says alone, or that one of them no longer says.

    A key has its value behind it where it has few.
    """

    pairs: Sequence[Sequence[str]]
    sentences: Mapping[str, str]
    is_gone: bool


class _ValueAlone(Struct, frozen=True):
    """A value of a key, what a brand.yml that says it holds, and the lines of its page in each language."""

    key: Key
    value: ValueWithSentences
    written: Node
    lines: Mapping[str, Sequence[str]]

    @property
    def name(self) -> str:
        """Return the key, with its value where it has few."""
        return f"{self.key.dotted}: {self.value.value}" if self.key.values else self.key.dotted

    def sentences(self, lang: str) -> list[str]:
        """Return the sentences that the value makes by itself."""
        return _sentences_in(self.value.sentences[lang].split(BETWEEN_LINES))


class _Changes(Struct, frozen=True):
    """The lines that a brand with two values says anew, and the sentences of either that it no longer says."""

    new: Sequence[str] = ()
    gone: Sequence[str] = ()


@cached_by_digest
def keys_together(every_key: Sequence[Key], words: Mapping[str, NamedWords]) -> list[Together]:
    """Return what two keys say only beside each other, and what one of them says no longer then, each sentence once."""
    asked = [key for key in every_key if len(key.path) == 2 and key.path != DAY_OF_AMOUNTS]
    values = [_value_alone(key, value, words) for key in asked for value in key.says]
    found: dict[tuple[str, bool], Together] = {}
    for one, other in itertools.combinations(values, 2):
        for sentences, is_gone in _said_together(one, other, words):
            which = (sentences[SOURCE_LANGUAGE], is_gone)
            known = found[which].pairs if which in found else ()
            if not known or not {one.key.dotted, other.key.dotted} & COMPANIONS.keys():
                found[which] = Together([*known, [one.name, other.name]], sentences, is_gone)
    return [*found.values()]


def _value_alone(key: Key, value: ValueWithSentences, words: Mapping[str, NamedWords]) -> _ValueAlone:
    """Return a value of a key with what the page of a brand says that has nothing else."""
    written = read_yaml(value.written, "example").value
    return _ValueAlone(key, value, written, {lang: _lines(written, lang, words[lang]) for lang in words})


def _said_together(
    one: _ValueAlone, other: _ValueAlone, words: Mapping[str, NamedWords]
) -> list[tuple[dict[str, str], bool]]:
    """Return in each language what two values say beside each other, and neither of them alone.

    Where that is nothing, it is what one of them says no longer, and True. There is nothing where a brand cannot set
    both, or where one never stands without the other.
    """
    both = _saying_both(one, other)
    if one.key.dotted == other.key.dotted or both in (one.written, other.written):
        return []
    in_source = _changes(one, other, SOURCE_LANGUAGE, _lines(both, SOURCE_LANGUAGE, words[SOURCE_LANGUAGE]))
    if not (in_source.new or in_source.gone) or not _can_be_set(both):
        return []
    is_gone = not in_source.new
    changes = [_changes(one, other, lang, _lines(both, lang, words[lang])) for lang in words]
    in_turn = zip(*(each.gone if is_gone else each.new for each in changes), strict=False)
    return [(dict(zip(words, sentences, strict=True)), is_gone) for sentences in in_turn]


def _can_be_set(written: Node) -> bool:
    """Tell whether the build refuses none of these keys beside another one."""
    document, brand = YamlDocument("", written, {}), Brand.model_validate({**SMALLEST_BRAND, **written})
    return not [*check_apart(document, brand), *check_companions(document, document, brand)]


def _changes(one: _ValueAlone, other: _ValueAlone, lang: str, page: Sequence[str]) -> _Changes:
    """Return what the page of a brand with two values says otherwise than with either of them.

    Alone "You come once." and "By video.", together "You come once, by video." => that line, and "By video.". A line
    that only joins sentences of both, of which none is gone, is not new. A brand that cannot be has no page.
    """
    if not page:
        return _Changes()
    sentences = [*one.sentences(lang), *other.sentences(lang)]
    gone = [sentence for sentence in sentences if not any(_stands_in(sentence, line) for line in page)]
    before = [*one.lines[lang], *other.lines[lang]]
    new = [line for line in page if line not in before and (gone or not _joins(line, before))]
    return _Changes(new, gone)


def _joins(line: str, before: Sequence[str]) -> bool:
    """Tell whether each sentence of a line stands in the lines before it."""
    known = " ".join(before)
    return all(_stands_in(sentence, known) for sentence in _sentences_in([line]))


def _stands_in(sentence: str, line: str) -> bool:
    """Tell whether a sentence stands in a line, also where one is in a list, with a capital and no full stop."""
    return sentence.removesuffix(".").casefold() in line.casefold()


def _sentences_in(lines: Sequence[str]) -> list[str]:
    return [sentence for line in lines for sentence in SENTENCE_END.split(line) if sentence]


def _saying_both(one: _ValueAlone, other: _ValueAlone) -> Node:
    """Return a brand that says two values; what one needs beside it gives way to the value of the other."""
    (top, name), (other_top, other_name) = one.key.path, other.key.path
    if top != other_top or one.key.is_in_list:
        return {**one.written, **other.written}
    own = {name: one.written[top][name], other_name: other.written[top][other_name]}
    return {**one.written, **other.written, top: {**one.written[top], **other.written[top], **own}}
