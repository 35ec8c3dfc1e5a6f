"""Reads of the committee part that are more than one line."""

from __future__ import annotations

from giaoban.committees.actors import Actor
from giaoban.committees.models import Member


def memberships(user_id: int) -> list[Member]:
    """Return the user's active memberships, each with its committee and unit, in a steady order."""
    return list(
        Member.objects.filter(user_id=user_id, is_active=True, user__is_active=True)
        .select_related("committee", "unit", "user")
        .order_by("committee__name", "role", "pk")
    )


def actor_of(user_id: int, member_id: int | None, *, address: str = "") -> Actor | None:
    """Return the actor for the membership that a session chose, else for the user's first; None where there is none."""
    held = memberships(user_id)
    chosen = next((one for one in held if one.pk == member_id), held[0] if held else None)
    if chosen is None:
        return None
    return Actor(
        user_id=user_id,
        name=chosen.user.name,
        committee_id=chosen.committee_id,
        role_code=chosen.role,
        unit_id=chosen.unit_id,
        address=address,
    )
