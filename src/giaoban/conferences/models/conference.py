"""The conference itself (hội nghị giao ban), and who prepares what for it."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.db.models import F, Q

from giaoban.audit.versions import Versioned
from giaoban.committees.models import Committee, Person, Unit
from giaoban.documents.models import Document
from giaoban.vietnamese import fold, tidy


class Conference(Versioned):
    """A periodic review of the committee's bloc (hội nghị giao ban).

    ``kind`` is one of ``data/kinds.toml`` (monthly, quarterly, half-year, extraordinary); ``reviewed`` and ``ahead``
    are periods as ``2024-Q1``. ``previous`` is the conference whose conclusion this one opens with. ``conclusion`` is
    the document that its chair's conclusion became, whether it came from outside or was drafted here; its tasks are
    the conference's tasks. ``cut_off_on`` is the day up to which figures are counted, ``reports_due_on`` the day by
    which the units' reports are to be in; ``prepared_for`` the meeting's day after which the days of what is prepared
    were set: another than ``held_on`` once that has been changed. A conference is closed once every directive of the
    last one is answered.
    """

    class State(models.TextChoices):
        PLANNED = "planned", "Đang chuẩn bị"
        INVITED = "invited", "Đã mời"
        MEETING = "meeting", "Đang họp"
        HELD = "held", "Đã họp, chờ kết luận"
        CONCLUDED = "concluded", "Đã có kết luận"
        CLOSED = "closed", "Đã kết thúc"
        CANCELLED = "cancelled", "Đã hủy"

    committee = models.ForeignKey(Committee, on_delete=models.PROTECT, related_name="conferences")
    kind = models.CharField(max_length=20)
    title = models.CharField(max_length=300)
    state = models.CharField(max_length=10, choices=State, default=State.PLANNED)
    reviewed = models.CharField(max_length=8)
    ahead = models.CharField(max_length=8, blank=True)
    held_on = models.DateField()
    starts_at = models.TimeField(null=True, blank=True)
    ends_at = models.TimeField(null=True, blank=True)
    place = models.CharField(max_length=200, blank=True)
    host = models.CharField(max_length=200, blank=True)
    chair = models.ForeignKey(Person, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    chair_name = models.CharField(max_length=120, blank=True)
    chair_title = models.CharField(max_length=200, blank=True)
    secretary_name = models.CharField(max_length=120, blank=True)
    cut_off_on = models.DateField(null=True, blank=True)
    reports_due_on = models.DateField(null=True, blank=True)
    prepared_for = models.DateField(null=True)
    previous = models.OneToOneField("self", null=True, blank=True, on_delete=models.PROTECT, related_name="next")
    conclusion = models.OneToOneField(
        Document, null=True, blank=True, on_delete=models.PROTECT, related_name="conference"
    )
    invited_at = models.DateTimeField(null=True)
    opened_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)
    closed_at = models.DateTimeField(null=True)
    closed_by = models.CharField(max_length=200, blank=True)
    closed_after = models.BigIntegerField(null=True, help_text="number of the last entry of a task before it closed")
    cancelled_why = models.TextField(blank=True)
    folded = models.CharField(max_length=400, editable=False)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~Q(previous=F("id")), name="conference_is_not_its_own_previous"),
        ]
        indexes = [models.Index(fields=["committee", "-held_on"], name="conference_by_day")]
        ordering = ["-held_on", "-pk"]

    def __str__(self) -> str:
        return self.title

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.title = tidy(self.title)
        self.folded = fold(f"{self.title} {self.place} {self.chair_name}")[:400]
        super().save(*args, **kwargs)


class Preparation(Versioned):
    """One thing to be prepared for a conference, by whom and by when (phân công chuẩn bị).

    ``step`` is one of ``data/steps.toml``: the request for reports, the general report, the invitation …; empty for
    one that the office added. ``usual_on`` is the day that its due was shortened from, where that was over already.
    """

    conference = models.ForeignKey(Conference, on_delete=models.PROTECT, related_name="preparations")
    step = models.CharField(max_length=20, blank=True)
    what = models.CharField(max_length=300)
    unit = models.ForeignKey(Unit, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    who = models.CharField(max_length=120, blank=True)
    due_on = models.DateField()
    usual_on = models.DateField(null=True)
    done_at = models.DateTimeField(null=True)
    done_by = models.CharField(max_length=200, blank=True)
    is_closed = models.BooleanField(default=False, help_text="no longer wanted")

    class Meta:
        ordering = ["due_on", "pk"]

    def __str__(self) -> str:
        return self.what
