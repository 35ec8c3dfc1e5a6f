"""From which day to which a report on a period counts (thời gian chốt số liệu); every regime has its own.

>>> from giaoban.periods.period import Period
>>> [str(day) for day in window(Period.parse("2024-Q1"), "administrative")]
['2023-12-15', '2024-03-14']
>>> [str(day) for day in window(Period.parse("2024"), "courts")]
['2023-10-01', '2024-09-30']
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from giaoban.facts import load
from giaoban.periods.period import Period


@dataclass(frozen=True, slots=True)
class Regime:
    """A way of counting a period's days (chế độ báo cáo)."""

    id: str
    words: str
    source: str
    first_day: int
    months_earlier: int
    kinds: tuple[int, ...]


def regimes() -> tuple[Regime, ...]:
    """Return every regime that is known."""
    return load("giaoban.periods", "regimes", Regime)


def window(period: Period, regime: str) -> tuple[date, date]:
    """Return the first and the last day that a report on the period counts under a regime, given by its id.

    Raises :class:`KeyError` for an unknown regime, :class:`ValueError` where its source names no window for a
    period of this length.
    """
    rule = {one.id: one for one in regimes()}[regime]
    if period.months not in rule.kinds:
        raise ValueError(f"regime {regime} names no window for {period}")
    opens = _opening(period.year, period.first_month - rule.months_earlier, rule.first_day)
    following = period.first_month + period.months - rule.months_earlier
    return opens, _opening(period.year, following, rule.first_day) - timedelta(days=1)


def _opening(year: int, month: int, day: int) -> date:
    """Return the day of a month that may lie outside of 1 to 12, counted on into the years beside."""
    years, before = divmod(month - 1, 12)
    return date(year + years, before + 1, day)
