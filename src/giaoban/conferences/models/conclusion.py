"""A conclusion drafted here, directive by directive, until it is issued (dự thảo thông báo kết luận)."""

from __future__ import annotations

from django.core.serializers.json import DjangoJSONEncoder
from django.db import models

from giaoban.audit import clock
from giaoban.audit.versions import Versioned
from giaoban.committees.models import Unit
from giaoban.conferences.models.conference import Conference


class Conclusion(Versioned):
    """The draft of a notice of conclusion and where it stands.

    Once issued it has its number, symbol and date, and became the conference's ``conclusion`` document, from which the
    tasks were made.
    """

    class State(models.TextChoices):
        DRAFT = "draft", "Đang soạn"
        SUBMITTED = "submitted", "Trình chủ trì"
        RETURNED = "returned", "Chủ trì trả lại"
        APPROVED = "approved", "Chủ trì đã duyệt"
        ISSUED = "issued", "Đã ban hành"

    conference = models.OneToOneField(Conference, on_delete=models.PROTECT, related_name="draft")
    state = models.CharField(max_length=10, choices=State, default=State.DRAFT)
    assessment = models.TextField(blank=True, help_text="đánh giá tình hình")
    closing = models.TextField(blank=True, help_text="who follows, urges and reports on it")
    submitted_by = models.CharField(max_length=200, blank=True)
    submitted_at = models.DateTimeField(null=True)
    approved_by = models.CharField(max_length=200, blank=True)
    approved_at = models.DateTimeField(null=True)
    answer = models.TextField(blank=True, help_text="the chair's words on returning or approving it")
    number = models.PositiveIntegerField(null=True)
    symbol = models.CharField(max_length=60, blank=True)
    issued_on = models.DateField(null=True)
    issued_by = models.CharField(max_length=200, blank=True)

    def __str__(self) -> str:
        return f"{self.conference}"


class DraftDirective(Versioned):
    """One directive of the draft, with its parts as fields (dự thảo chỉ đạo)."""

    conclusion = models.ForeignKey(Conclusion, on_delete=models.PROTECT, related_name="directives")
    position = models.PositiveSmallIntegerField()
    text = models.TextField()
    leads = models.ManyToManyField(Unit, related_name="+", blank=True)
    supports = models.ManyToManyField(Unit, related_name="+", blank=True)
    due_on = models.DateField(null=True, blank=True)
    due_period = models.CharField(max_length=8, blank=True)
    recurring = models.CharField(max_length=12, blank=True)
    product = models.CharField(max_length=300, blank=True, help_text="what will be there once it is done (sản phẩm)")
    areas = models.JSONField(default=list, blank=True)
    proposed = models.JSONField(
        default=dict,
        blank=True,
        help_text="fields as the reader proposed them, which nobody has kept yet, and from what: words, area",
    )
    origin = models.CharField(max_length=40, blank=True, help_text="decision:7, remark:9 … where it was written first")
    is_closed = models.BooleanField(default=False, help_text="taken out of the draft")

    class Meta:
        ordering = ["position", "pk"]

    def __str__(self) -> str:
        return self.text[:120]


class ConclusionVersion(models.Model):
    """The draft as it stood when it was submitted, returned, approved or issued (bản dự thảo)."""

    conclusion = models.ForeignKey(Conclusion, on_delete=models.PROTECT, related_name="versions")
    number = models.PositiveSmallIntegerField()
    content = models.JSONField(encoder=DjangoJSONEncoder)
    why = models.CharField(max_length=12, help_text="submitted, returned, approved, issued, kept")
    by = models.CharField(max_length=200)
    at = models.DateTimeField(default=clock.now)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["conclusion", "number"], name="conclusion_version_once")]
        ordering = ["-number"]

    def __str__(self) -> str:
        return f"{self.conclusion} ({self.number})"


class ConclusionComment(models.Model):
    """A remark on the draft or on one of its directives (ý kiến góp ý)."""

    conclusion = models.ForeignKey(Conclusion, on_delete=models.PROTECT, related_name="comments")
    directive = models.ForeignKey(
        DraftDirective, null=True, blank=True, on_delete=models.PROTECT, related_name="comments"
    )
    text = models.TextField()
    by = models.CharField(max_length=200)
    at = models.DateTimeField(default=clock.now)
    settled_at = models.DateTimeField(null=True)
    settled_by = models.CharField(max_length=200, blank=True)

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return self.text[:120]
