"""What is told when nothing can be checked at all, and what the untouched project says."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from msgspec import Struct, field

from second_opinion.data import studies
from second_opinion.project.project import Project
from second_opinion.project.reading import read_project
from second_opinion.project.settings import SetUpError, settings_from
from support import TODAY


class SetUp(Struct, frozen=True):
    """A set-up that cannot be used, and the one line that says so."""

    sentence: str
    message: str
    environment: Mapping[str, str] = field(default_factory=dict)


SET_UPS = [
    *(
        SetUp(
            f"TODAY is {day}",
            f"TODAY is '{day}', which is no date; write it like 2026-11-22",
            environment={"TODAY": day},
        )
        for day in ("tomorrow", "22-11-2026", "2026-02-30")
    ),
    SetUp(
        "LOOKED is no day",
        "LOOKED is 'monday', which is no date; write it like 2026-11-22",
        environment={"LOOKED": "monday"},
    ),
    *(
        SetUp(
            f"{name} is no web address",
            f"{name} is 'www.site.example', which is no web address; write it in full, with https://",
            environment={name: "www.site.example"},
        )
        for name in ("SITE_URL", "REPO_URL")
    ),
    *(
        SetUp(
            f"SITE_URL is '{address}'",
            f"SITE_URL is '{address}', which is no web address; write it in full, with https://",
            environment={"SITE_URL": address},
        )
        for address in ("https://", "https://a b.example", "https://[")
    ),
]


@pytest.mark.parametrize("case", SET_UPS, ids=[case.sentence for case in SET_UPS])
def test_a_set_up_that_cannot_be_used_is_told_in_one_line(case: SetUp, root: Path) -> None:
    with pytest.raises(SetUpError) as told:
        read_project(settings_from({"TODAY": TODAY, **case.environment}, root))
    assert str(told.value) == case.message


@pytest.mark.parametrize(
    ("folders", "named"),
    [
        (["brand"], "BRAND={folder}/brand"),
        (["a house", "brand"], "BRAND='{folder}/a house' or BRAND={folder}/brand"),
    ],
)
def test_a_folder_around_that_of_a_brand_is_told_with_the_right_one(
    folders: list[str], named: str, root: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "repository"
    for name in folders:
        (folder / name).mkdir(parents=True)
        (folder / name / "brand.yml").write_text("name: Test\n", "utf-8")
    with pytest.raises(SetUpError) as told:
        settings_from({"TODAY": TODAY, "BRAND": str(folder)}, root)
    assert str(told.value) == (
        f"BRAND is '{folder}', a folder around that of a brand; write {named.format(folder=folder)}"
    )


def test_an_empty_variable_counts_as_none(root: Path) -> None:
    settings = settings_from({"TODAY": TODAY, "BRAND": "", "SITE_URL": "", "REPO_URL": ""}, root)
    assert (settings.brand, settings.site_url, settings.repository) == (root / "brands/neutral", None, None)


@pytest.mark.parametrize(
    ("value", "is_on"), [("1", True), ("yes", True), ("0", False), ("no", False), ("", False)]
)
def test_a_switch_that_is_off_counts_as_none(value: str, is_on: bool, root: Path) -> None:
    settings = settings_from({"TODAY": TODAY, "PUBLISH": value, "PREVIEW": value}, root)
    assert (settings.is_published, settings.is_preview) == (is_on, is_on)


def test_a_brand_anywhere_on_disk_is_named_by_its_whole_path(root: Path, tmp_path: Path) -> None:
    brand = tmp_path / "elsewhere"
    brand.mkdir()
    (brand / "brand.yml").write_text("name: { nl: Elders, en: Elsewhere }\n", "utf-8")
    found = read_project(settings_from({"TODAY": TODAY, "BRAND": str(brand)}, root)).findings
    assert f"{brand}/brand.yml:1: 'site_url' is missing; add a line 'site_url: ...'" in map(str, found)


def test_of_the_sample_there_is_nothing_to_say(sample: Project) -> None:
    assert list(map(str, sample.findings)) == []


def test_a_page_that_starts_with_a_byte_order_mark_is_a_page_like_any_other(
    root: Path, new_findings: Callable[[Mapping[str, str]], list[str]]
) -> None:
    page = root / "docs/nl/costs.md"
    page.write_bytes(b"\xef\xbb\xbf" + page.read_bytes())
    assert new_findings({}) == []


def test_lines_that_end_as_on_windows_are_lines_like_any_other(
    root: Path, new_findings: Callable[[Mapping[str, str]], list[str]]
) -> None:
    for file in ("docs/nl/costs.md", "data/sources/zvw.yml", "snippets/nl/safety.md"):
        (root / file).write_bytes((root / file).read_bytes().replace(b"\n", b"\r\n"))
    assert new_findings({}) == []


def test_every_word_that_the_templates_ask_for_exists(untouched: Path, sample: Project) -> None:
    templates = [file.read_text("utf-8") for file in (untouched / "overrides").rglob("*.html")]
    asked = {name for text in templates for name in re.findall(r"\bwords\.([a-z_]+)", text)}
    assert asked - set(sample.words.site["nl"]) == set()


def test_no_word_of_the_interface_is_left_over(untouched: Path, sample: Project) -> None:
    asking = [*(untouched / "overrides").rglob("*.html"), *(untouched / "hooks").rglob("*.py")]
    text = "\n".join(file.read_text("utf-8") for file in asking)
    put_together = {f"source_in_{lang}" for lang in ("nl", "en")}
    put_together |= {f"study_{kind}" for kind in (*studies.SHARES, studies.REST)}
    left_over = {name for name in sample.words.site["nl"] if not re.search(rf"\b{name}\b", text)}
    assert left_over - put_together == set()
