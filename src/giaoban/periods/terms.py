"""Terms (thời hạn) as the Civil Code counts them: Bộ luật Dân sự 2015, Điều 147 and 148.

>>> from datetime import date
>>> end_of_term(date(2024, 3, 27), days=10)
datetime.date(2024, 4, 8)
"""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta

from giaoban.periods.working_days import WorkingCalendar, national


def end_of_term(
    event: date,
    *,
    days: int = 0,
    working_days: int = 0,
    weeks: int = 0,
    months: int = 0,
    years: int = 0,
    calendar: WorkingCalendar | None = None,
) -> date:
    """Return the last day of a term that runs from an event.

    The day of the event is not counted (Điều 147). A term in months or years ends on the like date, or on the
    month's last day where it has none; one that ends on a rest day or holiday ends with the next working day
    (Điều 148). Raises :class:`ValueError` unless exactly one length is given, and it is positive.
    """
    given = [length for length in (days, working_days, weeks, months, years) if length]
    if len(given) != 1 or given[0] < 0:
        raise ValueError("one length of time is wanted, above 0")
    used = calendar or national()
    if working_days:
        return used.add_working_days(event, working_days)
    if months or years:
        return used.working_day_from(_like_date(event, months + 12 * years))
    return used.working_day_from(event + timedelta(days=days + 7 * weeks))


def _like_date(day: date, months: int) -> date:
    years, before = divmod(day.month - 1 + months, 12)
    year, month = day.year + years, before + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))
