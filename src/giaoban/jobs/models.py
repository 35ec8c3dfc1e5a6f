"""Background work as people see it: what, how far, and why it stopped."""

from __future__ import annotations

from django.core.serializers.json import DjangoJSONEncoder
from django.db import models


class Job(models.Model):
    """One piece of background work (việc chạy nền) and how far it is.

    The queue itself is django-q2's; this row is what the office's pages show and what makes a job's second run
    harmless: a finished job does nothing again. ``function`` is the dotted name that does it, called with the id of
    its subject.
    """

    class State(models.TextChoices):
        WAITING = "waiting", "Đang chờ"
        RUNNING = "running", "Đang chạy"
        DONE = "done", "Đã xong"
        FAILED = "failed", "Không xong"

    committee_id = models.BigIntegerField()
    function = models.CharField(max_length=120)
    subject_id = models.BigIntegerField()
    state = models.CharField(max_length=8, choices=State, default=State.WAITING)
    done = models.PositiveIntegerField(default=0)
    total = models.PositiveIntegerField(default=0)
    attempts = models.PositiveSmallIntegerField(default=0)
    refusal = models.JSONField(null=True, encoder=DjangoJSONEncoder, help_text="why it was given up: Refusal.kept()")
    asked_at = models.DateTimeField(auto_now_add=True)
    changed_at = models.DateTimeField(auto_now=True)

    class Meta:
        indexes = [models.Index(fields=["committee_id", "function", "subject_id"], name="job_by_subject")]

    def __str__(self) -> str:
        return f"{self.function}({self.subject_id}) {self.state}"
