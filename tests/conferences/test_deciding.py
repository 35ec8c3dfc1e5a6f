"""The chair's decisions: each kind, once and only once, undone, refused."""

from __future__ import annotations

from datetime import date, time
from uuid import uuid4

import pytest

from conferences.meeting_room import MEETING_DAY, Room, fresh, set_state
from conftest import Office
from giaoban.audit import clock
from giaoban.conferences.actions import (
    AlreadyDecided,
    NotInThisState,
    Opinion,
    SentOtherwise,
    decide_at_conference,
    undo_at_conference,
)
from giaoban.conferences.models import Decision, Receipt
from giaoban.conferences.queries import deck_of
from giaoban.conferences.refusals import ConferenceRefusal
from giaoban.refusal import NotAllowed, NotFound, Refusal, Stale
from giaoban.tasks.actions import confirm_assignment, edit_task, undo_decision
from giaoban.tasks.models import Assignment, Entry, Task


def decide(room: Room, place: int, kind: str, words: str = "", **rest: object) -> Decision:
    task = fresh(room.tasks[place])
    opinion = Opinion(kind, words, rest.pop("due_on", None))  # type: ignore[arg-type]
    return decide_at_conference(
        room.office.leader,
        room.conference.pk,
        task.pk,
        version=task.version,
        opinion=opinion,
        **rest,  # type: ignore[arg-type]
    )


def test_done_is_so_in_the_task_and_on_the_slide(room: Room) -> None:
    decision = decide(room, 0, "done", "Làm tốt")
    task = fresh(room.tasks[0])
    assert (task.state, decision.by, decision.stands) == ("confirmed", room.office.leader.name, True)
    assert decision.entry == Entry.objects.filter(task=task).first()
    assert decision.entry.by_unit == room.conference.title
    deck = deck_of(room.conference)
    assert (deck.decided, deck.tasks[0].decision) == (1, decision)


def test_done_of_a_task_that_was_confirmed_before_is_noted_and_undone(room: Room) -> None:
    part = Assignment.objects.get(task=room.tasks[0])
    confirm_assignment(room.office.specialist, part.pk, version=part.version)
    decision = decide(room, 0, "done", "Đã xong từ trước")
    assert (decision.entry, decision.stands) == (None, True)
    assert deck_of(room.conference).decided == 1
    assert not undo_at_conference(room.office.leader, decision.pk).stands
    assert fresh(room.tasks[0]).state == "confirmed"
    with pytest.raises(Stale):
        decide_at_conference(
            room.office.leader, room.conference.pk, room.tasks[0].pk, version=99, opinion=Opinion("done")
        )


def test_a_task_that_goes_on_has_a_new_due_of_its_own_or_the_period_ahead(room: Room) -> None:
    assert decide(room, 0, "carried_on", due_on=date(2024, 7, 15)).due_on == date(2024, 7, 15)
    assert decide(room, 1, "carried_on").due_on == date(2024, 9, 30)
    assert [fresh(one).due_on for one in room.tasks[:2]] == [date(2024, 7, 15), date(2024, 9, 30)]


def test_given_again_keeps_old_and_new(room: Room) -> None:
    decision = decide(room, 1, "given_again", "Giao lại, có chỉ tiêu")
    assert decision.task == room.tasks[1]
    assert decision.new_task is not None
    assert decision.new_task.follows == room.tasks[1]
    assert decision.new_task.due_on == decision.due_on == date(2024, 9, 30)


def test_dropped_wants_words(room: Room) -> None:
    with pytest.raises(Refusal) as refused:
        decide(room, 2, "dropped")
    assert refused.value.code == "tasks.words_missing"
    assert not Decision.objects.exists()
    decide(room, 2, "dropped", "Không còn phù hợp")
    assert fresh(room.tasks[2]).state == "withdrawn"


@pytest.mark.parametrize("kind", ["done", "carried_on", "given_again", "dropped"])
def test_a_decision_is_undone_and_made_again(room: Room, kind: str) -> None:
    before = fresh(room.tasks[1])
    decision = decide(room, 1, kind, "x")
    undone = undo_at_conference(room.office.specialist, decision.pk)
    assert (undone.stands, undone.undone_by) == (False, room.office.specialist.name)
    after = fresh(room.tasks[1])
    assert (after.state, after.due_on) == (before.state, before.due_on)
    assert deck_of(room.conference).decided == 0
    with pytest.raises(ConferenceRefusal) as refused:
        undo_at_conference(room.office.specialist, decision.pk)
    assert refused.value.code == "conferences.decision_undone"
    assert decide(room, 1, "done").stands


