"""Rules on dues: how often and how long more time is given, by whom; who is told when."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from conftest import Office
from giaoban.periods import is_working_day
from giaoban.refusal import NotAllowed
from giaoban.tasks.actions import accept_assignment, ask_extension, decide_extension, set_time_rules
from giaoban.tasks.models import Assignment, CheckIn, Extension, Task, TimeRules
from giaoban.tasks.queries import rules_of, time_rules_versions
from giaoban.tasks.refusals import (
    ExtensionsUsedUp,
    ExtensionTooLong,
    LeaderDecides,
    RulesChanged,
    RulesOutOfRange,
    RulesUnchanged,
)
from giaoban.tasks.rules_in_force import FIELDS
from giaoban.tasks.time_rules import (
    Owed,
    Recipient,
    Rules,
    Step,
    day_of,
    latest_extension,
    steps_of,
    time_rules,
    to_tell,
)
from tasks.conftest import Said, fresh

OPEN, ONCE = time_rules()
days = st.dates(date(2023, 1, 1), date(2026, 12, 31)) | st.just(date(2024, 2, 29))


def values(**changes: Any) -> dict[str, Any]:
    """Return the rules to begin with, changed."""
    return {name: getattr(OPEN, name) for name in FIELDS} | changes


def rules(**changes: Any) -> Rules:
    return Rules(id="x", words="", english="", source="", **values(**changes))


def later(office: Office, part: Assignment, wanted_on: date) -> Extension:
    part = fresh(part)
    return ask_extension(office.reporter, part.pk, version=part.version, wanted_on=wanted_on, reason="Mưa")


def test_the_first_rules_hold_until_the_committee_sets_its_own(office: Office, stranger: Office) -> None:
    assert rules_of(office.committee.pk) == OPEN
    made = set_time_rules(office.leader, number=0, values=values(most_extensions=1), basis=" Quy chế số 5 ")
    assert (made.number, made.basis, made.made_by_name) == (1, "Quy chế số 5", office.leader.name)
    assert rules_of(office.committee.pk).most_extensions == 1
    assert rules_of(stranger.committee.pk) == OPEN
    set_time_rules(office.administrator, number=1, values=values(most_extensions=2))
    assert [one.most_extensions for one in time_rules_versions(office.leader)] == [2, 1]
    assert not time_rules_versions(stranger.leader)


def test_it_refuses_what_cannot_be(office: Office) -> None:
    for wrong in ({"most_extensions": 366}, {"tell_after": -1}, {"extension_by": "all"}, {"continuous_rhythm": "week"}):
        with pytest.raises(RulesOutOfRange):
            set_time_rules(office.leader, number=0, values=values(**wrong))
    for actor in (office.specialist, office.reporter, office.superior):
        with pytest.raises(NotAllowed):
            set_time_rules(actor, number=0, values=values())
    set_time_rules(office.leader, number=0, values=values())
    with pytest.raises(RulesChanged):
        set_time_rules(office.leader, number=0, values=values(tell_after=9))
    with pytest.raises(RulesUnchanged):
        set_time_rules(office.leader, number=1, values=values())
    assert TimeRules.objects.count() == 1


def test_more_time_is_given_so_often(office: Office, accepted: Assignment) -> None:
    set_time_rules(office.leader, number=0, values=values(most_extensions=1))
    asked = later(office, accepted, date(2024, 5, 1))
    decide_extension(office.leader, asked.pk, version=1, granted_on=None, answer="Chưa")
    asked = later(office, accepted, date(2024, 5, 1))
    decide_extension(office.specialist, asked.pk, version=1, granted_on=date(2024, 5, 1))
    with pytest.raises(ExtensionsUsedUp):
        later(office, accepted, date(2024, 6, 1))


def test_more_time_is_given_for_so_long(office: Office, accepted: Assignment) -> None:
    set_time_rules(office.leader, number=0, values=values(longest_extension=10))
    with pytest.raises(ExtensionTooLong, match="30/04/2024"):
        later(office, accepted, date(2024, 5, 1))
    asked = later(office, accepted, date(2024, 4, 30))
    with pytest.raises(ExtensionTooLong):
        decide_extension(office.leader, asked.pk, version=1, granted_on=date(2024, 5, 1))
    decide_extension(office.leader, asked.pk, version=1, granted_on=date(2024, 4, 29))


def test_a_leader_alone_decides_where_the_rules_say_so(office: Office, accepted: Assignment) -> None:
    set_time_rules(office.administrator, number=0, values=values(extension_by="leader"))
    asked = later(office, accepted, date(2024, 5, 1))
    with pytest.raises(LeaderDecides):
        decide_extension(office.specialist, asked.pk, version=1, granted_on=date(2024, 5, 1))
    decide_extension(office.leader, asked.pk, version=1, granted_on=date(2024, 5, 1))


def test_continuous_work_is_asked_about_in_the_committee_s_rhythm(
    office: Office, give: Callable[..., list[Task]]
) -> None:
    set_time_rules(office.leader, number=0, values=values(continuous_rhythm="month"))
    give(Said(due_on=None, due_recurring="continuous"))
    assert CheckIn.objects.get().period == "2024-04"


def test_the_longest_extension_in_working_days_leaves_holidays_out() -> None:
    assert latest_extension(rules(longest_extension=2, counts_working_days=True), date(2024, 4, 26)) == date(2024, 5, 3)
    assert latest_extension(rules(longest_extension=2), date(2024, 2, 28)) == date(2024, 3, 1)
    assert latest_extension(OPEN, date(2024, 2, 28)) is None


@pytest.mark.parametrize(
    ("step", "due_on", "working", "on"),
    [
        (-3, date(2024, 3, 1), False, date(2024, 2, 27)),
        (-1, date(2024, 3, 1), False, date(2024, 2, 29)),
        (-3, date(2024, 5, 3), True, date(2024, 4, 25)),
        (0, date(2024, 4, 30), True, date(2024, 4, 26)),
        (0, date(2024, 4, 30), False, date(2024, 4, 30)),
        (1, date(2024, 4, 26), True, date(2024, 5, 2)),
        (1, date(2024, 2, 29), False, date(2024, 3, 1)),
    ],
)
def test_the_day_of_a_step(step: int, due_on: date, working: bool, on: date) -> None:
    assert day_of(Step(step, Recipient.HEAD), due_on, counts_working_days=working) == on


made = st.builds(
    rules,
    remind_before=st.integers(0, 20),
    remind_head=st.booleans(),
    tell_after=st.integers(0, 20),
    counts_working_days=st.booleans(),
)


@settings(deadline=None)
@given(made, days)
def test_steps_come_in_order_and_on_working_days_where_these_count(held: Rules, due_on: date) -> None:
    found = [day_of(one, due_on, counts_working_days=held.counts_working_days) for one in steps_of(held)]
    assert found == sorted(found)
    if held.counts_working_days:
        assert all(map(is_working_day, found))
    for step, on in zip(steps_of(held), found, strict=True):
        assert (on > due_on) == (step.days > 0)


@settings(deadline=None)
@given(made, days, st.integers(-60, 60))
def test_looking_each_day_or_only_at_the_end_tells_the_same_of_what_passed(
    held: Rules, due_on: date, distance: int
) -> None:
    end, owed = due_on + timedelta(days=distance), [Owed(7, due_on)]
    at_once = {one for one in to_tell(held, owed, end) if one.step.days >= 0}
    each_day = {one for back in range(120, -1, -1) for one in to_tell(held, owed, end - timedelta(days=back))}
    assert {one for one in each_day if one.step.days >= 0} == at_once
    assert all(one.on <= end for one in each_day)
    assert len({(one.step, one.owed) for one in each_day}) == len(each_day)


def test_what_is_before_the_due_falls_away_after_it() -> None:
    held = rules(remind_before=3, remind_head=True, tell_after=3)
    due_on = date(2024, 4, 10)

    def told(day: int) -> list[str]:
        return [str(one.step.to) for one in to_tell(held, [Owed(1, due_on)], date(2024, 4, day))]

    assert told(6) == []
    assert told(7) == ["reporter"]
    assert told(10) == ["reporter", "head"]
    assert told(12) == ["head"]
    assert told(13) == ["head", "leader"]


def test_the_other_rules_to_begin_with_allow_one(office: Office, accepted: Assignment) -> None:
    set_time_rules(office.leader, number=0, values={name: getattr(ONCE, name) for name in FIELDS})
    accept = rules_of(office.committee.pk)
    assert (accept.most_extensions, accept.extension_by) == (1, "leader")


def test_rules_that_come_later_do_not_bind_what_was_asked(office: Office, part: Assignment) -> None:
    accept_assignment(office.reporter, part.pk, version=1)
    asked = later(office, part, date(2024, 5, 1))
    set_time_rules(office.leader, number=0, values=values(most_extensions=1))
    decide_extension(office.leader, asked.pk, version=1, granted_on=date(2024, 5, 1))
    assert fresh(part).due_on == date(2024, 5, 1)
