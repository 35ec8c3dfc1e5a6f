"""Named filters of the task list."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.db.models import Q

from giaoban.audit.versions import Versioned
from giaoban.committees.models import Committee, User
from giaoban.vietnamese import sort_text, tidy


class SavedFilter(Versioned):
    """A named filter of the task list (bộ lọc đã lưu): the query part of its address, for its owner or for all."""

    committee = models.ForeignKey(Committee, on_delete=models.PROTECT, related_name="saved_filters")
    owner = models.ForeignKey(User, on_delete=models.PROTECT, related_name="saved_filters")
    name = models.CharField(max_length=80)
    query = models.CharField(max_length=1000)
    is_shared = models.BooleanField(default=False)
    is_closed = models.BooleanField(default=False)
    sort = models.CharField(max_length=120, editable=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["committee", "owner", "name"],
                condition=Q(is_closed=False),
                name="saved_filter_once_by_name",
            )
        ]
        ordering = ["sort"]

    def __str__(self) -> str:
        return self.name

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.name = tidy(self.name)
        self.sort = sort_text(self.name)
        super().save(*args, **kwargs)
