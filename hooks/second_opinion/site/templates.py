"""The templates of the site: only the project's own, each compiled once in a process and not once a language."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jinja2 import BytecodeCache, Environment
from jinja2.bccache import Bucket

from second_opinion.core.formatting import with_soft_breaks
from second_opinion.core.languages import SOURCE_LANGUAGE

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig


class CompiledTemplates(BytecodeCache):
    """Compiled templates in memory; Jinja compiles one again when its source has changed."""

    def __init__(self) -> None:
        """Start with nothing compiled."""
        self._compiled: dict[str, bytes] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """Give a compiled template where there is one."""
        if compiled := self._compiled.get(bucket.key):
            bucket.bytecode_from_string(compiled)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep a compiled template."""
        self._compiled[bucket.key] = bucket.bytecode_to_string()


COMPILED = CompiledTemplates()


def use_own_templates_alone(config: MkDocsConfig) -> None:
    """Leave the folders of the theme out, of which no page uses a file; MkDocs would list all of them each time."""
    own = str(config.theme.custom_dir)
    config.theme.dirs = [
        folder for folder in config.theme.dirs if folder == own or "mkdocs/templates" in folder
    ]


def environment(config: MkDocsConfig) -> Environment:
    """Return what renders templates that are no pages."""
    return prepared(config.theme.get_env())


def prepared(env: Environment) -> Environment:
    """Let every template escape text, be compiled once, and know the source language and where long words break."""
    env.autoescape = True
    env.globals["source_language"] = SOURCE_LANGUAGE
    env.filters["soft_breaks"] = with_soft_breaks
    env.bytecode_cache = COMPILED
    return env
