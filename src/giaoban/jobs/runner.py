"""Running jobs: each acts once, starts again when it was interrupted, and says in words why it stopped.

A job's states: waiting → running → done or failed. What keeps a second run harmless is that every run first claims
the next attempt by one conditional update, that a run which has been overtaken writes no more, and that the work
itself looks at its subject before it writes.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass

from django.db import transaction
from django.utils import timezone
from django.utils.module_loading import import_string
from django_q.exceptions import TimeoutException

from giaoban.jobs.actions import deliver
from giaoban.jobs.models import Job
from giaoban.refusal import Refusal, phrase

MOST_ATTEMPTS = 3
BROKEN = Refusal(
    "jobs.broken", phrase("Hệ thống gặp lỗi khi thực hiện việc này và đã thử lại nhiều lần. Hãy báo quản trị.")
)
TOO_LONG = Refusal("jobs.too_long", phrase("Việc này chạy quá thời gian cho phép nên đã dừng."))

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Run:
    """One attempt at a job, as the work sees it."""

    job_id: int
    committee_id: int
    subject_id: int
    attempt: int

    def progress(self, done: int, total: int) -> None:
        """Show how far the work is: ``done`` steps of ``total``."""
        self.change(done=done, total=total)

    def change(self, **values: object) -> bool:
        """Write to the job's row unless a later attempt has overtaken this one; tells whether it wrote."""
        mine = Job.objects.filter(pk=self.job_id, attempts=self.attempt, state=Job.State.RUNNING)
        return bool(mine.update(changed_at=timezone.now(), **values))


@dataclass(frozen=True, slots=True)
class Work:
    """What a job does, and what is to be noted when it has been given up; ``give_up`` gets the reason."""

    do: Callable[[Run], None]
    give_up: Callable[[Run, Refusal], None]


def run(job_id: int) -> None:
    """Do a job that waits or was interrupted; one that has ended, or does not exist, is left alone.

    A refusal ends the job with its sentence; any other fault is logged and tried again, three attempts in all.
    """
    job = Job.objects.filter(pk=job_id).first()
    if job is None or job.state in (Job.State.DONE, Job.State.FAILED):
        return
    work: Work = import_string(job.function)
    attempt = _claim(job)
    if attempt is None:
        return
    if attempt.attempt > MOST_ATTEMPTS:
        _give_up(attempt, work, BROKEN)
        return
    _attempt(attempt, work)


def run_waiting() -> int:
    """Do in this process every job that waits, oldest first; returns how many. For set-up and tests."""
    count = 0
    while job_id := Job.objects.filter(state=Job.State.WAITING).order_by("pk").values_list("pk", flat=True).first():
        run(job_id)
        count += 1
    return count


def resume_interrupted() -> int:
    """Deliver again what was under way when the only server stopped; returns how many.

    Call at the start of an installation whose jobs run in the server's own process; with workers elsewhere the
    queue redelivers by itself.
    """
    with transaction.atomic():
        interrupted = list(Job.objects.select_for_update().filter(state=Job.State.RUNNING))
        for job in interrupted:
            Job.objects.filter(pk=job.pk).update(state=Job.State.WAITING)
            deliver(job)
    return len(interrupted)


def _claim(job: Job) -> Run | None:
    """Take the job's next attempt; None where another process was quicker."""
    free = Job.objects.filter(pk=job.pk, attempts=job.attempts, state=job.state)
    number = job.attempts + 1
    if not free.update(attempts=number, state=Job.State.RUNNING, done=0, changed_at=timezone.now()):
        return None
    return Run(job.pk, job.committee_id, job.subject_id, number)


def _attempt(attempt: Run, work: Work) -> None:
    try:
        work.do(attempt)
    except Refusal as refusal:
        _give_up(attempt, work, refusal)
    except TimeoutException:
        _give_up(attempt, work, TOO_LONG)
        raise
    except Exception:
        logger.exception("job %s, attempt %s", attempt.job_id, attempt.attempt)
        _try_again(attempt, work)
    else:
        attempt.change(state=Job.State.DONE)


def _try_again(attempt: Run, work: Work) -> None:
    if attempt.attempt >= MOST_ATTEMPTS:
        _give_up(attempt, work, BROKEN)
        return
    with transaction.atomic():
        if attempt.change(state=Job.State.WAITING):
            deliver(Job.objects.get(pk=attempt.job_id))


def _give_up(attempt: Run, work: Work, reason: Refusal) -> None:
    """End the job as failed and let the work note it, both or neither."""
    with transaction.atomic():
        if attempt.change(state=Job.State.FAILED, refusal=reason.kept()):
            work.give_up(attempt, reason)
