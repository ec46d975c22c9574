"""The workflows: what they may do, what they run, and what those that write put down."""

from __future__ import annotations

import datetime
import os
import re
import shutil
import subprocess
from base64 import b64encode
from collections.abc import Iterator
from fnmatch import fnmatch
from functools import partial
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from playwright.sync_api import Browser, Page

from repositories import git
from second_opinion.commands.fleet import brands_in, parse_share
from second_opinion.commands.report import summary
from second_opinion.core.findings import Finding
from support import ROOT, TODAY, copy_project, link_packages, read_values

FOLDER = ROOT / ".github/workflows"
TEMPLATE = ROOT / "examples/hospital-repository/.github/workflows"
FILES = sorted(path.name for path in FOLDER.glob("*.yml"))
PIN = re.compile(r"actions/[a-z-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+")
RUN = re.compile(
    r'make (?:--silent )?([a-z-]+)(?: \| tee(?: report/[a-z]+\.md)?(?: "\$GITHUB_STEP_SUMMARY")?)?'
)
FOLDER_MADE = "mkdir -p report"
OFFER, TAG = ".ci/offer-record", ".ci/tag-releases"
GITLAB_RUN = re.compile(r"make (?:--silent )?([a-z-]+)(?: SITE=public)?(?: > report/[a-z]+\.md)?")
DIFF = "git diff --unified=0 --output=report/packages.diff -- requirements.txt requirements-test.txt"
RIGHTS = {
    ("brands.yml", "sites"): {"contents": "read"},
    ("check-code.yml", "code"): {"contents": "read"},
    ("check-pages.yml", "pages"): {"contents": "read"},
    ("check-pages.yml", "pictures"): {"contents": "read"},
    ("comment.yml", "comment"): {"actions": "read", "pull-requests": "write"},
    ("nightly.yml", "publish"): {
        "actions": "read",
        "contents": "read",
        "pages": "write",
        "id-token": "write",
    },
    ("record.yml", "ask"): {"contents": "write", "pull-requests": "write"},
    ("record.yml", "write"): {"contents": "read"},
    ("release.yml", "tag"): {"contents": "write"},
    ("publish.yml", "build"): {"actions": "read", "contents": "read", "pages": "read"},
    ("publish.yml", "deploy"): {"pages": "write", "id-token": "write"},
    ("weekly.yml", "look"): {"contents": "read", "pages": "read"},
    ("weekly.yml", "tell"): {"issues": "write"},
}


def read(path: Path) -> dict[str, Any]:
    """Return a YAML file as it is meant."""
    content: dict[str, Any] = read_values(path)
    return content


def jobs() -> Iterator[tuple[str, str, dict[str, Any]]]:
    """Give each job of each workflow with the names of both."""
    for file in FILES:
        for name, job in read(FOLDER / file)["jobs"].items():
            yield file, name, job


def steps(key: str) -> list[tuple[str, str, dict[str, Any]]]:
    """Return the steps that have a key, with the names of their workflow and job."""
    return [(file, name, step) for file, name, job in jobs() for step in job.get("steps", ()) if key in step]


def triggers(file: str | Path) -> dict[str, Any]:
    """Return what starts a workflow."""
    started: dict[str, Any] = read(FOLDER / file)["on"]
    return started


def script(file: str) -> str:
    """Return the one script of a workflow."""
    (text,) = [
        step["with"]["script"] for name, _, step in steps("with") if name == file and "script" in step["with"]
    ]
    return str(text)


def make_targets() -> set[str]:
    """Return what make can make."""
    return set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))


# ---- rights


def test_every_job_has_just_the_rights_that_it_needs() -> None:
    assert all(read(FOLDER / file)["permissions"] == {} for file in FILES)
    assert {(file, name): job["permissions"] for file, name, job in jobs()} == RIGHTS


