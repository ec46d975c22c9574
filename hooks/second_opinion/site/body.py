"""What the build makes of the body of a page after Markdown: explained terms, folded questions, tables."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from pathlib import Path

from bs4 import BeautifulSoup
from bs4.element import Comment, NavigableString, PageElement, Tag

from second_opinion.data.glossary import Term, capital, dutch_in, pattern
from second_opinion.data.interface import Interface
from second_opinion.site.images import size_images

BEGINS_WITH_WORDS = re.compile(r"\s*<p>(?!<img|<a class=\"next\")")
NOT_EXPLAINED_IN = ["a", "button", "h1", "h2", "h3", "h4", "summary", "th", "code"]


@dataclass(frozen=True)
class Vocabulary:
    """The hard words of a language: the terms, and the way to the page of words, empty where there is none.

    ``dutch`` are the Dutch words that a page in another language may name, in small letters.
    """

    terms: Sequence[Term]
    address: str = ""
    dutch: Collection[str] = ()


def finish_body(
    html: str,
    *,
    name: str,
    words: Interface,
    vocabulary: Vocabulary,
    find_file: Callable[[str], Path | None] = lambda _: None,
    left_out: Collection[str] = (),
) -> str:
    """Return the body of page ``name`` as readers get it.

    ``find_file`` returns the file of an image by its address on the page, or None. Links to pages that are ``left_out``
    become plain words.
    """
    soup = BeautifulSoup(html, "html.parser")
    for comment in soup.find_all(string=lambda text: isinstance(text, Comment)):
        comment.extract()
    unlink(soup, left_out)
    frame_tables(soup, words)
    size_images(soup, find_file)
    if name == "questions":
        fold_questions(soup)
    if vocabulary.dutch:
        mark_dutch(soup, vocabulary.dutch)
    if name != "words":
        explain_terms(soup, vocabulary.terms, words, vocabulary.address)
    return soup.decode(formatter="html5")


def split_lead(body: str) -> tuple[str, str]:
    """Return the paragraph with which a finished body begins, and the rest; no lead where it begins otherwise."""
    if not BEGINS_WITH_WORDS.match(body):
        return "", body
    lead, end, rest = body.partition("</p>")  # a paragraph holds no other one
    return lead + end, rest


def mark_dutch(soup: BeautifulSoup, dutch: Collection[str]) -> None:
    """Mark Dutch words on a page in another language, so that they are read aloud as Dutch."""
    for stressed in soup.find_all("em"):
        if stressed.get_text().casefold() in dutch and not stressed.has_attr("lang"):
            stressed["lang"] = "nl"
    for node in list(soup.find_all(string=True)):
        if type(node) is NavigableString:
            pieces = _with_dutch_marked(soup, node)
            if len(pieces) > 1:
                node.replace_with(*pieces)


def _with_dutch_marked(soup: BeautifulSoup, text: str) -> list[PageElement]:
    pieces: list[PageElement] = []
    for words, is_dutch in dutch_in(text):
        if is_dutch:
            marked = soup.new_tag("span", attrs={"lang": "nl"})
            marked.string = words
            pieces.append(marked)
        else:
            pieces.append(NavigableString(words))
    return pieces


def unlink(soup: BeautifulSoup, left_out: Collection[str]) -> None:
    """Leave only the words of links to pages that a brand leaves out; a next step that leads there goes altogether."""
    for link in soup.select("a[href]"):
        if str(link["href"]).partition("#")[0].removesuffix(".md") not in left_out:
            continue
        if "next" in link.get_attribute_list("class") and link.parent is not None:
            link.parent.decompose()
        else:
            link.unwrap()


def frame_tables(soup: BeautifulSoup, words: Interface) -> None:
    """Put each table in a frame that scrolls by keyboard and is named after the heading before it."""
    for table in soup.find_all("table"):
        heading = table.find_previous(["h2", "h3"])
        label = words.table_region.format(title=heading.get_text() if heading else "")
        frame = soup.new_tag(
            "div", attrs={"class": "table", "role": "region", "tabindex": "0", "aria-label": label}
        )
        table.wrap(frame)
        for cell in table.select("thead th"):
            cell["scope"] = "col"


def fold_questions(soup: BeautifulSoup) -> None:
    """Make a folded block of each third-level heading and what follows it."""
    for heading in soup.select("h3[id]"):
        details = soup.new_tag("details", attrs={"class": "question", "id": str(heading["id"])})
        following = _answer_to(heading)
        heading.insert_before(details)
        del heading["id"]
        summary = soup.new_tag("summary")
        summary.append(heading.extract())
        details.append(summary)
        for node in following:
            details.append(node.extract())


def _answer_to(heading: Tag) -> list[PageElement]:
    """Return what follows a question, up to the next heading or the page's next step."""
    answer: list[PageElement] = []
    for node in heading.next_siblings:
        if isinstance(node, Tag) and (node.name in {"h2", "h3"} or node.select_one("a.next")):
            break
        answer.append(node)
    return answer


def explain_terms(soup: BeautifulSoup, terms: Sequence[Term], words: Interface, words_address: str) -> None:
    """Turn the first place of each term in running text into a button with its explanation."""
    if not terms:
        return
    finder, by_form = pattern(terms)
    open_terms = {term.id for term in terms}
    for node in list(soup.find_all(string=True)):
        if type(node) is not NavigableString or not node.strip():
            continue  # comments and scripts are strings of their own kind
        if node.find_parent(NOT_EXPLAINED_IN) or _in_box_title(node):
            continue
        pieces = _explained(soup, str(node), finder, by_form, open_terms, words, words_address)
        if len(pieces) > 1:
            node.replace_with(*pieces)


def _in_box_title(node: NavigableString) -> bool:
    return node.find_parent(class_="admonition-title") is not None


def _explained(
    soup: BeautifulSoup,
    text: str,
    finder: re.Pattern[str],
    by_form: dict[str, Term],
    open_terms: set[str],
    words: Interface,
    words_address: str,
) -> list[PageElement]:
    pieces: list[PageElement] = []
    start = 0
    for match in finder.finditer(text):
        term = by_form[match.group(0).casefold()]
        if term.id not in open_terms:
            continue
        open_terms.discard(term.id)
        pieces += [NavigableString(text[start : match.start()])]
        pieces += _button_and_note(soup, match.group(0), term, words, words_address)
        start = match.end()
    return [*pieces, NavigableString(text[start:])]


def _button_and_note(
    soup: BeautifulSoup, shown: str, term: Term, words: Interface, words_address: str
) -> list[PageElement]:
    note_id = f"term-note-{term.id}"
    button = soup.new_tag("button", attrs={"type": "button", "class": "term", "popovertarget": note_id})
    button.string = shown
    note = soup.new_tag("span", attrs={"class": "term-note", "id": note_id, "popover": ""})
    strong = soup.new_tag("strong")
    strong.string = capital(term.term)
    note.extend([strong, *_with_dutch_marked(soup, f" {term.text} ")])
    if words_address:
        link = soup.new_tag("a", attrs={"href": f"{words_address}#{term.anchor}"})
        link.string = words.all_words
        note.append(link)
    return [button, note]
