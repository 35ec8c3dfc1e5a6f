"""Random users and days drive a task against a plain model; states, dues, counts and the audit agree (D6)."""

from __future__ import annotations

from contextlib import ExitStack
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

import pytest
from django.db import transaction
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from conftest import Office
from giaoban.audit import clock
from giaoban.audit.chain import verify
from giaoban.refusal import Refusal
from giaoban.tasks import actions
from giaoban.tasks.filter import Group, TaskFilter
from giaoban.tasks.models import Assignment, Extension, Task
from giaoban.tasks.queries import all_ids, group_counts
from tasks.conftest import COURT, MILITARY, POLICE, TODAY, Reviewed, Said, make_document

REPORTERS = {POLICE: "reporter", COURT: "other_reporter"}
UNITS = (POLICE, COURT, MILITARY)
OWING = {"assigned", "accepted", "in_progress", "returned"}
OPEN = {*OWING, "reported"}
WORKING = {"accepted", "in_progress", "returned"}
DUE = date(2024, 4, 20)
#: What ends a story is done seldom, so that stories become long.
SELDOM = st.sampled_from((False, False, False, False, True))


@dataclass
class Part:
    """The plain model of an assignment."""

    role: str
    state: str
    due: date | None
    late: bool = False
    wanted: date | None = None


class Model:
    """The plain model of a task: written anew from the brief, not from the code."""

    def __init__(self) -> None:
        self.parts = {POLICE: Part("lead", "assigned", DUE), COURT: Part("support", "assigned", DUE)}

    def live_leads(self) -> list[Part]:
        return [one for one in self.parts.values() if one.role == "lead" and one.state != "withdrawn"]

    @property
    def state(self) -> str:
        found = {one.state for one in self.live_leads()}
        order = ("assigned", "returned", "accepted", "in_progress", "reported", "confirmed")
        return next((one for one in order if one in found), "withdrawn")

    @property
    def is_open(self) -> bool:
        return self.state in OPEN

    def overdue(self, today: date) -> bool:
        return any(one.state in OWING and one.due and one.due < today for one in self.live_leads())


