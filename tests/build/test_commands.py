"""The commands behind make, the locked packages and the search for a browser."""

from __future__ import annotations

import gzip
import json
import os
import re
import resource
import socket
import subprocess
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from second_opinion.commands import serve
from second_opinion.project.reading import read_project
from second_opinion.project.settings import settings_from
from support import ROOT, TODAY, copy_sample
from upkeep import bench, chromium, copies, engines, nu_checker
from upkeep.system_packages import ensure, install_commands, missing

LOCKS = ("requirements.txt", "requirements-test.txt")
COMMANDS = {
    "help",
    "site",
    "publish",
    "serve",
    "brand",
    "brand-preview",
    "sign-off",
    "editing",
    "keys",
    "fleet",
    "test",
    "test-packages",
    "lint",
    "links",
    "report",
    "upgrade-report",
    "screenshots",
    "pictures",
    "bench",
    "language",
    "due",
    "factsheet",
    "translated",
    "compare",
    "compared",
    "record",
    "release",
    "releases",
    "vendor",
    "lock",
    "clean",
}

INSTALLING = {"packages", "script-packages"}


def run(
    *command: str, cwd: Path = ROOT, env: dict[str, str] | None = None
) -> subprocess.CompletedProcess[str]:
    """Run a command without input and return what it said."""
    return subprocess.run(
        command,
        cwd=cwd,
        env={"PATH": "/usr/bin:/bin"} | (env or {}),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )


def program(path: Path, script: str) -> Path:
    """Write a shell script that stands in for a program, and return its path."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    path.chmod(0o755)
    return path


# ---- make help


def test_make_alone_lists_every_command_with_a_few_words() -> None:
    lines = run("make").stdout.splitlines()
    assert {line.split()[1] for line in lines} == COMMANDS
    assert all(re.fullmatch(r"make [a-z-]+ +\w.{10,}", line) for line in lines)


def test_make_help_lists_what_can_be_run() -> None:
    makefile = (ROOT / "Makefile").read_text("utf-8")
    assert set(re.findall(r"^([a-z-]+):", makefile, re.MULTILINE)) - INSTALLING == COMMANDS


def test_the_day_is_that_of_the_netherlands_wherever_the_site_is_built() -> None:
    done = run("make", "--eval", "day: ; @date --date=2026-12-31T23:07Z +%F", "day", env={"TZ": "UTC"})
    assert done.stdout == "2027-01-01\n"


def test_ci_runs_make_test_from_the_project_folder_without_input(tmp_path: Path) -> None:
    program(tmp_path / "make", 'echo "$PWD $*"; cat')
    done = run("bash", str(ROOT / ".ci/run"), cwd=tmp_path, env={"PATH": f"{tmp_path}:/usr/bin:/bin"})
    assert (done.returncode, done.stdout) == (0, f"{ROOT} test\n")


# ---- installing, with a Python that only notes what it is asked

NOTING_PYTHON = """
echo "$@" >> calls
case "$*" in
  "-m venv --clear .venv") rm -rf .venv; mkdir -p .venv/bin; cp "$0" .venv/bin/python; cp npm .venv/bin ;;
  "-m pip "*) test ! -e pip-fails ;;
esac
"""

NOTING_NPM = """
echo "-m npm $@" >> calls
rm -rf node_modules
mkdir node_modules
test ! -e npm-fails
"""


class Project:
    """A folder with this Makefile, made-up requirements, and a Python and npm that note what they are asked."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.python = program(folder / "python", NOTING_PYTHON)
        program(folder / "npm", NOTING_NPM)
        (folder / "Makefile").write_text((ROOT / "Makefile").read_text("utf-8"), encoding="utf-8")
        for name in (*LOCKS, "package-lock.json"):
            (folder / name).write_text("mkdocs==1\n", encoding="utf-8")

    def install(self, what: str = "test-packages") -> tuple[int, list[str]]:
        """Make ``what``, and return the status and the calls for an environment, for pip or for npm."""
        calls = self.folder / "calls"
        calls.unlink(missing_ok=True)
        done = run("make", what, f"PYTHON={self.python}", cwd=self.folder)
        noted = calls.read_text("utf-8").splitlines() if calls.exists() else []
        return done.returncode, [" ".join(call.split()) for call in noted if call.startswith("-m ")]


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """Return a project in an empty folder."""
    return Project(tmp_path)


def pip_call(lock: str) -> str:
    """Return how pip is asked to install one of the locked files."""
    options = "-qq --no-input --no-compile --disable-pip-version-check"
    return f"-m pip install {options} --require-hashes --requirement {lock}"


EVERYTHING = ["-m venv --clear .venv", *map(pip_call, LOCKS)]


