"""What an event is about: the task or the conference that a notice leads to, and the unit whose part it is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from giaoban.audit.models import AuditEvent
from giaoban.committees.models import Unit
from giaoban.conferences.models import Conclusion, Conference, Delegate, UnitReport
from giaoban.tasks.models import Assignment, Entry, Task


@dataclass(frozen=True, slots=True)
class Thing:
    """What is told of: a task or a conference, and the unit whose part, report or seat it is, if one unit's.

    ``row`` is what the event itself was about: the conference, a report for it, the draft of its conclusion.
    """

    task: Task | None = None
    conference: Conference | None = None
    unit: Unit | None = None
    due_on: date | None = None
    row: Conference | Conclusion | UnitReport | None = None

    @property
    def unit_name(self) -> str:
        """The unit as it is called in short."""
        return self.unit.short_name or self.unit.name if self.unit else ""


def thing_of(event: AuditEvent) -> Thing | None:
    """Return what the event is about; None where it is nothing that people are told of."""
    find = _FINDERS.get(event.subject_type)
    return find(event.subject_id) if find and event.subject_id is not None else None


def of_assignment(row: Assignment) -> Thing:
    """Return the thing that an assignment is."""
    return Thing(task=row.task, unit=row.unit, due_on=row.due_on)


def _assignment(pk: int) -> Thing | None:
    row = Assignment.objects.select_related("task", "unit").filter(pk=pk).first()
    return of_assignment(row) if row else None


def _task(pk: int) -> Thing | None:
    row = Task.objects.filter(pk=pk).first()
    return Thing(task=row, due_on=row.due_on) if row else None


def _entry(pk: int) -> Thing | None:
    row = Entry.objects.select_related("task", "assignment__unit", "assignment__task").filter(pk=pk).first()
    if row is None:
        return None
    return of_assignment(row.assignment) if row.assignment else Thing(task=row.task, due_on=row.task.due_on)


def _conference(pk: int) -> Thing | None:
    row = Conference.objects.filter(pk=pk).first()
    return Thing(conference=row, row=row) if row else None


def _conclusion(pk: int) -> Thing | None:
    row = Conclusion.objects.select_related("conference").filter(pk=pk).first()
    return Thing(conference=row.conference, row=row) if row else None


def _report(pk: int) -> Thing | None:
    row = UnitReport.objects.select_related("conference", "unit").filter(pk=pk).first()
    return Thing(conference=row.conference, unit=row.unit, due_on=row.due_on, row=row) if row else None


def _delegate(pk: int) -> Thing | None:
    row = Delegate.objects.select_related("conference", "unit").filter(pk=pk).first()
    return Thing(conference=row.conference, unit=row.unit) if row else None


_FINDERS: dict[str, Callable[[Any], Thing | None]] = {
    "tasks.assignment": _assignment,
    "tasks.task": _task,
    "tasks.entry": _entry,
    "conferences.conference": _conference,
    "conferences.conclusion": _conclusion,
    "conferences.unitreport": _report,
    "conferences.delegate": _delegate,
}
