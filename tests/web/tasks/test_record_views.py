"""The record of a unit and of an area: each count is that of the list behind it."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta
from html import unescape
from io import BytesIO

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from python_calamine import CalamineWorkbook

from conftest import Office
from giaoban.audit import clock
from giaoban.committees.actors import Actor
from giaoban.tasks.actions import accept_assignment, change_due, confirm_assignment, report_done, withdraw_task
from giaoban.tasks.filter import NO_PERIOD, Group, TaskFilter
from giaoban.tasks.models import Task
from giaoban.tasks.queries import group_counts
from giaoban.tasks.queries.records import COLUMNS, period_records
from tasks.conftest import COURT, POLICE, TODAY, Said

pytestmark = pytest.mark.db
Browse = Callable[[Actor], Client]
Give = Callable[..., list[Task]]


def finish(office: Office, task: Task, on: date) -> None:
    part = task.assignments.get()
    with clock.set_to(on):
        accept_assignment(office.reporter, part.pk, version=1)
        report_done(office.reporter, part.pk, version=2, text="Đã xong")
        confirm_assignment(office.leader, part.pk, version=3)


@pytest.fixture
def tasks(office: Office, give: Give) -> list[Task]:
    """Of two periods: done in time, done late, put off, withdrawn, recurring with a missed round; one of the court."""
    first = give(Said(), Said(), Said(), Said(), Said(lead=(COURT,)))
    monthly = give(Said("Hằng tháng báo cáo", due_on=None, due_recurring="monthly"), ahead="2024-Q3")
    unnamed = give(Said(), ahead="")
    finish(office, first[0], TODAY)
    finish(office, first[1], TODAY + timedelta(days=40))
    change_due(office.specialist, first[2].pk, version=first[2].version, due_on=date(2024, 6, 1), reason="Chờ")
    withdraw_task(office.specialist, first[3].pk, version=first[3].version, reason="Trùng")
    return [*first, *monthly, *unnamed]


def test_periods_are_counted_the_last_first(office: Office, tasks: list[Task]) -> None:
    with clock.set_to(date(2024, 8, 10)):
        last, before, unnamed = period_records(office.leader, TaskFilter(group=Group.ALL, unit=office.units[POLICE].pk))
    assert (last.period, before.period) == ("2024-Q3", "2024-Q2")
    told = [before.counts[one] for one in COLUMNS]
    assert told == [4, 1, 1, 1, 1, 1, 1, 0, 0]
    assert last.counts[Group.MISSED] == 1
    assert before.running == 0
    assert (unnamed.period, unnamed.counts[Group.ALL]) == ("", 1)


@pytest.mark.parametrize("who", ["leader", "reporter", "superior"])
def test_each_count_is_that_of_its_list(office: Office, tasks: list[Task], who: str) -> None:
    actor = getattr(office, who)
    with clock.set_to(date(2024, 8, 10)):
        for chosen in (TaskFilter(unit=office.units[POLICE].pk), TaskFilter(area="security")):
            for record in period_records(actor, chosen.with_(group=Group.ALL)):
                for group in COLUMNS:
                    listed = chosen.with_(group=group, period=record.period or NO_PERIOD)
                    assert group_counts(actor, listed)[group] == record.counts[group], (group, record.period)


def test_the_pages_lead_to_the_lists(office: Office, tasks: list[Task], browse: Browse) -> None:
    client, unit = browse(office.leader), office.units[POLICE]
    for address in (f"/nhiem-vu/don-vi/{unit.pk}/ket-qua/", "/nhiem-vu/ket-qua/?area=security"):
        content = client.get(address).content.decode()
        assert "quý II/2024" in content
        links = re.findall(r'<a href="(/nhiem-vu/\?[^"]*period=[^"]*)">(\d+)</a>', content)
        assert links
        assert any("period=none" in link for link, _count in links)
        for link, count in links:
            assert f"{count}</span>" in client.get(unescape(link)).content.decode()
    assert f"/nhiem-vu/don-vi/{unit.pk}/ket-qua/" in client.get(f"/nhiem-vu/don-vi/{unit.pk}/").content.decode()
    assert f"/nhiem-vu/don-vi/{unit.pk}/ket-qua/" in client.get(reverse("unit-page", args=[unit.pk])).content.decode()


def test_it_is_taken_along_as_excel(office: Office, tasks: list[Task], browse: Browse) -> None:
    client = browse(office.leader)
    unit = office.units[POLICE].pk
    for address in (f"/nhiem-vu/don-vi/{unit}/ket-qua/xuat/?role=lead", "/nhiem-vu/ket-qua/xuat/?area=security"):
        workbook = CalamineWorkbook.from_filelike(BytesIO(client.get(address).content))
        rows = workbook.get_sheet_by_index(0).to_python()[2:]
        assert rows[0][:2] == ["Kỳ", "Đã giao"]
        assert rows[2][0] == "quý II/2024"


def test_a_reporter_sees_the_own_unit_only(office: Office, tasks: list[Task], browse: Browse) -> None:
    client = browse(office.reporter)
    assert client.get(f"/nhiem-vu/don-vi/{office.units[POLICE].pk}/ket-qua/").status_code == 200
    assert client.get(f"/nhiem-vu/don-vi/{office.units[COURT].pk}/ket-qua/").status_code == 404
    assert client.get("/nhiem-vu/ket-qua/?area=nothing").status_code == 404
    assert client.get("/nhiem-vu/ket-qua/").status_code == 200


def test_more_tasks_cost_no_more_queries(office: Office, tasks: list[Task], give: Give, browse: Browse) -> None:
    client, address = browse(office.leader), f"/nhiem-vu/don-vi/{office.units[POLICE].pk}/ket-qua/"

    def queries() -> int:
        with CaptureQueriesContext(connection) as caught:
            client.get(address)
        return len(caught)

    queries()
    before = queries()
    for quarter in ("2023-Q4", "2024-Q1", "2024-Q4"):
        give(Said(), Said(), ahead=quarter)
    assert queries() == before
