"""Find the Nu HTML checker that the tests use, with the Java that runs it, and fetch what is missing.

``python -m upkeep.nu_checker`` is what ``make test`` runs before the tests. The checker is one file of a fixed
version of its npm package; it is kept in .cache and recognised by its hash.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
import tarfile
import tempfile
from collections.abc import Mapping
from pathlib import Path

from second_opinion.commands.command_line import run_command
from upkeep.system_packages import install

PACKAGE = "vnu-jar@26.9.27"
MEMBER = "package/build/dist/vnu.jar"
SHA256 = "22f15dd39a33bed929d2a5c0cddf5946849a647eca9272bf4d5d00bc7e7a4d47"
FILE = Path(".cache/vnu-26.9.27.jar")
ADVICE = "The test of valid HTML needs {missing}: install it (Debian: sudo apt-get install {package})"


def is_right(file: Path) -> bool:
    """Tell whether a file is the checker, by its hash."""
    return file.exists() and hashlib.sha256(file.read_bytes()).hexdigest() == SHA256


def ensure_program(name: str, package: str, env: Mapping[str, str], *, is_root: bool) -> bool:
    """Tell whether a program is there, after installing its package where needed and allowed."""
    if not shutil.which(name, path=env.get("PATH", "")):
        install([package], env, is_root=is_root)
    return shutil.which(name, path=env.get("PATH", "")) is not None


def fetch(file: Path) -> None:
    """Fetch the checker from its package and put it in its place when it is the right one."""
    with tempfile.TemporaryDirectory() as folder:
        command = ["npm", "pack", "--silent", "--pack-destination", folder, PACKAGE]
        subprocess.run(command, check=True, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL)
        (archive,) = Path(folder).glob("*.tgz")
        with tarfile.open(archive) as content:
            member = content.extractfile(MEMBER)
            found = Path(folder, "vnu.jar")
            found.write_bytes(member.read() if member else b"")
        if is_right(found):
            file.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(found, file)


def main() -> int:
    """Print which checker the tests use, or what to install, and return the exit status."""
    is_root = os.geteuid() == 0
    needed = [("java", "default-jre-headless")] + ([] if is_right(FILE) else [("npm", "npm")])
    for program, package in needed:
        if not ensure_program(program, package, os.environ, is_root=is_root):
            print(ADVICE.format(missing=program, package=package))
            return 1
    if not is_right(FILE):
        fetch(FILE)
    if not is_right(FILE):
        print(f"The HTML checker {PACKAGE} is not the file that was expected; look at {__name__}")
        return 1
    print(f"HTML checker: {FILE}")
    return 0


if __name__ == "__main__":
    sys.exit(run_command(main, "looked for the checker of HTML"))
