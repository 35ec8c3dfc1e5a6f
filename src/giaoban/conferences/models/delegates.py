"""Who is invited to a conference and who came (giấy mời, đại biểu, điểm danh)."""

from __future__ import annotations

from typing import Any

from django.db import models

from giaoban.audit.versions import Versioned
from giaoban.committees.models import Person, Unit
from giaoban.conferences.models.conference import Conference
from giaoban.vietnamese import person_sort_text, tidy


class Delegate(Versioned):
    """A unit's seat, or a guest's, at a conference (đại biểu).

    ``way`` says how the committee may ask: ``summoned`` (triệu tập) those it directs, ``invited`` (mời) those that it
    can only ask: courts, procuracies, enforcement, bodies of a khu vực, the level above. ``name`` is the person
    expected; ``stands_in`` who came instead (người dự thay). ``link_hash`` is the SHA-256 of the secret of the
    delegate's own link, by which they tick their attendance and read the papers without an account.
    """

    class Way(models.TextChoices):
        SUMMONED = "summoned", "Triệu tập"
        INVITED = "invited", "Mời"

    class Presence(models.TextChoices):
        UNKNOWN = "unknown", "Chưa điểm danh"
        PRESENT = "present", "Có mặt"
        EXCUSED = "excused", "Vắng có phép"
        ABSENT = "absent", "Vắng không phép"

    conference = models.ForeignKey(Conference, on_delete=models.PROTECT, related_name="delegates")
    unit = models.ForeignKey(Unit, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    body = models.CharField(max_length=200, blank=True, help_text="the body of a guest that is no unit of ours")
    person = models.ForeignKey(Person, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    name = models.CharField(max_length=120, blank=True)
    title = models.CharField(max_length=200, blank=True)
    way = models.CharField(max_length=8, choices=Way, default=Way.SUMMONED)
    is_guest = models.BooleanField(default=False)
    group = models.CharField(max_length=200, blank=True, help_text="the group by which it was invited, as said then")
    is_coming = models.BooleanField(null=True, help_text="what was answered to the invitation; None: nothing yet")
    answered_at = models.DateTimeField(null=True)
    presence = models.CharField(max_length=8, choices=Presence, default=Presence.UNKNOWN)
    stands_in = models.CharField(max_length=120, blank=True)
    stands_in_title = models.CharField(max_length=200, blank=True)
    reason = models.CharField(max_length=300, blank=True)
    ticked_at = models.DateTimeField(null=True)
    ticked_by = models.CharField(max_length=200, blank=True)
    link_hash = models.CharField(max_length=64, blank=True, db_index=True)
    is_closed = models.BooleanField(default=False, help_text="taken off the list")
    sort = models.CharField(max_length=320, editable=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["conference", "unit", "name"],
                condition=models.Q(is_closed=False, unit__isnull=False),
                name="delegate_once_a_conference",
            )
        ]
        ordering = ["is_guest", "sort", "pk"]

    def __str__(self) -> str:
        return self.name or self.body or str(self.unit)

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.name, self.body = tidy(self.name), tidy(self.body)
        self.sort = f"{self.unit.sort if self.unit else self.body}|{person_sort_text(self.name)}"[:320]
        super().save(*args, **kwargs)
