"""The office and the units' reports: taken, returned with a reason, urged (nhận, trả lại, đôn đốc báo cáo)."""

from __future__ import annotations

from dataclasses import dataclass

from giaoban.audit import clock
from giaoban.audit.actions import action, record
from giaoban.audit.versions import advance
from giaoban.committees.actors import Actor, Right
from giaoban.conferences.actions.in_hand import reason_given, words
from giaoban.conferences.models import UnitReport
from giaoban.conferences.queries.owing import unanswered_tasks
from giaoban.conferences.queries.reports import report_rows, reports_for
from giaoban.conferences.refusals import ConferenceRefusal
from giaoban.conferences.reports import TAKES_REPORTS, WRITABLE
from giaoban.conferences.scope import conference_of
from giaoban.refusal import NotFound, phrase
from giaoban.tasks.actions import remind_task

R = UnitReport.State


@action
def accept_report(actor: Actor, report_id: int, *, version: int) -> UnitReport:
    """Take a report that was sent (nhận báo cáo)."""
    row = _take(actor, report_id, version, R.SENT)
    row.state, row.accepted_at, row.accepted_by = R.ACCEPTED, clock.now(), actor.name
    row.save()
    record(actor, "conferences.report.accepted", row)
    return row


@action
def unaccept_report(actor: Actor, report_id: int, *, version: int | None = None) -> UnitReport:
    """Take it back that a report was taken."""
    row = _take(actor, report_id, version, R.ACCEPTED)
    row.state, row.accepted_at, row.accepted_by = R.SENT, None, ""
    row.save()
    record(actor, "conferences.report.unaccepted", row)
    return row


@action
def return_unit_report(actor: Actor, report_id: int, *, version: int, reason: str) -> UnitReport:
    """Return a report with what is missing (trả lại báo cáo); what its answers told the tasks stands."""
    row = _take(actor, report_id, version, R.SENT)
    row.state, row.returned_why = R.RETURNED, reason_given(reason)
    row.save()
    record(actor, "conferences.report.returned", row, after={"reason": row.returned_why})
    return row


@action
def remind_report(actor: Actor, report_id: int, *, text: str = "") -> UnitReport:
    """Remind a unit of the report that it owes (đôn đốc); raises a refusal once it is in or the conference is over."""
    actor.require(Right.CONFERENCES_MANAGE)
    row = reports_for(actor).select_related("conference").filter(pk=report_id).first()
    if row is None:
        raise NotFound
    if row.state not in WRITABLE or row.conference.state not in TAKES_REPORTS:
        raise ConferenceRefusal("report_not_owed", phrase("Đơn vị không còn nợ báo cáo này."))
    row.reminded_at, row.reminder = clock.now(), words(text)
    row.save(update_fields=["reminded_at", "reminder"])
    record(actor, "conferences.report.reminded", row, after={"text": row.reminder})
    return row


@dataclass(frozen=True, slots=True)
class Reminded:
    """How many reports were asked for again, and how many tasks."""

    reports: int
    tasks: int


@action
def remind_owing(actor: Actor, conference_id: int, *, text: str = "", with_tasks: bool = True) -> Reminded:
    """Remind every unit of what it owes a conference: its report, and a word on the last conclusion's tasks.

    The tasks are reminded by their own action, so that each one's timeline tells it. Raises a refusal where nobody owes
    anything.
    """
    actor.require(Right.CONFERENCES_MANAGE)
    conference = conference_of(actor, conference_id)
    owed = [row.report for row in report_rows(actor, conference) if row.is_owed]
    silent = unanswered_tasks(actor, conference) if with_tasks else []
    if not owed and not silent:
        raise ConferenceRefusal("nothing_owed", phrase("Không còn đơn vị nào nợ báo cáo hay trả lời."))
    for report in owed:
        remind_report(actor, report.pk, text=text)
    for one in silent:
        remind_task(actor, one.task.pk, text=text)
    record(actor, "conferences.reports.reminded", conference, after={"reports": len(owed), "tasks": len(silent)})
    return Reminded(len(owed), len(silent))


def _take(actor: Actor, report_id: int, version: int | None, state: UnitReport.State) -> UnitReport:
    actor.require(Right.CONFERENCES_MANAGE)
    row = reports_for(actor).select_for_update(of=("self",)).filter(pk=report_id).first()
    if row is None:
        raise NotFound
    advance(row, row.version if version is None else version)
    if row.state != state:
        raise ConferenceRefusal("report_not_now", phrase("Báo cáo này không ở bước đó nữa."))
    return row
