"""Which of two bodies is the higher one (cấp trên, cấp dưới), by the levels of government in their names.

>>> level_of("Phòng Nội vụ huyện"), level_of("UBND tỉnh"), level_of("các cơ quan, đơn vị")
(2, 3, None)
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from giaoban.language.lexicon import phrases
from giaoban.language.words import words_of

CENTRAL = 4
_LEVELS = {"commune": 1, "district": 2, "province": 3, "central": CENTRAL}


@lru_cache(maxsize=1024)
def level_of(name: str) -> int | None:
    """Return the level that a body's name ends with, 1 (xã) to 4 (trung ương); None where it says none."""
    words, known, level, index = words_of(name), phrases("ranks"), None, 0
    while index < len(words):
        found = known.longest(words, index)
        level = _LEVELS.get(found[0], level) if found else level
        index = found[1] if found else index + 1
    return level


def lowest_level(lines: Iterable[str]) -> int | None:
    """Return the lowest level named in the lines of a letterhead: that of the office itself, under its superior."""
    return min((level for line in lines if (level := level_of(line)) is not None), default=None)
