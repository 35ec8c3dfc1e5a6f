"""One unit taking over from another."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from giaoban.audit.actions import action, record
from giaoban.audit.versions import advance
from giaoban.committees.actions.checks import fitting, known
from giaoban.committees.actors import Actor, Right
from giaoban.committees.kinds import succession_kind, succession_kinds
from giaoban.committees.models import Unit, UnitSuccession
from giaoban.committees.queries.directory import find_unit
from giaoban.committees.refusals import DirectoryRefusal
from giaoban.refusal import phrase


@dataclass(frozen=True, slots=True)
class SuccessionDetails:
    """How a unit takes over (kế thừa): ``kind`` of successions.toml, ``on`` the heir's first day, by which paper."""

    successor_id: int
    kind: str
    on: date
    basis: str = ""


@action
def succeed_unit(actor: Actor, unit_id: int, version: int, details: SuccessionDetails) -> UnitSuccession:
    """Let another unit take over from this one; unless only a part passes over, this one ends on the day before.

    Raises NotAllowed, NotFound, Stale, and :class:`DirectoryRefusal`: the heir is the unit itself, is not there on that
    day, already is its heir, or came from it; the unit ends on another day.
    """
    actor.require(Right.DIRECTORY_MANAGE)
    old, heir = find_unit(actor, unit_id), find_unit(actor, details.successor_id)
    known(details.kind, {one.id for one in succession_kinds()}, "kind")
    basis = fitting(UnitSuccession, "basis", details.basis, required=False)
    _demand_heir(old, heir, details.on)
    before = {"valid_to": old.valid_to}
    advance(old, version)
    if succession_kind(details.kind).is_whole:
        _end(old, details.on - timedelta(days=1))
    succession = UnitSuccession(predecessor=old, successor=heir, kind=details.kind, on=details.on, basis=basis)
    succession.save()
    after = {"valid_to": old.valid_to, "heir": heir.name, "kind": details.kind, "on": details.on, "basis": basis}
    record(actor, "committees.unit.succeeded", old, before=before, after=after)
    return succession


def _demand_heir(old: Unit, heir: Unit, on: date) -> None:
    if heir == old or _descends(old, heir):
        raise DirectoryRefusal(
            "heir_is_ancestor", phrase("Đơn vị này không thể kế thừa chính nó."), field="successor_id"
        )
    if old.heirs.filter(successor=heir).exists():
        raise DirectoryRefusal("heir_twice", phrase("Đã ghi nhận đơn vị kế thừa này."), field="successor_id")
    if not heir.holds_on(on):
        sentence = phrase("%(name)s chưa hoạt động vào ngày %(on)s.")
        raise DirectoryRefusal("heir_not_there", sentence, field="successor_id", name=heir.name, on=f"{on:%d/%m/%Y}")


def _descends(unit: Unit, from_unit: Unit) -> bool:
    """Tell whether a unit came from another, at once or by way of others."""
    waiting, seen = [unit.pk], set()
    while waiting:
        here = waiting.pop()
        if here in seen:
            continue
        seen.add(here)
        waiting.extend(UnitSuccession.objects.filter(successor_id=here).values_list("predecessor_id", flat=True))
    return from_unit.pk in seen


def _end(old: Unit, last_day: date) -> None:
    if old.valid_from is not None and last_day < old.valid_from:
        sentence = phrase("%(name)s bắt đầu sau ngày kế thừa.")
        raise DirectoryRefusal("succession_too_early", sentence, field="on", name=old.name)
    if old.valid_to is not None and old.valid_to != last_day:
        sentence = phrase("%(name)s kết thúc ngày %(last)s; đơn vị kế thừa bắt đầu vào ngày kế tiếp.")
        raise DirectoryRefusal("succession_gap", sentence, field="on", name=old.name, last=f"{old.valid_to:%d/%m/%Y}")
    old.valid_to = last_day
    old.save()
