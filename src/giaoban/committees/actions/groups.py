"""Groups of units that texts call by one name, and which units they hold from when to when."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from giaoban.audit.actions import action, record
from giaoban.audit.versions import advance
from giaoban.committees.actions.checks import fitting, in_order, values_of
from giaoban.committees.actions.names import demand_free
from giaoban.committees.actors import Actor, Right
from giaoban.committees.models import Group, GroupAlias, GroupUnit
from giaoban.committees.queries.directory import find_group, find_group_alias, find_group_unit, find_unit
from giaoban.committees.refusals import DirectoryRefusal
from giaoban.refusal import phrase

FIELDS = ("name", "is_everybody")


@dataclass(frozen=True, slots=True)
class GroupDetails:
    """What describes a group (nhóm); ``is_everybody``: naming it as a lead names nobody in particular."""

    name: str
    is_everybody: bool = False


@action
def add_group(actor: Actor, details: GroupDetails) -> Group:
    """Add a group to the actor's committee; raises NotAllowed, :class:`DirectoryRefusal` for a name that is taken."""
    actor.require(Right.DIRECTORY_MANAGE)
    group = Group(committee_id=actor.committee_id)
    _write(group, details)
    record(actor, "committees.group.added", group, after=values_of(group, FIELDS))
    return group


@action
def edit_group(actor: Actor, group_id: int, version: int, details: GroupDetails) -> Group:
    """Change a group, from ``version``; raises NotAllowed, NotFound, :class:`DirectoryRefusal`, Stale."""
    actor.require(Right.DIRECTORY_MANAGE)
    group = find_group(actor, group_id)
    before = values_of(group, FIELDS)
    advance(group, version)
    _write(group, details)
    record(actor, "committees.group.edited", group, before=before, after=values_of(group, FIELDS))
    return group


@action
def close_group(actor: Actor, group_id: int, version: int) -> Group:
    """Close a group: texts no longer lead to it (thôi dùng); raises NotAllowed, NotFound, Stale."""
    actor.require(Right.DIRECTORY_MANAGE)
    group = find_group(actor, group_id)
    advance(group, version)
    group.is_closed = True
    group.save()
    record(actor, "committees.group.closed", group)
    return group


@action
def reopen_group(actor: Actor, group_id: int, version: int) -> Group:
    """Use a closed group again; raises NotAllowed, NotFound, Stale, :class:`DirectoryRefusal` for a name taken."""
    actor.require(Right.DIRECTORY_MANAGE)
    group = find_group(actor, group_id)
    for text in (group.name, *group.aliases.filter(is_closed=False).values_list("text", flat=True)):
        demand_free(actor.committee_id, text, field="name", group=group)
    advance(group, version)
    group.is_closed = False
    group.save()
    record(actor, "committees.group.reopened", group)
    return group


@action
def add_group_alias(actor: Actor, group_id: int, text: str) -> GroupAlias:
    """Add another name of a group; raises NotAllowed, NotFound, :class:`DirectoryRefusal` for one that is taken."""
    actor.require(Right.DIRECTORY_MANAGE)
    group = find_group(actor, group_id)
    clean = fitting(GroupAlias, "text", text)
    if clean == group.name or group.aliases.filter(text=clean, is_closed=False).exists():
        raise DirectoryRefusal("alias_twice", phrase("Nhóm đã có tên gọi này."), field="text")
    demand_free(actor.committee_id, clean, field="text", group=group)
    alias = GroupAlias(group=group, text=clean)
    alias.save()
    record(actor, "committees.group_alias.added", group, after={"text": clean})
    return alias


@action
def remove_group_alias(actor: Actor, alias_id: int) -> GroupAlias:
    """Take another name from a group; raises NotAllowed, NotFound."""
    actor.require(Right.DIRECTORY_MANAGE)
    alias = find_group_alias(actor, alias_id)
    alias.is_closed = True
    alias.save()
    record(actor, "committees.group_alias.removed", alias.group, before={"text": alias.text})
    return alias


@action
def put_unit_in_group(actor: Actor, group_id: int, unit_id: int, since: date | None = None) -> GroupUnit:
    """Put a unit in a group from a day on (None: from always).

    Raises NotAllowed, NotFound, and :class:`DirectoryRefusal` where it is in the group at that time already.
    """
    actor.require(Right.DIRECTORY_MANAGE)
    group, unit = find_group(actor, group_id), find_unit(actor, unit_id)
    still_there = Q(valid_to=None) if since is None else Q(valid_to=None) | Q(valid_to__gte=since)
    held = group.members.filter(unit=unit)
    if held.filter(still_there).exists() or (since is None and held.exists()):
        sentence = phrase("%(unit)s đã có trong nhóm vào thời gian này.")
        raise DirectoryRefusal("in_group_already", sentence, field="unit_id", unit=unit.name)
    place = GroupUnit(group=group, unit=unit, valid_from=since)
    place.save()
    record(actor, "committees.group_unit.put", group, after={"unit": unit.name, "valid_from": since})
    return place


@action
def take_unit_from_group(actor: Actor, place_id: int, last_day: date) -> GroupUnit:
    """Let a unit's place in a group end after a day.

    Raises NotAllowed, NotFound, and :class:`DirectoryRefusal` for a day before its first, or where it has ended.
    """
    actor.require(Right.DIRECTORY_MANAGE)
    place = find_group_unit(actor, place_id)
    if place.valid_to is not None:
        raise DirectoryRefusal("taken_already", phrase("Đơn vị đã ra khỏi nhóm."), field="last_day")
    in_order(place.valid_from, last_day, "last_day")
    place.valid_to = last_day
    place.save()
    record(actor, "committees.group_unit.taken", place.group, after={"unit": place.unit.name, "valid_to": last_day})
    return place


def _write(group: Group, details: GroupDetails) -> None:
    group.name = fitting(Group, "name", details.name)
    demand_free(group.committee_id, group.name, field="name", group=group)
    closed_twins = Group.objects.filter(committee_id=group.committee_id, name=group.name).exclude(pk=group.pk)
    if closed_twins.exists():
        sentence = phrase("Đã có nhóm “%(name)s” thôi dùng; hãy mở lại nhóm đó.")
        raise DirectoryRefusal("group_closed", sentence, field="name", name=group.name)
    group.is_everybody = details.is_everybody
    group.save()
