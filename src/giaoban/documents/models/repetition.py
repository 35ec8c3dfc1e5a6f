"""That a directive says what an earlier one said (chỉ đạo lặp lại), and by what earlier ones are found."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from giaoban.audit.versions import Versioned
from giaoban.committees.models import Committee
from giaoban.documents.models.incoming import Directive


class DirectiveSign(models.Model):
    """A sign by which a directive is found when another says nearly the same (dấu hiệu của chỉ đạo).

    ``sign`` is a hash of the committee and of two neighbouring syllables, or of the number of a document cited
    (:mod:`giaoban.documents.signs`), so that one look into one index finds the committee's directives that share it.
    """

    pk = models.CompositePrimaryKey("sign", "directive")
    sign = models.BigIntegerField()
    directive = models.ForeignKey(Directive, on_delete=models.CASCADE, related_name="signs")

    def __str__(self) -> str:
        return f"{self.directive}: {self.sign}"


class Repetition(Versioned):
    """A directive that seems to repeat an earlier one, until a person agrees or not (lặp lại).

    ``likeness`` is the reader's, from 0 to 1. Agreed ones that hang together are one directive said several times:
    they share ``root``, the lowest id among their directives.
    """

    class State(models.TextChoices):
        PROPOSED = "proposed", "Có thể lặp lại"
        AGREED = "agreed", "Lặp lại"
        REFUSED = "refused", "Không phải lặp lại"

    committee = models.ForeignKey(Committee, on_delete=models.PROTECT, related_name="repetitions")
    directive = models.ForeignKey(Directive, on_delete=models.PROTECT, related_name="repeats")
    earlier = models.ForeignKey(Directive, on_delete=models.PROTECT, related_name="repeated_by")
    likeness = models.FloatField()
    state = models.CharField(max_length=10, choices=State, default=State.PROPOSED)
    root = models.PositiveBigIntegerField(null=True)
    decided_by = models.CharField(max_length=200, blank=True)
    decided_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["directive", "earlier"], name="repetition_once_a_pair"),
            models.CheckConstraint(condition=~Q(directive=models.F("earlier")), name="repetition_of_another"),
        ]
        indexes = [models.Index(fields=["committee", "root"], name="repetition_by_root")]
        ordering = ["-likeness", "pk"]

    def __str__(self) -> str:
        return str(self.directive)
