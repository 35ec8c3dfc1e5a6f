"""Who prepares what by when: proposed, taken over, changed, ticked."""

from __future__ import annotations

from datetime import date

import pytest

from conferences.cast import held, planned
from conftest import Office
from giaoban.conferences import actions
from giaoban.conferences.actions import PreparationDetails
from giaoban.conferences.models import Conference
from giaoban.conferences.queries import preparations_of, readiness
from giaoban.conferences.refusals import ConferenceRefusal
from giaoban.refusal import NotAllowed, NotFound

DETAILS = PreparationDetails("Chuẩn bị hội trường", date(2024, 3, 26), who="Chị Lan")


def _steps(conference: Conference) -> dict[str, date]:
    return {one.step: one.due_on for one in preparations_of(conference)}


def test_the_steps_are_proposed_in_working_days(office: Office) -> None:
    assert _steps(planned(office)) == {
        "request": date(2024, 3, 6),
        "reports": date(2024, 3, 18),
        "general_report": date(2024, 3, 21),
        "invitation": date(2024, 3, 22),
        "conclusion": date(2024, 4, 3),
    }


def test_the_next_conference_takes_over_what_was_added(office: Office) -> None:
    first = planned(office)
    actions.add_preparation(office.specialist, first.pk, DETAILS)
    second = planned(office, reviewed="2024-Q2", ahead="2024-Q3", held_on=date(2024, 6, 27), reports_due_on=None)
    added = preparations_of(second).get(step="")
    assert (added.what, added.who, added.due_on) == ("Chuẩn bị hội trường", "Chị Lan", date(2024, 6, 26))


def test_it_is_ticked_and_the_tick_taken_back(office: Office) -> None:
    conference = planned(office)
    row = preparations_of(conference).get(step="request")
    row = actions.tick_preparation(office.specialist, row.pk, version=row.version, is_done=True)
    assert readiness(office.specialist, conference).prepared["request"][1]
    actions.tick_preparation(office.specialist, row.pk, version=row.version, is_done=False)
    assert not readiness(office.specialist, conference).prepared["request"][1]


def test_what_comes_before_the_meeting_never_moves_onto_its_day(office: Office) -> None:
    planned(office)
    second = planned(office, reviewed="2024-Q2", ahead="2024-Q3", held_on=date(2024, 6, 27), reports_due_on=None)
    assert _steps(second) == {
        "request": date(2024, 6, 6),
        "reports": date(2024, 6, 18),
        "general_report": date(2024, 6, 21),
        "invitation": date(2024, 6, 21),
        "conclusion": date(2024, 7, 4),
    }


def test_the_notice_is_ticked_after_the_meeting_but_not_once_it_is_closed(office: Office) -> None:
    conference = held(office)
    row = preparations_of(conference).get(step="conclusion")
    row = actions.tick_preparation(office.specialist, row.pk, version=row.version, is_done=True)
    assert row.done_at is not None
    Conference.objects.filter(pk=conference.pk).update(state=Conference.State.CLOSED)
    with pytest.raises(ConferenceRefusal):
        actions.tick_preparation(office.specialist, row.pk, version=row.version, is_done=False)
    with pytest.raises(NotFound):
        actions.tick_preparation(office.specialist, 10**6, version=1, is_done=True)


def test_it_is_changed_and_dropped(office: Office) -> None:
    conference = planned(office)
    row = actions.add_preparation(office.specialist, conference.pk, DETAILS)
    later = PreparationDetails("Hội trường, âm thanh", date(2024, 3, 25))
    row = actions.edit_preparation(office.specialist, row.pk, version=row.version, details=later)
    assert (row.what, row.who) == ("Hội trường, âm thanh", "")
    actions.drop_preparation(office.specialist, row.pk, version=row.version)
    assert not preparations_of(conference).filter(step="").exists()


def test_what_is_refused(office: Office, stranger: Office) -> None:
    conference = planned(office)
    with pytest.raises(ConferenceRefusal):
        actions.add_preparation(office.specialist, conference.pk, PreparationDetails("", date(2024, 3, 1)))
    with pytest.raises(NotAllowed):
        actions.add_preparation(office.leader, conference.pk, DETAILS)
    with pytest.raises(NotFound):
        actions.add_preparation(stranger.specialist, conference.pk, DETAILS)
    foreign = PreparationDetails("X", date(2024, 3, 1), unit_id=stranger.units["Công an thị xã"].pk)
    with pytest.raises(NotFound):
        actions.add_preparation(office.specialist, conference.pk, foreign)
