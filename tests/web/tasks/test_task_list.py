"""The page of the task list."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from io import BytesIO
from itertools import product
from typing import Any
from urllib.parse import quote

import pytest
from django.test import Client
from python_calamine import CalamineWorkbook

from conftest import Office
from giaoban.audit.models import AuditEvent
from giaoban.committees.actors import Actor
from giaoban.tasks.actions import (
    accept_assignment,
    ask_extension,
    confirm_assignment,
    report_done,
    return_report,
    save_filter,
    withdraw_task,
)
from giaoban.tasks.filter import Group
from giaoban.tasks.models import Assignment, SavedFilter, Task
from tasks.conftest import COURT, MILITARY, POLICE, WARDS, Said, fresh

Give = Callable[..., list[Task]]
Browse = Callable[[Actor], Client]

FATES = (
    Said("Quá hạn rồi", due_on=date(2024, 3, 20), areas=("project",)),
    Said("Đẩy nhanh tiến độ phía Đông đường Bình Minh", due_on=date(2024, 4, 5), support=WARDS),
    Said("Đến hạn hôm nay", due_on=date(2024, 4, 1)),
    Said("Xét xử lưu động", lead=(COURT,), due_on=None, areas=("justice",)),
    Said("Chờ xác nhận", due_on=date(2024, 3, 1), support=(COURT,)),
    Said("Bị trả lại", due_on=date(2024, 5, 1)),
    Said("Xin thêm thời gian", due_on=date(2024, 5, 2)),
    Said("Đã xong", due_on=date(2024, 3, 1), support=(COURT,)),
    Said("Đã thu hồi"),
)


@pytest.fixture
def tasks(office: Office, give: Give) -> dict[str, Task]:
    """A task of each fate."""
    made = {task.title: task for task in give(*FATES)}
    for title in ("Chờ xác nhận", "Bị trả lại", "Đã xong", "Xin thêm thời gian"):
        part = lead(made[title])
        accept_assignment(office.reporter, part.pk, version=1)
        if title != "Xin thêm thời gian":
            report_done(office.reporter, part.pk, version=2, text="Xong")
    return_report(office.leader, lead(made["Bị trả lại"]).pk, version=3, reason="Thiếu")
    confirm_assignment(office.leader, lead(made["Đã xong"]).pk, version=3)
    asked = lead(made["Xin thêm thời gian"])
    ask_extension(office.reporter, asked.pk, version=2, wanted_on=date(2024, 6, 1), reason="x")
    withdraw_task(office.specialist, made["Đã thu hồi"].pk, version=1, reason="x")
    return made


def lead(task: Task) -> Assignment:
    return task.assignments.get(role="lead")


def titles(client: Client, query: str) -> list[str]:
    """Return the titles of a page of the list, in its order."""
    response = client.get(f"/nhiem-vu/?{query}")
    assert response.status_code == 200
    return [row.task.title for _, rows in response.context["view"].groups for row in rows]


def test_it_shows_open_tasks_by_due(office: Office, tasks: dict[str, Task], browse: Browse) -> None:
    assert titles(browse(office.specialist), "") == [
        "Chờ xác nhận",
        "Quá hạn rồi",
        "Đến hạn hôm nay",
        "Đẩy nhanh tiến độ phía Đông đường Bình Minh",
        "Bị trả lại",
        "Xin thêm thời gian",
        "Xét xử lưu động",
    ]


@pytest.mark.parametrize(
    ("state", "found"),
    [
        ("overdue", {"Quá hạn rồi"}),
        ("soon", {"Đẩy nhanh tiến độ phía Đông đường Bình Minh", "Đến hạn hôm nay"}),
        ("reported", {"Chờ xác nhận"}),
        ("asked", {"Xin thêm thời gian"}),
        ("decide", {"Chờ xác nhận", "Xin thêm thời gian"}),
        ("returned", {"Bị trả lại"}),
        ("done", {"Đã xong"}),
        ("withdrawn", {"Đã thu hồi"}),
    ],
)
def test_states(office: Office, tasks: dict[str, Task], browse: Browse, state: str, found: set[str]) -> None:
    assert set(titles(browse(office.specialist), f"state={state}")) == found


ROLES = ("specialist", "leader", "inspector", "superior", "reporter", "other_reporter")


@pytest.mark.parametrize(
    ("role", "rest"),
    [
        *((role, "") for role in ROLES),
        *product(
            # One who sees every task, and one who sees those of the own unit.
            ("specialist", "reporter"),
            ("area=security", "q=xac+nhan", "unit={court}", "unit={court}&role=support"),
        ),
    ],
)
def test_counts_equal_the_lists(office: Office, tasks: dict[str, Task], browse: Browse, role: str, rest: str) -> None:
    client = browse(getattr(office, role))
    query = rest.format(court=office.units[COURT].pk)
    counts = client.get(f"/nhiem-vu/?{query}").context["view"].counts
    for group in Group:
        assert counts[group] == len(titles(client, f"state={group}&{query}")), group


def test_a_reporter_sees_the_own_units_part(office: Office, tasks: dict[str, Task], browse: Browse) -> None:
    client = browse(office.other_reporter)
    assert set(titles(client, "state=all")) == {"Xét xử lưu động", "Chờ xác nhận", "Đã xong"}
    assert set(titles(client, "state=unanswered")) == {"Xét xử lưu động", "Chờ xác nhận"}
    assert titles(client, "state=done") == ["Đã xong"]
    assert titles(client, f"state=all&unit={office.units[POLICE].pk}") == titles(client, "state=all")


@pytest.mark.parametrize("text", ["dong duong", "ĐÔNG ĐƯỜNG", "binh minh", "đường bình", "nv-2024-002"])
def test_search_without_marks(office: Office, tasks: dict[str, Task], browse: Browse, text: str) -> None:
    found = titles(browse(office.specialist), f"q={quote(text)}")
    assert found == ["Đẩy nhanh tiến độ phía Đông đường Bình Minh"]


def test_search_puts_exact_marks_first(office: Office, give: Give, browse: Browse) -> None:
    give(Said("Giữ gìn ban đêm"), Said("Giữ gìn bạn đêm"))
    assert titles(browse(office.specialist), f"q={quote('bạn đêm')}") == ["Giữ gìn bạn đêm", "Giữ gìn ban đêm"]


def test_narrowed_by_area_due_document_period(office: Office, tasks: dict[str, Task], browse: Browse) -> None:
    client = browse(office.specialist)
    document = tasks["Quá hạn rồi"].document_id
    assert titles(client, "area=justice") == ["Xét xử lưu động"]
    assert titles(client, "from=1/5/2024&to=01-05-2024") == ["Bị trả lại"]
    assert len(titles(client, f"document={document}&state=all")) == len(FATES)
    assert titles(client, "document=999999") == []
    assert len(titles(client, "period=2024-Q2&state=all")) == len(FATES)
    assert titles(client, "period=2024-Q3&state=all") == []


def test_an_unreadable_day_is_told(office: Office, tasks: dict[str, Task], browse: Browse) -> None:
    response = browse(office.specialist).get("/nhiem-vu/?from=31/02/2024")
    assert "Chưa hiểu ngày trong bộ lọc" in response.text


def test_sorted_and_grouped(office: Office, tasks: dict[str, Task], browse: Browse) -> None:
    client = browse(office.specialist)
    assert titles(client, "sort=title")[:3] == [
        "Bị trả lại",
        "Chờ xác nhận",
        "Đẩy nhanh tiến độ phía Đông đường Bình Minh",
    ]
    assert titles(client, "sort=-due")[0] == "Xét xử lưu động"
    groups = client.get("/nhiem-vu/?group=unit").context["view"].groups
    assert [(head.words, head.figures.total, len(rows)) for head, rows in groups] == [(POLICE, 6, 6), (COURT, 1, 1)]
    assert (groups[0][0].figures.overdue, groups[0][0].figures.soon, groups[1][0].is_asked) == (1, 2, True)
    heads = [head.words for head, _ in client.get("/nhiem-vu/?group=area").context["view"].groups]
    assert heads == ["Công trình, đất đai", "Xét xử, thi hành án", "An ninh, trật tự"]


@pytest.mark.parametrize("sort", ["due", "title", "unit", "area", "state"])
def test_every_column_sorts_both_ways(office: Office, tasks: dict[str, Task], browse: Browse, sort: str) -> None:
    client = browse(office.specialist)
    assert sorted(titles(client, f"sort={sort}")) == sorted(titles(client, f"sort=-{sort}"))


def test_pages_keep_the_filter(office: Office, give: Give, browse: Browse) -> None:
    give(*(Said(f"Việc {number:03}") for number in range(60)))
    client = browse(office.specialist)
    first, second = titles(client, "sort=title"), titles(client, "sort=title&page=2")
    assert (len(first), len(second), set(first) & set(second)) == (50, 10, set())
    assert titles(client, "sort=title&page=9") == second
    page = client.get("/nhiem-vu/?sort=title&q=viec").text
    assert "?sort=title&amp;q=viec&amp;page=2" in page


def test_the_number_of_queries_does_not_grow(
    office: Office, give: Give, browse: Browse, django_assert_max_num_queries: Any
) -> None:
    client = browse(office.specialist)
    counts = []
    for number in range(2):
        give(*(Said(f"Việc {number} {one}", support=WARDS) for one in range(12)))
        with django_assert_max_num_queries(14) as captured:
            client.get("/nhiem-vu/?group=unit")
        counts.append(len(captured))
    assert counts[0] == counts[1]


def test_empty_pages_say_why(office: Office, give: Give, browse: Browse) -> None:
    client = browse(office.specialist)
    assert "Chưa có nhiệm vụ" in client.get("/nhiem-vu/").text
    give(Said())
    assert "Không có nhiệm vụ nào khớp bộ lọc" in client.get("/nhiem-vu/?q=khong-co").text
    assert "Không còn nhiệm vụ nào ở trạng thái này" in client.get("/nhiem-vu/?state=done").text


def test_by_unit(office: Office, stranger: Office, tasks: dict[str, Task], browse: Browse) -> None:
    client = browse(office.specialist)
    response = client.get(f"/nhiem-vu/don-vi/{office.units[COURT].pk}/?state=all")
    assert "Nhiệm vụ của Tòa án nhân dân thị xã" in response.text
    assert response.context["view"].total == 3
    assert client.get(f"/nhiem-vu/don-vi/{stranger.units[COURT].pk}/").status_code == 404
    assert browse(office.reporter).get(f"/nhiem-vu/don-vi/{office.units[COURT].pk}/").status_code == 404
    assert browse(office.reporter).get(f"/nhiem-vu/don-vi/{office.units[POLICE].pk}/").status_code == 200


def test_who_has_no_tasks_to_see(office: Office, stranger: Office, tasks: dict[str, Task], browse: Browse) -> None:
    assert browse(office.administrator).get("/nhiem-vu/").status_code == 403
    assert titles(browse(stranger.specialist), "state=all") == []
    assert Client().get("/nhiem-vu/").status_code == 302


def test_only_who_may_change_can_choose_rows(office: Office, tasks: dict[str, Task], browse: Browse) -> None:
    for actor, may in (
        (office.specialist, True),
        (office.leader, True),
        (office.inspector, False),
        (office.reporter, False),
    ):
        assert ("data-select-page" in browse(actor).get("/nhiem-vu/").text) is may


def test_export_is_the_list_as_a_workbook(office: Office, give: Give, browse: Browse) -> None:
    give(Said("=1+1", lead=(MILITARY,), support=WARDS), Said("+84 việc", due_on=None))
    response = browse(office.leader).get("/nhiem-vu/xuat/?sort=title")
    rows = CalamineWorkbook.from_filelike(BytesIO(response.content)).get_sheet_by_index(0).to_python()
    assert rows[0][:2] == ["Số", "Nhiệm vụ"]
    assert [row[1] for row in rows[1:]] == ["+84 việc", "=1+1"]
    assert (rows[2][5], rows[2][6], rows[2][9]) == (MILITARY, ", ".join(WARDS), date(2024, 4, 20))
    event = AuditEvent.objects.latest("sequence")
    assert (event.action, event.after["count"]) == ("tasks.list.exported", 2)
    assert browse(office.administrator).get("/nhiem-vu/xuat/").status_code == 403


def test_filters_are_saved_shared_and_put_away(office: Office, browse: Browse) -> None:
    client = browse(office.specialist)
    client.post("/nhiem-vu/bo-loc/", {"name": "Quá hạn", "query": "state=overdue", "is_shared": "on"})
    saved = SavedFilter.objects.get()
    assert (saved.query, saved.is_shared) == ("state=overdue", True)
    assert "/nhiem-vu/?state=overdue" in browse(office.leader).get("/nhiem-vu/").text
    client.post(f"/nhiem-vu/bo-loc/{saved.pk}/chia-se/", {"version": 1, "is_shared": "0"})
    assert not fresh(saved).is_shared
    assert browse(office.leader).post(f"/nhiem-vu/bo-loc/{saved.pk}/cat/", {"version": 2}).status_code == 404
    client.post(f"/nhiem-vu/bo-loc/{saved.pk}/cat/", {"version": 2})
    assert fresh(saved).is_closed


def test_a_second_filter_of_one_name_is_told(office: Office, browse: Browse) -> None:
    save_filter(office.specialist, name="A", query="")
    client = browse(office.specialist)
    response = client.post("/nhiem-vu/bo-loc/", {"name": "A", "query": "state=done"}, follow=True)
    assert "Đồng chí đã có bộ lọc tên “A”." in response.text
    assert client.post("/nhiem-vu/bo-loc/", {"name": "", "query": "state=done"}).status_code == 422
