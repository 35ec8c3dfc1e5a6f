"""Who is on the list of delegates, and who could be put on it."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import QuerySet

from giaoban.committees.actors import Actor, Right
from giaoban.committees.directory import Directory, GroupEntry, UnitEntry
from giaoban.conferences.models import Conference, Delegate
from giaoban.conferences.scope import conferences_for, sees_all_of
from giaoban.refusal import NotFound


def delegates_of(actor: Actor, conference: Conference) -> QuerySet[Delegate]:
    """Return the list: units in the directory's order, then guests; a reporter sees the own unit's seats."""
    found = conference.delegates.filter(is_closed=False).select_related("unit")
    if not sees_all_of(actor):
        found = found.filter(unit_id=actor.unit_id or 0)
    return found.order_by("is_guest", "unit__position", "sort", "pk")


def find_delegate(actor: Actor, delegate_id: int) -> Delegate:
    """Return somebody on a list that the actor manages; raises :class:`~giaoban.refusal.NotFound`."""
    actor.require(Right.CONFERENCES_MANAGE)
    open_ones = Delegate.objects.filter(is_closed=False, conference__in=conferences_for(actor))
    found = open_ones.select_related("conference", "unit").filter(pk=delegate_id).first()
    if found is None:
        raise NotFound
    return found


@dataclass(frozen=True, slots=True)
class Invitable:
    """Whom one could still invite: groups with units of the day that are not on the list, and such units."""

    groups: tuple[tuple[GroupEntry, int], ...]
    units: tuple[UnitEntry, ...]


def invitable(conference: Conference) -> Invitable:
    """Return the groups (each with how many of its units are missing) and units that are not invited yet."""
    directory = Directory(conference.committee_id, conference.held_on)
    there = set(conference.delegates.filter(is_closed=False).values_list("unit_id", flat=True))
    groups = {one.id: one for one in directory.groups.values()}
    counted = [(one, sum(unit.id not in there for unit in one.units)) for one in groups.values()]
    units = [one for one in directory.units if one.id not in there]
    return Invitable(
        groups=tuple((group, missing) for group, missing in counted if missing),
        units=tuple(sorted(units, key=lambda one: (one.position, one.name))),
    )
