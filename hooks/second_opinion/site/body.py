"""What the build makes of the body of a page after Markdown: explained terms, folded parts, tables, lists."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Literal

from msgspec import Struct
from selectolax.lexbor import LexborHTMLParser, LexborNode

from second_opinion.core.addresses import HOME
from second_opinion.core.languages import SOURCE_LANGUAGE
from second_opinion.core.markdown_text import HEADING_TAGS, fold_anchor, is_one_sentence
from second_opinion.core.phone import CLOSING_SIGNS, with_signs_kept
from second_opinion.data import tools
from second_opinion.data.glossary import NOTHING_EXPLAINED, Term, capitalise, compile_forms, source_words_in
from second_opinion.data.interface import NamedWords
from second_opinion.site.image_sizes import size_images
from second_opinion.texts import questions
from second_opinion.texts.left_out import LinkInWords, page_of, sentence_that_goes
from second_opinion.texts.not_yet import MARK

BEGINS_WITH_WORDS = re.compile(r"\s*<p>(?!<img|<a [^>]*class=\"next\")")
NOT_EXPLAINED_IN = frozenset(
    {"a", "button", "h1", "h2", "h3", "h4", "summary", "th", "code", "script", "style"}
)
BOX_TITLE = "admonition-title"
WIDE = "home-wide"
STEPS = "home-steps"
HOME_QUESTIONS = "home-questions"
NOT_YET = "not-yet"
QUESTIONS = "questions"
TEXT = "-text"
COMMENT = re.compile(r"<!|</[^a-zA-Z]")  # what a browser may read as one
CLOSING = re.compile(CLOSING_SIGNS)
OPENING = re.compile(r"[(‘]+$")  # a line may end with none of these; before a button it could
NOTE = "term-note-"


class NotYet(Struct, frozen=True):
    """A section that is in the source language alone: its anchor, that of the section before it, its title, the way."""

    anchor: str
    after: str
    title: str
    address: str


class Vocabulary(Struct, frozen=True):
    """The hard words of a language: the terms, and the way to the page of words, empty where there is none.

    ``source_words`` are the words of the source language that a page in another one may name, in small letters; in
    ``names`` no word is explained.
    """

    lang: str
    terms: Sequence[Term]
    address: str = ""
    source_words: Collection[str] = ()
    names: Sequence[str] = ()


def finish_body(
    html: str,
    *,
    name: str,
    words: NamedWords,
    vocabulary: Vocabulary,
    find_file: Callable[[str], Path | None] = lambda _: None,
    left_out: Collection[str] = (),
    not_yet: Sequence[NotYet] = (),
) -> str:
    """Return the body of page ``name`` as readers get it.

    ``find_file`` returns the file of an image by its address on the page, or None. Links to pages that are ``left_out``
    become plain words. In the place of sections that are ``not_yet`` in this language stands where to read them.
    """
    tree = LexborHTMLParser(f"<body>{with_signs_kept(html)}")
    if COMMENT.search(html):
        for node in list(body_of(tree).traverse(include_text=True)):
            if node.is_comment_node:
                node.decompose()
    if name == HOME:
        _lay_out_home(tree)
    unlink_left_out(tree, left_out, vocabulary.lang)
    _frame_tables(tree, words)
    size_images(tree, find_file)
    _name_folded_parts(tree)
    _mark_made_lists(tree)
    if vocabulary.source_words:
        _mark_source_words(tree, vocabulary)
    if name not in NOTHING_EXPLAINED:
        explain_terms(tree, vocabulary, words)
    _hide_marks(tree)
    for section in not_yet:
        _say_not_yet(tree, section, words)
    return body_of(tree).inner_html or ""


def split_lead(body: str) -> tuple[str, str]:
    """Return the paragraph with which a finished body begins, and the rest; no lead where it begins otherwise."""
    if not BEGINS_WITH_WORDS.match(body):
        return "", body
    lead, end, rest = body.partition("</p>")  # a paragraph holds no other one
    return lead + end, rest


def body_of(tree: LexborHTMLParser) -> LexborNode:
    """Return the body of a tree, which the parser gives to every text."""
    assert tree.body is not None  # noqa: S101 (what the parser promises, its types do not)
    return tree.body


def _make_element(
    tree: LexborHTMLParser, tag: str, attributes: Mapping[str, str | None], *inside: LexborNode | str
) -> LexborNode:
    """Return a new element; whatever is put in is copied."""
    made = tree.create_node(tag)
    for key, value in attributes.items():
        made.attrs[key] = value  # None makes an attribute without a value
    for part in inside:
        made.insert_child(part)
    return made


def _texts_to_explain(node: LexborNode) -> Iterator[LexborNode]:
    """Yield the texts below a node in which terms may be explained: no links, headings, titles or commands."""
    for child in node.iter(include_text=True):
        if child.tag == TEXT:
            yield child
        elif child.tag not in NOT_EXPLAINED_IN and BOX_TITLE not in classes_of(child):
            yield from _texts_to_explain(child)


def classes_of(node: LexborNode) -> list[str]:
    """Return the classes of an element."""
    return (node.attributes.get("class") or "").split()


def _mark_source_words(tree: LexborHTMLParser, vocabulary: Vocabulary) -> None:
    """Mark words of the source language on a page in another one, so that they are read aloud as what they are."""
    for stressed in tree.css("em:not([lang])"):
        if stressed.text().casefold() in vocabulary.source_words:
            stressed.attrs["lang"] = SOURCE_LANGUAGE
    for node in [node for node in body_of(tree).traverse(include_text=True) if node.tag == TEXT]:
        pieces = _with_source_marked(tree, node.text_content or "", vocabulary.lang)
        if len(pieces) > 1:
            _replace_node(node, pieces)


def _replace_node(node: LexborNode, pieces: Sequence[LexborNode | str]) -> None:
    for piece in pieces:
        node.insert_before(piece)
    node.decompose()


def _with_source_marked(tree: LexborHTMLParser, text: str, lang: str) -> list[LexborNode | str]:
    return [
        _make_element(tree, "span", {"lang": SOURCE_LANGUAGE}, words) if is_of_source else words
        for words, is_of_source in source_words_in(text, lang)
    ]


def unlink_left_out(tree: LexborHTMLParser, left_out: Collection[str], lang: str) -> None:
    """Leave only the words of links to pages that a brand leaves out; a next step that leads there goes altogether.

    So does a point of the home page that begins with one: it is there to lead on. Of a section that is one sentence
    with such a link only its place stays, to which others may lead. A sentence that only says where to read more goes.
    """
    if not left_out:
        return
    while link := _first_link(tree, left_out):
        _unlink(
            tree, link, left_out, lang
        )  # with it others may go, so that each time the first is looked for
    for listed in tree.css(f"ul.{HOME_QUESTIONS}"):
        if listed.css_first("li") is None:
            for heading in tree.css(f"h2:has(+ ul.{HOME_QUESTIONS})"):
                heading.decompose()
            listed.decompose()


def _first_link(tree: LexborHTMLParser, left_out: Collection[str]) -> LexborNode | None:
    return next((one for one in tree.css("a[href]") if _page_of(one) in left_out), None)


def _unlink(tree: LexborHTMLParser, link: LexborNode, left_out: Collection[str], lang: str) -> None:
    """Take out a link to a page that is left out, with all around it that is there for it alone."""
    around = link.parent
    if around is not None and ("next" in classes_of(link) or _begins_question(link, around)):
        around.decompose()
    elif around is not None and (heading := _heading_of_all(around)):
        heading.replace_with(_make_element(tree, "span", {"id": heading.attributes["id"]}))
        around.decompose()
    elif around is None or not _take_out_sentence(around, link, left_out, lang):
        link.unwrap()


def _page_of(link: LexborNode) -> str:
    return page_of(link.attributes.get("href") or "")


def _take_out_sentence(around: LexborNode, link: LexborNode, left_out: Collection[str], lang: str) -> bool:
    """Take the sentence with a link away where it only leads to pages left out; tell whether it did.

    <p>Ask. See <a>B</a>. Go.</p> => <p>Ask. Go.</p>; what the sentence shares a text with stays as a text.
    """
    placed = [*_nodes_with_ends(around)]
    links = {
        node.mem_id: LinkInWords(begin, end, _page_of(node)) for node, begin, end in placed if node.tag == "a"
    }
    goes = sentence_that_goes(
        "".join(node.text() for node, _, _ in placed),
        links[link.mem_id],
        [*links.values()],
        is_point=around.tag != "p",
        left_out=left_out,
        lang=lang,
    )
    if goes is None:
        return False
    for node, begin, end in placed:
        _take_out_of(node, goes[0] - begin, goes[1] - begin, end - begin)
    if not around.text().strip():
        around.decompose()
    return True


def _nodes_with_ends(around: LexborNode) -> Iterator[tuple[LexborNode, int, int]]:
    """Yield what stands in an element, with where the words of each begin and end.

    <p>Ask. See <a>B</a>.</p> => "Ask. See " 0 to 9, <a>B</a> 9 to 10, "." 10 to 11
    """
    begin = 0
    for node in [*around.iter(include_text=True)]:
        end = begin + len(node.text())
        yield node, begin, end
        begin = end


def _take_out_of(node: LexborNode, start: int, stop: int, length: int) -> None:
    """Take the words from ``start`` to ``stop`` out of a node; an element of which some go, goes altogether.

    "Ask. See ", 5, 14 => "Ask. "; ". Go.", -5, 2 => "Go."; what lies outside stays as it is
    """
    if start >= length or stop <= 0:
        return
    words = node.text()
    kept = words[: max(start, 0)] + words[min(stop, length) :]
    if node.tag == TEXT and kept:
        node.replace_with(kept)
    else:
        node.decompose()


def _heading_of_all(paragraph: LexborNode) -> LexborNode | None:
    """Return the heading of a section of which all is a paragraph of one sentence; None where it says more."""
    above, below = _beside(paragraph, "prev"), _beside(paragraph, "next")
    if (
        paragraph.tag != "p"
        or above is None
        or above.tag not in HEADING_TAGS
        or not above.attributes.get("id")
    ):
        return None
    if below is not None and (below.tag not in HEADING_TAGS or below.tag > above.tag):
        return None
    return above if is_one_sentence(paragraph.text()) else None


def _beside(node: LexborNode, side: Literal["prev", "next"]) -> LexborNode | None:
    found: LexborNode | None = getattr(node, side)
    while found is not None and not found.is_element_node:
        found = getattr(found, side)
    return found


def _begins_question(link: LexborNode, point: LexborNode) -> bool:
    first, listed = point.first_child, point.parent
    is_first = first is not None and first.mem_id == link.mem_id
    return is_first and listed is not None and HOME_QUESTIONS in classes_of(listed)


def _lay_out_home(tree: LexborHTMLParser) -> None:
    """Tell the questions and the steps of the home page by what they are made of, and give their sections the width.

    The first list of which most points begin with a link holds the questions; a numbered list holds the steps.
    """
    section: list[LexborNode] = []
    has_questions = False
    for node in body_of(tree).iter():
        if node.tag == "h2":
            section = [node]
            continue
        if not section:
            continue
        section.append(node)
        is_questions = not has_questions and _is_list_of_links(node)
        if node.tag == "ol" or is_questions:
            has_questions = has_questions or is_questions
            _add_class(node, HOME_QUESTIONS if is_questions else STEPS)
            for part in section:
                _add_class(part, WIDE)
            section = []


def _is_list_of_links(node: LexborNode) -> bool:
    """Tell whether most points of a list begin with a link; in a list that the build made, it has a class."""
    points = [point.first_child for point in node.iter()] if node.tag == "ul" else []
    return sum(
        first is not None and first.tag == "a" and not classes_of(first) for first in points
    ) * 2 > len(points)


def _add_class(node: LexborNode, name: str) -> None:
    """Give an element one class more."""
    node.attrs["class"] = " ".join([*classes_of(node), name])


def _hide_marks(tree: LexborHTMLParser) -> None:
    """Take the marks of what is not yet in another language out of the headings."""
    for heading in tree.css(f"[class*={MARK}]"):
        kept = [name for name in classes_of(heading) if not name.startswith(MARK)]
        if kept:
            heading.attrs["class"] = " ".join(kept)
        else:
            del heading.attrs["class"]


def _say_not_yet(tree: LexborHTMLParser, section: NotYet, words: NamedWords) -> None:
    """Say behind the section before it, and before a link to the next page, where a section can be read."""
    link = {"href": section.address, "hreflang": SOURCE_LANGUAGE, "lang": SOURCE_LANGUAGE}
    note = _make_element(
        tree,
        "p",
        {"class": NOT_YET, "id": section.anchor},
        f"{words.section_not_yet} ",
        _make_element(tree, "a", link, section.title),
    )
    parts = [node for node in body_of(tree).iter() if node.tag != TEXT]
    start = next((at for at, node in enumerate(parts) if node.attributes.get("id") == section.after), -1)
    ends = (node for node in parts[start + 1 :] if node.tag in HEADING_TAGS or node.css_first("a.next"))
    if (end := next(ends, None)) is not None:
        end.insert_before(note)
    else:
        body_of(tree).insert_child(note)


def _frame_tables(tree: LexborHTMLParser, words: NamedWords) -> None:
    """Put each table in a frame that scrolls by keyboard and is named after the heading before it."""
    for cell in tree.css("thead th"):
        cell.attrs["scope"] = "col"
    heading = ""
    for node in tree.css("h2, h3, table"):
        if node.tag != "table":
            heading = node.text()
            continue
        label = words.table_region.format(title=heading)
        attributes = {"aria-label": label, "class": "table", "role": "region", "tabindex": "0"}
        node.replace_with(_make_element(tree, "div", attributes, node))


def _name_folded_parts(tree: LexborHTMLParser) -> None:
    """Name each folded part after the section it stands in, so that a link or a result of the search opens it."""
    section, count = "", 0
    for node in tree.css("h2, h3, details"):
        if node.tag != "details":
            section, count = node.attributes.get("id") or section, 0
            continue
        count += 1
        node.attrs["id"] = fold_anchor(section, count)
        node.attrs["class"] = "more"


def _mark_made_lists(tree: LexborHTMLParser) -> None:
    """Tell the lists that are made of questions, or of lists to take along, from those that an editor wrote."""
    for of_link, name in ((questions.CLASS, QUESTIONS), (tools.LINK, tools.LINK)):
        for link in tree.css(f"li:first-child > a.{of_link}"):
            made = link.parent.parent if link.parent else None
            if made is not None:
                _add_class(made, name)


def explain_terms(tree: LexborHTMLParser, vocabulary: Vocabulary, words: NamedWords) -> None:
    """Turn the first place of each term in running text into a button with its explanation.

    Ask your GP. A GP knows. => Ask your <span class="kept"><button>GP</button><span>note</span>.</span> A GP knows.
    The full stop is kept on the line of the button, and so is a bracket before it.
    """
    body = body_of(tree)
    finder, by_form = compile_forms(vocabulary.terms, body.text() or "")
    to_explain = {term.id: term for term in by_form.values()}
    for node in list(_texts_to_explain(body)):
        if not to_explain:
            break
        pieces: list[LexborNode | str] = []
        text, start = node.text_content or "", 0
        named = [*_places_of(vocabulary.names, text)]
        for match in finder.finditer(text):
            if any(begin < match.end() and match.start() < end for begin, end in named):
                continue
            if term := to_explain.pop(by_form[match[0].casefold()].id, None):
                made = _button_and_note(tree, match[0], term, vocabulary, words)
                begin, end, kept = _kept_together(tree, text, start, match, made)
                pieces += [text[start:begin], *kept]
                start = end
        if pieces:
            _replace_node(node, [*pieces, text[start:]])


def _places_of(names: Sequence[str], text: str) -> Iterator[tuple[int, int]]:
    """Yield where each name begins and ends in a text, each time that it stands there as words of its own."""
    for name in names:
        for match in re.finditer(rf"(?<![\w-]){re.escape(name)}(?![\w-])", text):
            yield match.span()


def _kept_together(
    tree: LexborHTMLParser, text: str, start: int, match: re.Match[str], made: Sequence[LexborNode]
) -> tuple[int, int, Sequence[LexborNode]]:
    """Return a term, made of what was found in a text, with the signs around it, and where these begin and end."""
    opening = OPENING.search(text, start, match.start())
    closing = CLOSING.match(text, match.end())
    begin, end = opening.start() if opening else match.start(), closing.end() if closing else match.end()
    if not (opening or closing):
        return begin, end, made
    before, behind = text[begin : match.start()], text[match.end() : end]
    return begin, end, [_make_element(tree, "span", {"class": "kept"}, before, *made, behind)]


def explained_ids(body: str) -> set[str]:
    """Return the ids of the terms that a finished body explains."""
    return set(re.findall(rf'popovertarget="{NOTE}([^"]+)"', body))


def _button_and_note(
    tree: LexborHTMLParser, shown: str, term: Term, vocabulary: Vocabulary, words: NamedWords
) -> tuple[LexborNode, LexborNode]:
    note_id = f"{NOTE}{term.id}"
    button = _make_element(
        tree, "button", {"class": "term", "popovertarget": note_id, "type": "button"}, shown
    )
    said = [
        _make_element(tree, "strong", {}, capitalise(term.term)),
        *_with_source_marked(tree, f" {term.text} ", vocabulary.lang),
    ]
    if vocabulary.address:
        said.append(
            _make_element(tree, "a", {"href": f"{vocabulary.address}#{term.anchor}"}, words.all_words)
        )
    return button, _make_element(tree, "span", {"class": "term-note", "id": note_id, "popover": None}, *said)
