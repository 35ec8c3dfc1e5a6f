"""Members: accounts, the roles they hold in the committee, and their first passwords."""

from __future__ import annotations

import re
from dataclasses import dataclass

from django.db.models import F
from django.utils.timezone import localdate

from giaoban.audit.actions import action, record
from giaoban.audit.versions import advance
from giaoban.committees.actions.checks import fitting, known, values_of
from giaoban.committees.actors import Actor, Right
from giaoban.committees.models import Committee, Member, Unit, User
from giaoban.committees.passwords import first_password
from giaoban.committees.queries.directory import find_unit
from giaoban.committees.queries.members import find_member
from giaoban.committees.refusals import DirectoryRefusal
from giaoban.committees.roles import roles
from giaoban.refusal import phrase
from giaoban.vietnamese import fold

USERNAME = re.compile(r"[a-z0-9][a-z0-9._-]{2,59}")
FIELDS = ("role", "unit_id", "is_head", "is_active")


@dataclass(frozen=True, slots=True)
class MemberDetails:
    """Who becomes a member (thành viên): the account's name and person, the role, and a reporter's unit."""

    username: str
    name: str
    role: str
    unit_id: int | None = None


@dataclass(frozen=True, slots=True)
class NewPassword:
    """A member whose account has a new first password; it is told once and kept nowhere in the clear."""

    member: Member
    password: str


@action
def add_member(actor: Actor, details: MemberDetails, *, must_change_password: bool = True) -> NewPassword:
    """Make an account and its membership, with a first password to hand over.

    ``must_change_password=False`` is for try-out installations, where the first password goes on being used.
    Raises NotAllowed, NotFound for a foreign unit, and :class:`DirectoryRefusal`: the name to sign in with is taken or
    has other characters than a–z, 0–9, dot, dash; a reporter without a unit.
    """
    actor.require(Right.MEMBERS_MANAGE)
    unit = _unit_for(actor, details.role, details.unit_id)
    user = User(username=_free_username(details.username), name=fitting(User, "name", details.name))
    password = _give_password(user, must_change=must_change_password)
    user.save()
    member = Member(user=user, committee_id=actor.committee_id, role=details.role, unit=unit)
    member.save()
    after = values_of(member, FIELDS) | {"username": user.username, "name": user.name}
    record(actor, "committees.member.added", member, after=after)
    return NewPassword(member, password)


@action
def add_role(actor: Actor, member_id: int, role: str, unit_id: int | None = None) -> Member:
    """Give the account of a member one more role in the committee (thêm vai trò).

    Raises NotAllowed, NotFound, and :class:`DirectoryRefusal` where it holds or held that role for that unit.
    """
    actor.require(Right.MEMBERS_MANAGE)
    user = find_member(actor, member_id).user
    unit = _unit_for(actor, role, unit_id)
    _demand_new_role(actor, user, role, unit)
    member = Member(user=user, committee_id=actor.committee_id, role=role, unit=unit)
    member.save()
    record(actor, "committees.member.role_added", member, after=values_of(member, FIELDS))
    return member


@action
def change_role(actor: Actor, member_id: int, version: int, role: str, unit_id: int | None = None) -> Member:
    """Change a member's role or unit (đổi vai trò); it counts from their next request on.

    The head of one unit is not the head of another.

    Raises NotAllowed, NotFound, Stale, and :class:`DirectoryRefusal` where the committee would lose its last
    administrator or the account holds that role already.
    """
    actor.require(Right.MEMBERS_MANAGE)
    member = find_member(actor, member_id)
    unit = _unit_for(actor, role, unit_id)
    if role != member.role:
        _demand_another_administrator(member)
    _demand_new_role(actor, member.user, role, unit, but=member)
    before = values_of(member, FIELDS)
    advance(member, version)
    member.is_head = member.is_head and member.unit == unit
    member.role, member.unit = role, unit
    member.save()
    record(actor, "committees.member.role_changed", member, before=before, after=values_of(member, FIELDS))
    return member


@action
def rename_member(actor: Actor, member_id: int, version: int, name: str) -> Member:
    """Change the name of a member's account as people see it.

    Raises NotAllowed, NotFound, Stale, and :class:`DirectoryRefusal` where the account serves another committee too.
    """
    actor.require(Right.MEMBERS_MANAGE)
    member = find_member(actor, member_id)
    _demand_own_account(member)
    before = {"name": member.user.name}
    advance(member, version)
    member.user.name = fitting(User, "name", name)
    member.user.save(update_fields=["name"])
    record(actor, "committees.member.renamed", member, before=before, after={"name": member.user.name})
    return member


