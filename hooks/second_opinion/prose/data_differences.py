"""What one version of data says and another does not: value by value, an entry of a list beside itself.

An entry is found again by the key that names it, so that one that is put in between changes no other.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from msgspec import Struct

from second_opinion.prose.text_differences import matched

NAMING = ("id", "source")  # the keys by which an entry of a list is known, the first that all of them have
SOURCE_KEYS = frozenset({"sources", "source", "read"})
Entry = Mapping[Any, Any]
Step = str | Entry  # a key, or an entry of a list as it is now


class Difference(Struct, frozen=True):
    """A value that changed: the way to it, what it was and is (None where it is new or gone), its nearest sources.

    Where only the order of a list changed, ``is_order`` says so, and the two are lists of entries.
    """

    steps: tuple[Step, ...]
    before: Any
    after: Any
    sources: tuple[str, ...]
    is_order: bool = False


def differences(
    before: object, after: object, steps: tuple[Step, ...] = (), sources: tuple[str, ...] = ()
) -> Iterator[Difference]:
    """Yield what changed, in order; an entry or a group that is new or gone is one difference."""
    if before == after:
        return
    near = _source_ids_of(after) or _source_ids_of(before) or sources
    if isinstance(before, Mapping) and isinstance(after, Mapping):
        yield from _compare_groups(before, after, steps, near)
    elif _are_entries(before) and _are_entries(after):
        yield from _compare_lists(before, after, steps, near)
    else:
        yield Difference(steps, before, after, near)


def _source_ids_of(value: object) -> tuple[str, ...]:
    """Return the ids of the sources that stand in a value itself."""
    if not isinstance(value, Mapping):
        return ()
    named = value.get("sources") or value.get("source")
    each = [named] if isinstance(named, str) else named if isinstance(named, list) else []
    return tuple(id_ for id_ in each if isinstance(id_, str))


def is_source_key(key: object, value: object) -> bool:
    """Tell whether a key says where the values beside it come from, so that it is no change by itself."""
    return key in SOURCE_KEYS and not isinstance(value, Mapping)


def _compare_groups(
    before: Entry, after: Entry, steps: tuple[Step, ...], sources: tuple[str, ...]
) -> Iterator[Difference]:
    """Yield what changed in a group; its sources by themselves where nothing else did."""
    changed = [key for key in {**before, **after} if before.get(key) != after.get(key)]
    beside = [key for key in changed if is_source_key(key, after.get(key, before.get(key)))]
    for key in [key for key in changed if key not in beside] or beside:
        yield from differences(before.get(key), after.get(key), (*steps, str(key)), sources)


def _are_entries(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(part, Mapping) for part in value)


def _compare_lists(
    before: Any, after: Any, steps: tuple[Step, ...], sources: tuple[str, ...]
) -> Iterator[Difference]:
    """Yield what changed in a list of entries: where all have a name, their order first; then entry by entry."""
    name = _name_of_each(before, after)
    if name is None:
        pairs = _pairs_alike(before, after)
    else:
        old, new = ({one[name]: one for one in these} for these in (before, after))
        pairs = [(old.get(called), new.get(called)) for called in {**new, **old}]
        yield from _compare_order(old, new, steps)
    for was, now in pairs:
        yield from differences(was, now, (*steps, now or was or {}), sources)


def _pairs_alike(before: Sequence[Entry], after: Sequence[Entry]) -> list[tuple[Entry | None, Entry | None]]:
    """Return each entry of two lists without names beside the one that is most like it, or alone.

    [{"nl": "Bel ons even"}], [{"nl": "Nieuw"}, {"nl": "Bel ons nu even"}]
    => (None, {"nl": "Nieuw"}), ({"nl": "Bel ons even"}, {"nl": "Bel ons nu even"})
    """
    return [
        (None if old is None else before[old], None if new is None else after[new])
        for old, new in matched([str(one) for one in before], [str(one) for one in after])
    ]


def _compare_order(
    old: Mapping[str, Entry], new: Mapping[str, Entry], steps: tuple[Step, ...]
) -> Iterator[Difference]:
    """Yield that the entries that both lists have, by their names, stand in another order now.

    Of a, b, c and then c, x, a: a, c became c, a.
    """
    was, now = ([called for called in these if called in old and called in new] for these in (old, new))
    if was != now:
        in_old_order, in_new_order = ([new[called] for called in these] for these in (was, now))
        yield Difference(steps, in_old_order, in_new_order, (), is_order=True)


def pair_entries(before: Sequence[Any], after: Sequence[Any]) -> list[tuple[Any, int]]:
    """Return the entries of a list as they were, each with its place in the list as it is now.

    Where nothing names them, and there are more or fewer, nobody can tell.
    """
    name = _name_of_each(before, after) if _are_entries(before) and _are_entries(after) else None
    if name is None:
        return list(zip(before, range(len(after)), strict=True)) if len(before) == len(after) else []
    old = {one[name]: one for one in before}
    return [(old[one[name]], index) for index, one in enumerate(after) if one[name] in old]


def _name_of_each(before: Sequence[Entry], after: Sequence[Entry]) -> str | None:
    """Return the key that names each entry of both lists; None where none of them does."""
    return next((key for key in NAMING if _names_each(before, key) and _names_each(after, key)), None)


def _names_each(entries: Sequence[Entry], key: str) -> bool:
    named = [one.get(key) for one in entries]
    return all(isinstance(one, str) for one in named) and len({*named}) == len(named)
