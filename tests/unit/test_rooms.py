"""The rooms of the package: imports run one way, and each room touches only what its first lines say."""

from __future__ import annotations

import ast
import fnmatch
import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from types import ModuleType

import pytest

from second_opinion.core.languages import LANGUAGES
from second_opinion.project.checking import MODULES
from second_opinion.texts import markdown_slips, word_slips
from support import ROOT

PACKAGE = ROOT / "hooks" / "second_opinion"

# Which rooms each room may import; ARCHITECTURE.md draws them.
BELOW = {
    "core": set(),
    "data": {"core"},
    "texts": {"core", "data"},
    "brand": {"core", "data", "texts"},
    "prose": {"core", "data"},
    "project": {"core", "data", "texts", "brand"},
    "site": {"core", "data", "texts", "brand", "project"},
    "links": {"core", "data", "texts", "brand", "project"},
    "commands": {"core", "data", "texts", "brand", "prose", "project", "site", "links"},
}
OF_COMMANDS = {"argparse", "subprocess", "sys"}


def modules(room: str) -> Iterator[Path]:
    """Yield the modules of a room."""
    return (PACKAGE / room).glob("*.py")


@cache
def nodes(module: Path) -> list[ast.AST]:
    """Return all that a module is made of."""
    return list(ast.walk(ast.parse(module.read_text("utf-8"))))


def imports(module: Path) -> Iterator[str]:
    """Yield the dotted name of everything that a module imports, inside functions too."""
    for node in nodes(module):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield from (f"{node.module}.{name.name}" for name in node.names)


def calls(module: Path) -> set[str]:
    """Return the names of the functions and methods that a module calls."""
    called = [node.func for node in nodes(module) if isinstance(node, ast.Call)]
    return {func.id for func in called if isinstance(func, ast.Name)} | {
        func.attr for func in called if isinstance(func, ast.Attribute)
    }


MAP = (ROOT / "ARCHITECTURE.md").read_text("utf-8")
FOLDERS = ("hooks", "overrides", "editing", "upkeep", "tests", "data", ".github", "mkdocs.yml")
THERE = [file for folder in FOLDERS for file in (ROOT / folder).rglob("*.*")] + [ROOT / "brand.yml"]
ROWS_OF_THE_MAP = re.findall(
    r"^\| (.+) \| (.+) \| (.+) \|$", MAP.partition("## Where to add")[2], re.MULTILINE
)


@cache
def code_of(*endings: str) -> str:
    """Return all that the files with these endings say."""
    return "\n".join(file.read_text("utf-8") for file in THERE if file.suffix in endings and file.is_file())


def test_the_map_names_only_what_is_there() -> None:
    files = [f"/{file.relative_to(ROOT).as_posix()}" for file in THERE] + ["/.gitlab-ci.yml"]
    named = re.findall(r"`([\w./-]+\.(?:py|mjs|css|html|yml))`", MAP)
    assert len(named) > 50
    lost = [
        name for name in named if "NAME" not in name and not any(file.endswith(f"/{name}") for file in files)
    ]
    assert not lost, lost
    code = code_of(".py", ".mjs")
    constants = re.findall(r"`([A-Z][A-Z_]{3,})`", MAP)
    assert len(constants) > 10
    assert not [
        name for name in constants if not re.search(rf"^(?:export )?(?:const )?{name}\b", code, re.MULTILINE)
    ]


def test_a_constant_stands_in_the_module_in_which_a_test_or_the_map_says_that_it_stands() -> None:
    named = re.findall(
        r"`?\b([A-Z][A-Z_]{3,})`? (?:in|of) `?([\w/]+\.(?:py|mjs))\b", f"{MAP}{code_of('.py')}"
    )
    assert len(named) > 20
    lost = [
        f"{name} of {module}"
        for name, module in named
        if not any(
            re.search(rf"^(?:export )?(?:const )?{name}\b", file.read_text("utf-8"), re.MULTILINE)
            for file in THERE
            if file.as_posix().endswith(f"/{module}")
        )
    ]
    assert not lost, lost


def test_the_files_that_begin_alike_are_there() -> None:
    files = [f"/{file.relative_to(ROOT).as_posix()}" for file in THERE]
    patterns = re.findall(r"`([\w./-]*\*[\w./*-]*\.\w+)`", MAP)
    assert len(patterns) > 5
    assert [name for name in patterns if not fnmatch.filter(files, f"*/{name}")] == []


