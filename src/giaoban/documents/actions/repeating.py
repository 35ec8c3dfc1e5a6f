"""Saying whether a directive repeats an earlier one, and taking that back."""

from __future__ import annotations

from collections.abc import Iterable

from giaoban.audit import clock
from giaoban.audit.actions import action, record
from giaoban.audit.versions import advance
from giaoban.committees.actors import Actor, Right
from giaoban.documents.models import Repetition
from giaoban.refusal import NotFound

State = Repetition.State


@action
def agree_repetition(actor: Actor, repetition_id: int, *, version: int) -> Repetition:
    """Agree that a directive says again what an earlier one said (đúng là lặp lại)."""
    return _decide(actor, repetition_id, version, State.AGREED)


@action
def refuse_repetition(actor: Actor, repetition_id: int, *, version: int) -> Repetition:
    """Say that a directive asks for something else than the earlier one (không phải lặp lại)."""
    return _decide(actor, repetition_id, version, State.REFUSED)


@action
def reopen_repetition(actor: Actor, repetition_id: int) -> Repetition:
    """Take the decision back, so that it is a proposal again (hoàn tác)."""
    row = _open(actor, repetition_id)
    return _decide(actor, repetition_id, row.version, State.PROPOSED)


def _decide(actor: Actor, repetition_id: int, version: int, state: Repetition.State) -> Repetition:
    row = advance(_open(actor, repetition_id), version)
    before, roots = row.state, {row.root}
    row.state, row.root = state, None
    row.decided_by = "" if state == State.PROPOSED else actor.name
    row.decided_at = None if state == State.PROPOSED else clock.now()
    row.save()
    join_repetitions(row, roots)
    record(actor, f"documents.repetition.{state}", row, before={"state": before}, after={"state": row.state})
    return row


def _open(actor: Actor, repetition_id: int) -> Repetition:
    actor.require(Right.DOCUMENTS_REVIEW)
    own = Repetition.objects.select_for_update(of=("self",)).filter(committee_id=actor.committee_id)
    row = own.select_related("directive").filter(pk=repetition_id).first()
    if row is None:
        raise NotFound
    return row


def join_repetitions(row: Repetition, roots: Iterable[int | None] = ()) -> None:
    """Give what now hangs together one root: of the agreed rows that touch this one, or shared one of the roots before.

    Inside an action.
    """
    agreed = Repetition.objects.filter(committee_id=row.committee_id, state=State.AGREED)
    ends = [row.directive_id, row.earlier_id]
    touching = agreed.filter(directive__in=ends) | agreed.filter(earlier__in=ends)
    joined = {*roots, *touching.values_list("root", flat=True)}
    rows = list(agreed.filter(root__in=joined - {None}) | agreed.filter(root=None))
    root_of = _roots((one.directive_id, one.earlier_id) for one in rows)
    for one in rows:
        one.root = root_of[one.directive_id]
    Repetition.objects.bulk_update(rows, ["root"])


def _roots(pairs: Iterable[tuple[int, int]]) -> dict[int, int]:
    """Return for each directive the lowest id of all that hang together with it."""
    root: dict[int, int] = {}
    for pair in pairs:
        joined = {root.get(one, one) for one in pair}
        lowest = min(joined)
        root |= dict.fromkeys(pair, lowest)
        root |= {one: lowest for one, its in root.items() if its in joined}
    return root
