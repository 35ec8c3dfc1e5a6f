"""Units' reports: whose is in, late, returned; one report with what it is asked; what a unit owes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db.models import Q, QuerySet

from giaoban.audit import clock
from giaoban.committees.actors import Actor, Right
from giaoban.committees.addressing import is_directed
from giaoban.conferences import reports
from giaoban.conferences.models import Conference, ReportAnswer, ReportVersion, UnitReport
from giaoban.conferences.scope import conferences_for, sees_all_of
from giaoban.documents.files import read_stored
from giaoban.refusal import NotFound
from giaoban.tasks.models import Assignment
from giaoban.tasks.states import OPEN, OWING, AssignmentState


def reports_for(actor: Actor) -> QuerySet[UnitReport]:
    """Return the reports that the actor may see: of conferences that they see, all units' or the own unit's."""
    found = UnitReport.objects.filter(conference__in=conferences_for(actor), is_closed=False)
    if sees_all_of(actor):
        return found
    return found.filter(unit_id=actor.unit_id or 0)


def asked_of(report: UnitReport) -> QuerySet[Assignment]:
    """Return the assignments on which a report answers: the unit's of the last conclusion, done ones too, and those
    that the unit still owes of earlier conclusions."""
    conference = report.conference
    last = conference.previous.conclusion_id if conference.previous else None
    earlier = Q(task__document__conference__held_on__lt=conference.held_on, state__in=OWING)
    parts = Assignment.objects.filter(unit_id=report.unit_id, committee_id=conference.committee_id)
    asked = parts.filter(Q(task__document=last) | earlier if last else earlier)
    live = asked.exclude(state=AssignmentState.WITHDRAWN).select_related("task", "unit")
    return live.order_by("task__year", "task__number")


@dataclass(frozen=True, slots=True)
class AskedPart:
    """An assignment that a report is asked about, with what it answers so far."""

    assignment: Assignment
    answer: ReportAnswer | None

    @property
    def is_owed(self) -> bool:
        """Whether the unit can still say something of it."""
        return self.assignment.state in OWING and self.assignment.task.state in OPEN

    @property
    def is_answered(self) -> bool:
        """Whether the report says something of it."""
        return bool(self.answer and self.answer.text)


@dataclass(frozen=True, slots=True)
class ReportPage:
    """A report as its page shows it to an actor."""

    report: UnitReport
    asked: tuple[AskedPart, ...]
    versions: tuple[ReportVersion, ...]
    may_write: bool
    may_decide: bool
    today: date

    @property
    def is_late(self) -> bool:
        """Whether it came, or has not come, after its day."""
        one = self.report
        return reports.is_late(one.state, one.due_on, one.sent_at, self.today)

    @property
    def unanswered(self) -> int:
        """How many assignments that the unit owes have no answer here yet."""
        return sum(one.is_owed and not one.is_answered for one in self.asked)


def report_page(actor: Actor, report_id: int) -> ReportPage:
    """Return a report with what it is asked; raises :class:`~giaoban.refusal.NotFound`."""
    found = reports_for(actor).select_related("conference__previous", "unit", "file").filter(pk=report_id).first()
    if found is None:
        raise NotFound
    answers = {one.assignment_id: one for one in found.answers.all()}
    is_open = found.state in reports.WRITABLE and found.conference.state in reports.TAKES_REPORTS
    is_own = actor.may(Right.REPORTS_SEND) and found.unit_id == actor.unit_id
    return ReportPage(
        report=found,
        asked=tuple(AskedPart(one, answers.get(one.pk)) for one in asked_of(found)),
        versions=tuple(found.versions.select_related("file")),
        may_write=is_open and is_own,
        may_decide=actor.may(Right.CONFERENCES_MANAGE),
        today=clock.today(),
    )


@dataclass(frozen=True, slots=True)
class ReportRow:
    """A report in the list of a conference."""

    report: UnitReport
    today: date

    @property
    def is_late(self) -> bool:
        """Whether it came, or has not come, after its day."""
        return reports.is_late(self.report.state, self.report.due_on, self.report.sent_at, self.today)

    @property
    def is_asked(self) -> bool:
        """Whether the unit is a body that the committee can only ask for it (đề nghị)."""
        return not is_directed(self.report.unit)

    @property
    def is_owed(self) -> bool:
        """Whether the unit still owes it."""
        return self.report.state in reports.WRITABLE


def report_rows(actor: Actor, conference: Conference) -> list[ReportRow]:
    """Return the reports that a conference wants, in the directory's order, in one query."""
    found = reports_for(actor).filter(conference=conference).select_related("unit")
    today = clock.today()
    return [ReportRow(one, today) for one in found.order_by("unit__position", "unit__sort")]


def owed_reports(actor: Actor) -> list[ReportRow]:
    """Return the reports that the actor's unit owes, the first due first; none for who speaks for no unit."""
    if not actor.may(Right.REPORTS_SEND) or actor.unit_id is None:
        return []
    owed = reports_for(actor).filter(
        unit_id=actor.unit_id, state__in=reports.WRITABLE, conference__state__in=reports.TAKES_REPORTS
    )
    today = clock.today()
    return [ReportRow(one, today) for one in owed.select_related("conference").order_by("due_on", "pk")]


def report_file(actor: Actor, report_id: int, number: int | None = None) -> tuple[str, str, bytes]:
    """Return name, media type and bytes of the document of a report, or of one that was sent; raises NotFound."""
    report = reports_for(actor).select_related("file").filter(pk=report_id).first()
    if report is None:
        raise NotFound
    file = report.file
    if number is not None:
        sent = report.versions.select_related("file").filter(number=number).first()
        file = sent.file if sent else None
    if file is None:
        raise NotFound
    return file.name, file.media_type, read_stored(file)
