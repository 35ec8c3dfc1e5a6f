"""The office's verbs for many tasks at once: what would change and what is refused; then all in one transaction."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID, uuid4

from django.db import transaction

from giaoban.audit.actions import action, record
from giaoban.committees.actors import Actor, Right
from giaoban.committees.models import Unit
from giaoban.refusal import NotFound, Refusal
from giaoban.tasks.actions.changing import change_due, change_supports, withdraw_task
from giaoban.tasks.actions.deciding import confirm_assignment
from giaoban.tasks.actions.in_hand import required
from giaoban.tasks.actions.reminding import remind_task
from giaoban.tasks.models import Assignment, Task
from giaoban.tasks.refusals import (
    REASON_WANTED,
    NothingChosen,
    NothingOwed,
    NothingReported,
    TaskClosed,
    TooMany,
)
from giaoban.tasks.scope import tasks_for
from giaoban.tasks.states import OPEN, OWING, AssignmentState

#: How many tasks one bulk action takes.
BULK_LIMIT = 500

S = AssignmentState


@dataclass(frozen=True, slots=True)
class Refused:
    """A task that a bulk action leaves as it is, and why."""

    task: Task
    refusal: Refusal


@dataclass(frozen=True, slots=True)
class BulkResult:
    """What a bulk action changed, or would change, and what it refused; ``batch`` undoes it in one go."""

    changed: tuple[Task, ...]
    refused: tuple[Refused, ...]
    batch: UUID | None = None


RIGHT_OF_BULK = {
    "remind": Right.TASKS_MANAGE,
    "change_due": Right.TASKS_MANAGE,
    "add_support": Right.TASKS_MANAGE,
    "withdraw": Right.TASKS_MANAGE,
    "confirm": Right.TASKS_DECIDE,
}


def preview_bulk(actor: Actor, verb: str, task_ids: Collection[int]) -> BulkResult:
    """Return which of the tasks the verb would change and which it would refuse; writes nothing.

    ``verb``: ``remind``, ``confirm``, ``change_due``, ``add_support`` or ``withdraw``. Raises
    :class:`~giaoban.refusal.NotFound` for a task that the actor may not see.
    """
    actor.require(RIGHT_OF_BULK[verb])
    changed, refused = [], []
    for task in _chosen(actor, task_ids):
        refusal = _refusal_of(verb, task)
        if refusal is None:
            changed.append(task)
        else:
            refused.append(Refused(task, refusal))
    return BulkResult(tuple(changed), tuple(refused))


def remind_tasks(actor: Actor, task_ids: Collection[int], *, text: str = "") -> BulkResult:
    """Remind the units that owe something on each of the tasks (đôn đốc)."""
    return _in_bulk(actor, "remind", task_ids, lambda task, batch: remind_task(actor, task.pk, text=text, batch=batch))


def confirm_reports(actor: Actor, task_ids: Collection[int], *, note: str = "") -> BulkResult:
    """Confirm every report that waits on the tasks."""

    def confirm(task: Task, batch: UUID) -> None:
        for one in task.assignments.all():
            if one.state == S.REPORTED:
                confirm_assignment(actor, one.pk, version=one.version, note=note, batch=batch)

    return _in_bulk(actor, "confirm", task_ids, confirm)


def change_dues(actor: Actor, task_ids: Collection[int], *, due_on: date, reason: str) -> BulkResult:
    """Set the due of each of the tasks, with one reason."""
    kept = required(reason, REASON_WANTED)
    return _in_bulk(
        actor,
        "change_due",
        task_ids,
        lambda task, batch: change_due(actor, task.pk, version=None, due_on=due_on, reason=kept, batch=batch),
    )


def add_supports(actor: Actor, task_ids: Collection[int], *, unit_id: int, reason: str) -> BulkResult:
    """Let one more unit support each of the tasks, with one reason; refused where it has a part already."""
    kept = required(reason, REASON_WANTED)
    if not Unit.objects.filter(pk=unit_id, committee_id=actor.committee_id).exists():
        raise NotFound

    def add(task: Task, batch: UUID) -> None:
        supports = {
            one.unit_id
            for one in task.assignments.all()
            if one.role == Assignment.Role.SUPPORT and one.state != S.WITHDRAWN
        }
        change_supports(actor, task.pk, version=None, unit_ids=supports | {unit_id}, reason=kept, batch=batch)

    return _in_bulk(actor, "add_support", task_ids, add)


def withdraw_tasks(actor: Actor, task_ids: Collection[int], *, reason: str) -> BulkResult:
    """Call each of the tasks back, with one reason."""
    kept = required(reason, REASON_WANTED)
    return _in_bulk(
        actor,
        "withdraw",
        task_ids,
        lambda task, batch: withdraw_task(actor, task.pk, version=None, reason=kept, batch=batch),
    )


@action
def _in_bulk(actor: Actor, verb: str, task_ids: Collection[int], do: Callable[[Task, UUID], object]) -> BulkResult:
    """Do something to each task; one that refuses is left as it was, the others go on."""
    actor.require(RIGHT_OF_BULK[verb])
    batch, changed, refused = uuid4(), [], []
    for task in _chosen(actor, task_ids):
        try:
            refusal = _refusal_of(verb, task)
            if refusal is not None:
                raise refusal
            with transaction.atomic():
                do(task, batch)
        except Refusal as told:
            refused.append(Refused(task, told))
        else:
            changed.append(task)
    record(
        actor,
        f"tasks.bulk.{verb}",
        after={"batch": batch, "changed": _codes(changed), "refused": _codes(one.task for one in refused)},
    )
    return BulkResult(tuple(changed), tuple(refused), batch if changed else None)


def _chosen(actor: Actor, task_ids: Collection[int]) -> list[Task]:
    wanted = set(task_ids)
    if not wanted:
        raise NothingChosen
    if len(wanted) > BULK_LIMIT:
        raise TooMany(len(wanted), BULK_LIMIT)
    tasks = list(tasks_for(actor).filter(pk__in=wanted).prefetch_related("assignments__unit"))
    if len(tasks) != len(wanted):
        raise NotFound
    return tasks


def _refusal_of(verb: str, task: Task) -> Refusal | None:
    """Return why the verb cannot be done to the task as it stands, whatever is filled in."""
    states = {one.state for one in task.assignments.all()}
    if task.state not in OPEN:
        return TaskClosed()
    if verb == "remind" and not states & set(OWING):
        return NothingOwed()
    if verb == "confirm" and S.REPORTED not in states:
        return NothingReported()
    return None


def _codes(tasks: Iterable[Task]) -> list[str]:
    return [task.code for task in tasks]
