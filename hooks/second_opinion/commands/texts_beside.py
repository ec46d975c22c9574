"""The process that checks text by text; it begins while the first one still loads what a site is made with."""

from __future__ import annotations

import os
from contextlib import suppress
from multiprocessing.connection import Connection
from pathlib import Path

from second_opinion.commands.processes import Started, start
from second_opinion.project.checks_of_texts import check_text
from second_opinion.project.reading import texts_as_written
from second_opinion.project.settings import settings_from

LATER = 5  # how much sooner other processes get a processor


def begin_texts(root: Path) -> Started:
    """Return the process that checks each text of a project, which needs nothing that is read meanwhile."""
    return start("the texts", _send_answers, root)


def _send_answers(root: Path, sending: Connection) -> None:
    os.nice(LATER)
    with suppress(Exception):  # whatever is wrong is found again by who checks the rest, and told then
        for text, lang in texts_as_written(settings_from(os.environ, root)):
            check_text(text, lang)
    sending.send(check_text.answers)