def test_a_function_a_class_and_a_key_that_the_map_names_is_there() -> None:
    classes = re.findall(r"`([A-Z][a-z]+(?:[A-Z][a-z]+)*)`", MAP)
    code = code_of(".py")
    assert {name for name in classes if not re.search(rf"^(?:class )?{name}\b", code, re.MULTILINE)} == set()
    names = {name for row in ROWS_OF_THE_MAP for name in re.findall(r"`([a-z_]{3,})`", row[1])}
    defined = code + code_of(".yml")
    assert len(names) > 10
    shapes = {
        name: re.sub(r"^(?=_)|(?<=_)$", r"\\w+", name) for name in names
    }  # `why_` begins names, `_asked` ends some
    assert {
        name for name in names if not re.search(rf"^ *(?:def )?{shapes[name]}[:(]", defined, re.MULTILINE)
    } == set()


def test_each_row_of_the_map_has_a_test_that_is_there() -> None:
    rows = [(what, test) for what, _, test in ROWS_OF_THE_MAP if what not in {"What", "---"}]
    assert len(rows) > 20
    assert [what for what, test in rows if "`" not in test] == []
    scripts = {name for _, test in rows for name in re.findall(r"`scripts/([\w-]+)`", test)}
    assert {name for name in scripts if not (ROOT / f"tests/scripts/{name}.test.mjs").is_file()} == set()


def test_every_module_stands_in_a_room() -> None:
    assert {
        folder.name for folder in PACKAGE.iterdir() if folder.is_dir() and folder.name != "__pycache__"
    } == set(BELOW)
    assert [file.name for file in PACKAGE.glob("*.py")] == ["__init__.py"]


@pytest.mark.parametrize("room", BELOW)
def test_a_room_imports_only_rooms_below_it(room: str) -> None:
    wrong = [
        f"{module.name}: {name}"
        for module in modules(room)
        for name in imports(module)
        if name.split(".")[0] in {"second_opinion", "upkeep", "tests", "support"}
        and name.split(".")[1] not in BELOW[room] | {room}
    ]
    assert not wrong, wrong


@pytest.mark.parametrize("room", sorted(set(BELOW) - {"commands"}))
def test_only_commands_have_arguments_processes_and_print(room: str) -> None:
    wrong = [
        module.name
        for module in modules(room)
        if OF_COMMANDS & {name.split(".")[0] for name in imports(module)} or "print" in calls(module)
    ]
    assert not wrong, wrong


@pytest.mark.parametrize("room", sorted(set(BELOW) - {"commands"}))
def test_no_room_below_the_commands_knows_the_environment_or_another_modules_own_names(room: str) -> None:
    wrong = [
        f"{module.name}: {name}"
        for module in modules(room)
        for name in imports(module)
        if name.split(".")[0] == "os" or (name.startswith("second_opinion.") and "._" in name)
    ]
    assert not wrong, wrong


@pytest.mark.parametrize("room", ["core", "data", "texts", "prose"])
def test_rooms_of_text_open_no_file(room: str) -> None:
    opening = {
        "open",
        "read_text",
        "read_bytes",
        "write_text",
        "write_bytes",
        "mkdir",
        "rglob",
        "glob",
        "iterdir",
    }
    wrong = [module.name for module in modules(room) if opening & calls(module)]
    assert not wrong, wrong


@pytest.mark.parametrize("room", sorted(set(BELOW) - {"commands", "site"}))
def test_only_what_readers_get_is_written(room: str) -> None:
    writing = {
        "write_text",
        "write_bytes",
        "mkdir",
        "copyfile",
        "copy",
        "copytree",
        "rmtree",
        "rename",
        "unlink",
    }
    wrong = [module.name for module in modules(room) if writing & calls(module)]
    assert not wrong, wrong


GIVEN = {  # what a function with such a name returns; ARCHITECTURE.md says it
    "check": r"Finding|SiteDefect|Wrong",
    "describe": r"^str( \| None)?$",
    "message": r"^Message( \| None)?$",
    "messages": r"^\w+\[Message\]$",
    "mistake": r"^Mistake( \| None)?$",
    **dict.fromkeys(("finding", "fault", "notice"), r"^Finding( \| None)?$"),
    "findings": r"^\w+\[Finding(, \.\.\.)?\]$",
    "format": r"str",
    "is": r"^(bool|Type(Is|Guard).*)$",
    "has": r"^bool$",
    "can": r"^bool$",
}


