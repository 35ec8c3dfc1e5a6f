"""What is on the agenda, and the papers of each item (chương trình, tài liệu hội nghị)."""

from __future__ import annotations

from django.db import models

from giaoban.audit import clock
from giaoban.audit.versions import Versioned
from giaoban.committees.models import Unit
from giaoban.conferences.models.conference import Conference
from giaoban.documents.models import StoredFile


class AgendaItem(Versioned):
    """One item of the programme (mục chương trình). ``kind`` is one of ``data/agenda.toml``: opening, answers, report,
    discussion, difficult, conclusion …; the item ``answers`` is where the last conclusion is gone through."""

    conference = models.ForeignKey(Conference, on_delete=models.PROTECT, related_name="agenda")
    position = models.PositiveSmallIntegerField()
    kind = models.CharField(max_length=20)
    title = models.CharField(max_length=300)
    unit = models.ForeignKey(Unit, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    presenter = models.CharField(max_length=200, blank=True)
    minutes_planned = models.PositiveSmallIntegerField(null=True, blank=True)
    is_closed = models.BooleanField(default=False, help_text="taken off the agenda")

    class Meta:
        ordering = ["position", "pk"]

    def __str__(self) -> str:
        return self.title


class Material(Versioned):
    """A paper laid before the conference, with its versions (tài liệu hội nghị); without an item: for all of it."""

    conference = models.ForeignKey(Conference, on_delete=models.PROTECT, related_name="materials")
    item = models.ForeignKey(AgendaItem, null=True, blank=True, on_delete=models.PROTECT, related_name="materials")
    title = models.CharField(max_length=300)
    is_shared = models.BooleanField(default=True, help_text="delegates read it by their own links, without an account")
    is_closed = models.BooleanField(default=False)

    class Meta:
        ordering = ["item__position", "pk"]

    def __str__(self) -> str:
        return self.title


class MaterialVersion(models.Model):
    """One version of a material; the highest number is the one that counts."""

    material = models.ForeignKey(Material, on_delete=models.PROTECT, related_name="versions")
    number = models.PositiveSmallIntegerField()
    file = models.ForeignKey(StoredFile, on_delete=models.PROTECT, related_name="+")
    text = models.TextField(blank=True, help_text="its words, for the reading page on a phone")
    note = models.CharField(max_length=300, blank=True)
    added_by = models.CharField(max_length=200)
    added_at = models.DateTimeField(default=clock.now)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["material", "number"], name="material_version_once")]
        ordering = ["-number"]

    def __str__(self) -> str:
        return f"{self.material} ({self.number})"
