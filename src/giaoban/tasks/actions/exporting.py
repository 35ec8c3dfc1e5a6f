"""Taking a list out of the system is told to the audit."""

from __future__ import annotations

from giaoban.audit.actions import action, record
from giaoban.committees.actors import Actor, Right


@action
def record_export(actor: Actor, *, query: str, count: int) -> None:
    """Record that somebody took a list of tasks out as a file: with which filter, how many."""
    actor.require(Right.COMMITTEE_READ, Right.PUBLISHED_READ, Right.UNIT_READ)
    record(actor, "tasks.list.exported", after={"query": query, "count": count})