def test_a_job_that_writes_checks_nothing_out_and_runs_nothing_of_the_project() -> None:
    for file, name, job in jobs():
        if "write" in job["permissions"].values():
            assert not any(
                "run" in step or "checkout" in step.get("uses", "") for step in job.get("steps", ())
            ), (
                file,
                name,
            )


def test_no_workflow_gives_a_strangers_change_more_rights_or_a_secret() -> None:
    for file in FILES:
        text = (FOLDER / file).read_text("utf-8")
        assert "pull_request_target" not in text
        assert "secrets." not in text


def test_a_checkout_keeps_no_token() -> None:
    checkouts = [step for _, _, step in steps("uses") if "checkout" in step["uses"]]
    assert checkouts
    assert all(step["with"]["persist-credentials"] is False for step in checkouts)


def test_every_action_is_githubs_own_and_pinned_to_a_commit_with_its_version() -> None:
    lines = [
        line for file in FILES for line in (FOLDER / file).read_text("utf-8").splitlines() if "uses:" in line
    ]
    pins = [line.split("uses:")[1].strip() for line in lines if "uses: ./" not in line]
    assert [pin for pin in pins if not PIN.fullmatch(pin)] == []
    assert len({pin.split("@")[0] for pin in pins}) == len(set(pins)), "one action in two versions"


def test_nothing_from_outside_is_pasted_into_a_command_or_a_script() -> None:
    for file, name, step in steps("run"):
        assert "${{" not in step["run"], (file, name)
    for file in ("comment.yml", "publish.yml", "record.yml", "release.yml", "weekly.yml"):
        assert "${{" not in script(file)


# ---- what runs

OF_EDITORS = {
    *(".gitattributes", ".gitignore", "LICENSE", "brands", "data", "docs", "snippets"),
    *(path.name for path in ROOT.glob("*.md")),
}


def test_every_step_is_a_command_that_also_runs_locally() -> None:
    for file, name, step in steps("run"):
        for line in step["run"].strip().splitlines():
            match = RUN.fullmatch(line)
            assert line == DIFF or (match and match[1] in make_targets()), (file, name, line)


def test_gitlab_runs_the_same_commands() -> None:
    content = read(ROOT / ".gitlab-ci.yml")
    lines = [line for job in content.values() if isinstance(job, dict) for line in job.get("script", ())]
    matches = {
        line: GITLAB_RUN.fullmatch(line) for line in lines if line not in {DIFF, FOLDER_MADE, OFFER, TAG}
    }
    assert [line for line, match in matches.items() if not match or match[1] not in make_targets()] == []
    ours = {match[1] for _, _, step in steps("run") for match in RUN.finditer(step["run"])}
    assert {match[1] for match in matches.values() if match} == ours


def test_a_pipe_does_not_hide_a_failure() -> None:
    for file in {name for name, _, step in steps("run") if " | " in step["run"]}:
        assert read(FOLDER / file)["defaults"] == {"run": {"shell": "bash"}}


def test_the_comment_waits_for_the_workflow_that_makes_the_report() -> None:
    assert triggers("comment.yml")["workflow_run"]["workflows"] == [read(FOLDER / "check-pages.yml")["name"]]


def test_every_change_gets_the_check_of_the_pages_and_only_one_of_the_program_that_of_the_code() -> None:
    assert triggers("check-pages.yml") == {"pull_request": None}
    paths = triggers("check-code.yml")["pull_request"]["paths"]
    gitlab = read(ROOT / ".gitlab-ci.yml")["code"]["rules"][0]["changes"]
    assert [path.removesuffix("/*") for path in gitlab] == paths
    tracked = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    tops = {name.split("/")[0] for name in tracked.splitlines()}
    of_code = {top for top in tops if any(fnmatch(top, path.split("/")[0]) for path in paths)}
    assert tops - of_code == OF_EDITORS
    assert all(any(fnmatch(top, path.split("/")[0]) for top in tops) for path in paths)