@action
def deactivate_member(actor: Actor, member_id: int, version: int) -> Member:
    """End a member's role (ngừng sử dụng) and every open session of their account.

    Raises NotAllowed, NotFound, Stale, and :class:`DirectoryRefusal` for oneself and for the last administrator.
    """
    actor.require(Right.MEMBERS_MANAGE)
    member = find_member(actor, member_id)
    if member.user_id == actor.user_id and member.role == actor.role_code:
        raise DirectoryRefusal("own_role", phrase("Không tự ngừng vai trò đang dùng của mình."))
    _demand_another_administrator(member)
    advance(member, version)
    member.is_active = False
    member.save()
    _end_sessions(member.user)
    record(actor, "committees.member.deactivated", member)
    return member


@action
def reactivate_member(actor: Actor, member_id: int, version: int) -> Member:
    """Give a member's role back (cho dùng lại).

    Raises NotAllowed, NotFound, Stale, and :class:`DirectoryRefusal` where the unit they reported for has ended.
    """
    actor.require(Right.MEMBERS_MANAGE)
    member = find_member(actor, member_id)
    if member.unit is not None and not member.unit.holds_on(localdate()):
        sentence = phrase("%(unit)s đã kết thúc; hãy đổi đơn vị của người báo cáo trước.")
        raise DirectoryRefusal("unit_ended", sentence, unit=member.unit.name)
    advance(member, version)
    member.is_active = True
    member.save()
    record(actor, "committees.member.reactivated", member)
    return member


@action
def reset_password(actor: Actor, member_id: int, version: int) -> NewPassword:
    """Give a member's account a new first password (đặt lại mật khẩu), to be changed at once; its sessions end.

    Raises NotAllowed, NotFound, Stale, and :class:`DirectoryRefusal` where the account serves another committee too.
    """
    actor.require(Right.MEMBERS_MANAGE)
    member = find_member(actor, member_id)
    _demand_own_account(member)
    advance(member, version)
    password = _give_password(member.user, must_change=True)
    member.user.save(update_fields=["password", "must_change_password"])
    _end_sessions(member.user)
    record(actor, "committees.member.password_reset", member)
    return NewPassword(member, password)


def _give_password(user: User, *, must_change: bool) -> str:
    password = first_password()
    user.set_password(password)
    user.must_change_password = must_change
    return password


def _end_sessions(user: User) -> None:
    User.objects.filter(pk=user.pk).update(session_epoch=F("session_epoch") + 1)
    user.refresh_from_db(fields=["session_epoch"])


def _free_username(text: str) -> str:
    username = fold(text)
    if not USERNAME.fullmatch(username):
        sentence = phrase("Tên đăng nhập gồm 3–60 ký tự: chữ không dấu, số, dấu chấm, gạch nối.")
        raise DirectoryRefusal("username", sentence, field="username")
    if User.objects.filter(username=username).exists():
        raise DirectoryRefusal("username_taken", phrase("Tên đăng nhập này đã có người dùng."), field="username")
    return username


def _unit_for(actor: Actor, role: str, unit_id: int | None) -> Unit | None:
    """Return a reporter's unit, which must be there; None for every other role."""
    known(role, {one.id for one in roles()}, "role")
    if role != "reporter":
        return None
    if unit_id is None:
        raise DirectoryRefusal("reporter_without_unit", phrase("Hãy chọn đơn vị của người báo cáo."), field="unit_id")
    return find_unit(actor, unit_id)


def _demand_new_role(actor: Actor, user: User, role: str, unit: Unit | None, *, but: Member | None = None) -> None:
    held = Member.objects.filter(user=user, committee_id=actor.committee_id, role=role, unit=unit)
    if any(one != but for one in held):
        sentence = phrase("Tài khoản đã có vai trò này. Nếu vai trò đã ngừng, hãy cho dùng lại.")
        raise DirectoryRefusal("role_twice", sentence, field="role")


def _demand_another_administrator(member: Member) -> None:
    """Raise where the member is the committee's last active administrator; holds the committee's row meanwhile."""
    Committee.objects.select_for_update().get(pk=member.committee_id)
    others = Member.objects.filter(committee_id=member.committee_id, role="administrator", is_active=True)
    if member.role == "administrator" and not others.exclude(pk=member.pk).exists():
        raise DirectoryRefusal("last_administrator", phrase("Phải còn ít nhất một người quản trị."), field="role")


def _demand_own_account(member: Member) -> None:
    if member.user.memberships.exclude(committee_id=member.committee_id).exists():
        sentence = phrase("Tài khoản này còn dùng ở cấp ủy khác; người dùng tự đổi thông tin và mật khẩu của mình.")
        raise DirectoryRefusal("account_shared", sentence)
