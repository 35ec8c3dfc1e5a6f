"""A table as lines of text.

A table of one or two columns is mostly the letterhead or the signature: a row whose cells have a line each is one
line, cells a tab apart; of another row every paragraph has a line of its own. Wider tables are data: a row is one
line, whatever its cells hold.
"""

from __future__ import annotations

from dataclasses import dataclass

from giaoban.reading.text import TextBuilder

_DATA_COLUMNS = 3


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell: the column in which it begins, from 0, and the paragraphs in it."""

    column: int
    paragraphs: tuple[str, ...]

    @property
    def words(self) -> str:
        """Its words in one line."""
        return " ".join(words for paragraph in self.paragraphs if (words := " ".join(paragraph.split())))


def add_table(builder: TextBuilder, rows: list[list[Cell]]) -> None:
    """Append a table's rows, each ended by a line end."""
    is_data = max((len(row) for row in rows), default=0) >= _DATA_COLUMNS
    headings = {cell.column: cell.words for cell in rows[0]} if is_data and len(rows) > 1 else {}
    for number, row in enumerate(rows):
        if is_data or all(len(cell.paragraphs) <= 1 for cell in row):
            _add_line(builder, row, headings if number else {})
        else:
            _add_paragraphs(builder, row)


def _add_line(builder: TextBuilder, row: list[Cell], headings: dict[int, str]) -> None:
    for number, cell in enumerate(row):
        if number:
            builder.gap("\t")
        builder.add(
            cell.words,
            "cell",
            row_heading=row[0].words if number else "",
            column_heading=headings.get(cell.column, ""),
        )
    builder.gap("\n")


def _add_paragraphs(builder: TextBuilder, row: list[Cell]) -> None:
    for cell in row:
        for paragraph in cell.paragraphs:
            builder.add(paragraph.strip(), "cell")
            builder.gap("\n")
