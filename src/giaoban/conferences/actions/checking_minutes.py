"""From minutes that were taken to minutes that hold: checked by those who attended, answered, final, opened again."""

from __future__ import annotations

from datetime import date

from giaoban.audit import clock
from giaoban.audit.actions import action, record
from giaoban.audit.versions import advance
from giaoban.committees.actors import Actor, Right
from giaoban.conferences.actions.answering import actor_by_link
from giaoban.conferences.actions.in_hand import reason_given
from giaoban.conferences.actions.in_hand import words as as_kept
from giaoban.conferences.actions.in_meeting import take_meeting
from giaoban.conferences.links import delegate_of
from giaoban.conferences.meeting import CHECKED_IN, is_attending
from giaoban.conferences.models import Delegate, Minutes, MinutesCheck
from giaoban.conferences.queries.minutes import minutes_of, open_objections
from giaoban.conferences.refusals import ConferenceRefusal
from giaoban.conferences.scope import conferences_for
from giaoban.refusal import NotAllowed, NotFound, phrase

State = Minutes.State


@action
def send_for_checking(actor: Actor, conference_id: int, *, version: int, check_by: date) -> Minutes:
    """Ask those who attended to check the minutes until a day (xin ý kiến về biên bản); the day can be changed so too.

    Raises a refusal before the meeting is over, for a day that has passed, and for minutes that are final.
    """
    minutes = _take(actor, conference_id, version, (State.TAKING, State.CHECKING))
    if check_by < clock.today():
        raise ConferenceRefusal("check_by_passed", phrase("Hạn góp ý phải từ hôm nay trở đi."), field="check_by")
    minutes.state, minutes.check_by = State.CHECKING, check_by
    minutes.save(update_fields=["state", "check_by"])
    record(actor, "conferences.minutes.sent", minutes, after={"check_by": check_by})
    return minutes


@action
def check_minutes(actor: Actor, delegate_id: int, *, is_agreed: bool, text: str = "") -> MinutesCheck:
    """Say of the minutes that they are right, or object in words (ý kiến về biên bản); the newest word counts.

    A unit's reporter speaks for the unit's own seat, the office for any. Raises a refusal for an objection without
    words, for somebody who did not attend, and unless the minutes are out for checking.
    """
    actor.require(Right.REPORTS_SEND, Right.CONFERENCES_MANAGE)
    delegate = Delegate.objects.filter(conference__in=conferences_for(actor), pk=delegate_id, is_closed=False).first()
    if delegate is None or not _speaks_for(actor, delegate):
        raise NotFound
    return keep_check(actor, delegate, is_agreed=is_agreed, text=text)


@action
def check_minutes_by_link(secret: str, *, is_agreed: bool, text: str = "", address: str = "") -> MinutesCheck:
    """Say of the minutes that they are right, or object in words, by the delegate's own link.

    Raises :class:`~giaoban.refusal.NotFound` for a link that leads nowhere (any more), and what
    :func:`check_minutes` refuses.
    """
    delegate = delegate_of(secret)
    return keep_check(actor_by_link(delegate, address), delegate, is_agreed=is_agreed, text=text)


def keep_check(actor: Actor, delegate: Delegate, *, is_agreed: bool, text: str) -> MinutesCheck:
    """Write what was said of the minutes from a seat whose speaker was made sure of; call inside an action."""
    minutes = Minutes.objects.filter(conference=delegate.conference_id).select_related("conference").first()
    if minutes is None or minutes.state != State.CHECKING:
        raise ConferenceRefusal("not_out_for_checking", phrase("Biên bản chưa gửi xin ý kiến hoặc đã chốt."))
    if not is_attending(delegate):
        sentence = phrase("Chỉ đại biểu có mặt mới góp ý vào biên bản.")
        raise ConferenceRefusal("did_not_attend", sentence)
    kept = as_kept(text)
    if not is_agreed and not kept:
        sentence = phrase("Cần ghi rõ chỗ chưa đúng để văn phòng sửa.")
        raise ConferenceRefusal("objection_empty", sentence, field="text")
    made = MinutesCheck.objects.create(
        minutes=minutes, delegate=delegate, is_agreed=is_agreed, text=kept, by=actor.name
    )
    record(actor, "conferences.minutes.checked", minutes, after={"delegate": str(delegate), "agreed": is_agreed})
    return made


