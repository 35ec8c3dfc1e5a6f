"""Tasks driven at random beside a plain model (quality bar D6): states, dues, check-ins and counts agree."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
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
from giaoban.committees.actors import Actor, the_system
from giaoban.refusal import Refusal
from giaoban.tasks import actions
from giaoban.tasks.filter import Group, TaskFilter
from giaoban.tasks.models import Assignment, CheckIn, Extension, Task
from giaoban.tasks.queries import group_counts
from tasks.conftest import COURT, POLICE, Said, fresh

Give = Callable[..., list[Task]]
START = date(2024, 4, 1)
OWING = ("assigned", "accepted", "in_progress", "returned")
OPEN = (*OWING, "reported")
ORDER = ("assigned", "returned", "accepted", "in_progress", "reported", "confirmed")


@dataclass
class Part:
    """What the model knows of a unit's part."""

    role: str
    due_on: date
    state: str = "assigned"
    percent: int = 0
    is_late: bool = False
    asks_until: date | None = None
    asked_from: date = date.min
    rounds: dict[str, tuple[date, str]] = field(default_factory=dict)


class Model:
    """One recurring task as plain data: what the rules of the product come to, written a second time."""

    def __init__(self, today: date) -> None:
        self.today, self.is_by_conference = today, True
        self.parts: dict[str, Part] = {}

    def leads(self) -> list[Part]:
        return [one for one in self.parts.values() if one.role == "lead" and one.state != "withdrawn"]

    @property
    def state(self) -> str:
        return next((one for one in ORDER if one in {part.state for part in self.leads()}), "withdrawn")

    @property
    def is_open(self) -> bool:
        return self.state in OPEN

    @property
    def due_on(self) -> date | None:
        owing = [one.due_on for one in self.leads() if one.state in OWING]
        return min(owing) if owing else max((one.due_on for one in self.leads()), default=None)

    def open_rounds(self) -> None:
        """Ask each open part of the open task for the months up to today."""
        for part in self.parts.values():
            if part.state not in OPEN or not self.is_open:
                continue
            last = max((day for day, _ in part.rounds.values()), default=None)
            first = max(last + timedelta(days=1), part.asked_from) if last else self.today
            while last is None or last < self.today:
                last = _end_of_month(first)
                part.rounds[f"{last:%Y-%m}"] = (last, "wanted")
                first = last + timedelta(days=1)

    def first_round_owed(self) -> date | None:
        if not self.is_open:
            return None
        owed = [
            day
            for part in self.parts.values()
            if part.state in OWING
            for day, state in part.rounds.values()
            if state != "given"
        ]
        return min(owed, default=None)


def _end_of_month(day: date) -> date:
    return (day.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)


