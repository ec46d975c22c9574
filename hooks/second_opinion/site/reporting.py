"""How findings reach the person who builds: one line each, faults as warnings, which fail the build."""

from __future__ import annotations

import logging
from collections.abc import Iterable

from second_opinion.core.findings import Finding, faults, notices

LOG = logging.getLogger("mkdocs.second_opinion")


def log_findings(findings: Iterable[Finding]) -> None:
    """Log faults as warnings and notices as information."""
    kept = list(findings)
    for finding in faults(kept):
        LOG.warning("%s", finding)
    for finding in notices(kept):
        LOG.info("notice: %s", finding)  # the record holds the finding itself
