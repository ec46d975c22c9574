"""Made-up hospitals that between them say any two things together that one can say: what test_copies.py tries."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import combinations, groupby

from second_opinion.brand.apart import check_apart
from second_opinion.brand.companions import check_companions
from second_opinion.brand.model import Brand
from second_opinion.core.validation import read_yaml, validate

# What a hospital can say of its own way, each key with the values between which it chooses; an empty one says nothing.
CHOICES: Mapping[str, Sequence[str]] = {
    "specialties": (
        "",
        "all: true",
        "all: true, mental_health: true",
        "disease: {nl: reuma, en: arthritis}",
        "names: [{nl: psychiatrie, en: psychiatry}], mental_health: true",
    ),
    "referral": (
        "",
        "by: [treating-doctor]",
        "by: [treating-doctor], only: true",
        "by: [gp]",
        "by: [gp], only: true",
        "by: [gp], required: true",
        "by: [treating-doctor, gp]",
        "by: [treating-doctor, gp], preferred: treating-doctor",
        "by: [treating-doctor, gp], preferred: gp",
    ),
    "file": (
        "",
        "by: [your-doctor]",
        "by: [your-doctor], images_brought: true",
        "by: [us]",
        "by: [us], images_brought: true",
        "by: [us], written_consent: true, images_brought: true",
        "by: [us], written_consent: true",
        "by: [you]",
        "by: [your-doctor, us]",
        "by: [your-doctor, us], written_consent: true",
        "by: [your-doctor, you]",
        "by: [you, us]",
        "by: [you, us], contents: [{nl: de verwijsbrief, en: the referral letter}]",
        "by: [you, us], written_consent: true",
        "by: [your-doctor, us, you]",
        "by: [your-doctor, us, you], written_consent: true",
    ),
    "file images": (
        "",
        "images_with_referral: true",
        "images_anew: true",
        "disc: true",
        "images: {nl: digitaal, en: digitally}",
    ),
    "appointment made": (
        "",
        "made: by-patient",
        "address: https://a.example",
        "made: by-hospital",
        "made: by-hospital-after-file",
    ),
    "appointment for": ("", "always: true", "usually: true", "always: false"),
    "appointment when": (
        "",
        "when: [{nl: dat nodig is, en: that is needed}]",
        "advice_from_file: true",
        "advice_from_file: true, when: [{nl: dat nodig is, en: that is needed}]",
        "when_not: [{nl: dat niet nodig is, en: that is not needed}]",
    ),
    "appointment visit": (
        "",
        "one_visit: true",
        "result_at_once: often",
        "result_at_once: usually",
        "second_visit: true",
        "examined_often: true",
    ),
    "appointment from afar": (
        "",
        "video: true, telephone: true",
        "preferred_doctor: true",
        "specialist_chosen: true",
    ),
    "appointment language": (
        "",
        "languages: [nl, en]",
        "interpreter: by-us",
        "languages: [nl, en], interpreter: not-by-us",
    ),
    "moment": ("", "after_plan: true, urgent: true"),
    "review": (
        "",
        "working_days: 5",
        "team_meeting: true",
        "status: {department: {nl: de balie, en: the desk}, phone: 000 000 00 01}",
    ),
    "review arrival": ("", "confirmation: true", "confirmation: false"),
    "costs": ("", "insurer_first: true"),
    "costs price": (
        "",
        "advance: 500, date: 2026-11-02",
        "advance: 500, date: 2026-11-02, price_list: https://a.example",
        "price_list: https://a.example",
        "price_list: https://a.example, self_pay: true",
        "prices: [{name: visit, what: {nl: Gesprek, en: Visit}, euro: 250}], date: 2026-11-02",
        "prices: [{name: visit, what: {nl: Gesprek, en: Visit}, euro: 250}], date: 2026-11-02, self_pay: true",
    ),
    "report": (
        "",
        "to: [you]",
        "to: [you, referrer]",
        "to: [you, gp]",
        "to: [gp]",
        "to: [treating-doctors]",
        "to: [referrer, gp]",
    ),
    "takeover": (
        "",
        "policy: if-you-want",
        "policy: if-you-want, reasons: [{nl: Er is weinig plek., en: There is little room.}]",
        "policy: not-automatically",
        "policy: never",
        "policy: not-always",
        "policy: usually-not",
        "policy: possible, reasons: [{nl: Er is weinig plek., en: There is little room.}]",
        "policy: if-own-doctor-cannot",
    ),
    "from_abroad": ("", "languages: [nl, en]"),
    "papers": (
        "",
        "[{title: {nl: Folder, en: Leaflet}}]",
        "[{title: {nl: Folder, en: Leaflet}, section: application}]",
        "[{title: {nl: Folder, en: Leaflet}, section: takeover}]",
    ),
}
NAMES = [*CHOICES]
House = dict[str, str]


def brand_file_of(house: Mapping[str, str]) -> str:
    """Return the brand.yml of a house."""
    lines = []
    for key, group in groupby(
        (name for name in NAMES if house.get(name)), lambda name: name.partition(" ")[0]
    ):
        said = ", ".join(house[name] for name in group)
        lines.append(f"{key}: {said}" if said.startswith("[") else f"{key}: {{{said}}}")
    return "\n".join(lines)


@cache  # who says nothing of two things makes a pair with each other thing
def _goes_together(said: str) -> bool:
    text = f"name: {{nl: T, en: T}}\nsite_url: https://house.example\n{said}"
    document = read_yaml(text, "brand.yml")
    brand, _ = validate(document, Brand)
    if brand is None:
        return False
    return not [*check_apart(document, brand), *check_companions(document, document, brand)]


def pairs() -> Iterator[House]:
    """Yield any two things that a hospital can say together."""
    for one, other in combinations(NAMES, 2):
        for value in CHOICES[one]:
            yield from (
                house
                for beside in CHOICES[other]
                if _goes_together(brand_file_of(house := {one: value, other: beside}))
            )


def houses() -> list[str]:
    """Return what some hospitals say, in which each pair stands somewhere."""
    together = {frozenset(house.items()) for house in pairs()}
    in_order = sorted(together, key=sorted)
    left = dict.fromkeys(in_order)
    found = []
    while left:
        house = dict(next(iter(left)))
        for name in (name for name in NAMES if name not in house):
            fits = [value for value in CHOICES[name] if _pairs(house, name, value) <= together]
            house[name] = max(fits, key=lambda value: len(_pairs(house, name, value) & left.keys()))
        for pair in combinations(house.items(), 2):
            left.pop(frozenset(pair), None)
        found.append(brand_file_of(house))
    return found


def _pairs(house: Mapping[str, str], name: str, value: str) -> set[frozenset[tuple[str, str]]]:
    """Return the pairs that a value makes with what a house says already."""
    return {frozenset(((name, value), one)) for one in house.items()}
