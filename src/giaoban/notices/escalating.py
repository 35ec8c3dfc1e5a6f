"""From the steps of escalation to notices: of dues that come or have passed, to whom the committee's rules say."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta

from giaoban.audit import clock
from giaoban.committees.models import Member
from giaoban.notices.kinds import kinds
from giaoban.notices.models import Notice, Way
from giaoban.notices.readers import Readers
from giaoban.notices.things import of_assignment
from giaoban.tasks.models import Escalation
from giaoban.tasks.states import OWING
from giaoban.tasks.time_rules import Recipient

#: The event after which new steps stand in the table, which it does not name one by one.
MADE = "tasks.escalations.made"
#: Steps made so long before the event are looked at too; a step told already is not told again.
LOOK_BACK = timedelta(days=2)


def escalation_notices(readers: Readers, committee_id: int, moment: datetime) -> Iterator[Notice]:
    """Yield the notices of the steps that were noted up to a moment and that are still owed."""
    rows = Escalation.objects.filter(committee_id=committee_id, made_at__gte=moment - LOOK_BACK)
    for row in rows.filter(assignment__state__in=OWING).select_related("assignment__task", "assignment__unit"):
        kind = _kind(row.due_on)
        thing = of_assignment(row.assignment)
        for member in _told(readers, row):
            way = readers.way(member, kinds()[kind].topic)
            if way is not Way.NONE:
                yield Notice(
                    committee_id=committee_id,
                    member=member,
                    kind=kind,
                    key=f"escalation:{row.pk}",
                    task=thing.task,
                    values={"unit": thing.unit_name, "by": "", "due": row.due_on},
                    way=way,
                    at=row.made_at,
                )


def _told(readers: Readers, row: Escalation) -> list[Member]:
    """Return whom a step tells: a unit is told through those who report for it, for a head has no account as such."""
    unit = readers.of_units({row.assignment.unit_id})
    return [*unit, *readers.in_roles(("leader",))] if row.to == Recipient.LEADER else unit


def _kind(due_on: date) -> str:
    today = clock.today()
    return "due_near" if due_on > today else "due_today" if due_on == today else "overdue"
