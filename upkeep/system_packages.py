"""Programs that the tests need from the system: how they are installed where that is allowed."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Mapping, Sequence

SYSTEM_PROGRAMS = "/usr/sbin"  # where servers stand, which not every user's PATH names


def find(names: Sequence[str], env: Mapping[str, str]) -> str | None:
    """Return the path of the first program that is there, or None."""
    path = f"{env.get('PATH', '')}:{SYSTEM_PROGRAMS}"
    return next((found for name in names if (found := shutil.which(name, path=path))), None)


def missing(needed: Mapping[str, Sequence[str]], env: Mapping[str, str]) -> list[str]:
    """Return the Debian packages whose program is not there under any of its names."""
    return [package for package, names in needed.items() if not find(names, env)]


def ensure(needed: Mapping[str, Sequence[str]], env: Mapping[str, str], *, is_root: bool) -> list[str]:
    """Install what is missing, where that is allowed, and return the packages that are missing still."""
    if packages := missing(needed, env):
        install(packages, env, is_root=is_root)
    return missing(needed, env)


def install_commands(packages: Sequence[str], env: Mapping[str, str], *, is_root: bool) -> list[list[str]]:
    """Return the commands that install Debian packages, none where nobody allowed it or apt-get is not there.

    Root and ``CI=true`` allow it.
    """
    allowed = is_root or env.get("CI") == "true"
    if not allowed or not shutil.which("apt-get", path=env.get("PATH", "")):
        return []
    apt_get = ["apt-get", "-qq"] if is_root else ["sudo", "-n", "apt-get", "-qq"]
    return [[*apt_get, "update"], [*apt_get, "install", "--yes", "--no-install-recommends", *packages]]


def install(packages: Sequence[str], env: Mapping[str, str], *, is_root: bool) -> None:
    """Install Debian packages where that is allowed; what it says is not shown."""
    for command in install_commands(packages, env, is_root=is_root):
        print("Installing:", " ".join(command), flush=True)
        subprocess.run(command, env=env, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, check=False)
