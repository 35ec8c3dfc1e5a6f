"""The list of documents."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from conftest import Office
from giaoban.committees.actors import Actor
from giaoban.documents.actions import add_pasted_text
from giaoban.documents.models import Document
from giaoban.jobs.runner import run_waiting

Browse = Callable[[Actor], Client]


def add(office: Office, numbers: range) -> None:
    for number in numbers:
        text = f"Kết luận số {number}: yêu cầu Công an thị xã báo cáo kết quả lần {number}."
        add_pasted_text(office.specialist, f"Kết luận {number}", text, declares_no_secret=True)
    run_waiting()


def test_it_works(office: Office, document: Document, browse: Browse) -> None:
    page = browse(office.specialist).get("/van-ban/")
    assert page.status_code == 200
    content = page.content.decode()
    assert document.title in content
    assert "3 chờ · 0 nhận" in content


def test_an_empty_one_offers_the_first_step(office: Office, browse: Browse) -> None:
    assert "Thêm văn bản đầu tiên" in browse(office.specialist).get("/van-ban/").content.decode()
    assert "Thêm văn bản" not in browse(office.leader).get("/van-ban/").content.decode()


def test_no_match_is_told_from_none_yet(office: Office, document: Document, browse: Browse) -> None:
    content = browse(office.specialist).get("/van-ban/?q=không+có+đâu").content.decode()
    assert "Không có văn bản nào khớp" in content


def test_words_without_diacritics_are_found(office: Office, document: Document, browse: Browse) -> None:
    client = browse(office.specialist)
    assert document.title in client.get("/van-ban/?q=dang+huong").content.decode()


@pytest.mark.parametrize("query", ["state=nowhere", "page=99", "since=x", "sort=;drop", "q=%00%27%25"])
def test_what_is_not_understood_narrows_nothing(office: Office, document: Document, browse: Browse, query: str) -> None:
    assert browse(office.specialist).get(f"/van-ban/?{query}").status_code == 200


def test_another_committee_sees_nothing(stranger: Office, document: Document, browse: Browse) -> None:
    assert document.file.name not in browse(stranger.specialist).get("/van-ban/").content.decode()


def test_the_administrator_is_refused(office: Office, browse: Browse) -> None:
    assert browse(office.administrator).get("/van-ban/").status_code == 403


def test_the_number_of_queries_does_not_grow(office: Office, browse: Browse) -> None:
    client = browse(office.specialist)
    counts = []
    for numbers in (range(2), range(2, 22)):
        add(office, numbers)
        client.get("/van-ban/")
        with CaptureQueriesContext(connection) as asked:
            client.get("/van-ban/")
        counts.append(len(asked))
    assert counts[0] == counts[1]
