"""Whose site stands in a folder: the site of a hospital is not replaced by that of somebody else.

That is kept beside the project, and not in the site, which is for readers.
"""

from __future__ import annotations

import json
import shlex
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from second_opinion.core.findings import Finding
from second_opinion.project.settings import NEUTRAL, is_on, shown_path

BUILT = Path(".cache/sites.json")
USUAL_PLACE = Path("site")


def brand_of(environment: Mapping[str, str]) -> str:
    """Return the whole path of the brand folder for which is built."""
    return str(Path(environment.get("BRAND") or NEUTRAL).resolve())


def finding_of_other_brand(place: Path, environment: Mapping[str, str]) -> Finding | None:
    """Return what to say where a site of another brand stands: a hospital's is kept, the neutral one is replaced.

    A preview may take the place of any other one. Of a brand folder that is not there the build says so.
    """
    mine = brand_of(environment)
    standing = _built().get(str(place.resolve()), mine)
    if standing == mine or not place.exists() or not Path(mine).is_dir() or is_on("PREVIEW", environment):
        return None
    theirs, ours = (shown_path(Path.cwd(), Path(folder)) for folder in (standing, mine))
    if theirs == NEUTRAL:
        wrong = f"{place}/ held the neutral site, and this one of {ours} takes its place"
        return Finding("", 0, wrong, f"to keep both, name another folder: {_place_for(mine)}", is_fault=False)
    wrong = f"{place}/ holds the site of {theirs}, and this one of {ours} would take its place"
    do = f"write BRAND={shlex.quote(theirs)}, or name another folder: {_place_for(mine)}"
    return Finding("", 0, wrong, do)


def build_command(brand: Path) -> str:
    """Return the command that builds the site of a brand folder, in a place of its own where another one stands."""
    command = f"make site BRAND={shlex.quote(brand.as_posix())}"
    other = finding_of_other_brand(USUAL_PLACE, {"BRAND": str(brand)})
    return f"{command} {_place_for(str(brand))}" if other and other.is_fault else command


def _place_for(brand: str) -> str:
    """Return the setting that gives a brand a place of its own, beside those that `make fleet` builds."""
    return f"SITE={shlex.quote(f'sites/{Path(brand).name}')}"


def save_brand_of_site(site: Path, brand: str) -> None:
    """Write down whose site stands in a folder; sites that are gone are forgotten."""
    built = {folder: whose for folder, whose in _built().items() if Path(folder).exists()}
    with suppress(OSError):  # a project that nobody may write into can be built all the same
        BUILT.parent.mkdir(exist_ok=True)
        BUILT.write_text(json.dumps(built | {str(site): brand}, indent=1), encoding="utf-8")


def _built() -> dict[str, str]:
    """Return the brand of each site that was built here, by its folder."""
    try:
        built: dict[str, str] = json.loads(BUILT.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return built
