"""When something happened by the office's clock: as its own row says, for the audit keeps the real time alone."""

from __future__ import annotations

from datetime import datetime, timedelta

from giaoban.audit import clock
from giaoban.audit.models import AuditEvent
from giaoban.notices.things import Thing
from giaoban.tasks.models import Entry

#: What is longer past was entered later, as the example's years are: it is history, and nobody is told of it as news.
NEWS = timedelta(days=30)

#: Where a report, a draft or a conference keeps when this happened to it last.
_KEPT_AT = {
    "conferences.conference.invited": "invited_at",
    "conferences.report.sent": "sent_at",
    "conferences.report.returned": "sent_at",
    "conferences.report.accepted": "accepted_at",
    "conferences.report.reminded": "reminded_at",
    "conferences.conclusion.submitted": "submitted_at",
    "conferences.conclusion.approved": "approved_at",
}


def moment_of(event: AuditEvent, thing: Thing | None = None) -> datetime:
    """Return when an event happened to a thing; in the past where a past day was being entered."""
    told = _of_task(event, thing) if thing and thing.task else _of_conference(event, thing)
    return min(clock.now(), told or event.at + timedelta(days=clock.days_moved()))


def is_news(moment: datetime) -> bool:
    """Return whether something is recent enough to be told."""
    return moment >= clock.now() - NEWS


def _of_task(event: AuditEvent, thing: Thing) -> datetime | None:
    """Return the time of the timeline's entry that tells the same."""
    kind = event.action.rpartition(".")[2]
    rows = Entry.objects.filter(task=thing.task, kind=kind)
    if thing.unit is not None:
        rows = rows.filter(assignment__unit=thing.unit)
    return rows.order_by("-pk").values_list("at", flat=True).first()


def _of_conference(event: AuditEvent, thing: Thing | None) -> datetime | None:
    """Return the time that the row itself keeps of this, where it does."""
    name = _KEPT_AT.get(event.action)
    return getattr(thing.row, name) if thing and name else None
