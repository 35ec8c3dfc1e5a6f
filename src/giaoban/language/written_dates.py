"""Dates of citations: ", ngày 21/12/2021", "ngày 05 tháng 3 năm 2020", "ngày 05/3"."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from functools import lru_cache

from giaoban.periods import WrittenDate, find_dates

_BEFORE = re.compile(r"\s*[,(]?\s*(?:(?:được\s+)?(?:ban hành|ký)\s+)?(?:hồi\s+)?ngày\s*", re.IGNORECASE)
_WINDOW = 40


@dataclass(frozen=True, slots=True)
class DayAfter:
    """A date that ends at the offset ``end`` of the text, a bracket after it counted in."""

    written: WrittenDate
    end: int

    def iso(self, year: int | None) -> str | None:
        """Return the ISO date, of ``year`` where the text has none; None where there is no year at all."""
        day = self.written.on(year)
        return day.isoformat() if day else None


def day_after(text: str, offset: int) -> DayAfter | None:
    """Return the date that is said right behind an offset of the text, or None."""
    before = _BEFORE.match(text, offset)
    if before is None:
        return None
    dates = find_dates(text[before.end() : before.end() + _WINDOW])
    if not dates or dates[0].start != 0:
        return None
    end = before.end() + dates[0].end
    return DayAfter(dates[0], end + 1 if text[end : end + 1] == ")" and "(" in before[0] else end)


@lru_cache(maxsize=4)
def commonest_year(text: str) -> int | None:
    """Return the year that most of a text's full dates have, of equals the latest; None without a full date."""
    counted = Counter(one.year for one in find_dates(text) if one.year)
    return max(counted, key=lambda year: (counted[year], year), default=None)
