"""Programs that the tests need from the system: how they are installed where that is allowed."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Mapping, Sequence


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
