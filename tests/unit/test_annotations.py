"""What a build said, as GitHub and GitLab show it."""

from __future__ import annotations

import json
import os
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from msgspec.structs import replace

from second_opinion.commands import build
from second_opinion.commands.fleet import BrandOutcome
from second_opinion.commands.report import (
    brands_that_changed,
    check_other_sites,
    code_quality,
    format_message,
    github_commands,
    main,
    summary,
)
from second_opinion.core.findings import Finding

FAULT = Finding("docs/nl/costs.md", 5, "'written' is 'soon', which is no date", "write it like 2026-11-22")
NOTICE = Finding("snippets/nl/right.md", 3, "no page uses this snippet", "take the file away", is_fault=False)
ANYWHERE = Finding("", 0, "TODAY is 'x', which is no date", "write it like 2026-11-22")


def many(count: int) -> list[Finding]:
    """Return so many faults."""
    return [Finding("a.md", line, "wrong", "mend it") for line in range(1, count + 1)]


def test_a_fault_that_another_program_tells_is_kept_whole() -> None:
    assert (
        format_message(Finding("", 0, "mkdocs.yml is missing; or is it", ""))
        == "mkdocs.yml is missing; or is it"
    )


def test_a_semicolon_in_what_is_wrong_does_not_cut_it_in_two() -> None:
    odd = Finding("a.md", 1, "the title 'Een; twee' stands twice", "write one of your own")
    assert "| the title 'Een; twee' stands twice | write one of your own |" in summary([odd])


def test_github_gets_a_line_for_each_finding_faults_first() -> None:
    assert github_commands([NOTICE, FAULT, ANYWHERE]) == [
        "::error file=docs/nl/costs.md,line=5::'written' is 'soon', which is no date; write it like 2026-11-22",
        "::error::TODAY is 'x', which is no date; write it like 2026-11-22",
        "::notice file=snippets/nl/right.md,line=3::no page uses this snippet; take the file away",
    ]


def test_what_means_something_to_github_is_escaped() -> None:
    odd = Finding("a:b,c.md", 1, "100% sure", "one\r\ntwo: three, four")
    assert github_commands([odd]) == [
        "::error file=a%3Ab%2Cc.md,line=1::100%25 sure; one%0D%0Atwo: three, four"
    ]


def test_ten_of_a_kind_are_shown_and_of_more_the_last_line_counts_the_others() -> None:
    assert len(github_commands(many(10))) == 10
    *shown, last = github_commands(many(25))
    assert (len(shown), last) == (9, "::error::and 16 more; the summary of this check has them all")


def test_the_summary_begins_with_what_is_to_be_mended_in_both_languages() -> None:
    assert summary([NOTICE, FAULT]) == (
        "## 1 thing to mend before publishing / Eerst nog 1 ding te verbeteren\n\n"
        "| Where | What | What to do |\n| --- | --- | --- |\n"
        "| `docs/nl/costs.md` line 5 | 'written' is 'soon', which is no date | write it like 2026-11-22 |\n\n"
        "<details>\n<summary>Good to know (1); this stops nothing / Ter informatie; dit houdt niets tegen</summary>\n\n"
        "| Where | What | What to do |\n| --- | --- | --- |\n"
        "| `snippets/nl/right.md` line 3 | no page uses this snippet | take the file away |\n\n</details>\n\n"
        "What the messages mean / Wat de meldingen betekenen: CONTRIBUTING.md, CONTRIBUTING.nl.md\n"
    )


def test_the_summary_of_a_sound_site_is_one_line() -> None:
    assert summary([]) == (
        "## Nothing to mend; the site can be published / Niets te verbeteren; de site kan online\n"
    )


def test_markup_in_a_message_is_shown_and_not_carried_out() -> None:
    odd = Finding("a.md", 1, "the element <b> | `x` [y](z) *is* not_allowed", "take it out")
    assert r"the element \<b\> \| \`x\` \[y\](z) \*is\* not\_allowed" in summary([odd])


