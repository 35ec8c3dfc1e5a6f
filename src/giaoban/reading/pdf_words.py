"""The words of a PDF page as PDFium tells its characters, each with its box.

They come in the order in which they were written, mostly that of reading. Where a font lacks letters, a program may
write a line's letters of one font and then those of another, to stand among them: such a page's letters are put
together again by where they stand.
"""

from __future__ import annotations

from collections.abc import Iterator
from ctypes import c_double
from itertools import pairwise
from typing import Any

#: How far a font's letters rise above the baseline and sink below it, as shares of its size (Times New Roman's).
_ASCENT, _DESCENT = 0.891, 0.216
#: What PDFium tells of a hyphen at a line's end.
_LINE_END_HYPHEN = "\u0002"

#: Left, bottom, right and top in a page's own coordinates, which rise from below.
Edges = tuple[float, float, float, float]
#: Letters nearer than this (of their size) are of one word; words that go back on their line, a share of all.
_GAP = 0.12
_GOING_BACK = 0.02


def written_words(text: Any) -> list[tuple[str, Edges]]:
    """Return each word and its box, in the page's own coordinates; ``text`` is PDFium's handle of the page's text."""
    words = list(_in_order(text))
    back = sum(1 for (_, one), (_, other) in pairwise(words) if _goes_back(one, other))
    return list(_by_place(text)) if back > _GOING_BACK * len(words) else words


def _goes_back(one: Edges, other: Edges) -> bool:
    """Tell whether a word stands before the one written before it, on one line and near to it."""
    is_level = min(one[3], other[3]) - max(one[1], other[1]) > (one[3] - one[1]) / 2
    return is_level and other[2] < one[2]


def _by_place(text: Any) -> Iterator[tuple[str, Edges]]:
    """Yield the words that the letters make by where they stand, line by line."""
    from pypdfium2.raw import FPDFText_CountChars, FPDFText_GetUnicode

    letters: list[tuple[str, Edges]] = []
    for position in range(FPDFText_CountChars(text)):
        letter = _letter(FPDFText_GetUnicode(text, position))
        if letter and not letter.isspace():
            letters.append(("-" if letter == _LINE_END_HYPHEN else letter, _box(text, position, position)))
    word, edges = "", (0.0, 0.0, 0.0, 0.0)
    for letter, place in sorted(letters, key=lambda one: (-round(one[1][1]), one[1][0])):
        if word and _is_next(edges, place):
            word, edges = word + letter, _joined(edges, place)
            continue
        if word:
            yield word, edges
        word, edges = letter, place
    if word:
        yield word, edges


def _is_next(edges: Edges, place: Edges) -> bool:
    size = max(edges[3] - edges[1], 1)
    is_level = abs(edges[1] - place[1]) < size / 4
    return is_level and -size < place[0] - edges[2] < _GAP * size


def _in_order(text: Any) -> Iterator[tuple[str, Edges]]:
    """Yield each word and its box, in the page's own coordinates, in the order in which they were written."""
    from pypdfium2.raw import FPDFText_CountChars, FPDFText_GetUnicode

    word = ""
    start = last = 0
    for position in range(FPDFText_CountChars(text)):
        letter = _letter(FPDFText_GetUnicode(text, position))
        is_broken = letter == _LINE_END_HYPHEN
        if letter and not letter.isspace():
            if not word:
                start = position
            word, last = word + ("-" if is_broken else letter), position
        if word and (is_broken or letter.isspace()):
            yield word, _box(text, start, last)
            word = ""
    if word:
        yield word, _box(text, start, last)


def _letter(code: int) -> str:
    """Return a character; none for what is no character."""
    return "" if code in (0, 0xFEFF) or 0xD800 <= code < 0xE000 or code > 0x10FFFF else chr(code)


def _box(text: Any, first: int, last: int) -> Edges:
    """Return the box of the characters: as wide as they are, as high as their font, whatever letters they are."""
    from pypdfium2.raw import FS_MATRIX, FPDFText_GetCharOrigin, FPDFText_GetFontSize, FPDFText_GetMatrix

    matrix, x, y = FS_MATRIX(), c_double(), c_double()
    left, bottom, right, top = _joined(_character_box(text, first), _character_box(text, last))
    FPDFText_GetMatrix(text, first, matrix)
    if abs(matrix.b) > abs(matrix.d) / 10 or not FPDFText_GetCharOrigin(text, first, x, y):
        return left, bottom, right, top
    size = FPDFText_GetFontSize(text, first) * abs(matrix.d)
    return left, y.value - _DESCENT * size, right, y.value + _ASCENT * size


def _joined(one: Edges, other: Edges) -> Edges:
    return min(one[0], other[0]), min(one[1], other[1]), max(one[2], other[2]), max(one[3], other[3])


def _character_box(text: Any, position: int) -> Edges:
    from pypdfium2.raw import FS_RECTF, FPDFText_GetLooseCharBox

    box = FS_RECTF()
    FPDFText_GetLooseCharBox(text, position, box)
    return box.left, box.bottom, box.right, box.top
