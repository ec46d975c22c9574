"""The one place that opens the files of editors and brands: what they hold, and what is wrong with them as files."""

from __future__ import annotations

import codecs
from collections.abc import Collection, Iterable, Sequence
from glob import glob
from importlib.util import find_spec
from pathlib import Path, PurePosixPath

from second_opinion.brand.files import folders_nearly
from second_opinion.core.cache import cached
from second_opinion.core.conflicts import check_conflicts, first_version
from second_opinion.core.findings import Finding, format_all
from second_opinion.core.languages import LANGUAGES
from second_opinion.core.records import is_slug
from second_opinion.core.yaml_parser import UNSEEN, finding_of_unseen_character
from second_opinion.project.settings import Settings, shown_path
from second_opinion.texts.picture_files import (
    ENDINGS,
    Picture,
    fault_of_file_name,
    fault_of_picture_named_as_text,
    normalise_name,
    width_and_height,
)

MOST_BYTES = 1_000_000
LONGEST_LINE = 10_000
MOST_UNSEEN = 5  # of more, the file is no text at all
MARKS_OF_UTF_16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
ICONS = "templates/.icons/material"  # of the package of the theme
ENTRY, READ_ME = ".yml", "README.md"  # of a folder of data
DRAWING = ".svg"  # a whole drawing often stands on one line
DATA = (".yml", ".yaml")
TEXT_FOLDERS = ("docs", "snippets")  # folders of texts, below each a folder for each language


def markdown_files(folder: Path) -> list[Path]:
    """Return the texts of a folder; one whose name cannot be used becomes a finding and is left out."""
    files = (
        file for file in folder.glob("*.md") if not file.is_dir() and not _fault_of_name(file, file.name)
    )
    return sorted(files, key=str)  # paths themselves take far longer to compare


def _fault_of_name(file: Path, shown: str) -> Finding | None:
    """Return what is wrong with the name of a file that stands among the texts."""
    found = fault_of_file_name(shown)
    if found or file.suffix != ".md":
        return found
    return fault_of_picture_named_as_text(shown, first_bytes(file))


def check_names_of_files(settings: Settings, texts: Collection[Path]) -> list[Finding]:
    """Find texts and pictures whose name cannot be in an address, and those named as if they were the other.

    ``texts`` are the files that were read, so that their names are right.
    """
    folders = (
        folder / kind / lang
        for folder in (settings.root, settings.brand)
        for kind in TEXT_FOLDERS
        for lang in LANGUAGES
    )
    files = dict.fromkeys(file for folder in folders for file in sorted(folder.rglob("*"), key=str))
    others = (file for file in files if file not in texts and file.is_file())
    found = (_fault_of_name(file, shown_path(settings.root, file)) for file in others)
    return [finding for finding in found if finding]


def misnamed_pages(settings: Settings, lang: str) -> set[str]:
    """Return the names of pages of a language that are not read, as their file or a folder is called otherwise."""
    pages, *_ = TEXT_FOLDERS
    folders = (settings.root / pages, *folders_nearly(settings.brand, pages))
    good = {
        file: normalise_name(file.name)
        for folder in folders
        for file in (folder / lang).glob("*")
        if file.is_file() and file.suffix.lower() == ".md"
    }
    return {
        PurePosixPath(name).stem
        for file, name in good.items()
        if name != file.name or file.parent.parent.name != pages
    }


def texts_below(folder: Path) -> list[str]:
    """Return the pages and snippets below a folder, by their files from there."""
    kinds = (folder / kind / lang for kind in TEXT_FOLDERS for lang in LANGUAGES)
    return [shown_path(folder, file) for kind in kinds for file in markdown_files(kind)]


def read_pictures(settings: Settings) -> dict[str, Picture]:
    """Return every picture that stands beside a page of the project or the brand, by its file."""
    folders = (folder / "docs" / lang for folder in (settings.root, settings.brand) for lang in LANGUAGES)
    files = sorted({file for folder in folders for file in folder.rglob("*") if file.suffix in ENDINGS})
    return {shown_path(settings.root, file): _read_picture(file) for file in files if file.is_file()}


def _read_picture(file: Path) -> Picture:
    """Return what is known of the file of a picture."""
    width, _ = width_and_height(file)  # less than nothing where it cannot tell
    return Picture(file.stat().st_size, first_bytes(file), round(width))


def first_bytes(file: Path) -> bytes:
    """Return the bytes with which a file begins, by which its kind is known; none of one that cannot be read."""
    try:
        with file.open("rb") as opened:
            return opened.read(12)
    except OSError:
        return b""


@cached
def _icon_folders() -> Sequence[Path]:
    """Return where the icon set of the theme stands, which a process asks once."""
    theme = find_spec("material")  # none of it is loaded
    return [Path(folder, ICONS) for folder in (theme.submodule_search_locations if theme else None) or []]


@cached
def icon_names() -> frozenset[str]:
    """Return the name of every pictogram in the icon set of the theme.

    They are thousands, for which paths would take long, and no editor changes one: a process lists them once.
    """
    names = (name for folder in _icon_folders() for name in glob(f"*{DRAWING}", root_dir=folder))  # noqa: PTH207
    return frozenset(name.removesuffix(DRAWING) for name in names)


