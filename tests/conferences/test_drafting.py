"""The draft of a conclusion: its words as they will be issued, and what is done with its directives."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from conferences.meeting_room import Room, fresh, set_state
from conftest import Office
from giaoban.conferences.actions import (
    DirectiveDraft,
    add_draft_directive,
    approve_draft,
    drop_draft_directive,
    edit_draft,
    edit_draft_directive,
    move_draft_directive,
    open_draft,
    restore_draft_directive,
    submit_draft,
)
from giaoban.conferences.drafting import NoticeFacts, compose
from giaoban.conferences.models import Minutes
from giaoban.conferences.queries import clarity_of, draft_directives
from giaoban.conferences.sentences import Body, DirectiveWords
from giaoban.documents.dues import typed_due
from giaoban.language import understand
from giaoban.refusal import NotAllowed, NotFound, Refusal, Stale
from tasks.conftest import COURT, POLICE

FACTS = NoticeFacts(
    title="Hội nghị giao ban công tác nội chính quý II, nhiệm vụ quý III/2024",
    host="Ban Thường vụ Thị ủy Cửa Lò",
    chair="Nguyễn Thị Chủ – Bí thư Thị ủy",
    held_on=date(2024, 6, 27),
    assessment="Quý II, các đơn vị trong khối đã hoàn thành nhiệm vụ.",
    closing="",
    office="Văn phòng Thị ủy",
)
WARD, BOARD = Body("Ủy ban nhân dân thị xã", True), Body("Tòa án nhân dân thị xã", False)
GUARDS = Body("Công an thị xã", True)


def test_without_assessment_and_chair_no_numeral_and_no_name_is_missed() -> None:
    text = compose(replace(FACTS, assessment="", chair=""), [DirectiveWords("Tuyên truyền", (GUARDS,))]).text
    assert "kết luận của chủ trì hội nghị tại" in text
    assert "chủ trì hội nghị kết luận như sau:\nNhiệm vụ thời gian tới\n1. " in text


@pytest.mark.parametrize(
    ("said", "lead", "support", "due"),
    [
        (DirectiveWords("Mở đợt cao điểm trấn áp tội phạm.", (GUARDS,), (BOARD,), date(2024, 9, 15)),
         ["Công an thị xã"], ["Tòa án nhân dân thị xã"], ("date", "2024-09-15")),
        (DirectiveWords("Nâng cao tỷ lệ án xét xử lưu động", (BOARD,), due_period="2024-Q3"),
         ["Tòa án nhân dân thị xã"], [], ("period", "2024-Q3")),
        (DirectiveWords("Kiểm tra an toàn cháy tại các khách sạn", (GUARDS, WARD), recurring="monthly"),
         ["Công an thị xã", "Ủy ban nhân dân thị xã"], [], ("recurring", "monthly")),
        (DirectiveWords("Tuyên truyền luật giao thông", (GUARDS,)), ["Công an thị xã"], [], None),
    ],
)  # fmt: skip
def test_what_is_composed_is_what_the_reader_reads_back(
    said: DirectiveWords, lead: list[str], support: list[str], due: tuple[str, str] | None
) -> None:
    text = compose(FACTS, [said])
    found = {(one.start, one.end): one for one in understand(text.text).directives}[text.spans[0]]
    assert (found.lead, found.support) == (lead, support)
    assert due is None or getattr(found.due, due[0]) == due[1]


def test_the_notice_is_read_as_the_conclusion_of_its_conference() -> None:
    found = understand(compose(FACTS, [DirectiveWords("Tuyên truyền luật giao thông", (GUARDS,))]).text)
    assert found.doc_type == "conclusion"
    assert found.conference is not None
    assert (found.conference.date, found.conference.reviewed, found.conference.ahead) == (
        "2024-06-27", "2024-Q2", "2024-Q3",
    )  # fmt: skip


def said(office: Office, text: str = "Mở đợt cao điểm", lead: str = POLICE, due: str = "15/9/2024") -> DirectiveDraft:
    """Return a directive that the office drafts."""
    return DirectiveDraft(text, (office.units[lead].pk,), due=typed_due(due), areas=("security",))


def test_a_draft_begins_with_the_chairs_words_of_the_minutes(room: Room, office: Office) -> None:
    Minutes.objects.update_or_create(conference=room.conference, defaults={"conclusion": "Quý II đạt kết quả tốt."})
    draft = open_draft(office.specialist, room.conference.pk)
    assert draft.assessment == "Quý II đạt kết quả tốt."
    assert open_draft(office.specialist, room.conference.pk).pk == draft.pk


def test_directives_are_added_edited_moved_dropped_and_put_back(room: Room, office: Office) -> None:
    first = add_draft_directive(office.specialist, room.conference.pk, said(office))
    second = add_draft_directive(office.specialist, room.conference.pk, said(office, "Xét xử lưu động", COURT, ""))
    changed = DirectiveDraft("Mở hai đợt cao điểm", (office.units[POLICE].pk,), (office.units[COURT].pk,))
    edit_draft_directive(office.specialist, first.pk, version=first.version, said=changed)
    move_draft_directive(office.specialist, second.pk, version=second.version, up=True)
    shown = draft_directives(first.conclusion)
    assert [one.text for one in shown] == ["Xét xử lưu động", "Mở hai đợt cao điểm"]
    assert [one.name for one in shown[1].supports.all()] == [COURT]
    drop_draft_directive(office.specialist, first.pk, version=fresh(first).version)
    assert [one.text for one in draft_directives(first.conclusion)] == ["Xét xử lưu động"]
    restore_draft_directive(office.specialist, first.pk)
    assert len(draft_directives(first.conclusion)) == 2


def test_the_six_clarities_of_a_drafted_directive_follow_its_fields(room: Room, office: Office) -> None:
    clear = DirectiveDraft(
        "Mở đợt cao điểm trấn áp tội phạm", (office.units[POLICE].pk,), due=typed_due("15/9/2024"),
        product="báo cáo kết quả", areas=("security",),
    )  # fmt: skip
    assert clarity_of(add_draft_directive(office.specialist, room.conference.pk, clear)).count == 6
    vague = clarity_of(add_draft_directive(office.specialist, room.conference.pk, DirectiveDraft("Thực hiện nghiêm")))
    assert vague.count == 0


def test_an_edit_on_an_older_version_is_refused(room: Room, office: Office) -> None:
    row = add_draft_directive(office.specialist, room.conference.pk, said(office))
    edit_draft_directive(office.specialist, row.pk, version=row.version, said=said(office, "Lần một"))
    with pytest.raises(Stale):
        edit_draft_directive(office.specialist, row.pk, version=row.version, said=said(office, "Lần hai"))
    draft = open_draft(office.specialist, room.conference.pk)
    edit_draft(office.specialist, draft.pk, version=draft.version, assessment="Một", closing="")
    with pytest.raises(Stale):
        edit_draft(office.specialist, draft.pk, version=draft.version, assessment="Hai", closing="")


def test_a_directive_without_words_and_a_foreign_unit_are_refused(room: Room, office: Office, stranger: Office) -> None:
    with pytest.raises(Refusal, match="Cần ghi nội dung chỉ đạo"):
        add_draft_directive(office.specialist, room.conference.pk, said(office, "  "))
    with pytest.raises(NotFound):
        add_draft_directive(office.specialist, room.conference.pk, said(stranger))


def test_only_who_manages_conferences_drafts_and_a_stranger_finds_nothing(
    room: Room, office: Office, stranger: Office
) -> None:
    for actor in (office.leader, office.reporter, office.inspector, office.superior, office.administrator):
        with pytest.raises(NotAllowed):
            open_draft(actor, room.conference.pk)
    with pytest.raises(NotFound):
        open_draft(stranger.specialist, room.conference.pk)


def test_a_submitted_draft_is_not_changed(room: Room, office: Office) -> None:
    row = add_draft_directive(office.specialist, room.conference.pk, said(office))
    draft = fresh(row.conclusion)
    submit_draft(office.specialist, draft.pk, version=draft.version)
    with pytest.raises(Refusal, match="đang trình chủ trì"):
        edit_draft_directive(office.specialist, row.pk, version=row.version, said=said(office, "Khác"))
    approve_draft(office.leader, draft.pk, version=fresh(draft).version)
    with pytest.raises(Refusal, match="đã được chủ trì duyệt"):
        drop_draft_directive(office.specialist, row.pk, version=row.version)


def test_a_conference_that_is_only_planned_has_no_draft(room: Room, office: Office) -> None:
    set_state(office, room.conference, "planned")
    with pytest.raises(Refusal, match="Chỉ soạn kết luận khi"):
        open_draft(office.specialist, room.conference.pk)
