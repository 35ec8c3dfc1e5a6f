"""The example's extraordinary conference: held days ago, its conclusion drafted and before the chair, not issued."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time

from giaoban.audit import clock
from giaoban.committees.actors import Actor
from giaoban.committees.models import Group, Unit
from giaoban.conferences.actions import (
    ConferenceDetails,
    drop_preparation,
    hold_conference,
    invite_group,
    invite_units,
    open_conference,
    plan_conference,
    submit_draft,
    tick_all_present,
    tick_preparation,
    unwant_report,
)
from giaoban.conferences.models import Conference
from giaoban.conferences.queries import propose_conference
from giaoban.demo.drafts import Drafting, note_in_meeting, remark_on, write_draft
from giaoban.demo.story import Ask, DirectiveRow
from giaoban.facts import load
from giaoban.periods import Period

KIND = "extraordinary"
PLANNED_ON, HELD_ON, DRAFTED_ON = date(2024, 5, 14), date(2024, 5, 17), date(2024, 5, 20)
TITLE = "Hội nghị giao ban đột xuất về an ninh, trật tự mùa du lịch biển 2024"
#: What is concluded: rows of ``data/directives.toml`` with the day that their words leave open.
ASKED = {"beach_traffic": "31/05/2024", "fire_safety": "07/06/2024", "alcohol": ""}
UNITS, WARDS = ("Công an thị xã", "Phòng Quản lý đô thị", "Thanh tra thị xã"), "7 phường"
#: The steps of the units' reports, which one that is called in three days goes without.
OF_REPORTS = ("request", "reports", "general_report")
AHEAD = Period.parse("2024-Q2")


def hold_sudden(drafting: Drafting) -> Conference:
    """Plan it three days before, hold it, draft its conclusion; the chair has remarked on it and not decided yet."""
    asks = _asks()
    with clock.set_to(PLANNED_ON, time(15, 0)):
        conference = _plan(drafting.specialist)
    with clock.set_to(HELD_ON, time(14, 0)):
        conference = open_conference(drafting.specialist, conference.pk, version=conference.version)
    with clock.set_to(HELD_ON, time(15, 0)):
        tick_all_present(drafting.specialist, conference.pk)
        note_in_meeting(drafting.specialist, conference, asks[:2])
    with clock.set_to(HELD_ON, time(16, 0)):
        conference = hold_conference(drafting.specialist, conference.pk, version=conference.version)
    with clock.set_to(DRAFTED_ON, time(9, 0)):
        draft = write_draft(drafting, conference, asks, AHEAD)
        submit_draft(drafting.specialist, draft.pk, version=draft.version)
    with clock.set_to(DRAFTED_ON, time(10, 30)):
        remark_on(drafting, draft)
    return conference


def _plan(specialist: Actor) -> Conference:
    """Plan it as the product proposes it; units are called, no report is asked of them."""
    proposed = propose_conference(specialist, KIND)
    values = {name: getattr(proposed, name) for name in ConferenceDetails.__dataclass_fields__}
    details = replace(ConferenceDetails(**values), title=TITLE, held_on=HELD_ON, reports_due_on=None)
    details = replace(details, starts_at=time(14, 0), ends_at=time(16, 0))
    conference = plan_conference(specialist, details)
    own = {"committee_id": conference.committee_id}
    invite_group(specialist, conference.pk, Group.objects.get(name=WARDS, **own).pk)
    units = Unit.objects.filter(name__in=UNITS, **own).order_by("position")
    invite_units(specialist, conference.pk, list(units.values_list("pk", flat=True)))
    for report in conference.reports.all():
        unwant_report(specialist, report.pk, version=report.version)
    _prepare(specialist, conference)
    return conference


def _prepare(specialist: Actor, conference: Conference) -> None:
    """Want nothing of what goes before the units' reports, and send the invitations at once."""
    for row in conference.preparations.filter(step__in=OF_REPORTS):
        drop_preparation(specialist, row.pk, version=row.version)
    invitation = conference.preparations.get(step="invitation")
    tick_preparation(specialist, invitation.pk, version=invitation.version, is_done=True)


def _asks() -> list[Ask]:
    rows = {one.id: one for one in load("giaoban.demo", "directives", DirectiveRow)}
    return [Ask(rows[name], rows[name].texts[0].format(day=day)) for name, day in ASKED.items()]
