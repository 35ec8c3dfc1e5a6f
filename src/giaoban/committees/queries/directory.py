"""Reads of the directory (danh bạ): units, groups, people. A foreign id is answered as an unknown one."""

from __future__ import annotations

from datetime import date
from typing import TypeVar

from django.db.models import Count, Model, Prefetch, Q, QuerySet
from django.utils.timezone import localdate

from giaoban.committees.actors import Actor, Right
from giaoban.committees.models import (
    Committee,
    Group,
    GroupAlias,
    GroupUnit,
    Person,
    Post,
    Unit,
    UnitAlias,
    UnitSuccession,
)
from giaoban.refusal import NotFound
from giaoban.vietnamese import fold

M = TypeVar("M", bound=Model)

_OPEN_UNIT_ALIASES = Prefetch("aliases", UnitAlias.objects.filter(is_closed=False))
_OPEN_GROUP_ALIASES = Prefetch("aliases", GroupAlias.objects.filter(is_closed=False))


def found(rows: QuerySet[M], pk: int) -> M:
    """Return the row of that id among these rows; raises :class:`~giaoban.refusal.NotFound`."""
    row = rows.filter(pk=pk).first()
    if row is None:
        raise NotFound
    return row


def committee_of(actor: Actor) -> Committee:
    """Return the actor's committee with its superior; raises :class:`~giaoban.refusal.NotFound`."""
    return found(Committee.objects.select_related("superior"), actor.committee_id)


def may_see_contacts(actor: Actor) -> bool:
    """Return whether the actor sees people's telephones and mail addresses: everybody at home, no viewer from above."""
    return any(map(actor.may, (Right.COMMITTEE_READ, Right.UNIT_READ, Right.DIRECTORY_MANAGE)))


def units(actor: Actor, *, text: str = "", kind: str = "", area: str = "", ended: bool = False) -> QuerySet[Unit]:
    """Return the committee's units with their open aliases: in force, or ``ended`` before today.

    ``text`` is looked for in names, short names, places and aliases, without diacritics.
    """
    today = localdate()
    rows = Unit.objects.filter(committee_id=actor.committee_id).prefetch_related(_OPEN_UNIT_ALIASES)
    rows = rows.filter(valid_to__lt=today) if ended else rows.filter(Q(valid_to=None) | Q(valid_to__gte=today))
    if kind:
        rows = rows.filter(kind=kind)
    if text:
        also = UnitAlias.objects.filter(is_closed=False, folded__contains=fold(text))
        rows = rows.filter(Q(folded__contains=fold(text)) | Q(pk__in=also.values("unit_id")))
    if area:
        rows = rows.filter(pk__in=_answering_for(actor, area))
    return rows.order_by("position", "sort")


def _answering_for(actor: Actor, area: str) -> list[int]:
    """Return ids of units by area; compared here because the two databases search JSON lists differently."""
    rows = Unit.objects.filter(committee_id=actor.committee_id).values_list("pk", "areas")
    return [pk for pk, areas in rows if area in areas]


def open_units(actor: Actor) -> QuerySet[Unit]:
    """Return the committee's units in force today, for choosing among."""
    return Unit.objects.on(localdate()).filter(committee_id=actor.committee_id)


def find_unit(actor: Actor, unit_id: int) -> Unit:
    """Return a unit of the actor's committee; raises :class:`~giaoban.refusal.NotFound`."""
    unit: Unit = found(Unit.objects.filter(committee_id=actor.committee_id), unit_id)
    return unit


def unit_page(actor: Actor, unit_id: int) -> Unit:
    """Return a unit with its aliases, posts, groups and successions; raises :class:`~giaoban.refusal.NotFound`."""
    rows = Unit.objects.filter(committee_id=actor.committee_id).prefetch_related(
        _OPEN_UNIT_ALIASES,
        Prefetch("posts", Post.objects.select_related("person").order_by("valid_to", "-is_head", "title")),
        Prefetch("memberships", GroupUnit.objects.filter(group__is_closed=False).select_related("group")),
        Prefetch("heirs", UnitSuccession.objects.select_related("successor")),
        Prefetch("predecessors", UnitSuccession.objects.select_related("predecessor")),
    )
    unit: Unit = found(rows, unit_id)
    return unit


