"""Bringing a conference through its states: invited, open, held, cancelled (mời, khai mạc, họp xong, hủy)."""

from __future__ import annotations

from giaoban.audit import clock
from giaoban.audit.actions import action
from giaoban.committees.actors import Actor
from giaoban.conferences.actions.in_hand import move, reason_given, take_conference
from giaoban.conferences.models import Conference
from giaoban.conferences.queries.planning import last_of_kind
from giaoban.conferences.refusals import ConferenceRefusal
from giaoban.conferences.rules import Verb
from giaoban.refusal import phrase


@action
def mark_invited(actor: Actor, conference_id: int, *, version: int) -> Conference:
    """Note that the invitations have gone out (đã gửi giấy mời)."""
    conference = take_conference(actor, conference_id, Verb.INVITE, version)
    return move(actor, conference, Verb.INVITE, "invited", invited_at=clock.now())


@action
def unmark_invited(actor: Actor, conference_id: int, *, version: int | None = None) -> Conference:
    """Take it back that the invitations have gone out."""
    conference = take_conference(actor, conference_id, Verb.UNINVITE, version)
    return move(actor, conference, Verb.UNINVITE, "uninvited", invited_at=None)


@action
def unopen_conference(actor: Actor, conference_id: int, *, version: int | None = None) -> Conference:
    """Take a meeting back that was begun by mistake."""
    conference = take_conference(actor, conference_id, Verb.UNOPEN, version)
    return move(actor, conference, Verb.UNOPEN, "unopened", opened_at=None)


@action
def open_conference(actor: Actor, conference_id: int, *, version: int) -> Conference:
    """Begin the meeting (khai mạc). Raises a refusal before its day."""
    conference = take_conference(actor, conference_id, Verb.OPEN, version)
    _require_day(conference)
    return move(actor, conference, Verb.OPEN, "opened", opened_at=clock.now())


@action
def hold_conference(actor: Actor, conference_id: int, *, version: int) -> Conference:
    """Note that the meeting is over (họp xong), also of one that was held without being opened here.

    Raises a refusal before its day.
    """
    conference = take_conference(actor, conference_id, Verb.HOLD, version)
    _require_day(conference)
    return move(actor, conference, Verb.HOLD, "held", ended_at=clock.now())


@action
def resume_conference(actor: Actor, conference_id: int, *, version: int | None = None) -> Conference:
    """Go on with a meeting that was ended by mistake or too early (họp tiếp)."""
    conference = take_conference(actor, conference_id, Verb.RESUME, version)
    return move(actor, conference, Verb.RESUME, "resumed", ended_at=None)


@action
def cancel_conference(actor: Actor, conference_id: int, *, version: int, reason: str) -> Conference:
    """Cancel a conference that was not held (hủy); the one that it followed is free to be followed by another."""
    conference = take_conference(actor, conference_id, Verb.CANCEL, version)
    why = reason_given(reason)
    return move(actor, conference, Verb.CANCEL, "cancelled", cancelled_why=why, previous=None)


@action
def restore_conference(actor: Actor, conference_id: int, *, version: int | None = None) -> Conference:
    """Take up a cancelled conference again; it follows the last one of its kind that none follows now."""
    conference = take_conference(actor, conference_id, Verb.RESTORE, version)
    previous = last_of_kind(actor, conference.kind, before=conference.held_on)
    return move(actor, conference, Verb.RESTORE, "restored", cancelled_why="", previous=previous)


def _require_day(conference: Conference) -> None:
    if conference.held_on > clock.today():
        sentence = phrase("Chưa đến ngày họp (%(day)s). Nếu họp sớm hơn, hãy sửa ngày họp trước.")
        raise ConferenceRefusal("too_early", sentence, day=f"{conference.held_on:%d/%m/%Y}")
