"""Reads of the audit: the events of one committee's chain that fit a filter."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.db.models import QuerySet
from django.utils import timezone

from giaoban.audit.models import AuditEvent, AuditHead
from giaoban.vietnamese import fold


@dataclass(frozen=True, slots=True)
class EventFilter:
    """Which events are wanted; what is left empty does not narrow.

    ``text`` is looked for in the names of who and what, without diacritics; ``since`` and ``until`` are days in the
    office's time zone, both included.
    """

    text: str = ""
    action: str = ""
    actor_id: int | None = None
    subject_type: str = ""
    subject_id: int | None = None
    since: date | None = None
    until: date | None = None


def events(committee_id: int, wanted: EventFilter) -> QuerySet[AuditEvent]:
    """Return the events of a committee that fit, newest first."""
    found = AuditEvent.objects.filter(committee_id=committee_id)
    for word in fold(wanted.text).split():
        found = found.filter(folded__contains=word)
    exact = {
        "action": wanted.action,
        "subject_type": wanted.subject_type,
        "actor_id": wanted.actor_id,
        "subject_id": wanted.subject_id,
    }
    found = found.filter(**{name: value for name, value in exact.items() if value not in ("", None)})
    if wanted.since:
        found = found.filter(at__gte=_midnight(wanted.since))
    if wanted.until:
        found = found.filter(at__lt=_midnight(wanted.until + timedelta(days=1)))
    return found.order_by("-sequence")


def _midnight(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time()))


def actions_seen(committee_id: int) -> list[str]:
    """Return the codes that occur in a committee's chain."""
    return sorted(_of(committee_id).values_list("action", flat=True).distinct())


def subjects_seen(committee_id: int) -> list[str]:
    """Return the kinds of things that a committee's events are about."""
    return sorted(_of(committee_id).exclude(subject_type="").values_list("subject_type", flat=True).distinct())


def actors_seen(committee_id: int) -> list[tuple[int, str]]:
    """Return who has acted in a committee: the id and the last name each account was recorded under."""
    rows = _of(committee_id).order_by("sequence").values_list("actor_id", "actor_name").distinct()
    return list({actor_id: name for actor_id, name in rows if actor_id is not None}.items())


def length(committee_id: int) -> int:
    """Return how many events a committee's chain is said to have by its sealed head."""
    head = AuditHead.objects.filter(committee_id=committee_id).first()
    return head.sequence if head else 0


def _of(committee_id: int) -> QuerySet[AuditEvent]:
    return AuditEvent.objects.filter(committee_id=committee_id).order_by()
