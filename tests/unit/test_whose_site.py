"""A site is not replaced by that of another brand without a word."""

from __future__ import annotations

from pathlib import Path

import pytest

from checking import as_printed
from second_opinion.commands.build import describe_failure
from second_opinion.commands.whose_site import (
    BUILT,
    brand_of,
    build_command,
    finding_of_other_brand,
    save_brand_of_site,
)
from second_opinion.project.settings import NEUTRAL

OURS, THEIRS, NOBODYS = {"BRAND": "brands/our house"}, {"BRAND": "/srv/theirs"}, dict[str, str]()
SITE = Path("site")


@pytest.fixture(autouse=True)
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for folder in (SITE, Path(OURS["BRAND"]), Path(NEUTRAL)):
        folder.mkdir(parents=True)


def line_about_site(built: dict[str, str], now: dict[str, str]) -> str:
    """Return what is said of a site that is built after that of another brand, a notice marked as one."""
    save_brand_of_site(SITE.resolve(), brand_of(built))
    found = finding_of_other_brand(SITE, now)
    return "" if found is None else as_printed(found)


def test_the_site_of_a_hospital_stays() -> None:
    assert line_about_site(OURS, NOBODYS) == (
        f"site/ holds the site of brands/our house, and this one of {NEUTRAL} would take its place; "
        "write BRAND='brands/our house', or name another folder: SITE=sites/neutral"
    )
    assert line_about_site(THEIRS, OURS) == (
        "site/ holds the site of /srv/theirs, and this one of brands/our house would take its place; "
        "write BRAND=/srv/theirs, or name another folder: SITE='sites/our house'"
    )


def test_the_neutral_site_goes_with_a_word() -> None:
    assert line_about_site(NOBODYS, OURS) == (
        "notice: site/ held the neutral site, and this one of brands/our house takes its place; "
        "to keep both, name another folder: SITE='sites/our house'"
    )


def test_nothing_is_said_where_nothing_is_lost() -> None:
    assert line_about_site(OURS, OURS) == ""
    assert line_about_site(OURS, {**NOBODYS, "PREVIEW": "1"}) == ""
    assert line_about_site(OURS, {"BRAND": "brands/our hause"}) == ""  # that there is none, the build says
    SITE.rmdir()
    assert line_about_site(OURS, NOBODYS) == ""


def test_the_command_for_a_new_folder_names_another_place_only_where_a_hospitals_site_stands() -> None:
    new = Path("brands/new")
    new.mkdir()
    assert build_command(new) == "make site BRAND=brands/new"
    save_brand_of_site(SITE.resolve(), brand_of(NOBODYS))
    assert build_command(new) == "make site BRAND=brands/new"
    save_brand_of_site(SITE.resolve(), brand_of(THEIRS))
    assert build_command(new) == "make site BRAND=brands/new SITE=sites/new"


def test_sites_that_are_gone_are_forgotten_and_a_broken_list_is_none() -> None:
    save_brand_of_site(Path("other").resolve(), "brands/a")
    save_brand_of_site(SITE.resolve(), "brands/b")
    assert "brands/a" not in BUILT.read_text("utf-8")
    BUILT.write_text("{", "utf-8")
    assert finding_of_other_brand(SITE, NOBODYS) is None


def test_the_last_line_of_a_build_that_failed_names_the_place_that_stays_as_it_was(tmp_path: Path) -> None:
    assert describe_failure(1, tmp_path) == f"1 thing is to be mended; {tmp_path}/ is as it was"
    assert describe_failure(2, tmp_path / "no") == "2 things are to be mended; there is no site yet"
