"""What is done every night: scheduled once, asked for as jobs, and no longer when it is no longer wanted."""

from __future__ import annotations

import ast
from datetime import timedelta

import pytest
from django.utils import timezone
from django.utils.module_loading import import_string
from django_q.models import Schedule

from conftest import Office
from giaoban.audit.models import AuditEvent
from giaoban.committees import daily_check
from giaoban.jobs import daily
from giaoban.jobs.daily import Daily, ask, schedule
from giaoban.jobs.models import Job
from giaoban.jobs.runner import Work, run_waiting
from giaoban.server.preparation import EVERY_NIGHT

SWEEP, CHECK, *_ = EVERY_NIGHT


@pytest.mark.usefixtures("db")
def test_each_is_scheduled_once_and_keeps_its_time() -> None:
    schedule(EVERY_NIGHT)
    first, *rest = Schedule.objects.order_by("pk")
    assert timezone.now() < first.next_run <= timezone.now() + timedelta(days=1)
    assert timezone.localtime(first.next_run).hour == daily.HOUR
    schedule(EVERY_NIGHT)
    assert list(Schedule.objects.order_by("pk")) == [first, *rest]
    schedule([SWEEP])
    assert list(Schedule.objects.all()) == [first]


@pytest.mark.usefixtures("db")
def test_the_schedule_calls_with_what_it_keeps() -> None:
    schedule(EVERY_NIGHT)
    for row in Schedule.objects.all():
        assert import_string(row.func) is ask
        function, is_by_committee = ast.literal_eval(row.args)
        assert Daily(function, is_by_committee) in EVERY_NIGHT
        assert isinstance(import_string(function), Work)


def test_the_sweep_is_one_job_of_the_server(office: Office) -> None:
    assert ask(SWEEP.function, False) == 1
    run_waiting()
    assert [(one.committee_id, one.state) for one in Job.objects.all()] == [(daily.WHOLE_SERVER, "done")]


def test_each_committee_s_chain_is_checked(office: Office, stranger: Office) -> None:
    assert ask(CHECK.function, True) == 2
    run_waiting()
    assert {one.committee_id for one in Job.objects.filter(state="done")} == {
        office.committee.pk,
        stranger.committee.pk,
    }


def test_a_chain_that_is_not_sound_ends_its_job(
    office: Office, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    first = AuditEvent.objects.filter(committee_id=office.committee.pk).order_by("sequence")[0]
    monkeypatch.setattr(daily_check, "verify", lambda committee_id: first)
    ask(CHECK.function, True)
    run_waiting()
    job = Job.objects.get()
    assert (job.state, job.refusal["code"], job.refusal["values"]) == ("failed", "audit.bad_link", {"sequence": 1})
    assert "audit.bad_link" in caplog.text
