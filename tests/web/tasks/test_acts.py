"""The verbs' forms: on a page of their own, in a dialog, sent with faults, sent too late, sent by others."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.test import Client

from conftest import Office
from giaoban.committees.actors import Actor
from giaoban.tasks.actions import ask_extension, confirm_assignment, edit_task, return_report
from giaoban.tasks.models import Assignment, Entry, Task
from giaoban.web.tasks.acts import ACTS
from tasks.conftest import COURT, POLICE, fresh

Browse = Callable[[Actor], Client]
HTMX = {"HX-Request": "true", "HX-Current-URL": "http://testserver/nhiem-vu/"}


def address(name: str, pk: int) -> str:
    """Return a verb's address."""
    path = next(one.path for one in ACTS if one.name == name)
    return f"/nhiem-vu/{path.replace('<int:pk>', str(pk))}"


def test_a_unit_answers_from_start_to_end(office: Office, part: Assignment, browse: Browse) -> None:
    client = browse(office.reporter)
    page = f"/nhiem-vu/{part.task_id}/"
    assert client.post(address("assignment-accept", part.pk), {"version": 1})["Location"] == page
    values: dict[str, Any] = {"version": 2, "percent": 40, "text": "Đang làm"}
    assert client.post(address("assignment-progress", part.pk), values)["Location"] == page
    request = {"version": 3, "wanted_on": "5/5/2024", "reason": "Thiếu người"}
    assert client.post(address("extension-ask", part.pk), request).status_code == 302
    request_id = fresh(part).extensions.get().pk
    assert client.post(address("extension-drop", request_id), {"version": 1}).status_code == 302
    assert client.post(address("assignment-report", part.pk), {"version": 4, "text": "Xong"}).status_code == 302
    assert (fresh(part).state, fresh(part).percent) == ("reported", 40)


def test_the_office_decides(office: Office, reported: Assignment, browse: Browse) -> None:
    client = browse(office.leader)
    client.post(address("assignment-return", reported.pk), {"version": 3, "reason": "Thiếu"})
    assert fresh(reported).state == "returned"
    asked = ask_extension(office.reporter, reported.pk, version=4, wanted_on=date(2024, 5, 5), reason="x")
    values = {"version": 1, "decision": "grant", "granted_on": "06/05/2024", "answer": ""}
    client.post(address("extension-decide", asked.pk), values)
    assert fresh(reported).due_on == date(2024, 5, 6)


def test_who_decides_sees_what_is_decided_on(office: Office, reported: Assignment, browse: Browse) -> None:
    client = browse(office.leader)
    for name in ("assignment-confirm", "assignment-return"):
        page = client.get(address(name, reported.pk)).content.decode()
        assert "Báo cáo hoàn thành ngày" in page
        assert reported.entries.get(kind="reported").text in page
    return_report(office.leader, reported.pk, version=3, reason="Thiếu")
    asked = ask_extension(office.reporter, reported.pk, version=4, wanted_on=date(2024, 5, 5), reason="Thiếu vật liệu")
    page = client.get(address("extension-decide", asked.pk)).content.decode()
    assert f"Hạn hiện nay: {fresh(reported).due_on:%d/%m/%Y}; xin lùi đến 05/05/2024." in page


def test_the_office_changes(office: Office, part: Assignment, browse: Browse) -> None:
    client, task = browse(office.specialist), part.task
    client.post(address("task-edit", task.pk), {"version": 1, "title": "Tên khác"})
    client.post(address("task-due", task.pk), {"version": 2, "due_on": "31052024", "reason": "x"})
    units = [office.units[COURT].pk]
    client.post(address("task-leads", task.pk), {"version": 3, "units": units, "reason": "x"})
    client.post(address("task-supports", task.pk), {"version": 4, "units": [office.units[POLICE].pk], "reason": "x"})
    client.post(address("task-remind", task.pk), {"text": "Gửi sớm"})
    after: Task = fresh(task)
    assert (after.title, after.due_on, after.lead) == ("Tên khác", date(2024, 5, 31), office.units[COURT])
    assert after.entries.get(kind="reminded").text == "Gửi sớm"
    client.post(address("assignment-withdraw", after.assignments.get(role="support").pk), {"version": 3, "reason": "x"})
    client.post(address("task-withdraw", task.pk), {"version": 5, "reason": "x"})
    assert fresh(task).state == "withdrawn"


def test_what_was_done_is_said_with_its_undo(office: Office, reported: Assignment, browse: Browse) -> None:
    response = browse(office.leader).post(
        address("assignment-confirm", reported.pk), {"version": 3, "note": ""}, follow=True
    )
    entry = Entry.objects.get(kind="confirmed")
    assert "Đã xác nhận hoàn thành." in response.text
    assert f'action="/nhiem-vu/dien-bien/{entry.pk}/hoan-tac/" data-undo' in response.text


def test_in_a_dialog_only_the_form_comes_and_goes(office: Office, reported: Assignment, browse: Browse) -> None:
    client = browse(office.leader)
    form = client.get(address("assignment-return", reported.pk), headers=HTMX).text
    assert "<html" not in form
    assert 'id="act-title" hx-swap-oob="true">Trả lại báo cáo' in form
    assert f'data-draft="assignment-return-{reported.task_id}-v3"' in form
    response = client.post(address("assignment-return", reported.pk), {"version": 3, "reason": "Thiếu"}, headers=HTMX)
    assert response["HX-Redirect"] == "/nhiem-vu/"


