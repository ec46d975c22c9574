"""What a process of its own makes of a further language comes back whole, or as what stopped it."""

from __future__ import annotations

import gc
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from mkdocs.theme import Theme

from second_opinion.commands.build import send_made_ahead
from second_opinion.commands.processes import start
from second_opinion.commands.side_by_side import SideBySide
from second_opinion.commands.texts_beside import begin_texts
from second_opinion.core.findings import Finding
from second_opinion.links.rules import PagesRead
from second_opinion.project.checks_of_texts import check_text
from second_opinion.project.project import Project
from second_opinion.project.reading import texts_as_written
from second_opinion.site import ahead, templates
from second_opinion.site.joined_scripts import scripts_to_send
from second_opinion.site.templates import CompiledTemplates
from support import ROOT

WRONG = Finding("docs/en/costs.md", 3, "this is wrong", "mend it")
MISSED = Finding("data/interface.yml", 1, "words lack", "write them")


@contextmanager
def begun(attempt: Callable[[Callable[[], None]], bool]) -> Iterator[SideBySide]:
    """Give the checks and two languages to processes that do what the test says in the place of a build."""
    run = SimpleNamespace(outlines={}, project=SimpleNamespace(check_missed_words=lambda: [MISSED]))
    config: Any = SimpleNamespace(
        plugins={"i18n": SimpleNamespace(current_language="nl")},
        extra={"run": run, "pages_read": PagesRead("https://example.org")},
    )

    def attempt_here(build: Callable[[], None]) -> bool:
        run.outlines["en", str(config.plugins["i18n"].current_language)] = os.getpid()
        return attempt(build)

    others = SideBySide(attempt_here, lambda: [WRONG])
    try:
        others.begin(config, ["en", "fr"])
        yield others
    finally:
        others.end()


def test_each_language_comes_back_in_its_order_from_a_process_of_its_own() -> None:
    with begun(lambda _build: True) as others:
        first, second = others.built()
    assert [list(first.outlines), list(second.outlines)] == [[("en", "en")], [("en", "fr")]]
    processes = {*first.outlines.values(), *second.outlines.values(), os.getpid()}
    assert len(processes) == 3
    assert first.is_whole
    assert second.is_whole


def test_what_was_found_comes_back_whether_the_language_was_built_or_not() -> None:
    with begun(lambda _build: False) as others:
        for built in others.built():
            assert not built.is_whole
            assert built.findings == [WRONG, MISSED]


def test_a_process_that_ends_without_a_word_says_which_language_it_built() -> None:
    def ends(_build: Callable[[], None]) -> bool:
        os._exit(9)

    with begun(ends) as others, pytest.raises(ChildProcessError, match="the process for 'en' ended with 9"):
        [*others.built()]


def test_what_the_checks_found_comes_back_from_a_process_of_their_own() -> None:
    with begun(lambda _check: True) as others:
        assert others.findings_of_checks() == [WRONG, MISSED]


def test_memory_is_looked_through_again_once_all_is_read_and_where_nothing_could_be() -> None:
    try:
        gc.disable()
        with begun(lambda _build: True):
            assert gc.isenabled()
        gc.disable()
        SideBySide(lambda _build: True, list).end()
        assert gc.isenabled()
    finally:
        gc.enable()


def test_nothing_was_found_where_no_check_has_begun() -> None:
    assert SideBySide(lambda _build: True, list).findings_of_checks() == []


def test_what_another_process_made_ahead_is_there_before_the_languages_and_the_checks_begin(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, text in {
        "docs/nl/costs.md": "---\ntitle: Kosten\n---\n\nEen tekst die niemand anders heeft.\n",
        "docs/en/costs.md": "A text that nobody else has.\n",
        "snippets/nl/safety.md": "Een stuk dat niemand anders heeft.\n",
        "overrides/assets/javascripts/site.mjs": "const ofNobodyElse = 1;\n",
        "overrides/partials/good.html": "<p>{{ words }}</p>",
        "overrides/wrong.html": "{% if %}",
        "overrides/preview.html": "<p>{{ words }}</p>",
        "brands/neutral/brand.yml": "",
    }.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    monkeypatch.setattr(templates, "COMPILED", kept := CompiledTemplates())
    monkeypatch.setattr(ahead, "COMPILED", kept)
    run = SimpleNamespace(project=SimpleNamespace(check_missed_words=list))
    config: Any = SimpleNamespace(extra={"run": run}, plugins={})
    checked, joined = len(check_text.answers), len(scripts_to_send.answers)
    begun_ahead = start("templates and scripts", send_made_ahead, tmp_path)
    others = SideBySide(
        lambda _build: True,
        lambda: [Finding("", len(check_text.answers), "", "")],
        [begun_ahead],
        [begin_texts(tmp_path)],
    )
    try:
        assert not kept.compiled
        others.begin(config, [])
        assert others.findings_of_checks()[0].line == checked + 3, "the texts need not be checked again"
    finally:
        others.end()
    assert len(kept.compiled) == 1, "what few sites have or cannot be compiled is left to whoever asks for it"
    assert len(scripts_to_send.answers) == joined + 1
    assert len(check_text.answers) == checked, "only the process of the checks asks for them"


def test_a_template_that_was_made_ahead_is_the_one_that_mkdocs_asks_for(tmp_path: Path) -> None:
    (tmp_path / "overrides").mkdir()
    (tmp_path / "overrides/of_nobody_else.html").write_text(
        "<p{% if not words %}{{ ''|url }}{% endif %}>{{ words }}</p>", "utf-8"
    )
    ahead.make_ahead(tmp_path)
    theme = Theme(custom_dir=str(tmp_path / "overrides"))
    env = templates.prepare_environment(theme.get_env())
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(env, "compile", lambda *_: pytest.fail("it is compiled again"))
        assert env.get_template("of_nobody_else.html").render(words="a < b") == "<p>a &lt; b</p>"


def test_a_build_has_begun_what_can_be_made_ahead_before_it_loads_the_rest_of_the_program() -> None:
    code = "import sys, second_opinion.commands.build; print(*sys.modules)"
    environment = {"PYTHONPATH": str(ROOT / "hooks")}
    loaded = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, env=environment
    ).stdout.split()
    assert "second_opinion.site.ahead" in loaded
    assert {"pydantic", "second_opinion.site.run", "second_opinion.project.reading"}.isdisjoint(loaded)


def test_the_texts_that_are_checked_beside_the_reading_are_those_of_the_site(sample: Project) -> None:
    written = {*texts_as_written(sample.settings)}
    asked = {(text, lang) for lang in sample.languages for text in sample.texts(lang)}
    assert len(asked) > 10
    assert asked <= written


def test_where_nothing_could_be_made_beside_the_reading_all_is_checked_as_ever(tmp_path: Path) -> None:
    run = SimpleNamespace(project=SimpleNamespace(check_missed_words=lambda: [MISSED]))
    config: Any = SimpleNamespace(extra={"run": run}, plugins={})
    begun_ahead = start("templates and scripts", send_made_ahead, tmp_path / "nowhere")
    others = SideBySide(
        lambda _check: True, lambda: [WRONG], [begun_ahead], [begin_texts(tmp_path / "nowhere")]
    )
    try:
        others.begin(config, [])
        assert others.findings_of_checks() == [WRONG, MISSED]
    finally:
        others.end()
