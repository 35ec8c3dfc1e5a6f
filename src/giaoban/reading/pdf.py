"""PDF documents: the words of each page where they stand; pages that are images are recognised (OCR)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import closing
from ctypes import c_int
from functools import partial
from threading import Lock
from typing import TYPE_CHECKING

from giaoban.reading.page_lines import Box, Word
from giaoban.reading.pages import PageWords, text_of
from giaoban.reading.pdf_words import written_words
from giaoban.reading.progress import report
from giaoban.reading.refusals import ReadingRefusal, damaged, encrypted, too_long, too_many_pages
from giaoban.reading.scans import page_of
from giaoban.reading.syllables import likeness
from giaoban.reading.text import Limits, Page, Text

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument, PdfPage

MEDIA_TYPE = "application/pdf"
EXTENSIONS = (".pdf",)

_MAGIC = b"%PDF-"
#: The header may stand behind some other bytes; readers look for it in the first kilobyte.
_SNIFFED = 1024
_PASSWORD_ERROR = 4
_RESOLUTION = 300
#: A page with fewer letters than this has no text of its own; one is an image where one covers such a share of it,
#: or where so many drawn shapes can be letters.
_FEWEST_LETTERS = 16
_COVERED = 0.3
_DRAWN = 50
_MOST_SHAPES = 20_000
#: A scanner's own text is not Vietnamese where fewer words than this share have a mark, or are syllables.
_LEAST_MARKED, _LEAST_SYLLABLES, _JUDGED_WORDS = 0.2, 0.6, 20

#: PDFium must not be called by two threads at once.
lock = Lock()


def recognises(data: bytes) -> bool:
    """Tell whether the bytes open as a PDF does."""
    return _MAGIC in data[:_SNIFFED]


def read(data: bytes, name: str, limits: Limits) -> Text:
    """Return the text of the pages, lines joined into paragraphs; page numbers and running heads stand apart."""
    try:
        with lock, closing(opened(data)) as document:
            return text_of(list(_pages(document, limits)), MEDIA_TYPE, name, limits)
    except (ReadingRefusal, MemoryError):
        raise
    # A file made to do harm can fail anywhere inside of the parser; whatever it raises means the same to a person.
    except Exception as error:
        raise damaged() from error


def opened(data: bytes) -> PdfDocument:
    """Return the document, to be closed; hold :data:`lock` meanwhile. Raises a refusal: encrypted, damaged."""
    from pypdfium2 import PdfDocument, PdfiumError

    try:
        return PdfDocument(data)
    except PdfiumError as error:
        raise encrypted() if error.err_code == _PASSWORD_ERROR else damaged() from error


def _pages(document: PdfDocument, limits: Limits) -> Iterator[PageWords]:
    count = len(document)
    if count > limits.pages:
        raise too_many_pages(limits.pages)
    scanned = characters = 0
    for number in range(1, count + 1):
        with closing(document[number - 1]) as page:
            words = _page_words(page, number)
            if _is_image(page, words):
                scanned += 1
                if scanned > limits.scanned_pages:
                    raise too_many_pages(limits.scanned_pages)
                words = page_of(_shown_size(page, number), count, partial(_recognised, page, number, limits))
            characters += sum(len(word.text) for word in words.words)
            if characters > limits.characters:
                raise too_long(limits.characters)
            yield words
        report(number, count)


def _page_words(page: PdfPage, number: int) -> PageWords:
    width, height = page.get_size()
    size = Page(number, max(width, 1.0), max(height, 1.0))
    to_page = _Mapping(page, size)
    with closing(page.get_textpage()) as text:
        words = tuple(Word(written, to_page(*edges), number) for written, edges in written_words(text.raw))
    return PageWords(size, words, tuple(_shapes(page, to_page)) if words else ())


class _Mapping:
    """Maps a page's own coordinates to points from the upper left corner, as it is shown: turned and cropped."""

    _SCALE = 1000

    def __init__(self, page: PdfPage, size: Page) -> None:
        self._page = page
        self._size = size
        (self._x, self._y), (x1, y1), (x2, y2) = (self._shown(*one) for one in ((0, 0), (1000, 0), (0, 1000)))
        self._across = (x1 - self._x) / 1000, (y1 - self._y) / 1000
        self._up = (x2 - self._x) / 1000, (y2 - self._y) / 1000

    def __call__(self, left: float, bottom: float, right: float, top: float) -> Box:
        """Return the box as it is shown."""
        corners = [self._point(left, bottom), self._point(right, top)]
        xs, ys = [one[0] for one in corners], [one[1] for one in corners]
        return Box(min(xs), min(ys), max(xs), max(ys))

    def _point(self, x: float, y: float) -> tuple[float, float]:
        return (
            self._x + x * self._across[0] + y * self._up[0],
            self._y + x * self._across[1] + y * self._up[1],
        )

    def _shown(self, x: float, y: float) -> tuple[float, float]:
        from pypdfium2.raw import FPDF_PageToDevice

        across, down = c_int(), c_int()
        width, height = (int(one * self._SCALE) for one in (self._size.width, self._size.height))
        FPDF_PageToDevice(self._page.raw, 0, 0, width, height, 0, x, y, across, down)
        return across.value / self._SCALE, down.value / self._SCALE


def _shapes(page: PdfPage, to_page: _Mapping) -> Iterator[Box]:
    """Yield the boxes of the shapes drawn on the page; none of a drawing of very many."""
    from pypdfium2.raw import FPDF_PAGEOBJ_PATH, FPDFPage_CountObjects

    if FPDFPage_CountObjects(page.raw) <= _MOST_SHAPES:
        for shape in page.get_objects(filter=[FPDF_PAGEOBJ_PATH], max_depth=1):
            yield to_page(*shape.get_bounds())


def _is_image(page: PdfPage, found: PageWords) -> bool:
    """Tell whether the page must be recognised: its words are in an image, or its own are a scanner's bad guess."""
    written = "".join(word.text for word in found.words)
    if len(re.findall(r"\w", written)) < _FEWEST_LETTERS:
        return _covered(page, found.page) >= _COVERED or _has_many_shapes(page)
    like = likeness(" ".join(word.text for word in found.words))
    is_doubtful = like.words >= _JUDGED_WORDS and (
        like.marked < _LEAST_MARKED * like.words or like.share < _LEAST_SYLLABLES
    )
    return is_doubtful and _covered(page, found.page) >= 2 * _COVERED


def _covered(page: PdfPage, size: Page) -> float:
    """Return the share of the page that its images cover."""
    from pypdfium2.raw import FPDF_PAGEOBJ_IMAGE

    boxes = (one.get_bounds() for one in page.get_objects(filter=[FPDF_PAGEOBJ_IMAGE], max_depth=3))
    covered = sum((right - left) * (top - bottom) for left, bottom, right, top in boxes)
    return float(covered) / (size.width * size.height)


def _has_many_shapes(page: PdfPage) -> bool:
    from pypdfium2.raw import FPDF_PAGEOBJ_PATH

    return sum(1 for _ in page.get_objects(filter=[FPDF_PAGEOBJ_PATH], max_depth=3)) >= _DRAWN


def _recognised(page: PdfPage, number: int, limits: Limits) -> PageWords:
    from giaoban.reading.recognition import recognised

    size = _shown_size(page, number)
    scale = min(_RESOLUTION / 72, (limits.pixels / max(size.width * size.height, 1)) ** 0.5)
    image = page.render(scale=scale, grayscale=True).to_pil()
    return recognised(image, number, size, limits)


def _shown_size(page: PdfPage, number: int) -> Page:
    width, height = page.get_size()
    return Page(number, width, height)