def test_a_decision_is_undone_also_where_the_clock_was_set_back(room: Room) -> None:
    with clock.set_to(MEETING_DAY, time(17, 0)):
        edit_task(room.office.specialist, room.tasks[1].pk, version=room.tasks[1].version, title="Tên khác")
    decision = decide(room, 1, "done")
    assert decision.entry is not None
    assert decision.entry.kind == "decided_done"
    assert not undo_at_conference(room.office.leader, decision.pk).stands


def test_undone_on_the_tasks_own_page_it_is_so_here(room: Room) -> None:
    decision = decide(room, 0, "done")
    assert decision.entry is not None
    undo_decision(room.office.specialist, decision.entry.pk)
    assert deck_of(room.conference).decided == 0
    again = decide(room, 0, "carried_on", due_on=date(2024, 8, 1))
    assert Decision.objects.filter(undone_at=None).get() == again


def test_sent_again_it_is_answered_and_not_done_twice(room: Room) -> None:
    key, task = uuid4(), fresh(room.tasks[1])
    first = decide(room, 1, "given_again", "Giao lại", key=key)
    again = decide_at_conference(
        room.office.leader,
        room.conference.pk,
        task.pk,
        version=task.version,
        opinion=Opinion("given_again", "Giao lại"),
        key=key,
    )
    assert again == first
    assert (Task.objects.count(), Decision.objects.count(), Receipt.objects.count()) == (4, 1, 1)
    with pytest.raises(SentOtherwise):
        decide(room, 1, "done", "Giao lại", key=key)


def test_sent_again_after_its_undo_it_stays_undone(room: Room) -> None:
    key = uuid4()
    undo_at_conference(room.office.leader, decide(room, 0, "done", key=key).pk)
    assert not decide(room, 0, "done", key=key).stands
    assert fresh(room.tasks[0]).state == "reported"


def test_a_decision_on_a_task_that_has_one_is_refused(room: Room) -> None:
    first = decide(room, 0, "done")
    with pytest.raises(AlreadyDecided) as refused:
        decide(room, 0, "dropped", "x")
    assert refused.value.decision == first


def test_a_decision_on_an_older_version_is_refused_and_nothing_is_kept(room: Room) -> None:
    task = fresh(room.tasks[1])
    edit_task(room.office.specialist, task.pk, version=task.version, title="Tên khác")
    with pytest.raises(Stale):
        decide_at_conference(
            room.office.leader, room.conference.pk, task.pk, version=task.version, opinion=Opinion("done")
        )
    assert not Decision.objects.exists()


def test_what_this_meeting_does_not_decide(room: Room, stranger: Office) -> None:
    task = fresh(room.tasks[0])
    with pytest.raises(ConferenceRefusal) as refused:
        decide(room, 0, "postponed")
    assert refused.value.code == "conferences.unknown_decision"
    for task_id in (task.pk, 987654):
        with pytest.raises(NotFound):
            decide_at_conference(stranger.leader, room.conference.pk, task_id, version=1, opinion=Opinion("done"))
    with pytest.raises(NotFound):
        decide_at_conference(room.office.leader, room.conference.pk, 987654, version=1, opinion=Opinion("done"))
    for actor in (room.office.reporter, room.office.inspector, room.office.administrator):
        with pytest.raises(NotAllowed):
            decide_at_conference(actor, room.conference.pk, task.pk, version=1, opinion=Opinion("done"))
    made = decide(room, 0, "done")
    with pytest.raises(NotFound):
        undo_at_conference(stranger.leader, made.pk)
    for state in ("planned", "invited", "closed", "cancelled"):
        set_state(room.office, room.conference, state)
        with pytest.raises(NotInThisState):
            decide(room, 1, "done")


def test_carried_on_with_the_due_that_stands_can_be_taken_back(room: Room, office: Office) -> None:
    task = room.tasks[1]
    opinion = Opinion("carried_on", "Tiếp tục", task.due_on)
    made = decide_at_conference(office.leader, room.conference.pk, task.pk, version=task.version, opinion=opinion)
    assert undo_at_conference(office.leader, made.pk).undone_at is not None
