"""Reminding the units that owe something."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from conftest import Office
from giaoban.refusal import NotAllowed, NotFound
from giaoban.tasks.actions import confirm_assignment, remind_task, undo_decision
from giaoban.tasks.models import Assignment, Task
from giaoban.tasks.refusals import CannotUndo, NothingOwed, TaskClosed
from tasks.conftest import POLICE, Said


def test_it_names_who_was_reminded(office: Office, give: Callable[..., list[Task]]) -> None:
    entry = remind_task(office.specialist, give(Said())[0].pk, text="Gửi trước thứ Sáu")
    assert (entry.kind, entry.new, entry.text) == ("reminded", POLICE, "Gửi trước thứ Sáu")
    with pytest.raises(CannotUndo):
        undo_decision(office.specialist, entry.pk)


def test_refuses_where_nothing_is_owed(office: Office, reported: Assignment) -> None:
    with pytest.raises(NothingOwed):
        remind_task(office.specialist, reported.task_id)
    confirm_assignment(office.specialist, reported.pk, version=reported.version)
    with pytest.raises(TaskClosed):
        remind_task(office.specialist, reported.task_id)


def test_refuses_others(office: Office, stranger: Office, part: Assignment) -> None:
    for actor in (office.leader, office.reporter, office.inspector):
        with pytest.raises(NotAllowed):
            remind_task(actor, part.task_id)
    with pytest.raises(NotFound):
        remind_task(stranger.specialist, part.task_id)
