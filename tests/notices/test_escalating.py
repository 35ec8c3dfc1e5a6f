"""The steps of escalation as notices: to whom the rules say, once, while something is owed."""

from __future__ import annotations

from datetime import date

from conftest import Office
from giaoban.audit import clock
from giaoban.committees.actors import the_system
from giaoban.notices.models import Notice
from giaoban.notices.telling import tell
from giaoban.tasks.actions import make_escalations, report_done
from giaoban.tasks.models import Assignment
from notices.test_telling import told


def test_each_step_is_told_to_whom_it_is_for(office: Office, accepted: Assignment) -> None:
    for day in (date(2024, 4, 19), date(2024, 4, 20), date(2024, 5, 10), date(2024, 5, 11)):
        with clock.set_to(day):
            make_escalations(the_system(office.committee.pk))
            tell(office.committee.pk)
    assert told(office.reporter) == ["task_given", "due_near", "due_today", "overdue"]
    assert told(office.leader) == ["overdue"]
    assert {one.values["due"] for one in Notice.objects.filter(kind="overdue")} == {"2024-04-20"}


def test_what_was_reported_meanwhile_is_not_told(office: Office, accepted: Assignment) -> None:
    with clock.set_to(date(2024, 5, 10)):
        make_escalations(the_system(office.committee.pk))
        report_done(office.reporter, accepted.pk, version=accepted.version, text="Xong")
        tell(office.committee.pk)
    assert "overdue" not in told(office.leader)
