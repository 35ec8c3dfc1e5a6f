"""Units and their other names: adding, editing, closing. A unit is never deleted: it ends on a day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from giaoban.audit.actions import action, record
from giaoban.audit.versions import advance
from giaoban.committees.actions.checks import fitting, in_order, known, values_of
from giaoban.committees.actions.names import demand_free
from giaoban.committees.actors import Actor, Right
from giaoban.committees.kinds import unit_kinds
from giaoban.committees.models import Unit, UnitAlias
from giaoban.committees.queries.directory import find_alias, find_unit
from giaoban.committees.refusals import DirectoryRefusal
from giaoban.committees.roles import areas
from giaoban.refusal import phrase

FIELDS = ("name", "short_name", "kind", "areas", "place", "position", "valid_from", "valid_to")


@dataclass(frozen=True, slots=True)
class UnitDetails:
    """What describes a unit (cơ quan, đơn vị): ``kind`` of unit_kinds.toml, ``areas`` of areas.toml, main one first.

    ``valid_from``: its first day; None where it has always been there.
    """

    name: str
    kind: str
    short_name: str = ""
    areas: tuple[str, ...] = ()
    place: str = ""
    position: int = 0
    valid_from: date | None = None


@action
def add_unit(actor: Actor, details: UnitDetails) -> Unit:
    """Add a unit to the actor's committee.

    Raises NotAllowed, and :class:`DirectoryRefusal` where the name belongs to another unit or group, or does not fit.
    """
    actor.require(Right.DIRECTORY_MANAGE)
    unit = Unit(committee_id=actor.committee_id)
    _write(unit, details)
    record(actor, "committees.unit.added", unit, after=values_of(unit, FIELDS))
    return unit


@action
def edit_unit(actor: Actor, unit_id: int, version: int, details: UnitDetails) -> Unit:
    """Change what describes a unit, from ``version``.

    Raises NotAllowed, NotFound, :class:`DirectoryRefusal`, :class:`~giaoban.refusal.Stale`.
    """
    actor.require(Right.DIRECTORY_MANAGE)
    unit = find_unit(actor, unit_id)
    before = values_of(unit, FIELDS)
    in_order(details.valid_from, unit.valid_to, "valid_from")
    advance(unit, version)
    _write(unit, details)
    record(actor, "committees.unit.edited", unit, before=before, after=values_of(unit, FIELDS))
    return unit


@action
def close_unit(actor: Actor, unit_id: int, version: int, last_day: date) -> Unit:
    """End a unit (kết thúc hoạt động) after ``last_day``; tasks that it has stay with it.

    Raises NotAllowed, NotFound, :class:`DirectoryRefusal` for a day before its first, Stale.
    """
    actor.require(Right.DIRECTORY_MANAGE)
    unit = find_unit(actor, unit_id)
    in_order(unit.valid_from, last_day)
    before = {"valid_to": unit.valid_to}
    advance(unit, version)
    unit.valid_to = last_day
    unit.save()
    record(actor, "committees.unit.closed", unit, before=before, after={"valid_to": last_day})
    return unit


@action
def reopen_unit(actor: Actor, unit_id: int, version: int) -> Unit:
    """Let a unit that was ended by mistake go on.

    Raises NotAllowed, NotFound, Stale, and :class:`DirectoryRefusal` where an heir has taken over or its name is taken.
    """
    actor.require(Right.DIRECTORY_MANAGE)
    unit = find_unit(actor, unit_id)
    if unit.heirs.exists():
        sentence = phrase("%(name)s đã có đơn vị kế thừa, không mở lại được.")
        raise DirectoryRefusal("has_heir", sentence, name=unit.name)
    demand_free(actor.committee_id, unit.name, field="name", unit=unit, since=unit.valid_from)
    before = {"valid_to": unit.valid_to}
    advance(unit, version)
    unit.valid_to = None
    unit.save()
    record(actor, "committees.unit.reopened", unit, before=before, after={"valid_to": None})
    return unit


@action
def add_alias(actor: Actor, unit_id: int, text: str) -> UnitAlias:
    """Add another name by which texts call a unit (tên gọi khác).

    Raises NotAllowed, NotFound, and :class:`DirectoryRefusal` where it already names this or another unit or a group.
    """
    actor.require(Right.DIRECTORY_MANAGE)
    unit = find_unit(actor, unit_id)
    clean = fitting(UnitAlias, "text", text)
    if clean in (unit.name, unit.short_name) or unit.aliases.filter(text=clean, is_closed=False).exists():
        raise DirectoryRefusal("alias_twice", phrase("Đơn vị đã có tên gọi này."), field="text")
    demand_free(actor.committee_id, clean, field="text", unit=unit, since=unit.valid_from, until=unit.valid_to)
    alias = UnitAlias(unit=unit, text=clean)
    alias.save()
    record(actor, "committees.alias.added", unit, after={"text": clean})
    return alias


@action
def remove_alias(actor: Actor, alias_id: int) -> UnitAlias:
    """Take another name from a unit: texts read from now on no longer lead to it by that name.

    Raises NotAllowed, NotFound.
    """
    actor.require(Right.DIRECTORY_MANAGE)
    alias = find_alias(actor, alias_id)
    alias.is_closed = True
    alias.save()
    record(actor, "committees.alias.removed", alias.unit, before={"text": alias.text})
    return alias


def _write(unit: Unit, details: UnitDetails) -> None:
    for name, value in _checked(details).items():
        setattr(unit, name, value)
    for field, text in (("name", unit.name), ("short_name", unit.short_name)):
        if text:
            demand_free(
                unit.committee_id,
                text,
                field=field,
                unit=unit,
                since=unit.valid_from,
                until=unit.valid_to,
            )
    unit.save()


def _checked(details: UnitDetails) -> dict[str, Any]:
    known(details.kind, {one.id for one in unit_kinds()}, "kind")
    for code in details.areas:
        known(code, {one.id for one in areas()}, "areas")
    if not 0 <= details.position <= 9999:
        raise DirectoryRefusal("position", phrase("Thứ tự là số từ 0 đến 9999."), field="position")
    return {
        "name": fitting(Unit, "name", details.name),
        "short_name": fitting(Unit, "short_name", details.short_name, required=False),
        "kind": details.kind,
        "areas": list(dict.fromkeys(details.areas)),
        "place": fitting(Unit, "place", details.place, required=False),
        "position": details.position,
        "valid_from": details.valid_from,
    }
