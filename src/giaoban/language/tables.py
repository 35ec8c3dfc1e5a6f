"""Tables of tasks written with tabs between columns: the row is the task, the other columns say who and when.

>>> text = "TT\\tNội dung\\tChủ trì\\n1\\tRà soát hồ sơ\\tCông an xã"
>>> [row] = find_rows([(0, 19), (20, len(text))], text).values()
>>> text[row.start : row.end], text[slice(*row.lead)]
('Rà soát hồ sơ', 'Công an xã')
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from giaoban.language.words import lower

Column = Literal["task", "lead", "support", "due"]
Cell = tuple[int, int]

#: What the heading of a column says about the cells under it.
_COLUMNS: tuple[tuple[Column, re.Pattern[str]], ...] = (
    ("support", re.compile(r"(?:cơ quan |đơn vị )?phối hợp")),
    ("due", re.compile(r"(?:thời gian|thời hạn|thời điểm|tiến độ|hạn|mốc|kỳ hạn|ngày hoàn thành|hoàn thành|xong)\b")),
    ("lead", re.compile(r"(?:(?:cơ quan|đơn vị|người|bộ phận)\s)?(?:chủ trì|thực hiện|phụ trách|chịu trách nhiệm)")),
    ("task", re.compile(r"(?:(?:tên|nội dung)\s)?(?:nhiệm vụ|công việc|nội dung|việc)\b")),
)


@dataclass(frozen=True, slots=True)
class Row:
    """The cells of one row: ``start`` and ``end`` of the task; the others None where the table has no such column."""

    start: int
    end: int
    lead: Cell | None = None
    support: Cell | None = None
    due: Cell | None = None


#: A line of its own in a table names the part that the rows below it belong to; a longer one ends the table.
_LONGEST_PART = 90


def find_rows(lines: Iterable[Cell], text: str) -> dict[int, Row]:
    """Return the rows of tasks among lines given by start and end, by where each line starts."""
    rows: dict[int, Row] = {}
    columns: dict[Column, int] = {}
    parted = False
    for start, end in lines:
        cells = _cells(text, start, end)
        if len(cells) < 3:
            columns = columns if not parted and end - start <= _LONGEST_PART else {}
            parted = True
            continue
        parted = False
        if heading := _columns(text, cells):
            columns = heading
        elif columns and (row := _row(columns, cells)) is not None:
            rows[start] = row
    return rows


def _cells(text: str, start: int, end: int) -> list[Cell]:
    cells: list[Cell] = []
    for written in text[start:end].split("\t"):
        blank = len(written) - len(written.lstrip())
        cells.append((start + blank, start + blank + len(written.strip())))
        start += len(written) + 1
    return cells


def _columns(text: str, cells: list[Cell]) -> dict[Column, int]:
    """Return which column is which, where a row heads a table of tasks; else nothing."""
    found: dict[Column, int] = {}
    for number, (start, end) in enumerate(cells):
        words = lower(text[start:end])
        kind = next((name for name, pattern in _COLUMNS if len(words) < 40 and pattern.match(words)), None)
        if kind is not None:
            found.setdefault(kind, number)
    return found if "task" in found and len(found) > 1 else {}


def _row(columns: dict[Column, int], cells: list[Cell]) -> Row | None:
    filled = {name: cells[n] for name, n in columns.items() if n < len(cells) and cells[n][1] > cells[n][0]}
    if "task" not in filled or len(filled) < 2:
        return None
    return Row(*filled["task"], filled.get("lead"), filled.get("support"), filled.get("due"))
