"""Taking a decision back while nothing has happened since (hoàn tác)."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.db.models import Field

from giaoban.audit import clock
from giaoban.audit.actions import action, record
from giaoban.committees.actors import Actor, Right
from giaoban.refusal import NotFound
from giaoban.tasks.actions.in_hand import Row, TaskInHand, take_task
from giaoban.tasks.models import Assignment, CheckIn, Entry, Extension, Task
from giaoban.tasks.refusals import CannotUndo, ChangedSince
from giaoban.tasks.scope import entries_for

#: Who may take back what: the right that the doing of it asked for.
RIGHT_OF_KIND = {
    "accepted": Right.TASKS_ANSWER,
    "progress": Right.TASKS_ANSWER,
    "reported": Right.TASKS_ANSWER,
    "confirmed": Right.TASKS_DECIDE,
    "returned": Right.TASKS_DECIDE,
    "reopened": Right.TASKS_DECIDE,
    "extension_granted": Right.TASKS_DECIDE,
    "extension_refused": Right.TASKS_DECIDE,
    "withdrawn": Right.TASKS_MANAGE,
    "lead_changed": Right.TASKS_MANAGE,
    "support_changed": Right.TASKS_MANAGE,
    "due_changed": Right.TASKS_MANAGE,
    "edited": Right.TASKS_MANAGE,
    "checked_in": Right.TASKS_ANSWER,
    "check_in_returned": Right.TASKS_DECIDE,
    "decided_done": Right.TASKS_DECIDE,
    "carried_on": Right.TASKS_DECIDE,
    "given_again": Right.TASKS_DECIDE,
    "dropped": Right.TASKS_DECIDE,
}

_MODELS: dict[str, type[Row]] = {"task": Task, "assignment": Assignment, "extension": Extension, "checkin": CheckIn}


@action
def undo_decision(actor: Actor, entry_id: int) -> Entry:
    """Take back what an entry of the timeline tells; the entry stays, marked as undone.

    Whoever may do the thing may undo it; a reporter only what the own unit did. Raises a refusal for what cannot be
    undone (a reminder, giving the task), was undone before, or was followed by another change of the same rows.
    """
    entry = entries_for(actor).select_related("assignment").filter(pk=entry_id).first()
    if entry is None:
        raise NotFound
    return _undo(actor, entry)


@action
def undo_batch(actor: Actor, batch: UUID) -> list[Entry]:
    """Take back all that was done at once to several tasks; all or nothing."""
    entries = list(entries_for(actor).filter(batch=batch, undone_at=None).exclude(kind="undone").order_by("pk"))
    if not entries:
        raise NotFound
    return [_undo(actor, entry) for entry in entries]


def _undo(actor: Actor, entry: Entry) -> Entry:
    if entry.kind not in RIGHT_OF_KIND:
        raise CannotUndo
    actor.require(RIGHT_OF_KIND[entry.kind])
    if actor.unit_id is not None and (entry.assignment is None or entry.assignment.unit_id != actor.unit_id):
        raise NotFound
    hand = take_task(actor, entry.task_id)
    entry.refresh_from_db(fields=["undone_at", "undo"])
    if entry.undone_at is not None:
        raise CannotUndo
    following = _following(hand, entry)
    for held in entry.undo:
        holder = following if following and _is_part_of(following, held) else hand
        row = _row(holder, held)
        values = {name: _read(row, name, value) for name, value in held["before"].items()}
        # What was given again stood until now; it was not withdrawn on the day of the decision.
        holder.change(row, **values | ({"closed_at": clock.now()} if holder is following else {}))
    entry.undone_at, entry.undone_by = clock.now(), actor.name
    entry.save(update_fields=["undone_at", "undone_by"])
    record(actor, "tasks.entry.undone", entry, after={"kind": entry.kind})
    if following:
        following.tell("undone", old=entry.kind, can_undo=False)
    return hand.tell("undone", entry.assignment, old=entry.kind, batch=entry.batch, can_undo=False)


def _following(hand: TaskInHand, entry: Entry) -> TaskInHand | None:
    """Lock the task that was made when this one was given again, which undoing withdraws."""
    if entry.kind != "given_again":
        return None
    parts = [held["pk"] for held in entry.undo if held["model"] == "assignment"]
    made = Task.objects.filter(follows=hand.task, assignments__in=parts).values_list("pk", flat=True).first()
    return take_task(hand.actor, made) if made is not None else None


def _is_part_of(hand: TaskInHand, held: dict[str, Any]) -> bool:
    return held["model"] == "assignment" and held["pk"] in {one.pk for one in hand.assignments}


def _row(hand: TaskInHand, held: dict[str, Any]) -> Row:
    """Return the row as the hand holds it; raises :class:`ChangedSince` where it is no longer as it was left."""
    row: Row
    if held["model"] == "task":
        row = hand.task
    elif held["model"] == "assignment":
        row = hand.assignment(held["pk"])
    else:
        row = _MODELS[held["model"]].objects.get(pk=held["pk"])
    if row.version != held["version"] or (isinstance(row, Extension) and _is_asked_again(row, held)):
        raise ChangedSince
    return row


def _is_asked_again(request: Extension, held: dict[str, Any]) -> bool:
    """Return whether undoing would open a request of an assignment that has asked anew since."""
    if held["before"].get("decision") != Extension.Decision.ASKED:
        return False
    return Extension.objects.filter(assignment=request.assignment_id, decision=Extension.Decision.ASKED).exists()


def _read(row: Row, name: str, value: Any) -> Any:
    """Return a value of the undo record as the field holds it."""
    field = _MODELS[str(row._meta.model_name)]._meta.get_field(name)
    return field.to_python(value) if isinstance(field, Field) else value
