"""Confirming, returning and opening again what a unit reported."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from conftest import Office
from giaoban.refusal import NotAllowed, NotFound, Stale
from giaoban.tasks.actions import accept_assignment, confirm_assignment, reopen_assignment, report_done, return_report
from giaoban.tasks.models import Assignment, Task
from giaoban.tasks.refusals import TaskClosed, WordsMissing, WrongState
from tasks.conftest import COURT, POLICE, TODAY, Said, fresh


def test_confirmed_closes_the_task(office: Office, reported: Assignment) -> None:
    entry = confirm_assignment(office.leader, reported.pk, version=reported.version, note="Tốt")
    part = fresh(reported)
    assert (part.state, part.task.state, part.task.closed_on) == ("confirmed", "confirmed", TODAY)
    assert (part.task.reports_waiting, entry.text, entry.by_unit) == (0, "Tốt", office.committee.office_name)


def test_a_task_of_two_leads_waits_for_both(office: Office, give: Callable[..., list[Task]]) -> None:
    task = give(Said(lead=(POLICE, COURT)))[0]
    first = task.assignments.get(unit=office.units[POLICE])
    accept_assignment(office.reporter, first.pk, version=1)
    report_done(office.reporter, first.pk, version=2, text="Xong")
    assert (fresh(task).state, fresh(task).reports_waiting) == ("assigned", 1)
    confirm_assignment(office.specialist, first.pk, version=3)
    assert fresh(task).state == "assigned"


def test_supports_of_a_closed_task_owe_nothing_more(office: Office, give: Callable[..., list[Task]]) -> None:
    task = give(Said(lead=(POLICE,), support=(COURT,)))[0]
    lead = task.assignments.get(role="lead")
    accept_assignment(office.reporter, lead.pk, version=1)
    report_done(office.reporter, lead.pk, version=2, text="Xong")
    confirm_assignment(office.specialist, lead.pk, version=3)
    support = task.assignments.get(role="support")
    with pytest.raises(TaskClosed):
        accept_assignment(office.other_reporter, support.pk, version=support.version)


def test_returned_is_owed_again(office: Office, reported: Assignment) -> None:
    with pytest.raises(WordsMissing):
        return_report(office.leader, reported.pk, version=reported.version, reason="")
    return_report(office.leader, reported.pk, version=reported.version, reason="Thiếu danh sách")
    part = fresh(reported)
    assert (part.state, part.task.state, part.task.reports_waiting) == ("returned", "returned", 0)
    report_done(office.reporter, part.pk, version=part.version, text="Đã bổ sung")
    assert fresh(part).state == "reported"


def test_opened_again_later(office: Office, reported: Assignment) -> None:
    confirm_assignment(office.leader, reported.pk, version=reported.version)
    with pytest.raises(WordsMissing):
        reopen_assignment(office.leader, reported.pk, version=4, reason="")
    reopen_assignment(office.leader, reported.pk, version=4, reason="Kiểm tra thấy chưa xong")
    part = fresh(reported)
    assert (part.state, part.closed_at, part.task.closed_on) == ("returned", None, None)


def test_refuses_what_was_not_reported(office: Office, accepted: Assignment) -> None:
    with pytest.raises(WrongState):
        confirm_assignment(office.leader, accepted.pk, version=accepted.version)
    with pytest.raises(WrongState):
        return_report(office.leader, accepted.pk, version=accepted.version, reason="x")
    with pytest.raises(WrongState):
        reopen_assignment(office.leader, accepted.pk, version=accepted.version, reason="x")


@pytest.mark.parametrize("verb", [confirm_assignment, return_report, reopen_assignment])
def test_refuses_who_may_not_decide(
    office: Office, stranger: Office, reported: Assignment, verb: Callable[..., object]
) -> None:
    words = {} if verb is confirm_assignment else {"reason": "x"}
    for actor in (office.reporter, office.inspector, office.superior, office.administrator):
        with pytest.raises(NotAllowed):
            verb(actor, reported.pk, version=reported.version, **words)
    with pytest.raises(NotFound):
        verb(stranger.leader, reported.pk, version=reported.version, **words)
    with pytest.raises(Stale):
        verb(office.leader, reported.pk, version=1, **words)
