"""Planning a conference: its facts, and which one it follows (lập kế hoạch hội nghị)."""

from __future__ import annotations

from dataclasses import dataclass, fields
from datetime import date, time
from typing import Any

from giaoban.audit.actions import action, record
from giaoban.committees.actors import Actor, Right
from giaoban.committees.models import Person
from giaoban.conferences.actions.agenda import lay_agenda
from giaoban.conferences.actions.in_hand import changed_values, fitting, take_conference
from giaoban.conferences.actions.inviting import invite_again
from giaoban.conferences.actions.wanting import due_of_reports, move_due
from giaoban.conferences.kinds import ConferenceKind, conference_kinds
from giaoban.conferences.laying import preparations_proposed
from giaoban.conferences.models import Conference, Preparation
from giaoban.conferences.queries.planning import last_of_kind
from giaoban.conferences.refusals import ConferenceRefusal
from giaoban.conferences.rules import Verb
from giaoban.conferences.scope import conference_of
from giaoban.periods import Period
from giaoban.refusal import phrase


@dataclass(frozen=True, slots=True)
class ConferenceDetails:
    """What a person says of a conference; periods are as ``2024-Q1``, empty where there is none.

    ``chair_id`` is a person of the directory; without one the chair stands by name and title alone.
    """

    kind: str
    title: str
    held_on: date
    reviewed: str = ""
    ahead: str = ""
    starts_at: time | None = None
    ends_at: time | None = None
    place: str = ""
    host: str = ""
    chair_id: int | None = None
    chair_name: str = ""
    chair_title: str = ""
    secretary_name: str = ""
    cut_off_on: date | None = None
    reports_due_on: date | None = None


@action
def plan_conference(actor: Actor, details: ConferenceDetails, *, like_id: int | None = None) -> Conference:
    """Plan a conference (lập kế hoạch); it follows the last one of its kind that none follows yet.

    Who is invited, the programme and who prepares what are taken from the one that it follows, or from another,
    ``like_id``; for a first one the usual programme and steps are proposed.

    Raises :class:`~giaoban.conferences.refusals.ConferenceRefusal` at the field that is at fault: no title, an unknown
    kind or period, periods of another length than the kind's, days or hours in the wrong order, a chair that is not in
    the directory. That offices rest on the day, or that another conference is held on it, is shown, not refused.
    """
    actor.require(Right.CONFERENCES_MANAGE)
    values = _checked(actor, details)
    conference = Conference(committee_id=actor.committee_id, prepared_for=details.held_on, **values)
    conference.previous = last_of_kind(actor, details.kind, before=details.held_on)
    conference.save()
    _take_over(actor, conference, conference_of(actor, like_id) if like_id else conference.previous)
    record(actor, "conferences.conference.planned", conference, after=_told(values))
    return conference


@action
def edit_conference(actor: Actor, conference_id: int, *, version: int, details: ConferenceDetails) -> Conference:
    """Change what was planned, until the conference is over; raises as :func:`plan_conference` does, and Stale.

    The days of what is prepared stay; :func:`~giaoban.conferences.actions.following.follow_day` moves them along.
    """
    conference = take_conference(actor, conference_id, Verb.EDIT, version)
    if details.kind != conference.kind:
        raise ConferenceRefusal(
            "kind_fixed", phrase("Loại hội nghị không đổi được; hãy lập hội nghị khác."), field="kind"
        )
    reports_due_on = due_of_reports(conference)
    before, after = changed_values(conference, _checked(actor, details))
    conference.save()
    move_due(conference, reports_due_on)
    record(actor, "conferences.conference.edited", conference, before=before, after=after)
    return conference


def _take_over(actor: Actor, conference: Conference, earlier: Conference | None) -> None:
    """Lay programme and preparation, and invite who was invited to the earlier one."""
    Preparation.objects.bulk_create(preparations_proposed(conference, earlier))
    lay_agenda(conference, earlier)
    if earlier is not None:
        invite_again(actor, conference, earlier)


def _checked(actor: Actor, details: ConferenceDetails) -> dict[str, Any]:
    """Return the values of the row that the details mean; raises the refusal at the first field at fault."""
    kind = next((one for one in conference_kinds() if one.id == details.kind), None)
    if kind is None:
        raise ConferenceRefusal("unknown_kind", phrase("Hãy chọn một loại hội nghị trong danh sách."), field="kind")
    values = {one.name: getattr(details, one.name) for one in fields(details)}
    for name, is_required in _TEXTS.items():
        values[name] = fitting(Conference, name, values[name], required=is_required)
    _check_periods(kind, details)
    _check_days(details)
    return values | _chair_values(actor, details, values)


#: The fields of one line, and whether there must be something in them.
_TEXTS = {
    "title": True,
    "place": False,
    "host": False,
    "chair_name": False,
    "chair_title": False,
    "secretary_name": False,
}


def _check_periods(kind: ConferenceKind, details: ConferenceDetails) -> None:
    reviewed = _period(kind, "reviewed", details.reviewed, is_required=kind.is_periodic)
    ahead = _period(kind, "ahead", details.ahead)
    if reviewed and ahead and ahead.first_day <= reviewed.first_day:
        raise ConferenceRefusal("periods_reversed", phrase("Kỳ tới phải sau kỳ đã qua."), field="ahead")


def _period(kind: ConferenceKind, field: str, text: str, *, is_required: bool = False) -> Period | None:
    if not text:
        if is_required:
            raise ConferenceRefusal("period_missing", phrase("Cần ghi kỳ mà hội nghị xem xét."), field=field)
        return None
    try:
        period = Period.parse(text)
    except ValueError:
        sentence = phrase("Không hiểu kỳ “%(text)s”. Hãy ghi như: quý I/2024, tháng 3/2024.")
        raise ConferenceRefusal("unknown_period", sentence, field=field, text=text) from None
    if kind.is_periodic and period.months != kind.months:
        sentence = phrase("Loại hội nghị này xem xét kỳ dài %(months)s tháng.")
        raise ConferenceRefusal("period_length", sentence, field=field, months=kind.months)
    return period


def _check_days(details: ConferenceDetails) -> None:
    if details.starts_at and details.ends_at and details.ends_at <= details.starts_at:
        raise ConferenceRefusal("hours_reversed", phrase("Giờ kết thúc phải sau giờ bắt đầu."), field="ends_at")
    for name in ("cut_off_on", "reports_due_on"):
        day = getattr(details, name)
        if day and day > details.held_on:
            raise ConferenceRefusal("day_too_late", phrase("Ngày này phải trước hoặc bằng ngày họp."), field=name)


def _chair_values(actor: Actor, details: ConferenceDetails, values: dict[str, Any]) -> dict[str, Any]:
    """Return the chair's id, and the name from the directory where none was typed."""
    if details.chair_id is None:
        return {"chair_id": None}
    person = Person.objects.filter(committee_id=actor.committee_id, pk=details.chair_id).first()
    if person is None:
        raise ConferenceRefusal("unknown_person", phrase("Hãy chọn người chủ trì trong danh bạ."), field="chair_id")
    return {"chair_id": person.pk, "chair_name": values["chair_name"] or person.name}


def _told(values: dict[str, Any]) -> dict[str, Any]:
    """Return what the audit keeps: the values that say something."""
    return {name: value for name, value in values.items() if value not in ("", None)}
