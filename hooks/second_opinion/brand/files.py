"""The files of a brand folder: pictures, letters and papers that are copied, and texts that replace or add to ours."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from pathlib import Path, PurePosixPath

from msgspec import Struct

from second_opinion.brand.brand_images import PNG, message_of_wrong_picture
from second_opinion.brand.model import Brand
from second_opinion.core.findings import Finding, Message, format_all
from second_opinion.core.languages import LANGUAGES, format_languages, others
from second_opinion.core.validation import YamlDocument
from second_opinion.core.yaml_parser import KeyPath
from second_opinion.texts.page_links import PAPER_ENDINGS
from second_opinion.texts.picture_files import ending_of_content, fault_of_file_name

FOLDER = "assets/brand/"
STYLESHEET = f"{FOLDER}brand.css"
PICTURES = (".svg", ".png")
ICONS = (".svg", ".png", ".ico")
LETTERS = (".woff2",)
NAME = re.compile(r"[A-Za-z0-9_./-]+")
BEGINS = {".png": PNG, ".woff2": b"wOF2", ".pdf": b"%PDF", ".ico": b"\x00\x00\x01\x00", ".docx": b"PK"}
BEGINS[".odt"] = BEGINS[".docx"]
TEXTS = {"docs": "page", "snippets": "snippet"}
# What people call the files and folders of a brand, and what those are called.
NEARLY = {
    **dict.fromkeys(("doc", "documents", "pages"), "docs"),
    **dict.fromkeys(("snippet", "snipets", "texts"), "snippets"),
    **dict.fromkeys(("tool", "lists"), "tools"),
    **dict.fromkeys(("brand.yaml", "brand.yml.txt", "brand.txt"), "brand.yml"),
}


class BrandFile(Struct, frozen=True):
    """A file that brand.yml names: where it is named, its path in the brand folder, and the kinds that fit."""

    place: KeyPath
    path: str
    kinds: tuple[str, ...]


def named_files(brand: Brand) -> Iterator[BrandFile]:
    """Yield every file that a brand names."""
    look = brand.look
    for key, kinds in (("logo", PICTURES), ("logo_dark", PICTURES), ("favicon", ICONS)):
        if path := getattr(look, key):
            yield BrandFile(("look", key), path, kinds)
    for index, letters in enumerate(look.font.files if look.font else ()):
        yield BrandFile(("look", "font", "files", index, "file"), letters.file, LETTERS)
    for index, paper in enumerate(brand.papers):
        for lang in LANGUAGES:
            if paper.file and (path := getattr(paper.file, lang)):
                yield BrandFile(("papers", index, "file", lang), path, PAPER_ENDINGS)


def check_files(document: YamlDocument, brand: Brand, folder: Path) -> list[Finding]:
    """Find files that are not there, lie outside the brand folder, or are not what they should be."""
    findings = []
    for file in named_files(brand):
        if fault := message_of_wrong_file(file, folder):
            wrong, do = fault
            findings.append(
                Finding(
                    document.file,
                    document.line(*file.place),
                    f"{document.quoted(file.place)} is '{file.path}': {wrong}",
                    do,
                    about=(file.path,),
                )
            )
    return findings


def message_of_wrong_file(file: BrandFile, folder: Path) -> Message | None:
    """Return what is wrong with a file that a brand names, and what to do; None for one that the site gets."""
    path = folder / file.path
    if not NAME.fullmatch(file.path):
        return "this name does not fit in an address", "use letters, figures, '-', '_' and '.' only"
    if PurePosixPath(file.path).is_absolute() or not path.resolve().is_relative_to(folder.resolve()):
        return "it lies outside the brand folder", "copy the file into the folder, and name it from there"
    return message_of_wrong_content(path, file.kinds)


def message_of_wrong_content(path: Path, kinds: Sequence[str]) -> Message | None:
    """Return what is wrong with a file that has to be of one of some kinds, and what to do."""
    if path.suffix not in kinds:
        return "this kind of file does not fit here", f"use one of {', '.join(kinds)}"
    if path.is_dir():
        return "this is a folder, and a file has to stand here", "put the file itself in its place"
    if not path.is_file():
        return "the file is not there", _what_to_do_without(path)
    inside = path.read_bytes()
    if (kind := _kind_of(inside)) and path.suffix in PICTURES and kind != path.suffix:
        do = f"call it {path.with_suffix(kind).name}, here and in the folder"
        return f"the file is a {kind} inside", do if kind in kinds else f"save it as {' or '.join(kinds)}"
    if not inside.startswith(BEGINS.get(path.suffix, b"")):
        return f"the file is no {path.suffix} inside", "save it again in that form"
    return message_of_wrong_picture(inside) if kinds in (PICTURES, ICONS) else None


def _what_to_do_without(path: Path) -> str:
    """Return what to do where a file is not there: call the one by that name that differs in capitals only."""
    beside = [one.name for one in path.parent.iterdir()] if path.parent.is_dir() else []
    alike = (name for name in beside if name.casefold() == path.name.casefold())
    if other := min(alike, default=""):
        return f"'{other}' stands there; call that '{path.name}'"
    return "put it in the brand folder, or take the line out"


def is_drawing(path: Path) -> bool:
    """Tell whether a file with the ending of a drawing holds one; else that is reported where brand.yml names it."""
    return _kind_of(path.read_bytes()) in {"", ".svg"}


def _kind_of(inside: bytes) -> str:
    """Return the kind of picture that a file is inside, or nothing where that is not known."""
    if inside.startswith(PNG):
        return ".png"
    return ending_of_content(inside) or (".svg" if b"<svg" in inside[:1000] else "")


def usable_path(folder: Path, path: str | None, kinds: tuple[str, ...]) -> str | None:
    """Return the path of a picture that the site gets, or None where there is none or something is wrong with it."""
    return path if path and not message_of_wrong_file(BrandFile((), path, kinds), folder) else None


def check_texts_of_brand(folder: Path, shown: str, languages: Sequence[str]) -> list[Finding]:
    """Find passages of a brand that stand in one language only, and files that are no text of the site.

    ``shown`` is the folder as an editor knows it. Pages in one language are found with those of the project.
    """
    findings = _check_names_of_folders(folder, shown)
    for kind, noun in TEXTS.items():
        names = {lang: {file.stem for file in (folder / kind / lang).glob("*.md")} for lang in LANGUAGES}
        for file in sorted((folder / kind).rglob("*")):
            where = f"{shown}/{kind}/{file.relative_to(folder / kind).as_posix()}"
            if file.is_dir() and file.suffix == ".md":
                wrong = f"this is a folder, and a {noun} is a file"
                findings.append(Finding(where, 1, wrong, f"put the {noun} itself in its place"))
            if not file.is_file() or file.name.startswith("."):
                continue
            is_below_language = file.relative_to(folder / kind).parts[0] in LANGUAGES
            if is_below_language and fault_of_file_name(file.name):
                continue  # which is told of every text
            is_text = file.parent.parent == folder / kind and file.suffix == ".md"
            if not is_text or file.parent.name not in LANGUAGES:
                places = " or ".join(f"{kind}/{lang}/" for lang in LANGUAGES)
                do = f"a {noun} of a brand stands in {places}, as name.md"
                findings.append(Finding(where, 1, f"this file is no {noun} of the site", do))
            elif kind == "snippets":
                findings += _check_in_every_language(file, where, shown, names, languages)
    return findings


def _check_in_every_language(
    file: Path, where: str, shown: str, names: Mapping[str, Collection[str]], languages: Sequence[str]
) -> list[Finding]:
    """Find a passage that lacks in another language of the brand; ``names`` are those of each language."""
    lang = file.parent.name
    lacking = [other for other in others(lang, languages) if file.stem not in names[other]]
    if lang not in languages or not lacking:
        return []
    there = format_languages(other for other in languages if other not in lacking)
    wrong = f"the brand has the {TEXTS['snippets']} '{file.stem}' in {there} only"
    too = format_all(f"{shown}/snippets/{other}/{file.name}" for other in lacking)
    return [Finding(where, 1, wrong, f"write {too} too")]


def folders_nearly(folder: Path, kind: str) -> list[Path]:
    """Return the folders of a brand that are, or should be, those of a kind of texts."""
    return [
        entry
        for entry in sorted(folder.glob("*"))
        if kind in (entry.name.lower(), NEARLY.get(entry.name.lower()))
    ]


def _check_names_of_folders(folder: Path, shown: str) -> list[Finding]:
    """Find what should be one of the folders of texts, and is not: another spelling, or a file of that name."""
    findings = []
    for entry in sorted(folder.glob("*")):
        kind = entry.name.lower()
        if kind not in TEXTS:
            findings += _check_near_names(entry, shown)
            continue
        where, one = f"{shown}/{entry.name}", f"{TEXTS[kind]}s"
        if not entry.is_dir():
            wrong = f"this is a file, and the {one} of a brand stand in a folder of this name"
            findings.append(Finding(where, 1, wrong, "give it another name, or take it away"))
        elif entry.name != kind:
            wrong = f"this folder is called '{entry.name}', so its {one} are not found"
            findings.append(Finding(where, 1, wrong, f"call it '{kind}'"))
    return findings


def _check_near_names(entry: Path, shown: str) -> list[Finding]:
    """Find what has nearly the name of something that is read in a brand folder."""
    if (near := NEARLY.get(entry.name.lower())) is None:
        return []
    wrong, do = f"nothing of what stands in '{entry.name}' is read", f"call it '{near}', or take it away"
    return [Finding(f"{shown}/{entry.name}", 1, wrong, do)]


def site_path(path: str) -> str:
    """Return where a file of the brand folder stands in the site."""
    return FOLDER + PurePosixPath(path).as_posix()


def font_faces(brand: Brand) -> str:
    """Return the rules for the letters of a brand; until these have come, readers see the site's own."""
    font = brand.look.font
    if font is None:
        return ""
    faces = "".join(
        f'@font-face {{ font-family: "Brand"; src: url("{letters.file}") format("woff2"); '
        f"font-weight: {700 if letters.weight == 'bold' else 400}; font-style: {letters.style}; "
        "font-display: swap; }\n"
        for letters in font.files
    )
    names = f'"Brand", {font.stack}' if font.files else font.stack
    return f"{faces}:root {{ --font: {names}; }}\n"
