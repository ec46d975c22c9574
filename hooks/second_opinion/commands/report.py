"""What a build found, where an editor reads it: beside the lines of a pull request, and in one summary.

``python -m second_opinion.commands.report --site DIR --report DIR`` (``make report``) builds the site as ``make site``
does, and those of the brands that changed, and writes into the report folder ``summary.md`` and, for GitLab,
``code-quality.json``.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import re
import sys
from collections.abc import Iterable, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory

from msgspec.structs import replace

from second_opinion.commands import build, fleet
from second_opinion.commands.command_line import run_command, to_mend
from second_opinion.commands.half_done import check_change
from second_opinion.commands.versions import UnknownBaseError, Versions, changed_files, read_before
from second_opinion.commands.whose_site import brand_of
from second_opinion.core.findings import Finding, faults
from second_opinion.project.reading import read_project
from second_opinion.project.settings import SetUpError, settings_from

SPECIAL = re.compile(r"[\\`*_\[\]<>|~]")
MOST = 10  # GitHub shows so many annotations of one kind for a step, and is silent about the others
BRANDS = "brands"
ANYWHERE = "mkdocs.yml"  # for what concerns the whole project: GitLab wants a file


def format_message(finding: Finding) -> str:
    """Return what a finding says, without its place."""
    return f"{finding.wrong}; {finding.do}" if finding.do else finding.wrong


# ---- GitHub


def github_commands(findings: Sequence[Finding]) -> list[str]:
    """Return the lines with which GitHub puts findings beside the lines of the files, the faults first.

    Where there are more of a kind than GitHub shows, the last of its lines says so.
    """
    lines: list[str] = []
    for command, kind in (("error", True), ("notice", False)):
        these = [finding for finding in findings if finding.is_fault is kind]
        shown = these if len(these) <= MOST else these[: MOST - 1]
        lines += [_command(command, finding) for finding in shown]
        if more := len(these) - len(shown):
            lines.append(f"::{command}::and {more} more; the summary of this check has them all")
    return lines


def _command(command: str, finding: Finding) -> str:
    place = f" file={escape_for_github(finding.file, ':,')},line={finding.line}" if finding.file else ""
    return f"::{command}{place}::{escape_for_github(format_message(finding))}"


def escape_for_github(text: str, marks: str = "") -> str:
    """Return a text as GitHub's commands want it; ``marks`` are further characters that mean something there."""
    return "".join(f"%{ord(mark):02X}" if mark in f"%\r\n{marks}" else mark for mark in text)


# ---- a summary to read


def summary(findings: Sequence[Finding]) -> str:
    """Return the findings in Markdown, what stops publishing first, with a line in each language."""
    faults = [finding for finding in findings if finding.is_fault]
    notices = [finding for finding in findings if not finding.is_fault]
    parts = [_format_heading(len(faults)), *_format_table(faults)]
    if notices:
        said = f"Good to know ({len(notices)}); this stops nothing / Ter informatie; dit houdt niets tegen"
        parts += [f"<details>\n<summary>{said}</summary>", "", *_format_table(notices), "</details>", ""]
    if findings:
        parts += [
            "What the messages mean / Wat de meldingen betekenen: CONTRIBUTING.md, CONTRIBUTING.nl.md",
            "",
        ]
    return "\n".join(parts)


def _format_heading(faults: int) -> str:
    if not faults:
        return "## Nothing to mend; the site can be published / Niets te verbeteren; de site kan online\n"
    english = "1 thing" if faults == 1 else f"{faults} things"
    dutch = "1 ding" if faults == 1 else f"{faults} dingen"
    return f"## {english} to mend before publishing / Eerst nog {dutch} te verbeteren\n"


def _format_table(findings: Sequence[Finding]) -> list[str]:
    if not findings:
        return []
    rows = [
        f"| {_format_place(finding)} | {escape_table_cell(finding.wrong)} | {escape_table_cell(finding.do)} |"
        for finding in findings
    ]
    return ["| Where | What | What to do |", "| --- | --- | --- |", *rows, ""]


def _format_place(finding: Finding) -> str:
    return f"`{finding.file}` line {finding.line}" if finding.file else ""


def escape_table_cell(text: str) -> str:
    """Return a text as Markdown that shows just that text."""
    return SPECIAL.sub(lambda mark: f"\\{mark[0]}", text)


# ---- GitLab


