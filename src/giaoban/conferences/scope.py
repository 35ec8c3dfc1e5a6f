"""What an actor may see of the conferences: every read and every write starts here."""

from __future__ import annotations

from django.db.models import Exists, OuterRef, Q, QuerySet

from giaoban.committees.actors import Actor, Right
from giaoban.conferences.models import Conference, Delegate, UnitReport
from giaoban.conferences.rules import PUBLISHED
from giaoban.refusal import NotFound
from giaoban.tasks.models import Assignment


def conferences_for(actor: Actor) -> QuerySet[Conference]:
    """Return the conferences that the actor may see.

    Who reads the committee sees all; the level above those that were concluded; a unit's reporter those to which the
    unit is asked: it is on the list of delegates, owes a report, or was given a task by the conclusion.
    """
    ours = Conference.objects.filter(committee_id=actor.committee_id)
    if actor.may(Right.COMMITTEE_READ):
        return ours
    if actor.may(Right.PUBLISHED_READ):
        return ours.filter(state__in=PUBLISHED)
    if actor.may(Right.UNIT_READ) and actor.unit_id is not None:
        return ours.filter(_concerns(actor.unit_id))
    return ours.none()


def _concerns(unit_id: int) -> Q:
    asked = Delegate.objects.filter(conference=OuterRef("pk"), unit_id=unit_id, is_closed=False)
    owing = UnitReport.objects.filter(conference=OuterRef("pk"), unit_id=unit_id, is_closed=False)
    given = Assignment.objects.filter(task__document=OuterRef("conclusion"), unit_id=unit_id)
    return Q(Exists(asked)) | Q(Exists(owing)) | Q(Exists(given))


def conference_of(actor: Actor, conference_id: int) -> Conference:
    """Return a conference that the actor may see; raises :class:`~giaoban.refusal.NotFound`."""
    found = conferences_for(actor).filter(pk=conference_id).select_related("previous", "conclusion", "chair").first()
    if found is None:
        raise NotFound
    return found


def sees_all_of(actor: Actor) -> bool:
    """Return whether the actor sees what is the committee's own of a conference: every delegate, report and paper.

    The level above sees what was concluded and how it is carried out, not these; a unit sees its own of them.
    """
    return actor.may(Right.COMMITTEE_READ)
