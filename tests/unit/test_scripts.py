"""The scripts of the site are sent without remarks, those of the first view as one file, and do the same."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from node import NODE, SCRIPTS
from second_opinion.site.joined_scripts import join_scripts
from second_opinion.site.scripts import without_remarks
from second_opinion.site.whole_site import write_scripts
from support import ROOT

LONGEST_LINE = 120  # of code the formatter sees to it; this holds remarks and texts too


def test_remarks_on_their_own_lines_are_left_out() -> None:
    script = "/**\n * What it does.\n */\n\nconst a = 1;\n  /** How much. */\n  const b = 2;\n"
    assert without_remarks(script) == "\nconst a = 1;\n  const b = 2;\n"


def test_types_inside_a_line_are_left_out() -> None:
    script = (
        "const a = /** @type {Map<string, {b: number}>} */ (b);\nconst c = (/** @type {string} */ d) => d;\n"
    )
    assert without_remarks(script) == "const a = (b);\nconst c = (d) => d;\n"


def test_what_else_stands_inside_a_line_stays() -> None:
    script = "const c = '/** no remark */';\nconst d = 1; /** one */\n// a line\n"
    assert without_remarks(script) == script


def test_what_follows_a_remark_on_its_line_stays() -> None:
    script = "/** @type {X} */ (a).b();\nconst c = 1;\n/** A remark. */\n"
    assert without_remarks(script) == "(a).b();\nconst c = 1;\n"


# ---- the modules of the first view

PLAIN = {
    "site.mjs": """/** The page. */

import { low, LOWEST } from "./low.mjs";
import { high } from "./high.mjs";

console.log(low(LOWEST), high());
import("./later.mjs");
""",
    "low.mjs": """
/** Take one. */
export function low(a) {
  return a - 1;
}
export const LOWEST = 0;
""",
    "high.mjs": """import { low } from "./low.mjs";

