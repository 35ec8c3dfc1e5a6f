"""What may happen to an assignment, what a task's state is, and when something is due or late. No query here."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Protocol

from giaoban.committees.actors import Right
from giaoban.periods import Period
from giaoban.tasks.states import OPEN, OWING, AssignmentState

S = AssignmentState

#: "Soon" is today and the seven days after it (sắp đến hạn).
NEAR_DAYS = 7


class Verb(StrEnum):
    """What a unit or the office does with an assignment (động từ của phần việc)."""

    ACCEPT = "accept"
    PROGRESS = "progress"
    ASK = "ask"
    REPORT = "report"
    RETURN = "return"
    CONFIRM = "confirm"
    WITHDRAW = "withdraw"
    REOPEN = "reopen"
    SETTLE = "settle"
    CHECK_IN = "check_in"


class Decision(StrEnum):
    """What a conference decides on a task (quyết định tại hội nghị)."""

    DONE = "done"
    CARRIED_ON = "carried_on"
    GIVEN_AGAIN = "given_again"
    DROPPED = "dropped"


#: Who may: the right that a verb asks for. A unit's verbs are further bound to the unit's own assignments.
RIGHT_OF = {
    Verb.ACCEPT: Right.TASKS_ANSWER,
    Verb.PROGRESS: Right.TASKS_ANSWER,
    Verb.ASK: Right.TASKS_ANSWER,
    Verb.REPORT: Right.TASKS_ANSWER,
    Verb.RETURN: Right.TASKS_DECIDE,
    Verb.CONFIRM: Right.TASKS_DECIDE,
    Verb.REOPEN: Right.TASKS_DECIDE,
    Verb.WITHDRAW: Right.TASKS_MANAGE,
    Verb.SETTLE: Right.TASKS_DECIDE,
    Verb.CHECK_IN: Right.TASKS_ANSWER,
}

#: The transition table: verb × state → state. What is not in it cannot be done.
TRANSITIONS: dict[Verb, dict[AssignmentState, AssignmentState]] = {
    Verb.ACCEPT: {S.ASSIGNED: S.ACCEPTED},
    Verb.PROGRESS: dict.fromkeys((S.ACCEPTED, S.IN_PROGRESS, S.RETURNED), S.IN_PROGRESS),
    Verb.ASK: {one: one for one in (S.ACCEPTED, S.IN_PROGRESS, S.RETURNED)},
    Verb.REPORT: dict.fromkeys((S.ACCEPTED, S.IN_PROGRESS, S.RETURNED), S.REPORTED),
    Verb.RETURN: {S.REPORTED: S.RETURNED},
    Verb.CONFIRM: {S.REPORTED: S.CONFIRMED},
    Verb.WITHDRAW: dict.fromkeys(OPEN, S.WITHDRAWN),
    Verb.REOPEN: {S.CONFIRMED: S.RETURNED},
    Verb.SETTLE: dict.fromkeys(OPEN, S.CONFIRMED),
    Verb.CHECK_IN: {S.ACCEPTED: S.IN_PROGRESS, S.IN_PROGRESS: S.IN_PROGRESS, S.RETURNED: S.RETURNED},
}

#: A task stands where the lead stands that is least far: what is first here holds it up.
_LEAST_FAR_FIRST = (S.ASSIGNED, S.RETURNED, S.ACCEPTED, S.IN_PROGRESS, S.REPORTED, S.CONFIRMED)


class Part(Protocol):
    """What the rules ask of an assignment."""

    state: str
    due_on: date | None
    percent: int


def state_after(state: str, verb: Verb) -> AssignmentState | None:
    """Return the state into which the verb brings an assignment, or None where it cannot be done."""
    return TRANSITIONS[verb].get(AssignmentState(state))


def verbs_in(state: str) -> tuple[Verb, ...]:
    """Return what can be done with an assignment in a state, whoever may do it."""
    return tuple(verb for verb in Verb if state_after(state, verb))


def task_state(leads: Iterable[str]) -> AssignmentState:
    """Return a task's state from those of its leads' assignments: that of the lead which is least far.

    Withdrawn leads do not count unless all are. A task is reported once every lead has reported, and confirmed
    once every lead is confirmed; the supports do not hold it up.
    """
    live = {AssignmentState(one) for one in leads} - {S.WITHDRAWN}
    return next((one for one in _LEAST_FAR_FIRST if one in live), S.WITHDRAWN)


def task_due(leads: Iterable[Part]) -> date | None:
    """Return the day that is shown and sorted by: the next one on which a lead owes something.

    Once none does, the latest of them; None where no day is set. A task is then overdue exactly when one of its
    leads is.
    """
    live = [one for one in leads if one.state != S.WITHDRAWN]
    owing = [one for one in live if one.state in OWING]
    if owing:
        return min((one.due_on for one in owing if one.due_on), default=None)
    return max((one.due_on for one in live if one.due_on), default=None)


def shown_percent(state: str, percent: int) -> int:
    """Return how far an assignment is: what its unit said last, all of it once it has reported as done."""
    return 100 if state in (S.REPORTED, S.CONFIRMED) else percent


def task_percent(leads: Iterable[Part]) -> int:
    """Return how far a task is: the mean of its live leads, rounded down; 0 without any."""
    live = [shown_percent(one.state, one.percent) for one in leads if one.state != S.WITHDRAWN]
    return sum(live) // len(live) if live else 0


def is_overdue(state: str, due_on: date | None, today: date) -> bool:
    """Return whether the unit owes something whose day has passed (quá hạn). The due day itself is in time."""
    return state in OWING and due_on is not None and due_on < today


def is_near(state: str, due_on: date | None, today: date) -> bool:
    """Return whether the unit owes something that is due today or within seven days (sắp đến hạn)."""
    return state in OWING and due_on is not None and today <= due_on <= today + timedelta(days=NEAR_DAYS)


def days_late(due_on: date, today: date) -> int:
    """Return the days since the due day; 0 on it and before."""
    return max(0, (today - due_on).days)


def is_done_late(reported_on: date, due_on: date | None) -> bool:
    """Return whether what was reported on a day came after its due of then (hoàn thành chậm)."""
    return due_on is not None and reported_on > due_on


def is_settled_late(basis: str, due_on: date | None, today: date) -> bool:
    """Return whether a part that a conference takes as done without a report is done late.

    One that was due "theo kỳ" (``basis`` ``conference``) is answered at the conference itself, so it is in time there.
    """
    return basis != "conference" and is_done_late(today, due_on)


@dataclass(frozen=True, slots=True)
class Due:
    """When a task is due and where that comes from: ``date``, ``period``, ``conference`` ("theo kỳ") or ``none``."""

    on: date | None
    basis: str


def given_due(due_on: date | None, due_period: str, ahead: str) -> Due:
    """Return the due of a task that is given now.

    A day that was said; else the last day of the period that was said; else the end of the conference's period
    ahead: also for a task that recurs or goes on without end, which is looked at anew at each conference.
    ``due_period`` and ``ahead`` are periods as ``2024-Q2``, or empty.
    """
    if due_on:
        return Due(due_on, "date")
    if due_period:
        return Due(Period.parse(due_period).last_day, "period")
    if ahead:
        return Due(Period.parse(ahead).last_day, "conference")
    return Due(None, "none")


def support_due(due_on: date | None, lead_due_on: date | None) -> date | None:
    """Return a support's due once a lead was granted a later one: who helps has at least as long as who leads."""
    if due_on is None or lead_due_on is None:
        return due_on
    return max(due_on, lead_due_on)


def common_due(dues: Sequence[date | None]) -> date | None:
    """Return the day that all share, or None where they differ or have none."""
    return dues[0] if dues and len(set(dues)) == 1 else None
