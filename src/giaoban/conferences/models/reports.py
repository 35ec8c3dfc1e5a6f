"""A unit's report for a conference: its words, and its answers to its directives (báo cáo của đơn vị trong kỳ)."""

from __future__ import annotations

from django.db import models

from giaoban.audit import clock
from giaoban.audit.versions import Versioned
from giaoban.committees.models import Unit
from giaoban.conferences.models.conference import Conference
from giaoban.documents.models import StoredFile
from giaoban.tasks.models import Assignment


class UnitReport(Versioned):
    """What one unit owes a conference and has said so far.

    The fields are the draft that stands now; each sending keeps a :class:`ReportVersion`. Late is computed from
    ``due_on`` and ``sent_at``, never stored.
    """

    class State(models.TextChoices):
        WANTED = "wanted", "Chưa gửi"
        DRAFT = "draft", "Đang soạn"
        SENT = "sent", "Đã gửi"
        RETURNED = "returned", "Trả lại"
        ACCEPTED = "accepted", "Đã nhận"

    conference = models.ForeignKey(Conference, on_delete=models.PROTECT, related_name="reports")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="reports")
    state = models.CharField(max_length=10, choices=State, default=State.WANTED)
    due_on = models.DateField()
    results = models.TextField(blank=True)
    limitations = models.TextField(blank=True)
    proposals = models.TextField(blank=True)
    file = models.ForeignKey(StoredFile, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    file_text = models.TextField(blank=True, help_text="the words of the uploaded report")
    sent_at = models.DateTimeField(null=True)
    sent_by = models.CharField(max_length=200, blank=True)
    returned_why = models.TextField(blank=True)
    accepted_at = models.DateTimeField(null=True)
    reminder = models.TextField(blank=True, help_text="what the last reminder said besides")
    reminded_at = models.DateTimeField(null=True, help_text="when the unit was last reminded of it (đôn đốc)")
    accepted_by = models.CharField(max_length=200, blank=True)
    is_closed = models.BooleanField(default=False, help_text="no longer wanted of this unit")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["conference", "unit"], name="report_once_a_unit")]
        ordering = ["unit__sort"]

    def __str__(self) -> str:
        return f"{self.unit}: {self.conference}"


class ReportAnswer(Versioned):
    """What a unit says in its report of one of its assignments from the last conclusion (trả lời chỉ đạo).

    Sending the report tells it to the task as progress, or as done, by the task's own action: ``entry`` is that
    entry's id, so that one fact is kept once.
    """

    report = models.ForeignKey(UnitReport, on_delete=models.PROTECT, related_name="answers")
    assignment = models.ForeignKey(Assignment, on_delete=models.PROTECT, related_name="+")
    text = models.TextField(blank=True)
    percent = models.PositiveSmallIntegerField(null=True)
    is_done = models.BooleanField(default=False)
    entry_id = models.BigIntegerField(null=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["report", "assignment"], name="answer_once_an_assignment")]
        ordering = ["assignment__task__number"]

    def __str__(self) -> str:
        return f"{self.assignment}"


class ReportVersion(models.Model):
    """A report as it was sent (bản đã gửi): what it said then, never changed."""

    report = models.ForeignKey(UnitReport, on_delete=models.PROTECT, related_name="versions")
    number = models.PositiveSmallIntegerField()
    results = models.TextField(blank=True)
    limitations = models.TextField(blank=True)
    proposals = models.TextField(blank=True)
    answers = models.JSONField(default=list)
    file = models.ForeignKey(StoredFile, null=True, on_delete=models.PROTECT, related_name="+")
    sent_by = models.CharField(max_length=200)
    sent_at = models.DateTimeField(default=clock.now)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["report", "number"], name="report_version_once")]
        ordering = ["-number"]

    def __str__(self) -> str:
        return f"{self.report} ({self.number})"
