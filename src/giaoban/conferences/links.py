"""A delegate's own link: a secret in an address, kept only as its hash, which leads to one seat of one conference."""

from __future__ import annotations

import hashlib
from datetime import timedelta

from giaoban.audit import clock
from giaoban.conferences.models import Conference, Delegate
from giaoban.refusal import NotFound

#: For how many days after the conference a link still leads to its papers.
DAYS_AFTER = 30


def hash_of(secret: str) -> str:
    """Return what is kept of a secret: its SHA-256, as 64 hexadecimal digits."""
    return hashlib.sha256(secret.encode()).hexdigest()


def delegate_of(secret: str) -> Delegate:
    """Return the seat that a link leads to, with its conference and unit.

    Raises :class:`~giaoban.refusal.NotFound` for a secret that is unknown, renewed or withdrawn, of a cancelled or
    closed conference, and after its time.
    """
    found = (
        Delegate.objects.filter(link_hash=hash_of(secret), is_closed=False)
        .exclude(conference__state__in=(Conference.State.CANCELLED, Conference.State.CLOSED))
        .filter(conference__held_on__gte=clock.today() - timedelta(days=DAYS_AFTER))
        .select_related("conference__committee", "unit")
        .first()
    )
    if found is None:
        raise NotFound
    return found
