"""What a new conference is planned from: the one that it follows, and the values proposed for it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time

from giaoban.audit import clock
from giaoban.committees.actors import Actor
from giaoban.conferences.kinds import ConferenceKind, conference_kind, steps
from giaoban.conferences.laying import REPORTS, preparations_proposed
from giaoban.conferences.models import Conference, Preparation
from giaoban.conferences.rules import due_of, same_day_later, still_to_come, usual_day_of
from giaoban.conferences.scope import conferences_for
from giaoban.periods import Period


def last_of_kind(actor: Actor, kind: str, *, before: date | None = None) -> Conference | None:
    """Return the last conference of a kind that none follows yet; none for a kind that keeps to no rhythm."""
    if not conference_kind(kind).is_periodic:
        return None
    open_ended = conferences_for(actor).filter(kind=kind, next=None).exclude(state=Conference.State.CANCELLED)
    if before is not None:
        open_ended = open_ended.filter(held_on__lt=before)
    return open_ended.order_by("-held_on", "-pk").first()


def _last_of_any_kind(actor: Actor) -> Conference | None:
    """Return the committee's latest conference, whatever its kind."""
    standing = conferences_for(actor).exclude(state=Conference.State.CANCELLED)
    return standing.order_by("-held_on", "-pk").first()


@dataclass(frozen=True, slots=True)
class Proposal:
    """What is proposed for a new conference (đề nghị khi lập kế hoạch), each from the one before or the usual rule.

    ``taken_from`` is the conference whose hours, place, host and chair are proposed: ``previous``, else the committee's
    last of any kind. ``preparations`` are not written yet.
    """

    kind: str
    title: str
    reviewed: str
    ahead: str
    held_on: date
    reports_due_on: date
    cut_off_on: date | None = None
    starts_at: time | None = None
    ends_at: time | None = None
    place: str = ""
    host: str = ""
    chair_id: int | None = None
    chair_name: str = ""
    chair_title: str = ""
    secretary_name: str = ""
    previous: Conference | None = None
    taken_from: Conference | None = None
    preparations: tuple[Preparation, ...] = ()


def propose_conference(actor: Actor, kind: str) -> Proposal:
    """Return the proposal for the next conference of a kind; raises :class:`KeyError` for an unknown kind."""
    chosen, previous = conference_kind(kind), last_of_kind(actor, kind)
    reviewed = _reviewed(chosen, previous)
    ahead = reviewed.next if reviewed else None
    held_on = _day(chosen, previous, reviewed)
    reports_due_on = _reports_due(held_on)
    taken_from = previous or _last_of_any_kind(actor)
    taken = taken_from or Conference()
    return Proposal(
        kind=kind,
        title=chosen.title % {"reviewed": reviewed.label if reviewed else "", "ahead": ahead.label if ahead else ""},
        reviewed=str(reviewed or ""),
        ahead=str(ahead or ""),
        held_on=held_on,
        reports_due_on=reports_due_on,
        cut_off_on=_cut_off(previous, chosen),
        starts_at=taken.starts_at,
        ends_at=taken.ends_at,
        place=taken.place,
        host=taken.host,
        chair_id=taken.chair_id,
        chair_name=taken.chair_name,
        chair_title=taken.chair_title,
        secretary_name=taken.secretary_name,
        previous=previous,
        taken_from=taken_from,
        preparations=tuple(preparations_of_plan(actor, held_on, reports_due_on, previous)),
    )


def preparations_of_plan(
    actor: Actor, held_on: date, reports_due_on: date | None, earlier: Conference | None
) -> list[Preparation]:
    """Return what would be prepared by when for a conference on a day, after an earlier one; nothing is written."""
    planned = Conference(committee_id=actor.committee_id, held_on=held_on, reports_due_on=reports_due_on)
    return sorted(preparations_proposed(planned, earlier), key=lambda one: one.due_on)


def _reports_due(held_on: date) -> date:
    usual = next(due_of(one, held_on) for one in steps() if one.id == REPORTS)
    return still_to_come(usual, held_on, clock.today())


def _reviewed(kind: ConferenceKind, previous: Conference | None) -> Period | None:
    """Return the period after the last one's; for a first conference the one of today."""
    if not kind.is_periodic:
        return None
    if previous and previous.reviewed:
        return Period.parse(previous.reviewed).next
    today = clock.today()
    first_month = today.month - (today.month - 1) % kind.months
    return Period(today.year, first_month, kind.months)


def _day(kind: ConferenceKind, previous: Conference | None, reviewed: Period | None) -> date:
    if previous:
        return same_day_later(previous.held_on, kind.months)
    return usual_day_of(kind, reviewed) if reviewed else clock.today()


def _cut_off(previous: Conference | None, kind: ConferenceKind) -> date | None:
    return same_day_later(previous.cut_off_on, kind.months) if previous and previous.cut_off_on else None
