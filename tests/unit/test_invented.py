"""What a hospital cannot publish, as it is invented: addresses, numbers, and what is our example's own."""

from __future__ import annotations

import re
import shutil
from collections.abc import Sequence
from pathlib import Path

import pytest

from second_opinion.brand.brand_keys import SMALLEST_BRAND
from second_opinion.brand.invented import (
    EXAMPLE_LOGO,
    MADE_UP,
    MADE_UP_TOGETHER,
    check_addresses_in_text,
    check_invented,
)
from second_opinion.brand.model import Brand
from second_opinion.brand.schema import KeyStep, Node, kind_of, ways_to_keys
from second_opinion.core.markdown_text import Text
from second_opinion.core.validation import read_yaml
from support import ROOT

from .brand_folders import B, lines_about_brand

FOLDER = ROOT / "examples/hospital-repository/brand"
LOGO = ROOT / EXAMPLE_LOGO
WAYS = {
    ".".join(step.name for step in way): (way, node) for way, node in ways_to_keys(Brand.model_json_schema())
}
ADDRESSES = {
    dotted
    for dotted, (_, node) in WAYS.items()
    if kind_of(node) in {"a web address", "a web address in each language", "an email address"}
}
REAL = {**SMALLEST_BRAND, "site_url": "https://second-opinion.house.nl"}


def written(way: Sequence[KeyStep], value: str) -> str:
    """Return a brand.yml that says a value at one key, and nothing beside it."""
    for step in reversed(way[1:]):
        value = f"{{{step.name}: {value}}}"
        value = f"[{value}]" if step.is_in_list else value
    return f"{way[0].name}: {value}"


def refused(text: str, folder: Path = FOLDER, said: Node | None = None) -> list[str]:
    """Return what is wrong with a brand.yml; a brand is read only of what else it has to say."""
    document = read_yaml(text, B)
    brand = Brand.model_validate({**REAL, **(document.value if said is None else said)})
    return [f"{found.line}: {found.wrong}" for found in check_invented(document, brand, folder, LOGO)]


def test_the_addresses_of_the_model_are_found() -> None:
    assert {"site_url", "repository", "contact.email", "links.home", "links.more.address"} <= ADDRESSES


@pytest.mark.parametrize("dotted", sorted(ADDRESSES))
def test_an_address_for_examples_is_refused_in_each_key_that_holds_one(dotted: str) -> None:
    way, node = WAYS[dotted]
    text = written(way, node["examples"][0])
    found = refused(text, said=None if len(way) == 1 else {})
    assert found
    assert all("an address for examples" in wrong for wrong in found)


@pytest.mark.parametrize("dotted", sorted({*MADE_UP, *MADE_UP_TOGETHER}))
def test_what_our_example_made_up_is_refused(dotted: str) -> None:
    way, node = WAYS[dotted]
    assert any("made up" in wrong for wrong in refused(written(way, node["examples"][0]), said={}))


def test_an_address_in_words_is_refused_too_and_a_real_one_is_not() -> None:
    assert refused("own_lines: {costs: {nl: Kijk op www.ons.example., en: Look at https://www.ons.nl.}}") == [
        "1: 'own_lines.costs.nl' holds 'www.ons.example', an address for examples, which leads nowhere"
    ]
    assert (
        refused("own_lines: {costs: {nl: Vraag het ons., en: For example. Test www.example-house.nl.}}") == []
    )


def test_names_of_a_hospital_that_are_like_those_of_an_example_stand() -> None:
    true = "short_name: {nl: OZ, en: OZ}\nspecialties: {names: [{nl: cardiologie, en: cardiology}]}"
    assert refused(true) == []


def test_the_logo_of_our_example_is_refused_and_another_is_not(tmp_path: Path) -> None:
    shutil.copy(LOGO, tmp_path / "our.svg")
    text = "look: {logo: our.svg}"
    assert refused(text, tmp_path) == ["1: 'look.logo' is 'our.svg', which still is the logo of our example"]
    (tmp_path / "our.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg"/>', "utf-8")
    assert refused(text, tmp_path) == []


def test_a_text_of_a_hospital_with_such_an_address_is_told_with_its_line() -> None:
    text = Text("docs/nl/our-desk.md", "Bel ons.\n\n[Kijk](https://www.ons.example/balie).", 12)
    assert [(found.file, found.line, found.wrong) for found in check_addresses_in_text(text)] == [
        ("docs/nl/our-desk.md", 14, "'www.ons.example' is an address for examples, which leads nowhere")
    ]


def test_all_that_is_invented_is_told_in_one_run(bare: Path, tmp_path: Path) -> None:
    brand = shutil.copytree(FOLDER, tmp_path / "brand")
    text = (brand / B).read_text("utf-8")
    said = re.sub(r"^# (?=reviewers:)", "", re.sub(r"^# (?=  email:)", "", text, flags=re.M), flags=re.M)
    (brand / B).write_text(said.replace("\n  email: klachten", "\n#   email: klachten"), "utf-8")
    shutil.copytree(ROOT / "examples", bare / "examples")
    try:
        told = lines_about_brand(bare, brand, PUBLISH="1")
    finally:
        shutil.rmtree(bare / "examples")
    lines = said.split("\n")
    for key in ("name:", "site_url:", "example:", "  logo:", "  phone:", "  email:", "reviewers:"):
        number = next(at for at, line in enumerate(lines, 1) if line.startswith(key))
        assert any(line.startswith(f"{B}:{number}: ") for line in told), key
