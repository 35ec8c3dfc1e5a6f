"""What leaves the system as a file is recorded: the answers to a conclusion, a notice, a reminder (xuất văn bản)."""

from __future__ import annotations

from giaoban.audit.actions import action, record
from giaoban.committees.actors import Actor, Right
from giaoban.committees.addressing import is_own_office
from giaoban.committees.models import Unit
from giaoban.conferences.models import Conference
from giaoban.conferences.queries.drafts import draft_of
from giaoban.conferences.refusals import ReminderToOneself
from giaoban.conferences.scope import conference_of
from giaoban.refusal import NotFound


@action
def record_answers_export(actor: Actor, conference_id: int, *, form: str) -> Conference:
    """Record that somebody took the table of answers out as a file; ``form`` is docx or xlsx."""
    conference = conference_of(actor, conference_id)
    record(actor, "conferences.answers.exported", conference, after={"form": form})
    return conference


@action
def record_notice_export(actor: Actor, conference_id: int) -> None:
    """Record that somebody took the notice of conclusion, draft or issued, out as a file."""
    draft = draft_of(actor, conference_id)
    if draft is None:
        raise NotFound
    record(actor, "conferences.conclusion.exported", draft, after={"state": draft.state})


@action
def record_reminder_export(actor: Actor, conference_id: int, unit_id: int) -> Unit:
    """Record that a reminder paper to a unit was made; returns the unit.

    Raises :class:`ReminderToOneself` for the committee's own office, which issues the paper.
    """
    actor.require(Right.CONFERENCES_MANAGE)
    conference = conference_of(actor, conference_id)
    unit: Unit | None = Unit.objects.filter(committee_id=actor.committee_id, pk=unit_id).first()
    if unit is None:
        raise NotFound
    if is_own_office(unit, conference.committee.office_name):
        raise ReminderToOneself
    record(actor, "conferences.reminder.exported", conference, after={"unit": unit.name})
    return unit
