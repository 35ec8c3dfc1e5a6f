"""Tasks of the last conclusion without a word of their leads, and reminding all that is owed."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from conferences.cast import concluded, planned
from conftest import Office
from giaoban.audit import clock
from giaoban.conferences.actions import Reminded, invite_units, remind_owing
from giaoban.conferences.models import Conference
from giaoban.conferences.queries import report_rows, unanswered_tasks
from giaoban.conferences.refusals import ConferenceRefusal
from giaoban.refusal import NotAllowed, NotFound
from giaoban.tasks.actions import accept_assignment, report_progress
from giaoban.tasks.models import Assignment, Entry

POLICE = "Công an thị xã"


@pytest.fixture(autouse=True)
def _own_files(settings: Any, tmp_path: Any) -> Any:
    settings.FILES_ROOT = tmp_path / "files"
    with clock.set_to(date(2024, 6, 17)):
        yield


@pytest.fixture
def second(office: Office) -> Conference:
    """The conference that goes through the first one's conclusion."""
    concluded(office)
    return planned(
        office, reviewed="2024-Q2", ahead="2024-Q3", held_on=date(2024, 6, 27), reports_due_on=date(2024, 6, 18)
    )


def _say(office: Office) -> None:
    part = Assignment.objects.get(unit=office.units[POLICE])
    accept_assignment(office.reporter, part.pk, version=part.version)
    part.refresh_from_db()
    report_progress(office.reporter, part.pk, version=part.version, text="Đang làm", percent=10)


def test_what_was_answered_is_left_out(office: Office, second: Conference) -> None:
    before = unanswered_tasks(office.specialist, second)
    assert [[str(unit) for unit in one.units] for one in before] == [[POLICE], ["Tòa án nhân dân thị xã"]]
    _say(office)
    assert len(unanswered_tasks(office.specialist, second)) == 1


def test_a_first_conference_has_none(office: Office) -> None:
    assert unanswered_tasks(office.specialist, planned(office)) == []


def test_everybody_who_owes_is_reminded(office: Office, second: Conference) -> None:
    invite_units(office.specialist, second.pk, [office.units[POLICE].pk])
    assert remind_owing(office.specialist, second.pk, text="Gửi trước 18/6") == Reminded(1, 2)
    assert {row.report.reminded_at for row in report_rows(office.specialist, second)} == {clock.now()}
    assert {one.text for one in Entry.objects.filter(kind="reminded")} == {"Gửi trước 18/6"}
    assert remind_owing(office.specialist, second.pk, with_tasks=False) == Reminded(1, 0)


def test_nobody_to_remind_and_nobody_else_reminds(office: Office, stranger: Office, second: Conference) -> None:
    with pytest.raises(ConferenceRefusal):
        remind_owing(office.specialist, planned(office, kind="extraordinary", reviewed="", ahead="").pk)
    with pytest.raises(NotAllowed):
        remind_owing(office.leader, second.pk)
    with pytest.raises(NotFound):
        remind_owing(stranger.specialist, second.pk)