def test_a_gitlab_job_of_one_thing_stops_no_other() -> None:
    content = read(ROOT / ".gitlab-ci.yml")
    several = {
        name
        for name, job in content.items()
        if isinstance(job, dict)
        and sum("make --silent" in line or line == "make report" for line in job.get("script", ())) > 1
    }
    assert several == set()
    assert not any("needs" in job for job in content.values() if isinstance(job, dict))


# ---- what time does


def test_the_site_is_published_every_night_just_after_midnight_in_the_netherlands() -> None:
    for file in (FOLDER / "nightly.yml", TEMPLATE / "nightly.yml"):
        (schedule,) = triggers(file)["schedule"]
        minute, hour, *days = schedule["cron"].split()
        assert days == ["*", "*", "*"]
        for month, latest in ((1, 1), (7, 2)):
            start = datetime.datetime(2026, month, 1, int(hour), int(minute), tzinfo=datetime.UTC)
            assert start.astimezone(ZoneInfo("Europe/Amsterdam")).hour < latest
        assert [job["uses"] for job in read(file)["jobs"].values()] == ["./.github/workflows/publish.yml"]
    for file in (FOLDER / "publish.yml", TEMPLATE / "publish.yml"):
        assert "workflow_call" in triggers(file)
        assert "schedule" not in triggers(file), "a host that stops the schedule would stop all of it"


def test_two_sites_are_never_published_at_once() -> None:
    assert read(FOLDER / "publish.yml")["concurrency"] == {"group": "publish"}
    own = read(TEMPLATE / "publish.yml")["concurrency"]["group"]
    assert own == "publish-${{ github.ref }}", "a pull request waits for no site"
    job = read(ROOT / ".gitlab-ci.yml")["pages"]
    assert (job["resource_group"], job["interruptible"]) == ("pages", False)


def test_a_site_for_readers_is_made_by_the_command_that_refuses_what_is_invented() -> None:
    made = [step["run"] for name, _, step in steps("run") if name == "publish.yml"]
    assert made == ["make publish"]
    assert read(ROOT / ".gitlab-ci.yml")["pages"]["script"] == ["make publish SITE=public"]


@pytest.mark.parametrize(
    "file", sorted(path.name for path in (ROOT / ".github/ISSUE_TEMPLATE").glob("[!c]*.yml"))
)
def test_a_form_has_all_that_github_asks_for(file: str) -> None:
    form = read(ROOT / ".github/ISSUE_TEMPLATE" / file)
    assert set(form) == {"name", "description", "title", "body"}
    fields = [field for field in form["body"] if field["type"] != "markdown"]
    assert len({field["id"] for field in fields}) == len(fields)
    assert all(" / " in text for text in (form["name"], *(field["attributes"]["label"] for field in fields)))


# ---- the steps that build, run as a host runs them


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """Return the project as a host checks it out, with the packages that are there already."""
    root = copy_project(tmp_path / "project")
    for name in ("Makefile", *(path.name for path in ROOT.glob("requirements*.txt"))):
        shutil.copy(ROOT / name, root)
    link_packages(root)
    return root


def run_step(root: Path, file: str, command: str, **given: str) -> subprocess.CompletedProcess[str]:
    """Run a step of a workflow; ``given`` is what the host puts in the place of what only it knows."""
    (step,) = [step for name, _, step in steps("run") if name == file and step["run"] == command]
    own = {name: value for name, value in step["env"].items() if "${{" not in value}
    assert step["env"].keys() == own.keys() | given.keys() - {"TODAY"}
    return subprocess.run(
        ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", step["run"]],
        cwd=root,
        env={"PATH": os.environ["PATH"], "TODAY": TODAY} | own | given,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )


def test_the_first_night_of_a_year_publishes_its_amount_and_the_day_of_the_last_weekly_look(
    checkout: Path,
) -> None:
    done = run_step(
        checkout,
        "publish.yml",
        "make publish",
        TODAY="2027-01-01",
        LOOKED="2026-12-28",
        SITE_URL="https://us.pages.nl/site",
        REPO_URL="https://git.nl/us/site",
    )
    assert done.returncode == 0, done.stderr
    assert 'data-until="2027-12-31"' in (checkout / "site/en/costs/index.html").read_text("utf-8")
    about = (checkout / "site/en/about/index.html").read_text("utf-8")
    assert "28 December 2026" in about
    assert 'href="https://us.pages.nl/site/en/about/"' in about


