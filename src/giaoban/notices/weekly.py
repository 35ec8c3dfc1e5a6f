"""The weekly sheet of a unit (phiếu tuần): what is late, due, waiting, and the next conference, for one A4 page."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import QuerySet

from giaoban.audit import clock
from giaoban.committees.actors import Actor, Right
from giaoban.committees.models import Unit
from giaoban.conferences.models import Conference, Delegate, UnitReport
from giaoban.refusal import NotFound
from giaoban.tasks.models import Assignment, CheckIn
from giaoban.tasks.scope import assignments_for, check_ins_for
from giaoban.tasks.states import OPEN, OWING, AssignmentState

#: How many lines of each kind fit on the page; the rest is counted.
MOST_LINES = 8
S = AssignmentState


@dataclass(frozen=True, slots=True)
class Lines:
    """The first of some parts of a unit, and how many there are besides."""

    parts: list[Assignment]
    more: int


@dataclass(frozen=True, slots=True)
class Sheet:
    """A unit's week: from Monday until the Sunday after next, both included."""

    unit: Unit
    today: date
    first_day: date
    last_day: date
    late: Lines
    due: Lines
    returned: Lines
    unanswered: Lines
    waiting: Lines
    check_ins: list[CheckIn]
    conference: Conference | None
    report: UnitReport | None


def weekly_units(actor: Actor) -> list[Unit]:
    """Return the units whose sheet the actor may print: the own one, or every unit of the committee of today.

    Raises :class:`~giaoban.refusal.NotAllowed` for who sees neither.
    """
    actor.require(Right.COMMITTEE_READ, Right.UNIT_READ)
    units = Unit.objects.filter(committee_id=actor.committee_id)
    if actor.may(Right.COMMITTEE_READ):
        return [one for one in units if one.holds_on(clock.today())]
    return list(units.filter(pk=actor.unit_id or 0))


def weekly_sheet(actor: Actor, unit_id: int) -> Sheet:
    """Return a unit's sheet of this week; raises NotFound for a unit that is not among :func:`weekly_units`."""
    unit = next((one for one in weekly_units(actor) if one.pk == unit_id), None)
    if unit is None:
        raise NotFound
    today = clock.today()
    monday = today - timedelta(days=today.weekday())
    until = monday + timedelta(days=13)
    mine = assignments_for(actor).filter(unit=unit, task__state__in=OPEN).select_related("task")
    owing = mine.filter(state__in=OWING)
    conference = _next_conference(actor, unit, today)
    rounds = check_ins_for(actor).filter(assignment__in=owing, due_on__lte=until).exclude(state=CheckIn.State.GIVEN)
    return Sheet(
        unit=unit,
        today=today,
        first_day=monday,
        last_day=until,
        late=_lines(owing.filter(due_on__lt=today)),
        due=_lines(owing.filter(due_on__gte=today, due_on__lte=until)),
        returned=_lines(mine.filter(state=S.RETURNED)),
        unanswered=_lines(mine.filter(state=S.ASSIGNED)),
        waiting=_lines(mine.filter(state=S.REPORTED)),
        check_ins=list(rounds.select_related("assignment__task").order_by("due_on", "pk")[:MOST_LINES]),
        conference=conference,
        report=UnitReport.objects.filter(conference=conference, unit=unit, is_closed=False).first(),
    )


def _lines(parts: QuerySet[Assignment]) -> Lines:
    count = parts.count()
    return Lines(list(parts.order_by("due_on", "pk")[:MOST_LINES]), max(0, count - MOST_LINES))


def _next_conference(actor: Actor, unit: Unit, today: date) -> Conference | None:
    """Return the next conference to which the unit is asked."""
    seats = Delegate.objects.filter(unit=unit, is_closed=False).values("conference")
    ahead = Conference.objects.filter(committee_id=actor.committee_id, held_on__gte=today, pk__in=seats)
    return ahead.exclude(state=Conference.State.CANCELLED).order_by("held_on", "pk").first()
