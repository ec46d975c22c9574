"""What only an example may say, for a site that readers will get: addresses, numbers, names and a logo of nobody."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from second_opinion.brand.files import named_files
from second_opinion.brand.model import STAND_INS, Brand
from second_opinion.brand.schema import example_in, ways_to_keys
from second_opinion.core.addresses import host_for_examples
from second_opinion.core.findings import Finding
from second_opinion.core.languages import LANGUAGES
from second_opinion.core.markdown_text import Text
from second_opinion.core.phone import Phone
from second_opinion.core.records import records_in
from second_opinion.core.validation import YamlDocument
from second_opinion.core.yaml_parser import KeyPath

EXAMPLE_LOGO = "examples/hospital-repository/brand/logo.svg"
MADE_UP = (  # keys of whose example each name is nobody's; of other keys the example can be true of a hospital
    "name",
    "edit_page.application",
    "file.post",
    "costs.contracts.insurers",
    "elsewhere.places.name",
    "elsewhere.places.town",
    "reviewers.name",
)
MADE_UP_TOGETHER = ("short_name", "costs.prices")  # of which a part can be true, and hardly the whole


def check_invented(
    document: YamlDocument, brand: Brand, folder: Path, example_logo: Path, *, site_url: str | None = None
) -> Iterator[Finding]:
    """Find what is invented in a folder; ``site_url`` stands in the place of the brand's own address."""
    yield from _check_addresses(document, brand, site_url)
    if brand.example:
        wrong = "'example' is true, and a site for readers holds nothing invented"
        do = "take this line out when everything in the folder is real"
        yield Finding(document.file, document.line("example"), wrong, do)
    yield from _check_phones(document, brand)
    yield from _check_names(document)
    yield from _check_logo(document, brand, folder, example_logo)


def _check_addresses(document: YamlDocument, brand: Brand, site_url: str | None) -> Iterator[Finding]:
    """Find web and email addresses for examples, in whatever key they stand."""
    given: dict[KeyPath, object] = {
        ("site_url",): site_url or brand.site_url,
        ("repository",): brand.repository,
    }
    for place, value in (dict(document.parts()) | given).items():
        host = host_for_examples(value) if isinstance(value, str) else ""
        if not host or value == STAND_INS.get(".".join(map(str, place))):
            continue
        said = f"holds '{host}'" if " " in value else f"is '{value}'"
        wrong = f"{document.quoted(place)} {said}, an address for examples, which leads nowhere"
        do = "write the real one, or take the line out"
        if place == ("site_url",):
            wrong = f"'site_url' is '{value}', an address for examples, under which nothing can be published"
            do = "write the site's own address, or give it as SITE_URL=https://..."
        yield Finding(document.file, document.line(*place), wrong, do)


def check_addresses_in_text(text: Text) -> Iterator[Finding]:
    """Find addresses for examples in a text of a hospital's own."""
    for line, said in enumerate(text.body.split("\n"), text.first_line):
        if host := host_for_examples(said):
            wrong = f"'{host}' is an address for examples, which leads nowhere"
            yield Finding(text.file, line, wrong, "write the real one, or take it out")


def _check_phones(document: YamlDocument, brand: Brand) -> Iterator[Finding]:
    """Find telephone numbers for examples."""
    for place, part in records_in(brand):
        for name in type(part).model_fields:
            phone = getattr(part, name)
            if isinstance(phone, Phone) and phone.is_invented:
                at = (*place, name)
                wrong = (
                    f"{document.quoted(at)} is '{phone.shown}', a number for examples, which nobody can call"
                )
                yield Finding(
                    document.file, document.line(*at), wrong, "write the real one, or take the line out"
                )


def _check_names(document: YamlDocument) -> Iterator[Finding]:
    """Find names and prices that still are those of our examples."""
    examples = _examples()
    for place, value in document.parts():
        dotted = ".".join(str(step) for step in place if not isinstance(step, int) and step not in LANGUAGES)
        if value not in examples.get(dotted, ()):
            continue
        said = f"is '{value}'" if isinstance(value, str) else "is all that our example says"
        do = "write your own" if place[0] == "name" else "write your own, or take the line out"
        wrong = f"{document.quoted(place)} {said}, which is made up"
        yield Finding(document.file, document.line(*place), wrong, do)


def _examples() -> Mapping[str, list[Any]]:
    """Return what our examples made up, by the keys of brand.yml."""
    found: dict[str, list[Any]] = {}
    for way, node in ways_to_keys(Brand.model_json_schema()):
        dotted = ".".join(step.name for step in way)
        if dotted in (*MADE_UP, *MADE_UP_TOGETHER):
            values = [example_in(example) for example in node["examples"]]
            flat = [item for value in values for item in (value if isinstance(value, list) else [value])]
            found[dotted] = flat if dotted in MADE_UP_TOGETHER else [*_words_of(flat)]
    return found


def _words_of(value: object) -> Iterator[str]:
    """Yield each text in a value."""
    if isinstance(value, dict | list):
        for part in value.values() if isinstance(value, dict) else value:
            yield from _words_of(part)
    else:
        yield str(value)


def _check_logo(document: YamlDocument, brand: Brand, folder: Path, example_logo: Path) -> Iterator[Finding]:
    """Find pictures that still are the logo of the folder to copy."""
    drawn = example_logo.read_bytes() if example_logo.is_file() else None
    for file in named_files(brand):
        path = folder / file.path
        if path.is_file() and path.read_bytes() == drawn:
            wrong = f"{document.quoted(file.place)} is '{file.path}', which still is the logo of our example"
            do = "put your own in its place, under the same name, or take the line out"
            yield Finding(document.file, document.line(*file.place), wrong, do)
