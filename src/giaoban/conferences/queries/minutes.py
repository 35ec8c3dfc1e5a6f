"""The minutes as they stand: what was taken down, what comes in by itself, and what those who attended say of them."""

from __future__ import annotations

from dataclasses import dataclass

from giaoban.committees.actors import Actor, Right
from giaoban.conferences.models import (
    AgendaItem,
    Conference,
    Decision,
    Delegate,
    DraftDirective,
    Minutes,
    MinutesCheck,
    Remark,
)
from giaoban.conferences.queries.attendance import Attendance, attendance_of
from giaoban.conferences.scope import conference_of
from giaoban.refusal import NotFound

State = Minutes.State


@dataclass(frozen=True, slots=True)
class MinutesRecord:
    """A conference's minutes with all that belongs to them (biên bản và các phần tự động)."""

    conference: Conference
    minutes: Minutes | None
    attendance: Attendance
    agenda: tuple[AgendaItem, ...]
    remarks: tuple[Remark, ...]
    decisions: tuple[Decision, ...]
    conclusions: tuple[DraftDirective, ...]
    checks: tuple[MinutesCheck, ...]

    @property
    def state(self) -> str:
        """Where the minutes stand; before they were begun, as being taken."""
        return self.minutes.state if self.minutes else State.TAKING

    @property
    def is_final(self) -> bool:
        """Whether nothing in them changes any more."""
        return self.state == State.FINAL

    @property
    def unanswered(self) -> tuple[MinutesCheck, ...]:
        """The objections that wait for an answer."""
        return tuple(one for one in self.checks if not one.is_agreed and not one.answer)

    @property
    def silent(self) -> tuple[Delegate, ...]:
        """Those that attended and have said nothing of the minutes."""
        told = {one.delegate_id for one in self.checks}
        return tuple(one for one in self.attendance.present if one.pk not in told)


def minutes_of(actor: Actor, conference_id: int) -> MinutesRecord:
    """Return the minutes of a conference as the actor may read them.

    Who reads the committee reads them at any time; a unit that attended once they are out for checking. Raises
    :class:`~giaoban.refusal.NotFound`.
    """
    conference = conference_of(actor, conference_id)
    minutes = Minutes.objects.filter(conference=conference).first()
    if not may_read(actor, conference, minutes):
        raise NotFound
    return _record(conference, minutes)


def minutes_by_link(delegate: Delegate) -> MinutesRecord | None:
    """Return the minutes as a delegate reads them by the own link: once they are out, if somebody sat on the seat."""
    minutes = Minutes.objects.filter(conference=delegate.conference_id).exclude(state=State.TAKING).first()
    if minutes is None or delegate.presence != Delegate.Presence.PRESENT:
        return None
    return _record(delegate.conference, minutes)


def _record(conference: Conference, minutes: Minutes | None) -> MinutesRecord:
    return MinutesRecord(
        conference=conference,
        minutes=minutes,
        attendance=attendance_of(conference),
        agenda=tuple(conference.agenda.filter(is_closed=False).select_related("unit")),
        remarks=_remarks(minutes),
        decisions=_decisions(conference),
        conclusions=_conclusions(conference),
        checks=latest_checks(minutes) if minutes else (),
    )


def minutes_state(actor: Actor, conference: Conference) -> str:
    """Return the state of a conference's minutes; nothing where there are none that the actor may read."""
    minutes = Minutes.objects.filter(conference=conference).first()
    return minutes.state if minutes and may_read(actor, conference, minutes) else ""


def may_read(actor: Actor, conference: Conference, minutes: Minutes | None) -> bool:
    """Return whether the actor may read the minutes now."""
    if actor.may(Right.COMMITTEE_READ):
        return True
    if actor.unit_id is None or minutes is None or minutes.state == State.TAKING:
        return False
    return own_seat(actor, conference) is not None


def own_seat(actor: Actor, conference: Conference) -> Delegate | None:
    """Return the seat of the actor's own unit on which somebody sat."""
    if actor.unit_id is None:
        return None
    seats = conference.delegates.filter(unit_id=actor.unit_id, is_closed=False)
    return seats.filter(presence=Delegate.Presence.PRESENT).first()


def latest_checks(minutes: Minutes) -> tuple[MinutesCheck, ...]:
    """Return the newest word of each delegate on the minutes; those from before they were reopened do not count."""
    said = minutes.checks.select_related("delegate__unit").order_by("pk")
    if minutes.reopened_at is not None:
        said = said.filter(at__gte=minutes.reopened_at)
    return tuple({one.delegate_id: one for one in said}.values())


def open_objections(minutes: Minutes) -> list[MinutesCheck]:
    """Return the objections without an answer."""
    return [one for one in latest_checks(minutes) if not one.is_agreed and not one.answer]


def _remarks(minutes: Minutes | None) -> tuple[Remark, ...]:
    if minutes is None:
        return ()
    return tuple(minutes.remarks.filter(is_closed=False).select_related("item").order_by("position", "pk"))


def _decisions(conference: Conference) -> tuple[Decision, ...]:
    found = conference.decisions.filter(undone_at=None).select_related("task__lead", "new_task", "entry")
    stands = [one for one in found if one.stands]
    return tuple(sorted(stands, key=lambda one: (one.task.year, one.task.number)))


def _conclusions(conference: Conference) -> tuple[DraftDirective, ...]:
    found = DraftDirective.objects.filter(conclusion__conference=conference, is_closed=False)
    return tuple(found.order_by("position", "pk"))
