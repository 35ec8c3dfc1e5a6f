"""What an actor may see of the tasks: every read and every write starts here."""

from __future__ import annotations

from django.db.models import QuerySet

from giaoban.committees.actors import Actor, Right
from giaoban.tasks.models import Assignment, CheckIn, Entry, Evidence, Extension, Task


def assignments_for(actor: Actor) -> QuerySet[Assignment]:
    """Return the assignments that the actor may see: of the committee, of the own unit, or none."""
    ours = Assignment.objects.filter(committee_id=actor.committee_id)
    if sees_committee(actor):
        return ours
    if actor.may(Right.UNIT_READ) and actor.unit_id is not None:
        return ours.filter(unit_id=actor.unit_id)
    return ours.none()


def tasks_for(actor: Actor) -> QuerySet[Task]:
    """Return the tasks that the actor may see.

    Office, leaders, inspection and the superior see all that were given in the committee; a reporter those in which
    the own unit has a part, withdrawn ones too; an administrator none.
    """
    ours = Task.objects.filter(committee_id=actor.committee_id)
    if sees_committee(actor):
        return ours
    if actor.may(Right.UNIT_READ) and actor.unit_id is not None:
        return ours.filter(pk__in=assignments_for(actor).values("task"))
    return ours.none()


def sees_committee(actor: Actor) -> bool:
    """Return whether the actor sees the tasks of all units."""
    return actor.may(Right.COMMITTEE_READ) or actor.may(Right.PUBLISHED_READ)


def entries_for(actor: Actor) -> QuerySet[Entry]:
    """Return what happened to the tasks that the actor may see."""
    return Entry.objects.filter(task__in=tasks_for(actor))


def evidence_for(actor: Actor) -> QuerySet[Evidence]:
    """Return the evidence of the tasks that the actor may see."""
    return Evidence.objects.filter(entry__task__in=tasks_for(actor))


def extensions_for(actor: Actor) -> QuerySet[Extension]:
    """Return the requests for a later due that the actor may see."""
    ours = Extension.objects.filter(assignment__committee_id=actor.committee_id)
    if sees_committee(actor):
        return ours
    if actor.may(Right.UNIT_READ) and actor.unit_id is not None:
        return ours.filter(assignment__unit_id=actor.unit_id)
    return ours.none()


def check_ins_for(actor: Actor) -> QuerySet[CheckIn]:
    """Return the check-ins that the actor may see: of the committee, of the own unit, or none."""
    ours = CheckIn.objects.filter(committee_id=actor.committee_id)
    if sees_committee(actor):
        return ours
    if actor.may(Right.UNIT_READ) and actor.unit_id is not None:
        return ours.filter(assignment__unit_id=actor.unit_id)
    return ours.none()
