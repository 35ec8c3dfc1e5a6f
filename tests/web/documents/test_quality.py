"""How good the reader is, on its page: every count opens a list of exactly so many."""

from __future__ import annotations

import re
from collections.abc import Callable
from html import unescape

import pytest
from django.test import Client

from conftest import Office
from giaoban.committees.actors import Actor
from giaoban.documents import actions
from giaoban.documents.actions import Changes
from giaoban.documents.models import Directive, Document

Browse = Callable[[Actor], Client]
ADDRESS = "/van-ban/chat-luong-doc/"


@pytest.fixture
def finished(office: Office, document: Document, directives: list[Directive]) -> Document:
    """A document of which a proposal was changed, one rejected, one accepted as it is, and a directive missed."""
    first, second, _ = directives
    actions.edit_directive(office.specialist, first.pk, Changes(due="15/7/2024"), version=1)
    actions.reject_directive(office.specialist, second.pk, version=1)
    start = document.text.index("các đại biểu dâng hương")
    actions.add_directive(office.specialist, document.pk, (start, start + 23))
    for one in document.directives.filter(decision="open"):
        actions.accept_directive(office.specialist, one.pk, version=one.version)
    Document.objects.filter(pk=document.pk).update(state="given")
    return document


def test_every_count_opens_a_list_of_so_many(office: Office, finished: Document, browse: Browse) -> None:
    client = browse(office.specialist)
    page = client.get(ADDRESS).content.decode()
    assert "Tin hội nghị" in page
    assert "Số liệu còn ít" in page
    links = re.findall(r'<a href="([^"]*chi-dao/\?[^"]*)">(\d+)</a>', page)
    assert len(links) >= 11
    for address, count in links:
        answer = client.get(unescape(address)).content.decode()
        assert answer.count('class="what first"') == int(count), address


def test_a_line_leads_to_its_words_and_says_what_was_changed(
    office: Office, finished: Document, browse: Browse
) -> None:
    page = browse(office.specialist).get(f"{ADDRESS}chi-dao/", {"nhom": "changed"}).content.decode()
    assert f"/van-ban/{finished.pk}/?chon=" in page
    assert '<td data-label="Phần được sửa">hạn</td>' in page


def test_what_is_not_understood_finds_nothing(office: Office, finished: Document, browse: Browse) -> None:
    for query in ("nhom=x", "sua=x", "loai=x", "ky=x"):
        page = browse(office.specialist).get(f"{ADDRESS}chi-dao/?{query}")
        assert "Không có chỉ đạo nào ở đây" in page.content.decode()


def test_nothing_finished_is_said(office: Office, document: Document, browse: Browse) -> None:
    page = browse(office.specialist).get(ADDRESS).content.decode()
    assert "Chưa có văn bản nào rà soát xong" in page
    assert "Chưa tính 1 văn bản còn đang rà soát" in page


def test_the_administrator_sees_counts_and_no_document(office: Office, finished: Document, browse: Browse) -> None:
    client = browse(office.administrator)
    page = client.get(ADDRESS)
    assert page.status_code == 200
    assert "chi-dao/?" not in page.content.decode()
    assert client.get(f"{ADDRESS}chi-dao/").status_code == 403


def test_others_are_refused_and_another_committee_sees_its_own(
    office: Office, stranger: Office, finished: Document, browse: Browse
) -> None:
    for actor in (office.leader, office.reporter, office.superior):
        assert browse(actor).get(ADDRESS).status_code == 403
    assert "Chưa có văn bản nào rà soát xong" in browse(stranger.specialist).get(ADDRESS).content.decode()
