"""The register of cited documents and the page of one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict
from datetime import date
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from conftest import Office
from giaoban.audit.actions import action, record
from giaoban.committees.actors import Actor
from giaoban.documents.actions.entering import enter_citations
from giaoban.documents.models import CitedDocument, Document
from giaoban.jobs.runner import run_waiting
from giaoban.language.citations import find_citations
from giaoban.tasks.actions import withdraw_assignment
from giaoban.tasks.models import Task
from giaoban.tasks.queries import cited_figures
from tasks.conftest import COURT, Said

pytestmark = pytest.mark.db
Browse = Callable[[Actor], Client]
Give = Callable[..., list[Task]]
FULL = "Thực hiện Nghị quyết số 06, ngày 21/12/2021 của Tỉnh ủy về an ninh"
SHORT = "Sơ kết Nghị quyết 06 của Tỉnh ủy"


@action
def enter(office: Office, task: Task) -> Document:
    """Let the reader find what the task's document cites."""
    document = task.document
    found = [asdict(one) for one in find_citations(document.text)]
    document.extraction = {"citations": found}
    document.save()
    enter_citations(document)
    record(office.specialist, "tests.document.read", document)
    return document


@pytest.fixture
def tasks(office: Office, give: Give) -> list[Task]:
    """Three tasks of two documents that cite one resolution, one task that does not."""
    first = give(Said(FULL), Said("Tăng cường tuần tra trên biển"))
    second = give(Said(SHORT, lead=(COURT,), due_on=date(2024, 3, 1)), Said(f"{SHORT} lần hai"))
    for task in (first[0], second[0]):
        enter(office, task)
    return [*first, *second]


@pytest.fixture
def entry(tasks: list[Task]) -> CitedDocument:
    """The resolution."""
    return CitedDocument.objects.get()


def test_the_register_counts_what_cites(office: Office, entry: CitedDocument, browse: Browse) -> None:
    figures = cited_figures(office.leader, [entry.pk])[entry.pk]
    assert (figures.tasks, figures.open, figures.done) == (3, 3, 0)
    content = browse(office.leader).get("/van-ban/vien-dan/").content.decode()
    assert entry.name in content
    assert f'href="/nhiem-vu/?state=all&amp;cited={entry.pk}">3</a>' in content


@pytest.mark.parametrize(
    ("query", "is_found"), [("q=nghi+quyet+06", True), ("kind=nghị+quyết", True), ("q=luat", False)]
)
def test_the_register_is_searched(
    office: Office, entry: CitedDocument, browse: Browse, query: str, is_found: bool
) -> None:
    content = browse(office.leader).get(f"/van-ban/vien-dan/?{query}&sort=x&page=x").content.decode()
    assert (entry.name in content) is is_found


def test_its_page_shows_every_task_by_conference(
    office: Office, entry: CitedDocument, tasks: list[Task], browse: Browse
) -> None:
    content = browse(office.leader).get(f"/van-ban/vien-dan/{entry.pk}/").content.decode()
    for task in (tasks[0], *tasks[2:]):
        assert task.code in content
    assert tasks[1].code not in content
    assert content.count("Hội nghị ngày 27/03/2024") == 2
    assert "Quá hạn" in content


def test_a_reporter_sees_the_own_units_tasks_only(
    office: Office, entry: CitedDocument, tasks: list[Task], browse: Browse
) -> None:
    content = browse(office.other_reporter).get(f"/van-ban/vien-dan/{entry.pk}/").content.decode()
    assert tasks[2].code in content
    assert tasks[0].code not in content
    assert cited_figures(office.other_reporter, [entry.pk])[entry.pk].tasks == 1


def test_what_is_closed_elsewhere_is_closed_here(
    office: Office, entry: CitedDocument, tasks: list[Task], browse: Browse
) -> None:
    part = tasks[0].assignments.get()
    withdraw_assignment(office.specialist, part.pk, version=part.version, reason="Đã giao đơn vị khác")
    assert "Thu hồi" in browse(office.leader).get(f"/van-ban/vien-dan/{entry.pk}/").content.decode()
    assert cited_figures(office.leader, [entry.pk])[entry.pk].open == 2