@pytest.mark.parametrize("begins", GIVEN)
def test_a_function_gives_what_its_name_says(begins: str) -> None:
    functions = [
        (module.name, node)
        for room in BELOW
        for module in modules(room)
        for node in nodes(module)
        if isinstance(node, ast.FunctionDef) and node.name.lstrip("_").startswith(f"{begins}_")
    ]
    assert functions
    assert [
        f"{module}:{node.lineno}: {node.name} gives {ast.unparse(node.returns)}"
        for module, node in functions
        if node.returns and not re.search(GIVEN[begins], ast.unparse(node.returns))
    ] == []


NAMED = {  # how a function begins that returns this, and nothing beside it
    r"Message( \| None)?": r"message(_|$)",
    r"\w+\[Message\]": r"messages(_|$)",
    r"(\w+\[)?(Finding|SiteDefect)(, \.\.\.)?\]?( \| None)?": (
        r"(check|with|without|write)_|(finding|fault|notice|defect)s?(_|$)"
    ),
}


def functions_that_give(returned: str) -> list[tuple[str, ast.FunctionDef]]:
    """Return the functions, methods and generators that return this, also those of their module alone."""
    return [
        (module.name, node)
        for room in BELOW
        for module in modules(room)
        for node in nodes(module)
        if isinstance(node, ast.FunctionDef)
        if node.returns and re.fullmatch(returned, ast.unparse(node.returns))
    ]


@pytest.mark.parametrize("returned", NAMED)
def test_what_a_function_gives_stands_in_its_name(returned: str) -> None:
    giving = functions_that_give(returned)
    assert giving
    assert [
        f"{module}:{node.lineno}: {node.name} gives {ast.unparse(node.returns or node)}"
        for module, node in giving
        if not re.match(NAMED[returned], node.name.removeprefix("_"))
    ] == []


def test_a_function_that_others_ask_for_yes_or_no_says_so_in_its_name() -> None:
    giving = [(module, node) for module, node in functions_that_give("bool") if not node.name.startswith("_")]
    assert giving
    assert [
        f"{module}:{node.lineno}: {node.name}"
        for module, node in giving
        if not re.match(r"(is|has|can)_", node.name)
    ] == []


def test_a_field_and_an_argument_that_is_yes_or_no_says_so_in_its_name() -> None:
    """Fields of a model have the names of keys, which editors write."""
    named = []
    there = [(module.name, node) for room in BELOW for module in modules(room) for node in nodes(module)]
    for module, node in there:
        if isinstance(node, ast.FunctionDef):
            arguments = (*node.args.args, *node.args.kwonlyargs)
            named += [(module, one.arg, one.annotation) for one in arguments if one.annotation]
        if isinstance(node, ast.ClassDef) and "Struct" in map(ast.unparse, node.bases):
            fields = (part for part in node.body if isinstance(part, ast.AnnAssign))
            named += [(module, ast.unparse(part.target), part.annotation) for part in fields]
    yes_or_no = [
        f"{module}: {name}"
        for module, name, kind in named
        if re.fullmatch(r"bool( \| None)?", ast.unparse(kind))
    ]
    assert len(yes_or_no) > 50
    assert [one for one in yes_or_no if not re.search(r": (is|has|can)_", one)] == []


def test_no_two_modules_have_one_name() -> None:
    named = Counter(module.name for room in BELOW for module in modules(room) if module.stem != "__init__")
    assert [name for name, count in named.items() if count > 1] == []


def test_no_two_modules_give_something_the_same_public_name() -> None:
    made: dict[str, list[str]] = {}
    for module in (module for room in BELOW for module in modules(room)):
        tree, *_ = nodes(module)
        assert isinstance(tree, ast.Module)
        for part in tree.body:
            if isinstance(part, (ast.FunctionDef, ast.ClassDef)):
                made.setdefault(part.name, []).append(f"{module.parent.name}/{module.name}")
    assert {
        name: where
        for name, where in made.items()
        if len(where) > 1 and not name.startswith("_") and name != "main"
    } == {}, "a search for one of them finds the other too: say in the name what each is about"