def test_first_run_installs_the_locked_packages_and_the_second_nothing(project: Project) -> None:
    assert project.install() == (0, EVERYTHING)
    assert project.install() == (0, [])


def test_changed_requirements_make_the_environment_anew(project: Project) -> None:
    project.install()
    (project.folder / "requirements.txt").write_text("mkdocs==2\n", encoding="utf-8")
    assert project.install() == (0, EVERYTHING)


def test_an_environment_that_belongs_to_another_copy_is_left_to_it(project: Project) -> None:
    theirs = project.folder / "theirs"
    theirs.mkdir()
    (theirs / "requirements.txt").write_text("mkdocs==0\n", encoding="utf-8")
    (project.folder / ".venv").symlink_to(theirs)
    assert project.install() == (0, EVERYTHING)
    assert not (project.folder / ".venv").is_symlink()
    assert [file.name for file in theirs.iterdir()] == ["requirements.txt"]


def test_changed_test_requirements_are_added(project: Project) -> None:
    project.install()
    (project.folder / "requirements-test.txt").write_text("mkdocs==1\npytest==9\n", encoding="utf-8")
    assert project.install() == (0, [pip_call("requirements-test.txt")])


def test_an_installation_that_broke_off_is_done_again(project: Project) -> None:
    (project.folder / "pip-fails").touch()
    assert project.install()[0] != 0
    (project.folder / "pip-fails").unlink()
    assert project.install() == (0, EVERYTHING)


def test_a_lost_python_makes_the_environment_anew(project: Project) -> None:
    project.install()
    (project.folder / ".venv/bin/python").unlink()
    assert project.install() == (0, EVERYTHING)


NPM = "-m npm ci --prefer-offline --loglevel=error"


def test_what_checks_the_scripts_is_installed_once_and_anew_when_its_lock_changed(project: Project) -> None:
    assert project.install("script-packages") == (0, [*EVERYTHING, NPM])
    assert project.install("script-packages") == (0, [])
    (project.folder / "package-lock.json").write_text("{}", encoding="utf-8")
    assert project.install("script-packages") == (0, [NPM])
    assert project.install("script-packages") == (0, [])


def test_an_installation_of_npm_that_broke_off_is_done_again(project: Project) -> None:
    (project.folder / "npm-fails").touch()
    assert project.install("script-packages")[0] != 0
    (project.folder / "npm-fails").unlink()
    assert project.install("script-packages") == (0, [NPM])


def test_an_old_python_gets_one_line_of_advice(project: Project) -> None:
    program(project.python, "echo Python 3.11 or newer is needed >&2; exit 1")
    done = run("make", "packages", f"PYTHON={project.python}", cwd=project.folder)
    assert done.returncode != 0
    assert "Python 3.11 or newer is needed" in done.stderr
    assert not (project.folder / ".venv").exists()


# ---- locked packages


def locked(name: str) -> dict[str, str]:
    """Return the package names of a requirements file with their versions."""
    pinned = re.findall(r"^(\S+)==(\S+)", (ROOT / name).read_text("utf-8"), re.MULTILINE)
    assert len(pinned) == len(dict(pinned)), f"{name} holds two versions of one package"
    return {canonicalize_name(package): version for package, version in pinned}


