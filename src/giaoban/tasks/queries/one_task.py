"""One task as its page tells it: parts, timeline, what is next and what this actor may do about it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db.models import Prefetch, Q

from giaoban.audit import clock
from giaoban.committees.actors import Actor, Right
from giaoban.committees.addressing import only_asked
from giaoban.documents.rules import Clarity, clarity
from giaoban.refusal import NotFound
from giaoban.tasks import rules
from giaoban.tasks.actions.undoing import RIGHT_OF_KIND
from giaoban.tasks.models import Assignment, CheckIn, DueChange, Entry, Extension, Task
from giaoban.tasks.queries.check_ins import RoundRow, round_rows
from giaoban.tasks.rules import Verb
from giaoban.tasks.rules_in_force import rules_of
from giaoban.tasks.scope import assignments_for, extensions_for, sees_committee, tasks_for
from giaoban.tasks.states import OPEN, OWING, AssignmentState
from giaoban.tasks.time_rules import may_decide_extension

S = AssignmentState


@dataclass(frozen=True, slots=True)
class Part:
    """A unit's part with what the actor may do with it now."""

    assignment: Assignment
    request: Extension | None
    verbs: frozenset[Verb]
    is_own: bool
    today: date

    @property
    def is_overdue(self) -> bool:
        """Whether the unit is late."""
        return rules.is_overdue(self.assignment.state, self.assignment.due_on, self.today)

    @property
    def is_near(self) -> bool:
        """Whether the unit's due is soon."""
        return rules.is_near(self.assignment.state, self.assignment.due_on, self.today)

    @property
    def may_reopen(self) -> bool:
        """Whether the actor can open it again."""
        return Verb.REOPEN in self.verbs

    @property
    def may_withdraw(self) -> bool:
        """Whether the actor can call it back."""
        return Verb.WITHDRAW in self.verbs

    @property
    def percent(self) -> int:
        """How far the unit is."""
        return rules.shown_percent(self.assignment.state, self.assignment.percent)


@dataclass(frozen=True, slots=True)
class TaskPage:
    """Everything that a task's page shows to an actor."""

    task: Task
    parts: tuple[Part, ...]
    rounds: tuple[RoundRow, ...]
    entries: tuple[Entry, ...]
    due_changes: tuple[DueChange, ...]
    undoable: frozenset[int]
    clarity: Clarity
    followers: tuple[Task, ...]
    may_manage: bool
    may_decide: bool
    may_extend: bool
    sees_committee: bool
    today: date

    @property
    def leads(self) -> list[Part]:
        """The parts that lead."""
        return [one for one in self.parts if one.assignment.role == Assignment.Role.LEAD]

    @property
    def supports(self) -> list[Part]:
        """The parts that support."""
        return [one for one in self.parts if one.assignment.role == Assignment.Role.SUPPORT]

    @property
    def support_assignments(self) -> list[Assignment]:
        """The assignments that support and are not withdrawn."""
        return [one.assignment for one in self.supports if one.assignment.state != S.WITHDRAWN]

    @property
    def is_asked(self) -> bool:
        """Whether every lead is a body that the committee can only ask (đề nghị)."""
        return only_asked(one.assignment.unit for one in self.leads)

    @property
    def own(self) -> Part | None:
        """The part of the actor's own unit."""
        return next((one for one in self.parts if one.is_own), None)

    @property
    def is_open(self) -> bool:
        """Whether the task is not closed."""
        return self.task.state in OPEN

    @property
    def reported(self) -> list[Part]:
        """The parts whose report waits for an answer."""
        return [one for one in self.parts if one.assignment.state == S.REPORTED] if self.is_open else []

    @property
    def requests(self) -> list[Part]:
        """The parts whose request for a later due waits for a decision."""
        return [one for one in self.parts if one.request] if self.is_open else []

    @property
    def owing(self) -> list[Part]:
        """The parts that owe something."""
        return [one for one in self.parts if one.assignment.state in OWING] if self.is_open else []

    @property
    def is_overdue(self) -> bool:
        """Whether a lead is late."""
        return rules.is_overdue(self.task.state, self.task.due_on, self.today)

    @property
    def is_near(self) -> bool:
        """Whether a lead's due is soon."""
        return rules.is_near(self.task.state, self.task.due_on, self.today)


@dataclass(slots=True)
class Named:
    """A unit that leads or supports the directive, as the 6 rõ ask of it."""

    role: str
    basis: str
    areas: tuple[str, ...]


def find_task(actor: Actor, task_id: int) -> Task:
    """Return a task that the actor may see; raises :class:`~giaoban.refusal.NotFound`."""
    task = tasks_for(actor).filter(pk=task_id).select_related("document", "directive", "lead", "follows").first()
    if task is None:
        raise NotFound
    return task


def find_assignment(actor: Actor, assignment_id: int) -> Assignment:
    """Return an assignment that the actor may see; raises :class:`~giaoban.refusal.NotFound`."""
    found = assignments_for(actor).filter(pk=assignment_id).select_related("task", "unit").first()
    if found is None:
        raise NotFound
    return found