@pytest.mark.parametrize("room", BELOW)
def test_no_two_modules_of_a_room_call_something_of_their_own_the_same(room: str) -> None:
    own: dict[str, list[str]] = {}
    for module in modules(room):
        tree, *_ = nodes(module)
        assert isinstance(tree, ast.Module)
        for part in tree.body:
            if isinstance(part, (ast.FunctionDef, ast.ClassDef)) and part.name.startswith("_"):
                own.setdefault(part.name, []).append(module.name)
    assert {name: where for name, where in own.items() if len(where) > 1} == {}, (
        "neighbours are read together: say in the name of each what it gives"
    )


def named_in_tables(module: Path) -> set[str]:
    """Return what a module names outside of its functions and classes, such as the checks in its table."""
    tree, *_ = nodes(module)
    assert isinstance(tree, ast.Module)
    tables = (part for part in tree.body if isinstance(part, (ast.Assign, ast.AnnAssign)))
    return {node.id for table in tables for node in ast.walk(table) if isinstance(node, ast.Name)}


@cache
def asked_of_others(file: Path) -> set[str]:
    """Return what a module imports, takes as an attribute, or replaces in a test."""
    code = file.read_text("utf-8")
    imported = re.findall(r"\bimport (?:\(([^)]*)\)|([^\n(]+))", code)
    return {
        *(name for part in imported for name in re.findall(r"\w+", "".join(part))),
        *re.findall(r"\.(\w+)", code),
        *re.findall(r'\bsetattr\(\w+, "(\w+)"', code),
    }


def test_a_function_that_no_other_module_asks_for_begins_with_an_underscore() -> None:
    asked = Counter(name for file in THERE if file.suffix == ".py" for name in asked_of_others(file))
    lone = [
        f"{module.name}: {node.name}"
        for room in BELOW
        for module in modules(room)
        for node in nodes(module)
        if isinstance(node, ast.FunctionDef) and node.col_offset == 0 and node.name != "main"
        if not node.name.startswith("_") and asked[node.name] == (node.name in asked_of_others(module))
        if node.name not in named_in_tables(module) and f"`{node.name}`" not in MAP
    ]
    assert lone == []


def test_a_method_that_its_class_alone_calls_begins_with_an_underscore() -> None:
    code = code_of(".py", ".html")
    said = Counter(re.findall(r"\.(\w+)", code))
    classes = [
        (node, Counter(re.findall(r"\bself\.(\w+)", ast.unparse(node))))
        for room in BELOW
        for module in modules(room)
        for node in nodes(module)
        if isinstance(node, ast.ClassDef)
    ]
    lone = [
        f"{node.name}.{method.name}"
        for node, of_itself in classes
        for method in node.body
        if isinstance(method, ast.FunctionDef) and not method.name.startswith("_")
        if 0 < said[method.name] == of_itself[method.name]
    ]
    assert lone == []


CALLED_BY_LIBRARIES = {"emit", "load_bytecode", "dump_bytecode", "server_activate"}


@pytest.mark.parametrize("room", BELOW)
def test_what_a_module_takes_from_another_keeps_its_name(room: str) -> None:
    renamed = [
        f"{module.name}: {node.module}.{name.name} is called {name.asname}"
        for module in modules(room)
        for node in nodes(module)
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("second_opinion")
        for name in node.names
        if name.asname
    ]
    assert renamed == [], "give it a name that tells it apart where it is made, or write MODULE.NAME"


def test_everything_that_is_defined_is_used() -> None:
    asking = [
        file for file in THERE if file.suffix in {".py", ".html"} and ROOT / "tests" not in file.parents
    ]
    said = Counter(word for file in asking for word in re.findall(r"\w+", file.read_text("utf-8")))
    defined = [
        (module.name, node.name)
        for room in BELOW
        for module in modules(room)
        for node in nodes(module)
        if isinstance(node, (ast.FunctionDef, ast.ClassDef))
        and not node.name.startswith("__")
        and not any(
            ast.unparse(mark).partition("(")[0].endswith("_validator") for mark in node.decorator_list
        )
    ]
    lost = [(module, name) for module, name in defined if said[name] < 2]
    assert [one for one in lost if one[1] not in CALLED_BY_LIBRARIES] == [], (
        "nothing but tests asks for these"
    )


def test_a_record_is_quick_to_define() -> None:
    """A dataclass takes half a millisecond in every process, which with all records was a tenth of a build."""
    there = [
        node.module
        for room in BELOW
        for module in modules(room)
        for node in nodes(module)
        if isinstance(node, ast.ImportFrom)
    ]
    assert "dataclasses" not in there, "make it a Struct"


