"""Tasks (nhiệm vụ) and the units' parts in them."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.db.models import Q

from giaoban.audit.versions import Versioned
from giaoban.committees.models import Committee, Unit
from giaoban.documents.models import Directive, Document
from giaoban.periods import Period
from giaoban.tasks.states import AssignmentState
from giaoban.vietnamese import fold, sort_text, tidy


class Task(Versioned):
    """What the office made of a directive (nhiệm vụ).

    ``first_due_on`` is the day first given, never overwritten; ``due_basis`` tells where it came from: ``date`` and
    ``period`` were said, ``conference`` is the end of the period ahead ("theo kỳ"), ``none``: no day at all.

    ``state``, ``due_on``, ``percent``, ``lead`` (the first of the leads), ``reports_waiting`` and
    ``extensions_waiting`` (how many wait for the office's answer), ``check_in_due_on`` (the first day by which a unit
    owes a check-in) and ``is_done_late`` (whether a lead reported after its due) follow from the assignments by
    ``rules`` and are written by the same action that changes one of them, so that lists and counts need to look at one
    table only. ``follows`` is the task that a conference gave again as this one.
    """

    committee = models.ForeignKey(Committee, on_delete=models.PROTECT, related_name="tasks")
    year = models.PositiveSmallIntegerField()
    number = models.PositiveIntegerField()
    directive = models.ForeignKey(Directive, on_delete=models.PROTECT, related_name="tasks")
    document = models.ForeignKey(Document, on_delete=models.PROTECT, related_name="tasks")
    title = models.CharField(max_length=500)
    quote = models.TextField()
    area = models.CharField(max_length=20)
    areas = models.JSONField(default=list)
    lead = models.ForeignKey(Unit, null=True, on_delete=models.PROTECT, related_name="+")
    due_on = models.DateField(null=True)
    first_due_on = models.DateField(null=True)
    due_basis = models.CharField(max_length=10)
    due_text = models.CharField(max_length=200, blank=True)
    due_period = models.CharField(max_length=8, blank=True)
    recurring = models.CharField(max_length=12, blank=True)
    follows = models.ForeignKey("self", null=True, on_delete=models.PROTECT, related_name="followers")
    state = models.CharField(max_length=12, choices=AssignmentState, default=AssignmentState.ASSIGNED)
    percent = models.PositiveSmallIntegerField(default=0)
    reports_waiting = models.PositiveSmallIntegerField(default=0)
    extensions_waiting = models.PositiveSmallIntegerField(default=0)
    check_in_due_on = models.DateField(null=True)
    is_done_late = models.BooleanField(default=False)
    given_on = models.DateField()
    given_by = models.CharField(max_length=200)
    closed_on = models.DateField(null=True)
    sort = models.CharField(max_length=600, editable=False)
    folded = models.TextField(editable=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["committee", "year", "number"], name="task_number_once_a_year"),
            models.CheckConstraint(condition=Q(percent__lte=100), name="task_percent_at_most_100"),
        ]
        indexes = [
            # Holds all that the counts of the list and of Today ask for, so that they need not look at the rows.
            models.Index(
                fields=[
                    "committee",
                    "state",
                    "due_on",
                    "reports_waiting",
                    "extensions_waiting",
                    "check_in_due_on",
                    "is_done_late",
                ],
                name="task_by_state_and_due",
            ),
            models.Index(fields=["committee", "due_on", "year", "number", "state"], name="task_by_due"),
            models.Index(fields=["committee", "document"], name="task_by_document"),
        ]
        ordering = ["due_on", "year", "number"]

    def __str__(self) -> str:
        return f"{self.code} {self.title}"[:300]

    @property
    def code(self) -> str:
        """The number by which people call it: ``NV-2024-017``."""
        return f"NV-{self.year}-{self.number:03d}"

    @property
    def is_by_conference(self) -> bool:
        """Whether it is due "theo kỳ": at the end of the conference's period ahead, as nobody said a day."""
        return (
            self.due_basis == "conference"
            and bool(self.due_period)
            and self.due_on == Period.parse(self.due_period).last_day
        )

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.title = tidy(self.title)
        self.sort, self.folded = sort_text(self.title), fold(f"{self.code} {self.title} {self.quote}")
        super().save(*args, **kwargs)


class Assignment(Versioned):
    """One unit's part in a task (phần việc): it leads or supports."""

    class Role(models.TextChoices):
        LEAD = "lead", "Chủ trì"
        SUPPORT = "support", "Phối hợp"

    committee = models.ForeignKey(Committee, on_delete=models.PROTECT, related_name="assignments")
    task = models.ForeignKey(Task, on_delete=models.PROTECT, related_name="assignments")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="assignments")
    role = models.CharField(max_length=8, choices=Role)
    state = models.CharField(max_length=12, choices=AssignmentState, default=AssignmentState.ASSIGNED)
    percent = models.PositiveSmallIntegerField(default=0)
    due_on = models.DateField(null=True)
    first_due_on = models.DateField(null=True)
    accepted_at = models.DateTimeField(null=True)
    reported_at = models.DateTimeField(null=True)
    closed_at = models.DateTimeField(null=True)
    is_done_late = models.BooleanField(default=False, help_text="reported after its due; stays so")
    asked_from = models.DateField(null=True, help_text="opened again: check-ins are asked for from then on")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["task", "unit"], name="assignment_once_a_unit"),
            models.CheckConstraint(condition=Q(percent__lte=100), name="assignment_percent_at_most_100"),
        ]
        indexes = [
            models.Index(fields=["unit", "state", "due_on"], name="assignment_by_unit_and_state"),
            models.Index(fields=["committee", "state", "reported_at"], name="assignment_by_state"),
        ]
        ordering = ["role", "pk"]

    def __str__(self) -> str:
        return f"{self.task.code} {self.unit}"
