"""A draft before the chair: submitted, returned with words, approved, recalled; comments; each version kept."""

from __future__ import annotations

import pytest

from conferences.meeting_room import Room, fresh
from conferences.test_drafting import said
from conftest import Office
from giaoban.conferences.actions import (
    DirectiveDraft,
    add_draft_directive,
    approve_draft,
    comment_on_draft,
    edit_draft_directive,
    keep_draft_proposal,
    open_draft,
    recall_draft,
    return_draft,
    settle_comment,
    submit_draft,
)
from giaoban.conferences.models import Conclusion
from giaoban.refusal import NotAllowed, NotFound, Refusal, Stale


@pytest.fixture
def draft(room: Room, office: Office) -> Conclusion:
    """A draft with one directive that somebody leads."""
    add_draft_directive(office.specialist, room.conference.pk, said(office))
    return open_draft(office.specialist, room.conference.pk)


def test_a_draft_goes_to_the_chair_back_and_is_approved_with_each_version_kept(
    draft: Conclusion, office: Office
) -> None:
    draft = submit_draft(office.specialist, draft.pk, version=draft.version)
    draft = return_draft(office.leader, draft.pk, version=draft.version, reason="Nêu rõ thời hạn")
    assert (draft.state, draft.answer) == ("returned", "Nêu rõ thời hạn")
    draft = submit_draft(office.specialist, draft.pk, version=draft.version)
    draft = approve_draft(office.leader, draft.pk, version=draft.version)
    assert (draft.state, draft.approved_by) == ("approved", office.leader.name)
    kept = list(draft.versions.order_by("number").values_list("number", "why"))
    assert kept == [(1, "submitted"), (2, "returned"), (3, "submitted"), (4, "approved")]
    assert draft.versions.get(number=1).content["directives"][0]["text"] == "Mở đợt cao điểm"


def test_a_recalled_draft_is_open_again_and_its_approval_void(draft: Conclusion, office: Office) -> None:
    draft = submit_draft(office.specialist, draft.pk, version=draft.version)
    draft = approve_draft(office.leader, draft.pk, version=draft.version)
    draft = recall_draft(office.specialist, draft.pk, version=draft.version)
    assert (draft.state, draft.approved_by, draft.approved_at) == ("draft", "", None)


def test_a_draft_without_directives_or_without_leads_is_not_submitted(room: Room, office: Office) -> None:
    empty = open_draft(office.specialist, room.conference.pk)
    with pytest.raises(Refusal, match="chưa có chỉ đạo nào"):
        submit_draft(office.specialist, empty.pk, version=empty.version)
    unled = add_draft_directive(office.specialist, room.conference.pk, DirectiveDraft("Ghi nhận ý kiến của hội nghị"))
    with pytest.raises(Refusal, match="Còn 1 chỉ đạo chưa có đơn vị chủ trì"):
        submit_draft(office.specialist, empty.pk, version=fresh(empty).version)
    changed = DirectiveDraft("Mở đợt cao điểm trấn áp tội phạm")
    unled = edit_draft_directive(office.specialist, unled.pk, version=unled.version, said=changed)
    with pytest.raises(Refusal, match="chủ trì mới là đề xuất theo lĩnh vực"):
        submit_draft(office.specialist, empty.pk, version=fresh(empty).version)
    keep_draft_proposal(office.specialist, unled.pk, version=unled.version)
    assert submit_draft(office.specialist, empty.pk, version=fresh(empty).version).state == "submitted"


def test_only_a_leader_approves_or_returns_and_only_what_was_submitted(draft: Conclusion, office: Office) -> None:
    with pytest.raises(Refusal, match="chưa trình chủ trì"):
        approve_draft(office.leader, draft.pk, version=draft.version)
    draft = submit_draft(office.specialist, draft.pk, version=draft.version)
    with pytest.raises(NotAllowed):
        approve_draft(office.specialist, draft.pk, version=draft.version)
    with pytest.raises(Refusal, match="Cần ghi lý do"):
        return_draft(office.leader, draft.pk, version=draft.version, reason=" ")
    with pytest.raises(Stale):
        approve_draft(office.leader, draft.pk, version=draft.version - 1)


def test_comments_are_made_by_office_and_leader_and_settled(
    draft: Conclusion, office: Office, stranger: Office
) -> None:
    one = draft.directives.get()
    comment = comment_on_draft(office.leader, draft.pk, text="Thêm Viện kiểm sát", directive_id=one.pk)
    assert settle_comment(office.specialist, comment.pk).settled_by == office.specialist.name
    with pytest.raises(NotFound):
        settle_comment(office.specialist, comment.pk)
    with pytest.raises(Refusal, match="Cần ghi lý do"):
        comment_on_draft(office.leader, draft.pk, text="")
    with pytest.raises(NotAllowed):
        comment_on_draft(office.reporter, draft.pk, text="Góp ý")
    with pytest.raises(NotFound):
        comment_on_draft(stranger.leader, draft.pk, text="Góp ý")
