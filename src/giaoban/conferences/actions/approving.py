"""A draft before the chair: submitted, commented on, returned, approved, taken back (trình, góp ý, trả lại, duyệt)."""

from __future__ import annotations

from django.db.models import Max

from giaoban.audit import clock
from giaoban.audit.actions import action, record
from giaoban.committees.actors import Actor, Right
from giaoban.conferences.actions.drafting import OPEN_STATES, State, take_draft
from giaoban.conferences.actions.in_hand import reason_given, words
from giaoban.conferences.actions.proposing import is_only_near
from giaoban.conferences.models import Conclusion, ConclusionComment, ConclusionVersion
from giaoban.conferences.queries.versions import picture_of
from giaoban.conferences.refusals import ConferenceRefusal
from giaoban.conferences.scope import conferences_for
from giaoban.refusal import NotFound, phrase


@action
def submit_draft(actor: Actor, conclusion_id: int, *, version: int) -> Conclusion:
    """Lay the draft before the chair (trình chủ trì); raises a refusal without directives, and for one nobody leads."""
    actor.require(Right.CONFERENCES_MANAGE)
    draft = take_draft(actor, conclusion_id, version=version)
    require_whole(draft)
    draft.submitted_by, draft.submitted_at = actor.name, clock.now()
    return _put(actor, draft, State.SUBMITTED, "submitted")


@action
def recall_draft(actor: Actor, conclusion_id: int, *, version: int) -> Conclusion:
    """Take a draft back to work on it again (rút lại); an approval is void then."""
    actor.require(Right.CONFERENCES_MANAGE)
    draft = take_draft(actor, conclusion_id, version=version, states=(State.SUBMITTED, State.APPROVED))
    draft.approved_by, draft.approved_at = "", None
    return _put(actor, draft, State.DRAFT, "recalled")


@action
def return_draft(actor: Actor, conclusion_id: int, *, version: int, reason: str) -> Conclusion:
    """Return the draft with the chair's words on what is to be changed (chủ trì trả lại)."""
    actor.require(Right.CONCLUSIONS_APPROVE)
    draft = take_draft(actor, conclusion_id, version=version, states=(State.SUBMITTED,))
    draft.answer = reason_given(reason)
    return _put(actor, draft, State.RETURNED, "returned")


@action
def approve_draft(actor: Actor, conclusion_id: int, *, version: int, note: str = "") -> Conclusion:
    """Approve the draft as it stands (chủ trì duyệt): it can be issued."""
    actor.require(Right.CONCLUSIONS_APPROVE)
    draft = take_draft(actor, conclusion_id, version=version, states=(State.SUBMITTED,))
    draft.answer, draft.approved_by, draft.approved_at = words(note), actor.name, clock.now()
    return _put(actor, draft, State.APPROVED, "approved")


@action
def comment_on_draft(
    actor: Actor, conclusion_id: int, *, text: str, directive_id: int | None = None
) -> ConclusionComment:
    """Say something on the draft, or on one of its directives (góp ý)."""
    draft = take_draft(actor, conclusion_id, states=(*OPEN_STATES, State.SUBMITTED, State.APPROVED))
    directive = None
    if directive_id is not None:
        directive = draft.directives.filter(pk=directive_id, is_closed=False).first()
        if directive is None:
            raise NotFound
    comment = ConclusionComment.objects.create(
        conclusion=draft, directive=directive, text=reason_given(text, "text"), by=actor.name
    )
    record(actor, "conferences.conclusion_comment.made", comment, after={"text": comment.text})
    return comment


@action
def settle_comment(actor: Actor, comment_id: int) -> ConclusionComment:
    """Mark a comment as dealt with (đã tiếp thu, giải trình)."""
    actor.require(Right.CONFERENCES_MANAGE)
    seen = conferences_for(actor).values("pk")
    open_ones = ConclusionComment.objects.filter(conclusion__conference__in=seen, settled_at=None)
    comment = open_ones.select_for_update(of=("self",)).filter(pk=comment_id).first()
    if comment is None:
        raise NotFound
    comment.settled_at, comment.settled_by = clock.now(), actor.name
    comment.save()
    record(actor, "conferences.conclusion_comment.settled", comment)
    return comment


def require_whole(draft: Conclusion) -> None:
    """Raise a refusal unless the draft has directives and each has somebody who leads, not only by its area."""
    standing = draft.directives.filter(is_closed=False)
    if not standing.exists():
        raise ConferenceRefusal("draft_empty", phrase("Dự thảo chưa có chỉ đạo nào."))
    if (count := standing.filter(leads=None).count()) > 0:
        raise ConferenceRefusal(
            "draft_leaderless", phrase("Còn %(count)s chỉ đạo chưa có đơn vị chủ trì."), count=count
        )
    if (count := sum(map(is_only_near, standing))) > 0:
        sentence = phrase(
            "Còn %(count)s chỉ đạo mà chủ trì mới là đề xuất theo lĩnh vực. Hãy giữ đề xuất hoặc chọn lại đơn vị."
        )
        raise ConferenceRefusal("draft_lead_unsaid", sentence, count=count)


def keep_version(actor: Actor, draft: Conclusion, why: str) -> ConclusionVersion:
    """Keep the draft as it now stands, under the next number."""
    last = draft.versions.aggregate(last=Max("number"))["last"] or 0
    return ConclusionVersion.objects.create(
        conclusion=draft, number=last + 1, content=picture_of(draft), why=why, by=actor.name
    )


def _put(actor: Actor, draft: Conclusion, state: Conclusion.State, why: str) -> Conclusion:
    before, draft.state = draft.state, state
    draft.save()
    kept = keep_version(actor, draft, why)
    after = {"state": state, "number": kept.number, "answer": draft.answer}
    record(actor, f"conferences.conclusion.{why}", draft, before={"state": before}, after=after)
    return draft
