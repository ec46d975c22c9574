"""Drawings of our own of what an editor presses on a Git host: its words as they stand there, and nothing more."""

from __future__ import annotations

import html
from collections.abc import Sequence

from msgspec import Struct

WIDTH = 720
STYLE = (
    "body{margin:0;padding:14px;width:692px;font:16px/1.4 'DejaVu Sans',sans-serif;background:#fff;color:#1c1c1c}"
    "section{border:2px solid #8a8a8a;border-radius:8px;padding:6px 12px;margin:0 0 14px}section:last-child{margin:0}"
    "p{display:flex;flex-wrap:wrap;align-items:center;gap:12px;margin:14px 0}"
    "span{border:2px solid transparent;padding:4px 0}"
    ".button,.main,.field,.tab{border:2px solid #6b6b6b;border-radius:6px;padding:4px 12px;background:#f2f2f2}"
    ".main{background:#1a6b34;border-color:#1a6b34;color:#fff;font-weight:bold}.field{background:#fff;min-width:220px}"
    ".tab{border-width:0 0 4px;border-radius:0;background:none}.code{font-family:'DejaVu Sans Mono',monospace}"
    ".strong{font-weight:bold}.good{color:#1a6b34;font-weight:bold}.bad{color:#a3161a;font-weight:bold}"
    ".here{outline:4px solid #a3161a;outline-offset:3px}"
    "b{display:inline-block;width:28px;height:28px;border-radius:14px;background:#a3161a;color:#fff;text-align:center;"
    "line-height:28px;flex:none}"
)


class Part(Struct, frozen=True):
    """Something on a screen: its words, what it is, and which step presses or fills it in."""

    words: str
    kind: str = ""
    step: int = 0

    def markup(self) -> str:
        """Return the part as HTML, framed and with its number where a step asks for it."""
        here = f"{self.kind} here" if self.step else self.kind
        number = f"<b>{self.step}</b>" if self.step else ""
        return f'{number}<span class="{here.strip()}">{html.escape(self.words)}</span>'


Row = Sequence[Part]
Screen = Sequence[Row]

CHANGE = (
    (Part("Commit changes", "strong"),),
    (
        Part("Commit message"),
        Part("Costs: say who sends the bill", "field", 3),
    ),
)
NEW_BRANCH = "Create a new branch for this commit and start a pull request"

DRAWINGS: dict[str, Sequence[Screen]] = {
    "change-file": (
        (
            (Part("docs / nl /"), Part("costs.md", "strong"), Part("✎", "button", 1)),
            (Part("De rekening gaat naar uw verzekeraar.", "code"),),
        ),
        ((Part("docs / nl / costs.md"), Part("Commit changes...", "main", 2)),),
        (
            *CHANGE,
            (Part("◉", "strong"), Part(NEW_BRANCH, "", 4)),
            (Part("Cancel", "button"), Part("Propose changes", "main", 5)),
        ),
        (
            (Part("Open a pull request", "strong"),),
            (Part("Costs: say who sends the bill", "field"), Part("Create pull request", "main", 6)),
        ),
    ),
    "fork": (
        (
            (Part("You need to fork this repository to propose changes.", "strong"),),
            (Part("Fork this repository", "main", 1),),
        ),
        ((Part("docs / nl / costs.md"), Part("Commit changes...", "main", 2)),),
        (*CHANGE, (Part("Propose changes", "main", 4),)),
        (
            (Part("Comparing changes", "strong"),),
            (Part("owner:main  ←  your-name:patch-1"), Part("Create pull request", "main", 5)),
        ),
    ),
    "branch": (
        ((Part("second-opinion", "strong"),), (Part("main ▾", "button", 1), Part("Add file ▾", "button"))),
        (
            (Part("Switch branches/tags", "strong"),),
            (Part("clearer-bill", "field", 2),),
            (Part("Create branch clearer-bill from main", "button", 3),),
        ),
        ((Part("clearer-bill ▾", "button"), Part("Add file ▾", "button")),),
        ((Part("clearer-bill had recent pushes", "strong"), Part("Compare & pull request", "main", 4)),),
    ),
    "new-file": (
        (
            (Part("clearer-bill ▾", "button"), Part("docs / nl"), Part("Add file ▾", "button", 1)),
            (Part("Create new file", "button", 2), Part("Upload files", "button")),
        ),
        (
            (Part("docs / nl /"), Part("visiting.md", "field", 3)),
            (Part("---", "code"),),
            (Part("title: Wanneer mag er bezoek komen?", "code", 4),),
            (Part("Commit changes...", "main", 5),),
        ),
        (
            (Part("◉", "strong"), Part("Commit directly to the clearer-bill branch", "", 6)),
            (Part("Commit changes", "main", 7),),
        ),
    ),
    "checks": (
        (
            (Part("Conversation", "tab"), Part("Commits", "tab"), Part("Files changed", "tab", 1)),
            (Part("✕ Some checks were not successful", "bad"),),
            (Part("✕", "bad"), Part("The pages"), Part("Details", "button")),
            (Part("✓", "good"), Part("Pictures before and after"), Part("Details", "button")),
        ),
        (
            (Part("Files changed", "strong"), Part("docs/nl/costs.md", "code")),
            (Part("written: 22-11-2026", "code"),),
            (Part("✕", "bad"), Part("'written' is '22-11-2026', which is no date;", "", 2)),
            (Part("write it as year-month-day, like 2026-11-22"),),
        ),
    ),
    "merge": (
        (
            (Part("✓ Changes approved", "good"),),
            (Part("✓ All checks have passed", "good"),),
            (Part("Merge pull request", "main", 1),),
        ),
        ((Part("Confirm merge", "main", 2), Part("Cancel", "button")),),
        (
            (Part("Pull request successfully merged and closed", "strong"),),
            (Part("Revert", "button"),),
        ),
    ),
}


def drawing_page(screens: Sequence[Screen]) -> str:
    """Return a page that shows screens below each other, with the steps in their order."""
    drawn = "".join(f"<section>{''.join(map(_row, screen))}</section>" for screen in screens)
    return f"<!doctype html><meta charset=utf-8><style>{STYLE}</style>{drawn}"


def _row(row: Row) -> str:
    return f"<p>{''.join(part.markup() for part in row)}</p>"