class Tasks(RuleBasedStateMachine):
    """The product and the model, told the same."""

    office: Office
    give: Give

    def __init__(self) -> None:
        super().__init__()
        self.stack = ExitStack()
        self.stack.enter_context(_rolled_back())
        self.today = START

    @initialize(
        leads=st.sampled_from([(POLICE,), (COURT,), (POLICE, COURT)]), helps=st.booleans(), is_taken_on=st.booleans()
    )
    def begin(self, leads: tuple[str, ...], helps: bool, is_taken_on: bool) -> None:
        support = tuple(one for one in (POLICE, COURT) if helps and one not in leads)
        said = Said(due_on=None, due_recurring="monthly", lead=leads, support=support)
        with clock.set_to(self.today):
            self.task = self.give(said)[0]
        self.model = Model(self.today)
        for names, role in ((leads, "lead"), (support, "support")):
            for name in names:
                self.model.parts[name] = Part(role, date(2024, 6, 30))
        self.model.open_rounds()
        for name in self.model.parts if is_taken_on else ():
            self.accept(name)

    def teardown(self) -> None:
        self.stack.close()

    def actor(self, name: str) -> Actor:
        return self.office.reporter if name == POLICE else self.office.other_reporter

    def row(self, name: str) -> Assignment:
        return Assignment.objects.get(task=self.task, unit__name=name)

    def attempt(self, is_allowed: bool, act: Callable[[], Any]) -> bool:
        """Do it; the product must do it exactly when the model says so. Returns whether it was done."""
        refused = ""
        try:
            with clock.set_to(self.today):
                act()
        except Refusal as refusal:
            refused = refusal.code
        assert bool(refused) != is_allowed, refused
        return is_allowed

    def held(self, name: str) -> tuple[str, Part]:
        """Return a unit with its part: the one that is named, else the other, so that no step is spent on nothing."""
        name = name if name in self.model.parts else next(iter(self.model.parts))
        return name, self.model.parts[name]

    names = st.sampled_from([POLICE, COURT])

    @rule(days=st.integers(1, 40))
    def time_goes_on(self, days: int) -> None:
        self.today += timedelta(days=days)
        self.model.today = self.today
        with clock.set_to(self.today):
            actions.open_check_ins(the_system(self.office.committee.pk))
        self.model.open_rounds()

    @rule(name=names)
    def accept(self, name: str) -> None:
        name, part = self.held(name)
        row = self.row(name)
        allowed = self.model.is_open and part.state == "assigned"
        if self.attempt(allowed, lambda: actions.accept_assignment(self.actor(name), row.pk, version=row.version)):
            part.state = "accepted"

    @rule(name=names, percent=st.integers(0, 100))
    def progress(self, name: str, percent: int) -> None:
        name, part = self.held(name)
        row = self.row(name)
        allowed = self.model.is_open and part.state in ("accepted", "in_progress", "returned")
        if self.attempt(
            allowed,
            lambda: actions.report_progress(
                self.actor(name), row.pk, version=row.version, text="Đang làm", percent=percent
            ),
        ):
            part.state, part.percent = "in_progress", percent

    @rule(name=names)
    def report(self, name: str) -> None:
        name, part = self.held(name)
        row = self.row(name)
        allowed = self.model.is_open and part.state in ("accepted", "in_progress", "returned")
        if self.attempt(
            allowed, lambda: actions.report_done(self.actor(name), row.pk, version=row.version, text="Xong")
        ):
            part.state, part.is_late, part.asks_until = "reported", self.today > part.due_on, None

    @rule(name=names)
    def confirm(self, name: str) -> None:
        name, part = self.held(name)
        row = self.row(name)
        allowed = self.model.is_open and part.state == "reported"
        if self.attempt(allowed, lambda: actions.confirm_assignment(self.office.leader, row.pk, version=row.version)):
            part.state = "confirmed"

    @rule(name=names)
    def give_back(self, name: str) -> None:
        name, part = self.held(name)
        row = self.row(name)
        allowed = self.model.is_open and part.state == "reported"
        if self.attempt(
            allowed,
            lambda: actions.return_report(self.office.specialist, row.pk, version=row.version, reason="Thiếu"),
        ):
            part.state = "returned"

    @rule(name=names, days=st.integers(-5, 60))
    def ask(self, name: str, days: int) -> None:
        name, part = self.held(name)
        row, wanted = self.row(name), part.due_on + timedelta(days=days)
        allowed = (
            self.model.is_open
            and part.state in ("accepted", "in_progress", "returned")
            and part.asks_until is None
            and days > 0
            and wanted >= self.today
        )
        if self.attempt(
            allowed,
            lambda: actions.ask_extension(
                self.actor(name), row.pk, version=row.version, wanted_on=wanted, reason="Mưa"
            ),
        ):
            part.asks_until = wanted

    @rule(name=names, is_granted=st.booleans())
    def decide(self, name: str, is_granted: bool) -> None:
        name, part = self.held(name)
        if part.asks_until is None:
            return
        asked = Extension.objects.get(assignment=self.row(name), decision="asked")
        until = part.asks_until
        allowed = self.model.is_open and (not is_granted or (until > part.due_on and until >= self.today))
        granted_on = until if is_granted else None
        if not self.attempt(
            allowed,
            lambda: actions.decide_extension(
                self.office.leader, asked.pk, version=asked.version, granted_on=granted_on, answer="Ý kiến"
            ),
        ):
            return
        part.asks_until = None
        if is_granted:
            part.due_on = until
            helpers = [one for one in self.model.parts.values() if one.role == "support" and one.state in OPEN]
            for one in helpers if part.role == "lead" else []:
                one.due_on = max(one.due_on, until)

    @rule(name=names, is_nothing_new=st.booleans())
    def check_in(self, name: str, is_nothing_new: bool) -> None:
        name, part = self.held(name)
        row = CheckIn.objects.filter(assignment=self.row(name)).exclude(state="given").first()
        if row is None:
            assert all(state == "given" for _, state in part.rounds.values())
            return
        allowed = self.model.is_open and part.state in ("accepted", "in_progress", "returned")
        if self.attempt(
            allowed,
            lambda: actions.give_check_in(
                self.actor(name), row.pk, version=row.version, text="Bình thường", is_nothing_new=is_nothing_new
            ),
        ):
            part.rounds[row.period] = (row.due_on, "given")
            part.state = "in_progress" if part.state == "accepted" else part.state

    @rule(name=names)
    def give_check_in_back(self, name: str) -> None:
        name, part = self.held(name)
        row = CheckIn.objects.filter(assignment=self.row(name), state="given").last()
        if row is None:
            return
        if self.attempt(
            self.model.is_open,
            lambda: actions.return_check_in(self.office.leader, row.pk, version=row.version, reason="Thiếu"),
        ):
            part.rounds[row.period] = (row.due_on, "returned")

    @rule(days=st.integers(0, 90))
    def carry_on(self, days: int) -> None:
        due_on = self.today + timedelta(days=days)
        if not self.attempt(self.model.state != "withdrawn", lambda: self.conclude("carried_on", due_on)):
            return
        was_confirmed = self.model.state == "confirmed"
        for part in self.model.parts.values() if was_confirmed else ():
            part.asked_from = self.today
        for part in self.model.leads():
            if part.state == "reported" or (was_confirmed and part.state == "confirmed"):
                part.state = "returned"
        for part in self.model.parts.values():
            if part.state in OPEN:
                part.due_on, part.asks_until = due_on, None
        self.model.is_by_conference = False

    @rule()
    def take_as_done(self) -> None:
        if not self.attempt(self.model.is_open, lambda: self.conclude("done", None)):
            return
        for part in self.model.leads():
            if part.state in OPEN:
                late = not self.model.is_by_conference and self.today > part.due_on
                part.is_late = part.is_late if part.state == "reported" else late
                part.state, part.asks_until = "confirmed", None

    @precondition(lambda self: self.today > date(2024, 6, 1))
    @rule()
    def drop(self) -> None:
        if self.attempt(self.model.is_open, lambda: self.conclude("dropped", None)):
            for part in self.model.parts.values():
                if part.state in OPEN:
                    part.state, part.asks_until = "withdrawn", None

    def conclude(self, decision: str, due_on: date | None) -> None:
        actions.decide_task(
            self.office.leader, self.task.pk, version=None, decision=decision, words="Kết luận", due_on=due_on
        )

    @rule(name=names)
    def reassign(self, name: str) -> None:
        """Let one unit alone lead."""
        others = [key for key, one in self.model.parts.items() if one.role == "lead" and key != name]
        others = [key for key in others if self.model.parts[key].state != "withdrawn"]
        part = self.model.parts.get(name)
        leads_alone = part is not None and part.role == "lead" and part.state != "withdrawn" and not others
        is_held = all(self.model.parts[key].state in OPEN for key in others)
        allowed = self.model.is_open and not leads_alone and is_held
        due_on = self.model.due_on
        version = fresh(self.task).version
        unit = self.office.units[name].pk
        if not self.attempt(
            allowed,
            lambda: actions.change_leads(
                self.office.specialist, self.task.pk, version=version, unit_ids=[unit], reason="Đúng chức năng"
            ),
        ):
            return
        for key in others:
            self.model.parts[key].state, self.model.parts[key].asks_until = "withdrawn", None
        assert due_on is not None
        if part is None or part.state == "withdrawn":
            rounds = part.rounds if part else {}
            self.model.parts[name] = Part("lead", due_on, asked_from=self.today, rounds=rounds)
        else:
            part.role = "lead"

    @invariant()
    def they_agree(self) -> None:
        if not hasattr(self, "task"):
            return
        found = {one.unit.name: one for one in Assignment.objects.filter(task=self.task).select_related("unit")}
        assert {name: (one.role, one.state, one.due_on, one.is_done_late) for name, one in found.items()} == {
            name: (one.role, one.state, one.due_on, one.is_late) for name, one in self.model.parts.items()
        }
        rounds = CheckIn.objects.filter(assignment__task=self.task)
        told = {(one.assignment.unit.name, one.period): (one.due_on, one.state) for one in rounds}
        assert told == {
            (name, key): value for name, one in self.model.parts.items() for key, value in one.rounds.items()
        }
        self._task_agrees()

    def _task_agrees(self) -> None:
        task, model = fresh(self.task), self.model
        waiting = [one for one in model.parts.values() if model.is_open and one.state == "reported"]
        asked = [one for one in model.parts.values() if model.is_open and one.asks_until and one.state in OPEN]
        assert task.state == model.state
        assert (task.reports_waiting, task.extensions_waiting) == (len(waiting), len(asked))
        assert task.check_in_due_on == model.first_round_owed()
        assert task.first_due_on == date(2024, 6, 30)
        if model.leads():
            assert task.due_on == model.due_on
        self._counts_agree()

    def _counts_agree(self) -> None:
        model = self.model
        with clock.set_to(self.today):
            counts = group_counts(self.office.specialist, TaskFilter())
        owed, due_on = model.first_round_owed(), model.due_on
        is_late = model.state in OWING and due_on is not None and due_on < self.today
        assert counts[Group.OPEN] == model.is_open
        assert counts[Group.OVERDUE] == is_late
        assert counts[Group.DONE] == (model.state == "confirmed")
        assert counts[Group.WITHDRAWN] == (model.state == "withdrawn")
        assert counts[Group.CHECK_IN] == (owed is not None and owed <= self.today + timedelta(days=7))
        assert counts[Group.DONE_LATE] == (model.state == "confirmed" and any(one.is_late for one in model.leads()))


@contextmanager
def _rolled_back() -> Iterator[None]:
    """A context whose writes are undone at its end."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


@pytest.mark.usefixtures("db")
def test_tasks_agree_with_a_plain_model(office: Office, give: Give) -> None:
    class Bound(Tasks):
        pass

    Bound.office, Bound.give = office, staticmethod(give)
    run_state_machine_as_test(
        Bound,
        settings=settings(
            max_examples=20,
            stateful_step_count=30,
            deadline=None,
            suppress_health_check=list(HealthCheck),
        ),
    )