def code_quality(findings: Iterable[Finding]) -> str:
    """Return the findings as the JSON that GitLab shows in a merge request."""
    entries = [
        {
            "check_name": "second-opinion",
            "description": format_message(finding),
            "fingerprint": hashlib.sha256(str(finding).encode()).hexdigest(),
            "location": {"path": finding.file or ANYWHERE, "lines": {"begin": finding.line or 1}},
            "severity": "major" if finding.is_fault else "info",
        }
        for finding in findings
    ]
    return json.dumps(entries, indent=1, ensure_ascii=False) + "\n"


def _check_change_and_brands(base: str, found: Sequence[Finding]) -> list[Finding]:
    """Return what was found, with what shows beside the project as it was, and on the sites of brands that changed."""
    return [
        *check_against_base(base, found),
        *check_other_sites(brands_that_changed(Path.cwd(), base), found),
    ]


def brands_that_changed(root: Path, base: str) -> list[Path]:
    """Return the folders of the brands of which something changed, but that of the site that is built anyway."""
    paths = [PurePosixPath(file).parts for file in changed_files(root, base)]
    folders = {root / path[0] / path[1] for path in paths if path[0] == BRANDS and path[2:]}
    return sorted(folder for folder in folders if folder.is_dir() and str(folder) != brand_of(os.environ))


def check_other_sites(brands: Sequence[Path], found: Sequence[Finding]) -> list[Finding]:
    """Build the sites of some brands beside this one, and return what keeps them from being published."""
    if not brands:
        return []
    with TemporaryDirectory() as sites, ProcessPoolExecutor(min(len(brands), os.cpu_count() or 1)) as pool:
        outcomes = list(pool.map(partial(_build_as_its_own, sites=Path(sites)), brands))
    return [
        _fault_with_brand(outcome.brand, fault)
        for outcome in outcomes
        for fault in outcome.faults
        if fault not in found
    ]


def _build_as_its_own(brand: Path, sites: Path) -> fleet.BrandOutcome:
    for of_this_site in ("SITE_URL", "PUBLISH"):
        os.environ.pop(of_this_site, None)
    return fleet.build_brand(brand, sites)


def _fault_with_brand(brand: Path, fault: Finding) -> Finding:
    """Return a fault that names its brand, also where it stands elsewhere."""
    folder = f"{BRANDS}/{brand.name}"
    is_there = fault.file.startswith(f"{folder}/")
    return fault if is_there else replace(fault, wrong=f"on the site of {folder}: {fault.wrong}")


def check_against_base(base: str, findings: Sequence[Finding]) -> list[Finding]:
    """Return what was found, with what shows beside the project as it was; the same where git does not know that."""
    try:
        now = read_project(settings_from(os.environ, Path.cwd()))
        with read_before(base, now) as before:
            files = changed_files(now.settings.root, base)
            return check_change(findings, Versions(before, now, files, ()))
    except (UnknownBaseError, SetUpError):
        return [*findings]


def main(arguments: Sequence[str] | None = None) -> int:
    """Build the site and write the report; return what the build returned."""
    parser = argparse.ArgumentParser(description="Build the site, and report what is wrong.")
    parser.add_argument("--site", type=Path, default=Path("site"), help="the folder of the site")
    parser.add_argument("--report", type=Path, default=Path("report"), help="the folder of the report")
    parser.add_argument("--base", default="", help="the branch or commit that a change is compared with")
    options = parser.parse_args(arguments)
    to_print = partial(_check_change_and_brands, options.base) if options.base else list
    status, findings = build.build_site(options.site, to_print=to_print)
    if status == 0 and (of_change := faults(findings)):
        print(
            f"{to_mend(len(of_change))} in this change, or on the sites of brands that changed",
            file=sys.stderr,
        )
        status = 1
    options.report.mkdir(parents=True, exist_ok=True)
    (options.report / "summary.md").write_text(summary(findings), encoding="utf-8")
    (options.report / "code-quality.json").write_text(code_quality(findings), encoding="utf-8")
    if os.environ.get("GITHUB_ACTIONS") == "true":
        print("\n".join(github_commands(findings)))
    if shown := os.environ.get("GITHUB_STEP_SUMMARY"):
        with Path(shown).open("a", encoding="utf-8") as file:
            file.write(summary(findings))
    return status


if __name__ == "__main__":
    sys.exit(run_command(main, "built the site and its report"))
