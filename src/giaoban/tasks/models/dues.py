"""A later due: asked for and decided."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from giaoban.audit import clock
from giaoban.audit.versions import Versioned
from giaoban.tasks.models.task import Assignment


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
        ordering = ["-asked_at"]

    def __str__(self) -> str:
        return f"{self.assignment}: {self.wanted_on}"
