"""A made-up page with a passage, a word and an amount, in a project that git keeps."""

from __future__ import annotations

from pathlib import Path

from repositories import git
from second_opinion.project.project import TOKENS

READ = ("docs", "snippets", "data", "brands", TOKENS)  # what the checks of a project look into
PAGE = """---
title: {title}
description: {title}{about}.
slug: {slug}
written: 2026-11-20
checked: []
next_check: 2027-05-20
sources: [zvw]
related: []
search_words: []
---

{amount} {{{{ deductible.compulsory }}}} ({{{{ deductible.year }}}}).

## {section} {{#what}}

--8<-- "made-up.md"

- [{link}](costs.md) **{word}** & *meer*
"""
WORDS = {
    "nl": {"title": "Verzonnen", "slug": "verzonnen", "amount": "Hooguit", "section": "Wat is dat?"}
    | {"link": "Het geld", "word": "proefzeef"}
    | {"about": ", met een bedrag, een moeilijk woord en een gedeelde tekst"},
    "en": {"title": "Made up", "slug": "made-up", "amount": "At most", "section": "What is that?"}
    | {"link": "The money", "word": "trial sieve"}
    | {"about": ", with an amount, a hard word and a shared text"},
}
SHARED = {"nl": "Bel ons maar.", "en": "Do call us."}
TERM = "nl: {term: proefzeef, text: Een zeef.}\nen: {term: trial sieve, text: A sieve.}\n"
SITE = "https://second-opinion.example"


def write_page(root: Path, name: str, **other: str) -> None:
    """Write a made-up page in both languages."""
    for lang, words in WORDS.items():
        (root / f"docs/{lang}/{name}.md").write_text(PAGE.format(**words | other), "utf-8")


def commit_project(root: Path) -> None:
    """Put a project with the made-up page in git, on a branch called main."""
    write_page(root, "made-up")
    for lang, text in SHARED.items():
        (root / f"snippets/{lang}/made-up.md").write_text(text, "utf-8")
    (root / "data/glossary/made-up.yml").write_text(TERM, "utf-8")
    git(root, "init", "--initial-branch=main", "--template=")
    git(root, "config", "core.checkStat", "minimal")  # a copy of the folder is as new as the folder
    git(root, "add", *READ)
    git(root, "commit", "-m", "before")
    git(root, "gc", "--quiet")  # one file is put back sooner than hundreds
