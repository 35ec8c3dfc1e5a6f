"""The meeting: what the projector shows, what the chair decides, and the minutes (trình chiếu, biên bản)."""

from __future__ import annotations

from django.db import models

from giaoban.audit import clock
from giaoban.audit.versions import Versioned
from giaoban.committees.models import Unit
from giaoban.conferences.models.agenda import AgendaItem
from giaoban.conferences.models.conference import Conference
from giaoban.conferences.models.delegates import Delegate
from giaoban.tasks.models import Entry, Task


class Projection(Versioned):
    """Where the presenter stands, which every projector of the meeting follows (trình chiếu).

    ``slide`` names what is shown (``task:17``, ``item:3``, ``title``) and ``task`` the task on it, if it is one's;
    ``is_blank``: the screen is dark (B). ``version`` rises with each step and each decision, so that a projector asks
    only for what it has not shown.
    """

    conference = models.OneToOneField(Conference, on_delete=models.PROTECT, related_name="projection")
    slide = models.CharField(max_length=40, default="title")
    task = models.ForeignKey(Task, null=True, on_delete=models.PROTECT, related_name="+")
    is_blank = models.BooleanField(default=False)
    moved_at = models.DateTimeField(default=clock.now)
    moved_by = models.CharField(max_length=200, blank=True)

    def __str__(self) -> str:
        return f"{self.conference}: {self.slide}"


class ProjectorLink(models.Model):
    """A projector's own address (đường dẫn màn chiếu): who has it sees the slides and nothing else, until ``until``.

    ``secret_hash`` is the SHA-256 of the secret in the address, which is shown once and kept nowhere.
    """

    projection = models.ForeignKey(Projection, on_delete=models.PROTECT, related_name="links")
    secret_hash = models.CharField(max_length=64, unique=True)
    language = models.CharField(max_length=5, default="vi")
    made_by = models.CharField(max_length=200)
    made_at = models.DateTimeField(default=clock.now)
    until = models.DateTimeField()
    is_closed = models.BooleanField(default=False)

    class Meta:
        ordering = ["-pk"]

    def __str__(self) -> str:
        return f"{self.projection}"


class Receipt(models.Model):
    """That something was taken in once (biên nhận): the key under which a device sent it, and what came of it.

    A device that lost the line sends again with the same key; what was taken in is then answered, not done twice.
    ``digest`` is the SHA-256 of what was sent; ``subject_id`` the id of the row that was made.
    """

    conference = models.ForeignKey(Conference, on_delete=models.PROTECT, related_name="receipts")
    key = models.UUIDField()
    digest = models.CharField(max_length=64)
    subject_id = models.BigIntegerField()
    at = models.DateTimeField(default=clock.now)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["conference", "key"], name="receipt_once_a_key")]

    def __str__(self) -> str:
        return f"{self.conference}: {self.key}"


class Decision(Versioned):
    """What the chair decided at a conference on a task of an earlier conclusion (ý kiến của chủ trì).

    The task itself is changed by its own action in the same transaction; this row keeps that it was decided here, and
    ``entry`` is what the task's timeline says of it. Where that entry was undone, the decision no longer stands.
    """

    class Kind(models.TextChoices):
        DONE = "done", "Hoàn thành"
        CARRIED_ON = "carried_on", "Tiếp tục, hạn mới"
        GIVEN_AGAIN = "given_again", "Giao lại"
        DROPPED = "dropped", "Thôi không theo dõi"

    conference = models.ForeignKey(Conference, on_delete=models.PROTECT, related_name="decisions")
    task = models.ForeignKey(Task, on_delete=models.PROTECT, related_name="decisions")
    kind = models.CharField(max_length=12, choices=Kind)
    words = models.TextField(blank=True)
    due_on = models.DateField(null=True)
    new_task = models.ForeignKey(Task, null=True, on_delete=models.PROTECT, related_name="+")
    entry = models.ForeignKey(Entry, null=True, on_delete=models.PROTECT, related_name="+")
    by = models.CharField(max_length=200)
    at = models.DateTimeField(default=clock.now)
    undone_at = models.DateTimeField(null=True)
    undone_by = models.CharField(max_length=200, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["conference", "task"], condition=models.Q(undone_at=None), name="one_decision_a_task"
            )
        ]
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"{self.task.code}: {self.get_kind_display()}"

    @property
    def stands(self) -> bool:
        """Whether it holds: not undone here, nor on the task's own page."""
        return self.undone_at is None and (self.entry is None or self.entry.undone_at is None)


class Minutes(Versioned):
    """The minutes of a conference: taken, then checked by those who attended, then final (biên bản).

    ``reopened_…`` tell of the last time that final minutes were opened again, and why.
    """

    class State(models.TextChoices):
        TAKING = "taking", "Đang ghi"
        CHECKING = "checking", "Xin ý kiến người dự"
        FINAL = "final", "Đã chốt"

    conference = models.OneToOneField(Conference, on_delete=models.PROTECT, related_name="minutes")
    state = models.CharField(max_length=8, choices=State, default=State.TAKING)
    conclusion = models.TextField(blank=True, help_text="the chair's concluding words as taken down")
    check_by = models.DateField(null=True, help_text="the day until which objections are taken")
    taken_by = models.CharField(max_length=200, blank=True)
    final_at = models.DateTimeField(null=True)
    final_by = models.CharField(max_length=200, blank=True)
    reopened_at = models.DateTimeField(null=True)
    reopened_by = models.CharField(max_length=200, blank=True)
    reopened_why = models.TextField(blank=True)

    def __str__(self) -> str:
        return f"{self.conference}"


class Remark(Versioned):
    """What one speaker said, in the order of speaking (ý kiến phát biểu)."""

    minutes = models.ForeignKey(Minutes, on_delete=models.PROTECT, related_name="remarks")
    position = models.PositiveIntegerField()
    item = models.ForeignKey(AgendaItem, null=True, blank=True, on_delete=models.PROTECT, related_name="remarks")
    delegate = models.ForeignKey(Delegate, null=True, blank=True, on_delete=models.PROTECT, related_name="remarks")
    unit = models.ForeignKey(Unit, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    speaker = models.CharField(max_length=200)
    text = models.TextField(blank=True)
    at = models.DateTimeField(default=clock.now)
    is_closed = models.BooleanField(default=False, help_text="taken out of the minutes")

    class Meta:
        ordering = ["position", "pk"]

    def __str__(self) -> str:
        return self.speaker


class MinutesCheck(models.Model):
    """What somebody who attended said of the minutes: agreed, or an objection in words (ý kiến về biên bản).

    The newest of a delegate counts. ``by`` is who said it: the delegate by the own link, their unit's reporter, or the
    office for them.
    """

    minutes = models.ForeignKey(Minutes, on_delete=models.PROTECT, related_name="checks")
    delegate = models.ForeignKey(Delegate, on_delete=models.PROTECT, related_name="checks")
    is_agreed = models.BooleanField()
    text = models.TextField(blank=True)
    answer = models.TextField(blank=True)
    answered_by = models.CharField(max_length=200, blank=True)
    answered_at = models.DateTimeField(null=True)
    by = models.CharField(max_length=200, blank=True)
    at = models.DateTimeField(default=clock.now)

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"{self.delegate}"
