"""The weekly sheet: what stands on it, and who may have which unit's."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from conferences.cast import planned
from conftest import Office
from giaoban.conferences import actions as conferences
from giaoban.notices.weekly import MOST_LINES, weekly_sheet, weekly_units
from giaoban.refusal import NotAllowed, NotFound
from giaoban.tasks.models import Task
from tasks.conftest import COURT, POLICE, Said

Give = Callable[..., list[Task]]


def test_a_sheet_tells_what_is_late_due_and_waiting(office: Office, give: Give) -> None:
    late, due, later = give(
        Said(due_on=date(2024, 3, 31)), Said(due_on=date(2024, 4, 14)), Said(due_on=date(2024, 4, 15))
    )
    sheet = weekly_sheet(office.reporter, office.units[POLICE].pk)
    assert [one.task for one in sheet.late.parts] == [late]
    assert [one.task for one in sheet.due.parts] == [due]
    assert [one.task for one in sheet.unanswered.parts] == [late, due, later]
    assert (sheet.first_day, sheet.last_day) == (date(2024, 4, 1), date(2024, 4, 14))


def test_the_next_conference_stands_on_it(office: Office) -> None:
    conference = planned(office, held_on=date(2024, 4, 10), reports_due_on=date(2024, 4, 5))
    conferences.invite_units(office.specialist, conference.pk, [office.units[POLICE].pk])
    sheet = weekly_sheet(office.specialist, office.units[POLICE].pk)
    assert sheet.conference == conference
    assert sheet.report is not None
    assert weekly_sheet(office.specialist, office.units[COURT].pk).conference is None


def test_what_does_not_fit_on_the_page_is_counted(office: Office, give: Give) -> None:
    give(*(Said(due_on=date(2024, 3, 31)) for _ in range(MOST_LINES + 2)))
    late = weekly_sheet(office.reporter, office.units[POLICE].pk).late
    assert (len(late.parts), late.more) == (MOST_LINES, 2)


def test_a_reporter_has_the_own_unit_and_the_office_every_unit(office: Office, stranger: Office) -> None:
    assert [one.name for one in weekly_units(office.reporter)] == [POLICE]
    assert len(weekly_units(office.specialist)) == len(office.units)
    for actor, unit in ((office.reporter, office.units[COURT]), (office.specialist, stranger.units[POLICE])):
        with pytest.raises(NotFound):
            weekly_sheet(actor, unit.pk)


def test_an_administrator_and_the_level_above_have_none(office: Office) -> None:
    for actor in (office.administrator, office.superior):
        with pytest.raises(NotAllowed):
            weekly_units(actor)
