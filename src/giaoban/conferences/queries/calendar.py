"""The conferences of a year, and what speaks against their days (lịch hội nghị, trùng lịch)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from giaoban.committees.actors import Actor
from giaoban.conferences.models import Conference
from giaoban.conferences.rules import PREPARED
from giaoban.conferences.scope import conferences_for
from giaoban.periods.working_days import holidays, is_working_day

ConflictCode = Literal["same_day", "same_chair", "weekend", "holiday", "period_reviewed"]


@dataclass(frozen=True, slots=True)
class Conflict:
    """What speaks against a conference as it is planned; ``other`` is the conference it meets, ``words`` a holiday."""

    code: ConflictCode
    other: Conference | None = None
    words: str = ""


@dataclass(frozen=True, slots=True)
class CalendarRow:
    """A conference of the calendar with its conflicts."""

    conference: Conference
    conflicts: tuple[Conflict, ...]


def calendar_of(actor: Actor, year: int) -> list[CalendarRow]:
    """Return the conferences of a year by day, each with its conflicts; two queries.

    A conference that was held or cancelled has none: nothing can be changed any more.
    """
    seen = conferences_for(actor).exclude(state=Conference.State.CANCELLED)
    of_year = list(seen.filter(held_on__year=year).order_by("held_on", "starts_at", "pk"))
    kinds = {one.kind for one in of_year}
    around = list(seen.filter(kind__in=kinds)) if kinds else []
    every = list({one.pk: one for one in (*around, *of_year)}.values())
    return [CalendarRow(one, conflicts_among(one, every)) for one in of_year]


def conflicts_of(conference: Conference) -> tuple[Conflict, ...]:
    """Return what speaks against a conference as it is planned; one query, none for one that is over."""
    if conference.state not in PREPARED:
        return ()
    ours = Conference.objects.filter(committee_id=conference.committee_id).exclude(state=Conference.State.CANCELLED)
    near = ours.filter(held_on=conference.held_on) | ours.filter(kind=conference.kind, reviewed=conference.reviewed)
    return conflicts_among(conference, list(near))


def conflicts_among(conference: Conference, others: Sequence[Conference]) -> tuple[Conflict, ...]:
    """Return the conflicts of a conference that is being prepared: its own day, and the others given."""
    if conference.state not in PREPARED:
        return ()
    found = _of_the_day(conference)
    for other in others:
        if other.pk == conference.pk:
            continue
        if other.held_on == conference.held_on:
            found.append(Conflict("same_chair" if _is_same_chair(conference, other) else "same_day", other))
        if conference.reviewed and (other.kind, other.reviewed) == (conference.kind, conference.reviewed):
            found.append(Conflict("period_reviewed", other))
    return tuple(found)


def _of_the_day(conference: Conference) -> list[Conflict]:
    day = conference.held_on
    if is_working_day(day):
        return []
    known = next((one for one in holidays() if not one.is_worked and day in one.days), None)
    return [Conflict("holiday", words=known.words) if known else Conflict("weekend")]


def _is_same_chair(one: Conference, other: Conference) -> bool:
    if one.chair_id or other.chair_id:
        return one.chair_id == other.chair_id
    return bool(one.chair_name) and one.chair_name == other.chair_name
