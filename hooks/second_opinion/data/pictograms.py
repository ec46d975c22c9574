"""The pictograms beside words, each called by its name in the icon set of the theme: data/pictograms.yml."""

from __future__ import annotations

from collections.abc import Collection

from pydantic import Field

from second_opinion.core.findings import Finding, did_you_mean
from second_opinion.core.records import Strict, Words
from second_opinion.core.validation import YamlDocument, validate

FILE = "data/pictograms.yml"
PLAIN = "file-document-outline"  # of a subject for which nobody has chosen one


class Pictograms(Strict):
    """The pictogram of the home page in the menu, of each kind of box, and of what can be changed in the estimate."""

    home: Words
    good_to_know: Words = Field(alias="good-to-know")
    important: Words
    safety: Words
    example: Words
    change: Words


def read_pictograms(document: YamlDocument, icons: Collection[str]) -> tuple[dict[str, str], list[Finding]]:
    """Return the name of each pictogram by what it stands beside; ``icons`` are all names of the set."""
    pictograms, findings = validate(document, Pictograms)
    named: dict[str, str] = pictograms.model_dump(by_alias=True) if pictograms else {}
    for place, name in named.items():
        findings += check_icon(name, icons, document.file, document.line(place))
    return named, [*document.findings, *findings]


def check_icon(name: str, icons: Collection[str], file: str, line: int) -> list[Finding]:
    """Find a name that no pictogram of the set has; nothing is found where there is no set to look in."""
    if name in icons or not icons:
        return []
    alike = [icon for icon in icons if icon[:1] == name[:1]] or icons
    do = "look one up at pictogrammers.com/library/mdi"  # seven thousand names are no help
    return [Finding(file, line, f"there is no pictogram '{name}'", did_you_mean(name, alike, if_new=do))]
