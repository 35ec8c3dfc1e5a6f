"""Secrecy stamps (dấu chỉ độ mật): whether a document is marked as a state secret.

A stamp is a line, or a column of it, that holds nothing but the level and what may stand beside it: ``MẬT``,
``*** TỐI MẬT ***``, ``M Ậ T``, ``MẬT - HỎA TỐC``, ``Độ mật: Mật``. In capitals it counts anywhere; in other letters
only in the document's head, since "Mật" alone in a list further down can be anything. Words in a sentence ("bảo
mật", "mật độ", "bí mật nhà nước", a person named Mật) are none, nor is a line that sets out several levels.

>>> stamp_in("   M Ậ T          ĐẢNG CỘNG SẢN VIỆT NAM")
'Mật'
>>> stamp_in("Tăng cường bảo vệ bí mật nhà nước; mật độ dân cư cao.") is None
True
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import islice
from typing import Literal

from giaoban.facts import load
from giaoban.vietnamese import nfc

_HEAD_LINES = 20
_LONGEST_STAMP = 120
_COLUMN_GAP = re.compile(r"\s{3,}|\t|[|]")
_NO_LETTER = re.compile(r"[\W\d_]+")


@dataclass(frozen=True, slots=True)
class Stamp:
    """Words of secrecy stamps; the data file says what each role is."""

    id: str
    role: Literal["level", "intro", "beside"]
    words: tuple[str, ...]
    source: str
    example: str


def stamp_in(text: str, *, apart: str = "", has_head: bool = True) -> str | None:
    """Return the level of the first secrecy stamp in a text, None where there is none.

    ``apart`` are words from headers, footers and text boxes, every line of which counts as the document's head; a page
    from further down has no head of its own.
    """
    lines = (line for line in nfc(text).split("\n") if line.strip())
    head = islice(lines, _HEAD_LINES if has_head else 0)
    candidates = [(line, True) for line in (*nfc(apart).split("\n"), *head)]
    for line, is_head in (*candidates, *((line, False) for line in lines)):
        if "ậ" in line or "Ậ" in line:
            levels = set(_levels_of(line, is_head=is_head))
            if len(levels) == 1:
                return levels.pop()
    return None


def _levels_of(line: str, *, is_head: bool) -> Iterator[str]:
    """Yield the levels of which the line is a stamp, or else its columns."""
    parts = [line] if _letters(line[:_LONGEST_STAMP]) in _stamps() else _COLUMN_GAP.split(line)
    for part in parts:
        level = _stamps().get(_letters(part))
        if level and (is_head or part.upper() == part or _is_introduced(part)):
            yield level


def _is_introduced(part: str) -> bool:
    """Tell whether the level follows an introduction, which makes a stamp of it in any letters."""
    letters = _letters(part)
    return any(letters.startswith(_letters(word)) for row in _rows() if row.role == "intro" for word in row.words)


def _letters(words: str) -> str:
    """Return the words' letters alone, so that decoration, spacing and case make no difference."""
    return _NO_LETTER.sub("", words).casefold()


@cache
def _stamps() -> dict[str, str]:
    """Return the letters of every stamp → its level, alone, introduced, and with what may stand beside it."""
    words = {role: [one for row in _rows() if row.role == role for one in row.words] for role in _ROLES}
    stamps: dict[str, str] = {}
    for level in words["level"]:
        forms = [level, *(f"{intro}{level}" for intro in words["intro"])]
        forms += [f"{form}{beside}" for form in tuple(forms) for beside in words["beside"]]
        forms += [f"{beside}{level}" for beside in words["beside"]]
        stamps |= {_letters(form): level for form in forms}
    return stamps


_ROLES = ("level", "intro", "beside")


def _rows() -> tuple[Stamp, ...]:
    return load("giaoban.reading", "secrecy", Stamp)
