"""A task in hand: locked with all its assignments, changed row by row, told to timeline and audit at the end."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any, TypeAlias
from uuid import UUID

from giaoban.audit import clock
from giaoban.audit.actions import record
from giaoban.audit.versions import advance
from giaoban.committees.actors import Actor
from giaoban.committees.models import Committee, Unit
from giaoban.refusal import NotFound
from giaoban.tasks import rules
from giaoban.tasks.evidence import keep_evidence
from giaoban.tasks.models import Assignment, CheckIn, DueChange, Entry, Evidence, Extension, Task
from giaoban.tasks.refusals import TaskClosed, WordsMissing, WrongState
from giaoban.tasks.rules import Verb
from giaoban.tasks.scope import assignments_for, tasks_for
from giaoban.tasks.states import CLOSED, OPEN, OWING, AssignmentState
from giaoban.vietnamese import nfc

S = AssignmentState
Row: TypeAlias = Task | Assignment | Extension | CheckIn

#: The sender's name of a file, and its bytes.
File: TypeAlias = tuple[str, bytes]

_FOLLOWING = (
    "state",
    "due_on",
    "percent",
    "lead",
    "reports_waiting",
    "extensions_waiting",
    "check_in_due_on",
    "is_done_late",
    "closed_on",
)

#: Which kinds of entry move a due otherwise than by the office's own word.
_HOW = {
    "extension_granted": DueChange.How.EXTENSION,
    "carried_on": DueChange.How.CONFERENCE,
    "undone": DueChange.How.UNDONE,
}


def words(text: str) -> str:
    """Return what a person typed in a field of several lines, as it is kept."""
    return nfc(text).replace("\r\n", "\n").strip()


def required(text: str, sentence: str) -> str:
    """Return the words; raises :class:`~giaoban.tasks.refusals.WordsMissing` with the sentence for none."""
    kept = words(text)
    if not kept:
        raise WordsMissing(sentence)
    return kept


class TaskInHand:
    """A task that an action has locked, and its assignments.

    Each change goes through :meth:`change` or :meth:`add`, which raise the row's version and remember what it held;
    :meth:`tell` ends the work: the task's own state follows, the timeline and the audit are written.
    """

    def __init__(self, actor: Actor, task: Task) -> None:
        self.actor, self.task = actor, task
        self.assignments = list(task.assignments.select_related("unit"))
        self.office_name = ""
        self._claimed: set[tuple[str, int]] = set()
        self._before: dict[tuple[str, int], tuple[Row, dict[str, Any]]] = {}

    @property
    def leads(self) -> list[Assignment]:
        """The assignments that lead, withdrawn ones too."""
        return [one for one in self.assignments if one.role == Assignment.Role.LEAD]

    @property
    def open_parts(self) -> list[Assignment]:
        """The assignments that are not closed."""
        return [one for one in self.assignments if one.state in OPEN]

    def assignment(self, assignment_id: int) -> Assignment:
        """Return one of the task's assignments."""
        return next(one for one in self.assignments if one.pk == assignment_id)

    def require_open(self) -> None:
        """Raise :class:`~giaoban.tasks.refusals.TaskClosed` for a task that is done or withdrawn."""
        if self.task.state not in OPEN:
            raise TaskClosed

    def claim(self, row: Row, version: int) -> None:
        """Claim the row for an edit made on ``version``; raises :class:`~giaoban.refusal.Stale`."""
        advance(row, version)
        self._claimed.add(_key(row))

    def change(self, row: Row, **values: Any) -> None:
        """Give a row new values; values that it has are left aside."""
        changed = {name: value for name, value in values.items() if getattr(row, name) != value}
        if not changed:
            return
        if _key(row) not in self._claimed:
            self.claim(row, row.version)
        _, before = self._before.setdefault(_key(row), (row, {}))
        for name, value in changed.items():
            before.setdefault(name, getattr(row, name))
            setattr(row, name, value)
        row.save()

    def do(self, verb: Verb, assignment: Assignment, **values: Any) -> None:
        """Bring an assignment into the state that the verb leads to.

        Raises :class:`~giaoban.tasks.refusals.WrongState` where the transition table has none.
        """
        after = rules.state_after(assignment.state, verb)
        if after is None:
            raise WrongState(verb)
        closed_at = clock.now() if after in (S.CONFIRMED, S.WITHDRAWN) else None
        self.change(assignment, state=after, closed_at=closed_at, **values)

    def add(self, unit: Unit, role: str, due_on: Any) -> Assignment:
        """Give a unit a part in the task that it did not have; undone, the part is withdrawn."""
        made = Assignment.objects.create(
            committee_id=self.task.committee_id,
            task=self.task,
            unit=unit,
            role=role,
            due_on=due_on,
            first_due_on=due_on,
        )
        self.assignments.append(made)
        self._claimed.add(_key(made))
        self._before[_key(made)] = (made, {"state": S.WITHDRAWN})
        return made

    def remember(self, row: Row, **before: Any) -> None:
        """Let undoing give a row of another task, made by this work, these values."""
        self._before[_key(row)] = (row, before)

    def tell(
        self,
        kind: str,
        assignment: Assignment | None = None,
        *,
        text: str = "",
        percent: int | None = None,
        old: str = "",
        new: str = "",
        files: Sequence[File] = (),
        batch: UUID | None = None,
        can_undo: bool = True,
    ) -> Entry:
        """Let the task's state follow, and write what happened into the timeline and the audit."""
        self.settle()
        entry = Entry.objects.create(
            task=self.task,
            assignment=assignment,
            kind=kind,
            text=text,
            percent=percent,
            old=old,
            new=new,
            by_id=self.actor.user_id,
            by_name=self.actor.name,
            by_unit=self._speaker(assignment),
            undo=self._undo() if can_undo else [],
            batch=batch,
        )
        for name, data in files:
            Evidence.objects.create(entry=entry, file=keep_evidence(self.actor, name, data))
        self._keep_due_changes(entry)
        self._record(kind, assignment, entry)
        return entry

    def _keep_due_changes(self, entry: Entry) -> None:
        DueChange.objects.bulk_create(
            DueChange(
                assignment=row,
                entry=entry,
                old_on=before["due_on"],
                new_on=row.due_on,
                how=_HOW.get(entry.kind, DueChange.How.OFFICE),
            )
            for row, before in self._before.values()
            if isinstance(row, Assignment) and before.get("due_on", row.due_on) != row.due_on
        )

    def settle(self) -> None:
        """Write what follows from the assignments: state, due, percent, first lead, what waits for an answer."""
        task, leads = self.task, self.leads
        live = [one for one in leads if one.state != S.WITHDRAWN]
        was_open, task.state = task.state in OPEN, rules.task_state(one.state for one in leads)
        is_open = task.state in OPEN
        if is_open and task.recurring:
            self._ask_from_today(was_open)
        task.closed_on = None if is_open else task.closed_on or clock.today()
        if live:
            task.lead, task.due_on, task.percent = live[0].unit, rules.task_due(leads), rules.task_percent(leads)
        task.reports_waiting = sum(one.state == S.REPORTED for one in self.assignments) if is_open else 0
        task.extensions_waiting = self._open_extensions() if is_open else 0
        task.check_in_due_on = self._first_check_in() if is_open and task.recurring else None
        task.is_done_late = any(one.is_done_late for one in live)
        task.save(update_fields=_FOLLOWING)

    def _ask_from_today(self, was_open: bool) -> None:
        """Let what is open again, after it was closed, be asked about from today on: not for the time between."""
        for one in self.open_parts:
            _, before = self._before.get(_key(one), (one, {}))
            if not was_open or before.get("state") in CLOSED:
                one.asked_from = clock.today()
                one.save(update_fields=["asked_from"])

    def _open_extensions(self) -> int:
        return Extension.objects.filter(
            assignment__task=self.task, decision=Extension.Decision.ASKED, assignment__state__in=OPEN
        ).count()

    def _first_check_in(self) -> date | None:
        owing = [one.pk for one in self.assignments if one.state in OWING]
        wanted = CheckIn.objects.filter(assignment__in=owing).exclude(state=CheckIn.State.GIVEN)
        return wanted.order_by("due_on").values_list("due_on", flat=True).first()

    def _speaker(self, assignment: Assignment | None) -> str:
        """Return the body for which the actor speaks: the reporter's unit, else the committee's office."""
        if self.actor.unit_id is not None and assignment is not None:
            return assignment.unit.name
        if not self.office_name:
            self.office_name = Committee.objects.values_list("office_name", flat=True).get(pk=self.actor.committee_id)
        return self.office_name

    def _undo(self) -> list[dict[str, Any]]:
        return [
            {"model": row._meta.model_name, "pk": row.pk, "version": row.version, "before": before}
            for row, before in self._before.values()
        ]

    def _record(self, kind: str, assignment: Assignment | None, entry: Entry) -> None:
        after = {
            f"{model}.{pk}": {name: getattr(row, name) for name in before}
            for (model, pk), (row, before) in self._before.items()
        }
        before = {f"{model}.{pk}": held for (model, pk), (_, held) in self._before.items()}
        noun = "assignment" if assignment is not None else "task"
        record(
            self.actor,
            f"tasks.{noun}.{kind}",
            assignment or self.task,
            before=before,
            after=after | {"text": entry.text, "files": [one.file.sha256 for one in entry.evidence.all()]},
        )


