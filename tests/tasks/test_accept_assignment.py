"""Taking on the own unit's assignment."""

from __future__ import annotations

import pytest

from conftest import Office
from giaoban.audit import clock
from giaoban.audit.models import AuditEvent
from giaoban.refusal import NotAllowed, NotFound, Stale
from giaoban.tasks.actions import accept_assignment, withdraw_task
from giaoban.tasks.models import Assignment
from giaoban.tasks.refusals import TaskClosed, WrongState
from tasks.conftest import fresh


def test_it_is_taken_on(office: Office, part: Assignment) -> None:
    entry = accept_assignment(office.reporter, part.pk, version=part.version)
    taken = fresh(part)
    assert (taken.state, taken.accepted_at, taken.version) == ("accepted", clock.now(), 2)
    assert taken.task.state == "accepted"
    assert (entry.kind, entry.by_name, entry.by_unit) == ("accepted", office.reporter.name, part.unit.name)
    event = AuditEvent.objects.latest("sequence")
    assert (event.action, event.subject_id) == ("tasks.assignment.accepted", part.pk)
    assert event.before[f"assignment.{part.pk}"]["state"] == "assigned"
    assert event.after[f"assignment.{part.pk}"]["state"] == "accepted"


def test_refuses_another_unit_and_a_stranger_alike(office: Office, stranger: Office, part: Assignment) -> None:
    for actor in (office.other_reporter, stranger.reporter):
        with pytest.raises(NotFound):
            accept_assignment(actor, part.pk, version=part.version)


def test_refuses_who_does_not_answer_for_a_unit(office: Office, part: Assignment) -> None:
    for actor in (office.specialist, office.leader, office.inspector, office.superior, office.administrator):
        with pytest.raises(NotAllowed):
            accept_assignment(actor, part.pk, version=part.version)


def test_refuses_a_second_time(office: Office, accepted: Assignment) -> None:
    with pytest.raises(WrongState):
        accept_assignment(office.reporter, accepted.pk, version=accepted.version)
    with pytest.raises(Stale) as stale:
        accept_assignment(office.reporter, accepted.pk, version=1)
    assert stale.value.current == accepted


def test_refuses_a_closed_task(office: Office, part: Assignment) -> None:
    withdraw_task(office.specialist, part.task_id, version=part.task.version, reason="Giao nhầm")
    with pytest.raises(TaskClosed):
        accept_assignment(office.reporter, part.pk, version=fresh(part).version)