def report_of(assignment: Assignment) -> Entry | None:
    """Return the last report that its unit made of a part and did not take back, with its evidence."""
    reports = assignment.entries.filter(kind="reported", undone_at=None).prefetch_related("evidence__file")
    found: Entry | None = reports.first()
    return found


def find_extension(actor: Actor, extension_id: int) -> Extension:
    """Return a request that the actor may see; raises :class:`~giaoban.refusal.NotFound`."""
    found = extensions_for(actor).filter(pk=extension_id).select_related("assignment__task", "assignment__unit").first()
    if found is None:
        raise NotFound
    return found


def latest_entries(actor: Actor, task_id: int) -> list[Entry]:
    """Return the last things that happened to a task, to be shown beside words that came too late."""
    return list(Entry.objects.filter(task__in=tasks_for(actor), task=task_id).select_related("assignment__unit")[:3])


def task_page(actor: Actor, task_id: int) -> TaskPage:
    """Return a task's page for the actor; raises :class:`~giaoban.refusal.NotFound`."""
    task = find_task(actor, task_id)
    entries = tuple(
        Entry.objects.filter(task=task).select_related("assignment__unit").prefetch_related("evidence__file")
    )
    parts = _parts(actor, task)
    rounds = round_rows(actor, [one.assignment for one in parts], task.state in OPEN) if task.recurring else []
    return TaskPage(
        task=task,
        parts=parts,
        rounds=tuple(rounds),
        entries=entries,
        due_changes=_due_changes(actor, task),
        undoable=frozenset(one.pk for one in _undoable(actor, task, entries)),
        clarity=_clarity(task),
        followers=tuple(tasks_for(actor).filter(follows=task).exclude(state=S.WITHDRAWN)),
        may_manage=actor.may(Right.TASKS_MANAGE),
        may_decide=actor.may(Right.TASKS_DECIDE),
        may_extend=may_decide_extension(actor, rules_of(actor.committee_id)),
        sees_committee=sees_committee(actor),
        today=clock.today(),
    )


def _due_changes(actor: Actor, task: Task) -> tuple[DueChange, ...]:
    """Return every move of the dues of the parts that the actor may see, the first first."""
    moved = DueChange.objects.filter(assignment__in=assignments_for(actor).filter(task=task))
    return tuple(moved.select_related("assignment__unit", "entry"))


def _parts(actor: Actor, task: Task) -> tuple[Part, ...]:
    asked = Prefetch("extensions", Extension.objects.filter(decision=Extension.Decision.ASKED), to_attr="asked")
    rows = task.assignments.select_related("unit").prefetch_related(asked).order_by("role", "pk")
    return tuple(_part(actor, task, row) for row in rows)


def _part(actor: Actor, task: Task, row: Assignment) -> Part:
    asked: list[Extension] = row.asked  # type: ignore[attr-defined]
    is_own = actor.unit_id is not None and row.unit_id == actor.unit_id
    return Part(
        assignment=row,
        request=asked[0] if asked and row.state in OPEN else None,
        verbs=_verbs(actor, task, row, is_own, bool(asked)),
        is_own=is_own,
        today=clock.today(),
    )


def _verbs(actor: Actor, task: Task, row: Assignment, is_own: bool, has_request: bool) -> frozenset[Verb]:
    """Return what the actor may do with an assignment as it stands."""
    may = {
        verb
        for verb in rules.verbs_in(row.state)
        if actor.may(rules.RIGHT_OF[verb])
        and (is_own or rules.RIGHT_OF[verb] is not Right.TASKS_ANSWER)
        and (task.state in OPEN or verb is Verb.REOPEN)
    }
    if has_request or row.due_on is None:
        may.discard(Verb.ASK)
    return frozenset(may)


def _undoable(actor: Actor, task: Task, entries: tuple[Entry, ...]) -> list[Entry]:
    """Return the entries that the actor may still undo: nothing has changed the same rows since."""
    versions = {("task", task.pk): task.version}
    parts = Assignment.objects.filter(Q(task=task) | Q(task__follows=task))
    versions |= {("assignment", pk): version for pk, version in parts.values_list("pk", "version")}
    requests = Extension.objects.filter(assignment__task=task).values_list("pk", "version")
    versions |= {("extension", pk): version for pk, version in requests}
    check_ins = CheckIn.objects.filter(assignment__task=task).values_list("pk", "version")
    versions |= {("checkin", pk): version for pk, version in check_ins}
    return [
        one
        for one in entries
        if one.undo
        and one.undone_at is None
        and _may_undo(actor, one)
        and all(versions[held["model"], held["pk"]] == held["version"] for held in one.undo)
    ]


def _may_undo(actor: Actor, entry: Entry) -> bool:
    right = RIGHT_OF_KIND.get(entry.kind)
    if right is None or not actor.may(right):
        return False
    return actor.unit_id is None or (entry.assignment is not None and entry.assignment.unit_id == actor.unit_id)


def _clarity(task: Task) -> Clarity:
    directive = task.directive
    units = directive.units.select_related("unit")
    return clarity(directive, [Named(one.role, one.basis, tuple(one.unit.areas)) for one in units])
