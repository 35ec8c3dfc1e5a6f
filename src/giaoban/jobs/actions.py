"""Asking for background work: in the caller's transaction, so that what was not kept is never worked on."""

from __future__ import annotations

from django_q.tasks import async_task

from giaoban.jobs.models import Job

#: The one function that the queue knows; all else it needs is the job's id.
RUNNER = "giaoban.jobs.runner.run"


def enqueue(committee_id: int, function: str, subject_id: int) -> Job:
    """Ask for a job (việc chạy nền) and return its row; call inside an action.

    ``function`` is the dotted name of a :class:`~giaoban.jobs.runner.Work`, ``subject_id`` the id of what it works
    on. A job for the same subject that still waits is returned as it is.
    """
    job, is_new = Job.objects.get_or_create(
        committee_id=committee_id, function=function, subject_id=subject_id, state=Job.State.WAITING
    )
    if is_new:
        deliver(job)
    return job


def deliver(job: Job) -> None:
    """Put the job's id into the queue; a job delivered twice acts once."""
    async_task(RUNNER, job.pk)
