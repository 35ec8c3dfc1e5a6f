"""Incoming documents (văn bản đến) and the review of what the reader found in them."""

from __future__ import annotations

from typing import Any

from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.db.models import Q

from giaoban.audit import clock
from giaoban.audit.versions import Versioned
from giaoban.committees.models import Committee, Unit, User
from giaoban.vietnamese import fold, tidy

#: What a scan is called in the journal until every page of it was looked at.
NOT_LOOKED_THROUGH = "Bản chụp chưa kiểm tra hết"


class StoredFile(models.Model):
    """A file as received, kept under its content's hash; the row is made after the bytes are safely on disk.

    ``name`` is the sender's name for it, shown and offered at download, never used as a path.
    """

    committee = models.ForeignKey(Committee, on_delete=models.PROTECT, related_name="files")
    sha256 = models.CharField(max_length=64)
    name = models.CharField(max_length=255)
    media_type = models.CharField(max_length=120)
    size = models.PositiveBigIntegerField(help_text="bytes")
    added_by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")
    added_at = models.DateTimeField(default=clock.now, editable=False)

    class Meta:
        indexes = [models.Index(fields=["committee", "sha256"], name="file_by_hash")]

    def __str__(self) -> str:
        return self.name


class Document(Versioned):
    """A document that came to the office, and the conference whose conclusion it tells (văn bản đến).

    The conference's facts stand here as the reader found them and as the specialist corrected them; ``reviewed`` and
    ``ahead`` are periods as ``2024-Q1``. ``given_at`` is when its tasks were made. A long scan ``is_looked_through``
    once the reader has seen every page of it; before, nothing that is kept for good names it.
    """

    class State(models.TextChoices):
        WAITING = "waiting", "Chờ đọc"
        READING = "reading", "Đang đọc"
        READ = "read", "Chờ rà soát"
        FAILED = "failed", "Không đọc được"
        REFUSED = "refused", "Không được tiếp nhận"
        GIVEN = "given", "Đã giao nhiệm vụ"

    committee = models.ForeignKey(Committee, on_delete=models.PROTECT, related_name="documents")
    file = models.OneToOneField(StoredFile, on_delete=models.PROTECT, related_name="document")
    sha256 = models.CharField(max_length=64)
    title = models.CharField(max_length=300)
    is_named = models.BooleanField(default=False, help_text="a person gave it its title; the reader leaves it")
    symbol = models.CharField(max_length=60, blank=True, help_text="số, ký hiệu: 41-TB/ThU")
    issued_on = models.DateField(null=True, blank=True)
    doc_type = models.CharField(max_length=20, blank=True)
    state = models.CharField(max_length=10, choices=State, default=State.WAITING)
    is_looked_through = models.BooleanField(default=True, help_text="every page was looked at for a secrecy stamp")
    refusal = models.JSONField(
        null=True, encoder=DjangoJSONEncoder, help_text="why it could not be read: Refusal.kept()"
    )
    text = models.TextField(blank=True)
    extraction = models.JSONField(null=True, encoder=DjangoJSONEncoder)
    reader_version = models.CharField(max_length=20, blank=True)
    conference_title = models.CharField(max_length=300, blank=True)
    conference_on = models.DateField(null=True, blank=True)
    conference_host = models.CharField(max_length=200, blank=True)
    chair_name = models.CharField(max_length=120, blank=True)
    chair_title = models.CharField(max_length=200, blank=True)
    reviewed = models.CharField(max_length=8, blank=True)
    ahead = models.CharField(max_length=8, blank=True)
    rest_signed_at = models.DateTimeField(null=True, help_text="somebody signed that no clause was missed")
    rest_signed_by = models.CharField(max_length=200, blank=True)
    added_by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")
    added_at = models.DateTimeField(default=clock.now, editable=False)
    given_at = models.DateTimeField(null=True)
    folded = models.TextField(editable=False, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["committee", "sha256"], name="document_once_by_content")]
        indexes = [models.Index(fields=["committee", "state", "-added_at"], name="document_by_state")]
        ordering = ["-added_at"]

    def __str__(self) -> str:
        return self.title if self.is_looked_through or self.state == self.State.REFUSED else NOT_LOOKED_THROUGH

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.title = tidy(self.title)
        self.folded = fold(f"{self.title} {self.symbol} {self.conference_title} {self.text}")
        super().save(*args, **kwargs)


class ScannedPage(models.Model):
    """A page of a scan that was recognised while others still wait; gone as soon as the whole document is read.

    ``found`` is the page as :func:`giaoban.reading.scans.plain_page` makes it.
    """

    document = models.ForeignKey(Document, on_delete=models.CASCADE, related_name="scanned_pages")
    number = models.PositiveIntegerField()
    found = models.JSONField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["document", "number"], name="scanned_page_once")]
        ordering = ["number"]

    def __str__(self) -> str:
        return f"{self.document}, {self.number}"


