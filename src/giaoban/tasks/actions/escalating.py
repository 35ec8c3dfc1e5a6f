"""Noting who must be told of dues that come or have passed, as the committee's rules say (nhắc việc theo cấp)."""

from __future__ import annotations

from datetime import date, timedelta

from django.db.models import QuerySet

from giaoban.audit import clock
from giaoban.audit.actions import action, record
from giaoban.committees.actors import Actor
from giaoban.refusal import NotAllowed
from giaoban.tasks.models import Assignment, Escalation
from giaoban.tasks.rules_in_force import rules_of
from giaoban.tasks.states import OPEN, OWING
from giaoban.tasks.time_rules import Owed, Rules, Told, to_tell


@action
def make_escalations(actor: Actor) -> int:
    """Note everybody who must have been told by today and was not yet noted; returns how many.

    Only the system does, each day. Each is noted once for a part, a step and a due, however often this runs.
    """
    if actor.user_id is not None:
        raise NotAllowed
    wanted = escalations_to_make(actor.committee_id)
    Escalation.objects.bulk_create(
        (
            Escalation(
                committee_id=actor.committee_id,
                assignment_id=one.assignment_id,
                due_on=one.due_on,
                days=one.step.days,
                to=one.step.to,
                on=one.on,
            )
            for one in wanted
        ),
        ignore_conflicts=True,
    )
    record(actor, "tasks.escalations.made", after={"count": len(wanted)})
    return len(wanted)


def escalations_to_make(committee_id: int) -> list[Told]:
    """Return who must have been told by today of the committee's open parts and was not yet noted."""
    rules, today = rules_of(committee_id), clock.today()
    owed = [Owed(pk, due_on) for pk, due_on in _owing(committee_id, rules, today) if due_on]
    noted = set(
        Escalation.objects.filter(committee_id=committee_id, assignment__in=[one.assignment_id for one in owed])
        .order_by()
        .values_list("assignment", "due_on", "days", "to")
    )
    return [
        one
        for one in to_tell(rules, owed, today)
        if (one.assignment_id, one.due_on, one.step.days, one.step.to) not in noted
    ]


def _owing(committee_id: int, rules: Rules, today: date) -> QuerySet[Assignment, tuple[int, date | None]]:
    """Return the parts in which a unit owes something that is due, or soon enough to be told of."""
    # So many working days lie within twice as many days and the two weeks of the longest holiday.
    until = today + timedelta(days=2 * rules.remind_before + 14)
    parts = Assignment.objects.filter(
        committee_id=committee_id, state__in=OWING, task__state__in=OPEN, due_on__lte=until
    )
    return parts.order_by("pk").values_list("pk", "due_on")
