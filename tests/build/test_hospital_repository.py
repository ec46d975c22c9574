"""The repository that a hospital copies: its workflow, run as a host runs it, and its one file to fill in."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
from msgspec import Struct

from second_opinion.brand.apart import APART
from second_opinion.brand.model import read_brand
from second_opinion.commands.keys import SCHEMA
from second_opinion.core.validation import read_yaml
from second_opinion.data.release import RELEASE_FILE, read_release
from support import ROOT, TODAY, change, copy_sample, link_packages, read_values
from unit.making import DAY

TEMPLATE = ROOT / "examples/hospital-repository"
BRAND = "own/brand/brand.yml"
PAGES = "https://our-hospital.pages.example/second-opinion"


def steps_that_run(workflow: str, job: str) -> list[dict[str, Any]]:
    """Return the steps of a job that run something, in bash where one passes on to another."""
    steps = read_values(TEMPLATE / ".github/workflows" / workflow)["jobs"][job]["steps"]
    runs = [step for step in steps if "run" in step]
    assert all(step.get("shell") == "bash" for step in runs if "| tee" in step["run"])
    return runs


class Workspace(Struct, frozen=True):
    """The folder in which a workflow runs: the hospital's repository beside the shared project."""

    folder: Path

    def run(self, event: str = "push") -> int:
        """Run the step that builds, as the host does, and return its exit code."""
        step, _ = steps_that_run("publish.yml", "build")
        return self.run_step(step, EVENT=event, PAGES=PAGES if event == "push" else "")

    def run_step(self, step: dict[str, Any], **environment: str) -> int:
        """Run a step of a workflow in bash, and return its exit code."""
        (self.folder / "summary.md").unlink(missing_ok=True)
        done = subprocess.run(
            ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", step["run"]],
            cwd=self.folder,
            env={
                "PATH": os.environ["PATH"],
                "TODAY": TODAY,
                "GITHUB_WORKSPACE": str(self.folder),
                "GITHUB_STEP_SUMMARY": str(self.folder / "summary.md"),
                "GITHUB_OUTPUT": str(self.folder / "output"),
                **environment,
            },
            stdin=subprocess.DEVNULL,
            capture_output=True,
            check=False,
        )
        return done.returncode

    @property
    def summary(self) -> list[str]:
        """Return the lines of the summary of the run."""
        return (self.folder / "summary.md").read_text("utf-8").splitlines()

    def page(self, where: str = "") -> str:
        """Return a page of the site that was built."""
        return (self.folder / "site" / where / "index.html").read_text("utf-8")


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    """Return the folder of a run, with the packages that are there already."""
    shutil.copytree(TEMPLATE, tmp_path / "own")
    content = copy_sample(tmp_path / "content")
    for name in ("Makefile", "requirements.txt"):
        shutil.copy(ROOT / name, content)
    link_packages(content)
    return Workspace(tmp_path)


def test_the_repository_as_it_is_becomes_a_preview_at_the_address_of_its_pages(workspace: Workspace) -> None:
    assert workspace.run() == 0
    built = f"The site is in {workspace.folder}/site/"
    assert any(line.startswith(built) for line in workspace.summary)
    page = workspace.page("kosten")
    assert f'<link rel="canonical" href="{PAGES}/kosten/">' in page
    assert '<meta name="robots" content="noindex">' in page


def test_what_is_wrong_stands_in_the_summary_with_the_line_of_the_file(workspace: Workspace) -> None:
    line = change(workspace.folder, BRAND, 'phone: "000 000 00 00"', 'phone: "bel ons"')
    assert workspace.run(event="pull_request") != 0
    assert [said for said in workspace.summary if said.startswith("brand/brand.yml:")] == [
        f"brand/brand.yml:{line}: 'contact.phone' is 'bel ons': a telephone number holds no letters; "
        "write figures, like 020 123 45 67, or take the line out"
    ]
    assert not (workspace.folder / "site").exists()


