"""Taking in a file: kept when it may be, refused before anything is stored when it may not."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from docx import Document as Docx

from conftest import Office
from giaoban.audit.models import AuditEvent
from giaoban.documents.actions import add_document
from giaoban.documents.files import read_stored
from giaoban.documents.models import Document, StoredFile
from giaoban.jobs.models import Job
from giaoban.jobs.runner import Run, run_waiting
from giaoban.refusal import NotAllowed, Refusal
from reading.hostile import plain_pdf

from .conftest import CONCLUSION

NAME = "41-TB Kết luận.docx"


def docx(*paragraphs: str) -> bytes:
    made = Docx()
    for paragraph in paragraphs:
        made.add_paragraph(paragraph)
    file = io.BytesIO()
    made.save(file)
    return file.getvalue()


def test_it_works(office: Office) -> None:
    data = docx(*CONCLUSION.split("\n"))
    added = add_document(office.specialist, NAME, data, declares_no_secret=True)
    document = added.document
    assert added.is_new
    assert (document.state, document.title, document.file.name) == ("waiting", "41-TB Kết luận", NAME)
    assert read_stored(document.file) == data
    run_waiting()
    document.refresh_from_db()
    assert document.state == "read"
    assert document.directives.count() == 3
    event = AuditEvent.objects.get(action="documents.document.added")
    assert event.after["declares_no_secret"] is True


def test_a_pdf_is_read_page_by_page(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[tuple[int, int]] = []
    monkeypatch.setattr(Run, "progress", lambda self, done, total: told.append((done, total)))
    added = add_document(office.specialist, "kl.pdf", plain_pdf(), declares_no_secret=True)
    run_waiting()
    added.document.refresh_from_db()
    assert (added.document.state, added.document.text) == ("read", "Cong an huyen")
    assert added.document.file.media_type == "application/pdf"
    assert told == sorted(told) == [(1, 3), (1, 3), (2, 3), (3, 3)]


def test_the_same_file_again_gives_the_first_document(office: Office) -> None:
    first = add_document(office.specialist, "a.txt", CONCLUSION.encode(), declares_no_secret=True, title="A").document
    run_waiting()
    again = add_document(office.specialist, "khác.txt", CONCLUSION.encode(), declares_no_secret=True, title="B")
    assert (again.is_new, again.document.pk, again.document.title) == (False, first.pk, "A")
    assert StoredFile.objects.count() == Job.objects.count() == 1
    assert AuditEvent.objects.filter(action="documents.document.received_again").count() == 1


def test_another_committee_gets_its_own(office: Office, stranger: Office) -> None:
    ours = add_document(office.specialist, "a.txt", CONCLUSION.encode(), declares_no_secret=True)
    theirs = add_document(stranger.specialist, "a.txt", CONCLUSION.encode(), declares_no_secret=True)
    assert theirs.is_new
    assert theirs.document.pk != ours.document.pk


SECRET = "TỐI MẬT\nTHÔNG BÁO\nVề phương án tuyệt đối không ai biết"


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("phuong-an-mat.txt", SECRET.encode(), "reading.secret"),
        ("phuong-an-mat.docx", docx(*SECRET.split("\n")), "reading.secret"),
        ("a.txt", b"\x00\x01\x02\xff", "reading.not_text"),
        ("a.txt", b"  \n ", "reading.empty"),
        ("a.pdf", b"%PDF-1.7 abc", "reading.damaged"),
        ("a.docx", b"PK\x03\x04 cut off", "reading.damaged"),
    ],
)
def test_what_may_not_be_kept_is_stored_nowhere(
    office: Office, files: Path, caplog: pytest.LogCaptureFixture, name: str, data: bytes, code: str
) -> None:
    before = AuditEvent.objects.count()
    with pytest.raises(Refusal) as refused:
        add_document(office.specialist, name, data, declares_no_secret=True, title="Phương án")
    assert refused.value.code == code
    assert not Document.objects.exists()
    assert not StoredFile.objects.exists()
    assert not Job.objects.exists()
    assert not files.exists()
    assert not caplog.records
    (event,) = AuditEvent.objects.order_by("pk")[before:]
    assert (event.action, event.after, event.subject_name) == ("documents.document.refused", {"reason": code}, "")


def test_too_large_is_refused(office: Office, settings: object) -> None:
    settings.UPLOAD_LIMIT = 10  # type: ignore[attr-defined]
    with pytest.raises(Refusal) as refused:
        add_document(office.specialist, "a.txt", b"x" * 11, declares_no_secret=True)
    assert refused.value.code == "reading.too_large"


def test_without_the_declaration_it_is_not_looked_at(office: Office) -> None:
    with pytest.raises(Refusal) as refused:
        add_document(office.specialist, "a.txt", CONCLUSION.encode(), declares_no_secret=False)
    assert refused.value.code == "documents.undeclared"
    assert not Document.objects.exists()


@pytest.mark.parametrize("role", ["leader", "reporter", "inspector", "superior", "administrator"])
def test_only_a_specialist_may(office: Office, role: str) -> None:
    with pytest.raises(NotAllowed):
        add_document(getattr(office, role), "a.txt", CONCLUSION.encode(), declares_no_secret=True)
    assert not Document.objects.exists()
