"""What happened to a task (diễn biến), and the files that show it."""

from __future__ import annotations

from django.core.serializers.json import DjangoJSONEncoder
from django.db import models

from giaoban.audit import clock
from giaoban.committees.models import User
from giaoban.documents.models import StoredFile
from giaoban.tasks.models.task import Assignment, Task


class Entry(models.Model):
    """One thing that happened to a task, as its timeline tells it (diễn biến).

    ``kind`` is the verb: given, accepted, progress, reported, returned, confirmed, withdrawn, reopened,
    extension_asked, extension_granted, extension_refused, extension_dropped, lead_changed, support_changed,
    due_changed, edited, reminded, undone; and a conference's decided_done, carried_on, given_again, dropped. ``undo``
    is what the rows that it changed held before, by which it can be undone while they have not changed since; empty
    where it cannot. ``batch`` is one for all that was done at once.
    """

    task = models.ForeignKey(Task, on_delete=models.PROTECT, related_name="entries")
    assignment = models.ForeignKey(Assignment, null=True, on_delete=models.PROTECT, related_name="entries")
    kind = models.CharField(max_length=20)
    text = models.TextField(blank=True)
    percent = models.PositiveSmallIntegerField(null=True)
    old = models.CharField(max_length=300, blank=True)
    new = models.CharField(max_length=300, blank=True)
    by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")
    by_name = models.CharField(max_length=200)
    by_unit = models.CharField(max_length=200, blank=True)
    at = models.DateTimeField(default=clock.now)
    undo = models.JSONField(default=list, encoder=DjangoJSONEncoder)
    undone_at = models.DateTimeField(null=True)
    undone_by = models.CharField(max_length=200, blank=True)
    batch = models.UUIDField(null=True, db_index=True)

    class Meta:
        # By sequence, not by time: what came last stays last where a clock was set back.
        ordering = ["-pk"]

    def __str__(self) -> str:
        return f"{self.kind} {self.task.code}"


class Evidence(models.Model):
    """A file that shows what an entry says (minh chứng, tài liệu kèm theo)."""

    entry = models.ForeignKey(Entry, on_delete=models.PROTECT, related_name="evidence")
    file = models.ForeignKey(StoredFile, on_delete=models.PROTECT, related_name="+")

    def __str__(self) -> str:
        return self.file.name
