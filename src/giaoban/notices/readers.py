"""Whom a thing concerns: the members of a committee by unit and role, and the units of a task or a conference."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable

from giaoban.committees.models import Member
from giaoban.conferences.models import Conference, Delegate, UnitReport
from giaoban.notices.models import Preference, Way
from giaoban.notices.things import Thing
from giaoban.tasks.models import Assignment
from giaoban.tasks.states import OPEN, OWING

#: A conference whose delegates have been asked; before, the list is the office's own.
ASKED = (Conference.State.INVITED, Conference.State.MEETING, Conference.State.CANCELLED)


class Readers:
    """The active members of a committee, and how each person wants to be told."""

    def __init__(self, committee_id: int) -> None:
        rows = Member.objects.filter(committee_id=committee_id, is_active=True, user__is_active=True)
        self._members = list(rows.select_related("user").order_by("pk"))
        users = [one.user_id for one in self._members]
        self._preferences = {one.user_id: one for one in Preference.objects.filter(user__in=users)}

    def of_units(self, unit_ids: Collection[int]) -> list[Member]:
        """Return those who report for one of the units."""
        return [one for one in self._members if one.unit_id is not None and one.unit_id in unit_ids]

    def heads_of(self, unit_id: int) -> list[Member]:
        """Return the heads of a unit; where it has no head's account, those who report for it."""
        unit = self.of_units({unit_id})
        return [one for one in unit if one.is_head] or unit

    def reporters_of(self, unit_id: int) -> list[Member]:
        """Return those who report for a unit; its head only where nobody else does."""
        unit = self.of_units({unit_id})
        return [one for one in unit if not one.is_head] or unit

    def in_roles(self, roles: Iterable[str]) -> list[Member]:
        """Return those who hold one of the roles."""
        return [one for one in self._members if one.role in tuple(roles)]

    def way(self, member: Member, topic: str) -> Way:
        """Return how the person wants to be told of a topic; e-mail without an address is told on the page."""
        kept = self._preferences.get(member.user_id)
        way = Way(kept.ways.get(topic, Way.APP)) if kept else Way.APP
        return Way.APP if way in (Way.MAIL, Way.DIGEST) and not (kept and kept.address) else way


def units_of(thing: Thing, which: str) -> set[int]:
    """Return the units that ``which`` names, a word of :class:`~giaoban.notices.kinds.Telling`."""
    if which == "own" and thing.unit is not None:
        return {thing.unit.pk}
    return _UNITS[which](thing) if which else set()


def _parts(thing: Thing, states: Iterable[str] | None = None) -> set[int]:
    parts = Assignment.objects.filter(task=thing.task)
    found = parts if states is None else parts.filter(state__in=list(states))
    return set(found.values_list("unit_id", flat=True))


def _delegates(thing: Thing) -> set[int]:
    if thing.conference is None or thing.conference.state not in ASKED:
        return set()
    seats = Delegate.objects.filter(conference=thing.conference, is_closed=False, unit__isnull=False)
    return {one for one in seats.values_list("unit_id", flat=True) if one is not None}


def _reports(thing: Thing) -> set[int]:
    wanted = UnitReport.objects.filter(conference=thing.conference, is_closed=False)
    return set(wanted.values_list("unit_id", flat=True))


_UNITS: dict[str, Callable[[Thing], set[int]]] = {
    "own": lambda thing: _parts(thing, OPEN),
    "all": lambda thing: _parts(thing, OPEN),
    "parts": _parts,
    "owing": lambda thing: _parts(thing, OWING),
    "delegates": _delegates,
    "reports": _reports,
}
