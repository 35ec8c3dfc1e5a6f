"""Taking the minutes: speaker by speaker, nothing lost between two writers."""

from __future__ import annotations

from uuid import uuid4

import pytest

from conferences.meeting_room import Room, fresh, set_state
from conftest import Office
from giaoban.conferences.actions import (
    NotInThisState,
    Speaker,
    Tick,
    add_remark,
    begin_minutes,
    close_remark,
    move_remark,
    restore_remark,
    save_concluding_words,
    save_remark,
    tick_delegate,
)
from giaoban.conferences.models import Remark
from giaoban.conferences.queries import minutes_of
from giaoban.conferences.refusals import ConferenceRefusal
from giaoban.refusal import NotAllowed, NotFound, Stale
from tasks.conftest import COURT, POLICE


def say(room: Room, name: str, text: str = "", **rest: object) -> Remark:
    speaker = Speaker(room.seats[name].pk) if name in room.seats else Speaker(name=name)
    return add_remark(room.office.specialist, room.conference.pk, speaker=speaker, text=text, **rest)  # type: ignore[arg-type]


def order(room: Room) -> list[str]:
    return [one.text for one in minutes_of(room.office.specialist, room.conference.pk).remarks]


def test_a_delegate_speaks_by_name_title_and_body(room: Room) -> None:
    made = say(room, POLICE, "Báo cáo", item_id=room.items[2].pk)
    assert made.speaker == "Người Công an thị xã, Trưởng, Công an thị xã"
    assert (made.unit, made.delegate, made.item) == (room.office.units[POLICE], room.seats[POLICE], room.items[2])
    assert made.minutes.taken_by == room.office.specialist.name


def test_a_stand_in_speaks_by_their_own_name(room: Room) -> None:
    seat = room.seats[COURT]
    tick_delegate(room.office.specialist, seat.pk, version=1, tick=Tick("present", "Lê Thay"))
    assert say(room, COURT).speaker == "Lê Thay, Tòa án nhân dân thị xã"


def test_somebody_who_is_not_on_the_list_speaks_by_the_name_typed(room: Room) -> None:
    made = say(room, "  Ông  Khách ")
    assert (made.speaker, made.delegate) == ("Ông Khách", None)
    with pytest.raises(ConferenceRefusal) as refused:
        say(room, " ")
    assert refused.value.field == "speaker"


def test_words_are_saved_again_and_again(room: Room) -> None:
    made = say(room, POLICE)
    first = save_remark(room.office.specialist, made.pk, version=1, text="Một")
    second = save_remark(room.office.specialist, made.pk, version=first.version, text="Một hai\r\nba")
    assert (second.text, second.version) == ("Một hai\nba", 3)


def test_of_two_who_write_at_once_the_second_is_given_both(room: Room) -> None:
    made = say(room, POLICE)
    save_remark(room.office.specialist, made.pk, version=1, text="Của người thứ nhất")
    with pytest.raises(Stale) as refused:
        save_remark(room.office.specialist, made.pk, version=1, text="Của người thứ hai")
    current = refused.value.current
    assert isinstance(current, Remark)
    assert (current.text, current.version) == ("Của người thứ nhất", 2)


def test_sent_again_a_speaker_comes_once(room: Room) -> None:
    key = uuid4()
    assert say(room, POLICE, "A", key=key) == say(room, POLICE, "A", key=key)
    assert Remark.objects.count() == 1


def test_a_speaker_comes_earlier_or_later(room: Room) -> None:
    first, second, third = say(room, POLICE, "A"), say(room, COURT, "B"), say(room, "Khách", "C")
    moved = move_remark(room.office.specialist, third.pk, version=1, steps=-1)
    assert order(room) == ["A", "C", "B"]
    move_remark(room.office.specialist, third.pk, version=moved.version, steps=-9)
    assert order(room) == ["C", "A", "B"]
    move_remark(room.office.specialist, first.pk, version=1, steps=1)
    assert order(room) == ["C", "B", "A"]
    with pytest.raises(Stale):
        move_remark(room.office.specialist, first.pk, version=1, steps=1)
    assert fresh(second).version == 1, "moving one changes nothing that another writer holds"


def test_a_remark_is_taken_out_and_in_again(room: Room) -> None:
    made = say(room, POLICE, "A")
    close_remark(room.office.specialist, made.pk, version=1)
    assert order(room) == []
    with pytest.raises(NotFound):
        save_remark(room.office.specialist, made.pk, version=2, text="B")
    restore_remark(room.office.specialist, made.pk)
    assert order(room) == ["A"]


def test_the_chairs_concluding_words_are_kept(room: Room) -> None:
    minutes = begin_minutes(room.office.specialist, room.conference.pk)
    kept = save_concluding_words(room.office.specialist, room.conference.pk, version=minutes.version, text="Thống nhất")
    assert (kept.conclusion, kept.version) == ("Thống nhất", 2)
    with pytest.raises(Stale):
        save_concluding_words(room.office.specialist, room.conference.pk, version=1, text="Khác")


def test_who_may_take_minutes_and_when(room: Room, stranger: Office) -> None:
    made = say(room, POLICE)
    for actor in (room.office.leader, room.office.reporter, room.office.inspector):
        with pytest.raises(NotAllowed):
            save_remark(actor, made.pk, version=1, text="x")
        with pytest.raises(NotAllowed):
            add_remark(actor, room.conference.pk, speaker=Speaker(name="A"))
    with pytest.raises(NotFound):
        save_remark(stranger.specialist, made.pk, version=1, text="x")
    with pytest.raises(NotFound):
        add_remark(stranger.specialist, room.conference.pk, speaker=Speaker(name="A"))
    with pytest.raises(NotFound):
        add_remark(room.office.specialist, room.conference.pk, speaker=Speaker(987654))
    with pytest.raises(NotFound):
        say(room, POLICE, item_id=987654)
    set_state(room.office, room.conference, "invited")
    with pytest.raises(NotInThisState):
        say(room, POLICE)
    with pytest.raises(NotInThisState):
        save_remark(room.office.specialist, made.pk, version=1, text="x")
