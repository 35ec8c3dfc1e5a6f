"""What the office changes on a task that was given."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from conftest import Office
from giaoban.refusal import NotAllowed, NotFound, Stale
from giaoban.tasks.actions import (
    accept_assignment,
    change_due,
    change_leads,
    change_supports,
    confirm_assignment,
    edit_task,
    withdraw_assignment,
    withdraw_task,
)
from giaoban.tasks.models import Assignment, Task
from giaoban.tasks.refusals import (
    DueUnchanged,
    LeadIsSupport,
    LeadMissing,
    PartClosed,
    TaskClosed,
    UnitsUnchanged,
    WordsMissing,
    WrongState,
)
from tasks.conftest import COURT, MILITARY, POLICE, WARDS, Said, fresh

DAY = date(2024, 5, 31)


@pytest.fixture
def task(give: Callable[..., list[Task]]) -> Task:
    """A task that the police leads and two wards support."""
    return give(Said(support=WARDS))[0]


def states(task: Task) -> dict[str, tuple[str, str]]:
    return {one.unit.name: (one.role, one.state) for one in task.assignments.select_related("unit")}


def test_another_title(office: Office, task: Task) -> None:
    entry = edit_task(office.specialist, task.pk, version=1, title="  An ninh,  trật tự mùa du lịch ")
    assert (fresh(task).title, fresh(task).version) == ("An ninh, trật tự mùa du lịch", 2)
    assert (entry.old, entry.new) == (task.title, fresh(task).title)
    assert "an ninh, trat tu mua du lich" in fresh(task).folded
    with pytest.raises(WordsMissing):
        edit_task(office.specialist, task.pk, version=2, title=" ")


def test_one_part_is_called_back(office: Office, task: Task) -> None:
    support = task.assignments.get(unit=office.units[WARDS[0]])
    withdraw_assignment(office.specialist, support.pk, version=1, reason="Không có địa bàn")
    assert states(task)[WARDS[0]] == ("support", "withdrawn")
    assert fresh(task).state == "assigned"
    with pytest.raises(WrongState):
        withdraw_assignment(office.specialist, support.pk, version=2, reason="x")


def test_the_task_is_called_back(office: Office, task: Task) -> None:
    with pytest.raises(WordsMissing):
        withdraw_task(office.specialist, task.pk, version=1, reason="")
    withdraw_task(office.specialist, task.pk, version=1, reason="Giao nhầm")
    assert {state for _, state in states(task).values()} == {"withdrawn"}
    assert fresh(task).state == "withdrawn"
    with pytest.raises(TaskClosed):
        withdraw_task(office.specialist, task.pk, version=2, reason="x")


def test_another_due_keeps_the_first(office: Office, task: Task) -> None:
    entry = change_due(office.specialist, task.pk, version=1, due_on=DAY, reason="Hội nghị lùi")
    assert set(task.assignments.values_list("due_on", "first_due_on")) == {(DAY, date(2024, 4, 20))}
    assert (fresh(task).due_on, fresh(task).first_due_on) == (DAY, date(2024, 4, 20))
    assert (entry.old, entry.new) == ("2024-04-20", "2024-05-31")
    with pytest.raises(DueUnchanged):
        change_due(office.specialist, task.pk, version=2, due_on=DAY, reason="x")
    with pytest.raises(WordsMissing):
        change_due(office.specialist, task.pk, version=2, due_on=date(2024, 6, 1), reason="")


def test_another_lead(office: Office, task: Task) -> None:
    entry = change_leads(
        office.specialist,
        task.pk,
        version=1,
        unit_ids=[office.units[MILITARY].pk, office.units[WARDS[0]].pk],
        reason="Đúng chức năng",
    )
    assert states(task) == {
        POLICE: ("lead", "withdrawn"),
        MILITARY: ("lead", "assigned"),
        WARDS[0]: ("lead", "assigned"),
        WARDS[1]: ("support", "assigned"),
    }
    assert fresh(task).lead == office.units[WARDS[0]]
    assert entry.old == POLICE
    assert set(entry.new.split(", ")) == {MILITARY, WARDS[0]}


def test_a_withdrawn_lead_comes_back_afresh(office: Office, task: Task) -> None:
    accept_assignment(office.reporter, task.assignments.get(role="lead").pk, version=1)
    change_leads(office.specialist, task.pk, version=1, unit_ids=[office.units[COURT].pk], reason="x")
    change_leads(office.specialist, task.pk, version=2, unit_ids=[office.units[POLICE].pk], reason="y")
    assert states(task)[POLICE] == ("lead", "assigned")
    assert states(task)[COURT] == ("lead", "withdrawn")
    assert task.assignments.get(unit=office.units[POLICE]).accepted_at is None


def test_refuses_leads_that_cannot_be(office: Office, stranger: Office, task: Task) -> None:
    def change(*ids: int, reason: str = "x") -> object:
        return change_leads(office.specialist, task.pk, version=1, unit_ids=ids, reason=reason)

    with pytest.raises(LeadMissing):
        change()
    with pytest.raises(UnitsUnchanged):
        change(office.units[POLICE].pk)
    with pytest.raises(WordsMissing):
        change(office.units[COURT].pk, reason="")
    for unknown in (stranger.units[POLICE].pk, 10**9):
        with pytest.raises(NotFound):
            change(unknown)


def test_refuses_to_take_off_a_lead_that_is_done(office: Office, give: Callable[..., list[Task]]) -> None:
    task = give(Said(lead=(POLICE, COURT)))[0]
    done = task.assignments.get(unit=office.units[POLICE])
    Assignment.objects.filter(pk=done.pk).update(state="reported")
    confirm_assignment(office.leader, done.pk, version=1)
    with pytest.raises(PartClosed):
        change_leads(office.specialist, task.pk, version=1, unit_ids=[office.units[COURT].pk], reason="x")


def test_other_supports(office: Office, task: Task) -> None:
    change_supports(office.specialist, task.pk, version=1, unit_ids=[office.units[COURT].pk], reason="x")
    assert {name: one for name, one in states(task).items() if one[1] != "withdrawn"} == {
        POLICE: ("lead", "assigned"),
        COURT: ("support", "assigned"),
    }
    change_supports(office.specialist, task.pk, version=2, unit_ids=[], reason="Không cần")
    assert states(task)[COURT] == ("support", "withdrawn")
    with pytest.raises(LeadIsSupport):
        change_supports(office.specialist, task.pk, version=3, unit_ids=[office.units[POLICE].pk], reason="x")


CHANGES: list[tuple[Callable[..., Any], dict[str, Any]]] = [
    (edit_task, {"title": "x"}),
    (withdraw_task, {"reason": "x"}),
    (change_due, {"due_on": DAY, "reason": "x"}),
    (change_leads, {"unit_ids": [1], "reason": "x"}),
    (change_supports, {"unit_ids": [], "reason": "x"}),
]


@pytest.mark.parametrize(("verb", "values"), CHANGES)
def test_only_the_office_changes_and_only_what_it_saw(
    office: Office, stranger: Office, task: Task, verb: Callable[..., Any], values: dict[str, Any]
) -> None:
    for actor in (office.leader, office.reporter, office.inspector, office.superior, office.administrator):
        with pytest.raises(NotAllowed):
            verb(actor, task.pk, version=1, **values)
    with pytest.raises(NotFound):
        verb(stranger.specialist, task.pk, version=1, **values)
    with pytest.raises(Stale):
        verb(office.specialist, task.pk, version=5, **values)
    assert fresh(task).version == 1
