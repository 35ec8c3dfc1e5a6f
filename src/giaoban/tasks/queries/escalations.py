"""Who was told of dues that come or have passed, as far as it still stands."""

from __future__ import annotations

from django.db.models import F, Max, OuterRef, Q, QuerySet, Subquery

from giaoban.committees.actors import Actor
from giaoban.tasks.models import Assignment, CheckIn, Entry, Escalation
from giaoban.tasks.scope import assignments_for
from giaoban.tasks.states import OPEN, OWING
from giaoban.tasks.time_rules import Recipient

#: What an escalation tells of is still owed by that same due: the part's own, or a check-in that is not given.
STANDS = Q(assignment__state__in=OWING, assignment__task__state__in=OPEN) & (
    Q(check_in=None, assignment__due_on=F("due_on"))
    | Q(check_in__state__in=(CheckIn.State.WANTED, CheckIn.State.RETURNED))
)


def standing_escalations(actor: Actor, to: Recipient | None = None) -> QuerySet[Escalation]:
    """Return the escalations that still stand: the unit owes the thing, by that same due; those to one alone."""
    found = Escalation.objects.filter(STANDS, assignment__in=assignments_for(actor))
    return found.filter(to=to) if to else found


def to_press(actor: Actor, to: Recipient | None = None) -> QuerySet[Assignment]:
    """Return the parts of whose due somebody was told as it came or passed, the earliest due first (cần đôn đốc).

    ``last_days`` is the last step that was taken, ``reminded_at`` when the office last reminded of the task.
    """
    standing = standing_escalations(actor, to).filter(days__gte=0, check_in=None)
    reminders = Entry.objects.filter(task=OuterRef("task"), kind="reminded", undone_at=None).order_by("-pk")
    last = standing.order_by().filter(assignment=OuterRef("pk")).values("assignment").annotate(last=Max("days"))
    parts = Assignment.objects.filter(pk__in=standing.order_by().values("assignment"))
    return (
        parts.select_related("task", "unit")
        .annotate(last_days=Subquery(last.values("last")), reminded_at=Subquery(reminders.values("at")[:1]))
        .order_by("due_on", "unit__position", "pk")
    )
