"""Conferences, decisions, tasks and check-ins driven at random beside a plain model (quality bar D6).

``GIAOBAN_EXAMPLES`` is how many runs are made; without it they are few: ``GIAOBAN_EXAMPLES=200 pytest
tests/conferences/test_in_hand.py`` looks longer.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from datetime import date, timedelta
from typing import Any, TypeVar

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

from conferences import plain_model as plain
from conferences.plain_model import ANSWERING, Cycle, end_of_quarter
from conftest import Office
from giaoban.audit import clock
from giaoban.committees.actors import Actor, the_system
from giaoban.conferences import actions as meeting
from giaoban.conferences.actions import ConferenceDetails, Opinion
from giaoban.conferences.models import Conference, Decision
from giaoban.conferences.queries import answers_for, minutes_of, unanswered
from giaoban.conferences.queries.slides import deck_of
from giaoban.periods import Period
from giaoban.refusal import Refusal
from giaoban.tasks import actions
from giaoban.tasks.actions import undo_decision
from giaoban.tasks.filter import TaskFilter
from giaoban.tasks.models import Assignment, CheckIn, Task
from giaoban.tasks.queries import group_counts
from giaoban.tasks.queries.records import period_records, total_record
from tasks.conftest import COURT, POLICE, Reviewed, Said, fresh, make_document

START, DUE, FIRST_HELD = date(2024, 4, 1), date(2024, 5, 20), date(2024, 3, 27)
#: What units, the office and both of them with check-ins do between meetings, the commoner things more often.
OF_UNITS = ("accept", "tell_progress", "report", "report")
OF_OFFICE = ("confirm", "confirm", "give_back", "take_a_confirmation_back", "open_again")
OF_ROUNDS = ("check_in", "check_in", "give_a_check_in_back")
KINDS = ("done", "carried_on", "given_again", "dropped")
T = TypeVar("T")
picks = st.integers(0, 999)


def _mostly(pick: int, options: Sequence[T], is_ready: Callable[[T], bool]) -> T:
    """Return an option, five times out of six one that is ready where any is."""
    ready = [one for one in options if is_ready(one)] if pick % 6 != 5 else []
    pool = ready or options
    return pool[pick % len(pool)]


def _is_answering(task: plain.Task, part: plain.Part) -> bool:
    return part.state in ANSWERING


def _is_reported(task: plain.Task, part: plain.Part) -> bool:
    return part.state == "reported"


def quarter(day: date) -> Period:
    return Period.of_quarter(day.year, (day.month + 2) // 3)


class Cycles(RuleBasedStateMachine):
    """The product and the model, told the same."""

    office: Office

    def __init__(self) -> None:
        super().__init__()
        self.stack = ExitStack()
        self.stack.enter_context(_rolled_back())
        self.model = Cycle(START)
        self.told = 0
        self.confirmations: list[tuple[int, plain.Undo]] = []

    def teardown(self) -> None:
        self.stack.close()

    @property
    def today(self) -> date:
        return self.model.today

    # Set-up

    @initialize(is_taken_on=st.booleans(), is_meeting=st.booleans())
    def begin(self, is_taken_on: bool, is_meeting: bool) -> None:
        """Let a first conference be concluded, with a task of a day, a monthly one and one that two units lead."""
        with clock.set_to(START):
            row = self._plan(FIRST_HELD, Period.parse("2024-Q1"))
            row = meeting.hold_conference(self.office.specialist, row.pk, version=row.version)
        self.model.conferences.append(plain.Conference(row.pk, FIRST_HELD, date(2024, 6, 30), None, "held"))
        self._conclude(
            Said("Bảo đảm an ninh", (POLICE,), due_on=DUE),
            Said("Xét xử lưu động", (COURT,), (POLICE,), due_on=None, due_recurring="monthly"),
            Said("Phối hợp liên ngành", (POLICE, COURT), due_on=None),
        )
        for _ in range(4 if is_taken_on else 0):
            self.accept(0)
        if is_meeting:
            self._move_to(date(2024, 6, 27))
            self.meet(0)

    def _plan(self, held_on: date, reviewed: Period) -> Conference:
        details = ConferenceDetails(
            "quarterly", f"Giao ban {reviewed}", held_on, reviewed=str(reviewed), ahead=str(reviewed.next)
        )
        return meeting.plan_conference(self.office.specialist, details)

    def _conclude(self, *said: Said) -> None:
        """Conclude the last conference with a document of these directives."""
        here = self.model.latest
        with clock.set_to(self.today):
            ahead = str(quarter(here.ahead_ends))
            document = make_document(self.office, Reviewed(said=said, ahead=ahead))
            given = actions.assign_tasks(self.office.specialist, document.pk, version=document.version)
            row = fresh(self._row(here))
            meeting.attach_conclusion(self.office.specialist, row.pk, document.pk, version=row.version)
        here.state, here.paper = "concluded", document.pk
        for place, (task, words) in enumerate(zip(given, said, strict=True)):
            self._add(task, document.pk, place, words, here.ahead_ends)

    def _add(self, task: Task, paper: int, place: int, said: Said, ahead_ends: date) -> None:
        due_on = said.due_on or ahead_ends
        roles = [(name, "lead") for name in said.lead] + [(name, "support") for name in said.support]
        self.model.add(
            plain.Task(
                pk=task.pk,
                paper=paper,
                place=place,
                code=self.model.next_code(),
                parts={name: plain.Part(name, role, due_on) for name, role in roles},
                basis=("date", None) if said.due_on else ("conference", ahead_ends),
                is_monthly=bool(said.due_recurring),
                ahead_begins=quarter(ahead_ends).first_day,
            )
        )

    # Finding and doing

    def _row(self, here: plain.Conference) -> Conference:
        return Conference.objects.get(pk=here.pk)

    def _actor(self, unit: str) -> Actor:
        return self.office.reporter if unit == POLICE else self.office.other_reporter

    def _part(
        self, pick: int, is_ready: Callable[[plain.Task, plain.Part], bool]
    ) -> tuple[plain.Task, plain.Part, Assignment]:
        """Return one of all parts in the model and in the product, mostly one that is ready for what is to be done."""
        parts = [(task, part) for task in self.model.tasks.values() for part in task.parts.values()]
        task, part = _mostly(pick, parts, lambda one: one[0].is_open and is_ready(*one))
        return task, part, Assignment.objects.get(task=task.pk, unit__name=part.unit)

    def _attempt(self, is_allowed: bool, act: Callable[[], Any]) -> Any:
        """Do it; the product must do it exactly when the model says so. Returns what it answered, False if refused."""
        refused, answer = "", False
        try:
            with clock.set_to(self.today), transaction.atomic():
                answer = act()
        except Refusal as refusal:
            refused = refusal.code
        assert bool(refused) != is_allowed, refused
        return answer

    def _words(self) -> str:
        self.told += 1
        return f"Đã làm việc thứ {self.told}"

    # Time

    def _move_to(self, day: date) -> None:
        self.model.today = day
        with clock.set_to(day):
            actions.open_check_ins(the_system(self.office.committee.pk))
        self.model.open_rounds()

    @rule(days=st.integers(-15, 40))
    def days_pass(self, days: int) -> None:
        """Let days pass; a clock that is set back goes back in time."""
        self._move_to(self.today + timedelta(days=days))

    # Units and office

    @rule(what=st.sampled_from(OF_UNITS), pick=picks)
    def a_unit_works(self, what: str, pick: int) -> None:
        getattr(self, what)(pick)

    @rule(what=st.sampled_from(OF_OFFICE), pick=picks)
    def the_office_works(self, what: str, pick: int) -> None:
        getattr(self, what)(pick)

    @rule(what=st.sampled_from(OF_ROUNDS), pick=picks)
    def rounds_are_told(self, what: str, pick: int) -> None:
        getattr(self, what)(pick)

    def accept(self, pick: int) -> None:
        task, part, row = self._part(pick, lambda task, part: part.state == "assigned")
        allowed = task.is_open and part.state == "assigned"
        if self._attempt(
            allowed, lambda: actions.accept_assignment(self._actor(part.unit), row.pk, version=row.version)
        ):
            self.model.step(task, part, "accepted")

    def tell_progress(self, pick: int) -> None:
        task, part, row = self._part(pick, _is_answering)
        text, actor = self._words(), self._actor(part.unit)
        if self._attempt(
            task.is_open and part.state in ANSWERING,
            lambda: actions.report_progress(actor, row.pk, version=row.version, text=text, percent=50),
        ):
            part.said = text
            self.model.step(task, part, "in_progress")

    def report(self, pick: int) -> None:
        task, part, row = self._part(pick, _is_answering)
        text, actor = self._words(), self._actor(part.unit)
        if self._attempt(
            task.is_open and part.state in ANSWERING,
            lambda: actions.report_done(actor, row.pk, version=row.version, text=text),
        ):
            self.model.report(task, part, text)

    def give_back(self, pick: int) -> None:
        task, part, row = self._part(pick, _is_reported)
        if self._attempt(
            task.is_open and part.state == "reported",
            lambda: actions.return_report(self.office.leader, row.pk, version=row.version, reason="Thiếu"),
        ):
            self.model.step(task, part, "returned")

    def confirm(self, pick: int) -> None:
        task, part, row = self._part(pick, _is_reported)
        entry = self._attempt(
            task.is_open and part.state == "reported",
            lambda: actions.confirm_assignment(self.office.leader, row.pk, version=row.version),
        )
        if entry:
            self.confirmations.append((entry.pk, self.model.confirm(task, part)))

    def take_a_confirmation_back(self, pick: int) -> None:
        if not self.confirmations:
            return
        entry, undo = self.confirmations.pop()
        if self._attempt(undo.is_possible, lambda: undo_decision(self.office.leader, entry)):
            self.model.take_back(undo)

    def open_again(self, pick: int) -> None:
        parts = [(task, part) for task in self.model.tasks.values() for part in task.parts.values()]
        task, part = _mostly(pick, parts, lambda one: one[1].state == "confirmed")
        row = Assignment.objects.get(task=task.pk, unit__name=part.unit)
        if self._attempt(
            part.state == "confirmed",
            lambda: actions.reopen_assignment(self.office.leader, row.pk, version=row.version, reason="Phát sinh"),
        ):
            self.model.step(task, part, "returned")

    # Check-ins

    def check_in(self, pick: int) -> None:
        is_nothing_new = pick % 4 == 0
        asked = [one for one in self._rounds() if one[2].state != "given"]
        if not asked:
            return
        task, part, one, row = _mostly(pick, asked, lambda one: one[0].is_open and _is_answering(one[0], one[1]))
        text, actor = "" if is_nothing_new else self._words(), self._actor(part.unit)
        if self._attempt(
            task.is_open and part.state in ANSWERING,
            lambda: actions.give_check_in(actor, row.pk, version=row.version, text=text, is_nothing_new=is_nothing_new),
        ):
            one.state, one.given_on, part.said = "given", self.today, text or part.said
            if part.state == "accepted":
                self.model.step(task, part, "in_progress")

    def give_a_check_in_back(self, pick: int) -> None:
        given = [one for one in self._rounds() if one[2].state == "given"]
        if not given:
            return
        task, _, one, row = given[pick % len(given)]
        if self._attempt(
            task.is_open,
            lambda: actions.return_check_in(self.office.leader, row.pk, version=row.version, reason="Thiếu"),
        ):
            one.state = "returned"

    def _rounds(self) -> list[tuple[plain.Task, plain.Part, plain.Round, CheckIn]]:
        rows = {
            (one.assignment.task_id, one.assignment.unit.name, one.period): one
            for one in CheckIn.objects.select_related("assignment__unit")
        }
        return [
            (task, part, one, rows[task.pk, part.unit, period])
            for task in self.model.tasks.values()
            for part in task.parts.values()
            for period, one in part.rounds.items()
        ]

    # Conferences

    @rule(pick=picks)
    def go_on(self, pick: int) -> None:
        """Bring the last conference a step further; after its conclusion the next one meets."""
        step = {"meeting": self.end, "held": self.conclude}.get(self.model.latest.state, self.meet)
        step(pick)

    def meet(self, pick: int) -> None:
        """Plan the next conference for today and open it."""
        last = self.model.latest
        if self.today <= last.held_on:
            return
        with clock.set_to(self.today):
            row = self._plan(self.today, quarter(self.today))
            meeting.open_conference(self.office.specialist, row.pk, version=row.version)
        ends = end_of_quarter(end_of_quarter(self.today) + timedelta(days=1))
        self.model.conferences.append(plain.Conference(row.pk, self.today, ends, last))

    def end(self, pick: int) -> None:
        here = self.model.latest
        row = self._row(here)
        if self._attempt(
            here.state == "meeting" and here.held_on <= self.today,
            lambda: meeting.hold_conference(self.office.specialist, row.pk, version=row.version),
        ):
            here.state = "held"

    def conclude(self, pick: int) -> None:
        unit, recurring = (POLICE, COURT)[pick % 2], ("", "monthly")[pick % 3 % 2]
        self._conclude(Said(self._words(), (unit,), due_on=None, due_recurring=recurring))

    @precondition(lambda self: {one.state for one in self.model.conferences} & {"concluded", "closed"})
    @rule(pick=picks, closes=st.booleans())
    def close_or_open(self, pick: int, closes: bool) -> None:
        (self.close if closes else self.open_a_closed_one)(pick)

    def close(self, pick: int) -> None:
        here = _mostly(pick, self.model.conferences, lambda one: one.state == "concluded")
        row = self._row(here)
        if self._attempt(
            here.state == "concluded" and not self.model.unanswered(here),
            lambda: meeting.close_conference(self.office.specialist, row.pk, version=row.version),
        ):
            here.state, here.answers_at_close = "closed", self.model.answers(here)

    def open_a_closed_one(self, pick: int) -> None:
        here = _mostly(pick, self.model.conferences, lambda one: one.state == "closed")
        if self._attempt(here.state == "closed", lambda: meeting.reopen_conference(self.office.specialist, here.pk)):
            here.state = "concluded"

    @precondition(lambda self: self.model.deck(self.model.latest))
    @rule(pick=picks, kind=st.sampled_from(KINDS), days=st.none() | st.integers(-3, 90))
    def decide(self, pick: int, kind: str, days: int | None) -> None:
        here = self.model.latest
        deck = self.model.deck(here)
        task = self.model.tasks[_mostly(pick, deck, lambda pk: pk not in here.decisions)]
        due_on = None if days is None else self.today + timedelta(days=days)
        new_due = due_on or here.ahead_ends
        version = Task.objects.get(pk=task.pk).version
        opinion = Opinion(kind, "Ý kiến", due_on)
        made = self._attempt(
            self.model.may_decide(here, task, kind, new_due),
            lambda: meeting.decide_at_conference(
                self.office.leader, here.pk, task.pk, version=version, opinion=opinion
            ),
        )
        if made:
            has_part = [one for one in task.parts.values() if one.state != "withdrawn"]
            said = Said(
                lead=tuple(one.unit for one in has_part if one.role == "lead"),
                support=tuple(one.unit for one in has_part if one.role == "support"),
                due_on=new_due,
            )
            self.model.decide(here, task, kind, new_due, due_on is not None)
            if kind == "given_again":
                self._follow(here, task, made.new_task, said, due_on is not None)

    def _follow(self, here: plain.Conference, task: plain.Task, new: Task, said: Said, has_day: bool) -> None:
        assert said.due_on is not None
        roles = [(name, "lead") for name in said.lead] + [(name, "support") for name in said.support]
        follower = plain.Task(
            pk=new.pk,
            paper=task.paper,
            place=task.place,
            code=self.model.next_code(),
            parts={name: plain.Part(name, role, said.due_on) for name, role in roles},
            basis=("date", None) if has_day else ("conference", said.due_on),
            is_monthly=task.is_monthly,
            ahead_begins=task.ahead_begins,
        )
        self.model.add(follower)
        here.made_here.add(new.pk)
        undo = here.decisions[task.pk].undo
        assert undo is not None
        undo.follower = follower

    @precondition(lambda self: any(one.decisions for one in self.model.conferences))
    @rule(pick=picks)
    def take_back(self, pick: int) -> None:
        decided = [(one, task) for one in self.model.conferences for task in one.decisions]
        here, task = _mostly(pick, decided, lambda one: one[0] is self.model.latest)
        undo = here.decisions[task].undo
        row = Decision.objects.get(conference=here.pk, task=task, undone_at=None)
        if self._attempt(
            here.state in plain.DECIDED_IN and (undo is None or undo.is_possible),
            lambda: meeting.undo_at_conference(self.office.leader, row.pk),
        ):
            del here.decisions[task]
            if undo is not None:
                self.model.take_back(undo)

    # They agree

    @invariant()
    def parts_and_rounds_agree(self) -> None:
        rows = Assignment.objects.select_related("unit", "task")
        assert {
            (one.task_id, one.unit.name): (one.role, one.state, one.due_on, one.first_due_on, one.is_done_late)
            for one in rows
        } == {
            (task.pk, name): (one.role, one.state, one.due_on, one.first_due_on, one.is_late)
            for task in self.model.tasks.values()
            for name, one in task.parts.items()
        }
        told = {
            (one.assignment.task_id, one.assignment.unit.name, one.period): (one.due_on, one.state)
            for one in CheckIn.objects.select_related("assignment__unit")
        }
        assert told == {
            (task.pk, name, period): (one.due_on, one.state)
            for task in self.model.tasks.values()
            for name, part in task.parts.items()
            for period, one in part.rounds.items()
        }

    @invariant()
    def lists_and_records_agree(self) -> None:
        if not self.model.tasks:
            return
        tasks = Task.objects.values_list("pk", "state", "due_on", "year", "number")
        assert {pk: (state, due_on, (year, number)) for pk, state, due_on, year, number in tasks} == {
            one.pk: (one.state, one.due_on, one.code) for one in self.model.tasks.values()
        }
        with clock.set_to(self.today):
            counts = group_counts(self.office.specialist, TaskFilter())
            unit = COURT if self.told % 2 else POLICE
            of_unit = TaskFilter(unit=self.office.units[unit].pk)
            record = total_record(period_records(self.office.specialist, of_unit)).counts
        expected = self.model.counts()
        assert {name: counts[name] for name in expected} == expected  # type: ignore[index]
        assert {str(name): record[name] for name in record if name != "repeated"} == self.model.record(unit)

    @invariant()
    def the_meeting_agrees(self) -> None:
        if not self.model.tasks:
            return
        here = self.model.latest
        row = self._row(here)
        with clock.set_to(self.today):
            deck = deck_of(row)
            table = answers_for(self.office.specialist, row)
            left = {one.task.pk for one in unanswered(row)}
            minutes = minutes_of(self.office.specialist, here.pk).decisions
        assert row.state == here.state
        assert [one.task.pk for one in deck.tasks if one.task] == self.model.deck(here)
        assert {one.task.pk: one.decision.kind for one in deck.tasks if one.task and one.decision} == {
            task: one.kind for task, one in here.decisions.items()
        }
        assert left == (self.model.unanswered(here) if here.state != "closed" else set())
        by_code = sorted(here.decisions, key=lambda pk: self.model.tasks[pk].code)
        assert [(one.task_id, one.kind) for one in minutes] == [(pk, here.decisions[pk].kind) for pk in by_code]
        told = {one.task.pk: {said.unit: said.text for said in one.answers} for one in table}
        assert told == (self.model.answers(here) if here.state != "closed" else here.answers_at_close)


@contextmanager
def _rolled_back() -> Iterator[None]:
    """A context whose writes are undone at its end."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


@pytest.mark.usefixtures("db")
def test_the_cycle_agrees_with_a_plain_model(office: Office) -> None:
    class Bound(Cycles):
        pass

    Bound.office = office
    run_state_machine_as_test(
        Bound,
        settings=settings(
            max_examples=int(os.environ.get("GIAOBAN_EXAMPLES", "8")),
            stateful_step_count=40,
            deadline=None,
            suppress_health_check=list(HealthCheck),
        ),
    )
