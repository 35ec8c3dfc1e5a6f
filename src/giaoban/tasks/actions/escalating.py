"""Noting who must be told of dues that come or have passed, as the committee's rules say (nhắc việc theo cấp)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from giaoban.audit import clock
from giaoban.audit.actions import action, record
from giaoban.committees.actors import Actor
from giaoban.refusal import NotAllowed
from giaoban.tasks.models import Assignment, CheckIn, Escalation
from giaoban.tasks.rules_in_force import rules_of
from giaoban.tasks.states import OPEN, OWING
from giaoban.tasks.time_rules import Owed, Rules, Told, to_tell


@action
def make_escalations(actor: Actor) -> int:
    """Note everybody who must have been told by today and was not yet noted; returns how many.

    Only the system does, each day. Each is noted once for a part or check-in, a step and a due, however often this
    runs.
    """
    if actor.user_id is not None:
        raise NotAllowed
    wanted = escalations_to_make(actor.committee_id)
    Escalation.objects.bulk_create(
        (
            Escalation(
                committee_id=actor.committee_id,
                assignment_id=one.owed.assignment_id,
                check_in_id=one.owed.check_in_id,
                due_on=one.owed.due_on,
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
    """Return who must have been told by today of the committee's open parts and check-ins and was not yet noted."""
    rules, today = rules_of(committee_id), clock.today()
    owed = list(_owed(committee_id, _until(rules, today)))
    noted = set(
        Escalation.objects.filter(committee_id=committee_id, assignment__in={one.assignment_id for one in owed})
        .order_by()
        .values_list("assignment", "check_in", "due_on", "days", "to")
    )
    return [one for one in to_tell(rules, owed, today) if _as_noted(one) not in noted]


def _as_noted(told: Told) -> tuple[int, int | None, date, int, str]:
    owed, step = told.owed, told.step
    return owed.assignment_id, owed.check_in_id, owed.due_on, step.days, step.to


def _until(rules: Rules, today: date) -> date:
    """Return the last due of which somebody may be told today."""
    # So many working days lie within twice as many days and the two weeks of the longest holiday.
    return today + timedelta(days=2 * rules.remind_before + 14)


def _owed(committee_id: int, until: date) -> Iterator[Owed]:
    """Yield what units owe that is due by a day: their parts, then their check-ins."""
    parts = Assignment.objects.filter(
        committee_id=committee_id, state__in=OWING, task__state__in=OPEN, due_on__lte=until
    )
    for pk, due_on in parts.order_by("pk").values_list("pk", "due_on"):
        if due_on is not None:
            yield Owed(pk, due_on)
    rounds = CheckIn.objects.filter(
        committee_id=committee_id, assignment__state__in=OWING, assignment__task__state__in=OPEN, due_on__lte=until
    )
    rounds = rounds.exclude(state=CheckIn.State.GIVEN)
    for pk, part, due_on in rounds.order_by("pk").values_list("pk", "assignment", "due_on"):
        yield Owed(part, due_on, pk)
