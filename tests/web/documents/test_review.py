"""The review: one address for each thing that can be done, parts of a page with htmx, the page without."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from html import unescape
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from conftest import Office
from giaoban.committees.actors import Actor
from giaoban.committees.models import User
from giaoban.documents.actions import accept_directive, add_pasted_text
from giaoban.documents.models import Directive, Document
from giaoban.documents.rules import DOUBTFUL_BELOW
from giaoban.jobs.runner import run_waiting
from giaoban.tasks.models import Task

Browse = Callable[[Actor], Client]


class Reviewer:
    """Somebody who reviews a document with htmx."""

    def __init__(self, client: Client, document: Document) -> None:
        self.client, self.document = client, document

    def page(self, query: str = "") -> str:
        return self.client.get(f"/van-ban/{self.document.pk}/ra-soat/{query}").content.decode()

    def send(self, address: str, **fields: Any) -> Any:
        return self.client.post(address, fields, headers={"HX-Request": "true"})

    def act(self, directive: Directive, what: str, **fields: Any) -> Any:
        directive.refresh_from_db()
        values = {"version": directive.version, "selected": directive.pk} | fields
        return self.send(f"/van-ban/chi-dao/{directive.pk}/{what}/", **values)

    def whole(self, what: str, **fields: Any) -> Any:
        return self.send(f"/van-ban/{self.document.pk}/ra-soat/{what}/", **fields)


def told(response: Any) -> dict[str, Any]:
    """Return what the answer tells the page's script."""
    match = re.search(r'id="step"[^>]* data-step="([^"]*)"', response.content.decode())
    assert match, response.content.decode()
    return json.loads(unescape(match[1]))  # type: ignore[no-any-return]


@pytest.fixture
def reviewer(office: Office, document: Document, browse: Browse) -> Reviewer:
    return Reviewer(browse(office.specialist), document)


def standing(document: Document) -> list[Directive]:
    return list(document.directives.exclude(decision="replaced"))


def test_the_page_has_text_and_cards(reviewer: Reviewer, directives: list[Directive]) -> None:
    content = reviewer.page()
    assert content.count('<article class="card prop') == 3
    assert content.count("data-d=") == 3
    assert "0 đã nhận · 3 chờ · 0 bỏ" in content
    assert re.search(r'id="give-button" disabled', content)


def test_a_document_without_directives_is_reviewed_too(office: Office, browse: Browse) -> None:
    document = add_pasted_text(office.specialist, "", "Tình hình ổn định.", declares_no_secret=True).document
    run_waiting()
    content = Reviewer(browse(office.specialist), document).page()
    assert "Tình hình ổn định." in content
    assert '<article class="card prop' not in content


def test_the_address_says_what_is_looked_at(reviewer: Reviewer, directives: list[Directive]) -> None:
    second = directives[1]
    content = reviewer.page(f"?chon={second.pk}&hien=accepted")
    assert f'class="card prop on" id="d-{second.pk}"' in content
    assert f'class="d on" data-d="{second.pk}"' in content
    assert 'data-show="accepted" aria-current="true"' in content


def test_it_resumes_at_the_first_open_one(office: Office, reviewer: Reviewer, directives: list[Directive]) -> None:
    accept_directive(office.specialist, directives[0].pk, version=1)
    assert f'class="card prop on" id="d-{directives[1].pk}"' in reviewer.page()


def test_accepting_goes_on(reviewer: Reviewer, directives: list[Directive]) -> None:
    response = reviewer.act(directives[0], "nhan")
    step = told(response)
    assert step["selected"] == directives[1].pk
    assert step["states"] == {str(directives[0].pk): {"version": 2, "state": "accepted", "classes": "ok"}}
    assert "1 đã nhận · 2 chờ · 0 bỏ" in response.content.decode()
    assert "line-" not in response.content.decode()


def test_without_script_every_button_works_by_the_page(reviewer: Reviewer, directives: list[Directive]) -> None:
    first = directives[0]
    sent = reviewer.client.post(f"/van-ban/chi-dao/{first.pk}/nhan/", {"version": 1})
    assert sent.url == f"/van-ban/{first.document_id}/ra-soat/?sau={first.pk}"
    assert f'class="card prop on" id="d-{directives[1].pk}"' in reviewer.client.get(sent.url).content.decode()


def test_rejecting_and_reopening(reviewer: Reviewer, directives: list[Directive]) -> None:
    reviewer.act(directives[0], "bo")
    reviewer.act(directives[0], "mo-lai")
    directives[0].refresh_from_db()
    assert directives[0].decision == "open"