def test_gitlab_gets_each_finding_with_its_place_and_a_fingerprint_of_its_own() -> None:
    entries = json.loads(code_quality([FAULT, NOTICE, ANYWHERE]))
    assert [entry["severity"] for entry in entries] == ["major", "info", "major"]
    assert entries[0]["location"] == {"path": "docs/nl/costs.md", "lines": {"begin": 5}}
    assert entries[2]["location"] == {"path": "mkdocs.yml", "lines": {"begin": 1}}
    assert len({entry["fingerprint"] for entry in entries}) == 3


def test_make_report_writes_both_files_and_fails_as_the_build_does(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def failing_build(place: Path, to_print: object) -> tuple[int, list[Finding]]:
        assert to_print
        assert place == tmp_path / "site"
        return 1, [NOTICE, FAULT, ANYWHERE]

    monkeypatch.setattr("second_opinion.commands.build.build_site", failing_build)
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(tmp_path / "step.md"))
    report = tmp_path / "report"
    assert main(["--site", str(tmp_path / "site"), "--report", str(report)]) == 1
    said = capsys.readouterr()
    assert said.out.count("::error") == 2
    assert (
        (tmp_path / "step.md").read_text("utf-8")
        == (report / "summary.md").read_text("utf-8")
        == summary([NOTICE, FAULT, ANYWHERE])
    )
    assert len(json.loads((report / "code-quality.json").read_text("utf-8"))) == 3


MISTYPED = Finding("brands/ours/brand.yml", 3, "'contact.phone' is '12'", "write it")
LOST = Finding("docs/nl/costs.md", 9, "this leads nowhere", "correct it")


def test_brands_that_changed_are_built_too_and_their_faults_are_told_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def build_brand(brand: Path, sites: Path) -> BrandOutcome:
        assert "SITE_URL" not in os.environ
        return BrandOutcome(brand, sites, [MISTYPED, FAULT, LOST])

    monkeypatch.setenv("SITE_URL", "https://ours.example")
    monkeypatch.setattr("second_opinion.commands.report.ProcessPoolExecutor", ThreadPoolExecutor)
    monkeypatch.setattr("second_opinion.commands.fleet.build_brand", build_brand)
    assert [str(one) for one in check_other_sites([tmp_path / "ours"], [FAULT])] == [
        str(MISTYPED),
        "docs/nl/costs.md:9: on the site of brands/ours: this leads nowhere; correct it",
    ]
    assert check_other_sites([], [FAULT]) == []


def test_a_brand_that_is_not_this_site_counts_as_changed_with_any_of_its_files(
    repository: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert brands_that_changed(repository, "main") == []
    for name in ("neutral/brand.yml", "brand.schema.json", "ours/brand.yml", "ours/docs/nl/more.md"):
        file = repository / "brands" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("# new\n", "utf-8")
    assert brands_that_changed(repository, "main") == [repository / "brands/ours"]
    monkeypatch.setenv("BRAND", "brands/ours")
    assert brands_that_changed(repository, "main") == [repository / "brands/neutral"]


def test_a_fault_of_a_brand_fails_the_report_of_a_sound_site(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def build_site(_: Path, to_print: object) -> tuple[int, list[Finding]]:
        return 0, [NOTICE, MISTYPED]

    monkeypatch.setattr("second_opinion.commands.build.build_site", build_site)
    assert main(["--report", str(tmp_path)]) == 1
    assert (
        "1 thing is to be mended in this change, or on the sites of brands that changed\n"
        in capsys.readouterr().err
    )


def test_what_is_printed_is_what_is_known_of_the_change_and_each_thing_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def build_in_place(*_: Path, is_side_by_side: bool) -> build.Collector:
        collector = build.Collector()
        collector.add(replace(NOTICE, wrong="the Dutch is newer"))
        return collector

    monkeypatch.setattr("second_opinion.commands.build.build_in_place", build_in_place)
    monkeypatch.setattr("second_opinion.commands.build.save_brand_of_site", lambda *_: None)
    better = replace(NOTICE, wrong="the Dutch is newer; the English changed too")
    _, found = build.build_site(tmp_path / "site", to_print=lambda found: [better] * len(found))
    assert found == [better]
    assert capsys.readouterr().err == f"notice: {better}\n"
