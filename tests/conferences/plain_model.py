"""The cycle of conferences, tasks and check-ins as plain data: the product's rules written a second time, in short.

No database and none of the product's own rules: only days, words for states, and what follows from them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import NamedTuple

OWING = ("assigned", "accepted", "in_progress", "returned")
OPEN = (*OWING, "reported")
CLOSED = ("confirmed", "withdrawn")
ANSWERING = ("accepted", "in_progress", "returned")
LEAST_FAR_FIRST = ("assigned", "returned", "accepted", "in_progress", "reported", "confirmed")
DECIDED_IN = ("meeting", "held", "concluded")
SOON = timedelta(days=7)
DAY = timedelta(days=1)


def end_of_month(day: date) -> date:
    return (day.replace(day=28) + timedelta(days=4)).replace(day=1) - DAY


def end_of_quarter(day: date) -> date:
    return end_of_month(day.replace(day=1, month=(day.month + 2) // 3 * 3))


@dataclass
class Round:
    """A check-in that a unit is asked for."""

    due_on: date
    state: str = "wanted"
    given_on: date | None = None


class Stands(NamedTuple):
    """How a part stood."""

    state: str
    due_on: date
    is_late: bool
    closed_on: date | None


@dataclass
class Part:
    """A unit's part in a task."""

    unit: str
    role: str
    due_on: date
    state: str = "assigned"
    is_late: bool = False
    version: int = 1
    reported_on: date | None = None
    closed_on: date | None = None
    asked_from: date = date.min
    told: list[tuple[int, str]] = field(default_factory=list)
    wanted_on: date | None = None
    rounds: dict[str, Round] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.first_due_on = self.due_on

    def said(self, until: int | None = None) -> str:
        """What it said last, of what was said up to a number: a clock may have been set back."""
        return next((words for number, words in reversed(self.told) if until is None or number <= until), "")

    @property
    def stands(self) -> Stands:
        """What a decision changes and undoing it brings back."""
        return Stands(self.state, self.due_on, self.is_late, self.closed_on)

    def stand(self, stands: Stands) -> None:
        self.state, self.due_on, self.is_late, self.closed_on = stands


@dataclass
class Task:
    """A task of a conclusion; ``place`` is that of its directive in the words."""

    pk: int
    paper: int
    place: int
    code: tuple[int, int]
    parts: dict[str, Part]
    basis: tuple[str, date | None]
    is_monthly: bool
    ahead_begins: date
    version: int = 1
    closed_on: date | None = None

    def __post_init__(self) -> None:
        self.due_on = self.first_due_on = next(iter(self.parts.values())).due_on

    @property
    def leads(self) -> list[Part]:
        """The leads that are not withdrawn."""
        return [one for one in self.parts.values() if one.role == "lead" and one.state != "withdrawn"]

    @property
    def state(self) -> str:
        held = {one.state for one in self.leads}
        return next((one for one in LEAST_FAR_FIRST if one in held), "withdrawn")

    @property
    def is_open(self) -> bool:
        return self.state in OPEN

    @property
    def is_late(self) -> bool:
        return any(one.is_late for one in self.leads)

    @property
    def open_parts(self) -> list[Part]:
        return [one for one in self.parts.values() if one.state in OPEN]

    @property
    def silent(self) -> list[Part]:
        """The leads that have said nothing, where somebody still answers for the task."""
        return [one for one in self.leads if not one.said()]

    def owed_rounds(self) -> list[Round]:
        if not self.is_open:
            return []
        owing = [one for one in self.parts.values() if one.state in OWING]
        return [one for part in owing for one in part.rounds.values() if one.state != "given"]

    def is_missed(self, part: Part, today: date) -> bool:
        """Whether a round of the part was told after its day, or not told though work went on beyond it."""
        return any(self._was_late(part, one, today) for one in part.rounds.values())

    def _was_late(self, part: Part, one: Round, today: date) -> bool:
        if one.given_on is not None and one.given_on > one.due_on:
            return True
        ends = [self.closed_on, part.closed_on]
        ends += [part.reported_on] if part.state in ("reported", "confirmed") else []
        had_ended = any(end is not None and end <= one.due_on for end in ends)
        return one.state != "given" and one.due_on < today and not had_ended


