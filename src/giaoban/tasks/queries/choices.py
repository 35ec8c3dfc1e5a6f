"""What the filter of the task list offers to choose from."""

from __future__ import annotations

from django.db.models import Q, QuerySet

from giaoban.audit import clock
from giaoban.committees.actors import Actor
from giaoban.committees.models import Unit
from giaoban.documents.models import Document
from giaoban.tasks.models import Assignment, SavedFilter, Task
from giaoban.tasks.scope import sees_committee, tasks_for
from giaoban.tasks.states import AssignmentState

S = AssignmentState


def task_units(actor: Actor) -> QuerySet[Unit]:
    """Return the units that have or can have tasks, in the directory's order; a reporter's own only."""
    units = Unit.objects.filter(committee_id=actor.committee_id)
    return units if sees_committee(actor) else units.filter(pk=actor.unit_id)


def task_documents(actor: Actor) -> QuerySet[Document]:
    """Return the documents of which the actor sees tasks, the last conference first."""
    documents = Document.objects.filter(committee_id=actor.committee_id, given_at__isnull=False)
    if not sees_committee(actor):
        documents = documents.filter(pk__in=tasks_for(actor).values("document"))
    return documents.order_by("-conference_on", "-given_at", "-pk").only(
        "title", "symbol", "conference_title", "conference_on", "reviewed", "ahead"
    )


def filters_for(actor: Actor) -> QuerySet[SavedFilter]:
    """Return the filters that the actor saved, and those that others share with the committee."""
    kept = SavedFilter.objects.filter(committee_id=actor.committee_id, is_closed=False)
    return kept.filter(Q(owner_id=actor.user_id) | Q(is_shared=True)).select_related("owner")


def unit_choices(actor: Actor, task: Task, role: str) -> tuple[list[tuple[int, str]], list[int]]:
    """Return the units that could lead or support a task today, and the ids of those that do.

    Units that hold another role in it are left out of the supports; a support can become a lead.
    """
    parts = list(task.assignments.exclude(state=S.WITHDRAWN))
    held = [one.unit_id for one in parts if one.role == role]
    others = {one.unit_id for one in parts if one.role == Assignment.Role.LEAD} if role == "support" else set()
    valid = Unit.objects.filter(committee_id=actor.committee_id).on(clock.today())
    units = valid | Unit.objects.filter(committee_id=actor.committee_id, pk__in=held)
    return [(unit.pk, unit.name) for unit in units if unit.pk not in others], held
