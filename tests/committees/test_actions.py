"""What holds for every action of the part: who may, whose it is, which version, and that the audit knows."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

import pytest

from conftest import Office
from giaoban.audit.chain import verify
from giaoban.audit.models import AuditEvent
from giaoban.committees import actions as every
from giaoban.committees.actors import Actor
from giaoban.committees.models import Committee, Group, Member
from giaoban.refusal import NotAllowed, NotFound, Stale

DAY = date(2024, 3, 27)
MANAGERS = {"specialist", "administrator"}
ADMINISTRATORS = {"administrator"}
ROLES = ("specialist", "leader", "reporter", "inspector", "superior", "administrator")


@dataclass(frozen=True)
class Case:
    """An action, with things of an office, on a version; ``who`` may do it, ``code`` is what the audit keeps."""

    who: set[str]
    code: str
    act: Callable[[Actor, Office, int], Any]
    is_versioned: bool = False
    has_object: bool = True


def police(office: Office) -> int:
    return office.units["Công an thị xã"].pk


def court(office: Office) -> int:
    return office.units["Tòa án nhân dân thị xã"].pk


def group(office: Office) -> int:
    return Group.objects.get(committee=office.committee, name="các phường").pk


def place(office: Office) -> int:
    found = Group.objects.get(committee=office.committee, name="các phường").members.first()
    assert found is not None
    return found.pk


def alias(office: Office) -> int:
    found = office.units["Công an thị xã"].aliases.first()
    assert found is not None
    return found.pk


def person(office: Office) -> int:
    return every.add_person(office.administrator, every.PersonDetails("Người Thử")).pk


def post(office: Office) -> int:
    return every.appoint_person(office.administrator, person(office), every.PostDetails("Trưởng phòng")).pk


def group_alias(office: Office) -> int:
    return every.add_group_alias(office.administrator, group(office), "các phường của ta").pk


def member(office: Office) -> int:
    return Member.objects.get(committee=office.committee, role="leader").pk


def reporter(office: Office) -> int:
    return Member.objects.get(committee=office.committee, unit_id=police(office)).pk


UNIT = every.UnitDetails("Phòng Nội vụ", "government_division")
SETTINGS = every.CommitteeDetails("Thị ủy Mới", "district", "thị xã", "Cửa Lò", "Văn phòng Thị ủy")

CASES = {
    "add_unit": Case(MANAGERS, "unit.added", lambda a, o, v: every.add_unit(a, UNIT), has_object=False),
    "edit_unit": Case(MANAGERS, "unit.edited", lambda a, o, v: every.edit_unit(a, police(o), v, UNIT), True),
    "close_unit": Case(MANAGERS, "unit.closed", lambda a, o, v: every.close_unit(a, police(o), v, DAY), True),
    "reopen_unit": Case(MANAGERS, "unit.reopened", lambda a, o, v: every.reopen_unit(a, police(o), v), True),
    "add_alias": Case(MANAGERS, "alias.added", lambda a, o, v: every.add_alias(a, police(o), "Lực lượng 113")),
    "remove_alias": Case(MANAGERS, "alias.removed", lambda a, o, v: every.remove_alias(a, alias(o))),
    "succeed_unit": Case(
        MANAGERS,
        "unit.succeeded",
        lambda a, o, v: every.succeed_unit(a, police(o), v, every.SuccessionDetails(court(o), "absorbed", DAY)),
        True,
    ),
    "add_group": Case(
        MANAGERS, "group.added", lambda a, o, v: every.add_group(a, every.GroupDetails("khối")), has_object=False
    ),
    "edit_group": Case(
        MANAGERS, "group.edited", lambda a, o, v: every.edit_group(a, group(o), v, every.GroupDetails("khối")), True
    ),
    "close_group": Case(MANAGERS, "group.closed", lambda a, o, v: every.close_group(a, group(o), v), True),
    "reopen_group": Case(MANAGERS, "group.reopened", lambda a, o, v: every.reopen_group(a, group(o), v), True),
    "add_group_alias": Case(
        MANAGERS, "group_alias.added", lambda a, o, v: every.add_group_alias(a, group(o), "phường ta")
    ),
    "remove_group_alias": Case(
        MANAGERS, "group_alias.removed", lambda a, o, v: every.remove_group_alias(a, group_alias(o))
    ),
    "put_unit_in_group": Case(
        MANAGERS, "group_unit.put", lambda a, o, v: every.put_unit_in_group(a, group(o), police(o), DAY)
    ),
    "take_unit_from_group": Case(
        MANAGERS, "group_unit.taken", lambda a, o, v: every.take_unit_from_group(a, place(o), DAY)
    ),
    "add_person": Case(
        MANAGERS, "person.added", lambda a, o, v: every.add_person(a, every.PersonDetails("Ai")), has_object=False
    ),
    "edit_person": Case(
        MANAGERS,
        "person.edited",
        lambda a, o, v: every.edit_person(a, person(o), v, every.PersonDetails("Ai")),
        True,
    ),
    "close_person": Case(MANAGERS, "person.closed", lambda a, o, v: every.close_person(a, person(o), v, DAY), True),
    "appoint_person": Case(
        MANAGERS,
        "post.given",
        lambda a, o, v: every.appoint_person(a, person(o), every.PostDetails("Trưởng Công an", police(o))),
    ),
    "end_post": Case(MANAGERS, "post.ended", lambda a, o, v: every.end_post(a, post(o), DAY)),
    "add_member": Case(
        ADMINISTRATORS,
        "member.added",
        lambda a, o, v: every.add_member(a, every.MemberDetails("moi", "Người Mới", "leader")),
        has_object=False,
    ),
    "add_role": Case(ADMINISTRATORS, "member.role_added", lambda a, o, v: every.add_role(a, member(o), "inspector")),
    "change_role": Case(
        ADMINISTRATORS,
        "member.role_changed",
        lambda a, o, v: every.change_role(a, member(o), v, "inspector"),
        True,
    ),
    "rename_member": Case(
        ADMINISTRATORS, "member.renamed", lambda a, o, v: every.rename_member(a, member(o), v, "Tên Mới"), True
    ),
    "deactivate_member": Case(
        ADMINISTRATORS, "member.deactivated", lambda a, o, v: every.deactivate_member(a, member(o), v), True
    ),
    "reactivate_member": Case(
        ADMINISTRATORS, "member.reactivated", lambda a, o, v: every.reactivate_member(a, member(o), v), True
    ),
    "reset_password": Case(
        ADMINISTRATORS, "member.password_reset", lambda a, o, v: every.reset_password(a, member(o), v), True
    ),
    "mark_head": Case(
        ADMINISTRATORS,
        "member.head_marked",
        lambda a, o, v: every.mark_head(a, reporter(o), v, is_head=True),
        True,
    ),
    "edit_committee": Case(
        ADMINISTRATORS,
        "committee.edited",
        lambda a, o, v: every.edit_committee(a, v, SETTINGS),
        True,
        has_object=False,
    ),
}
NAMED = pytest.mark.parametrize("name", CASES)


def last_event(committee: Committee) -> AuditEvent:
    return AuditEvent.objects.filter(committee_id=committee.pk).latest("sequence")


def test_every_action_has_its_case() -> None:
    actions = {name for name in every.__all__ if name.islower()}
    assert actions - set(CASES) == {"open_committee"}


@NAMED
def test_it_works_and_the_audit_knows(name: str, office: Office) -> None:
    CASES[name].act(office.administrator, office, 1)
    event = last_event(office.committee)
    assert event.action == f"committees.{CASES[name].code}"
    assert event.actor_id == office.administrator.user_id
    assert verify(office.committee.pk) is None


@NAMED
@pytest.mark.parametrize("role", ROLES)
def test_it_asks_for_the_right(name: str, role: str, office: Office) -> None:
    actor: Actor = getattr(office, role)
    if role in CASES[name].who:
        CASES[name].act(actor, office, 1)
        return
    with pytest.raises(NotAllowed):
        CASES[name].act(actor, office, 1)


@pytest.mark.parametrize("name", [name for name, case in CASES.items() if case.has_object])
def test_it_knows_nothing_of_another_committee(name: str, office: Office, stranger: Office) -> None:
    with pytest.raises(NotFound):
        CASES[name].act(stranger.administrator, office, 1)


@pytest.mark.parametrize("name", [name for name, case in CASES.items() if case.is_versioned])
def test_it_refuses_a_stale_version(name: str, office: Office) -> None:
    with pytest.raises(Stale) as refused:
        CASES[name].act(office.administrator, office, 7)
    assert refused.value.current is not None


@NAMED
def test_what_it_refuses_leaves_no_event(name: str, office: Office) -> None:
    before = last_event(office.committee).sequence
    with pytest.raises(NotAllowed):
        CASES[name].act(office.leader, office, 1)
    assert last_event(office.committee).sequence - before == _events_of_set_up(name)


def _events_of_set_up(name: str) -> int:
    """Return how many events the case's own set-up records by other actions."""
    return {"edit_person": 1, "close_person": 1, "appoint_person": 1, "end_post": 2, "remove_group_alias": 1}.get(
        name, 0
    )
