"""What is made of the project's own templates and scripts alone, before anyone has read whose site it is."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

from msgspec import Struct

from second_opinion.core.findings import Finding
from second_opinion.site.joined_scripts import scripts_to_send
from second_opinion.site.templates import COMPILED, compile_own_templates

FOLDER = "overrides"
SCRIPTS = "assets/javascripts"


class MadeAhead(Struct, frozen=True):
    """What one process hands to another: compiled templates and joined scripts, by what they were made of."""

    templates: Mapping[str, bytes]
    scripts: Mapping[str, Any]

    def take_in(self) -> None:
        """Keep all for whoever asks for it in this process."""
        COMPILED.take_in(self.templates)
        scripts_to_send.take_in(self.scripts)


def make_ahead(root: Path) -> MadeAhead:
    """Compile the templates of a project and join its scripts."""
    compiled = compile_own_templates(root / FOLDER)
    with suppress(Exception):  # whatever is wrong is found again by who asks for it, and told then
        join_own_scripts(root / FOLDER / SCRIPTS)
    return MadeAhead(compiled, scripts_to_send.answers)


def join_own_scripts(assets: Path) -> tuple[Mapping[str, str], list[Finding]]:
    """Return the scripts to send, made of those in ``assets``, by their names, and what is wrong with those."""
    return scripts_to_send(read_files(assets, "*.mjs"))


def read_files(folder: Path, pattern: str) -> tuple[tuple[str, str], ...]:
    """Return the texts of the files of a folder, by their paths in it."""
    files = sorted(folder.glob(pattern))
    return tuple((file.relative_to(folder).as_posix(), file.read_text(encoding="utf-8")) for file in files)