@action
def answer_objection(actor: Actor, check_id: int, *, answer: str) -> MinutesCheck:
    """Answer an objection: what was changed in the minutes, or why nothing was (trả lời ý kiến)."""
    actor.require(Right.CONFERENCES_MANAGE)
    ours = MinutesCheck.objects.filter(minutes__conference__in=conferences_for(actor), is_agreed=False)
    check = ours.select_related("minutes").filter(pk=check_id).first()
    if check is None:
        raise NotFound
    if check.minutes.state != State.CHECKING:
        raise ConferenceRefusal("not_out_for_checking", phrase("Biên bản chưa gửi xin ý kiến hoặc đã chốt."))
    check.answer, check.answered_by, check.answered_at = reason_given(answer, "answer"), actor.name, clock.now()
    check.save(update_fields=["answer", "answered_by", "answered_at"])
    record(actor, "conferences.minutes.answered", check.minutes, after={"answer": check.answer})
    return check


@action
def finalise_minutes(actor: Actor, conference_id: int, *, version: int) -> Minutes:
    """Close the minutes (chốt biên bản): nothing in them, nor in the attendance, changes any more.

    Raises a refusal before they were out for checking, and while an objection has no answer.
    """
    minutes = _take(actor, conference_id, version, (State.CHECKING,))
    waiting = len(open_objections(minutes))
    if waiting:
        sentence = phrase("Còn %(count)s ý kiến về biên bản chưa được trả lời.")
        raise ConferenceRefusal("objections_open", sentence, count=waiting)
    minutes.state, minutes.final_at, minutes.final_by = State.FINAL, clock.now(), actor.name
    minutes.save(update_fields=["state", "final_at", "final_by"])
    record(actor, "conferences.minutes.finalised", minutes)
    return minutes


@action
def reopen_minutes(actor: Actor, conference_id: int, *, version: int, reason: str) -> Minutes:
    """Open final minutes again, with a reason (mở lại biên bản); they are checked anew before they are final."""
    minutes = _take(actor, conference_id, version, (State.FINAL,))
    why = reason_given(reason)
    minutes.state, minutes.final_at, minutes.final_by = State.TAKING, None, ""
    minutes.reopened_at, minutes.reopened_by, minutes.reopened_why = clock.now(), actor.name, why
    minutes.save()
    record(actor, "conferences.minutes.reopened", minutes, after={"reason": why})
    return minutes


@action
def record_minutes_export(actor: Actor, conference_id: int) -> None:
    """Record that somebody took the minutes out of the system as a file (tải biên bản)."""
    told = minutes_of(actor, conference_id)
    record(actor, "conferences.minutes.exported", told.minutes or told.conference, after={"state": told.state})


def _take(actor: Actor, conference_id: int, version: int, states: tuple[Minutes.State, ...]) -> Minutes:
    conference = take_meeting(actor, conference_id, CHECKED_IN)
    minutes = Minutes.objects.select_for_update(of=("self",)).filter(conference=conference).first()
    if minutes is None:
        raise NotFound
    advance(minutes, version)
    if minutes.state not in states:
        raise ConferenceRefusal("minutes_elsewhere", phrase("Biên bản không ở bước làm được việc này."))
    return minutes


def _speaks_for(actor: Actor, delegate: Delegate) -> bool:
    if actor.unit_id is None:
        if not actor.may(Right.CONFERENCES_MANAGE):
            raise NotAllowed
        return True
    return delegate.unit_id == actor.unit_id
