"""The page of the rules on dues, and what they change on the other pages."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from django.test import Client

from conftest import Office
from giaoban.audit import clock
from giaoban.committees.actors import Actor, the_system
from giaoban.tasks.actions import ask_extension, change_due, make_escalations, set_time_rules
from giaoban.tasks.models import Assignment, TimeRules
from giaoban.tasks.queries import rules_of
from tasks.conftest import fresh

Browse = Callable[[Actor], Client]
ADDRESS = "/nhiem-vu/quy-dinh/"


def sent(**changes: Any) -> dict[str, Any]:
    """Return what the form sends."""
    values = {
        "number": 0,
        "most_extensions": 1,
        "longest_extension": 30,
        "extension_by": "leader",
        "counts_working_days": "on",
        "remind_before": 5,
        "tell_after": 1,
        "continuous_rhythm": "month",
        "basis": "Quy chế 05-QC/ThU",
    }
    return values | changes


def test_those_with_the_right_set_them(office: Office, browse: Browse) -> None:
    client = browse(office.leader)
    assert client.post(ADDRESS, sent()).status_code == 302
    page = client.get(ADDRESS).content.decode()
    assert "Mỗi phần việc được gia hạn nhiều nhất 1 lần." in page
    assert "Quy chế 05-QC/ThU" in page
    assert rules_of(office.committee.pk).remind_head is False


def test_a_unit_reads_and_does_not_set(office: Office, browse: Browse) -> None:
    client = browse(office.reporter)
    page = client.get(ADDRESS).content.decode()
    assert "Không giới hạn số lần gia hạn." in page
    assert "Lưu quy định" not in page
    assert client.post(ADDRESS, sent()).status_code == 403
    assert not TimeRules.objects.exists()


def test_an_example_fills_the_form(office: Office, browse: Browse) -> None:
    page = browse(office.administrator).get(f"{ADDRESS}?mau=once").content.decode()
    assert 'name="longest_extension" value="30"' in page


def test_what_was_typed_stays_where_somebody_else_was_quicker(office: Office, browse: Browse) -> None:
    client = browse(office.leader)
    client.post(ADDRESS, sent())
    answer = client.post(ADDRESS, sent(tell_after=9))
    page = answer.content.decode()
    assert (answer.status_code, TimeRules.objects.count()) == (422, 1)
    assert "Quy định vừa được người khác sửa." in page
    assert 'name="tell_after" value="9"' in page
    assert 'name="number" value="1"' in page
    assert client.post(ADDRESS, sent(number=1, tell_after=9)).status_code == 302


def test_a_number_that_cannot_be_is_said_at_its_field(office: Office, browse: Browse) -> None:
    answer = browse(office.leader).post(ADDRESS, sent(remind_before=400))
    assert answer.status_code == 422
    assert "Số từ 0 đến 365." in answer.content.decode()


def test_the_specialist_has_no_button_where_a_leader_decides(
    office: Office, accepted: Assignment, browse: Browse
) -> None:
    values = {name: value for name, value in sent().items() if name not in ("number", "basis")}
    set_time_rules(office.leader, number=0, values=values | {"counts_working_days": True, "remind_head": True})
    unit = browse(office.reporter)
    form = unit.get(f"/nhiem-vu/phan-viec/{accepted.pk}/xin-gia-han/").content.decode()
    assert "Theo quy định được gia hạn nhiều nhất 1 lần; đã gia hạn 0 lần." in form
    assert "Lãnh đạo quyết định." in form
    ask_extension(office.reporter, accepted.pk, version=accepted.version, wanted_on=date(2024, 5, 5), reason="x")
    address = f"/nhiem-vu/{accepted.task_id}/"
    assert "Quyết định…" not in browse(office.specialist).get(address).content.decode()
    assert "Quyết định…" in browse(office.leader).get(address).content.decode()


def test_the_page_of_a_task_tells_each_move_of_its_due(office: Office, part: Assignment, browse: Browse) -> None:
    change_due(office.specialist, part.task_id, version=1, due_on=date(2024, 5, 10), reason="Trùng lễ")
    page = browse(office.reporter).get(f"/nhiem-vu/{part.task_id}/").content.decode()
    assert "20/04/2024 → 10/05/2024" in page
    assert "văn phòng đổi" in page
    assert "Hạn đã đổi 1 lần" in page


def test_today_says_whom_to_press(office: Office, accepted: Assignment, browse: Browse) -> None:
    with clock.set_to(date(2024, 4, 24)):
        make_escalations(the_system(office.committee.pk))
        office_page = browse(office.specialist).get("/").content.decode()
        leader_page = browse(office.leader).get("/").content.decode()
        assert "Cần đôn đốc" in office_page
        assert "đã báo lãnh đạo" in office_page
        assert "Quá hạn đã báo lãnh đạo" in leader_page
        assert "Cần đôn đốc" not in browse(office.reporter).get("/").content.decode()
    assert fresh(accepted).state == "accepted"
