"""Which notices an actor may see: those of the own membership, about what that role still sees."""

from __future__ import annotations

from django.db.models import Q, QuerySet

from giaoban.committees.actors import Actor
from giaoban.committees.models import Member
from giaoban.conferences.scope import conferences_for
from giaoban.notices.models import Notice
from giaoban.refusal import NotFound
from giaoban.tasks.scope import tasks_for


def notices_for(actor: Actor) -> QuerySet[Notice]:
    """Return the notices to the actor in the role held now, newest first."""
    mine = Notice.objects.filter(member__in=_memberships(actor))
    seen = Q(task=None) | Q(task__in=tasks_for(actor))
    held = Q(conference=None) | Q(conference__in=conferences_for(actor))
    return mine.filter(seen, held)


def member_of(actor: Actor) -> Member:
    """Return the actor's own active membership; raises :class:`~giaoban.refusal.NotFound`."""
    member = _memberships(actor).first()
    if member is None:
        raise NotFound
    return member


def _memberships(actor: Actor) -> QuerySet[Member]:
    """Return the one membership in which the actor acts; none for the system."""
    if actor.user_id is None:
        return Member.objects.none()
    held = Member.objects.filter(user_id=actor.user_id, committee_id=actor.committee_id, role=actor.role_code)
    unit = Q(unit=None) if actor.unit_id is None else Q(unit_id=actor.unit_id)
    return held.filter(unit, is_active=True)
