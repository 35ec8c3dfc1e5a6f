"""From the steps of escalation to notices: of dues that come or have passed, to whom the committee's rules say."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta

from giaoban.audit import clock
from giaoban.committees.models import Member
from giaoban.notices.kinds import kinds
from giaoban.notices.models import Notice, Way
from giaoban.notices.readers import Readers
from giaoban.notices.things import of_assignment
from giaoban.tasks.models import Escalation
from giaoban.tasks.queries.escalations import STANDS
from giaoban.tasks.time_rules import Recipient

#: The event after which new steps stand in the table, which it does not name one by one.
MADE = "tasks.escalations.made"
#: Steps made so long before the event are looked at too; a step told already is not told again.
LOOK_BACK = timedelta(days=2)
#: The kinds of notices before a due, on it and after it.
_OF_PARTS = ("due_near", "due_today", "overdue")
_OF_CHECK_INS = ("check_in_near", "check_in_today", "check_in_late")


def escalation_notices(readers: Readers, committee_id: int, moment: datetime) -> Iterator[Notice]:
    """Yield the notices of the steps that were noted up to a moment and that are still owed."""
    rows = Escalation.objects.filter(committee_id=committee_id, made_at__gte=moment - LOOK_BACK)
    for row in rows.filter(STANDS).select_related("assignment__task", "assignment__unit"):
        kind = _kind(row)
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
    """Return whom a step tells; with a leader all who report for the unit learn that it was told."""
    unit_id = row.assignment.unit_id
    match Recipient(row.to):
        case Recipient.REPORTER:
            return readers.reporters_of(unit_id)
        case Recipient.HEAD:
            return readers.heads_of(unit_id)
        case Recipient.LEADER:
            return [*readers.of_units({unit_id}), *readers.in_roles(("leader",))]


def _kind(row: Escalation) -> str:
    """Return the kind of notice: of a part's due or of a check-in's, before it, on it or after it."""
    today = clock.today()
    place = 0 if row.due_on > today else 1 if row.due_on == today else 2
    return (_OF_PARTS if row.check_in_id is None else _OF_CHECK_INS)[place]
