"""Tasks as rows of a list: with their units, what is shown of state and due, and how often extended."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Prefetch

from giaoban.audit import clock
from giaoban.committees.addressing import only_asked
from giaoban.tasks import rules
from giaoban.tasks.models import Assignment, Entry, Task
from giaoban.tasks.queries.check_ins import RoundCounts, round_counts
from giaoban.tasks.states import OPEN, OWING, AssignmentState

S = AssignmentState
Role = Assignment.Role


@dataclass(frozen=True, slots=True)
class TaskRow:
    """A task as a list shows it; with ``part``, as that unit sees it."""

    task: Task
    leads: tuple[Assignment, ...]
    supports: tuple[Assignment, ...]
    part: Assignment | None
    extensions: int
    today: date
    rounds: RoundCounts | None = None

    @property
    def state(self) -> str:
        """The state that is shown: the task's, or the part's while the task is open."""
        if self.part is None:
            return self.task.state
        if self.part.state in OPEN and self.task.state not in OPEN:
            return self.task.state
        return self.part.state

    @property
    def due_on(self) -> date | None:
        """The due that is shown."""
        return self.task.due_on if self.part is None else self.part.due_on

    @property
    def is_overdue(self) -> bool:
        """Whether something is late."""
        return rules.is_overdue(self.state, self.due_on, self.today)

    @property
    def is_near(self) -> bool:
        """Whether something is due soon."""
        return rules.is_near(self.state, self.due_on, self.today)

    @property
    def is_owing(self) -> bool:
        """Whether a unit still owes something."""
        return self.state in OWING

    @property
    def percent(self) -> int:
        """How far it is."""
        if self.part is None:
            return self.task.percent
        return rules.shown_percent(self.part.state, self.part.percent)

    @property
    def is_asked(self) -> bool:
        """Whether every lead is a body that the committee can only ask (đề nghị)."""
        return only_asked(one.unit for one in self.leads)

    @property
    def is_done_late(self) -> bool:
        """Whether a lead reported after its due; it stays so."""
        shown = self.leads if self.part is None else (self.part,)
        return any(one.is_done_late for one in shown)


def rows_by_id(ids: Sequence[int], unit_id: int | None = None) -> list[TaskRow]:
    """Return the rows of tasks in the order of their ids; ``unit_id`` is the unit whose eyes they are seen with.

    The ids come from a scoped query. Five queries at most, however many ids.
    """
    parts = Prefetch("assignments", Assignment.objects.select_related("unit").order_by("pk"), to_attr="parts")
    tasks = Task.objects.select_related("lead", "document").prefetch_related(parts)
    found = tasks.defer("folded", "document__text", "document__folded", "document__extraction").in_bulk(ids)
    extended = _extensions(ids)
    recurring = [pk for pk, task in found.items() if task.recurring]
    rounds = round_counts(recurring, unit_id) if recurring else {}
    return [_row(found[pk], unit_id, extended.get(pk, 0), rounds.get(pk)) for pk in ids if pk in found]


def _extensions(ids: Sequence[int]) -> dict[int, int]:
    granted = Entry.objects.filter(task__in=ids, kind="extension_granted", undone_at=None)
    return dict(granted.order_by().values_list("task").annotate(times=Count("pk")))


def _row(task: Task, unit_id: int | None, extensions: int, rounds: RoundCounts | None) -> TaskRow:
    parts: list[Assignment] = task.parts  # type: ignore[attr-defined]
    live = [one for one in parts if one.state != S.WITHDRAWN] or parts
    return TaskRow(
        task=task,
        leads=tuple(one for one in live if one.role == Role.LEAD),
        supports=tuple(one for one in live if one.role == Role.SUPPORT),
        part=next((one for one in parts if one.unit_id == unit_id), None) if unit_id else None,
        extensions=extensions,
        today=clock.today(),
        rounds=rounds,
    )
