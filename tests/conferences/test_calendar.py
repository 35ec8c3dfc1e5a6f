"""The calendar of a year, and what speaks against a day."""

from __future__ import annotations

from datetime import date
from typing import Any

from conferences.cast import held, planned
from conftest import Office
from giaoban.conferences import actions
from giaoban.conferences.queries import calendar_of, conflicts_of

SUDDEN: dict[str, Any] = {"kind": "extraordinary", "reviewed": "", "ahead": ""}


def test_a_free_working_day_has_no_conflict(office: Office) -> None:
    assert conflicts_of(planned(office)) == ()


def test_a_rest_day_is_told(office: Office) -> None:
    sunday = planned(office, **SUDDEN, held_on=date(2024, 5, 19))
    holiday = planned(office, **SUDDEN, held_on=date(2024, 9, 2))
    assert [one.code for one in conflicts_of(sunday)] == ["weekend"]
    assert [one.code for one in conflicts_of(holiday)] == ["holiday"]
    assert conflicts_of(holiday)[0].words


def test_the_same_day_and_the_same_chair(office: Office) -> None:
    first = planned(office)
    same_chair = planned(office, **SUDDEN)
    other_chair = planned(office, **SUDDEN, chair_name="Người Khác")
    found = {one.other: one.code for one in conflicts_of(first)}
    assert found == {same_chair: "same_chair", other_chair: "same_day"}


def test_a_period_is_reviewed_once(office: Office, django_assert_num_queries: Any) -> None:
    first = held(office)
    again = planned(office, held_on=date(2024, 3, 29))
    with django_assert_num_queries(2):
        rows = calendar_of(office.specialist, 2024)
    assert [(row.conference, [one.code for one in row.conflicts]) for row in rows] == [
        (first, []),
        (again, ["period_reviewed"]),
    ]


def test_a_cancelled_one_is_in_nobodys_way(office: Office) -> None:
    first, second = planned(office), planned(office, **SUDDEN)
    actions.cancel_conference(office.specialist, second.pk, version=second.version, reason="Hoãn")
    assert conflicts_of(first) == ()
    assert [row.conference for row in calendar_of(office.specialist, 2024)] == [first]


def test_another_committees_day_is_its_own(office: Office, stranger: Office) -> None:
    first = planned(office)
    planned(stranger)
    assert conflicts_of(first) == ()
    assert len(calendar_of(office.specialist, 2024)) == 1
