"""How far the preparation of a conference is, in a few figures."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from django.db.models import Count, Q

from giaoban.committees.actors import Actor
from giaoban.conferences.models import Conference, Preparation, UnitReport
from giaoban.conferences.reports import SENT
from giaoban.conferences.scope import sees_all_of
from giaoban.tasks.scope import tasks_for
from giaoban.tasks.states import AssignmentState


@dataclass(frozen=True, slots=True)
class Readiness:
    """How far a conference is: ``prepared`` by step (its day, whether it is done), reports wanted and in, tasks."""

    prepared: dict[str, tuple[date, bool]] = field(default_factory=dict)
    reports: int = 0
    sent: int = 0
    given: int = 0
    done: int = 0


def readiness(actor: Actor, conference: Conference) -> Readiness:
    """Return how far the conference is, as the actor may know it: a unit sees the count of its own report and tasks."""
    reports = UnitReport.objects.filter(conference=conference, is_closed=False)
    if not sees_all_of(actor):
        reports = reports.filter(unit_id=actor.unit_id or 0)
    counted = reports.aggregate(wanted=Count("pk"), sent=Count("pk", filter=Q(state__in=SENT)))
    tasks = _tasks(actor, conference)
    return Readiness(_prepared(conference), counted["wanted"], counted["sent"], *tasks)


def _prepared(conference: Conference) -> dict[str, tuple[date, bool]]:
    rows = Preparation.objects.filter(conference=conference, is_closed=False).exclude(step="")
    return {one.step: (one.due_on, one.done_at is not None) for one in rows}


def _tasks(actor: Actor, conference: Conference) -> tuple[int, int]:
    if conference.conclusion_id is None:
        return 0, 0
    tasks = tasks_for(actor).filter(document=conference.conclusion_id)
    live = tasks.exclude(state=AssignmentState.WITHDRAWN).order_by()
    found = live.aggregate(given=Count("pk"), done=Count("pk", filter=Q(state=AssignmentState.CONFIRMED)))
    return found["given"], found["done"]
