"""The templates of the site: each is compiled once in a process, whatever folder it stands in."""

from __future__ import annotations

from pathlib import Path

import pytest
from jinja2 import Environment, FileSystemLoader

from second_opinion.site.templates import prepare_environment

WORDS = "<p>{{ words }}</p>"


def opened(folder: Path, source: str) -> Environment:
    """Return what renders the one template of a folder."""
    folder.mkdir()
    (folder / "words.html").write_text(source, "utf-8")
    return prepare_environment(Environment(loader=FileSystemLoader(folder), autoescape=True))


def test_a_copy_in_another_folder_is_not_compiled_again_and_has_a_name_of_its_own(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened(tmp_path / "one", WORDS).get_template("words.html")
    copy = opened(tmp_path / "two", WORDS)
    monkeypatch.setattr(copy, "compile", lambda *_: pytest.fail("it is compiled again"))
    template = copy.get_template("words.html")
    assert template.render(words="a < b") == "<p>a &lt; b</p>"
    assert template.filename == str(tmp_path / "two/words.html")


def test_other_words_in_a_template_of_the_same_name_are_shown(tmp_path: Path) -> None:
    for number, source in enumerate((WORDS, "<b>{{ words }}</b>", WORDS)):
        shown = opened(tmp_path / str(number), source).get_template("words.html").render(words="Nu")
        assert shown == source.replace("{{ words }}", "Nu")
