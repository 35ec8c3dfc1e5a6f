"""Tables on a page: the grid that its ruled lines make, and the words in each cell."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from giaoban.reading.page_lines import Box, Word, lines_of

#: A box so thin (points) is a ruled line; lines so near to each other are one; one may miss another by so much.
_THIN = 3.0
_NEAR = 2.5
#: The smallest side (points) that a cell can have.
_SMALLEST = 6.0


@dataclass(frozen=True, slots=True)
class TableCell:
    """A cell: its column, from 0, and its words, a tuple for each of its paragraphs."""

    column: int
    paragraphs: tuple[tuple[Word, ...], ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table: its box, the edges of its columns, and its rows."""

    box: Box
    columns: tuple[float, ...]
    rows: tuple[tuple[TableCell, ...], ...]


def tables_of(ruled: Iterable[Box], words: Sequence[Word]) -> list[Table]:
    """Return the tables of a page from top to bottom; a frame around one cell is none."""
    across, down = _edges(ruled)
    found = [_table(group, words) for group in _grids(across, down)]
    return sorted((one for one in found if one is not None), key=lambda table: table.box.top)


def joined_tables(above: Table, below: Table) -> Table | None:
    """Return a table that goes on on the next page as one; None where the two have other columns."""
    if len(above.columns) != len(below.columns) or any(
        abs(one - other) > _NEAR for one, other in zip(above.columns, below.columns, strict=True)
    ):
        return None
    rows = below.rows[1:] if _texts(above.rows[0]) == _texts(below.rows[0]) else below.rows
    kept, first = list(above.rows), rows[0] if rows else ()
    if first and not any(first[0].paragraphs) and len(first) == len(kept[-1]):
        kept[-1] = tuple(
            TableCell(one.column, one.paragraphs + other.paragraphs) for one, other in zip(kept[-1], first, strict=True)
        )
        rows = rows[1:]
    return Table(above.box, above.columns, (*kept, *rows))


def _texts(row: tuple[TableCell, ...]) -> list[list[str]]:
    return [[word.text for paragraph in cell.paragraphs for word in paragraph] for cell in row]


def _edges(ruled: Iterable[Box]) -> tuple[list[Box], list[Box]]:
    """Return the lines across and the lines down; a drawn box gives its four sides."""
    across: list[Box] = []
    down: list[Box] = []
    for box in ruled:
        width = box.right - box.left
        if box.height < _THIN <= width:
            across.append(box)
        elif width < _THIN <= box.height:
            down.append(box)
        elif width >= _SMALLEST and box.height >= _SMALLEST:
            across += [Box(box.left, y, box.right, y) for y in (box.top, box.bottom)]
            down += [Box(x, box.top, x, box.bottom) for x in (box.left, box.right)]
    return across, down


def _grids(across: list[Box], down: list[Box]) -> list[list[Box]]:
    """Return the lines in groups that touch one another."""
    groups: list[list[Box]] = []
    for line in sorted({*across, *down}, key=lambda box: (box.top, box.left)):
        # What touches it was mostly drawn a moment ago, so the last lines are asked first.
        touched = [group for group in groups if any(_touch(line, other) for other in reversed(group))]
        if not touched:
            groups.append([line])
            continue
        first, *others = touched
        first.append(line)
        for group in others:
            first += group
        groups = [group for group in groups if all(group is not other for other in others)]
    return groups


def _touch(one: Box, other: Box) -> bool:
    return (
        one.left - _NEAR <= other.right
        and other.left - _NEAR <= one.right
        and one.top - _NEAR <= other.bottom
        and other.top - _NEAR <= one.bottom
    )


def _table(lines: list[Box], words: Sequence[Word]) -> Table | None:
    across, down = _edges(lines)
    columns = _distinct((one.left + one.right) / 2 for one in down)
    heights = _distinct(one.middle for one in across)
    if len(columns) < 3 or len(heights) < 2:
        return None
    box = Box(columns[0], heights[0], columns[-1], heights[-1])
    inside = [one for one in words if is_inside(one, box)]
    rows = [_row(Box(box.left, top, box.right, bottom), columns, down, inside) for top, bottom in pairwise(heights)]
    filled = tuple(row for row in rows if any(cell.paragraphs for cell in row))
    return Table(box, tuple(columns), filled) if filled else None


def _row(row: Box, columns: list[float], down: list[Box], words: Sequence[Word]) -> tuple[TableCell, ...]:
    """Return a row's cells; where no line parts two columns they are one cell."""
    edges = [
        x
        for x in columns
        if x in (row.left, row.right)
        or any(abs((one.left + one.right) / 2 - x) <= _NEAR and one.top <= row.middle <= one.bottom for one in down)
    ]
    return tuple(
        TableCell(
            columns.index(left),
            _paragraphs([one for one in words if is_inside(one, Box(left, row.top, right, row.bottom))]),
        )
        for left, right in pairwise(edges)
    )


def _paragraphs(words: list[Word]) -> tuple[tuple[Word, ...], ...]:
    from giaoban.reading.page_paragraphs import paragraphs_of

    return tuple(
        tuple(word for line in paragraph for word in line.words) for paragraph in paragraphs_of([lines_of(words)])
    )


def is_inside(word: Word, box: Box) -> bool:
    """Tell whether the middle of a word is in a box."""
    x = (word.box.left + word.box.right) / 2
    return box.left <= x <= box.right and box.top <= word.box.middle <= box.bottom


def _distinct(values: Iterable[float]) -> list[float]:
    """Return the values in order, of those that are near to each other the first."""
    kept: list[float] = []
    for value in sorted(values):
        if not kept or value - kept[-1] > _NEAR:
            kept.append(value)
    return kept
