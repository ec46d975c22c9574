"""The roles that review pages: data/roles.yml."""

from __future__ import annotations

from second_opinion.core.findings import Finding
from second_opinion.core.records import ByLanguage, Slug, Wording, Words, in_each_language
from second_opinion.core.validation import YamlDocument, validate_list

FILE = "data/roles.yml"


@in_each_language(Words)
class Role(ByLanguage):
    """A role that reviews pages: the word that readers see, and what it looks at."""

    id: Slug
    looks_at: Wording

    def word(self, lang: str) -> str:
        """Return the word that readers see."""
        return str(self.part(lang))


def read_roles(document: YamlDocument) -> tuple[list[Role], list[Finding]]:
    """Return the roles."""
    good, findings = validate_list(document, Role)
    return list(good.values()), [*document.findings, *findings]
