"""The pages of units' reports, of readiness and of the calendar."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from conferences.cast import concluded, planned
from conftest import Office
from giaoban.audit import clock
from giaoban.committees.actors import Actor
from giaoban.conferences import actions
from giaoban.conferences.models import UnitReport
from giaoban.tasks.models import Assignment

Browse = Callable[[Actor], Client]
POLICE = "Công an thị xã"


@pytest.fixture(autouse=True)
def _own_files(settings: Any, tmp_path: Any) -> Any:
    settings.FILES_ROOT = tmp_path / "files"
    with clock.set_to(date(2024, 6, 17)):
        yield


@pytest.fixture
def report(office: Office) -> UnitReport:
    """The police's report for the second conference."""
    concluded(office)
    second = planned(
        office, reviewed="2024-Q2", ahead="2024-Q3", held_on=date(2024, 6, 27), reports_due_on=date(2024, 6, 18)
    )
    actions.invite_units(office.specialist, second.pk, [office.units[POLICE].pk])
    return second.reports.get()


def _page(report: UnitReport) -> str:
    return reverse("report-page", args=[report.pk])


def _sent(office: Office, report: UnitReport, **more: Any) -> dict[str, Any]:
    pk = Assignment.objects.get(unit=office.units[POLICE]).pk
    version = UnitReport.objects.get(pk=report.pk).version
    return {"version": version, f"text_{pk}": "Đã mở cao điểm", f"percent_{pk}": "60", "results": "Tốt", **more}


def test_today_leads_the_reporter_to_the_report(office: Office, browse: Browse, report: UnitReport) -> None:
    client = browse(office.reporter)
    assert _page(report) in client.get("/").text
    assert "Trả lời chỉ đạo" in client.get(_page(report)).text
    assert _page(report) in client.get(reverse("conference-page", args=[report.conference_id])).text


def test_it_is_saved_sent_returned_sent_again_and_taken(office: Office, browse: Browse, report: UnitReport) -> None:
    unit, desk = browse(office.reporter), browse(office.specialist)
    unit.post(_page(report), _sent(office, report, do="save"))
    assert UnitReport.objects.get().state == "draft"
    page = unit.post(_page(report), _sent(office, report, do="send"), follow=True)
    assert "Đã gửi báo cáo." in page.text
    assert Assignment.objects.get(unit=office.units[POLICE]).percent == 60
    version = UnitReport.objects.get().version
    desk.post(reverse("report-return", args=[report.pk]), {"version": version, "reason": "Thiếu số liệu"})
    assert "Thiếu số liệu" in unit.get(_page(report)).text
    unit.post(_page(report), _sent(office, report, do="send"))
    desk.post(reverse("report-accept", args=[report.pk]), {"version": UnitReport.objects.get().version})
    assert UnitReport.objects.get().state == "accepted"
    read = desk.get(_page(report))
    assert "Bản 2" in read.text
    desk.post(reverse("report-unaccept", args=[report.pk]))
    assert UnitReport.objects.get().state == "sent"


def test_what_is_wrong_is_told_at_its_field(office: Office, browse: Browse, report: UnitReport) -> None:
    pk = Assignment.objects.get(unit=office.units[POLICE]).pk
    wrong = _sent(office, report, do="send", **{f"percent_{pk}": "160"})
    answer = browse(office.reporter).post(_page(report), wrong)
    assert answer.status_code == 422
    assert "Tiến độ phải từ 0 đến 100 phần trăm." in answer.text
    assert "Đã mở cao điểm" in answer.text


def test_a_stale_report_keeps_what_was_typed(office: Office, browse: Browse, report: UnitReport) -> None:
    client, old = browse(office.reporter), _sent(office, report, do="save")
    client.post(_page(report), old)
    answer = client.post(_page(report), old | {"results": "Bản khác"})
    assert answer.status_code == 409
    assert "Bản khác" in answer.text


def test_a_document_is_uploaded_or_refused_with_a_reason(office: Office, browse: Browse, report: UnitReport) -> None:
    client, address = browse(office.reporter), reverse("report-upload", args=[report.pk])
    sent = {"file-version": report.version, "file-declares_no_secret": "on"}
    bad = client.post(address, sent | {"file-file": SimpleUploadedFile("x.exe", b"MZ")})
    assert bad.status_code == 422
    assert "Không nhận tệp" in bad.text
    fine = SimpleUploadedFile("bc.txt", "Báo cáo quý II của Công an thị xã.".encode())
    assert client.post(address, sent | {"file-file": fine}).status_code == 302
    file = browse(office.specialist).get(reverse("report-file", args=[report.pk]))
    assert file.content == "Báo cáo quý II của Công an thị xã.".encode()


def test_others_read_and_do_not_write(office: Office, stranger: Office, browse: Browse, report: UnitReport) -> None:
    assert "Gửi báo cáo" not in browse(office.specialist).get(_page(report)).text
    assert browse(office.specialist).post(_page(report), {"do": "send"}).status_code == 404
    assert browse(office.other_reporter).get(_page(report)).status_code == 404
    assert browse(stranger.specialist).get(_page(report)).status_code == 404


def test_readiness_tells_and_reminds(office: Office, browse: Browse, report: UnitReport) -> None:
    address = reverse("conference-readiness", args=[report.conference_id])
    client = browse(office.specialist)
    page = client.get(address)
    assert "Đôn đốc 1 báo cáo, 2 nhiệm vụ" in page.text
    page = client.post(address, {"text": "Gấp"}, follow=True)
    assert "Đã đôn đốc: 1 báo cáo, 2 nhiệm vụ." in page.text
    assert ": Gấp" in browse(office.reporter).get(_page(report)).text
    client.post(reverse("report-remind", args=[report.pk]))
    client.post(reverse("report-unwant", args=[report.pk]), {"version": report.version})
    assert UnitReport.objects.get().is_closed
    assert browse(office.leader).get(address).status_code == 200
    assert browse(office.leader).post(address, {}).status_code == 403
    assert browse(office.reporter).get(address).status_code == 403


def test_the_calendar_shows_conflicts(office: Office, browse: Browse, report: UnitReport) -> None:
    planned(office, kind="extraordinary", reviewed="", ahead="", held_on=date(2024, 6, 27))
    page = browse(office.specialist).get("/hoi-nghi/lich/?nam=2024")
    assert page.text.count("cùng người chủ trì") == 2
    own = browse(office.specialist).get(reverse("conference-page", args=[report.conference_id]))
    assert "cùng người chủ trì" in own.text


def _queries(client: Client, address: str) -> int:
    with CaptureQueriesContext(connection) as asked:
        assert client.get(address).status_code == 200
    return len(asked)


@pytest.mark.parametrize("name", ["conference-readiness", "conference-page"])
def test_a_page_asks_as_often_for_many_units_as_for_one(
    office: Office, browse: Browse, report: UnitReport, name: str
) -> None:
    client, address = browse(office.specialist), reverse(name, args=[report.conference_id])
    _queries(client, address)
    before = _queries(client, address)
    actions.invite_units(office.specialist, report.conference_id, [one.pk for one in office.units.values()])
    assert _queries(client, address) == before
