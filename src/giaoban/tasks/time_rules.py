"""Rules on dues (quy định về thời hạn): how often and how long more time is given, by whom, who is told when. No query.

>>> from datetime import date
>>> latest_extension(time_rules()[1], date(2024, 4, 26))
datetime.date(2024, 6, 11)
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from functools import cache

from giaoban.committees.actors import Actor, Right
from giaoban.facts import load
from giaoban.periods import add_working_days
from giaoban.periods.working_days import national


@dataclass(frozen=True, slots=True)
class Rules:
    """A committee's rules on dues; the fields are those of ``data/time_rules.toml``, 0 where there is no limit."""

    id: str
    words: str
    english: str
    most_extensions: int
    longest_extension: int
    extension_by: str
    counts_working_days: bool
    remind_before: int
    remind_head: bool
    tell_after: int
    continuous_rhythm: str
    source: str


class Recipient(StrEnum):
    """Who is told of a due that comes or has passed: in the unit the reporter, its head; the committee's leader."""

    REPORTER = "reporter"
    HEAD = "head"
    LEADER = "leader"


@dataclass(frozen=True, slots=True)
class Step:
    """Who is told so many days after the due; before it where ``days`` is negative."""

    days: int
    to: Recipient


@dataclass(frozen=True, slots=True)
class Owed:
    """A part in which its unit owes something by a day: the work itself, or one check-in."""

    assignment_id: int
    due_on: date
    check_in_id: int | None = None


@dataclass(frozen=True, slots=True)
class Told:
    """Somebody to be told of what is owed: ``on`` is the day on which the rules say so."""

    owed: Owed
    step: Step
    on: date


@cache
def time_rules() -> tuple[Rules, ...]:
    """Return the rules that a committee can begin with; the first hold until it sets its own."""
    return load("giaoban.tasks", "time_rules", Rules)


def latest_extension(rules: Rules, due_on: date) -> date | None:
    """Return the last day to which a due may be moved at once, None where the rules set no longest extension."""
    if not rules.longest_extension:
        return None
    if rules.counts_working_days:
        return add_working_days(due_on, rules.longest_extension)
    return due_on + timedelta(days=rules.longest_extension)


def is_used_up(rules: Rules, granted: int) -> bool:
    """Return whether a part that was extended so often may not be extended again."""
    return bool(rules.most_extensions) and granted >= rules.most_extensions


def may_decide_extension(actor: Actor, rules: Rules) -> bool:
    """Return whether the actor may grant or refuse more time: where only a leader may, the right on dues is wanted."""
    return actor.may(Right.TASKS_DECIDE) and (rules.extension_by == "office" or actor.may(Right.DUES_RULE))


def steps_of(rules: Rules) -> tuple[Step, ...]:
    """Return who is told when, the earliest first."""
    before = [Step(-rules.remind_before, Recipient.REPORTER)] if rules.remind_before else []
    on_due = [Step(0, Recipient.HEAD)] if rules.remind_head else []
    after = [Step(rules.tell_after, Recipient.LEADER)] if rules.tell_after else []
    return (*before, *on_due, *after)


def day_of(step: Step, due_on: date, *, counts_working_days: bool) -> date:
    """Return the day of a step. In working days that of the due itself is the last working day up to it."""
    if not counts_working_days:
        return due_on + timedelta(days=step.days)
    if step.days == 0 and not national().is_working_day(due_on):
        return add_working_days(due_on, -1)
    return add_working_days(due_on, step.days)


def to_tell(rules: Rules, owed: Iterable[Owed], today: date) -> list[Told]:
    """Return who must have been told by today of what is still owed.

    The steps before the due fall away once it has passed; the others stand however late they are looked at, so that a
    day on which nothing ran loses none.
    """
    return [told for one in owed for told in _told(rules, one, today)]


def _told(rules: Rules, owed: Owed, today: date) -> Iterable[Told]:
    for step in steps_of(rules):
        on = day_of(step, owed.due_on, counts_working_days=rules.counts_working_days)
        if on <= today and (step.days >= 0 or today <= owed.due_on):
            yield Told(owed, step, on)
