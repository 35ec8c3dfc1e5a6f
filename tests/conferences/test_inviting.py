"""Inviting units, groups of the day, guests: who is summoned, who is only invited, who owes a report."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from conferences.cast import DETAILS, HELD_ON, held, planned
from conftest import Office
from giaoban.committees.actions import PersonDetails, PostDetails, add_person, appoint_person
from giaoban.committees.models import Group
from giaoban.conferences import actions
from giaoban.conferences.actions import GuestDetails
from giaoban.conferences.models import Delegate, UnitReport
from giaoban.conferences.queries import delegates_of, invitable
from giaoban.conferences.refusals import ConferenceRefusal, WrongConferenceState
from giaoban.refusal import NotAllowed, NotFound, Stale


def _wards(office: Office) -> int:
    return Group.objects.get(committee=office.committee, name="các phường").pk


def test_units_are_summoned_or_only_invited(office: Office) -> None:
    conference = planned(office)
    ids = [office.units[name].pk for name in ("Công an thị xã", "Tòa án nhân dân thị xã")]
    made = actions.invite_units(office.specialist, conference.pk, ids)
    assert {str(one.unit): one.way for one in made} == {
        "Công an thị xã": "summoned",
        "Tòa án nhân dân thị xã": "invited",
    }
    reports = UnitReport.objects.filter(conference=conference)
    assert {(one.unit_id, one.due_on) for one in reports} == {(pk, date(2024, 3, 18)) for pk in ids}


def test_a_group_is_its_units_of_the_day(office: Office) -> None:
    conference = planned(office)
    made = actions.invite_group(office.specialist, conference.pk, _wards(office))
    assert [(str(one.unit), one.group, one.title) for one in made] == [
        ("Phường Nghi Thủy", "các phường", "Thường trực Đảng ủy"),
        ("Phường Thu Thủy", "các phường", "Thường trực Đảng ủy"),
    ]
    assert actions.invite_group(office.specialist, conference.pk, _wards(office)) == []
    assert invitable(conference).groups == ()


def test_the_head_of_a_unit_is_expected(office: Office) -> None:
    unit, person = office.units["Công an thị xã"], add_person(office.specialist, PersonDetails("Lê Văn Trưởng"))
    appoint_person(office.specialist, person.pk, PostDetails("Trưởng Công an", unit.pk, is_head=True))
    made = actions.invite_units(office.specialist, planned(office).pk, [unit.pk])
    assert (made[0].name, made[0].title) == ("Lê Văn Trưởng", "Trưởng Công an")


def test_a_guest_is_invited_and_owes_nothing(office: Office) -> None:
    conference = planned(office)
    guest = actions.invite_guest(office.specialist, conference.pk, GuestDetails("Ban Nội chính Tỉnh ủy"))
    assert (guest.way, guest.is_guest) == ("invited", True)
    assert not conference.reports.exists()


def test_the_next_conference_invites_them_again(office: Office) -> None:
    first = planned(office)
    actions.invite_group(office.specialist, first.pk, _wards(office))
    actions.invite_units(office.specialist, first.pk, [office.units["Công an thị xã"].pk])
    actions.invite_guest(office.specialist, first.pk, GuestDetails("Ban Nội chính Tỉnh ủy"))
    second = planned(office, reviewed="2024-Q2", ahead="2024-Q3", held_on=date(2024, 6, 27), reports_due_on=None)
    assert [str(one.unit or one.body) for one in delegates_of(office.specialist, second)] == [
        "Công an thị xã",
        "Phường Nghi Thủy",
        "Phường Thu Thủy",
        "Ban Nội chính Tỉnh ủy",
    ]
    assert {one.due_on for one in second.reports.all()} == {date(2024, 6, 27)}


def test_who_is_dropped_can_be_invited_again(office: Office) -> None:
    conference, unit = planned(office), office.units["Công an thị xã"]
    made = actions.invite_units(office.specialist, conference.pk, [unit.pk])[0]
    actions.drop_delegate(office.specialist, made.pk, version=made.version)
    assert not delegates_of(office.specialist, conference).exists()
    assert len(actions.invite_units(office.specialist, conference.pk, [unit.pk])) == 1


def test_who_comes_is_changed_on_the_newest_only(office: Office) -> None:
    conference = planned(office)
    made = actions.invite_units(office.specialist, conference.pk, [office.units["Công an thị xã"].pk])[0]
    actions.edit_delegate(office.specialist, made.pk, version=made.version, name="Lê Văn Phó", title="Phó Trưởng")
    assert Delegate.objects.get(pk=made.pk).name == "Lê Văn Phó"
    with pytest.raises(Stale):
        actions.edit_delegate(office.specialist, made.pk, version=made.version, name="Khác")


def test_a_guest_has_a_body_or_a_name(office: Office) -> None:
    with pytest.raises(ConferenceRefusal) as refused:
        actions.invite_guest(office.specialist, planned(office).pk, GuestDetails(" "))
    assert refused.value.field == "body"


def test_foreign_units_and_groups_are_unknown(office: Office, stranger: Office) -> None:
    conference = planned(office)
    with pytest.raises(NotFound):
        actions.invite_units(office.specialist, conference.pk, [stranger.units["Công an thị xã"].pk])
    with pytest.raises(NotFound):
        actions.invite_group(office.specialist, conference.pk, _wards(stranger))
    with pytest.raises(NotAllowed):
        actions.invite_units(office.leader, conference.pk, [])


def test_nobody_is_invited_to_what_is_over(office: Office) -> None:
    with pytest.raises(WrongConferenceState):
        actions.invite_units(office.specialist, held(office).pk, [])


def test_a_report_that_was_not_begun_is_no_longer_asked_for(office: Office) -> None:
    conference = planned(office)
    actions.invite_units(office.specialist, conference.pk, [office.units["Công an thị xã"].pk])
    report = conference.reports.get()
    actions.unwant_report(office.specialist, report.pk, version=report.version)
    assert UnitReport.objects.get(pk=report.pk).is_closed
    actions.want_reports(office.specialist, conference.pk, [report.unit_id])
    assert not UnitReport.objects.get(pk=report.pk).is_closed


def test_the_day_for_reports_moves_with_the_plan(office: Office) -> None:
    conference = planned(office)
    actions.invite_units(office.specialist, conference.pk, [office.units["Công an thị xã"].pk])
    details = replace(DETAILS, reports_due_on=HELD_ON)
    actions.edit_conference(office.specialist, conference.pk, version=conference.version, details=details)
    assert conference.reports.get().due_on == HELD_ON
