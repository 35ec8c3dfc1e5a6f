"""People of the committee and its units, and the posts that they hold from when to when."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db.models import Q

from giaoban.audit.actions import action, record
from giaoban.audit.versions import advance
from giaoban.committees.actions.checks import fitting, in_order, values_of
from giaoban.committees.actors import Actor, Right
from giaoban.committees.models import Person, Post, Unit
from giaoban.committees.queries.directory import find_person, find_post, find_unit
from giaoban.committees.refusals import DirectoryRefusal
from giaoban.refusal import phrase

FIELDS = ("name", "rank", "telephone", "email")


@dataclass(frozen=True, slots=True)
class PersonDetails:
    """What describes a person (cán bộ); ``rank`` is a police or military one (cấp bậc hàm)."""

    name: str
    rank: str = ""
    telephone: str = ""
    email: str = ""


@dataclass(frozen=True, slots=True)
class PostDetails:
    """A post (chức vụ): ``unit_id`` None for one in the committee itself; ``is_head``: answers for the unit."""

    title: str
    unit_id: int | None = None
    is_head: bool = False
    since: date | None = None


@action
def add_person(actor: Actor, details: PersonDetails) -> Person:
    """Add a person to the actor's committee; raises NotAllowed, :class:`DirectoryRefusal` for what does not fit."""
    actor.require(Right.DIRECTORY_MANAGE)
    person = Person(committee_id=actor.committee_id)
    _write(person, details)
    record(actor, "committees.person.added", person, after=values_of(person, FIELDS))
    return person


@action
def edit_person(actor: Actor, person_id: int, version: int, details: PersonDetails) -> Person:
    """Change a person, from ``version``; raises NotAllowed, NotFound, :class:`DirectoryRefusal`, Stale."""
    actor.require(Right.DIRECTORY_MANAGE)
    person = find_person(actor, person_id)
    before = values_of(person, FIELDS)
    advance(person, version)
    _write(person, details)
    record(actor, "committees.person.edited", person, before=before, after=values_of(person, FIELDS))
    return person


@action
def close_person(actor: Actor, person_id: int, version: int, last_day: date) -> Person:
    """Close a person (thôi công tác): posts still held end after ``last_day``.

    Raises NotAllowed, NotFound, Stale, and :class:`DirectoryRefusal` where a post begins later.
    """
    actor.require(Right.DIRECTORY_MANAGE)
    person = find_person(actor, person_id)
    for post in person.posts.filter(Q(valid_to=None) | Q(valid_to__gt=last_day)):
        in_order(post.valid_from, last_day, "last_day")
        post.valid_to = last_day
        post.save()
    advance(person, version)
    person.is_closed = True
    person.save()
    record(actor, "committees.person.closed", person, after={"last_day": last_day})
    return person


@action
def appoint_person(actor: Actor, person_id: int, details: PostDetails) -> Post:
    """Give a person a post from a day on (bổ nhiệm, phân công).

    Raises NotAllowed, NotFound, and :class:`DirectoryRefusal`: the person is closed, the unit has another head then.
    """
    actor.require(Right.DIRECTORY_MANAGE)
    person = find_person(actor, person_id)
    if person.is_closed:
        raise DirectoryRefusal("person_closed", phrase("%(name)s đã thôi công tác."), name=person.name)
    unit = None if details.unit_id is None else find_unit(actor, details.unit_id)
    title = fitting(Post, "title", details.title)
    if details.is_head:
        _demand_no_head(unit, details.since)
    post = Post(person=person, unit=unit, title=title, is_head=details.is_head, valid_from=details.since)
    post.save()
    after = {
        "title": title,
        "unit": unit.name if unit else "",
        "is_head": post.is_head,
        "valid_from": post.valid_from,
    }
    record(actor, "committees.post.given", person, after=after)
    return post


@action
def end_post(actor: Actor, post_id: int, last_day: date) -> Post:
    """Let a post end after a day (thôi giữ chức vụ).

    Raises NotAllowed, NotFound, and :class:`DirectoryRefusal` for a day before its first, or where it has ended.
    """
    actor.require(Right.DIRECTORY_MANAGE)
    post = find_post(actor, post_id)
    if post.valid_to is not None:
        raise DirectoryRefusal("post_ended", phrase("Chức vụ này đã kết thúc."), field="last_day")
    in_order(post.valid_from, last_day, "last_day")
    post.valid_to = last_day
    post.save()
    record(actor, "committees.post.ended", post.person, after={"title": post.title, "valid_to": last_day})
    return post


def _demand_no_head(unit: Unit | None, since: date | None) -> None:
    if unit is None:
        raise DirectoryRefusal("head_without_unit", phrase("Người đứng đầu phải gắn với một đơn vị."), field="unit_id")
    heads = unit.posts.filter(is_head=True).select_related("person")
    if since is not None:
        heads = heads.filter(Q(valid_to=None) | Q(valid_to__gte=since))
    held = heads.first()
    if held is not None:
        sentence = phrase("%(person)s đang là người đứng đầu %(unit)s. Hãy ghi ngày thôi giữ chức vụ đó trước.")
        raise DirectoryRefusal("head_taken", sentence, field="is_head", person=held.person.name, unit=unit.name)


def _write(person: Person, details: PersonDetails) -> None:
    person.name = fitting(Person, "name", details.name)
    for name in ("rank", "telephone", "email"):
        setattr(person, name, fitting(Person, name, getattr(details, name), required=False))
    if person.email:
        try:
            validate_email(person.email)
        except ValidationError as error:
            raise DirectoryRefusal("email", phrase("Địa chỉ thư điện tử chưa đúng."), field="email") from error
    person.save()
