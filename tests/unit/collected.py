"""Print which files of tests pytest collects: ``python -m unit.collected``. None of them is imported."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest


class Unread(pytest.File):
    """A file of tests that nobody looks into."""

    def collect(self) -> Iterator[pytest.Item]:
        """Find nothing in it."""
        return iter(())


class Printer:
    """Prints each file of tests in place of importing it."""

    def pytest_pycollect_makemodule(self, module_path: Path, parent: pytest.Collector) -> Unread:
        """Print the path of a file from the folder of the project."""
        print(module_path.relative_to(parent.config.rootpath).as_posix())
        return Unread.from_parent(parent, path=module_path)


if __name__ == "__main__":
    pytest.main(["--collect-only", "-qq", "-p", "no:cacheprovider"], plugins=[Printer()])
