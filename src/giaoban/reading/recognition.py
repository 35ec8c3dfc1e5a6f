"""Recognising the words on a page's image (nhận dạng chữ, OCR) with Tesseract in Vietnamese."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from giaoban.reading.page_lines import Box, Word
from giaoban.reading.pages import PageWords
from giaoban.reading.programs import require, run
from giaoban.reading.slips import put_right
from giaoban.reading.straightening import prepared, skew
from giaoban.reading.text import Limits, Page

if TYPE_CHECKING:
    from PIL.Image import Image

#: What has fewer letters is kept from this confidence on (of 100); below it are specks and strokes.
_LEAST_CONFIDENCE, _LEAST_LETTERS = 20, 3
_COLUMNS = 12
_LINE_LEVEL, _WORD_LEVEL = "4", "5"
#: A page less sure than this may lie on its side, or one with words so much higher than wide; the answer that says so.
_DOUBTFUL, _UPRIGHT = 0.75, 2.5
_CLOCKWISE = re.compile(r"^Rotate: (90|180|270)$", re.MULTILINE)
#: A line between these multiples of the usual height has letters of the usual size.
_SMALLEST, _LARGEST = 0.6, 1.45


def recognised(image: Image, number: int, page: Page, limits: Limits) -> PageWords:
    """Return the words on a grey image of a page, in points of that page turned upright, and how sure they are.

    A page that lies on its side or its head is turned. Raises a refusal where Tesseract is missing, or takes longer
    than the limit.
    """
    with TemporaryDirectory(prefix="giaoban-") as folder:
        tesseract = _Tesseract(Path(folder), limits)
        found = tesseract.read(image, number, page, 0)
        if not _is_doubtful(found):
            return found
        turn = tesseract.turn(image)
        if not turn:
            return found
        turned = tesseract.read(image.rotate(turn, expand=True), number, page, turn)
        return max(turned, found, key=lambda one: (not _is_doubtful(one), one.page.confidence or 0))


def _is_doubtful(found: PageWords) -> bool:
    """Tell whether the page may lie on its side: its words are hardly made out, or stand upright."""
    upright = sum(1 for word in found.words if word.box.height > _UPRIGHT * (word.box.right - word.box.left))
    return (found.page.confidence or 0) < _DOUBTFUL or upright > len(found.words) / 2


class _Tesseract:
    """Runs Tesseract on images in a folder."""

    def __init__(self, folder: Path, limits: Limits) -> None:
        self._program = require("tesseract")
        self._folder = folder
        self._limits = limits

    def read(self, image: Image, number: int, page: Page, turn: int) -> PageWords:
        """Return the words on the image of a page that was turned by quarters of a circle (degrees)."""
        angle = skew(image)
        upright = prepared(image, angle)
        width, height = (page.height, page.width) if turn % 180 else (page.width, page.height)
        across, down = width / upright.width, height / upright.height
        words: list[Word] = []
        sure: list[tuple[float, int]] = []
        for text, confidence, (left, top, right, bottom) in _words(self._run(upright, "3", "tsv")):
            words.append(Word(text, Box(left * across, top * down, right * across, bottom * down), number))
            sure.append((confidence, len(text)))
        letters = sum(count for _, count in sure)
        confidence = sum(one * count for one, count in sure) / letters / 100 if letters else 0.0
        return PageWords(replace(page, confidence=round(confidence, 3)), tuple(words), angle=turn + angle)

    def turn(self, image: Image) -> int:
        """Return by how much (degrees, anticlockwise) the image must be turned to stand upright; 0 where unknown."""
        found = _CLOCKWISE.search(self._run(image, "0", may_fail=True))
        return -int(found[1]) % 360 if found else 0

    def _run(self, image: Image, mode: str, *output: str, may_fail: bool = False) -> str:
        path = self._folder / "page.png"
        image.save(path, compress_level=1)
        language = "osd" if mode == "0" else "vie"
        command = [self._program, str(path), "stdout", "-l", language, "--dpi", "300", "--psm", mode, *output]
        return run(command, self._folder, self._limits.seconds, may_fail=may_fail).decode("utf-8", "replace")


def _words(table: str) -> Iterator[tuple[str, float, tuple[int, int, int, int]]]:
    """Yield each word of Tesseract's table, its confidence, and its left, top, right and bottom edge."""
    rows = [row for row in (line.split("\t") for line in table.splitlines()[1:]) if len(row) == _COLUMNS]
    heights = _line_heights(rows)
    words = [row for row in rows if row[0] == _WORD_LEVEL and _is_word(row[11], float(row[10]))]
    for key, line in groupby(words, key=_key):
        found = list(line)
        for row, text in zip(found, put_right(row[11].strip() for row in found), strict=True):
            left, _, width, _ = map(int, row[6:10])
            yield text, float(row[10]), (left, heights[key][0], left + width, heights[key][1])


def _is_word(text: str, confidence: float) -> bool:
    """Tell a word from specks and strokes."""
    letters = sum(map(str.isalnum, text))
    return bool(text.strip()) and (confidence >= _LEAST_CONFIDENCE or letters >= _LEAST_LETTERS)


def _line_heights(lines: list[list[str]]) -> dict[tuple[str, ...], tuple[int, int]]:
    """Return the upper and lower edge of each line; of letters of usual size they are the same distance apart.

    A line's own box depends on which letters it happens to have: "ác" is less high than "Ấy".
    """
    found = {_key(line): (int(line[7]), int(line[9])) for line in lines if line[0] == _LINE_LEVEL}
    if not found:
        return {}
    usual = int(median(height for _, height in found.values()))
    edges = {}
    for key, (top, height) in found.items():
        kept = usual if _SMALLEST * usual < height < _LARGEST * usual else height
        middle = top + height // 2
        edges[key] = middle - kept // 2, middle - kept // 2 + kept
    return edges


def _key(line: list[str]) -> tuple[str, ...]:
    """Return the block, paragraph and line that a row of Tesseract's table belongs to."""
    return tuple(line[2:5])
