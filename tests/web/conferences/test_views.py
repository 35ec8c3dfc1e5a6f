"""The pages of conferences: the list, one conference, its plan, its buttons; each answers what its role may see."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from conferences.cast import HELD_ON, PLANNED_ON, at_the_end_of_review, concluded, given, held, planned
from conftest import Office
from giaoban.audit import clock
from giaoban.committees.actors import Actor
from giaoban.conferences.actions import hold_conference, invite_units
from giaoban.conferences.models import Conference
from giaoban.conferences.queries import conference_of
from giaoban.web.conferences.steps import shown_steps

Browse = Callable[[Actor], Client]


@pytest.fixture(autouse=True)
def _own_files(settings: Any, tmp_path: Any) -> None:
    settings.FILES_ROOT = tmp_path / "files"


def _page(conference: Conference) -> str:
    return reverse("conference-page", args=[conference.pk])


def test_the_list_goes_by_years(office: Office, browse: Browse) -> None:
    held(office)
    page = browse(office.leader).get("/hoi-nghi/")
    assert page.status_code == 200
    assert "Hội nghị giao ban quý I/2024" in page.text
    assert "nam=2024" in page.text
    assert "Lập kế hoạch" not in page.text


def test_an_empty_list_offers_the_first_step(office: Office, browse: Browse) -> None:
    assert "Lập kế hoạch hội nghị đầu tiên" in browse(office.specialist).get("/hoi-nghi/").text
    assert "Lập kế hoạch" not in browse(office.reporter).get("/hoi-nghi/").text


def test_a_conference_is_planned_from_the_last(office: Office, browse: Browse) -> None:
    first = held(office)
    client = browse(office.specialist)
    form = client.get("/hoi-nghi/lap/?loai=quarterly").context["form"]
    sent = {name: form[name].value() or "" for name in form.fields} | {"held_on": "27/06/2024", "starts_at": "7h30"}
    sent |= {"reviewed": "quý II/2024", "ahead": "quý III/2024", "reports_due_on": "18/6/2024"}
    answer = client.post("/hoi-nghi/lap/", sent)
    made = Conference.objects.get(previous=first)
    assert answer.headers["Location"] == _page(made)
    assert (made.reviewed, f"{made.starts_at:%H:%M}") == ("2024-Q2", "07:30")


def test_a_changed_day_offers_to_move_what_is_prepared(office: Office, browse: Browse) -> None:
    conference = planned(office)
    client = browse(office.specialist)
    address = reverse("conference-edit", args=[conference.pk])
    form = client.get(address).context["form"]
    sent = {name: form[name].value() or "" for name in form.fields} | {"held_on": "3/4/2024"}
    sent |= {"reviewed": "quý I/2024", "ahead": "quý II/2024", "reports_due_on": "18/3/2024"}
    with clock.set_to(PLANNED_ON):
        assert client.post(address, sent).headers["Location"] == f"{_page(conference)}#chuan-bi"
        shown = client.get(_page(conference)).text
        assert "Ngày họp đã đổi từ 27/03/2024 sang 03/04/2024" in shown
        request = conference.preparations.get(step="request")
        move = {"version": conference.version + 1, "chosen": request.pk}
        client.post(reverse("preparation-follow", args=[conference.pk]), move)
        assert "Ngày họp đã đổi" not in client.get(_page(conference)).text
    request.refresh_from_db()
    assert f"{request.due_on:%d/%m/%Y}" == "13/03/2024"


def test_the_steps_do_not_tick_reports_that_are_missing(office: Office, browse: Browse) -> None:
    conference = planned(office)
    invite_units(office.specialist, conference.pk, [office.units["Công an thị xã"].pk])
    with clock.set_to(HELD_ON):
        hold_conference(office.specialist, conference.pk, version=conference.version)
    steps = {one.words: one for one in shown_steps(office.specialist, conference_of(office.specialist, conference.pk))}
    assert (steps["Báo cáo của đơn vị"].is_done, steps["Thông báo kết luận"].is_now) == (False, True)
    assert steps["Hội nghị"].is_done


def test_what_is_wrong_is_said_at_its_field_and_nothing_is_lost(office: Office, browse: Browse) -> None:
    client = browse(office.specialist)
    sent = {"kind": "quarterly", "title": "Hội nghị", "held_on": "27/6/2024", "reviewed": "quý 9", "place": "Tầng 2"}
    answer = client.post("/hoi-nghi/lap/", sent)
    assert answer.status_code == 422
    assert "Không hiểu kỳ “quý 9”" in answer.text
    assert "Tầng 2" in answer.text
    answer = client.post("/hoi-nghi/lap/", sent | {"reviewed": "tháng 6/2024"})
    assert "xem xét kỳ dài 3 tháng" in answer.text


def test_an_extraordinary_one_takes_the_delegates_of_another(office: Office, browse: Browse) -> None:
    first = planned(office)
    invite_units(office.specialist, first.pk, [office.units["Công an thị xã"].pk])
    sent = {"kind": "extraordinary", "title": "Họp đột xuất", "held_on": "02/04/2024", "like_id": first.pk}
    browse(office.specialist).post("/hoi-nghi/lap/", sent)
    made = Conference.objects.get(kind="extraordinary")
    assert (made.previous, made.delegates.count()) == (None, 1)


def test_an_unknown_kind_is_not_found(office: Office, browse: Browse) -> None:
    assert browse(office.specialist).get("/hoi-nghi/lap/?loai=weekly").status_code == 404


def test_a_stale_edit_shows_both_versions(office: Office, browse: Browse) -> None:
    conference = planned(office)
    client, address = browse(office.specialist), reverse("conference-edit", args=[conference.pk])
    form = client.get(address).context["form"]
    sent = {name: form[name].value() or "" for name in form.fields}
    sent |= {"held_on": "27/03/2024", "reports_due_on": "", "reviewed": "quý I/2024", "ahead": "quý II/2024"}
    assert client.post(address, sent | {"place": "Phòng 1"}).status_code == 302
    answer = client.post(address, sent | {"place": "Phòng 2"})
    assert answer.status_code == 409
    assert "Phòng 1" in answer.text
    assert "Phòng 2" in answer.text


def test_the_buttons_move_it_and_can_be_undone(office: Office, browse: Browse) -> None:
    conference = planned(office)
    client = browse(office.specialist)
    with clock.set_to(HELD_ON):
        for name, state in (
            ("conference-invited", "invited"),
            ("conference-uninvited", "planned"),
            ("conference-hold", "held"),
            ("conference-resume", "meeting"),
        ):
            version = Conference.objects.get(pk=conference.pk).version
            answer = client.post(reverse(name, args=[conference.pk]), {"version": version}, follow=True)
            assert answer.status_code == 200
            assert Conference.objects.get(pk=conference.pk).state == state


def test_a_cancelled_one_says_why(office: Office, browse: Browse) -> None:
    conference = planned(office)
    client = browse(office.specialist)
    sent = {"version": conference.version, "reason": "Trùng lịch Tỉnh ủy"}
    page = client.post(reverse("conference-cancel", args=[conference.pk]), sent, follow=True)
    assert "Hội nghị đã hủy: Trùng lịch Tỉnh ủy" in page.text
    client.post(reverse("conference-restore", args=[conference.pk]), {})
    assert Conference.objects.get(pk=conference.pk).state == "planned"


def test_a_document_of_the_day_is_proposed_and_attached(office: Office, browse: Browse) -> None:
    conference, document = held(office), given(office)
    client = browse(office.specialist)
    assert "Gắn làm kết luận" in client.get(_page(conference)).text
    sent = {"version": conference.version, "document": document.pk}
    page = client.post(reverse("conclusion-attach", args=[conference.pk]), sent, follow=True)
    assert Conference.objects.get(pk=conference.pk).conclusion_id == document.pk
    assert "Tất cả nhiệm vụ" in page.text
    for wrong in ("", "x", "9" * 30):
        answer = client.post(reverse("conclusion-attach", args=[conference.pk]), {"document": wrong})
        assert answer.status_code == 404


def test_the_page_opens_with_the_answers_of_the_last(office: Office, browse: Browse) -> None:
    concluded(office)
    second = planned(office, reviewed="2024-Q2", ahead="2024-Q3", held_on=HELD_ON.replace(month=6))
    page = browse(office.specialist).get(_page(second))
    assert "Trả lời kết luận kỳ trước" in page.text
    assert "bảo đảm an ninh trật tự" in page.text.lower()


def test_the_page_asks_as_often_for_many_tasks_as_for_few(
    office: Office, browse: Browse, django_assert_max_num_queries: Any
) -> None:
    conference = concluded(office)
    client = browse(office.leader)
    with django_assert_max_num_queries(18):
        assert client.get(_page(conference)).status_code == 200


def test_a_foreign_conference_is_not_found(office: Office, stranger: Office, browse: Browse) -> None:
    assert browse(stranger.specialist).get(_page(planned(office))).status_code == 404


def test_a_document_that_is_given_leads_to_the_conference_of_its_day(office: Office, browse: Browse) -> None:
    conference, document = held(office), at_the_end_of_review(office)
    answer = browse(office.specialist).post(reverse("document-give", args=[document.pk]), {"version": document.version})
    assert answer.headers["Location"] == f"{_page(conference)}#ket-luan"
