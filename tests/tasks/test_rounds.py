"""The rounds of recurring tasks."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from giaoban.documents.dues import recurrences
from giaoban.tasks.rounds import Round, rhythm_of, rhythms, round_of, rounds_wanted

RHYTHMS = ("week", "month", "quarter", "half", "year")
days = st.dates(date(2020, 1, 1), date(2030, 12, 31))


@pytest.mark.parametrize(
    ("rhythm", "day", "code", "first", "last"),
    [
        ("week", date(2024, 12, 30), "2025-W01", date(2024, 12, 30), date(2025, 1, 5)),
        ("week", date(2024, 2, 29), "2024-W09", date(2024, 2, 26), date(2024, 3, 3)),
        ("month", date(2024, 2, 29), "2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("quarter", date(2024, 12, 31), "2024-Q4", date(2024, 10, 1), date(2024, 12, 31)),
        ("half", date(2024, 7, 1), "2024-H2", date(2024, 7, 1), date(2024, 12, 31)),
        ("year", date(2024, 2, 29), "2024", date(2024, 1, 1), date(2024, 12, 31)),
    ],
)
def test_the_round_of_a_day(rhythm: str, day: date, code: str, first: date, last: date) -> None:
    assert round_of(rhythm, day) == Round(code, first, last)


@settings(deadline=None)
@given(st.sampled_from(RHYTHMS), days)
def test_rounds_leave_no_day_out_and_none_twice(rhythm: str, day: date) -> None:
    one = round_of(rhythm, day)
    assert one.first_day <= day <= one.last_day
    assert round_of(rhythm, one.first_day) == round_of(rhythm, one.last_day) == one
    assert round_of(rhythm, one.last_day + timedelta(days=1)).first_day == one.last_day + timedelta(days=1)


@settings(deadline=None)
@given(st.sampled_from(RHYTHMS), days, st.integers(0, 900))
def test_whatever_days_it_is_asked_on_each_round_comes_once(rhythm: str, start: date, length: int) -> None:
    """Asking each day, or only once at the end, opens the same rounds."""
    end = start + timedelta(days=length)
    at_once = rounds_wanted(rhythm, None, start, end)
    step_by_step: list[Round] = []
    for day in (start, start + timedelta(days=length // 3), start + timedelta(days=length // 2), end, end):
        step_by_step += rounds_wanted(rhythm, step_by_step[-1].last_day if step_by_step else None, start, day)
    assert step_by_step == at_once
    assert len({one.code for one in at_once}) == len(at_once)
    assert at_once[-1].first_day <= end <= at_once[-1].last_day


def test_the_first_round_may_begin_later() -> None:
    assert [one.code for one in rounds_wanted("quarter", None, date(2024, 4, 1), date(2024, 3, 28))] == ["2024-Q2"]


def test_another_rhythm_goes_on_after_the_last_round() -> None:
    wanted = rounds_wanted("month", date(2024, 3, 31), date(2024, 1, 1), date(2024, 5, 2))
    assert [one.code for one in wanted] == ["2024-04", "2024-05"]


def test_what_was_opened_again_is_asked_from_then_on() -> None:
    wanted = rounds_wanted("month", date(2024, 3, 31), date(2024, 7, 9), date(2024, 8, 2))
    assert [one.code for one in wanted] == ["2024-07", "2024-08"]
    assert rounds_wanted("quarter", date(2024, 6, 30), date(2024, 5, 9), date(2024, 6, 2)) == []


def test_every_recurrence_has_its_rhythm() -> None:
    assert {one.id for one in recurrences()} <= {one.id for one in rhythms()}
    assert {one.asks for one in rhythms()} <= set(RHYTHMS)
    assert rhythm_of("continuous") == "quarter"
    assert rhythm_of("continuous", "month") == rhythm_of("monthly", "year") == "month"
    assert rhythm_of("") == ""


def test_an_unknown_rhythm_is_a_fault() -> None:
    with pytest.raises(ValueError, match="fortnight"):
        round_of("fortnight", date(2024, 1, 1))
