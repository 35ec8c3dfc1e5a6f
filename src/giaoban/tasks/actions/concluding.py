"""What a conference decides on a task: done, carried on, given again, dropped (quyết định tại hội nghị)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from giaoban.audit import clock
from giaoban.audit.actions import action
from giaoban.committees.actors import Actor, Right
from giaoban.periods import Period
from giaoban.tasks import rules
from giaoban.tasks.actions.assigning import last_number
from giaoban.tasks.actions.check_ins import open_first_check_ins
from giaoban.tasks.actions.extending import answer_open_request, drop_open_request
from giaoban.tasks.actions.in_hand import TaskInHand, required, take_task
from giaoban.tasks.actions.in_hand import words as as_kept
from giaoban.tasks.models import Assignment, Task
from giaoban.tasks.refusals import REASON_WANTED, NewDueMissing, NewDuePassed, TaskWithdrawn
from giaoban.tasks.rules import Decision, Verb
from giaoban.tasks.states import OPEN, AssignmentState

S = AssignmentState


@action
def decide_task(
    actor: Actor,
    task_id: int,
    *,
    version: int | None,
    decision: Decision | str,
    words: str,
    due_on: date | None = None,
    ahead: str = "",
    said_at: str = "",
) -> Task:
    """Write what a conference decides on a task into it (quyết định của hội nghị); call inside the caller's action.

    ``done`` takes every lead's part as done, reported or not. ``carried_on`` leaves the task open with a later due; a
    report that waits is returned, a task that was confirmed is opened again. ``given_again`` closes it and makes a new
    one for the same units, whose :attr:`~giaoban.tasks.models.Task.follows` it is. ``dropped`` withdraws it; only this
    asks for words. Each is one entry of the timeline, the task's last by number (a clock may have been set back), and
    can be undone by :func:`~giaoban.tasks.actions.undoing.undo_decision`.

    ``version`` is the task's, or None for whatever stands. The new due is ``due_on`` or the last day of the period
    ``ahead`` (``2024-Q2``: "theo kỳ"); ``carried_on`` without either keeps a due that has not passed. ``said_at`` is
    how the conference is called; empty, the committee's office speaks. Returns the task, for ``given_again`` the new
    one.

    Raises :class:`~giaoban.refusal.NotAllowed` without ``tasks.decide``, :class:`~giaoban.refusal.NotFound`,
    :class:`~giaoban.refusal.Stale`, a refusal for a task that is withdrawn, that is confirmed (unless it is carried
    on or given again), for no words where they are wanted and for a due that is missing or has passed.
    """
    actor.require(Right.TASKS_DECIDE)
    chosen = Decision(decision)
    hand = take_task(actor, task_id, version)
    if hand.task.state == S.WITHDRAWN:
        raise TaskWithdrawn
    hand.office_name = said_at[:200]
    kept = required(words, REASON_WANTED) if chosen is Decision.DROPPED else as_kept(words)
    return _DECIDE[chosen](hand, kept, due_on, ahead)


def _done(hand: TaskInHand, words: str, due_on: date | None, ahead: str) -> Task:
    hand.require_open()
    for one in hand.leads:
        if one.state not in OPEN:
            continue
        late = one.is_done_late
        if one.state != S.REPORTED:
            late = rules.is_settled_late(hand.task.due_basis, one.due_on, clock.today())
        hand.do(Verb.SETTLE, one, is_done_late=late)
        drop_open_request(hand, one)
    hand.tell("decided_done", text=words)
    return hand.task


def _carried_on(hand: TaskInHand, words: str, due_on: date | None, ahead: str) -> Task:
    old, new = hand.task.due_on, _new_due(hand.task, due_on, ahead)
    for one in hand.leads:
        if one.state == S.REPORTED:
            hand.do(Verb.RETURN, one)
        elif one.state == S.CONFIRMED and hand.task.state == S.CONFIRMED:
            hand.do(Verb.REOPEN, one)
    for one in hand.open_parts:
        answer_open_request(hand, one, new, words)
        hand.change(one, due_on=new)
    if due_on or ahead:
        hand.change(hand.task, due_basis=_basis(hand.task, due_on, ahead), due_period="" if due_on else ahead)
    hand.tell("carried_on", text=words, old=_iso(old), new=_iso(new))
    return hand.task


def _given_again(hand: TaskInHand, words: str, due_on: date | None, ahead: str) -> Task:
    due = rules.Due(_new_due(hand.task, due_on, ahead), _basis(hand.task, due_on, ahead))
    following = _copy(hand, due, "" if due_on else ahead or hand.task.due_period)
    for one in hand.open_parts:
        hand.do(Verb.WITHDRAW, one)
        drop_open_request(hand, one)
    for one in following.assignments.all():
        hand.remember(one, state=S.WITHDRAWN, closed_at=clock.now())
    hand.tell("given_again", text=words, old=_iso(due.on), new=following.code)
    again = TaskInHand(hand.actor, following)
    again.office_name = hand.office_name
    again.tell("given", text=hand.task.document.symbol or hand.task.document.title, old=hand.task.code, can_undo=False)
    return following


def _dropped(hand: TaskInHand, words: str, due_on: date | None, ahead: str) -> Task:
    hand.require_open()
    for one in hand.open_parts:
        hand.do(Verb.WITHDRAW, one)
        drop_open_request(hand, one)
    hand.tell("dropped", text=words)
    return hand.task


_DECIDE: dict[Decision, Callable[[TaskInHand, str, date | None, str], Task]] = {
    Decision.DONE: _done,
    Decision.CARRIED_ON: _carried_on,
    Decision.GIVEN_AGAIN: _given_again,
    Decision.DROPPED: _dropped,
}


def _new_due(task: Task, due_on: date | None, ahead: str) -> date | None:
    """Return the due that a task is given anew; raises the refusal that says what is wrong with it."""
    today = clock.today()
    given = due_on or (Period.parse(ahead).last_day if ahead else None)
    if given is None and task.due_on is not None and task.due_on < today:
        raise NewDueMissing
    if given is not None and given < today:
        raise NewDuePassed
    return given or task.due_on


def _basis(task: Task, due_on: date | None, ahead: str) -> str:
    """Return where the new due comes from: a day that was said, the period ahead, or what stood before."""
    return "date" if due_on else "conference" if ahead else task.due_basis


def _copy(hand: TaskInHand, due: rules.Due, due_period: str) -> Task:
    """Make the task that follows: of the same words, for the units that have a part in it now."""
    old, today = hand.task, clock.today()
    following = Task.objects.create(
        committee_id=old.committee_id,
        year=today.year,
        number=last_number(old.committee_id, today.year) + 1,
        directive=old.directive,
        document=old.document,
        title=old.title,
        quote=old.quote,
        area=old.area,
        areas=old.areas,
        due_on=due.on,
        first_due_on=due.on,
        due_basis=due.basis,
        due_period=due_period,
        recurring=old.recurring,
        follows=old,
        given_on=today,
        given_by=hand.actor.name,
    )
    Assignment.objects.bulk_create(
        Assignment(
            committee_id=old.committee_id,
            task=following,
            unit=one.unit,
            role=one.role,
            due_on=due.on,
            first_due_on=due.on,
        )
        for one in hand.assignments
        if one.state != S.WITHDRAWN
    )
    open_first_check_ins(following)
    return following


def _iso(day: date | None) -> str:
    return day.isoformat() if day else ""
