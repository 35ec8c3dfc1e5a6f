"""The page that takes a document in."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from conftest import Office
from documents.conftest import CONCLUSION
from giaoban.committees.actors import Actor
from giaoban.documents.models import Document
from giaoban.jobs.runner import run_waiting

Browse = Callable[[Actor], Client]
ADDRESS = "/van-ban/them/"


def upload(name: str = "Kết luận.txt", data: bytes = CONCLUSION.encode()) -> SimpleUploadedFile:
    return SimpleUploadedFile(name, data)


def test_a_file_is_taken_in_and_its_reading_shown(office: Office, browse: Browse) -> None:
    client = browse(office.specialist)
    sent = client.post(ADDRESS, {"file": upload(), "declares_no_secret": "on"})
    document = Document.objects.get()
    assert sent.url == f"/van-ban/{document.pk}/"
    assert "hx-get" in client.get(sent.url).content.decode()
    assert client.get(f"/van-ban/{document.pk}/dang-doc/").status_code == 200
    run_waiting()
    assert client.get(f"/van-ban/{document.pk}/dang-doc/").headers["HX-Refresh"] == "true"
    assert "Rà soát" in client.get(sent.url).content.decode()


def test_pasted_text_is_taken_in(office: Office, browse: Browse) -> None:
    browse(office.specialist).post(ADDRESS, {"text": CONCLUSION, "title": "Kết luận", "declares_no_secret": "on"})
    assert Document.objects.get().title == "Kết luận"


def test_the_same_again_leads_to_the_first(office: Office, document: Document, browse: Browse) -> None:
    client = browse(office.specialist)
    sent = client.post(ADDRESS, {"text": CONCLUSION, "declares_no_secret": "on"}, follow=True)
    assert sent.redirect_chain[0][0] == f"/van-ban/{document.pk}/"
    assert "đã có trong hệ thống" in sent.content.decode()


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"text": CONCLUSION}, "Cần xác nhận điều này"),
        ({"declares_no_secret": "on", "title": "Một tên"}, "Chọn một tệp hoặc dán nội dung"),
        ({"text": "TỐI MẬT\nThông báo", "declares_no_secret": "on"}, "dấu chỉ độ mật"),
    ],
)
def test_what_is_refused_is_said_and_what_was_typed_kept(
    office: Office, browse: Browse, fields: dict[str, str], words: str
) -> None:
    page = browse(office.specialist).post(ADDRESS, fields)
    content = page.content.decode()
    assert page.status_code == 422
    assert words in content
    assert all(value.split("\n")[0] in content for name, value in fields.items() if name in ("text", "title"))
    assert not Document.objects.exists()


def test_both_at_once_are_refused(office: Office, browse: Browse) -> None:
    fields = {"file": upload(), "text": CONCLUSION, "declares_no_secret": "on"}
    assert browse(office.specialist).post(ADDRESS, fields).status_code == 422


def test_others_are_refused(office: Office, browse: Browse) -> None:
    for actor in (office.leader, office.reporter, office.superior):
        assert browse(actor).get(ADDRESS).status_code == 403
        assert browse(actor).post(ADDRESS, {"text": CONCLUSION, "declares_no_secret": "on"}).status_code == 403
    assert not Document.objects.exists()
