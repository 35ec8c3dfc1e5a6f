"""The register of cited documents (văn bản được viện dẫn), and where each is cited."""

from __future__ import annotations

from django.core.serializers.json import DjangoJSONEncoder
from django.db import models

from giaoban.audit.versions import Versioned
from giaoban.committees.models import Committee
from giaoban.documents.models.incoming import Document


class CitedDocument(Versioned):
    """A document that others cite, under all its short forms: a resolution, a directive, a law (nghị quyết, chỉ thị…).

    ``number`` is the fullest that was written ("06-NQ/TU"); ``subject`` is a law's own name, or what a person wrote
    that the document is about; ``year`` is known where the day is not. ``is_stated``: a person gave these facts, and
    the reader leaves them. ``text`` is the document's own full text where it has been added. What was found to be the
    same as another is ``merged_into`` it. The columns from ``kind_key`` on are computed from the others
    (:func:`giaoban.documents.citing.columns`).
    """

    committee = models.ForeignKey(Committee, on_delete=models.PROTECT, related_name="cited_documents")
    kind = models.CharField(max_length=60)
    number = models.CharField(max_length=60, blank=True)
    subject = models.CharField(max_length=300, blank=True)
    issued_on = models.DateField(null=True)
    year = models.PositiveSmallIntegerField(null=True)
    issuer = models.CharField(max_length=200, blank=True)
    is_stated = models.BooleanField(default=False)
    text = models.ForeignKey(Document, null=True, on_delete=models.PROTECT, related_name="own_entries")
    merged_into = models.ForeignKey("self", null=True, on_delete=models.PROTECT, related_name="merged")
    name = models.CharField(max_length=600, editable=False)
    kind_key = models.CharField(max_length=60, editable=False)
    number_key = models.CharField(max_length=60, editable=False)
    sort = models.CharField(max_length=700, editable=False)
    folded = models.TextField(editable=False)

    class Meta:
        indexes = [models.Index(fields=["committee", "kind_key", "number_key"], name="cited_by_number")]
        ordering = ["sort", "pk"]

    def __str__(self) -> str:
        return self.name[:300]


class Citation(models.Model):
    """A place in a document's text that cites another document (viện dẫn).

    ``facts`` is what the reader found there: kind, number, date, issuer. ``cited`` is the document that it means;
    ``first`` the one under which it stood before that was merged into ``cited``, so that the merging can be undone.
    """

    document = models.ForeignKey(Document, on_delete=models.PROTECT, related_name="citations")
    cited = models.ForeignKey(CitedDocument, on_delete=models.PROTECT, related_name="citations")
    first = models.ForeignKey(CitedDocument, on_delete=models.PROTECT, related_name="+")
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    quote = models.CharField(max_length=600)
    facts = models.JSONField(default=dict, encoder=DjangoJSONEncoder)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["document", "start"], name="citation_once_a_place")]
        ordering = ["document", "start"]

    def __str__(self) -> str:
        return self.quote
