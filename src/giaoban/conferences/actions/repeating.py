"""Whether a directive of a draft repeats an earlier one: agreed, refused, taken back, until it is issued."""

from __future__ import annotations

from giaoban.audit import clock
from giaoban.audit.actions import action, record
from giaoban.audit.versions import advance
from giaoban.committees.actors import Actor, Right
from giaoban.conferences.actions.drafting import State, take_draft
from giaoban.conferences.models import DraftRepetition
from giaoban.conferences.scope import conferences_for
from giaoban.refusal import NotFound

#: Saying what is repeated changes no word, so it is done until the draft is issued.
_LINKED_IN = (State.DRAFT, State.RETURNED, State.SUBMITTED, State.APPROVED)


@action
def agree_draft_repetition(actor: Actor, repetition_id: int, *, version: int) -> DraftRepetition:
    """Agree that a directive of a draft says again what an earlier one said (đúng là lặp lại)."""
    return _decide(actor, repetition_id, version, DraftRepetition.State.AGREED)


@action
def refuse_draft_repetition(actor: Actor, repetition_id: int, *, version: int) -> DraftRepetition:
    """Say that a directive of a draft asks for something else than the earlier one (không phải lặp lại)."""
    return _decide(actor, repetition_id, version, DraftRepetition.State.REFUSED)


@action
def reopen_draft_repetition(actor: Actor, repetition_id: int) -> DraftRepetition:
    """Take the decision back, so that it is a proposal again (hoàn tác)."""
    return _decide(actor, repetition_id, None, DraftRepetition.State.PROPOSED)


def _decide(actor: Actor, repetition_id: int, version: int | None, state: str) -> DraftRepetition:
    row = _take(actor, repetition_id)
    advance(row, row.version if version is None else version)
    before = row.state
    row.state = state
    is_open = state == DraftRepetition.State.PROPOSED
    row.decided_by, row.decided_at = ("", None) if is_open else (actor.name, clock.now())
    row.save()
    record(actor, f"conferences.draft_repetition.{state}", row, before={"state": before}, after={"state": state})
    return row


def _take(actor: Actor, repetition_id: int) -> DraftRepetition:
    actor.require(Right.CONFERENCES_MANAGE)
    seen = DraftRepetition.objects.filter(
        directive__conclusion__conference__in=conferences_for(actor).values("pk"), directive__is_closed=False
    )
    row = seen.select_related("directive__conclusion").filter(pk=repetition_id).first()
    if row is None:
        raise NotFound
    take_draft(actor, row.directive.conclusion_id, states=_LINKED_IN)
    return row