@pytest.mark.parametrize(
    ("fields", "name", "value"),
    [
        ({"title": "Đợt cao điểm"}, "title", "Đợt cao điểm"),
        ({"due": "quý II/2024"}, "due_period", "2024-Q2"),
        ({"areas": ["", "security", "traffic"]}, "areas", ["security", "traffic"]),
    ],
)
def test_editing(
    reviewer: Reviewer, directives: list[Directive], fields: dict[str, Any], name: str, value: Any
) -> None:
    response = reviewer.act(directives[0], "sua", **fields)
    directives[0].refresh_from_db()
    assert getattr(directives[0], name) == value
    assert told(response)["selected"] == directives[0].pk


def test_an_edit_never_sends_a_field_back(reviewer: Reviewer, directives: list[Directive]) -> None:
    content = reviewer.act(directives[0], "sua", title="Đợt cao điểm").content.decode()
    assert 'name="title"' not in content
    assert 'name="written"' not in content
    assert 'name="due" placeholder' not in content


def test_moving_an_edge_marks_the_line_anew(reviewer: Reviewer, directives: list[Directive]) -> None:
    content = reviewer.act(directives[0], "mep", edge="end-1").content.decode()
    assert 'id="line-' in content
    assert reviewer.act(directives[0], "mep", edge="up+1").status_code == 404


def test_taking_the_selected_words(reviewer: Reviewer, directives: list[Directive]) -> None:
    start = reviewer.document.text.index("mở đợt")
    reviewer.act(directives[0], "doan", start=start, end=start + 22)
    directives[0].refresh_from_db()
    assert directives[0].quote == "mở đợt cao điểm tấn công"


def test_units_are_added_and_dropped(office: Office, reviewer: Reviewer, directives: list[Directive]) -> None:
    first, unit = directives[0], office.units["Công an thị xã"]
    content = reviewer.act(first, "don-vi", written="Ban CHQS", role="support").content.decode()
    assert "Ban Chỉ huy Quân sự thị xã" in content
    reviewer.act(first, "bo-don-vi", unit=unit.pk)
    assert [(one.unit.name, one.role) for one in first.units.all()] == [("Ban Chỉ huy Quân sự thị xã", "support")]
    assert reviewer.act(first, "don-vi", written="Ban CHQS", role="boss").status_code == 404


def test_a_refusal_is_said_and_changes_nothing(reviewer: Reviewer, directives: list[Directive]) -> None:
    response = reviewer.act(directives[0], "don-vi", written="Sở Xây dựng", role="lead")
    assert response.status_code == 422
    said = json.loads(response.headers["HX-Trigger"])["giaoban:toast"]
    assert (said["level"], "Sở Xây dựng" in said["words"]) == ("error", True)


def test_a_stale_edit_shows_what_stands_now(office: Office, reviewer: Reviewer, directives: list[Directive]) -> None:
    accept_directive(office.specialist, directives[0].pk, version=1)
    response = reviewer.send(f"/van-ban/chi-dao/{directives[0].pk}/sua/", version=1, title="Tên khác")
    assert response.status_code == 409
    assert told(response)["states"][str(directives[0].pk)]["state"] == "accepted"
    assert "Đã nhận" in response.content.decode()


def test_splitting_and_merging(reviewer: Reviewer, directives: list[Directive]) -> None:
    third = directives[2]
    response = reviewer.act(third, "tach", position=reviewer.document.text.index("phối hợp"))
    content = response.content.decode()
    parts = standing(reviewer.document)[2:]
    assert f'<div id="d-{third.pk}" hx-swap-oob="delete">' in content
    assert f'hx-swap-oob="afterend:#d-{directives[1].pk}"' in content
    assert f'hx-swap-oob="afterend:#d-{parts[0].pk}"' in content
    reviewer.whole("gop", chosen=[f"{one.pk}:{one.version}" for one in parts])
    assert [one.quote for one in standing(reviewer.document)][2] == third.quote


def test_adding_from_selected_words(reviewer: Reviewer) -> None:
    start = reviewer.document.text.index("dâng hương")
    response = reviewer.whole("them", start=start, end=start + 10)
    added = reviewer.document.directives.get(proposed__isnull=True)
    assert told(response)["selected"] == added.pk
    assert "dâng hương" in response.content.decode()


def test_only_what_is_shown_is_accepted(reviewer: Reviewer, directives: list[Directive]) -> None:
    reviewer.whole("nhan", chosen=[f"{one.pk}:1" for one in directives[:2]])
    assert [one.decision for one in standing(reviewer.document)] == ["accepted", "accepted", "open"]
    reviewer.whole("bo", chosen=[f"{directives[2].pk}:1"])
    assert [one.decision for one in standing(reviewer.document)] == ["accepted", "accepted", "rejected"]


