"""Reads of the notices: how many are new, the list, one."""

from __future__ import annotations

from django.db.models import Case, QuerySet, Value, When

from giaoban.committees.actors import Actor
from giaoban.notices.models import Notice
from giaoban.notices.scope import notices_for
from giaoban.refusal import NotFound

#: The bell counts no further.
MOST_COUNTED = 100


def unread_count(actor: Actor) -> int:
    """Return how many notices were not seen yet, at most a hundred."""
    return notices_for(actor).filter(seen_at=None).order_by()[:MOST_COUNTED].count()


def notice_list(actor: Actor) -> QuerySet[Notice]:
    """Return the notices: those not seen first, in each the newest first."""
    rows = notices_for(actor).select_related("task", "conference").defer("task__folded", "task__quote")
    is_seen = Case(When(seen_at=None, then=Value(0)), default=Value(1))
    return rows.order_by(is_seen, "-at", "-pk")


def notice_of(actor: Actor, notice_id: int) -> Notice:
    """Return one notice; raises :class:`~giaoban.refusal.NotFound`."""
    found = notices_for(actor).select_related("task", "conference").filter(pk=notice_id).first()
    if found is None:
        raise NotFound
    return found
