"""Fixtures for all tests: the real site, built once, and a browser that finds it on loopback."""

from __future__ import annotations

import gc
import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings
from playwright.sync_api import Browser, Page

from browser.accessibility import Accessibility
from browser.tabs import Tabs
from node import Scripts, scripts
from support import (
    NUMBER,
    built,
    check_shared_code,
    copy_project,
    copy_sample,
    forget_what_was_made,
    made_once,
    work_in_memory,
)
from upkeep import chromium
from upkeep.serving import serve

settings.register_profile("whatever the time", deadline=None)
settings.load_profile("whatever the time")


def pytest_configure() -> None:
    """Start in memory, with nothing that a run has left which was broken off, and had the same number."""
    work_in_memory()
    forget_what_was_made()


def pytest_collection_finish() -> None:
    """Let no later search for garbage go through the tests and all that they import: that stays to the end."""
    gc.collect()
    gc.freeze()


def pytest_unconfigure() -> None:
    """Leave nothing behind of what the tests made together, which nobody may have changed."""
    try:
        check_shared_code()
    finally:
        forget_what_was_made()


@pytest.fixture(scope="session")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a copy of the project with its real content, built into its folder `site`."""
    root, made = tmp_path_factory.mktemp("project"), made_once(f"project-{NUMBER}", built(copy_project))
    return shutil.copytree(made, root, symlinks=True, dirs_exist_ok=True)


@pytest.fixture(scope="session")
def sample_project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a copy of the sample, built into its folder `site`."""
    root = tmp_path_factory.mktemp("sample")
    return shutil.copytree(
        made_once("built-sample", built(copy_sample)), root, symlinks=True, dirs_exist_ok=True
    )


@pytest.fixture(scope="session")
def node() -> Iterator[Scripts]:
    """Return a function that asks the scripts of the site something."""
    with scripts() as asked:
        yield asked


@pytest.fixture(scope="session")
def site(project: Path) -> Path:
    """Return the folder of the real site, built with every check on."""
    return project / "site"


@pytest.fixture(scope="session")
def site_url(site: Path) -> Iterator[str]:
    """Return the address at which the real site is served under a strict policy."""
    with serve(site) as address:
        yield address


@pytest.fixture(scope="session")
def base_url(site_url: str) -> str:
    """Let `page.goto("/kosten/")` find the real site."""
    return site_url


@pytest.fixture(scope="session")
def browser_type_launch_args() -> dict[str, Any]:
    """Start the system's Chromium, which calls nobody."""
    flags = "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking"
    drawn = "--in-process-gpu"  # a process apart only hands on what is drawn without one
    return {
        "executable_path": chromium.find(os.environ),
        "args": [*flags.split(), drawn, "--disable-component-update", "--disable-sync"],
    }


@pytest.fixture(scope="session")
def open_tab(browser: Browser, base_url: str) -> Iterator[Tabs]:
    """Return what gives a tab for the real site, which is kept and given again as if it were new."""
    tabs = Tabs(browser, base_url)
    yield tabs
    tabs.close()


@pytest.fixture(scope="session")
def axe() -> Accessibility:
    """Return the automatic check on accessibility, which knows what it has found sound on any site."""
    return Accessibility()


@pytest.fixture
def tab(open_tab: Tabs) -> Page:
    """Return the tab of a reader with the usual settings."""
    return open_tab()
