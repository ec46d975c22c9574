"""Modules of one concern, sent as one file for each time that a page asks for scripts.

``site.mjs`` is such a file, and so is each module that some script asks for later, by ``import()``: with all that it
imports itself. What two files import is in both of them.

A bundler from npm would know the whole language, but then every hospital would need Node to build its site.

A module is taken as it is but for its indentation and two words: an ``import`` falls away, and so does ``export``
before a name, except for what the file as a whole gives. Nothing is renamed. So the modules have to be plain ones, and
what is not understood here is a finding, never a guess. Scripts of others, in ``vendor/``, stay files of their own.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping

from msgspec import Struct

from second_opinion.core.cache import cached, handed_over
from second_opinion.core.findings import Finding, Message, did_you_mean
from second_opinion.site.scripts import REMARK, without_remarks

FIRST = "site.mjs"  # what every page asks for
FOLDER = "overrides/assets/javascripts"

_IMPORT = re.compile(r'import \{ ([\w$]+(?:, [\w$]+)*),? \} from "\./([\w-]+\.mjs)";')
_IMPORT_OVER_LINES = re.compile(r'^import \{\n[^{}]*\} from "[^"\n]*";', re.MULTILINE)
_IMPORT_OF_OTHERS = re.compile(r'import ([\w$]+) from "\./vendor/[\w-]+\.mjs";')
_ASKED_LATER = re.compile(r'\bimport\("\./([\w-]+\.mjs)"\)')
_IMPORTING = re.compile(r"\s*import\b(?!\s*\()")
_DECLARED = re.compile(r"(export )?(?:async )?(?:function\*?|class|const|let|var) ([\w$]+)")
_SEVERAL = re.compile(r"(?:export )?(?:const|let|var) [{\[]|(?:export )?(?:let|var) [\w$]+,")
_EXPORTING = re.compile(r"\s*export\b")
_UNFINISHED = re.compile(r"/\*(?:(?!\*/).)*$")
_GOES_ON = "([`/+-"  # what begins so would belong to the last line of the module before


class Import(Struct, frozen=True):
    """What a module takes from another, and on which line it says so."""

    line: int
    file: str
    names: tuple[str, ...]


class Module(Struct, frozen=True):
    """A module of one concern: what it takes, what it declares (name, line), what it gives, and its lines."""

    file: str
    imports: tuple[Import, ...]
    declared: Mapping[str, int]
    exported: frozenset[str]
    code: tuple[str, ...]
    findings: tuple[Finding, ...]


@handed_over
def scripts_to_send(scripts: tuple[tuple[str, str], ...]) -> tuple[Mapping[str, str], list[Finding]]:
    """Return the scripts as they are sent, joined and without remarks, by their names, and what is wrong with them."""
    joined, findings = join_scripts(dict(scripts))
    return {name: without_remarks(script) for name, script in joined.items()}, findings


def join_scripts(scripts: Mapping[str, str]) -> tuple[dict[str, str], list[Finding]]:
    """Return the scripts to send, by their names, and what keeps them from being joined.

    site.mjs, which imports menu.mjs, and cost-form.mjs, which is asked for later => site.mjs with menu.mjs in it, and
    cost-form.mjs.

    As long as something does, every script stays as it was.
    """
    found: list[Finding] = []
    joined: dict[str, str] = {}
    needed: dict[str, list[Module]] = {}
    for entry in _entries(scripts):
        modules, findings = _modules(entry, scripts)
        found += [*findings, *(finding for module in modules for finding in module.findings)]
        found += [*_check_names_taken(modules), *_check_names_declared(modules)]
        joined[entry] = "".join(_join_part(module, entry) for module in modules)
        needed[entry] = modules
    parts = {module.file for modules in needed.values() for module in modules}
    for entry, modules in needed.items():
        found += _check_parts_alone(entry, modules, parts, scripts)
    if found:
        return dict(scripts), found
    return joined | {file: script for file, script in scripts.items() if file not in parts}, []


def _entries(scripts: Mapping[str, str]) -> list[str]:
    """Return the scripts that are sent as files of their own: the first, and what some script asks for later."""
    asked = [name for script in scripts.values() for name in _ASKED_LATER.findall(without_remarks(script))]
    return [name for name in dict.fromkeys([FIRST, *asked]) if name in scripts]


def _join_part(module: Module, entry: str) -> str:
    """Return a module as a part of an entry; what the entry itself gives, the whole file gives."""
    lines = module.code
    if module.file != entry:
        lines = tuple(line.removeprefix("export ") for line in lines)
    return "".join(f"{line}\n" for line in lines)


@cached
def _read_module(file: str, script: str) -> Module:
    """Return a module by its lines."""
    imports: list[Import] = []
    declared: dict[str, int] = {}
    exported: set[str] = set()
    code: list[str] = []
    findings: list[Finding] = []
    for number, line in _code_lines(script):
        if found := _IMPORT.fullmatch(line):
            imports.append(Import(number, found[2], tuple(found[1].split(", "))))
            continue
        if of_others := _IMPORT_OF_OTHERS.fullmatch(line):
            declared[of_others[1]] = number
        elif fault := _message_of_line(line) or (_message_of_first_line(line) if not code else None):
            findings.append(_fault_at(file, number, *fault))
        if name := _DECLARED.match(line):
            declared[name[2]] = number
            exported |= {name[2]} if name[1] else set()
        code.append(line.strip())
    return Module(file, tuple(imports), declared, frozenset(exported), tuple(code), tuple(findings))


def _code_lines(script: str) -> Iterator[tuple[int, str]]:
    """Yield the lines of a script that a browser needs, with their numbers."""
    plain = REMARK.sub(lambda remark: "\n" * remark[0].count("\n"), script)
    plain = _IMPORT_OVER_LINES.sub(
        lambda found: " ".join(found[0].split()) + "\n" * found[0].count("\n"), plain
    )
    return ((number, line) for number, line in enumerate(plain.splitlines(), 1) if line.strip())


def _message_of_line(line: str) -> Message | None:
    """Return what is wrong with a line that is taken over, and what to do; None where nothing is."""
    if _IMPORTING.match(line):
        return "this import cannot be joined", 'write it as: import { name, other } from "./file.mjs";'
    if _EXPORTING.match(line) and not _DECLARED.match(line):
        return "this export cannot be joined", "write 'export' before the function, class or constant itself"
    if "import.meta" in line:
        return "'import.meta' is another file after the modules are joined", "do without it"
    if _SEVERAL.match(line):
        return "several names are declared at once", "declare each by itself"
    if line.count("`") % 2 or _UNFINISHED.search(line):
        return "a text or a remark goes on over the end of the line", "end it there, or begin it with /**"
    return None


def _message_of_first_line(line: str) -> Message | None:
    """Return what is wrong with the first line of a module, and what to do; None where nothing is."""
    begin = line.lstrip()[0]
    return (f"this module begins with '{begin}'", "begin it with a word") if begin in _GOES_ON else None


def _modules(entry: str, scripts: Mapping[str, str]) -> tuple[list[Module], list[Finding]]:
    """Return the modules that the entry needs, each behind those that it needs itself, as a browser runs them."""
    done: dict[str, Module] = {}
    findings: list[Finding] = []

    def visit(file: str, above: tuple[str, ...]) -> None:
        module = _read_module(file, scripts[file])
        for needed in module.imports:
            if needed.file in (*above, file):
                wrong = f"'{needed.file}' needs this module itself"
                findings.append(
                    _fault_at(file, needed.line, wrong, "let one of the two do without the other")
                )
            elif needed.file not in scripts:
                wrong = f"the module '{needed.file}' does not exist"
                findings.append(_fault_at(file, needed.line, wrong, did_you_mean(needed.file, scripts)))
            elif needed.file not in done:
                visit(needed.file, (*above, file))
        done[file] = module

    visit(entry, ())
    return list(done.values()), findings


def _check_names_taken(modules: list[Module]) -> Iterator[Finding]:
    """Find names that are taken from a module which does not give them."""
    given = {module.file: module.exported for module in modules}
    for module in modules:
        for needed in module.imports:
            for name in needed.names:
                if name not in given.get(needed.file, {name}):
                    wrong = f"'{needed.file}' does not export '{name}'"
                    do = did_you_mean(name, given[needed.file])
                    yield _fault_at(module.file, needed.line, wrong, do)


def _check_names_declared(modules: list[Module]) -> Iterator[Finding]:
    """Find names that two modules declare: in one file they would be one."""
    first: dict[str, Module] = {}
    for module in modules:
        for name, line in module.declared.items():
            other = first.setdefault(name, module)
            if other is not module:
                where = f"{other.file}, line {other.declared[name]}"
                yield _fault_at(
                    module.file, line, f"'{name}' is declared in {where} too", "rename one of them"
                )


def _check_parts_alone(
    entry: str, modules: list[Module], joined: Collection[str], scripts: Mapping[str, str]
) -> Iterator[Finding]:
    """Find what asks for a module by itself that is sent only as a part of an entry.

    What is ``joined`` into another entry takes its own copy along.
    """
    parts = sorted({module.file for module in modules} - {entry})
    for file, script in scripts.items():
        named = [part for part in parts if f'"./{part}"' in script]
        for number, line in _code_lines(script) if named else ():
            if file in joined and _IMPORT.fullmatch(line):
                continue
            for part in (part for part in named if f'"./{part}"' in line):
                wrong = f"'{part}' is asked for by itself, and it is sent as a part of {entry}"
                yield _fault_at(file, number, wrong, f"let {entry} do without it, or do without it here")


def _fault_at(file: str, line: int, wrong: str, do: str) -> Finding:
    return Finding(f"{FOLDER}/{file}", line, wrong, do)
