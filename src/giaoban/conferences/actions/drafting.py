"""Drafting a conclusion here, directive by directive (soạn dự thảo kết luận)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.db.models import Max

from giaoban.audit.actions import action, record
from giaoban.audit.versions import advance
from giaoban.committees.actors import Actor, Right
from giaoban.committees.models import Unit
from giaoban.conferences.actions.in_hand import changed_values, fitting, words
from giaoban.conferences.alike import propose_draft_repetitions
from giaoban.conferences.models import Conclusion, Conference, DraftDirective
from giaoban.conferences.refusals import ConferenceRefusal
from giaoban.conferences.scope import conferences_for
from giaoban.documents.dues import TypedDue
from giaoban.refusal import NotFound, phrase

State = Conclusion.State

#: The draft's words can be changed: it is not before the chair, nor approved.
OPEN_STATES = (State.DRAFT, State.RETURNED)
#: A conclusion can be drafted from the day of the meeting until there is one.
DRAFTED_IN = (Conference.State.MEETING, Conference.State.HELD)


@dataclass(frozen=True, slots=True)
class DirectiveDraft:
    """What a directive of the draft says: its words, who leads and supports (ids of units), by when, its areas."""

    text: str
    leads: tuple[int, ...] = ()
    supports: tuple[int, ...] = ()
    due: TypedDue = field(default_factory=TypedDue)
    product: str = ""
    areas: tuple[str, ...] = ()
    origin: str = ""


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


@action
def add_draft_directive(actor: Actor, conference_id: int, said: DirectiveDraft) -> DraftDirective:
    """Add a directive to the end of a conference's draft, which is begun where there is none yet."""
    draft = take_draft(actor, open_draft(actor, conference_id).pk)
    last = draft.directives.aggregate(last=Max("position"))["last"] or 0
    row = DraftDirective(conclusion=draft, position=last + 1, origin=said.origin[:40], **_values(said))
    row.save()
    _set_units(actor, row, said)
    propose_draft_repetitions(row, draft.conference)
    record(actor, "conferences.draft_directive.added", row, after=_kept(said))
    return row


@action
def edit_draft_directive(actor: Actor, directive_id: int, *, version: int, said: DirectiveDraft) -> DraftDirective:
    """Change a directive of the draft; raises :class:`~giaoban.refusal.Stale` for one changed meanwhile."""
    row = _take_directive(actor, directive_id, version)
    before, after = changed_values(row, _values(said))
    row.save()
    if "text" in before:
        propose_draft_repetitions(row, row.conclusion.conference)
    _set_units(actor, row, said)
    units = {"leads": list(said.leads), "supports": list(said.supports)}
    record(actor, "conferences.draft_directive.edited", row, before=before, after=after | units)
    return row


@action
def move_draft_directive(actor: Actor, directive_id: int, *, version: int, up: bool) -> DraftDirective:
    """Put a directive of the draft one place up or down; at the end of the list it stays where it is."""
    row = _take_directive(actor, directive_id, version)
    standing = list(row.conclusion.directives.filter(is_closed=False))
    place = next(index for index, one in enumerate(standing) if one.pk == row.pk)
    target = place - 1 if up else place + 1
    if 0 <= target < len(standing):
        standing[place], standing[target] = standing[target], standing[place]
    for position, one in enumerate(standing, start=1):
        DraftDirective.objects.filter(pk=one.pk).update(position=position)
    record(actor, "conferences.draft_directive.moved", row, after={"position": max(0, target) + 1})
    return row


@action
def drop_draft_directive(actor: Actor, directive_id: int, *, version: int) -> DraftDirective:
    """Take a directive out of the draft."""
    row = _take_directive(actor, directive_id, version)
    row.is_closed = True
    row.save()
    record(actor, "conferences.draft_directive.dropped", row)
    return row


@action
def restore_draft_directive(actor: Actor, directive_id: int) -> DraftDirective:
    """Put a directive that was taken out back into the draft."""
    row = _take_directive(actor, directive_id, None, is_closed=True)
    row.is_closed = False
    row.save()
    record(actor, "conferences.draft_directive.restored", row)
    return row


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


def _take_directive(actor: Actor, directive_id: int, version: int | None, *, is_closed: bool = False) -> DraftDirective:
    actor.require(Right.CONFERENCES_MANAGE)
    seen = conferences_for(actor).values("pk")
    standing = DraftDirective.objects.filter(conclusion__conference__in=seen, is_closed=is_closed)
    row = standing.select_for_update(of=("self",)).filter(pk=directive_id).first()
    if row is None:
        raise NotFound
    take_draft(actor, row.conclusion_id)
    return advance(row, row.version if version is None else version)


def _values(said: DirectiveDraft) -> dict[str, Any]:
    text = words(said.text)
    if not text:
        raise ConferenceRefusal("directive_empty", phrase("Cần ghi nội dung chỉ đạo."), field="text")
    return {
        "text": text,
        "due_on": said.due.on,
        "due_period": said.due.period,
        "recurring": said.due.recurring,
        "product": fitting(DraftDirective, "product", said.product),
        "areas": list(said.areas),
    }


def _set_units(actor: Actor, row: DraftDirective, said: DirectiveDraft) -> None:
    row.leads.set(_units(actor, said.leads))
    row.supports.set(_units(actor, tuple(one for one in said.supports if one not in said.leads)))


def _units(actor: Actor, ids: tuple[int, ...]) -> list[Unit]:
    units = list(Unit.objects.filter(committee_id=actor.committee_id, pk__in=ids))
    if len(units) != len(set(ids)):
        raise NotFound
    return units


def _kept(said: DirectiveDraft) -> dict[str, Any]:
    due: date | str | None = said.due.on or said.due.period or said.due.recurring
    return {"text": said.text, "leads": list(said.leads), "supports": list(said.supports), "due": str(due or "")}