def test_undo_and_redo(reviewer: Reviewer, directives: list[Directive]) -> None:
    step = told(reviewer.act(directives[0], "nhan"))["step"]
    assert told(reviewer.whole("hoan-tac", step=step))["states"][str(directives[0].pk)]["state"] == "open"
    assert told(reviewer.whole("lam-lai", step=step))["states"][str(directives[0].pk)]["state"] == "accepted"
    assert reviewer.whole("hoan-tac", step=step + 1).status_code == 409


def test_the_rest_is_shown_and_signed(reviewer: Reviewer) -> None:
    address = f"/van-ban/{reviewer.document.pk}/ra-soat/con-lai/"
    assert "dâng hương" in reviewer.client.get(address).content.decode()
    part = reviewer.client.get(address, headers={"HX-Request": "true"}).content.decode()
    assert "<html" not in part
    assert "dâng hương" in part
    assert "Đã xác nhận" in reviewer.whole("xac-nhan", version=reviewer.document.version).content.decode()


def test_giving_makes_the_tasks(reviewer: Reviewer, directives: list[Directive]) -> None:
    document = reviewer.document
    reviewer.whole("nhan", chosen=[f"{one.pk}:1" for one in directives])
    document.refresh_from_db()
    reviewer.whole("xac-nhan", version=document.version)
    document.refresh_from_db()
    assert "Giao 3 nhiệm vụ" in reviewer.page()
    sent = reviewer.client.post(f"/van-ban/{document.pk}/giao/", {"version": document.version})
    assert sent.url == f"/nhiem-vu/?document={document.pk}"
    assert Task.objects.count() == 3
    assert reviewer.client.get(f"/van-ban/{document.pk}/ra-soat/").url == f"/van-ban/{document.pk}/"


def test_giving_too_early_says_why(reviewer: Reviewer) -> None:
    fields = {"version": reviewer.document.version}
    sent = reviewer.client.post(f"/van-ban/{reviewer.document.pk}/giao/", fields, follow=True)
    assert sent.redirect_chain[0][0] == f"/van-ban/{reviewer.document.pk}/ra-soat/"
    assert 'class="toast error"' in sent.content.decode()
    assert not Task.objects.exists()


def test_a_card_is_brought_whole(reviewer: Reviewer, directives: list[Directive]) -> None:
    content = reviewer.client.get(f"/van-ban/chi-dao/{directives[0].pk}/").content.decode()
    assert all(words in content for words in ("Chủ trì", "Công an thị xã", "30/06/2024", "6 rõ", 'data-key="a"'))


ADDRESSES = ("nhan", "bo", "mo-lai", "sua", "doan", "mep", "tach", "don-vi", "bo-don-vi")


def test_who_does_not_review_is_refused(office: Office, document: Document, browse: Browse) -> None:
    directive = document.directives.all()[0]
    for actor in (office.leader, office.inspector):
        client = browse(actor)
        assert client.get(f"/van-ban/{document.pk}/ra-soat/").status_code == 403
        assert client.get(f"/van-ban/chi-dao/{directive.pk}/").status_code == 403
        for address in ADDRESSES:
            fields = {"version": 1, "edge": "end-1", "role": "lead"}
            assert client.post(f"/van-ban/chi-dao/{directive.pk}/{address}/", fields).status_code == 403, address


def test_a_foreign_directive_answers_as_an_unknown_one(stranger: Office, document: Document, browse: Browse) -> None:
    client = browse(stranger.specialist)
    for pk in (document.directives.all()[0].pk, 999_999):
        assert client.get(f"/van-ban/chi-dao/{pk}/").status_code == 404
        for address in ADDRESSES:
            fields = {"version": 1, "edge": "end-1", "role": "lead"}
            assert client.post(f"/van-ban/chi-dao/{pk}/{address}/", fields).status_code == 404, address


def test_reading_changes_nothing(reviewer: Reviewer, directives: list[Directive]) -> None:
    for address in ADDRESSES:
        assert reviewer.client.get(f"/van-ban/chi-dao/{directives[0].pk}/{address}/").status_code == 405


def many(office: Office, count: int) -> Document:
    lines = "".join(f"- Công an thị xã kiểm tra cơ sở số {number};\n" for number in range(count))
    text = f"Kết luận hội nghị, đồng chí Bí thư yêu cầu:\n{lines}"
    document = add_pasted_text(office.specialist, f"{count} việc", text, declares_no_secret=True).document
    run_waiting()
    assert document.directives.count() == count
    return document


