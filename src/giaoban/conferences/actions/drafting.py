"""The draft of a conclusion: begun, the words around its directives changed, taken in hand (dự thảo kết luận)."""

from __future__ import annotations

from collections.abc import Iterable

from giaoban.audit.actions import action, record
from giaoban.audit.versions import advance
from giaoban.committees.actors import Actor, Right
from giaoban.conferences.actions.in_hand import changed_values, words
from giaoban.conferences.models import Conclusion, Conference
from giaoban.conferences.refusals import ConferenceRefusal
from giaoban.conferences.scope import conferences_for
from giaoban.refusal import NotFound, phrase

State = Conclusion.State

#: The draft's words can be changed: it is not before the chair, nor approved.
OPEN_STATES = (State.DRAFT, State.RETURNED)
#: A conclusion can be drafted from the day of the meeting until there is one.
DRAFTED_IN = (Conference.State.MEETING, Conference.State.HELD)


@action
def open_draft(actor: Actor, conference_id: int) -> Conclusion:
    """Begin the draft of a conference's conclusion; one that is there already is returned as it stands.

    The chair's words that the minutes took down become the assessment that one begins with.
    """
    conference = _conference(actor, conference_id)
    draft, is_new = Conclusion.objects.get_or_create(
        conference=conference, defaults={"assessment": _words_of_minutes(conference)}
    )
    record(actor, f"conferences.conclusion.{'begun' if is_new else 'opened'}", draft)
    return draft


@action
def edit_draft(actor: Actor, conclusion_id: int, *, version: int, assessment: str, closing: str) -> Conclusion:
    """Change the assessment and the closing words of a draft."""
    draft = take_draft(actor, conclusion_id, version=version)
    before, after = changed_values(draft, {"assessment": words(assessment), "closing": words(closing)})
    draft.save()
    record(actor, "conferences.conclusion.edited", draft, before=before, after=after)
    return draft


def take_draft(
    actor: Actor, conclusion_id: int, *, version: int | None = None, states: Iterable[str] = OPEN_STATES
) -> Conclusion:
    """Lock a draft that may be worked on, in one of the states; with a version, for an edit of its own fields.

    Raises :class:`~giaoban.refusal.NotFound`, :class:`~giaoban.refusal.Stale` and a refusal for another state.
    """
    actor.require(Right.CONFERENCES_MANAGE, Right.CONCLUSIONS_APPROVE)
    seen = conferences_for(actor).values("pk")
    draft = Conclusion.objects.select_for_update(of=("self",)).filter(pk=conclusion_id, conference__in=seen).first()
    if draft is None:
        raise NotFound
    if draft.state not in states:
        raise ConferenceRefusal("draft_not_open", _NOT_OPEN[State(draft.state)])
    if version is not None:
        advance(draft, version)
    return draft


_NOT_OPEN = {
    State.DRAFT: phrase("Dự thảo kết luận đang được soạn, chưa trình chủ trì."),
    State.RETURNED: phrase("Chủ trì đã trả lại dự thảo; hãy sửa rồi trình lại."),
    State.SUBMITTED: phrase("Dự thảo kết luận đang trình chủ trì. Muốn sửa, hãy rút lại trước."),
    State.APPROVED: phrase("Dự thảo kết luận đã được chủ trì duyệt. Muốn sửa, hãy rút lại trước."),
    State.ISSUED: phrase("Kết luận đã được ban hành, không sửa dự thảo được nữa."),
}


def _conference(actor: Actor, conference_id: int) -> Conference:
    actor.require(Right.CONFERENCES_MANAGE)
    found = conferences_for(actor).select_for_update(of=("self",)).filter(pk=conference_id).first()
    if found is None:
        raise NotFound
    if found.state not in DRAFTED_IN:
        raise ConferenceRefusal(
            "not_drafted_now", phrase("Chỉ soạn kết luận khi hội nghị đang họp hoặc đã họp mà chưa có kết luận.")
        )
    return found


def _words_of_minutes(conference: Conference) -> str:
    minutes = getattr(conference, "minutes", None)
    return minutes.conclusion if minutes is not None else ""
