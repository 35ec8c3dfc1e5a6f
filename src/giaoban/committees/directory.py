"""A committee's units and groups on one day, indexed once by every name that texts call them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from giaoban.committees.kinds import unit_kind
from giaoban.committees.models import (
    Committee,
    Group,
    GroupAlias,
    GroupUnit,
    Unit,
    UnitAlias,
    UnitSuccession,
)
from giaoban.committees.names import Key, bare, counted, folded, full, loose, own_tails, plain

#: How a name led to a unit: its name, another name, a short form written out, the own level left off or added,
#: a group, or whoever heads it.
Basis = Literal["name", "alias", "abbreviation", "level", "group", "post"]


@dataclass(frozen=True, slots=True)
class UnitEntry:
    """A unit as the directory knows it (cơ quan, đơn vị)."""

    id: int
    name: str
    kind: str
    areas: tuple[str, ...]
    place: str
    position: int

    @property
    def is_superior(self) -> bool:
        """Whether it stands above the committee, so that it can be told nothing."""
        return unit_kind(self.kind).authority == "superior"


@dataclass(frozen=True, slots=True)
class GroupEntry:
    """A group with its units of the day."""

    id: int
    name: str
    is_everybody: bool
    units: tuple[UnitEntry, ...]


#: The units that one name leads to, by id, each with how; as a rule there is one.
NamedUnits = dict[int, tuple[UnitEntry, Basis]]


@dataclass(slots=True)
class Index:
    """Names to the units that they name; ``loosely`` compares without diacritics."""

    units: dict[Key, NamedUnits] = field(default_factory=dict)
    loosely: dict[str, NamedUnits] = field(default_factory=dict)

    def add(self, key: Key, unit: UnitEntry, basis: Basis) -> None:
        """Add a name of a unit; the first basis under which it was added stays."""
        if key:
            self.units.setdefault(key, {}).setdefault(unit.id, (unit, basis))
            self.loosely.setdefault(folded(key), {}).setdefault(unit.id, (unit, basis))


class Directory:
    """A committee's units and groups on a day (danh bạ): seven queries, however many names are asked."""

    def __init__(self, committee_id: int, on: date) -> None:
        committee = Committee.objects.get(pk=committee_id)
        self.committee_id, self.on = committee_id, on
        self.tails = own_tails(committee.name, committee.level_word, committee.place)
        self.written, self.expanded, self.short, self.gone = Index(), Index(), Index(), Index()
        self.groups: dict[Key, GroupEntry] = {}
        self.groups_loosely: dict[Key, GroupEntry] = {}
        self.groups_unmarked: dict[str, GroupEntry] = {}
        rows = list(Unit.objects.filter(committee_id=committee_id))
        entries = {row.pk: _entry(row) for row in rows}
        self._is_there = {row.pk for row in rows if row.holds_on(on)}
        self.units = tuple(entries[row.pk] for row in rows if row.pk in self._is_there)
        self._heirs = _heirs(committee_id)
        self._entries = entries
        self._index_units(rows)
        self._index_groups()

    def unit(self, unit_id: int) -> UnitEntry | None:
        """Return a unit that holds on the day, by its id."""
        return self._entries.get(unit_id) if unit_id in self._is_there else None

    def group(self, group_id: int) -> GroupEntry | None:
        """Return an open group by its id."""
        return next((one for one in self.groups.values() if one.id == group_id), None)

    def heirs(self, unit_id: int) -> tuple[UnitEntry, ...]:
        """Return the units of the day that took over, at once or by way of others, from one that is gone."""
        found: dict[int, UnitEntry] = {}
        waiting, seen = [unit_id], {unit_id}
        while waiting:
            for heir_id, since in self._heirs[waiting.pop()]:
                if since > self.on or heir_id in seen:
                    continue
                seen.add(heir_id)
                if heir_id in self._is_there:
                    found[heir_id] = self._entries[heir_id]
                else:
                    waiting.append(heir_id)
        return tuple(found.values())

    def propose(self, areas: Iterable[str], among: Iterable[UnitEntry] = ()) -> tuple[UnitEntry, ...]:
        """Return the units that answer for the main area (the first), best first; see :func:`propose_by_area`."""
        pools = (tuple(among), self.units)
        for area in areas:
            for pool in pools:
                found = [one for one in pool if area in one.areas and not one.is_superior]
                if found:
                    return tuple(sorted(found, key=lambda one: (one.areas.index(area), one.position, one.id)))
        return ()

    def _index_units(self, rows: list[Unit]) -> None:
        aliases: dict[int, list[str]] = defaultdict(list)
        for unit_id, text in UnitAlias.objects.filter(
            unit__committee_id=self.committee_id, is_closed=False
        ).values_list("unit_id", "text"):
            aliases[unit_id].append(text)
        for row in rows:
            entry = self._entries[row.pk]
            if row.pk not in self._is_there:
                for text in (row.name, *aliases[row.pk]):
                    self.gone.add(full(text), entry, "name")
                continue
            self._index_name(row.name, entry, "name")
            for text in (row.short_name, *aliases[row.pk]):
                self._index_name(text, entry, "alias")
            if row.place and unit_kind(row.kind).levels:
                self.short.add(full(row.place), entry, "level")

    def _index_name(self, text: str, entry: UnitEntry, basis: Basis) -> None:
        if not text:
            return
        self.written.add(plain(text), entry, basis)
        self.expanded.add(full(text), entry, "abbreviation")
        self.short.add(bare(full(text), self.tails), entry, "level")

    def _index_groups(self) -> None:
        units: dict[int, list[UnitEntry]] = defaultdict(list)
        for place in (
            GroupUnit.objects.filter(group__committee_id=self.committee_id, group__is_closed=False)
            .order_by("unit__position", "unit__sort")
            .values_list("group_id", "unit_id", "valid_from", "valid_to")
        ):
            group_id, unit_id, since, until = place
            if unit_id in self._is_there and (since or self.on) <= self.on <= (until or self.on):
                units[group_id].append(self._entries[unit_id])
        rows = Group.objects.filter(committee_id=self.committee_id, is_closed=False)
        entries = {
            row.pk: GroupEntry(row.pk, row.name, row.is_everybody, tuple(dict.fromkeys(units[row.pk]))) for row in rows
        }
        aliases = GroupAlias.objects.filter(group__in=list(entries), is_closed=False)
        names = [(one.id, one.name) for one in entries.values()]
        for group_id, text in (*names, *aliases.values_list("group_id", "text")):
            self._index_group(text, entries[group_id])

    def _index_group(self, text: str, entry: GroupEntry) -> None:
        for key in (plain(text), full(text)):
            self.groups.setdefault(key, entry)
            self.groups_unmarked.setdefault(folded(key), entry)
        for key in (full(text), counted(full(text))[1]):
            self.groups_loosely.setdefault(loose(key, self.tails), entry)


def _entry(row: Unit) -> UnitEntry:
    return UnitEntry(row.pk, row.name, row.kind, tuple(row.areas), row.place, row.position)


def _heirs(committee_id: int) -> dict[int, list[tuple[int, date]]]:
    found: dict[int, list[tuple[int, date]]] = defaultdict(list)
    for old, new, since in UnitSuccession.objects.filter(predecessor__committee_id=committee_id).values_list(
        "predecessor_id", "successor_id", "on"
    ):
        found[old].append((new, since))
    return found
