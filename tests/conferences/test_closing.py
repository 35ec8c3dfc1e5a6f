"""Closing a conference: only once every directive of the last conclusion is answered, and who owes an answer."""

from __future__ import annotations

from datetime import timedelta

import pytest

from conferences.meeting_room import Room, fresh, set_state
from conftest import Office
from giaoban.audit import clock
from giaoban.conferences.actions import close_conference, reopen_conference
from giaoban.conferences.queries import answers_for, unanswered
from giaoban.refusal import NotAllowed, Refusal
from giaoban.tasks.actions import accept_assignment, report_progress, return_report, withdraw_task
from giaoban.tasks.models import Assignment
from tasks.conftest import COURT, MILITARY, POLICE


def test_the_answers_are_in_the_order_of_the_conclusion_and_name_who_owes_one(room: Room, office: Office) -> None:
    rows = answers_for(office.specialist, room.conference)
    assert [(row.leads[0].unit.name, row.is_answered) for row in rows] == [
        (POLICE, True), (COURT, False), (MILITARY, False),
    ]  # fmt: skip
    assert rows[0].answers[0].text == "Đã mở 3 đợt cao điểm"
    assert rows[0].answers[0].evidence == ("bien-ban.txt",)


def test_a_reporter_sees_only_the_answers_to_the_own_units_directives(room: Room, office: Office) -> None:
    assert [row.leads[0].unit.name for row in answers_for(office.other_reporter, room.conference)] == [COURT]


def test_a_conference_is_not_closed_while_an_answer_is_missing(room: Room, office: Office) -> None:
    set_state(office, room.conference, "concluded")
    with pytest.raises(Refusal, match=f"Còn 2 chỉ đạo .*{MILITARY}, {COURT}"):
        close_conference(office.specialist, room.conference.pk, version=fresh(room.conference).version)


def test_once_all_is_answered_or_ended_it_is_closed_and_can_be_opened_again(room: Room, office: Office) -> None:
    set_state(office, room.conference, "concluded")
    part = Assignment.objects.get(task=room.tasks[1], unit=office.units[COURT])
    accept_assignment(office.other_reporter, part.pk, version=part.version)
    report_progress(
        office.other_reporter, part.pk, version=fresh(part).version, text="Đã mở 2 phiên lưu động", percent=50
    )
    withdraw_task(office.specialist, room.tasks[2].pk, version=fresh(room.tasks[2]).version, reason="Không còn cần")
    assert unanswered(room.conference) == []
    closed = close_conference(office.specialist, room.conference.pk, version=fresh(room.conference).version)
    assert (closed.state, closed.closed_by) == ("closed", office.specialist.name)
    assert reopen_conference(office.specialist, room.conference.pk, version=closed.version).state == "concluded"


def test_what_is_said_after_it_was_closed_is_no_answer_to_it(room: Room, office: Office) -> None:
    set_state(office, room.conference, "concluded")
    for task in room.tasks[1:]:
        withdraw_task(office.specialist, task.pk, version=fresh(task).version, reason="Không còn cần")
    closed = close_conference(office.specialist, room.conference.pk, version=fresh(room.conference).version)
    part = Assignment.objects.get(task=room.tasks[0], unit=office.units[POLICE])
    with clock.set_to(clock.today() + timedelta(days=1)):
        return_report(office.specialist, part.pk, version=part.version, reason="Thiếu số liệu")
        version = fresh(part).version
        report_progress(office.reporter, part.pk, version=version, text="Đã mở 5 đợt cao điểm", percent=90)
    [answer] = answers_for(office.specialist, closed)[0].answers
    assert answer.text == "Đã mở 3 đợt cao điểm"
    again = reopen_conference(office.specialist, closed.pk, version=closed.version)
    [answer] = answers_for(office.specialist, again)[0].answers
    assert (answer.text, answer.percent) == ("Đã mở 5 đợt cao điểm", 90)


def test_what_was_said_before_counts_though_the_clock_was_set_back(room: Room, office: Office) -> None:
    set_state(office, room.conference, "concluded")
    for task in room.tasks[1:]:
        withdraw_task(office.specialist, task.pk, version=fresh(task).version, reason="Không còn cần")
    with clock.set_to(clock.today() - timedelta(days=40)):
        closed = close_conference(office.specialist, room.conference.pk, version=fresh(room.conference).version)
    [answer] = answers_for(office.specialist, closed)[0].answers
    assert answer.text == "Đã mở 3 đợt cao điểm"
    assert unanswered(closed) == []


def test_a_conference_without_conclusion_and_who_may_not_are_refused(room: Room, office: Office) -> None:
    with pytest.raises(Refusal, match="Chỉ kết thúc được hội nghị đã có kết luận"):
        close_conference(office.specialist, room.conference.pk, version=room.conference.version)
    with pytest.raises(NotAllowed):
        close_conference(office.reporter, room.conference.pk, version=room.conference.version)
