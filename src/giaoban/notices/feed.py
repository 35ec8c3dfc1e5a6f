"""A member's calendar at a secret address: dues and conferences, in words that may leave the house (lịch của tôi)."""

from __future__ import annotations

import secrets
from collections.abc import Iterator
from datetime import datetime, time, timedelta

from django.conf import settings
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override

from giaoban.audit import clock
from giaoban.audit.actions import action, record
from giaoban.committees.actors import Actor
from giaoban.conferences.links import hash_of
from giaoban.conferences.models import Conference, UnitReport
from giaoban.conferences.scope import conferences_for
from giaoban.notices.calendar import Event, calendar
from giaoban.notices.models import FeedSecret
from giaoban.notices.scope import member_of
from giaoban.refusal import NotFound
from giaoban.tasks.models import Assignment
from giaoban.tasks.scope import assignments_for
from giaoban.tasks.states import OPEN, OWING

#: How many days back a calendar reaches, and how many dues it holds at most.
DAYS_BACK, MOST_DUES = 60, 1000
#: Octets of the secret: too many to be guessed.
SECRET_OCTETS = 32


@action
def renew_feed(actor: Actor) -> str:
    """Make a new secret for the actor's calendar and return it; the old address leads nowhere from now on.

    Only its hash is kept, so it cannot be shown again.
    """
    secret = secrets.token_urlsafe(SECRET_OCTETS)
    row, _is_new = FeedSecret.objects.select_for_update().get_or_create(member=member_of(actor))
    row.hash, row.made_at, row.version = hash_of(secret), clock.now(), row.version + 1
    row.save()
    record(actor, "notices.feed_secret.renewed", row)
    return secret


@action
def close_feed(actor: Actor) -> FeedSecret:
    """Let the actor's calendar address lead nowhere (đóng địa chỉ lịch). Raises NotFound where there is none."""
    row = FeedSecret.objects.select_for_update().filter(member=member_of(actor)).exclude(hash="").first()
    if row is None:
        raise NotFound
    row.hash, row.version = "", row.version + 1
    row.save()
    record(actor, "notices.feed_secret.closed", row)
    return row


def feed_of(actor: Actor) -> FeedSecret | None:
    """Return the actor's calendar address as it is kept; None where there is none that leads anywhere."""
    return FeedSecret.objects.filter(member=member_of(actor)).exclude(hash="").first()


def feed(secret: str) -> bytes:
    """Return the calendar that a secret leads to, in its owner's language.

    Raises :class:`~giaoban.refusal.NotFound` for a secret that is unknown, renewed or closed, and once the account or
    the membership has ended.
    """
    live = FeedSecret.objects.filter(member__is_active=True, member__user__is_active=True)
    row = live.filter(hash=hash_of(secret)).select_related("member__user", "member__committee").first()
    if row is None:
        raise NotFound
    member = row.member
    actor = Actor(member.user_id, member.user.name, member.committee_id, member.role, member.unit_id)
    with override(member.user.language):
        events = [*_dues(actor), *_reports(actor), *_conferences(actor)]
        return calendar(f"Giao Ban · {member.committee.name}", events, clock.now())


def _dues(actor: Actor) -> Iterator[Event]:
    since = clock.today() - timedelta(days=DAYS_BACK)
    parts = assignments_for(actor).filter(state__in=OWING, task__state__in=OPEN, due_on__gte=since)
    if actor.unit_id is None:
        parts = parts.filter(role=Assignment.Role.LEAD)
    for part in parts.select_related("task", "unit").order_by("due_on", "pk")[:MOST_DUES]:
        if part.due_on is not None:
            yield Event(
                uid=f"assignment-{part.pk}@giaoban",
                summary=_("Hạn %(code)s · %(unit)s")
                % {"code": part.task.code, "unit": part.unit.short_name or part.unit.name},
                starts=part.due_on,
                address=_address(f"/nhiem-vu/{part.task_id}/"),
            )


def _reports(actor: Actor) -> Iterator[Event]:
    owed = (UnitReport.State.WANTED, UnitReport.State.DRAFT, UnitReport.State.RETURNED)
    rows = UnitReport.objects.filter(conference__committee_id=actor.committee_id, unit_id=actor.unit_id or 0)
    for row in rows.filter(state__in=owed, is_closed=False, conference__in=_ahead(actor)):
        yield Event(
            uid=f"report-{row.pk}@giaoban",
            summary=_("Hạn gửi báo cáo phục vụ hội nghị"),
            starts=row.due_on,
            address=_address(f"/hoi-nghi/{row.conference_id}/"),
        )


def _ahead(actor: Actor) -> QuerySet[Conference]:
    since = clock.today() - timedelta(days=DAYS_BACK)
    return conferences_for(actor).exclude(state=Conference.State.CANCELLED).filter(held_on__gte=since)


def _conferences(actor: Actor) -> Iterator[Event]:
    for row in _ahead(actor).order_by("held_on", "pk"):
        starts = timezone.make_aware(datetime.combine(row.held_on, row.starts_at or time()))
        ends = timezone.make_aware(datetime.combine(row.held_on, row.ends_at)) if row.ends_at else None
        yield Event(
            uid=f"conference-{row.pk}@giaoban",
            summary=row.title,
            starts=starts if row.starts_at else row.held_on,
            ends=ends if ends and ends > starts else None,
            place=row.place,
            address=_address(f"/hoi-nghi/{row.pk}/"),
        )


def _address(path: str) -> str:
    return f"{settings.PUBLIC_ADDRESS}{path}" if settings.PUBLIC_ADDRESS else ""
