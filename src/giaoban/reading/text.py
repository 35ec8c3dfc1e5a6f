"""The text of a file, and where on its page each stretch of it stands."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Literal

from giaoban.vietnamese import nfc

BlockKind = Literal["paragraph", "heading", "item", "cell"]


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch ``text[start:end]``: a paragraph, a heading, an item of a list or the cell of a table.

    A cell carries the words of the first cell of its row and of its column, where these are others.
    """

    start: int
    end: int
    kind: BlockKind
    row_heading: str = ""
    column_heading: str = ""


@dataclass(frozen=True, slots=True)
class Place:
    """Where the word ``text[start:end]`` stands: its page, from 1, and its box on the page's image.

    The edges are shares of the page's width and height from its upper left corner, whatever the image's resolution.
    """

    start: int
    end: int
    page: int
    left: float
    top: float
    right: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Page:
    """A page: its width and height in points (1/72 inch), and how sure the optical recognition is of its words.

    ``confidence`` is from 0 to 1; None of a page whose letters are in the file.
    """

    number: int
    width: float
    height: float
    confidence: float | None = None


@dataclass(frozen=True, slots=True)
class Text:
    """What was read from a file: ``text`` in NFC with line ends ``\\n``, and its blocks in order.

    ``apart`` are the words that stand outside of the body (headers, footers, text boxes, notes): no part of the
    text, but looked at for a secrecy stamp. A file of pages has ``pages``, and ``places`` for its words, in order.
    """

    text: str
    media_type: str
    name: str
    blocks: tuple[Block, ...] = ()
    apart: str = ""
    pages: tuple[Page, ...] = ()
    places: tuple[Place, ...] = ()

    def boxes(self, start: int, end: int) -> tuple[Place, ...]:
        """Return where the stretch ``text[start:end]`` stands, one box for each of its lines; none without pages.

        On a page that lies on its side every word has its own.
        """
        return tuple(joined_places(one for one in self.places if one.start < end and one.end > start))


@dataclass(frozen=True, slots=True)
class Limits:
    """How much of one file is read, so that it takes no more than some 500 MB of memory and 30 seconds.

    ``entries``, ``unpacked_bytes``, ``markup_bytes`` and ``ratio`` are of what a .docx unpacks to, ``tags`` of a
    web page, ``pages`` of a .pdf, ``scanned_pages`` of those that must be recognised, ``pixels`` of an image.
    ``memory`` and ``seconds`` hold where a file is read apart (:mod:`giaoban.reading.apart`): the bytes of the process,
    and the time to a sign of life, of which a page that was recognised is one; ``most_seconds`` is for all of it.
    """

    bytes: int = 20_000_000
    characters: int = 1_000_000
    entries: int = 2_000
    unpacked_bytes: int = 60_000_000
    markup_bytes: int = 16_000_000
    ratio: int = 200
    tags: int = 300_000
    pages: int = 1_000
    scanned_pages: int = 300
    pixels: int = 60_000_000
    memory: int = 512 * 1024 * 1024
    seconds: float = 30
    most_seconds: float = 900


class TextBuilder:
    """Puts a text together from its blocks, so that every block knows where it stands."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._blocks: list[Block] = []
        self._length = 0

    def add(self, words: str, kind: BlockKind, *, row_heading: str = "", column_heading: str = "") -> None:
        """Append a block's words as they are to be read; words that are blank leave no block."""
        words = nfc(words)
        start = self._length
        self.gap(words)
        if words.strip():
            self._blocks.append(Block(start, self._length, kind, nfc(row_heading), nfc(column_heading)))

    def gap(self, words: str) -> None:
        """Append what belongs to no block: a line end, the tab between two cells."""
        self._parts.append(words)
        self._length += len(words)

    @property
    def length(self) -> int:
        """How many characters there are so far."""
        return self._length

    @property
    def text(self) -> str:
        """The text so far."""
        return "".join(self._parts)

    @property
    def blocks(self) -> tuple[Block, ...]:
        """The blocks so far."""
        return tuple(self._blocks)


def plain_lines(text: str) -> str:
    """Return the text in NFC with ``\\n`` for every line end, and nothing else changed."""
    return nfc(text.replace("\r\n", "\n").replace("\r", "\n"))


def paragraph_blocks(text: str) -> tuple[Block, ...]:
    """Return each line that is not blank as a paragraph."""
    blocks = []
    start = 0
    for line in text.split("\n"):
        if line.strip():
            blocks.append(Block(start, start + len(line), "paragraph"))
        start += len(line) + 1
    return tuple(blocks)


def joined_places(places: Iterable[Place]) -> Iterator[Place]:
    """Yield the places with those that stand beside one another on a line joined."""
    line: Place | None = None
    for place in places:
        if line is not None and _are_on_one_line(line, place):
            line = replace(
                line,
                end=place.end,
                right=place.right,
                top=min(line.top, place.top),
                bottom=max(line.bottom, place.bottom),
            )
            continue
        if line is not None:
            yield line
        line = place
    if line is not None:
        yield line


def _are_on_one_line(line: Place, place: Place) -> bool:
    middle = (place.top + place.bottom) / 2
    return line.page == place.page and line.top < middle < line.bottom and place.left >= line.left
