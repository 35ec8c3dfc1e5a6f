"""Members: accounts with first passwords, roles that count at once, sessions that end."""

from __future__ import annotations

from datetime import date

import pytest
from django.contrib.auth.password_validation import validate_password

from conftest import Office
from giaoban.audit.models import AuditEvent
from giaoban.committees.actions import (
    MemberDetails,
    add_member,
    add_role,
    change_role,
    close_unit,
    deactivate_member,
    mark_head,
    reactivate_member,
    rename_member,
    reset_password,
)
from giaoban.committees.models import Member, User
from giaoban.committees.queries import actor_of, units_without_head
from giaoban.committees.refusals import DirectoryRefusal
from giaoban.refusal import NotAllowed, NotFound


def code(refused: pytest.ExceptionInfo[DirectoryRefusal]) -> str:
    return refused.value.code.removeprefix("committees.")


def member_of(office: Office, role: str) -> Member:
    found = Member.objects.filter(committee=office.committee, role=role).first()
    assert found is not None
    return found


def test_it_works(office: Office) -> None:
    police = office.units["Công an thị xã"]
    made = add_member(office.administrator, MemberDetails("Nguyen.A", "Nguyễn A", "reporter", police.pk))
    user = User.objects.get(username="nguyen.a")
    assert user.check_password(made.password)
    assert user.must_change_password
    actor = actor_of(user.pk, None)
    assert actor is not None
    assert (actor.role_code, actor.unit_id) == ("reporter", police.pk)


def test_a_first_password_meets_the_rules_and_is_kept_nowhere(office: Office) -> None:
    made = add_member(office.administrator, MemberDetails("moi", "Người Mới", "leader"))
    validate_password(made.password)
    assert len(made.password) == 24
    for event in AuditEvent.objects.all():
        assert made.password not in f"{event.before}{event.after}{event.subject_name}"


def test_no_two_first_passwords_are_alike(office: Office) -> None:
    made = {add_member(office.administrator, MemberDetails(f"moi{n}", "Mới", "leader")).password for n in range(20)}
    assert len(made) == 20


@pytest.mark.parametrize(
    ("details", "expected"),
    [
        (MemberDetails("leader", "Trùng tên", "leader"), "username_taken"),
        (MemberDetails("LEADER", "Trùng tên", "leader"), "username_taken"),
        (MemberDetails("hai từ", "Có dấu cách", "leader"), "username"),
        (MemberDetails("ab", "Ngắn", "leader"), "username"),
        (MemberDetails("moi", "  ", "leader"), "empty"),
        (MemberDetails("moi", "Ai", "king"), "unknown_code"),
        (MemberDetails("moi", "Ai", "reporter"), "reporter_without_unit"),
    ],
)
def test_what_does_not_fit_is_refused(office: Office, details: MemberDetails, expected: str) -> None:
    with pytest.raises(DirectoryRefusal) as refused:
        add_member(office.administrator, details)
    assert code(refused) == expected


def test_a_reporter_of_a_foreign_unit_is_refused_as_unknown(office: Office, stranger: Office) -> None:
    foreign = stranger.units["Công an thị xã"].pk
    with pytest.raises(NotFound):
        add_member(office.administrator, MemberDetails("moi", "Ai", "reporter", foreign))


def test_only_a_reporter_keeps_a_unit(office: Office) -> None:
    reporter = member_of(office, "reporter")
    changed = change_role(office.administrator, reporter.pk, 1, "inspector", reporter.unit_id)
    assert changed.unit is None
    actor = actor_of(reporter.user_id, None)
    assert actor is not None
    assert actor.role_code == "inspector"


def test_a_second_role_for_one_account(office: Office) -> None:
    leader = member_of(office, "leader")
    add_role(office.administrator, leader.pk, "inspector")
    assert {one.role for one in leader.user.memberships.all()} == {"leader", "inspector"}
    with pytest.raises(DirectoryRefusal) as refused:
        add_role(office.administrator, leader.pk, "inspector")
    assert code(refused) == "role_twice"


