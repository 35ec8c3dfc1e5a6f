"""What a unit is asked to tell of a recurring task, a round at a time (báo cáo định kỳ của nhiệm vụ)."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from giaoban.audit.versions import Versioned
from giaoban.committees.models import Committee
from giaoban.tasks.models.task import Assignment
from giaoban.tasks.models.timeline import Entry


class CheckIn(Versioned):
    """A unit's report on one round of a recurring task.

    ``period`` is the round's code (:class:`giaoban.tasks.rounds.Round`), due on its last day. ``entry`` is the line of
    the timeline with the words and the evidence, None until it is given: the unit's check-in, or what its report for a
    conference told; ``is_nothing_new`` is "không phát sinh".
    Whether one is late is computed from ``due_on``, never stored; it is owed only while the unit's part is open.
    """

    class State(models.TextChoices):
        WANTED = "wanted", "Chưa gửi"
        GIVEN = "given", "Đã gửi"
        RETURNED = "returned", "Trả lại"

    committee = models.ForeignKey(Committee, on_delete=models.PROTECT, related_name="check_ins")
    assignment = models.ForeignKey(Assignment, on_delete=models.PROTECT, related_name="check_ins")
    period = models.CharField(max_length=8)
    due_on = models.DateField()
    state = models.CharField(max_length=8, choices=State, default=State.WANTED)
    percent = models.PositiveSmallIntegerField(null=True)
    is_nothing_new = models.BooleanField(default=False)
    given_on = models.DateField(null=True)
    entry = models.ForeignKey(Entry, null=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["assignment", "period"], name="check_in_once_a_round"),
            models.CheckConstraint(condition=Q(percent=None) | Q(percent__lte=100), name="check_in_percent"),
        ]
        indexes = [models.Index(fields=["committee", "state", "due_on"], name="check_in_by_state_and_due")]
        ordering = ["due_on", "pk"]

    def __str__(self) -> str:
        return f"{self.assignment} {self.period}"
