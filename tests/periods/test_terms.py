"""Terms by the Civil Code 2015, Điều 147 and 148."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any, cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from giaoban.periods import WorkingCalendar, end_of_term, is_working_day

days = st.dates(date(2023, 12, 1), date(2028, 2, 1))


@pytest.mark.parametrize(
    ("event", "length", "end"),
    [
        (date(2024, 3, 1), {"days": 10}, date(2024, 3, 11)),
        (date(2024, 3, 1), {"days": 1}, date(2024, 3, 4)),
        (date(2024, 2, 1), {"days": 7}, date(2024, 2, 15)),
        (date(2024, 2, 7), {"working_days": 1}, date(2024, 2, 15)),
        (date(2024, 4, 26), {"working_days": 3}, date(2024, 5, 4)),
        (date(2024, 3, 27), {"weeks": 2}, date(2024, 4, 10)),
        (date(2024, 1, 31), {"months": 1}, date(2024, 2, 29)),
        (date(2023, 1, 31), {"months": 1}, date(2023, 2, 28)),
        (date(2024, 2, 29), {"years": 1}, date(2025, 2, 28)),
        (date(2024, 10, 31), {"months": 4}, date(2025, 2, 28)),
        (date(2024, 3, 30), {"months": 1}, date(2024, 5, 2)),
        (date(2024, 12, 15), {"months": 1}, date(2025, 1, 15)),
    ],
)
def test_a_term_ends(event: date, length: dict[str, int], end: date) -> None:
    assert end_of_term(event, **cast("Any", length)) == end


@given(days, st.integers(1, 400))
def test_a_term_in_days_never_ends_early_nor_on_a_rest_day(event: date, length: int) -> None:
    end = end_of_term(event, days=length)
    assert is_working_day(end)
    assert end >= event + timedelta(days=length)
    assert not any(map(is_working_day, (event + timedelta(days=n) for n in range(length, (end - event).days))))


@given(days, st.integers(1, 48))
def test_twelve_months_are_a_year(event: date, years: int) -> None:
    assert end_of_term(event, months=12 * years) == end_of_term(event, years=years)


@pytest.mark.parametrize("lengths", [{}, {"days": 1, "months": 1}, {"days": -1}])
def test_one_length_is_wanted(lengths: dict[str, int]) -> None:
    with pytest.raises(ValueError, match="one length"):
        end_of_term(date(2024, 3, 1), **cast("Any", lengths))


def test_another_calendar_can_be_given() -> None:
    every_weekday = WorkingCalendar(frozenset(), frozenset(), frozenset())
    assert end_of_term(date(2024, 2, 7), working_days=1, calendar=every_weekday) == date(2024, 2, 8)
