"""A document's own page, its file, and the facts of its conference."""

from __future__ import annotations

from collections.abc import Callable

from django.test import Client

from conftest import Office
from giaoban.committees.actors import Actor
from giaoban.documents.actions import Facts, edit_facts
from giaoban.documents.models import Document
from giaoban.reading.refusals import too_many_pages

Browse = Callable[[Actor], Client]
FIELDS = {"title": "Kết luận giao ban", "conference_on": "27/03/2024", "chair_name": "Trần Thị B", "ahead": "quý II"}


def test_it_shows_the_marked_text(office: Office, document: Document, browse: Browse) -> None:
    content = browse(office.leader).get(f"/van-ban/{document.pk}/").content.decode()
    assert content.count("<sup") == 3
    assert f"/van-ban/{document.pk}/ra-soat/" not in content


def test_the_file_is_a_sandboxed_attachment(office: Office, document: Document, browse: Browse) -> None:
    response = browse(office.specialist).get(f"/van-ban/{document.pk}/tep/")
    assert response.content == document.text.encode()
    assert response.headers["Content-Disposition"].startswith("attachment; filename*=UTF-8''K%E1%BA%BFt")
    assert response.headers["Content-Security-Policy"].startswith("sandbox")
    assert response.headers["X-Content-Type-Options"] == "nosniff"
    assert response.headers["Content-Type"] == "application/octet-stream"


def test_a_failure_is_told_and_can_be_tried_again(office: Office, document: Document, browse: Browse) -> None:
    Document.objects.filter(pk=document.pk).update(state="failed", refusal=too_many_pages(1000).kept())
    client = browse(office.specialist)
    assert "mức cho phép là 1.000 trang" in client.get(f"/van-ban/{document.pk}/").content.decode()
    client.post("/ngon-ngu/", {"language": "en"})
    assert "1.000 pages" in client.get(f"/van-ban/{document.pk}/").content.decode()
    assert client.post(f"/van-ban/{document.pk}/doc-lai/").status_code == 302
    document.refresh_from_db()
    assert document.state == "waiting"


def test_a_foreign_one_answers_as_an_unknown_one(stranger: Office, document: Document, browse: Browse) -> None:
    client = browse(stranger.specialist)
    for page in ("", "dang-doc/", "tep/", "hoi-nghi/", "ra-soat/", "ra-soat/con-lai/"):
        foreign, unknown = (client.get(f"/van-ban/{pk}/{page}") for pk in (document.pk, 999_999))
        assert (foreign.status_code, foreign.content) == (404, unknown.content.replace(b"999999", b"%d" % document.pk))


def test_facts_are_corrected(office: Office, document: Document, browse: Browse) -> None:
    client = browse(office.specialist)
    assert client.get(f"/van-ban/{document.pk}/hoi-nghi/").status_code == 200
    sent = client.post(f"/van-ban/{document.pk}/hoi-nghi/", FIELDS | {"version": document.version})
    assert sent.status_code == 302
    document.refresh_from_db()
    assert (document.title, document.ahead) == ("Kết luận giao ban", "2024-Q2")


def test_a_wrong_period_is_said_and_kept(office: Office, document: Document, browse: Browse) -> None:
    fields = FIELDS | {"version": document.version, "ahead": "kỳ sau nữa"}
    page = browse(office.specialist).post(f"/van-ban/{document.pk}/hoi-nghi/", fields)
    assert page.status_code == 422
    assert page.content.decode().count("kỳ sau nữa") >= 2


def test_a_stale_one_gives_back_both(office: Office, document: Document, browse: Browse) -> None:
    edit_facts(office.specialist, document.pk, Facts(title="Tên của người khác"), version=document.version)
    fields = FIELDS | {"version": document.version}
    page = browse(office.specialist).post(f"/van-ban/{document.pk}/hoi-nghi/", fields)
    content = page.content.decode()
    assert page.status_code == 409
    assert "Kết luận giao ban" in content
