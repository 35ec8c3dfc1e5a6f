"""Delegates' own links, and what is answered by them: who comes, who is there (đường dẫn riêng của đại biểu)."""

from __future__ import annotations

import secrets
from dataclasses import dataclass

from giaoban.audit import clock
from giaoban.audit.actions import action, record
from giaoban.audit.versions import advance
from giaoban.committees.actors import Actor
from giaoban.conferences.actions.attending import Tick, checked_tick, keep_tick
from giaoban.conferences.actions.in_hand import lock_prepared, reason_given, take_part
from giaoban.conferences.links import delegate_of, hash_of
from giaoban.conferences.models import Conference, Delegate
from giaoban.conferences.refusals import ConferenceRefusal
from giaoban.refusal import phrase

#: How many random bytes a link's secret holds: 192 bits.
SECRET_BYTES = 24
P, S = Delegate.Presence, Conference.State


@dataclass(frozen=True, slots=True)
class Link:
    """A delegate and the secret of the own link, which is told once and kept only as a hash."""

    delegate: Delegate
    secret: str


@action
def issue_links(actor: Actor, conference_id: int) -> list[Link]:
    """Make an own link for each delegate that has none yet; returns them, which is the only time they are told."""
    conference = lock_prepared(actor, conference_id)
    waiting = list(conference.delegates.filter(is_closed=False, link_hash="").select_related("unit"))
    links = [_link(one) for one in waiting]
    record(actor, "conferences.links.issued", conference, after={"count": len(links)})
    return links


@action
def renew_link(actor: Actor, delegate_id: int, *, version: int) -> Link:
    """Make a delegate a new own link; the former one no longer leads anywhere."""
    delegate = take_part(actor, Delegate, delegate_id, version)
    link = _link(delegate)
    record(actor, "conferences.link.renewed", delegate)
    return link


@action
def answer_invitation(secret: str, *, tick: Tick, address: str = "") -> Delegate:
    """Answer by a delegate's own link: comes (with whom instead), or is excused and why; on the day: is there.

    Raises :class:`~giaoban.refusal.NotFound` for a link that leads nowhere (any more), a refusal for an excuse without
    a reason, for *absent*, which only the office may say, and after the meeting.
    """
    delegate = delegate_of(secret)
    advance(delegate, delegate.version)
    _require_answerable(delegate.conference, tick)
    actor = actor_by_link(delegate, address)
    delegate.is_coming, delegate.answered_at = tick.presence == P.PRESENT, clock.now()
    values = checked_tick(tick)
    is_ahead = delegate.conference.state != S.MEETING and clock.today() < delegate.conference.held_on
    if delegate.is_coming and is_ahead:
        values["presence"] = P.UNKNOWN
    record(actor, "conferences.delegate.answered", delegate, after={"is_coming": delegate.is_coming})
    return keep_tick(actor, delegate, values)


def _link(delegate: Delegate) -> Link:
    secret = secrets.token_urlsafe(SECRET_BYTES)
    delegate.link_hash = hash_of(secret)
    delegate.save()
    return Link(delegate, secret)


def actor_by_link(delegate: Delegate, address: str) -> Actor:
    """Return the delegate as who acts: somebody without an account, known by the link."""
    return Actor(None, f"Đại biểu: {delegate}"[:200], delegate.conference.committee_id, "", address=address)


def _require_answerable(conference: Conference, tick: Tick) -> None:
    if conference.state not in (S.PLANNED, S.INVITED, S.MEETING):
        raise ConferenceRefusal("answers_closed", phrase("Hội nghị đã họp; việc điểm danh do văn phòng ghi."))
    if tick.presence not in (P.PRESENT, P.EXCUSED):
        raise ConferenceRefusal("unknown_presence", phrase("Hãy chọn một mục trong danh sách."), field="presence")
    if tick.presence == P.EXCUSED:
        reason_given(tick.reason)
