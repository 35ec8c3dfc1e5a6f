"""From what happened to notices: the events of a committee's chain are read from where the last reading ended.

One transaction makes the notices of some events and moves the cursor behind them; a reading that is cut short has done
neither. So each notice is made once, and none is lost, however often and by however many this runs.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime

from django.db import transaction
from django.db.models import QuerySet

from giaoban.audit.models import AuditEvent
from giaoban.committees.models import Member
from giaoban.notices.escalating import MADE, escalation_notices
from giaoban.notices.kinds import Telling, kinds, tellings
from giaoban.notices.models import Cursor, Notice, Way
from giaoban.notices.moments import is_news, moment_of
from giaoban.notices.readers import Readers, units_of
from giaoban.notices.things import Thing, thing_of

#: How many events one transaction reads.
BATCH = 200


def has_news(committee_id: int) -> bool:
    """Return whether something happened that people are told of and were not yet."""
    told = Cursor.objects.filter(pk=committee_id).values_list("sequence", flat=True).first() or 0
    return _events(committee_id, told).filter(action__in=[*tellings(), MADE]).exists()


def tell(committee_id: int) -> int:
    """Make the notices of all that happened since the last time; returns how many were made."""
    made = 0
    while (batch := _tell_some(committee_id)) is not None:
        made += batch
    return made


def _events(committee_id: int, after: int) -> QuerySet[AuditEvent]:
    return AuditEvent.objects.filter(committee_id=committee_id, sequence__gt=after).order_by("sequence")


@transaction.atomic
def _tell_some(committee_id: int) -> int | None:
    """Make the notices of the next events; None where there are none."""
    Cursor.objects.get_or_create(pk=committee_id)
    cursor = Cursor.objects.select_for_update().get(pk=committee_id)
    events = list(_events(committee_id, cursor.sequence)[:BATCH])
    if not events:
        return None
    notices = list(_notices(committee_id, events))
    Notice.objects.bulk_create(notices, ignore_conflicts=True)
    cursor.sequence = events[-1].sequence
    cursor.save()
    return len(notices)


def _notices(committee_id: int, events: Iterable[AuditEvent]) -> Iterator[Notice]:
    told = [one for one in events if one.action in tellings() or one.action == MADE]
    if not told:
        return
    readers = Readers(committee_id)
    for event in told:
        if event.action == MADE:
            yield from escalation_notices(readers, committee_id, moment_of(event))
        else:
            yield from _of_event(readers, event)


def _of_event(readers: Readers, event: AuditEvent) -> Iterator[Notice]:
    telling, thing = tellings()[event.action], thing_of(event)
    if thing is None or not _changed(event, telling.fields):
        return
    moment = moment_of(event, thing)
    for member in _concerned(readers, telling, thing, event) if is_news(moment) else ():
        way = readers.way(member, kinds()[telling.kind].topic)
        if way is not Way.NONE:
            yield _notice(event, telling, thing, member, way, moment)


def _concerned(readers: Readers, telling: Telling, thing: Thing, event: AuditEvent) -> list[Member]:
    found = readers.of_units(units_of(thing, telling.units)) + readers.in_roles(telling.roles)
    return [one for one in found if one.user_id != event.actor_id]


def _changed(event: AuditEvent, fields: Iterable[str]) -> bool:
    fields = tuple(fields)
    return not fields or any(event.before.get(one) != event.after.get(one) for one in fields)


def _notice(event: AuditEvent, telling: Telling, thing: Thing, member: Member, way: Way, at: datetime) -> Notice:
    key = f"event:{event.sequence}"
    if telling.once == "conference" and thing.conference is not None:
        key = f"{telling.kind}:{thing.conference.pk}"
    return Notice(
        committee_id=event.committee_id,
        member=member,
        kind=telling.kind,
        key=key,
        task=thing.task,
        conference=thing.conference,
        values={"unit": thing.unit_name, "by": event.actor_name, "due": thing.due_on},
        way=way,
        at=at,
    )
