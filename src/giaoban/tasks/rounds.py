"""The rounds (kỳ) in which a recurring task is asked for a check-in: weeks, months, quarters, halves, years. No query.

>>> from datetime import date
>>> round_of("month", date(2024, 2, 29))
Round(code='2024-02', first_day=datetime.date(2024, 2, 1), last_day=datetime.date(2024, 2, 29))
>>> [one.code for one in rounds_wanted("quarter", None, date(2024, 4, 1), date(2024, 7, 1))]
['2024-Q2', '2024-Q3']
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from giaoban.facts import load
from giaoban.periods import Period


@dataclass(frozen=True, slots=True)
class Rhythm:
    """Which round a recurrence asks for; ``id`` is the recurrence as the directive says it."""

    id: str
    asks: str
    source: str


@dataclass(frozen=True, slots=True)
class Round:
    """One round: a week as ``2024-W14`` (ISO 8601, from Monday), any other as the period is written (``2024-Q2``)."""

    code: str
    first_day: date
    last_day: date


def rhythms() -> tuple[Rhythm, ...]:
    """Return every recurrence with its round."""
    return load("giaoban.tasks", "rhythms", Rhythm)


def rhythm_of(recurring: str, continuous: str = "") -> str:
    """Return the round of a recurrence; ``continuous`` is the committee's own for what is done without end.

    Empty for a task that does not recur.
    """
    if recurring == "continuous" and continuous:
        return continuous
    return next((one.asks for one in rhythms() if one.id == recurring), "")


def round_of(rhythm: str, day: date) -> Round:
    """Return the round that a day lies in; raises :class:`ValueError` for an unknown rhythm."""
    if rhythm == "week":
        year, week, weekday = day.isocalendar()
        monday = day - timedelta(days=weekday - 1)
        return Round(f"{year}-W{week:02}", monday, monday + timedelta(days=6))
    period = _period_of(rhythm, day)
    return Round(str(period), period.first_day, period.last_day)


def rounds_wanted(rhythm: str, last_day: date | None, start: date, today: date) -> list[Round]:
    """Return the rounds that are to be opened today, the earliest first.

    ``last_day`` ends the last round that was opened: those after it follow, up to the one that today lies in; those
    that were over before ``start`` are left out. None where there was none: the first is then the one that ``start``
    lies in, though it may begin only after today.
    """
    if last_day is not None and last_day >= today:
        return []
    first_day = start if last_day is None else max(start, last_day + timedelta(days=1))
    found = [round_of(rhythm, first_day)]
    while found[-1].last_day < today:
        found.append(round_of(rhythm, found[-1].last_day + timedelta(days=1)))
    return found


def _period_of(rhythm: str, day: date) -> Period:
    match rhythm:
        case "month":
            return Period.of_month(day.year, day.month)
        case "quarter":
            return Period.of_quarter(day.year, (day.month + 2) // 3)
        case "half":
            return Period.of_half(day.year, (day.month + 5) // 6)
        case "year":
            return Period.of_year(day.year)
    raise ValueError(f"no rhythm: {rhythm!r}")
