"""Whether a directive was said before: on the card of a review, on a task's page, and while one is drafted."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.test import Client

from conftest import Office
from documents.test_repeats import agree, said
from giaoban.committees.actors import Actor
from giaoban.documents import actions
from giaoban.documents.models import Directive, Document, Repetition
from giaoban.tasks.actions import assign_tasks
from giaoban.tasks.filter import Group, TaskFilter
from giaoban.tasks.models import Task
from giaoban.tasks.queries import group_counts

__all__ = ["said"]
pytestmark = pytest.mark.db
Browse = Callable[[Actor], Client]


def give(office: Office, directive: Directive) -> Task:
    """Accept the one directive of a document and give its task."""
    actions.accept_directive(office.specialist, directive.pk, version=directive.version)
    document = Document.objects.get(pk=directive.document_id)
    actions.sign_rest(office.specialist, document.pk, version=document.version)
    document.refresh_from_db()
    return assign_tasks(office.specialist, document.pk, version=document.version)[0]


def test_the_review_proposes_and_a_person_agrees(office: Office, said: list[Directive], browse: Browse) -> None:
    task = give(office, said[0])
    client = browse(office.specialist)
    address = f"/van-ban/{said[1].document_id}/ra-soat/"
    content = client.get(address).content.decode()
    assert "Có thể lặp lại" in content
    assert task.code in content, "what was done then"
    row = Repetition.objects.get(directive=said[1])
    sent = {"version": row.version}
    content = client.post(f"/van-ban/lap-lai/{row.pk}/dung/", sent, follow=True).content.decode()
    assert "Lần thứ 2: quý II/2023" in content
    assert client.post(f"/van-ban/lap-lai/{row.pk}/khong/", sent).status_code == 409
    client.post(f"/van-ban/lap-lai/{row.pk}/hoan-tac/")
    assert "Có thể lặp lại" in client.get(address).content.decode()
    row.refresh_from_db()
    client.post(f"/van-ban/lap-lai/{row.pk}/khong/", {"version": row.version})
    assert "Có thể lặp lại" not in client.get(address).content.decode()


def test_the_task_tells_which_time_it_is(office: Office, said: list[Directive], browse: Browse) -> None:
    tasks = [give(office, one) for one in said]
    agree(office, said[1], said[0])
    agree(office, said[2], said[1])
    client = browse(office.leader)
    content = client.get(f"/nhiem-vu/{tasks[2].pk}/").content.decode()
    assert "Lần thứ 3: quý II/2023, quý III/2023" in content
    assert tasks[0].code in content
    assert "Đúng là lặp lại" not in content
    assert group_counts(office.leader, TaskFilter(group=Group.REPEATED))[Group.REPEATED] == 2
    listed = client.get("/nhiem-vu/?state=repeated").content.decode()
    assert tasks[2].code in listed
    assert tasks[0].code not in listed


@pytest.mark.parametrize("back", ["https://khac.vn/", "//khac.vn", "/nhiem-vu/"])
def test_it_leads_back_inside_only(office: Office, said: list[Directive], browse: Browse, back: str) -> None:
    row = Repetition.objects.filter(directive=said[1]).get()
    sent = {"version": row.version, "back": back}
    answer = browse(office.specialist).post(f"/van-ban/lap-lai/{row.pk}/dung/", sent)
    assert answer.headers["Location"].startswith("/nhiem-vu/" if back == "/nhiem-vu/" else "/van-ban/")


def test_words_being_drafted_are_looked_for(office: Office, said: list[Directive], browse: Browse) -> None:
    client = browse(office.leader)
    found = client.get("/van-ban/da-tung-chi-dao/?loi=củng cố các tổ hòa giải ở cơ sở").content.decode()
    assert "quý II/2023" in found
    assert "Chưa thấy chỉ đạo nào" in client.get("/van-ban/da-tung-chi-dao/?loi=diễn tập").content.decode()
    assert client.get("/van-ban/da-tung-chi-dao/").status_code == 200
