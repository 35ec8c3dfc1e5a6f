"""The lines of pages → paragraphs, as they stood before a program broke them into lines.

A line goes on in the next one where the next one's first word would not have fitted behind it. That holds for
justified, ragged and centred text alike. Otherwise a paragraph ends: at an indent, a wider distance, another size of
letters, a sign of a list.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from giaoban.reading.page_lines import Line, Word

#: A sign of a list at the beginning of a line.
LIST_SIGN = re.compile(r"(?:[-–—•+*▪]|\(?\d{1,2}(?:\.\d{1,2}){0,3}[.)]?|\(?[a-zđ]{1,2}[.)]|[IVXLC]{1,6}[.)-])(?=\s)")
_ENDED = (".", ";", ":", "!", "?", "…", "”", "/.")
#: As multiples of a line's height: an indent, the room that a line may leave though the next word would not fit.
_INDENT = 0.7
_SLACK = 0.35
#: As multiples of what is usual on the page: the distance that parts paragraphs, the change of size that does.
_WIDE = 1.25
#: A column that is so wide a share of what is written on is no column of several.
_MOST_OF_IT = 0.6
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
    everything = [line for lines in pages for line in lines]
    whole = _area(everything) if everything else Area(0, 0, 0)
    for lines in filter(None, pages):
        areas = _areas(lines, whole)
        for number, line in enumerate(lines):
            is_first = number == 0
            if paragraph and not _goes_on(paragraph, line, areas[number], over_page=is_first):
                yield paragraph
                paragraph = []
            paragraph.append(line)
    if paragraph:
        yield paragraph


def _areas(lines: Sequence[Line], whole: Area) -> list[Area]:
    """Return each line's area: the lines between two jumps upwards are a column."""
    jumps = (number for number, (one, other) in enumerate(pairwise(lines), 1) if other.box.bottom < one.box.top)
    areas: list[Area] = []
    for start, stop in pairwise([0, *jumps, len(lines)]):
        own = _area(lines[start:stop])
        is_whole = own.right - own.left > _MOST_OF_IT * (whole.right - whole.left) or stop - start == len(lines)
        areas += [Area(min(own.left, whole.left), max(own.right, whole.right), own.pitch) if is_whole else own] * (
            stop - start
        )
    return areas


def _area(lines: Sequence[Line]) -> Area:
    pitches = sorted(other.box.top - one.box.top for one, other in pairwise(lines) if other.box.middle > one.box.bottom)
    # The lowest third: between the lines of a paragraph, not between paragraphs.
    usual = pitches[len(pitches) // 3] if pitches else 0.0
    return Area(min(one.box.left for one in lines), max(one.box.right for one in lines), usual)


def _goes_on(paragraph: list[Line], line: Line, area: Area, *, over_page: bool) -> bool:
    last = paragraph[-1]
    if len(last.segments) > 1 or len(line.segments) > 1 or _has_other_size(last, line):
        return False
    if _has_room(last, line.words[0], area) or _is_new_item(last, line):
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


def _has_room(last: Line, word: Word, area: Area) -> bool:
    """Tell whether the word would have fitted behind the last line: then its paragraph had ended there."""
    height = last.box.height
    room = area.right - last.box.right
    if _is_centred(last, area):
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
