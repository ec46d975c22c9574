"""A folder of the browser as the repository of the page for editing (/edit/), where nobody can choose one."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from playwright.sync_api import Page

CHOOSE = """
window.showDirectoryPicker = async () => (await navigator.storage.getDirectory()).getDirectoryHandle("repository");
"""
WRITE = """async (files) => {
  const home = await navigator.storage.getDirectory();
  const root = await home.getDirectoryHandle("repository", { create: true });
  await root.getDirectoryHandle(".git", { create: true });
  for (const [path, text] of Object.entries(files)) {
    const names = path.split("/"), name = names.pop();
    let folder = root;
    for (const each of names) folder = await folder.getDirectoryHandle(each, { create: true });
    const stream = await (await folder.getFileHandle(name, { create: true })).createWritable();
    await stream.write(text);
    await stream.close();
  }
}"""


def open_editing(page: Page, address: str, repository: Path, patterns: Iterable[str]) -> None:
    """Open the page for editing on the files of a repository that patterns name."""
    open_first_screen(page, address, repository, patterns)
    choose_repository(page)


def open_first_screen(page: Page, address: str, repository: Path, patterns: Iterable[str]) -> None:
    """Open the page for editing as someone sees it who is to choose the repository, with these files in it."""
    files = {
        file.relative_to(repository).as_posix(): file.read_text("utf-8")
        for pattern in patterns
        for file in repository.glob(pattern)
    }
    page.add_init_script(CHOOSE)
    page.goto(f"{address}/404.html")
    page.evaluate(WRITE, files)
    page.goto(f"{address}/edit/")
    page.get_by_role("button", name="lokale").first.wait_for()


def choose_repository(page: Page) -> None:
    """Choose the repository on the first screen."""
    page.get_by_role("button", name="lokale").first.click()
    page.get_by_role("row").first.wait_for()
