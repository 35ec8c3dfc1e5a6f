"""The meeting's part of a conference's page: who came, when it began and ended, and the ways to its pages."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from giaoban.committees.actors import Actor, Right
from giaoban.conferences.meeting import MINUTED_IN, SHOWN_IN, TICKED_IN
from giaoban.conferences.queries import Attendance, attendance_of, minutes_state

if TYPE_CHECKING:
    from giaoban.conferences.models import Conference


@dataclass(frozen=True, slots=True)
class MeetingShown:
    """What an actor sees of a meeting: ``minutes`` is their state where the actor may read them, else nothing."""

    attendance: Attendance
    verbs: tuple[str, ...]
    sees_attendance: bool
    presents: bool
    minutes: str


def meeting_shown(actor: Actor, conference: Conference, verbs: tuple[str, ...]) -> MeetingShown | None:
    """Return what the actor sees of the meeting; None where that is nothing."""
    sees_all = actor.may(Right.COMMITTEE_READ)
    may_manage = actor.may(Right.CONFERENCES_MANAGE)
    minutes = minutes_state(actor, conference)
    if not minutes and may_manage and conference.state in MINUTED_IN:
        minutes = "taking"
    shown = MeetingShown(
        attendance=attendance_of(conference) if sees_all else Attendance(()),
        verbs=verbs,
        sees_attendance=sees_all and conference.state in TICKED_IN,
        presents=actor.may(Right.CONFERENCES_DECIDE) and conference.state in SHOWN_IN,
        minutes=minutes,
    )
    has_any = verbs or shown.sees_attendance or shown.presents or shown.minutes
    return shown if has_any else None