def test_a_pull_request_is_told_what_could_not_be_published(checkout: Path) -> None:
    (checkout / "data/sources/trial.yml").write_text(
        "title: Test\npublisher: Test\naddress: https://trial.example/\n"
        "language: nl\nread: 2026-11-22\narchived: false\n",
        encoding="utf-8",
    )
    done = run_step(checkout, "check-pages.yml", "make report", SITE_URL="https://us.github.io/site")
    assert done.returncode != 0
    assert "is an address for examples, where readers find nothing" in (
        checkout / "report/summary.md"
    ).read_text("utf-8")


# ---- the scripts that write, run in a browser against a GitHub that only notes what it is asked

STAGE = """async ([script, files, known]) => {
  const calls = []
  const note = (name) => async (given) => { calls.push([name, given])
    return { data: known[`${name} ${given.ref}`] ?? known[name] ?? {} } }
  const names = ['pulls.list', 'repos.listCommits', 'repos.getContent', 'pulls.listFiles',
    'actions.listWorkflowRuns', 'actions.listWorkflowRunArtifacts',
    'issues.listComments', 'issues.createComment',
    'issues.updateComment', 'issues.listForRepo', 'issues.create', 'issues.update', 'git.getCommit', 'git.createTree',
    'git.createCommit', 'git.listMatchingRefs', 'git.createRef', 'git.updateRef', 'pulls.create']
  const rest = {}
  for (const name of names) {
    const [group, call] = name.split('.')
    rest[group] = { ...rest[group], [call]: note(name) }
  }
  const github = { rest, paginate: async (call, given) => (await call(given)).data }
  const fs = { existsSync: (file) => file in files, lstatSync: (file) => ({ isFile: () => files[file] !== 'link' }),
    readFileSync: (file) => files[file],
    readdirSync: (folder) => Object.keys(files).map((file) => file.slice(folder.length + 1)) }
  const context = { repo: { owner: 'us', repo: 'site' }, runId: 9, sha: 'main1', serverUrl: 'https://git.example',
    payload: {
    workflow_run: {
    id: 7, head_branch: 'better', head_sha: 'abc', conclusion: known.result,
    head_repository: { owner: { login: 'them' } } } } }
  const Run = Object.getPrototypeOf(async () => {}).constructor
  const core = { info: () => {}, setOutput: (name, value) => calls.push(['updated output', { [name]: value }]) }
  const process = { env: { RESULT: known.result } }
  await new Run('require', 'github', 'context', 'core', 'process', script)(() => fs, github, context, core, process)
  return calls.filter(([name]) => /create|update/.test(name))
}"""

TABLE = (
    "| Where | What | What to do |\n| --- | --- | --- |\n| `data/deductible.yml` line 2 | none | add it |\n"
)

PULL = {"number": 12, "head": {"sha": "abc"}}
KNOWN = {
    "pulls.list": [PULL],
    "pulls.listFiles": [{"filename": "docs/nl/costs.md"}],
    "result": "success",
    "actions.listWorkflowRunArtifacts": {
        "artifacts": [{"id": 3, "name": "preview"}, {"id": 4, "name": "odd"}]
    },
    "issues.listComments": [],
    "issues.listForRepo": [],
}


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    """Return a page in which the scripts of all workflows are run, one after the other: none leaves anything there."""
    with browser.new_page() as page:
        yield page


def play(page: Page, file: str, files: dict[str, str], **known: object) -> list[tuple[str, dict[str, Any]]]:
    """Run the script of a workflow, and return what it wrote: the call and what was given to it."""
    answers = {**KNOWN, **{name.replace("_", ".", 1): answer for name, answer in known.items()}}
    reports = {f"report/{name}": text for name, text in files.items()}
    calls = page.evaluate(STAGE, [script(file), reports, answers])
    return [(name, given) for name, given in calls]


