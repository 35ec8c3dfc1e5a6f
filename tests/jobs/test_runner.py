"""Jobs act once, start again when interrupted, and say why they stopped."""

from __future__ import annotations

import pytest
from django_q.models import OrmQ

from giaoban.jobs import runner
from giaoban.jobs.actions import enqueue
from giaoban.jobs.models import Job
from giaoban.jobs.queries import latest_job
from giaoban.jobs.runner import MOST_ATTEMPTS, Run, Work, resume_interrupted, run, run_waiting
from giaoban.refusal import Refusal

NAME = f"{__name__}.WORK"


class Desk:
    """What the test's work does, and what it has noted."""

    def __init__(self) -> None:
        self.done: list[int] = []
        self.given_up: list[str] = []
        self.fault: BaseException | None = None

    def do(self, attempt: Run) -> None:
        attempt.progress(1, 2)
        if self.fault is not None:
            raise self.fault
        self.done.append(attempt.subject_id)

    def give_up(self, attempt: Run, reason: Refusal) -> None:
        self.given_up.append(reason.code)


desk = Desk()
WORK = Work(do=lambda attempt: desk.do(attempt), give_up=lambda attempt, reason: desk.give_up(attempt, reason))


@pytest.fixture(autouse=True)
def fresh_desk(db: object) -> None:
    desk.done, desk.given_up, desk.fault = [], [], None


def test_it_works() -> None:
    job = enqueue(1, NAME, 7)
    assert OrmQ.objects.count() == 1
    assert run_waiting() == 1
    job.refresh_from_db()
    assert (job.state, job.done, job.total, job.attempts, desk.done) == ("done", 1, 2, 1, [7])


def test_a_finished_job_does_nothing_again() -> None:
    job = enqueue(1, NAME, 7)
    run(job.pk)
    run(job.pk)
    assert desk.done == [7]


def test_one_that_waits_is_not_asked_twice() -> None:
    assert enqueue(1, NAME, 7) == enqueue(1, NAME, 7)
    assert OrmQ.objects.count() == 1


def test_an_interrupted_one_starts_again() -> None:
    job = enqueue(1, NAME, 7)
    Job.objects.filter(pk=job.pk).update(state=Job.State.RUNNING, attempts=1)
    run(job.pk)
    job.refresh_from_db()
    assert (job.state, job.attempts, desk.done) == ("done", 2, [7])


def test_what_the_server_left_is_resumed_at_its_start() -> None:
    job = enqueue(1, NAME, 7)
    Job.objects.filter(pk=job.pk).update(state=Job.State.RUNNING, attempts=1)
    assert resume_interrupted() == 1
    assert OrmQ.objects.count() == 2
    run_waiting()
    assert desk.done == [7]


def test_a_refusal_ends_it_with_its_words() -> None:
    desk.fault = Refusal("tests.no", "Không đọc được “%(name)s”.", name="a")
    job = enqueue(1, NAME, 7)
    run_waiting()
    job.refresh_from_db()
    assert (job.state, str(Refusal.of(job.refusal)), job.attempts) == ("failed", "Không đọc được “a”.", 1)
    assert desk.given_up == ["tests.no"]


def test_a_fault_is_tried_three_times_and_logged(caplog: pytest.LogCaptureFixture) -> None:
    desk.fault = ZeroDivisionError()
    job = enqueue(1, NAME, 7)
    assert run_waiting() == MOST_ATTEMPTS
    job.refresh_from_db()
    assert (job.state, job.refusal, job.attempts) == ("failed", runner.BROKEN.kept(), MOST_ATTEMPTS)
    assert desk.given_up == ["jobs.broken"]
    assert "ZeroDivisionError" in caplog.text


def test_one_whose_process_was_killed_each_time_is_given_up() -> None:
    job = enqueue(1, NAME, 7)
    Job.objects.filter(pk=job.pk).update(state=Job.State.RUNNING, attempts=MOST_ATTEMPTS)
    run(job.pk)
    job.refresh_from_db()
    assert (job.state, desk.done, desk.given_up) == ("failed", [], ["jobs.broken"])


def test_a_run_that_was_overtaken_writes_no_more() -> None:
    job = enqueue(1, NAME, 7)
    late = Run(job.pk, 1, 7, attempt=1)
    Job.objects.filter(pk=job.pk).update(state=Job.State.RUNNING, attempts=2)
    assert not late.change(state=Job.State.DONE)
    job.refresh_from_db()
    assert job.state == "running"


def test_the_latest_job_of_a_subject_is_found() -> None:
    first = enqueue(1, NAME, 7)
    run(first.pk)
    second = enqueue(1, NAME, 7)
    enqueue(2, NAME, 7)
    assert latest_job(1, NAME, 7) == second
    assert latest_job(1, NAME, 8) is None
