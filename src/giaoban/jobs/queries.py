"""Reads of jobs."""

from __future__ import annotations

from giaoban.jobs.models import Job


def latest_job(committee_id: int, function: str, subject_id: int) -> Job | None:
    """Return the last job that was asked for a subject, None where there was none."""
    asked = Job.objects.filter(committee_id=committee_id, function=function, subject_id=subject_id)
    return asked.order_by("-pk").first()