def test_the_number_of_queries_does_not_grow(office: Office, browse: Browse) -> None:
    client = browse(office.specialist)
    counts: dict[str, list[int]] = {"page": [], "step": []}
    many(office, 3)  # what the others repeat
    for size in (5, 50):
        document = many(office, size)
        client.get(f"/van-ban/{document.pk}/ra-soat/")
        with CaptureQueriesContext(connection) as asked:
            client.get(f"/van-ban/{document.pk}/ra-soat/")
        counts["page"].append(len(asked))
        reviewer = Reviewer(client, document)
        with CaptureQueriesContext(connection) as asked:
            reviewer.act(document.directives.all()[0], "mep", edge="end-1")
        counts["step"].append(len(asked))
    assert all(small == large for small, large in counts.values()), counts


def test_many_at_once_bring_the_page_anew(office: Office, browse: Browse) -> None:
    document = many(office, 70)
    response = Reviewer(browse(office.specialist), document).whole(
        "nhan", chosen=[f"{one.pk}:{one.version}" for one in document.directives.all()]
    )
    assert response.headers["HX-Refresh"] == "true"
    assert set(document.directives.values_list("decision", flat=True)) == {"accepted"}


@pytest.fixture
def doubtful(directives: list[Directive]) -> Directive:
    """The second directive, of which the reader is not sure."""
    one = directives[1]
    one.proposed = {**(one.proposed or {}), "confidence": 0.62}
    for other in (directives[0], directives[2]):
        other.proposed = {**(other.proposed or {}), "confidence": 0.97}
        other.save()
    one.save()
    return one


def test_what_the_reader_is_not_sure_of_says_so_in_words(reviewer: Reviewer, doubtful: Directive) -> None:
    content = reviewer.page()
    assert content.count('<span class="chip near doubt">') == 1
    assert "Bộ đọc chưa chắc: những đề xuất như thế này đúng khoảng 6 trong 10 lần." in content
    User.objects.update(language="en")
    english = reviewer.page()
    assert "proposals like this one are right about 6 times in 10" in english


def test_only_the_doubtful_are_shown_where_the_address_says_so(
    reviewer: Reviewer, directives: list[Directive], doubtful: Directive
) -> None:
    content = reviewer.page("?hien=doubtful")
    shown = re.findall(r'<article class="card prop[^>]*id="d-(\d+)"(?![^>]* hidden)[^>]*>', content)
    assert shown == [str(doubtful.pk)]
    assert f'class="card prop on" id="d-{doubtful.pk}"' in content
    assert re.search(r'data-show="doubtful"[^>]* aria-current="true"', content)
    assert f'class="card prop on" id="d-{directives[0].pk}"' in reviewer.page()


def test_a_decision_ends_the_doubt(reviewer: Reviewer, doubtful: Directive) -> None:
    reviewer.act(doubtful, "nhan")
    content = reviewer.page()
    assert "chip near doubt" not in content
    assert 'data-show="doubtful"' not in content
    assert "Cần xem kỹ" in reviewer.page("?hien=doubtful")


def test_without_doubts_there_is_no_filter_for_them(reviewer: Reviewer, directives: list[Directive]) -> None:
    assert ('data-show="doubtful"' in reviewer.page()) == any(
        (one.proposed or {})["confidence"] < DOUBTFUL_BELOW for one in directives
    )


def test_the_least_sure_come_first_where_the_address_says_so(
    reviewer: Reviewer, directives: list[Directive], doubtful: Directive
) -> None:
    ids = [str(one.pk) for one in directives]
    cards = re.compile(r'id="d-(\d+)" data-card')
    assert cards.findall(reviewer.page()) == ids
    content = reviewer.page("?xep=doubtful")
    assert cards.findall(content) == [ids[1], ids[0], ids[2]]
    assert f'class="card prop on" id="d-{doubtful.pk}"' in content
    assert re.findall(r'<div class="n">(\d)</div>', content) == ["2", "1", "3"]
    assert 'href="?xep=doubtful&amp;hien=open"' in content
    reviewer.act(doubtful, "nhan")
    content = reviewer.page("?xep=doubtful")
    assert cards.findall(content) == [ids[1], ids[0], ids[2]]
    assert f'class="card prop on" id="d-{ids[0]}"' in content


def test_without_script_a_step_keeps_what_is_shown_and_in_which_order(
    reviewer: Reviewer, directives: list[Directive], doubtful: Directive
) -> None:
    page = f"/van-ban/{doubtful.document_id}/ra-soat/?xep=doubtful&hien=open&chon={doubtful.pk}"
    sent = reviewer.client.post(
        f"/van-ban/chi-dao/{doubtful.pk}/nhan/", {"version": doubtful.version}, headers={"Referer": page}
    )
    assert sent.url == f"/van-ban/{doubtful.document_id}/ra-soat/?hien=open&xep=doubtful&sau={doubtful.pk}"
    assert f'class="card prop on" id="d-{directives[0].pk}"' in reviewer.client.get(sent.url).content.decode()
