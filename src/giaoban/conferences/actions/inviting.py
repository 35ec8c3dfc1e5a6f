"""Who is invited to a conference: units, groups resolved to the units of its day, guests (mời, triệu tập)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from giaoban.audit.actions import action, record
from giaoban.committees.actors import Actor
from giaoban.committees.addressing import way_of
from giaoban.committees.directory import Directory
from giaoban.committees.kinds import unit_kind
from giaoban.committees.models import Post, Unit
from giaoban.conferences.actions.in_hand import changed_values, fitting, lock_prepared, take_part
from giaoban.conferences.actions.wanting import want_reports_of
from giaoban.conferences.models import Conference, Delegate
from giaoban.conferences.refusals import ConferenceRefusal
from giaoban.refusal import NotFound, phrase


@dataclass(frozen=True, slots=True)
class GuestDetails:
    """A guest of the level above, or of a body that is no unit of the committee (khách mời)."""

    body: str
    name: str = ""
    title: str = ""


@action
def invite_units(actor: Actor, conference_id: int, unit_ids: Sequence[int]) -> list[Delegate]:
    """Put units on the list of delegates, and ask each for its report; those that are on it already stay as they are.

    A body that the committee cannot direct is *invited*, another *summoned*. Raises
    :class:`~giaoban.refusal.NotFound` for a unit that is not the committee's or does not exist on the day.
    """
    conference = lock_prepared(actor, conference_id)
    units = _units_of(conference, unit_ids)
    return _invite(actor, conference, units)


@action
def invite_group(actor: Actor, conference_id: int, group_id: int) -> list[Delegate]:
    """Put the units on the list that belong to a group on the conference's day, as :func:`invite_units` does."""
    conference = lock_prepared(actor, conference_id)
    group = Directory(conference.committee_id, conference.held_on).group(group_id)
    if group is None:
        raise NotFound
    units = _units_of(conference, [one.id for one in group.units])
    return _invite(actor, conference, units, group=group.name)


@action
def invite_guest(actor: Actor, conference_id: int, details: GuestDetails) -> Delegate:
    """Put a guest on the list of delegates; a guest is always invited, and owes no report."""
    conference = lock_prepared(actor, conference_id)
    made = Delegate(conference=conference, way=Delegate.Way.INVITED, is_guest=True, **_guest_values(details))
    made.save()
    record(actor, "conferences.delegate.invited", made, after={"body": made.body, "name": made.name})
    return made


@action
def edit_delegate(
    actor: Actor, delegate_id: int, *, version: int, name: str = "", title: str = "", body: str = ""
) -> Delegate:
    """Say who is expected for a unit, or who a guest is."""
    delegate = take_part(actor, Delegate, delegate_id, version)
    values = _guest_values(GuestDetails(body if delegate.is_guest else "", name, title), is_guest=delegate.is_guest)
    before, after = changed_values(delegate, values)
    delegate.save()
    record(actor, "conferences.delegate.edited", delegate, before=before, after=after)
    return delegate


@action
def drop_delegate(actor: Actor, delegate_id: int, *, version: int) -> Delegate:
    """Take somebody off the list; the own link no longer leads anywhere. The unit's report stays asked for."""
    delegate = take_part(actor, Delegate, delegate_id, version)
    delegate.is_closed, delegate.link_hash = True, ""
    delegate.save()
    record(actor, "conferences.delegate.dropped", delegate)
    return delegate


def invite_again(actor: Actor, conference: Conference, earlier: Conference) -> None:
    """Invite who was invited to an earlier conference, as of the new day; call inside an action.

    Groups are resolved anew by name; of a unit that has ended its heirs are invited.
    """
    directory = Directory(conference.committee_id, conference.held_on)
    groups = {one.name: one for one in directory.groups.values()}
    delegates = list(earlier.delegates.filter(is_closed=False).select_related("unit"))
    for name in dict.fromkeys(one.group for one in delegates if one.group in groups):
        units = _units_of(conference, [one.id for one in groups[name].units])
        _invite(actor, conference, units, group=name)
    alone = [one.unit_id for one in delegates if one.unit_id and one.group not in groups]
    _invite(actor, conference, _units_of(conference, _of_the_day(directory, alone)))
    for guest in delegates:
        if guest.is_guest:
            Delegate(
                conference=conference, way=guest.way, is_guest=True, body=guest.body, name=guest.name, title=guest.title
            ).save()


def _of_the_day(directory: Directory, unit_ids: Iterable[int]) -> list[int]:
    """Return the ids of units that stand on the directory's day: themselves, or those that took over from them."""
    found: list[int] = []
    for one in unit_ids:
        found += [one] if directory.unit(one) else [heir.id for heir in directory.heirs(one)]
    return list(dict.fromkeys(found))


def _units_of(conference: Conference, unit_ids: Sequence[int]) -> list[Unit]:
    """Return the committee's units of these ids that hold on the day; raises NotFound where one is missing."""
    held: date = conference.held_on
    units = list(Unit.objects.on(held).filter(committee_id=conference.committee_id, pk__in=unit_ids))
    if len(units) != len(set(unit_ids)):
        raise NotFound
    return units


def _invite(actor: Actor, conference: Conference, units: Sequence[Unit], *, group: str = "") -> list[Delegate]:
    there = set(conference.delegates.filter(is_closed=False).values_list("unit_id", flat=True))
    heads = _heads(conference, [unit for unit in units if unit.pk not in there])
    made = []
    for unit in units:
        if unit.pk not in there:
            made.append(_seat(conference, unit, heads.get(unit.pk), group))
    want_reports_of(conference, [one.unit for one in made if one.unit is not None])
    names = [str(one.unit) for one in made]
    record(actor, "conferences.delegates.invited", conference, after={"units": names, "group": group})
    return made


def _heads(conference: Conference, units: Sequence[Unit]) -> dict[int, Post]:
    """Return who heads each unit on the day, by its id."""
    posts = Post.objects.on(conference.held_on).filter(unit__in=list(units), is_head=True)
    return {post.unit_id: post for post in posts.select_related("person")}


def _seat(conference: Conference, unit: Unit, head: Post | None, group: str) -> Delegate:
    made = Delegate(
        conference=conference,
        unit=unit,
        way=way_of(unit),
        group=group,
        person=head.person if head else None,
        name=head.person.name if head else "",
        title=head.title if head else unit_kind(unit.kind).seat,
    )
    made.save()
    return made


def _guest_values(details: GuestDetails, *, is_guest: bool = True) -> dict[str, str]:
    values = {name: fitting(Delegate, name, getattr(details, name)) for name in ("body", "name", "title")}
    if is_guest and not (values["body"] or values["name"]):
        raise ConferenceRefusal("guest_unnamed", phrase("Cần ghi cơ quan hoặc họ tên của khách mời."), field="body")
    return values if is_guest else {"name": values["name"], "title": values["title"]}
