"""What the page about a brand says of costs, and of that what other pages say."""

from __future__ import annotations

from second_opinion.brand.speaker import MOST_POINTS, Speaker, bullets, escape_markdown, telephone
from second_opinion.core.formatting import format_day, format_euros


def _payment(speaker: Speaker) -> list[str]:
    """Return what a patient pays, and to whom."""
    costs, words = speaker.brand.costs, speaker.words
    blocks = [words.insurer_first] if costs.insurer_first else []
    if costs.advance is not None:
        amount = format_euros(costs.advance, speaker.lang)
        blocks.append(f"{words.costs_insurer} {words.costs_advance.format(amount=amount)}")
    if costs.prices:
        rows = [
            f"| {speaker.say(price.what)} | {format_euros(price.euro, speaker.lang)} |"
            for price in costs.prices
        ]
        table = "\n".join([f"| {words.price_of} | {words.price} |", "|---|---|", *rows])
        blocks += [words[_of_self_payers(speaker, "costs_price_table")], table]
    return blocks


def _of_self_payers(speaker: Speaker, name: str) -> str:
    """Return the name of the words about prices, which are others where these are for who pays without an insurer."""
    return f"{name}_self" if speaker.brand.costs.self_pay else name


def _price_list(speaker: Speaker) -> list[str]:
    """Return where a patient finds or asks what something costs, as one list."""
    costs, words = speaker.brand.costs, speaker.words
    listed = words[_of_self_payers(speaker, "costs_prices")]
    ways = [f"[{listed}](<{costs.price_list}>)"] if costs.price_list else []
    if costs.phone:
        ways.append(words.costs_phone.format(phone=telephone(costs.phone)))
    return bullets(ways)


def said_of_costs(speaker: Speaker) -> list[str]:
    """Return all that is said of costs: what is paid, when that was right, who tells of it, and the contracts."""
    return [*_paid(speaker, is_dated=True), *_price_list(speaker), *said_of_contracts(speaker)]


def _paid(speaker: Speaker, *, is_dated: bool) -> list[str]:
    """Return what is paid, with or without the day on which that was right, and who tells of it."""
    day = _date_of_amounts(speaker) if is_dated else []
    return [*_payment(speaker), *day, *_who_tells_of_payment(speaker)]


def _date_of_amounts(speaker: Speaker) -> list[str]:
    """Return on which day the amounts were right, looked up or changed."""
    costs, words = speaker.brand.costs, speaker.words
    if not costs.date or not costs.amounts():
        return []
    name = f"costs_{costs.date_is or 'date'}"
    said = words[name if len(costs.amounts()) > 1 else f"{name}_one"]
    return [said.format(date=format_day(costs.date, speaker.lang))]


def _who_tells_of_payment(speaker: Speaker) -> list[str]:
    department, words = speaker.brand.costs.department, speaker.words
    return [words.costs_department.format(department=speaker.say(department))] if department else []


def answer_of_costs(speaker: Speaker) -> list[str]:
    """Return what a patient pays, when that was right and who tells of it, or else where it is asked.

    The day is left out with prices that are too many for an answer. Below it stands where the contracts are named.
    """
    is_short = len(speaker.brand.costs.prices) <= MOST_POINTS
    answer = _paid(speaker, is_dated=is_short) if _payment(speaker) else _price_list(speaker)
    return [*answer, *_where_contracts_stand(speaker)] if answer else []


def _where_contracts_stand(speaker: Speaker) -> list[str]:
    """Return what leads from the top of the page about costs to the contracts, which it names at their question."""
    return [f"[{speaker.words.costs_contracts_below}](#contract)"] if said_of_contracts(speaker) else []


def link_to_who_pays(speaker: Speaker) -> list[str]:
    """Return what leads on to the page that says who pays."""
    return [f"[{speaker.words.costs_page}](costs.md#who-pays)"]


def said_of_contracts(speaker: Speaker) -> list[str]:
    """Return with which insurers the hospital has a contract, until when, as long as that holds."""
    contracts, words, lang = speaker.brand.costs.contracts_on(speaker.today), speaker.words, speaker.lang
    if contracts is None:
        return []
    insurers = speaker.listed(map(escape_markdown, contracts.insurers))
    until, date = format_day(contracts.until, lang), format_day(contracts.date, lang)
    said = words.costs_contracts_all_but if contracts.all_but else words.costs_contracts
    return [said.format(insurers=insurers, until=until, date=date)]
