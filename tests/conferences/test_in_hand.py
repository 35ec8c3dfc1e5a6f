"""Conferences, decisions, tasks and check-ins driven at random beside a plain model (quality bar D6).

``GIAOBAN_EXAMPLES`` is how many runs are made; without it they are few and always the same: ``GIAOBAN_EXAMPLES=200
pytest tests/conferences/test_in_hand.py`` looks longer. Seen to find, each planted alone: reports, old
tasks, supports, requests or dates left wrong by a decision or its undoing; closing without an answer; a check-in of the
wrong round or of a time between; a first due moved; a part counted overdue or late wrongly.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from datetime import date, timedelta
from typing import Any, TypeVar

import pytest
from django.db import transaction
from django.utils import timezone
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
from conferences.plain_model import ANSWERING, OWING, Cycle, end_of_quarter
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
from giaoban.tasks.models import Assignment, CheckIn, Extension, Task
from giaoban.tasks.queries import group_counts
from giaoban.tasks.queries.records import period_records, total_record
from tasks.conftest import COURT, POLICE, Reviewed, Said, fresh, make_document

START, DUE, FIRST_HELD = date(2024, 4, 1), date(2024, 5, 20), date(2024, 3, 27)
KINDS = ("done", "carried_on", "given_again", "dropped")
T = TypeVar("T")
picks = st.integers(0, 999)
days_ahead = st.none() | st.integers(-3, 90)


def _mostly(pick: int, options: Sequence[T], is_ready: Callable[[T], bool]) -> T:
    """Return an option, five times out of six one that is ready where any is."""
    ready = [one for one in options if is_ready(one)] if pick % 6 != 5 else []
    pool = ready or options
    return pool[pick % len(pool)]


def _is_given(task: plain.Task, part: plain.Part) -> bool:
    return task.is_open and part.state == "assigned"


def _is_answering(task: plain.Task, part: plain.Part) -> bool:
    return task.is_open and part.state in ANSWERING


def _is_reported(task: plain.Task, part: plain.Part) -> bool:
    return task.is_open and part.state == "reported"


def _is_confirmed(task: plain.Task, part: plain.Part) -> bool:
    return part.state == "confirmed"


def _may_ask(task: plain.Task, part: plain.Part) -> bool:
    return _is_answering(task, part) and part.wanted_on is None


def _has_asked(task: plain.Task, part: plain.Part) -> bool:
    return task.is_open and part.wanted_on is not None


#: What units and the office do between meetings, the commoner things more often, and with which parts they can.
OF_UNITS = {
    "accept": _is_given,
    "tell_progress": _is_answering,
    "report": _is_answering,
    "report_at_last": _is_answering,
    "ask_for_longer": _may_ask,
}
OF_OFFICE = {
    "confirm": _is_reported,
    "give_back": _is_reported,
    "answer_a_request": _has_asked,
    "open_again": _is_confirmed,
}


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

    @initialize(stage=st.sampled_from(("given", "told", "meeting", "meeting", "held")), reports=st.integers(0, 31))
    def begin(self, stage: str, reports: int) -> None:
        """Let a first conference be concluded, mostly answered too, and mostly a second one go through the answers.

        Its tasks: one of a day, a monthly one, one that two units lead, one that comes without a day; ``reports`` says
        bit by bit which of the leads have reported as done.
        """
        with clock.set_to(START):
            row = self._plan(FIRST_HELD, Period.parse("2024-Q1"))
            row = meeting.hold_conference(self.office.specialist, row.pk, version=row.version)
        self.model.conferences.append(plain.Conference(row.pk, FIRST_HELD, date(2024, 6, 30), None, "held"))
        self._conclude(
            Said("Bảo đảm an ninh", (POLICE,), due_on=DUE),
            Said("Xét xử lưu động", (COURT,), (POLICE,), due_on=None, due_recurring="monthly"),
            Said("Phối hợp liên ngành", (POLICE, COURT), due_on=None),
            Said("Tuyên truyền pháp luật", (COURT,), due_on=None),
        )
        if stage != "given":
            self._answer(reports)
        if stage in ("meeting", "held"):
            self._move_to(date(2024, 6, 27))
            self.meet(0)
        if stage == "held":
            self.end(0)

    def _answer(self, reports: int) -> None:
        """Let most parts be taken on, some report as done and be confirmed, and others ask for a later due."""
        for _ in range(5):
            self.accept(0)
        self._move_to(date(2024, 5, 15))
        for _ in range(reports.bit_count()):
            self.report(reports)
        for _ in range(reports.bit_count() // 2):
            self.confirm(reports)
        for _ in range(2):
            self.ask_for_longer(0)

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
        task, part = _mostly(pick, parts, lambda one: is_ready(*one))
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

    @rule(pick=picks)
    def a_due_comes(self, pick: int) -> None:
        """Let it be the very day on which something is due."""
        owed = [one.due_on for task in self.model.tasks.values() for one in task.parts.values() if one.state in OWING]
        if owed:
            self._move_to(owed[pick % len(owed)])

    # Units and office

    @rule(what=picks, pick=picks)
    def a_unit_works(self, what: int, pick: int) -> None:
        self._do_one_of(OF_UNITS, what, pick)

    @rule(what=picks, pick=picks)
    def the_office_works(self, what: int, pick: int) -> None:
        self._do_one_of(OF_OFFICE, what, pick)

    def _do_one_of(self, ways: dict[str, Callable[[plain.Task, plain.Part], bool]], what: int, pick: int) -> None:
        """Do something that can be done, mostly."""
        parts = [(task, part) for task in self.model.tasks.values() for part in task.parts.values()]
        name = _mostly(what, list(ways), lambda one: any(ways[one](*part) for part in parts))
        getattr(self, name)(pick)

    def accept(self, pick: int) -> None:
        task, part, row = self._part(pick, _is_given)
        if self._attempt(
            _is_given(task, part),
            lambda: actions.accept_assignment(self._actor(part.unit), row.pk, version=row.version),
        ):
            self.model.step(task, part, "accepted")

    def tell_progress(self, pick: int) -> None:
        task, part, row = self._part(pick, _is_answering)
        text, actor = self._words(), self._actor(part.unit)
        if self._attempt(
            _is_answering(task, part),
            lambda: actions.report_progress(actor, row.pk, version=row.version, text=text, percent=50),
        ):
            self.model.tell(part, text)
            self.model.step(task, part, "in_progress")

    def report(self, pick: int) -> None:
        task, part, row = self._part(pick, _is_answering)
        text, actor = self._words(), self._actor(part.unit)
        if self._attempt(
            _is_answering(task, part),
            lambda: actions.report_done(actor, row.pk, version=row.version, text=text),
        ):
            self.model.report(task, part, text)

    def report_at_last(self, pick: int) -> None:
        """Report after the due, where it is not over yet, so that some are late."""
        if pick % 2:
            self._move_to(self.today + timedelta(days=25))
        self.report(pick)

    def ask_for_longer(self, pick: int) -> None:
        task, part, row = self._part(pick, _may_ask)
        wanted_on = max(part.due_on, self.today) + timedelta(days=pick % 40 - 1 if pick % 5 == 4 else 60)
        actor = self._actor(part.unit)
        if self._attempt(
            _may_ask(task, part) and wanted_on >= self.today and wanted_on > part.due_on,
            lambda: actions.ask_extension(
                actor, row.pk, version=row.version, wanted_on=wanted_on, reason="Chờ văn bản"
            ),
        ):
            part.wanted_on = wanted_on
            self.model.step(task, part, part.state)

    def answer_a_request(self, pick: int) -> None:
        """Grant what was asked for, or a day of the office's own, or refuse."""
        asked = [(task, part) for task in self.model.tasks.values() for part in task.parts.values() if part.wanted_on]
        if not asked:
            return
        task, part = _mostly(pick, asked, lambda one: one[0].is_open)
        row = Extension.objects.get(assignment__task=task.pk, assignment__unit__name=part.unit, decision="asked")
        granted_on = (part.wanted_on, max(part.due_on, self.today) + timedelta(days=pick % 9), None)[pick % 3]
        is_later = granted_on is None or (granted_on >= self.today and granted_on > part.due_on)
        if self._attempt(
            task.is_open and is_later,
            lambda: actions.decide_extension(
                self.office.leader, row.pk, version=row.version, granted_on=granted_on, answer="Ý kiến"
            ),
        ):
            self.model.answer_request(task, part, granted_on)

    def give_back(self, pick: int) -> None:
        task, part, row = self._part(pick, _is_reported)
        if self._attempt(
            _is_reported(task, part),
            lambda: actions.return_report(self.office.leader, row.pk, version=row.version, reason="Thiếu"),
        ):
            self.model.step(task, part, "returned")

    def confirm(self, pick: int) -> None:
        task, part, row = self._part(pick, _is_reported)
        entry = self._attempt(
            _is_reported(task, part),
            lambda: actions.confirm_assignment(self.office.leader, row.pk, version=row.version),
        )
        if entry:
            self.confirmations.append((entry.pk, self.model.confirm(task, part)))

    @precondition(lambda self: self.confirmations)
    @rule()
    def take_a_confirmation_back(self) -> None:
        entry, undo = self.confirmations.pop()
        if self._attempt(undo.is_possible, lambda: undo_decision(self.office.leader, entry)):
            self.model.take_back(undo)

    def open_again(self, pick: int) -> None:
        self._open_again(*self._part(pick, _is_confirmed))

    def _open_again(self, task: plain.Task, part: plain.Part, row: Assignment) -> None:
        if self._attempt(
            _is_confirmed(task, part),
            lambda: actions.reopen_assignment(self.office.leader, row.pk, version=row.version, reason="Phát sinh"),
        ):
            self.model.step(task, part, "returned")

    # Check-ins

    @precondition(lambda self: self.model.has_closed_round_keeper())
    @rule(pick=picks, days=st.integers(35, 100))
    def open_a_monthly_one_again_later(self, pick: int, days: int) -> None:
        """Let months pass over a closed part that checks in, then open it again and see what is asked for."""
        self._move_to(self.today + timedelta(days=days))
        self._open_again(*self._part(pick, lambda task, part: task.is_monthly and _is_confirmed(task, part)))
        self._move_to(self.today + timedelta(days=1))

    @precondition(lambda self: self.model.has_round(lambda one: one.state != "given"))
    @rule(pick=picks)
    def check_in(self, pick: int) -> None:
        is_nothing_new = pick % 4 == 0
        asked = [one for one in self._rounds() if one[2].state != "given"]
        task, part, one, row = _mostly(pick, asked, lambda one: _is_answering(one[0], one[1]))
        text, actor = "" if is_nothing_new else self._words(), self._actor(part.unit)
        if self._attempt(
            _is_answering(task, part),
            lambda: actions.give_check_in(actor, row.pk, version=row.version, text=text, is_nothing_new=is_nothing_new),
        ):
            one.state, one.given_on = "given", self.today
            if text:
                self.model.tell(part, text)
            if part.state == "accepted":
                self.model.step(task, part, "in_progress")

    @precondition(lambda self: self.model.has_round(lambda one: one.state == "given"))
    @rule(pick=picks)
    def give_a_check_in_back(self, pick: int) -> None:
        given = [one for one in self._rounds() if one[2].state == "given"]
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
            here.state, here.closed_after = "closed", self.model.said

    def open_a_closed_one(self, pick: int) -> None:
        here = _mostly(pick, self.model.conferences, lambda one: one.state == "closed")
        if self._attempt(here.state == "closed", lambda: meeting.reopen_conference(self.office.specialist, here.pk)):
            here.state, here.closed_after = "concluded", None

    @precondition(lambda self: self.model.deck(self.model.latest))
    @rule(pick=picks, kind=st.sampled_from(KINDS), days=days_ahead)
    def decide(self, pick: int, kind: str, days: int | None) -> None:
        here = self.model.latest
        self._decide(_mostly(pick, self.model.deck(here), lambda pk: pk not in here.decisions), kind, days)

    @precondition(lambda self: self.model.waiting(self.model.latest))
    @rule(pick=picks, kind=st.sampled_from(KINDS), days=days_ahead)
    def decide_on_what_waits(self, pick: int, kind: str, days: int | None) -> None:
        """Decide on a task of which a report or a request waits for an answer."""
        waiting = self.model.waiting(self.model.latest)
        self._decide(waiting[pick % len(waiting)], kind, days)

    def _decide(self, pk: int, kind: str, days: int | None) -> None:
        here, task = self.model.latest, self.model.tasks[pk]
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
            (one.task_id, one.unit.name): (
                *(one.role, one.state, one.due_on, one.first_due_on, one.is_done_late),
                one.closed_at and timezone.localdate(one.closed_at),
            )
            for one in rows
        } == {
            (task.pk, name): (one.role, one.state, one.due_on, one.first_due_on, one.is_late, one.closed_on)
            for task in self.model.tasks.values()
            for name, one in task.parts.items()
        }
        asked = Extension.objects.filter(decision="asked").values_list(
            "assignment__task", "assignment__unit__name", "wanted_on"
        )
        assert sorted(asked) == sorted(
            (task.pk, name, one.wanted_on)
            for task in self.model.tasks.values()
            for name, one in task.parts.items()
            if one.wanted_on
        )
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
        tasks = Task.objects.values_list("pk", "state", "due_on", "closed_on", "year", "number")
        assert {pk: (*stands, (year, number)) for pk, *stands, year, number in tasks} == {
            one.pk: (one.state, one.due_on, one.closed_on, one.code) for one in self.model.tasks.values()
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
        assert told == self.model.answers(here)


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
            max_examples=int(os.environ.get("GIAOBAN_EXAMPLES", "12")),
            derandomize="GIAOBAN_EXAMPLES" not in os.environ,
            stateful_step_count=40,
            deadline=None,
            suppress_health_check=list(HealthCheck),
        ),
    )
