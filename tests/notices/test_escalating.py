"""The steps of escalation as notices: to whom the rules say, once, while something is owed."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from conftest import Office
from giaoban.audit import clock
from giaoban.committees.actions import add_role, mark_head
from giaoban.committees.actors import Actor, the_system
from giaoban.committees.models import Member
from giaoban.notices.models import Notice
from giaoban.notices.telling import tell
from giaoban.tasks.actions import accept_assignment, give_check_in, make_escalations, report_done
from giaoban.tasks.models import Assignment, Task
from giaoban.tasks.queries import owed_check_ins, standing_escalations, to_press
from notices.test_telling import told
from tasks.conftest import Said


def test_each_step_is_told_to_whom_it_is_for(office: Office, accepted: Assignment) -> None:
    for day in (date(2024, 4, 19), date(2024, 4, 20), date(2024, 5, 10), date(2024, 5, 11)):
        with clock.set_to(day):
            make_escalations(the_system(office.committee.pk))
            tell(office.committee.pk)
    assert told(office.reporter) == ["task_given", "due_near", "due_today", "overdue"]
    assert told(office.leader) == ["overdue"]
    assert {one.values["due"] for one in Notice.objects.filter(kind="overdue")} == {"2024-04-20"}


def test_the_head_is_told_on_the_due_and_reporters_of_a_unit_without_one(office: Office, accepted: Assignment) -> None:
    made = add_role(office.administrator, _member(office.leader).pk, "reporter", office.reporter.unit_id)
    mark_head(office.administrator, made.pk, made.version, is_head=True)
    for day in (date(2024, 4, 19), date(2024, 4, 20)):
        with clock.set_to(day):
            make_escalations(the_system(office.committee.pk))
            tell(office.committee.pk)
    assert Notice.objects.get(kind="due_near").member.user_id == office.reporter.user_id
    assert Notice.objects.get(kind="due_today").member == made
    assert "due_today" not in told(office.reporter)


def test_late_check_ins_are_told_by_the_same_steps(office: Office, give: Callable[..., list[Task]]) -> None:
    part = give(Said(due_on=date(2024, 9, 30), due_recurring="monthly"))[0].assignments.get()
    for day in (date(2024, 4, 27), date(2024, 4, 30), date(2024, 5, 3), date(2024, 5, 4)):
        with clock.set_to(day):
            make_escalations(the_system(office.committee.pk))
            tell(office.committee.pk)
    assert told(office.reporter) == ["task_given", "check_in_near", "check_in_today", "check_in_late"]
    assert told(office.leader) == ["check_in_late"]
    assert not to_press(office.specialist)
    with clock.set_to(date(2024, 5, 4)):
        assert [one.is_told for one in owed_check_ins(office.leader)] == [True]
        accept_assignment(office.reporter, part.pk, version=1)
        give_check_in(office.reporter, part.check_ins.get().pk, version=1, text="Muộn")
    assert not standing_escalations(office.leader)


def _member(actor: Actor) -> Member:
    return Member.objects.get(user_id=actor.user_id)


def test_what_was_reported_meanwhile_is_not_told(office: Office, accepted: Assignment) -> None:
    with clock.set_to(date(2024, 5, 10)):
        make_escalations(the_system(office.committee.pk))
        report_done(office.reporter, accepted.pk, version=accepted.version, text="Xong")
        tell(office.committee.pk)
    assert "overdue" not in told(office.leader)
