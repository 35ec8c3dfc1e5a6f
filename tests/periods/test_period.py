"""Periods: forms, order, neighbours, what lies in them, their first and last day."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from giaoban.periods import Period

years = st.integers(1001, 9998)
periods = st.one_of(
    st.builds(Period.of_month, years, st.integers(1, 12)),
    st.builds(Period.of_quarter, years, st.integers(1, 4)),
    st.builds(Period.of_half, years, st.integers(1, 2)),
    st.builds(Period.of_nine_months, years),
    st.builds(Period.of_year, years),
)


@pytest.mark.parametrize(
    ("iso", "label", "first", "last"),
    [
        ("2024-Q1", "quý I/2024", date(2024, 1, 1), date(2024, 3, 31)),
        ("2024-Q4", "quý IV/2024", date(2024, 10, 1), date(2024, 12, 31)),
        ("2024-02", "tháng 2/2024", date(2024, 2, 1), date(2024, 2, 29)),
        ("2023-02", "tháng 2/2023", date(2023, 2, 1), date(2023, 2, 28)),
        ("2024-12", "tháng 12/2024", date(2024, 12, 1), date(2024, 12, 31)),
        ("2024-H1", "6 tháng đầu năm 2024", date(2024, 1, 1), date(2024, 6, 30)),
        ("2024-H2", "6 tháng cuối năm 2024", date(2024, 7, 1), date(2024, 12, 31)),
        ("2024-9M", "9 tháng năm 2024", date(2024, 1, 1), date(2024, 9, 30)),
        ("2024", "năm 2024", date(2024, 1, 1), date(2024, 12, 31)),
    ],
)
def test_forms_and_days(iso: str, label: str, first: date, last: date) -> None:
    period = Period.parse(iso)
    assert (str(period), period.label, period.first_day, period.last_day) == (iso, label, first, last)
    assert repr(period) == f"Period('{iso}')"


@pytest.mark.parametrize(
    ("iso", "previous", "following", "last_year"),
    [
        ("2024-Q1", "2023-Q4", "2024-Q2", "2023-Q1"),
        ("2024-12", "2024-11", "2025-01", "2023-12"),
        ("2024-H1", "2023-H2", "2024-H2", "2023-H1"),
        ("2024-9M", "2023-9M", "2025-9M", "2023-9M"),
        ("2024", "2023", "2025", "2023"),
    ],
)
def test_neighbours(iso: str, previous: str, following: str, last_year: str) -> None:
    period = Period.parse(iso)
    assert [str(one) for one in (period.previous, period.next, period.same_last_year)] == [
        previous,
        following,
        last_year,
    ]


@given(periods)
def test_iso_form_round_trips(period: Period) -> None:
    assert Period.parse(str(period)) == period


@given(periods)
def test_previous_undoes_next(period: Period) -> None:
    assert period.next.previous == period == period.previous.next
    assert period.previous < period < period.next


@given(periods)
def test_neighbours_touch_except_nine_months(period: Period) -> None:
    gap = period.next.first_day - period.last_day
    assert gap == timedelta(days=1) or period.months == 9


@given(periods, periods)
def test_contains_is_containment_of_days(one: Period, other: Period) -> None:
    assert one.contains(one)
    assert one.contains(other) == (one.contains(other.first_day) and one.contains(other.last_day))
    if one.contains(other) and other.contains(one):
        assert one == other


@given(st.lists(periods, max_size=20))
def test_order_is_by_start_then_length(some: list[Period]) -> None:
    assert sorted(some) == sorted(some, key=lambda one: (one.first_day, one.last_day))


def test_quarters_lie_in_halves_and_years() -> None:
    quarter = Period.parse("2024-Q2")
    assert Period.parse("2024-H1").contains(quarter)
    assert Period.parse("2024-9M").contains(quarter)
    assert not Period.parse("2024-H2").contains(quarter)
    assert not Period.parse("2023").contains(quarter)
    assert Period.parse("2024-02").contains(date(2024, 2, 29))
    assert not Period.parse("2024-02").contains(date(2024, 3, 1))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "2024-Q5",
        "2024-H3",
        "2024-13",
        "2024-00",
        "24-Q1",
        "2024Q1",
        "0999",
        "2024-9m",
        " 2024",
        "２０２４",
    ],
)
def test_another_text_is_no_period(text: str) -> None:
    with pytest.raises(ValueError, match="no period"):
        Period.parse(text)


@pytest.mark.parametrize(("first_month", "months"), [(2, 3), (7, 9), (1, 2), (0, 1), (13, 1), (4, 6), (2, 12)])
def test_other_months_are_no_period(first_month: int, months: int) -> None:
    with pytest.raises(ValueError, match="no period"):
        Period(2024, first_month, months)


def test_time_has_an_end() -> None:
    with pytest.raises(ValueError, match="no period"):
        _ = Period.parse("9999-Q4").next
