"""What the texts of two versions of a site say differently, place by place; what moved to another page stands apart."""

from __future__ import annotations

import difflib
import html
import re
from collections import Counter
from collections.abc import Collection, Mapping, Sequence

from msgspec import Struct, field
from msgspec.structs import replace

from second_opinion.commands.site_texts import content_of, main_of

BLOCK = re.compile(
    r"</?(?:p|li|h\d|t[dhr]|[uod]l|d[td]|div|section|summary|details|figure|figcaption|legend)\b[^>]*>"
)
OUTSIDE = re.compile(r'<a\s[^>]*href="(https?://[^"]+)"[^>]*>(.*?)</a>', re.DOTALL)
TAG = re.compile(r"<[^>]+>")
A_SENTENCE = 4  # words; a heading of fewer can stand on another page by chance
LIKE_IT = 0.7  # how like a text of a new page one must be to have moved there
Pair = tuple[str, str]  # a text before and after


class Change(Struct, frozen=True):
    """What one page said before and says now, place by place, each of texts beside each other.

    Texts that moved to another page, or from one, stand apart, by the address of that page.
    """

    places: tuple[tuple[Pair, ...], ...]
    is_new: bool = False
    moved_to: Mapping[str, Sequence[str]] = field(default_factory=dict)
    moved_from: Mapping[str, Sequence[str]] = field(default_factory=dict)

    @property
    def before(self) -> str:
        """Return all that is no longer there."""
        return "\n".join(joined(place, 0) for place in self.places)

    @property
    def after(self) -> str:
        """Return all that is new."""
        return "\n".join(joined(place, 1) for place in self.places)


def joined(place: Sequence[Pair], side: int) -> str:
    """Return what a place said before (0) or says now (1)."""
    return "\n".join(pair[side] for pair in place if pair[side])


def changes_between(
    before: Mapping[str, str], after: Mapping[str, str], cut_at: Sequence[str] = ()
) -> dict[str, Change]:
    """Return what the texts of each page say differently, by address; all of a page that is new.

    ``cut_at`` are words from which a text tells where else it is used, which is no change of what it says.
    """
    changes = {
        address: Change(
            differences(blocks(before.get(address, ""), cut_at), blocks(page, cut_at)),
            is_new=address not in before,
        )
        for address, page in after.items()
        if main_of(before.get(address, "")) != main_of(page)
    }
    return with_moves({address: found for address, found in changes.items() if found.places})


def blocks(page: str, cut_at: Sequence[str] = ()) -> list[str]:
    """Return the paragraphs, headings and cells of a page's content; a link to another site with its address."""
    if not page:
        return []
    markup = OUTSIDE.sub(r"\2 (\1)", content_of(page))
    lines = (
        html.unescape(TAG.sub("", line)) for line in BLOCK.sub("\n", markup.replace("\n", " ")).split("\n")
    )
    texts = [said for line in lines if (said := " ".join(line.split()))]
    for words in cut_at:
        texts = [said.partition(f" {words}")[0] for said in texts]
    return texts


def differences(old: Sequence[str], new: Sequence[str]) -> tuple[tuple[Pair, ...], ...]:
    """Return what one list says and the other does not, place by place."""
    matcher = difflib.SequenceMatcher(a=old, b=new, autojunk=False)
    places = [
        (old[start:end], new[begin:stop])
        for tag, start, end, begin, stop in matcher.get_opcodes()
        if tag != "equal"
    ]
    return _without_moved_inside([_beside(*place) for place in places])


def _without_moved_inside(places: Sequence[Sequence[Pair]]) -> tuple[tuple[Pair, ...], ...]:
    """Return the places without texts that only stand elsewhere on the same page."""
    gone, came = ({pair[side] for place in places for pair in place if not pair[1 - side]} for side in (0, 1))
    moved = {pair for text in gone & came for pair in ((text, ""), ("", text))}
    rest = (tuple(pair for pair in place if pair not in moved) for place in places)
    return tuple(place for place in rest if place)


