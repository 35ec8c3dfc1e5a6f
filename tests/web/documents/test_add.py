"""The page that takes a document in."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from PIL import Image

from conftest import Office
from documents.conftest import CONCLUSION
from giaoban.committees.actors import Actor
from giaoban.documents.actions import reading
from giaoban.documents.models import Document
from giaoban.jobs.runner import run_waiting
from giaoban.reading.programs import missing_programs, require
from reading.making import plain_word

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


@pytest.fixture
def no_programs(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A server on which the programs that some formats need are not installed."""
    monkeypatch.setenv("PATH", str(tmp_path))


def scan() -> bytes:
    out = BytesIO()
    Image.new("L", (600, 800), "white").save(out, "PNG")
    return out.getvalue()


@pytest.mark.parametrize(
    ("language", "note", "refusal"),
    [
        (
            "vi",
            "Máy chủ này chưa đọc được ảnh và bản chụp (.pdf, .png, .jpg, .tiff): còn thiếu tesseract-ocr",
            "máy chủ còn thiếu chương trình. Không có gì được lưu lại. Hãy đề nghị quản trị cài thêm",
        ),
        (
            "en",
            "This server cannot read images and scans (.pdf, .png, .jpg, .tiff) yet: tesseract-ocr",
            "the server lacks a program. Nothing was kept. Please ask the administrator to install it",
        ),
    ],
)
def test_it_says_which_package_a_file_waits_for_and_keeps_what_was_typed(
    office: Office, browse: Browse, no_programs: None, language: str, note: str, refusal: str
) -> None:
    client = browse(office.specialist)
    client.post("/ngon-ngu/", {"language": language})
    assert note in client.get(ADDRESS).content.decode()
    fields = {"file": upload("quét.png", scan()), "title": "Bản chụp kết luận", "declares_no_secret": "on"}
    page = client.post(ADDRESS, fields)
    content = page.content.decode()
    assert page.status_code == 422
    assert refusal in content
    assert "(sudo apt install tesseract-ocr tesseract-ocr-vie)" in content
    assert 'value="Bản chụp kết luận"' in content
    assert not Document.objects.exists()


def test_with_all_programs_there_is_nothing_to_say(office: Office, browse: Browse) -> None:
    assert missing_programs() == ()
    assert "còn thiếu" not in browse(office.specialist).get(ADDRESS).content.decode()


def test_a_document_that_waits_for_a_program_is_read_when_it_has_come(
    office: Office, browse: Browse, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    client = browse(office.specialist)
    client.post(ADDRESS, {"file": upload("kl.docx", plain_word(CONCLUSION)), "declares_no_secret": "on"})
    document = Document.objects.get()
    with monkeypatch.context() as without:
        without.setattr(reading, "read_portion_apart", lambda *_, **__: require("antiword"))
        without.setenv("PATH", str(tmp_path))
        run_waiting()
    assert "sudo apt install antiword" in client.get(f"/van-ban/{document.pk}/").content.decode()
    client.post(f"/van-ban/{document.pk}/doc-lai/")
    run_waiting()
    document.refresh_from_db()
    assert document.state == "read"
