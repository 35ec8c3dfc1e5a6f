"""Today, by role: every number opens a list of exactly that count."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.test import Client

from conftest import Office
from giaoban.committees.actors import Actor
from giaoban.tasks.actions import (
    accept_assignment,
    ask_extension,
    confirm_assignment,
    report_done,
    return_report,
)
from giaoban.tasks.models import Task
from tasks.conftest import COURT, POLICE, WARDS, Reviewed, Said, make_document

Give = Callable[..., list[Task]]
Browse = Callable[[Actor], Client]


@pytest.fixture
def tasks(office: Office, give: Give) -> dict[str, Task]:
    """Tasks of several fates, of this period and the one before."""
    earlier = give(Said("Kỳ trước"), ahead="2024-Q1")
    made = give(
        Said("Quá hạn", due_on=date(2024, 3, 20)),
        Said("Sắp đến hạn", due_on=date(2024, 4, 5), support=(COURT, *WARDS)),
        Said("Chờ xác nhận"),
        Said("Trả lại", due_on=date(2024, 5, 1)),
        Said("Xin gia hạn", due_on=date(2024, 5, 2)),
        Said("Của tòa", lead=(COURT,), due_on=None, areas=("justice",)),
    )
    by_title = {task.title: task for task in [*earlier, *made]}
    for title in ("Kỳ trước", "Chờ xác nhận", "Trả lại", "Xin gia hạn"):
        part = by_title[title].assignments.get()
        accept_assignment(office.reporter, part.pk, version=1)
        if title != "Xin gia hạn":
            report_done(office.reporter, part.pk, version=2, text="Xong việc")
    confirm_assignment(office.leader, by_title["Kỳ trước"].assignments.get().pk, version=3)
    return_report(office.leader, by_title["Trả lại"].assignments.get().pk, version=3, reason="Thiếu")
    part = by_title["Xin gia hạn"].assignments.get()
    ask_extension(office.reporter, part.pk, version=2, wanted_on=date(2024, 6, 1), reason="mưa bão")
    return by_title


ROLES = ("specialist", "leader", "inspector", "superior", "reporter", "other_reporter")


@pytest.mark.parametrize("role", ROLES)
def test_each_number_opens_a_list_of_that_count(
    office: Office, tasks: dict[str, Task], browse: Browse, role: str
) -> None:
    client = browse(getattr(office, role))
    tiles = client.get("/").context["board"].tiles
    assert len(tiles) == 4
    for tile in tiles:
        assert client.get(tile.address).context["view"].total == tile.count, tile.words


def test_the_leaders_numbers(office: Office, tasks: dict[str, Task], browse: Browse) -> None:
    tiles = browse(office.leader).get("/").context["board"].tiles
    assert [(tile.words, tile.count) for tile in tiles] == [
        ("Quá hạn", 1),
        ("Đến hạn 7 ngày tới", 1),
        ("Chờ đồng chí quyết", 2),
        ("Hoàn thành", 0),
    ]
    assert tiles[3].note == "của 6 nhiệm vụ trong kỳ · kỳ trước 1/1"


def test_decisions_come_with_their_buttons(office: Office, tasks: dict[str, Task], browse: Browse) -> None:
    page = browse(office.leader).get("/")
    part = tasks["Chờ xác nhận"].assignments.get()
    request = tasks["Xin gia hạn"].assignments.get().extensions.get()
    for address in (
        f"phan-viec/{part.pk}/xac-nhan/",
        f"phan-viec/{part.pk}/tra-lai/",
        f"gia-han/{request.pk}/quyet-dinh/",
    ):
        assert f'hx-get="/nhiem-vu/{address}"' in page.text
    assert "xin lùi đến 01/06/2024" in page.text
    assert "mưa bão" in page.text
    assert "Quý II/2024 · còn 90 ngày" in page.text


def test_inspection_and_the_superior_only_look(office: Office, tasks: dict[str, Task], browse: Browse) -> None:
    for actor in (office.inspector, office.superior):
        page = browse(actor).get("/").text
        assert "Đang chờ quyết định" in page
        assert "hx-get" not in page


def test_a_unit_sees_its_duties_in_order(office: Office, tasks: dict[str, Task], browse: Browse) -> None:
    board = browse(office.reporter).get("/").context["board"]
    assert [row.task.title for row in board.duties] == ["Trả lại", "Quá hạn", "Sắp đến hạn", "Xin gia hạn"]
    other = browse(office.other_reporter).get("/")
    assert [row.task.title for row in other.context["board"].duties] == ["Sắp đến hạn", "Của tòa"]
    assert "Nhận việc" in other.text


def test_accepting_from_today_comes_back(office: Office, tasks: dict[str, Task], browse: Browse) -> None:
    part = tasks["Của tòa"].assignments.get()
    response = browse(office.other_reporter).post(f"/nhiem-vu/phan-viec/{part.pk}/nhan/", {"version": 1, "next": "/"})
    assert response["Location"] == "/"


def test_the_specialist_sees_documents_to_review(office: Office, browse: Browse) -> None:
    document = make_document(office, Reviewed(said=(Said(decision="open"), Said())))
    page = browse(office.specialist).get("/").text
    assert f"/van-ban/{document.pk}/ra-soat/" in page
    assert "1 chỉ đạo chờ rà soát" in page
    assert f"/van-ban/{document.pk}/ra-soat/" not in browse(office.leader).get("/").text


def test_areas_of_the_period(office: Office, tasks: dict[str, Task], browse: Browse) -> None:
    client = browse(office.specialist)
    areas = client.get("/").context["board"].areas
    assert [(area, [count for _, count, _ in parts]) for area, _, parts in areas] == [
        ("security", [0, 3, 1, 1]),
        ("justice", [0, 1, 0, 0]),
    ]
    for _, address, parts in areas:
        assert client.get(address).context["view"].total == sum(count for _, count, _ in parts)


def test_before_there_is_anything(office: Office, browse: Browse) -> None:
    page = browse(office.specialist).get("/").text
    assert "Không có việc nào chờ quyết" in page
    assert "Chưa có nhiệm vụ trong kỳ" in page
    assert "Đơn vị không còn việc nào phải làm" in browse(office.reporter).get("/").text


def test_an_administrator_sees_no_task(office: Office, tasks: dict[str, Task], browse: Browse) -> None:
    page = browse(office.administrator).get("/").text
    assert "Quản trị tài khoản" in page
    assert POLICE not in page
    assert "nhiem-vu" not in page.replace('/nhiem-vu/" method="get"', "")


def test_another_committee_has_its_own_numbers(
    office: Office, stranger: Office, tasks: dict[str, Task], browse: Browse
) -> None:
    assert [tile.count for tile in browse(stranger.leader).get("/").context["board"].tiles] == [0, 0, 0, 0]


def test_the_number_of_queries_does_not_grow(
    office: Office, give: Give, browse: Browse, django_assert_max_num_queries: Any
) -> None:
    client, counts = browse(office.specialist), []
    for turn in range(2):
        for number in range(3):
            part = give(Said(f"Việc {turn} {number}", due_on=date(2024, 4, 2)))[0].assignments.get()
            accept_assignment(office.reporter, part.pk, version=1)
            report_done(office.reporter, part.pk, version=2, text="x")
        with django_assert_max_num_queries(22) as captured:
            client.get("/")
        counts.append(len(captured))
    assert counts[0] == counts[1]
