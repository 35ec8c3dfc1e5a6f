"""The page that takes a document in reads every format; those with pages are shown with them, the others without."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from pypdfium2 import PdfDocument

from conftest import Office
from giaoban.committees.actors import Actor
from giaoban.documents.models import Document
from giaoban.jobs.runner import run_waiting
from reading.conftest import converter, notice, notice_doc, notice_pdf, programs

__all__ = ["converter", "notice", "notice_doc", "notice_pdf", "programs"]

Browse = Callable[[Actor], Client]
WORDS = "tăng cường tuần tra, kiểm soát địa bàn"


def scanned(pdf: Path, kind: str) -> bytes:
    """Return the first page as a scanner gives it."""
    with PdfDocument(pdf.read_bytes()) as document:
        page = document[0].render(scale=150 / 72).to_pil()
    out = BytesIO()
    page.save(out, kind)
    return out.getvalue()


@pytest.mark.parametrize(
    ("name", "pages"),
    [("kl.docx", 0), ("kl.doc", 0), ("kl.pdf", 4), ("kl.png", 1), ("kl.jpg", 1), ("kl.txt", 0), ("kl.html", 0)],
)
def test_it_is_read_and_shown(office: Office, browse: Browse, name: str, pages: int, request: Any) -> None:
    file = SimpleUploadedFile(name, _bytes(name, request))
    client = browse(office.specialist)
    sent = client.post("/van-ban/them/", {"file": file, "declares_no_secret": "on"})
    assert sent.status_code == 302, sent.content.decode()
    run_waiting()
    document = Document.objects.get()
    assert document.state == "read", document.refusal
    assert WORDS in document.text
    assert document.pages.count() == pages
    shown = client.get(f"/van-ban/{document.pk}/ra-soat/").content.decode()
    assert shown.count("<figure") == pages
    assert ('class="page-marks"' in shown) is bool(pages)
    assert (document.pages.filter(confidence__gt=0.7).count() > 0) is name.endswith(("png", "jpg"))


def _bytes(name: str, request: Any) -> bytes:
    match name.rpartition(".")[2]:
        case "docx":
            return Path(request.getfixturevalue("notice")).read_bytes()
        case "doc":
            return Path(request.getfixturevalue("notice_doc")).read_bytes()
        case "pdf":
            return Path(request.getfixturevalue("notice_pdf")).read_bytes()
        case "png":
            return scanned(request.getfixturevalue("notice_pdf"), "PNG")
        case "jpg":
            return scanned(request.getfixturevalue("notice_pdf"), "JPEG")
        case "txt":
            return f"Kết luận: yêu cầu Công an thị xã {WORDS}.".encode()
    return f"<html><body><article><p>Kết luận: yêu cầu Công an thị xã {WORDS}.</p></article></body></html>".encode()