def test_the_comment_holds_the_report_and_what_can_be_downloaded(page: Page) -> None:
    files = {"summary.md": f"## Sound\n\n{TABLE}", "factsheet.md": "- [ ] medical"}
    ((call, given),) = play(page, "comment.yml", files)
    assert (call, given["issue_number"]) == ("issues.createComment", 12)
    assert f"## Sound\n\n{TABLE.strip()}\n\n- [ ] medical" in given["body"]
    assert "](https://git.example/us/site/actions/runs/7/artifacts/3)" in given["body"]
    assert "artifacts/4" not in given["body"]


@pytest.mark.parametrize(
    ("result", "findings", "verdict"),
    [
        ("success", [], "**Alles is in orde. "),
        ("success", [Finding("x.md", 1, "odd", "look", is_fault=False)], "**Alles is in orde. "),
        ("failure", [Finding("x.md", 1, "wrong", "mend")], "**Er is nog iets te verbeteren. "),
        ("failure", [Finding("x.md", 1, "odd", "look", is_fault=False)], "**Een controle is rood. "),
        ("failure", [], "**Een controle is rood. "),
    ],
    ids=["all is well", "a notice", "a fault", "a notice, and a misspelt word", "a misspelt word"],
)
def test_the_comment_first_says_whether_all_is_well(
    result: str, findings: list[Finding], verdict: str, page: Page
) -> None:
    files = {"summary.md": summary(findings), "factsheet.md": "# Wat er verandert"}
    ((_, given),) = play(page, "comment.yml", files, result=result)
    said = given["body"].split("\n\n")
    assert said[1].startswith(verdict)
    assert ("`x.md`" in given["body"]) == bool(findings)
    assert "# Wat er verandert" in said


def test_a_sheet_that_could_not_be_made_is_not_laid_with_the_editor(page: Page) -> None:
    files = {"summary.md": summary([]), "factsheet.md": ""}
    ((_, given),) = play(page, "comment.yml", files, result="failure")
    assert given["body"].split("\n\n")[1].startswith("**Het programma maakte geen overzicht ")


def test_a_second_comment_takes_the_place_of_the_first_and_of_nobody_elses(page: Page) -> None:
    mark = "<!-- report on a change -->"
    comments = [
        {"id": 1, "body": f"{mark} mine", "user": {"type": "User"}},
        {"id": 2, "body": "words", "user": {"type": "Bot"}},
        {"id": 3, "body": f"{mark} old", "user": {"type": "Bot"}},
    ]
    ((call, given),) = play(page, "comment.yml", {"summary.md": "new"}, issues_listComments=comments)
    assert (call, given["comment_id"]) == ("issues.updateComment", 3)


def test_the_comment_treats_what_the_pull_request_wrote_as_plain_data(page: Page) -> None:
    hostile = "<img src=x> <script>1</script> <!-- @everyone ![x](https://far.example/x.png) <details>kept</details>"
    ((_, given),) = play(
        page,
        "comment.yml",
        {"summary.md": f"{hostile}\n\n{TABLE}", "factsheet.md": "link", "language.md": "x" * 99999},
    )
    text = given["body"].partition("-->")[2]
    assert not re.search(r"<(?!/?(?:details|summary)>)", text)
    assert "@everyone" not in text
    assert "![" not in text
    assert "<details>kept</details>" in text
    assert "cut here" in text
    assert len(given["body"]) < 65536
    assert "link\n" not in text, "something that is no plain file was read"


