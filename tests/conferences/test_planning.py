"""Planning a conference and changing the plan; which one it follows; what is proposed for the next."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time
from typing import Any

import pytest

from conferences.cast import DETAILS, held, planned
from conftest import Office
from giaoban.audit import clock
from giaoban.committees.actions import PersonDetails, add_person
from giaoban.conferences.actions import edit_conference, plan_conference
from giaoban.conferences.models import Conference
from giaoban.conferences.queries import propose_conference
from giaoban.conferences.refusals import ConferenceRefusal, WrongConferenceState
from giaoban.refusal import NotAllowed, NotFound, Stale


def test_a_conference_is_planned(office: Office) -> None:
    conference = planned(office)
    kept = Conference.objects.get(pk=conference.pk)
    assert (kept.state, kept.reviewed, kept.ahead) == ("planned", "2024-Q1", "2024-Q2")
    assert kept.previous is None


def test_it_follows_the_last_of_its_kind(office: Office) -> None:
    first = held(office)
    other = planned(office, kind="monthly", reviewed="2024-03", ahead="2024-04", held_on=date(2024, 3, 29))
    second = planned(office, reviewed="2024-Q2", ahead="2024-Q3", held_on=date(2024, 6, 27), reports_due_on=None)
    assert (second.previous, other.previous) == (first, None)


def test_a_chair_of_the_directory_lends_the_name(office: Office) -> None:
    person = add_person(office.specialist, PersonDetails("Phạm Thị Chủ"))
    conference = planned(office, chair_id=person.pk, chair_name="")
    assert (conference.chair_id, conference.chair_name) == (person.pk, "Phạm Thị Chủ")


def test_the_next_one_is_proposed_from_the_last(office: Office) -> None:
    first = held(office)
    proposed = propose_conference(office.specialist, "quarterly")
    assert (proposed.reviewed, proposed.ahead, proposed.previous) == ("2024-Q2", "2024-Q3", first)
    assert (proposed.held_on, proposed.place) == (date(2024, 6, 27), "Hội trường Thị ủy")
    assert proposed.reports_due_on == date(2024, 6, 18)
    assert proposed.title == "Hội nghị giao ban công tác nội chính quý II/2024, nhiệm vụ quý III/2024"


def test_the_first_one_is_proposed_by_the_calendar(office: Office) -> None:
    with clock.set_to(date(2024, 5, 21)):
        proposed = propose_conference(office.specialist, "monthly")
        sudden = propose_conference(office.specialist, "extraordinary")
    assert (proposed.reviewed, proposed.held_on) == ("2024-05", date(2024, 5, 28))
    assert (sudden.reviewed, sudden.held_on) == ("", date(2024, 5, 21))


def test_an_extraordinary_one_takes_place_and_chair_of_the_last_of_any_kind(office: Office) -> None:
    last = held(office, host="Ban Thường vụ Thị ủy")
    with clock.set_to(date(2024, 5, 21)):
        sudden = propose_conference(office.specialist, "extraordinary")
    assert (sudden.previous, sudden.taken_from) == (None, last)
    assert (sudden.place, sudden.host, sudden.chair_name) == (last.place, last.host, last.chair_name)


def test_days_that_are_over_are_pulled_up_and_said(office: Office) -> None:
    friday, held_on = date(2024, 5, 17), date(2024, 5, 22)
    with clock.set_to(friday):
        proposed = propose_conference(office.specialist, "extraordinary")
        assert proposed.reports_due_on == friday
        assert all(one.usual_on for one in proposed.preparations if one.due_on <= proposed.held_on and one.step != "")
        details = replace(DETAILS, kind="extraordinary", reviewed="", ahead="", held_on=held_on, reports_due_on=None)
        rows = list(plan_conference(office.specialist, details).preparations.order_by("pk"))
    days = [one.due_on for one in rows]
    assert days == sorted(days)
    assert days[:4] == [friday, friday, friday, friday]
    assert rows[0].usual_on == date(2024, 5, 2)
    assert rows[-1].usual_on is None


@pytest.mark.parametrize(
    ("changes", "code", "field"),
    [
        ({"title": " "}, "empty", "title"),
        ({"title": "x" * 301}, "too_long", "title"),
        ({"kind": "weekly"}, "unknown_kind", "kind"),
        ({"reviewed": ""}, "period_missing", "reviewed"),
        ({"reviewed": "2024-Q9"}, "unknown_period", "reviewed"),
        ({"reviewed": "2024-03"}, "period_length", "reviewed"),
        ({"ahead": "2023-Q4"}, "periods_reversed", "ahead"),
        ({"starts_at": time(9), "ends_at": time(8)}, "hours_reversed", "ends_at"),
        ({"reports_due_on": date(2024, 3, 28)}, "day_too_late", "reports_due_on"),
        ({"chair_id": 987654}, "unknown_person", "chair_id"),
    ],
)
def test_what_cannot_be_planned(office: Office, changes: dict[str, Any], code: str, field: str) -> None:
    with pytest.raises(ConferenceRefusal) as refused:
        planned(office, **changes)
    assert (refused.value.code, refused.value.field) == (f"conferences.{code}", field)
    assert not Conference.objects.exists()


def test_only_the_office_plans(office: Office) -> None:
    for actor in (office.leader, office.reporter, office.inspector, office.superior, office.administrator):
        with pytest.raises(NotAllowed):
            plan_conference(actor, DETAILS)


def test_a_chair_of_another_committee_is_unknown(office: Office, stranger: Office) -> None:
    person = add_person(stranger.specialist, PersonDetails("Người Khác"))
    with pytest.raises(ConferenceRefusal):
        planned(office, chair_id=person.pk)


def test_the_plan_is_changed(office: Office) -> None:
    conference = planned(office)
    details = replace(DETAILS, place="Phòng họp tầng 2")
    edited = edit_conference(office.specialist, conference.pk, version=conference.version, details=details)
    assert (edited.place, edited.version) == ("Phòng họp tầng 2", conference.version + 1)


def test_a_change_on_an_older_version_is_refused(office: Office) -> None:
    conference = planned(office)
    edit_conference(office.specialist, conference.pk, version=conference.version, details=DETAILS)
    with pytest.raises(Stale):
        edit_conference(office.specialist, conference.pk, version=conference.version, details=DETAILS)


def test_the_plan_of_a_held_one_stands(office: Office) -> None:
    conference = held(office)
    with pytest.raises(WrongConferenceState):
        edit_conference(office.specialist, conference.pk, version=conference.version, details=DETAILS)


def test_the_kind_stands(office: Office) -> None:
    conference = planned(office)
    details = replace(DETAILS, kind="half_year", reviewed="2024-H1", ahead="2024-H2")
    with pytest.raises(ConferenceRefusal) as refused:
        edit_conference(office.specialist, conference.pk, version=conference.version, details=details)
    assert refused.value.field == "kind"


def test_a_foreign_conference_is_unknown(office: Office, stranger: Office) -> None:
    conference = planned(stranger)
    with pytest.raises(NotFound):
        edit_conference(office.specialist, conference.pk, version=conference.version, details=DETAILS)
