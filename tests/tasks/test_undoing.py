"""Taking a decision back while nothing has happened since."""

from __future__ import annotations

from datetime import date

import pytest

from conftest import Office
from giaoban.refusal import NotAllowed, NotFound
from giaoban.tasks.actions import (
    accept_assignment,
    ask_extension,
    change_due,
    change_leads,
    confirm_assignment,
    decide_extension,
    edit_task,
    report_progress,
    return_report,
    undo_decision,
    withdraw_task,
)
from giaoban.tasks.models import Assignment, Entry
from giaoban.tasks.refusals import CannotUndo, ChangedSince
from tasks.conftest import COURT, fresh


def test_a_confirmation_is_taken_back(office: Office, reported: Assignment) -> None:
    entry = confirm_assignment(office.leader, reported.pk, version=reported.version)
    told = undo_decision(office.leader, entry.pk)
    part = fresh(reported)
    assert (part.state, part.closed_at, part.task.state, part.task.reports_waiting) == ("reported", None, "reported", 1)
    assert (told.kind, told.old) == ("undone", "confirmed")
    assert fresh(entry).undone_by == office.leader.name
    with pytest.raises(CannotUndo):
        undo_decision(office.leader, entry.pk)
    with pytest.raises(CannotUndo):
        undo_decision(office.leader, told.pk)


def test_an_extension_is_taken_back_to_asked(office: Office, accepted: Assignment) -> None:
    request = ask_extension(
        office.reporter, accepted.pk, version=accepted.version, wanted_on=date(2024, 5, 5), reason="x"
    )
    entry = decide_extension(office.leader, request.pk, version=1, granted_on=date(2024, 5, 5))
    undo_decision(office.specialist, entry.pk)
    again, part = fresh(request), fresh(accepted)
    assert (again.decision, again.granted_on, again.decided_at) == ("asked", None, None)
    assert (str(part.due_on), part.task.extensions_waiting) == ("2024-04-20", 1)


def test_a_change_of_lead_is_taken_back(office: Office, part: Assignment) -> None:
    task = part.task
    entry = change_leads(office.specialist, task.pk, version=1, unit_ids=[office.units[COURT].pk], reason="x")
    undo_decision(office.specialist, entry.pk)
    assert set(task.assignments.values_list("unit__name", "state")) == {
        (part.unit.name, "assigned"),
        (COURT, "withdrawn"),
    }


def test_withdrawal_due_and_title_are_taken_back(office: Office, accepted: Assignment) -> None:
    task = accepted.task
    entry = withdraw_task(office.specialist, task.pk, version=1, reason="x")
    undo_decision(office.specialist, entry.pk)
    assert (fresh(accepted).state, fresh(task).state) == ("accepted", "accepted")
    entry = change_due(office.specialist, task.pk, version=fresh(task).version, due_on=date(2024, 5, 5), reason="x")
    undo_decision(office.specialist, entry.pk)
    assert str(fresh(task).due_on) == "2024-04-20"
    entry = edit_task(office.specialist, task.pk, version=fresh(task).version, title="Tên khác")
    undo_decision(office.specialist, entry.pk)
    assert fresh(task).title == task.title


def test_a_unit_takes_its_own_back(office: Office, part: Assignment) -> None:
    entry = accept_assignment(office.reporter, part.pk, version=1)
    for actor, refusal in ((office.other_reporter, NotFound), (office.leader, NotAllowed)):
        with pytest.raises(refusal):
            undo_decision(actor, entry.pk)
    undo_decision(office.reporter, entry.pk)
    assert (fresh(part).state, fresh(part).accepted_at) == ("assigned", None)


def test_refuses_once_something_happened_since(office: Office, reported: Assignment) -> None:
    entry = return_report(office.leader, reported.pk, version=reported.version, reason="Thiếu")
    report_progress(office.reporter, reported.pk, version=fresh(reported).version, text="Đang bổ sung", percent=80)
    with pytest.raises(ChangedSince):
        undo_decision(office.leader, entry.pk)
    assert fresh(reported).state == "in_progress"


def test_refuses_to_open_a_request_beside_a_newer_one(office: Office, accepted: Assignment) -> None:
    request = ask_extension(
        office.reporter, accepted.pk, version=accepted.version, wanted_on=date(2024, 5, 5), reason="x"
    )
    entry = decide_extension(office.leader, request.pk, version=1, granted_on=None, answer="Không")
    ask_extension(office.reporter, accepted.pk, version=fresh(accepted).version, wanted_on=date(2024, 5, 9), reason="y")
    with pytest.raises(ChangedSince):
        undo_decision(office.leader, entry.pk)


def test_refuses_what_has_no_undoing_and_who_may_not(office: Office, stranger: Office, reported: Assignment) -> None:
    given = Entry.objects.get(kind="given")
    with pytest.raises(CannotUndo):
        undo_decision(office.specialist, given.pk)
    entry = confirm_assignment(office.leader, reported.pk, version=reported.version)
    for actor in (office.reporter, office.inspector, office.superior):
        with pytest.raises(NotAllowed):
            undo_decision(actor, entry.pk)
    with pytest.raises(NotFound):
        undo_decision(stranger.leader, entry.pk)