class Lifecycle(RuleBasedStateMachine):
    """What people do to one task, in any order, on any day."""

    office: Office

    @initialize(is_begun=st.booleans())
    def begin(self, is_begun: bool) -> None:
        self.stack = ExitStack()
        self.stack.enter_context(transaction.atomic())
        self.day, self.model = TODAY, Model()
        with clock.set_to(self.day):
            document = make_document(self.office, Reviewed(said=(Said(lead=(POLICE,), support=(COURT,)),)))
            self.task = actions.assign_tasks(self.office.specialist, document.pk, version=1)[0]
        self.undoable: tuple[int, dict[str, Part]] | None = None
        self.is_counted = False
        for unit in REPORTERS if is_begun else ():
            self.accept(unit, REPORTERS[unit])

    def teardown(self) -> None:
        if hasattr(self, "stack"):
            assert verify(self.office.committee.pk) is None
            transaction.set_rollback(True)
            self.stack.close()

    def row(self, unit: str) -> Assignment:
        return Assignment.objects.get(task=self.task, unit=self.office.units[unit])

    def tried(self, is_permitted: bool, action: Any, *args: Any, **options: Any) -> Any:
        """Do it; the model says whether it is permitted. A refusal must change nothing."""
        before = self.seen()
        with clock.set_to(self.day):
            try:
                with transaction.atomic():
                    told = action(*args, **options)
            except Refusal as told_no:
                told, code = None, told_no.code
            else:
                code = ""
        assert is_permitted is not bool(code), (action.__name__, args, options, code)
        if code:
            assert self.seen() == before
            return None
        self.undoable, self.is_counted = None, False
        return told

    def seen(self) -> list[Any]:
        return list(Assignment.objects.filter(task=self.task).order_by("pk").values_list("state", "due_on", "version"))

    def remember(self, told: Any) -> None:
        if told is not None and told.undo:
            self.undoable = (told.pk, self.before)

    def copy(self) -> dict[str, Part]:
        return {name: Part(**vars(part)) for name, part in self.model.parts.items()}

    @rule(days=st.sampled_from((1, 1, 3, 25)))
    def time_passes(self, days: int) -> None:
        self.day, self.is_counted = self.day + timedelta(days=days), False

    @rule(unit=st.sampled_from((POLICE, COURT)), actor=st.sampled_from(("reporter", "other_reporter", "leader")))
    def accept(self, unit: str, actor: str) -> None:
        part, row, self.before = self.model.parts[unit], self.row(unit), self.copy()
        may = actor == REPORTERS[unit] and self.model.is_open and part.state == "assigned"
        told = self.tried(may, actions.accept_assignment, getattr(self.office, actor), row.pk, version=row.version)
        if told:
            part.state = "accepted"
            self.remember(told)

    @rule(unit=st.sampled_from((POLICE, COURT)), percent=st.integers(0, 100))
    def progress(self, unit: str, percent: int) -> None:
        part, row, self.before = self.model.parts[unit], self.row(unit), self.copy()
        actor = getattr(self.office, REPORTERS[unit])
        may = self.model.is_open and part.state in WORKING
        told = self.tried(may, actions.report_progress, actor, row.pk, version=row.version, text="x", percent=percent)
        if told:
            part.state = "in_progress"
            self.remember(told)

    @rule(unit=st.sampled_from((POLICE, COURT)), stale=SELDOM)
    def report(self, unit: str, stale: bool) -> None:
        part, row, self.before = self.model.parts[unit], self.row(unit), self.copy()
        actor = getattr(self.office, REPORTERS[unit])
        may = self.model.is_open and part.state in WORKING and not stale
        told = self.tried(may, actions.report_done, actor, row.pk, version=row.version - stale, text="x")
        if told:
            part.state, part.wanted = "reported", None
            part.late = part.due is not None and self.day > part.due
            self.remember(told)

    @rule(unit=st.sampled_from((POLICE, COURT)), days=st.integers(-3, 60))
    def ask(self, unit: str, days: int) -> None:
        part, row = self.model.parts[unit], self.row(unit)
        actor, wanted = getattr(self.office, REPORTERS[unit]), self.day + timedelta(days=days)
        may = (
            self.model.is_open
            and part.state in WORKING
            and part.wanted is None
            and part.due is not None
            and wanted > part.due
            and wanted >= self.day
        )
        if self.tried(may, actions.ask_extension, actor, row.pk, version=row.version, wanted_on=wanted, reason="x"):
            part.wanted = wanted

    def request(self, unit: str) -> Extension | None:
        return Extension.objects.filter(
            assignment__task=self.task, assignment__unit=self.office.units[unit], decision="asked"
        ).first()

    @precondition(lambda self: any(part.wanted for part in self.model.parts.values()))
    @rule(grant=st.sampled_from((True, True, False)))
    def decide(self, grant: bool) -> None:
        unit = next(name for name, one in self.model.parts.items() if one.wanted)
        part, asked, self.before = self.model.parts[unit], self.request(unit), self.copy()
        assert asked is not None
        assert part.wanted is not None
        later = part.wanted >= self.day and (part.due is None or part.wanted > part.due)
        may = self.model.is_open and (later or not grant)
        told = self.tried(
            may,
            actions.decide_extension,
            self.office.leader,
            asked.pk,
            version=asked.version,
            granted_on=part.wanted if grant else None,
            answer="x",
        )
        if told:
            if grant:
                part.due = part.wanted
                self.take_along(part)
            part.wanted = None
            self.remember(told)

    def take_along(self, lead: Part) -> None:
        for one in self.model.parts.values():
            if lead.role == "lead" and one.role == "support" and one.state in OPEN and one.due and lead.due:
                one.due = max(one.due, lead.due)

    @rule(unit=st.sampled_from((POLICE, COURT)), actor=st.sampled_from(("specialist", "leader", "inspector")))
    def confirm(self, unit: str, actor: str) -> None:
        part, row, self.before = self.model.parts[unit], self.row(unit), self.copy()
        may = actor != "inspector" and self.model.is_open and part.state == "reported"
        told = self.tried(may, actions.confirm_assignment, getattr(self.office, actor), row.pk, version=row.version)
        if told:
            part.state = "confirmed"
            self.remember(told)

    @rule(unit=st.sampled_from((POLICE, COURT)))
    def give_back(self, unit: str) -> None:
        part, row, self.before = self.model.parts[unit], self.row(unit), self.copy()
        may = self.model.is_open and part.state == "reported"
        told = self.tried(may, actions.return_report, self.office.leader, row.pk, version=row.version, reason="x")
        if told:
            part.state = "returned"
            self.remember(told)

    @rule(unit=st.sampled_from((POLICE, COURT)))
    def reopen(self, unit: str) -> None:
        part, row, self.before = self.model.parts[unit], self.row(unit), self.copy()
        may = part.state == "confirmed"
        told = self.tried(may, actions.reopen_assignment, self.office.leader, row.pk, version=row.version, reason="x")
        if told:
            part.state = "returned"
            self.remember(told)

    @rule(unit=st.sampled_from((POLICE, COURT)), really=SELDOM)
    def withdraw(self, unit: str, really: bool) -> None:
        if not really:
            return
        part, row, self.before = self.model.parts[unit], self.row(unit), self.copy()
        may = self.model.is_open and part.state in OPEN
        told = self.tried(
            may, actions.withdraw_assignment, self.office.specialist, row.pk, version=row.version, reason="x"
        )
        if told:
            part.state, part.wanted = "withdrawn", None
            self.remember(told)

    @rule(days=st.integers(-5, 60))
    def change_due(self, days: int) -> None:
        task, due, self.before = Task.objects.get(pk=self.task.pk), self.day + timedelta(days=days), self.copy()
        parts = [one for one in self.model.parts.values() if one.state in OPEN]
        may = self.model.is_open and {one.due for one in parts} != {due}
        told = self.tried(
            may, actions.change_due, self.office.specialist, task.pk, version=task.version, due_on=due, reason="x"
        )
        if told:
            for one in parts:
                one.due = due
            self.remember(told)

    @rule(wanted=st.sets(st.sampled_from(UNITS)), really=SELDOM)
    def change_leads(self, wanted: set[str], really: bool) -> None:
        if not really:
            return
        task, self.before = Task.objects.get(pk=self.task.pk), self.copy()
        parts = self.model.parts
        leading = {name for name, one in parts.items() if one.role == "lead" and one.state != "withdrawn"}
        dropped = leading - wanted
        may = (
            self.model.is_open
            and bool(wanted)
            and wanted != leading
            and all(parts[name].state in OPEN for name in dropped)
        )
        ids = [self.office.units[name].pk for name in wanted]
        due_on = task.due_on
        told = self.tried(
            may, actions.change_leads, self.office.specialist, task.pk, version=task.version, unit_ids=ids, reason="x"
        )
        if told:
            for name in dropped:
                parts[name].state, parts[name].wanted = "withdrawn", None
            for name in wanted:
                if name not in parts or parts[name].state == "withdrawn":
                    parts[name] = Part("lead", "assigned", due_on)
                parts[name].role = "lead"
            self.undoable = None

    @precondition(lambda self: self.undoable is not None)
    @rule()
    def undo(self) -> None:
        assert self.undoable is not None
        entry_id, before = self.undoable
        with clock.set_to(self.day):
            entry = Task.objects.get(pk=self.task.pk).entries.get(pk=entry_id)
            unit = entry.assignment.unit.name if entry.assignment else ""
            actor = "specialist"
            if entry.kind in ("accepted", "progress", "reported"):
                actor = REPORTERS[unit]
            actions.undo_decision(getattr(self.office, actor), entry_id)
        self.model.parts, self.undoable, self.is_counted = before, None, False

    @invariant()
    def the_parts_agree(self) -> None:
        rows = Assignment.objects.filter(task=self.task).select_related("unit")
        found = {one.unit.name: (one.role, one.state, one.due_on, one.is_done_late) for one in rows}
        assert found == {name: (one.role, one.state, one.due, one.late) for name, one in self.model.parts.items()}

    @invariant()
    def the_task_agrees(self) -> None:
        task = Task.objects.get(pk=self.task.pk)
        parts = self.model.parts.values()
        assert task.state == self.model.state
        assert (task.closed_on is None) == self.model.is_open
        reported = sum(one.state == "reported" for one in parts)
        asked = sum(one.wanted is not None and one.state in OPEN for one in parts)
        assert task.reports_waiting == (reported if self.model.is_open else 0)
        assert task.extensions_waiting == (asked if self.model.is_open else 0)
        assert task.first_due_on == DUE

    @invariant()
    def counts_and_lists_agree(self) -> None:
        """Asked again once something was done or a day went by: a refusal has changed nothing."""
        if self.is_counted:
            return
        self.is_counted, office = True, self.office
        with clock.set_to(self.day):
            for actor in (office.specialist, office.other_reporter):
                counts = group_counts(actor, TaskFilter())
                for group in Group:
                    assert counts[group] == len(all_ids(actor, TaskFilter(group=group), 10)), (group, actor.role_code)
            counts = group_counts(office.specialist, TaskFilter())
            assert counts[Group.OVERDUE] == self.model.overdue(self.day)


@pytest.mark.django_db
def test_a_task_lives_as_the_plain_model_says(office: Office) -> None:
    machine = type("OurLifecycle", (Lifecycle,), {"office": office})
    run_state_machine_as_test(
        machine,
        settings=settings(
            max_examples=30,
            stateful_step_count=40,
            deadline=None,
            suppress_health_check=list(HealthCheck),
        ),
    )
