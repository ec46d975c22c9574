"""Many brands built by one command: each that is sound gets its site, and each that is not is named with why."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from second_opinion.commands.fleet import parse_share
from support import ROOT, change, copy_sample, run_module
from upkeep.brand_bench import EXAMPLE, write_brands

NAMES = ("bos", "duin", "hei")


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a project with a folder of three brands, of which the second is broken."""
    root = copy_sample(tmp_path_factory.mktemp("fleet") / "project")
    for name in NAMES:
        brand = root / "houses" / name / "brand.yml"
        shutil.copytree(ROOT / "brands/voorbeeldkliniek", brand.parent)
        text = brand.read_text("utf-8")
        brand.write_text(text.replace("voorbeeldkliniek.example", f"{name}.example"), "utf-8")
    change(root, "houses/duin/brand.yml", "site_url: https://", "site_url: http://")
    return root


def test_one_broken_brand_is_named_with_why_and_stops_no_other(root: Path) -> None:
    result = run_module(root, "second_opinion.commands.fleet", "--brands", "houses", "--sites", "sites")
    lines = result.stdout.splitlines()
    assert result.stderr == ""
    assert result.returncode == 1
    assert lines[2] == "| bos | sites/bos | |"
    assert lines[3].startswith("| duin | refused | 1 thing is to be mended: houses/duin/brand.yml:")
    assert "it starts with http:" in lines[3]
    assert lines[4:] == ["| hei | sites/hei | |", "", "2 of 3 sites were built."]
    for name in ("bos", "hei"):
        assert f"{name}.example" in (root / "sites" / name / "sitemap.xml").read_text("utf-8")
    assert not (root / "sites/duin").exists()


def test_a_fleet_has_of_each_brand_its_own_page_and_leaflet_and_all_in_the_table(root: Path) -> None:
    example = root / "brands" / EXAMPLE / "brand.yml"
    text = re.sub(r"^pages_left_out:\n(  .*\n)+", "", example.read_text("utf-8"), flags=re.MULTILINE)
    example.write_text(text, "utf-8")  # the sample has not all pages of ours
    write_brands(root, root / "fleet", 3)
    result = run_module(root, "second_opinion.commands.fleet", "--brands", "fleet", "--sites", "of-fleet")
    assert (result.returncode, result.stderr) == (0, "")
    assert result.stdout.splitlines() == [
        "| Brand | Site | To mend first |",
        "|---|---|---|",
        *(f"| brand-{number} | of-fleet/brand-{number} | |" for number in range(3)),
        "",
        "3 of 3 sites were built.",
    ]
    for number in range(3):
        site = root / f"of-fleet/brand-{number}"
        for page in ("meedoen-aan-onderzoek", "uw-ziekenhuis"):
            assert f"Voorbeeld Kankercentrum {number}" in (site / page / "index.html").read_text("utf-8")
        leaflets = [file.read_bytes() for file in site.rglob("aanvragen.pdf")]
        assert [leaflet.endswith(f"\n% {number}\n".encode()) for leaflet in leaflets] == [True]


def test_a_share_builds_its_part_alone(root: Path) -> None:
    sites = ("--brands", "houses", "--sites", "parts", "--share", "1/3")
    result = run_module(root, "second_opinion.commands.fleet", *sites)
    assert (result.returncode, result.stdout.splitlines()[-1]) == (0, "1 of 1 sites were built.")
    assert [site.name for site in (root / "parts").iterdir()] == ["bos"]


def test_an_empty_share_of_few_brands_is_no_failure(root: Path) -> None:
    sites = ("--brands", "houses", "--sites", "none", "--share", "4/4")
    result = run_module(root, "second_opinion.commands.fleet", *sites)
    assert (result.returncode, result.stdout.splitlines()[-1]) == (0, "0 of 0 sites were built.")


def test_shares_together_are_all_brands_each_once() -> None:
    brands = [Path(str(number)) for number in range(13)]
    parts = [parse_share(brands, f"{part}/5") for part in range(1, 6)]
    assert sorted(brand for part in parts for brand in part) == sorted(brands)


@pytest.mark.parametrize("share", ["0/2", "3/2", "2", "a/b", "1/"])
def test_a_share_that_is_none_is_told_in_a_line(share: str, root: Path) -> None:
    given = ("--brands", "houses", "--sites", "sites", "--share", share)
    result = run_module(root, "second_opinion.commands.fleet", *given)
    assert result.stderr == f"SHARE is '{share}'; write it like 2/8, which is the second part of eight\n"
    assert result.returncode == 1


def test_a_folder_without_brands_is_told_in_a_line(root: Path) -> None:
    result = run_module(root, "second_opinion.commands.fleet", "--brands", "docs", "--sites", "sites")
    assert result.stderr == "There is no brand.yml one folder below docs/\n"
    assert result.returncode == 1
