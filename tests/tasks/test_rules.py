"""The rules of assignments, tasks and dues."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from giaoban.tasks import rules
from giaoban.tasks.rules import Verb
from giaoban.tasks.states import OPEN, OWING, AssignmentState

S = AssignmentState
DAY = date(2024, 4, 10)


@dataclass
class Part:
    state: str
    due_on: date | None = None
    percent: int = 0


parts = st.lists(
    st.builds(
        Part,
        state=st.sampled_from(S.values),
        due_on=st.none() | st.dates(date(2024, 1, 1), date(2024, 12, 31)),
        percent=st.integers(0, 100),
    ),
    max_size=4,
)


@pytest.mark.parametrize(
    ("state", "verbs"),
    [
        (S.ASSIGNED, {Verb.ACCEPT, Verb.WITHDRAW, Verb.SETTLE}),
        (S.ACCEPTED, {Verb.PROGRESS, Verb.ASK, Verb.REPORT, Verb.WITHDRAW, Verb.SETTLE, Verb.CHECK_IN}),
        (S.IN_PROGRESS, {Verb.PROGRESS, Verb.ASK, Verb.REPORT, Verb.WITHDRAW, Verb.SETTLE, Verb.CHECK_IN}),
        (S.RETURNED, {Verb.PROGRESS, Verb.ASK, Verb.REPORT, Verb.WITHDRAW, Verb.SETTLE, Verb.CHECK_IN}),
        (S.REPORTED, {Verb.RETURN, Verb.CONFIRM, Verb.WITHDRAW, Verb.SETTLE}),
        (S.CONFIRMED, {Verb.REOPEN}),
        (S.WITHDRAWN, set()),
    ],
)
def test_verbs_of_each_state(state: str, verbs: set[Verb]) -> None:
    assert set(rules.verbs_in(state)) == verbs


def test_every_verb_asks_for_a_right() -> None:
    assert set(rules.RIGHT_OF) == set(Verb) == set(rules.TRANSITIONS)


@pytest.mark.parametrize(
    ("leads", "state"),
    [
        ([S.ASSIGNED], S.ASSIGNED),
        ([S.REPORTED, S.IN_PROGRESS], S.IN_PROGRESS),
        ([S.REPORTED, S.CONFIRMED], S.REPORTED),
        ([S.CONFIRMED, S.CONFIRMED], S.CONFIRMED),
        ([S.CONFIRMED, S.WITHDRAWN], S.CONFIRMED),
        ([S.CONFIRMED, S.RETURNED], S.RETURNED),
        ([S.WITHDRAWN, S.WITHDRAWN], S.WITHDRAWN),
        ([], S.WITHDRAWN),
    ],
)
def test_task_state_is_that_of_the_lead_least_far(leads: list[str], state: str) -> None:
    assert rules.task_state(leads) == state


@given(parts, st.dates(date(2024, 1, 1), date(2024, 12, 31)))
def test_task_is_overdue_exactly_when_a_lead_is(leads: list[Part], today: date) -> None:
    task = rules.is_overdue(rules.task_state(one.state for one in leads), rules.task_due(leads), today)
    assert task == any(rules.is_overdue(one.state, one.due_on, today) for one in leads)


@given(parts)
def test_task_is_open_exactly_when_a_lead_is(leads: list[Part]) -> None:
    assert (rules.task_state(one.state for one in leads) in OPEN) == any(one.state in OPEN for one in leads)


def test_task_percent_is_the_mean_of_live_leads() -> None:
    leads = [Part(S.REPORTED, percent=60), Part(S.IN_PROGRESS, percent=45), Part(S.WITHDRAWN, percent=9)]
    assert rules.task_percent(leads) == 72
    assert rules.task_percent([]) == 0


@pytest.mark.parametrize("state", S.values)
@pytest.mark.parametrize(
    ("days", "late", "near"), [(-1, True, False), (0, False, True), (7, False, True), (8, False, False)]
)
def test_overdue_and_near(state: str, days: int, late: bool, near: bool) -> None:
    due = DAY + timedelta(days=days)
    assert rules.is_overdue(state, due, DAY) == (late and state in OWING)
    assert rules.is_near(state, due, DAY) == (near and state in OWING)


def test_nothing_is_late_without_a_due() -> None:
    assert not rules.is_overdue(S.ASSIGNED, None, DAY)
    assert not rules.is_near(S.ASSIGNED, None, DAY)
    assert not rules.is_done_late(DAY, None)


def test_done_late_is_after_the_due_day() -> None:
    assert not rules.is_done_late(DAY, DAY)
    assert rules.is_done_late(DAY + timedelta(days=1), DAY)
    assert rules.days_late(DAY, DAY + timedelta(days=3)) == 3
    assert rules.days_late(DAY, DAY - timedelta(days=3)) == 0


@pytest.mark.parametrize(
    ("due_on", "due_period", "ahead", "due"),
    [
        (DAY, "2024-06", "2024-Q2", rules.Due(DAY, "date")),
        (None, "2024-05", "2024-Q2", rules.Due(date(2024, 5, 31), "period")),
        (None, "", "2024-Q2", rules.Due(date(2024, 6, 30), "conference")),
        (None, "", "", rules.Due(None, "none")),
    ],
)
def test_given_due(due_on: date | None, due_period: str, ahead: str, due: rules.Due) -> None:
    assert rules.given_due(due_on, due_period, ahead) == due


def test_support_has_at_least_as_long_as_the_lead() -> None:
    later = DAY + timedelta(days=9)
    assert rules.support_due(DAY, later) == later
    assert rules.support_due(later, DAY) == later
    assert rules.support_due(None, later) is None
