"""Attendance: ticked one by one or all at once, mended, refused."""

from __future__ import annotations

import pytest

from conferences.meeting_room import Room, fresh, set_state
from conftest import Office
from giaoban.audit import clock
from giaoban.conferences.actions import (
    NotInThisState,
    Tick,
    begin_minutes,
    finalise_minutes,
    send_for_checking,
    tick_all_present,
    tick_delegate,
    untick_all,
)
from giaoban.conferences.models import Delegate
from giaoban.conferences.queries import attendance_of, find_speakers, speaker_words
from giaoban.conferences.refusals import ConferenceRefusal
from giaoban.refusal import NotAllowed, NotFound, Stale
from tasks.conftest import COURT, POLICE


def tick(room: Room, name: str, presence: str, **rest: str) -> Delegate:
    seat = fresh(room.seats[name])
    return tick_delegate(room.office.specialist, seat.pk, version=seat.version, tick=Tick(presence, **rest))


def test_a_tick_says_who_and_when(room: Room) -> None:
    seat = tick(room, POLICE, "present")
    assert (seat.presence, seat.ticked_by, seat.ticked_at) == ("present", "Người specialist", clock.now())
    assert seat.version == 2


def test_a_stand_in_is_present_with_name_and_title(room: Room) -> None:
    seat = tick(room, COURT, "present", stands_in="  Lê  Thay ", stands_in_title="Phó Chánh án")
    assert (seat.stands_in, seat.stands_in_title) == ("Lê Thay", "Phó Chánh án")
    assert speaker_words(seat) == "Lê Thay, Phó Chánh án, Tòa án nhân dân thị xã"
    seen = attendance_of(room.conference)
    assert (len(seen.present), len(seen.stand_ins), len(seen.unknown)) == (1, 1, 4)
    tick(room, POLICE, "absent")
    speakers = find_speakers(attendance_of(room.conference).delegates)
    assert speakers[0] == (seat.pk, speaker_words(seat))
    assert (len(speakers), room.seats[POLICE].pk in dict(speakers)) == (4, False)


def test_who_is_away_keeps_the_reason_until_they_come(room: Room) -> None:
    assert tick(room, POLICE, "excused", reason="Đi công tác").reason == "Đi công tác"
    seen = attendance_of(room.conference)
    assert (len(seen.excused), len(seen.absent)) == (1, 0)
    assert tick(room, POLICE, "present").reason == ""


def test_a_tick_is_taken_away_again(room: Room) -> None:
    tick(room, POLICE, "absent")
    seat = tick(room, POLICE, "unknown")
    assert (seat.presence, seat.ticked_by, seat.ticked_at) == ("unknown", "", None)


def test_all_at_once_leaves_who_is_away_and_is_undone(room: Room) -> None:
    tick(room, POLICE, "excused")
    done = tick_all_present(room.office.specialist, room.conference.pk)
    assert len(done) == 4
    seen = attendance_of(room.conference)
    assert (len(seen.present), len(seen.excused), len(seen.unknown)) == (4, 1, 0)
    assert seen.ticked_at_once == done[0].ticked_at
    with pytest.raises(ConferenceRefusal) as refused:
        tick_all_present(room.office.specialist, room.conference.pk)
    assert refused.value.code == "conferences.all_ticked"
    at = done[0].ticked_at
    assert at is not None
    assert len(untick_all(room.office.specialist, room.conference.pk, ticked_at=at)) == 4
    assert len(attendance_of(room.conference).unknown) == 4
    with pytest.raises(ConferenceRefusal) as refused:
        untick_all(room.office.specialist, room.conference.pk, ticked_at=at)
    assert refused.value.code == "conferences.nothing_to_untick"


@pytest.mark.parametrize(
    ("presence", "rest", "code"),
    [
        ("asleep", {}, "unknown_presence"),
        ("absent", {"stands_in": "Lê Thay"}, "stand_in_of_absent"),
        ("present", {"stands_in_title": "Phó"}, "stand_in_unnamed"),
        ("present", {"stands_in": "x" * 121}, "too_long"),
    ],
)
def test_what_cannot_be_ticked(room: Room, presence: str, rest: dict[str, str], code: str) -> None:
    with pytest.raises(ConferenceRefusal) as refused:
        tick(room, POLICE, presence, **rest)
    assert refused.value.code == f"conferences.{code}"
    assert fresh(room.seats[POLICE]).presence == "unknown"


def test_two_who_tick_one_seat_do_not_overwrite_each_other(room: Room) -> None:
    tick(room, POLICE, "excused")
    with pytest.raises(Stale):
        tick_delegate(room.office.specialist, room.seats[POLICE].pk, version=1, tick=Tick("present"))


def test_who_may_tick(room: Room, stranger: Office) -> None:
    seat = room.seats[POLICE]
    for actor in (room.office.leader, room.office.reporter, room.office.inspector, room.office.superior):
        with pytest.raises(NotAllowed):
            tick_delegate(actor, seat.pk, version=1, tick=Tick("present"))
    with pytest.raises(NotFound):
        tick_delegate(stranger.specialist, seat.pk, version=1, tick=Tick("present"))
    with pytest.raises(NotFound):
        tick_all_present(stranger.specialist, room.conference.pk)


def test_nothing_is_ticked_once_the_minutes_are_final_or_the_conference_is_closed(room: Room) -> None:
    office = room.office
    tick(room, POLICE, "present")
    minutes = begin_minutes(office.specialist, room.conference.pk)
    set_state(office, room.conference, "held")
    sent = send_for_checking(office.specialist, room.conference.pk, version=minutes.version, check_by=clock.today())
    finalise_minutes(office.specialist, room.conference.pk, version=sent.version)
    with pytest.raises(ConferenceRefusal) as refused:
        tick(room, COURT, "present")
    assert refused.value.code == "conferences.minutes_final"
    set_state(office, room.conference, "closed")
    with pytest.raises(NotInThisState):
        tick(room, COURT, "present")
