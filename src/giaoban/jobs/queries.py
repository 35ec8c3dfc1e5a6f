"""Reads of jobs."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta

from django.db.models import Exists, OuterRef, QuerySet
from django.utils import timezone

from giaoban.jobs.models import Job

#: A job that waits longer than this is not merely waiting for its turn: nobody does jobs.
LONGEST_TURN = timedelta(minutes=15)


def latest_job(committee_id: int, function: str, subject_id: int) -> Job | None:
    """Return the last job that was asked for a subject, None where there was none."""
    asked = Job.objects.filter(committee_id=committee_id, function=function, subject_id=subject_id)
    return asked.order_by("-pk").first()


def failed_jobs(committee_ids: Iterable[int]) -> QuerySet[Job]:
    """Return the jobs that were given up and not done since, newest first."""
    newer = Job.objects.filter(
        committee_id=OuterRef("committee_id"),
        function=OuterRef("function"),
        subject_id=OuterRef("subject_id"),
        pk__gt=OuterRef("pk"),
    )
    failed = Job.objects.filter(committee_id__in=list(committee_ids), state=Job.State.FAILED)
    return failed.filter(~Exists(newer)).order_by("-changed_at", "-pk")


def waiting_too_long(committee_ids: Iterable[int]) -> int:
    """Return how many jobs have waited so long that nobody can be doing jobs."""
    waiting = Job.objects.filter(committee_id__in=list(committee_ids), state=Job.State.WAITING)
    return waiting.filter(changed_at__lt=timezone.now() - LONGEST_TURN).count()
