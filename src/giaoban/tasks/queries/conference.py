"""What of the tasks a conference must look at before it ends."""

from __future__ import annotations

from datetime import date

from django.db.models import QuerySet

from giaoban.committees.actors import Actor
from giaoban.tasks.models import Task
from giaoban.tasks.scope import tasks_for
from giaoban.tasks.states import OPEN


def tasks_by_conference(actor: Actor, until: date) -> QuerySet[Task]:
    """Return the open tasks "theo kỳ" whose period ends by a day: each is closed or carried on at the conference."""
    found = tasks_for(actor).filter(state__in=OPEN, due_basis="conference", due_on__lte=until)
    return found.order_by("due_on", "year", "number")
