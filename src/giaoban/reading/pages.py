"""The pages of a file → its :class:`Text`: paragraphs and tables in order, each word with its place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from math import cos, radians, sin

from giaoban.reading.encodings import encoding_of, restored
from giaoban.reading.page_furniture import parted
from giaoban.reading.page_lines import Box, Line, Word, lines_of
from giaoban.reading.page_paragraphs import LIST_SIGN, paragraphs_of
from giaoban.reading.page_tables import Table, is_inside, joined_tables, tables_of
from giaoban.reading.refusals import too_long
from giaoban.reading.tables import Cell, add_table
from giaoban.reading.text import Limits, Page, Place, Text, TextBuilder
from giaoban.vietnamese import nfc

#: A hyphen that a program put where it broke a word, and the word's own ("41-TB/ThU") behind which it was broken.
_SOFT_HYPHEN = "\u00ad"
_HYPHENS = ("-", "\u2010", "\u2011")


@dataclass(frozen=True, slots=True)
class PageWords:
    """A page, its words as they were written, and the boxes that are drawn on it.

    ``angle`` is by how much (degrees, anticlockwise) the page's image was turned for its words to lie level.
    """

    page: Page
    words: tuple[Word, ...]
    ruled: tuple[Box, ...] = ()
    angle: float = 0.0


def text_of(pages: Sequence[PageWords], media_type: str, name: str, limits: Limits) -> Text:
    """Return the text of pages; running heads, page numbers and footnotes stand apart.

    Raises the refusal of a text that is too long.
    """
    writer = _Writer(limits)
    unicode_pages = [_in_unicode(one) for one in pages]
    tables = [tables_of(one.ruled, one.words) for one in unicode_pages]
    lines, apart = parted([_lines_outside(*one) for one in zip(unicode_pages, tables, strict=True)])
    for piece in _pieces(lines, tables):
        if isinstance(piece, Table):
            writer.add_table(piece)
        else:
            writer.add_paragraphs(piece)
    text = writer.builder.text.rstrip("\n")
    places = _places(text, writer.words, {one.page.number: one for one in pages})
    return Text(
        text,
        media_type,
        name,
        writer.builder.blocks,
        nfc("\n".join(line.text for line in apart)),
        tuple(one.page for one in pages),
        tuple(places),
    )


def _in_unicode(page: PageWords) -> PageWords:
    encoding = encoding_of(" ".join(word.text for word in page.words))
    words = (Word(nfc(restored(one.text, encoding)), one.box, one.page) for one in page.words)
    return replace(page, words=tuple(words))


def _lines_outside(page: PageWords, tables: list[Table]) -> list[Line]:
    return lines_of(word for word in page.words if not any(is_inside(word, table.box) for table in tables))


def _pieces(pages: list[list[Line]], tables: list[list[Table]]) -> Iterator[Table | list[list[Line]]]:
    """Yield tables, and between them the lines of each page; a table that goes on on the next page comes as one."""
    stretch: list[list[Line]] = []
    waiting: Table | None = None
    for lines, on_page in zip(pages, tables, strict=True):
        for piece in _in_order(lines, on_page):
            if not isinstance(piece, Table):
                if waiting is not None:
                    yield waiting
                    waiting = None
                stretch.append(piece)
                continue
            joined = joined_tables(waiting, piece) if waiting is not None else None
            if joined is None:
                yield from filter(None, (waiting, stretch))
                stretch = []
            waiting = joined or piece
    yield from filter(None, (waiting, stretch))


def _in_order(lines: list[Line], tables: list[Table]) -> Iterator[Table | list[Line]]:
    rest = lines
    for table in tables:
        above = [line for line in rest if line.box.middle < table.box.top]
        rest = [line for line in rest if line.box.middle >= table.box.top]
        if above:
            yield above
        yield table
    if rest:
        yield rest


class _Writer:
    """Writes paragraphs and tables, and keeps the words in the order in which they were written."""

    def __init__(self, limits: Limits) -> None:
        self.builder = TextBuilder()
        self.words: list[Word] = []
        self._limits = limits

    def add_paragraphs(self, pages: list[list[Line]]) -> None:
        """Write the paragraphs of these lines."""
        for paragraph in paragraphs_of(pages):
            words = _joined(paragraph)
            self.builder.add(words, "item" if LIST_SIGN.match(words) else "paragraph")
            self.builder.gap("\n")
            self.words += [word for line in paragraph for word in line.words]
            self._check()

    def add_table(self, table: Table) -> None:
        """Write a table's rows."""
        add_table(
            self.builder,
            [[Cell(cell.column, tuple(_spaced(one) for one in cell.paragraphs)) for cell in row] for row in table.rows],
        )
        self.words += [word for row in table.rows for cell in row for one in cell.paragraphs for word in one]
        self._check()

    def _check(self) -> None:
        if self.builder.length > self._limits.characters:
            raise too_long(self._limits.characters)


def _spaced(words: Iterable[Word]) -> str:
    return " ".join(word.text for word in words)


def _joined(lines: Sequence[Line]) -> str:
    """Return the text of a paragraph's lines; a word that was broken at a line's end is whole again."""
    joined = lines[0].text
    for line in lines[1:]:
        if joined.endswith(_SOFT_HYPHEN):
            joined = joined[:-1] + line.text
        elif joined.endswith(_HYPHENS) and joined[-2:-1].isalnum():
            joined += line.text
        else:
            joined += f" {line.text}"
    return joined


def _places(text: str, words: Iterable[Word], pages: dict[int, PageWords]) -> Iterator[Place]:
    """Yield each word's place; the words stand in the text in this order, with nothing but blanks between."""
    position = 0
    for word in words:
        written = word.text.rstrip(_SOFT_HYPHEN)
        start = text.find(written, position)
        if start < 0 or not written:
            continue
        position = start + len(written)
        page = pages[word.page].page
        box = _turned_back(word.box, page, pages[word.page].angle)
        yield Place(
            start,
            position,
            page.number,
            round(box.left / page.width, 4),
            round(box.top / page.height, 4),
            round(box.right / page.width, 4),
            round(box.bottom / page.height, 4),
        )


def _turned_back(box: Box, page: Page, angle: float) -> Box:
    """Return the box around the point where its middle was before the page was turned."""
    if not angle:
        return box
    is_on_side = round(angle / 90) % 2 == 1
    turned_width, turned_height = (page.height, page.width) if is_on_side else (page.width, page.height)
    x, y = (box.left + box.right - turned_width) / 2, box.middle - turned_height / 2
    middle_x = page.width / 2 + x * cos(radians(angle)) - y * sin(radians(angle))
    middle_y = page.height / 2 + x * sin(radians(angle)) + y * cos(radians(angle))
    half_width, half_height = (box.right - box.left) / 2, box.height / 2
    if is_on_side:
        half_width, half_height = half_height, half_width
    return Box(middle_x - half_width, middle_y - half_height, middle_x + half_width, middle_y + half_height)