def test_the_comment_says_which_parts_of_the_program_the_change_touches(page: Page) -> None:
    files = [
        {"filename": "docs/nl/costs.md"},
        {"filename": "docs/nl/hooks.md"},
        {"filename": "hooks/second_opinion/core/`x`.py"},
        {"filename": "docs/Makefile.md", "previous_filename": "Makefile"},
        {"filename": ".github/workflows/check-pages.yml"},
    ]
    ((_, given),) = play(page, "comment.yml", {"summary.md": "x"}, pulls_listFiles=files)
    warning = given["body"].split("\n\n")[2]
    assert warning.startswith(
        "**This change also touches the program (`hooks`, `Makefile`, `.github`), which made"
    )
    assert "Eerst kijkt iemand die code leest.**" in warning
    ((_, given),) = play(page, "comment.yml", {"summary.md": "x"})
    assert "the program" not in given["body"]


def test_a_run_without_a_report_says_so(page: Page) -> None:
    ((_, given),) = play(page, "comment.yml", {})
    assert "The build gave no report" in given["body"]


def test_only_the_open_pull_request_with_this_very_commit_gets_a_comment(page: Page) -> None:
    other = {"number": 13, "head": {"sha": "def"}}
    assert play(page, "comment.yml", {"summary.md": "x"}, pulls_list=[other]) == []


DEAD = "| | address | what | where |\n|---|---|---|---|\n| dead | https://a.example | 404 | x:1 |\n"
WEEK = {
    "summary.md": f"## 1 thing to mend before publishing\n\n{TABLE}",
    "due.md": "## Doctor\n\nNothing is due.\n",
    "links.md": f"The site is in site/\n{DEAD}::warning file=x,line=1::dead\n",
    "packages.diff": "-mkdocs==1.6.1 \\\n+mkdocs==1.6.2 \\\n+    --hash=sha256:00\n",
}
QUIET = {
    "summary.md": f"## Nothing to mend\n\n{TABLE}",
    "due.md": "Nothing is due.\n",
    "links.md": "3 addresses: 3 good\n",
    "packages.diff": "",
}


def test_the_weekly_look_opens_one_issue_with_what_is_to_be_done(page: Page) -> None:
    ((call, given),) = play(page, "weekly.yml", WEEK)
    assert call == "issues.create"
    assert re.findall(r"^## (.*)", given["body"], re.MULTILINE) == [
        "De site kan niet worden gemaakt / The site cannot be built",
        "1 thing to mend before publishing",
        "Links naar andere sites / Addresses of other sites",
        "Nieuwere pakketten, voor een programmeur / Newer packages, for a programmer: `make lock`, `make test`",
    ]
    first = "**De site kan niet worden gemaakt · Links naar andere sites · Nieuwere pakketten, voor een programmeur**"
    assert given["body"].split("\n\n")[1] == first
    assert "- mkdocs==1.6.2" in given["body"]
    assert "::warning" not in given["body"]


def test_a_look_that_broke_off_is_told_and_that_of_a_broken_site_with_what_is_to_be_mended(
    page: Page,
) -> None:
    ((call, given),) = play(page, "weekly.yml", {}, result="failure")
    assert call == "issues.create"
    assert "- [Wat er misging / What went wrong](https://git.example/us/site/actions/runs/9)" in given["body"]
    ((_, given),) = play(page, "weekly.yml", WEEK, result="failure")
    assert "did not come to its end" not in given["body"]


def test_pages_that_nobody_checked_yet_keep_no_issue_open(page: Page) -> None:
    unchecked = "## Never checked\n\nDoctor: 39 of the 39 pages have not been checked yet.\n"
    assert play(page, "weekly.yml", QUIET | {"due.md": unchecked}) == []
    late = f"## Overdue\n\n- [ ] [Costs](https://a.example): to be checked.\n\n{unchecked}"
    ((_, given),) = play(page, "weekly.yml", QUIET | {"due.md": late})
    assert late.strip() in given["body"]


