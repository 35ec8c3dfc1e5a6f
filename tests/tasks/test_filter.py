"""A filter of the task list: from an address and back."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from giaoban.tasks.filter import Group, GroupBy, Order, Role, Sort, TaskFilter, read_day

filters = st.builds(
    TaskFilter,
    group=st.sampled_from(Group),
    text=st.sampled_from(["", "binh minh", "Đường & cầu = 50%", "“x”"]),
    unit=st.none() | st.integers(1, 10**9),
    role=st.none() | st.sampled_from(Role),
    area=st.sampled_from(["", "justice", "sea"]),
    document=st.none() | st.integers(1, 10**9),
    period=st.sampled_from(["", "2024-Q2", "2024-9M", "2024-03"]),
    due_from=st.none() | st.dates(),
    due_to=st.none() | st.dates(),
    order=st.builds(Order, st.sampled_from(Sort), st.booleans()),
    by=st.none() | st.sampled_from(GroupBy),
    page=st.integers(1, 400),
)


@given(filters)
def test_an_address_holds_all_of_a_filter(chosen: TaskFilter) -> None:
    assert TaskFilter.from_query(chosen.to_query()) == chosen


def test_what_is_as_by_default_is_left_out() -> None:
    assert TaskFilter().to_query() == ""
    assert TaskFilter(group=Group.OVERDUE, page=2).with_(area="sea").to_query() == "state=overdue&area=sea"


@given(st.text())
def test_any_address_gives_some_filter(query: str) -> None:
    assert isinstance(TaskFilter.from_query(query), TaskFilter)


def test_what_cannot_be_understood_is_named() -> None:
    chosen = TaskFilter.from_query("state=nothing&from=31/02/2024&to=1/6/2024&unit=-3&page=0&sort=-size&area=x")
    assert chosen.wrong == ("state", "unit", "area", "from", "sort", "page")
    assert (chosen.group, chosen.due_to, chosen.page) == (Group.OPEN, date(2024, 6, 1), 1)


@pytest.mark.parametrize("written", ["5/3/2024", "05/03/2024", "05-03-2024", "5.3.2024", "05032024", "2024-03-05"])
def test_days_as_people_write_them(written: str) -> None:
    assert read_day(written) == date(2024, 3, 5)


@pytest.mark.parametrize("written", ["", "3/2024", "31/02/2024", "0503", "2024-3-5", "mai", "１/１/2024"])
def test_no_day_is_guessed(written: str) -> None:
    assert read_day(written) is None
