"""Minutes go out for checking, are objected to, answered, closed and opened again."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from conferences.meeting_room import MEETING_DAY, Room, fresh, set_state
from conftest import Office
from giaoban.audit import clock
from giaoban.audit.models import AuditEvent
from giaoban.conferences.actions import (
    MinutesFinal,
    NotInThisState,
    Speaker,
    Tick,
    add_remark,
    answer_objection,
    check_minutes,
    finalise_minutes,
    record_minutes_export,
    reopen_minutes,
    save_remark,
    send_for_checking,
    tick_delegate,
)
from giaoban.conferences.models import Minutes, Remark
from giaoban.conferences.queries import minutes_of
from giaoban.conferences.refusals import ConferenceRefusal, ReasonMissing
from giaoban.refusal import NotAllowed, NotFound, Stale
from tasks.conftest import COURT, POLICE

CHECK_BY = MEETING_DAY + timedelta(days=3)


def taken(room: Room) -> Remark:
    """Let the police attend and speak, and the meeting be over."""
    seat = room.seats[POLICE]
    tick_delegate(room.office.specialist, seat.pk, version=1, tick=Tick("present"))
    made = add_remark(room.office.specialist, room.conference.pk, speaker=Speaker(seat.pk), text="Đã làm")
    set_state(room.office, room.conference, "held")
    return made


def minutes(room: Room) -> Minutes:
    return Minutes.objects.get(conference=room.conference)


def send(room: Room, check_by: date = CHECK_BY) -> Minutes:
    return send_for_checking(
        room.office.specialist, room.conference.pk, version=minutes(room).version, check_by=check_by
    )


def close(room: Room) -> Minutes:
    return finalise_minutes(room.office.specialist, room.conference.pk, version=minutes(room).version)


def test_the_whole_way(room: Room) -> None:
    taken(room)
    assert send(room).check_by == CHECK_BY
    seat = room.seats[POLICE]
    objection = check_minutes(room.office.reporter, seat.pk, is_agreed=False, text="Số liệu là 4 đợt")
    with pytest.raises(ConferenceRefusal) as refused:
        close(room)
    assert (refused.value.code, refused.value.values["count"]) == ("conferences.objections_open", 1)
    answer_objection(room.office.specialist, objection.pk, answer="Đã sửa thành 4 đợt")
    told = minutes_of(room.office.specialist, room.conference.pk)
    assert (told.unanswered, told.silent) == ((), ())
    closed = close(room)
    assert (closed.state, closed.final_by) == ("final", room.office.specialist.name)


def test_the_newest_word_of_a_seat_counts(room: Room) -> None:
    taken(room)
    send(room)
    seat = room.seats[POLICE]
    check_minutes(room.office.reporter, seat.pk, is_agreed=False, text="Chưa đúng")
    check_minutes(room.office.specialist, seat.pk, is_agreed=True)
    assert [one.is_agreed for one in minutes_of(room.office.leader, room.conference.pk).checks] == [True]
    assert close(room).state == "final"


def test_final_minutes_are_locked_until_they_are_opened_again_with_a_reason(room: Room) -> None:
    made = taken(room)
    send(room)
    check_minutes(room.office.reporter, room.seats[POLICE].pk, is_agreed=False, text="Sai")
    answer_objection(room.office.specialist, minutes(room).checks.get().pk, answer="Đã sửa")
    close(room)
    with pytest.raises(MinutesFinal):
        save_remark(room.office.specialist, made.pk, version=made.version, text="Khác")
    with pytest.raises(MinutesFinal):
        add_remark(room.office.specialist, room.conference.pk, speaker=Speaker(name="A"))
    with pytest.raises(ReasonMissing):
        reopen_minutes(room.office.specialist, room.conference.pk, version=minutes(room).version, reason=" ")
    with clock.set_to(MEETING_DAY + timedelta(days=1)):
        opened = reopen_minutes(
            room.office.specialist, room.conference.pk, version=minutes(room).version, reason="Thiếu ý kiến"
        )
    assert (opened.state, opened.final_at, opened.reopened_why) == ("taking", None, "Thiếu ý kiến")
    assert minutes_of(room.office.specialist, room.conference.pk).checks == (), "they are checked anew"
    assert save_remark(room.office.specialist, made.pk, version=made.version, text="Khác").text == "Khác"


def test_before_they_are_out_nobody_checks_and_units_do_not_read(room: Room) -> None:
    taken(room)
    with pytest.raises(ConferenceRefusal) as refused:
        check_minutes(room.office.reporter, room.seats[POLICE].pk, is_agreed=True)
    assert refused.value.code == "conferences.not_out_for_checking"
    with pytest.raises(NotFound):
        minutes_of(room.office.reporter, room.conference.pk)
    send(room)
    assert minutes_of(room.office.reporter, room.conference.pk).state == "checking"
    with pytest.raises(NotFound):
        minutes_of(room.office.other_reporter, room.conference.pk)


def test_what_is_refused_of_a_check(room: Room, stranger: Office) -> None:
    taken(room)
    send(room)
    police, court = room.seats[POLICE], room.seats[COURT]
    with pytest.raises(ConferenceRefusal) as refused:
        check_minutes(room.office.reporter, police.pk, is_agreed=False, text=" ")
    assert refused.value.code == "conferences.objection_empty"
    with pytest.raises(ConferenceRefusal) as refused:
        check_minutes(room.office.other_reporter, court.pk, is_agreed=True)
    assert refused.value.code == "conferences.did_not_attend"
    with pytest.raises(NotFound):
        check_minutes(room.office.other_reporter, police.pk, is_agreed=True)
    with pytest.raises(NotFound):
        check_minutes(stranger.specialist, police.pk, is_agreed=True)
    for actor in (room.office.leader, room.office.inspector, room.office.superior):
        with pytest.raises(NotAllowed):
            check_minutes(actor, police.pk, is_agreed=True)


def test_what_is_refused_of_an_answer(room: Room, stranger: Office) -> None:
    taken(room)
    send(room)
    objection = check_minutes(room.office.reporter, room.seats[POLICE].pk, is_agreed=False, text="Sai")
    with pytest.raises(ReasonMissing):
        answer_objection(room.office.specialist, objection.pk, answer="")
    with pytest.raises(NotAllowed):
        answer_objection(room.office.reporter, objection.pk, answer="x")
    with pytest.raises(NotFound):
        answer_objection(stranger.specialist, objection.pk, answer="x")
    assert fresh(objection).answer == ""


def test_minutes_go_one_step_at_a_time(room: Room, stranger: Office) -> None:
    seat = room.seats[POLICE]
    tick_delegate(room.office.specialist, seat.pk, version=1, tick=Tick("present"))
    add_remark(room.office.specialist, room.conference.pk, speaker=Speaker(seat.pk))
    with pytest.raises(NotInThisState):
        send(room)
    set_state(room.office, room.conference, "held")
    for act in (close, lambda one: reopen_minutes(one.office.specialist, one.conference.pk, version=1, reason="x")):
        with pytest.raises(ConferenceRefusal) as refused:
            act(room)
        assert refused.value.code == "conferences.minutes_elsewhere"
    with pytest.raises(ConferenceRefusal) as refused:
        send(room, MEETING_DAY - timedelta(days=1))
    assert refused.value.code == "conferences.check_by_passed"
    with pytest.raises(NotFound):
        send_for_checking(stranger.specialist, room.conference.pk, version=1, check_by=CHECK_BY)
    with pytest.raises(NotAllowed):
        send_for_checking(room.office.leader, room.conference.pk, version=1, check_by=CHECK_BY)
    send(room)
    with pytest.raises(Stale):
        finalise_minutes(room.office.specialist, room.conference.pk, version=1)


def test_taking_the_minutes_out_is_recorded_for_who_may_read_them(room: Room, stranger: Office) -> None:
    taken(room)
    record_minutes_export(room.office.leader, room.conference.pk)
    told = AuditEvent.objects.filter(action="conferences.minutes.exported").get()
    assert (told.actor_name, told.after) == (room.office.leader.name, {"state": "taking"})
    for actor in (room.office.reporter, stranger.specialist):
        with pytest.raises(NotFound):
            record_minutes_export(actor, room.conference.pk)