const start = 3;
export function high() {
  return low(start);
}
""",
    "later.mjs": 'import { two } from "./two.mjs";\nexport const later = two;\n',
    "two.mjs": "export const two = 2;\n",
    "unasked.mjs": "export const three = 3;\n",
}


def test_modules_are_joined_behind_what_they_need_also_what_is_asked_for_later_and_others_stay() -> None:
    sent, findings = join_scripts(PLAIN)
    assert findings == []
    assert sent == {
        "site.mjs": """function low(a) {
return a - 1;
}
const LOWEST = 0;
const start = 3;
function high() {
return low(start);
}
console.log(low(LOWEST), high());
import("./later.mjs");
""",
        "later.mjs": "const two = 2;\nexport const later = two;\n",
        "unasked.mjs": PLAIN["unasked.mjs"],
    }


def test_a_module_that_two_files_need_is_in_both() -> None:
    later = 'import { low } from "./low.mjs";\nexport const later = low(2);\n'
    sent, findings = join_scripts(PLAIN | {"later.mjs": later})
    assert findings == []
    assert sent["later.mjs"].startswith("function low(a)")
    assert sent["site.mjs"].startswith("function low(a)")
    assert "low.mjs" not in sent


@pytest.mark.parametrize(
    "declared",
    ["async function low(a) {}", "function* low(a) {}", "class low {}", "let low = 1;", "var low = 1;"],
)
def test_each_kind_of_export_is_joined(declared: str) -> None:
    sent, findings = join_scripts(PLAIN | {"low.mjs": f"export {declared}\nexport const LOWEST = 0;\n"})
    assert findings == []
    assert sent["site.mjs"].startswith(f"{declared}\nconst LOWEST")


IMPORT = 'write it as: import { name, other } from "./file.mjs";'
EXPORT = "write 'export' before the function, class or constant itself"
ALONE = (
    "is asked for by itself, and it is sent as a part of site.mjs; "
    "let site.mjs do without it, or do without it here"
)

# What a module of the first view says in place of something, and what is said about that.
FAULTS = {
    "another name": (
        "high.mjs",
        "{ low }",
        "{ low as lower }",
        f"high.mjs:1: this import cannot be joined; {IMPORT}",
    ),
    "everything": ("high.mjs", "{ low }", "* as low", f"high.mjs:1: this import cannot be joined; {IMPORT}"),
    "a default": ("high.mjs", "{ low }", "low", f"high.mjs:1: this import cannot be joined; {IMPORT}"),
    "only its effects": (
        "high.mjs",
        "{ low } from",
        "",
        f"high.mjs:1: this import cannot be joined; {IMPORT}",
    ),
    "another folder": (
        "high.mjs",
        "./low",
        "./vendor/low",
        f"high.mjs:1: this import cannot be joined; {IMPORT}",
    ),
    "an indented import": (
        "high.mjs",
        "import",
        "  import",
        f"high.mjs:1: this import cannot be joined; {IMPORT}",
    ),
    "a list of exports": (
        "high.mjs",
        "const start = 3;",
        "const start = 3;\nexport { start };",
        f"high.mjs:4: this export cannot be joined; {EXPORT}",
    ),
    "a default export": (
        "high.mjs",
        "export function",
        "export default function",
        f"high.mjs:4: this export cannot be joined; {EXPORT}",
    ),
    "exported names at once": (
        "low.mjs",
        "const LOWEST = 0;",
        "const { LOWEST } = { LOWEST: 0 };",
        f"low.mjs:6: this export cannot be joined; {EXPORT}",
    ),
    "names at once": (
        "high.mjs",
        "const start",
        "const [start]",
        "high.mjs:3: several names are declared at once; declare each by itself",
    ),
    "names without values": (
        "high.mjs",
        "const start = 3;",
        "let start, end;",
        "high.mjs:3: several names are declared at once; declare each by itself",
    ),
    "where it stands": (
        "high.mjs",
        "low(start)",
        "import.meta.url",
        "high.mjs:5: 'import.meta' is another file after the modules are joined; do without it",
    ),
    "a long text": (
        "high.mjs",
        "3;",
        "`\n`.length;",
        "high.mjs:3: a text or a remark goes on over the end of the line; end it there, or begin it with /**",
    ),
    "a long remark": (
        "high.mjs",
        "3;",
        "3; /* and\nmore */",
        "high.mjs:3: a text or a remark goes on over the end of the line; end it there, or begin it with /**",
    ),
    "a sign at the beginning": (
        "high.mjs",
        "const start = 3;",
        "[1].at(0);\nconst start = 3;",
        "high.mjs:3: this module begins with '['; begin it with a word",
    ),
    "no such module": (
        "high.mjs",
        "./low.mjs",
        "./lo.mjs",
        "high.mjs:1: the module 'lo.mjs' does not exist; did you mean 'low.mjs'?",
    ),
    "no such name": (
        "high.mjs",
        "{ low }",
        "{ lov }",
        "high.mjs:1: 'low.mjs' does not export 'lov'; did you mean 'low'?",
    ),
    "a name of its own": (
        "low.mjs",
        "export const",
        "const",
        "site.mjs:3: 'low.mjs' does not export 'LOWEST'; known: low",
    ),
    "a circle": (
        "low.mjs",
        "/** Take one. */",
        'import { high } from "./high.mjs";',
        "high.mjs:1: 'low.mjs' needs this module itself; let one of the two do without the other",
    ),
    "itself": (
        "low.mjs",
        "/** Take one. */",
        'import { LOWEST } from "./low.mjs";',
        "low.mjs:2: 'low.mjs' needs this module itself; let one of the two do without the other",
    ),
    "a name twice": (
        "high.mjs",
        "const start",
        "const LOWEST",
        "high.mjs:3: 'LOWEST' is declared in low.mjs, line 6 too; rename one of them",
    ),
    "a part that comes later": ("site.mjs", "./later.mjs", "./low.mjs", f"site.mjs:7: 'low.mjs' {ALONE}"),
    "a part of one that nothing asks for": (
        "unasked.mjs",
        "export",
        'import { low } from "./low.mjs";\nexport',
        f"unasked.mjs:1: 'low.mjs' {ALONE}",
    ),
    "one of others twice": (
        "low.mjs",
        "/** Take one. */",
        'import start from "./vendor/start.mjs";',
        "high.mjs:3: 'start' is declared in low.mjs, line 2 too; rename one of them",
    ),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_what_cannot_be_joined_is_said_and_changes_nothing(fault: str) -> None:
    file, old, new, message = FAULTS[fault]
    assert PLAIN[file].count(old) >= 1
    scripts = PLAIN | {file: PLAIN[file].replace(old, new, 1)}
    sent, findings = join_scripts(scripts)
    assert f"overrides/assets/javascripts/{message}" in [str(finding) for finding in findings]
    assert sent == scripts


def test_what_a_remark_says_of_another_module_is_no_import() -> None:
    remark = '/**\n * import { low } from "./low.mjs";\n * @typedef {import("./low.mjs").Low} Low\n */\n'
    sent, findings = join_scripts(PLAIN | {"two.mjs": remark + PLAIN["two.mjs"]})
    assert findings == []
    assert sent["site.mjs"] == join_scripts(PLAIN)[0]["site.mjs"]


def test_what_a_remark_says_of_another_module_does_not_ask_for_it() -> None:
    kept = 'export const two = (/** @type {import("./unasked.mjs").Two} */ (2));\n'
    sent, findings = join_scripts(
        PLAIN | {"two.mjs": kept, "unasked.mjs": 'export { three } from "./x.mjs";\n'}
    )
    assert findings == []
    assert sent["unasked.mjs"] == 'export { three } from "./x.mjs";\n'


def test_a_script_that_is_asked_for_later_still_gives_what_it_gives() -> None:
    form = 'import { two } from "./two.mjs";\nexport function attach() {\n  return two;\n}\n'
    sent, findings = join_scripts(PLAIN | {"later.mjs": form})
    assert findings == []
    assert sent["later.mjs"] == "const two = 2;\nexport function attach() {\nreturn two;\n}\n"
    assert "two.mjs" not in sent


def test_an_import_may_go_on_over_several_lines_and_the_lines_below_keep_their_numbers() -> None:
    long = 'import {\n  low,\n  LOWEST,\n} from "./low.mjs";'
    site = PLAIN["site.mjs"].replace('import { low, LOWEST } from "./low.mjs";', long)
    assert join_scripts(PLAIN | {"site.mjs": site}) == join_scripts(PLAIN)
    found = join_scripts(PLAIN | {"site.mjs": site.replace("./high.mjs", "./hihg.mjs")})[1]
    assert "site.mjs:7: the module 'hihg.mjs' does not exist" in str(found[0])


def test_a_script_of_others_stays_a_file_of_its_own() -> None:
    later = 'import Search from "./vendor/search.mjs";\nexport const later = new Search();\n'
    sent, findings = join_scripts(PLAIN | {"later.mjs": later})
    assert findings == []
    assert sent["later.mjs"] == later


def test_of_the_real_scripts_a_page_gets_one_that_node_understands(tmp_path: Path) -> None:
    assert write_scripts(SCRIPTS, tmp_path) == []
    joined = (tmp_path / "site.mjs").read_text("utf-8")
    assert 'from "./' not in joined
    assert "/**" not in joined
    assert not (tmp_path / "menu.mjs").exists()
    assert (tmp_path / "search.mjs").exists()
    for script in tmp_path.glob("*.mjs"):
        subprocess.run([NODE, "--check", script], check=True)


def test_no_line_of_a_script_is_longer_than_a_programmer_sees() -> None:
    folders = (SCRIPTS, ROOT / "editing", ROOT / "tests/scripts")
    lines = [
        f"{file.name}:{number}"
        for folder in folders
        for file in sorted(folder.glob("*.mjs"))
        for number, line in enumerate(file.read_text("utf-8").splitlines(), 1)
        if len(line) > LONGEST_LINE
    ]
    assert lines == []
