"""The lines of pages → paragraphs, as they stood before a program broke them into lines.

A line goes on in the next one where the next one's first word would not have fitted behind it. That holds for
justified, ragged and centred text alike. Otherwise a paragraph ends: at an indent, a wider distance, another size of
letters, a sign of a list.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise
from statistics import median

from giaoban.reading.page_lines import Line

#: A sign of a list at the beginning of a line.
LIST_SIGN = re.compile(r"(?:[-–—•+*▪]|\(?\d{1,2}(?:\.\d{1,2}){0,3}[.)]?|\(?[a-zđ]{1,2}[.)]|[IVXLC]{1,6}[.)-])(?=\s)")
_ENDED = (".", ";", ":", "!", "?", "…", "”", "/.")
#: As multiples of a line's height: an indent, the room that a line may leave though the next word would not fit.
_INDENT = 0.7
_SLACK = 0.35
#: As multiples of what is usual on the page: the distance that parts paragraphs, the change of size that does.
_WIDE = 1.25
#: So many lines at the right margin show where it is.
_FULL_LINES = 4
_OTHER_SIZE = 0.18


@dataclass(frozen=True, slots=True)
class Area:
    """Where the text of a page or a column stands: its left and right edge, and how far one line is from the next."""

    left: float
    right: float
    pitch: float


def paragraphs_of(pages: Sequence[Sequence[Line]]) -> Iterator[list[Line]]:
    """Yield the lines of each paragraph; one may go on over the end of a page."""
    paragraph: list[Line] = []
    filled = list(filter(None, pages))
    for lines, margins in zip(filled, _margins(filled), strict=True):
        areas = _areas(lines, margins)
        for number, line in enumerate(lines):
            is_first = number == 0
            if paragraph and not _goes_on(paragraph, line, areas[number], over_page=is_first):
                yield paragraph
                paragraph = []
            paragraph.append(line)
    if paragraph:
        yield paragraph


def _margins(pages: Sequence[Sequence[Line]]) -> list[Area]:
    """Return what each page is written on outside of columns; of one with few lines, what the page before it is."""
    own = [_area([line for line in lines if not line.column]) for lines in pages]
    full = [_is_full(lines, area) for lines, area in zip(pages, own, strict=True)]
    known = next((area for area, is_full in zip(own, full, strict=True) if is_full), None)
    margins: list[Area] = []
    for area, is_full in zip(own, full, strict=True):
        known = area if is_full else known
        margins.append(area if known is None else known)
    if known is None:
        widest = Area(min((one.left for one in own), default=0), max((one.right for one in own), default=0), 0)
        return [widest] * len(own)
    return margins


def _is_full(lines: Sequence[Line], area: Area) -> bool:
    """Tell whether so many of the lines reach the right margin that it is the page's."""
    reaching = [line for line in lines if not line.column and area.right - line.box.right < line.box.height]
    return len(reaching) >= _FULL_LINES


def _areas(lines: Sequence[Line], margins: Area) -> list[Area]:
    """Return each line's area: its column, or else what its page is written on."""
    areas: list[Area] = []
    for column, same in groupby(lines, key=lambda line: line.column):
        stretch = list(same)
        own = _area(stretch)
        areas += [own if column else Area(margins.left, margins.right, own.pitch)] * len(stretch)
    return areas


def _area(lines: Sequence[Line]) -> Area:
    pitches = sorted(other.box.top - one.box.top for one, other in pairwise(lines) if other.box.middle > one.box.bottom)
    # The lowest third: between the lines of a paragraph, not between paragraphs.
    usual = pitches[len(pitches) // 3] if pitches else 0.0
    left, right = min((one.box.left for one in lines), default=0), max((one.box.right for one in lines), default=0)
    return Area(left, right, usual)


def _goes_on(paragraph: list[Line], line: Line, area: Area, *, over_page: bool) -> bool:
    last = paragraph[-1]
    if len(last.segments) > 1 or len(line.segments) > 1 or _has_other_size(last, line):
        return False
    if _has_room(last, line, area) or _is_new_item(last, line):
        return False
    is_column = line.box.bottom < last.box.top
    if not over_page and not is_column and line.box.top - last.box.top > _WIDE * area.pitch:
        return False
    if _is_centred(last, area) and _is_centred(line, area):
        return True
    return not _is_indented(paragraph, line, over_page or is_column, area)


def _has_other_size(last: Line, line: Line) -> bool:
    heights = [median(word.box.height for word in one.words) for one in (last, line)]
    return abs(heights[0] - heights[1]) > _OTHER_SIZE * max(heights)


def _has_room(last: Line, line: Line, area: Area) -> bool:
    """Tell whether the line's first word would have fitted behind the last line: then its paragraph had ended there."""
    height, word = last.box.height, line.words[0]
    room = area.right - last.box.right
    if _is_centred(last, area) and _is_centred(line, area):
        room += last.box.left - area.left
    return room - _SLACK * height > word.box.right - word.box.left + height / 4


def _is_new_item(last: Line, line: Line) -> bool:
    return bool(LIST_SIGN.match(line.text)) and last.text.endswith(_ENDED)


def _is_indented(paragraph: list[Line], line: Line, is_elsewhere: bool, area: Area) -> bool:
    """Tell whether the line begins further to the right than the ones above; behind the sign of a list it may."""
    if is_elsewhere:
        return line.box.left - area.left > _INDENT * line.box.height and not LIST_SIGN.match(paragraph[0].text)
    last = paragraph[-1]
    if line.box.left - last.box.left <= _INDENT * line.box.height:
        return False
    hangs = len(paragraph) == 1 and len(last.words) > 1 and LIST_SIGN.match(last.text)
    return not (hangs and abs(line.box.left - last.words[1].box.left) < _INDENT * line.box.height)


def _is_centred(line: Line, area: Area) -> bool:
    left, right = line.box.left - area.left, area.right - line.box.right
    return left > line.box.height and abs(left - right) < line.box.height
