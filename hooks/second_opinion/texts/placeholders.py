"""Values in Markdown: names that must exist, and amounts that nobody may type."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping

from second_opinion.core.cache import cached_by_digest
from second_opinion.core.findings import Finding, did_you_mean
from second_opinion.core.languages import FACTS
from second_opinion.core.markdown_text import Text, names_to_fill
from second_opinion.texts.blocks import without_comments

NUMBER = r"\d+(?:[.,]\d+)*(?:,-)?"
GAP = r"(?:[\s*_]|&nbsp;)*"  # spaces, and the marks around a bold or slanted number
BRAND_PREFIX = "brand."  # before the name of an amount of the brand, in texts
AMOUNT = re.compile(
    rf"(?:€|&euro;|\bEUR|\beuros?\b){GAP}{NUMBER}|{NUMBER}{GAP}(?:€|&euro;|(?:EUR|euro|euros)\b)",
    re.IGNORECASE,
)
IN_DATA = "use a name like {{ deductible.compulsory }}; amounts stand in data/, with their source"
IN_LISTS = "say it without the amount; a name like {{ deductible.compulsory }} is filled in on pages only"
IN_BRAND = "add it to 'costs.prices' in brand.yml, and use its name there, like {{ brand.first-visit }}"
FIGURES = re.compile(r"\d+(?:\.\d+)?")
SINGLE = re.compile(r"(?<![{\w)*_])\{\s*([a-z_-]{2,})\s*\}(?!\})", re.IGNORECASE)
THOUSANDS = re.compile(r"[.,](?=\d{3}(?!\d))")
PERCENT = re.compile(r"(\d+(?:[.,]\d+)?)(?: ?%| (?:procent|per ?cent)\b)")
PARAGRAPH = re.compile(r"\n[ \t]*\n")
MONEY = re.compile(r"€|eur", re.IGNORECASE)  # &euro; too
LARGE_COUNTS = "|".join(facts.large_counts for facts in FACTS.values() if facts.large_counts)
AMOUNT_IN_WORDS = re.compile(rf"\b(?:{LARGE_COUNTS})[ \u00a0]+euros?\b(?!['’])", re.IGNORECASE)


def check_names(text: Text, known: Collection[str]) -> list[Finding]:
    """Find ``{{ names }}`` for which there is no value, and words between single braces."""
    unknown = [
        Finding(
            text.file,
            line,
            f"there is no value for '{{{{ {name} }}}}'",
            _nearest_name(name, known),
            about=(name,),
        )
        for line, name in names_to_fill(text)
        if name not in known
    ]
    return [*unknown, *_check_single_braces(text, known)]


def _nearest_name(name: str, known: Collection[str]) -> str:
    """Return the name that is meant, or what to do: of a group like ``brand.``, the names of that alone."""
    group = f"{name.partition('.')[0]}."
    of_group = [one for one in known if one.startswith(group)]
    if of_group or group != BRAND_PREFIX:
        return did_you_mean(name, of_group or known)
    return f"add '{name.removeprefix(BRAND_PREFIX)}' to 'costs.prices' in brand.yml, or take this out"


def _check_single_braces(text: Text, known: Collection[str]) -> Iterator[Finding]:
    """Find words between single braces; those of a heading are meant as its anchor."""
    for line, words in without_comments(text).lines():
        for match in SINGLE.finditer(words) if "{" in words and not words.startswith("#") else ():
            wrong = f"'{match[0]}' stands between single braces, and readers see it as it is typed"
            do = "take the braces out, or write a name like {{ deductible.year }}"
            near = did_you_mean(
                f"{{{{ {match[1].lower()} }}}}", [f"{{{{ {name} }}}}" for name in known], if_new=do
            )
            yield Finding(text.file, line, wrong, near, about=(match[0],))


def check_years(text: Text, years: Mapping[str, Collection[str]]) -> list[Finding]:
    """Find amounts of one year without that year in their paragraph.

    ``years`` has the names of amounts by the name of their year. Readers may see a page in another year than that in
    which it was built.
    """
    if not any(name in text.body for amounts in years.values() for name in amounts):
        return []
    found, line = [], text.first_line
    paragraphs = PARAGRAPH.split(text.body)
    for paragraph, gap in zip(paragraphs, [*PARAGRAPH.findall(text.body), ""], strict=True):
        named = names_to_fill(Text(text.file, paragraph, line))
        here = {name for _, name in named}
        found += [
            Finding(
                text.file,
                at,
                f"'{{{{ {name} }}}}' stands here without its year",
                f"write '{{{{ {year} }}}}' in the same paragraph",
            )
            for year, amounts in years.items()
            for at, name in named
            if name in amounts and year not in here
        ]
        line += paragraph.count("\n") + gap.count("\n")
    return found


@cached_by_digest
def check_amounts(
    text: Text, named: tuple[tuple[str, int], ...] | None = None, instead: str = IN_DATA
) -> tuple[Finding, ...]:
    """Find amounts of money that are typed into a text.

    ``named`` are the amounts of a brand in whole euros by their names, for a text of its own; ``instead`` is what to
    write elsewhere.
    """
    return tuple(
        Finding(
            text.file,
            line,
            f"the amount '{amount}' is typed into the text",
            instead if named is None else _name_of(amount, named),
        )
        for line, words in text.lines()
        for amount in typed_amounts(words)
    )


def typed_amounts(words: str) -> list[str]:
    """Return the amounts of money in words, as they are typed."""
    found = (*AMOUNT.finditer(words), *AMOUNT_IN_WORDS.finditer(words)) if MONEY.search(words) else ()
    return [match[0].strip() for match in found]


def check_own_amounts(text: Text, amounts: Collection[float], percentage: float | None) -> Iterator[Finding]:
    """Find amounts and percentages in the words of a worked example that are none of its own."""
    for match in (*AMOUNT.finditer(text.body), *AMOUNT_IN_WORDS.finditer(text.body)):
        if _parse_euros(match[0]) not in amounts:
            wrong = f"'{match[0].strip()}' is no amount of this example"
            do = "write one of 'situation', 'patient', 'insurer' or 'not_covered', in figures, or say it without"
            yield Finding(text.file, text.first_line, wrong, do)
    for match in PERCENT.finditer(text.body) if percentage is not None else ():
        if float(match[1].replace(",", ".")) != percentage:
            wrong = f"'{match[0]}' stands here, and the example was worked out with {percentage:g} per cent"
            yield Finding(text.file, text.first_line, wrong, "make them the same")


def _name_of(amount: str, named: tuple[tuple[str, int], ...]) -> str:
    """Return what to write in the place of a typed amount of a brand: a name, where there is one of the same amount."""
    euros = parse_whole_euros(amount)
    same = [name for name, of_name in named if of_name == euros]
    return f"use its name: {{{{ {same[0]} }}}}" if same else IN_BRAND


def parse_whole_euros(amount: str) -> int | None:
    """Return how many euros are written; None where there are cents, or no figures.

    whole_euros("€ 1.250,-") => 1250
    """
    written = _parse_euros(amount)
    return int(written) if written is not None and written.is_integer() else None


def _parse_euros(amount: str) -> float | None:
    """Return how many euros are written, with their cents; None where there are no figures, or nobody can tell.

    in_euros("1.250,50 euro") => 1250.5
    """
    written = re.search(NUMBER, amount)
    figures = THOUSANDS.sub("", written[0].removesuffix(",-")).replace(",", ".") if written else ""
    return float(figures) if FIGURES.fullmatch(figures) else None
