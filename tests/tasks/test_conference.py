"""What of the tasks a conference must look at."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from conftest import Office
from giaoban.tasks.actions import decide_task
from giaoban.tasks.models import Task
from giaoban.tasks.queries import tasks_by_conference
from tasks.conftest import Said

END = date(2024, 6, 30)


def test_a_task_by_the_period_waits_for_the_conference_until_it_is_decided(
    office: Office, stranger: Office, give: Callable[..., list[Task]]
) -> None:
    task, _dated = give(Said(due_on=None), Said(title="Có hạn"))
    assert list(tasks_by_conference(office.specialist, END)) == [task]
    assert not tasks_by_conference(office.specialist, date(2024, 6, 29))
    assert not tasks_by_conference(stranger.specialist, END)
    decide_task(office.leader, task.pk, version=None, decision="carried_on", words="", ahead="2024-Q3")
    assert not tasks_by_conference(office.specialist, END)
    assert list(tasks_by_conference(office.specialist, date(2024, 9, 30))) == [task]
