"""Renew the scripts of others that the site sends: ``make vendor``. Needs npm and the network; a build needs neither.

Each script is taken from a fixed version of an npm package, minified where the package does not do so itself, and
kept with its licence. The table in the folder's README.md gives version, licence and hash; a test compares them.
"""

from __future__ import annotations

import hashlib
import io
import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path

from msgspec import Struct

from second_opinion.commands.command_line import run_command

FOLDER = Path("overrides/assets/javascripts/vendor")
MINIFIER = "terser@5.51.2"


class Script(Struct, frozen=True):
    """One file of one npm package, and the name under which the site keeps it."""

    file: str
    package: str
    version: str
    member: str
    licence: str
    licence_member: str
    is_minified: bool

    @property
    def licence_file(self) -> str:
        """Return the name of the file that keeps the package's licence."""
        return f"LICENSE-{self.package.rsplit('/', 1)[-1]}.txt"


_STEMMERS = ("@orama/stemmers", "3.1.18")
SCRIPTS = (
    Script("minisearch.mjs", "minisearch", "7.2.0", "dist/es/index.js", "MIT", "LICENSE.txt", False),
    Script("stemmer-nl.mjs", *_STEMMERS, "dist/nl.js", "Apache-2.0", "LICENSE.md", True),
    Script("stemmer-en.mjs", *_STEMMERS, "dist/en.js", "Apache-2.0", "LICENSE.md", True),
)


def download(script: Script) -> tuple[bytes, bytes]:
    """Return the script and its licence as the package holds them."""
    with tempfile.TemporaryDirectory() as folder:
        command = ["npm", "pack", "--silent", "--pack-destination", folder]
        subprocess.run(
            [*command, f"{script.package}@{script.version}"], check=True, stdout=subprocess.DEVNULL
        )
        (file,) = Path(folder).glob("*.tgz")
        archive = file.read_bytes()
    return member(archive, script.member), member(archive, script.licence_member)


def member(archive: bytes, name: str) -> bytes:
    """Return one file of an npm package."""
    with tarfile.open(fileobj=io.BytesIO(archive), mode="r:gz") as package:
        file = package.extractfile(f"package/{name}")
        if file is None:
            msg = f"the package has no file {name}"
            raise FileNotFoundError(msg)
        return file.read()


def minified(code: bytes) -> bytes:
    """Return a module without comments and long names."""
    command = ["npx", "--yes", MINIFIER, "--module", "--compress", "--mangle", "--ecma", "2020"]
    return subprocess.run(command, input=code, check=True, stdout=subprocess.PIPE).stdout


def without_source_map(code: bytes) -> bytes:
    """Drop the line that names a source map: the site does not send one."""
    lines = code.splitlines(keepends=True)
    return b"".join(line for line in lines if not line.startswith(b"//# sourceMappingURL=")).rstrip() + b"\n"


def kept(script: Script, code: bytes) -> bytes:
    """Return the file as the site keeps it: one line that says what it is, then the script."""
    head = f"/*! {script.package} {script.version}, {script.licence}, see README.md */\n".encode()
    body = code if script.is_minified else minified(code)
    return head + without_source_map(body)


def format_scripts(folder: Path) -> str:
    """Return the README's table of what a folder keeps."""
    rows = ["| file | package | version | licence | sha256 |", "|---|---|---|---|---|"]
    for script in SCRIPTS:
        digest = hashlib.sha256((folder / script.file).read_bytes()).hexdigest()
        licence = f"[{script.licence}]({script.licence_file})"
        rows.append(f"| {script.file} | {script.package} | {script.version} | {licence} | `{digest}` |")
    return "\n".join(rows) + "\n"


def main() -> int:
    """Download every script and write it, its licence and the table; without the folder of these nothing is asked."""
    readme = FOLDER / "README.md"
    if not readme.is_file():
        print(f"{readme} is not here; run this in the folder of the project", file=sys.stderr)
        return 1
    for script in SCRIPTS:
        code, licence = download(script)
        (FOLDER / script.file).write_bytes(kept(script, code))
        (FOLDER / script.licence_file).write_bytes(licence)
    before, _, _ = readme.read_text(encoding="utf-8").partition("| file |")
    readme.write_text(before + format_scripts(FOLDER), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(run_command(main, "renewed the scripts"))
