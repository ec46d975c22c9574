"""Find the other browsers in which the tests look at the site, and install them where that is allowed.

``python -m tools.engines`` is what ``make test`` runs before the tests. Firefox is driven as Chromium is.
WebKit, the engine of Safari, is the one of Debian: it needs a screen of its own and something that manages windows,
without which no page ever has the focus.
"""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Mapping, Sequence

from tools.system_packages import install

FIREFOX = ("firefox-esr", "firefox")
WEBKIT = ("WebKitWebDriver",)
# The Debian packages, and the program of each that must be there under one of its names.
NEEDED: Mapping[str, Sequence[str]] = {
    "firefox-esr": FIREFOX,
    "webkit2gtk-driver": WEBKIT,
    "xvfb": ("Xvfb",),
    "openbox": ("openbox",),
}
ADVICE = "The tests in Firefox and WebKit need more: install it (Debian: sudo apt-get install {packages})"


def find(names: Sequence[str], env: Mapping[str, str]) -> str | None:
    """Return the path of the first program that is there, or None."""
    return next((path for name in names if (path := shutil.which(name, path=env.get("PATH", "")))), None)


def missing(env: Mapping[str, str]) -> list[str]:
    """Return the Debian packages of the programs that are not there."""
    return [package for package, names in NEEDED.items() if not find(names, env)]


def ensure(env: Mapping[str, str], *, is_root: bool) -> list[str]:
    """Install what is missing, where that is allowed, and return the packages that are missing still."""
    if packages := missing(env):
        install(packages, env, is_root=is_root)
    return missing(env)


def main() -> int:
    """Print which engines the tests use, or what to install, and return the exit status."""
    packages = ensure(os.environ, is_root=os.geteuid() == 0)
    found = ", ".join(str(find(names, os.environ)) for names in NEEDED.values())
    print(ADVICE.format(packages=" ".join(packages)) if packages else f"Engines: {found}")
    return 1 if packages else 0


if __name__ == "__main__":
    sys.exit(main())
