"""Days of preparation that follow the meeting's day once that was changed: shown, moved, kept where they are."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from conferences.cast import DETAILS, PLANNED_ON, planned
from conftest import Office
from giaoban.audit import clock
from giaoban.audit.models import AuditEvent
from giaoban.conferences import actions
from giaoban.conferences.models import Conference
from giaoban.conferences.queries import preparations_moved, preparations_of
from giaoban.conferences.refusals import WrongConferenceState
from giaoban.refusal import NotAllowed, NotFound, Stale

LATER = date(2024, 4, 3)


def postponed(office: Office, held_on: date = LATER, on: date = PLANNED_ON) -> Conference:
    """Return a conference whose day was changed from 27/3/2024."""
    conference = planned(office)
    with clock.set_to(on):
        details = replace(DETAILS, held_on=held_on)
        return actions.edit_conference(office.specialist, conference.pk, version=conference.version, details=details)


def follow(office: Office, conference: Conference, ids: list[int], on: date = PLANNED_ON) -> dict[str, date]:
    with clock.set_to(on):
        actions.follow_day(office.specialist, conference.pk, ids, version=conference.version)
    return {one.step: one.due_on for one in preparations_of(conference)}


def test_the_days_move_along_by_working_days(office: Office) -> None:
    conference = postponed(office)
    with clock.set_to(PLANNED_ON):
        moved = {one.row.step: (one.row.due_on, one.to) for one in preparations_moved(conference)}
    assert moved == {
        "request": (date(2024, 3, 6), date(2024, 3, 13)),
        "reports": (date(2024, 3, 18), date(2024, 3, 25)),
        "general_report": (date(2024, 3, 21), date(2024, 3, 28)),
        "invitation": (date(2024, 3, 22), date(2024, 3, 29)),
        "conclusion": (date(2024, 4, 3), date(2024, 4, 10)),
    }
    ids = [one.pk for one in conference.preparations.all()]
    assert follow(office, conference, ids) == {step: to for step, (_due_on, to) in moved.items()}
    conference.refresh_from_db()
    assert (conference.reports_due_on, preparations_moved(conference)) == (date(2024, 3, 25), [])
    kept = AuditEvent.objects.filter(action="conferences.preparation.moved").order_by("pk")[0]
    assert (kept.before["due_on"], kept.after["due_on"]) == ("2024-03-06", "2024-03-13")


def test_what_is_not_chosen_stays(office: Office) -> None:
    conference = postponed(office)
    invitation = conference.preparations.get(step="invitation")
    days = follow(office, conference, [invitation.pk])
    assert (days["invitation"], days["general_report"]) == (date(2024, 3, 29), date(2024, 3, 21))
    assert preparations_moved(Conference.objects.get(pk=conference.pk)) == []


def test_what_is_done_stays_and_days_over_are_pulled_up(office: Office) -> None:
    conference = planned(office)
    request = conference.preparations.get(step="request")
    actions.tick_preparation(office.specialist, request.pk, version=request.version, is_done=True)
    today, sooner = date(2024, 3, 15), date(2024, 3, 19)
    details = replace(DETAILS, held_on=sooner)
    with clock.set_to(today):
        edited = actions.edit_conference(office.specialist, conference.pk, version=conference.version, details=details)
        moved = {one.row.step: (one.to, one.usual_on) for one in preparations_moved(edited)}
    assert "request" not in moved
    assert moved["general_report"] == (today, date(2024, 3, 13))
    assert moved["invitation"] == (today, date(2024, 3, 14))


def test_a_day_changed_back_asks_nothing(office: Office) -> None:
    conference = postponed(office)
    edited = actions.edit_conference(office.specialist, conference.pk, version=conference.version, details=DETAILS)
    assert preparations_moved(edited) == []


def test_what_is_refused(office: Office, stranger: Office) -> None:
    conference = postponed(office)
    for actor, error in ((office.leader, NotAllowed), (stranger.specialist, NotFound)):
        with pytest.raises(error):
            actions.follow_day(actor, conference.pk, [], version=conference.version)
    with pytest.raises(Stale):
        actions.follow_day(office.specialist, conference.pk, [], version=conference.version - 1)
    Conference.objects.filter(pk=conference.pk).update(state=Conference.State.HELD)
    with pytest.raises(WrongConferenceState):
        actions.follow_day(office.specialist, conference.pk, [], version=conference.version)