@dataclass
class Undo:
    """What taking something back needs: the parts as they stood, and that nobody has touched them since."""

    task: Task
    parts: list[tuple[Part, Stands, int]]
    follower: Task | None = None
    basis: tuple[str, date | None] | None = None
    task_version: int = 0
    requests: list[tuple[Part, date]] = field(default_factory=list)

    @property
    def is_possible(self) -> bool:
        if self.basis is not None and self.task.version != self.task_version:
            return False
        if any(part.wanted_on is not None for part, _ in self.requests):
            return False
        followers = self.follower.parts.values() if self.follower else ()
        return all(part.version == version for part, _, version in self.parts) and all(
            one.version == 1 for one in followers
        )


@dataclass
class Decision:
    """The chair's; ``undo`` is None where the task had been done before and stays as it is."""

    kind: str
    undo: Undo | None


@dataclass
class Conference:
    """A conference; ``paper`` numbers its conclusion, None until it has one."""

    pk: int
    held_on: date
    ahead_ends: date
    previous: Conference | None
    state: str = "meeting"
    paper: int | None = None
    decisions: dict[int, Decision] = field(default_factory=dict)
    made_here: set[int] = field(default_factory=set)
    closed_after: int | None = None


def _waits(part: Part) -> bool:
    return part.state == "reported" or part.wanted_on is not None


