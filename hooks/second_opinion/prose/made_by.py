"""What a copy says that the shared site does not, and which of its keys makes each sentence.

A key makes a sentence if the same copy without that key does not say it: so nothing has to be known of how it is made.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import partial
from itertools import groupby

from msgspec import Struct
from msgspec.structs import replace

from second_opinion.prose.text_differences import ChangedParagraph, Paragraph, changed_paragraphs

MOST_APART = 2  # paragraphs gone one behind the other that are told by themselves
ParagraphsByAddress = Mapping[str, Sequence[Paragraph]]  # what each page says, by its address


class MadeParagraph(Struct, frozen=True):
    """A paragraph of a page that is the copy's own, beside what the shared site says there, and what makes it.

    Where two keys each would make it, it goes with neither of them alone, and each is ``enough``. Of one that is gone,
    ``gone_with_it`` is how many behind it are gone too.
    """

    paragraph: ChangedParagraph
    made_by: tuple[str, ...]
    enough: tuple[str, ...] = ()
    gone_with_it: int = 0


def made_paragraphs(
    shared: ParagraphsByAddress,
    copy: ParagraphsByAddress,
    without: Iterable[tuple[str, ParagraphsByAddress]],
) -> dict[str, list[MadeParagraph]]:
    """Return what each page of a copy says otherwise than the shared site, by its address.

    ``without`` are the texts of the same copy without each of its keys. Where a key goes with another one, it stands
    there with each that can be that, and makes only what is otherwise in all of these.
    """
    texts_without: dict[str, list[ParagraphsByAddress]] = {}
    for key, texts in without:
        texts_without.setdefault(key, []).append(texts)
    changed = {
        address: _without_moved(changed_paragraphs(shared.get(address, ()), said))
        for address, said in copy.items()
    }
    makers = {
        address: {
            key: set.intersection(*(_own_words(texts.get(address, ()), copy[address]) for texts in variants))
            for key, variants in texts_without.items()
        }
        for address, paragraphs in changed.items()
        if paragraphs
    }
    return {
        address: [
            MadeParagraph(
                one,
                tuple(key for key, words in makers[address].items() if (one.after or one.before) in words),
            )
            for one in paragraphs
        ]
        for address, paragraphs in changed.items()
    }


def with_enough(
    said: Mapping[str, Sequence[MadeParagraph]],
    shared: ParagraphsByAddress,
    alone: Mapping[str, ParagraphsByAddress],
) -> dict[str, list[MadeParagraph]]:
    """Return what a copy says, with the keys that each are enough where none makes it by itself.

    ``alone`` are the texts of a copy that says one thing, with what that needs beside it.
    """
    made = {
        address: {
            key: _own_words(shared.get(address, ()), texts.get(address, ())) for key, texts in alone.items()
        }
        for address in said
        if any(not one.made_by for one in said[address])
    }
    return {
        address: [_with_all_makers(one, made[address]) for one in paragraphs]
        if address in made
        else [*paragraphs]
        for address, paragraphs in said.items()
    }


def with_either(
    said: Mapping[str, Sequence[MadeParagraph]],
    copy: ParagraphsByAddress,
    without_two: Sequence[tuple[Sequence[str], ParagraphsByAddress]],
) -> dict[str, list[MadeParagraph]]:
    """Return what a copy says, with two keys of which each is enough beside those that make a paragraph.

    ``without_two`` are the texts of a copy that has neither of two keys, with their names.
    """
    found = {}
    for address, paragraphs in said.items():
        words = [
            (keys, _own_words(texts.get(address, ()), copy.get(address, ()))) for keys, texts in without_two
        ]
        found[address] = [_with_those_of_two(one, words) for one in paragraphs]
    return found


def _with_those_of_two(
    one: MadeParagraph, without_two: Sequence[tuple[Sequence[str], Collection[str]]]
) -> MadeParagraph:
    """Return a paragraph with the keys of which one has to be there, beside those that all have to be."""
    words = one.paragraph.after or one.paragraph.before
    either = [
        key
        for keys, own in without_two
        if one.made_by and words in own and {*keys}.isdisjoint(one.made_by)
        for key in keys
    ]
    return replace(one, enough=tuple(dict.fromkeys((*one.enough, *either))))


def _with_all_makers(one: MadeParagraph, alone: Mapping[str, Collection[str]]) -> MadeParagraph:
    """Return a paragraph with the keys that are enough for it, or that make it beside those known already.

    ``alone`` is what each key says alone. "for example" goes without "when_not", which alone says it without these
    words; "other_reasons" has it beside itself and says them, as a third key does => both make it
    """
    words = one.paragraph.after or one.paragraph.before
    enough = tuple(key for key, said in alone.items() if words in said)
    if not one.made_by:
        return replace(one, enough=enough)
    need_another = alone.keys() >= {*one.made_by} and {*one.made_by}.isdisjoint(enough)
    return replace(one, made_by=(*one.made_by, *enough)) if need_another else one


def with_parts_gone(said: Iterable[MadeParagraph]) -> list[MadeParagraph]:
    """Return what a copy says, with only the first paragraph of a part that is gone, such as the title of a letter."""
    found: list[MadeParagraph] = []
    paragraphs = [*said]
    gone = [one.paragraph for one in paragraphs if not one.paragraph.after]
    titles = {one.before for one in gone} & {one.under for one in gone}
    for (is_gone, *_), together in groupby(paragraphs, key=partial(_part_that_is_gone, titles=titles)):
        first, *others = together
        is_part = is_gone and len(others) >= MOST_APART
        found += [replace(first, gone_with_it=len(others))] if is_part else [first, *others]
    return found


def _part_that_is_gone(one: MadeParagraph, titles: Collection[str]) -> tuple[bool, str, str, tuple[str, ...]]:
    """Return what paragraphs that are gone together share: a title that is gone too, or else what makes them."""
    paragraph = one.paragraph
    if not paragraph.after:
        for title in (paragraph.under, paragraph.before):
            if title in titles:
                return True, paragraph.anchor, title, ()
    return not paragraph.after, paragraph.anchor, "", (*one.made_by, *one.enough)


def _own_words(before: Sequence[Paragraph], after: Sequence[Paragraph]) -> set[str]:
    """Return what a page says only with a key, and what only without it."""
    changed = changed_paragraphs(before, after) if before != after else ()  # most pages are alike
    return {words for one in changed for words in (one.before, one.after) if words}


def _without_moved(changed: Sequence[ChangedParagraph]) -> list[ChangedParagraph]:
    """Return the changes without paragraphs that only stand elsewhere on the same page."""
    moved = {one.before for one in changed if not one.after} & {
        one.after for one in changed if not one.before
    }
    return [one for one in changed if {one.before, one.after} - {""} - moved]
