"""Signs that optical recognition takes for others, put right where they can be nothing else.

>>> put_right(["trong", "quý", "H/2026."])
['trong', 'quý', 'II/2026.']
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from giaoban.facts import load

_ANYWHERE = "any"


@dataclass(frozen=True, slots=True)
class Slip:
    """A slip; the data file says what each value is."""

    id: str
    read: str
    before: str
    meant: str
    example: tuple[str, ...]
    source: str


def put_right(line: Iterable[str]) -> list[str]:
    """Return the words of a line with such signs put right."""
    words: list[str] = []
    for word in line:
        last = words[-1].lower() if words else ""
        for slip, pattern in _patterns():
            if slip.before == _ANYWHERE:
                word = pattern.sub(slip.meant, word)
            elif slip.before == last and (found := pattern.match(word)):
                word = slip.meant + word[found.end() :]
        words.append(word)
    return words


@cache
def _patterns() -> tuple[tuple[Slip, re.Pattern[str]], ...]:
    return tuple((one, re.compile(one.read)) for one in load("giaoban.reading", "slips", Slip))