def _beside(gone: Sequence[str], added: Sequence[str]) -> list[Pair]:
    """Return what is gone beside what came in its place; where they are not as many, beside what is like it."""
    if len(gone) == len(added):
        return [*zip(gone, added, strict=True)]
    pairs: list[Pair] = []
    start = 0
    for old in gone:
        near = difflib.get_close_matches(old, added[start:], n=1)
        if not near:
            pairs.append((old, ""))
            continue
        at = added.index(near[0], start)
        pairs += [*(("", new) for new in added[start:at]), (old, near[0])]
        start = at + 1
    return [*pairs, *(("", new) for new in added[start:])]


def with_moves(changes: Mapping[str, Change]) -> dict[str, Change]:
    """Return the changes with what is gone from one page and new on another one apart, as moved."""
    gone = {address: _unpaired(found, 0) for address, found in changes.items()}
    came = {address: _unpaired(found, 1) for address, found in changes.items()}
    new = {address for address, found in changes.items() if found.is_new}
    moved = {address: _moved(texts, _others(came, address), new) for address, texts in gone.items()}
    arrived = {
        address: {other: of_other[address] for other, of_other in moved.items() if address in of_other}
        for address in changes
    }
    return {
        address: replace(
            found,
            places=_without(found.places, moved[address], arrived[address]),
            moved_to=moved[address],
            moved_from=arrived[address],
        )
        for address, found in changes.items()
    }


def _others(came: Mapping[str, Mapping[str, None]], address: str) -> dict[str, Mapping[str, None]]:
    return {other: texts for other, texts in came.items() if other != address}


def _moved(
    texts: Collection[str], came: Mapping[str, Mapping[str, None]], new: Collection[str]
) -> dict[str, list[str]]:
    """Return the texts of a page that stand on others now, by the address of the one to which most of them went.

    What went along to a new page with other words is one of them: all of that page is to be read.
    """
    most = Counter(
        {other: sum(text in there for text in texts) for other, there in came.items()}
    ).most_common()
    moved: dict[str, list[str]] = {}
    for text in texts:
        if place := next((other for other, _ in most if text in came[other]), ""):
            moved.setdefault(place, []).append(text)
    moved = {
        other: some for other, some in moved.items() if any(len(text.split()) >= A_SENTENCE for text in some)
    }
    for other in (address for address in moved if address in new):
        rest = [text for text in texts if not any(text in some for some in moved.values())]
        moved[other] += [text for text in rest if difflib.get_close_matches(text, came[other], 1, LIKE_IT)]
    return moved


def _unpaired(found: Change, side: int) -> dict[str, None]:
    """Return the texts of one side, each once, that have no text beside them on the other side."""
    return dict.fromkeys(
        pair[side] for place in found.places for pair in place if pair[side] and not pair[1 - side]
    )


def _without(
    places: Sequence[Sequence[Pair]],
    moved_to: Mapping[str, Sequence[str]],
    moved_from: Mapping[str, Sequence[str]],
) -> tuple[tuple[Pair, ...], ...]:
    """Return what changed in each place without the texts that moved."""
    pairs = {(text, "") for texts in moved_to.values() for text in texts}
    pairs |= {("", text) for texts in moved_from.values() for text in texts}
    rest = (tuple(pair for pair in place if pair not in pairs) for place in places)
    return tuple(place for place in rest if place)


def on_many_pages(changes: Mapping[str, Change]) -> dict[Pair, list[str]]:
    """Return what changed alike on more than one page, with these pages."""
    pages: dict[Pair, list[str]] = {}
    for address, found in changes.items():
        for pair in () if found.is_new else dict.fromkeys(pair for place in found.places for pair in place):
            pages.setdefault(pair, []).append(f"/{address}")
    return {pair: of_pair for pair, of_pair in pages.items() if len(of_pair) > 1}
