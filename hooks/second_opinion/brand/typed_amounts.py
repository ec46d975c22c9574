"""Amounts of money that a brand types into words of its own, where nothing says of which day they are."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from second_opinion.brand.model import Brand
from second_opinion.core.findings import Finding
from second_opinion.core.validation import YamlDocument
from second_opinion.texts.placeholders import parse_whole_euros, typed_amounts

OF_THE_LAW = "deductible."  # begins the names of the amounts that change each year


def check_typed_amounts(
    document: YamlDocument, brand: Brand, values: Mapping[str, Mapping[str, str]]
) -> Iterator[Finding]:
    """Find amounts in the lines and sentences of a brand; ``values`` has what each name in {{ }} stands for."""
    lines = [(("own_lines", section), words) for section, words in brand.own_lines.items()]
    sentences = [(("sentences", name), words) for name, words in brand.sentences.items()]
    for (key, name), words in (*lines, *sentences):
        for lang in brand.languages:
            place = (key, name, lang)
            for amount in typed_amounts(words.part(lang) or ""):
                wrong = f"{document.quoted(place)} holds the amount '{amount}'"
                do = _instead(amount, brand, values[lang])
                yield document.finding(place, wrong, do)


def _instead(amount: str, brand: Brand, values: Mapping[str, str]) -> str:
    """Return where an amount belongs: in ``costs``, or under its name on a page where it is one of the law."""
    euros = parse_whole_euros(amount)
    if euros is not None and euros in brand.costs.amounts().values():
        return "take it out; readers get it from 'costs', with its day"
    named = (
        name
        for name, value in values.items()
        if name.startswith(OF_THE_LAW)
        and typed_amounts(value) == [value]
        and parse_whole_euros(value) == euros
    )
    if euros is not None and (name := next(named, "")):
        return f"take it out, or say it in a text of yours in docs/ or snippets/: {{{{ {name} }}}}"
    return "say it in 'costs.prices' or 'costs.advance', with its day, and take it out here"
