"""Which release of the shared content a site carries: data/release.yml."""

from __future__ import annotations

import datetime
import re
from typing import Annotated

from pydantic import AfterValidator

from second_opinion.core.findings import Finding
from second_opinion.core.records import Strict
from second_opinion.core.validation import YamlDocument, validate

RELEASE_FILE = "data/release.yml"


VERSION = re.compile(r"\d+\.\d+\.\d+")


def numbers(version: str) -> tuple[int, ...]:
    """Return the numbers of a release, which can be compared."""
    return tuple(map(int, version.split(".")))


def _version(value: str) -> str:
    if not VERSION.fullmatch(value):
        raise ValueError("this is no number of a release; write three numbers, like 1.2.0")
    return value


class Release(Strict):
    """The number and the date of a release."""

    number: Annotated[str, AfterValidator(_version)]
    date: datetime.date


UNKNOWN = Release.model_construct(number="0.0.0", date=datetime.date.min)


def read_release(document: YamlDocument) -> tuple[Release, list[Finding]]:
    """Return the release; one without number where it cannot be read, which is a fault."""
    release, findings = validate(document, Release)
    return release or UNKNOWN, [*document.findings, *findings]
