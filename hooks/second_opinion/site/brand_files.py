"""The files of a brand, copied into the site."""

from __future__ import annotations

import shutil
from pathlib import Path

from second_opinion.brand.files import message_of_wrong_file, named_files, site_path
from second_opinion.brand.model import Brand
from second_opinion.texts.svg import clean_svg


def copy_files(brand: Brand, folder: Path, site: Path) -> None:
    """Copy what a brand names into a finished site, drawings without what is no part of them.

    What is wrong with a file has been said, and it stays behind.
    """
    for file in named_files(brand):
        if message_of_wrong_file(file, folder):
            continue
        target = site / site_path(file.path)
        target.parent.mkdir(parents=True, exist_ok=True)
        if target.suffix == ".svg":
            target.write_text(clean_svg((folder / file.path).read_text("utf-8-sig")) or "", "utf-8")
        else:
            shutil.copyfile(folder / file.path, target)
