"""A verb for many tasks: the preview, the change, its undo."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from conftest import Office
from giaoban.committees.actors import Actor
from giaoban.tasks.actions import accept_assignment, report_done, withdraw_task
from giaoban.tasks.models import Entry, Task
from tasks.conftest import COURT, Said, fresh

Give = Callable[..., list[Task]]
Browse = Callable[[Actor], Client]
ADDRESS = "/nhiem-vu/hang-loat/"


@pytest.fixture
def tasks(office: Office, give: Give) -> list[Task]:
    """Two open tasks, one reported, one withdrawn."""
    made = give(*(Said(f"Việc {number}") for number in range(4)))
    part = made[2].assignments.get()
    accept_assignment(office.reporter, part.pk, version=1)
    report_done(office.reporter, part.pk, version=2, text="Xong")
    withdraw_task(office.specialist, made[3].pk, version=1, reason="x")
    return made


def ids(tasks: list[Task]) -> list[int]:
    return [task.pk for task in tasks]


def test_preview_changes_nothing(office: Office, tasks: list[Task], browse: Browse) -> None:
    before = Entry.objects.count()
    response = browse(office.specialist).post(ADDRESS, {"verb": "remind", "task": ids(tasks)})
    assert "Sẽ thay đổi: 2 nhiệm vụ" in response.text
    assert "Giữ nguyên: 2 nhiệm vụ" in response.text
    assert "Không còn đơn vị nào phải báo cáo" in response.text
    assert Entry.objects.count() == before


def test_done_then_undone_in_one_go(office: Office, tasks: list[Task], browse: Browse) -> None:
    client = browse(office.specialist)
    values: dict[str, Any] = {"verb": "change_due", "task": ids(tasks), "query": "state=open", "go": "1"}
    response = client.post(ADDRESS, values | {"due_on": "31/05/2024", "reason": "Hội nghị lùi"}, follow=True)
    assert response.redirect_chain[0][0] == "/nhiem-vu/?"
    assert "Gia hạn: 3 nhiệm vụ. Không làm được 1 nhiệm vụ." in response.text
    batch = Entry.objects.filter(kind="due_changed").values_list("batch", flat=True)[0]
    undo = f"/nhiem-vu/hang-loat/{batch}/hoan-tac/"
    assert undo in response.text
    assert browse(office.leader).post(undo).status_code == 403
    client.post(undo)
    assert {str(fresh(task).due_on) for task in tasks} == {"2024-04-20"}
    assert client.post(undo).status_code == 404


def test_a_missing_field_keeps_the_choice(office: Office, tasks: list[Task], browse: Browse) -> None:
    values = {"verb": "change_due", "task": ids(tasks), "go": "1", "due_on": "mai", "reason": "Hội nghị lùi"}
    response = browse(office.specialist).post(ADDRESS, values)
    assert response.status_code == 422
    assert "Hội nghị lùi" in response.text
    assert f'name="task" value="{tasks[0].pk}"' in response.text


def test_all_of_a_filter(office: Office, give: Give, browse: Browse) -> None:
    give(*(Said(f"Việc {number:02}") for number in range(60)))
    give(Said("Việc khác", areas=("justice",)))
    values = {"verb": "add_support", "all": "1", "query": "area=security"}
    response = browse(office.specialist).post(ADDRESS, values)
    assert "Sẽ thay đổi: 60 nhiệm vụ" in response.text
    assert office.units[COURT].name in response.text


def test_a_leader_confirms_many(office: Office, tasks: list[Task], browse: Browse) -> None:
    client = browse(office.leader)
    client.post(ADDRESS, {"verb": "confirm", "task": ids(tasks), "go": "1", "text": ""})
    assert fresh(tasks[2]).state == "confirmed"
    assert client.post(ADDRESS, {"verb": "remind", "task": ids(tasks)}).status_code == 403


def test_refuses_nothing_chosen_unknown_verbs_and_foreign_tasks(
    office: Office, stranger: Office, tasks: list[Task], browse: Browse
) -> None:
    client = browse(office.specialist)
    assert "Chưa chọn nhiệm vụ nào." in client.post(ADDRESS, {"verb": "remind"}, follow=True).text
    assert client.post(ADDRESS, {"verb": "delete", "task": ids(tasks)}).status_code == 404
    assert browse(stranger.specialist).post(ADDRESS, {"verb": "remind", "task": ids(tasks)}).status_code == 404
    for actor in (office.reporter, office.inspector, office.superior, office.administrator):
        assert browse(actor).post(ADDRESS, {"verb": "remind", "task": ids(tasks)}).status_code == 403
