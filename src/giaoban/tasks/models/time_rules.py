"""The rules on dues that a committee set, version by version, and whom they had told of what."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from giaoban.audit import clock
from giaoban.committees.models import Committee, User
from giaoban.tasks.models.check_in import CheckIn
from giaoban.tasks.models.task import Assignment
from giaoban.tasks.time_rules import Recipient


class TimeRules(models.Model):
    """One version of a committee's rules on dues (quy định về thời hạn); the last number holds, none is changed.

    The fields are those of :class:`giaoban.tasks.time_rules.Rules`; ``basis`` is the regulation that they follow.
    """

    class ExtensionBy(models.TextChoices):
        OFFICE = "office", "Văn phòng hoặc lãnh đạo"
        LEADER = "leader", "Chỉ lãnh đạo"

    class Rhythm(models.TextChoices):
        MONTH = "month", "Hằng tháng"
        QUARTER = "quarter", "Hằng quý"
        HALF = "half", "6 tháng một lần"
        YEAR = "year", "Hằng năm"

    committee = models.ForeignKey(Committee, on_delete=models.PROTECT, related_name="time_rules")
    number = models.PositiveIntegerField()
    most_extensions = models.PositiveSmallIntegerField()
    longest_extension = models.PositiveSmallIntegerField()
    extension_by = models.CharField(max_length=6, choices=ExtensionBy)
    counts_working_days = models.BooleanField()
    remind_before = models.PositiveSmallIntegerField()
    remind_head = models.BooleanField()
    tell_after = models.PositiveSmallIntegerField()
    continuous_rhythm = models.CharField(max_length=7, choices=Rhythm)
    basis = models.CharField(max_length=300, blank=True)
    made_by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")
    made_by_name = models.CharField(max_length=200)
    made_at = models.DateTimeField(default=clock.now)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["committee", "number"], name="time_rules_once_by_number")]
        ordering = ["-number"]

    def __str__(self) -> str:
        return f"{self.committee}: {self.number}"


class Escalation(models.Model):
    """Somebody who is to be told of a due that comes or has passed (nhắc việc theo cấp): once for each step and due.

    The due is the part's own, or that of one of its check-ins: ``check_in``.
    ``to`` is a :class:`~giaoban.tasks.time_rules.Recipient`; ``days`` those after the due, negative before it; ``on``
    is the day on which the rules say so. Who the person is, and how they are told, is not this part's to know.
    """

    committee = models.ForeignKey(Committee, on_delete=models.PROTECT, related_name="escalations")
    assignment = models.ForeignKey(Assignment, on_delete=models.PROTECT, related_name="escalations")
    check_in = models.ForeignKey(CheckIn, null=True, on_delete=models.PROTECT, related_name="escalations")
    due_on = models.DateField()
    days = models.SmallIntegerField()
    to = models.CharField(max_length=8, choices=[(one.value, one.value) for one in Recipient])
    on = models.DateField()
    made_at = models.DateTimeField(default=clock.now)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["assignment", "due_on", "days", "to"],
                condition=Q(check_in=None),
                name="escalation_once_a_step",
            ),
            models.UniqueConstraint(fields=["check_in", "days", "to"], name="escalation_once_a_check_in"),
        ]
        indexes = [models.Index(fields=["committee", "to", "on"], name="escalation_by_recipient")]
        ordering = ["on", "pk"]

    def __str__(self) -> str:
        return f"{self.assignment} {self.to} {self.on}"
