"""Scans that take longer to recognise than anybody waits: taken in after a first look, read portion by portion."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from PIL import Image

from conftest import Office
from giaoban.audit.models import AuditEvent
from giaoban.documents.actions import add_document, incoming, reading
from giaoban.documents.files import write_file
from giaoban.documents.models import Document, Page, ScannedPage, StoredFile
from giaoban.documents.pictures import picture_path
from giaoban.documents.queries import file_of
from giaoban.jobs.models import Job
from giaoban.jobs.runner import run, run_waiting
from giaoban.reading import Limits, Text, read_portion, recognition
from giaoban.reading.page_lines import Box, Word
from giaoban.reading.pages import PageWords
from giaoban.reading.scans import Unfinished
from giaoban.reading.text import Page as Size
from giaoban.refusal import Refusal

NAME = "Phương án tuyệt đối riêng.tiff"
Scan = Callable[[list[str]], bytes]


class Recogniser:
    """Stands in for Tesseract: page n of a scan has the n-th line, at a height of its own; ``read`` tells which it was
    asked for."""

    def __init__(self) -> None:
        self.lines: list[str] = []
        self.read: list[int] = []

    def __call__(self, image: Image.Image, number: int, page: Size, limits: Limits) -> PageWords:
        self.read.append(number)
        words = self.lines[number - 1].split()
        top = 100.0 * number % 700 + 60
        boxes = (Box(60.0 * place, top, 60.0 * place + 50, top + 12) for place in range(1, len(words) + 1))
        return PageWords(page, tuple(Word(word, box, number) for word, box in zip(words, boxes, strict=True)))


@pytest.fixture
def recogniser(monkeypatch: pytest.MonkeyPatch) -> Recogniser:
    """The stand-in, called in this process; every portion has as few pages as it may have."""
    made = Recogniser()
    monkeypatch.setattr(recognition, "recognised", made)
    monkeypatch.setattr(incoming, "FIRST_LOOK", -1)
    monkeypatch.setattr(reading, "PORTION", -1)
    for part in (incoming, reading):
        monkeypatch.setattr(part, "read_portion_apart", _here)
    return made


def _here(*arguments: Any, limits: Limits, listener: Any = None) -> Text | Unfinished:
    return read_portion(*arguments, limits=limits)


@pytest.fixture
def scan(recogniser: Recogniser) -> Scan:
    """Make a scan of these pages."""

    def make(lines: list[str]) -> bytes:
        recogniser.lines = lines
        return tiff([Image.new("1", (40, 60), 1) for _ in lines])

    return make


def tiff(pages: list[Image.Image]) -> bytes:
    made = io.BytesIO()
    pages[0].save(made, "TIFF", save_all=True, append_images=pages[1:])
    return made.getvalue()


PLAIN = [f"Yêu cầu rà soát việc {number}." for number in range(1, 7)]
STAMPED = [*PLAIN[:3], "TỐI MẬT", *PLAIN[4:]]


def test_each_page_is_recognised_once_and_the_rest_by_jobs(
    office: Office, scan: Scan, recogniser: Recogniser, files: Path
) -> None:
    document = add_document(office.specialist, NAME, scan(PLAIN), declares_no_secret=True).document
    assert recogniser.read == [1, 2, 6]
    assert not document.is_looked_through
    run_waiting()
    document.refresh_from_db()
    assert recogniser.read == [1, 2, 6, 3, 4, 5]
    assert (document.state, document.is_looked_through) == ("read", True)
    assert " ".join(document.text.split()) == " ".join(PLAIN)
    assert document.pages.count() == 6
    assert not ScannedPage.objects.exists()
    assert Job.objects.filter(state="done").count() == 3
    assert AuditEvent.objects.filter(action="documents.document.reading_begun").count() == 1
    assert file_of(office.specialist, document.pk).name == NAME


def test_a_job_that_was_killed_goes_on_behind_the_last_page(
    office: Office, scan: Scan, recogniser: Recogniser, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reading, "PORTION", 60)
    document = add_document(office.specialist, NAME, scan(PLAIN), declares_no_secret=True).document
    keep, job = reading.keep_page, Job.objects.get()

    def keep_and_die(*arguments: Any) -> None:
        keep(*arguments)
        raise KeyboardInterrupt

    monkeypatch.setattr(reading, "keep_page", keep_and_die)
    with pytest.raises(KeyboardInterrupt):
        run(job.pk)
    monkeypatch.setattr(reading, "keep_page", keep)
    run(job.pk)
    document.refresh_from_db()
    assert document.state == "read"
    assert recogniser.read == [1, 2, 6, 3, 4, 5]


@pytest.mark.parametrize("place", [0, 1, 5])
def test_a_stamp_where_stamps_stand_is_refused_before_anything_is_kept(
    office: Office, scan: Scan, files: Path, place: int
) -> None:
    lines = list(PLAIN)
    lines[place] = "TUYỆT MẬT"
    with pytest.raises(Refusal) as refused:
        add_document(office.specialist, NAME, scan(lines), declares_no_secret=True)
    assert refused.value.code == "reading.secret"
    assert not StoredFile.objects.exists()
    assert not files.exists()


def test_a_stamp_further_on_removes_all_that_was_kept(
    office: Office, scan: Scan, files: Path, browse: Callable[[Any], Client]
) -> None:
    document = add_document(office.specialist, NAME, scan(STAMPED), declares_no_secret=True, title="Bí mật").document
    write_file(picture_path(document.file, 1), b"a page")
    run_waiting()
    document.refresh_from_db()
    assert (document.state, document.refusal["code"]) == ("refused", "reading.secret")
    assert [path for path in files.rglob("*") if path.is_file()] == []
    assert not ScannedPage.objects.exists()
    assert not Page.objects.exists()
    kept = [
        *Document.objects.values(),
        *StoredFile.objects.values(),
        *AuditEvent.objects.values(),
        *Job.objects.values(),
    ]
    for words in ("Phương án", "Bí mật", "Yêu cầu", "rà soát"):
        assert not any(words in str(row) for row in kept), words
    event = AuditEvent.objects.get(action="documents.document.refused")
    assert event.after == {"reason": "reading.secret"}
    page = browse(office.specialist).get(f"/van-ban/{document.pk}/").content.decode()
    assert "Tài liệu có dấu chỉ độ mật “Tối mật”" in page
    assert "Tải tệp gốc" not in page


def test_nobody_is_shown_the_file_before_every_page_was_looked_at(
    office: Office, scan: Scan, browse: Callable[[Any], Client]
) -> None:
    document = add_document(office.specialist, NAME, scan(STAMPED), declares_no_secret=True).document
    for _ in range(2):
        with pytest.raises(Refusal) as refused:
            file_of(office.specialist, document.pk)
        assert refused.value.code == "documents.not_looked_through"
        run_waiting()
    added = AuditEvent.objects.get(action="documents.document.added")
    assert set(added.after) == {"size", "declares_no_secret"}
    assert NAME not in added.subject_name


def test_a_scan_of_two_hundred_pages_is_taken_in(office: Office, scan: Scan, recogniser: Recogniser) -> None:
    lines = [f"Yêu cầu rà soát việc {number}." for number in range(1, 201)]
    document = add_document(office.specialist, NAME, scan(lines), declares_no_secret=True).document
    assert recogniser.read == [1, 2, 200]
    assert document.state == "waiting"
