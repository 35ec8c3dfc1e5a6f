"""Issuing a drafted conclusion: document, tasks and the conference's state, all or nothing."""

from __future__ import annotations

from datetime import date

import pytest

from conferences.meeting_room import Room, fresh, set_state
from conferences.test_drafting import said
from conftest import Office
from giaoban.conferences.actions import (
    add_draft_directive,
    approve_draft,
    detach_conclusion,
    issue_conclusion,
    open_draft,
    submit_draft,
)
from giaoban.conferences.models import Conclusion
from giaoban.documents.models import Document
from giaoban.refusal import NotAllowed, Refusal
from giaoban.tasks.models import Task
from tasks.conftest import COURT

ISSUED = {"number": 52, "symbol": "52-TB/ThU", "issued_on": date(2024, 6, 28)}


@pytest.fixture
def approved(room: Room, office: Office) -> Conclusion:
    """An approved draft of two directives."""
    add_draft_directive(office.specialist, room.conference.pk, said(office))
    add_draft_directive(
        office.specialist, room.conference.pk, said(office, "Nâng cao tỷ lệ xét xử lưu động", COURT, "")
    )
    set_state(office, room.conference, "held")
    draft = open_draft(office.specialist, room.conference.pk)
    draft = submit_draft(office.specialist, draft.pk, version=draft.version)
    return approve_draft(office.leader, draft.pk, version=draft.version)


def test_an_issued_conclusion_is_a_document_whose_directives_are_tasks(
    approved: Conclusion, room: Room, office: Office
) -> None:
    document = issue_conclusion(office.specialist, approved.pk, version=approved.version, **ISSUED)
    conference = fresh(room.conference)
    assert (conference.state, conference.conclusion_id) == ("concluded", document.pk)
    assert (document.symbol, document.doc_type, fresh(document).state) == ("52-TB/ThU", "conclusion", "given")
    first, second = Task.objects.filter(document=document).order_by("number")
    assert (first.title, first.due_on, first.lead.name) == ("Mở đợt cao điểm", date(2024, 9, 15), "Công an thị xã")
    assert (second.due_basis, second.due_on) == ("conference", date(2024, 9, 30))
    assert document.text[first.directive.start : first.directive.end] == first.quote
    assert fresh(approved).state == "issued"


def test_a_symbol_used_before_and_a_day_before_the_meeting_are_refused_and_nothing_is_written(
    approved: Conclusion, room: Room, office: Office
) -> None:
    before = Document.objects.count()
    with pytest.raises(Refusal, match="không thể trước ngày họp"):
        issue_conclusion(
            office.specialist, approved.pk, version=approved.version, **(ISSUED | {"issued_on": date(2024, 6, 26)})
        )
    Document.objects.filter(pk=room.tasks[0].document_id).update(symbol="52-TB/ThU", issued_on=date(2024, 4, 1))
    with pytest.raises(Refusal, match="đã có trong năm"):
        issue_conclusion(office.specialist, approved.pk, version=approved.version, **ISSUED)
    assert Document.objects.count() == before
    assert fresh(approved).state == "approved"


def test_a_draft_that_is_not_approved_and_a_conference_that_still_meets_are_refused(
    approved: Conclusion, room: Room, office: Office
) -> None:
    set_state(office, room.conference, "meeting")
    with pytest.raises(Refusal, match="Chỉ gắn kết luận cho hội nghị đã họp"):
        issue_conclusion(office.specialist, approved.pk, version=approved.version, **ISSUED)
    with pytest.raises(NotAllowed):
        issue_conclusion(office.leader, approved.pk, version=approved.version, **ISSUED)
    Conclusion.objects.filter(pk=approved.pk).update(state="draft")
    with pytest.raises(Refusal, match="chưa trình chủ trì"):
        issue_conclusion(office.specialist, approved.pk, version=approved.version, **ISSUED)


def test_what_was_issued_here_is_not_taken_off_but_withdrawn_by_another_paper(
    approved: Conclusion, room: Room, office: Office
) -> None:
    document = issue_conclusion(office.specialist, approved.pk, version=approved.version, **ISSUED)
    with pytest.raises(Refusal, match="văn bản thu hồi") as refused:
        detach_conclusion(office.specialist, room.conference.pk)
    assert refused.value.code == "conferences.issued_here"
    assert fresh(room.conference).conclusion_id == document.pk
