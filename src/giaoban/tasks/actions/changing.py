"""Changes that the office makes to a task that was given: its name, units, due, or that it is called back."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from uuid import UUID

from giaoban.audit import clock
from giaoban.audit.actions import action
from giaoban.committees.actors import Actor, Right
from giaoban.committees.models import Unit
from giaoban.refusal import NotFound
from giaoban.tasks import rules
from giaoban.tasks.actions.extending import drop_open_request
from giaoban.tasks.actions.in_hand import TaskInHand, required, take_assignment, take_task
from giaoban.tasks.models import Assignment, Entry
from giaoban.tasks.refusals import (
    REASON_WANTED,
    TITLE_WANTED,
    DueUnchanged,
    LeadIsSupport,
    LeadMissing,
    PartClosed,
    UnitsUnchanged,
)
from giaoban.tasks.rules import Verb
from giaoban.tasks.states import OPEN, AssignmentState
from giaoban.vietnamese import tidy

Role = Assignment.Role
S = AssignmentState


@action
def edit_task(actor: Actor, task_id: int, *, version: int, title: str) -> Entry:
    """Give a task another name; the words of the document stay as they are."""
    actor.require(Right.TASKS_MANAGE)
    hand = take_task(actor, task_id, version)
    hand.require_open()
    old, new = hand.task.title, tidy(required(title, TITLE_WANTED))
    hand.change(hand.task, title=new)
    return hand.tell("edited", old=old[:300], new=new[:300])


@action
def withdraw_assignment(actor: Actor, assignment_id: int, *, version: int, reason: str) -> Entry:
    """Call one unit's assignment back, with a reason (thu hồi phần việc)."""
    hand, assignment = take_assignment(actor, assignment_id, version, Verb.WITHDRAW)
    kept = required(reason, REASON_WANTED)
    hand.do(Verb.WITHDRAW, assignment)
    drop_open_request(hand, assignment)
    return hand.tell("withdrawn", assignment, text=kept)


@action
def withdraw_task(actor: Actor, task_id: int, *, version: int | None, reason: str, batch: UUID | None = None) -> Entry:
    """Call back every assignment of a task that is not closed, with a reason (thu hồi nhiệm vụ).

    What was confirmed before stays confirmed.
    """
    actor.require(Right.TASKS_MANAGE)
    hand = take_task(actor, task_id, version)
    hand.require_open()
    kept = required(reason, REASON_WANTED)
    for one in hand.open_parts:
        hand.do(Verb.WITHDRAW, one)
        drop_open_request(hand, one)
    return hand.tell("withdrawn", text=kept, batch=batch)


@action
def change_due(
    actor: Actor, task_id: int, *, version: int | None, due_on: date, reason: str, batch: UUID | None = None
) -> Entry:
    """Set the due of every assignment of a task that is not closed, with a reason; the first due stays on record.

    Raises a refusal for a day that all of them have already.
    """
    actor.require(Right.TASKS_MANAGE)
    hand = take_task(actor, task_id, version)
    hand.require_open()
    kept = required(reason, REASON_WANTED)
    if rules.common_due([one.due_on for one in hand.open_parts]) == due_on:
        raise DueUnchanged
    old = hand.task.due_on
    for one in hand.open_parts:
        hand.change(one, due_on=due_on)
    return hand.tell("due_changed", text=kept, old=old.isoformat() if old else "", new=due_on.isoformat(), batch=batch)


@action
def change_leads(actor: Actor, task_id: int, *, version: int, unit_ids: Collection[int], reason: str) -> Entry:
    """Say anew which units lead a task, with a reason. Who led and no longer does is withdrawn.

    A unit that supported and now leads goes on where it was. Raises a refusal for no unit at all, for the same ones,
    and where a lead that is confirmed would be taken off.
    """
    actor.require(Right.TASKS_MANAGE)
    hand = take_task(actor, task_id, version)
    if not unit_ids:
        raise LeadMissing(hand.task.title)
    return _change_units(hand, Role.LEAD, unit_ids, reason)


@action
def change_supports(
    actor: Actor,
    task_id: int,
    *,
    version: int | None,
    unit_ids: Collection[int],
    reason: str,
    batch: UUID | None = None,
) -> Entry:
    """Say anew which units support a task, with a reason; none is allowed. Who no longer does is withdrawn."""
    actor.require(Right.TASKS_MANAGE)
    hand = take_task(actor, task_id, version)
    for one in hand.leads:
        if one.unit_id in unit_ids and one.state != S.WITHDRAWN:
            raise LeadIsSupport(one.unit.name)
    return _change_units(hand, Role.SUPPORT, unit_ids, reason, batch)


def _change_units(
    hand: TaskInHand, role: Assignment.Role, unit_ids: Collection[int], reason: str, batch: UUID | None = None
) -> Entry:
    hand.require_open()
    kept = required(reason, REASON_WANTED)
    wanted = _units(hand, unit_ids)
    old = _names(hand, role)
    if _holders(hand, role) == set(wanted):
        raise UnitsUnchanged
    for one in hand.assignments:
        if one.role == role and one.state != S.WITHDRAWN and one.unit_id not in wanted:
            _take_off(hand, one)
    due_on = hand.task.due_on
    for unit in wanted.values():
        _put_on(hand, unit, role, due_on)
    kind = "lead_changed" if role == Role.LEAD else "support_changed"
    return hand.tell(kind, text=kept, old=old, new=_names(hand, role), batch=batch)


def _units(hand: TaskInHand, unit_ids: Collection[int]) -> dict[int, Unit]:
    """Return the units by id; raises :class:`~giaoban.refusal.NotFound` for one that is not the committee's today."""
    wanted = set(unit_ids)
    held = {one.unit_id for one in hand.assignments}
    found = {unit.pk: unit for unit in Unit.objects.filter(committee_id=hand.task.committee_id, pk__in=wanted)}
    if set(found) != wanted or any(not unit.holds_on(clock.today()) and unit.pk not in held for unit in found.values()):
        raise NotFound
    return found


def _holders(hand: TaskInHand, role: str) -> set[int]:
    return {one.unit_id for one in hand.assignments if one.role == role and one.state != S.WITHDRAWN}


def _names(hand: TaskInHand, role: str) -> str:
    holders = [one for one in hand.assignments if one.role == role and one.state != S.WITHDRAWN]
    return ", ".join(one.unit.short_name or one.unit.name for one in holders)[:300]


def _take_off(hand: TaskInHand, assignment: Assignment) -> None:
    if assignment.state not in OPEN:
        raise PartClosed(assignment.unit.name)
    hand.do(Verb.WITHDRAW, assignment)
    drop_open_request(hand, assignment)


def _put_on(hand: TaskInHand, unit: Unit, role: str, due_on: date | None) -> None:
    held = next((one for one in hand.assignments if one.unit_id == unit.pk), None)
    if held is None:
        hand.add(unit, role, due_on)
    elif held.state == S.WITHDRAWN:
        hand.change(
            held,
            role=role,
            state=S.ASSIGNED,
            due_on=due_on,
            percent=0,
            accepted_at=None,
            reported_at=None,
            closed_at=None,
            is_done_late=False,
        )
    else:
        hand.change(held, role=role)
