"""A conclusion typed in the meeting is a directive of the draft at once."""

from __future__ import annotations

from datetime import date
from uuid import uuid4

import pytest

from conferences.meeting_room import Room, fresh, set_state
from conftest import Office
from giaoban.audit.actions import action, record
from giaoban.conferences.actions import (
    DirectiveDraft,
    NotInThisState,
    SentOtherwise,
    edit_draft_directive,
    keep_draft_proposal,
    note_conclusion,
    split_draft_directive,
    take_back_conclusion,
)
from giaoban.conferences.models import Conclusion, DraftDirective
from giaoban.conferences.queries import composed, draft_directives
from giaoban.conferences.refusals import ConferenceRefusal
from giaoban.refusal import NotAllowed, NotFound
from tasks.conftest import COURT, MILITARY, POLICE


def test_it_is_the_last_directive_of_the_draft(room: Room) -> None:
    first = note_conclusion(room.office.leader, room.conference.pk, text=" Giao Công an thị xã … ", origin="item:3")
    second = note_conclusion(room.office.specialist, room.conference.pk, text="Giao Tòa án …")
    draft = Conclusion.objects.get(conference=room.conference)
    assert list(draft.directives.all()) == [first, second]
    assert (first.text, first.origin, second.origin) == ("Giao Công an thị xã …", "item:3", "title")


def test_sent_again_it_is_written_once(room: Room) -> None:
    key = uuid4()
    made = [note_conclusion(room.office.leader, room.conference.pk, text="Giao …", key=key) for _ in range(3)]
    assert len(set(made)) == 1
    assert DraftDirective.objects.count() == 1
    with pytest.raises(SentOtherwise):
        note_conclusion(room.office.leader, room.conference.pk, text="Giao khác", key=key)


def test_it_is_taken_back_while_nobody_has_worked_on_it(room: Room) -> None:
    made = note_conclusion(room.office.leader, room.conference.pk, text="Giao …")
    assert take_back_conclusion(room.office.leader, made.pk).is_closed
    with pytest.raises(ConferenceRefusal) as refused:
        take_back_conclusion(room.office.leader, made.pk)
    assert refused.value.code == "conferences.conclusion_changed"
    assert fresh(made).text == "Giao …"


def test_what_is_refused(room: Room, stranger: Office) -> None:
    for text, origin, code in (("  ", "title", "conclusion_empty"), ("Giao", "task:x", "unknown_slide")):
        with pytest.raises(ConferenceRefusal) as refused:
            note_conclusion(room.office.leader, room.conference.pk, text=text, origin=origin)
        assert refused.value.code == f"conferences.{code}"
    with pytest.raises(NotAllowed):
        note_conclusion(room.office.reporter, room.conference.pk, text="Giao")
    with pytest.raises(NotFound):
        note_conclusion(stranger.leader, room.conference.pk, text="Giao")
    made = note_conclusion(room.office.leader, room.conference.pk, text="Giao")
    with pytest.raises(NotFound):
        take_back_conclusion(stranger.leader, made.pk)


def test_a_draft_that_was_submitted_takes_no_more(room: Room) -> None:
    made = note_conclusion(room.office.leader, room.conference.pk, text="Giao")
    _submit(room.office, made.conclusion)
    with pytest.raises(ConferenceRefusal) as refused:
        note_conclusion(room.office.leader, room.conference.pk, text="Giao thêm")
    assert refused.value.code == "conferences.draft_submitted"
    set_state(room.office, room.conference, "concluded")
    with pytest.raises(NotInThisState):
        note_conclusion(room.office.leader, room.conference.pk, text="Giao thêm")


def test_who_when_and_what_about_are_proposed_from_the_words(room: Room) -> None:
    typed = "Giao Công an chủ trì, phối hợp với TAND thị xã mở đợt cao điểm trấn áp tội phạm, xong trước 30/9."
    made = note_conclusion(room.office.leader, room.conference.pk, text=typed)
    assert [unit.name for unit in made.leads.all()] == [POLICE]
    assert [unit.name for unit in made.supports.all()] == [COURT]
    assert (made.text, made.due_on, made.areas[0]) == (typed, date(2024, 9, 30), "security")
    assert made.proposed == {"leads": "words", "supports": "words", "due": "words", "areas": "words"}
    kept = keep_draft_proposal(room.office.specialist, made.pk, version=made.version)
    assert kept.proposed == {}
    draft = Conclusion.objects.get(conference=room.conference)
    said = "1. Giao Công an thị xã chủ trì, phối hợp với Tòa án nhân dân thị xã mở đợt cao điểm trấn áp tội phạm, xong"
    assert said in composed(room.conference, draft, [kept]).text


