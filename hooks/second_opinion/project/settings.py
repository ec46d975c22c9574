"""What is set from outside of a build: folders, the day, and what overrides the brand."""

from __future__ import annotations

import datetime
import shlex
from collections.abc import Mapping
from functools import cached_property
from pathlib import Path, PurePath

from msgspec import Struct

from second_opinion.core.addresses import is_web_address
from second_opinion.core.findings import did_you_mean


class Settings(Struct, frozen=True, dict=True):
    """What is set from outside of a build: folders, the day, that of the last weekly look, what overrides the brand."""

    root: Path
    brand: Path
    today: datetime.date
    looked: datetime.date | None = None
    site_url: str | None = None
    repository: str | None = None
    is_published: bool = False
    is_preview: bool = False

    @cached_property
    def is_neutral(self) -> bool:
        """Tell whether this is the site without a hospital."""
        return self.brand == (self.root / NEUTRAL).resolve()

    def shown(self, file: Path) -> str:
        """Return a path as an editor knows it."""
        return shown_path(self.root, file)

    @cached_property
    def has_own_repository(self) -> bool:
        """Tell whether the brand folder stands in a repository of its own, which has none of the shared texts."""
        return not self.brand.is_relative_to(self.root.resolve())

    @cached_property
    def folder_in_repository(self) -> str:
        """Return where the brand folder stands in the repository of the brand."""
        if not self.has_own_repository:
            return self.brand.relative_to(self.root.resolve()).as_posix()
        around = next((one for one in self.brand.parents if (one / ".git").exists()), self.brand.parent)
        return self.brand.relative_to(around).as_posix()

    def file_in_repository(self, file: str) -> str:
        """Return where a text stands in the repository of the brand; nothing where that does not hold it."""
        if not self.has_own_repository:
            return file
        own = PurePath(file)
        is_own = own.is_relative_to(self.brand)
        return f"{self.folder_in_repository}/{own.relative_to(self.brand).as_posix()}" if is_own else ""


def shown_path(root: Path, file: Path) -> str:
    """Return a path as an editor knows it: relative to the project where it lies inside it."""
    return file.as_posix().removeprefix(f"{root.as_posix()}/")


class SetUpError(Exception):
    """The build cannot start; the message is for an editor."""


def settings_from(environment: Mapping[str, str], root: Path) -> Settings:
    """Return the settings that the environment gives: BRAND, TODAY, LOOKED, SITE_URL, REPO_URL, PUBLISH, PREVIEW.

    Raises SetUpError for a day that is none, a web address that is none, and a brand folder that is not there or stands
    one folder deeper.
    """
    return Settings(
        root=root,
        brand=_brand_folder(root, environment.get("BRAND") or NEUTRAL),
        today=_day("TODAY", environment) or datetime.date.today(),
        looked=_day("LOOKED", environment),
        site_url=_web_address("SITE_URL", environment),
        repository=_web_address("REPO_URL", environment),
        is_published=is_on("PUBLISH", environment),
        is_preview=is_on("PREVIEW", environment),
    )


def _day(name: str, environment: Mapping[str, str]) -> datetime.date | None:
    given = environment.get(name)
    try:
        return datetime.date.fromisoformat(given) if given else None
    except ValueError:
        raise SetUpError(f"{name} is '{given}', which is no date; write it like 2026-11-22") from None


def _brand_folder(root: Path, given: str) -> Path:
    folder = (root / given).resolve()
    if folder.is_file():
        raise SetUpError(f"BRAND is '{given}', which is a file; write its folder: BRAND={Path(given).parent}")
    if not folder.is_dir():
        known = [f"brands/{entry.name}" for entry in (root / "brands").glob("*") if entry.is_dir()]
        near = f"did you mean 'brands/{given}'?" if f"brands/{given}" in known else did_you_mean(given, known)
        raise SetUpError(f"BRAND is '{given}', and there is no such folder ('make brand' makes one); {near}")
    within = sorted(file.parent.name for file in folder.glob("*/brand.yml"))
    if within and not (folder / "brand.yml").exists():
        named = " or ".join(f"BRAND={shlex.quote((Path(given) / name).as_posix())}" for name in within)
        raise SetUpError(f"BRAND is '{given}', a folder around that of a brand; write {named}")
    return folder


def is_on(name: str, environment: Mapping[str, str]) -> bool:
    """Tell whether a setting is given that says yes."""
    return environment.get(name, "").strip().lower() not in {"", "0", "no", "false", "off"}


def _web_address(name: str, environment: Mapping[str, str]) -> str | None:
    given = environment.get(name) or None
    if given and not (given.startswith(("https://", "http://")) and is_web_address(given)):
        raise SetUpError(f"{name} is '{given}', which is no web address; write it in full, with https://")
    return given


NEUTRAL = "brands/neutral"
