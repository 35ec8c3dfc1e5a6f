"""The days that a report on a period counts, by regime."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from giaoban.periods import Period, regimes, window

from .test_period import periods


@pytest.mark.parametrize(
    ("iso", "regime", "first", "last"),
    [
        ("2024-Q1", "administrative", date(2023, 12, 15), date(2024, 3, 14)),
        ("2024-03", "administrative", date(2024, 2, 15), date(2024, 3, 14)),
        ("2024-H2", "administrative", date(2024, 6, 15), date(2024, 12, 14)),
        ("2024", "administrative", date(2023, 12, 15), date(2024, 12, 14)),
        ("2024-9M", "inspection", date(2023, 12, 15), date(2024, 9, 14)),
        ("2024-Q4", "inspection", date(2024, 9, 15), date(2024, 12, 14)),
        ("2024", "courts", date(2023, 10, 1), date(2024, 9, 30)),
        ("2024-H1", "enforcement", date(2023, 10, 1), date(2024, 3, 31)),
        ("2024-02", "calendar", date(2024, 2, 1), date(2024, 2, 29)),
    ],
)
def test_a_window(iso: str, regime: str, first: date, last: date) -> None:
    assert window(Period.parse(iso), regime) == (first, last)


@given(periods)
def test_by_the_calendar_a_window_is_the_period(period: Period) -> None:
    assert window(period, "calendar") == (period.first_day, period.last_day)


@given(periods, st.sampled_from([one.id for one in regimes()]))
def test_windows_follow_one_another_without_a_gap(period: Period, regime: str) -> None:
    kinds = {one.id: one.kinds for one in regimes()}[regime]
    if period.months in kinds and period.months != 9:
        assert window(period, regime)[1] + timedelta(days=1) == window(period.next, regime)[0]


def test_a_window_that_no_source_names_is_refused() -> None:
    with pytest.raises(ValueError, match="names no window"):
        window(Period.parse("2024-9M"), "administrative")
    with pytest.raises(KeyError):
        window(Period.parse("2024"), "no such regime")