def test_a_foreign_way_back_is_not_taken(office: Office, part: Assignment, browse: Browse) -> None:
    values = {"version": 1, "next": "https://example.org/"}
    response = browse(office.reporter).post(address("assignment-accept", part.pk), values)
    assert response["Location"] == f"/nhiem-vu/{part.task_id}/"


def test_a_faulty_form_keeps_what_was_typed(office: Office, accepted: Assignment, browse: Browse) -> None:
    client = browse(office.reporter)
    values: dict[str, Any] = {"version": 2, "percent": 150, "text": "Đã lát 450 m"}
    response = client.post(address("assignment-progress", accepted.pk), values)
    assert response.status_code == 422
    assert "Đã lát 450 m" in response.text
    assert "Tiến độ từ 0 đến 100." in response.text
    response = client.post(
        address("extension-ask", accepted.pk), {"version": 2, "wanted_on": "31/02/2024", "reason": "Thiếu vật liệu"}
    )
    assert "Hãy ghi ngày theo dạng" in response.text
    assert "Thiếu vật liệu" in response.text


def test_a_refusal_stands_above_the_form(office: Office, accepted: Assignment, browse: Browse) -> None:
    values = {"version": 2, "wanted_on": "20/04/2024", "reason": "Thiếu vật liệu"}
    response = browse(office.reporter).post(address("extension-ask", accepted.pk), values)
    assert response.status_code == 422
    assert "Hạn mới phải sau hạn hiện nay" in response.text


def test_a_secret_file_is_refused_and_nothing_kept(office: Office, accepted: Assignment, browse: Browse) -> None:
    from django.core.files.uploadedfile import SimpleUploadedFile

    files = [SimpleUploadedFile("a.txt", "MẬT\n\nKế hoạch tác chiến".encode()), SimpleUploadedFile("b.exe", b"MZ")]
    for file in files:
        values: dict[str, Any] = {"version": 2, "text": "Xong", "evidence": file}
        response = browse(office.reporter).post(address("assignment-report", accepted.pk), values)
        assert response.status_code == 422
    assert fresh(accepted).state == "accepted"


def test_too_late_gives_both_texts_and_the_new_version(office: Office, part: Assignment, browse: Browse) -> None:
    edit_task(office.specialist, part.task_id, version=1, title="Tên của người sửa trước")
    client = browse(office.specialist)
    typed = {"version": 1, "title": "Tên của người sửa sau"}
    response = client.post(address("task-edit", part.task_id), typed)
    assert response.status_code == 409
    for words in ("Tên của người sửa trước", "Tên của người sửa sau", 'name="version" value="2"'):
        assert words in response.text
    assert client.post(address("task-edit", part.task_id), typed | {"version": 2}).status_code == 302


def test_a_refusal_by_words_needs_words(office: Office, accepted: Assignment, browse: Browse) -> None:
    asked = ask_extension(office.reporter, accepted.pk, version=2, wanted_on=date(2024, 5, 5), reason="x")
    client = browse(office.leader)
    refuse = {"version": 1, "decision": "refuse", "granted_on": "05/05/2024", "answer": ""}
    assert "Hãy ghi lý do không đồng ý." in client.post(address("extension-decide", asked.pk), refuse).text
    grant = {"version": 1, "decision": "grant", "granted_on": "", "answer": ""}
    assert "Hãy ghi hạn mới." in client.post(address("extension-decide", asked.pk), grant).text
    client.post(address("extension-decide", asked.pk), refuse | {"answer": "Phải xong trước lễ"})
    assert fresh(asked).decision == "refused"


@pytest.mark.parametrize("act", ACTS, ids=[one.name for one in ACTS])
@pytest.mark.parametrize("method", ["get", "post"])
def test_a_verb_is_open_to_its_right_only(
    office: Office, stranger: Office, reported: Assignment, browse: Browse, act: Any, method: str
) -> None:
    asked = reported.extensions.create(wanted_on=date(2024, 5, 5), reason="x", asked_by="x")
    pk = {"p": reported.pk, "g": asked.pk, "<": reported.task_id}[act.path[0]]
    where = address(act.name, pk)
    for role in ("specialist", "leader", "reporter", "inspector", "superior", "administrator"):
        actor: Actor = getattr(office, role)
        status = getattr(browse(actor), method)(where).status_code
        assert (status == 403) is not actor.may(act.right), role
        assert getattr(browse(getattr(stranger, role)), method)(where).status_code in (403, 404)
    assert getattr(browse(office.other_reporter), method)(where).status_code in (403, 404)


def test_a_leads_form_shows_who_leads(office: Office, part: Assignment, browse: Browse) -> None:
    form = browse(office.specialist).get(address("task-leads", part.task_id)).context["form"]
    assert form.initial["units"] == [office.units[POLICE].pk]
    assert len(form.fields["units"].choices) == len(office.units)
    form = browse(office.specialist).get(address("task-supports", part.task_id)).context["form"]
    assert office.units[POLICE].pk not in [pk for pk, _ in form.fields["units"].choices]


def test_a_confirmed_part_cannot_be_confirmed_again(office: Office, reported: Assignment, browse: Browse) -> None:
    confirm_assignment(office.leader, reported.pk, version=3)
    response = browse(office.leader).post(address("assignment-confirm", reported.pk), {"version": 4})
    assert response.status_code == 422
    assert "Nhiệm vụ này đã khép" in response.text