def declared(*, with_test: bool) -> list[Requirement]:
    """Return what pyproject.toml asks for."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    test = project["optional-dependencies"]["test"] if with_test else []
    return [Requirement(line) for line in (*project["dependencies"], *test)]


@pytest.mark.parametrize("name", LOCKS)
def test_every_locked_package_has_hashes_and_no_address(name: str) -> None:
    text = (ROOT / name).read_text("utf-8").replace("\\\n", "")
    for line in filter(str.strip, re.sub(r"#.*", "", text).splitlines()):
        assert re.fullmatch(r"\S+==\S+( ; [^/@]+?)?( +--hash=sha256:[0-9a-f]{64})+ *", line), line


@pytest.mark.parametrize("name", LOCKS)
def test_every_declared_package_is_locked_within_its_range(name: str) -> None:
    versions = locked(name)
    for requirement in declared(with_test=name == LOCKS[1]):
        version = versions.get(canonicalize_name(requirement.name), "none")
        assert version != "none", f"{requirement} is not in {name}: run make lock"
        assert requirement.specifier.contains(version), f"{requirement} is locked as {version}"


def test_tests_run_with_the_packages_that_make_the_site() -> None:
    site, test = (locked(name) for name in LOCKS)
    assert site.items() <= test.items()


def test_what_checks_the_scripts_is_locked_with_hashes_and_no_address() -> None:
    asked = json.loads((ROOT / "package.json").read_text("utf-8"))["devDependencies"]
    packages = json.loads((ROOT / "package-lock.json").read_text("utf-8"))["packages"]
    assert packages.pop("")["devDependencies"] == asked
    assert asked == {name: packages[f"node_modules/{name}"]["version"] for name in asked}
    for name, package in packages.items():
        assert package["integrity"].startswith("sha512-"), name
        assert "resolved" not in package, name


def test_generator_and_theme_stay_within_their_last_safe_series() -> None:
    versions = locked("requirements.txt")
    assert re.fullmatch(r"9\.8\.\d+", versions["mkdocs-material"])
    assert re.fullmatch(r"1\.6\.[1-9]\d*", versions["mkdocs"])


# ---- Chromium


def test_a_browser_on_the_path_goes_before_the_usual_places(tmp_path: Path) -> None:
    there = program(tmp_path / "bin/chromium-browser", "")
    usual = program(tmp_path / "usual/chromium", "")
    env = {"PATH": str(there.parent)}
    assert chromium.find(env, places=(str(usual),)) == str(there)
    assert chromium.find({"PATH": ""}, places=(str(usual),)) == str(usual)
    assert chromium.find(env | {"CHROMIUM": str(usual)}, places=()) == str(usual)


def test_a_named_browser_that_is_not_there_is_not_replaced_by_another(tmp_path: Path) -> None:
    there = program(tmp_path / "chromium", "")
    env = {"PATH": str(tmp_path), "CHROMIUM": str(tmp_path / "other")}
    assert chromium.find(env, places=(str(there),)) is None
    program(tmp_path / "apt-get", f"touch {tmp_path}/called")
    assert chromium.ensure(env, is_root=True, places=(str(there),)) is None
    assert not (tmp_path / "called").exists()


@pytest.mark.parametrize(
    ("is_root", "ci", "start"),
    [
        (True, "", ["apt-get"]),
        (True, "true", ["apt-get"]),
        (False, "true", ["sudo", "-n", "apt-get"]),
    ],
)
def test_root_and_ci_may_install(tmp_path: Path, is_root: bool, ci: str, start: list[str]) -> None:
    program(tmp_path / "apt-get", "")
    commands = install_commands(["chromium"], {"PATH": str(tmp_path), "CI": ci}, is_root=is_root)
    assert [command[: len(start)] for command in commands] == [start, start]
    assert [command[-1] for command in commands] == ["update", "chromium"]


def test_an_ordinary_user_installs_nothing(tmp_path: Path) -> None:
    program(tmp_path / "apt-get", "")
    assert install_commands(["chromium"], {"PATH": str(tmp_path)}, is_root=False) == []


def test_where_it_may_be_installed_it_is_found_afterwards(tmp_path: Path) -> None:
    browser = tmp_path / "chromium"
    program(tmp_path / "apt-get", f'case "$*" in *chromium*) /bin/cp "$0" {browser} ;; esac')
    env = {"PATH": str(tmp_path)}
    assert chromium.ensure(env, is_root=True, places=(str(browser),)) == str(browser)


def test_without_a_browser_one_line_says_what_to_install(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    monkeypatch.setenv("CHROMIUM", "a-browser-that-is-not-there")
    assert chromium.main() == 1
    said = capsys.readouterr().out
    assert said.count("\n") == 1
    assert "sudo apt-get install chromium" in said


# ---- Firefox and WebKit


def test_engines_that_are_missing_are_installed_where_that_is_allowed(tmp_path: Path) -> None:
    program(tmp_path / "firefox", "")
    names = " ".join(names[0] for names in engines.NEEDED.values())
    copies = f'for name in {names}; do /bin/cp "$0" {tmp_path}/$name; done'
    program(tmp_path / "apt-get", f'echo "$*" >> {tmp_path}/called; case "$*" in *install*) {copies} ;; esac')
    env = {"PATH": str(tmp_path)}
    packages = [package for package in engines.NEEDED if package != "firefox-esr"]
    assert missing(engines.NEEDED, env) == packages
    assert ensure(engines.NEEDED, env, is_root=False) == packages
    assert ensure(engines.NEEDED, env, is_root=True) == []
    assert (tmp_path / "called").read_text("utf-8").splitlines()[-1].endswith(" ".join(packages))


def test_without_engines_one_line_says_what_to_install(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    monkeypatch.delenv("CI", raising=False)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert engines.main() == 1
    said = capsys.readouterr().out
    assert said.count("\n") == 1
    assert f"sudo apt-get install {' '.join(engines.NEEDED)}" in said


# ---- the Nu checker


def test_without_java_one_line_says_what_to_install(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    monkeypatch.delenv("CI", raising=False)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert nu_checker.main() == 1
    said = capsys.readouterr().out
    assert said.count("\n") == 1
    assert "sudo apt-get install default-jre-headless" in said


def test_another_file_under_the_checkers_name_is_not_used(tmp_path: Path) -> None:
    (tmp_path / nu_checker.FILE.name).write_text("something else", encoding="utf-8")
    assert nu_checker.is_right(tmp_path / nu_checker.FILE.name) is False


# ---- make serve


def test_a_taken_port_gets_one_line_of_advice() -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        address = f"127.0.0.1:{other.getsockname()[1]}"
        with pytest.raises(SystemExit, match=rf"^Something already runs on http://{address}; .*ADDRESS="):
            serve.main(address)
    assert not serve.is_taken(address)


@pytest.mark.parametrize(
    "address", ["localhost", "8000", ":8000", "127.0.0.1:port", "127.0.0.1:70000", "[::1]", ""]
)
def test_an_address_that_is_none_gets_one_line_of_advice(address: str) -> None:
    with pytest.raises(
        SystemExit, match=rf"^ADDRESS is '{re.escape(address)}', .*; write it like ADDRESS=127"
    ):
        serve.main(address)


@pytest.mark.parametrize(
    ("address", "place"),
    [("localhost:8000", ("localhost", 8000)), ("[::1]:8001", ("::1", 8001)), ("0.0.0.0:80", ("0.0.0.0", 80))],  # noqa: S104
)
def test_each_kind_of_address_is_read(address: str, place: tuple[str, int]) -> None:
    assert serve.parse_host_and_port(address) == place


# ---- make bench


def write_site(folder: Path, files: dict[str, str]) -> Path:
    """Write the files of a made-up site into a folder."""
    for name, text in files.items():
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    return folder


def sent(text: str) -> int:
    """Return how many bytes a server sends for a text: compressed where that is shorter."""
    return min(len(text), len(gzip.compress(text.encode(), 6, mtime=0)))


def test_first_view_counts_what_a_page_loads_at_once_and_each_file_once(tmp_path: Path) -> None:
    html = """<link rel=stylesheet href=../a.css><link rel=canonical href=../no.css>
        <script type=module src=../a.mjs></script><script type=module src=../b.mjs?v=1#x></script>
        <img src=seen.svg><img loading=lazy src=later.svg><img src=https://other.example/far.svg>"""
    files = {
        "costs/index.html": html,
        "costs/seen.svg": "1",
        "costs/later.svg": "no",
        "a.css": "@import 'b.css'; p{background:url(data:image/png;base64,AAAA)}",
        "b.css": "p { margin: 0 }" * 100,
        "a.mjs": 'import {x} from "./b.mjs";const later = () => import("./later.mjs")',
        "b.mjs": "export const x = 1",
        "later.mjs": "no",
        "no.css": "no",
    }
    view = bench.first_view(write_site(tmp_path, files), "costs/")
    loaded = {"costs/index.html", "costs/seen.svg", "a.css", "b.css", "a.mjs", "b.mjs"}
    assert view == bench.FirstView(sum(sent(files[name]) for name in loaded), len(loaded))
    assert sent(files["b.css"]) < 100 < len(files["b.css"])


