"""Build one site into several folders in one process, as `mkdocs serve` does: ``python -m build.twice FOLDER...``."""

from __future__ import annotations

import sys

from mkdocs.commands.build import build
from mkdocs.config import load_config

if __name__ == "__main__":
    for folder in sys.argv[1:]:
        config = load_config("mkdocs.yml", site_dir=folder)
        config.plugins.on_startup(command="serve", dirty=False)
        build(config)
        config.plugins.on_shutdown()
