"""A task's page: what is next for whom, what happened, the passage of the document."""

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
    decide_extension,
    report_progress,
    return_report,
)
from giaoban.tasks.models import Assignment, Entry, Evidence, Task
from tasks.conftest import COURT, POLICE, WARDS, Said, fresh

Give = Callable[..., list[Task]]
Browse = Callable[[Actor], Client]


def buttons(client: Client, task_id: int) -> list[str]:
    """Return the buttons of the steps on a task's page."""
    steps = client.get(f"/nhiem-vu/{task_id}/").context["steps"]
    return [button.words for step in steps for button in step.buttons]


def test_it_shows_words_source_and_timeline(office: Office, give: Give, browse: Browse) -> None:
    task = give(Said("Việc thứ nhất"), Said("Nâng cao chất lượng xét xử", lead=(COURT,), support=WARDS))[1]
    page = browse(office.inspector).get(f"/nhiem-vu/{task.pk}/").text
    assert "NV-2024-002" in page
    assert '<blockquote class="quote">Nâng cao chất lượng xét xử</blockquote>' in page
    assert f"/van-ban/{task.document_id}/?chon={task.directive_id}#line-0" in page
    assert "Chủ trì (đề nghị)" in page
    assert "theo 41-TB/ThU" in page
    assert "20/04/2024" in page


def test_a_body_that_is_directed_is_not_asked(office: Office, give: Give, browse: Browse) -> None:
    page = browse(office.specialist).get(f"/nhiem-vu/{give(Said())[0].pk}/").text
    assert "(đề nghị)" not in page


@pytest.mark.parametrize(
    ("role", "words"),
    [
        ("reporter", ["Nhận việc"]),
        ("specialist", []),
        ("leader", []),
        ("inspector", []),
        ("superior", []),
    ],
)
def test_a_new_task_waits_for_its_unit(
    office: Office, part: Assignment, browse: Browse, role: str, words: list[str]
) -> None:
    assert buttons(browse(getattr(office, role)), part.task_id) == words


def test_a_unit_at_work(office: Office, accepted: Assignment, browse: Browse) -> None:
    client = browse(office.reporter)
    assert buttons(client, accepted.task_id) == ["Báo cáo hoàn thành…", "Báo tiến độ…", "Xin gia hạn…"]
    ask_extension(office.reporter, accepted.pk, version=2, wanted_on=date(2024, 5, 5), reason="thiếu vật liệu")
    assert buttons(client, accepted.task_id)[-1] == "Rút đề nghị gia hạn…"
    assert buttons(browse(office.leader), accepted.task_id) == ["Quyết định…"]
    assert "thiếu vật liệu" in browse(office.leader).get(f"/nhiem-vu/{accepted.task_id}/").text
    assert buttons(browse(office.inspector), accepted.task_id) == []


def test_a_report_waits_for_the_office(office: Office, reported: Assignment, browse: Browse) -> None:
    for actor in (office.specialist, office.leader):
        assert buttons(browse(actor), reported.task_id) == ["Xác nhận", "Trả lại…"]
    assert buttons(browse(office.reporter), reported.task_id) == []
    return_report(office.leader, reported.pk, version=3, reason="Thiếu số người dự")
    page = browse(office.reporter).get(f"/nhiem-vu/{reported.task_id}/")
    assert page.context["steps"][0].quote == "Thiếu số người dự"


def test_a_closed_task_says_so(office: Office, reported: Assignment, browse: Browse) -> None:
    confirm_assignment(office.leader, reported.pk, version=3)
    page = browse(office.specialist).get(f"/nhiem-vu/{reported.task_id}/").text
    assert "Nhiệm vụ đã hoàn thành, khép ngày 01/04/2024." in page
    assert f"/nhiem-vu/phan-viec/{reported.pk}/mo-lai/" in page
    assert f"/nhiem-vu/{reported.task_id}/han/" not in page


