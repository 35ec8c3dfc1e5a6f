"""The pages of a document beside its text: pictures with marks, and how sure the words are."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from django.test import Client

from conftest import Office
from documents.paged import paged_pdf
from giaoban.committees.actors import Actor
from giaoban.documents.actions import add_document
from giaoban.documents.models import Document, Page
from giaoban.jobs.runner import run_waiting

Browse = Callable[[Actor], Client]


@pytest.fixture
def paged(office: Office) -> Document:
    added = add_document(office.specialist, "Kết luận.pdf", paged_pdf(), declares_no_secret=True)
    run_waiting()
    return added.document


def test_both_pages_show_pictures_with_a_mark_for_each_directive(
    office: Office, paged: Document, browse: Browse
) -> None:
    client = browse(office.specialist)
    for address in (f"/van-ban/{paged.pk}/", f"/van-ban/{paged.pk}/ra-soat/"):
        page = client.get(address).content.decode()
        assert page.count('loading="lazy"') == 2
        assert re.findall(r'<a class="d(?: on)?" href="\?chon=(\d+)"', page) == [
            str(one.pk) for one in paged.directives.all()
        ]
        assert 'data-view="ca-hai"' in page
        assert "Trang 2/2" in page


def test_what_is_shown_stands_in_the_address(office: Office, paged: Document, browse: Browse) -> None:
    client = browse(office.specialist)
    for asked, shown in (("trang-goc", "trang-goc"), ("van-ban", "van-ban"), ("<b>", "ca-hai")):
        page = client.get(f"/van-ban/{paged.pk}/ra-soat/", {"xem": asked}).content.decode()
        assert f'data-view="{shown}"' in page


def test_the_chosen_directive_is_framed_and_the_links_keep_the_view(
    office: Office, paged: Document, browse: Browse
) -> None:
    chosen = paged.directives.last()
    assert chosen is not None
    page = browse(office.leader).get(f"/van-ban/{paged.pk}/", {"chon": chosen.pk, "xem": "trang-goc"}).content.decode()
    assert re.search(rf'<a class="d on" href="\?chon={chosen.pk}&amp;xem=trang-goc"', page)


def test_the_picture_is_sandboxed_and_not_kept(office: Office, paged: Document, browse: Browse) -> None:
    answer = browse(office.leader).get(f"/van-ban/{paged.pk}/trang/1/")
    assert (answer.status_code, answer.headers["Content-Type"]) == (200, "image/webp")
    assert answer.headers["Content-Security-Policy"].startswith("sandbox")
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.headers["Cache-Control"] == "no-store"
    assert len(answer.content) < 60_000


def test_a_foreign_picture_answers_as_an_unknown_one(
    office: Office, stranger: Office, paged: Document, browse: Browse
) -> None:
    client = browse(stranger.specialist)
    foreign, unknown = (client.get(f"/van-ban/{pk}/trang/1/") for pk in (paged.pk, 999_999))
    assert (foreign.status_code, unknown.status_code) == (404, 404)
    assert foreign.content == unknown.content.replace(b"999999", b"%d" % paged.pk)


@pytest.mark.parametrize(
    ("share", "words"),
    [
        (0.96, "chữ nhận dạng rõ (96%)"),
        (0.8, "khá rõ, nên đối chiếu (80%)"),
        (0.3, "chưa rõ, cần đối chiếu từng câu (30%)"),
    ],
)
def test_it_says_how_sure_recognised_words_are(
    office: Office, paged: Document, browse: Browse, share: float, words: str
) -> None:
    assert "nhận dạng" not in browse(office.leader).get(f"/van-ban/{paged.pk}/").content.decode()
    Page.objects.filter(number=1).update(confidence=share)
    assert words in browse(office.leader).get(f"/van-ban/{paged.pk}/").content.decode()


def test_a_step_moves_the_marks_of_the_pages_that_it_touched(office: Office, paged: Document, browse: Browse) -> None:
    court = paged.directives.last()
    assert court is not None
    answer = browse(office.specialist).post(
        f"/van-ban/chi-dao/{court.pk}/mep/",
        {"edge": "end-1", "version": court.version, "selected": court.pk},
        headers={"HX-Request": "true"},
    )
    assert 'id="marks-2"' in answer.content.decode()
    assert 'id="marks-1"' not in answer.content.decode()


def test_a_text_without_pages_has_no_switch(office: Office, document: Document, browse: Browse) -> None:
    page = browse(office.specialist).get(f"/van-ban/{document.pk}/ra-soat/").content.decode()
    assert "data-view" not in page
    assert "<figure" not in page
