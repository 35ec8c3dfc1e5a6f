"""The audit's tables. Rows keep ids and names as values, with no foreign key, so as to outlive what they tell of."""

from __future__ import annotations

from django.core.serializers.json import DjangoJSONEncoder
from django.db import models


class AuditEvent(models.Model):
    """One thing that somebody did (sự kiện trong nhật ký): who, when, from where, to what, before and after.

    Rows are only ever added: the database itself refuses to change or remove one (migration 0002).
    """

    committee_id = models.BigIntegerField()
    sequence = models.PositiveBigIntegerField()
    at = models.DateTimeField()
    actor_id = models.BigIntegerField(null=True)
    actor_name = models.CharField(max_length=200)
    actor_role = models.CharField(max_length=20, blank=True)
    address = models.CharField(max_length=64, blank=True)
    action = models.CharField(max_length=80)
    subject_type = models.CharField(max_length=80, blank=True)
    subject_id = models.BigIntegerField(null=True)
    subject_name = models.CharField(max_length=300, blank=True)
    before = models.JSONField(default=dict, encoder=DjangoJSONEncoder)
    after = models.JSONField(default=dict, encoder=DjangoJSONEncoder)
    previous_hash = models.CharField(max_length=64)
    hash = models.CharField(max_length=64)
    folded = models.CharField(max_length=520, editable=False, help_text="names for searching; follows from the rest")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["committee_id", "sequence"], name="audit_event_once_in_chain")]
        indexes = [
            models.Index(fields=["committee_id", "subject_type", "subject_id"], name="audit_event_by_subject"),
            models.Index(fields=["committee_id", "at"], name="audit_event_by_time"),
        ]
        ordering = ["committee_id", "sequence"]

    def __str__(self) -> str:
        return f"{self.committee_id}#{self.sequence} {self.action}"


class AuditHead(models.Model):
    """The last link of a committee's chain, sealed, so that events cut off the end are missed too."""

    committee_id = models.BigIntegerField(primary_key=True)
    sequence = models.PositiveBigIntegerField(default=0)
    hash = models.CharField(max_length=64, default="")
    seal = models.CharField(max_length=64, default="")

    def __str__(self) -> str:
        return f"{self.committee_id}: {self.sequence}"


class Submission(models.Model):
    """A form that was sent (lần gửi biểu mẫu), by the key that it bears: so that sending it again changes nothing.

    ``answer`` is what the first was answered; None while it is being worked on. Kept for a day, and no part of what
    the office has: like a session, it is written beside the actions.
    """

    user_id = models.BigIntegerField()
    key = models.UUIDField()
    digest = models.CharField(max_length=64, help_text="SHA-256 of all that was sent")
    at = models.DateTimeField()
    answer = models.JSONField(null=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["user_id", "key"], name="submission_once")]

    def __str__(self) -> str:
        return f"{self.user_id} {self.key}"
