"""Write what brand.yml may say into the guide, the schema for editors and the repository to copy: ``make keys``."""

from __future__ import annotations

import itertools
import json
import os
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from second_opinion.brand import own_page
from second_opinion.brand.brand_keys import Key, Together, all_keys, keys_together
from second_opinion.brand.key_guide import guide_table, offered
from second_opinion.brand.schema import json_schema
from second_opinion.commands.command_line import run_command, to_mend
from second_opinion.core.findings import Finding, faults
from second_opinion.core.validation import read_yaml
from second_opinion.data.blanks import OWN_PAGE_BLANKS
from second_opinion.data.interface import NamedWords, read_named_words
from second_opinion.project.following import follow_table
from second_opinion.project.reading import read_unchecked
from second_opinion.project.settings import settings_from

GUIDE = Path("HOSPITALS.md")
SCHEMA = Path("brands/brand.schema.json")
REPOSITORY = Path("examples/hospital-repository/brand/brand.yml")
EXAMPLE_VALUES = {  # what the repository to copy says, all of it invented
    "name": '{nl: "Ons Ziekenhuis", en: "Our Hospital"}',
    "site_url": "https://second-opinion.ons-ziekenhuis.example",
    "example": "true",
    "look.colours": '{main: "#1b5e8c"}',
    "look.logo": "logo.svg",
    "contact.phone": '"000 000 00 00"',
}
BEGIN = "<!-- Made by `make keys`; what you change here is lost. -->\n"
BEGIN_OF_FOLLOWED = "<!-- Made by `make keys` of the shared pages; what you change here is lost. -->\n"
END = "<!-- Here ends what `make keys` makes. -->\n"


def own_words() -> Mapping[str, NamedWords]:
    """Return the words of the page about a brand, as they stand."""
    return _words_and_faults()[0]


def _words_and_faults() -> tuple[Mapping[str, NamedWords], list[Finding]]:
    text = Path(own_page.FILE).read_text(encoding="utf-8")
    words, findings = read_named_words(read_yaml(text, own_page.FILE), OWN_PAGE_BLANKS)
    return words, faults(findings)


def _with_table(guide: str, table: str, mark: str = BEGIN) -> str:
    """Return the guide with a table in the place of that between its marks."""
    before, begin, rest = guide.partition(mark)
    _, end, after = rest.partition(END)
    return f"{before}{begin}\n{table}\n\n{end}{after}"


def _with_keys(text: str, every_key: Sequence[Key], together: Sequence[Together]) -> str:
    """Return the file of the repository to copy with every key below the remarks at its top."""
    head = "".join(itertools.takewhile(lambda line: line.startswith("# "), text.splitlines(keepends=True)))
    return f"{head}\n{offered(every_key, lambda key: EXAMPLE_VALUES.get(key.dotted), together)}"


def generated_files() -> dict[Path, str]:
    """Return the files that the command writes, as they have to be; but what follows from the shared pages."""
    words = own_words()
    every_key = all_keys(words)
    together = keys_together(every_key, words)
    schema = f"{json.dumps(json_schema(), ensure_ascii=False, indent=1)}\n"
    return {
        GUIDE: _with_table(GUIDE.read_text(encoding="utf-8"), guide_table(every_key, together, words)),
        SCHEMA: schema,
        REPOSITORY.with_name(SCHEMA.name): schema,
        REPOSITORY: _with_keys(REPOSITORY.read_text(encoding="utf-8"), every_key, together),
    }


def main() -> int:
    """Write the files, unless the words of which they are made are wrong."""
    if found := _words_and_faults()[1]:
        print("\n".join(map(str, found)), file=sys.stderr)
        print(
            f"{to_mend(len(found))}, of a blank perhaps in data/blanks.py; nothing is written",
            file=sys.stderr,
        )
        return 1
    files = generated_files()
    followed = follow_table(read_unchecked(settings_from(os.environ, Path.cwd())))
    files[GUIDE] = _with_table(files[GUIDE], followed, BEGIN_OF_FOLLOWED)
    for file, text in files.items():
        file.write_text(text, encoding="utf-8")
    print(f"What brand.yml may say stands in {', '.join(map(str, files))}")
    return 0


if __name__ == "__main__":
    sys.exit(run_command(main, "wrote what brand.yml may say"))
