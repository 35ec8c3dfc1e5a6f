"""Steering the projector, and its own addresses."""

from __future__ import annotations

from datetime import timedelta

import pytest

from conferences.meeting_room import MEETING_DAY, Room, set_state
from conftest import Office
from giaoban.audit import clock
from giaoban.conferences.actions import (
    NotInThisState,
    Opinion,
    close_projectors,
    decide_at_conference,
    open_projector,
    show_slide,
    undo_at_conference,
)
from giaoban.conferences.models import ProjectorLink
from giaoban.conferences.queries import open_links, screen_of, shown_by, standing
from giaoban.conferences.refusals import ConferenceRefusal
from giaoban.refusal import NotAllowed, NotFound
from giaoban.tasks.actions import accept_assignment, report_progress
from giaoban.tasks.models import Assignment


def test_a_step_is_followed_by_every_projector(room: Room) -> None:
    office, pk = room.office, room.conference.pk
    _, first = open_projector(office.leader, pk)
    _, second = open_projector(office.specialist, pk)
    assert screen_of(shown_by(first)).slide.name == "title"
    before = shown_by(first).mark
    show_slide(office.specialist, pk, slide=f"task:{room.tasks[1].pk}")
    assert shown_by(first).mark == shown_by(second).mark != before
    screen = screen_of(shown_by(second))
    assert (screen.slide.name, screen.slide.place.number, screen.count) == (f"task:{room.tasks[1].pk}", 2, 5)
    show_slide(office.leader, pk, slide=f"task:{room.tasks[1].pk}", is_blank=True)
    assert screen_of(shown_by(first)).is_blank
    assert standing(room.conference) == (f"task:{room.tasks[1].pk}", True, 3)


def test_news_is_told_of_a_decision_its_undo_and_what_the_unit_says(room: Room) -> None:
    office, pk, task = room.office, room.conference.pk, room.tasks[1]
    _, secret = open_projector(office.specialist, pk)
    show_slide(office.specialist, pk, slide=f"task:{task.pk}")
    marks = [shown_by(secret).mark]
    part = Assignment.objects.get(task=task)
    accept_assignment(office.other_reporter, part.pk, version=part.version)
    part.refresh_from_db()
    report_progress(office.other_reporter, part.pk, version=part.version, text="3 phiên", percent=50)
    marks.append(shown_by(secret).mark)
    task.refresh_from_db()
    decision = decide_at_conference(office.leader, pk, task.pk, version=task.version, opinion=Opinion("done"))
    marks.append(shown_by(secret).mark)
    undo_at_conference(office.leader, decision.pk)
    marks.append(shown_by(secret).mark)
    assert len(set(marks)) == len(marks)


def test_asking_for_news_takes_one_query(room: Room, django_assert_num_queries: object) -> None:
    _, secret = open_projector(room.office.leader, room.conference.pk)
    with django_assert_num_queries(1):  # type: ignore[operator]
        shown_by(secret)


def test_the_secret_is_kept_nowhere(room: Room) -> None:
    link, secret = open_projector(room.office.leader, room.conference.pk)
    assert len(secret) == 32
    assert secret not in str(ProjectorLink.objects.filter(pk=link.pk).values().get())


def test_an_address_lasts_a_day_or_until_it_is_called_back(room: Room) -> None:
    _, secret = open_projector(room.office.leader, room.conference.pk)
    with clock.set_to(MEETING_DAY, (clock.now() + timedelta(hours=5)).time()):
        assert shown_by(secret).language == "vi"
    with clock.set_to(MEETING_DAY + timedelta(days=1), clock.now().time()), pytest.raises(NotFound):
        shown_by(secret)
    assert len(open_links(room.office.leader, room.conference)) == 1
    assert close_projectors(room.office.specialist, room.conference.pk) == 1
    with pytest.raises(NotFound):
        shown_by(secret)
    assert open_links(room.office.leader, room.conference) == []


def test_an_address_of_a_conference_that_is_closed_shows_nothing(room: Room) -> None:
    _, secret = open_projector(room.office.leader, room.conference.pk)
    set_state(room.office, room.conference, "closed")
    for one in (secret, "x" * 32, ""):
        with pytest.raises(NotFound):
            shown_by(one)
    with pytest.raises(NotInThisState):
        show_slide(room.office.leader, room.conference.pk, slide="title")


def test_a_slide_that_is_not_there_is_refused(room: Room) -> None:
    for name in ("task:987654", "item:1'--", ""):
        with pytest.raises(ConferenceRefusal) as refused:
            show_slide(room.office.leader, room.conference.pk, slide=name)
        assert refused.value.code == "conferences.unknown_slide"


def test_who_may_steer(room: Room, stranger: Office) -> None:
    office, pk = room.office, room.conference.pk
    for actor in (office.reporter, office.inspector, office.superior, office.administrator):
        with pytest.raises(NotAllowed):
            show_slide(actor, pk, slide="title")
        with pytest.raises(NotAllowed):
            open_projector(actor, pk)
    for act in (close_projectors, open_projector):
        with pytest.raises(NotFound):
            act(stranger.specialist, pk)
