"""Reads of the members and their accounts; only for those who manage members."""

from __future__ import annotations

from django.db.models import QuerySet

from giaoban.committees.actors import Actor, Right
from giaoban.committees.models import Member, User
from giaoban.committees.queries.directory import found
from giaoban.vietnamese import fold


def members(
    actor: Actor, *, text: str = "", role: str = "", is_active: bool | None = None, has_signed_in: bool | None = None
) -> QuerySet[Member]:
    """Return the committee's members with account and unit; ``text`` is looked for without diacritics.

    ``has_signed_in`` asks for those whose account was ever used, or never.

    Raises :class:`~giaoban.refusal.NotAllowed` for who does not manage members.
    """
    actor.require(Right.MEMBERS_MANAGE)
    rows = Member.objects.filter(committee_id=actor.committee_id).select_related("user", "unit")
    if role:
        rows = rows.filter(role=role)
    if is_active is not None:
        rows = rows.filter(is_active=is_active)
    if has_signed_in is not None:
        rows = rows.filter(user__last_login__isnull=not has_signed_in)
    if text:
        wanted = fold(text)
        names = rows.values_list("pk", "user__username", "user__name")
        rows = rows.filter(pk__in=[pk for pk, *words in names if any(wanted in fold(word) for word in words)])
    return rows.order_by("-is_active", "role", "user__username", "pk")


def accounts(actor: Actor) -> QuerySet[User]:
    """Return the accounts that are members of the actor's committee; raises as :func:`members` does."""
    actor.require(Right.MEMBERS_MANAGE)
    return User.objects.filter(memberships__committee_id=actor.committee_id).distinct().order_by("username")


def find_member(actor: Actor, member_id: int) -> Member:
    """Return a member of the actor's committee; raises NotAllowed, and NotFound for a foreign or unknown id."""
    actor.require(Right.MEMBERS_MANAGE)
    return found(
        Member.objects.filter(committee_id=actor.committee_id).select_related("user", "unit", "committee"), member_id
    )
