"""What is looked after day by day."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from conftest import Office
from giaoban.audit import clock
from giaoban.audit.models import AuditEvent
from giaoban.jobs.kept import kept_functions
from giaoban.jobs.models import Job
from giaoban.jobs.runner import run, run_waiting
from giaoban.tasks.keeping import keep_tasks
from giaoban.tasks.models import CheckIn, Task
from tasks.conftest import Said


def test_the_server_looks_after_the_tasks() -> None:
    assert "giaoban.tasks.keeping.keep_tasks" in kept_functions()


def test_a_days_work_is_asked_for_once_and_done_once(
    office: Office, stranger: Office, give: Callable[..., list[Task]]
) -> None:
    give(Said(due_on=None, due_recurring="monthly"))
    keep_tasks()
    assert not Job.objects.exists()
    with clock.set_to(date(2024, 5, 1)):
        keep_tasks()
        keep_tasks()
        job = Job.objects.get()
        assert (job.committee_id, job.state) == (office.committee.pk, "waiting")
        assert run_waiting() == 1
        keep_tasks()
        assert Job.objects.count() == 1
        Job.objects.update(state="waiting")
        run(job.pk)
    assert list(CheckIn.objects.values_list("period", flat=True)) == ["2024-04", "2024-05"]
    assert AuditEvent.objects.filter(action="tasks.check_ins.opened").count() == 1
