"""The roles that check pages: data/roles.yml."""

from __future__ import annotations

from second_opinion.core.findings import Finding
from second_opinion.core.records import Slug, Strict, Words
from second_opinion.core.validation import Located, check_list

FILE = "data/roles.yml"


class Role(Strict):
    """A role that checks pages: the word that readers see, and what it looks at."""

    id: Slug
    nl: Words
    en: Words
    looks_at: Words

    def word(self, lang: str) -> str:
        """Return the word that readers see."""
        return str(getattr(self, lang))


def read_roles(located: Located) -> tuple[list[Role], list[Finding]]:
    """Return the roles."""
    good, findings = check_list(located, Role)
    return list(good.values()), [*located.findings, *findings]
