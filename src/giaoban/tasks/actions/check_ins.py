"""Check-ins of recurring tasks: opened round by round, given by the units, returned by the office (báo cáo kỳ)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from django.db.models import Max, Min, OuterRef, Q, QuerySet, Subquery

from giaoban.audit import clock
from giaoban.audit.actions import action, record
from giaoban.committees.actors import Actor, Right
from giaoban.periods import Period
from giaoban.refusal import NotAllowed, NotFound
from giaoban.tasks.actions.in_hand import File, TaskInHand, required, take_task, words
from giaoban.tasks.models import Assignment, CheckIn, Entry, Task
from giaoban.tasks.refusals import (
    CHECK_IN_WANTED,
    REASON_WANTED,
    CheckInNotGiven,
    CheckInNotWanted,
    PercentOutOfRange,
    WrongState,
)
from giaoban.tasks.rounds import rhythm_of, rounds_wanted
from giaoban.tasks.rules import Verb, state_after
from giaoban.tasks.rules_in_force import rules_of
from giaoban.tasks.scope import check_ins_for
from giaoban.tasks.states import OPEN, OWING

State = CheckIn.State


@action
def give_check_in(
    actor: Actor,
    check_in_id: int,
    *,
    version: int,
    text: str = "",
    percent: int | None = None,
    is_nothing_new: bool = False,
    files: Sequence[File] = (),
) -> Entry:
    """Give the own unit's check-in of one round: words, how far, evidence, or "không phát sinh" (gửi báo cáo kỳ).

    Raises a refusal without words unless nothing is new, for a percent outside of 0 to 100, for one that was given
    and not returned, before the assignment was taken on and after it was reported as done.
    """
    actor.require(Right.TASKS_ANSWER)
    hand, check_in, assignment = _take(actor, check_in_id, version)
    if assignment.unit_id != actor.unit_id:
        raise NotFound
    hand.require_open()
    if check_in.state == State.GIVEN:
        raise CheckInNotWanted
    if state_after(assignment.state, Verb.CHECK_IN) is None:
        raise WrongState(Verb.CHECK_IN)
    if percent is not None and not 0 <= percent <= 100:
        raise PercentOutOfRange
    kept = words(text) if is_nothing_new else required(text, CHECK_IN_WANTED)
    hand.do(Verb.CHECK_IN, assignment, **({} if percent is None else {"percent": percent}))
    given = {"percent": percent, "is_nothing_new": is_nothing_new, "given_on": clock.today()}
    hand.change(check_in, state=State.GIVEN, **given)
    old = "nothing_new" if is_nothing_new else ""
    entry = hand.tell("checked_in", assignment, text=kept, percent=percent, old=old, new=check_in.period, files=files)
    CheckIn.objects.filter(pk=check_in.pk).update(entry=entry)
    return entry


@action
def return_check_in(actor: Actor, check_in_id: int, *, version: int, reason: str) -> Entry:
    """Give a check-in back to its unit, with what is missing (trả lại báo cáo kỳ); the unit owes it again."""
    actor.require(Right.TASKS_DECIDE)
    hand, check_in, assignment = _take(actor, check_in_id, version)
    hand.require_open()
    if check_in.state != State.GIVEN:
        raise CheckInNotGiven
    kept = required(reason, REASON_WANTED)
    hand.change(check_in, state=State.RETURNED)
    return hand.tell("check_in_returned", assignment, text=kept, new=check_in.period)


@action
def open_check_ins(actor: Actor) -> int:
    """Ask for every check-in of the committee that is to be asked for today; returns how many were not yet.

    Only the system does, each day. Each is asked for once, however often and by however many this runs.
    """
    if actor.user_id is not None:
        raise NotAllowed
    continuous = rules_of(actor.committee_id).continuous_rhythm
    wanted = [one for part in parts_to_ask(actor.committee_id) for one in _wanted(part, continuous)]
    CheckIn.objects.bulk_create(wanted, ignore_conflicts=True)
    tasks = {one.assignment.task_id for one in wanted}
    follow_check_ins(tasks)
    record(actor, "tasks.check_ins.opened", after={"count": len(wanted), "tasks": sorted(tasks)})
    return len(wanted)


def open_first_check_ins(task: Task) -> None:
    """Ask each unit of a recurring task just made for its first check-in; call inside an action."""
    if not rhythm_of(task.recurring):
        return
    parts, rhythm = _live(Assignment.objects.filter(task=task)), rules_of(task.committee_id).continuous_rhythm
    CheckIn.objects.bulk_create([one for part in parts for one in _wanted(part, rhythm)], ignore_conflicts=True)


def parts_to_ask(committee_id: int) -> QuerySet[Assignment]:
    """Return the open parts of recurring tasks whose last round is over, or that were never asked for one."""
    parts = _live(Assignment.objects.filter(committee_id=committee_id))
    return parts.filter(Q(last_on=None) | Q(last_on__lt=clock.today()))


def follow_check_ins(task_ids: Iterable[int]) -> None:
    """Let the tasks' own first day by which a check-in is owed follow."""
    owed = CheckIn.objects.filter(assignment__task=OuterRef("pk"), assignment__state__in=OWING)
    first = owed.exclude(state=State.GIVEN).order_by().values("assignment__task").annotate(day=Min("due_on"))
    Task.objects.filter(pk__in=tuple(task_ids)).update(check_in_due_on=Subquery(first.values("day")))


def _live(parts: QuerySet[Assignment]) -> QuerySet[Assignment]:
    open_parts = parts.filter(state__in=OPEN, task__state__in=OPEN).exclude(task__recurring="")
    return open_parts.select_related("task__document").annotate(last_on=Max("check_ins__due_on"))


def _wanted(assignment: Assignment, continuous: str) -> Iterator[CheckIn]:
    task, today = assignment.task, clock.today()
    last_on: date | None = assignment.last_on  # type: ignore[attr-defined]
    rhythm = rhythm_of(task.recurring, continuous)
    start = min(assignment.asked_from or date.min, today) if last_on else _start(task, today)
    for one in rounds_wanted(rhythm, last_on, start, today) if rhythm else ():
        yield CheckIn(committee_id=assignment.committee_id, assignment=assignment, period=one.code, due_on=one.last_day)


def _start(task: Task, today: date) -> date:
    """Return the day from which a task is asked about: the period ahead of its conference has begun by then."""
    ahead = task.document.ahead
    return max(today, Period.parse(ahead).first_day) if ahead else today


def _take(actor: Actor, check_in_id: int, version: int) -> tuple[TaskInHand, CheckIn, Assignment]:
    check_in = check_ins_for(actor).select_related("assignment").filter(pk=check_in_id).first()
    if check_in is None:
        raise NotFound
    hand = take_task(actor, check_in.assignment.task_id)
    check_in.refresh_from_db()
    hand.claim(check_in, version)
    return hand, check_in, hand.assignment(check_in.assignment_id)
