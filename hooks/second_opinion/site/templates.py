"""The templates of the site: only the project's own, each compiled once in a process and not once a language."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from jinja2 import BytecodeCache, Environment, TemplateError
from jinja2.bccache import Bucket
from markupsafe import Markup, escape
from mkdocs.theme import Theme

from second_opinion.core.formatting import with_soft_breaks
from second_opinion.core.languages import SOURCE_LANGUAGE
from second_opinion.site.pages_sent import without_indentation

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

OF_FEW_SITES = {"edit.html", "preview.html"}


class CompiledTemplates(BytecodeCache):
    """Compiled templates in memory, for any folder; Jinja compiles one again when its source has changed."""

    def __init__(self) -> None:
        """Start with nothing compiled."""
        self._compiled: dict[str, bytes] = {}

    @property
    def compiled(self) -> Mapping[str, bytes]:
        """Return all that is compiled."""
        return self._compiled

    def take_in(self, compiled: Mapping[str, bytes]) -> None:
        """Take in what another process has compiled."""
        self._compiled |= compiled

    def get_bucket(self, environment: Environment, name: str, filename: str | None, source: str) -> Bucket:
        """Return what holds a template, by its name: a copy of the project has the same one in another folder."""
        bucket = super().get_bucket(environment, name, None, source)
        if bucket.code and filename:
            bucket.code = bucket.code.replace(co_filename=filename)
        return bucket

    def load_bytecode(self, bucket: Bucket) -> None:
        """Give a compiled template where there is one."""
        if compiled := self._compiled.get(bucket.key):
            bucket.bytecode_from_string(compiled)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep a compiled template."""
        self._compiled[bucket.key] = bucket.bytecode_to_string()


COMPILED = CompiledTemplates()


class Menus:
    """The menu of all subjects, made once for all pages of a language from which the same ways lead there."""

    def __init__(self) -> None:
        """Start with no menu made."""
        self._made: dict[str, str] = {}

    def __call__(self, home: str, itself: str, caller: Callable[[], str]) -> Markup:
        """Return the menu, marked where it leads to the page itself; ``caller`` makes it for a way to the home page."""
        if home not in self._made:
            self._made[home] = without_indentation(caller())
        link = f'<a href="{escape(itself)}"'
        return Markup(self._made[home].replace(f"{link}>", f'{link} aria-current="page">'))


def use_own_templates_alone(config: MkDocsConfig) -> None:
    """Leave the folders of the theme out, of which no page uses a file; MkDocs would list all of them each time."""
    own = str(config.theme.custom_dir)
    config.theme.dirs = [
        folder for folder in config.theme.dirs if folder == own or "mkdocs/templates" in folder
    ]


def compile_own_templates(own: Path) -> Mapping[str, bytes]:
    """Compile the templates of a folder that each site uses, and return all that is compiled.

    Whoever asks for one that is wrong, or for another one, compiles it then.
    """
    env = prepare_environment(Theme(custom_dir=str(own)).get_env())
    for file in own.rglob("*.html"):
        if file.name in OF_FEW_SITES:
            continue
        with suppress(TemplateError):
            env.get_template(file.relative_to(own).as_posix())
    return COMPILED.compiled


def environment(config: MkDocsConfig) -> Environment:
    """Return what renders templates that are no pages."""
    return prepare_environment(config.theme.get_env())


def prepare_environment(env: Environment) -> Environment:
    """Let every template escape text, be compiled once, and know what all of them may ask for."""
    env.autoescape = True
    env.globals["source_language"] = SOURCE_LANGUAGE
    env.globals["menu"] = Menus()
    env.filters["soft_breaks"] = with_soft_breaks
    env.bytecode_cache = COMPILED
    return env
