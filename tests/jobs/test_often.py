"""Work looked for every few minutes: scheduled once, asked for only where there is some."""

from __future__ import annotations

import pytest
from django_q.models import Schedule

from giaoban.jobs import often
from giaoban.jobs.models import Job
from giaoban.jobs.often import Often

HERE = "jobs.test_often"


def two_committees() -> list[int]:
    """Return the committees that have work in these tests."""
    return [3, 5]


@pytest.mark.django_db
def test_what_is_wanted_is_scheduled_once_and_what_is_not_is_dropped() -> None:
    for minutes in (5, 10):
        often.schedule([Often("a.WORK", "a.find", minutes)])
    assert Schedule.objects.get(func=often.ASKER).minutes == 10
    often.schedule([])
    assert not Schedule.objects.filter(func=often.ASKER).exists()


@pytest.mark.django_db
def test_each_committee_with_work_is_asked_for_once() -> None:
    assert often.ask("a.WORK", f"{HERE}.two_committees") == 2
    often.ask("a.WORK", f"{HERE}.two_committees")
    assert sorted(Job.objects.values_list("committee_id", flat=True)) == [3, 5]
