"""Files that are taken as evidence, and those that are refused."""

from __future__ import annotations

from io import BytesIO
from typing import Any
from zipfile import ZipFile

import pytest
from docx import Document as WordFile

from conftest import Office
from giaoban.audit.actions import action, record
from giaoban.committees.actors import Actor
from giaoban.documents.models import StoredFile
from giaoban.reading import ReadingRefusal
from giaoban.refusal import NotFound
from giaoban.tasks.actions import report_progress
from giaoban.tasks.evidence import EvidenceRefused, evidence_file, evidence_kinds, keep_evidence
from giaoban.tasks.models import Assignment, Evidence


@action
def keep(actor: Actor, name: str, data: bytes) -> StoredFile:
    record(actor, "tests.file.kept")
    return keep_evidence(actor, name, data)


def word(text: str) -> bytes:
    buffer = BytesIO()
    document = WordFile()
    document.add_paragraph(text)
    document.save(buffer)
    return buffer.getvalue()


def package(*names: str) -> bytes:
    buffer = BytesIO()
    with ZipFile(buffer, "w") as made:
        for name in names:
            made.writestr(name, "<x/>")
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("name", "data", "media_type"),
    [
        ("Báo cáo.pdf", b"%PDF-1.7 ...", "application/pdf"),
        ("Biên bản.docx", word("Biên bản phiên tòa lưu động"), "application/vnd.openxmlformats"),
        ("Bảng.xlsx", package("xl/workbook.xml"), "application/vnd.openxmlformats"),
        ("ảnh.JPG", b"\xff\xd8\xff\xe0 ...", "image/jpeg"),
        ("ảnh.png", b"\x89PNG\r\n\x1a\n ...", "image/png"),
        ("ghi chú.txt", "Đã họp với các phường".encode(), "text/plain"),
    ],
)
def test_papers_tables_and_pictures_are_kept(office: Office, name: str, data: bytes, media_type: str) -> None:
    kept = keep(office.reporter, name, data)
    assert (kept.name, kept.size) == (name, len(data))
    assert kept.media_type.startswith(media_type)


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("a.txt", b"", "tasks.evidence_empty"),
        ("a.exe", b"MZ...", "tasks.evidence_kind"),
        ("a.html", b"<script>alert(1)</script>", "tasks.evidence_kind"),
        ("a.pdf", b"MZ...", "tasks.evidence_kind"),
        ("a", b"%PDF-1.7", "tasks.evidence_kind"),
        ("a.xlsx", package("word/document.xml"), "tasks.evidence_package"),
        ("a.xlsx", package("xl/workbook.xml", "xl/vbaProject.bin"), "tasks.evidence_package"),
        ("a.xlsx", b"PK\x03\x04 broken", "tasks.evidence_package"),
    ],
)
def test_other_files_are_refused(office: Office, name: str, data: bytes, code: str) -> None:
    with pytest.raises(EvidenceRefused) as refused:
        keep(office.reporter, name, data)
    assert refused.value.code == code
    assert not StoredFile.objects.exists()


def test_a_large_file_is_refused(office: Office, settings: Any) -> None:
    settings.UPLOAD_LIMIT = 1024 * 1024
    with pytest.raises(EvidenceRefused) as refused:
        keep(office.reporter, "a.pdf", b"%PDF-1.7" + bytes(1024 * 1024))
    assert refused.value.code == "tasks.evidence_too_large"


@pytest.mark.parametrize("data", [word("TUYỆT MẬT"), word("MẬT")])
def test_a_secrecy_mark_is_refused(office: Office, data: bytes) -> None:
    with pytest.raises(ReadingRefusal):
        keep(office.reporter, "Kế hoạch.docx", data)
    assert not StoredFile.objects.exists()


def test_who_sees_the_task_gets_the_file(office: Office, stranger: Office, accepted: Assignment) -> None:
    report_progress(office.reporter, accepted.pk, version=2, text="x", percent=1, files=[("a.txt", b"mot hai ba bon")])
    found = Evidence.objects.get()
    for actor in (office.reporter, office.leader, office.superior):
        assert evidence_file(actor, found.pk) == ("a.txt", "text/plain", b"mot hai ba bon")
    for actor in (office.other_reporter, office.administrator, stranger.specialist):
        with pytest.raises(NotFound):
            evidence_file(actor, found.pk)


def test_kinds_have_distinct_extensions() -> None:
    extensions = [extension for kind in evidence_kinds() for extension in kind.extensions]
    assert len(extensions) == len(set(extensions))
