"""Who was told of dues that come or have passed, as far as it still stands."""

from __future__ import annotations

from django.db.models import F, Max, OuterRef, QuerySet, Subquery

from giaoban.committees.actors import Actor
from giaoban.tasks.models import Assignment, Entry, Escalation
from giaoban.tasks.scope import assignments_for
from giaoban.tasks.states import OPEN, OWING
from giaoban.tasks.time_rules import Recipient


def standing_escalations(actor: Actor, to: Recipient | None = None) -> QuerySet[Escalation]:
    """Return the escalations that still stand: the unit owes the thing, by that same due; those to one alone."""
    found = Escalation.objects.filter(
        assignment__in=assignments_for(actor),
        assignment__state__in=OWING,
        assignment__task__state__in=OPEN,
        assignment__due_on=F("due_on"),
    )
    return found.filter(to=to) if to else found


def to_press(actor: Actor, to: Recipient | None = None) -> QuerySet[Assignment]:
    """Return the parts of whose due somebody was told as it came or passed, the earliest due first (cần đôn đốc).

    ``last_days`` is the last step that was taken, ``reminded_at`` when the office last reminded of the task.
    """
    standing = standing_escalations(actor, to).filter(days__gte=0)
    reminders = Entry.objects.filter(task=OuterRef("task"), kind="reminded", undone_at=None).order_by("-pk")
    parts = Assignment.objects.filter(pk__in=standing.order_by().values("assignment"))
    return (
        parts.select_related("task", "unit")
        .annotate(last_days=Max("escalations__days"), reminded_at=Subquery(reminders.values("at")[:1]))
        .order_by("due_on", "unit__position", "pk")
    )
