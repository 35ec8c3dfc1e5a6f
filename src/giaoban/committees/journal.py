"""The audit of the actor's own committee (nhật ký), for those who may read it."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import QuerySet

from giaoban.audit import queries
from giaoban.audit.chain import BadLink, verify
from giaoban.audit.models import AuditEvent
from giaoban.audit.queries import EventFilter
from giaoban.committees.actors import Actor, Right


@dataclass(frozen=True, slots=True)
class Choices:
    """What the journal can be narrowed to: codes, kinds of things, people."""

    actions: list[str]
    subjects: list[str]
    actors: list[tuple[int, str]]


@dataclass(frozen=True, slots=True)
class Check:
    """What checking the chain found: how many events it has, and the first bad one, if any."""

    events: int
    bad: BadLink | None


def journal(actor: Actor, wanted: EventFilter) -> QuerySet[AuditEvent]:
    """Return the events of the actor's committee that fit, newest first; raises NotAllowed."""
    actor.require(Right.AUDIT_READ)
    return queries.events(actor.committee_id, wanted)


def journal_choices(actor: Actor) -> Choices:
    """Return what occurs in the journal; raises NotAllowed."""
    actor.require(Right.AUDIT_READ)
    mine = actor.committee_id
    return Choices(queries.actions_seen(mine), queries.subjects_seen(mine), queries.actors_seen(mine))


def check_journal(actor: Actor) -> Check:
    """Check the chain of the actor's committee from its first event to its seal; raises NotAllowed."""
    actor.require(Right.AUDIT_READ)
    return Check(queries.length(actor.committee_id), verify(actor.committee_id))
