"""What the office or a leader says of a report: confirmed, returned, and later opened again."""

from __future__ import annotations

from uuid import UUID

from giaoban.audit.actions import action
from giaoban.committees.actors import Actor
from giaoban.tasks.actions.in_hand import required, take_assignment, words
from giaoban.tasks.models import Entry
from giaoban.tasks.refusals import REASON_WANTED
from giaoban.tasks.rules import Verb


@action
def confirm_assignment(
    actor: Actor, assignment_id: int, *, version: int, note: str = "", batch: UUID | None = None
) -> Entry:
    """Confirm what a unit reported as done (xác nhận hoàn thành), with a note where there is one."""
    hand, assignment = take_assignment(actor, assignment_id, version, Verb.CONFIRM)
    hand.do(Verb.CONFIRM, assignment)
    return hand.tell("confirmed", assignment, text=words(note), batch=batch)


@action
def return_report(actor: Actor, assignment_id: int, *, version: int, reason: str) -> Entry:
    """Give a report back to its unit, with what is missing (trả lại). The unit owes an answer again."""
    hand, assignment = take_assignment(actor, assignment_id, version, Verb.RETURN)
    kept = required(reason, REASON_WANTED)
    hand.do(Verb.RETURN, assignment)
    return hand.tell("returned", assignment, text=kept)


@action
def reopen_assignment(actor: Actor, assignment_id: int, *, version: int, reason: str) -> Entry:
    """Open an assignment again that was confirmed, with a reason (mở lại): the unit owes an answer again.

    For what turns out later; a confirmation just given is better undone.
    """
    hand, assignment = take_assignment(actor, assignment_id, version, Verb.REOPEN)
    kept = required(reason, REASON_WANTED)
    hand.do(Verb.REOPEN, assignment)
    return hand.tell("reopened", assignment, text=kept)
