"""The pages of a document: kept with the place of every word, and found again by the words."""

from __future__ import annotations

import pytest

from conftest import Office
from documents.paged import paged_pdf
from giaoban.documents.actions import add_document, read_again
from giaoban.documents.models import Document, Page
from giaoban.documents.pages import boxes_on, pages_of
from giaoban.jobs.models import Job
from giaoban.jobs.runner import run_waiting


@pytest.fixture
def paged(office: Office) -> Document:
    added = add_document(office.specialist, "Kết luận.pdf", paged_pdf(), declares_no_secret=True)
    run_waiting()
    added.document.refresh_from_db()
    return added.document


def test_each_page_keeps_the_words_that_stand_on_it(paged: Document) -> None:
    first, second = pages_of(paged)
    assert (first.number, first.width, first.height, first.confidence) == (1, 595, 842, None)
    assert [paged.text[start:end] for start, end, *_ in second.places][:3] == ["Tòa", "án", "nhân"]
    assert first.end <= second.start < second.end == len(paged.text)


def test_a_directive_is_found_on_its_page(paged: Document) -> None:
    police, court = paged.directives.all()
    (page,) = pages_of(paged, only=court.spans)
    assert page.number == 2
    (box,) = boxes_on(page, court.spans)
    assert (box.start, box.end) == (court.start, court.end + 1)
    assert 0.05 < box.left < 0.12 < 0.5 < box.right < 1
    assert 0.08 < box.top < box.bottom < 0.12
    assert boxes_on(page, police.spans) == []


def test_the_job_says_how_many_pages_are_done(paged: Document) -> None:
    job = Job.objects.get()
    assert (job.done, job.total) == (4, 4)


def test_reading_again_leaves_the_pages(office: Office, paged: Document) -> None:
    before = list(Page.objects.values_list("pk", flat=True))
    read_again(office.specialist, paged.pk)
    run_waiting()
    assert list(Page.objects.values_list("pk", flat=True)) == before


def test_a_text_has_none(document: Document) -> None:
    assert pages_of(document) == []
