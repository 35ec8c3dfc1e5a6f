"""What stands on pages beside the text: page numbers, running heads and feet, footnotes."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from statistics import median

from giaoban.reading.page_lines import Line

_PAGE_NUMBER = re.compile(r"\W*(?:trang|tr\.)?\s*\d{1,4}(?:\s*/\s*\d{1,4})?\W*", re.IGNORECASE)
_NOTE = re.compile(r"[\d*(\[]")
_DIGITS = re.compile(r"\d+")
#: How many lines from either end of a page can be a running head or foot, and how far (points) one may move.
_DEPTH = 3
_DRIFT = 4
#: A footnote's letters are smaller than the page's by this factor.
_SMALL = 0.9


def parted(pages: Sequence[list[Line]]) -> tuple[list[list[Line]], list[Line]]:
    """Return the pages' lines without what belongs to the page and not to the text, and those other lines."""
    repeated = _repeated(pages)
    body: list[list[Line]] = []
    apart: list[Line] = []
    for lines in pages:
        first, last = _edges(lines, repeated)
        notes = _first_note(lines[first:last]) + first
        body.append(lines[first:notes])
        apart += lines[:first] + lines[notes:]
    return body, apart


def _edges(lines: list[Line], repeated: set[str]) -> tuple[int, int]:
    """Return where the text begins and ends among a page's lines."""
    first, last = 0, len(lines)
    while first < min(_DEPTH, last) and _is_furniture(lines[first], repeated):
        first += 1
    while last > first and len(lines) - last < _DEPTH and _is_furniture(lines[last - 1], repeated):
        last -= 1
    return first, last


def _is_furniture(line: Line, repeated: set[str]) -> bool:
    return bool(_PAGE_NUMBER.fullmatch(line.text)) or _key(line) in repeated


def _repeated(pages: Sequence[list[Line]]) -> set[str]:
    """Return the lines that stand in the same place at the top or the bottom of at least half of the pages."""
    counts: Counter[str] = Counter()
    for lines in pages:
        counts.update({_key(line) for line in (*lines[:_DEPTH], *lines[-_DEPTH:])})
    least = max(2, len(pages) / 2)
    return {key for key, count in counts.items() if count >= least}


def _key(line: Line) -> str:
    return f"{round(line.box.middle / _DRIFT)} {_DIGITS.sub('#', line.text)}"


def _first_note(lines: list[Line]) -> int:
    """Return where the footnotes begin: smaller lines at the page's end, the first of them with its sign."""
    if not lines:
        return 0
    height = _SMALL * median(one.box.height for one in lines)
    start = len(lines)
    while start > 1 and lines[start - 1].box.height < height and len(lines[start - 1].segments) == 1:
        start -= 1
    while start < len(lines) and not _NOTE.match(lines[start].text):
        start += 1
    return start
