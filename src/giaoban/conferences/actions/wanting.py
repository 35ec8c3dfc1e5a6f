"""From which units a conference wants a report, and by when (yêu cầu báo cáo)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from giaoban.audit.actions import action, record
from giaoban.committees.actors import Actor
from giaoban.committees.kinds import authority_of
from giaoban.committees.models import Unit
from giaoban.conferences.actions.in_hand import lock_prepared, take_part
from giaoban.conferences.models import Conference, UnitReport
from giaoban.conferences.refusals import ConferenceRefusal
from giaoban.refusal import NotFound, phrase


@action
def want_reports(actor: Actor, conference_id: int, unit_ids: Sequence[int]) -> list[UnitReport]:
    """Ask units for a report by the conference's day for reports; of one that is asked already nothing changes."""
    conference = lock_prepared(actor, conference_id)
    units = list(Unit.objects.filter(committee_id=conference.committee_id, pk__in=unit_ids))
    if len(units) != len(set(unit_ids)):
        raise NotFound
    made = want_reports_of(conference, units)
    record(actor, "conferences.reports.wanted", conference, after={"units": [str(one.unit) for one in made]})
    return made


@action
def unwant_report(actor: Actor, report_id: int, *, version: int) -> UnitReport:
    """No longer ask a unit for its report; raises a refusal once the unit has sent it."""
    report = take_part(actor, UnitReport, report_id, version)
    if report.state not in (UnitReport.State.WANTED, UnitReport.State.DRAFT):
        raise ConferenceRefusal("report_sent", phrase("Đơn vị đã gửi báo cáo này, không bỏ yêu cầu được."))
    report.is_closed = True
    report.save()
    record(actor, "conferences.report.unwanted", report)
    return report


def due_of_reports(conference: Conference) -> date:
    """Return the day by which the units' reports are to be in: the one that was set, else the conference's own."""
    return conference.reports_due_on or conference.held_on


def want_reports_of(conference: Conference, units: Iterable[Unit]) -> list[UnitReport]:
    """Ask units for a report; call inside an action. A body of the level above is asked for none."""
    asked = {one.unit_id: one for one in conference.reports.all()}
    made = []
    for unit in units:
        if authority_of(unit.kind).id == "superior" or (unit.pk in asked and not asked[unit.pk].is_closed):
            continue
        report = asked.get(unit.pk) or UnitReport(conference=conference, unit=unit)
        report.is_closed, report.due_on = False, due_of_reports(conference)
        report.save()
        made.append(report)
    return made


def move_due(conference: Conference, before: date) -> None:
    """Let the reports that were due on the conference's former day for reports be due on the present one."""
    waiting = conference.reports.filter(due_on=before)
    waiting.update(due_on=due_of_reports(conference))
