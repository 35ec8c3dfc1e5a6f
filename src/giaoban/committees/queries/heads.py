"""Which units of a committee have no head's account, so that somebody else is told instead, or nobody."""

from __future__ import annotations

from dataclasses import dataclass

from giaoban.committees.actors import Actor
from giaoban.committees.kinds import unit_kind
from giaoban.committees.models import Member, Unit
from giaoban.committees.queries.directory import open_units


@dataclass(frozen=True, slots=True)
class Headless:
    """Units without a head's account: of ``reported`` the reporters are told instead, of ``silent`` nobody can be."""

    reported: tuple[Unit, ...]
    silent: tuple[Unit, ...]


def units_without_head(actor: Actor) -> Headless:
    """Return the units of the actor's committee in force that have no head's account (chưa có tài khoản thủ trưởng)."""
    live = Member.objects.filter(committee_id=actor.committee_id, is_active=True, user__is_active=True)
    has_head: dict[int | None, bool] = {}
    for unit_id, is_head in live.exclude(unit=None).values_list("unit", "is_head"):
        has_head[unit_id] = is_head or has_head.get(unit_id, False)
    told = [
        one for one in open_units(actor).order_by("position", "sort") if unit_kind(one.kind).authority != "superior"
    ]
    return Headless(
        reported=tuple(one for one in told if has_head.get(one.pk) is False),
        silent=tuple(one for one in told if one.pk not in has_head),
    )
