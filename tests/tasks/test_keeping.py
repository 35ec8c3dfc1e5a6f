"""What is looked after day by day."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from conftest import Office
from giaoban.audit import clock
from giaoban.audit.models import AuditEvent
from giaoban.jobs.daily import Daily, ask
from giaoban.jobs.models import Job
from giaoban.jobs.runner import run_waiting
from giaoban.server.preparation import EVERY_NIGHT
from giaoban.tasks.models import CheckIn, Task
from tasks.conftest import Said

KEEP = Daily("giaoban.tasks.keeping.KEEP_TASKS", is_by_committee=True)


def test_it_is_asked_for_every_night() -> None:
    assert KEEP in EVERY_NIGHT


def test_a_days_work_done_twice_is_done_once(office: Office, stranger: Office, give: Callable[..., list[Task]]) -> None:
    give(Said(due_on=None, due_recurring="monthly"))
    with clock.set_to(date(2024, 5, 1)):
        for _ in range(2):
            ask(KEEP.function, KEEP.is_by_committee)
            run_waiting()
    assert list(CheckIn.objects.values_list("period", flat=True)) == ["2024-04", "2024-05"]
    assert AuditEvent.objects.filter(action="tasks.check_ins.opened").count() == 1
    assert set(Job.objects.values_list("state", flat=True)) == {"done"}