def take_task(actor: Actor, task_id: int, version: int | None = None) -> TaskInHand:
    """Lock a task that the actor may see; with a version, for an edit of the task itself.

    Raises :class:`~giaoban.refusal.NotFound`, and :class:`~giaoban.refusal.Stale` for an older version.
    """
    task = tasks_for(actor).select_for_update(of=("self",)).filter(pk=task_id).first()
    if task is None:
        raise NotFound
    hand = TaskInHand(actor, task)
    if version is not None:
        hand.claim(task, version)
    return hand


def take_assignment(actor: Actor, assignment_id: int, version: int, verb: Verb) -> tuple[TaskInHand, Assignment]:
    """Lock the task of an assignment that the actor may see, for a verb on ``version`` of it.

    Raises :class:`~giaoban.refusal.NotAllowed` for a role without the verb's right, then
    :class:`~giaoban.refusal.NotFound`, :class:`~giaoban.refusal.Stale`,
    :class:`~giaoban.tasks.refusals.TaskClosed`.
    """
    actor.require(rules.RIGHT_OF[verb])
    seen = assignments_for(actor).filter(pk=assignment_id).values_list("task_id", flat=True).first()
    if seen is None:
        raise NotFound
    hand = take_task(actor, seen)
    assignment = hand.assignment(assignment_id)
    hand.claim(assignment, version)
    if verb is not Verb.REOPEN:
        hand.require_open()
    return hand, assignment


def _key(row: Row) -> tuple[str, int]:
    return str(row._meta.model_name), row.pk
