"""What a projector is shown: the slide, no account asked, no draft, nobody's name; and nothing sent twice."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from conferences.meeting_room import Room, fresh
from giaoban.conferences.actions import (
    Opinion,
    close_projectors,
    decide_at_conference,
    note_conclusion,
    open_projector,
    show_slide,
)
from giaoban.tasks.actions import edit_task


@pytest.fixture
def secret(room: Room) -> str:
    """The secret of a projector's address."""
    return open_projector(room.office.specialist, room.conference.pk)[1]


def slide(secret: str, **headers: str) -> Any:
    return Client().get(reverse("projected", args=[secret]), headers=headers)


def test_the_page_shows_words_leads_state_answers_and_evidence(room: Room, secret: str) -> None:
    show_slide(room.office.specialist, room.conference.pk, slide=f"task:{room.tasks[0].pk}")
    page = Client().get(reverse("projector", args=[secret])).content.decode()
    for words in (
        "“Tăng cường bảo đảm an ninh trật tự”",
        "Công an thị xã",
        "Chờ xác nhận",
        "Đã mở 3 đợt cao điểm",
        "bien-ban.txt",
        "1 / 5",
    ):
        assert words in page


def test_nothing_is_sent_until_something_is_new(room: Room, secret: str) -> None:
    first = slide(secret)
    mark = first.headers["ETag"]
    same = slide(secret, **{"If-None-Match": mark})
    assert (same.status_code, same.content, same.headers["ETag"]) == (304, b"", mark)
    show_slide(room.office.specialist, room.conference.pk, slide=f"task:{room.tasks[1].pk}")
    news = slide(secret, **{"If-None-Match": mark})
    assert news.status_code == 200
    assert "xét xử lưu động" in news.content.decode()


def test_asking_costs_one_query(room: Room, secret: str, django_assert_num_queries: Any) -> None:
    mark = slide(secret).headers["ETag"]
    with django_assert_num_queries(1):
        slide(secret, **{"If-None-Match": mark})


def test_a_decision_is_shown(room: Room, secret: str) -> None:
    task = fresh(room.tasks[0])
    show_slide(room.office.specialist, room.conference.pk, slide=f"task:{task.pk}")
    opinion = Opinion("done", "Biểu dương")
    decide_at_conference(room.office.leader, room.conference.pk, task.pk, version=task.version, opinion=opinion)
    page = slide(secret).content.decode()
    assert "Ý kiến của chủ trì" in page
    assert "Biểu dương" in page


def test_a_dark_screen_holds_nothing(room: Room, secret: str) -> None:
    show_slide(room.office.specialist, room.conference.pk, slide=f"task:{room.tasks[0].pk}", is_blank=True)
    assert slide(secret).content.decode().strip() == '<div class="blank"></div>'


def test_no_draft_and_nobodys_name_are_shown(room: Room, secret: str) -> None:
    note_conclusion(room.office.leader, room.conference.pk, text="Dự kiến giao lại", origin="title")
    for name in ["title", *(f"task:{one.pk}" for one in room.tasks), f"item:{room.items[2].pk}"]:
        show_slide(room.office.specialist, room.conference.pk, slide=name)
        page = slide(secret).content.decode()
        assert "Dự kiến giao lại" not in page
        for person in (*(one.name for one in room.seats.values()), room.office.reporter.name, "Nguyễn Chủ Trì"):
            assert person not in page


def test_payloads_in_words_are_shown_as_text(room: Room, secret: str) -> None:
    task = fresh(room.tasks[2])
    edit_task(room.office.specialist, task.pk, version=task.version, title="<script>alert(1)</script>{{7*7}}")
    opinion = Opinion("done", "<img src=x onerror=alert(1)>")
    task = fresh(task)
    decide_at_conference(room.office.leader, room.conference.pk, task.pk, version=task.version, opinion=opinion)
    show_slide(room.office.specialist, room.conference.pk, slide=f"task:{task.pk}")
    page = slide(secret).content.decode()
    assert "<img" not in page
    assert "&lt;img src=x" in page


def test_it_is_shown_in_the_language_of_who_opened_it(room: Room) -> None:
    _link, secret = open_projector(room.office.specialist, room.conference.pk, language="en")
    show_slide(room.office.specialist, room.conference.pk, slide=f"task:{room.tasks[1].pk}")
    assert "No answer yet." in slide(secret).content.decode()
    assert '<html lang="en">' in Client().get(reverse("projector", args=[secret])).content.decode()


def test_an_address_that_was_called_back_shows_nothing_and_says_so(room: Room, secret: str) -> None:
    close_projectors(room.office.specialist, room.conference.pk)
    assert (slide(secret).status_code, slide(secret).content) == (404, b"")
    answer = Client().get(reverse("projector", args=[secret]))
    assert answer.status_code == 404
    assert "không còn hiệu lực" in answer.content.decode()