@pytest.mark.parametrize(
    ("words", "on", "period"),
    [
        ("trong vòng 10 ngày", date(2024, 7, 7), ""),
        ("trong 5 ngày làm việc", date(2024, 7, 4), ""),
        ("trong tháng tới", None, "2024-07"),
        ("trong quý này", None, "2024-Q2"),
        ("đến cuối năm", date(2024, 12, 31), ""),
        ("trong tuần tới", date(2024, 7, 5), ""),
        ("trước 15/7", date(2024, 7, 15), ""),
    ],
)
def test_a_due_counts_from_the_day_of_the_meeting(room: Room, words: str, on: date | None, period: str) -> None:
    made = note_conclusion(room.office.leader, room.conference.pk, text=f"Công an thị xã báo cáo kết quả {words}")
    assert (made.due_on, made.due_period) == (on, period)


@pytest.mark.parametrize("typed", ["…", "ok", "?!", "12/13/2024", "x" * 20_000, "Cảm ơn các đồng chí\n\n- \n"])
def test_words_in_which_nothing_is_heard_are_noted_as_they_are(room: Room, typed: str) -> None:
    made = note_conclusion(room.office.leader, room.conference.pk, text=typed)
    assert (made.text, made.proposed) == (typed.strip(), {})
    assert not made.leads.exists()


def test_an_edit_of_the_words_proposes_what_is_empty_and_any_edit_keeps_what_is_there(room: Room) -> None:
    actor = room.office.specialist
    made = note_conclusion(actor, room.conference.pk, text="Rà soát camera, xong trước 30/9")
    assert made.proposed == {"leads": "area", "due": "words", "areas": "words"}
    said = DirectiveDraft(made.text, areas=("security",))
    made = edit_draft_directive(actor, made.pk, version=made.version, said=said)
    assert (made.proposed, made.due_on, made.leads.count()) == ({}, None, 0)
    said = DirectiveDraft("Giao Ban CHQS rà soát camera, xong trước 30/9", areas=("security",))
    made = edit_draft_directive(actor, made.pk, version=made.version, said=said)
    assert made.proposed == {"leads": "words", "due": "words"}
    assert ([unit.name for unit in made.leads.all()], made.due_on) == ([MILITARY], date(2024, 9, 30))


def test_words_with_several_directives_are_split_into_these(room: Room) -> None:
    actor = room.office.specialist
    typed = (
        "1. Giao Công an rà soát camera trước 30/9; báo cáo kết quả; đề nghị Tòa án xét xử lưu động.\n"
        "2. Phường Thu Thủy vệ sinh bãi biển"
    )
    made = note_conclusion(actor, room.conference.pk, text=typed)
    last = note_conclusion(actor, room.conference.pk, text="Ghi nhận ý kiến")
    assert (made.proposed, made.leads.count()) == ({}, 0)
    rows = split_draft_directive(actor, made.pk, version=made.version)
    assert [one.text for one in draft_directives(made.conclusion)] == [
        "Giao Công an rà soát camera trước 30/9",
        "Báo cáo kết quả",
        "Đề nghị Tòa án xét xử lưu động",
        "Phường Thu Thủy vệ sinh bãi biển",
        "Ghi nhận ý kiến",
    ]
    assert [[unit.name for unit in one.leads.all()] for one in rows] == [
        [POLICE],
        [POLICE],
        [COURT],
        ["Phường Thu Thủy"],
    ]
    assert (rows[0].pk, fresh(last).position) == (made.pk, 5)
    assert [one.areas[0] for one in rows] == ["security", "reporting", "justice", "sea"]
    with pytest.raises(ConferenceRefusal, match="chỉ có một chỉ đạo"):
        split_draft_directive(actor, rows[0].pk, version=fresh(rows[0]).version)


@action
def _submit(office: Office, draft: Conclusion) -> None:
    Conclusion.objects.filter(pk=draft.pk).update(state="submitted")
    record(office.specialist, "tests.draft.submitted")
