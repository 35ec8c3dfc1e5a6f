"""A conclusion typed in the meeting is a directive of the draft at once."""

from __future__ import annotations

from uuid import uuid4

import pytest

from conferences.meeting_room import Room, fresh, set_state
from conftest import Office
from giaoban.audit.actions import action, record
from giaoban.conferences.actions import NotInThisState, SentOtherwise, note_conclusion, take_back_conclusion
from giaoban.conferences.models import Conclusion, DraftDirective
from giaoban.conferences.refusals import ConferenceRefusal
from giaoban.refusal import NotAllowed, NotFound


def test_it_is_the_last_directive_of_the_draft(room: Room) -> None:
    first = note_conclusion(room.office.leader, room.conference.pk, text=" Giao Công an thị xã … ", origin="item:3")
    second = note_conclusion(room.office.specialist, room.conference.pk, text="Giao Tòa án …")
    draft = Conclusion.objects.get(conference=room.conference)
    assert list(draft.directives.all()) == [first, second]
    assert (first.text, first.origin, second.origin) == ("Giao Công an thị xã …", "item:3", "title")


def test_sent_again_it_is_written_once(room: Room) -> None:
    key = uuid4()
    made = [note_conclusion(room.office.leader, room.conference.pk, text="Giao …", key=key) for _ in range(3)]
    assert len(set(made)) == 1
    assert DraftDirective.objects.count() == 1
    with pytest.raises(SentOtherwise):
        note_conclusion(room.office.leader, room.conference.pk, text="Giao khác", key=key)


def test_it_is_taken_back_while_nobody_has_worked_on_it(room: Room) -> None:
    made = note_conclusion(room.office.leader, room.conference.pk, text="Giao …")
    assert take_back_conclusion(room.office.leader, made.pk).is_closed
    with pytest.raises(ConferenceRefusal) as refused:
        take_back_conclusion(room.office.leader, made.pk)
    assert refused.value.code == "conferences.conclusion_changed"
    assert fresh(made).text == "Giao …"


def test_what_is_refused(room: Room, stranger: Office) -> None:
    for text, origin, code in (("  ", "title", "conclusion_empty"), ("Giao", "task:x", "unknown_slide")):
        with pytest.raises(ConferenceRefusal) as refused:
            note_conclusion(room.office.leader, room.conference.pk, text=text, origin=origin)
        assert refused.value.code == f"conferences.{code}"
    with pytest.raises(NotAllowed):
        note_conclusion(room.office.reporter, room.conference.pk, text="Giao")
    with pytest.raises(NotFound):
        note_conclusion(stranger.leader, room.conference.pk, text="Giao")
    made = note_conclusion(room.office.leader, room.conference.pk, text="Giao")
    with pytest.raises(NotFound):
        take_back_conclusion(stranger.leader, made.pk)


def test_a_draft_that_was_submitted_takes_no_more(room: Room) -> None:
    made = note_conclusion(room.office.leader, room.conference.pk, text="Giao")
    _submit(room.office, made.conclusion)
    with pytest.raises(ConferenceRefusal) as refused:
        note_conclusion(room.office.leader, room.conference.pk, text="Giao thêm")
    assert refused.value.code == "conferences.draft_submitted"
    set_state(room.office, room.conference, "concluded")
    with pytest.raises(NotInThisState):
        note_conclusion(room.office.leader, room.conference.pk, text="Giao thêm")


@action
def _submit(office: Office, draft: Conclusion) -> None:
    Conclusion.objects.filter(pk=draft.pk).update(state="submitted")
    record(office.specialist, "tests.draft.submitted")
