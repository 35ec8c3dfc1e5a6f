"""Forms that are done once: sent again they give the same answer, with another body they are refused."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from conftest import Office
from documents.conftest import CONCLUSION
from giaoban.audit.models import AuditEvent, Submission
from giaoban.committees.actors import Actor
from giaoban.documents.models import Document
from giaoban.jobs.runner import run_waiting
from giaoban.tasks.models import Assignment, Entry
from tasks.conftest import _on_the_day, accepted, give, part

__all__ = ["_on_the_day", "accepted", "give", "part"]

Browse = Callable[[Actor], Client]
ADD = "/van-ban/them/"


@pytest.fixture(autouse=True)
def files(settings: Any, tmp_path: Path) -> None:
    settings.FILES_ROOT = tmp_path / "files"


def key_in(page: str) -> str:
    found = re.findall(r'name="once" value="([0-9a-f-]{36})"', page)
    assert len(found) == 1
    return str(found[0])


def test_the_forms_bear_a_key_of_their_own_each_time(office: Office, accepted: Assignment, browse: Browse) -> None:
    specialist, reporter = browse(office.specialist), browse(office.reporter)
    keys = {key_in(specialist.get(ADD).content.decode()) for _ in range(2)}
    for verb in ("tien-do", "bao-cao", "xin-gia-han"):
        keys.add(key_in(reporter.get(f"/nhiem-vu/phan-viec/{accepted.pk}/{verb}/").content.decode()))
    assert len(keys) == 5


def test_a_report_sent_again_gives_the_same_answer(office: Office, accepted: Assignment, browse: Browse) -> None:
    client, address = browse(office.reporter), f"/nhiem-vu/phan-viec/{accepted.pk}/tien-do/"
    form = {
        "once": key_in(client.get(address).content.decode()),
        "version": accepted.version,
        "percent": 40,
        "text": "Đang làm",
    }
    first, again = (client.post(address, dict(form)) for _ in range(2))
    assert (first.status_code, first["Location"]) == (again.status_code, again["Location"]) == (302, again["Location"])
    assert Entry.objects.filter(kind="progress").count() == 1
    other = client.post(address, form | {"percent": 60})
    assert other.status_code == 422
    assert "đã được gửi với nội dung khác" in other.content.decode()
    assert Entry.objects.filter(kind="progress").count() == 1


def test_with_htmx_too(office: Office, accepted: Assignment, browse: Browse) -> None:
    client, address = browse(office.reporter), f"/nhiem-vu/phan-viec/{accepted.pk}/tien-do/"
    form = {"once": str(uuid4()), "version": accepted.version, "percent": 40, "text": "Đang làm"}
    answers = [client.post(address, form | {"percent": 40 + n}, headers={"HX-Request": "true"}) for n in (0, 0, 1)]
    assert answers[0]["HX-Redirect"] == answers[1]["HX-Redirect"]
    assert (answers[2].status_code, answers[2]["HX-Reswap"]) == (422, "none")
    assert "giaoban:toast" in answers[2]["HX-Trigger"]


def test_a_file_sent_again_is_received_once(office: Office, browse: Browse) -> None:
    client, key = browse(office.specialist), str(uuid4())

    def send(data: bytes) -> Any:
        file = SimpleUploadedFile("Kết luận.txt", data)
        return client.post(ADD, {"once": key, "file": file, "declares_no_secret": "on"})

    first, again = send(CONCLUSION.encode()), send(CONCLUSION.encode())
    assert first["Location"] == again["Location"]
    assert Document.objects.count() == 1
    assert not AuditEvent.objects.filter(action="documents.document.received_again").exists()
    assert send(b"Ket luan khac").status_code == 422
    assert Document.objects.count() == 1


def test_a_form_that_was_refused_can_be_mended_under_its_key(office: Office, browse: Browse) -> None:
    client, key = browse(office.specialist), str(uuid4())
    refused = client.post(ADD, {"once": key, "text": CONCLUSION})
    assert refused.status_code == 422
    assert not Submission.objects.exists()
    mended = client.post(ADD, {"once": key, "text": CONCLUSION, "declares_no_secret": "on"})
    assert mended.status_code == 302


def test_an_ended_session_uses_up_no_key(office: Office, browse: Browse) -> None:
    form = {"once": str(uuid4()), "text": CONCLUSION, "declares_no_secret": "on"}
    client = browse(office.specialist)
    session = client.session
    session["used"] = 0
    session["began"] = 0
    session.save()
    assert client.post(ADD, form)["Location"].startswith("/dang-nhap/")
    assert browse(office.specialist).post(ADD, form)["Location"].startswith("/van-ban/")


@pytest.mark.parametrize("key", ["", "not-a-key", "1"])
def test_without_a_key_a_form_is_worked_on_as_ever(office: Office, browse: Browse, key: str) -> None:
    sent = browse(office.specialist).post(ADD, {"once": key, "text": CONCLUSION, "declares_no_secret": "on"})
    assert sent.status_code == 302
    assert not Submission.objects.exists()


def test_a_directive_is_added_once(office: Office, browse: Browse) -> None:
    client = browse(office.specialist)
    client.post(ADD, {"text": CONCLUSION, "declares_no_secret": "on"})
    run_waiting()
    document = Document.objects.get()
    start = document.text.index("các đại biểu dâng hương")
    form = {"once": str(uuid4()), "start": start, "end": start + 23}
    answers = [client.post(f"/van-ban/{document.pk}/ra-soat/them/", dict(form)) for _ in range(2)]
    assert answers[0]["Location"] == answers[1]["Location"]
    assert document.directives.filter(proposed__isnull=True).count() == 1
