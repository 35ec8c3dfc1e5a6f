"""What the directives of a draft repeat, and what was done of it then (lặp lại)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from giaoban.committees.actors import Actor, Right
from giaoban.conferences.models import Conference, DraftDirective, DraftRepetition
from giaoban.conferences.scope import conferences_for
from giaoban.refusal import NotFound
from giaoban.tasks.queries import HEAVY, Link, Repeats, told


def draft_repeats(conference: Conference, directives: Sequence[DraftDirective]) -> dict[int, Repeats]:
    """Return what directives of a conference's draft repeat, by their ids; those that repeat nothing are left out."""
    rows = DraftRepetition.objects.filter(directive__in=directives).exclude(state=DraftRepetition.State.REFUSED)
    links: dict[int, list[Link]] = defaultdict(list)
    for row in rows.select_related("earlier__document").defer(*(f"earlier__{name}" for name in HEAVY)):
        links[row.directive_id].append(row)
    return told(links, dict.fromkeys(links, (conference.held_on, 0)))


def find_draft_repetition(actor: Actor, repetition_id: int) -> DraftRepetition:
    """Return a proposal of a draft that the actor works on; raises :class:`~giaoban.refusal.NotFound`."""
    actor.require(Right.CONFERENCES_MANAGE)
    rows = DraftRepetition.objects.filter(directive__conclusion__conference__in=conferences_for(actor).values("pk"))
    found = rows.select_related("directive__conclusion").filter(pk=repetition_id).first()
    if found is None:
        raise NotFound
    return found