def test_timeline_tells_days_old_and_new(office: Office, accepted: Assignment, browse: Browse) -> None:
    request = ask_extension(office.reporter, accepted.pk, version=2, wanted_on=date(2024, 5, 5), reason="trùng lễ")
    decide_extension(office.leader, request.pk, version=1, granted_on=date(2024, 5, 1), answer="Đồng ý")
    page = browse(office.reporter).get(f"/nhiem-vu/{accepted.task_id}/").text
    assert "<b>Gia hạn</b> từ 20/04/2024 đến 01/05/2024: Đồng ý" in page
    assert "<b>Xin gia hạn</b> từ 20/04/2024 đến 05/05/2024: trùng lễ" in page
    assert "ban đầu 20/04/2024" in page


def test_words_of_people_stay_words(office: Office, accepted: Assignment, browse: Browse) -> None:
    text = '<script>alert(1)</script> {{ 7|add:"7" }}'
    report_progress(office.reporter, accepted.pk, version=2, text=text, percent=10)
    page = browse(office.specialist).get(f"/nhiem-vu/{accepted.task_id}/").text
    assert "&lt;script&gt;alert(1)&lt;/script&gt; {{ 7|add:&quot;7&quot; }}" in page


def test_evidence_is_always_a_download(office: Office, stranger: Office, accepted: Assignment, browse: Browse) -> None:
    data = "Kế hoạch".encode()
    report_progress(office.reporter, accepted.pk, version=2, text="x", percent=10, files=[("../Kế hoạch.txt", data)])
    address = f"/nhiem-vu/tai-lieu/{Evidence.objects.get().pk}/"
    assert address in browse(office.leader).get(f"/nhiem-vu/{accepted.task_id}/").text
    response = browse(office.leader).get(address)
    assert response.content == data
    assert response["Content-Disposition"] == "attachment; filename*=UTF-8''K%E1%BA%BF%20ho%E1%BA%A1ch.txt"
    assert "sandbox" in response["Content-Security-Policy"]
    for actor in (office.other_reporter, stranger.specialist):
        assert browse(actor).get(address).status_code == 404
    assert browse(office.administrator).get(address).status_code == 403


def test_a_decision_is_undone_from_the_timeline(office: Office, reported: Assignment, browse: Browse) -> None:
    entry = confirm_assignment(office.leader, reported.pk, version=3)
    address = f"/nhiem-vu/dien-bien/{entry.pk}/hoan-tac/"
    assert address in browse(office.specialist).get(f"/nhiem-vu/{reported.task_id}/").text
    assert address not in browse(office.reporter).get(f"/nhiem-vu/{reported.task_id}/").text
    assert browse(office.reporter).post(address).status_code == 403
    response = browse(office.leader).post(address, follow=True)
    assert "Đã hoàn tác." in response.text
    assert fresh(reported).state == "reported"
    assert 'class="was"' in response.text
    assert browse(office.leader).post(address).status_code == 400


def test_foreign_and_unknown_ids_answer_alike(
    office: Office, stranger: Office, part: Assignment, browse: Browse
) -> None:
    entry = Entry.objects.get(kind="given")
    addresses = (
        f"/nhiem-vu/{part.task_id}/",
        f"/nhiem-vu/{part.task_id}/han/",
        f"/nhiem-vu/phan-viec/{part.pk}/xac-nhan/",
    )
    client = browse(stranger.specialist)
    for address in addresses:
        unknown = client.get(address.replace(str(part.task_id), "999999"))
        foreign = client.get(address)
        assert (foreign.status_code, unknown.status_code) == (404, 404)
    assert client.post(f"/nhiem-vu/dien-bien/{entry.pk}/hoan-tac/").status_code == 404
    assert browse(office.other_reporter).get(addresses[0]).status_code == 404


def test_the_number_of_queries_does_not_grow(
    office: Office, give: Give, browse: Browse, django_assert_max_num_queries: Any
) -> None:
    task = give(Said(lead=(POLICE,), support=(COURT, *WARDS)))[0]
    part = task.assignments.get(role="lead")
    accept_assignment(office.reporter, part.pk, version=1)
    client, counts = browse(office.specialist), []
    for version in range(2, 8):
        report_progress(office.reporter, part.pk, version=version, text="x", percent=10, files=[("a.txt", b"mot hai")])
        with django_assert_max_num_queries(21) as captured:
            client.get(f"/nhiem-vu/{task.pk}/")
        counts.append(len(captured))
    assert len(set(counts)) == 1