@cached
def read_icon(name: str) -> str:
    """Return the drawing of a pictogram of the theme, which no editor changes either."""
    files = (folder / f"{name}{DRAWING}" for folder in _icon_folders())
    return next(file for file in files if file.exists()).read_text("utf-8")


def is_entry(file: Path) -> bool:
    """Tell whether a file in a folder of data is one of its entries."""
    return file.suffix == ENTRY and is_slug(file.stem)


def check_strays_in(folder: str, files: Iterable[Path]) -> list[Finding]:
    """Find what stands in a folder of data and is none of its entries."""
    do = "call it by a name in small letters, figures and single hyphens, and then .yml, like my-name.yml"
    return [
        Finding(f"{folder}/{file.name}", 1, "this is read by nothing", do)
        for file in files
        if not (is_entry(file) or file.name == READ_ME or file.name.startswith("."))
    ]


def check_stray_files(root: Path) -> list[Finding]:
    """Find files and folders that are no page, which the site would silently leave out."""
    homes = [root / "docs" / lang for lang in LANGUAGES]
    return [
        Finding(
            shown_path(root, file),
            1,
            "this folder is no page of the site" if file.is_dir() else "this file is no page of the site",
            f"pages stand in {format_all(f'docs/{lang}/' for lang in LANGUAGES)}, as name.md",
        )
        for file in sorted((root / "docs").rglob("*"))
        if _is_stray(file, homes)
    ]


def _is_stray(file: Path, homes: Collection[Path]) -> bool:
    """Tell whether a file is no page, no picture and nothing hidden, or a folder has the name of a page."""
    if file.name.startswith(".") or not (file.is_file() or file.suffix == ".md"):
        return False
    if file.suffix in ENDINGS and any(file.is_relative_to(home) for home in homes):
        return False
    is_at_home = file.parent in homes
    if file.is_file() and is_at_home and fault_of_file_name(file.name):
        return False  # reported by its name
    return not is_at_home or file.suffix != ".md" or file.is_dir()


def _describe_other_ending(file: Path) -> str:
    """Return what to do where a file with another ending or other capitals stands there, like brand.yaml."""
    beside = file.parent.iterdir() if file.parent.is_dir() else ()
    names = {one.name for one in beside if one.is_file()}
    alike = (name for name in names - {file.name} if Path(name).stem.casefold() == file.stem.casefold())
    other = min(alike, default="")
    return f"'{other}' stands beside it; call that '{file.name}'" if other else ""


def read_text(file: Path, shown: str) -> tuple[str | None, list[Finding]]:
    """Return the text of a file, with what is wrong with it as a file; ``shown`` is its name in messages.

    A text in another coding than UTF-8 is read all the same, so that the rest of what is wrong is reported too.
    """
    try:
        raw = file.read_bytes()
    except IsADirectoryError:
        return None, [Finding(shown, 1, "this is a folder, and a file has to stand here", "rename it")]
    except FileNotFoundError:
        return None, [
            Finding(shown, 1, "this file is missing", _describe_other_ending(file) or "put it back")
        ]
    except OSError as error:
        do = "look whether you may read it, and whether another program holds it"
        return None, [Finding(shown, 1, f"this file cannot be read ({error.strerror})", do)]
    if len(raw) > MOST_BYTES:
        wrong = f"this file is of {len(raw):,} bytes, {MOST_BYTES:,} at most"
        return None, [
            Finding(shown, 1, wrong, "take out what does not belong here, such as a picture as text")
        ]
    text, found = decoded(raw, shown)
    lines = text.splitlines() if len(text) > LONGEST_LINE and file.suffix != DRAWING else ()
    if max(map(len, lines), default=0) > LONGEST_LINE:
        number = next(number for number, line in enumerate(lines, 1) if len(line) > LONGEST_LINE)
        wrong = f"this line has {len(lines[number - 1]):,} characters, {LONGEST_LINE:,} at most"
        return None, [*found, Finding(shown, number, wrong, "take out what does not belong here")]
    if conflicts := [*check_conflicts(text, shown)]:
        # Of data no half can be left out: what it names would be missed elsewhere.
        return None if file.suffix in DATA else first_version(text), [*found, *conflicts]
    return text, found


def decoded(raw: bytes, shown: str) -> tuple[str, list[Finding]]:
    """Return the text that some bytes hold, with its lines ending as on Unix, and what is wrong with the bytes."""
    found: list[Finding] = []
    not_utf_8 = Finding(shown, 1, "this file is not saved as UTF-8", "save it again as UTF-8")
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        found.append(not_utf_8)
        text = raw.decode("utf-16" if raw.startswith(MARKS_OF_UTF_16) else "cp1252", errors="replace")
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if not (found or UNSEEN.search(text)):
        return text, []
    hidden = {
        one.line: one
        for one in (finding_of_unseen_character(match, shown, 1) for match in UNSEEN.finditer(text))
    }
    if len(hidden) > MOST_UNSEEN or found:
        found = [not_utf_8]
    else:
        found += hidden.values()
    return UNSEEN.sub("", text), found
