"""Find the other browsers in which the tests look at the site, and install them where that is allowed.

``python -m upkeep.engines`` is what ``make test`` runs before the tests. Firefox is driven as Chromium is.
WebKit, the engine of Safari, is the one of Debian: it needs a screen of its own and something that manages windows,
without which no page ever has the focus.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping, Sequence

from upkeep.system_packages import ensure, find

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


def main() -> int:
    """Print which engines the tests use, or what to install, and return the exit status."""
    packages = ensure(NEEDED, os.environ, is_root=os.geteuid() == 0)
    found = ", ".join(str(find(names, os.environ)) for names in NEEDED.values())
    print(ADVICE.format(packages=" ".join(packages)) if packages else f"Engines: {found}")
    return 1 if packages else 0


if __name__ == "__main__":
    sys.exit(main())