def test_numbers_open_the_list_of_that_count(office: Office, entry: CitedDocument, browse: Browse) -> None:
    content = browse(office.leader).get(f"/nhiem-vu/?state=all&cited={entry.pk}").content.decode()
    assert content.count('<td class="what">') == 3
    assert entry.name in content


def test_the_task_and_the_document_lead_to_it(
    office: Office, entry: CitedDocument, tasks: list[Task], browse: Browse
) -> None:
    address = f'href="/van-ban/vien-dan/{entry.pk}/"'
    client = browse(office.leader)
    assert address in client.get(f"/nhiem-vu/{tasks[0].pk}/").content.decode()
    assert address not in client.get(f"/nhiem-vu/{tasks[1].pk}/").content.decode()
    assert address in client.get(f"/van-ban/{tasks[1].document_id}/").content.decode()


def test_its_own_text_shows_what_nobody_was_given(
    office: Office, entry: CitedDocument, browse: Browse, files: Any
) -> None:
    client = browse(office.specialist)
    text = "Yêu cầu Công an thị xã mở đợt cao điểm trấn áp tội phạm trước ngày 30/6/2024."
    sent = {"text": text, "title": "Nghị quyết 06", "declares_no_secret": "on"}
    assert client.post(f"/van-ban/them/?cited={entry.pk}", sent).status_code == 302
    run_waiting()
    content = client.get(f"/van-ban/vien-dan/{entry.pk}/").content.decode()
    assert "Văn bản yêu cầu mà chưa giao cho ai" in content
    assert "mở đợt cao điểm trấn áp tội phạm" in content
    assert "Rà soát để giao nhiệm vụ" in content


def test_it_is_edited_merged_and_taken_apart(office: Office, entry: CitedDocument, give: Give, browse: Browse) -> None:
    enter(office, give(Said("Thực hiện Nghị quyết số 16-NQ/TU"))[0])
    other = CitedDocument.objects.exclude(pk=entry.pk).get()
    client = browse(office.specialist)
    sent = {"kind": "nghị quyết", "number": "16-NQ/TU", "subject": "Về an ninh", "version": other.version}
    assert client.post(f"/van-ban/vien-dan/{other.pk}/sua/", sent).status_code == 302
    assert client.post(f"/van-ban/vien-dan/{other.pk}/sua/", sent | {"number": ""}).status_code == 409
    merge = {"into": entry.pk, "version": other.version + 1}
    answer = client.post(f"/van-ban/vien-dan/{other.pk}/gop/", merge, follow=True).content.decode()
    assert "Đã gộp vào đây" in answer
    assert client.get(f"/van-ban/vien-dan/{other.pk}/").headers["Location"] == f"/van-ban/vien-dan/{entry.pk}/"
    client.post(f"/van-ban/vien-dan/{other.pk}/tach-lai/")
    assert client.get(f"/van-ban/vien-dan/{other.pk}/").status_code == 200
    chosen = {"citations": [entry.citations.last().pk], "version": entry.version}
    assert client.post(f"/van-ban/vien-dan/{entry.pk}/tach/", chosen).status_code == 302
    assert client.post(f"/van-ban/vien-dan/{entry.pk}/tach/", {"version": 1}).status_code == 422
    assert client.post(f"/van-ban/vien-dan/{entry.pk}/toan-van/", {"document": ""}).status_code == 302


def test_more_of_everything_costs_no_more_queries(
    office: Office, entry: CitedDocument, give: Give, browse: Browse
) -> None:
    client = browse(office.leader)

    def queries(address: str) -> int:
        client.get(address)
        with CaptureQueriesContext(connection) as caught:
            client.get(address)
        return len(caught)

    addresses = ["/van-ban/vien-dan/", f"/van-ban/vien-dan/{entry.pk}/"]
    before = [queries(one) for one in addresses]
    for number in range(10, 14):
        enter(office, give(Said(f"{SHORT} và Chỉ thị số {number}-CT/TU"), Said(SHORT))[0])
    assert [queries(one) for one in addresses] == before
