"""Pictures of pages: made once by the other process, made anew when missing, for those who may see the document."""

from __future__ import annotations

import shutil
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from conftest import Office
from documents.paged import paged_pdf
from giaoban.documents import pictures
from giaoban.documents.actions import add_document
from giaoban.documents.files import FileDamaged, sweep_orphans
from giaoban.documents.models import Document
from giaoban.documents.pictures import make_pictures, page_picture, picture_path
from giaoban.jobs.runner import run_waiting
from giaoban.refusal import NotAllowed, NotFound


@pytest.fixture
def paged(office: Office) -> Document:
    added = add_document(office.specialist, "Kết luận.pdf", paged_pdf(), declares_no_secret=True)
    run_waiting()
    return Document.objects.select_related("file").get(pk=added.document.pk)


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> list[list[int]]:
    """The pages that the other process was asked for, each time it was."""
    asked: list[list[int]] = []
    make = pictures.pictures_apart

    def noted(data: bytes, name: str, numbers: list[int], **options: Any) -> dict[int, bytes]:
        asked.append(numbers)
        return make(data, name, numbers, **options)

    monkeypatch.setattr(pictures, "pictures_apart", noted)
    return asked


def test_it_works(office: Office, paged: Document, made: list[list[int]]) -> None:
    first = page_picture(office.specialist, paged.pk, 1)
    assert first.startswith(b"RIFF")
    assert page_picture(office.leader, paged.pk, 2) != first
    assert page_picture(office.specialist, paged.pk, 1) == first
    assert made == [[1, 2]]


def test_what_is_missing_is_made_anew(office: Office, paged: Document, made: list[list[int]]) -> None:
    before = page_picture(office.specialist, paged.pk, 2)
    shutil.rmtree(picture_path(paged.file, 2).parent)
    assert page_picture(office.specialist, paged.pk, 2) == before
    assert made == [[2], [2]]


def test_several_at_once_are_made_once(paged: Document, made: list[list[int]]) -> None:
    with ThreadPoolExecutor(4) as pool:
        list(pool.map(lambda file: make_pictures(file, [1, 2]), [paged.file] * 4))
    assert made == [[1, 2]]


def test_no_other_page(office: Office, paged: Document) -> None:
    for number in (0, 3, 10**9):
        with pytest.raises(NotFound):
            page_picture(office.specialist, paged.pk, number)


def test_a_foreign_document_is_answered_as_an_unknown_one(office: Office, stranger: Office, paged: Document) -> None:
    page_picture(office.specialist, paged.pk, 1)
    for actor, document_id in (
        (stranger.specialist, paged.pk),
        (office.specialist, 999_999),
        (office.reporter, paged.pk),
    ):
        with pytest.raises(NotFound):
            page_picture(actor, document_id, 1)
    with pytest.raises(NotAllowed):
        page_picture(office.administrator, paged.pk, 1)


def test_a_damaged_file_is_told(office: Office, paged: Document, files: Path) -> None:
    stored = files / str(office.committee.pk) / paged.sha256[:2] / paged.sha256
    stored.write_bytes(b"%PDF-1.7 something else")
    with pytest.raises(FileDamaged):
        page_picture(office.specialist, paged.pk, 1)


def test_a_sweep_leaves_them(office: Office, paged: Document) -> None:
    page_picture(office.specialist, paged.pk, 1)
    sweep_orphans()
    assert picture_path(paged.file, 1).exists()