class Page(models.Model):
    """A page of a document whose file has pages (trang gốc): its size in points, and where its words stand on it.

    ``places`` are ``[start, end, left, top, right, bottom]`` of each word: its stretch of the document's text, and its
    box in ten-thousandths of the page's width and height; all of them lie between ``start`` and ``end``.
    ``confidence`` (0 to 1) is how sure the optical recognition was; None of a page whose letters are in the file.
    """

    document = models.ForeignKey(Document, on_delete=models.PROTECT, related_name="pages")
    number = models.PositiveIntegerField()
    width = models.FloatField()
    height = models.FloatField()
    confidence = models.FloatField(null=True)
    start = models.PositiveIntegerField(default=0)
    end = models.PositiveIntegerField(default=0)
    places = models.JSONField(default=list)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["document", "number"], name="page_once")]
        ordering = ["number"]

    def __str__(self) -> str:
        return f"{self.document}, {self.number}"


class Directive(Versioned):
    """A clause that tells somebody to do something (chỉ đạo): proposed by the reader or added by a person.

    ``proposed`` is what the reader said, never changed; the other fields are what stands now. ``start`` and ``end``
    count code points of the document's text, and ``quote`` is that span. A directive that was merged from stretches
    with other words between them keeps these as ``parts`` (``[[start, end], …]``) inside of ``start`` to ``end``, and
    its quote shows the gaps as “ … ”. A row that an edit, a split, a merge or an undo has taken out of the review is
    ``REPLACED``, never deleted.
    """

    class Decision(models.TextChoices):
        OPEN = "open", "Chờ rà soát"
        ACCEPTED = "accepted", "Đã nhận"
        REJECTED = "rejected", "Không phải nhiệm vụ"
        REPLACED = "replaced", "Đã tách, gộp hoặc hoàn tác"

    document = models.ForeignKey(Document, on_delete=models.PROTECT, related_name="directives")
    proposed = models.JSONField(null=True, encoder=DjangoJSONEncoder)
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    parts = models.JSONField(default=list, blank=True)
    quote = models.TextField()
    title = models.CharField(max_length=500, help_text="what the task will be called")
    lead_written = models.JSONField(default=list, blank=True)
    support_written = models.JSONField(default=list, blank=True)
    due_text = models.CharField(max_length=200, blank=True)
    due_on = models.DateField(null=True, blank=True)
    due_period = models.CharField(max_length=8, blank=True)
    due_recurring = models.CharField(max_length=12, blank=True)
    areas = models.JSONField(default=list, blank=True)
    decision = models.CharField(max_length=10, choices=Decision, default=Decision.OPEN)
    decided_by = models.CharField(max_length=200, blank=True)
    decided_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["start", "pk"]
        constraints = [models.CheckConstraint(condition=Q(end__gt=models.F("start")), name="directive_span_has_words")]

    def __str__(self) -> str:
        return self.title

    @property
    def spans(self) -> list[tuple[int, int]]:
        """The stretches of the text that it stands on: one, or the parts of a merged one."""
        return [(start, end) for start, end in self.parts] or [(self.start, self.end)]


class DirectiveUnit(models.Model):
    """A unit that will lead or support a directive's task, and how it was found.

    ``basis``: ``name``, ``alias``, ``abbreviation``, ``level``, ``group`` (the words resolved to it), ``area``
    (proposed because the words name everybody or nobody), ``person`` (a specialist chose it).
    """

    class Role(models.TextChoices):
        LEAD = "lead", "Chủ trì"
        SUPPORT = "support", "Phối hợp"

    directive = models.ForeignKey(Directive, on_delete=models.CASCADE, related_name="units")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    role = models.CharField(max_length=8, choices=Role)
    basis = models.CharField(max_length=14)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["directive", "unit"], name="directive_unit_once")]
        ordering = ["role", "pk"]

    def __str__(self) -> str:
        return f"{self.unit} ({self.role})"

    @property
    def areas(self) -> list[str]:
        """The areas that the unit answers for."""
        return list(self.unit.areas)


class ReviewStep(models.Model):
    """One thing done at review (một bước rà soát), with what it touched before and after, so that it can be undone.

    ``before`` and ``after`` are pictures as ``documents.steps`` takes them: the directives touched, and the facts of
    the document. A step that was undone can be redone until another one is made; then it ``is_dropped``.
    """

    document = models.ForeignKey(Document, on_delete=models.PROTECT, related_name="steps")
    kind = models.CharField(max_length=12, help_text="accept, edit, split, merge, reject, add, reopen, facts, sign")
    before = models.JSONField(default=dict, encoder=DjangoJSONEncoder)
    after = models.JSONField(default=dict, encoder=DjangoJSONEncoder)
    by = models.CharField(max_length=200)
    at = models.DateTimeField(default=clock.now, editable=False)
    undone_at = models.DateTimeField(null=True)
    is_dropped = models.BooleanField(default=False)

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"{self.kind} {self.document}"
