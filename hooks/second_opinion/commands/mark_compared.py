"""Say that a text of a brand was compared (``make compared``): ``python -m second_opinion.commands.mark_compared``."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path, PurePosixPath

from second_opinion.brand.case_rules import cases_of
from second_opinion.brand.model import readable_brand
from second_opinion.brand.replaced import FILE, in_place_of, line_of, with_line
from second_opinion.commands.command_line import run_command
from second_opinion.commands.compare import describe_missing_text, format_changes, ours_before, replaced_names
from second_opinion.data import release
from second_opinion.project.disk import texts_below
from second_opinion.project.reading import Reader
from second_opinion.project.settings import settings_from
from second_opinion.texts.translations import hashed_sections


def main(arguments: Sequence[str] | None = None) -> int:
    """Write the lines of one page or passage, in each language; return 1 where there is none, or it cannot be read."""
    parser = argparse.ArgumentParser(
        description="Say that a text of a brand was compared with the shared one."
    )
    parser.add_argument(
        "page", help="the page or passage, like costs for docs/nl/costs.md of the brand folder"
    )
    page = parser.parse_args(arguments).page.removesuffix(".md")
    settings = settings_from(os.environ, Path.cwd())
    shared, folder = set(texts_below(settings.root)), settings.shown(settings.brand)
    if page not in (names := replaced_names(settings)):
        print(describe_missing_text(settings, page, names), file=sys.stderr)
        return 1
    texts = [
        text for text in texts_below(settings.brand) if text in shared and PurePosixPath(text).stem == page
    ]
    reader, file = Reader(settings.root), settings.brand / FILE
    now = reader.read_data(release.read_release, release.RELEASE_FILE)
    cases = cases_of(readable_brand(reader.brand_document(settings.brand))[0])
    said = ""
    if file.exists():
        reader.findings += reader.document(file).findings
        said = reader.text(file) or ""
    for text in texts:
        with_which = settings.root / in_place_of(text, shared, cases)
        sections = hashed_sections(reader.text(with_which) or "", text)
        said = with_line(said, text, line_of(text, sections, now))
    if reader.findings:
        print("\n".join(map(str, reader.findings)), file=sys.stderr)
        return 1
    print("\n\n".join(format_changes(one) for one in ours_before(settings, page)))
    file.write_text(said, encoding="utf-8")
    were = "was" if len(texts) == 1 else "were"
    print(f"\n{folder}/{FILE} now says that {' and '.join(texts)} {were} compared with release {now.number}")
    return 0


if __name__ == "__main__":
    sys.exit(run_command(main, "wrote what a text was compared with"))