def test_every_field_of_a_record_is_read() -> None:
    programs = [file for file in THERE if file.suffix == ".py" and ROOT / "tests" not in file.parents]
    read = {
        node.attr
        for file in programs
        for node in nodes(file)
        if isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Load)
    }
    read |= {str(node.value) for file in programs for node in nodes(file) if isinstance(node, ast.Constant)}
    read |= {*re.findall(r"\w+", code_of(".html"))}
    fields = [
        f"{node.name}.{field.target.id}"
        for room in BELOW
        for module in modules(room)
        for node in nodes(module)
        if isinstance(node, ast.ClassDef) and "Struct" in map(ast.unparse, node.bases)
        for field in node.body
        if isinstance(field, ast.AnnAssign) and isinstance(field.target, ast.Name)
    ]
    assert len(fields) > 100
    assert [field for field in fields if field.partition(".")[2] not in read] == [], "nobody reads these"


def test_one_module_knows_the_languages() -> None:
    wrong = [
        f"{module.name}:{node.lineno}"
        for room in BELOW
        for module in modules(room)
        if module.stem != "languages"
        for node in nodes(module)
        if (isinstance(node, ast.Constant) and node.value in LANGUAGES)
        or (isinstance(node, ast.Attribute) and node.attr in LANGUAGES)
    ]
    assert not wrong, wrong


READING = {
    *("count", "endswith", "find", "findall", "finditer", "fullmatch"),
    *("match", "partition", "rpartition", "search", "split", "startswith", "sub"),
}


def test_no_module_decides_by_the_words_of_a_finding() -> None:
    """These are for people: who changes a wording changes nothing else."""
    wrong = []
    there = {module for room in BELOW for module in modules(room)} - {PACKAGE / "core" / "findings.py"}
    for module in sorted(there):
        for node in nodes(module):
            read: list[ast.AST] = []
            if isinstance(node, (ast.Compare, ast.Tuple)):
                read = [*ast.iter_child_nodes(node)]
            elif isinstance(node, (ast.ListComp, ast.SetComp, ast.GeneratorExp)):
                read = [node.elt]
            elif (
                isinstance(node, ast.Call)
                and isinstance(node.func, ast.Attribute)
                and node.func.attr in READING
            ):
                read = [node.func.value, *node.args]
            wrong += [
                f"{module.name}:{part.lineno}: {ast.unparse(part)}"
                for part in read
                if isinstance(part, ast.Attribute) and part.attr in {"wrong", "do"}
            ]
    assert wrong == [], "give the finding a name, what it is about, its place or values, and ask for those"


def test_one_module_says_which_signs_a_name_has() -> None:
    saying = {
        module.name
        for room in BELOW
        for module in modules(room)
        for node in nodes(module)
        if isinstance(node, ast.Constant) and re.search(r"\[a-z0-9\]\+\((?:\?:)?-", str(node.value))
    }
    assert saying == {"records.py"}, "ask is_slug"


@pytest.mark.parametrize("module", [*MODULES, markdown_slips, word_slips], ids=lambda module: module.__name__)
def test_every_check_of_a_module_stands_in_its_checks(module: ModuleType) -> None:
    made = {
        name for name, value in vars(module).items() if getattr(value, "__module__", "") == module.__name__
    }
    tables = (module.CHECKS, getattr(module, "CHECKS_IN_A_LANGUAGE", ()))
    checks = {check.__name__ for table in tables for check in table}
    assert not {name for name in checks if not name.startswith("check_")}
    called = calls(Path(str(module.__file__)))
    lost = {name for name in made if name.startswith("check_")} - checks - called
    assert not lost, "nobody asks these: write each into CHECKS at the end of its module"


def test_every_module_of_checks_is_asked() -> None:
    there = {file.stem for file in modules("project") if file.stem.startswith("checks_of_")}
    assert there == {module.__name__.rpartition(".")[2] for module in MODULES}


@pytest.mark.parametrize("code", LANGUAGES)
def test_no_template_names_a_language(code: str) -> None:
    wrong = [
        f"{template.name}: {line}"
        for template in (ROOT / "overrides").rglob("*.html")
        if template.name != "preview.html"  # for who makes a brand, in English alone
        for line in template.read_text("utf-8").splitlines()
        if f'"{code}"' in line or f"'{code}'" in line
    ]
    assert not wrong, wrong
