"""The scripts of the site are sent without remarks, and do the same."""

from __future__ import annotations

from second_opinion.site.scripts import without_remarks


def test_remarks_on_their_own_lines_are_left_out() -> None:
    script = "/**\n * What it does.\n */\n\nconst a = 1;\n  /** How much. */\n  const b = 2;\n"
    assert without_remarks(script) == "\nconst a = 1;\n  const b = 2;\n"


def test_what_stands_inside_a_line_stays() -> None:
    script = "const a = /** @type {number} */ (b);\nconst c = '/** no remark */';\n// a line\n"
    assert without_remarks(script) == script


def test_what_follows_a_remark_on_its_line_stays() -> None:
    script = "/** @type {X} */ (a).b();\nconst c = 1;\n/** A remark. */\n"
    assert without_remarks(script) == "/** @type {X} */ (a).b();\nconst c = 1;\n"