class Cycle:
    """Everything that there is, and what may be done with it."""

    def __init__(self, today: date) -> None:
        self.today = today
        self.tasks: dict[int, Task] = {}
        self.conferences: list[Conference] = []
        self.ahead_of_paper: dict[int, date] = {}
        self.said = 0

    @property
    def latest(self) -> Conference:
        return self.conferences[-1]

    def next_code(self) -> tuple[int, int]:
        year = self.today.year
        return year, 1 + max((one.code[1] for one in self.tasks.values() if one.code[0] == year), default=0)

    def add(self, task: Task) -> None:
        self.tasks[task.pk] = task
        self._ask(task)

    def _ask(self, task: Task) -> None:
        for part in task.open_parts if task.is_monthly and task.is_open else ():
            last = max((one.due_on for one in part.rounds.values()), default=None)
            first = max(last + DAY, min(part.asked_from, self.today)) if last else max(self.today, task.ahead_begins)
            while last is None or last < self.today:
                last = end_of_month(first)
                part.rounds[f"{last:%Y-%m}"] = Round(last)
                first = last + DAY

    def open_rounds(self) -> None:
        """Do what the night's job does."""
        for task in self.tasks.values():
            self._ask(task)

    @contextmanager
    def changing(self, task: Task) -> Iterator[None]:
        """Change parts of a task; what follows from it is brought up to date at the end."""
        was_open, states = task.is_open, {one.unit: one.state for one in task.parts.values()}
        yield
        task.closed_on = None if task.is_open else task.closed_on or self.today
        for part in task.open_parts if task.is_open else ():
            if not was_open or states[part.unit] in CLOSED:
                part.asked_from = self.today
        owing = [one.due_on for one in task.leads if one.state in OWING]
        if task.leads:
            task.due_on = min(owing) if owing else max(one.due_on for one in task.leads)

    def step(self, task: Task, part: Part, state: str) -> None:
        """Bring a part into a state by one action."""
        with self.changing(task):
            part.version += 1
            self._enter(part, state)

    def _enter(self, part: Part, state: str) -> None:
        part.state = state
        part.closed_on = self.today if state in CLOSED else None
        if state in CLOSED or state == "reported":
            part.wanted_on = None

    def answer_request(self, task: Task, part: Part, granted_on: date | None) -> None:
        """Answer a request for a later due; a lead's takes the supports along, who have at least as long."""
        part.wanted_on = None
        if granted_on is None:
            return
        along = [one for one in task.open_parts if one.role == "support"] if part.role == "lead" else []
        with self.changing(task):
            for one in along:
                self._move_due(one, max(one.due_on, granted_on))
            self._move_due(part, granted_on)

    def _move_due(self, part: Part, day: date) -> None:
        part.version += part.due_on != day
        part.due_on = day

    def report(self, task: Task, part: Part, text: str) -> None:
        part.is_late, part.reported_on = self.today > part.due_on, self.today
        self.tell(part, text)
        self.step(task, part, "reported")

    def confirm(self, task: Task, part: Part) -> Undo:
        before = part.stands
        self.step(task, part, "confirmed")
        return Undo(task, [(part, before, part.version)])

    def take_back(self, undo: Undo) -> None:
        if undo.follower is not None:
            with self.changing(undo.follower):
                for part in undo.follower.parts.values():
                    part.version += 1
                    self._enter(part, "withdrawn")
        with self.changing(undo.task):
            for part, before, _ in undo.parts:
                part.version += 1
                part.stand(before)
            for part, wanted_on in undo.requests:
                part.wanted_on = wanted_on
            if undo.basis is not None:
                undo.task.basis = undo.basis
                undo.task.version += 1

    def may_decide(self, conference: Conference, task: Task, kind: str, new_due: date) -> bool:
        if conference.state not in DECIDED_IN or task.pk in conference.decisions or task.state == "withdrawn":
            return False
        if kind in ("carried_on", "given_again"):
            return new_due >= self.today
        return task.is_open or kind == "done"

    def decide(self, conference: Conference, task: Task, kind: str, new_due: date, has_day: bool) -> None:
        """Write a decision into the task; what is given again is added by the caller with :meth:`give_again`."""
        if kind == "done" and task.state == "confirmed":
            conference.decisions[task.pk] = Decision(kind, None)
            return
        before = [(part, part.stands) for part in task.parts.values()]
        asked = [(part, part.wanted_on) for part in task.parts.values()]
        with self.changing(task):
            _DECIDE[kind](self, task, new_due)
        task.version += 1
        undo = Undo(task, [], task_version=task.version)
        undo.requests = [(part, day) for part, day in asked if day is not None and part.wanted_on is None]
        for part, stood in before:
            if part.stands != stood:
                part.version += 1
                undo.parts.append((part, stood, part.version))
        basis: tuple[str, date | None] = ("date", None) if has_day else ("conference", new_due)
        if kind == "carried_on" and task.basis != basis:
            undo.basis, task.basis = task.basis, basis
        conference.decisions[task.pk] = Decision(kind, undo)

    def _done(self, task: Task, new_due: date) -> None:
        for part in task.leads:
            if part.state in OPEN:
                if part.state != "reported":
                    part.is_late = task.basis[0] != "conference" and self.today > part.due_on
                self._enter(part, "confirmed")

    def _carried_on(self, task: Task, new_due: date) -> None:
        was_confirmed = task.state == "confirmed"
        for part in task.leads:
            if part.state == "reported" or (was_confirmed and part.state == "confirmed"):
                self._enter(part, "returned")
        for part in task.open_parts:
            part.due_on, part.wanted_on = new_due, None

    def _withdrawn(self, task: Task, new_due: date) -> None:
        for part in task.open_parts:
            self._enter(part, "withdrawn")

    def deck(self, conference: Conference) -> list[int]:
        """The tasks that a meeting goes through: the last conclusion's in its order, then what earlier ones left."""
        last = conference.previous.paper if conference.previous else None
        stood = [one for one in self.tasks.values() if one.pk not in conference.made_here]
        of_last = sorted((one for one in stood if one.paper == last), key=lambda one: (one.place, one.pk))
        before = {one.paper for one in self.conferences if one.held_on < conference.held_on} - {last, None}
        left = [one for one in stood if one.paper in before and self._was_left(conference, one)]
        return [one.pk for one in [*of_last, *sorted(left, key=lambda one: one.code)]]

    def _was_left(self, conference: Conference, task: Task) -> bool:
        return task.closed_on is None or task.closed_on >= conference.held_on or task.pk in conference.decisions

    def unanswered(self, conference: Conference) -> set[int]:
        rows = (self.tasks[pk] for pk in self.deck(conference) if pk not in conference.decisions)
        return {one.pk for one in rows if one.is_open and one.silent}

    def waiting(self, conference: Conference) -> list[int]:
        """The tasks that a meeting has yet to decide on, of which a report or a request waits for an answer."""
        if conference.state not in DECIDED_IN:
            return []
        left = [self.tasks[pk] for pk in self.deck(conference) if pk not in conference.decisions]
        parts = {one.pk: [part for part in one.open_parts if one.is_open] for one in left}
        return [pk for pk, open_ones in parts.items() if any(_waits(one) for one in open_ones)]

    def has_closed_round_keeper(self) -> bool:
        return any(
            part.state == "confirmed" for task in self.tasks.values() if task.is_monthly for part in task.parts.values()
        )

    def has_round(self, is_wanted: Callable[[Round], bool]) -> bool:
        parts = [part for task in self.tasks.values() for part in task.parts.values()]
        return any(is_wanted(one) for part in parts for one in part.rounds.values())

    def tell(self, part: Part, text: str) -> None:
        """Keep what a unit says of its part, with its number among all that was ever said."""
        self.said += 1
        part.told.append((self.said, text))

    def answers(self, conference: Conference) -> dict[int, dict[str, str]]:
        """What units said to a conference; once it is closed nothing is said to it any more."""
        told = {
            pk: {one.unit: one.said(conference.closed_after) for one in self._live(pk)} for pk in self.deck(conference)
        }
        return {pk: {unit: words for unit, words in said.items() if words} for pk, said in told.items()}

    def _live(self, pk: int) -> list[Part]:
        parts = list(self.tasks[pk].parts.values())
        return [one for one in parts if one.state != "withdrawn"] or parts

    def counts(self) -> dict[str, int]:
        """The counts of the list of tasks."""
        tasks, today = list(self.tasks.values()), self.today
        owing = [one for one in tasks if one.state in OWING]
        rounds = [min((r.due_on for r in one.owed_rounds()), default=date.max) for one in tasks]
        return {
            "open": sum(one.is_open for one in tasks),
            "overdue": sum(one.due_on < today for one in owing),
            "soon": sum(today <= one.due_on <= today + SOON for one in owing),
            "reported": sum(one.is_open and any(p.state == "reported" for p in one.parts.values()) for one in tasks),
            "unanswered": sum(one.state == "assigned" for one in tasks),
            "returned": sum(one.state == "returned" for one in tasks),
            "check_in": sum(day <= today + SOON for day in rounds),
            "done": sum(one.state == "confirmed" for one in tasks),
            "done_late": sum(one.state == "confirmed" and one.is_late for one in tasks),
            "later": sum(one.due_on > one.first_due_on for one in tasks),
            "withdrawn": sum(one.state == "withdrawn" for one in tasks),
            "all": len(tasks),
        }

    def record(self, unit: str) -> dict[str, int]:
        """The counts of a unit's record over all periods."""
        held = [(one, one.parts[unit]) for one in self.tasks.values() if unit in one.parts]

        def count(of: Callable[[Task, Part], bool]) -> int:
            return sum(of(task, part) for task, part in held)

        def is_now(state: str) -> Callable[[Task, Part], bool]:
            return lambda task, part: part.state == state or (part.state in OPEN and task.state == state)

        is_done = is_now("confirmed")
        return {
            "all": len(held),
            "open": count(lambda task, part: task.is_open and part.state in OPEN),
            "overdue": count(lambda task, part: task.is_open and part.state in OWING and part.due_on < self.today),
            "done_late": count(lambda task, part: is_done(task, part) and part.is_late),
            "done_in_time": count(lambda task, part: is_done(task, part) and not part.is_late),
            "withdrawn": count(is_now("withdrawn")),
            "later": count(lambda task, part: part.due_on > part.first_due_on),
            "missed": count(lambda task, part: task.is_missed(part, self.today)),
        }


_DECIDE: dict[str, Callable[[Cycle, Task, date], None]] = {
    "done": Cycle._done,
    "carried_on": Cycle._carried_on,
    "given_again": Cycle._withdrawn,
    "dropped": Cycle._withdrawn,
}
