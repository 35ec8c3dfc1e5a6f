"""Who prepares what by when (phân công chuẩn bị): proposed from the steps of the cycle, added to, ticked off."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from giaoban.audit import clock
from giaoban.audit.actions import action, record
from giaoban.audit.versions import advance
from giaoban.committees.actors import Actor
from giaoban.committees.models import Unit
from giaoban.conferences.actions.in_hand import changed_values, fitting, lock_prepared, take_part
from giaoban.conferences.models import Preparation
from giaoban.conferences.refusals import WrongConferenceState
from giaoban.conferences.rules import PREPARES, RIGHT_OF, Verb
from giaoban.conferences.scope import conferences_for
from giaoban.refusal import NotFound


@dataclass(frozen=True, slots=True)
class PreparationDetails:
    """One thing to be prepared: what, by which unit or whom, by when."""

    what: str
    due_on: date
    unit_id: int | None = None
    who: str = ""


@action
def add_preparation(actor: Actor, conference_id: int, details: PreparationDetails) -> Preparation:
    """Add a thing to be prepared. Raises :class:`~giaoban.refusal.NotFound` for a unit of another committee."""
    conference = lock_prepared(actor, conference_id)
    made = Preparation.objects.create(conference=conference, **_checked(actor, details))
    record(actor, "conferences.preparation.added", made, after={"due_on": made.due_on, "who": made.who})
    return made


@action
def edit_preparation(actor: Actor, preparation_id: int, *, version: int, details: PreparationDetails) -> Preparation:
    """Change what is to be prepared, by whom or by when."""
    row = take_part(actor, Preparation, preparation_id, version)
    before, after = changed_values(row, _checked(actor, details))
    if "due_on" in before:
        row.usual_on = None
    row.save()
    record(actor, "conferences.preparation.edited", row, before=before, after=after)
    return row


@action
def tick_preparation(actor: Actor, preparation_id: int, *, version: int, is_done: bool) -> Preparation:
    """Tick off that something is prepared, or take the tick back; until the conference is closed.

    What follows the meeting, the notice of conclusion, is ticked after it. Raises as :func:`edit_preparation` does.
    """
    row = _take_for_tick(actor, preparation_id, version)
    row.done_at, row.done_by = (clock.now(), actor.name) if is_done else (None, "")
    row.save()
    record(actor, "conferences.preparation.ticked", row, after={"is_done": is_done})
    return row


@action
def drop_preparation(actor: Actor, preparation_id: int, *, version: int) -> Preparation:
    """No longer want something prepared."""
    row = take_part(actor, Preparation, preparation_id, version)
    row.is_closed = True
    row.save()
    record(actor, "conferences.preparation.dropped", row)
    return row


def _take_for_tick(actor: Actor, preparation_id: int, version: int) -> Preparation:
    actor.require(RIGHT_OF[Verb.EDIT])
    ours = Preparation.objects.filter(conference__in=conferences_for(actor), is_closed=False)
    row = ours.select_related("conference").filter(pk=preparation_id).first()
    if row is None:
        raise NotFound
    if row.conference.state not in PREPARES:
        raise WrongConferenceState(Verb.EDIT)
    return advance(row, version)


def _checked(actor: Actor, details: PreparationDetails) -> dict[str, object]:
    if (
        details.unit_id is not None
        and not Unit.objects.filter(pk=details.unit_id, committee_id=actor.committee_id).exists()
    ):
        raise NotFound
    return {
        "what": fitting(Preparation, "what", details.what, required=True),
        "unit_id": details.unit_id,
        "who": fitting(Preparation, "who", details.who),
        "due_on": details.due_on,
    }
