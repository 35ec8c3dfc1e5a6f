"""How far the reading of a document is, in words."""

from __future__ import annotations

import pytest
from django.utils import translation

from giaoban.jobs.models import Job
from giaoban.web.documents.progress import progress_of


@pytest.mark.parametrize(
    ("state", "done", "total", "words"),
    [
        ("waiting", 0, 0, "Đang chờ đến lượt đọc…"),
        ("running", 0, 0, "Đang mở tệp…"),
        ("running", 7, 42, "Đã đọc trang 7 trên 40…"),
        ("running", 40, 42, "Đang đọc nội dung…"),
        ("running", 41, 42, "Đang ghi các chỉ đạo tìm thấy…"),
    ],
)
def test_each_stage_is_said(state: str, done: int, total: int, words: str) -> None:
    told = progress_of(Job(state=state, done=done, total=total))
    assert (told.words, told.done, told.total) == (words, done, total)


def test_a_job_that_is_not_there_yet_waits() -> None:
    assert progress_of(None).words == "Đang chờ đến lượt đọc…"


def test_it_is_said_in_english() -> None:
    with translation.override("en"):
        assert progress_of(Job(state="running", done=7, total=42)).words == "Page 7 of 40 read…"
