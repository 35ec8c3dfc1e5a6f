"""The order of the slides: nothing twice, nothing lost, numbers that lead where they say."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conferences.meeting_room import Room
from conftest import Office
from giaoban.audit.actions import action, record
from giaoban.conferences.actions import Opinion, decide_at_conference
from giaoban.conferences.models import AgendaItem, Conference
from giaoban.conferences.queries import deck_of, places_of, slide_of
from giaoban.conferences.slides import beside, numbered, order, place_named, standing_at
from giaoban.tasks.actions import assign_tasks, withdraw_task
from tasks.conftest import POLICE, Reviewed, Said, make_document

IDS = st.lists(st.integers(1, 30), max_size=12)


@given(IDS, IDS, IDS)
def test_each_comes_once_and_is_numbered_without_a_gap(last: list[int], earlier: list[int], items: list[int]) -> None:
    places = order(last, earlier, items)
    assert [one.number for one in places] == list(range(len(places)))
    names = [one.name for one in places]
    assert len(set(names)) == len(names)
    assert {one.id for one in places if one.kind == "task"} == {*last, *earlier}
    assert {one.id for one in places if one.kind == "item"} == set(items)
    assert [one.kind for one in places] == sorted((one.kind for one in places), key=["title", "task", "item"].index)
    for one in places:
        assert numbered(places, one.number) == one
        assert place_named(places, one.name) == one
        assert one.is_earlier == (one.kind == "task" and one.id not in last)
    assert numbered(places, len(places)) is None


@given(IDS, IDS, IDS, st.lists(st.integers(-3, 3), max_size=20))
def test_steps_stay_inside_and_go_back_where_they_came_from(
    last: list[int], earlier: list[int], items: list[int], steps: list[int]
) -> None:
    places = order(last, earlier, items)
    here, place = "title", 0
    for step in steps:
        here = beside(places, here, step).name
        place = max(0, min(len(places) - 1, place + step))
        assert places[place].name == here
    for one in places[1:-1]:
        assert beside(places, beside(places, one.name, 1).name, -1) == one


def test_a_slide_that_is_gone_is_answered_by_the_title() -> None:
    places = order([1], [], [])
    assert standing_at(places, "task:99").name == "title"
    assert beside(places, "task:99", 1).name == "task:1"


def names(conference: Conference) -> list[str]:
    return [one.name for one in places_of(conference)]


def test_directives_come_in_the_order_of_the_words_then_the_programme_without_its_answers(room: Room) -> None:
    wanted = [f"task:{one.pk}" for one in room.tasks] + [f"item:{room.items[0].pk}", f"item:{room.items[2].pk}"]
    assert names(room.conference) == ["title", *wanted]


@pytest.mark.parametrize("kind", ["done", "carried_on", "given_again", "dropped"])
def test_a_decision_changes_no_place(room: Room, kind: str) -> None:
    before, task = names(room.conference), room.tasks[0]
    task.refresh_from_db()
    opinion = Opinion(kind, "Theo ý kiến hội nghị")
    decide_at_conference(room.office.leader, room.conference.pk, task.pk, version=task.version, opinion=opinion)
    assert names(room.conference) == before


def test_what_earlier_conclusions_left_open_comes_after_the_last_ones(room: Room, office: Office) -> None:
    older = _older(office, room)
    assert names(room.conference)[1:5] == [*(f"task:{one.pk}" for one in room.tasks), f"task:{older[0].pk}"]
    assert [one.is_earlier for one in places_of(room.conference)[1:5]] == [False, False, False, True]
    withdraw_task(office.specialist, older[0].pk, version=None, reason="Không còn cần")
    assert f"task:{older[0].pk}" in names(room.conference), "closed on the day itself: it stays where it was"


@action
def _older(office: Office, room: Room) -> list:  # type: ignore[type-arg]
    document = make_document(office, Reviewed(said=(Said("Việc cũ", (POLICE,)),), ahead="2024-Q1"))
    tasks = assign_tasks(office.specialist, document.pk, version=document.version)
    Conference.objects.create(
        committee=office.committee,
        kind="quarterly",
        title="Giao ban quý IV",
        reviewed="2023-Q4",
        held_on="2023-12-27",
        state="closed",
        conclusion=document,
    )
    record(office.specialist, "tests.room.made")
    return tasks


def test_a_deck_tells_words_leads_answers_and_evidence(room: Room) -> None:
    deck = deck_of(room.conference)
    first, second = deck.tasks[:2]
    assert (first.task and first.task.quote, [one.unit.name for one in first.leads]) == (
        "Tăng cường bảo đảm an ninh trật tự",
        [POLICE],
    )
    answer = first.answers[0]
    assert (answer.unit, answer.text, answer.percent, answer.is_done) == (POLICE, "Đã mở 3 đợt cao điểm", 100, True)
    assert answer.evidence == ("bien-ban.txt",)
    assert [one.unit.name for one in second.silent] == ["Tòa án nhân dân thị xã"]
    assert (deck.decided, len(deck.slides)) == (0, 6)
    alone, count = slide_of(room.conference, first.name)
    assert (alone, count) == (first, 5)


def test_a_deck_takes_a_fixed_number_of_queries(room: Room, django_assert_num_queries: Any) -> None:
    with django_assert_num_queries(9):
        deck_of(room.conference)


def test_an_item_taken_off_the_programme_has_no_slide(room: Room, office: Office) -> None:
    _take_off(office, room.items[2])
    assert f"item:{room.items[2].pk}" not in names(room.conference)
    assert slide_of(room.conference, f"item:{room.items[2].pk}")[0].name == "title"


@action
def _take_off(office: Office, item: AgendaItem) -> None:
    AgendaItem.objects.filter(pk=item.pk).update(is_closed=True)
    record(office.specialist, "tests.room.moved")
