"""The office's verbs for many tasks at once."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from conftest import Office
from giaoban.refusal import NotAllowed, NotFound
from giaoban.tasks.actions import (
    accept_assignment,
    add_supports,
    change_dues,
    confirm_reports,
    preview_bulk,
    remind_tasks,
    report_done,
    undo_batch,
    withdraw_task,
    withdraw_tasks,
)
from giaoban.tasks.actions import bulk as bulk_actions
from giaoban.tasks.models import Entry, Task
from giaoban.tasks.refusals import NothingChosen, TooMany, WordsMissing
from tasks.conftest import COURT, POLICE, Said, fresh

DAY = date(2024, 5, 31)


@pytest.fixture
def tasks(office: Office, give: Callable[..., list[Task]]) -> list[Task]:
    """Three tasks: open, reported, withdrawn."""
    opened, reported, closed = give(Said("Việc một"), Said("Việc hai"), Said("Việc ba"))
    part = reported.assignments.get()
    accept_assignment(office.reporter, part.pk, version=1)
    report_done(office.reporter, part.pk, version=2, text="Xong")
    withdraw_task(office.specialist, closed.pk, version=1, reason="Nhầm")
    return [opened, reported, closed]


def ids(tasks: list[Task]) -> list[int]:
    return [task.pk for task in tasks]


@pytest.mark.parametrize(
    ("verb", "changed", "refused"),
    [
        ("remind", [0], {1: "tasks.nothing_owed", 2: "tasks.closed"}),
        ("confirm", [1], {0: "tasks.nothing_reported", 2: "tasks.closed"}),
        ("change_due", [0, 1], {2: "tasks.closed"}),
        ("withdraw", [0, 1], {2: "tasks.closed"}),
    ],
)
def test_preview_tells_what_the_action_then_does(
    office: Office, tasks: list[Task], verb: str, changed: list[int], refused: dict[int, str]
) -> None:
    before = Entry.objects.count()
    preview = preview_bulk(office.specialist, verb, ids(tasks))
    assert Entry.objects.count() == before
    doing: dict[str, Callable[[], bulk_actions.BulkResult]] = {
        "remind": lambda: remind_tasks(office.specialist, ids(tasks)),
        "confirm": lambda: confirm_reports(office.specialist, ids(tasks)),
        "change_due": lambda: change_dues(office.specialist, ids(tasks), due_on=DAY, reason="x"),
        "withdraw": lambda: withdraw_tasks(office.specialist, ids(tasks), reason="x"),
    }
    for result in (preview, doing[verb]()):
        assert {one.pk for one in result.changed} == {tasks[place].pk for place in changed}
        assert {one.task.pk: one.refusal.code for one in result.refused} == {
            tasks[place].pk: code for place, code in refused.items()
        }


def test_one_undo_takes_all_back(office: Office, tasks: list[Task]) -> None:
    result = change_dues(office.specialist, ids(tasks), due_on=DAY, reason="Hội nghị lùi")
    assert [fresh(task).due_on for task in tasks[:2]] == [DAY, DAY]
    assert result.batch is not None
    undo_batch(office.specialist, result.batch)
    assert [str(fresh(task).due_on) for task in tasks[:2]] == ["2024-04-20", "2024-04-20"]
    with pytest.raises(NotFound):
        undo_batch(office.specialist, result.batch)


def test_a_support_is_added_where_it_has_no_part(office: Office, tasks: list[Task]) -> None:
    result = add_supports(office.specialist, ids(tasks[:2]), unit_id=office.units[COURT].pk, reason="Cần phối hợp")
    assert len(result.changed) == 2
    again = add_supports(office.specialist, ids(tasks[:2]), unit_id=office.units[COURT].pk, reason="x")
    assert [one.refusal.code for one in again.refused] == ["tasks.units_unchanged"] * 2
    leads = add_supports(office.specialist, ids(tasks[:1]), unit_id=office.units[POLICE].pk, reason="x")
    assert [one.refusal.code for one in leads.refused] == ["tasks.lead_is_support"]
    assert leads.batch is None


def test_refuses_nothing_chosen_too_many_and_foreign_ones(
    office: Office, stranger: Office, tasks: list[Task], monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(NothingChosen):
        remind_tasks(office.specialist, [])
    with pytest.raises(NotFound):
        remind_tasks(stranger.specialist, ids(tasks))
    with pytest.raises(NotFound):
        preview_bulk(stranger.specialist, "remind", ids(tasks))
    with pytest.raises(NotFound):
        add_supports(office.specialist, ids(tasks), unit_id=stranger.units[COURT].pk, reason="x")
    with pytest.raises(WordsMissing):
        withdraw_tasks(office.specialist, ids(tasks), reason=" ")
    monkeypatch.setattr(bulk_actions, "BULK_LIMIT", 2)
    with pytest.raises(TooMany):
        remind_tasks(office.specialist, ids(tasks))


def test_refuses_who_may_not(office: Office, tasks: list[Task]) -> None:
    for actor in (office.leader, office.reporter, office.inspector):
        with pytest.raises(NotAllowed):
            remind_tasks(actor, ids(tasks))
    with pytest.raises(NotAllowed):
        confirm_reports(office.reporter, ids(tasks))
