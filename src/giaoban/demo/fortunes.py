"""What becomes of a unit's part of a task between two conferences: drawn by chance, told as acts on days."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from giaoban.demo.acts import Act
from giaoban.demo.sentences import some
from giaoban.demo.story import DirectiveRow
from giaoban.tasks.models import Assignment
from giaoban.tasks.states import AssignmentState

#: How likely what is, of a part that is due before the units' reports are, and of one that is not.
EARLY = {"in_time": 8, "late": 5, "extended": 4, "refused": 1, "returned": 3, "silent": 1, "withdrawn": 1}
FOR_THE_CONFERENCE = {"in_time": 3, "in_report": 4, "half": 4, "silent": 1, "withdrawn": 1}
#: What goes on after a conference has carried it on ends sooner.
CARRIED = {"in_time": 4, "in_report": 3, "half": 2}

#: Who answers at all has taken the task on after so many days.
ACCEPTED_WITHIN = 6


@dataclass(frozen=True, slots=True)
class Stretch:
    """The days between two conferences in which units work: from the day tasks were given to that of the reports."""

    first: date
    last: date

    @property
    def days(self) -> int:
        """How many days lie between them."""
        return (self.last - self.first).days

    def at(self, share: float, most: date | None = None) -> date:
        """Return the day at a share of the stretch, not after ``most`` and not outside."""
        day = self.first + timedelta(days=int(self.days * share))
        return min(day, self.last, most or self.last)


@dataclass(frozen=True, slots=True)
class Case:
    """A part of a task with all that its acts are told from."""

    rng: Random
    part: Assignment
    row: DirectiveRow
    stretch: Stretch
    is_carried: bool

    def act(self, on: date, verb: str, text: str = "", percent: int = 0, until: date | None = None) -> Act:
        """Return an act of this part, on a day of the stretch."""
        return Act(max(self.stretch.first, min(on, self.stretch.last)), verb, self.part.pk, text, percent, until)

    def some(self, occasion: str) -> str:
        """Return a sentence of an occasion."""
        return some(self.rng, occasion)

    @property
    def did(self) -> str:
        """What the unit says of it once it is done."""
        return self.rng.choice(self.row.did)

    @property
    def so_far(self) -> str:
        """What the unit says of it while it is done."""
        is_lead = self.part.role == Assignment.Role.LEAD
        return self.rng.choice(self.row.so_far) if is_lead else self.some("supported")


def fortune_of(case: Case) -> str:
    """Return which fortune a part has, a name of the tables above."""
    if case.part.task.recurring:
        return "recurring"
    if case.part.role != Assignment.Role.LEAD:
        return "supported"
    if case.is_carried:
        odds = CARRIED
    elif case.part.due_on and case.part.due_on < case.stretch.last - timedelta(days=10):
        odds = EARLY
    else:
        odds = FOR_THE_CONFERENCE
    if case.part.task.assignments.filter(role=Assignment.Role.LEAD).count() > 1:
        # One unit of several does not have the whole task called back.
        odds = {name: weight for name, weight in odds.items() if name != "withdrawn"}
    return case.rng.choices(list(odds), weights=list(odds.values()))[0]


def acts_of(case: Case, fortune: str) -> list[Act]:
    """Return what is done with a part whose fortune was drawn, in the order of its days."""
    if fortune == "silent":
        return []
    first = case.stretch.first + timedelta(days=case.rng.randint(1, ACCEPTED_WITHIN))
    taken = [case.act(first, "accept")] if case.part.state == AssignmentState.ASSIGNED else []
    return taken + _FORTUNES[fortune](case)


def _due(case: Case) -> date:
    return min(case.part.due_on or case.stretch.last, case.stretch.last)


def _middle(case: Case) -> date:
    """Return the day half way to the due, and not before everybody has taken the task on."""
    first = case.stretch.first
    return first + (max(_due(case), first + timedelta(days=16)) - first) / 2


def _half_way(case: Case) -> Act:
    return case.act(_middle(case), "progress", case.so_far, case.rng.choice((30, 40, 50, 60)))


def _done(case: Case, on: date, text: str = "") -> list[Act]:
    """Report it as done, and have it confirmed some days later."""
    confirmed = case.act(on + timedelta(days=case.rng.randint(1, 4)), "confirm", case.some("confirmed"))
    return [case.act(on, "report", text or case.did), confirmed]


def _in_time(case: Case) -> list[Act]:
    return [_half_way(case), *_done(case, _due(case) - timedelta(days=case.rng.randint(0, 6)))]


def _late(case: Case) -> list[Act]:
    return [_half_way(case), *_done(case, _due(case) + timedelta(days=case.rng.randint(2, 9)))]


def _extended(case: Case) -> list[Act]:
    due = _due(case)
    later = min(due + timedelta(days=case.rng.randint(7, 14)), case.stretch.last)
    ask = case.act(due - timedelta(days=4), "ask", case.some("extension_wanted"), until=later)
    grant = case.act(due - timedelta(days=2), "decide", case.some("extension_granted"), until=later)
    return [_half_way(case), ask, grant, *_done(case, later - timedelta(days=1))]


def _refused(case: Case) -> list[Act]:
    due = _due(case)
    ask = case.act(due - timedelta(days=4), "ask", case.some("extension_wanted"), until=due + timedelta(days=10))
    refuse = case.act(due - timedelta(days=2), "decide", case.some("extension_refused"))
    return [ask, refuse, *_done(case, due + timedelta(days=case.rng.randint(3, 8)))]


def _returned(case: Case) -> list[Act]:
    due = _due(case)
    first = case.act(due - timedelta(days=7), "report", case.did)
    back = case.act(due - timedelta(days=5), "return", case.some("returned"))
    return [first, back, *_done(case, due - timedelta(days=1), case.some("sent_again"))]


def _half(case: Case) -> list[Act]:
    return [_half_way(case)]


def _supported(case: Case) -> list[Act]:
    """Who supports is done before who leads."""
    return _done(case, _middle(case) - timedelta(days=1), case.some("supported"))


def _withdrawn(case: Case) -> list[Act]:
    return [case.act(case.stretch.at(0.4), "withdraw", case.some("withdrawn"))]


def _recurring(case: Case) -> list[Act]:
    """Give a check-in at the end of each month or a little later; now and then nothing is new."""
    given, day = [], (case.stretch.first + timedelta(days=ACCEPTED_WITHIN + 2)).replace(day=1)
    while (day := (day + timedelta(days=32)).replace(day=1)) < case.stretch.last - timedelta(days=4):
        text = "" if case.rng.random() < 0.2 else case.so_far
        on = day + timedelta(days=case.rng.choice((-2, -1, -1, 1, 3)))
        given.append(case.act(on, "check_in", text, case.rng.choice((30, 50, 60, 70))))
    return given


_FORTUNES: dict[str, Callable[[Case], list[Act]]] = {
    "in_time": _in_time,
    "late": _late,
    "extended": _extended,
    "refused": _refused,
    "returned": _returned,
    "in_report": _half,
    "half": _half,
    "supported": _supported,
    "withdrawn": _withdrawn,
    "recurring": _recurring,
}
