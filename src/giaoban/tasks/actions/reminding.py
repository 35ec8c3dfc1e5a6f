"""Reminding the units that owe something (đôn đốc)."""

from __future__ import annotations

from uuid import UUID

from giaoban.audit.actions import action
from giaoban.committees.actors import Actor, Right
from giaoban.tasks.actions.in_hand import take_task, words
from giaoban.tasks.models import Entry
from giaoban.tasks.refusals import NothingOwed
from giaoban.tasks.states import OWING


@action
def remind_task(actor: Actor, task_id: int, *, text: str = "", batch: UUID | None = None) -> Entry:
    """Remind the units that still owe something on a task; it cannot be undone. Raises a refusal where none does."""
    actor.require(Right.TASKS_MANAGE)
    hand = take_task(actor, task_id)
    hand.require_open()
    owing = [one.unit.short_name or one.unit.name for one in hand.assignments if one.state in OWING]
    if not owing:
        raise NothingOwed
    return hand.tell("reminded", text=words(text), new=", ".join(owing)[:300], batch=batch, can_undo=False)
