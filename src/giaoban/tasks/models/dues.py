"""A later due: asked for and decided."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from giaoban.audit import clock
from giaoban.audit.versions import Versioned
from giaoban.tasks.models.task import Assignment
from giaoban.tasks.models.timeline import Entry


class Extension(Versioned):
    """A unit's request for a later due, and what was decided (gia hạn)."""

    class Decision(models.TextChoices):
        ASKED = "asked", "Chờ quyết định"
        GRANTED = "granted", "Đồng ý"
        REFUSED = "refused", "Không đồng ý"
        DROPPED = "dropped", "Rút đề nghị"

    assignment = models.ForeignKey(Assignment, on_delete=models.PROTECT, related_name="extensions")
    from_on = models.DateField(null=True)
    wanted_on = models.DateField()
    reason = models.TextField()
    asked_by = models.CharField(max_length=200)
    asked_at = models.DateTimeField(default=clock.now)
    decision = models.CharField(max_length=8, choices=Decision, default=Decision.ASKED)
    granted_on = models.DateField(null=True, help_text="the due that was granted")
    answer = models.TextField(blank=True)
    decided_by = models.CharField(max_length=200, blank=True)
    decided_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["assignment"], condition=Q(decision="asked"), name="one_open_extension_an_assignment"
            ),
            models.CheckConstraint(
                condition=Q(from_on=None) | Q(wanted_on__gt=F("from_on")), name="extension_is_later"
            ),
        ]
        ordering = ["-pk"]

    def __str__(self) -> str:
        return f"{self.assignment}: {self.wanted_on}"


class DueChange(models.Model):
    """A part's due moved from a day to a day (lần đổi hạn); the entry of the timeline says why and by whom.

    Written with every such entry, the undoing of one too, so that the days can be followed from the first to the last.
    """

    class How(models.TextChoices):
        EXTENSION = "extension", "Gia hạn"
        CONFERENCE = "conference", "Hội nghị quyết định"
        OFFICE = "office", "Văn phòng đổi"
        UNDONE = "undone", "Hoàn tác"

    assignment = models.ForeignKey(Assignment, on_delete=models.PROTECT, related_name="due_changes")
    entry = models.ForeignKey(Entry, on_delete=models.PROTECT, related_name="due_changes")
    old_on = models.DateField(null=True)
    new_on = models.DateField(null=True)
    how = models.CharField(max_length=10, choices=How)

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"{self.assignment}: {self.old_on} → {self.new_on}"
