"""What brand.yml may say, for people: the tables of the guide, and the file that a new brand starts from."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from itertools import groupby

from msgspec.structs import replace

from second_opinion.brand.brand_keys import Key, Together
from second_opinion.brand.model import GROUPS
from second_opinion.brand.own_sections import SECTIONS
from second_opinion.data.interface import NamedWords

FIRST = "name"  # the key with which a file begins, below the remarks at its top
# What the example of an entry leaves out, so that it can be said as it stands: a file that is not there yet, and what
# is not true of each.
LEFT_TO_CHOOSE = frozenset({"papers.code", "papers.section", "papers.file"})
# What the keys answer, in the order of the guide and of a new file.
KEYS_BY_QUESTION: Mapping[str, Sequence[str]] = {
    "Whose site is it?": (
        *("name", "short_name", "article", "short_article", "site_url", "languages", "updated", "example"),
        *("repository", "edit_page"),
    ),
    "What does it look like?": ("look",),
    "What do you give second opinions about?": ("specialties",),
    "When does someone come best?": ("moment",),
    "Who refers?": ("referral",),
    "Who sends the file, and how?": ("file",),
    "What do you do with a request?": ("review",),
    "How does someone get an appointment, and what happens there?": ("appointment",),
    "How long do people wait?": ("waiting_times",),
    "Can someone join a study?": ("studies",),
    "What does it cost?": ("costs",),
    "Who gets the report?": ("report",),
    "Do you take over the treatment?": ("takeover",),
    "Do people come from another country?": ("from_abroad",),
    "Is it hard to ask for?": ("hard_to_ask",),
    "Whom do readers ask?": ("contact",),
    "Which leaflets and forms are there?": ("papers",),
    "Which pages of your own site do readers need?": ("links",),
    "Who helps with a complaint?": ("complaints",),
    "Where do people go, if you give no second opinions yourself?": ("elsewhere",),
    "What more is your own?": (
        "own_lines",
        "own_lines_first",
        "reviewers",
        "pages_left_out",
        "menu_first",
        "sentences",
    ),
}


def guide_table(
    every_key: Sequence[Key], together: Sequence[Together], words: Mapping[str, NamedWords]
) -> str:
    """Return the tables of all keys for the guide, by what they answer, and those of sections and of two keys together.

    ``words`` are those of the page about a brand, by language.
    """
    beside, sections = "What two keys say together", "Under which heading does a section stand?"
    listed = [f"[{question}](#{_anchor_of(question)})" for question in (*KEYS_BY_QUESTION, sections, beside)]
    parts = [" ·\n".join(listed)]
    for question, tops in KEYS_BY_QUESTION.items():
        rows = [_row(key) for top in tops for key in every_key if key.path[0] == top]
        head = ["| What you say, and what readers get | Key | What you write |", "|---|---|---|"]
        parts += [f"### {question}", "\n".join([*head, *rows])]
    head = [
        "| Name, in `own_lines` and `section` of `papers` | Heading on your page; below it, others that it can have |",
        "|---|---|",
    ]
    parts += [f"### {sections}", "\n".join([*head, *_rows_of_sections(words)])]
    of_pairs = map(_row_of_pairs, together)
    parts += [f"### {beside}", "\n".join(["| Keys | What they say then |", "|---|---|", *of_pairs])]
    return "\n\n".join(parts)


def _rows_of_sections(words: Mapping[str, NamedWords]) -> list[str]:
    """Return a row for each section of the page: its name and its titles, the usual one first, in each language."""

    def quoted(title: str) -> str:
        return _quoted({lang: words[lang][title] for lang in words})

    return [
        f"| `{name}` | {'<br>'.join(map(quoted, (plan.title, *(other.words for other in plan.other_titles))))} |"
        for name, plan in SECTIONS.items()
    ]


def _anchor_of(heading: str) -> str:
    """Return the anchor that Git hosts give a heading."""
    return re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-")


def _quoted(sentences: Mapping[str, str]) -> str:
    return " ".join(f"“{sentence}”" for sentence in sentences.values() if sentence)


def _row_of_pairs(said: Together) -> str:
    pairs = "<br>".join(
        f"{_either(ones)}{',' if len(ones) + len(others) > 2 else ''} with {_either(others)}"
        for ones, others in _by_what_they_share(said.pairs)
    )
    return f"| {pairs} | {'No longer: ' if said.is_gone else ''}{_quoted(said.sentences)} |"


def _by_what_they_share(pairs: Sequence[Sequence[str]]) -> list[tuple[Sequence[str], Sequence[str]]]:
    """Return pairs in which each of some keys stands beside each of some others as these keys and those.

    a and c, b and c, a and d, b and d => a or b, with c or d
    """
    others: dict[str, list[str]] = {}
    for one, other in pairs:
        others.setdefault(one, []).append(other)
    ones: dict[tuple[str, ...], list[str]] = {}
    for one, beside in others.items():
        ones.setdefault(tuple(beside), []).append(one)
    return [(together, beside) for beside, together in ones.items()]


def _either(keys: Sequence[str]) -> str:
    *first, last = (f"`{key}`" for key in keys)
    return f"{', '.join(first)} or {last}" if first else last


def _row(key: Key) -> str:
    says = [f"{f'`{each.value}`: ' if key.values else ''}{_quoted(each.sentences)}" for each in key.says]
    needed = " (needed)" if key.is_needed else ""
    example = f", like `{key.example}`" if key.example and not key.values else ""
    told = "<br>".join([key.description, *says, *key.not_beside])
    cells = (told, f"`{key.dotted}`{needed}", f"{key.kind}{example}")
    return f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in cells)} |"


def offered(
    every_key: Sequence[Key], given: Callable[[Key], str | None], together: Sequence[Together] = ()
) -> str:
    """Return the lines of a new brand.yml, each key with what it is for, what it says, and that beside those above it.

    ``given`` returns what is known of a key, which then is said; None leaves it to be chosen.
    """
    top_keys = {key.dotted: key for key in every_key if len(key.path) == 1}
    beside = _said_beside(together, every_key)
    blocks = []
    for question, (first, *others) in KEYS_BY_QUESTION.items():
        blocks += [f"# ===== {question} ====="] if first != FIRST else []
        blocks += [
            "\n".join(_lines_of(top_keys[name], every_key, given, beside)) for name in (first, *others)
        ]
    return "\n\n".join(blocks) + "\n"


def _said_beside(together: Sequence[Together], every_key: Sequence[Key]) -> dict[str, list[str]]:
    """Return what each key says beside keys that stand above it in a file, by its name.

    {"takeover.reasons": ["Beside takeover.policy: possible: “Sometimes it cannot:”"]}
    """
    tops = [top for tops in KEYS_BY_QUESTION.values() for top in tops]
    in_file = sorted(every_key, key=lambda key: tops.index(key.path[0]))
    places = {key.dotted: place for place, key in enumerate(in_file)}
    found: dict[str, list[str]] = {}
    for said in together:
        pairs = [sorted(pair, key=lambda name: places[_key_in(name)], reverse=True) for pair in said.pairs]
        for ones, others in _by_what_they_share(pairs):
            for name, its_own in groupby(ones, _key_in):
                values = [value for one in its_own if (value := one.removeprefix(f"{name}: ")) != name]
                what = f"{_either(values)} beside" if values else "Beside"
                told = f"{what} {_either(others)}{' no longer' if said.is_gone else ''}".replace("`", "")
                found.setdefault(name, []).append(f"{told}: {_quoted(said.sentences)}")
    return found


def _key_in(name: str) -> str:
    """Return the key of a name that may have a value behind it: takeover.policy: possible => takeover.policy."""
    return name.partition(":")[0]


def _lines_of(
    top: Key,
    every_key: Sequence[Key],
    given: Callable[[Key], str | None],
    beside: Mapping[str, Sequence[str]],
) -> list[str]:
    """Return the lines of a top key: of a list in one line, of a group with a line for each key in it."""
    inner = [key for key in every_key if len(key.path) == 2 and key.path[0] == top.path[0]]
    is_said = any(given(key) is not None for key in (top, *inner))
    if any(key.is_in_list for key in inner):
        shown = [key for key in inner if key.dotted not in LEFT_TO_CHOOSE]
        entry = ", ".join(f"{key.path[1]}: {key.example}" for key in shown)
        explained = [line for key in (top, *inner) for line in _explained(key, beside)]
        return [*explained, _line(replace(top, example=f"[{{{entry}}}]"), given(top), is_said=is_said)]
    lines = _explained(top, beside)
    lines.append(_line(top, given(top), is_bare=bool(inner), is_said=is_said or top.dotted in GROUPS))
    for key in inner:
        deeper = [each for each in every_key if len(each.path) > 2 and each.path[:2] == key.path]
        lines += [line for each in (key, *deeper) for line in _explained(each, beside)]
        lines.append(_line(key, given(key), is_said=given(key) is not None))
    return lines


def _explained(key: Key, beside: Mapping[str, Sequence[str]]) -> list[str]:
    kind = "" if key.has_keys else f" ({key.kind.replace('`', '')})"
    is_inside = key.is_in_list or len(key.path) > 2
    named = f"  {'.'.join(key.path[2:]) or key.path[-1]}: " if is_inside else ""
    example = f", like {key.example}" if key.dotted in LEFT_TO_CHOOSE else ""
    lines = [f"## {named}{key.description}{kind}{example}"]
    for each in key.says:
        quoted = _quoted(each.sentences)
        lines.append(f"##   {each.value}: {quoted}" if key.values else f"##   {quoted}")
    remarks = (*beside.get(key.dotted, ()), *(remark.replace("`", "") for remark in key.not_beside))
    return [*lines, *(f"##   {remark}" for remark in remarks)]


def _line(key: Key, value: str | None, *, is_said: bool, is_bare: bool = False) -> str:
    indent = "  " * (len(key.path) - 1)
    text = "" if is_bare else f" {key.example if value is None else value}"
    return f"{'' if is_said else '# '}{indent}{key.path[-1]}:{text}"