def find_alias(actor: Actor, alias_id: int) -> UnitAlias:
    """Return an open alias of a unit; raises :class:`~giaoban.refusal.NotFound`."""
    rows = UnitAlias.objects.filter(unit__committee_id=actor.committee_id, is_closed=False)
    return found(rows.select_related("unit"), alias_id)


def groups(actor: Actor, *, on: date | None = None) -> QuerySet[Group]:
    """Return the committee's groups, open ones first, with their open aliases and ``size``: its units of the day."""
    day = on or localdate()
    holds = (Q(members__valid_from=None) | Q(members__valid_from__lte=day)) & (
        Q(members__valid_to=None) | Q(members__valid_to__gte=day)
    )
    rows = Group.objects.filter(committee_id=actor.committee_id).prefetch_related(_OPEN_GROUP_ALIASES)
    return rows.annotate(size=Count("members__unit", filter=holds, distinct=True)).order_by("is_closed", "sort")


def find_group(actor: Actor, group_id: int) -> Group:
    """Return a group of the actor's committee; raises :class:`~giaoban.refusal.NotFound`."""
    return found(Group.objects.filter(committee_id=actor.committee_id), group_id)


def group_page(actor: Actor, group_id: int) -> Group:
    """Return a group with its aliases and its units in time; raises :class:`~giaoban.refusal.NotFound`."""
    places = GroupUnit.objects.select_related("unit").order_by("valid_to", "unit__position", "unit__sort")
    rows = Group.objects.filter(committee_id=actor.committee_id)
    return found(rows.prefetch_related(_OPEN_GROUP_ALIASES, Prefetch("members", places)), group_id)


def find_group_alias(actor: Actor, alias_id: int) -> GroupAlias:
    """Return an open alias of a group; raises :class:`~giaoban.refusal.NotFound`."""
    rows = GroupAlias.objects.filter(group__committee_id=actor.committee_id, is_closed=False)
    return found(rows.select_related("group"), alias_id)


def find_group_unit(actor: Actor, place_id: int) -> GroupUnit:
    """Return a unit's place in a group; raises :class:`~giaoban.refusal.NotFound`."""
    rows = GroupUnit.objects.filter(group__committee_id=actor.committee_id)
    place: GroupUnit = found(rows.select_related("group", "unit"), place_id)
    return place


def people(actor: Actor, *, text: str = "") -> QuerySet[Person]:
    """Return the committee's people, by given name, each with the posts of today as ``current_posts``."""
    posts = Post.objects.on(localdate()).select_related("unit")
    rows = Person.objects.filter(committee_id=actor.committee_id)
    if text:
        wanted = fold(text)
        held = Post.objects.filter(unit__folded__contains=wanted).values("person_id")
        rows = rows.filter(Q(folded__contains=wanted) | Q(pk__in=held))
    return rows.prefetch_related(Prefetch("posts", posts, to_attr="current_posts")).order_by("is_closed", "sort")


def find_person(actor: Actor, person_id: int) -> Person:
    """Return a person of the actor's committee; raises :class:`~giaoban.refusal.NotFound`."""
    return found(Person.objects.filter(committee_id=actor.committee_id), person_id)


def person_page(actor: Actor, person_id: int) -> Person:
    """Return a person with all posts; raises :class:`~giaoban.refusal.NotFound`."""
    posts = Post.objects.select_related("unit").order_by("valid_to", "-valid_from")
    rows = Person.objects.filter(committee_id=actor.committee_id)
    return found(rows.prefetch_related(Prefetch("posts", posts)), person_id)


def find_post(actor: Actor, post_id: int) -> Post:
    """Return a post of the actor's committee; raises :class:`~giaoban.refusal.NotFound`."""
    rows = Post.objects.filter(person__committee_id=actor.committee_id)
    post: Post = found(rows.select_related("person", "unit"), post_id)
    return post