def test_ending_a_role_ends_the_sessions(office: Office) -> None:
    leader = member_of(office, "leader")
    epoch = leader.user.session_epoch
    deactivate_member(office.administrator, leader.pk, 1)
    assert User.objects.get(pk=leader.user_id).session_epoch == epoch + 1
    assert actor_of(leader.user_id, None) is None
    reactivate_member(office.administrator, leader.pk, 2)
    assert actor_of(leader.user_id, None) is not None


def test_a_new_password_ends_the_sessions_and_must_be_changed(office: Office) -> None:
    leader = member_of(office, "leader")
    epoch = leader.user.session_epoch
    made = reset_password(office.administrator, leader.pk, 1)
    user = User.objects.get(pk=leader.user_id)
    assert user.check_password(made.password)
    assert (user.must_change_password, user.session_epoch) == (True, epoch + 1)


def test_the_last_administrator_stays(office: Office) -> None:
    administrator = member_of(office, "administrator")
    with pytest.raises(DirectoryRefusal) as refused:
        change_role(office.administrator, administrator.pk, 1, "leader")
    assert code(refused) == "last_administrator"
    other = add_member(office.administrator, MemberDetails("quantri2", "Quản trị hai", "administrator"))
    deactivate_member(office.administrator, other.member.pk, 1)
    with pytest.raises(DirectoryRefusal) as again:
        change_role(office.administrator, administrator.pk, 1, "leader")
    assert code(again) == "last_administrator"


def test_nobody_ends_the_role_they_are_using(office: Office) -> None:
    administrator = member_of(office, "administrator")
    add_member(office.administrator, MemberDetails("quantri2", "Quản trị hai", "administrator"))
    with pytest.raises(DirectoryRefusal) as refused:
        deactivate_member(office.administrator, administrator.pk, 1)
    assert code(refused) == "own_role"


def test_a_reporter_of_a_unit_that_has_ended_is_not_reactivated(office: Office) -> None:
    reporter = member_of(office, "reporter")
    deactivate_member(office.administrator, reporter.pk, 1)
    assert reporter.unit is not None
    close_unit(office.specialist, reporter.unit.pk, 1, date(2024, 1, 31))
    with pytest.raises(DirectoryRefusal) as refused:
        reactivate_member(office.administrator, reporter.pk, 2)
    assert code(refused) == "unit_ended"


def test_an_account_of_two_committees_is_no_administrators_to_change(office: Office, stranger: Office) -> None:
    leader = member_of(office, "leader")
    Member.objects.create(user=leader.user, committee=stranger.committee, role="inspector")
    for act in (
        lambda: reset_password(office.administrator, leader.pk, 1),
        lambda: rename_member(office.administrator, leader.pk, 1, "Khác"),
    ):
        with pytest.raises(DirectoryRefusal) as refused:
            act()
        assert code(refused) == "account_shared"


def test_a_reporter_is_marked_as_head_of_the_own_unit_alone(office: Office) -> None:
    reporter = member_of(office, "reporter")
    marked = mark_head(office.administrator, reporter.pk, reporter.version, is_head=True)
    event = AuditEvent.objects.filter(action="committees.member.head_marked").get()
    assert (marked.is_head, event.before, event.after) == (True, {"is_head": False}, {"is_head": True})
    court = office.units["Tòa án nhân dân thị xã"]
    headless = units_without_head(office.reporter)
    assert headless.reported == (court,)
    assert len(headless.silent) == 3
    moved = change_role(
        office.administrator, reporter.pk, marked.version, "reporter", office.units["Phường Thu Thủy"].pk
    )
    assert not moved.is_head


def test_who_cannot_be_or_make_a_head(office: Office, stranger: Office) -> None:
    leader, reporter = member_of(office, "leader"), member_of(office, "reporter")
    with pytest.raises(DirectoryRefusal) as refused:
        mark_head(office.administrator, leader.pk, leader.version, is_head=True)
    assert code(refused) == "head_without_unit"
    with pytest.raises(NotAllowed):
        mark_head(office.specialist, reporter.pk, reporter.version, is_head=True)
    with pytest.raises(NotFound):
        mark_head(stranger.administrator, reporter.pk, reporter.version, is_head=True)
