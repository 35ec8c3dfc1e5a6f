"""Check-ins on the pages: given with the last one beside, returned, shown on Today and in the list."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from django.test import Client

from conftest import Office
from giaoban.audit import clock
from giaoban.committees.actors import Actor, the_system
from giaoban.tasks.actions import accept_assignment, give_check_in, open_check_ins
from giaoban.tasks.models import CheckIn, Task
from tasks.conftest import Said, fresh

Browse = Callable[[Actor], Client]
MAY = date(2024, 5, 28)


@pytest.fixture
def april(office: Office, give: Callable[..., list[Task]]) -> CheckIn:
    """The police's check-in of April, given; that of May is open."""
    part = give(Said(due_on=None, due_recurring="monthly"))[0].assignments.get()
    accept_assignment(office.reporter, part.pk, version=1)
    one = CheckIn.objects.get(assignment=part)
    give_check_in(office.reporter, one.pk, version=1, text="Tuần tra 20 lượt", percent=30)
    with clock.set_to(MAY):
        open_check_ins(the_system(office.committee.pk))
    return one


@pytest.fixture
def may(april: CheckIn) -> CheckIn:
    return CheckIn.objects.get(assignment=april.assignment_id, period="2024-05")


def test_it_is_given_with_the_last_one_beside(office: Office, april: CheckIn, may: CheckIn, browse: Browse) -> None:
    client, address = browse(office.reporter), f"/nhiem-vu/bao-cao-ky/{may.pk}/gui/"
    shown = client.get(address).content.decode()
    assert "tháng 4/2024, gửi ngày 01/04/2024" in shown
    assert "Tuần tra 20 lượt" in shown
    refused = client.post(address, {"version": 1, "text": ""})
    assert refused.status_code == 422
    assert "Không phát sinh" in refused.content.decode()
    assert client.post(address, {"version": 1, "is_nothing_new": "on"}).status_code == 302
    assert (fresh(may).state, fresh(may).is_nothing_new) == ("given", True)


def test_the_office_returns_it(office: Office, april: CheckIn, browse: Browse) -> None:
    client = browse(office.leader)
    answer = client.post(f"/nhiem-vu/bao-cao-ky/{april.pk}/tra-lai/", {"version": 2, "reason": "Thiếu số liệu"})
    assert answer.status_code == 302
    assert fresh(april).state == "returned"


def test_what_is_owed_is_seen_everywhere(office: Office, april: CheckIn, may: CheckIn, browse: Browse) -> None:
    with clock.set_to(MAY):
        unit, office_page = browse(office.reporter), browse(office.specialist)
        page = unit.get(f"/nhiem-vu/{april.assignment.task_id}/").content.decode()
        assert "Đơn vị gửi báo cáo tháng 5/2024, chậm nhất 31/05/2024." in page
        assert "Báo cáo theo kỳ" in page
        assert "Báo cáo kỳ phải gửi" in unit.get("/").content.decode()
        assert "Báo cáo kỳ chưa gửi" in office_page.get("/").content.decode()
        listed = office_page.get("/nhiem-vu/?state=check_in").content.decode()
        assert "báo cáo tháng 5/2024 chưa gửi" in listed
        assert "1/2 báo cáo kỳ" in listed


def test_a_week_is_called_by_its_days(office: Office, give: Callable[..., list[Task]], browse: Browse) -> None:
    task = give(Said(due_on=None, due_recurring="weekly"))[0]
    assert "tuần 01/04/2024–07/04/2024" in browse(office.specialist).get(f"/nhiem-vu/{task.pk}/").content.decode()
