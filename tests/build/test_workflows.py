"""The workflows: what they may do, what they run, and what the two that write put down."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page
from ruamel.yaml import YAML

from second_opinion.commands.fleet import brands_in, share_of
from support import ROOT

FOLDER = ROOT / ".github/workflows"
FILES = sorted(path.name for path in FOLDER.glob("*.yml"))
PIN = re.compile(r"actions/[a-z-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+")
RUN = re.compile(
    r'make (?:--silent )?([a-z-]+)(?: \| tee(?: report/[a-z]+\.md)?(?: "\$GITHUB_STEP_SUMMARY")?)?'
)
GITLAB_RUN = re.compile(r"make (?:--silent )?([a-z-]+)(?: SITE=public)?(?: > report/[a-z]+\.md)?")
DIFF = "git diff --unified=0 --output=report/packages.diff -- requirements.txt requirements-test.txt"
RIGHTS = {
    ("brands.yml", "sites"): {"contents": "read"},
    ("check.yml", "pages"): {"contents": "read"},
    ("check.yml", "pictures"): {"contents": "read"},
    ("check.yml", "code"): {"contents": "read"},
    ("comment.yml", "comment"): {"actions": "read", "pull-requests": "write"},
    ("publish.yml", "build"): {"contents": "read", "pages": "read"},
    ("publish.yml", "deploy"): {"pages": "write", "id-token": "write"},
    ("weekly.yml", "look"): {"contents": "read"},
    ("weekly.yml", "tell"): {"issues": "write"},
}


def read(path: Path) -> dict[str, Any]:
    """Return a YAML file as it is meant."""
    content: dict[str, Any] = YAML(typ="safe").load(path)
    return content


def jobs() -> Iterator[tuple[str, str, dict[str, Any]]]:
    """Give each job of each workflow with the names of both."""
    for file in FILES:
        for name, job in read(FOLDER / file)["jobs"].items():
            yield file, name, job


def steps(key: str) -> list[tuple[str, str, dict[str, Any]]]:
    """Return the steps that have a key, with the names of their workflow and job."""
    return [(file, name, step) for file, name, job in jobs() for step in job["steps"] if key in step]


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
            assert not any("run" in step or "checkout" in step.get("uses", "") for step in job["steps"]), (
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
    pins = [line.split("uses:")[1].strip() for line in lines]
    assert [pin for pin in pins if not PIN.fullmatch(pin)] == []
    assert len({pin.split("@")[0] for pin in pins}) == len(set(pins)), "one action in two versions"


def test_nothing_from_outside_is_pasted_into_a_command_or_a_script() -> None:
    for file, name, step in steps("run"):
        assert "${{" not in step["run"], (file, name)
    for file in ("comment.yml", "weekly.yml"):
        assert "${{" not in script(file)


# ---- what runs


def test_every_step_is_a_command_that_also_runs_locally() -> None:
    for file, name, step in steps("run"):
        for line in step["run"].strip().splitlines():
            match = RUN.fullmatch(line)
            assert line == DIFF or (match and match[1] in make_targets()), (file, name, line)


def test_gitlab_runs_the_same_commands() -> None:
    content = read(ROOT / ".gitlab-ci.yml")
    lines = [line for job in content.values() if isinstance(job, dict) for line in job.get("script", ())]
    matches = {line: GITLAB_RUN.fullmatch(line) for line in lines if line != DIFF}
    assert [line for line, match in matches.items() if not match or match[1] not in make_targets()] == []
    ours = {match[1] for _, _, step in steps("run") for match in RUN.finditer(step["run"])}
    assert {match[1] for match in matches.values() if match} == ours | {"site"}


def test_a_pipe_does_not_hide_a_failure() -> None:
    for file in {name for name, _, step in steps("run") if " | " in step["run"]}:
        assert read(FOLDER / file)["defaults"] == {"run": {"shell": "bash"}}


def test_the_comment_waits_for_the_workflow_that_makes_the_report() -> None:
    assert read(FOLDER / "comment.yml")["on"]["workflow_run"]["workflows"] == [
        read(FOLDER / "check.yml")["name"]
    ]


@pytest.mark.parametrize(
    "file", sorted(path.name for path in (ROOT / ".github/ISSUE_TEMPLATE").glob("[!c]*.yml"))
)
def test_a_form_has_all_that_github_asks_for(file: str) -> None:
    form = read(ROOT / ".github/ISSUE_TEMPLATE" / file)
    assert set(form) == {"name", "description", "title", "body"}
    fields = [field for field in form["body"] if field["type"] != "markdown"]
    assert len({field["id"] for field in fields}) == len(fields)
    assert all(" / " in text for text in (form["name"], *(field["attributes"]["label"] for field in fields)))


# ---- the two scripts that write, run in a browser against a GitHub that only notes what it is asked

STAGE = """async ([script, files, known]) => {
  const calls = []
  const note = (name) => async (given) => { calls.push([name, given]); return { data: known[name] ?? {} } }
  const names = ['pulls.list', 'actions.listWorkflowRunArtifacts', 'issues.listComments', 'issues.createComment',
    'issues.updateComment', 'issues.listForRepo', 'issues.create', 'issues.update']
  const rest = {}
  for (const name of names) {
    const [group, call] = name.split('.')
    rest[group] = { ...rest[group], [call]: note(name) }
  }
  const github = { rest, paginate: async (call, given) => (await call(given)).data }
  const fs = { existsSync: (file) => file in files, lstatSync: (file) => ({ isFile: () => files[file] !== 'link' }),
    readFileSync: (file) => files[file] }
  const context = { repo: { owner: 'us', repo: 'site' }, serverUrl: 'https://git.example', payload: { workflow_run: {
    id: 7, head_branch: 'better', head_sha: 'abc', head_repository: { owner: { login: 'them' } } } } }
  const Run = Object.getPrototypeOf(async () => {}).constructor
  await new Run('require', 'github', 'context', 'core', script)(() => fs, github, context, { info: () => {} })
  return calls.filter(([name]) => /create|update/.test(name))
}"""

PULL = {"number": 12, "head": {"sha": "abc"}}
KNOWN = {
    "pulls.list": [PULL],
    "actions.listWorkflowRunArtifacts": {
        "artifacts": [{"id": 3, "name": "preview"}, {"id": 4, "name": "odd"}]
    },
    "issues.listComments": [],
    "issues.listForRepo": [],
}


def play(page: Page, file: str, files: dict[str, str], **known: object) -> list[tuple[str, dict[str, Any]]]:
    """Run the script of a workflow, and return what it wrote: the call and what was given to it."""
    answers = {**KNOWN, **{name.replace("_", ".", 1): answer for name, answer in known.items()}}
    reports = {f"report/{name}": text for name, text in files.items()}
    calls = page.evaluate(STAGE, [script(file), reports, answers])
    return [(name, given) for name, given in calls]


def test_the_comment_holds_the_report_and_what_can_be_downloaded(page: Page) -> None:
    ((call, given),) = play(page, "comment.yml", {"summary.md": "## Sound", "factsheet.md": "- [ ] medical"})
    assert (call, given["issue_number"]) == ("issues.createComment", 12)
    assert "## Sound\n\n- [ ] medical" in given["body"]
    assert "](https://git.example/us/site/actions/runs/7/artifacts/3)" in given["body"]
    assert "artifacts/4" not in given["body"]


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
        page, "comment.yml", {"summary.md": hostile, "factsheet.md": "link", "language.md": "x" * 99999}
    )
    text = given["body"].split("uit deze wijziging.")[1]
    assert not re.search(r"<(?!/?(?:details|summary)>)", text)
    assert "@everyone" not in text
    assert "![" not in text
    assert "<details>kept</details>" in text
    assert "cut here" in text
    assert len(given["body"]) < 65536
    assert "link\n" not in text, "something that is no plain file was read"


def test_a_run_without_a_report_says_so(page: Page) -> None:
    ((_, given),) = play(page, "comment.yml", {})
    assert "The build gave no report" in given["body"]


def test_only_the_open_pull_request_with_this_very_commit_gets_a_comment(page: Page) -> None:
    other = {"number": 13, "head": {"sha": "def"}}
    assert play(page, "comment.yml", {"summary.md": "x"}, pulls_list=[other]) == []


TABLE = (
    "| Where | What | What to do |\n| --- | --- | --- |\n| `data/deductible.yml` line 2 | none | add it |\n"
)
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
        "The site cannot be built",
        "1 thing to mend before publishing",
        "Addresses of other sites",
        "Newer packages: run `make lock`, then `make test`",
    ]
    assert "- mkdocs==1.6.2" in given["body"]
    assert "::warning" not in given["body"]


MINE = {"number": 5, "body": "<!-- weekly look -->\n\nlast week"}


def test_the_next_week_the_same_issue_is_written_anew(page: Page) -> None:
    other = {"number": 4, "body": "mine"}
    ((call, given),) = play(page, "weekly.yml", WEEK, issues_listForRepo=[other, MINE])
    assert (call, given["issue_number"], "state" in given) == ("issues.update", 5, False)


def test_a_quiet_week_closes_the_issue_and_opens_none(page: Page) -> None:
    ((call, given),) = play(page, "weekly.yml", QUIET, issues_listForRepo=[MINE])
    assert (call, given["issue_number"], given["state"]) == ("issues.update", 5, "closed")
    assert play(page, "weekly.yml", QUIET) == []


# ---- the brands


def test_the_shares_of_the_brands_are_together_all_of_them() -> None:
    job = read(FOLDER / "brands.yml")["jobs"]["sites"]
    shares = job["strategy"]["matrix"]["share"]
    brands = brands_in(ROOT / "brands")
    assert job["strategy"]["fail-fast"] is False
    assert sorted(brand for share in shares for brand in share_of(brands, share)) == brands