@pytest.mark.parametrize(
    ("runs", "day"), [([{"run_started_at": "2026-11-23T05:20:11Z"}], "2026-11-23"), ([], "")]
)
def test_publishing_gets_the_day_of_the_last_weekly_look_from_the_host_or_none(
    page: Page, runs: list[dict[str, str]], day: str
) -> None:
    answer = {"workflow_runs": runs}
    assert play(page, "publish.yml", {}, actions_listWorkflowRuns=answer) == [
        ("updated output", {"day": day})
    ]
    (looked,) = [step["env"]["LOOKED"] for name, _, step in steps("env") if name == "publish.yml"]
    assert looked == "${{ steps.weekly.outputs.day }}"


MINE = {"number": 5, "body": "<!-- weekly look -->\n\nlast week"}


def test_the_next_week_the_same_issue_is_written_anew(page: Page) -> None:
    other = {"number": 4, "body": "mine"}
    ((call, given),) = play(page, "weekly.yml", WEEK, issues_listForRepo=[other, MINE])
    assert (call, given["issue_number"], "state" in given) == ("issues.update", 5, False)


def test_a_quiet_week_closes_the_issue_and_opens_none(page: Page) -> None:
    ((call, given),) = play(page, "weekly.yml", QUIET, issues_listForRepo=[MINE])
    assert (call, given["issue_number"], given["state"]) == ("issues.update", 5, "closed")
    assert play(page, "weekly.yml", QUIET) == []


# ---- what is written down

WRITTEN = {
    "passages.yml": "safety.md: []\n",
    "published/costs.yml": "addresses: [/kosten/]\n",
    "translations/docs/en/costs.yml": 'begin: "01234567"\n',
}
ON_MAIN: dict[str, object] = {
    "git_getCommit": {"tree": {"sha": "tree1"}},
    "git_createTree": {"sha": "tree2"},
    "git_createCommit": {"sha": "new1"},
    "git_listMatchingRefs": [],
    "pulls_list": [],
}


def test_what_is_new_is_written_down_in_one_pull_request(page: Page) -> None:
    odd = {"published/.yml": "x", "translations/../../Makefile": "x", "published/linked.yml": "link"}
    calls = play(page, "record.yml", WRITTEN | odd, **ON_MAIN)
    assert [name for name, _ in calls] == [
        "git.createTree",
        "git.createCommit",
        "git.createRef",
        "pulls.create",
    ]
    given = dict(calls)
    assert [(one["path"], one["content"]) for one in given["git.createTree"]["tree"]] == [
        (f"data/{name}", text) for name, text in WRITTEN.items()
    ]
    assert given["git.createTree"]["base_tree"] == "tree1"
    assert (given["git.createCommit"]["tree"], given["git.createCommit"]["parents"]) == ("tree2", ["main1"])
    assert (given["git.createRef"]["ref"], given["git.createRef"]["sha"]) == ("refs/heads/record", "new1")
    assert (given["pulls.create"]["head"], given["pulls.create"]["base"]) == ("record", "main")


def test_the_next_change_is_written_into_the_same_pull_request(page: Page) -> None:
    there = {"git_listMatchingRefs": [{"ref": "refs/heads/record"}], "pulls_list": [PULL]}
    calls = play(page, "record.yml", WRITTEN, **(ON_MAIN | there))
    assert [name for name, _ in calls] == ["git.createTree", "git.createCommit", "git.updateRef"]
    assert calls[-1][1]["force"] is True


def test_nothing_is_asked_where_everything_is_written_down(page: Page) -> None:
    calls = play(page, "record.yml", WRITTEN, **(ON_MAIN | {"git_createTree": {"sha": "tree1"}}))
    assert [name for name, _ in calls] == ["git.createTree"]


def test_a_release_without_a_tag_gets_it_at_the_commit_in_which_its_number_came(page: Page) -> None:
    numbers = {"new": "0.3.0", "remark": "0.2.0", "second": "0.2.0", "first": "0.1.0"}
    known: dict[str, object] = {
        f"repos.getContent {commit}": {
            "content": b64encode(f"# The same.\nnumber: {number}\n".encode()).decode()
        }
        for commit, number in numbers.items()
    }
    calls = play(
        page,
        "release.yml",
        {},
        repos_listCommits=[{"sha": commit} for commit in numbers],
        git_listMatchingRefs=[{"ref": "refs/tags/v0.1.0"}],
        **known,
    )
    made = {(given["ref"], given["sha"]) for _, given in calls}
    assert made == {("refs/tags/v0.3.0", "new"), ("refs/tags/v0.2.0", "second")}


