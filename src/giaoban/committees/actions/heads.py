"""Which members are heads of their units: whom the rules on dues have told on the due itself (thủ trưởng đơn vị)."""

from __future__ import annotations

from giaoban.audit.actions import action, record
from giaoban.audit.versions import advance
from giaoban.committees.actors import Actor, Right
from giaoban.committees.models import Member
from giaoban.committees.queries.members import find_member
from giaoban.committees.refusals import DirectoryRefusal
from giaoban.refusal import phrase


@action
def mark_head(actor: Actor, member_id: int, version: int, *, is_head: bool) -> Member:
    """Mark a unit's reporter as its head, or no longer (ghi là thủ trưởng, thôi ghi).

    Raises NotAllowed, NotFound, Stale, and :class:`DirectoryRefusal` for who does not report for a unit.
    """
    actor.require(Right.MEMBERS_MANAGE)
    member = find_member(actor, member_id)
    if member.unit_id is None:
        sentence = phrase("Chỉ ghi thủ trưởng cho người báo cáo của một đơn vị.")
        raise DirectoryRefusal("head_without_unit", sentence)
    before = {"is_head": member.is_head}
    advance(member, version)
    member.is_head = is_head
    member.save()
    record(actor, "committees.member.head_marked", member, before=before, after={"is_head": is_head})
    return member
