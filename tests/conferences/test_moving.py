"""A conference's way through its states: each verb where it may be done, and refused where not."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from conferences.cast import HELD_ON, held, planned
from conftest import Office
from giaoban.audit import clock
from giaoban.conferences import actions
from giaoban.conferences.models import Conference
from giaoban.conferences.refusals import ConferenceRefusal, ReasonMissing, WrongConferenceState
from giaoban.refusal import NotAllowed, NotFound, Stale


def test_from_the_plan_to_the_end_of_the_meeting(office: Office) -> None:
    conference = planned(office)
    with clock.set_to(HELD_ON):
        for verb, state in (
            (actions.mark_invited, "invited"),
            (actions.open_conference, "meeting"),
            (actions.hold_conference, "held"),
            (actions.resume_conference, "meeting"),
            (actions.unopen_conference, "invited"),
            (actions.unmark_invited, "planned"),
        ):
            conference = verb(office.specialist, conference.pk, version=conference.version)
            assert Conference.objects.get(pk=conference.pk).state == state
    assert (conference.invited_at, conference.opened_at, conference.ended_at) == (None, None, None)


def test_a_cancelled_one_frees_what_it_followed(office: Office) -> None:
    first = held(office)
    second = planned(office, reviewed="2024-Q2", ahead="2024-Q3", held_on=date(2024, 6, 27))
    cancelled = actions.cancel_conference(office.specialist, second.pk, version=second.version, reason="Bận bầu cử")
    assert (cancelled.state, cancelled.previous, cancelled.cancelled_why) == ("cancelled", None, "Bận bầu cử")
    third = planned(office, reviewed="2024-Q2", ahead="2024-Q3", held_on=date(2024, 6, 28))
    assert third.previous == first
    restored = actions.restore_conference(office.specialist, second.pk)
    assert (restored.state, restored.previous, restored.cancelled_why) == ("planned", None, "")


def test_no_meeting_before_its_day(office: Office) -> None:
    conference = planned(office)
    for verb in (actions.open_conference, actions.hold_conference):
        with clock.set_to(date(2024, 3, 26)), pytest.raises(ConferenceRefusal) as refused:
            verb(office.specialist, conference.pk, version=conference.version)
        assert refused.value.code == "conferences.too_early"


def test_a_cancellation_has_a_reason(office: Office) -> None:
    conference = planned(office)
    with pytest.raises(ReasonMissing):
        actions.cancel_conference(office.specialist, conference.pk, version=conference.version, reason=" ")
    assert Conference.objects.get(pk=conference.pk).state == "planned"


@pytest.mark.parametrize(
    "verb", [actions.mark_invited, actions.open_conference, actions.hold_conference, actions.restore_conference]
)
def test_a_verb_that_the_state_does_not_permit(office: Office, verb: Callable[..., Any]) -> None:
    conference = held(office)
    with clock.set_to(HELD_ON), pytest.raises(WrongConferenceState):
        verb(office.specialist, conference.pk, version=conference.version)


def test_only_the_office_and_only_its_own_and_only_the_newest(office: Office, stranger: Office) -> None:
    conference = planned(office)
    with pytest.raises(NotAllowed):
        actions.mark_invited(office.leader, conference.pk, version=conference.version)
    with pytest.raises(NotFound):
        actions.mark_invited(stranger.specialist, conference.pk, version=conference.version)
    with pytest.raises(Stale):
        actions.mark_invited(office.specialist, conference.pk, version=conference.version + 1)