def test_on_gitlab_a_release_without_a_tag_gets_it_at_the_commit_in_which_its_number_came(
    tmp_path: Path,
) -> None:
    host, clone = tmp_path / "host.git", tmp_path / "clone"
    for folder in (clone / ".ci", clone / "data"):
        folder.mkdir(parents=True)
    shutil.copy2(ROOT / TAG, clone / TAG)
    git(tmp_path, "init", "--quiet", "--bare", str(host))
    git(clone, "init", "--quiet", "--initial-branch=main")
    for said in ("number: 0.1.0", "number: 0.2.0", "number: 0.2.0\n# A remark.", "number: 0.3.0"):
        (clone / "data/release.yml").write_text(f"# The same.\n{said}\n", "utf-8")
        git(clone, "add", ".")
        git(clone, "commit", "--quiet", f"--message={said}")
    git(clone, "tag", "v0.1.0", "main")  # by somebody, and wherever that is, it stays
    environment = os.environ | {"PUSH_TO": str(host)}
    for _ in range(2):
        subprocess.run([clone / TAG], check=True, env=environment)
        tagged = git(host, "for-each-ref", "--format=%(refname:short) %(subject)", "refs/tags")
        assert tagged.splitlines() == ["v0.1.0 number: 0.3.0", "v0.2.0 number: 0.2.0", "v0.3.0 number: 0.3.0"]


def test_gitlab_gets_what_is_new_as_a_merge_request_and_nothing_else(tmp_path: Path) -> None:
    host, clone = tmp_path / "host.git", tmp_path / "clone"
    git(tmp_path, "init", "--quiet", "--bare", str(host))
    git(host, "config", "receive.advertisePushOptions", "true")
    written = [f"data/{name}" for name in WRITTEN]
    for file in (".ci/offer-record", *written):
        (clone / file).parent.mkdir(parents=True, exist_ok=True)
        (clone / file).write_text("a: []\n", "utf-8")
    shutil.copy2(ROOT / OFFER, clone / OFFER)
    git(clone, "init", "--quiet", "--initial-branch=main")
    git(clone, "add", ".")
    git(clone, "commit", "--quiet", "--message=start")
    hook = host / "hooks/pre-receive"
    hook.write_text(f"#!/bin/sh\necho $GIT_PUSH_OPTION_0 $GIT_PUSH_OPTION_1 > {host}/asked\n", "utf-8")
    hook.chmod(0o755)
    run = partial(subprocess.run, [clone / OFFER], check=True, env=os.environ | {"PUSH_TO": str(host)})
    run()
    assert git(host, "branch", "--list") == ""
    (clone / "data/published/costs.yml").write_text("a: [b]\n", "utf-8")
    (clone / "site").write_text("built", "utf-8")
    run()
    assert git(host, "diff", "--name-only", "record^", "record").split() == ["data/published/costs.yml"]
    assert (host / "asked").read_text("utf-8") == "merge_request.create merge_request.target=main\n"


def test_the_image_of_gitlab_is_one_that_stays_as_it_is() -> None:
    image = read(ROOT / ".gitlab-ci.yml")["default"]["image"]
    assert re.fullmatch(r"python:3\.12\.\d+-[a-z]+@sha256:[0-9a-f]{64}", image)


# ---- the brands


def test_the_shares_of_the_brands_are_together_all_of_them() -> None:
    job = read(FOLDER / "brands.yml")["jobs"]["sites"]
    shares = job["strategy"]["matrix"]["share"]
    brands = brands_in(ROOT / "brands")
    assert job["strategy"]["fail-fast"] is False
    assert sorted(brand for share in shares for brand in parse_share(brands, share)) == brands