def test_nothing_invented_is_published(workspace: Workspace) -> None:
    change(workspace.folder, BRAND, "\nexample: true\n", "\n")
    assert workspace.run() != 0
    refused = [
        re.sub(r"^\S+: ", "", said).split("; ")[0] for said in workspace.summary if "brand.yml" in said
    ]
    assert refused == [
        "'name.en' is 'Our Hospital', which is made up",
        "'name.nl' is 'Ons Ziekenhuis', which is made up",
        "'site_url' is 'https://second-opinion.ons-ziekenhuis.example', an address for examples, under which nothing "
        "can be published",
        "'contact.phone' is '000 000 00 00', a number for examples, which nobody can call",
    ]


def test_of_a_preview_the_summary_lists_what_only_the_copy_says(workspace: Workspace) -> None:
    build, sign_off = steps_that_run("publish.yml", "build")
    make = workspace.folder / "bin/make"
    make.parent.mkdir()
    make.write_text('#!/bin/sh\nmkdir -p content/report && echo "$@" > content/report/sign-off.md\n', "utf-8")
    make.chmod(0o755)
    path = f"{make.parent}:{os.environ['PATH']}"
    assert workspace.run_step(build, EVENT="push", PAGES=PAGES, PATH=path) == 0
    assert (workspace.folder / "output").read_text("utf-8") == "preview=true\n"
    assert sign_off["if"] == f"steps.{build['id']}.outputs.preview"
    assert workspace.run_step(sign_off, PATH=path) == 0
    asked = f"sign-off BRAND={workspace.folder}/own/brand SITE={workspace.folder}/site"
    assert workspace.summary == [f"--no-print-directory --directory content {asked}"]
    (workspace.folder / "output").unlink()
    change(workspace.folder, BRAND, "\nexample: true\n", "\n")
    assert workspace.run_step(build, EVENT="push", PAGES=PAGES, PATH=path) == 0
    assert not (workspace.folder / "output").exists()


def test_a_text_that_was_compared_is_written_down_by_a_run_with_the_release_that_is_published(
    workspace: Workspace,
) -> None:
    which, write = steps_that_run("compared.yml", "write")
    workflow = workspace.folder / "own/.github/workflows/publish.yml"
    text = workflow.read_text("utf-8").replace("owner/second-opinion", "house/site")
    workflow.write_text(text, "utf-8")
    assert workspace.run_step(which) == 0
    release = read_release(read_yaml((ROOT / RELEASE_FILE).read_text("utf-8"), RELEASE_FILE))[0]
    assert (workspace.folder / "output").read_text("utf-8").splitlines() == [
        "CONTENT=house/site",
        f"RELEASE=v{release.number}",
    ]
    page = "docs/nl/costs.md"
    own = workspace.folder / "own/brand"
    (own / page).parent.mkdir(parents=True)
    shutil.copy(workspace.folder / "content" / page, own / page)
    assert workspace.run_step(write, COMMAND="compared", PAGE="kosten") != 0
    assert workspace.summary[0].endswith("called 'kosten'; known: costs")
    assert workspace.run_step(write, COMMAND="compare", PAGE="costs") == 0
    assert not (own / "replaced.yml").exists()
    assert workspace.summary[0] == f"## {page}"
    assert workspace.run_step(write, COMMAND="compared", PAGE="costs") == 0
    assert (own / "replaced.yml").read_text("utf-8").startswith(f"{page}: ")
    assert workspace.summary[-1].startswith(f"brand/replaced.yml now says that {page} ")


def test_an_editor_finds_what_the_file_may_say_beside_it_without_the_net() -> None:
    first = (TEMPLATE / "brand/brand.yml").read_text("utf-8").splitlines()[0]
    beside = TEMPLATE / "brand" / first.removeprefix("# yaml-language-server: $schema=")
    assert beside.read_bytes() == (ROOT / SCHEMA).read_bytes()


def test_everything_that_the_file_offers_is_sound() -> None:
    text = (TEMPLATE / "brand/brand.yml").read_text("utf-8")
    offered = re.sub(r"^# (?=[a-z_]+:|  )", "", text, flags=re.MULTILINE)
    offered = offered.replace("languages: [nl]\n", "")
    _, findings = read_brand(read_yaml(offered, "brand.yml"), today=DAY)
    is_offered_apart = {pair.do for pair in APART}  # which no hospital says both
    assert {finding.do for finding in findings} - is_offered_apart == set()
