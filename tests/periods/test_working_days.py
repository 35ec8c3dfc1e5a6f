"""Working days by the yearly notices."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from giaoban.periods import WorkingCalendar, add_working_days, is_working_day
from giaoban.periods.working_days import holidays, national

days = st.dates(date(2023, 12, 1), date(2028, 2, 1))


def off(*dates: str) -> list[date]:
    return [date.fromisoformat(one) for one in dates]


@pytest.mark.parametrize(
    "day",
    off(
        "2024-01-01", "2024-02-08", "2024-02-14", "2024-04-18", "2024-04-29", "2024-05-01", "2024-09-03",
        "2025-01-27", "2025-04-07", "2025-05-02", "2025-09-01", "2026-01-02", "2026-02-16", "2026-02-20",
        "2026-04-27", "2026-08-31", "2026-11-24", "2027-01-01", "2027-05-03", "2027-09-02",
        "2024-03-30", "2024-03-31",
    ),
)  # fmt: skip
def test_a_day_off(day: date) -> None:
    assert not is_working_day(day)


@pytest.mark.parametrize(
    "day",
    off(
        "2024-05-04",
        "2025-04-26",
        "2026-01-10",
        "2026-08-22",
        "2024-02-15",
        "2024-03-27",
        "2025-11-24",
        "2026-11-23",
    ),
)
def test_a_working_day(day: date) -> None:
    assert is_working_day(day)


def test_every_row_is_of_its_own_year_and_changes_a_day() -> None:
    for row in holidays():
        for day in row.days:
            assert row.id.startswith(str(day.year))
            assert (day.weekday() >= 5) == row.is_worked, f"{row.id}: {day}"


def test_every_swap_has_two_sides() -> None:
    ids = {row.id for row in holidays()}
    assert {one for one in ids if one.endswith("-swap")} == {
        one.removesuffix("-worked") for one in ids if one.endswith("-worked")
    }


def test_which_years_are_announced() -> None:
    assert [year for year in range(2023, 2029) if national().is_announced(year)] == [2024, 2025, 2026]


def test_counting_over_tet() -> None:
    assert add_working_days(date(2024, 2, 7), 1) == date(2024, 2, 15)
    assert add_working_days(date(2024, 2, 15), -1) == date(2024, 2, 7)
    assert add_working_days(date(2024, 5, 3), 1) == date(2024, 5, 4)
    assert add_working_days(date(2024, 3, 27), 0) == date(2024, 3, 27)


@given(days, st.integers(1, 60))
def test_counting_meets_as_many_working_days(day: date, count: int) -> None:
    end = add_working_days(day, count)
    passed = [day + timedelta(days=n) for n in range(1, (end - day).days + 1)]
    assert sum(map(is_working_day, passed)) == count
    assert is_working_day(end)


@given(days, st.integers(1, 60))
def test_counting_back_undoes_counting_on_from_a_working_day(day: date, count: int) -> None:
    start = national().working_day_from(day)
    assert add_working_days(add_working_days(start, count), -count) == start


def test_an_office_can_have_a_calendar_of_its_own() -> None:
    own = WorkingCalendar.of(row for row in holidays() if row.id != "2024-tet")
    assert own.is_working_day(date(2024, 2, 8))
    assert not own.is_announced(2024)
