"""The page of the minutes: written by the office, read and checked by who attended, taken out as a paper."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from io import BytesIO
from typing import Any
from uuid import uuid4

from django.test import Client
from django.urls import reverse
from docx import Document

from conferences.meeting_room import MEETING_DAY, Room, fresh, set_state
from giaoban.audit.models import AuditEvent
from giaoban.committees.actors import Actor
from giaoban.conferences.actions import Speaker, Tick, add_remark, begin_minutes, issue_links, tick_delegate
from giaoban.conferences.models import Minutes, Remark
from tasks.conftest import POLICE

JSON = {"Accept": "application/json"}


def there(room: Room, name: str, *ids: int) -> str:
    return reverse(name, args=[room.conference.pk, *ids])


def spoken(room: Room, text: str = "Đã làm") -> Remark:
    seat = fresh(room.seats[POLICE])
    if seat.presence != "present":
        tick_delegate(room.office.specialist, seat.pk, version=seat.version, tick=Tick("present"))
    return add_remark(room.office.specialist, room.conference.pk, speaker=Speaker(seat.pk), text=text)


def test_a_speaker_is_added_once_for_a_key(room: Room, specialist: Client) -> None:
    sent = {"delegate": room.seats[POLICE].pk, "speaker": "x", "item": room.items[2].pk, "key": str(uuid4())}
    told = [specialist.post(there(room, "remark-add"), sent, headers=JSON).json() for _ in range(2)]
    assert told[0]["id"] == told[1]["id"]
    assert "Người Công an thị xã, Trưởng, Công an thị xã" in told[0]["html"]


def test_text_is_saved_and_a_second_writer_is_given_both(room: Room, specialist: Client) -> None:
    made = spoken(room)
    path = there(room, "remark", made.pk)
    assert specialist.post(path, {"version": 1, "text": "Một"}, headers=JSON).json() == {"version": 2}
    answer = specialist.post(path, {"version": 1, "text": "Hai"}, headers=JSON)
    assert answer.status_code == 409
    assert answer.json()["current"] == {"text": "Một", "version": 2}
    assert "Một" in specialist.get(path).content.decode()


def test_the_concluding_words_begin_the_minutes(room: Room, specialist: Client) -> None:
    path = there(room, "minutes-conclusion")
    assert specialist.post(path, {"version": 0, "text": "Thống nhất"}, headers=JSON).json() == {"version": 2}
    answer = specialist.post(path, {"version": 0, "text": "Khác"}, headers=JSON)
    assert (answer.status_code, answer.json()["current"]["text"]) == (409, "Thống nhất")


def test_a_writer_is_told_what_another_one_wrote(room: Room, specialist: Client) -> None:
    made = spoken(room)
    told = specialist.get(there(room, "minutes-now")).json()
    assert (told["remarks"], told["order"], told["state"]) == ({str(made.pk): 1}, [made.pk], "taking")


def test_a_remark_is_moved_and_taken_out_and_in_again(room: Room, specialist: Client) -> None:
    first, second = spoken(room, "A"), spoken(room, "B")
    sent = {"version": 1, "steps": "-1"}
    told = specialist.post(there(room, "remark-move", second.pk), sent, headers=JSON).json()
    assert told == {"version": 2, "order": [second.pk, first.pk]}
    gone = specialist.post(there(room, "remark-close", first.pk), {"version": 1}, headers=JSON).json()
    assert fresh(first).is_closed
    specialist.post(gone["undo"])
    assert not fresh(first).is_closed


def test_what_comes_in_by_itself_is_on_the_page(room: Room, specialist: Client) -> None:
    spoken(room)
    page = specialist.get(there(room, "minutes")).content.decode()
    assert "<b>1/5</b>" in page
    assert "Thảo luận" in page
    assert 'id="speaker-rows"' in page


def test_the_way_from_checking_to_final_and_back(
    room: Room, specialist: Client, browse: Callable[[Actor], Client]
) -> None:
    spoken(room)
    set_state(room.office, room.conference, "held")
    reporter = browse(room.office.reporter)
    assert reporter.get(there(room, "minutes")).status_code == 404
    _post(specialist, there(room, "minutes-send"), check_by="30/6/2024")
    assert Minutes.objects.get().check_by == MEETING_DAY + timedelta(days=3)
    assert "Chưa đúng, đề nghị sửa" in reporter.get(there(room, "minutes")).content.decode()
    reporter.post(there(room, "minutes-check", room.seats[POLICE].pk), {"is_agreed": "0", "text": "Là 4 đợt"})
    page = _post(specialist, there(room, "minutes-finalise"))
    assert "Còn 1 ý kiến về biên bản chưa được trả lời." in page
    check = Minutes.objects.get().checks.get()
    specialist.post(there(room, "minutes-answer", check.pk), {"answer": "Đã sửa"})
    assert "Đã chốt biên bản." in _post(specialist, there(room, "minutes-finalise"))
    assert "data-minutes" not in specialist.get(there(room, "minutes")).content.decode()
    assert "Đã mở lại biên bản." in _post(specialist, there(room, "minutes-reopen"), reason="Thiếu ý kiến")


def _post(client: Client, path: str, **values: Any) -> str:
    sent = {"version": Minutes.objects.get().version, **values}
    return client.post(path, sent, follow=True).content.decode()


def test_the_paper_comes_as_a_word_file_and_is_recorded(room: Room, specialist: Client) -> None:
    spoken(room, "Đã mở 3 đợt")
    answer = specialist.get(there(room, "minutes-download"))
    assert "Bien%20ban%202024-06-27.docx" in answer.headers["Content-Disposition"]
    words = "\n".join(one.text for one in Document(BytesIO(answer.content)).paragraphs)
    assert "Người Công an thị xã, Trưởng, Công an thị xã: Đã mở 3 đợt" in words
    assert AuditEvent.objects.filter(action="conferences.minutes.exported").count() == 1


def test_a_remark_of_other_minutes_is_not_found(room: Room, specialist: Client) -> None:
    made = spoken(room)
    begin_minutes(room.office.specialist, room.conference.pk)
    other = room.conference.previous
    assert other is not None
    assert specialist.post(reverse("remark", args=[other.pk, made.pk]), {"version": 1}).status_code == 404


def test_who_attended_reads_and_checks_them_by_the_own_link(room: Room, specialist: Client) -> None:
    set_state(room.office, room.conference, "invited")
    link = next(one for one in issue_links(room.office.specialist, room.conference.pk) if one.delegate.unit_id)
    path = reverse("invitation-minutes", args=[link.secret])
    anybody = Client()
    assert anybody.get(path).status_code == 404
    set_state(room.office, room.conference, "meeting")
    seat = fresh(link.delegate)
    tick_delegate(room.office.specialist, seat.pk, version=seat.version, tick=Tick("present"))
    add_remark(room.office.specialist, room.conference.pk, speaker=Speaker(seat.pk), text="Đã mở 3 đợt")
    set_state(room.office, room.conference, "held")
    assert anybody.get(path).status_code == 404, "not out for checking yet"
    _post(specialist, there(room, "minutes-send"), check_by="30/6/2024")
    assert "Đã mở 3 đợt" in anybody.get(path).content.decode()
    assert path in anybody.get(reverse("invitation", args=[link.secret])).content.decode()
    refused = anybody.post(path, {"is_agreed": "0", "text": " "})
    assert refused.status_code == 422
    assert "Cần ghi rõ chỗ chưa đúng để văn phòng sửa." in refused.content.decode()
    anybody.post(path, {"is_agreed": "0", "text": "Là 4 đợt"})
    check = Minutes.objects.get().checks.get()
    assert (check.delegate, check.text, check.by) == (seat, "Là 4 đợt", f"Đại biểu: {seat}")
    assert anybody.post(reverse("invitation-minutes", args=["x" * 32]), {"is_agreed": "1"}).status_code == 404
