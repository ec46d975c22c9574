"""What the cost estimate in the page works with: amounts by year, sources, words; data/cost-estimate.yml."""

from __future__ import annotations

import datetime
import html
import json
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from second_opinion.blanks import COST_ANSWER, COST_FORM
from second_opinion.brand import Brand
from second_opinion.deductible import Deductible
from second_opinion.findings import Finding, did_you_mean
from second_opinion.front_matter import Strict
from second_opinion.glossary import dutch_in
from second_opinion.interface import Interface, Wording, read_interface
from second_opinion.located import Located, check
from second_opinion.sources import Source, source_view
from second_opinion.wording import LOCALE, day, euro

FILE = "data/cost-estimate.yml"

# What `{{ cost_estimate }}` leaves in the body of a page; the template puts the form in its place.
PLACE = '<div data-tool="cost-estimate"></div>'


class _File(Strict):
    """The whole file."""

    sources: dict[str, list[str]]
    form: dict[str, Wording]
    answer: dict[str, Wording]


@dataclass(frozen=True)
class CostTexts:
    """The words of the form and of its answers in each language, and the sources of each line of the calculation."""

    form: Mapping[str, Interface]
    answer: Mapping[str, Interface]
    rules: Mapping[str, Sequence[str]]

    def named_sources(self) -> set[str]:
        """Return the ids of the sources of all lines."""
        return {id_ for ids in self.rules.values() for id_ in ids}


@dataclass(frozen=True)
class CostView:
    """What the template of the form shows.

    ``phone`` is a link, as HTML; ``data`` is JSON for the script, safe inside a `<script>`.
    """

    words: Interface
    years: Sequence[int]
    voluntary: Sequence[tuple[int, str]]
    price_list: str
    phone: str
    data: str

    def marked(self, text: str) -> str:
        """Return words of the form as HTML, with the Dutch words in an English text marked as Dutch."""
        pieces = ((html.escape(words, quote=False), is_dutch) for words, is_dutch in dutch_in(text))
        return "".join(f'<span lang="nl">{words}</span>' if is_dutch else words for words, is_dutch in pieces)


def read_cost_texts(
    located: Located, source_ids: Collection[str] | None
) -> tuple[CostTexts | None, list[Finding]]:
    """Return the words and rules, with findings about their form and about sources that do not exist."""
    file, findings = check(located, _File)
    findings = [*located.findings, *findings]
    if file is None:
        return None, findings
    for line, ids in file.sources.items():
        for index, id_ in enumerate(ids):
            if source_ids is not None and id_ not in source_ids:
                place = located.line("sources", line, index)
                wrong = f"the source '{id_}' does not exist"
                findings.append(Finding(FILE, place, wrong, did_you_mean(id_, source_ids)))
    form, wrong_form = read_interface(_part(located, "form"), COST_FORM)
    answer, wrong_answer = read_interface(_part(located, "answer"), COST_ANSWER)
    return CostTexts(form, answer, file.sources), [*findings, *wrong_form, *wrong_answer]


def _part(located: Located, key: str) -> Located:
    """Return one part of a file as if it were a file of its own, with the same line numbers."""
    lines = {place[1:]: line for place, line in located.lines.items() if place[:1] == (key,)}
    return Located(located.file, located.value[key], lines)


def cost_amounts(table: Deductible, texts: CostTexts, lang: str) -> dict[str, Any]:
    """Return the amounts by year and the sources of the rules, as the script takes them; days are in words."""
    years = {}
    for start, entry in table.compulsory.items():
        voluntary = table.voluntary_entry(start.year)
        if voluntary is not None:
            years[str(start.year)] = {
                "compulsory": {
                    "euro": entry.euro,
                    "confirmed": entry.confirmed,
                    "read": day(entry.read, lang),
                    "sources": entry.sources,
                },
                "voluntary": {"euro": voluntary.euro, "sources": voluntary.sources},
            }
    return {"years": years, "rules": dict(texts.rules)}


def cost_view(
    table: Deductible,
    texts: CostTexts,
    sources: Mapping[str, Source],
    brand: Brand,
    *,
    lang: str,
    words: Interface,
    today: datetime.date,
) -> CostView:
    """Return what the form of a language shows; it offers the years from last year on."""
    amounts = cost_amounts(table, texts, lang)
    years = sorted(int(year) for year in amounts["years"])
    voluntary = sorted({amount for year in years for amount in table.voluntary_of(year)})
    data = {
        **amounts,
        "locale": LOCALE[lang].replace("_", "-"),
        "advance": brand.costs.advance,
        "sources": {id_: _source(sources[id_], lang, words) for id_ in _ids(amounts) if id_ in sources},
        "words": dict(texts.answer[lang]),
    }
    return CostView(
        words=texts.form[lang],
        years=[year for year in years if year >= today.year - 1],
        voluntary=[(amount, euro(amount, lang)) for amount in voluntary],
        price_list=brand.costs.price_list or "",
        phone=brand.costs.phone.link if brand.costs.phone else "",
        data=json.dumps(data, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c"),
    )


def _ids(amounts: Mapping[str, Any]) -> list[str]:
    lists = [part["sources"] for year in amounts["years"].values() for part in year.values()]
    return sorted({id_ for ids in [*lists, *amounts["rules"].values()] for id_ in ids})


def _source(source: Source, lang: str, words: Interface) -> dict[str, str]:
    view = source_view(source, lang)
    read = words.source_read_archived if view.archived else words.source_read
    shown = {
        "title": view.title,
        "publisher": view.publisher,
        "date": view.date,
        "address": view.address,
        "lang": view.lang,
        "read": read.format(date=view.read),
    }
    return {key: value for key, value in shown.items() if value}
