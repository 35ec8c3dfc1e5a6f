"""A page as words with boxes → its lines in reading order, whether the words come from a .pdf or were recognised.

Words that stand close on one baseline are a *segment*. Segments side by side are the letterhead or a signature, and
then make one line, a tab apart; or, where many in a row leave the same gap free, columns of text, read one by one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median

#: As multiples of a line's height: the widest gap between two words of a segment, and the narrowest between columns.
_WIDEST_GAP = 1.6
_NARROWEST_GUTTER = 0.8
#: So many rows must be divided in the same place to be columns of text, and each side must be so wide a share.
_COLUMN_ROWS = 8
_COLUMN_WIDTH = 0.25


@dataclass(frozen=True, slots=True)
class Box:
    """A box in points from the page's upper left corner."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def height(self) -> float:
        """Its height."""
        return self.bottom - self.top

    @property
    def middle(self) -> float:
        """The height at which its middle stands."""
        return (self.top + self.bottom) / 2

    def joined(self, other: Box) -> Box:
        """Return the smallest box around both."""
        return Box(
            min(self.left, other.left),
            min(self.top, other.top),
            max(self.right, other.right),
            max(self.bottom, other.bottom),
        )


@dataclass(frozen=True, slots=True)
class Word:
    """A word as it is written, the page that it stands on, from 1, and its box there."""

    text: str
    box: Box
    page: int


@dataclass(frozen=True, slots=True)
class Line:
    """A line: the words of its segments, the box around all, and which column of its page it is in, 0 for none."""

    segments: tuple[tuple[Word, ...], ...]
    box: Box
    column: int = 0

    @property
    def words(self) -> tuple[Word, ...]:
        """Its words in order."""
        return tuple(word for segment in self.segments for word in segment)

    @property
    def text(self) -> str:
        """Its text, segments a tab apart."""
        return "\t".join(" ".join(word.text for word in segment) for segment in self.segments)


def lines_of(words: Iterable[Word]) -> list[Line]:
    """Return a page's lines in reading order."""
    rows = _rows([_line([segment]) for segment in _segments(words)])
    lines: list[Line] = []
    start = column = 0
    for first, last, gutter in _columns(rows):
        lines += rows[start:first]
        sides = [one for row in rows[first:last] for one in row.segments]
        for is_left in (True, False):
            column += 1
            lines += [replace(_line([one]), column=column) for one in sides if _is_left(one, gutter) == is_left]
        start = last
    return lines + rows[start:]


def box_of(words: Iterable[Word]) -> Box:
    """Return the box around some words."""
    first, *others = (one.box for one in words)
    for other in others:
        first = first.joined(other)
    return first


def _line(segments: Iterable[tuple[Word, ...]]) -> Line:
    ordered = tuple(sorted(segments, key=lambda one: one[0].box.left))
    return Line(ordered, box_of(word for one in ordered for word in one))


def _segments(words: Iterable[Word]) -> Iterator[tuple[Word, ...]]:
    """Yield the words that stand close on one baseline; they come as they were written, mostly in order."""
    segment: list[Word] = []
    for word in words:
        if segment and not _follows(segment[-1].box, word.box):
            yield tuple(segment)
            segment = []
        segment.append(word)
    if segment:
        yield tuple(segment)


def _follows(last: Box, box: Box) -> bool:
    height = max(min(last.height, box.height), 1)
    is_level = min(last.bottom, box.bottom) - max(last.top, box.top) > height / 2
    return is_level and -height / 2 < box.left - last.right < _WIDEST_GAP * height


def _rows(segments: list[Line]) -> list[Line]:
    """Return the segments gathered into rows from top to bottom; pieces of one line are joined again."""
    rows: list[list[Line]] = []
    for one in sorted(segments, key=lambda segment: segment.box.middle):
        if rows and any(other.box.top < one.box.middle < other.box.bottom for other in rows[-1]):
            rows[-1].append(one)
        else:
            rows.append([one])
    return [_line(_mended(row)) for row in rows]


def _mended(row: list[Line]) -> list[tuple[Word, ...]]:
    mended: list[tuple[Word, ...]] = []
    for one in sorted(row, key=lambda segment: segment.box.left):
        if mended and _follows(mended[-1][-1].box, one.words[0].box):
            mended[-1] += one.words
        else:
            mended.append(one.words)
    return mended


def _columns(rows: list[Line]) -> Iterator[tuple[int, int, float]]:
    """Yield the stretches of rows that are two columns of text: first row, last, and where the gap between them is."""
    start = 0
    while start < len(rows):
        stop, gutter = _divided(rows, start)
        if stop - start >= _COLUMN_ROWS and _are_wide(rows[start:stop], gutter):
            yield start, stop, gutter
            start = stop
        else:
            start += 1


def _divided(rows: list[Line], start: int) -> tuple[int, float]:
    """Return how far from a row all rows leave one place free, and the middle of that place."""
    low, high = float("-inf"), float("inf")
    found = start, 0.0
    sides = set()
    for number, row in enumerate(rows[start:], start + 1):
        gap = _gap(row, low, high)
        if gap is None or gap[1] - gap[0] < _NARROWEST_GUTTER * row.box.height:
            break
        low, high = gap
        sides |= {_is_left(one, (low + high) / 2) for one in row.segments}
        if low > float("-inf") and high < float("inf") and len(sides) == 2:
            found = number, (low + high) / 2
    return found


def _gap(row: Line, low: float, high: float) -> tuple[float, float] | None:
    """Return the widest place between ``low`` and ``high`` that the row's segments leave free."""
    edges = [(box_of(one).left, box_of(one).right) for one in row.segments]
    if len(edges) == 1:
        # A row that has words on one side only bounds the gap on that side.
        left, right = edges[0]
        if low == float("-inf"):
            return None
        middle = (low + high) / 2
        return (max(low, right), high) if right <= middle else (low, min(high, left)) if left >= middle else None
    gaps = [(max(low, one[1]), min(high, other[0])) for one, other in pairwise(edges)]
    return max(gaps, key=lambda gap: gap[1] - gap[0])


def _are_wide(rows: list[Line], gutter: float) -> bool:
    """Tell whether both sides are wide enough to be columns of text, and not numbers beside words."""
    left = [box_of(one) for row in rows for one in row.segments if _is_left(one, gutter)]
    right = [box_of(one) for row in rows for one in row.segments if not _is_left(one, gutter)]
    whole = max(one.right for one in right) - min(one.left for one in left)
    return all(median(one.right - one.left for one in side) > _COLUMN_WIDTH * whole for side in (left, right))


def _is_left(segment: tuple[Word, ...], gutter: float) -> bool:
    return segment[0].box.left < gutter
