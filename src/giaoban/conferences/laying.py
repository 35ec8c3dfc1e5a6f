"""What is to be prepared for a conference by when, before anything is written: proposed, and moved with its day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from giaoban.audit import clock
from giaoban.committees.models import Unit
from giaoban.conferences.kinds import steps
from giaoban.conferences.models import Conference, Preparation
from giaoban.conferences.rules import due_of, moved_along, still_to_come
from giaoban.periods.working_days import add_working_days, national

#: The step whose day the conference itself may set: that of the units' reports.
REPORTS = "reports"


@dataclass(frozen=True, slots=True)
class Moved:
    """A thing to be prepared, and the day on which it would be due as the meeting's day is now."""

    row: Preparation
    to: date
    usual_on: date | None = None


def preparations_proposed(conference: Conference, earlier: Conference | None) -> list[Preparation]:
    """Return what is to be prepared for a conference, not written yet (đề nghị phân công).

    After an earlier conference: its own list, each thing as many days before (or after) the conference as then, on a
    working day; else the steps of the cycle on their usual days, by the committee's office. Days that are over are
    pulled up to today or later, and keep the usual one beside them.
    """
    after = list(earlier.preparations.filter(is_closed=False)) if earlier else []
    rows = [_taken_over(one, earlier, conference) for one in after] if earlier else []
    return [_shortened(one, conference) for one in rows or _usual(conference)]


def preparations_moved(conference: Conference) -> list[Moved]:
    """Return the open things to be prepared whose day would follow the conference's, if it was changed since.

    Each is as many working days from the meeting as before; a day that the plan itself sets for the reports counts.
    """
    before = conference.prepared_for
    if before is None or before == conference.held_on:
        return []
    rows = conference.preparations.filter(is_closed=False, done_at=None).select_related("unit")
    moved = [_moved(one, conference, before) for one in rows]
    return [one for one in moved if one.to != one.row.due_on]


def _usual(conference: Conference) -> list[Preparation]:
    return [
        Preparation(
            conference=conference,
            step=one.id,
            what=one.what,
            unit=_office(conference, one.unit_kind),
            due_on=_set_day(conference, one.id) or due_of(one, conference.held_on),
        )
        for one in steps()
        if one.is_dated
    ]


def _taken_over(row: Preparation, earlier: Conference, conference: Conference) -> Preparation:
    due_on = _set_day(conference, row.step)
    due_on = due_on or _working_day(conference.held_on + (row.due_on - earlier.held_on), conference)
    return Preparation(conference=conference, step=row.step, what=row.what, unit=row.unit, who=row.who, due_on=due_on)


def _shortened(row: Preparation, conference: Conference) -> Preparation:
    usual = _usual_day(row, conference)
    due_on = still_to_come(usual, conference.held_on, clock.today())
    if due_on != usual:
        row.due_on, row.usual_on = due_on, usual
    return row


def _usual_day(row: Preparation, conference: Conference) -> date:
    """Return the day of a step; of the reports, whose day is proposed with the plan, the one it was pulled up from."""
    if row.step == REPORTS:
        usual = due_of(next(one for one in steps() if one.id == REPORTS), conference.held_on)
        if row.due_on == still_to_come(usual, conference.held_on, clock.today()):
            return usual
    return row.due_on


def _moved(row: Preparation, conference: Conference, before: date) -> Moved:
    set_day = _set_day(conference, row.step)
    if set_day and set_day != row.due_on:
        return Moved(row, set_day)
    usual_on = moved_along(row.usual_on or row.due_on, before, conference.held_on)
    to = still_to_come(usual_on, conference.held_on, clock.today())
    return Moved(row, to, usual_on if usual_on != to else None)


def _working_day(day: date, conference: Conference) -> date:
    """Return the working day of a step: what comes before the meeting moves to an earlier day, the rest to a later."""
    if day < conference.held_on:
        return add_working_days(day + timedelta(days=1), -1)
    return national().working_day_from(day)


def _set_day(conference: Conference, step: str) -> date | None:
    return conference.reports_due_on if step == REPORTS else None


def _office(conference: Conference, kind: str) -> Unit | None:
    units = Unit.objects.on(conference.held_on)
    found: Unit | None = units.filter(committee_id=conference.committee_id, kind=kind).first()
    return found
