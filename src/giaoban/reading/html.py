"""Web pages: the main text without menus, or the whole body where no main text is found."""

from __future__ import annotations

import re
from typing import Any

from giaoban.reading.refusals import ReadingRefusal, bomb, damaged, too_long
from giaoban.reading.tables import Cell, add_table
from giaoban.reading.text import BlockKind, Limits, Text, TextBuilder

MEDIA_TYPE = "text/html"
EXTENSIONS = (".html", ".htm", ".xhtml")

_OPENING = re.compile(rb"\s*(?:<!--.*?-->\s*|<\?xml[^>]*>\s*)*<(?:!doctype\s+html|html|head|body)\b", re.I | re.S)
_SNIFFED = 4096
_FURNITURE = re.compile(rb"<div title=.(?:header|footer).>", re.I)
#: Of a page with less, what trafilatura tells to be the main text is a guess that loses words.
_SHORTEST_MAIN_TEXT = 250
_KINDS: dict[str, BlockKind] = {"head": "heading", "item": "item"}
_BODY_KINDS: dict[str, BlockKind] = {
    "h1": "heading", "h2": "heading", "h3": "heading", "h4": "heading", "h5": "heading", "h6": "heading", "li": "item",
}  # fmt: skip
_BODY_LINES = _BODY_KINDS.keys() | {
    "address", "article", "aside", "blockquote", "body", "br", "caption", "dd", "div", "dl", "dt", "figcaption",
    "footer", "form", "header", "hr", "main", "nav", "ol", "p", "pre", "section", "table", "td", "th", "tr", "ul",
}  # fmt: skip
_NOT_SHOWN = {"head", "iframe", "noscript", "script", "select", "style", "svg", "template", "textarea", "title"}


def recognises(data: bytes) -> bool:
    """Tell whether the bytes open as a web page does."""
    return bool(_OPENING.match(data[:_SNIFFED].removeprefix(b"\xef\xbb\xbf")))


def read(data: bytes, name: str, limits: Limits) -> Text:
    """Return the page's main text: a paragraph, heading or item a line, a row of a table a line.

    All that the page shows stands apart, so that a stamp outside of the main text is seen.
    """
    if data.count(b"<") > limits.tags:
        raise bomb()
    try:
        whole = _body_text(data)
        builder = _main_text(_without_furniture(data)) or whole
    except (ReadingRefusal, MemoryError):
        raise
    # A page made to do harm can fail anywhere inside of the parsers; it means the same to a person.
    except Exception as error:
        raise damaged() from error
    if builder.length > limits.characters:
        raise too_long(limits.characters)
    return Text(builder.text.rstrip("\n"), MEDIA_TYPE, name, builder.blocks, apart=whole.text)


def _without_furniture(data: bytes) -> bytes:
    """Return a page made by LibreOffice from a document without what the document repeats on every page."""
    if not _FURNITURE.search(data):
        return data
    from lxml.html import HTMLParser, document_fromstring, tostring
    from trafilatura.utils import decode_file

    page = document_fromstring(decode_file(data).encode(), parser=HTMLParser(encoding="utf-8"))
    for part in page.xpath("//div[@title='header' or @title='footer']"):
        part.drop_tree()
    return bytes(tostring(page, encoding="utf-8"))


def _main_text(data: bytes) -> TextBuilder | None:
    from trafilatura import bare_extraction

    page = bare_extraction(data, include_tables=True, include_comments=False, include_links=False)
    body = getattr(page, "body", None)
    if body is None:
        return None
    builder = TextBuilder()
    for element in body:
        _add(builder, element)
    return builder if builder.length >= _SHORTEST_MAIN_TEXT else None


def _add(builder: TextBuilder, element: Any) -> None:
    if element.tag == "table":
        add_table(builder, [_cells(row) for row in element.iter("row")])
    elif element.tag == "list":
        for item in element:
            _add(builder, item)
    else:
        _add_lines(builder, _words(element), _KINDS.get(element.tag, "paragraph"))
    if element.tail and element.tail.strip():
        _add_lines(builder, element.tail, "paragraph")


def _cells(row: Any) -> list[Cell]:
    words = (" ".join(_words(cell).split()) for cell in row.iter("cell"))
    return [Cell(column, (one,) if one else ()) for column, one in enumerate(words)]


def _words(element: Any) -> str:
    parts = [element.text or ""]
    for child in element:
        parts.append("\n" if child.tag == "lb" else _words(child))
        parts.append(child.tail or "")
    return "".join(parts)


def _add_lines(builder: TextBuilder, words: str, kind: BlockKind) -> None:
    for line in words.split("\n"):
        if bare := " ".join(line.split()):
            builder.add(f"- {bare}" if kind == "item" else bare, kind)
            builder.gap("\n")


def _body_text(data: bytes) -> TextBuilder:
    """Return all that the page shows."""
    from lxml.html import HTMLParser, document_fromstring
    from trafilatura.utils import decode_file

    builder = TextBuilder()
    page = document_fromstring(decode_file(data).encode(), parser=HTMLParser(encoding="utf-8"))
    for body in page.iter("body"):
        _Body(builder).walk(body)
    return builder


class _Body:
    """Collects inline words until a block begins or ends."""

    def __init__(self, builder: TextBuilder) -> None:
        self._builder = builder
        self._waiting: list[str] = []

    def walk(self, element: Any) -> None:
        """Add an element and all in it."""
        if not isinstance(element.tag, str) or element.tag in _NOT_SHOWN:
            return
        is_line = element.tag in _BODY_LINES
        if is_line:
            self._flush("paragraph")
        self._waiting.append(element.text or "")
        for child in element:
            self.walk(child)
            self._waiting.append(child.tail or "")
        if is_line:
            self._flush(_BODY_KINDS.get(element.tag, "paragraph"))

    def _flush(self, kind: BlockKind) -> None:
        _add_lines(self._builder, "".join(self._waiting).replace("\n", " "), kind)
        self._waiting.clear()
