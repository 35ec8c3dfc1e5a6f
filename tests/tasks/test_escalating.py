"""Who is told of dues that come or have passed: noted once, standing while the thing is owed."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from conftest import Office
from giaoban.audit import clock
from giaoban.committees.actors import the_system
from giaoban.jobs.daily import ask
from giaoban.jobs.runner import run_waiting
from giaoban.refusal import NotAllowed
from giaoban.tasks.actions import change_due, make_escalations, remind_task, report_done
from giaoban.tasks.models import Assignment, Escalation, Task
from giaoban.tasks.queries import standing_escalations, to_press
from giaoban.tasks.time_rules import Recipient
from tasks.conftest import WARDS, Said, fresh

LATE = date(2024, 4, 23)


def noted(office: Office, day: date) -> int:
    with clock.set_to(day):
        return make_escalations(the_system(office.committee.pk))


def rows() -> list[tuple[str, str]]:
    return [(one.to, one.on.isoformat()) for one in Escalation.objects.order_by("on", "pk")]


def test_each_step_is_noted_once(office: Office, part: Assignment) -> None:
    assert noted(office, date(2024, 4, 16)) == 0
    assert noted(office, date(2024, 4, 17)) == 1
    assert noted(office, date(2024, 4, 18)) == 0
    assert noted(office, LATE) == 2
    assert noted(office, LATE) == 0
    assert rows() == [("reporter", "2024-04-17"), ("head", "2024-04-20"), ("leader", "2024-04-23")]


def test_another_due_begins_anew(office: Office, part: Assignment) -> None:
    noted(office, LATE)
    with clock.set_to(LATE):
        change_due(office.specialist, part.task_id, version=1, due_on=date(2024, 5, 10), reason="x")
        assert not standing_escalations(office.leader)
    assert noted(office, date(2024, 5, 8)) == 1
    assert rows()[-1] == ("reporter", "2024-05-07")


def test_what_is_reported_is_not_pressed(office: Office, accepted: Assignment) -> None:
    noted(office, LATE)
    assert [one.pk for one in to_press(office.specialist)] == [accepted.pk]
    part = fresh(accepted)
    report_done(office.reporter, part.pk, version=part.version, text="Xong")
    assert not to_press(office.specialist)
    assert noted(office, date(2024, 6, 1)) == 0


def test_each_sees_their_own(office: Office, stranger: Office, give: Callable[..., list[Task]]) -> None:
    task = give(Said(support=WARDS))[0]
    noted(office, LATE)
    assert standing_escalations(office.leader, Recipient.LEADER).count() == 3
    assert {one.unit_id for one in to_press(office.reporter)} == {office.reporter.unit_id}
    assert not to_press(office.other_reporter)
    assert not standing_escalations(stranger.leader)
    with clock.set_to(LATE):
        remind_task(office.specialist, task.pk)
    assert all(one.reminded_at for one in to_press(office.specialist))
    assert {one.last_days for one in to_press(office.leader, Recipient.LEADER)} == {3}


def test_only_the_system_notes(office: Office) -> None:
    with pytest.raises(NotAllowed):
        make_escalations(office.specialist)


def test_the_night_s_job_notes(office: Office, stranger: Office, part: Assignment) -> None:
    with clock.set_to(LATE):
        for _ in range(2):
            ask("giaoban.tasks.keeping.KEEP_TASKS", True)
            run_waiting()
    assert len(rows()) == 2
