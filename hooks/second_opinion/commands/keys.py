"""Write what brand.yml may say into the guide, and its schema for editors: ``make keys``."""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping
from pathlib import Path

from second_opinion.brand import own_page
from second_opinion.brand.schema import guide_table, json_schema, keys
from second_opinion.commands.command_line import run_command
from second_opinion.core.validation import read_yaml
from second_opinion.data.blanks import OWN_PAGE
from second_opinion.data.interface import Interface, read_interface

GUIDE = Path("HOSPITALS.md")
SCHEMA = Path("brands/brand.schema.json")
BEGIN = "<!-- Made by `make keys`; what you change here is lost. -->\n"
END = "<!-- Here ends what `make keys` makes. -->\n"


def own_words() -> Mapping[str, Interface]:
    """Return the words of the page about a brand, as they stand."""
    text = Path(own_page.FILE).read_text(encoding="utf-8")
    return read_interface(read_yaml(text, own_page.FILE), OWN_PAGE)[0]


def with_table(guide: str, table: str) -> str:
    """Return the guide with a table in the place of that between its marks."""
    before, begin, rest = guide.partition(BEGIN)
    _, end, after = rest.partition(END)
    return f"{before}{begin}\n{table}\n\n{end}{after}"


def made() -> dict[Path, str]:
    """Return the files that the command writes, as they have to be."""
    table = guide_table(keys(own_words()))
    schema = json.dumps(json_schema(), ensure_ascii=False, indent=1)
    return {GUIDE: with_table(GUIDE.read_text(encoding="utf-8"), table), SCHEMA: f"{schema}\n"}


def main() -> int:
    """Write the files."""
    for file, text in made().items():
        file.write_text(text, encoding="utf-8")
    print(f"{GUIDE} and {SCHEMA} say what brand.yml may say")
    return 0


if __name__ == "__main__":
    sys.exit(run_command(main, "wrote what brand.yml may say"))
