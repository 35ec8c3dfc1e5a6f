"""The page of attendance: ticked by a row or all at once, told in words, mended."""

from __future__ import annotations

from collections.abc import Callable

from django.test import Client
from django.urls import reverse

from conferences.meeting_room import Room, fresh
from giaoban.committees.actors import Actor
from tasks.conftest import POLICE

HTMX = {"HX-Request": "true"}


def address(room: Room) -> str:
    return reverse("attendance-tick", args=[room.conference.pk, room.seats[POLICE].pk])


def test_a_tick_gives_the_row_and_the_counts_anew(room: Room, specialist: Client) -> None:
    answer = specialist.post(address(room), {"presence": "present", "version": 1}, headers=HTMX)
    page = answer.content.decode()
    assert answer.status_code == 200
    assert 'id="counts" hx-swap-oob="true"' in page
    assert "<b>1/5</b>" in page
    assert 'aria-pressed="true"' in page


def test_what_is_refused_is_said_in_the_row_and_what_was_typed_stays(room: Room, specialist: Client) -> None:
    sent = {"presence": "absent", "version": 1, "stands_in": "Lê Thay"}
    answer = specialist.post(address(room), sent, headers=HTMX)
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "Người dự thay chỉ ghi khi đơn vị có người dự." in page
    assert 'value="Lê Thay"' in page
    assert fresh(room.seats[POLICE]).presence == "unknown"


def test_without_scripts_a_tick_goes_back_to_the_list(room: Room, specialist: Client) -> None:
    answer = specialist.post(address(room), {"presence": "excused", "version": 1, "reason": "Đi họp tỉnh"})
    assert answer.headers["Location"].endswith(f"#delegate-{room.seats[POLICE].pk}")
    assert "Đi họp tỉnh" in specialist.get(reverse("attendance", args=[room.conference.pk])).content.decode()


def test_all_at_once_is_undone_from_the_words_that_tell_it(room: Room, specialist: Client) -> None:
    pk = room.conference.pk
    page = specialist.post(reverse("attendance-all", args=[pk]), follow=True).content.decode()
    assert "Đã điểm danh có mặt 5 đại biểu." in page
    undo = page.split('action="/hoi-nghi/')[-1].split('"')[0].replace("&amp;", "&")
    assert "hoan-tac" in undo
    page = specialist.post(f"/hoi-nghi/{undo}", follow=True).content.decode()
    assert "Đã hoàn tác." in page
    assert "<b>0/5</b>" in page


def test_who_only_reads_is_offered_no_tick(room: Room, browse: Callable[[Actor], Client]) -> None:
    page = browse(room.office.inspector).get(reverse("attendance", args=[room.conference.pk])).content.decode()
    assert "Chưa điểm danh" in page
    assert 'name="presence"' not in page


def test_a_seat_of_another_conference_is_not_found(room: Room, specialist: Client) -> None:
    other = room.conference.previous
    assert other is not None
    path = reverse("attendance-tick", args=[other.pk, room.seats[POLICE].pk])
    assert specialist.post(path, {"presence": "present", "version": 1}).status_code == 404
