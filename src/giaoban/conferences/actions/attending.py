"""Who came: ticked one by one or all at once (điểm danh)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from giaoban.audit import clock
from giaoban.audit.actions import action, record
from giaoban.audit.versions import advance
from giaoban.committees.actors import Actor, Right
from giaoban.conferences.actions.in_hand import fitting
from giaoban.conferences.actions.in_meeting import take_meeting
from giaoban.conferences.meeting import TICKED_IN
from giaoban.conferences.models import Conference, Delegate, Minutes
from giaoban.conferences.refusals import ConferenceRefusal
from giaoban.conferences.scope import conferences_for
from giaoban.refusal import NotFound, phrase

Presence = Delegate.Presence


@dataclass(frozen=True, slots=True)
class Tick:
    """What is ticked of a seat: ``presence``, who came instead and why somebody is away."""

    presence: str
    stands_in: str = ""
    stands_in_title: str = ""
    reason: str = ""


@action
def tick_delegate(actor: Actor, delegate_id: int, *, version: int, tick: Tick) -> Delegate:
    """Tick one delegate: present, excused, absent, not known yet, or present by a stand-in (người dự thay).

    Raises a refusal for an unknown presence, a stand-in of somebody who is away, a stand-in's title without a name, a
    conference that is closed or cancelled, minutes that are final, and for an older version.
    """
    actor.require(Right.CONFERENCES_MANAGE)
    delegate = _delegate_of(actor, delegate_id)
    _require_open(take_meeting(actor, delegate.conference_id, TICKED_IN))
    values = checked_tick(tick)
    advance(delegate, version)
    return keep_tick(actor, delegate, values)


@action
def tick_all_present(actor: Actor, conference_id: int) -> list[Delegate]:
    """Tick as present everybody who was not ticked yet (tất cả có mặt); who is away stays so.

    Raises a refusal where everybody was ticked before.
    """
    conference = take_meeting(actor, conference_id, TICKED_IN)
    _require_open(conference)
    waiting = list(conference.delegates.filter(is_closed=False, presence=Presence.UNKNOWN))
    if not waiting:
        raise ConferenceRefusal("all_ticked", phrase("Mọi đại biểu đã được điểm danh."))
    at = clock.now()
    for one in waiting:
        advance(one, one.version)
        keep_tick(actor, one, checked_tick(Tick(Presence.PRESENT)), at)
    return waiting


@action
def untick_all(actor: Actor, conference_id: int, *, ticked_at: datetime) -> list[Delegate]:
    """Take back what was ticked at once at that moment, as far as nobody has ticked it otherwise since."""
    conference = take_meeting(actor, conference_id, TICKED_IN)
    _require_open(conference)
    ticked = list(conference.delegates.filter(ticked_at=ticked_at, presence=Presence.PRESENT, is_closed=False))
    if not ticked:
        raise ConferenceRefusal("nothing_to_untick", phrase("Không còn gì để hoàn tác."))
    for one in ticked:
        advance(one, one.version)
        keep_tick(actor, one, checked_tick(Tick(Presence.UNKNOWN)))
    return ticked


def keep_tick(actor: Actor, delegate: Delegate, values: dict[str, Any], at: datetime | None = None) -> Delegate:
    """Write what was ticked of a delegate whose version was claimed, and who ticked it; call inside an action."""
    before = {name: getattr(delegate, name) for name in values}
    is_known = values["presence"] != Presence.UNKNOWN
    delegate.ticked_at = (at or clock.now()) if is_known else None
    delegate.ticked_by = actor.name if is_known else ""
    for name, value in values.items():
        setattr(delegate, name, value)
    delegate.save()
    record(actor, "conferences.delegate.ticked", delegate, before=before, after=values)
    return delegate


def checked_tick(tick: Tick) -> dict[str, Any]:
    """Return the values of the row that a tick means; raises the refusal at the field at fault."""
    if tick.presence not in Presence.values:
        raise ConferenceRefusal("unknown_presence", phrase("Hãy chọn có mặt hoặc vắng."), field="presence")
    name = fitting(Delegate, "stands_in", tick.stands_in)
    title = fitting(Delegate, "stands_in_title", tick.stands_in_title)
    if name and tick.presence != Presence.PRESENT:
        sentence = phrase("Người dự thay chỉ ghi khi đơn vị có người dự.")
        raise ConferenceRefusal("stand_in_of_absent", sentence, field="stands_in")
    if title and not name:
        raise ConferenceRefusal("stand_in_unnamed", phrase("Cần ghi tên người dự thay."), field="stands_in")
    is_away = tick.presence in (Presence.EXCUSED, Presence.ABSENT)
    reason = fitting(Delegate, "reason", tick.reason) if is_away else ""
    return {"presence": tick.presence, "stands_in": name, "stands_in_title": title, "reason": reason}


def _delegate_of(actor: Actor, delegate_id: int) -> Delegate:
    found = Delegate.objects.filter(conference__in=conferences_for(actor), pk=delegate_id, is_closed=False).first()
    if found is None:
        raise NotFound
    return found


def _require_open(conference: Conference) -> None:
    if Minutes.objects.filter(conference=conference, state=Minutes.State.FINAL).exists():
        sentence = phrase("Biên bản đã chốt. Muốn sửa điểm danh, hãy mở lại biên bản trước.")
        raise ConferenceRefusal("minutes_final", sentence)
