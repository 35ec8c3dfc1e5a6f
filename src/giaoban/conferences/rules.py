"""What may happen to a conference in which state, and the days that follow from its own. No query here."""

from __future__ import annotations

from calendar import monthrange
from datetime import date
from enum import StrEnum

from giaoban.committees.actors import Right
from giaoban.conferences.kinds import ConferenceKind, Step
from giaoban.conferences.models import Conference
from giaoban.periods import Period
from giaoban.periods.working_days import add_working_days, national

S = Conference.State


class Verb(StrEnum):
    """What is done with a conference as a whole (động từ của hội nghị)."""

    EDIT = "edit"
    INVITE = "invite"
    UNINVITE = "uninvite"
    OPEN = "open"
    UNOPEN = "unopen"
    HOLD = "hold"
    RESUME = "resume"
    CONCLUDE = "conclude"
    DETACH = "detach"
    CLOSE = "close"
    REOPEN = "reopen"
    CANCEL = "cancel"
    RESTORE = "restore"


#: Who may: the right that a verb asks for.
RIGHT_OF = dict.fromkeys(Verb, Right.CONFERENCES_MANAGE)

#: What is being prepared: its plan, delegates, programme and reports can be changed.
PREPARED = (S.PLANNED, S.INVITED)
#: What is prepared, the notice of conclusion too, is ticked off until the conference is closed.
PREPARES = (*PREPARED, S.MEETING, S.HELD, S.CONCLUDED)
#: What was held or is being held; its conclusion may be there or not.
MET = (S.MEETING, S.HELD, S.CONCLUDED, S.CLOSED)
#: What a superior reads: what was concluded.
PUBLISHED = (S.CONCLUDED, S.CLOSED)

#: The transition table: verb × state → state. What is not in it cannot be done. A conference that was held without the
#: product goes straight from its plan to held.
TRANSITIONS: dict[Verb, dict[Conference.State, Conference.State]] = {
    Verb.EDIT: {one: one for one in (*PREPARED, S.MEETING)},
    Verb.INVITE: {S.PLANNED: S.INVITED},
    Verb.UNINVITE: {S.INVITED: S.PLANNED},
    Verb.OPEN: dict.fromkeys(PREPARED, S.MEETING),
    Verb.UNOPEN: {S.MEETING: S.INVITED},
    Verb.HOLD: dict.fromkeys((*PREPARED, S.MEETING), S.HELD),
    Verb.RESUME: {S.HELD: S.MEETING},
    Verb.CONCLUDE: {S.HELD: S.CONCLUDED},
    Verb.DETACH: {S.CONCLUDED: S.HELD},
    Verb.CLOSE: {S.CONCLUDED: S.CLOSED},
    Verb.REOPEN: {S.CLOSED: S.CONCLUDED},
    Verb.CANCEL: dict.fromkeys(PREPARED, S.CANCELLED),
    Verb.RESTORE: {S.CANCELLED: S.PLANNED},
}


def state_after(state: str, verb: Verb) -> Conference.State | None:
    """Return the state into which the verb brings a conference, or None where it cannot be done."""
    return TRANSITIONS[verb].get(Conference.State(state))


def verbs_in(state: str) -> tuple[Verb, ...]:
    """Return what can be done with a conference in a state, whoever may do it."""
    return tuple(verb for verb in Verb if state_after(state, verb))


def is_prepared(state: str) -> bool:
    """Return whether the conference is still being prepared."""
    return state in PREPARED


def same_day_later(day: date, months: int) -> date:
    """Return the working day on or after the same day of a later month: 27/3 and three months → 27/6.

    A day that the month lacks becomes its last: 31/3 → 30/6.
    """
    years, before = divmod(day.month - 1 + months, 12)
    year, month = day.year + years, before + 1
    return national().working_day_from(date(year, month, min(day.day, monthrange(year, month)[1])))


def usual_day_of(kind: ConferenceKind, reviewed: Period) -> date:
    """Return the day on which a conference of this kind that follows none is planned."""
    last = reviewed.last_day
    return national().working_day_from(last.replace(day=min(kind.usual_day or last.day, last.day)))


def due_of(step: Step, held_on: date) -> date:
    """Return the day on which a step of the cycle is usually due: so many working days from the conference."""
    return add_working_days(held_on, step.days) if step.days else held_on


def still_to_come(day: date, held_on: date, today: date) -> date:
    """Return the day itself, or where it is over the first working day from today; not after the meeting then.

    Days in order stay in order. Of a meeting that is over itself every day stays.
    """
    if day >= today or held_on < today:
        return day
    return min(national().working_day_from(today), held_on)


def moved_along(day: date, before: date, after: date) -> date:
    """Return the day that lies as many working days from the meeting's day ``after`` as ``day`` from ``before``.

    >>> moved_along(date(2024, 6, 21), before=date(2024, 6, 27), after=date(2024, 7, 3))
    datetime.date(2024, 6, 27)
    """
    calendar = national()
    step = 1 if day > before else -1
    days = [date.fromordinal(one) for one in range(before.toordinal() + step, day.toordinal() + step, step)]
    count = sum(map(calendar.is_working_day, days))
    return calendar.add_working_days(after, step * count) if count else after
