"""Working days (ngày làm việc): Monday to Friday, less public holidays, with the days that a notice swaps.

>>> from datetime import date
>>> is_working_day(date(2024, 4, 29)), is_working_day(date(2024, 5, 4))
(False, True)
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from giaoban.facts import load


@dataclass(frozen=True, slots=True)
class Holiday:
    """Weekdays off (ngày nghỉ), or where ``is_worked`` rest days on which offices work (làm bù)."""

    id: str
    words: str
    source: str
    days: tuple[date, ...]
    is_worked: bool = False


@dataclass(frozen=True)
class WorkingCalendar:
    """The days on which offices work; ``off`` and ``worked`` are the exceptions to Monday to Friday."""

    off: frozenset[date]
    worked: frozenset[date]
    announced: frozenset[int]

    @classmethod
    def of(cls, rows: Iterable[Holiday]) -> WorkingCalendar:
        """Return the calendar of these rows; an office that knows more gives the country's and its own."""
        known = tuple(rows)
        return cls(
            off=frozenset(day for row in known if not row.is_worked for day in row.days),
            worked=frozenset(day for row in known if row.is_worked for day in row.days),
            announced=frozenset(row.days[0].year for row in known if row.id.endswith("-tet")),
        )

    def is_working_day(self, day: date) -> bool:
        """Tell whether offices work on the day."""
        return day in self.worked or (day.weekday() < 5 and day not in self.off)

    def is_announced(self, year: int) -> bool:
        """Tell whether the year's notice is known; of another year only the days fixed by law are."""
        return year in self.announced

    def working_day_from(self, day: date) -> date:
        """Return the day itself if offices work on it, else the next working day."""
        while not self.is_working_day(day):
            day += timedelta(days=1)
        return day

    def add_working_days(self, day: date, count: int) -> date:
        """Return the ``count``-th working day after the day; before it, where ``count`` is negative."""
        step = timedelta(days=1 if count > 0 else -1)
        for _ in range(abs(count)):
            day += step
            while not self.is_working_day(day):
                day += step
        return day


def holidays() -> tuple[Holiday, ...]:
    """Return the country's public holidays and swapped days."""
    return load("giaoban.periods", "holidays", Holiday)


@cache
def national() -> WorkingCalendar:
    """Return the country's calendar."""
    return WorkingCalendar.of(holidays())


def is_working_day(day: date) -> bool:
    """Tell whether offices work on the day, by the country's calendar."""
    return national().is_working_day(day)


def add_working_days(day: date, count: int) -> date:
    """Return the ``count``-th working day after the day, by the country's calendar."""
    return national().add_working_days(day, count)
