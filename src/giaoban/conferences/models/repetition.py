"""That a directive of a draft says what an earlier directive said (chỉ đạo trong dự thảo lặp lại)."""

from __future__ import annotations

from django.db import models

from giaoban.audit.versions import Versioned
from giaoban.conferences.models.conclusion import DraftDirective
from giaoban.documents.models import Directive, Repetition


class DraftRepetition(Versioned):
    """A directive of a draft that seems to repeat an earlier directive, until a person agrees or not (lặp lại).

    When the draft is issued it becomes a :class:`~giaoban.documents.models.Repetition` of the directive issued.
    ``likeness`` is the reader's, from 0 to 1.
    """

    State = Repetition.State

    directive = models.ForeignKey(DraftDirective, on_delete=models.PROTECT, related_name="repeats")
    earlier = models.ForeignKey(Directive, on_delete=models.PROTECT, related_name="+")
    likeness = models.FloatField()
    state = models.CharField(max_length=10, choices=Repetition.State, default=Repetition.State.PROPOSED)
    decided_by = models.CharField(max_length=200, blank=True)
    decided_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["directive", "earlier"], name="draft_repetition_once_a_pair")]
        ordering = ["-likeness", "pk"]

    def __str__(self) -> str:
        return str(self.directive)
