"""The minutes as a paper: every part of formats.md's BB, with what came in by itself."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from docx import Document

from conferences.meeting_room import MEETING_DAY, Room, fresh, make_room, set_state
from conftest import Office
from giaoban.audit import clock
from giaoban.conferences.actions import (
    Opinion,
    Speaker,
    Tick,
    add_remark,
    decide_at_conference,
    finalise_minutes,
    hold_conference,
    note_conclusion,
    save_concluding_words,
    send_for_checking,
    tick_delegate,
)
from giaoban.conferences.models import Minutes
from giaoban.conferences.queries import minutes_of
from giaoban.papers.minutes import minutes_paper
from tasks.conftest import COURT, MILITARY, POLICE


@pytest.fixture
def room(office: Office, settings: Any, tmp_path: Path) -> Iterator[Room]:
    """Our committee's conference, open."""
    settings.FILES_ROOT = tmp_path / "files"
    with clock.set_to(MEETING_DAY):
        yield make_room(office)


def hold_it(room: Room) -> None:
    office, pk = room.office, room.conference.pk
    ticks = {
        POLICE: Tick("present"),
        COURT: Tick("present", "Lê Thay", "Phó Chánh án"),
        MILITARY: Tick("excused", reason="Đi tập huấn"),
    }
    for name, tick in ticks.items():
        tick_delegate(office.specialist, room.seats[name].pk, version=1, tick=tick)
    task = fresh(room.tasks[1])
    opinion = Opinion("carried_on", "Phấn đấu 25%")
    decide_at_conference(office.leader, pk, task.pk, version=task.version, opinion=opinion)
    add_remark(office.specialist, pk, speaker=Speaker(room.seats[COURT].pk), text="Đã mở 3 phiên.\nCòn thiếu kinh phí.")
    note_conclusion(office.leader, pk, text="Giao Công an thị xã mở đợt cao điểm.")
    minutes = Minutes.objects.get()
    save_concluding_words(office.specialist, pk, version=minutes.version, text="Thống nhất đánh giá.")
    with clock.set_to(MEETING_DAY, (clock.now() + timedelta(hours=3)).time()):
        hold_conference(office.specialist, pk, version=fresh(room.conference).version)


def paper(room: Room) -> tuple[list[str], Any]:
    document = Document(BytesIO(minutes_paper(minutes_of(room.office.specialist, room.conference.pk))))
    return [one.text for one in document.paragraphs if one.text], document


def test_every_part_is_there_in_its_order(room: Room) -> None:
    hold_it(room)
    lines, document = paper(room)
    wanted = [
        "BIÊN BẢN",
        "Giao ban công tác nội chính 2024-Q2",
        "-----",
        "(Dự thảo, chưa chốt)",
        "Khai mạc: 07 giờ 30, ngày 27 tháng 6 năm 2024, tại Hội trường Thị ủy.",
        "Chủ trì: đồng chí Nguyễn Chủ Trì, Bí thư Thị ủy.",
        "Người ghi biên bản: đồng chí Trần Thư Ký.",
        "I- Thành phần",
        "Có mặt: 2/5 đại biểu.",
        "- Người Công an thị xã, Trưởng, Công an thị xã.",
        "- Lê Thay, Phó Chánh án, Tòa án nhân dân thị xã (dự thay đồng chí Người Tòa án nhân dân thị xã).",
        f"Vắng có phép: Người {MILITARY}, {MILITARY} (Đi tập huấn).",
        "II- Diễn biến hội nghị",
        "Ý kiến phát biểu",
        "Lê Thay, Phó Chánh án, Tòa án nhân dân thị xã: Đã mở 3 phiên.",
        "Còn thiếu kinh phí.",
        "III- Kết luận của chủ trì hội nghị",
        "Thống nhất đánh giá.",
        "1. Giao Công an thị xã mở đợt cao điểm.",
        "Hội nghị kết thúc lúc 11 giờ 00, ngày 27 tháng 6 năm 2024.",
    ]
    places = [lines.index(one) for one in wanted]
    assert places == sorted(places)
    assert [cell.text for cell in document.tables[1].rows[1].cells] == [
        "1",
        "Nâng cao tỷ lệ án xét xử lưu động",
        COURT,
        "Tiếp tục thực hiện, hạn 30/09/2024. Phấn đấu 25%",
    ]


def test_final_minutes_are_no_draft_any_more(room: Room) -> None:
    hold_it(room)
    sent = send_for_checking(
        room.office.specialist, room.conference.pk, version=Minutes.objects.get().version, check_by=MEETING_DAY
    )
    finalise_minutes(room.office.specialist, room.conference.pk, version=sent.version)
    assert "(Dự thảo, chưa chốt)" not in paper(room)[0]


def test_minutes_of_which_nothing_was_taken_say_so(room: Room) -> None:
    set_state(room.office, room.conference, "held")
    lines, _ = paper(room)
    assert "Có mặt: 0/5 đại biểu." in lines
    assert "(không ghi)" in lines