def test_a_build_is_measured_by_its_own_memory_and_not_by_that_of_the_measuring_program(
    tmp_path: Path,
) -> None:
    ours = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    taken = bench.taken_by(["this"], cwd=tmp_path)
    assert 0 < taken.megabytes < ours / 2
    assert taken.of_processors > 0


def test_a_build_that_fails_is_not_measured(tmp_path: Path) -> None:
    with pytest.raises(SystemExit, match=r"No module named nothing_of_this_name(.|\n)*this build failed"):
        bench.taken_by(["nothing_of_this_name"], cwd=tmp_path)


def test_an_enlarged_project_is_as_sound_as_it_was_with_one_home_page_and_one_of_each_list(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TODAY", TODAY)
    small = copy_sample(tmp_path / "small")
    large = copies.enlarge(small, tmp_path / "large", pages=60)
    one, other = (read_project(settings_from(os.environ, root)) for root in (small, large))
    assert other.findings == one.findings
    assert 50 < len(other.pages) < 70
    assert {
        name
        for name in other.page_names.by_language["nl"]
        if re.match("(index|questions|sources|words)", name)
    } == {
        "index",
        "questions",
        "sources",
        "words",
    }


def test_first_view_counts_the_search_that_material_starts_by_itself(tmp_path: Path) -> None:
    config = '{"base": "..", "search": "../worker.js"}'
    html = f'<script id="__config" type="application/json">{config}</script>'
    files = {"costs/index.html": html, "worker.js": "1", "search/search_index.json": "{}"}
    assert bench.first_view(write_site(tmp_path, files), "costs/").requests == 3
